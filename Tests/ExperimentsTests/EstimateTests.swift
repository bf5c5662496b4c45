import CaseloadModel
import CaseloadTestSupport
import Testing

@testable import Experiments

@Suite struct EstimateTests {
  @Test func aSmallSampleWorkedOutByHand() {
    // Mean 5, squared deviations 9 + 1 + 1 + 9 = 20, variance 20 / 3.
    let estimate = Estimate(of: [2, 4, 6, 8])
    #expect(estimate.count == 4)
    #expect(estimate.mean == 5)
    #expect(abs(estimate.standardDeviation - (20.0 / 3).squareRoot()) < 1e-15)
    // t with 3 degrees of freedom at 0.975 is 3.182446305284263.
    let half = 3.182446305284263 * (20.0 / 3).squareRoot() / 2
    #expect(abs(estimate.halfWidth - half) < 1e-12)
    #expect(estimate.low == estimate.mean - estimate.halfWidth)
  }

  @Test func undefinedValuesAreLeftOut() {
    let estimate = Estimate(of: [.nan, 1, .infinity, 3, .nan])
    #expect(estimate.count == 2)
    #expect(estimate.mean == 2)
    let none = Estimate(of: [Double.nan])
    #expect(none.count == 0 && none.mean.isNaN && none.low.isNaN)
    let single = Estimate(of: [7])
    #expect(single.mean == 7 && single.standardDeviation.isNaN && single.high.isNaN)
  }

  @Test func equalValuesHaveNoWidth() {
    let estimate = Estimate(of: Array(repeating: 0.1, count: 30))
    #expect(estimate.halfWidth == 0)
    #expect(estimate.mean == 0.1)
  }

  /// References: SciPy 1.17, `scipy.stats.t.ppf`.
  @Test(arguments: [
    (0.975, 1, 12.706204736174694),
    (0.975, 2, 4.302652729749462),
    (0.975, 3, 3.1824463052837078),
    (0.975, 5, 2.5705818356363146),
    (0.975, 29, 2.045229642132703),
    (0.975, 30, 2.0422724563012378),
    (0.995, 9, 3.249835541592126),
    (0.9995, 4, 8.610301581379522),
    (0.975, 999, 1.9623414611334493),
  ])
  func quantilesOfStudentsDistribution(p: Double, degreesOfFreedom: Int, expected: Double) {
    var quantiles = StudentQuantiles(confidence: 2 * p - 1)
    let value = quantiles.value(count: degreesOfFreedom + 1)
    #expect(abs(value / expected - 1) < 1e-11, "\(value)")
  }

  @Test func intervalsCoverTheMeanAsOftenAsTheySay() {
    var covered = 0
    let samples = 2_000
    for seed in 0..<samples {
      let values = (0..<8).map { index in
        var generator = SplitMix(
          seed: UInt64(seed), replication: index, cell: 3)
        return 10 + 2 * generator.normal()
      }
      let estimate = Estimate(of: values)
      if estimate.low <= 10 && 10 <= estimate.high { covered += 1 }
    }
    // Three standard errors of a share of 0.95 in 2,000 samples are 0.015.
    #expect(abs(Double(covered) / Double(samples) - 0.95) < 0.015, "\(covered) of \(samples)")
  }

  @Test func anIntervalIsCutWhereTheQuantityEnds() {
    let wide = Estimate(
      count: 3, mean: 0.5, standardDeviation: 1, halfWidth: 0.75, bounds: 0...1)
    #expect(wide.low == 0 && wide.high == 1)
    let narrow = Estimate(
      count: 3, mean: 0.5, standardDeviation: 1, halfWidth: 0.25, bounds: 0...1)
    #expect(narrow.low == 0.25 && narrow.high == 0.75)
    let open = Estimate(count: 3, mean: -2, standardDeviation: 1, halfWidth: 0.5)
    #expect(open.low == -2.5 && open.high == -1.5 && open.relativeHalfWidth == 0.25)
    let zero = Estimate(count: 3, mean: 0, standardDeviation: 1, halfWidth: 0.5)
    #expect(zero.relativeHalfWidth.isNaN)
  }

  @Test func confidenceLiesBetweenNothingAndCertainty() async {
    await #expect(processExitsWith: .failure) { _ = StudentQuantiles(confidence: 0) }
    await #expect(processExitsWith: .failure) { _ = StudentQuantiles(confidence: 1) }
    var quantiles = StudentQuantiles(confidence: 0.999_999)
    #expect(quantiles.value(count: 1_000).isFinite)
  }

  @Test func whatReplicationsContributeHasTheRatioAsItsMean() {
    // 0.5 of 2, 0 of 1 and 1 of 3: a ratio of 4 / 6, about which each lies by its weight over the mean of 2.
    let cells = [(0.5, 2.0), (0, 1), (1, 3)]
    let runner = SyntheticReplications.runner {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      let count = Metric.allCases.count * 4
      let value = Array(repeating: cells[replication].0, count: count)
      let weight = Array(repeating: cells[replication].1, count: count)
      return ReplicationOutcome(
        replication: replication, cellCount: 4, observationCount: 2, observationDays: [0, 31],
        values: value, weights: weight, series: value + value.map { $0 + 1 },
        seriesWeights: weight + weight, events: 1, clientYears: 1)
    }
    let experiments = [SyntheticReplications.experiment(replications: 3)]
    let result = ExperimentGrid(experiments, keepsSeriesValues: [0]).run(with: runner)[0]
    let window = result.contributions(.unseen6m, group: 1)
    let expected = [0.5, 1.0 / 3, 7.0 / 6]
    #expect(zip(window, expected).allSatisfy { abs($0 - $1) < 1e-12 }, "\(window)")
    let second = result.contributions(.unseen6m, observation: 1)
    #expect(zip(second, expected).allSatisfy { abs($0 - $1 - 1) < 1e-12 }, "\(second)")
    #expect(result.value(.unseen6m, position: 2) == 1)
    #expect(abs(result.estimate(.unseen6m, group: 1).mean - 2.0 / 3) < 1e-12)
    #expect(abs(result.estimate(.unseen6m, observation: 1).mean - 5.0 / 3) < 1e-12)
  }
}
