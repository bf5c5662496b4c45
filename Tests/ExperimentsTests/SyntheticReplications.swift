import CaseloadModel
import Experiments

/// Replications with known answers, in place of the engine.
enum SyntheticReplications {
  /// Uniform numbers that depend on nothing but their key (SplitMix64, Steele 2014,
  /// doi:10.1145/2714064.2660195).
  struct Generator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64, replication: Int, cell: Int) {
      state = seed &* 0x9E37_79B9_7F4A_7C15
      state ^= UInt64(replication) &* 0xBF58_476D_1CE4_E5B9
      state ^= UInt64(cell) &* 0x94D0_49BB_1331_11EB
      _ = next()
    }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Mean 0, variance 1, very nearly normal: twelve uniform numbers less six.
    mutating func normal() -> Double {
      var sum = -6.0
      for _ in 0..<12 { sum += uniform() }
      return sum
    }
  }

  /// An outcome whose cells come from a function of metric and group; two observations.
  static func outcome(
    replication: Int, groupCount: Int, value: (Metric, Int) -> Double
  ) -> ReplicationOutcome {
    var values: [Double] = []
    for metric in Metric.allCases {
      for group in 0..<groupCount { values.append(value(metric, group)) }
    }
    return ReplicationOutcome(
      replication: replication, groupCount: groupCount, observationCount: 2,
      observationDays: [15_372, 15_400], values: values, series: values + values.map { $0 + 1 },
      events: 1_000, clientYears: 10)
  }

  /// A simulator whose cells are normal with mean 10 and standard deviation 2.
  static let normal: Simulator = {
    (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
    let groupCount = scenario.population.groups.count + 1
    return outcome(replication: replication, groupCount: groupCount) { metric, group in
      var generator = Generator(
        seed: seed, replication: replication, cell: metric.rawValue * groupCount + group)
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
