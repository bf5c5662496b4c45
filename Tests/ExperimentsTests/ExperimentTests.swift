import CaseloadModel
import Foundation
import SimulationKernel
import Testing

@testable import Experiments

/// A scenario run with a stand-in for the engine, whose answers are known.
enum Known {
  /// A replication in which every value is normal with mean 10 and standard deviation 2.
  static let normal: Simulator = { (scenario, seed, replication, _) throws(InvariantViolation) in
    var stream = RandomStream(
      seed: seed, replication: UInt64(replication), purpose: 1, entity: 1)
    let value = Normal(mean: 10, standardDeviation: 2).sample(using: &stream)
    return outcome(of: replication, value: value, scenario)
  }

  static func outcome(of replication: Int, value: Double, _ scenario: Scenario)
    -> ReplicationOutcome
  {
    let groups = scenario.population.groups.count + 1
    let cells = Metric.allCases.count * groups
    return ReplicationOutcome(
      replication: replication, groupCount: groups, observationCount: 1, observationDays: [16_071],
      values: Array(repeating: value, count: cells), series: Array(repeating: value, count: cells),
      events: 3, clientYears: 1)
  }

  static func experiment(replications: Int, seed: UInt64 = 1) -> Experiment {
    var experiment = Experiment(scenario: Scenario(), digest: "")
    experiment.replications = replications
    experiment.seed = seed
    return experiment
  }
}

@Suite struct ExperimentTests {
  @Test func intervalsCoverTheMeanAsOftenAsTheySay() {
    let experiments = 600
    var covered = 0
    for seed in 1...UInt64(experiments) {
      let result = Known.experiment(replications: 6, seed: seed).run(
        with: ReplicationRunner(threads: 1, simulator: Known.normal))
      let estimate = result.estimate(.stockClients)
      if estimate.low <= 10 && 10 <= estimate.high { covered += 1 }
    }
    // 570 expected, standard deviation 5.3; four of them either way.
    #expect((548...592).contains(covered), "\(covered) of \(experiments) intervals cover the mean")
  }

  @Test func sequentialStoppingCoversNearlyAsOften() {
    let experiments = 500
    var covered = 0
    var longer = 0
    for seed in 1...UInt64(experiments) {
      var experiment = Known.experiment(replications: 20, seed: seed)
      experiment.precision = PrecisionTarget(metric: .stockClients, relative: 0.05)
      let result = experiment.run(with: ReplicationRunner(threads: 1, simulator: Known.normal))
      let estimate = result.estimate(.stockClients)
      #expect(estimate.halfWidth <= 0.05 * estimate.mean)
      if estimate.low <= 10 && 10 <= estimate.high { covered += 1 }
      if result.finishedReplications.count > 20 { longer += 1 }
    }
    // Looking before stopping costs a little coverage; below 91 % the rule would not be honest.
    #expect(covered >= 455, "\(covered) of \(experiments) intervals cover the mean")
    #expect(longer > experiments / 2)
  }

  @Test func resultsDoNotDependOnThreads() {
    let results = [1, 2, 7].map {
      Known.experiment(replications: 40).run(
        with: ReplicationRunner(threads: $0, simulator: Known.normal))
    }
    for result in results.dropFirst() {
      #expect(
        result.values.map { $0.map(\.bitPattern) } == results[0].values.map { $0.map(\.bitPattern) }
      )
      #expect(
        result.estimates.map(\.mean.bitPattern) == results[0].estimates.map(\.mean.bitPattern))
      #expect(result.estimates.map(\.low.bitPattern) == results[0].estimates.map(\.low.bitPattern))
    }
  }

  @Test func aValueThatDoesNotExistIsLeftOut() {
    let result = Known.experiment(replications: 5).run(
      with: ReplicationRunner(
        threads: 1,
        simulator: {
          (scenario, _, replication, _) throws(InvariantViolation) in
          Known.outcome(
            of: replication, value: replication == 2 ? .nan : Double(replication), scenario)
        }))
    let estimate = result.estimate(.stockClients)
    #expect(estimate.count == 4)
    #expect(estimate.mean == 2)
  }

  @Test func theFirstBrokenLawIsTheOneThatIsReported() {
    for threads in [1, 2, 4] {
      let result = Known.experiment(replications: 30).run(
        with: ReplicationRunner(
          threads: threads,
          simulator: {
            (scenario, seed, replication, _) throws(InvariantViolation) in
            if replication >= 11 {
              throw InvariantViolation(
                law: .clientsBalance, seed: seed, replication: replication, minute: 5, entity: -1,
                expected: 1, found: 2)
            }
            return Known.outcome(of: replication, value: 1, scenario)
          }))
      #expect(result.violation?.replication == 11, "\(threads) threads")
    }
  }

  @Test func studentQuantilesMatchTheTables() {
    // Two-sided 95 % points to ten digits.
    let table: [(Int, Double)] = [
      (1, 12.706_204_736_2), (2, 4.302_652_729_9), (5, 2.570_581_835_6), (29, 2.045_229_642_1),
      (30, 2.042_272_456_3), (99, 1.984_216_951_5), (1_000, 1.962_339_080_8),
    ]
    for (freedom, expected) in table {
      let found = Elementary.studentTQuantile(0.975, degreesOfFreedom: Double(freedom))
      #expect((found / expected - 1).magnitude < 1e-10, "\(freedom) degrees of freedom: \(found)")
    }
  }
}

@Suite struct MetricCatalogTests {
  @Test func everyMetricIsDefinedOnce() {
    #expect(MetricCatalog.all.map(\.metric) == Metric.allCases)
    #expect(Set(Metric.allCases.map(\.id)).count == Metric.allCases.count)
    for definition in MetricCatalog.all {
      #expect(definition.definition.count > 20, "\(definition.metric.id)")
      #expect(!definition.dutchTitle.isEmpty)
    }
  }
}
