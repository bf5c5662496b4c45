import CaseloadModel

extension ScenarioAssembler {
  /// The most elements that a list may have.
  static let listLimit = Scenario.mostElements

  /// Merges a file over what has been read so far.
  mutating func mergeSource(_ source: Int, isTop: Bool) {
    let document = sources[source].document
    guard let top = document.root else { return }
    guard document.nodes[top].kind == .object else {
      if document.nodes[top].kind != .invalid {
        report(
          .wrongType, at: placeOf(top, source), keyPath: "", expected: "an object",
          found: document.describe(top))
      }
      return
    }
    let before = settings
    var merged = settings
    mergeMembers(
      of: top, source, ParameterTable.parameters, into: &merged, path: "",
      alsoAllowed: [
        ScenarioAssembler.schemaKey, ScenarioAssembler.extendsKey, SectorTable.key,
      ])
    settings = merged
    if !isTop { keepIdentity(from: before) }
  }

  /// Name and description belong to one file and are not inherited.
  private mutating func keepIdentity(from before: Setting) {
    guard case .object(var values) = settings else { return }
    for key in ["name", "description"] {
      guard let index = ParameterTable.index(of: key) else { continue }
      values[index] = before.children[index]
      origins[key] = nil
    }
    settings = .object(values)
  }

  mutating func mergeMembers(
    of node: Int, _ source: Int, _ parameters: [Parameter], into setting: inout Setting,
    path: String, alsoAllowed: [String] = []
  ) {
    guard case .object(var values) = setting else { return }
    let document = sources[source].document
    for (keyNode, valueNode) in document.members(of: node)
    where document.nodes[keyNode].kind == .string {
      if isFull { break }
      let key = document.string(keyNode)
      if let index = parameters.firstIndex(where: { $0.key == key }) {
        merge(
          valueNode, source, parameters[index], into: &values[index], path: joined(path, key))
      } else if key == ScenarioAssembler.schemaKey, alsoAllowed.contains(key) {
        checkSchemaMember(valueNode, source)
      } else if key == SectorTable.key, alsoAllowed.contains(key) {
        mergeSector(valueNode, source)
      } else if !alsoAllowed.contains(key) {
        let candidates = parameters.map(\.key) + alsoAllowed
        report(
          .unknownKey, at: placeOf(keyNode, source),
          keyPath: joined(path, JSONReader.shortened(key)),
          expected: path.isEmpty ? "a key of a scenario" : "a key of \(path)",
          found: "\"\(JSONReader.shortened(key))\"",
          hint: Suggestion.hint(for: key, among: candidates)
            ?? ParameterTable.elsewhere(key, than: path))
      }
    }
    setting = .object(values)
  }

  private mutating func checkSchemaMember(_ node: Int, _ source: Int) {
    let document = sources[source].document
    guard ![.string, .invalid].contains(document.nodes[node].kind) else { return }
    report(
      .wrongType, at: placeOf(node, source), keyPath: ScenarioAssembler.schemaKey,
      expected: "a text", found: document.describe(node))
  }

  /// Merges one value over the one that holds so far.
  mutating func merge(
    _ node: Int, _ source: Int, _ parameter: Parameter, into setting: inout Setting, path: String
  ) {
    let document = sources[source].document
    guard document.nodes[node].kind != .invalid else {
      failed.insert(path)
      return
    }
    switch parameter.shape {
    case .section(let children):
      guard document.nodes[node].kind == .object else {
        return reportWrongType(node, source, path, expected: "an object")
      }
      origins[path] = placeOf(node, source)
      mergeMembers(of: node, source, children, into: &setting, path: path)
    case .list(let children, let template):
      if parameter.namesAreKeys, document.nodes[node].kind == .object {
        origins[path] = placeOf(node, source)
        return mergeNamed(
          membersOf: node, source, children, template: template, into: &setting, path: path)
      }
      guard document.nodes[node].kind == .array else {
        return reportWrongType(
          node, source, path, expected: "an array of objects",
          hint: arrayHint(node, source, children))
      }
      origins[path] = placeOf(node, source)
      mergeElements(
        of: node, source, children, template: template, into: &setting, path: path)
    case .changes:
      mergeChanges(node, source, into: &setting, path: path)
    default:
      var reader = ValueReader(document: document, node: node)
      if let value = reader.read(parameter.shape) {
        setting = value
        origins[path] = placeOf(node, source)
      } else if let problem = reader.problem {
        report(
          problem.code, at: SourcePlace(source: source, offset: problem.offset), keyPath: path,
          expected: problem.expected + unitNote(parameter, problem.code), found: problem.found,
          hint: problem.hint)
      }
    }
  }

  func unitNote(_ parameter: Parameter, _ code: DiagnosticCode) -> String {
    parameter.unit.isEmpty || code == .badDate ? "" : " (\(parameter.unit))"
  }

  mutating func reportWrongType(
    _ node: Int, _ source: Int, _ path: String, expected: String, hint: String? = nil
  ) {
    report(
      .wrongType, at: placeOf(node, source), keyPath: path, expected: expected,
      found: sources[source].document.describe(node), hint: hint)
  }

