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
}
