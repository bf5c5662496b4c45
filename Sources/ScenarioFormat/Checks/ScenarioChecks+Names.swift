import CaseloadModel

// Names of list elements: one rule for every list of the parameter table.
extension ScenarioChecks {
  /// Words that programs read from a table as a missing value, a number or a truth value.
  static let misreadWords: Set<String> = [
    "na", "nan", "null", "none", "nil", "inf", "infinity", "true", "false", "empty", "blank",
    "missing",
  ]

  /// The names of all elements that give themselves one, with the key paths of their lists.
  private var elementNames: [(list: String, name: String)] {
    typealias Named = (list: String, name: String)
    func names(_ parameters: [Parameter], _ setting: Setting, _ path: String) -> [Named] {
      zip(parameters, setting.children).flatMap { parameter, value -> [Named] in
        let full = path.isEmpty ? parameter.key : path + "." + parameter.key
        switch parameter.shape {
        case .section(let children): return names(children, value, full)
        case .list(let children, _):
          guard case .name? = children.first?.shape else { return [] }
          return value.children.map { (full, Setting.elementName($0)) }
        default: return []
        }
      }
    }
    return names(
      ParameterTable.parameters, Binding.snapshot(scenario, ParameterTable.bindings), "")
  }

  /// Refuses the name of all clients together, whatever it is to name.
  mutating func checkNames() {
    for (list, name) in elementNames where name == ScenarioChecks.everybody && isSound(list) {
      add(
        .reservedName, "\(list).\(name).name",
        expected: "another name than that of all clients together", found: "\"\(name)\"")
    }
    for role in scenario.staffing.roles
    where MetricParts.reservedRoles.contains(role.name) && isSound("staffing.roles") {
      add(
        .reservedName, "staffing.roles.\(role.name).name",
        expected: "another name than those of caseworkers and of externals",
        found: "\"\(role.name)\"")
    }
    checkNamesOfParts()
  }

  /// Refuses one name for two parts of which results tell: rows of a table would be taken together.
  private mutating func checkNamesOfParts() {
    let parts: [(list: String, what: String, names: [String])] = [
      ("population.groups", "group", groupNames),
      ("population.segments", "segment", scenario.population.segments.map(\.name)),
      ("staffing.roles", "role", scenario.staffing.roles.map(\.name)),
      ("interventions.campaigns", "campaign", scenario.interventions.campaigns.map(\.name)),
    ]
    // Segments against groups are checked where segments are.
    for (index, later) in parts.enumerated().dropFirst(2) where isSound(later.list) {
      for earlier in parts[..<index] where isSound(earlier.list) {
        for name in later.names where earlier.names.contains(name) {
          add(
            .reservedName, "\(later.list).\(name).name",
            expected: "another name than that of a \(earlier.what)", found: "\"\(name)\"")
        }
      }
    }
  }

  /// Warns of names that programs take for something else when they read results.
  mutating func adviseOnNames() {
    for (list, name) in elementNames where ScenarioChecks.misreadWords.contains(name.lowercased()) {
      add(
        .adviseName, "\(list).\(name).name",
        expected: "a name that programs read as text", found: "\"\(name)\"")
    }
  }
}
