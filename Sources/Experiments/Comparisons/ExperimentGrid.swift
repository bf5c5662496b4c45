import CaseloadModel

/// Several experiments that are run together, so that all cores stay busy to the end.
///
/// All pairs of experiment and replication form one list of work; no experiment waits for another.
public struct ExperimentGrid: Sendable {
  /// The experiments; a precision target has no effect here.
  public let experiments: [Experiment]

  /// Whether results hold estimates per observation, which take most of the memory.
  public let keepsSeries: Bool

  /// Whether results hold the values of every replication, which comparisons need.
  public let keepsValues: Bool

  /// Positions of the experiments whose results hold the values of every replication per observation.
  public let keepsSeriesValues: Set<Int>

  /// Makes a grid.
  public init(
    _ experiments: [Experiment], keepsSeries: Bool = true, keepsValues: Bool = true,
    keepsSeriesValues: Set<Int> = []
  ) {
    self.keepsSeriesValues = keepsSeriesValues
    self.keepsValues = keepsValues
    self.experiments = experiments
    self.keepsSeries = keepsSeries
  }

  /// Runs all replications of all experiments.
  ///
  /// - Returns: One result per experiment, in order. When a replication broke a conservation law, its
  ///   experiment's result says so, and what comes after it is partial.
  public func run(with runner: ReplicationRunner) -> [ExperimentResult] {
    var ends: [Int] = []
    for experiment in experiments {
      precondition(
        experiment.replications >= 1,
        "replications must be at least 1, not \(experiment.replications)")
      ends.append((ends.last ?? 0) + experiment.replications)
    }
    var collectors = experiments.enumerated().map { position, experiment in
      OutcomeCollector(
        cellCount: experiment.groupNames.count + 1, keepsSeries: keepsSeries,
        keepsValues: keepsValues, keepsSeriesValues: keepsSeriesValues.contains(position))
    }
    let places = ends
    let place = { @Sendable (index: Int) -> (point: Int, replication: Int) in
      var point = 0
      var after = places.count - 1
      while point < after {
        let middle = (point + after) / 2
        if index < places[middle] { after = middle } else { point = middle + 1 }
      }
      return (point, index - (point > 0 ? places[point - 1] : 0))
    }
    let progress = ProgressCounter(
      planned: ends.last ?? 0, start: .now, report: runner.onProgress)
    let failure = runner.run(0..<(ends.last ?? 0), progress: progress) { index in
      let (point, replication) = place(index)
      return experiments[point].job(point: point, replication)
    } consume: { index, outcome in
      collectors[place(index).point].add(outcome)
    }
    return experiments.indices.map { point in
      let isFailed = failure.map { place($0.index).point == point } ?? false
      return collectors[point].result(
        of: experiments[point], planned: experiments[point].replications,
        violation: isFailed ? failure?.violation : nil)
    }
  }
}
