/// A JSON text and the tree found in it, with the place of every value.
///
/// The tree is an array of nodes in the order of the text; strings and numbers stay in the text until
/// somebody asks for them. A member of an object is a string node followed by its value.
package struct JSONDocument: Sendable {
  /// What a value is.
  package enum Kind: UInt8, Sendable {
    case object, array, string, number, `true`, `false`, null
    /// A value that has been reported as wrong already; nothing more is said of it.
    case invalid
  }

  /// One value: its kind, the bytes it covers, and the node after its last descendant.
  package struct Node: Sendable {
    package var kind: Kind
    var hasEscapes = false
    var start: UInt32
    var end: UInt32
    var next: UInt32
  }

  /// The text.
  let bytes: [UInt8]
  /// The values in the order of the text; empty when the text has none.
  package let nodes: [Node]
  /// What is wrong with the text, in order.
  package let problems: [JSONProblem]

  /// The index of the outermost value.
  package var root: Int? { nodes.isEmpty ? nil : 0 }

  /// The elements of an array.
  package func elements(of node: Int) -> [Int] {
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
  package func members(of node: Int) -> [(key: Int, value: Int)] {
    var result: [(key: Int, value: Int)] = []
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
  package func string(_ node: Int) -> String {
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
  package func wholeNumber(_ node: Int) -> JSONNumbers.Whole? {
    JSONNumbers.whole(bytes[Int(nodes[node].start)..<Int(nodes[node].end)])
  }

  /// The nearest double of a number node.
  package func double(_ node: Int) -> Double {
    JSONNumbers.double(bytes[Int(nodes[node].start)..<Int(nodes[node].end)])
  }

  /// The key path of the innermost value around a byte; empty at the outermost level, and where values
  /// nest more than eight levels deep.
  func keyPath(at offset: Int) -> String {
    var path = ""
    guard var node = root else { return path }
    for _ in 0..<8 {
      switch nodes[node].kind {
      case .object:
        let member = members(of: node).first { key, value in
          Int(nodes[key].start) <= offset && offset < Int(nodes[value].end)
        }
        guard let member, nodes[member.key].kind == .string else { return path }
        path += (path.isEmpty ? "" : ".") + JSONReader.shortened(string(member.key))
        node = member.value
      case .array:
        let place = elements(of: node).enumerated().first { _, element in
          Int(nodes[element].start) <= offset && offset < Int(nodes[element].end)
        }
        guard let place else { return path }
        path += "[\(place.offset)]"
        node = place.element
      default: return path
      }
    }
    return ""
  }

  /// The place of the first byte.
  var start: TextPlace {
    let first = JSONReader.byteOrderMarkLength(bytes)
    return TextPlace(offset: first, line: 1, column: 1, lineStart: first)
  }

  /// The place of a byte; columns count Unicode scalars.
  ///
  /// - Parameter known: A place to count from, which gives the same result and saves time when it
  ///   lies before the byte.
  /// - Complexity: O(distance between the two), or O(offset) when `known` lies behind it.
  func place(of offset: Int, from known: TextPlace) -> TextPlace {
    let end = min(offset, bytes.count)
    var place = known.offset <= end ? known : start
    while place.offset < end {
      if isLineEnd(place.offset) {
        place.line += 1
        place.column = 1
        place.lineStart = place.offset + 1
      } else if bytes[place.offset] & 0xC0 != 0x80 {
        place.column += 1
      }
      place.offset += 1
    }
    return place
  }

  /// The part of a line around a place, of at most 512 bytes on either side, and the column of its
  /// first character.
  func excerpt(around place: TextPlace) -> (text: String, column: Int) {
    var first = place.offset
    var column = place.column
    while first > place.lineStart, first > place.offset - 512 || bytes[first] & 0xC0 == 0x80 {
      first -= 1
      if bytes[first] & 0xC0 != 0x80 { column -= 1 }
    }
    var end = place.offset
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D,
      end < place.offset + 512 || bytes[end] & 0xC0 == 0x80
    {
      end += 1
    }
    return (String(decoding: bytes[first..<end], as: UTF8.self), column)
  }

  /// Whether a byte ends its line: a line feed, or a carriage return that no line feed follows.
  private func isLineEnd(_ index: Int) -> Bool {
    if bytes[index] == 0x0A { return true }
    return bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
  }
}

/// A place in a text, with what is needed to count on from it.
struct TextPlace: Sendable {
  var offset: Int
  /// From 1.
  var line: Int
  /// From 1, in Unicode scalars.
  var column: Int
  /// The offset at which the line begins.
  var lineStart: Int
}

/// Something that is wrong with a JSON text.
package struct JSONProblem: Sendable, Equatable {
  var code: DiagnosticCode
  var offset: Int
  var expected: String
  var found: String
  var hint: String?
}
