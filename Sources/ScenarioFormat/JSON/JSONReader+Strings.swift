extension JSONReader {
  /// Reads a string; false when it has no end.
  mutating func readString() -> Bool {
    let start = index
    index += 1
    var hasEscapes = false
    while index < count {
      let byte = base[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        append(.string, from: start, hasEscapes: hasEscapes)
        return true
      }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        readEscape()
      } else if byte >= 0x80 {
        readMultibyte()
      } else if byte >= 0x20 {
        index += 1
      } else {
        if byte == 0x0A || byte == 0x0D {
          report(
            .jsonString, at: index, expected: "'\"' at the end of the text",
            found: "the end of the line", hint: "write a new line as \\n")
          // Most likely the closing quote is missing, so the next line starts afresh.
          append(.invalid, from: start)
          return true
        }
        report(
          .jsonString, at: index, expected: "control characters written as escapes",
          found: "one as it is", hint: "write \(JSONStrings.unicodeEscape(byte))")
        index += 1
      }
    }
    index = count
    report(
      .jsonTruncated, at: start, expected: "a text that ends with '\"'",
      found: "one that is open at the end of the file")
    return false
  }

  private mutating func readEscape() {
    let start = index
    index += 1
    guard index < count else { return }
    switch base[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      index += 1
    case UInt8(ascii: "u"):
      index += 1
      readUnicodeEscape(from: start)
    default:
      report(
        .jsonString, at: start, expected: "an escape such as \\n, \\\" or \\u00e9",
        found: base[index] < 0x20 ? "a lone backslash" : "\\" + describeScalar(index),
        hint: "write \\\\ for a backslash")
      // A control character is left for the caller, which knows whether the line ends here.
      if base[index] >= 0x20, base[index] < 0x80 { index += 1 }
    }
  }

  private func describeScalar(_ offset: Int) -> String {
    var end = offset + 1
    while end < count, end < offset + 4, base[end] & 0xC0 == 0x80 { end += 1 }
    return text(offset..<end)
  }

  private mutating func readUnicodeEscape(from start: Int) {
    guard let unit = readHexadecimal() else {
      report(
        .jsonString, at: start, expected: "four hexadecimal digits after \\u",
        found: JSONReader.shortened(text(start..<index)))
      return
    }
    guard unit & 0xF800 == 0xD800 else { return }
    if unit < 0xDC00, index + 1 < count, base[index] == UInt8(ascii: "\\"),
      base[index + 1] == UInt8(ascii: "u")
    {
      let second = index
      index += 2
      if let low = readHexadecimal(), low & 0xFC00 == 0xDC00 { return }
      index = second
    }
    report(
      .jsonString, at: start, expected: "surrogates in pairs",
      found: "\(text(start..<min(start + 6, count))) alone")
  }

  private mutating func readHexadecimal() -> UInt16? {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard index < count, let digit = JSONStrings.hexadecimalValue(base[index]) else { return nil }
      value = value << 4 | UInt16(digit)
      index += 1
    }
    return value
  }

  /// Checks one multi-byte character (Unicode 15, table 3-7).
  private mutating func readMultibyte() {
    let lead = base[index]
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: length = 0
    }
    var isValid = length > 0 && index + length <= count
    if isValid {
      isValid = base[index + 1] >= low && base[index + 1] <= high
      for offset in 2..<max(2, length) where base[index + offset] & 0xC0 != 0x80 {
        isValid = false
      }
    }
    if isValid {
      index += length
      return
    }
    report(
      .fileEncoding, at: index, expected: "text in UTF-8",
      found: "the byte 0x\(String(lead, radix: 16, uppercase: true))",
      hint: "save the file as UTF-8")
    index += 1
    // One report per broken stretch is enough.
    while index < count, base[index] >= 0x80, base[index] & 0xC0 == 0x80 { index += 1 }
  }
}
