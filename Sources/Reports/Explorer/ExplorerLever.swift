import CaseloadModel
import ScenarioFormat

/// A setting that the explorer offers as a slider, a switch or a choice.
struct ExplorerLever: Sendable {
  /// Where levers stand on the page.
  enum Group: String, CaseIterable, Sendable {
    case often
    case staffing
    case contact
    case organisation
    case registration
    case trajectories
    case surroundings
    case others

    var title: Bilingual {
      switch self {
      case .often: Bilingual("Meest gebruikt", "Most used")
      case .staffing: Bilingual("Formatie", "Staffing")
      case .contact: Bilingual("Contact", "Contact")
      case .organisation: Bilingual("Organisatie", "Organisation")
      case .registration: Bilingual("Registratie", "Registration")
      case .trajectories: Bilingual("Trajecten", "Trajectories")
      case .surroundings: Bilingual("Omgeving", "Surroundings")
      case .others: Bilingual("Andere instellingen", "Other settings")
      }
    }
  }

  /// The key path, with `*` for every element of a list.
  let pattern: String
  let group: Group
  /// The ends of the slider and its step, as the page shows values; none for switches and choices.
  var slider: (from: Double, to: Double, step: Double)?
  /// Factor from the value of the scenario to the one shown, such as 100 for percent.
  var scale = 1.0
  var unit = Bilingual("", "")
  /// What it means, for people who are new to it.
  let help: Bilingual
  /// What zero is called, where zero means that there is no limit.
  var zero: Bilingual?

  /// The value of the explorer for one key path.
  ///
  /// - Returns: `nil` when the scenario has no such setting, or one that has no slider here.
  func value(_ key: String, in scenario: Scenario) -> JSONValue? {
    guard let parameter = ParameterTable.parameter(at: key) else { return nil }
    let name = KeyWords.name(of: key)
    let elements = KeyWords.elements(of: key)
    func label(_ language: PageLanguage) -> String {
      let words = name?[language] ?? parameter.meaning
      let names = elements.map { GroupWords.name($0, in: language) }
      return names.isEmpty ? words : words + " (" + names.joined(separator: ", ") + ")"
    }
    var members: [(String, JSONValue)] = [
      ("key", .string(key)), ("group", .string(group.rawValue)),
      ("label", Bilingual(label(.nl), label(.en)).json), ("help", help.json),
    ]
    switch parameter.shape {
    case .flag: members.append(("kind", .string("flag")))
    case .choice(let words):
      members.append(("kind", .string("choice")))
      members.append(
        (
          "words",
          .array(
            words.map { word in
              .object([
                ("value", .string(word)),
                ("title", (ExplorerLever.choices[word] ?? Bilingual(word, word)).json),
              ])
            })
        ))
    case .number, .integer:
      guard let slider else { return nil }
      var isWhole = false
      if case .integer = parameter.shape { isWhole = true }
      members += [
        ("kind", .string("number")), ("min", .number(slider.from)), ("max", .number(slider.to)),
        ("step", .number(slider.step)), ("scale", .number(scale)), ("unit", unit.json),
        ("whole", .boolean(isWhole)), ("zero", zero?.json ?? .null),
      ]
    default: return nil
    }
    return .object(members)
  }

  /// Words of choices.
  private static let choices: [String: Bilingual] = [
    "generalist": Bilingual("generalist", "generalist"),
    "segment": Bilingual("specialist per uitkering", "specialist by benefit"),
    "group": Bilingual("specialist per klantgroep", "specialist by group"),
    "fte": Bilingual("aantal fte", "number of fte"),
    "budget": Bilingual("budget", "budget"),
    "normHours": Bilingual("normuren", "norm hours"),
    "caseloadNorm": Bilingual("caseloadnorm", "caseload norm"),
  ]
}

extension Bilingual {
  /// Both languages for the scripts of a page.
  var json: JSONValue { .object([("nl", .string(nl)), ("en", .string(en))]) }
}

extension ExplorerLevers {
  /// The levers that a scenario has, as the scripts of the page read them.
  ///
  /// - Parameter more: Key paths beside those of the table; a slider of their own runs from half to twice the
  ///   value of the scenario.
  static func offered(in scenario: Scenario, more: [String]) -> [JSONValue] {
    let names: [String: [String]] = [
      "service.norms.*": scenario.service.norms.map(\.group),
      "trajectories.instruments.*": scenario.trajectories.instruments.map(\.name),
    ]
    var seen: Set<String> = []
    let ofTable = all.flatMap { lever -> [JSONValue] in
      let keys: [String] =
        names.first { lever.pattern.hasPrefix($0.key) }.map { list in
          list.value.map { lever.pattern.replacing("*", with: $0) }
        } ?? [lever.pattern]
      return keys.compactMap { key in
        if key.contains("norms.development"),
          !scenario.service.norms.contains(where: { $0.group == "development" })
        {
          return nil
        }
        guard seen.insert(key).inserted else { return nil }
        return lever.value(key, in: scenario)
      }
    }
    return ofTable
      + more.compactMap { key in
        guard seen.insert(key).inserted else { return nil }
        return own(key, in: scenario)?.value(key, in: scenario)
      }
  }

  /// A lever for a setting that the table does not have; `nil` when it has no number, switch or choice.
  static func own(_ key: String, in scenario: Scenario) -> ExplorerLever? {
    guard let parameter = ParameterTable.parameter(at: key) else { return nil }
    var lever = ExplorerLever(
      pattern: key, group: .others,
      unit: Bilingual(KeyWords.units[parameter.unit] ?? "", parameter.unit),
      help: Bilingual(parameter.meaning, parameter.meaning))
    switch parameter.shape {
    case .flag, .choice: return lever
    case .number, .integer:
      guard let text = ScenarioText.value(at: key, in: scenario), let value = Double(text) else {
        return nil
      }
      var isWhole = false
      if case .integer = parameter.shape { isWhole = true }
      let isShare = parameter.unit.hasPrefix("share of ")
      if isShare {
        lever.scale = 100
        lever.unit = Bilingual("%", "%")
        lever.slider = (0, 100, 1)
      } else {
        let size = value == 0 ? 1 : value.magnitude
        let step = isWhole ? max(1, (size / 20).rounded()) : size / 20
        lever.slider = (
          value > 0 ? (isWhole ? (value / 2).rounded() : value / 2) : 0, 2 * size, step
        )
      }
      return lever
    default: return nil
    }
  }
}
