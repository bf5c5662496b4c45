import CaseloadModel
import CaseloadTestSupport
import SimulationKernel
import Testing

@testable import Experiments

@Suite struct RatioTests {
  @Test func aRatioOfTotalsWorkedOutByHand() {
    // 1 of 10, 0 of 5 and 5 of 20: 6 of 35. Residuals 1 - 60/35, 0 - 30/35, 5 - 120/35, that is
    // -25/35, -30/35 and 55/35 with squares 625 + 900 + 3025 = 4550 over 35 squared.
    let estimate = Estimate(ofRatios: [(0.1, weight: 10), (0, weight: 5), (0.25, weight: 20)])
    #expect(estimate.count == 3)
    #expect(abs(estimate.mean - 6.0 / 35) < 1e-15)
    let deviation = (4_550.0 / 2).squareRoot() / 35 / (35.0 / 3)
    #expect(abs(estimate.standardDeviation - deviation) < 1e-15)
    // t with 2 degrees of freedom at 0.975 is 4.302652729749462.
    #expect(abs(estimate.halfWidth - 4.302652729749462 * deviation / 3.0.squareRoot()) < 1e-13)
  }

  @Test func equalRatiosHaveNoWidthWhateverTheirDenominators() {
    let estimate = Estimate(ofRatios: [(0.3, weight: 7), (0.3, weight: 1e9), (0.3, weight: 0.1)])
    #expect(estimate.mean == 0.3 && estimate.halfWidth == 0)
  }

  @Test func withoutADenominatorNothingIsAdded() {
    let estimate = Estimate(
      ofRatios: [(.nan, weight: 0), (2, weight: 3), (.nan, weight: 0), (4, weight: 1)])
    #expect(estimate.count == 2)
    #expect(estimate.mean == 2.5)
  }

  @Test func intervalsStayWithinTheBounds() {
    let share = Estimate(of: [0, 0, 0, 0.4], bounds: 0...1)
    #expect(share.low == 0 && share.high == 0.1 + share.halfWidth)
    let full = Estimate(of: [1, 1, 0.9, 0.6], bounds: 0...1)
    #expect(full.high == 1 && full.low == full.mean - full.halfWidth)
    let count = Estimate(of: [0, 0, 30.0], bounds: 0...Double.infinity)
    #expect(count.low == 0 && count.high == 10 + count.halfWidth)
    let one = Estimate(of: [0.5], bounds: 0...1)
    #expect(one.low.isNaN && one.high.isNaN)
  }

  @Test func contributionsHaveTheMeanAndTheSpreadOfTheEstimate() {
    let values = [0.1, 0, .nan, 0.25]
    let weights = [10.0, 5, 0, 20]
    let contributions = RatioContributions.of(values, weights: weights)
    let mean = Estimate(of: contributions)
    let ratio = Estimate(ofRatios: zip(values, weights).map { ($0, weight: $1) })
    #expect(contributions[2].isNaN)
    #expect(mean.count == 3)
    #expect(abs(mean.mean - ratio.mean) < 1e-15)
    #expect(abs(mean.standardDeviation - ratio.standardDeviation) < 1e-15)
    #expect(RatioContributions.of([3, 1, 4], weights: [2, 2, 2]) == [3, 1, 4])
  }

  /// A rare success: the mean of shares over replications is beside the truth where nobody to divide by
  /// is usual; the ratio of totals is not, and its interval holds the truth.
  @Test func theIntervalHoldsTheTruthWhenDenominatorsAreSmall() {
    let truth = 0.2
    var held = 0
    for study in 0..<400 {
      var draws = SplitMix(seed: 5, replication: study, cell: 1)
      let ratios = (0..<60).map { _ in
        let tries = Int(draws.uniform() * 8)
        var successes = 0
        for _ in 0..<tries where draws.uniform() < truth { successes += 1 }
        return (Double(successes) / Double(tries), weight: Double(tries))
      }
      let estimate = Estimate(ofRatios: ratios, bounds: 0...1)
      if estimate.low <= truth && truth <= estimate.high { held += 1 }
    }
    // 95 % of 400 is 380, with a standard deviation of 4.4.
    #expect((362...396).contains(held), "\(held) of 400")
  }

  @Test func aComparisonOfRatiosIsTheDifferenceOfTheRatiosOfTotals() {
    // Base 1 of 10 and 3 of 10; variant 2 of 4 and 0 of 16: 0.2 and 0.1.
    let rows: [Bool: [(value: Double, weight: Double)]] = [
      false: [(0.1, 10), (0.3, 10)], true: [(0.5, 4), (0, 16)],
    ]
    func result(_ isVariant: Bool) -> ExperimentResult {
      let experiment = SyntheticReplications.experiment(replications: 2)
      return experiment.run(
        with: SyntheticReplications.runner(threads: 1) {
          (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
          let count = Metric.allCases.count * (scenario.metricGroupNames.count + 1)
          let row = (rows[isVariant] ?? [])[replication]
          return ReplicationOutcome(
            replication: replication, cellCount: scenario.metricGroupNames.count + 1,
            observationCount: 1, observationDays: [15_372],
            values: Array(repeating: row.value, count: count),
            weights: Array(repeating: row.weight, count: count),
            series: Array(repeating: row.value, count: count),
            seriesWeights: Array(repeating: row.weight, count: count), events: 1, clientYears: 1)
        })
    }
    let comparison = PairedComparison(base: result(false), variant: result(true), comparisons: 1)
    let difference = comparison.difference(.relapse12m)
    #expect(abs(difference.base - 0.2) < 1e-15)
    #expect(abs(difference.variant - 0.1) < 1e-15)
    #expect(abs(difference.estimate.mean + 0.1) < 1e-15)
    #expect(
      result(true).estimate(.relapse12m, observation: 0) == result(true).estimate(.relapse12m))
  }
}
