import CaseloadModel

/// The texts that come from the parameter table: resolved scenarios, the schema, explanations, presets.
public enum ScenarioText {
  /// The address by which scenario files name the schema.
  public static let schemaReference = "caseload-scenario.schema.json"

  /// The scenario as JSON with every key, in fixed order; reading it gives an equal scenario.
  ///
  /// Elements of the default lists that the scenario does without, or has in another order, are taken out
  /// by `"remove": true` first, because a file that is silent about them would inherit them.
  /// - Complexity: O(number of parameters)
  public static func resolved(_ scenario: Scenario) -> String {
    let defaults = Binding.snapshot(Scenario(), ParameterTable.bindings)
    return text(scenario, ParameterTable.bindings, over: defaults)
  }

  /// The SHA-256 of a scenario in hexadecimal digits, as `ScenarioDocument` gives it.
  package static func digest(of scenario: Scenario) -> String {
    digest(of: canonical(scenario))
  }

  /// The SHA-256 of a text in hexadecimal digits.
  package static func digest(of text: String) -> String {
    SHA256.hexadecimal(Array(text.utf8))
  }

  /// The values of the scenario that a number depends on, of which the SHA-256 is taken.
  static func canonical(_ scenario: Scenario) -> String {
    text(meaning(of: scenario), ParameterTable.meaningful, over: nil)
  }

  /// A scenario with its interventions as they come to: what comes after the end is left out, and a dated change
  /// says what differs from the day before.
  ///
  /// What a change comes to is known once the scenario is read or checked (`DatedChange.result`).
  private static func meaning(of scenario: Scenario) -> Scenario {
    var meaning = scenario
    let end = scenario.time.end
    meaning.interventions.campaigns.removeAll { $0.date >= end }
    meaning.interventions.reorganisations.removeAll { $0.date >= end }
    meaning.interventions.migrations.removeAll { $0.date >= end }
    meaning.interventions.classifications.removeAll { $0.date >= end }
    meaning.interventions.changes = []
    var bare = scenario
    bare.interventions = InterventionSettings()
    var current = Binding.snapshot(bare, ParameterTable.bindings)
    for change in scenario.interventions.inOrderOfDate {
      guard var result = change.result.first else { continue }
      // Those of the whole run, which a study states after the changes were worked out.
      result.seed = scenario.seed
      result.replications = scenario.replications
      let next = Binding.snapshot(result, ParameterTable.bindings)
      let set = ScenarioAssembler.differences(
        from: current, to: next, ParameterTable.parameters, path: "")
      current = next
      meaning.interventions.changes.append(
        DatedChange(name: change.name, date: change.date, set: set))
    }
    return meaning
  }

  private static func text(
    _ scenario: Scenario, _ bindings: [Binding<Scenario>], over inherited: Setting?
  ) -> String {
    let settings = Binding.snapshot(scenario, bindings)
    return ResolvedText.object(
      settings, bindings.map(\.parameter), over: inherited, indent: "")
      + "\n"
  }
}

/// Writes settings as pretty JSON, over what a file inherits when it says nothing.
enum ResolvedText {
  static func value(
    _ setting: Setting, _ parameter: Parameter, over inherited: Setting?, indent: String
  ) -> String {
    switch parameter.shape {
    case .section(let children):
      return object(setting, children, over: inherited, indent: indent)
    case .list(let children, let template):
      let inner = indent + "  "
      let kept = inheritedCount(setting.children, of: inherited?.children ?? [])
      var elements = removals(
        from: inherited?.children ?? [], keeping: setting.children.prefix(kept), children,
        indent: inner)
      for (position, element) in setting.children.enumerated() {
        let own = position < kept ? inherited?.element(like: element) : template
        elements.append(
          inner + object(element, children, over: inherited.flatMap { _ in own }, indent: inner))
      }
      guard !elements.isEmpty else { return "[]" }
      return "[\n" + elements.joined(separator: ",\n") + "\n" + indent + "]"
    default:
      return setting.leafText ?? "null"
    }
  }

  /// How many elements at the start of a list are inherited, in the order in which they are inherited.
  private static func inheritedCount(_ elements: [Setting], of inherited: [Setting]) -> Int {
    var rest = inherited[...]
    return elements.prefix { element in
      guard let place = rest.firstIndex(where: { $0.children.first == element.children.first })
      else { return false }
      rest = rest[(place + 1)...]
      return true
    }.count
  }

  /// The members that take inherited elements out of a list.
  private static func removals(
    from inherited: [Setting], keeping elements: ArraySlice<Setting>, _ children: [Parameter],
    indent: String
  ) -> [String] {
    let kept = Set(elements.map(Setting.elementName))
    return inherited.map(Setting.elementName).filter { !kept.contains($0) }.map { name in
      "\(indent){ \(JSONText.quoted(children[0].key)): \(JSONText.quoted(name)),"
        + " \(JSONText.quoted(ScenarioAssembler.removeKey)): true }"
    }
  }

  static func object(
    _ setting: Setting, _ parameters: [Parameter], over inherited: Setting?, indent: String
  ) -> String {
    let inner = indent + "  "
    let older = inherited?.children.map(Optional.some) ?? parameters.map { _ in nil }
    let members = zip(zip(parameters, setting.children), older).map { member, older in
      "\(inner)\(JSONText.quoted(member.0.key)): "
        + value(member.1, member.0, over: older, indent: inner)
    }
    return "{\n" + members.joined(separator: ",\n") + "\n" + indent + "}"
  }
}

extension Setting {
  /// The element of a list that has the same name.
  fileprivate func element(like other: Setting) -> Setting? {
    children.first { $0.children.first == other.children.first }
  }
}
