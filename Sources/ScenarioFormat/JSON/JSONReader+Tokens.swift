extension JSONReader {
  // MARK: - White space

  /// Skips white space, and comments after reporting them.
  @inline(__always)
  mutating func skipSpace() {
    while index < count {
      switch base[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      case UInt8(ascii: "/") where skipComment(): continue
      default: return
      }
    }
  }

  private mutating func skipComment() -> Bool {
    let start = index
    guard index + 1 < count else { return false }
    switch base[index + 1] {
    case UInt8(ascii: "/"):
      while index < count, base[index] != 0x0A, base[index] != 0x0D { index += 1 }
    case UInt8(ascii: "*"):
      index += 2
      while index < count,
        !(base[index] == UInt8(ascii: "/") && base[index - 1] == UInt8(ascii: "*")
          && index > start + 2)
      {
        index += 1
      }
      index = min(index + 1, count)
    default: return false
    }
    report(.jsonComment, at: start, expected: "no comments", found: "a comment")
    return true
  }

  @inline(__always)
  func peek() -> UInt8 { index < count ? base[index] : 0 }

  // MARK: - Words

  mutating func readWord(_ word: StaticString, _ kind: JSONDocument.Kind) -> Bool {
    let length = word.utf8CodeUnitCount
    let start = index
    guard index + length <= count else { return readWrongValue() }
    for offset in 0..<length where base[index + offset] != word.utf8Start[offset] {
      return readWrongValue()
    }
    if index + length < count, JSONReader.isWordByte(base[index + length]) {
      return readWrongValue()
    }
    index += length
    append(kind, from: start)
    return true
  }

  /// Reads what is no JSON value but has an end that can be found, such as `None` or `'text'`.
  mutating func readWrongValue() -> Bool {
    let start = index
    let byte = base[index]
    if byte == UInt8(ascii: "'") { return readSingleQuoted() }
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".") {
      return readWrongNumber(from: start)
    }
    guard JSONReader.isWordByte(byte) else {
      report(
        .jsonSyntax, at: index, expected: "a value", found: describe(index), hint: quoteHint(index))
      return false
    }
    while index < count, JSONReader.isWordByte(base[index]) { index += 1 }
    let word = text(start..<index)
    let hints = [
      "True": "true", "TRUE": "true", "False": "false", "FALSE": "false",
    ]
    report(
      .jsonLiteral, at: start, expected: "a value", found: JSONReader.shortened(word),
      hint: hints[word].map { "write \($0)" })
    append(.invalid, from: start)
    return true
  }

  private mutating func readSingleQuoted() -> Bool {
    let start = index
    index += 1
    while index < count, base[index] != UInt8(ascii: "'"), base[index] >= 0x20 { index += 1 }
    guard index < count, base[index] == UInt8(ascii: "'") else {
      report(.jsonSyntax, at: start, expected: "a value", found: "'''")
      return false
    }
    index += 1
    report(
      .jsonString, at: start, expected: "a text in double quotes", found: "one in single quotes")
    append(.invalid, from: start)
    return true
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
      true
    default: false
    }
  }

  // MARK: - Keys

  /// Reads a key; false when reading cannot go on.
  mutating func readKey() -> Bool {
    let start = index
    switch base[index] {
    case UInt8(ascii: "\""):
      return readString()
    case UInt8(ascii: "'"):
      return readSingleQuoted()
    case let byte where JSONReader.isWordByte(byte):
      while index < count, JSONReader.isWordByte(base[index]) { index += 1 }
      report(
        .jsonSyntax, at: start, expected: "a key in double quotes",
        found: JSONReader.shortened(text(start..<index)),
        hint: "write \"\(JSONReader.shortened(text(start..<index)))\"")
      append(.invalid, from: start)
      return true
    default:
      report(
        .jsonSyntax, at: index, expected: "a key in double quotes", found: describe(index),
        hint: quoteHint(index))
      return false
    }
  }

  // MARK: - Numbers

  mutating func readNumber() -> Bool {
    let start = index
    if base[index] == UInt8(ascii: "-") { index += 1 }
    let firstDigit = index
    skipDigits()
    let digits = index - firstDigit
    if digits == 0 || (digits > 1 && base[firstDigit] == UInt8(ascii: "0")) {
      return readWrongNumber(from: start)
    }
    if peek() == UInt8(ascii: ".") {
      index += 1
      let before = index
      skipDigits()
      if index == before { return readWrongNumber(from: start) }
    }
    var mayOverflow = digits > 300
    if peek() | 0x20 == UInt8(ascii: "e") {
      index += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { index += 1 }
      let before = index
      skipDigits()
      if index == before { return readWrongNumber(from: start) }
      mayOverflow = true
    }
    if index < count, JSONReader.isWordByte(base[index]) || base[index] == UInt8(ascii: ".") {
      return readWrongNumber(from: start)
    }
    if mayOverflow,
      !JSONNumbers.double(UnsafeBufferPointer(rebasing: buffer[start..<index])).isFinite
    {
      report(
        .jsonNumber, at: start, expected: "a number below 1.8e308",
        found: JSONReader.shortened(text(start..<index)))
      append(.invalid, from: start)
      return true
    }
    append(.number, from: start)
    return true
  }

  @inline(__always)
  private mutating func skipDigits() {
    while index < count, base[index] &- 0x30 < 10 { index += 1 }
  }

  /// Skips the decimals of a number with a comma in an object, such as 3,5, after reporting them.
  ///
  /// In an array those would be two numbers.
  mutating func skipDecimals(after comma: Int, _ close: UInt8) -> Bool {
    guard close == UInt8(ascii: "}"), index == comma + 1, let number = nodes.last,
      number.kind == .number, Int(number.end) == comma, base[index] &- 0x30 < 10
    else { return false }
    var end = index
    while end < count, base[end] &- 0x30 < 10 { end += 1 }
    guard end < count, !JSONReader.isWordByte(base[end]), ![0x2E, 0x3A].contains(base[end]) else {
      return false
    }
    index = end
    let found = text(Int(number.start)..<end)
    report(
      .jsonNumber, at: Int(number.start), expected: "a number such as 12, -0.5 or 1e6",
      found: JSONReader.shortened(found), hint: NumberHint.hint(for: found))
    nodes[nodes.count - 1].kind = .invalid
    nodes[nodes.count - 1].end = UInt32(end)
    return true
  }

  /// The hint for a typographic quotation mark at a byte.
  private func quoteHint(_ offset: Int) -> String? {
    guard offset + 2 < count, base[offset] == 0xE2, base[offset + 1] == 0x80,
      (0x98...0x9F).contains(base[offset + 2])
    else { return nil }
    return "write straight quotes: \""
  }

  private mutating func readWrongNumber(from start: Int) -> Bool {
    index = start
    while index < count,
      JSONReader.isWordByte(base[index]) || [0x2B, 0x2D, 0x2E].contains(base[index])
    {
      index += 1
    }
    report(
      .jsonNumber, at: start, expected: "a number such as 12, -0.5 or 1e6",
      found: JSONReader.shortened(text(start..<index)))
    append(.invalid, from: start)
    return true
  }

  // MARK: - Problems

  mutating func report(
    _ code: DiagnosticCode, at offset: Int, expected: String, found: String, hint: String? = nil
  ) {
    guard problems.count < JSONReader.maximumProblems else { return }
    problems.append(
      JSONProblem(code: code, offset: offset, expected: expected, found: found, hint: hint))
  }

  /// Reports that the text ends too early; always false.
  mutating func reportTruncated(_ closing: String) -> Bool {
    report(.jsonTruncated, at: count, expected: "'\(closing)'", found: "the end of the file")
    return false
  }

  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  func text(_ range: Range<Int>) -> String { String(decoding: buffer[range], as: UTF8.self) }

  /// The character at a byte, in quotes.
  func describe(_ offset: Int) -> String {
    guard offset < count else { return "the end of the file" }
    let byte = base[offset]
    if byte == UInt8(ascii: "\"") {
      var end = offset + 1
      while end < count, base[end] != byte, base[end] >= 0x20, end < offset + 42 { end += 1 }
      return "\"" + JSONReader.shortened(text(offset + 1..<end)) + "\""
    }
    if JSONReader.isWordByte(byte) {
      var end = offset
      while end < count, JSONReader.isWordByte(base[end]), end < offset + 42 { end += 1 }
      return JSONReader.shortened(text(offset..<end))
    }
    var end = offset + 1
    while end < count, end < offset + 4, base[end] & 0xC0 == 0x80 { end += 1 }
    return "'\(text(offset..<end))'"
  }

  /// At most 40 characters of a text.
  static func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= 40
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(39))) + "…"
  }
}
