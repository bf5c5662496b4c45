/// The Bernoulli distribution: yes or no.
@frozen
public struct Bernoulli: Sendable, Equatable {
  /// The chance of yes.
  public let p: Double

  /// Makes the distribution.
  ///
  /// - Precondition: `p` lies in 0…1.
  @inlinable
  public init(p: Double) {
    guard p >= 0, p <= 1 else { Misuse.share("Bernoulli", p) }
    self.p = p
  }

  /// Whether it happens.
  @inlinable
  public func sample(using stream: inout RandomStream) -> Bool { stream.uniform() < p }
}

/// The geometric distribution: failures before the first success.
@frozen
public struct Geometric: Sendable, Equatable {
  /// The chance of success.
  public let p: Double

  /// Makes the distribution.
  ///
  /// - Precondition: `0 < p <= 1`.
  @inlinable
  public init(p: Double) {
    guard p > 0, p <= 1 else { Misuse.share("Geometric", p) }
    self.p = p
  }

  /// The mean.
  public var mean: Double { (1 - p) / p }
  /// The variance.
  public var variance: Double { (1 - p) / (p * p) }

  /// A random number of failures, at most 2e9: the whole part of an exponential number.
  public func sample(using stream: inout RandomStream) -> Int {
    if p == 1 { return 0 }
    let value = Exponential.standard(using: &stream) / -Elementary.log1p(-p)
    return value < 2e9 ? Int(value) : 2_000_000_000
  }
}

/// The Poisson distribution: how many events there are in a stretch of time.
///
/// Algorithm: a product of uniform numbers below mean 10; the transformed rejection PTRS of Hörmann
/// 1993, doi:10.1016/0167-6687(93)90997-4, from there on. Both are exact.
@frozen
public struct Poisson: Sendable, Equatable {
  /// The mean and variance.
  public let mean: Double

  /// Makes the distribution.
  ///
  /// - Precondition: the mean lies in 0…1e9.
  @inlinable
  public init(mean: Double) {
    guard mean >= 0, mean <= 1e9 else { Misuse.positive("Poisson", "mean", mean) }
    self.mean = mean
  }

  /// The variance.
  public var variance: Double { mean }

  /// A random count.
  public func sample(using stream: inout RandomStream) -> Int {
    mean < 10 ? product(using: &stream) : rejection(using: &stream)
  }

  private func product(using stream: inout RandomStream) -> Int {
    guard mean > 0 else { return 0 }
    let limit = Elementary.exp(-mean)
    var product = stream.uniform()
    var count = 0
    while product > limit {
      product *= stream.uniform()
      count += 1
    }
    return count
  }

  private func rejection(using stream: inout RandomStream) -> Int {
    let logMean = Elementary.log(mean)
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let quick = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = stream.uniform() - 0.5
      let v = stream.uniform()
      let us = 0.5 - u.magnitude
      let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07 && v <= quick { return Int(k) }
      if k < 0 || (us < 0.013 && v > us) { continue }
      let left =
        Elementary.log(v) + Elementary.log(inverseAlpha) - Elementary.log(a / (us * us) + b)
      if left <= k * logMean - mean - Elementary.logGamma(k + 1) { return Int(k) }
    }
  }
}

/// The negative binomial distribution: failures before the `successes`-th success.
///
/// Drawn as a Poisson count with a gamma mean, so `successes` need not be whole; that mean is at most
/// 1e9.
@frozen
public struct NegativeBinomial: Sendable, Equatable {
  /// Number of successes; any positive number.
  public let successes: Double
  /// The chance of success.
  public let p: Double

  /// Makes the distribution.
  ///
  /// - Precondition: `successes` is positive and finite, and `0 < p <= 1`.
  @inlinable
  public init(successes: Double, p: Double) {
    guard successes > 0, successes < .infinity else {
      Misuse.positive("NegativeBinomial", "successes", successes)
    }
    guard p > 0, p <= 1 else { Misuse.share("NegativeBinomial", p) }
    self.successes = successes
    self.p = p
  }

  /// The mean.
  public var mean: Double { successes * (1 - p) / p }
  /// The variance.
  public var variance: Double { successes * (1 - p) / (p * p) }

  /// A random count.
  public func sample(using stream: inout RandomStream) -> Int {
    if p == 1 { return 0 }
    let rate = Gamma(shape: successes, scale: (1 - p) / p).sample(using: &stream)
    return Poisson(mean: min(rate, 1e9)).sample(using: &stream)
  }
}
