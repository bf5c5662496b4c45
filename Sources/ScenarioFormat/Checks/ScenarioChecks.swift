import CaseloadModel

/// Finds values that are right by themselves and wrong together, and gives advice.
struct ScenarioChecks {
  /// A problem at a key path, which the assembler turns into a diagnostic with a place.
  struct Finding: Sendable {
    var code: DiagnosticCode
    var keyPath: String
    var expected: String
    var found: String
    var hint: String?
  }

  /// The name under which results hold all clients together.
  static let everybody = "all"

  let scenario: Scenario
  /// Key paths that have errors of their own.
  let failed: Set<String>
  private(set) var findings: [Finding] = []

  init(scenario: Scenario, failed: Set<String> = []) {
    self.scenario = scenario
    self.failed = failed
  }

  /// Runs all checks; advice only when nothing is wrong.
  mutating func run() {
    checkNames()
    checkGroups()
    checkNorms()
    checkRates()
    checkAttributes()
    checkInstruments()
    checkSegments()
    checkTransfers()
    checkGate()
    checkShocks()
    checkRoles()
    checkIntakes()
    checkVacancies()
    checkInterventions()
    checkStaffing()
    checkService()
    checkTargets()
    checkOutputs()
    if failed.isEmpty, findings.isEmpty { advise() }
  }

  /// Whether nothing that a check reads has an error already.
  func isSound(_ paths: String...) -> Bool {
    for path in paths {
      for other in failed
      where other == path || other.hasPrefix(path + ".") || other.hasPrefix(path + "[")
        || path.hasPrefix(other + ".") || other.isEmpty
      {
        return false
      }
    }
    return true
  }

  mutating func add(
    _ code: DiagnosticCode, _ keyPath: String, expected: String, found: String, hint: String? = nil
  ) {
    findings.append(
      Finding(code: code, keyPath: keyPath, expected: expected, found: found, hint: hint))
  }

  // MARK: - Groups

  private mutating func checkGroups() {
    guard isSound("population.groups") else { return }
    let groups = scenario.population.groups
    guard let first = groups.first else {
      return add(
        .impossible, "population.groups", expected: "at least one group", found: "none left")
    }
    if first.readinessFrom != 0 {
      add(
        .groupOrder, "population.groups.\(first.name).readinessFrom",
        expected: "0 for the lowest group", found: JSONText.number(first.readinessFrom))
    }
    for (lower, upper) in zip(groups, groups.dropFirst())
    where lower.readinessFrom == upper.readinessFrom {
      add(
        .groupOrder, "population.groups.\(upper.name).readinessFrom",
        expected: "another value than that of group \(lower.name)",
        found: JSONText.number(upper.readinessFrom))
    }
    for group in groups {
      let sum = group.initialSeenLowerShare + group.initialSeenHigherShare
      guard sum > 1 + 1e-9 else { continue }
      add(
        .sumOfShares, "population.groups.\(group.name)",
        expected: "initialSeenLowerShare and initialSeenHigherShare that add up to at most 1",
        found: ScenarioChecks.rounded(sum))
    }
    checkSum("population.groups", "stockShare", groups.map(\.stockShare))
    checkSum("population.groups", "inflowShare", groups.map(\.inflowShare))
  }

  mutating func checkSum(_ path: String, _ key: String, _ shares: [Double]) {
    let sum = shares.reduce(0, +)
    guard abs(sum - 1) > 1e-9 else { return }
    let terms = shares.map(JSONText.number).joined(separator: " + ")
    add(
      .sumOfShares, path, expected: "values of \(key) that add up to 1",
      found: "\(terms) = \(ScenarioChecks.rounded(sum))")
  }

  /// A number with at most six digits after the point.
  static func rounded(_ value: Double) -> String {
    JSONText.number((value * 1e6).rounded() / 1e6)
  }

  // MARK: - References

  var groupNames: [String] { scenario.population.groups.map(\.name) }

  private mutating func checkNorms() {
    guard isSound("population.groups", "service.norms") else { return }
    checkOnePerGroup("service.norms", scenario.service.norms.map(\.group))
    for norm in scenario.service.norms {
      let sum = ContactModeKind.ofNorms.map(norm.share).reduce(0, +)
      guard sum > 1 + 1e-9 else { continue }
      let keys = ContactModeKind.ofNorms.map { $0.id + "Share" }
      add(
        .sumOfShares, "service.norms.\(norm.group)",
        expected: keys.dropLast().joined(separator: ", ")
          + " and \(keys.last ?? "") that add up to at most 1",
        found: ScenarioChecks.rounded(sum))
    }
  }

