/// The range of a number, each end open or closed.
public struct Bounds: Sendable, Equatable {
  /// The lowest value.
  public let lowest: Double
  /// Whether `lowest` itself is allowed.
  public let includesLowest: Bool
  /// The highest value.
  public let highest: Double
  /// Whether `highest` itself is allowed.
  public let includesHighest: Bool

  init(
    _ lowest: Double, _ highest: Double, includesLowest: Bool = true, includesHighest: Bool = true
  ) {
    self.lowest = lowest
    self.highest = highest
    self.includesLowest = includesLowest
    self.includesHighest = includesHighest
  }

  /// From 0 up to 1, both included.
  static let share = Bounds(0, 1)
  /// From 0 up to but without 1.
  static let shareBelowOne = Bounds(0, 1, includesHighest: false)

  /// From `lowest` to `highest`, both included.
  static func from(_ lowest: Double, to highest: Double) -> Bounds { Bounds(lowest, highest) }

  /// Above `lowest`, up to and with `highest`.
  static func above(_ lowest: Double, to highest: Double) -> Bounds {
    Bounds(lowest, highest, includesLowest: false)
  }

  /// Whether a value lies in the range.
  public func contains(_ value: Double) -> Bool {
    (includesLowest ? value >= lowest : value > lowest)
      && (includesHighest ? value <= highest : value < highest)
  }

  /// The range in words, for example "from 0 to 1" or "above 0 and at most 40".
  public var text: String {
    let low = JSONText.number(lowest)
    let high = JSONText.number(highest)
    if includesLowest, includesHighest { return "from \(low) to \(high)" }
    return
      "\(includesLowest ? "at least" : "above") \(low) and "
      + "\(includesHighest ? "at most" : "below") \(high)"
  }
}
