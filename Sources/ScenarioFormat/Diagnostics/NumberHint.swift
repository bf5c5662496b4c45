/// What somebody probably meant by a text that is no number, or not the number that is asked for.
package enum NumberHint {
  /// A hint for a decimal comma, a percentage, or thousands set apart; `nil` when none of them is there.
  ///
  ///     NumberHint.hint(for: "3,5")                // "write 3.5, with a point"
  ///     NumberHint.hint(for: "2 %")                // "write 2 percent as 0.02"
  ///     NumberHint.hint(for: "2", isShare: true)   // "write 2 percent as 0.02"
  ///     NumberHint.hint(for: "4,200")              // "write 4200 without a separator, or 4.2 with a point"
  ///
  /// - Parameters:
  ///   - text: What was found.
  ///   - isShare: Whether a share is asked for, so that a plain 2 probably means 2 percent.
  package static func hint(for text: String, isShare: Bool = false) -> String? {
    var digits = trimmed(text[...])
    let isPercentage = digits.hasSuffix("%")
    if isPercentage { digits = trimmed(digits.dropLast()) }
    let hasComma = digits.count { $0 == "," } == 1 && !digits.contains(".")
    let plain = hasComma ? String(digits.map { $0 == "," ? "." : $0 }) : String(digits)
    let thousands = ungrouped(digits)
    guard let value = Double(plain), value.isFinite else {
      return thousands.map { "write \($0) without separators" }
    }
    if isPercentage || (isShare && value > 1 && value <= 100) {
      return "write \(JSONText.number(value)) percent as \(JSONText.number(value / 100))"
    }
    guard hasComma else { return nil }
    guard let thousands else { return "write \(plain), with a point" }
    return "write \(thousands) without a separator, or \(JSONText.number(value)) with a point"
  }

  /// A hint where a whole number is asked for; `nil` when no whole number is near.
  ///
  ///     NumberHint.wholeNumber(for: "4.200")  // "write 4200 without a separator"
  ///     NumberHint.wholeNumber(for: "40.0")   // "write 40"
  package static func wholeNumber(for text: String) -> String? {
    let digits = trimmed(text[...])
    if let thousands = ungrouped(digits) { return "write \(thousands) without a separator" }
    guard let value = Double(String(digits)), value == value.rounded(), value.magnitude < 1e15
    else { return nil }
    let whole = JSONText.number(value)
    return whole == text ? nil : "write \(whole)"
  }

  /// A hint for a number that probably has its thousands set apart by a point, although it reads as a fraction.
  ///
  ///     NumberHint.thousands(in: "4.200")  // "4.200 reads as 4.2; write 4200 for thousands"
  ///     NumberHint.thousands(in: "4.215")  // nil: as likely a fraction
  ///
  /// People who mean a fraction seldom write a zero at its end.
  package static func thousands(in text: String) -> String? {
    trimmed(text[...]).hasSuffix("0") && text.contains(".") ? thousands(inCount: text) : nil
  }

  /// The same where something is counted, so that every group of three digits stands for thousands.
  ///
  ///     NumberHint.thousands(inCount: "4.215")  // "4.215 reads as 4.215; write 4215 for thousands"
  package static func thousands(inCount text: String) -> String? {
    let digits = trimmed(text[...])
    guard let whole = ungrouped(digits), let value = Double(String(digits)) else { return nil }
    return "\(digits) reads as \(JSONText.number(value)); write \(whole) for thousands"
  }

  /// The digits of a number whose thousands are set apart, as in `4.200`, `4,200` or `1 234 567`.
  private static func ungrouped(_ text: Substring) -> String? {
    for separator: Character in [".", ",", " ", "'", "_"] where text.contains(separator) {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count >= 2, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
        (1...3).contains(parts[0].utf8.count), parts[0].first != "0",
        parts.dropFirst().allSatisfy({ $0.utf8.count == 3 })
      else { return nil }
      return parts.joined()
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