  /// How an object of named objects is written as a list.
  private func arrayHint(_ node: Int, _ source: Int, _ children: [Parameter]) -> String? {
    let document = sources[source].document
    guard document.nodes[node].kind == .object, let nameKey = children.first?.key,
      let (key, value) = document.members(of: node).first,
      document.nodes[key].kind == .string, document.nodes[value].kind == .object
    else { return nil }
    return "write [{\"\(nameKey)\": \"\(JSONReader.shortened(document.string(key)))\", …}]"
  }

  // MARK: - Lists of named objects

  private mutating func mergeElements(
    of node: Int, _ source: Int, _ children: [Parameter], template: Setting,
    into setting: inout Setting, path: String
  ) {
    guard case .list(var elements) = setting, let nameKey = children.first?.key else { return }
    let document = sources[source].document
    var seen: Set<String> = []
    let given = document.elements(of: node)
    guard given.count <= ScenarioAssembler.listLimit else {
      return report(
        .outOfRange, at: placeOf(node, source), keyPath: path,
        expected: "at most \(ScenarioAssembler.listLimit) elements", found: "\(given.count)")
    }
    for (position, element) in given.enumerated()
    where document.nodes[element].kind != .invalid {
      let place = "\(path)[\(position)]"
      guard document.nodes[element].kind == .object else {
        reportWrongType(element, source, place, expected: "an object")
        continue
      }
      guard let name = elementName(element, source, children[0], place) else { continue }
      let elementPath = joined(path, name)
      guard seen.insert(name).inserted else {
        report(
          .duplicateName, at: placeOf(element, source), keyPath: elementPath,
          expected: "each \(nameKey) once", found: "\"\(name)\" again")
        checkAside(element, source, children, template, path: elementPath)
        continue
      }
      let index = elements.firstIndex { $0.children.first == .text(name) }
      origins[elementPath] = placeOf(element, source)
      if let remove = document.member(ScenarioAssembler.removeKey, of: element) {
        if isRemoval(remove, of: element, source, elementPath, nameKey, exists: index != nil),
          let index
        {
          elements.remove(at: index)
          // What was taken out may come again, made anew at the end of the list.
          seen.remove(name)
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
      if index == nil { elements.append(template) }
      mergeMembers(
        of: element, source, children, into: &elements[index ?? elements.count - 1],
        path: elementPath)
    }
    setting = .list(elements)
  }

  /// Reports what is wrong in an element that is not merged, so that it need not be found later.
  private mutating func checkAside(
    _ element: Int, _ source: Int, _ children: [Parameter], _ template: Setting, path: String
  ) {
    let kept = origins
    var values = template
    mergeMembers(
      of: element, source, children, into: &values, path: path,
      alsoAllowed: [ScenarioAssembler.removeKey])
    origins = kept
    let document = sources[source].document
    if let remove = document.member(ScenarioAssembler.removeKey, of: element) {
      _ = isRemoval(
        remove, of: element, source, path, children.first?.key ?? "", exists: true)
    }
  }

  /// Reads `"remove": true`, which stands alone beside the name.
  mutating func isRemoval(
    _ node: Int, of element: Int, _ source: Int, _ path: String, _ nameKey: String, exists: Bool
  ) -> Bool {
    let document = sources[source].document
    let others = document.members(of: element).filter {
      ![nameKey, ScenarioAssembler.removeKey].contains(document.string($0.key))
    }
    if let other = others.first {
      report(
        .unknownKey, at: placeOf(other.key, source), keyPath: path,
        expected: "only \"\(nameKey)\" beside \"remove\"",
        found: "\"\(JSONReader.shortened(document.string(other.key)))\"")
    } else if document.nodes[node].kind != .true {
      report(
        .wrongType, at: placeOf(node, source), keyPath: joined(path, ScenarioAssembler.removeKey),
        expected: "true", found: document.describe(node))
    } else if !exists {
      report(
        .unknownElement, at: placeOf(element, source), keyPath: path,
        expected: "an inherited element to remove", found: "none of this name")
    } else {
      return true
    }
    return false
  }

  private mutating func elementName(
    _ element: Int, _ source: Int, _ parameter: Parameter, _ place: String
  ) -> String? {
    let document = sources[source].document
    guard let node = document.member(parameter.key, of: element) else {
      report(
        .unnamedElement, at: placeOf(element, source), keyPath: place,
        expected: "an object with \"\(parameter.key)\"", found: "one without")
      return nil
    }
    var reader = ValueReader(document: document, node: node)
    if case .text(let name)? = reader.read(parameter.shape) { return name }
    if let problem = reader.problem {
      report(
        problem.code, at: SourcePlace(source: source, offset: problem.offset),
        keyPath: joined(place, parameter.key), expected: problem.expected, found: problem.found,
        hint: problem.hint)
    }
    failed.insert(place)
    return nil
  }

  func joined(_ path: String, _ key: String) -> String { path.isEmpty ? key : path + "." + key }
}
