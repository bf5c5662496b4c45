import CaseloadModel

// The organisations of a sector: each is put together from settings, draws and adjustments like a scenario.
extension ScenarioAssembler {
  /// Merges the section `organisations` of a file over what has been read of it so far.
  mutating func mergeSector(_ node: Int, _ source: Int) {
    var merged = sector ?? SectorTable.defaults
    merge(node, source, SectorTable.parameter, into: &merged, path: SectorTable.key)
    sector = merged
  }

  /// Applies a change of the command line to the section.
  mutating func applyToSector(_ keys: ArraySlice<String>, _ value: String, _ source: Int) {
    // The section stands by itself, so the walk along the path begins above it.
    var section = Setting.object([sector ?? SectorTable.defaults])
    descend(keys, [SectorTable.parameter], "", into: &section, value, source)
    sector = section.children.first
  }

  /// Reports what the section says that cannot be, and makes the organisations when nothing is wrong.
  ///
  /// - Parameter overrides: The changes of the command line, which hold for all organisations.
  mutating func makeSector(overrides: [String], base: Scenario) -> Sector? {
    guard let sector else { return nil }
    var settings = SectorSettings()
    Binding.apply(sector, SectorTable.bindings, to: &settings)
    var checks = SectorChecks(settings)
    // Members that could not be read are not said to be none.
    guard !settings.members.isEmpty || failed.allSatisfy({ !SectorTable.holds($0) }) else {
      return nil
    }
    checks.run()
    for finding in checks.findings { report(finding) }
    guard let factor = checks.factor, checks.findings.isEmpty,
      !diagnostics.contains(where: { $0.severity == .error })
    else { return nil }
    var making = SectorMaking(settings: settings)
    var files: [(member: String, scenario: Scenario)] = []
    for member in settings.members {
      guard var template = template(of: member, overrides: overrides, base: base) else { continue }
      if !member.extends.isEmpty {
        let document = template.finish(overrides: [])
        if let scenario = document.scenario { files.append((member.name, scenario)) }
        template.diagnostics = []
      }
      let uniforms = member.drawn ? SectorUniforms(settings, member: member, factor: factor) : nil
      making.overridden = template.overriddenKeys
      for index in 0..<member.count {
        guard !isFull else { return nil }
        var draft = SectorMaking.Draft(
          name: Sector.name(of: index, in: member), member: member, index: index,
          assembler: template)
        if let uniforms { making.draw(&draft, uniforms.values) }
        making.noteQuantities(&draft)
        making.drafts.append(draft)
      }
    }
    making.chooseSubsets()
    adviseOnSubsets(of: making)
    making.findInterventions()
    for index in making.drafts.indices { making.adjust(index) }
    return finishSector(making, files)
  }

  /// Checks every organisation by itself, and tells each kind of problem once, with the first organisation that
  /// has it.
  private mutating func finishSector(
    _ making: SectorMaking, _ files: [(member: String, scenario: Scenario)]
  ) -> Sector? {
    var organisations: [Sector.Organisation] = []
    var told: [(finding: ScenarioChecks.Finding, name: String, count: Int)] = []
    func note(_ finding: ScenarioChecks.Finding, _ name: String) {
      let known = told.firstIndex {
        $0.finding.keyPath == finding.keyPath && $0.finding.code == finding.code
      }
      if let known { told[known].count += 1 } else { told.append((finding, name, 1)) }
    }
    for draft in making.drafts {
      for problem in draft.problems { note(problem, draft.name) }
      guard draft.problems.isEmpty else { continue }
      var inner = draft.assembler
      let document = inner.finish(overrides: [], isMember: true)
      for problem in document.diagnostics where problem.severity == .error {
        note(
          ScenarioChecks.Finding(
            code: problem.code, keyPath: "\(SectorTable.key).members.\(draft.member.name)",
            expected: problem.expected, found: "\(problem.found) at \(problem.keyPath)",
            hint: problem.hint), draft.name)
      }
      guard var scenario = document.scenario else { continue }
      scenario.name = draft.name
      organisations.append(
        Sector.Organisation(
          name: draft.name, member: draft.member.name, index: draft.index, scenario: scenario,
          quantities: draft.quantities))
    }
    for problem in told {
      var finding = problem.finding
      finding.found +=
        " in \(problem.name)" + (problem.count > 1 ? " and \(problem.count - 1) more" : "")
      report(finding)
    }
    guard told.isEmpty, organisations.count == making.drafts.count,
      let sector = Sector(organisations, making, files)
    else { return nil }
    checkGroups(of: sector)
    return sector
  }

