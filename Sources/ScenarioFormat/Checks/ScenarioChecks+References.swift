import CaseloadModel
import SimulationKernel

// References between sections: segments, roles, vacancies, shocks and interventions.
extension ScenarioChecks {
  var segmentNames: [String] { scenario.population.segments.map(\.name) }

  private var attributeNames: [String] { scenario.knowledge.attributes.map(\.name) }

  /// Reports names of segments that do not exist.
  mutating func checkSegmentNames(_ names: [String], _ path: String) {
    for name in names { checkName(name, among: segmentNames, of: "population.segments", path) }
  }

  /// Reports an attribute that does not exist; an empty name stands for none.
  mutating func checkAttribute(_ name: String, _ path: String) {
    guard !name.isEmpty, isSound("knowledge.attributes", path) else { return }
    checkName(name, among: attributeNames, of: "knowledge.attributes", path)
    if name == attributeNames.first {
      add(
        .impossible, path, expected: "an attribute other than the first, which is readiness",
        found: "\"\(name)\"")
    }
  }

  private mutating func checkName(
    _ name: String, among names: [String], of list: String, _ path: String
  ) {
    guard !names.contains(name) else { return }
    add(
      .unknownReference, path, expected: "a name of \(list) (\(names.joined(separator: ", ")))",
      found: "\"\(name)\"", hint: Suggestion.hint(for: name, among: names))
  }

  mutating func checkSegments() {
    guard isSound("population.segments", "population.groups") else { return }
    let segments = scenario.population.segments
    guard !segments.isEmpty else {
      return add(
        .impossible, "population.segments", expected: "at least one segment", found: "none left")
    }
    checkSum("population.segments", "stockShare", segments.map(\.stockShare))
    checkSum("population.segments", "inflowShare", segments.map(\.inflowShare))
    for segment in segments {
      let path = "population.segments.\(segment.name)"
      if groupNames.contains(segment.name) {
        add(
          .impossible, path, expected: "a name that no group has", found: "\"\(segment.name)\"")
      }
      for share in segment.groups { _ = reference(share.group, "\(path).groups.\(share.group)") }
      if !segment.groups.isEmpty {
        checkSum("\(path).groups", "stockShare", segment.groups.map(\.stockShare))
        checkSum("\(path).groups", "inflowShare", segment.groups.map(\.inflowShare))
      }
      if !segment.returnSegment.isEmpty {
        checkName(
          segment.returnSegment, among: segmentNames, of: "population.segments",
          "\(path).returnSegment")
      }
      if !segment.nextSegment.isEmpty {
        checkName(
          segment.nextSegment, among: segmentNames, of: "population.segments",
          "\(path).nextSegment")
      } else if segment.nextShare > 0 {
        add(
          .missingReference, "\(path).nextShare",
          expected: "0 without a nextSegment", found: JSONText.number(segment.nextShare))
      }
    }
  }

  mutating func checkTransfers() {
    guard isSound("population.segments", "population.groups", "population.transfers") else {
      return
    }
    for transfer in scenario.population.transfers {
      let path = "population.transfers.\(transfer.name)"
      checkName(transfer.from, among: segmentNames, of: "population.segments", "\(path).from")
      if !transfer.to.isEmpty {
        checkName(transfer.to, among: segmentNames, of: "population.segments", "\(path).to")
      }
      if transfer.from == transfer.to {
        add(
          .impossible, "\(path).to", expected: "another segment than from",
          found: "\"\(transfer.to)\"")
      }
      if !transfer.group.isEmpty { _ = reference(transfer.group, "\(path).group") }
    }
  }

  mutating func checkGate() {
    let first = scenario.inflow.workFirstFrom
    guard !first.isEmpty, isSound("inflow", "population.groups") else { return }
    _ = reference(first, "inflow.workFirstFrom")
  }

  mutating func checkShocks() {
    guard isSound("population.shocks") else { return }
    for shock in scenario.population.shocks {
      checkAttribute(shock.barrier, "population.shocks.\(shock.name).barrier")
    }
  }

