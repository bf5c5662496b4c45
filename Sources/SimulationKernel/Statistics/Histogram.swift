/// Counts of values in bins of equal width, with what lies below and above.
public struct Histogram: Sendable, Equatable {
  /// The lower edge of the first bin.
  public let low: Double
  /// The upper edge of the last bin.
  public let high: Double
  /// Values per bin.
  public private(set) var counts: [Int]
  /// Values below the first bin.
  public private(set) var below = 0
  /// Values at or above the upper edge.
  public private(set) var above = 0

  /// Makes an empty histogram.
  ///
  /// - Precondition: `low < high`, `bins > 0`.
  public init(from low: Double, to high: Double, bins: Int) {
    precondition(
      low < high && bins > 0,
      "a histogram needs low < high and a bin, not \(low), \(high) and \(bins)")
    self.low = low
    self.high = high
    counts = Array(repeating: 0, count: bins)
  }

  /// Adds a value.
  public mutating func add(_ value: Double) {
    if value < low {
      below += 1
    } else if value >= high {
      above += 1
    } else {
      let position = (value - low) / (high - low) * Double(counts.count)
      counts[min(counts.count - 1, Int(position))] += 1
    }
  }
}

/// Quantiles of positive values with a stated relative error, in little memory.
///
/// A quantile is off by at most `relativeError` of its value. Sketches of parts merge to the sketch
/// of the whole, bit for bit.
///
/// Algorithm: logarithmic buckets, Masson, Rim and Lee 2019, doi:10.14778/3352063.3352135.
public struct QuantileSketch: Sendable, Equatable {
  /// The relative error.
  public let relativeError: Double
  private let logBase: Double
  private var zeros = 0
  private var offset = 0
  private var counts: [Int] = []
  /// Number of values.
  public private(set) var count = 0

  /// Makes an empty sketch.
  ///
  /// - Precondition: `0 < relativeError < 1`.
  public init(relativeError: Double = 0.01) {
    precondition(
      relativeError > 0 && relativeError < 1,
      "a sketch needs an error in 0...1, not \(relativeError)")
    self.relativeError = relativeError
    logBase = Elementary.log((1 + relativeError) / (1 - relativeError))
  }

  /// Adds a value; values below 1e-12 count as 0.
  ///
  /// - Precondition: the value is finite and not negative.
  public mutating func add(_ value: Double) {
    precondition(
      value >= 0 && value < .infinity, "a sketch takes finite values of at least 0, not \(value)")
    count += 1
    if value < 1e-12 {
      zeros += 1
    } else {
      add(1, to: Int((Elementary.log(value) / logBase).rounded(.up)))
    }
  }

  private mutating func add(_ number: Int, to bucket: Int) {
    if counts.isEmpty { offset = bucket }
    if bucket < offset {
      counts.insert(contentsOf: repeatElement(0, count: offset - bucket), at: 0)
      offset = bucket
    }
    while bucket - offset >= counts.count { counts.append(0) }
    counts[bucket - offset] += number
  }

  /// Adds the values behind another sketch of the same relative error.
  public mutating func merge(_ other: QuantileSketch) {
    precondition(relativeError == other.relativeError, "sketches of different errors do not merge")
    count += other.count
    zeros += other.zeros
    for index in other.counts.indices where other.counts[index] > 0 {
      add(other.counts[index], to: other.offset + index)
    }
  }

  /// The smallest value that at least a share `p` of the values does not exceed; NaN without values.
  public func quantile(_ p: Double) -> Double {
    guard count > 0, p >= 0, p <= 1 else { return .nan }
    let needed = max(1, Int((p * Double(count)).rounded(.up)))
    var seen = zeros
    if seen >= needed { return 0 }
    for index in counts.indices {
      seen += counts[index]
      if seen >= needed {
        // The middle of the bucket in the relative sense.
        return Elementary.exp(logBase * Double(offset + index)) * (1 - relativeError)
      }
    }
    return .nan
  }
}
