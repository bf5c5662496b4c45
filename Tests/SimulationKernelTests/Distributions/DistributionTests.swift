import Testing

@testable import SimulationKernel

/// Moments and goodness of fit over many seeds.
@Suite struct DistributionTests {
  struct Continuous: Sendable, CustomStringConvertible {
    let description: String
    let mean: Double
    let variance: Double
    let cumulative: (@Sendable (Double) -> Double)?
    let sample: @Sendable (inout RandomStream) -> Double
  }

  static let continuous: [Continuous] = {
    var all: [Continuous] = []
    let uniform = Uniform(from: -2, to: 5)
    all.append(
      Continuous(
        description: "uniform", mean: uniform.mean, variance: uniform.variance,
        cumulative: { uniform.cumulative($0) }, sample: { uniform.sample(using: &$0) }))
    let exponential = Exponential(rate: 0.25)
    all.append(
      Continuous(
        description: "exponential", mean: 4, variance: 16,
        cumulative: { exponential.cumulative($0) }, sample: { exponential.sample(using: &$0) }))
    let normal = Normal(mean: 3, standardDeviation: 2)
    all.append(
      Continuous(
        description: "normal", mean: 3, variance: 4, cumulative: { normal.cumulative($0) },
        sample: { normal.sample(using: &$0) }))
    let logNormal = LogNormal(mean: 10, coefficientOfVariation: 0.5)
    all.append(
      Continuous(
        description: "log-normal", mean: 10, variance: 25, cumulative: { logNormal.cumulative($0) },
        sample: { logNormal.sample(using: &$0) }))
    for shape in [0.7, 1, 3] {
      let weibull = Weibull(shape: shape, scale: 2)
      all.append(
        Continuous(
          description: "Weibull \(shape)", mean: weibull.mean, variance: weibull.variance,
          cumulative: { weibull.cumulative($0) }, sample: { weibull.sample(using: &$0) }))
    }
    for shape in [0.3, 1, 2.5, 40] {
      let gamma = Gamma(shape: shape, scale: 3)
      all.append(
        Continuous(
          description: "gamma \(shape)", mean: gamma.mean, variance: gamma.variance,
          cumulative: { gamma.cumulative($0) }, sample: { gamma.sample(using: &$0) }))
    }
    let beta = Beta(alpha: 2, beta: 5)
    all.append(
      Continuous(
        description: "beta", mean: beta.mean, variance: beta.variance,
        cumulative: { beta.cumulative($0) },
        sample: { beta.sample(using: &$0) }))
    let triangular = Triangular(low: 1, mode: 2, high: 6)
    all.append(
      Continuous(
        description: "triangular", mean: triangular.mean, variance: triangular.variance,
        cumulative: { triangular.cumulative($0) }, sample: { triangular.sample(using: &$0) }))
    let truncated = Truncated(Exponential(rate: 1), from: 0, to: 2)
    let kept = exponentialShare(2)
    all.append(
      Continuous(
        description: "truncated exponential", mean: (1 - 3 * (1 - kept)) / kept, variance: .nan,
        cumulative: { exponentialShare(min(2, max(0, $0))) / kept },
        sample: { truncated.sample(using: &$0) }))
    let truncatedNormal = Truncated(Normal(mean: 0, standardDeviation: 1), from: -1, to: 1)
    all.append(
      Continuous(
        description: "truncated normal", mean: 0, variance: .nan,
        cumulative: {
          (Elementary.normalCumulative(min(1, max(-1, $0))) - Elementary.normalCumulative(-1))
            / (1 - 2 * Elementary.normalCumulative(-1))
        },
        sample: { truncatedNormal.sample(using: &$0) }))
    return all
  }()

  private static func exponentialShare(_ x: Double) -> Double { 1 - Elementary.exp(-x) }

  @Test func withoutVariationEveryNumberIsTheMean() {
    var stream = RandomStream(seed: 1, replication: 0, purpose: 1, entity: 0)
    let logNormal = LogNormal(mean: 4, coefficientOfVariation: 0)
    let normal = Normal(mean: 4, standardDeviation: 0)
    for _ in 0..<20 {
      #expect(abs(logNormal.sample(using: &stream) - 4) < 1e-12)
      #expect(normal.sample(using: &stream) == 4)
    }
  }

  @Test func anExponentialOfAMeanIsThatOfItsRate() {
    #expect(Exponential(mean: 4) == Exponential(rate: 0.25))
    var draws = RandomStream(seed: 1, replication: 0, purpose: 1, entity: 1)
    for mean in [Double.leastNonzeroMagnitude, 1e-307, 1e308] {
      let value = Exponential(mean: mean).sample(using: &draws)
      #expect(value >= 0 && (mean > 1 || value < 1e-300), "\(mean)")
    }
  }

  @Test(arguments: DistributionTests.continuous)
  func momentsAgree(distribution: Continuous) {
    var stream = RandomStream(seed: 17, replication: 0, purpose: 1, entity: 1)
    let count = 40_000
    var sum = 0.0
    var squares = 0.0
    for _ in 0..<count {
      let gap = distribution.sample(&stream) - distribution.mean
      sum += gap
      squares += gap * gap
    }
    let variance = squares / Double(count)
    // Four standard errors of the mean; the variance within 12 % (kurtosis up to 30).
    #expect(
      (sum / Double(count)).magnitude < 4 * (variance / Double(count)).squareRoot(),
      "mean of \(distribution)")
    if !distribution.variance.isNaN {
      #expect(
        (variance / distribution.variance - 1).magnitude < 0.12, "variance of \(distribution)")
    }
  }

  @Test(arguments: DistributionTests.continuous.filter { $0.cumulative != nil })
  func goodnessOfFitRejectsAsOftenAsItShould(distribution: Continuous) throws {
    let cumulative = try #require(distribution.cumulative)
    let seeds = 120
    let count = 250
    var rejected = 0
    for seed in 1...UInt64(seeds) {
      var stream = RandomStream(seed: seed, replication: 1, purpose: 2, entity: 3)
      var values: [Double] = []
      for _ in 0..<count { values.append(cumulative(distribution.sample(&stream))) }
      values.sort()
      var distance = 0.0
      for (index, value) in values.enumerated() {
        distance = max(distance, value - Double(index) / Double(count))
        distance = max(distance, Double(index + 1) / Double(count) - value)
      }
      // Kolmogorov-Smirnov at 5 %, with Stephens' correction for finite samples.
      let root = Double(count).squareRoot()
      if distance * (root + 0.12 + 0.11 / root) > 1.358 { rejected += 1 }
    }
    // 6 of 120 expected; 99.9 % of the binomial distribution lies in 0...14.
    #expect(rejected <= 14, "\(distribution): \(rejected) of \(seeds) rejected")
  }

  @Test func kolmogorovSmirnovNoticesAWrongDistribution() {
    // The same test on exponential numbers that are taken for slightly faster ones.
    var rejected = 0
    let assumed = Exponential(rate: 1.25)
    for seed in 1...60 as ClosedRange<UInt64> {
      var stream = RandomStream(seed: seed, replication: 1, purpose: 2, entity: 3)
      var values: [Double] = []
      for _ in 0..<250 {
        values.append(assumed.cumulative(Exponential(rate: 1).sample(using: &stream)))
      }
      values.sort()
      var distance = 0.0
      for (index, value) in values.enumerated() {
        distance = max(distance, (value - (Double(index) + 0.5) / 250).magnitude)
      }
      if distance * 250.0.squareRoot() > 1.358 { rejected += 1 }
    }
    #expect(rejected > 30)
  }
}
