/// Damages scenario files in the ways that files get damaged, and in worse ones.
///
/// The same seed gives the same files on every machine. This file uses nothing but the standard library,
/// so that `scripts/check-mutations` can compile it for speed.
struct ScenarioMutator<Generator: RandomNumberGenerator> {
  /// The ways of damaging a file.
  enum Kind: CaseIterable {
    case flippedBytes, randomBytes, truncation, removedPart, swappedTokens, replacedToken
    case duplicatedPart, deepNesting, hugeNumber, invalidEncoding, longText, manyElements
    case controlCharacters, missingQuote
  }

  /// Files to damage; also the source of parts that are put into others.
  let originals: [[UInt8]]
  var generator: Generator

  init(originals: [[UInt8]], generator: Generator) {
    precondition(!originals.isEmpty && originals.allSatisfy { $0.count > 16 })
    self.originals = originals
    self.generator = generator
  }

  /// The next damaged file, with one to four changes.
  mutating func next() -> (kinds: [Kind], bytes: [UInt8]) {
    var bytes = original()
    var kinds: [Kind] = []
    for _ in 0..<(1 + below(4) * below(2)) {
      let kind = Kind.allCases[below(Kind.allCases.count)]
      kinds.append(kind)
      apply(kind, to: &bytes)
    }
    return (kinds, bytes)
  }

  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

  private mutating func original() -> [UInt8] { originals[below(originals.count)] }

  private mutating func byte() -> UInt8 { UInt8.random(in: 0...255, using: &generator) }

  /// A part of at most `limit` bytes.
  private mutating func part(of bytes: [UInt8], limit: Int) -> Range<Int> {
    let start = below(bytes.count + 1)
    return start..<min(bytes.count, start + below(limit))
  }

  private mutating func apply(_ kind: Kind, to bytes: inout [UInt8]) {
    switch kind {
    case .flippedBytes:
      for _ in 0..<(1 + below(8)) where !bytes.isEmpty {
        bytes[below(bytes.count)] ^= 1 << UInt8(below(8))
      }
    case .randomBytes:
      let noise = (0..<(1 + below(12))).map { _ in byte() }
      bytes.replaceSubrange(part(of: bytes, limit: 12), with: noise)
    case .truncation:
      bytes.removeLast(below(bytes.count + 1))
    case .removedPart:
      bytes.removeSubrange(part(of: bytes, limit: 200))
    case .swappedTokens:
      let (first, second) = (token(in: bytes), token(in: bytes))
      guard first.upperBound <= second.lowerBound else { return }
      let (early, late) = (Array(bytes[first]), Array(bytes[second]))
      bytes.replaceSubrange(second, with: early)
      bytes.replaceSubrange(first, with: late)
    case .replacedToken:
      bytes.replaceSubrange(token(in: bytes), with: Self.words[below(Self.words.count)].utf8)
    case .duplicatedPart:
      let source = original()
      let copied = member(of: source)
      bytes.insert(contentsOf: source[copied], at: member(of: bytes).lowerBound)
    case .deepNesting:
      let opening = below(2) == 0 ? "[" : "{\"a\":"
      let depth = [3, 100, 511, 512, 513, 5_000][below(6)]
      bytes.insert(
        contentsOf: String(repeating: opening, count: depth).utf8, at: token(in: bytes).lowerBound)
    case .hugeNumber:
      bytes.replaceSubrange(token(in: bytes), with: hugeNumber().utf8)
    case .invalidEncoding:
      let wrong = Self.wrongSequences[below(Self.wrongSequences.count)]
      bytes.insert(contentsOf: wrong, at: below(bytes.count + 1))
    case .longText:
      let text = String(
        repeating: ["x", "é", "\\u0041", "\\ud83d\\ude00", " "][below(5)], count: below(9_000))
      bytes.replaceSubrange(token(in: bytes), with: Array("\"\(text)\"".utf8))
    case .manyElements:
      let element = ["{},", "1,", "\"a\",", "{\"name\":\"a\"},", "\"k\":1,", "01,"][below(6)]
      bytes.replaceSubrange(
        token(in: bytes),
        with: Array(("[" + String(repeating: element, count: below(3_000)) + "0]").utf8))
    case .controlCharacters:
      let wrong = Self.controls[below(Self.controls.count)]
      bytes.insert(contentsOf: wrong.utf8, at: below(bytes.count + 1))
    case .missingQuote:
      let places = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\"") }
      if let place = places.randomElement(using: &generator) { bytes.remove(at: place) }
    }
  }

  /// The range of a word, number or text at a random place; empty at the end of the file.
  private mutating func token(in bytes: [UInt8]) -> Range<Int> {
    let marks = Set("{}[]:, \n\t\r".utf8)
    var start = below(bytes.count + 1)
    while start < bytes.count, marks.contains(bytes[start]) { start += 1 }
    while start > 0, start < bytes.count, !marks.contains(bytes[start - 1]) { start -= 1 }
    var end = start
    while end < bytes.count, !marks.contains(bytes[end]) { end += 1 }
    return start..<end
  }

  /// The range from behind one comma or brace to behind another, often a member or an element.
  private mutating func member(of bytes: [UInt8]) -> Range<Int> {
    let ends = Set("{[,".utf8)
    let places = bytes.indices.filter { ends.contains(bytes[$0]) }
    guard !places.isEmpty else { return 0..<bytes.count }
    let first = below(places.count)
    let last = min(places.count - 1, first + below(20))
    return places[first] + 1..<places[last] + 1
  }

  private mutating func hugeNumber() -> String {
    let digits = String(repeating: String(below(10)), count: 1 + below(400))
    switch below(6) {
    case 0: return digits
    case 1: return "-\(digits)"
    case 2: return "0.\(digits)"
    case 3: return "1e\(digits)"
    case 4: return "1E-\(digits)"
    default: return "\(digits).\(digits)e\(below(700) - 350)"
    }
  }
}

extension ScenarioMutator {
  private static var words: [String] {
    [
      "null", "true", "NaN", "-", "0", "-0", "1", "-1", "0.5", "1e400", "18446744073709551615",
      "18446744073709551616", "\"\"", "\"all\"", "\"..\"", "\"../../x\"", "\"%s%n\"", "[]", "{}",
      "[[]]",
      "\"remove\"", "\"name\"", "\"extends\"", "\"$schema\"", "\"2014-02-30\"", "'x'", "//", "/*",
      "\u{FEFF}",
    ]
  }

  private static var wrongSequences: [[UInt8]] {
    [
      [0x80], [0xC0, 0xAF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F],
      [0xFF],
      [0xFE, 0xFF], [0, 0, 0],
    ]
  }

  private static var controls: [String] {
    [
      "\u{1B}[2J", "\u{1B}]0;x\u{7}", "\u{9B}31m", "\u{202E}", "\u{0}", "\u{8}", "\r", "\u{2028}",
      "\u{200B}",
      "\\u001b[31m", "\\u0000",
    ]
  }
}
