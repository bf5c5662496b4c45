import ScenarioFormat

/// A JSON text as a tree that can be drawn, cut down and written; the order of members is kept.
indirect enum ScenarioTree: Equatable, Sendable {
  /// Members in order.
  case object([Member])
  /// Elements in order.
  case array([ScenarioTree])
  /// A number, text, true or false, as JSON text.
  case leaf(String)

  /// A key with its value.
  struct Member: Equatable, Sendable {
    var key: String
    var value: ScenarioTree
  }

  /// A text in quotes; names and references of the hunt hold nothing that needs an escape.
  static func text(_ text: String) -> ScenarioTree { .leaf("\"\(text)\"") }

  /// The members of an object.
  var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The value of a member.
  subscript(key: String) -> ScenarioTree? { members.first { $0.key == key }?.value }

  /// Sets a member, at its place if there is one and else at the end.
  mutating func set(_ key: String, _ value: ScenarioTree) {
    guard case .object(var members) = self else { return }
    if let index = members.firstIndex(where: { $0.key == key }) {
      members[index].value = value
    } else {
      members.append(Member(key: key, value: value))
    }
    self = .object(members)
  }

  /// Sets a value below several keys, making the objects on the way.
  mutating func set(_ keys: [String], _ value: ScenarioTree) {
    guard let key = keys.first else { return self = value }
    var inner = self[key] ?? .object([])
    inner.set(Array(keys.dropFirst()), value)
    set(key, inner)
  }

  /// The name of a list element: its first member.
  var elementName: String? {
    guard case .leaf(let json)? = members.first?.value else { return nil }
    return String(json.dropFirst().dropLast())
  }

  /// The JSON text.
  var json: String {
    switch self {
    case .leaf(let json): json
    case .array(let elements): "[" + elements.map(\.json).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\"\($0.key)\": \($0.value.json)" }.joined(separator: ", ") + "}"
    }
  }

  /// The JSON text over several lines, for people.
  func pretty(indent: String = "") -> String {
    let inner = indent + "  "
    guard json.count > 90 - indent.count else { return json }
    switch self {
    case .leaf(let json): return json
    case .array(let elements):
      return "[\n" + elements.map { inner + $0.pretty(indent: inner) }.joined(separator: ",\n")
        + "\n\(indent)]"
    case .object(let members):
      return "{\n"
        + members.map { "\(inner)\"\($0.key)\": \($0.value.pretty(indent: inner))" }
        .joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  /// The same tree with the members of every object in reverse order; names stay first, where people
  /// look for them, and lists keep their order, which means something.
  var reversed: ScenarioTree {
    switch self {
    case .leaf: self
    case .array(let elements): .array(elements.map(\.reversed))
    case .object(let members):
      .object(members.reversed().map { Member(key: $0.key, value: $0.value.reversed) })
    }
  }

  /// Takes out what a key path leads to, or the nearest thing around it that is there.
  ///
  /// - Returns: Whether something was taken out.
  mutating func remove(_ keys: ArraySlice<String>) -> Bool {
    guard let key = keys.first else { return false }
    switch self {
    case .leaf: return false
    case .array(var elements):
      guard let index = elements.firstIndex(where: { $0.elementName == key }) else { return false }
      if !elements[index].remove(keys.dropFirst()) { elements.remove(at: index) }
      self = .array(elements)
      return true
    case .object(var members):
      // A dated value stands below its whole key path.
      let whole = keys.joined(separator: ".")
      if keys.count > 1, let index = members.firstIndex(where: { $0.key == whole }) {
        members.remove(at: index)
        self = .object(members)
        return true
      }
      guard let index = members.firstIndex(where: { $0.key == key }) else { return false }
      if keys.count > 1, members[index].value.remove(keys.dropFirst()) {
        self = .object(members)
        return true
      }
      // The name of an element cannot go without the element.
      guard key != "name", key != "group" else { return false }
      members.remove(at: index)
      self = .object(members)
      return true
    }
  }

  /// Whether the tree itself holds the element of a list that a key path names.
  func holdsElement(_ keys: [String]) -> Bool {
    guard keys.count >= 3 else { return false }
    return (self[keys[0]]?[keys[1]]?.elements ?? []).contains { $0.elementName == keys[2] }
  }

  /// Takes an element of the defaults out, to which the tree says nothing.
  ///
  /// - Returns: Whether that is new.
  mutating func dismiss(_ keys: [String]) -> Bool {
    guard keys.count >= 3, !["changes", "groups", "segments"].contains(keys[1]),
      let shape = ParameterTable.parameter(at: keys.prefix(2).joined(separator: "."))?.shape,
      case .list(let children, _) = shape
    else { return false }
    var elements = self[keys[0]]?[keys[1]]?.elements ?? []
    let isDismissed = elements.contains { $0.elementName == keys[2] && $0["remove"] != nil }
    guard !isDismissed else { return false }
    let removal = ScenarioTree.object([
      Member(key: children[0].key, value: .text(keys[2])),
      Member(key: "remove", value: .leaf("true")),
    ])
    elements.insert(removal, at: 0)
    set(Array(keys.prefix(2)), .array(elements))
    return true
  }

  /// Adds an element of a list for every group of the tree that has none.
  ///
  /// - Returns: Whether there was such a group.
  mutating func addGroups(to keys: [String]) -> Bool {
    guard keys.count == 2 else { return false }
    var elements = self[keys[0]]?[keys[1]]?.elements ?? []
    let groups = (self["population"]?["groups"]?.elements ?? []).filter { $0["remove"] == nil }
    let missing = groups.compactMap(\.elementName).filter { name in
      !elements.contains { $0.elementName == name }
    }
    elements += missing.map { .object([Member(key: "group", value: .text($0))]) }
    set(keys, .array(elements))
    return !missing.isEmpty
  }

  /// All trees with one thing less: a member, or an element of a list; larger things first.
  func smaller() -> [ScenarioTree] {
    switch self {
    case .leaf: return []
    case .array(let elements):
      var result: [ScenarioTree] = []
      if elements.count > 3 {
        result.append(.array(Array(elements.prefix(elements.count / 2))))
        result.append(.array(Array(elements.suffix(elements.count / 2))))
      }
      for index in elements.indices {
        var fewer = elements
        fewer.remove(at: index)
        result.append(.array(fewer))
      }
      for index in elements.indices {
        for inner in elements[index].smaller() {
          var changed = elements
          changed[index] = inner
          result.append(.array(changed))
        }
      }
      return result
    case .object(let members):
      var result: [ScenarioTree] = []
      for index in members.indices
      where members[index].key != "name" && members[index].key != "group" {
        var fewer = members
        fewer.remove(at: index)
        result.append(.object(fewer))
      }
      for index in members.indices {
        for inner in members[index].value.smaller() {
          var changed = members
          changed[index].value = inner
          result.append(.object(changed))
        }
      }
      return result
    }
  }
}
