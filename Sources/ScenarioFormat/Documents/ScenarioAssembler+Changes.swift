import CaseloadModel

// Dated changes: values of other parameters that hold from a day on.
extension ScenarioAssembler {
  /// Merges the members of `set`, each a key path with a plain value.
  mutating func mergeChanges(
    _ node: Int, _ source: Int, into setting: inout Setting, path: String
  ) {
    let document = sources[source].document
    guard case .changes(var values) = setting, document.nodes[node].kind == .object else {
      report(
        .wrongType, at: placeOf(node, source), keyPath: path,
        expected: "an object of key paths with values", found: document.describe(node))
      return
    }
    origins[path] = placeOf(node, source)
    for (keyNode, valueNode) in document.members(of: node)
    where document.nodes[keyNode].kind == .string {
      if isFull { break }
      let key = document.string(keyNode)
      let place = joined(path, JSONReader.shortened(key))
      guard let json = plainValue(valueNode, in: document) else {
        if document.nodes[valueNode].kind == .invalid {
          failed.insert(place)
        } else {
          report(
            .wrongType, at: placeOf(valueNode, source), keyPath: place,
            expected: "a number, a text, true, false or an array of texts",
            found: document.describe(valueNode))
        }
        continue
      }
      origins[place] = placeOf(valueNode, source)
      let value = ParameterValue(path: key, json: json)
      if let index = values.firstIndex(where: { $0.path == key }) {
        values[index] = value
      } else if values.count < ScenarioAssembler.listLimit {
        values.append(value)
      } else {
        report(
          .outOfRange, at: placeOf(keyNode, source), keyPath: path,
          expected: "at most \(ScenarioAssembler.listLimit) values", found: "one more")
        break
      }
    }
    setting = .changes(values)
  }

  /// A value of a leaf of the table as JSON text on one line; `nil` for anything else.
  private func plainValue(_ node: Int, in document: JSONDocument) -> String? {
    switch document.nodes[node].kind {
    case .number, .true, .false: return document.source(node)
    case .string: return JSONText.quoted(document.string(node))
    case .array:
      let elements = document.elements(of: node)
      guard elements.allSatisfy({ document.nodes[$0].kind == .string }) else { return nil }
      return "[" + elements.map { JSONText.quoted(document.string($0)) }.joined(separator: ", ")
        + "]"
    default: return nil
    }
  }

  /// Works out the scenario that holds after each dated change, and checks it.
  ///
  /// Where the scenario has errors already, only the keys and values themselves are judged. A change
  /// that never comes, or that sets what holds already, has no result, so that nothing follows from it.
  mutating func applyChanges(to scenario: inout Scenario) {
    let hasErrors = diagnostics.contains { $0.severity == .error }
    var current = settings
    let order = scenario.interventions.changes.indices.sorted { lower, upper in
      let changes = scenario.interventions.changes
      return (changes[lower].date.dayNumber, lower) < (changes[upper].date.dayNumber, upper)
    }
    for index in order {
      let change = scenario.interventions.changes[index]
      let path = "interventions.changes.\(change.name)"
      if isFull { break }
      guard let next = settingsAfter(change, from: current, path: path, hasErrors: hasErrors)
      else { continue }
      let set = ScenarioAssembler.differences(
        from: current, to: next, ParameterTable.parameters, path: "")
      current = next
      if hasErrors { continue }
      var result = Scenario()
      Binding.apply(current, ParameterTable.bindings, to: &result)
      result.interventions = InterventionSettings()
      result.sortByGroup()
      var checks = ScenarioChecks(scenario: result, failed: ["advice"])
      checks.run()
      for finding in checks.findings {
        report(
          ScenarioChecks.Finding(
            code: finding.code, keyPath: "\(path).set", expected: finding.expected,
            found: "\(finding.found) at \(finding.keyPath) from the date on", hint: finding.hint))
      }
      guard !set.isEmpty, change.date.dayNumber < scenario.time.end.dayNumber else { continue }
      scenario.interventions.changes[index].result = [result]
    }
  }

  /// The settings after the values of one change; `nil` when one of them is wrong.
  private mutating func settingsAfter(
    _ change: DatedChange, from current: Setting, path: String, hasErrors: Bool
  ) -> Setting? {
    var inner = ScenarioAssembler(root: nil)
    inner.settings = current
    var isSound = true
    for value in change.set {
      let place = "\(path).set.\(JSONReader.shortened(value.path))"
      if let parameter = ParameterTable.parameter(at: value.path), parameter.isLeaf,
        parameter.change == .fixed
      {
        isSound = false
        report(
          ScenarioChecks.Finding(
            code: .notChangeable, keyPath: place,
            expected: "a parameter that can change during a run", found: "\"\(value.path)\"",
            hint: "set it outside interventions, for the whole run"))
        continue
      }
      inner.diagnostics = []
      inner.apply(override: "\(value.path)=\(value.json)", number: 1)
      for problem in inner.diagnostics {
        isSound = false
        // An element may be missing because of an error that has been told.
        if hasErrors, problem.code == .unknownElement { continue }
        report(
          ScenarioChecks.Finding(
            code: problem.code, keyPath: place, expected: problem.expected, found: problem.found,
            hint: problem.hint))
      }
    }
    return isSound ? inner.settings : nil
  }
}
