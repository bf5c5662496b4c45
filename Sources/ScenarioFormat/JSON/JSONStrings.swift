/// Escapes of JSON strings.
enum JSONStrings {
  /// The content of a string without escapes, as UTF-8; wrong escapes become U+FFFD.
  static func unescaped(_ content: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = content.startIndex
    while index < content.endIndex {
      let byte = content[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), index < content.endIndex else {
        result.append(byte)
        continue
      }
      let escape = content[index]
      index += 1
      switch escape {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"): result.append(contentsOf: unicode(content, &index))
      default: result.append(escape)
      }
    }
    return result
  }

  private static func unicode(_ content: ArraySlice<UInt8>, _ index: inout Int) -> [UInt8] {
    guard let first = hexadecimal(content, at: index) else { return Array("\u{FFFD}".utf8) }
    index += 4
    var value = UInt32(first)
    if first & 0xFC00 == 0xD800, index + 1 < content.endIndex,
      content[index] == UInt8(ascii: "\\"), content[index + 1] == UInt8(ascii: "u"),
      let second = hexadecimal(content, at: index + 2), second & 0xFC00 == 0xDC00
    {
      index += 6
      value = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
    }
    return Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
  }

  private static func hexadecimal(_ content: ArraySlice<UInt8>, at start: Int) -> UInt16? {
    guard start + 4 <= content.endIndex else { return nil }
    var value: UInt16 = 0
    for byte in content[start..<start + 4] {
      guard let digit = hexadecimalValue(byte) else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  /// The value of a hexadecimal digit.
  static func hexadecimalValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 0x61 + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 0x41 + 10
    default: nil
    }
  }

  /// Whether a character moves the cursor, ends the line or turns the direction of writing.
  static func commandsTerminal(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// A code unit as `\u001b`.
  static func unicodeEscape(_ unit: some FixedWidthInteger & UnsignedInteger) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

/// Writing of JSON values.
public enum JSONText {
  /// A string in double quotes, with quotes, backslashes and all that could command a terminal escaped.
  public static func quoted(_ text: String) -> String {
    var output: [UInt8] = []
    writeQuoted(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The same for any string, scalar by scalar.
  private static func escaped(_ text: String) -> String {
    var result = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result.append(contentsOf: ["\\", scalar])
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      case _ where JSONStrings.commandsTerminal(scalar):
        for unit in UTF16.encode(scalar)! {
          result.append(contentsOf: JSONStrings.unicodeEscape(unit).unicodeScalars)
        }
      default: result.append(scalar)
      }
    }
    result.append("\"")
    return String(result)
  }

  /// Writes a string in double quotes as UTF-8, escaped as by `quoted`.
  package static func writeQuoted(_ text: String, to output: inout [UInt8]) {
    let start = output.count
    output.append(UInt8(ascii: "\""))
    output += text.utf8
    // Nearly always there is nothing to escape.
    let isPlain = output[(start + 1)...].allSatisfy {
      $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain { return output.append(UInt8(ascii: "\"")) }
    output.removeSubrange(start...)
    output += escaped(text).utf8
  }

  /// The shortest text that reads back as the same number, without a fraction when it is whole.
  ///
  /// - Precondition: `value` is finite.
  public static func number(_ value: Double) -> String {
    precondition(value.isFinite, "JSON has no \(value)")
    if let whole = Int64(exactly: value), abs(value) < 1e15, !(value == 0 && value.sign == .minus) {
      return String(whole)
    }
    return "\(value)"
  }
}
