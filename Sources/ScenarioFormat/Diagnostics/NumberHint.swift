/// What somebody probably meant by a text that is no number, or not the number that is asked for.
package enum NumberHint {
  /// A hint for a decimal comma, a percentage, or both; `nil` when neither is there.
  ///
  ///     NumberHint.hint(for: "3,5")                // "write 3.5, with a point"
  ///     NumberHint.hint(for: "2 %")                // "write 2 percent as 0.02"
  ///     NumberHint.hint(for: "2", isShare: true)   // "write 2 percent as 0.02"
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
    guard let value = Double(plain), value.isFinite else { return nil }
    if isPercentage || (isShare && value > 1 && value <= 100) {
      return "write \(JSONText.number(value)) percent as \(JSONText.number(value / 100))"
    }
    return hasComma ? "write \(plain), with a point" : nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
