/// Types, stored properties and mutating methods that Swift sources declare, as their spelling has them.
public struct DeclaredTypes: Sendable {
  /// Mutating methods by type.
  public private(set) var mutating: [String: Set<String>] = [:]
  /// Types of stored properties, by type and name; those that are not spelled out are missing.
  private var fields: [String: [String: String]] = [:]
  /// Mutating methods of protocols, which any type may have.
  private var ofProtocols: Set<String> = []
  /// All of them, for what has a type that cannot be told.
  private var all = DeclaredTypes.ofStandardLibrary

  /// Mutating methods of the standard library.
  public static let ofStandardLibrary: Set<String> = [
    "append", "insert", "remove", "removeAll", "removeFirst", "removeLast", "removeSubrange",
    "removeValue", "replaceSubrange", "popFirst", "popLast", "sort", "shuffle", "reverse",
    "partition", "swapAt", "reserveCapacity", "merge", "updateValue", "formUnion",
    "formIntersection", "formSymmetricDifference", "subtract", "update", "toggle", "negate",
    "addProduct", "formRemainder", "formSquareRoot", "formTruncatingRemainder", "round", "next",
    "withUnsafeMutableBufferPointer", "withUnsafeMutableBytes", "storeBytes", "initialize",
    "deinitialize", "take",
  ]

  /// Reads the declarations of files.
  public init(sources: [[SwiftToken]]) {
    for tokens in sources { read(tokens) }
  }

  /// Whether a method changes what it is called on; `type` is `nil` when it cannot be told.
  public func isMutating(_ method: String, of type: String?) -> Bool {
    guard let type else { return all.contains(method) }
    if ofProtocols.contains(method) { return true }
    let name = String(type.prefix { $0 != "<" && $0 != "?" })
    return (mutating[name] ?? DeclaredTypes.ofStandardLibrary).contains(method)
  }

  /// The type of a stored property, as it is spelled; `nil` when it cannot be told.
  public func field(_ name: String, of type: String) -> String? {
    fields[String(type.prefix { $0 != "<" && $0 != "?" })]?[name]
  }

  /// The properties of a type that are spelled out with their types.
  public func fieldNames(of type: String) -> Set<String> { Set(fields[type, default: [:]].keys) }

  /// The type of an element of an array or column; `nil` for any other type.
  public static func element(of type: String) -> String? {
    if type.hasPrefix("["), type.hasSuffix("]"), !type.contains(":") {
      return String(type.dropFirst().dropLast())
    }
    if type.hasPrefix("Column<"), type.hasSuffix(">") {
      return String(type.dropFirst(7).dropLast())
    }
    return nil
  }

  private mutating func read(_ tokens: [SwiftToken]) {
    // Open braces, each with the type that it begins; "" for those of anything else.
    var braces: [String] = []
    var next = ""
    var isProtocol = false
    for (index, token) in tokens.enumerated() {
      let following = index + 1 < tokens.count ? tokens[index + 1].text : ""
      switch token.text {
      case "struct", "enum", "class", "actor", "extension", "protocol":
        guard tokens.indices.contains(index + 1), tokens[index + 1].isWord else { continue }
        next = following
        isProtocol = token.text == "protocol"
        // Of `extension Outer.Inner` the inner one.
        var place = index + 2
        while place + 1 < tokens.count, tokens[place].text == "." {
          next = tokens[place + 1].text
          place += 2
        }
        mutating[next, default: []].formUnion([])
      case "{":
        braces.append(next)
        next = ""
      case "}": _ = braces.popLast()
      case "mutating":
        guard let type = braces.last(where: { !$0.isEmpty }),
          let place = tokens[index...].prefix(6).firstIndex(where: { $0.text == "func" }),
          place + 1 < tokens.count
        else { continue }
        mutating[type, default: []].insert(tokens[place + 1].text)
        all.insert(tokens[place + 1].text)
        if isProtocol { ofProtocols.insert(tokens[place + 1].text) }
      case "var", "let":
        guard let type = braces.last, !type.isEmpty else { continue }
        fields[type, default: [:]][following] = DeclaredTypes.type(declaredAfter: index + 2, tokens)
      default: break
      }
    }
  }

  /// The type in `: Type` or `= Type(`; `nil` when none is spelled out.
  private static func type(declaredAfter start: Int, _ tokens: [SwiftToken]) -> String? {
    guard start < tokens.count, [":", "="].contains(tokens[start].text) else { return nil }
    let isValue = tokens[start].text == "="
    var type = ""
    var depth = 0
    for token in tokens[(start + 1)...] {
      if depth == 0, ["(", "{", "=", "}", ","].contains(token.text) {
        return isValue && token.text != "(" || type.isEmpty ? nil : type
      }
      if depth == 0, !type.isEmpty, token.hasSpaceBefore { return isValue ? nil : type }
      depth += ["[", "<"].contains(token.text) ? 1 : 0
      depth -= ["]", ">"].contains(token.text) ? 1 : 0
      type += token.text
    }
    return nil
  }
}