  private mutating func checkRates() {
    guard isSound("population.groups", "outflow.rates") else { return }
    checkOnePerGroup("outflow.rates", scenario.outflow.rates.map(\.group))
  }

  private mutating func checkOnePerGroup(_ path: String, _ names: [String]) {
    for name in names where !groupNames.contains(name) {
      add(
        .unknownReference, "\(path).\(name)",
        expected: "a group of population.groups (\(groupNames.joined(separator: ", ")))",
        found: "\"\(name)\"",
        hint: Suggestion.hint(for: name, among: groupNames)
          ?? "take it out with {\"group\": \"\(name)\", \"remove\": true}")
    }
    for name in groupNames where !names.contains(name) {
      add(
        .missingReference, path, expected: "an element for each group",
        found: "none for group \"\(name)\"")
    }
  }

  private mutating func checkInstruments() {
    guard isSound("population.groups", "trajectories.instruments") else { return }
    for instrument in scenario.trajectories.instruments {
      let path = "trajectories.instruments.\(instrument.name)"
      let from = reference(instrument.fromGroup, "\(path).fromGroup")
      let to = reference(instrument.toGroup, "\(path).toGroup")
      if let from, let to, from > to {
        add(
          .impossible, "\(path).fromGroup",
          expected: "a group not above \"\(instrument.toGroup)\"",
          found: "\"\(instrument.fromGroup)\"")
      }
      let sum = instrument.dropOutShare + instrument.successShare
      if sum > 1 + 1e-9 {
        add(
          .sumOfShares, path, expected: "dropOutShare and successShare that add up to at most 1",
          found: ScenarioChecks.rounded(sum))
      }
      checkSegmentNames(instrument.segments, "\(path).segments")
      checkAttribute(instrument.removesBarrier, "\(path).removesBarrier")
    }
  }

  mutating func reference(_ name: String, _ path: String) -> Int? {
    if let index = groupNames.firstIndex(of: name) { return index }
    add(
      .unknownReference, path,
      expected: "a group of population.groups (\(groupNames.joined(separator: ", ")))",
      found: "\"\(name)\"", hint: Suggestion.hint(for: name, among: groupNames))
    return nil
  }

  // MARK: - Sections

  private mutating func checkAttributes() {
    guard isSound("knowledge.attributes") else { return }
    if scenario.knowledge.attributes.isEmpty {
      add(
        .impossible, "knowledge.attributes", expected: "at least one attribute", found: "none left")
    } else if scenario.knowledge.attributes.allSatisfy({ $0.weight == 0 }) {
      add(
        .weights, "knowledge.attributes", expected: "at least one weight above 0",
        found: "only zeros")
    }
  }

  private mutating func checkStaffing() {
    guard isSound("staffing") else { return }
    let staffing = scenario.staffing
    if staffing.contractHoursPerWeek > staffing.fullTimeHoursPerWeek {
      add(
        .impossible, "staffing.contractHoursPerWeek",
        expected:
          "at most fullTimeHoursPerWeek (\(JSONText.number(staffing.fullTimeHoursPerWeek)))",
        found: JSONText.number(staffing.contractHoursPerWeek))
    }
    let open = scenario.time.office.hoursPerWeek
    if isSound("time"), staffing.contractHoursPerWeek > open {
      add(
        .impossible, "staffing.contractHoursPerWeek",
        expected: "at most the \(ScenarioChecks.rounded(open)) hours a week of time.office",
        found: JSONText.number(staffing.contractHoursPerWeek))
    }
    let claimed = staffing.administrationShare + staffing.sideTaskShare
    if claimed >= 1 {
      add(
        .impossible, "staffing.administrationShare",
        expected: "less than 1 together with sideTaskShare", found: ScenarioChecks.rounded(claimed))
    }
    if staffing.sicknessShare > 0, staffing.sicknessSpellsPerYear == 0 {
      add(
        .impossible, "staffing.sicknessSpellsPerYear",
        expected: "more than 0 spells, because sicknessShare is above 0", found: "0")
    }
  }

  private mutating func checkService() {
    guard isSound("service.priorities") else { return }
    let weights = scenario.service.priorities
    if [
      weights.intake, weights.readiness, weights.motivation, weights.overduePerYear,
      weights.selfReported,
    ].allSatisfy({ $0 == 0 }) {
      add(
        .weights, "service.priorities", expected: "at least one weight above 0", found: "only zeros"
      )
    }
  }
}
