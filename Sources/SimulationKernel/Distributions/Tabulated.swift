/// A discrete distribution over 0, 1, 2, … with given weights.
///
/// Algorithm: the alias method of Walker 1977, doi:10.1145/355744.355749, with the construction of
/// Vose 1991, doi:10.1109/32.92917.
public struct Discrete: Sendable, Equatable {
  /// The chance with which each column keeps its own value, 0…1.
  private let keep: [Double]
  /// The value that each column gives otherwise.
  private let alias: [Int]

  /// Makes the distribution from weights.
  ///
  /// - Precondition: no weight is negative, and one is positive.
  /// - Complexity: O(`weights.count`).
  public init(weights: [Double]) {
    var total = 0.0
    for weight in weights {
      guard weight >= 0, weight < .infinity else { Misuse.positive("Discrete", "weight", weight) }
      total += weight
    }
    guard total > 0, total < .infinity else { Misuse.positive("Discrete", "sum of weights", total) }
    let count = weights.count
    var scaled: [Double] = []
    var keep = [Double](repeating: 1, count: count)
    var alias = [Int](repeating: 0, count: count)
    var small: [Int] = []
    var large: [Int] = []
    for index in 0..<count {
      scaled.append(weights[index] / total * Double(count))
      alias[index] = index
      if scaled[index] < 1 { small.append(index) } else { large.append(index) }
    }
    while let poor = small.popLast(), let rich = large.popLast() {
      keep[poor] = scaled[poor]
      alias[poor] = rich
      scaled[rich] -= 1 - scaled[poor]
      if scaled[rich] < 1 { small.append(rich) } else { large.append(rich) }
    }
    // Rounding may leave a weightless entry over; it must not be drawn.
    for index in small where weights[index] == 0 {
      keep[index] = 0
      alias[index] = weights.firstIndex { $0 > 0 } ?? 0
    }
    self.keep = keep
    self.alias = alias
  }

  /// A random index; two numbers of the stream.
  ///
  /// - Complexity: O(1).
  public func sample(using stream: inout RandomStream) -> Int {
    let index = stream.integer(below: keep.count)
    return stream.uniform() < keep[index] ? index : alias[index]
  }
}

/// The empirical distribution of a set of values, each as likely as the others.
public struct Empirical: Sendable, Equatable {
  /// The values.
  public let values: [Double]

  /// Makes the distribution.
  ///
  /// - Precondition: there is at least one value.
  public init(values: [Double]) {
    guard !values.isEmpty else { Misuse.empty("Empirical") }
    self.values = values
  }

  /// The mean.
  public var mean: Double {
    var sum = 0.0
    for value in values { sum += value }
    return sum / Double(values.count)
  }

  /// One of the values.
  public func sample(using stream: inout RandomStream) -> Double {
    values[stream.integer(below: values.count)]
  }
}

/// A continuous distribution cut off on both sides, drawn by inversion: one number of the stream.
///
/// The bounds may be infinite. Shares are numbers of 53 bits: where less than about 1e-9 of a
/// distribution lies above the lower bound few different values are left, and none where that share
/// rounds to 0, from 8.3 standard deviations above the mean of a normal distribution on.
public struct Truncated: Sendable, Equatable {
  private enum Shape: Sendable, Equatable {
    case normal(Normal)
    case logNormal(LogNormal)
    case exponential(Exponential)
  }

  /// The distribution without its bounds.
  private let shape: Shape
  /// The lowest value.
  public let low: Double
  /// The highest value.
  public let high: Double
  /// The chance of a value below `low`, 0…1.
  private let chanceLow: Double
  /// The chance of a value up to `high`, 0…1.
  private let chanceHigh: Double

  /// A normal distribution between two bounds.
  ///
  /// - Precondition: `low <= high`, and a share of the distribution lies between them; this holds for
  ///   all three.
  public init(_ distribution: Normal, from low: Double, to high: Double) {
    self.init(
      .normal(distribution), Truncated.share(below: low, of: distribution),
      distribution.cumulative(high), low, high)
  }

  /// A log-normal distribution between two bounds.
  public init(_ distribution: LogNormal, from low: Double, to high: Double) {
    self.init(
      .logNormal(distribution),
      low <= 0 ? 0 : Truncated.share(below: Elementary.log(low), of: distribution.logarithm),
      distribution.cumulative(high), low, high)
  }

  /// The share below a bound, which one without spread that lies on the bound does not belong to.
  private static func share(below low: Double, of distribution: Normal) -> Double {
    distribution.standardDeviation == 0 && distribution.mean == low
      ? 0 : distribution.cumulative(low)
  }

  /// An exponential distribution between two bounds.
  public init(_ distribution: Exponential, from low: Double, to high: Double) {
    self.init(
      .exponential(distribution), distribution.cumulative(low), distribution.cumulative(high), low,
      high)
  }

  private init(
    _ shape: Shape, _ chanceLow: Double, _ chanceHigh: Double, _ low: Double, _ high: Double
  ) {
    // An interval without probability cannot be drawn from.
    guard low <= high, chanceLow < chanceHigh else { Misuse.interval("Truncated", low, high) }
    self.shape = shape
    self.low = low
    self.high = high
    self.chanceLow = chanceLow
    self.chanceHigh = chanceHigh
  }

  /// A random value between the bounds.
  public func sample(using stream: inout RandomStream) -> Double {
    let p = chanceLow + (chanceHigh - chanceLow) * stream.uniform()
    let value: Double
    switch shape {
    case .normal(let distribution): value = distribution.quantile(p)
    case .logNormal(let distribution): value = distribution.quantile(p)
    case .exponential(let distribution): value = distribution.quantile(p)
    }
    return min(high, max(low, value))
  }
}
