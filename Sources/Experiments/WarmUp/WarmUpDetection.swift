import CaseloadModel
import SimulationKernel

/// How long each core metric takes to forget how a run began.
///
///     let detection = try WarmUpDetection(of: experiment, with: runner)
///     detection?.findings[0].verdict  // .settled(months: 15)
///
/// The scenario is run once more, observed from its first day, and MSER-5 (White 1997,
/// doi:10.1177/003754979706900601; batches of five after White, Cobb and Spratt 2000) is applied to
/// the ratios of totals over replications per observation, after Hoad, Robinson and Davies 2010
/// (J. Oper. Res. Soc. 61, 1389-1403). Averages over replications are smoother than any one of them, so
/// the end of the warm-up stands out.
///
/// A truncation point in the second half says that the run is too short. Chance alone puts it there in
/// 4 to 15 of 100 steady series of 90 months, the more the longer the memory of the series, so that is
/// only reported when the replications agree that the last quarter of the run differs from the quarter
/// before it (Student's t on the differences per replication, 95 % over all metrics together).
public struct WarmUpDetection: Sendable, Equatable {
  /// What was found for a metric.
  public enum Verdict: Sendable, Equatable {
    /// What comes after these months no longer shows how the run began.
    case settled(months: Int)
    /// The metric still moves in the second half of the run, so the horizon is too short.
    case unsettled
    /// The truncation point lies in the second half, but no movement is shown there.
    case unclear
    /// The metric is not defined at every observation.
    case undefined
  }

  /// What was found for one metric, over all clients.
  public struct Finding: Sendable, Equatable {
    /// The metric.
    public let metric: Metric
    /// What was found.
    public let verdict: Verdict
  }

  /// Replications that are averaged at most.
  public static let mostReplications = 30
  /// Fewest observations on which a verdict can rest: four batches of five.
  public static let leastObservations = 20

  /// The core metrics, in the order of the catalog.
  public let findings: [Finding]
  /// Months of warm-up that the scenario gives.
  public let givenMonths: Int
  /// Months from the first day to the last.
  public let runMonths: Int
  /// Months between two observations.
  public let observationMonths: Int
  /// Observations from the first day to the last.
  public let observations: Int
  /// Replications that were averaged.
  public let replications: Int

  /// The longest warm-up that any metric needs; `nil` when a metric does not settle, and when there are too
  /// few observations to tell.
  public var suggestedMonths: Int? {
    guard observations >= WarmUpDetection.leastObservations else { return nil }
    var longest = 0
    for finding in findings {
      switch finding.verdict {
      case .settled(let months): longest = max(longest, months)
      case .unsettled: return nil
      case .unclear, .undefined: continue
      }
    }
    return longest
  }

  /// How many metrics have an end of their warm-up, on which the suggestion rests.
  public var settledCount: Int {
    findings.count { if case .settled = $0.verdict { true } else { false } }
  }

  /// Metrics whose truncation point lies in the second half of the run.
  public var unsettled: [Metric] {
    findings.filter { $0.verdict == .unsettled }.map(\.metric)
  }

  /// Metrics that need a longer warm-up than the scenario gives, with the months they need.
  public var tooShort: [(metric: Metric, months: Int)] {
    findings.compactMap { finding in
      guard case .settled(let months) = finding.verdict, months > givenMonths else { return nil }
      return (finding.metric, months)
    }
  }

