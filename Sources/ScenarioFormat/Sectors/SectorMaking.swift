import CaseloadModel

/// The organisations of a sector while they are being made.
struct SectorMaking {
  /// One organisation that is being made.
  struct Draft {
    let name: String
    let member: SectorMember
    let index: Int
    /// The settings so far.
    var assembler: ScenarioAssembler
    /// Draws by name.
    var quantities: [(name: String, value: Double)] = []
    var problems: [ScenarioChecks.Finding] = []

    /// The value of a draw, of a quantity at the start, or of a key that has a number or a flag.
    func value(of name: String) -> Double? {
      quantities.first { $0.name == name }?.value ?? keyValue(name)
    }

    /// The interventions of one kind, as they stand in the settings.
    func interventions(_ kind: String) -> [Setting] {
      assembler.settings.leaf(["interventions", Substring(kind)], ParameterTable.parameters)?
        .children ?? []
    }

    /// The value of a key that has a number or a flag.
    func keyValue(_ path: String) -> Double? {
      switch assembler.settings.leaf(path.split(separator: ".")[...], ParameterTable.parameters) {
      case .number(let value): value
      case .integer(let value): Double(value)
      case .flag(let value): value ? 1 : 0
      default: nil
      }
    }
  }

  let settings: SectorSettings
  /// Keys that the command line sets for the member that is being drawn, which no draw changes.
  var overridden: Set<String> = []
  var drafts: [Draft] = []
  /// Who belongs to each set, by position.
  private(set) var subsets: [String: [Bool]] = [:]

  /// Names of the interventions that at least one organisation has.
  private var interventions: Set<String> = []

  init(settings: SectorSettings) { self.settings = settings }

  // MARK: - Draws

  /// Makes the draws of one organisation, in order.
  func draw(_ draft: inout Draft, _ uniforms: [[Double]]) {
    for (position, draw) in settings.draws.enumerated()
    where draw.members.isEmpty || draw.members.contains(draft.member.name) {
      let path = "\(SectorTable.key).draws.\(draw.name)"
      var value: Double?
      if overridden.contains(draw.key) {
        value = draft.keyValue(draw.key)
      } else {
        let drawn = draw.quantile(uniforms[position][draft.index])
        value = product(drawn, draw.times, draw.over, of: &draft, at: path)
        if let found = value, !draw.key.isEmpty {
          value = set(draw.key, to: found, in: &draft, at: path, date: "")
        }
      }
      if let value { draft.quantities.append((draw.name, value)) }
    }
  }

  /// A value times and over others; `nil` with a problem when one of them is not there.
  private func product(
    _ value: Double, _ times: [String], _ over: [String], of draft: inout Draft, at path: String
  ) -> Double? {
    var result = value
    for (names, key) in [(times, "times"), (over, "over")] {
      for name in names {
        guard let factor = draft.value(of: name), key == "times" || factor != 0 else {
          draft.problems.append(
            ScenarioChecks.Finding(
              code: .unknownReference, keyPath: "\(path).\(key)",
              expected: "a draw or a key with a number" + (key == "over" ? " that is not 0" : ""),
              found: "\"\(name)\""))
          return nil
        }
        result = key == "times" ? result * factor : result / factor
      }
    }
    return result
  }

  /// Sets a key of one organisation, from the start or from a day on; returns the value that it got.
  private func set(
    _ key: String, to value: Double, in draft: inout Draft, at path: String, date: String
  ) -> Double? {
    guard let parameter = ParameterTable.parameter(at: key) else { return nil }
    let json: String
    var result = value
    switch parameter.shape {
    case .number(let bounds):
      guard bounds.contains(value) else {
        draft.problems.append(outOfRange(value, "a number " + bounds.clause, path))
        return nil
      }
      json = JSONText.number(value == 0 ? 0 : value)
    case .integer(let range):
      result = value.rounded()
      guard result >= Double(range.lowerBound), result <= Double(range.upperBound) else {
        draft.problems.append(
          outOfRange(value, "a whole number from \(range.lowerBound) to \(range.upperBound)", path))
        return nil
      }
      json = String(Int(result))
    case .flag:
      result = value >= 0.5 ? 1 : 0
      json = result == 1 ? "true" : "false"
    default: return nil
    }
    let name = path.split(separator: ".").last.map(String.init) ?? ""
    if !date.isEmpty,
      draft.interventions("changes").contains(where: { Setting.elementName($0) == name })
    {
      draft.problems.append(
        ScenarioChecks.Finding(
          code: .duplicateName, keyPath: path,
          expected: "a name that no change in interventions has", found: "\"\(name)\""))
      return nil
    }
    draft.assembler.diagnostics = []
    draft.assembler.apply(
      override: date.isEmpty
        ? "\(key)=\(json)"
        : "interventions.changes=[{\"name\": \(JSONText.quoted(name)), \"date\": \(JSONText.quoted(date)),"
          + " \"set\": {\(JSONText.quoted(key)): \(json)}}]",
      number: 1)
    for problem in draft.assembler.diagnostics {
      draft.problems.append(
        ScenarioChecks.Finding(
          code: problem.code, keyPath: path, expected: problem.expected, found: problem.found,
          hint: problem.hint))
    }
    draft.assembler.diagnostics = []
    return result
  }

