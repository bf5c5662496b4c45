/// Reads back the JSON that a tree writes; nothing else needs to be understood.
struct TreeReader {
  private let bytes: [UInt8]
  private var position = 0

  /// The tree of a text; `nil` when the text is not one that a tree writes.
  static func read(_ text: String) -> ScenarioTree? {
    var reader = TreeReader(bytes: Array(text.utf8))
    let tree = reader.value()
    reader.skipSpace()
    return reader.position == reader.bytes.count ? tree : nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func skipSpace() {
    while position < bytes.count, [32, 10, 13, 9].contains(bytes[position]) { position += 1 }
  }

  private mutating func take(_ character: Character) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == character.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func value() -> ScenarioTree? {
    if take("{") { return object() }
    if take("[") { return array() }
    skipSpace()
    let first = position
    var isQuoted = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\\") { position += 1 }
      if !isQuoted,
        [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), 10, 32, 58].contains(byte)
      {
        break
      }
      position += 1
    }
    guard position > first, position <= bytes.count else { return nil }
    return .leaf(String(decoding: bytes[first..<position], as: UTF8.self))
  }

  private mutating func object() -> ScenarioTree? {
    var members: [ScenarioTree.Member] = []
    if take("}") { return .object([]) }
    repeat {
      guard case .leaf(let key)? = value(), take(":"), let inner = value() else { return nil }
      members.append(.init(key: String(key.dropFirst().dropLast()), value: inner))
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func array() -> ScenarioTree? {
    var elements: [ScenarioTree] = []
    if take("]") { return .array([]) }
    repeat {
      guard let element = value() else { return nil }
      elements.append(element)
    } while take(",")
    return take("]") ? .array(elements) : nil
  }
}
