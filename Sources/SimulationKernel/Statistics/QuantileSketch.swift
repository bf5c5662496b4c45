/// Quantiles of positive values with a stated relative error, in little memory.
///
/// A quantile is off by at most `relativeError` of its value, lies between the smallest and the largest
/// value, and is exact for a single value. Sketches of parts merge to the sketch of the whole, bit for
/// bit. The memory grows with the logarithm of the largest value over the smallest, divided by the error.
///
/// Algorithm: logarithmic buckets, Masson, Rim and Lee 2019, doi:10.14778/3352063.3352135.
public struct QuantileSketch: Sendable, Equatable {
  /// The relative error.
  public let relativeError: Double
  /// The logarithm of the ratio of neighbouring buckets.
  private let logBase: Double
  /// Number of values that are 0.
  private var zeros = 0
  /// The bucket that `counts` begins with.
  private var offset = 0
  /// Number of values by bucket.
  private var counts: [Int] = []
  /// Number of values.
  public private(set) var count = 0
  /// The smallest value; infinity without values.
  public private(set) var minimum = Double.infinity
  /// The largest value; minus infinity without values.
  public private(set) var maximum = -Double.infinity

  /// Makes an empty sketch.
  ///
  /// - Precondition: `0.0001 <= relativeError < 1`; a smaller error would take more memory than values do.
  public init(relativeError: Double = 0.01) {
    precondition(
      relativeError >= 0.0001 && relativeError < 1,
      "a sketch needs an error of 0.0001 up to 1, not \(relativeError)")
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
    minimum = min(minimum, value)
    maximum = max(maximum, value)
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
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    zeros += other.zeros
    for index in other.counts.indices where other.counts[index] > 0 {
      add(other.counts[index], to: other.offset + index)
    }
  }

  /// The smallest value that at least a share `p` of the values does not exceed.
  ///
  /// NaN without values and for a share outside 0…1. Shares that differ by rounding from a whole number
  /// of values, such as 0.07 of 100, count as that number.
  public func quantile(_ p: Double) -> Double {
    guard count > 0, p >= 0, p <= 1 else { return .nan }
    let position = p * Double(count)
    let whole = position.rounded()
    let isWhole = (position - whole).magnitude <= position * 0x1p-51
    let needed = max(1, Int(isWhole ? whole : position.rounded(.up)))
    var seen = zeros
    if seen >= needed { return minimum == maximum ? minimum : 0 }
    for index in counts.indices {
      seen += counts[index]
      if seen >= needed {
        // The middle of the bucket in the relative sense; the upper edge may exceed all numbers.
        let edge = logBase * Double(offset + index)
        let middle =
          edge < 709
          ? Elementary.exp(edge) * (1 - relativeError)
          : Elementary.exp(edge + Elementary.log1p(-relativeError))
        return min(maximum, max(minimum, middle))
      }
    }
    return .nan
  }
}
