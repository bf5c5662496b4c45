import CaseloadModel
import ScenarioFormat

/// A scenario that is to be run, and how often.
public struct Experiment: Sendable {
  /// The scenario.
  public var scenario: Scenario
  /// The organisations, when the scenario is a sector; the scenario is then what they have in common.
  public var sector: Sector?
  /// The SHA-256 of the resolved scenario, in hexadecimal digits.
  public var digest: String
  /// The seed of all random numbers.
  public var seed: UInt64
  /// Replications to run; with a precision target, those of the first stage.
  public var replications: Int
  /// The precision to reach, if the number of replications is not given.
  public var precision: PrecisionTarget?

  /// Makes an experiment with the seed and the number of replications of the scenario.
  public init(
    scenario: Scenario, sector: Sector? = nil, digest: String, precision: PrecisionTarget? = nil
  ) {
    self.scenario = scenario
    self.sector = sector
    self.digest = digest
    self.precision = precision
    seed = scenario.seed
    replications = scenario.replications
  }

  /// Names of the parts of the stock for which metrics are kept beside all clients.
  public var groupNames: [String] { sector?.groupNames ?? scenario.metricGroupNames }

  /// The parts for which metrics are kept; those of a sector are the parts that all members have.
  var parts: MetricParts {
    guard let sector, let first = sector.organisations.first else { return scenario.metricParts }
    return first.scenario.metricParts.kept(sector.groupNames)
  }

  /// One replication as a job of a runner.
  func job(point: Int = 0, _ replication: Int) -> ReplicationRunner.Job {
    ReplicationRunner.Job(
      point: point, scenario: scenario, seed: seed, replication: replication, sector: sector)
  }

  /// Runs the experiment.
  ///
  /// The result is a pure function of scenario, seed and number of replications, unless the runner is
  /// cancelled: then it holds whatever replications were finished.
  public func run(with runner: ReplicationRunner) -> ExperimentResult {
    precondition(replications >= 1, "replications must be at least 1, not \(replications)")
    var collector = OutcomeCollector(cellCount: groupNames.count + 1)
    var planned = precision?.firstStage(planned: replications) ?? replications
    var done = 0
    var violation: InvariantViolation?
    let progress = ProgressCounter(planned: planned, start: .now, report: runner.onProgress)
    while true {
      violation =
        runner.run(done..<planned, progress: progress) { index in
          job(index)
        } consume: { _, outcome in
          collector.add(outcome)
        }?.violation
      done = planned
      guard violation == nil, !runner.cancellation.isCancelled, let precision else { break }
      let estimate = collector.estimate(of: precision.metric)
      guard let next = precision.nextStage(after: done, estimate: estimate) else { break }
      planned = next
      progress.plan(planned, forecast: precision.forecast(after: done, estimate: estimate))
    }
    return collector.result(of: self, planned: planned, violation: violation)
  }
}