  mutating func checkRoles() {
    guard isSound("staffing.roles", "population.groups", "population.segments") else { return }
    for role in scenario.staffing.roles {
      let path = "staffing.roles.\(role.name)"
      checkSegmentNames(role.segments, "\(path).segments")
      for group in role.groups { _ = reference(group, "\(path).groups") }
      if role.administrationShare + role.sideTaskShare >= 1 {
        add(
          .impossible, "\(path).administrationShare",
          expected: "less than 1 together with sideTaskShare",
          found: ScenarioChecks.rounded(role.administrationShare + role.sideTaskShare))
      }
      if role.restOnly && role.carriesCaseload && !scenario.service.restPolicy.enabled {
        add(
          .impossible, "\(path).restOnly",
          expected: "service.restPolicy.enabled, or else nobody is at rest", found: "false")
      }
      checkSomebodyHolds(role, path)
    }
    checkTaken()
  }

  /// Work that goes to a role of which there is nobody would never be done.
  private mutating func checkSomebodyHolds(_ role: StaffRole, _ path: String) {
    let taken = [
      role.administrationTaken, role.registrationTaken, role.requestsTaken, role.emailsTaken,
      role.trajectoryRequestsTaken, role.assessmentsTaken, role.matchingTaken,
      role.enforcementTaken,
    ]
    guard role.fte == 0, role.carriesCaseload || taken.contains(where: { $0 > 0 }) else { return }
    add(
      .impossible, "\(path).fte", expected: "somebody who does the work that the role takes over",
      found: "0")
  }

  private mutating func checkTaken() {
    let kinds: [(String, KeyPath<StaffRole, Double>)] = [
      ("administrationTaken", \.administrationTaken), ("registrationTaken", \.registrationTaken),
      ("requestsTaken", \.requestsTaken), ("emailsTaken", \.emailsTaken),
      ("trajectoryRequestsTaken", \.trajectoryRequestsTaken),
      ("assessmentsTaken", \.assessmentsTaken), ("matchingTaken", \.matchingTaken),
      ("enforcementTaken", \.enforcementTaken),
    ]
    for (key, path) in kinds {
      let sum = scenario.staffing.roles.map { $0[keyPath: path] }.reduce(0, +)
      guard sum > 1 + 1e-9 else { continue }
      add(
        .sumOfShares, "staffing.roles", expected: "values of \(key) that add up to at most 1",
        found: ScenarioChecks.rounded(sum))
    }
  }

  mutating func checkVacancies() {
    guard isSound("labourMarket.vacancies", "population.groups") else { return }
    for stream in scenario.labourMarket.vacancies {
      let path = "labourMarket.vacancies.\(stream.name)"
      let from = reference(stream.fromGroup, "\(path).fromGroup")
      let to = reference(stream.toGroup, "\(path).toGroup")
      if let from, let to, from > to {
        add(
          .impossible, "\(path).fromGroup", expected: "a group not above \"\(stream.toGroup)\"",
          found: "\"\(stream.fromGroup)\"")
      }
    }
  }

  /// The dates of all interventions, with their key paths below `interventions`.
  var interventionDates: [(name: String, date: CivilDate)] {
    let interventions = scenario.interventions
    return interventions.changes.map { ("changes.\($0.name)", $0.date) }
      + interventions.campaigns.map { ("campaigns.\($0.name)", $0.date) }
      + interventions.reorganisations.map { ("reorganisations.\($0.name)", $0.date) }
      + interventions.migrations.map { ("migrations.\($0.name)", $0.date) }
      + interventions.classifications.map { ("classifications.\($0.name)", $0.date) }
  }

  mutating func checkInterventions() {
    guard isSound("interventions", "time", "population.groups") else { return }
    let interventions = scenario.interventions
    for (name, date) in interventionDates where date.dayNumber < scenario.time.start.dayNumber {
      add(
        .impossible, "interventions.\(name).date",
        expected: "a day of the run, which starts on \(scenario.time.start.isoText)",
        found: date.isoText)
    }
    for campaign in interventions.campaigns { checkScope(of: campaign) }
  }
}
