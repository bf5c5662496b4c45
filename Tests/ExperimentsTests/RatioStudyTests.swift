import CaseloadModel
import CaseloadTestSupport
import Testing

@testable import Experiments

/// Every way of study estimates a metric as a ratio of totals, whatever the denominators of replications.
@Suite struct RatioStudyTests {
  /// A ratio that is far from the mean of ratios: even replications have 10 of 1, odd ones 0 of 9.
  ///
  /// The ratio of totals is 1 and the mean of ratios 5; with more than 30 fte both are 2.
  private static let simulator: Simulator = {
    (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
    let isEven = replication % 2 == 0
    let isLarge = scenario.staffing.fte > 30
    let cellCount = scenario.population.groups.count + 1
    let count = Metric.allCases.count * cellCount
    var noise = SplitMix(seed: seed, replication: replication, cell: 1)
    let value = isLarge ? 2 + 0.01 * noise.normal() : isEven ? 10 : 0
    let weight = isLarge ? 5.0 : isEven ? 1 : 9
    let values = Array(repeating: value, count: count)
    let weights = Array(repeating: weight, count: count)
    let observations = 40
    return ReplicationOutcome(
      replication: replication, cellCount: cellCount, observationCount: observations,
      observationDays: (0..<observations).map { 15_000 + 30 * $0 }, values: values,
      weights: weights,
      series: Array(repeating: values, count: observations).flatMap { $0 },
      seriesWeights: Array(repeating: weights, count: observations).flatMap { $0 }, events: 1,
      clientYears: 1)
  }

  private func scenario(fte: Double) -> Scenario {
    var scenario = Scenario()
    scenario.staffing.fte = fte
    return scenario
  }

  @Test func pointsOfADesignHaveRatiosOfTotals() {
    let run = BlockRun(
      blocks: [[scenario(fte: 20), scenario(fte: 40)]], metrics: [.costPerWorkExit], seed: 1,
      replications: 4)
    let outcome = run.run(with: SyntheticReplications.runner(RatioStudyTests.simulator))
    let outputs = outcome.outputs(metric: 0)[0]
    #expect(abs(outputs[0].reduce(0, +) / 4 - 1) < 1e-12)
    #expect(abs(outputs[1].reduce(0, +) / 4 - 2) < 0.05)
  }

  @Test func blocksThatAreFinishedAreThoseThatCount() {
    // Replication 0 and 1 are those of the first block, 2 and 3 those of the second.
    for broken in [nil, 3] as [Int?] {
      let runner = SyntheticReplications.runner {
        (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
        if replication == broken, scenario.staffing.fte == 40 {
          throw InvariantViolation(
            law: .clientsBalance, seed: seed, replication: replication, minute: 0, entity: -1,
            expected: 0, found: 1)
        }
        return SyntheticReplications.outcome(replication: replication, cellCount: 4) { _, _ in
          scenario.staffing.fte + Double(replication)
        }
      }
      let block = [scenario(fte: 20), scenario(fte: 40)]
      let run = BlockRun(
        blocks: [block, block], metrics: [.unseen6m, .stockClients], seed: 1, replications: 2)
      let outcome = run.run(with: runner)
      #expect(outcome.pointCount == 2 && outcome.replications == 2)
      #expect(outcome.finishedBlocks == (broken == nil ? [0, 1] : [0]))
      for metric in 0..<2 {
        let first = [[20.0, 21], [40, 41]]
        #expect(
          outcome.outputs(metric: metric)
            == (broken == nil ? [first, [[22, 23], [42, 43]]] : [first]))
      }
      #expect(outcome.failure.map { [$0.block, $0.point] } == broken.map { _ in [1, 1] })
      #expect(outcome.events == (broken == nil ? 8_000 : 7_000))
      #expect(outcome.clientYears == (broken == nil ? 80 : 70))
    }
  }

  @Test func aSelectionComparesRatiosOfTotals() {
    // By ratios of totals the first costs half as much; by the mean of ratios it costs 2.5 times as much.
    let experiment = SelectionExperiment(
      scenarios: [scenario(fte: 20), scenario(fte: 40)],
      problem: SelectionProblem(
        candidates: 2, limits: [.init(isUpper: true, bound: 4, tolerance: 1)],
        objective: .measured(isLowBest: true, indifference: 0.3), maximum: 10_000),
      metrics: [.costPerWorkExit, .costPerWorkExit], seed: 4)
    let result = experiment.run(with: SyntheticReplications.runner(RatioStudyTests.simulator))
    #expect(result.selection.conclusion == .selected(0))
    // Replications come in pairs; an odd one is left over at most.
    #expect(abs(result.estimates(candidate: 0)[0].mean - 1) < 0.3)
    #expect(result.estimates(candidate: 0)[0].low >= 0)
  }

  @Test func contributionsAboutAFirstStageHaveTheRatioAsTheirMean() {
    let values = [10.0, 0, 10, 0]
    let weights = [1.0, 9, 1, 9]
    let ratio = LinearisedRatio(values: values, weights: weights)
    let mean = zip(values, weights).map { ratio.contribution(of: $0, weight: $1) }.reduce(0, +) / 4
    #expect(abs(mean - 1) < 1e-12)
    // A ratio of 20 / 20 and a mean denominator of 5.
    #expect(abs(ratio.contribution(of: 10, weight: 1) - 2.8) < 1e-12)
    #expect(abs(ratio.contribution(of: 0, weight: 9) + 0.8) < 1e-12)
    let same = LinearisedRatio(values: [3, 5], weights: [2, 2])
    #expect(same.contribution(of: 7, weight: 2) == 7)
    #expect(ratio.contribution(of: .nan, weight: 0).isNaN)
  }

  @Test func aReplicationWithoutADenominatorContributesNothing() {
    let found = RatioContributions.of([0.5, 3, .nan, 0], weights: [2, 0, 1, 1])
    // 1 of 3, about which the first lies by 2 x 1/6 and the last by 1/3, over the mean of 1.5.
    #expect(abs(found[0] - (1.0 / 3 + 2.0 / 6 / 1.5)) < 1e-12)
    #expect(found[1].isNaN && found[2].isNaN)
    #expect(abs(found[3] - (1.0 / 3 - 1.0 / 3 / 1.5)) < 1e-12)
    #expect(RatioContributions.of([3], weights: [0])[0].isNaN)
  }

  @Test func aWarmUpLooksAtRatiosOfTotals() throws {
    var experiment = SyntheticReplications.experiment(replications: 10)
    experiment.scenario.time.warmUpMonths = 10
    experiment.scenario.time.durationMonths = 30
    let detection = try #require(
      try WarmUpDetection(
        of: experiment, with: SyntheticReplications.runner(RatioStudyTests.simulator)))
    // Every observation has the same ratio of totals, so nothing is left to settle.
    #expect(detection.findings.allSatisfy { $0.verdict == .settled(months: 0) })
  }
}
