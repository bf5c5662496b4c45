import ScenarioFormat

/// A key of the scenario and the range over which an experiment varies it.
///
///     let range = try VariedRange("staffing.fte=20:30")
///     range.text(atShare: 0.25)  // "22.5"
public struct VariedRange: Sendable, Equatable {
  /// What is wrong with the text of a range.
  public struct ParseError: Error, Sendable, Equatable {
    /// The problem in words.
    public let message: String

    /// Makes an error.
    public init(message: String) { self.message = message }
  }

  /// The values that the key takes.
  public enum Kind: Sendable, Equatable {
    /// Any number of the range.
    case number
    /// The whole numbers of the range.
    case integer
    /// False, the low end, and true, the high end.
    case flag
  }

  /// The key path, for example `staffing.fte`.
  public let key: String
  /// The low end.
  public let low: Double
  /// The high end, above the low one.
  public let high: Double
  /// The values that the key takes.
  public let kind: Kind

  /// Reads `key=low:high`; both ends have to be values that the key accepts.
  ///
  /// A key that is not in the parameter table is taken for a number: reading the scenario says what is wrong.
  public init(_ text: String) throws(ParseError) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw ParseError(message: "expected key=low:high, found '\(text)'")
    }
    key = String(text[..<equals])
    let rest = String(text[text.index(after: equals)...])
    let ends = rest.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2 else {
      throw ParseError(message: "expected key=low:high, found '\(text)'")
    }
    let shape = ParameterTable.parameter(at: key)?.shape
    kind = try VariedRange.kind(of: shape, key: key)
    let expected = kind == .flag ? "false:true" : "two numbers, the lower one first"
    guard let low = VariedRange.number(ends[0], kind), let high = VariedRange.number(ends[1], kind),
      low < high
    else {
      let hint = ends.compactMap { NumberHint.hint(for: $0) }.first.map { "; " + $0 } ?? ""
      throw ParseError(message: "'\(key)': expected \(expected), found '\(rest)'\(hint)")
    }
    for (end, word) in [(low, ends[0]), (high, ends[1])] {
      if let range = VariedRange.refusal(of: end, by: shape) {
        throw ParseError(message: "'\(key)': expected ends \(range), found '\(word)'")
      }
    }
    self.low = low
    self.high = high
  }

  private static func kind(
    of shape: Parameter.Shape?, key: String
  ) throws(ParseError) -> Kind {
    switch shape {
    case nil, .number: return .number
    case .integer: return .integer
    case .flag: return .flag
    default: throw ParseError(message: "'\(key)' takes no number, so it has no range")
    }
  }

  private static func number(_ text: String, _ kind: Kind) -> Double? {
    switch kind {
    case .flag: text == "false" ? 0 : text == "true" ? 1 : nil
    case .integer: Int(text).flatMap { $0.magnitude < 1 << 50 ? Double($0) : nil }
    case .number: Double(text).flatMap { $0.isFinite && $0.magnitude < 1e15 ? $0 : nil }
    }
  }

  /// The range of values in words, if the value lies outside.
  private static func refusal(of value: Double, by shape: Parameter.Shape?) -> String? {
    switch shape {
    case .number(let bounds): bounds.contains(value) ? nil : bounds.text
    case .integer(let range):
      range.contains(Int(value)) ? nil : "from \(range.lowerBound) to \(range.upperBound)"
    default: nil
    }
  }

  /// The value below which a share of the range lies; whole numbers have equal parts of the range.
  ///
  /// Numbers are rounded to the decimal that lies below a millionth of the range.
  ///
  /// - Precondition: `share` lies in 0…1.
  public func value(atShare share: Double) -> Double {
    precondition(share >= 0 && share <= 1, "a share of a range lies in 0...1, not at \(share)")
    guard kind == .number else {
      let count = high - low + 1
      return low + min(count - 1, (share * count).rounded(.down))
    }
    return rounded(low + share * (high - low))
  }

  /// The value nearest to a point of the range; 0 is the low end and 1 the high end, for whole
  /// numbers too.
  ///
  /// - Precondition: `position` lies in 0…1.
  public func value(atPosition position: Double) -> Double {
    precondition(
      position >= 0 && position <= 1, "a position in a range lies in 0...1, not at \(position)")
    let value = low + position * (high - low)
    return kind == .number ? rounded(value) : value.rounded(.toNearestOrAwayFromZero)
  }

  /// The position of a value in the range, 0 at the low end and 1 at the high end.
  public func position(of value: Double) -> Double { (value - low) / (high - low) }

  /// The value below which a share of the range lies, as an override writes it.
  public func text(atShare share: Double) -> String { text(of: value(atShare: share)) }

  /// A value as an override writes it.
  public func text(of value: Double) -> String {
    switch kind {
    case .number: JSONText.number(value)
    case .integer: String(Int(value))
    case .flag: value == 0 ? "false" : "true"
    }
  }

  private func rounded(_ value: Double) -> Double {
    var scale = 1.0
    while (high - low) * scale < 1e6 && scale < 1e15 { scale *= 10 }
    let scaled = value * scale
    guard scaled.magnitude < 0x1p52, (high - low) * scale >= 1e6 else {
      return min(high, max(low, value))
    }
    return min(high, max(low, scaled.rounded() / scale))
  }
}
