/// A word, number, text or sign of a Swift file; comments and what stands in texts are left out.
public struct SwiftToken: Equatable, Sendable {
  /// What it reads; a text in quotes reads as two quotes.
  public let text: String
  /// The line, from 1.
  public let line: Int
  /// Whether white space or the start of a line stands before it.
  public let hasSpaceBefore: Bool

  /// Whether it is a word.
  public var isWord: Bool { text.first.map { $0.isLetter || $0 == "_" } ?? false }
}

/// Takes the text of a Swift file apart.
public enum SwiftTokens {
  private static let quote = UInt8(ascii: "\"")
  private static let signs = Set("=+-*/%<>&|^~".utf8)

  /// The tokens of a text, in order.
  public static func of(_ text: String) -> [SwiftToken] {
    let bytes = Array(text.utf8)
    var tokens: [SwiftToken] = []
    var (index, line) = (0, 1)
    var hasSpace = true
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    func add(_ length: Int) {
      tokens.append(
        SwiftToken(
          text: String(decoding: bytes[index..<index + length], as: UTF8.self), line: line,
          hasSpaceBefore: hasSpace))
      index += length
      hasSpace = false
    }
    func run(_ isIn: (UInt8) -> Bool) -> Int {
      var length = 1
      while index + length < bytes.count, isIn(bytes[index + length]) { length += 1 }
      return length
    }
    while index < bytes.count {
      let here = bytes[index]
      switch here {
      case UInt8(ascii: "\n"):
        line += 1
        hasSpace = true
        index += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        hasSpace = true
        index += 1
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
        index += run { $0 != UInt8(ascii: "\n") }
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
        while index < bytes.count, byte(0) != UInt8(ascii: "*") || byte(1) != UInt8(ascii: "/") {
          if bytes[index] == UInt8(ascii: "\n") { line += 1 }
          index += 1
        }
        index += 2
      case _ where here == quote || (here == UInt8(ascii: "#") && byte(1) == quote):
        let length = lengthOfText(bytes, from: index)
        tokens.append(SwiftToken(text: "\"\"", line: line, hasSpaceBefore: hasSpace))
        line += bytes[index..<index + length].count { $0 == UInt8(ascii: "\n") }
        index += length
        hasSpace = false
      case _ where isPartOfWord(here): add(run(isPartOfWord))
      case _ where signs.contains(here): add(run { signs.contains($0) })
      case UInt8(ascii: "!") where byte(1) == UInt8(ascii: "="):
        add(run { $0 == UInt8(ascii: "=") })
      case UInt8(ascii: "."): add(run { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "<") })
      case UInt8(ascii: "?"): add(run { $0 == UInt8(ascii: "?") })
      default: add(1)
      }
    }
    return tokens
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "@")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Bytes of a text in quotes, with its quotes; what is worked out within it counts as text.
  private static func lengthOfText(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while bytes[index] == UInt8(ascii: "#") { index += 1 }
    let hashes = index - start
    func holds(_ byte: UInt8, _ count: Int, at place: Int) -> Bool {
      place + count <= bytes.count && bytes[place..<place + count].allSatisfy { $0 == byte }
    }
    let quotes = holds(quote, 3, at: index) ? 3 : 1
    index += quotes
    var open = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), holds(UInt8(ascii: "#"), hashes, at: index + 1) {
        index += 1 + hashes
        if index < bytes.count, bytes[index] == UInt8(ascii: "(") { open += 1 }
        index += 1
      } else if open > 0 {
        if bytes[index] == UInt8(ascii: "(") { open += 1 }
        if bytes[index] == UInt8(ascii: ")") { open -= 1 }
        index += bytes[index] == quote ? lengthOfText(bytes, from: index) : 1
      } else if holds(quote, quotes, at: index),
        holds(UInt8(ascii: "#"), hashes, at: index + quotes)
      {
        return index + quotes + hashes - start
      } else {
        index += 1
      }
    }
    return bytes.count - start
  }
}