  /// Runs the scenario of an experiment from its first day on, without warm-up, and looks at every core
  /// metric.
  ///
  /// - Returns: `nil` when the runner was cancelled.
  /// - Throws: The violation when a replication broke a conservation law.
  public init?(
    of experiment: Experiment, with runner: ReplicationRunner
  ) throws(InvariantViolation) {
    var pilot = Experiment(scenario: experiment.scenario, digest: experiment.digest)
    pilot.scenario.time.warmUpMonths = 0
    pilot.scenario.time.durationMonths += experiment.scenario.time.warmUpMonths
    pilot.seed = experiment.seed
    pilot.replications = min(experiment.replications, WarmUpDetection.mostReplications)
    var averages = SeriesAverages()
    let violation = runner.run(
      pilot.scenario, seed: pilot.seed, replications: 0..<pilot.replications
    ) {
      averages.add($0)
    }
    if let violation { throw violation }
    guard averages.count == pilot.replications else { return nil }
    let time = experiment.scenario.time
    givenMonths = time.warmUpMonths
    runMonths = time.warmUpMonths + time.durationMonths
    observationMonths = time.observationMonths
    observations = averages.observations
    replications = pilot.replications
    findings = MetricCatalog.headlines.indices.map { index in
      Finding(
        metric: MetricCatalog.headlines[index].metric,
        verdict: WarmUpDetection.verdict(
          averages.means(of: index), observationMonths: time.observationMonths,
          movesAtTheEnd: averages.movesAtTheEnd(index)))
    }
  }

  /// Applies MSER-5 to the means of a metric.
  static func verdict(
    _ means: [Double], observationMonths: Int, movesAtTheEnd: Bool
  ) -> Verdict {
    guard means.allSatisfy(\.isFinite), let low = means.min(), let high = means.max() else {
      return .undefined
    }
    // A quantity that is fixed has nothing but rounding to look at.
    guard high - low > 1e-9 * max(high.magnitude, low.magnitude) else {
      return .settled(months: 0)
    }
    let middle = low + (high - low) / 2
    guard let cut = WarmUp.mser5(means.map { $0 - middle }) else {
      return movesAtTheEnd ? .unsettled : .unclear
    }
    return .settled(months: cut * observationMonths)
  }
}

/// Means over replications of the core metrics at every observation, and how the last quarter of the run
/// differs from the one before it.
private struct SeriesAverages {
  private(set) var count = 0
  private(set) var observations = 0
  private let metrics = MetricCatalog.headlines.map(\.metric)
  private var series: [RatioMoments] = []
  private var changes = ColumnMoments(columns: MetricCatalog.headlines.count)

  mutating func add(_ outcome: ReplicationOutcome) {
    if count == 0 {
      observations = outcome.observationCount
      series = metrics.map { _ in RatioMoments(columns: outcome.observationCount) }
    }
    count += 1
    for (index, metric) in metrics.enumerated() {
      let columns = (0..<observations).map { observation in
        (observation * Metric.allCases.count + metric.rawValue) * outcome.cellCount
      }
      let values = columns.map { outcome.series[$0] }
      let weights = columns.map { outcome.seriesWeights[$0] }
      series[index].add(row: values, weights: weights)
      changes.add(SeriesAverages.change(values, weights), column: index)
    }
  }

  /// The ratio of totals of the last quarter less that of the one before; NaN when either is not defined.
  private static func change(_ values: [Double], _ weights: [Double]) -> Double {
    let quarter = values.count / 4
    guard quarter > 0 else { return .nan }
    func ratio(_ range: Range<Int>) -> Double {
      var top = 0.0
      var bottom = 0.0
      for place in range {
        top += values[place] * weights[place]
        bottom += weights[place]
      }
      return top / bottom
    }
    let count = values.count
    return ratio(count - quarter..<count) - ratio(count - 2 * quarter..<count - quarter)
  }

  func means(of index: Int) -> [Double] {
    var quantiles = StudentQuantiles()
    return (0..<series[index].count).map { column in
      series[index].estimate(
        column: column, within: MetricCatalog[metrics[index]].bounds, quantiles: &quantiles
      ).mean
    }
  }

  /// Whether zero lies outside the interval for the change; one replication cannot tell, and counts as
  /// moving.
  func movesAtTheEnd(_ index: Int) -> Bool {
    var quantiles = StudentQuantiles(confidence: 1 - 0.05 / Double(metrics.count))
    let change = changes.estimate(column: index, quantiles: &quantiles)
    return !(change.low <= 0 && change.high >= 0)
  }
}
