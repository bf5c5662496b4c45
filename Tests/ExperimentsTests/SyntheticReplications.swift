import CaseloadModel
import CaseloadTestSupport
import Experiments

/// Replications with known answers, in place of the engine.
enum SyntheticReplications {
  /// An outcome of ten client-years whose series rises by 1 between its two observations.
  static func outcome(
    replication: Int, cellCount: Int, value: (Metric, Int) -> Double
  ) -> ReplicationOutcome {
    .synthetic(
      replication: replication, cellCount: cellCount, growth: 1, events: 1_000, clientYears: 10,
      value: value)
  }

  /// A simulator whose cells are normal with mean 10 and standard deviation 2.
  static let normal: Simulator = {
    (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
    let cellCount = scenario.population.groups.count + 1
    return outcome(replication: replication, cellCount: cellCount) { metric, group in
      var generator = SplitMix(
        seed: seed, replication: replication, cell: metric.rawValue * cellCount + group)
      return 10 + 2 * generator.normal()
    }
  }

  /// A runner of a simulator.
  static func runner(
    threads: Int = 2, cancellation: Cancellation = Cancellation(),
    _ simulator: @escaping Simulator = normal
  ) -> ReplicationRunner {
    ReplicationRunner(threads: threads, cancellation: cancellation, simulator: simulator)
  }

  /// An experiment on the default scenario.
  static func experiment(
    seed: UInt64 = 1, replications: Int = 20, precision: PrecisionTarget? = nil
  ) -> Experiment {
    var experiment = Experiment(scenario: Scenario(), digest: "00", precision: precision)
    experiment.seed = seed
    experiment.replications = replications
    return experiment
  }
}

extension SplitMix {
  /// Numbers that depend on nothing but their key.
  init(seed: UInt64, replication: Int, cell: Int) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    state ^= UInt64(replication) &* 0xBF58_476D_1CE4_E5B9
    state ^= UInt64(cell) &* 0x94D0_49BB_1331_11EB
    self.init(state: state)
    _ = next()
  }
}
