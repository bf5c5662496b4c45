/// A JSON text and the tree found in it, with the place of every value.
///
/// The tree is an array of nodes in the order of the text; strings and numbers stay in the text until
/// somebody asks for them. A member of an object is a string node followed by its value.
struct JSONDocument: Sendable {
  /// What a value is.
  enum Kind: UInt8, Sendable {
    case object, array, string, number, `true`, `false`, null
    /// A value that has been reported as wrong already; nothing more is said of it.
    case invalid
  }

  /// One value: its kind, the bytes it covers, and the node after its last descendant.
  struct Node: Sendable {
    var kind: Kind
    var hasEscapes = false
    var start: UInt32
    var end: UInt32
    var next: UInt32
  }

  /// The text.
  let bytes: [UInt8]
  /// The values in the order of the text; empty when the text has none.
  let nodes: [Node]
  /// What is wrong with the text, in order.
  let problems: [JSONProblem]

  /// The index of the outermost value.
  var root: Int? { nodes.isEmpty ? nil : 0 }

  /// The elements of an array.
  func elements(of node: Int) -> [Int] {
    var result: [Int] = []
    var index = node + 1
    let end = Int(nodes[node].next)
    while index < end {
      result.append(index)
      index = Int(nodes[index].next)
    }
    return result
  }

  /// The members of an object, as pairs of node indices.
  func members(of node: Int) -> [(key: Int, value: Int)] {
    var result: [(Int, Int)] = []
    var index = node + 1
    let end = Int(nodes[node].next)
    while index + 1 < end {
      result.append((index, index + 1))
      index = Int(nodes[index + 1].next)
    }
    return result
  }

  /// The value of the first member with this key.
  func member(_ key: String, of node: Int) -> Int? {
    members(of: node).first { string($0.key) == key }?.value
  }

  /// The text of a string node, without escapes.
  func string(_ node: Int) -> String {
    let entry = nodes[node]
    let content = Int(entry.start) + 1..<max(Int(entry.start) + 1, Int(entry.end) - 1)
    if !entry.hasEscapes { return String(decoding: bytes[content], as: UTF8.self) }
    return String(decoding: JSONStrings.unescaped(bytes[content]), as: UTF8.self)
  }

  /// The source text of a value.
  func source(_ node: Int) -> String {
    String(decoding: bytes[Int(nodes[node].start)..<Int(nodes[node].end)], as: UTF8.self)
  }

  /// The exact whole number of a number node; `nil` when it has a fraction or needs more than 64 bits.
  ///
  /// `1e3` and `5.0` are whole numbers too.
  func wholeNumber(_ node: Int) -> JSONNumbers.Whole? {
    JSONNumbers.whole(bytes[Int(nodes[node].start)..<Int(nodes[node].end)])
  }

  /// The nearest double of a number node.
  func double(_ node: Int) -> Double {
    JSONNumbers.double(bytes[Int(nodes[node].start)..<Int(nodes[node].end)])
  }

  /// Line and column of a byte, both from 1; the column counts Unicode scalars.
  ///
  /// - Complexity: O(offset)
  func position(of offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var lineStart = JSONReader.byteOrderMarkLength(bytes)
    let end = min(offset, bytes.count)
    var index = lineStart
    while index < end {
      if isLineEnd(index) {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
    guard lineStart < end else { return (line, 1) }
    return (line, bytes[lineStart..<end].count { $0 & 0xC0 != 0x80 } + 1)
  }

  /// The text of the line that holds a byte.
  func lineText(at offset: Int) -> String {
    let bom = JSONReader.byteOrderMarkLength(bytes)
    var start = max(bom, min(offset, bytes.count))
    while start > bom, !isLineEnd(start - 1) { start -= 1 }
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Whether a byte ends its line: a line feed, or a carriage return that no line feed follows.
  private func isLineEnd(_ index: Int) -> Bool {
    if bytes[index] == 0x0A { return true }
    return bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
  }
}

/// Something that is wrong with a JSON text.
struct JSONProblem: Sendable, Equatable {
  var code: DiagnosticCode
  var offset: Int
  var expected: String
  var found: String
  var hint: String?
}
