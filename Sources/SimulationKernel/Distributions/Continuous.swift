/// The uniform distribution between two bounds.
@frozen
public struct Uniform: Sendable, Equatable {
  /// The lower bound.
  public let low: Double
  /// The upper bound.
  public let high: Double

  /// Makes the distribution.
  ///
  /// - Precondition: `low <= high`, both finite.
  @inlinable
  public init(from low: Double, to high: Double) {
    guard low <= high, (high - low).isFinite else { Misuse.interval("Uniform", low, high) }
    self.low = low
    self.high = high
  }

  /// The mean.
  public var mean: Double { low + (high - low) / 2 }
  /// The variance.
  public var variance: Double { (high - low) * (high - low) / 12 }

  /// The chance of a value of at most `x`.
  public func cumulative(_ x: Double) -> Double {
    low == high ? (x >= low ? 1 : 0) : min(1, max(0, (x - low) / (high - low)))
  }

  /// A random value; one number of the stream.
  @inlinable
  public func sample(using stream: inout RandomStream) -> Double {
    low + (high - low) * stream.uniform()
  }
}

/// The exponential distribution: the time to the next of events that come at a constant rate.
///
/// At a rate so small that a value would exceed all numbers the value is infinite, which is never.
///
/// Algorithm: ziggurat with 256 layers, Marsaglia and Tsang 2000, doi:10.18637/jss.v005.i08.
@frozen
public struct Exponential: Sendable, Equatable {
  /// Events per unit of time.
  public let rate: Double

  /// Makes the distribution.
  ///
  /// - Precondition: `rate` is positive and finite.
  @inlinable
  public init(rate: Double) {
    guard rate > 0, rate < .infinity else { Misuse.positive("Exponential", "rate", rate) }
    self.rate = rate
  }

  /// Makes the distribution from its mean.
  ///
  /// A mean so small that its rate exceeds all numbers counts as the smallest that does not.
  ///
  /// - Precondition: `mean` is positive and finite.
  @inlinable
  public init(mean: Double) {
    guard mean > 0, mean < .infinity else { Misuse.positive("Exponential", "mean", mean) }
    self.init(rate: min(.greatestFiniteMagnitude, 1 / mean))
  }

  /// The mean, 1 / rate.
  public var mean: Double { 1 / rate }
  /// The variance.
  public var variance: Double { 1 / (rate * rate) }

  /// The chance of a value of at most `x`.
  public func cumulative(_ x: Double) -> Double { x <= 0 ? 0 : -Elementary.expm1(-rate * x) }

  /// The value below which a share `p` lies; NaN outside 0…1.
  public func quantile(_ p: Double) -> Double { p >= 0 ? -Elementary.log1p(-p) / rate : .nan }

  /// A random value, positive; nearly always one number of the stream.
  @inlinable
  public func sample(using stream: inout RandomStream) -> Double {
    Exponential.standard(using: &stream) / rate
  }

  /// A random value of rate 1.
  @inlinable
  public static func standard(using stream: inout RandomStream) -> Double {
    let bits = stream.next()
    let layer = Int(bits & 255)
    let value = (Double(bits >> 12) + 0.5) * 0x1p-52 * ZigguratTables.exponentialEdge[layer]
    if value < ZigguratTables.exponentialEdge[layer &+ 1] { return value }
    return edge(layer, value, using: &stream)
  }

  /// The one time in a hundred that a point lies outside the inner rectangle of its layer.
  @usableFromInline
  static func edge(_ first: Int, _ point: Double, using stream: inout RandomStream) -> Double {
    var layer = first
    var value = point
    var passed = 0.0
    while true {
      if layer == 0 {
        // The tail is the distribution once more, by its lack of memory.
        passed += ZigguratTables.exponentialEdge[1]
      } else {
        let low = ZigguratTables.exponentialHeight[layer]
        let high = ZigguratTables.exponentialHeight[layer + 1]
        if low + stream.uniform() * (high - low) < Elementary.exp(-value) { return passed + value }
      }
      let bits = stream.next()
      layer = Int(bits & 255)
      value = (Double(bits >> 12) + 0.5) * 0x1p-52 * ZigguratTables.exponentialEdge[layer]
      if value < ZigguratTables.exponentialEdge[layer + 1] { return passed + value }
    }
  }
}

/// The normal distribution.
///
/// Algorithm: ziggurat with 256 layers, Marsaglia and Tsang 2000, doi:10.18637/jss.v005.i08; tail after
/// Marsaglia 1964, doi:10.1080/00401706.1964.10490150.
@frozen
public struct Normal: Sendable, Equatable {
  /// The mean.
  public let mean: Double
  /// The standard deviation.
  public let standardDeviation: Double

