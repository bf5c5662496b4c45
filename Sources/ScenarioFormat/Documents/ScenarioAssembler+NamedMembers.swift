// Lists that are written as an object whose keys are the names of the elements.
extension ScenarioAssembler {
  /// Merges the members of an object as elements of a list.
  mutating func mergeNamed(
    membersOf node: Int, _ source: Int, _ children: [Parameter], template: Setting,
    into setting: inout Setting, path: String
  ) {
    guard case .list(var elements) = setting, let nameKey = children.first?.key else { return }
    let document = sources[source].document
    for (keyNode, element) in document.members(of: node)
    where document.nodes[keyNode].kind == .string && document.nodes[element].kind != .invalid {
      if isFull { break }
      let name = document.string(keyNode)
      let elementPath = joined(path, JSONReader.shortened(name))
      guard Names.isValid(name, allowsDots: true) else {
        report(
          .badName, at: placeOf(keyNode, source), keyPath: elementPath,
          expected:
            "a name of 1 to \(Names.longest) letters, digits, hyphens, dots and underscores",
          found: document.describe(keyNode))
        continue
      }
      guard document.nodes[element].kind == .object else {
        reportWrongType(element, source, elementPath, expected: "an object")
        continue
      }
      if let inner = document.members(of: element).first(where: {
        document.string($0.key) == nameKey
      }) {
        report(
          .unknownKey, at: placeOf(inner.key, source), keyPath: joined(elementPath, nameKey),
          expected: "no \(nameKey), because the key is the name", found: "\"\(nameKey)\"")
        continue
      }
      origins[elementPath] = placeOf(element, source)
      let index = elements.firstIndex { $0.children.first == .text(name) }
      if let remove = document.member(ScenarioAssembler.removeKey, of: element) {
        if isRemoval(remove, of: element, source, elementPath, nameKey, exists: index != nil),
          let index
        {
          elements.remove(at: index)
        }
        continue
      }
      guard index != nil || elements.count < ScenarioAssembler.listLimit else {
        report(
          .tooManyElements, at: placeOf(element, source), keyPath: elementPath,
          expected: "at most \(ScenarioAssembler.listLimit) elements, inherited ones included",
          found: "one more")
        break
      }
      if index == nil { elements.append(named(name, template)) }
      mergeMembers(
        of: element, source, children, into: &elements[index ?? elements.count - 1],
        path: elementPath)
    }
    setting = .list(elements)
  }

  /// A new element with its name.
  private func named(_ name: String, _ template: Setting) -> Setting {
    guard case .object(var values) = template, !values.isEmpty else { return template }
    values[0] = .text(name)
    return .object(values)
  }
}
