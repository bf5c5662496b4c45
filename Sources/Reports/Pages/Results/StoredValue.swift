import ScenarioFormat

/// What is wrong with a folder of results.
package struct StoredResultError: Error, Sendable, Equatable {
  /// The file or folder.
  package let path: String
  /// The problem in words: what was expected, and what was found.
  package let problem: String

  /// Makes an error.
  package init(path: String, problem: String) {
    self.path = path
    self.problem = problem
  }
}

/// A value of a stored JSON file that knows where it stands, so that messages can tell.
struct StoredValue: Sendable {
  let value: JSONValue
  /// The file.
  let path: String
  /// The keys that lead to the value.
  let keys: String

  /// Reads a file of JSON.
  init(readingFile path: String) throws(StoredResultError) {
    guard let text = TextFile.read(path) else {
      throw StoredResultError(path: path, problem: "cannot be read")
    }
    let document = JSONReader.read(Array(text.utf8))
    guard document.problems.isEmpty, let root = document.root else {
      throw StoredResultError(path: path, problem: "is damaged: it is no complete JSON")
    }
    self.init(value: StoredValue.tree(document, root), path: path, keys: "")
  }

  private init(value: JSONValue, path: String, keys: String) {
    self.value = value
    self.path = path
    self.keys = keys
  }

  private static func tree(_ document: JSONDocument, _ node: Int) -> JSONValue {
    switch document.nodes[node].kind {
    case .object:
      .object(
        document.members(of: node).map { (document.string($0.key), tree(document, $0.value)) })
    case .array: .array(document.elements(of: node).map { tree(document, $0) })
    case .string: .string(document.string(node))
    case .number:
      if let whole = document.wholeNumber(node) {
        if let number = whole.asInt {
          .integer(Int64(number))
        } else if let number = whole.asUInt64 {
          .unsigned(number)
        } else {
          .number(document.double(node))
        }
      } else {
        .number(document.double(node))
      }
    case .true: .boolean(true)
    case .false: .boolean(false)
    case .null, .invalid: .null
    }
  }

  private func wrong(_ expected: String) -> StoredResultError {
    StoredResultError(
      path: path,
      problem: "\(keys.isEmpty ? "the outermost value" : keys): expected \(expected)")
  }

  private func joined(_ key: String) -> String { keys.isEmpty ? key : keys + "." + key }

  /// The members of an object, in order.
  func members() throws(StoredResultError) -> [(key: String, value: StoredValue)] {
    guard case .object(let members) = value else { throw wrong("an object") }
    return members.map { ($0.0, StoredValue(value: $0.1, path: path, keys: joined($0.0))) }
  }

  /// The member with a key; `nil` when there is none.
  func optional(_ key: String) throws(StoredResultError) -> StoredValue? {
    guard case .object(let members) = value else { throw wrong("an object") }
    return members.first { $0.0 == key }.map {
      StoredValue(value: $0.1, path: path, keys: joined(key))
    }
  }

  /// The member with a key.
  func member(_ key: String) throws(StoredResultError) -> StoredValue {
    guard let found = try optional(key) else {
      throw StoredResultError(path: path, problem: "\(joined(key)) is missing")
    }
    return found
  }

  /// The elements of an array.
  func elements() throws(StoredResultError) -> [StoredValue] {
    guard case .array(let elements) = value else { throw wrong("a list") }
    return elements.enumerated().map {
      StoredValue(value: $1, path: path, keys: "\(keys)[\($0)]")
    }
  }

  /// A text.
  func string() throws(StoredResultError) -> String {
    guard case .string(let text) = value else { throw wrong("a text") }
    return text
  }

  /// A whole number that is not negative.
  func count() throws(StoredResultError) -> Int {
    guard case .integer(let number) = value, number >= 0 else {
      throw wrong("a whole number that is not negative")
    }
    return Int(number)
  }

  /// A seed.
  func seed() throws(StoredResultError) -> UInt64 {
    switch value {
    case .unsigned(let number): return number
    case .integer(let number) where number >= 0: return UInt64(number)
    default: throw wrong("a whole number that is not negative")
    }
  }

  /// A number, or NaN where the file has null.
  func number() throws(StoredResultError) -> Double {
    switch value {
    case .null: return .nan
    case .integer(let number): return Double(number)
    case .unsigned(let number): return Double(number)
    case .number(let number): return number
    default: throw wrong("a number or null")
    }
  }

  /// Whether a member is there and true.
  func flag(_ key: String) throws(StoredResultError) -> Bool {
    try optional(key)?.value == .boolean(true)
  }

  /// The texts of a list.
  func strings() throws(StoredResultError) -> [String] {
    var texts: [String] = []
    for element in try elements() { texts.append(try element.string()) }
    return texts
  }

  /// The values of an object as texts, under their keys.
  func texts() throws(StoredResultError) -> [(key: String, text: String)] {
    var texts: [(String, String)] = []
    for (key, value) in try members() {
      if case .string(let text) = value.value {
        texts.append((key, text))
      } else {
        texts.append((key, value.value.line))
      }
    }
    return texts
  }
}
