import CaseloadModel
import CaseloadTestSupport
import Experiments

/// Results with known content.
enum SyntheticResults {
  /// Three replications of a scenario with the default groups; cell values are
  /// `10 * metric + group + replication / 2`.
  static func result(
    name: String = "synthetic", replications: Int = 3, undefined: Metric? = nil
  ) -> ExperimentResult {
    var scenario = Scenario()
    scenario.name = name
    var experiment = Experiment(scenario: scenario, digest: String(repeating: "ab", count: 32))
    experiment.seed = UInt64.max
    experiment.replications = replications
    var runner = ReplicationRunner(threads: 2)
    runner.simulator = {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      .synthetic(replication: replication, cellCount: scenario.population.groups.count + 1) {
        metric, group in
        let value = Double(10 * metric.rawValue + group) + Double(replication) / 2
        return metric == undefined ? .nan : value
      }
    }
    return experiment.run(with: runner)
  }
}