  /// The settings that a member begins with; `nil` when its file cannot be used.
  private mutating func template(
    of member: SectorMember, overrides: [String], base: Scenario
  ) -> ScenarioAssembler? {
    let path = "\(SectorTable.key).members.\(member.name).extends"
    var inner = ScenarioAssembler(root: givenRoot)
    guard !member.extends.isEmpty else {
      inner = self
      inner.sector = nil
      inner.diagnostics = []
      return inner
    }
    guard let place = origins[path] else { return nil }
    let folder = FileReading.folder(of: sources[place.source].path)
    let file =
      folder == "."
      ? FileReading.joined("", member.extends) : FileReading.joined(folder, member.extends)
    guard isAllowed(member.extends, from: folder, as: file) else {
      report(
        .extendsOutside, at: place, keyPath: path,
        expected: "a relative path to a file in the folder of the scenario or below it",
        found: "\"\(JSONReader.shortened(member.extends))\"")
      return nil
    }
    inner.readFiles(top: file)
    // A sector in a sector is not put together: it may have itself as a member.
    guard inner.sector == nil else {
      report(
        .impossible, at: place, keyPath: path, expected: "a scenario of one organisation",
        found: "a sector in \"\(file)\"")
      return nil
    }
    for (index, text) in overrides.enumerated() where !SectorTable.isChanged(by: text) {
      inner.apply(override: text, number: index + 1)
    }
    var copy = inner
    let document = copy.finish(overrides: [])
    for problem in document.diagnostics where problem.severity == .error {
      report(
        problem.code, at: place, keyPath: path, expected: problem.expected,
        found: "\(problem.found) at \(problem.file):\(problem.line):\(problem.column)"
          + (problem.keyPath.isEmpty ? "" : ": \(problem.keyPath)"), hint: problem.hint)
    }
    guard let scenario = document.scenario else { return nil }
    inner.diagnostics = []
    return checkTime(of: scenario, like: base, at: place, path) ? inner : nil
  }

  /// Tells of sets to which no organisation belongs: what is done to them is done to nobody.
  private mutating func adviseOnSubsets(of making: SectorMaking) {
    for subset in making.settings.subsets where making.subsets[subset.name]?.contains(true) == false
    {
      let uses =
        making.settings.adjustments.filter { $0.subset == subset.name }.map(\.name)
        + making.settings.onlyFor.filter { $0.subset == subset.name }.map(\.name)
      report(
        ScenarioChecks.Finding(
          code: .adviseEmptySet, keyPath: "\(SectorTable.key).subsets.\(subset.name)",
          expected: "a set with at least one organisation",
          found: "none of the \(making.drafts.count)"
            + (uses.isEmpty ? "" : ", so nobody has \(uses.joined(separator: ", "))")))
    }
  }

  /// Keys that the command line sets, alone or within a section, which no draw changes.
  fileprivate var overriddenKeys: Set<String> {
    Set(origins.filter { sources[$0.value.source].path == SourceText.commandLine }.map(\.key))
  }

  /// Whether a member is observed on the days of the sector.
  private mutating func checkTime(
    of scenario: Scenario, like base: Scenario, at place: SourcePlace, _ path: String
  ) -> Bool {
    let (own, sector) = (scenario.time, base.time)
    let values = [
      ("start", own.start.isoText, sector.start.isoText),
      ("warmUpMonths", "\(own.warmUpMonths)", "\(sector.warmUpMonths)"),
      ("durationMonths", "\(own.durationMonths)", "\(sector.durationMonths)"),
      ("observationMonths", "\(own.observationMonths)", "\(sector.observationMonths)"),
    ]
    for (key, found, expected) in values where found != expected {
      report(
        .impossible, at: place, keyPath: path,
        expected: "time.\(key) \(expected), as in the sector", found: found,
        hint: "give the sector the dates of its members, or set time in a file of its own")
    }
    return own == sector
  }

  /// Refuses a sector whose organisations have no groups in common.
  private mutating func checkGroups(of sector: Sector) {
    guard sector.groupNames.isEmpty, let first = sector.organisations.first else { return }
    let other = sector.organisations.first { organisation in
      !organisation.scenario.metricGroupNames.contains {
        first.scenario.metricGroupNames.contains($0)
      }
    }
    report(
      ScenarioChecks.Finding(
        code: .impossible, keyPath: SectorTable.key + ".members",
        expected: "organisations with a group in common",
        found: "\(first.name) and \(other?.name ?? "others") with none"))
  }
}

extension Sector {
  /// The name of an organisation: that of its member, with a number where there are several.
  static func name(of index: Int, in member: SectorMember) -> String {
    guard member.count > 1 else { return member.name }
    let number = "\(index + 1)"
    let zeros = String(repeating: "0", count: "\(member.count)".utf8.count - number.utf8.count)
    return member.name + "-" + zeros + number
  }

  /// Puts a sector together from organisations that are right by themselves; `nil` without any.
  init?(
    _ organisations: [Organisation], _ making: SectorMaking,
    _ files: [(member: String, scenario: Scenario)]
  ) {
    guard let first = organisations.first else { return nil }
    self.organisations = organisations
    settings = making.settings
    self.files = files
    subsets = making.settings.subsets.map { subset in
      Subset(
        name: subset.name,
        positions: organisations.indices.filter { making.subsets[subset.name]?[$0] ?? false })
    }
    shares = making.settings.shares.compactMap { share -> Share? in
      guard let condition = SectorCondition(share.condition) else { return nil }
      let isMetric = MetricCatalog.all.contains { $0.id == condition.quantity }
      return Share(
        name: share.name, text: share.condition, condition: isMetric ? condition : nil,
        positions: isMetric
          ? []
          : organisations.indices.filter { position in
            making.drafts[position].value(of: condition.quantity).map(condition.holds) ?? false
          })
    }
    groupNames = first.scenario.metricGroupNames.filter { name in
      organisations.allSatisfy { $0.scenario.metricGroupNames.contains(name) }
    }
  }
}
