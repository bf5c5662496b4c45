/// Numbers as people read them.
package enum DecimalText {
  /// The value rounded to a number of decimals, with a comma between thousands.
  ///
  ///     DecimalText.fixed(2984.6, decimals: 0)  // "2,985"
  ///
  /// Rounds halves away from zero; a value that rounds to zero has no sign. Works for values up to
  /// 10^15 after scaling; larger ones are written in full precision.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "–" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 1e15 else { return "\(value)" }
    let (whole, part) = Int64(scaled).quotientAndRemainder(dividingBy: Int64(scale))
    var text = grouped(whole)
    if decimals > 0 {
      let digits = String(part)
      text += "." + String(repeating: "0", count: decimals - digits.count) + digits
    }
    return value < 0 && scaled > 0 ? "-" + text : text
  }

  private static func grouped(_ whole: Int64) -> String {
    let digits = Array(String(whole))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
