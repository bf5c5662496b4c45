/// A set of days as bits, for leave and closures: one bit for each day of a run.
public struct DaySet: Sendable, Equatable {
  /// A bit for each day; 64 days to a word.
  @usableFromInline var words: [UInt64]
  /// Number of days that the set can hold: 0 up to `dayCount - 1`.
  public let dayCount: Int

  /// Makes an empty set for a number of days.
  ///
  /// - Precondition: `dayCount >= 0`.
  public init(dayCount: Int) {
    precondition(dayCount >= 0, "a day set needs a number of days of at least 0, not \(dayCount)")
    self.dayCount = dayCount
    words = Array(repeating: 0, count: (dayCount + 63) / 64)
  }

  /// Whether a day is in the set; days outside its range are not.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func contains(_ day: Int) -> Bool {
    guard day >= 0 && day < dayCount else { return false }
    return words[day >> 6] & (1 << UInt64(day & 63)) != 0
  }

  /// Adds a day.
  ///
  /// - Precondition: `0 <= day < dayCount`.
  /// - Complexity: O(1).
  public mutating func insert(_ day: Int) {
    precondition(
      day >= 0 && day < dayCount, "day \(day) lies outside the \(dayCount) days of the set")
    words[day >> 6] |= 1 << UInt64(day & 63)
  }

  /// Number of days in the set.
  public var count: Int {
    var total = 0
    for word in words { total += word.nonzeroBitCount }
    return total
  }
}
