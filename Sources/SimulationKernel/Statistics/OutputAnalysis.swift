/// A 95 % interval, or one of another level, for a mean.
public struct ConfidenceInterval: Sendable, Equatable {
  /// The estimate.
  public let mean: Double
  /// Half the width.
  public let halfWidth: Double

  /// The lower end.
  public var low: Double { mean - halfWidth }
  /// The upper end.
  public var high: Double { mean + halfWidth }

  /// Whether a value lies in the interval.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// Student's interval for the mean of independent values; NaN half-width below two values.
  ///
  /// - Precondition: `0 < level < 1`.
  public init(_ statistics: RunningStatistics, level: Double = 0.95) {
    precondition(level > 0 && level < 1, "an interval needs a level between 0 and 1, not \(level)")
    mean = statistics.mean
    halfWidth =
      statistics.count > 1
      ? statistics.standardError
        * Elementary.studentTQuantile(
          0.5 + level / 2, degreesOfFreedom: Double(statistics.count - 1)) : .nan
  }
}

/// Means of consecutive batches of a long run, as if they were independent values.
public enum BatchMeans {
  /// Statistics over the means of `batches` batches of equal size; a remainder at the end is left out.
  ///
  /// - Precondition: `batches > 0` and at least as many values.
  public static func statistics(of values: [Double], batches: Int) -> RunningStatistics {
    precondition(batches > 0 && values.count >= batches, "too few values for the batches")
    let size = values.count / batches
    var result = RunningStatistics()
    for batch in 0..<batches {
      var sum = 0.0
      for index in (batch * size)..<((batch + 1) * size) { sum += values[index] }
      result.add(sum / Double(size))
    }
    return result
  }
}

/// Finding the end of the warm-up.
public enum WarmUp {
  /// The number of values to leave out by MSER-5; `nil` when no more than half would be kept.
  ///
  /// Batches of five are left out one by one from the front; the truncation that minimises the standard
  /// error of the rest is chosen. `nil` too with fewer than twenty values, and when one is not finite.
  ///
  /// Source: White 1997, doi:10.1177/003754979706900601; batches after Spratt 1998.
  ///
  /// - Complexity: O(`values.count`).
  public static func mser5(_ values: [Double]) -> Int? {
    let count = values.count / 5
    guard count >= 4 else { return nil }
    var rest = RunningStatistics()
    var best = Double.infinity
    var cut = 0
    // From the back, so that one pass gives the spread of every rest.
    for index in (0..<count).reversed() {
      var batch = 0.0
      for position in 0..<5 { batch += values[index * 5 + position] }
      rest.add(batch / 5)
      guard rest.count >= 2 else { continue }
      let kept = Double(rest.count)
      let spread = rest.variance * (kept - 1) / (kept * kept)
      if index <= count / 2 && spread <= best {
        best = spread
        cut = index
      }
    }
    guard rest.mean.isFinite else { return nil }
    return cut >= count / 2 ? nil : cut * 5
  }
}

/// The exact quantile of a small sample: linear between order statistics (Hyndman and Fan 1996, type 7,
/// doi:10.2307/2684934).
///
/// NaN when a value is. A quantile between a finite and an infinite value is infinite, as minus infinity
/// is between two infinite ones.
///
/// - Precondition: there is at least one value, and `p` lies in 0…1.
/// - Complexity: O(n log n).
public func sampleQuantile(_ values: [Double], _ p: Double) -> Double {
  precondition(!values.isEmpty && p >= 0 && p <= 1, "a quantile needs values and a share in 0...1")
  for value in values where value.isNaN { return .nan }
  let sorted = values.sorted()
  let position = p * Double(sorted.count - 1)
  let index = min(sorted.count - 1, Int(position))
  let share = position - Double(index)
  let (low, high) = (sorted[index], sorted[min(sorted.count - 1, index + 1)])
  // Infinity less infinity is not a number.
  if share == 0 || low == high || low == -.infinity { return low }
  let distance = high - low
  return distance.isFinite || high == .infinity
    ? low + share * distance : (1 - share) * low + share * high
}
