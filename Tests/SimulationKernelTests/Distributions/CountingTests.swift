import Testing

@testable import SimulationKernel

@Suite struct CountingTests {
  /// Chi-square over 0…cells-1 with the rest in the last cell; the statistic less its mean, in standard
  /// deviations.
  private func excess(
    cells: Int, count: Int, seed: UInt64, probability: (Int) -> Double,
    sample: (inout RandomStream) -> Int
  ) -> Double {
    var stream = RandomStream(seed: seed, replication: 0, purpose: 4, entity: 0)
    var counts = [Int](repeating: 0, count: cells + 1)
    for _ in 0..<count { counts[min(cells, sample(&stream))] += 1 }
    var statistic = 0.0
    var rest = 1.0
    var freedom = -1
    var pooledExpected = 0.0
    var pooledCount = 0
    for cell in 0...cells {
      let p = cell < cells ? probability(cell) : rest
      rest -= p
      pooledExpected += p * Double(count)
      pooledCount += counts[cell]
      if pooledExpected >= 5 {
        let gap = Double(pooledCount) - pooledExpected
        statistic += gap * gap / pooledExpected
        freedom += 1
        pooledExpected = 0
        pooledCount = 0
      }
    }
    return (statistic - Double(freedom)) / (2 * Double(freedom)).squareRoot()
  }

  private func expectFit(
    _ name: String, cells: Int, probability: (Int) -> Double,
    sample: (inout RandomStream) -> Int
  ) {
    var high = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      let value = excess(
        cells: cells, count: 1_500, seed: seed, probability: probability, sample: sample)
      if value > 1.9 { high += 1 }
    }
    // About 5 % exceed 1.9; more than 8 of 40 has a chance below one in a thousand.
    #expect(high <= 8, "\(name): \(high) of 40 tests rejected")
  }

  @Test func poissonFits() {
    for mean in [0.3, 3.0, 9.9, 10.1, 45] {
      let distribution = Poisson(mean: mean)
      expectFit(
        "Poisson \(mean)", cells: Int(mean + 6 * mean.squareRoot()) + 4,
        probability: {
          Elementary.exp(
            Double($0) * Elementary.log(mean) - mean - Elementary.logGamma(Double($0) + 1))
        }, sample: { distribution.sample(using: &$0) })
    }
  }

  @Test func geometricFits() {
    let distribution = Geometric(p: 0.3)
    expectFit(
      "geometric", cells: 25, probability: { 0.3 * Elementary.pow(0.7, Double($0)) },
      sample: { distribution.sample(using: &$0) })
  }

  @Test func negativeBinomialFits() {
    let r = 2.5
    let distribution = NegativeBinomial(successes: r, p: 0.4)
    expectFit(
      "negative binomial", cells: 30,
      probability: {
        let k = Double($0)
        return Elementary.exp(
          Elementary.logGamma(k + r) - Elementary.logGamma(r) - Elementary.logGamma(k + 1)
            + r * Elementary.log(0.4) + k * Elementary.log(0.6))
      }, sample: { distribution.sample(using: &$0) })
  }

  @Test func discreteFits() {
    let weights = [5.0, 0, 1, 3, 0.5, 0.5]
    let distribution = Discrete(weights: weights)
    expectFit(
      "discrete", cells: 5, probability: { weights[$0] / 10 },
      sample: { distribution.sample(using: &$0) })
  }

  @Test func edges() {
    var stream = RandomStream(seed: 1, replication: 0, purpose: 5, entity: 0)
    for _ in 0..<200 {
      #expect(!Bernoulli(p: 0).sample(using: &stream))
      #expect(Bernoulli(p: 1).sample(using: &stream))
      #expect(Poisson(mean: 0).sample(using: &stream) == 0)
      #expect(Geometric(p: 1).sample(using: &stream) == 0)
      #expect(NegativeBinomial(successes: 3, p: 1).sample(using: &stream) == 0)
      #expect(Normal(mean: 4, standardDeviation: 0).sample(using: &stream) == 4)
      #expect(Uniform(from: 2, to: 2).sample(using: &stream) == 2)
      #expect(Triangular(low: 2, mode: 2, high: 2).sample(using: &stream) == 2)
      #expect(Empirical(values: [7]).sample(using: &stream) == 7)
      #expect(Discrete(weights: [0, 2, 0]).sample(using: &stream) == 1)
      #expect(Gamma(shape: 1e-3, scale: 1).sample(using: &stream) >= 0)
      let share = Beta(alpha: 1e-3, beta: 1e-3).sample(using: &stream)
      #expect(share >= 0 && share <= 1)
      let large = Gamma(shape: 1e9, scale: 1).sample(using: &stream)
      #expect((large / 1e9 - 1).magnitude < 1e-3)
      let crowd = Double(Poisson(mean: 1e8).sample(using: &stream))
      #expect((crowd / 1e8 - 1).magnitude < 1e-2)
      let cut = Truncated(LogNormal(mean: 1, coefficientOfVariation: 1), from: 0.5, to: 0.6)
        .sample(using: &stream)
      #expect(cut >= 0.5 && cut <= 0.6)
      // Without spread, and on the bound itself.
      let point = Truncated(Normal(mean: 5, standardDeviation: 0), from: 5, to: 9)
      #expect(point.sample(using: &stream) == 5)
      let half = Truncated(Normal(mean: 5, standardDeviation: 1), from: 5, to: .infinity)
      #expect(half.sample(using: &stream) >= 5)
    }
    // The smallest rate there is: never.
    #expect(Exponential(rate: .leastNonzeroMagnitude).sample(using: &stream) == .infinity)
  }

  @Test func quantilesAreDefinedForSharesOnly() {
    let exponential = Exponential(rate: 2)
    let weibull = Weibull(shape: 0.5, scale: 1)
    let normal = Normal(mean: 3, standardDeviation: 0)
    for p in [-0.5, -1e-9, 1.5, .nan] as [Double] {
      #expect(exponential.quantile(p).isNaN, "\(p)")
      #expect(weibull.quantile(p).isNaN, "\(p)")
      #expect(normal.quantile(p).isNaN, "\(p)")
    }
    #expect(exponential.quantile(0) == 0 && exponential.quantile(1) == .infinity)
    #expect(weibull.quantile(0) == 0 && weibull.quantile(1) == .infinity)
    for p in [0, 0.3, 1] { #expect(normal.quantile(p) == 3) }
  }

  @Test func misuseStops() async {
    await #expect(processExitsWith: .failure) { _ = Exponential(rate: 0) }
    await #expect(processExitsWith: .failure) { _ = Discrete(weights: [0, 0]) }
    await #expect(processExitsWith: .failure) { _ = Empirical(values: []) }
    await #expect(processExitsWith: .failure) { _ = Bernoulli(p: 1.1) }
    await #expect(processExitsWith: .failure) { _ = Gamma(shape: .nan, scale: 1) }
    await #expect(processExitsWith: .failure) {
      var stream = RandomStream(seed: 1, replication: 0, purpose: 0, entity: 0)
      _ = stream.uniform(from: -1e308, to: 1e308)
    }
  }
}
