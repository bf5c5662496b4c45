/// Reads JSON strictly (RFC 8259), keeps the place of every value, and goes on after a mistake if it can.
///
/// Stricter than the standard in one point: a key may stand only once in an object. A byte order mark at
/// the start is allowed. Memory is at most 16 bytes per value beside the text.
/// - Complexity: O(length of the text)
package struct JSONReader {
  /// How deeply arrays and objects may nest.
  static let maximumDepth = 512
  /// How many problems are collected before reading stops.
  static let maximumProblems = 100

  let base: UnsafePointer<UInt8>
  let count: Int
  var index = 0
  var nodes: [JSONDocument.Node] = []
  var problems: [JSONProblem] = []
  private var openings: [Int] = []
  private var keyHashes: [(hash: UInt64, node: Int)] = []

  private init(_ text: UnsafeBufferPointer<UInt8>) {
    base = text.baseAddress!
    count = text.count
    nodes.reserveCapacity(min(count / 8 + 8, 1 << 20))
  }

  /// Reads a text.
  ///
  /// - Precondition: the text is shorter than 4 GiB.
  package static func read(_ bytes: [UInt8]) -> JSONDocument {
    precondition(bytes.count < Int(clamping: UInt32.max), "text of \(bytes.count) bytes")
    let bom = byteOrderMarkLength(bytes)
    if let encoding = foreignEncoding(bytes) {
      let problem = JSONProblem(
        code: .fileEncoding, offset: 0, expected: "text in UTF-8", found: encoding)
      return JSONDocument(bytes: bytes, nodes: [], problems: [problem])
    }
    guard bytes.count > bom else {
      let problem = JSONProblem(
        code: .fileEmpty, offset: bom, expected: "a JSON object", found: "nothing")
      return JSONDocument(bytes: bytes, nodes: [], problems: [problem])
    }
    return bytes.withUnsafeBufferPointer { text in
      var reader = JSONReader(text)
      reader.index = bom
      reader.readText()
      return JSONDocument(bytes: bytes, nodes: reader.nodes, problems: reader.problems)
    }
  }

  /// The length of the UTF-8 byte order mark at the start: 3 or 0.
  static func byteOrderMarkLength(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private static func foreignEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    if bytes.count >= 2, bytes[0] == 0 || bytes[1] == 0 { return "UTF-16 or UTF-32" }
    return nil
  }

  private mutating func readText() {
    skipSpace()
    guard index < count else {
      report(.fileEmpty, at: index, expected: "a JSON object", found: "only white space")
      return
    }
    guard readValue(depth: 0) else { return }
    skipSpace()
    if index < count {
      report(.jsonSyntax, at: index, expected: "the end of the file", found: describe(index))
    }
  }

  /// Reads a value; false when reading cannot go on.
  private mutating func readValue(depth: Int) -> Bool {
    switch base[index] {
    case UInt8(ascii: "\""):
      return readString()
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if depth == JSONReader.maximumDepth {
        report(
          .jsonDepth, at: index, expected: "at most \(JSONReader.maximumDepth) levels of nesting",
          found: "one more")
        return false
      }
      return base[index] == UInt8(ascii: "{") ? readObject(depth: depth) : readArray(depth: depth)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return readNumber()
    case UInt8(ascii: "t"):
      return readWord("true", .true)
    case UInt8(ascii: "f"):
      return readWord("false", .false)
    case UInt8(ascii: "n"):
      return readWord("null", .null)
    default:
      return readWrongValue()
    }
  }

  private mutating func readArray(depth: Int) -> Bool {
    let node = open(.array)
    var goesOn = true
    skipSpace()
    if peek() == UInt8(ascii: "]") {
      index += 1
    } else {
      goesOn = readElements(depth: depth)
    }
    close(node)
    return goesOn
  }

  private mutating func readElements(depth: Int) -> Bool {
    while true {
      guard index < count else { return reportTruncated("]") }
      guard readValue(depth: depth + 1) else { return false }
      switch readSeparator(close: UInt8(ascii: "]")) {
      case .next: continue
      case .closed: return true
      case .lost: return false
      }
    }
  }

  private mutating func readObject(depth: Int) -> Bool {
    let node = open(.object)
    let firstKey = keyHashes.count
    var goesOn = true
    skipSpace()
    if peek() == UInt8(ascii: "}") {
      index += 1
    } else {
      goesOn = readMembers(depth: depth)
    }
    reportDuplicateKeys(from: firstKey)
    keyHashes.removeLast(keyHashes.count - firstKey)
    close(node)
    return goesOn
  }

  private mutating func readMembers(depth: Int) -> Bool {
    while true {
      guard index < count else { return reportTruncated("}") }
      let key = nodes.count
      guard readKey(), readColon(), readValue(depth: depth + 1) else {
        // A key without a value would shift the pairs of keys and values.
        if nodes.count < key + 2 { nodes.removeLast(nodes.count - key) }
        return false
      }
      keyHashes.append((hash(ofKey: key), key))
      switch readSeparator(close: UInt8(ascii: "}")) {
      case .next: continue
      case .closed: return true
      case .lost: return false
      }
    }
  }

  private mutating func readColon() -> Bool {
    skipSpace()
    guard index < count else { return reportTruncated("}") }
    if base[index] == UInt8(ascii: ":") {
      index += 1
    } else {
      report(.jsonSyntax, at: index, expected: "':' after the key", found: describe(index))
      if base[index] == UInt8(ascii: "=") {
        index += 1
      } else if base[index] == UInt8(ascii: ",") || base[index] == UInt8(ascii: "}") {
        return false
      }
    }
    skipSpace()
    return index < count || reportTruncated("}")
  }

  private enum Separator { case next, closed, lost }

  private mutating func readSeparator(close: UInt8) -> Separator {
    skipSpace()
    guard index < count else { return lost(reportTruncated(String(UnicodeScalar(close)))) }
    let byte = base[index]
    if byte == close {
      index += 1
      return .closed
    }
    if byte == UInt8(ascii: ",") {
      let comma = index
      index += 1
      skipSpace()
      guard index < count else { return lost(reportTruncated(String(UnicodeScalar(close)))) }
      if base[index] != close {
        return skipDecimals(after: comma, close) ? readSeparator(close: close) : .next
      }
      report(
        .jsonTrailingComma, at: comma, expected: "'\(UnicodeScalar(close))' after the last member",
        found: "','", hint: "remove the comma")
      index += 1
      return .closed
    }
    let expected = "',' or '\(UnicodeScalar(close))'"
    if startsMember(byte, inObject: close == UInt8(ascii: "}")) {
      report(
        .jsonMissingComma, at: index, expected: "',' between the members", found: describe(index))
      return problems.count < JSONReader.maximumProblems ? .next : .lost
    }
    report(.jsonSyntax, at: index, expected: expected, found: describe(index))
    return .lost
  }

  private func lost(_: Bool) -> Separator { .lost }

  private func startsMember(_ byte: UInt8, inObject: Bool) -> Bool {
    if byte == UInt8(ascii: "\"") { return true }
    if inObject { return false }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "-"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "t"), UInt8(ascii: "f"),
      UInt8(ascii: "n"):
      return true
    default: return false
    }
  }

  // MARK: - Nodes

  private mutating func open(_ kind: JSONDocument.Kind) -> Int {
    openings.append(index)
    nodes.append(JSONDocument.Node(kind: kind, start: UInt32(index), end: 0, next: 0))
    index += 1
    return nodes.count - 1
  }

  private mutating func close(_ node: Int) {
    openings.removeLast()
    nodes[node].end = UInt32(index)
    nodes[node].next = UInt32(nodes.count)
  }

  mutating func append(_ kind: JSONDocument.Kind, from start: Int, hasEscapes: Bool = false) {
    nodes.append(
      JSONDocument.Node(
        kind: kind, hasEscapes: hasEscapes, start: UInt32(start), end: UInt32(index),
        next: UInt32(nodes.count + 1)))
  }

  // MARK: - Duplicate keys

  private func hash(ofKey node: Int) -> UInt64 {
    // FNV-1a, 64 bits; equal hashes are compared byte by byte.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let content =
      Int(nodes[node].start) + 1..<max(Int(nodes[node].start) + 1, Int(nodes[node].end) - 1)
    if nodes[node].hasEscapes {
      for byte in keyBytes(node) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    } else {
      for offset in content { hash = (hash ^ UInt64(base[offset])) &* 0x100_0000_01B3 }
    }
    return hash
  }

  private func keyBytes(_ node: Int) -> [UInt8] {
    let content =
      Int(nodes[node].start) + 1..<max(Int(nodes[node].start) + 1, Int(nodes[node].end) - 1)
    let raw = Array(UnsafeBufferPointer(start: base + content.lowerBound, count: content.count))
    return nodes[node].hasEscapes ? JSONStrings.unescaped(raw[...]) : raw
  }

  private mutating func reportDuplicateKeys(from first: Int) {
    let size = keyHashes.count - first
    guard size > 1 else { return }
    if size <= 12 {
      for later in first + 1..<keyHashes.count {
        for earlier in first..<later where keyHashes[earlier].hash == keyHashes[later].hash {
          if reportDuplicate(keyHashes[later].node, of: keyHashes[earlier].node) { break }
        }
      }
      return
    }
    let sorted = keyHashes[first...].sorted { ($0.hash, $0.node) < ($1.hash, $1.node) }
    for place in sorted.indices.dropFirst() where sorted[place].hash == sorted[place - 1].hash {
      _ = reportDuplicate(sorted[place].node, of: sorted[place - 1].node)
    }
  }

  private mutating func reportDuplicate(_ later: Int, of earlier: Int) -> Bool {
    guard keyBytes(later) == keyBytes(earlier) else { return false }
    let key = String(decoding: keyBytes(later), as: UTF8.self)
    report(
      .jsonDuplicateKey, at: Int(nodes[later].start), expected: "each key once",
      found: "\"\(JSONReader.shortened(key))\" again")
    return true
  }
}
