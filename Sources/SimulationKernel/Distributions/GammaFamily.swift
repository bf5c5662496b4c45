/// The gamma distribution.
///
/// Algorithm: Marsaglia and Tsang 2000, doi:10.1145/358407.358414; below shape 1 with a power of a
/// uniform number.
@frozen
public struct Gamma: Sendable, Equatable {
  /// The shape.
  public let shape: Double
  /// The scale.
  public let scale: Double

  /// Makes the distribution.
  ///
  /// - Precondition: both parameters are positive and finite.
  @inlinable
  public init(shape: Double, scale: Double) {
    guard shape > 0, shape < .infinity else { Misuse.positive("Gamma", "shape", shape) }
    guard scale > 0, scale < .infinity else { Misuse.positive("Gamma", "scale", scale) }
    self.shape = shape
    self.scale = scale
  }

  /// The mean.
  public var mean: Double { shape * scale }
  /// The variance.
  public var variance: Double { shape * scale * scale }

  /// The chance of a value of at most `x`.
  public func cumulative(_ x: Double) -> Double {
    x <= 0 ? 0 : Elementary.gammaCumulative(shape, x / scale)
  }

  /// A random value; about two numbers of the stream.
  public func sample(using stream: inout RandomStream) -> Double {
    if shape >= 1 { return scale * Gamma.standard(shape, using: &stream) }
    let whole = Gamma.standard(shape + 1, using: &stream)
    return scale * whole * Elementary.exp(-Exponential.standard(using: &stream) / shape)
  }

  private static func standard(_ shape: Double, using stream: inout RandomStream) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = Normal.standard(using: &stream)
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let u = stream.uniform()
      if u < 1 - 0.0331 * (x * x) * (x * x) { return d * v }
      if Elementary.log(u) < 0.5 * x * x + d * (1 - v + Elementary.log(v)) { return d * v }
    }
  }
}

/// The beta distribution on 0…1, from two gamma numbers.
@frozen
public struct Beta: Sendable, Equatable {
  /// The first shape.
  public let alpha: Double
  /// The second shape.
  public let beta: Double

  /// Makes the distribution.
  ///
  /// - Precondition: both shapes are positive and finite.
  @inlinable
  public init(alpha: Double, beta: Double) {
    guard alpha > 0, alpha < .infinity else { Misuse.positive("Beta", "alpha", alpha) }
    guard beta > 0, beta < .infinity else { Misuse.positive("Beta", "beta", beta) }
    self.alpha = alpha
    self.beta = beta
  }

  /// The mean.
  public var mean: Double { alpha / (alpha + beta) }
  /// The variance.
  public var variance: Double {
    let sum = alpha + beta
    return alpha * beta / (sum * sum * (sum + 1))
  }

  /// The chance of a value of at most `x`.
  public func cumulative(_ x: Double) -> Double {
    x <= 0 ? 0 : x >= 1 ? 1 : Elementary.betaCumulative(x, alpha, beta)
  }

  /// A random value in 0…1.
  public func sample(using stream: inout RandomStream) -> Double {
    let a = Gamma(shape: alpha, scale: 1).sample(using: &stream)
    let b = Gamma(shape: beta, scale: 1).sample(using: &stream)
    // Both underflow for tiny shapes only; then all mass lies at the ends.
    if a + b == 0 { return stream.uniform() < mean ? 1 : 0 }
    return a / (a + b)
  }
}

/// The triangular distribution.
@frozen
public struct Triangular: Sendable, Equatable {
  /// The lowest value.
  public let low: Double
  /// The likeliest value.
  public let mode: Double
  /// The highest value.
  public let high: Double

  /// Makes the distribution.
  ///
  /// - Precondition: `low <= mode <= high`, all finite.
  @inlinable
  public init(low: Double, mode: Double, high: Double) {
    guard low <= mode, mode <= high, (high - low).isFinite else {
      Misuse.interval("Triangular", low, high)
    }
    self.low = low
    self.mode = mode
    self.high = high
  }

  /// The mean.
  public var mean: Double { (low + mode + high) / 3 }
  /// The variance.
  public var variance: Double {
    (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18
  }

  /// The chance of a value of at most `x`.
  public func cumulative(_ x: Double) -> Double {
    if x >= high { return 1 }
    if x <= low { return 0 }
    if x < mode { return (x - low) * (x - low) / ((high - low) * (mode - low)) }
    return 1 - (high - x) * (high - x) / ((high - low) * (high - mode))
  }

  /// A random value, by inversion.
  public func sample(using stream: inout RandomStream) -> Double {
    let u = stream.uniform()
    guard high > low else { return low }
    let left = (mode - low) / (high - low)
    return u < left
      ? low + (u * (high - low) * (mode - low)).squareRoot()
      : high - ((1 - u) * (high - low) * (high - mode)).squareRoot()
  }
}
