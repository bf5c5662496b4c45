extension ScenarioAssembler {
  /// Applies one `key.path=value`.
  mutating func apply(override text: String, number: Int) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      addOverride("", number, text, valueColumn: 1)
      return report(
        .overrideSyntax, at: SourcePlace(source: sources.count - 1, offset: 0), keyPath: "",
        expected: "key.path=value", found: "\"\(JSONReader.shortened(text))\"")
    }
    let path = String(text[..<equals])
    let value = String(text[text.index(after: equals)...])
    let keys = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let column = path.unicodeScalars.count + 2
    addOverride(value, number, text, valueColumn: column)
    let source = sources.count - 1
    if keys.first == SectorTable.key { return applyToSector(keys[...], value, source) }
    var changed = settings
    descend(keys[...], ParameterTable.parameters, "", into: &changed, value, source)
    settings = changed
  }

  private mutating func addOverride(
    _ value: String, _ number: Int, _ text: String, valueColumn: Int
  ) {
    sources.append(
      SourceText(
        path: SourceText.commandLine, document: JSONReader.read(Array(value.utf8)),
        override: (number, text, valueColumn)))
  }

  /// Walks along a key path and merges the value at its end.
  mutating func descend(
    _ keys: ArraySlice<String>, _ parameters: [Parameter], _ path: String,
    into setting: inout Setting, _ value: String, _ source: Int
  ) {
    guard case .object(var values) = setting, let key = keys.first else { return }
    let keyPath = joined(path, key)
    guard let index = parameters.firstIndex(where: { $0.key == key }) else {
      return reportKey(
        .unknownKey, keyPath, source, expected: "a key of \(path.isEmpty ? "a scenario" : path)",
        found: key,
        hint: Suggestion.hint(for: key, among: parameters.map(\.key))
          ?? ParameterTable.elsewhere(key, than: path))
    }
    let parameter = parameters[index]
    let rest = keys.dropFirst()
    switch parameter.shape {
    case _ where rest.isEmpty:
      mergeValue(value, source, parameter, into: &values[index], keyPath)
    case .section(let children):
      descend(rest, children, keyPath, into: &values[index], value, source)
    case .list(let children, _):
      descendList(rest, children, keyPath, into: &values[index], value, source)
    default:
      return reportKey(
        .unknownKey, keys.reduce(path, joined), source, expected: "\(keyPath)=value",
        found: rest.joined(separator: "."), hint: nil)
    }
    setting = .object(values)
  }

  private mutating func descendList(
    _ keys: ArraySlice<String>, _ children: [Parameter], _ path: String,
    into setting: inout Setting, _ value: String, _ source: Int
  ) {
    guard case .list(var elements) = setting, let name = keys.first else { return }
    guard let index = elements.firstIndex(where: { $0.children.first == .text(name) }) else {
      let names = elements.map(Setting.elementName)
      return reportKey(
        .unknownElement, joined(path, name), source,
        expected: names.isEmpty
          ? "an element of \(path), which has none"
          : "one of \(names.joined(separator: ", "))",
        found: name, hint: Suggestion.hint(for: name, among: names))
    }
    let rest = keys.dropFirst()
    guard let key = rest.first, !(rest.count == 1 && key == children.first?.key) else {
      return reportKey(
        .overrideSyntax, joined(path, name), source,
        expected: "\(joined(path, name)).key=value with one of its values",
        found: rest.first ?? "no key", hint: nil)
    }
    descend(rest, children, joined(path, name), into: &elements[index], value, source)
    setting = .list(elements)
  }

  private mutating func reportKey(
    _ code: DiagnosticCode, _ keyPath: String, _ source: Int, expected: String, found: String,
    hint: String?
  ) {
    guard let override = sources[source].override else { return }
    failed.insert(keyPath)
    diagnostics.append(
      Diagnostic(
        code: code, file: SourceText.commandLine, line: override.number, column: 1,
        keyPath: JSONReader.shortened(keyPath), expected: expected,
        found: "\"\(JSONReader.shortened(found))\"", hint: hint, excerpt: override.text))
  }

  /// Merges a value; texts and dates need no quotes on the command line.
  private mutating func mergeValue(
    _ value: String, _ source: Int, _ parameter: Parameter, into setting: inout Setting,
    _ path: String
  ) {
    let json: String
    switch parameter.shape {
    case .text, .name, .groupName, .date, .choice:
      json = value.hasPrefix("\"") ? value : JSONText.quoted(value)
    case .texts:
      let text = value.hasPrefix("\"") ? value : JSONText.quoted(value)
      json = value.hasPrefix("[") ? value : "[\(text)]"
    default:
      json = value
    }
    if json != value {
      sources[source] = SourceText(
        path: SourceText.commandLine, document: JSONReader.read(Array(json.utf8)),
        override: sources[source].override)
    }
    if value.isEmpty, json.isEmpty {
      let place = SourcePlace(source: source, offset: 0)
      return report(
        .overrideSyntax, at: place, keyPath: path, expected: "a value after '='", found: "nothing")
    }
    if let problem = sources[source].document.problems.min(by: { $0.offset < $1.offset }) {
      return report(problem, value, source, parameter, path)
    }
    guard let node = sources[source].document.root else { return }
    merge(node, source, parameter, into: &setting, path: path)
  }
}

// MARK: - Values that are no JSON

extension ScenarioAssembler {
  /// Reports an override whose value is no JSON: what the key expects, rather than what JSON does.
  private mutating func report(
    _ problem: JSONProblem, _ value: String, _ source: Int, _ parameter: Parameter, _ path: String
  ) {
    guard let expected = parameter.shape.expectation else {
      let end = "the end of the "
      return report(
        problem.code, at: SourcePlace(source: source, offset: problem.offset), keyPath: path,
        expected: problem.expected == end + "file" ? end + "value" : problem.expected,
        found: problem.found == end + "file" ? end + "value" : problem.found, hint: problem.hint)
    }
    let hint =
      parameter.shape.isFlag
      ? ScenarioAssembler.flagHints[value.lowercased()].map { "write \($0)" }
      : parameter.shape.isWhole
        ? NumberHint.wholeNumber(for: value) : NumberHint.hint(for: value)
    report(
      problem.code, at: SourcePlace(source: source, offset: 0), keyPath: path,
      expected: expected + unitNote(parameter, problem.code), found: JSONReader.shortened(value),
      hint: hint)
  }

  /// Words for true and false in other languages, also that of the users.
  private static let flagHints = [
    "true": "true", "yes": "true", "on": "true", "ja": "true", "waar": "true", "aan": "true",
    "false": "false", "no": "false", "off": "false", "nee": "false", "onwaar": "false",
    "uit": "false",
  ]
}

extension Setting {
  /// The name of a list element.
  static func elementName(_ element: Setting) -> String {
    if case .text(let name)? = element.children.first { return name }
    return ""
  }
}
