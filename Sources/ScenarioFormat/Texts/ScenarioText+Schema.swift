import CaseloadModel

extension ScenarioText {
  /// The JSON Schema (draft 2020-12) of the scenario format.
  ///
  /// Each property carries meaning, unit, range, default and source, which editors show. A schema cannot
  /// say that shares add up to 1 or that a group exists; those checks are left to the reader.
  public static func schema() -> String {
    let defaults = Binding.snapshot(Scenario(), ParameterTable.bindings)
    var members = SchemaText.members(
      ParameterTable.parameters + [SectorTable.parameter],
      defaults: defaults.children + [SectorTable.defaults], indent: "    ")
    members.insert(
      "    \"$schema\": {\"type\": \"string\", \"description\": \"Address of this schema.\"}", at: 0
    )
    members.insert(
      "    \"extends\": {\"type\": \"string\", \"minLength\": 1, \"maxLength\": "
        + "\(ScenarioAssembler.pathLimit), \"description\": "
        + "\"Path of a scenario to start from, relative to this file.\"}", at: 1)
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Caseload scenario",
        "description": "A client caseload in social services, to be simulated by Caseload.",
        "type": "object",
        "properties": {
      \(members.joined(separator: ",\n"))
        },
        "additionalProperties": false
      }

      """
  }
}

/// Writes the schema of parameters.
enum SchemaText {
  static func members(
    _ parameters: [Parameter], defaults: [Setting], indent: String
  ) -> [String] {
    zip(parameters, defaults).map { parameter, value in
      "\(indent)\(JSONText.quoted(parameter.key)): "
        + property(parameter, value, indent: indent)
    }
  }

  private static func property(_ parameter: Parameter, _ value: Setting, indent: String) -> String {
    let inner = indent + "  "
    var lines: [String] = []
    func add(_ key: String, _ json: String) { lines.append("\(inner)\"\(key)\": \(json)") }
    add("description", JSONText.quoted(description(parameter)))
    switch parameter.shape {
    case .section(let children):
      add("type", "\"object\"")
      add("properties", object(children, value.children, indent: inner))
      add("additionalProperties", "false")
    case .list(let children, let template):
      add("type", parameter.namesAreKeys ? "[\"array\", \"object\"]" : "\"array\"")
      add("maxItems", String(ScenarioAssembler.listLimit))
      add("items", element(children, template, indent: inner))
      if parameter.namesAreKeys {
        add("maxProperties", String(ScenarioAssembler.listLimit))
        add("propertyNames", "{\"pattern\": \(namePattern(allowsDots: true))}")
        add("additionalProperties", element(children, template, isNamed: true, indent: inner))
      }
    case .changes:
      for (key, json) in datedValues(indent: inner) { add(key, json) }
    default:
      for (key, json) in constraints(parameter.shape) { add(key, json) }
      if let text = value.leafText, text != "\"\"" { add("default", text) }
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
  }

  private static func object(
    _ parameters: [Parameter], _ defaults: [Setting], indent: String
  ) -> String {
    "{\n"
      + members(parameters, defaults: defaults, indent: indent + "  ").joined(separator: ",\n")
      + "\n" + indent + "}"
  }

  /// An element has its name and values, or its name and `"remove": true`; one that is named by its key
  /// has no other name.
  private static func element(
    _ children: [Parameter], _ template: Setting, isNamed: Bool = false, indent: String
  ) -> String {
    let inner = indent + "  "
    let name = children.first?.key ?? ""
    var properties = members(children, defaults: template.children, indent: inner + "  ")
    // The name has no default, and an empty one would not be valid.
    properties[0] =
      "\(inner)  \(JSONText.quoted(name)): " + nameProperty(children[0], indent: inner + "  ")
    properties.append(
      "\(inner)  \"\(ScenarioAssembler.removeKey)\": {\"const\": true, \"description\": "
        + "\"Takes the inherited element of this name out of the list.\"}")
    if isNamed {
      properties.removeFirst()
      return """
        {
        \(inner)"type": "object",
        \(inner)"properties": {
        \(properties.joined(separator: ",\n"))
        \(inner)},
        \(inner)"additionalProperties": false,
        \(inner)"if": {"required": ["\(ScenarioAssembler.removeKey)"]},
        \(inner)"then": {"maxProperties": 1}
        \(indent)}
        """
    }
    return """
      {
      \(inner)"type": "object",
      \(inner)"properties": {
      \(properties.joined(separator: ",\n"))
      \(inner)},
      \(inner)"required": ["\(name)"],
      \(inner)"additionalProperties": false,
      \(inner)"if": {"required": ["\(ScenarioAssembler.removeKey)"]},
      \(inner)"then": {"maxProperties": 2}
      \(indent)}
      """
  }

  private static func nameProperty(_ parameter: Parameter, indent: String) -> String {
    var lines = ["\(indent)  \"description\": \(JSONText.quoted(description(parameter)))"]
    for (key, json) in constraints(parameter.shape) {
      lines.append("\(indent)  \"\(key)\": \(json)")
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
  }

  static func constraints(_ shape: Parameter.Shape) -> [(String, String)] {
    switch shape {
    case .number(let bounds):
      [
        ("type", "\"number\""),
        (
          bounds.includesLowest ? "minimum" : "exclusiveMinimum", JSONText.number(bounds.lowest)
        ),
        (
          bounds.includesHighest ? "maximum" : "exclusiveMaximum", JSONText.number(bounds.highest)
        ),
      ]
    case .integer(let range):
      [
        ("type", "\"integer\""), ("minimum", String(range.lowerBound)),
        ("maximum", String(range.upperBound)),
      ]
    case .seed: [("type", "\"integer\""), ("minimum", "0"), ("maximum", String(UInt64.max))]
    case .flag: [("type", "\"boolean\"")]
    case .text(let limit): [("type", "\"string\""), ("maxLength", String(limit))]
    case .texts(let limit):
      [
        ("type", "\"array\""), ("maxItems", String(ScenarioAssembler.listLimit)),
        ("items", "{\"type\": \"string\", \"maxLength\": \(limit)}"),
      ]
    case .name(let allowsDots):
      [("type", "\"string\""), ("pattern", namePattern(allowsDots: allowsDots))]
    case .groupName: [("type", "\"string\""), ("pattern", namePattern(allowsDots: false))]
    case .date:
      [
        ("type", "\"string\""), ("format", "\"date\""),
        ("pattern", "\"^(199[0-9]|20[0-9][0-9]|2100)-[0-9]{2}-[0-9]{2}$\""),
      ]
    case .choice(let words):
      [("enum", "[" + words.map(JSONText.quoted).joined(separator: ", ") + "]")]
    case .changes, .section, .list: []
    }
  }

  /// What a dated change may set: each key that may change on a date, with its values.
  private static func datedValues(indent: String) -> [(String, String)] {
    var plain: [String] = []
    var inLists: [String] = []
    for key in ParameterTable.datedKeys {
      let values = key.parameter.shape.valuesOfChange.map { "\"\($0)\": \($1)" }
      let json = "{" + values.joined(separator: ", ") + "}"
      if key.path.contains("*") {
        inLists.append("\(indent)  \(JSONText.quoted(key.pattern)): \(json)")
      } else {
        plain.append("\(indent)  \(JSONText.quoted(key.path)): \(json)")
      }
    }
    func object(_ members: [String]) -> String {
      "{\n" + members.joined(separator: ",\n") + "\n\(indent)}"
    }
    return [
      ("type", "\"object\""), ("maxProperties", String(ScenarioAssembler.listLimit)),
      ("properties", object(plain)), ("patternProperties", object(inLists)),
      ("additionalProperties", "false"),
    ]
  }

  private static func namePattern(allowsDots: Bool) -> String {
    "\"^[A-Za-z0-9][A-Za-z0-9_\(allowsDots ? "." : "")-]{0,63}$\""
  }

  /// The name of a list element, inside the pattern of a key path.
  static let elementPattern = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}"

  private static func description(_ parameter: Parameter) -> String {
    var text = parameter.meaning
    if !parameter.unit.isEmpty { text += " Unit: \(parameter.unit)." }
    let source = ExplainText.source(parameter)
    if !source.isEmpty { text += " Source: \(source)." }
    switch parameter.change {
    case .anyTime: text += " May change on a date."
    case .newcomers: text += " May change on a date, for what comes after it."
    case .fixed, nil: break
    }
    return text
  }
}

extension Parameter.Shape {
  /// The constraints on a value in a dated change, where a list of texts is given by its only one.
  fileprivate var valuesOfChange: [(String, String)] {
    if case .texts(let limit) = self { return SchemaText.constraints(.text(limit: limit)) }
    return SchemaText.constraints(self)
  }
}

extension ParameterTable.DatedKey {
  /// A regular expression (ECMA 262) for the key path, with any name for the element of a list.
  fileprivate var pattern: String {
    let parts = path.split(separator: ".").map {
      $0 == "*" ? SchemaText.elementPattern : String($0)
    }
    return "^" + parts.joined(separator: "\\.") + "$"
  }
}
