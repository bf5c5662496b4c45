/// Counts of values in bins of equal width, with what lies below and above.
///
/// Bin `i` holds the values from `edge(i)` up to but not including `edge(i + 1)`, exactly.
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
  /// - Precondition: `low < high`, both finite and not so far apart that the distance is not; `bins > 0`.
  public init(from low: Double, to high: Double, bins: Int) {
    precondition(
      low < high && (high - low).isFinite && bins > 0,
      "a histogram needs low < high and a bin, not \(low), \(high) and \(bins)")
    self.low = low
    self.high = high
    counts = Array(repeating: 0, count: bins)
  }

  /// Number of values.
  ///
  /// - Complexity: O(bins).
  public var count: Int { counts.reduce(below + above, +) }

  /// The lower edge of a bin; that after the last bin is the upper edge of the histogram.
  ///
  /// - Precondition: `0 <= bin <= counts.count`.
  public func edge(_ bin: Int) -> Double {
    precondition(bin >= 0 && bin <= counts.count, "a histogram has no edge \(bin)")
    return bin == counts.count
      ? high : low + (high - low) * (Double(bin) / Double(counts.count))
  }

  /// Adds a value.
  ///
  /// - Precondition: the value is not NaN.
  public mutating func add(_ value: Double) {
    precondition(value == value, "a histogram takes numbers, not \(value)")
    if value < low {
      below += 1
    } else if value >= high {
      above += 1
    } else {
      let position = (value - low) / (high - low) * Double(counts.count)
      // Rounding may be off by one bin; the edges decide.
      var bin = min(counts.count - 1, Int(position))
      while bin > 0 && value < edge(bin) { bin -= 1 }
      while bin + 1 < counts.count && value >= edge(bin + 1) { bin += 1 }
      counts[bin] += 1
    }
  }
}