  /// Makes the distribution.
  ///
  /// - Precondition: the standard deviation is not negative; both are finite.
  @inlinable
  public init(mean: Double, standardDeviation: Double) {
    guard standardDeviation >= 0, standardDeviation < .infinity, mean.isFinite else {
      Misuse.positive("Normal", "standardDeviation", standardDeviation)
    }
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// The variance.
  public var variance: Double { standardDeviation * standardDeviation }

  /// The chance of a value of at most `x`.
  public func cumulative(_ x: Double) -> Double {
    if standardDeviation == 0 { return x >= mean ? 1 : 0 }
    return Elementary.normalCumulative((x - mean) / standardDeviation)
  }

  /// The value below which a share `p` lies; NaN outside 0…1.
  public func quantile(_ p: Double) -> Double {
    // Without spread, zero times infinity would come in at both ends.
    if standardDeviation == 0 && p >= 0 && p <= 1 { return mean }
    return mean + standardDeviation * Elementary.normalQuantile(p)
  }

  /// A random value; nearly always one number of the stream.
  @inlinable
  public func sample(using stream: inout RandomStream) -> Double {
    mean + standardDeviation * Normal.standard(using: &stream)
  }

  /// A random value of mean 0 and standard deviation 1.
  @inlinable
  public static func standard(using stream: inout RandomStream) -> Double {
    while true {
      let bits = stream.next()
      let layer = Int(bits & 255)
      let size = (Double(bits >> 12) + 0.5) * 0x1p-52 * ZigguratTables.normalEdge[layer]
      let isNegative = bits & 256 != 0
      if size < ZigguratTables.normalEdge[layer &+ 1] || accepts(layer, size, using: &stream) {
        return isNegative ? -size : size
      }
      if layer == 0 {
        let beyond = tail(using: &stream)
        return isNegative ? -beyond : beyond
      }
    }
  }

  @usableFromInline
  static func accepts(_ layer: Int, _ size: Double, using stream: inout RandomStream) -> Bool {
    guard layer > 0 else { return false }
    let low = ZigguratTables.normalHeight[layer]
    let high = ZigguratTables.normalHeight[layer + 1]
    return low + stream.uniform() * (high - low) < Elementary.exp(-0.5 * size * size)
  }

  @usableFromInline
  static func tail(using stream: inout RandomStream) -> Double {
    let edge = ZigguratTables.normalEdge[1]
    while true {
      let x = Exponential.standard(using: &stream) / edge
      let y = Exponential.standard(using: &stream)
      if 2 * y > x * x { return edge + x }
    }
  }
}

/// The log-normal distribution: the exponential of a normal number.
@frozen
public struct LogNormal: Sendable, Equatable {
  /// The distribution of the logarithm.
  public let logarithm: Normal

  /// Makes the distribution from mean and standard deviation of the logarithm.
  @inlinable
  public init(logMean: Double, logStandardDeviation: Double) {
    logarithm = Normal(mean: logMean, standardDeviation: logStandardDeviation)
  }

  /// Makes the distribution from its own mean and coefficient of variation.
  ///
  /// - Precondition: the mean is positive and the coefficient of variation not negative.
  public init(mean: Double, coefficientOfVariation: Double) {
    guard mean > 0, coefficientOfVariation >= 0 else { Misuse.positive("LogNormal", "mean", mean) }
    let variance = Elementary.log1p(coefficientOfVariation * coefficientOfVariation)
    logarithm = Normal(
      mean: Elementary.log(mean) - variance / 2, standardDeviation: variance.squareRoot())
  }

  /// The mean.
  public var mean: Double { Elementary.exp(logarithm.mean + logarithm.variance / 2) }
  /// The variance.
  public var variance: Double { mean * mean * Elementary.expm1(logarithm.variance) }

  /// The chance of a value of at most `x`.
  public func cumulative(_ x: Double) -> Double {
    x <= 0 ? 0 : logarithm.cumulative(Elementary.log(x))
  }

  /// The value below which a share `p` lies.
  public func quantile(_ p: Double) -> Double { Elementary.exp(logarithm.quantile(p)) }

  /// A random value, positive.
  @inlinable
  public func sample(using stream: inout RandomStream) -> Double {
    Elementary.exp(logarithm.sample(using: &stream))
  }
}

/// The Weibull distribution; a shape below 1 means that early events are the likeliest.
@frozen
public struct Weibull: Sendable, Equatable {
  /// The shape.
  public let shape: Double
  /// The scale: 63.2 % of values lie below it.
  public let scale: Double

  /// Makes the distribution.
  ///
  /// - Precondition: both parameters are positive and finite.
  @inlinable
  public init(shape: Double, scale: Double) {
    guard shape > 0, shape < .infinity else { Misuse.positive("Weibull", "shape", shape) }
    guard scale > 0, scale < .infinity else { Misuse.positive("Weibull", "scale", scale) }
    self.shape = shape
    self.scale = scale
  }

  /// The mean.
  public var mean: Double { scale * Elementary.exp(Elementary.logGamma(1 + 1 / shape)) }
  /// The variance.
  public var variance: Double {
    scale * scale * Elementary.exp(Elementary.logGamma(1 + 2 / shape)) - mean * mean
  }

  /// The chance of a value of at most `x`.
  public func cumulative(_ x: Double) -> Double {
    x <= 0 ? 0 : -Elementary.expm1(-Elementary.pow(x / scale, shape))
  }

  /// The value below which a share `p` lies; NaN outside 0…1.
  public func quantile(_ p: Double) -> Double {
    guard p >= 0 && p <= 1 else { return .nan }
    return scale * Elementary.pow(-Elementary.log1p(-p), 1 / shape)
  }

  /// A random value: a power of an exponential one.
  @inlinable
  public func sample(using stream: inout RandomStream) -> Double {
    scale * Elementary.pow(Exponential.standard(using: &stream), 1 / shape)
  }
}
