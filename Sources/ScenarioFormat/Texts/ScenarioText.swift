import CaseloadModel

/// The texts that come from the parameter table: resolved scenarios, the schema, explanations, presets.
public enum ScenarioText {
  /// The address by which scenario files name the schema.
  public static let schemaReference = "caseload-scenario.schema.json"

  /// The scenario as JSON with every key, in fixed order; reading it gives an equal scenario.
  ///
  /// - Complexity: O(number of parameters)
  public static func resolved(_ scenario: Scenario) -> String {
    let settings = Binding.snapshot(scenario, ParameterTable.bindings)
    return ResolvedText.object(settings, ParameterTable.parameters, indent: "") + "\n"
  }
}

/// Writes settings as pretty JSON.
enum ResolvedText {
  static func value(_ setting: Setting, _ parameter: Parameter, indent: String) -> String {
    switch parameter.shape {
    case .section(let children):
      return object(setting, children, indent: indent)
    case .list(let children, _):
      guard !setting.children.isEmpty else { return "[]" }
      let inner = indent + "  "
      let elements = setting.children.map { inner + object($0, children, indent: inner) }
      return "[\n" + elements.joined(separator: ",\n") + "\n" + indent + "]"
    default:
      return setting.leafText ?? "null"
    }
  }

  static func object(_ setting: Setting, _ parameters: [Parameter], indent: String) -> String {
    let inner = indent + "  "
    let members = zip(parameters, setting.children).map { parameter, value in
      "\(inner)\(JSONText.quoted(parameter.key)): "
        + ResolvedText.value(value, parameter, indent: inner)
    }
    return "{\n" + members.joined(separator: ",\n") + "\n" + indent + "}"
  }
}