  private func outOfRange(
    _ value: Double, _ expected: String, _ path: String
  ) -> ScenarioChecks.Finding {
    ScenarioChecks.Finding(
      code: .outOfRange, keyPath: path, expected: expected, found: ScenarioChecks.rounded(value),
      hint: "low and high cut the distribution")
  }

  /// Notes what conditions can ask for beside draws and keys.
  func noteQuantities(_ draft: inout Draft) {
    var scenario = Scenario()
    Binding.apply(draft.assembler.settings, ParameterTable.bindings, to: &scenario)
    let arithmetic = StaffingArithmetic(scenario)
    draft.quantities.append(("clients", arithmetic.clients))
    draft.quantities.append(("clientsPerFte", arithmetic.clientsPerFte))
  }

  // MARK: - Sets and adjustments

  /// Finds the organisations of every set, as they are after the draws.
  mutating func chooseSubsets() {
    for subset in settings.subsets {
      let conditions = subset.conditions.compactMap(SectorCondition.init)
      var chosen = drafts.map { draft in
        (subset.members.isEmpty || subset.members.contains(draft.member.name))
          && conditions.allSatisfy { condition in
            draft.value(of: condition.quantity).map(condition.holds) ?? false
          }
      }
      if !subset.rankedBy.isEmpty {
        // An organisation without the quantity has no rank, and so does not belong to the set.
        let ranked = drafts.indices.filter { chosen[$0] }.compactMap { index in
          drafts[index].value(of: subset.rankedBy).map { (value: $0, index: index) }
        }.sorted { $0 < $1 }
        chosen = drafts.map { _ in false }
        let from = Int((subset.rankFrom * Double(ranked.count)).rounded())
        let to = Int((subset.rankTo * Double(ranked.count)).rounded())
        for (rank, entry) in ranked.enumerated() where rank >= from && rank < to {
          chosen[entry.index] = true
        }
      }
      subsets[subset.name] = chosen
    }
  }

  /// Gives one organisation its adjustments, and takes out interventions that are not for it.
  mutating func adjust(_ index: Int) {
    for adjustment in settings.adjustments
    where subsets[adjustment.subset]?[index] ?? adjustment.subset.isEmpty {
      let path = "\(SectorTable.key).adjustments.\(adjustment.name)"
      let value = product(
        adjustment.value, adjustment.times, adjustment.over, of: &drafts[index], at: path)
      if let value {
        _ = set(adjustment.key, to: value, in: &drafts[index], at: path, date: adjustment.date)
      }
    }
    for restriction in settings.onlyFor where !(subsets[restriction.subset]?[index] ?? false) {
      removeIntervention(restriction.name, of: index)
    }
  }

  /// Notes which interventions there are, before any is taken out.
  mutating func findInterventions() {
    guard let section = ParameterTable.parameters.first(where: { $0.key == "interventions" }) else {
      return
    }
    for draft in drafts {
      for list in section.children {
        interventions.formUnion(draft.interventions(list.key).map(Setting.elementName))
      }
    }
  }

  private mutating func removeIntervention(_ name: String, of index: Int) {
    guard let section = ParameterTable.parameters.first(where: { $0.key == "interventions" }) else {
      return
    }
    for list in section.children {
      let path = "interventions.\(list.key)"
      let elements = drafts[index].interventions(list.key)
      guard elements.contains(where: { Setting.elementName($0) == name }) else { continue }
      drafts[index].assembler.apply(
        override: "\(path)=[{\(JSONText.quoted(list.children[0].key)): \(JSONText.quoted(name)),"
          + " \"remove\": true}]", number: 1)
    }
    // A member from a file may lack what the others have.
    guard !interventions.contains(name) else { return }
    drafts[index].problems.append(
      ScenarioChecks.Finding(
        code: .unknownReference, keyPath: "\(SectorTable.key).onlyFor.\(name)",
        expected: "an intervention of the scenario", found: "\"\(name)\""))
  }
}

extension Setting {
  /// The value at a key path; `nil` when there is none.
  func leaf(_ keys: ArraySlice<Substring>, _ parameters: [Parameter]) -> Setting? {
    guard let key = keys.first, let index = parameters.firstIndex(where: { $0.key == key }),
      children.indices.contains(index)
    else { return nil }
    let value = children[index]
    let rest = keys.dropFirst()
    guard !rest.isEmpty else { return value }
    guard case .list(let inner, _) = parameters[index].shape else {
      return value.leaf(rest, parameters[index].children)
    }
    guard let name = rest.first,
      let element = value.children.first(where: { Setting.elementName($0) == name })
    else { return nil }
    return element.leaf(rest.dropFirst(), inner)
  }
}
