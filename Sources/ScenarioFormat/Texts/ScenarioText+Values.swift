import CaseloadModel

// Single values of a scenario by key path, and small scenarios that change some of them.
extension ScenarioText {
  /// The value at a key path as JSON; `nil` when the scenario has none there.
  ///
  ///     ScenarioText.value(at: "outflow.rates.work.workPerYear", in: scenario)  // "0.28"
  package static func value(at path: String, in scenario: Scenario) -> String? {
    let keys = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let settings = Binding.snapshot(scenario, ParameterTable.bindings)
    return value(keys[...], ParameterTable.parameters, settings)
  }

  /// The number at a key path; `nil` when the scenario has none there.
  package static func number(at path: String, in scenario: Scenario) -> Double? {
    value(at: path, in: scenario).flatMap {
      $0 == "true" ? 1 : $0 == "false" ? 0 : Double($0)
    }
  }

  private static func value(
    _ keys: ArraySlice<String>, _ parameters: [Parameter], _ setting: Setting
  ) -> String? {
    guard let key = keys.first,
      let index = parameters.firstIndex(where: { $0.key == key }), index < setting.children.count
    else { return nil }
    let (parameter, inner, rest) = (parameters[index], setting.children[index], keys.dropFirst())
    switch parameter.shape {
    case .section(let children): return value(rest, children, inner)
    case .list(let children, _):
      guard let name = rest.first,
        let element = inner.children.first(where: { Setting.elementName($0) == name })
      else { return nil }
      return value(rest.dropFirst(), children, element)
    default: return rest.isEmpty ? inner.leafText : nil
    }
  }

  /// The key paths that a pattern stands for in a scenario, with `*` for every element of a list.
  ///
  ///     ScenarioText.paths(of: "outflow.rates.*.workPerYear", in: scenario)  // one for each group
  package static func paths(of pattern: String, in scenario: Scenario) -> [String] {
    guard let star = pattern.range(of: ".*.") else {
      return value(at: pattern, in: scenario) == nil ? [] : [pattern]
    }
    let list = String(pattern[..<star.lower])
    return elementNames(of: list, in: scenario).flatMap {
      paths(of: "\(list).\($0).\(pattern[star.upper...])", in: scenario)
    }
  }

  /// The names of the elements of a list; empty when there is none at the key path.
  package static func elementNames(of list: String, in scenario: Scenario) -> [String] {
    var keys = list.split(separator: ".").map(String.init)[...]
    var parameters = ParameterTable.parameters
    var setting = Binding.snapshot(scenario, ParameterTable.bindings)
    while let key = keys.popFirst() {
      guard let index = parameters.firstIndex(where: { $0.key == key }) else { return [] }
      setting = setting.children[index]
      let isList = if case .list = parameters[index].shape { true } else { false }
      parameters = parameters[index].children
      guard isList else { continue }
      guard let name = keys.popFirst() else { return setting.children.map(Setting.elementName) }
      guard let element = setting.children.first(where: { Setting.elementName($0) == name })
      else { return [] }
      setting = element
    }
    return []
  }

  /// A scenario file that extends another one and sets some values, each given as JSON by its key path.
  ///
  /// - Precondition: The key paths lead to parameters.
  package static func changed(
    name: String, description: String, extends base: String, values: [(path: String, json: String)]
  ) -> String {
    var tree = ChangedMembers()
    for (path, json) in values {
      let keys = path.split(separator: ".").map(String.init)
      tree.set(keys[...], ParameterTable.parameters, json)
    }
    let lead = [
      ("name", JSONText.quoted(name)), ("extends", JSONText.quoted(base)),
      ("description", JSONText.quoted(description)),
    ].map { "  \"\($0)\": \($1)" }
    return "{\n" + (lead + tree.members(indent: "  ")).joined(separator: ",\n") + "\n}\n"
  }
}

/// The members of an object that a small scenario sets.
private struct ChangedMembers {
  private enum Member {
    case leaf(String)
    case section(ChangedMembers)
    /// Elements by name, with the key of the name.
    case list(String, [(String, ChangedMembers)])
  }

  private var content: [(key: String, member: Member)] = []

  mutating func set(_ keys: ArraySlice<String>, _ parameters: [Parameter], _ json: String) {
    guard let key = keys.first, let parameter = parameters.first(where: { $0.key == key }) else {
      preconditionFailure("there is no parameter \(keys.joined(separator: "."))")
    }
    let rest = keys.dropFirst()
    let place = content.firstIndex { $0.key == key }
    var member = place.map { content[$0].member } ?? .leaf(json)
    switch parameter.shape {
    case .section(let children):
      var inner = ChangedMembers()
      if case .section(let old) = member { inner = old }
      inner.set(rest, children, json)
      member = .section(inner)
    case .list(let children, _):
      var elements: [(String, ChangedMembers)] = []
      if case .list(_, let old) = member { elements = old }
      let name = rest.first ?? ""
      if !elements.contains(where: { $0.0 == name }) { elements.append((name, ChangedMembers())) }
      for index in elements.indices where elements[index].0 == name {
        elements[index].1.set(rest.dropFirst(), children, json)
      }
      member = .list(children.first?.key ?? "", elements)
    default: member = .leaf(json)
    }
    if let place { content[place].member = member } else { content.append((key, member)) }
  }

  /// The members as lines, in the order in which they were set.
  func members(indent: String) -> [String] {
    content.map { key, member in
      let lead = "\(indent)\(JSONText.quoted(key)): "
      switch member {
      case .leaf(let json): return lead + json
      case .section(let inner):
        return lead + "{\n" + inner.members(indent: indent + "  ").joined(separator: ",\n")
          + "\n\(indent)}"
      case .list(let nameKey, let elements):
        let deep = indent + "    "
        let texts = elements.map { name, inner in
          let named = "\(deep)\(JSONText.quoted(nameKey)): \(JSONText.quoted(name))"
          return "\(indent)  {\n"
            + ([named] + inner.members(indent: deep)).joined(separator: ",\n") + "\n\(indent)  }"
        }
        return lead + "[\n" + texts.joined(separator: ",\n") + "\n\(indent)]"
      }
    }
  }
}

extension String {
  /// The first place of a text, as its bounds; without Foundation.
  fileprivate func range(of text: String) -> (lower: Index, upper: Index)? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(text) {
        return (place, index(place, offsetBy: text.count))
      }
      place = index(after: place)
    }
    return nil
  }
}
