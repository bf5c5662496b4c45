import CaseloadModel
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
      let groupCount = scenario.population.groups.count + 1
      var values: [Double] = []
      for metric in Metric.allCases {
        for group in 0..<groupCount {
          let value = Double(10 * metric.rawValue + group) + Double(replication) / 2
          values.append(metric == undefined ? .nan : value)
        }
      }
      return ReplicationOutcome(
        replication: replication, groupCount: groupCount, observationCount: 2,
        observationDays: [15_372, 15_400], values: values, series: values + values, events: 10,
        clientYears: 1)
    }
    return experiment.run(with: runner)
  }
}
