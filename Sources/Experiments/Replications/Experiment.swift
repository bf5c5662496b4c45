import CaseloadModel

/// A scenario that is to be run, and how often.
public struct Experiment: Sendable {
  /// The scenario.
  public var scenario: Scenario
  /// The SHA-256 of the resolved scenario, in hexadecimal digits.
  public var digest: String
  /// The seed of all random numbers.
  public var seed: UInt64
  /// Replications to run; with a precision target, those of the first stage.
  public var replications: Int
  /// The precision to reach, if the number of replications is not given.
  public var precision: PrecisionTarget?

  /// Makes an experiment with the seed and the number of replications of the scenario.
  public init(scenario: Scenario, digest: String, precision: PrecisionTarget? = nil) {
    self.scenario = scenario
    self.digest = digest
    self.precision = precision
    seed = scenario.seed
    replications = scenario.replications
  }

  /// Runs the experiment.
  ///
  /// The result is a pure function of scenario, seed and number of replications, unless the runner is
  /// cancelled: then it holds whatever replications were finished.
  public func run(with runner: ReplicationRunner) -> ExperimentResult {
    precondition(replications >= 1, "replications must be at least 1, not \(replications)")
    let start = ContinuousClock.now
    var collector = OutcomeCollector(groupCount: scenario.population.groups.count + 1)
    var planned = precision?.firstStage(planned: replications) ?? replications
    var done = 0
    var violation: InvariantViolation?
    while true {
      violation = runner.run(scenario, seed: seed, replications: done..<planned, start: start) {
        collector.add($0)
      }
      done = planned
      guard violation == nil, !runner.cancellation.isCancelled, let precision,
        let next = precision.nextStage(
          after: done, estimate: collector.estimate(of: precision.metric))
      else { break }
      planned = next
    }
    return collector.result(of: self, planned: planned, violation: violation)
  }
}

/// Gathers outcomes in the order of their numbers.
private struct OutcomeCollector {
  private let groupCount: Int
  private var finished: [Int] = []
  private var observationDays: [Int] = []
  private var values: [[Double]] = []
  private var moments: ColumnMoments
  private var seriesMoments: ColumnMoments?
  private var events = 0
  private var clientYears = 0.0

  init(groupCount: Int) {
    self.groupCount = groupCount
    moments = ColumnMoments(columns: Metric.allCases.count * groupCount)
  }

  mutating func add(_ outcome: ReplicationOutcome) {
    precondition(
      outcome.groupCount == groupCount,
      "replication \(outcome.replication) has \(outcome.groupCount) groups, not \(groupCount)")
    if seriesMoments == nil {
      observationDays = outcome.observationDays
      seriesMoments = ColumnMoments(columns: outcome.series.count)
    }
    precondition(
      outcome.observationDays == observationDays,
      "replication \(outcome.replication) was observed on other days")
    finished.append(outcome.replication)
    values.append(outcome.values)
    moments.add(row: outcome.values)
    seriesMoments?.add(row: outcome.series)
    events += outcome.events
    clientYears += outcome.clientYears
  }

  func estimate(of metric: Metric) -> Estimate {
    var quantiles = StudentQuantiles()
    return moments.estimate(column: metric.rawValue * groupCount, quantiles: &quantiles)
  }

  func result(
    of experiment: Experiment, planned: Int, violation: InvariantViolation?
  ) -> ExperimentResult {
    var quantiles = StudentQuantiles()
    return ExperimentResult(
      scenarioName: experiment.scenario.name, scenarioDigest: experiment.digest,
      seed: experiment.seed, plannedReplications: planned, finishedReplications: finished,
      groupNames: experiment.scenario.population.groups.map(\.name),
      observationDays: observationDays, estimates: moments.estimates(quantiles: &quantiles),
      series: seriesMoments?.estimates(quantiles: &quantiles) ?? [], values: values,
      events: events, clientYears: clientYears, violation: violation)
  }
}
