import CaseloadModel
import Experiments
import ScenarioFormat

/// What a fit found, for people and for programs.
package struct FitDocuments: ResultDocument {
  /// A scenario that was fitted.
  package struct Fitted: Sendable {
    let name: String
    let digest: String
    /// The resolved scenario as it was before.
    let scenario: Scenario
    /// The fitted values by key path as JSON.
    let values: [(path: String, json: String)]

    /// Makes one.
    package init(
      name: String, digest: String, scenario: Scenario, values: [(path: String, json: String)]
    ) {
      self.name = name
      self.digest = digest
      self.scenario = scenario
      self.values = values
    }
  }

  package let match: HistoryMatch
  package let keys: [FreeKey]
  package let scenarios: [Fitted]
  package let title: String
  package let seed: UInt64
  /// Replications of each point.
  package let replications: Int
  /// Whether the work was stopped early.
  package let isPartial: Bool
  /// What people should know of the figures they gave.
  package let advice: [Bilingual]
  let findings: [FitKeyFinding]

  /// Makes the documents of a match.
  package init(
    _ match: HistoryMatch, keys: [FreeKey], scenarios: [Fitted], title: String, seed: UInt64,
    replications: Int, isPartial: Bool, advice: [Bilingual]
  ) {
    self.match = match
    self.keys = keys
    self.scenarios = scenarios
    self.title = title
    self.seed = seed
    self.replications = replications
    self.isPartial = isPartial
    self.advice = advice
    findings = FitKeyFinding.all(of: match, keys: keys)
  }

  /// Whether some set meets all targets.
  package var isMet: Bool { !match.accepted.isEmpty }

  // MARK: - Programs

  package var jsonValue: JSONValue {
    var members: [(String, JSONValue)] = [("format", .string(FitDocuments.format))]
    if isPartial { members.append(("partial", .boolean(true))) }
    members += [
      ("scenarios", .array(scenarios.map { DocumentHeader.scenario($0.name, $0.digest) })),
      ("seed", .unsigned(seed)), ("replications", .integer(Int64(replications))),
      ("points", .integer(Int64(match.points.count))),
      ("pointsRefused", .integer(Int64(match.refused))),
      ("emulator", .string(FitDocuments.emulator)),
      ("widthsAfterWaves", .array(match.widths.map { .finite($0) })),
      ("met", .boolean(isMet)), ("ensembleSize", .integer(Int64(match.ensemble.count))),
      ("targets", .array(match.goals.indices.map(target))),
      ("keys", .array(findings.map(FitDocuments.value))),
    ]
    if !isMet { members += FitDocuments.members("conflicts", conflictWords) }
    if !advice.isEmpty { members += FitDocuments.members("advice", advice) }
    return .object(members)
  }

  /// Texts in English, and in Dutch under a name that ends in `Nl`.
  private static func members(_ name: String, _ texts: [Bilingual]) -> [(String, JSONValue)] {
    [
      (name, .array(texts.map { .string($0.en) })),
      (name + "Nl", .array(texts.map { .string($0.nl) })),
    ]
  }

  /// The name of the format of `fit.json`.
  static let format = "caseload-fit/1"

  /// The form and the source of the emulators.
  static let emulator = """
    polynomial of at most the third degree by forward selection of orthogonal terms \
    (doi:10.1080/00207178908953472), error from points left out (doi:10.1080/00401706.1974.10489157)
    """

  private func target(_ index: Int) -> JSONValue {
    let goal = match.goals[index]
    var members: [(String, JSONValue)] = [
      ("scenario", .string(goal.scenarioName)), ("name", .string(goal.target.name)),
      ("metric", .string(goal.metric.id)),
    ]
    if !goal.target.group.isEmpty { members.append(("group", .string(goal.target.group))) }
    if goal.target.year > 0 { members.append(("year", .integer(Int64(goal.target.year)))) }
    if !goal.target.date.isEmpty { members.append(("date", .string(goal.target.date))) }
    if goal.other != nil {
      members.append(("measure", .string("\(goal.target.measure)")))
      members.append(("against", .string(goal.target.against)))
    }
    members += [
      ("value", .number(goal.value)), ("tolerance", .number(goal.tolerance)),
      ("reached", .finite(match.best?.found.figures[index] ?? .nan)),
      ("chance", .finite(match.best?.found.errors[index] ?? .nan)),
    ]
    let figures = match.ensemble.map { $0.found.figures[index] }
    if let low = figures.min(), let high = figures.max() {
      members.append(("ensemble", .array([.finite(low), .finite(high)])))
    }
    if let error = match.emulatorErrors?[index] {
      members.append(("emulatorError", .finite(error)))
    }
    if !goal.target.evidence.isEmpty {
      members.append(("evidence", .array(goal.target.evidence.map { .string($0) })))
    }
    return .object(members)
  }

  private static func value(_ finding: FitKeyFinding) -> JSONValue {
    let key = finding.key
    var members: [(String, JSONValue)] = [("key", .string(key.key))]
    if let scenario = key.scenario { members.append(("scenario", .string(scenario))) }
    members += [
      ("fitted", .finite(finding.fitted)),
      ("range", .array([.number(key.range.low), .number(key.range.high)])),
      ("left", .array([.finite(finding.low), .finite(finding.high)])),
      ("spread", .finite(finding.spread)),
      ("identification", .string(finding.identification.rawValue)),
    ]
    if let wider = finding.wider, let end = finding.pulledTo {
      members += [("end", .string(end.rawValue)), ("wider", .string(wider))]
    }
    members += [
      (
        "tradesOffWith",
        .array(
          finding.partners.map {
            .object([
              ("key", .string($0.key.label)), ("correlation", .finite($0.correlation)),
            ])
          })
      )
    ]
    return .object(members)
  }

  package var rows: DataTable {
    DataTable(
      ["kind", "name", "value", "tolerance", "reached", "low", "high", "identification", "wider"],
      rows: match.goals.indices.map { index -> [String] in
        let goal = match.goals[index]
        let figures = match.ensemble.map { $0.found.figures[index] }
        return [
          "target", goal.label, CSVText.field(goal.value), CSVText.field(goal.tolerance),
          CSVText.field(match.best?.found.figures[index] ?? .nan),
          CSVText.field(figures.min() ?? .nan), CSVText.field(figures.max() ?? .nan), "", "",
        ]
      }
        + findings.map { finding in
          [
            "key", finding.key.label, "", "", CSVText.field(finding.fitted),
            CSVText.field(finding.low), CSVText.field(finding.high),
            finding.identification.rawValue, finding.wider ?? "",
          ]
        })
  }

  // MARK: - Files

  /// All files of the result.
  package func files(record: RunRecord) -> [ResultFile] {
    var files = [
      ResultFile(name: "fit.json", text: jsonValue.text()),
      ResultFile(name: "run.json", text: record.json),
      ResultFile(name: "points.csv", text: table(of: match.points).csv),
    ]
    for (index, scenario) in scenarios.enumerated() {
      let ending = index == 0 ? ".json" : "-\(scenario.name).json"
      var resolved = scenario.scenario
      resolved.name = scenario.name
      files.append(
        ResultFile(name: "scenario" + ending, text: ScenarioText.resolved(resolved)))
      guard match.best != nil else { continue }
      files.append(
        ResultFile(
          name: "fitted" + ending,
          text: ScenarioText.changed(
            name: FitDocuments.name(scenario.name, "-fitted"),
            description: isMet
              ? "\(scenario.name), fitted to its targets by caseload fit."
              : "\(scenario.name) as near to its targets as caseload fit came; they are not all met.",
            extends: "scenario" + ending, values: scenario.values)))
    }
    if isMet {
      files.append(ResultFile(name: "ensemble.json", text: ensembleJSON.text()))
      files.append(ResultFile(name: "ensemble.csv", text: table(of: match.ensemble).csv))
    }
    return files
  }

  /// A name with an ending, as long as names may be.
  private static func name(_ name: String, _ ending: String) -> String {
    String(name.prefix(64 - ending.count)) + ending
  }

  private var ensembleJSON: JSONValue {
    let best = match.best?.place ?? []
    return .object([
      ("format", .string(EnsembleFormat.name)),
      ("scenario", DocumentHeader.scenario(scenarios[0].name, scenarios[0].digest)),
      ("seed", .unsigned(seed)), ("replications", .integer(Int64(replications))),
      ("base", values(at: best)),
      ("sets", .array(match.ensemble.map { .object([("values", values(at: $0.place))]) })),
    ])
  }

  /// The values of the keys that hold for the first scenario.
  private func values(at place: [Double]) -> JSONValue {
    .object(
      zip(keys, place).filter { $0.0.scenario == nil || $0.0.scenario == scenarios[0].name }
        .map { ($0.0.key, .number($0.0.value(at: $0.1))) })
  }

  private func table(of points: [FitPoint]) -> DataTable {
    let names = match.goals.map(\.label)
    return DataTable(
      ["set", "wave"] + keys.map(\.label) + names + ["worst"],
      rows: points.enumerated().map { index, point in
        [String(index + 1), String(point.wave)]
          + zip(keys, point.place).map { CSVText.field($0.value(at: $1)) }
          + point.found.figures.map { CSVText.field($0) }
          + [CSVText.field(match.worst(point))]
      })
  }

  package func table(_ layout: TableLayout) -> String { FitTable(self, layout).text }
}

/// The format of ensembles.
package enum EnsembleFormat {
  /// The name and number of the format.
  package static let name = "caseload-ensemble/1"
}
