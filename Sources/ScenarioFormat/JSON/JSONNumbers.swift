/// Values of JSON numbers whose syntax has been checked.
package enum JSONNumbers {
  /// An exact whole number of up to 64 bits.
  package struct Whole: Sendable, Equatable {
    var isNegative: Bool
    var magnitude: UInt64

    /// The value, if it fits.
    package var asInt: Int? {
      isNegative
        ? (magnitude <= UInt64(Int.max) + 1 ? Int(truncatingIfNeeded: 0 &- magnitude) : nil)
        : Int(exactly: magnitude)
    }

    /// The value, if it is not negative.
    package var asUInt64: UInt64? { isNegative && magnitude > 0 ? nil : magnitude }
  }

  /// Digits, sign and decimal exponent of a number.
  private struct Decimal {
    var isNegative = false
    var digits: UInt64 = 0
    /// Significant digits in all; beyond 19 `digits` is cut off.
    var significant = 0
    var exponent = 0

    init(_ text: some Collection<UInt8>) {
      var index = text.startIndex
      if text[index] == UInt8(ascii: "-") {
        isNegative = true
        text.formIndex(after: &index)
      }
      var inFraction = false
      while index != text.endIndex {
        let byte = text[index]
        text.formIndex(after: &index)
        if byte &- 0x30 < 10 {
          if significant > 0 || byte != 0x30 {
            if significant < 19 { digits = digits * 10 + UInt64(byte - 0x30) }
            significant += 1
          }
          if inFraction { exponent -= 1 }
        } else if byte == UInt8(ascii: ".") {
          inFraction = true
        } else {
          exponent += Decimal.exponent(text[index...])
          break
        }
      }
    }

    private static func exponent(_ text: some Collection<UInt8>) -> Int {
      var isNegative = false
      var value = 0
      for byte in text {
        if byte == UInt8(ascii: "-") {
          isNegative = true
        } else if byte != UInt8(ascii: "+"), value < 100_000 {
          value = value * 10 + Int(byte - 0x30)
        }
      }
      return isNegative ? -value : value
    }
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The double nearest to the number, ties to even; infinite when it is too large.
  ///
  /// Algorithm: up to 15 digits and powers of ten up to 22 are exact in one operation (Clinger 1990,
  /// doi:10.1145/93542.93557); the standard library reads the others.
  static func double(_ text: some Collection<UInt8>) -> Double {
    let decimal = Decimal(text)
    if decimal.significant <= 15, abs(decimal.exponent) <= 22 {
      let digits = Double(decimal.digits)
      let magnitude =
        decimal.exponent < 0
        ? digits / powersOfTen[-decimal.exponent] : digits * powersOfTen[decimal.exponent]
      return decimal.isNegative ? -magnitude : magnitude
    }
    return Double(String(decoding: text, as: UTF8.self)) ?? .nan
  }

  /// The exact value of a number without fraction of at most 64 bits; otherwise `nil`.
  static func whole(_ text: some Collection<UInt8>) -> Whole? {
    var digits: [UInt8] = []
    var fraction = 0
    var exponent = 0
    var isNegative = false
    var inFraction = false
    var index = text.startIndex
    while index != text.endIndex {
      let byte = text[index]
      text.formIndex(after: &index)
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): inFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard let value = Int(String(decoding: text[index...], as: UTF8.self)),
          abs(value) < 10_000
        else {
          return digits.allSatisfy({ $0 == 0 }) ? Whole(isNegative: isNegative, magnitude: 0) : nil
        }
        exponent = value
        index = text.endIndex
      default:
        digits.append(byte - 0x30)
        if inFraction { fraction += 1 }
      }
    }
    let shift = exponent - fraction
    if shift < 0 {
      guard digits.suffix(-shift).allSatisfy({ $0 == 0 }) else { return nil }
      digits.removeLast(min(-shift, digits.count))
    } else if digits.contains(where: { $0 != 0 }) {
      guard shift <= 20 else { return nil }
      digits += [UInt8](repeating: 0, count: shift)
    }
    var magnitude: UInt64 = 0
    for digit in digits {
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
      if overflow || carry { return nil }
      magnitude = sum
    }
    return Whole(isNegative: isNegative, magnitude: magnitude)
  }
}
