import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// Commands that print texts about scenarios.
enum ScenarioCommands {
  /// `caseload resolve`.
  static let resolve = CommandDefinition(
    name: "resolve", arguments: [ArgumentDefinition("SCENARIO", 1...1, .file)],
    summary: "Prints a scenario with every default and inherited value filled in.",
    details: [
      "Of a sector it prints what the organisations have in common and how they are made; "
        + "--members prints the organisations that come of it."
    ],
    options: [
      member.definition, members.definition, Options.set.definition, Options.quiet.definition,
    ],
    run: { (arguments, context) throws(CommandFailure) in
      let scenarios = try LoadedScenario.load(
        arguments.positional, overrides: try arguments[Options.set],
        quiet: try arguments[Options.quiet], context)
      let member = try arguments[member]
      let members = try arguments[members]
      if members, member != nil {
        throw .usage("options '--members' and '--organisation' exclude each other")
      }
      for loaded in scenarios {
        context.output.write(
          members ? try membersText(of: loaded) : try resolvedText(of: loaded, member: member))
      }
      return .success
    })

  private static let member = OptionKey<String?>.text(
    "--organisation", "NAME",
    "Prints one organisation of a sector, as a scenario that gives by itself what the sector has.")

  private static let members = OptionKey<Bool>.flag(
    "--members",
    "Prints the organisations of a sector as CSV: what was drawn for each, its clients and clients per fte at the start."
  )

  /// The organisations of a sector, as the run writes them to organisation-quantities.csv.
  private static func membersText(of loaded: LoadedScenario) throws(CommandFailure) -> String {
    guard let sector = loaded.sector else {
      throw .usage("option '--members' takes a sector, and '\(loaded.path)' is none")
    }
    return SectorDocuments.quantitiesCSV(of: sector)
  }

  /// A scenario, a sector, or one organisation of a sector with every value.
  private static func resolvedText(
    of loaded: LoadedScenario, member: String?
  ) throws(CommandFailure) -> String {
    guard let sector = loaded.sector else {
      guard member == nil else {
        throw .usage("option '--organisation' takes a sector, and '\(loaded.path)' is none")
      }
      return ScenarioText.resolved(loaded.scenario)
    }
    guard let member else { return ScenarioText.resolved(sector, base: loaded.scenario) }
    let organisation = try CommandFailure.organisation(member, of: sector, at: loaded.path)
    var scenario = organisation.scenario
    scenario.seed = organisation.seed(in: loaded.scenario.seed)
    scenario.replications = loaded.scenario.replications
    return ScenarioText.resolved(scenario)
  }

  /// `caseload schema`.
  static let schema = CommandDefinition(
    name: "schema", arguments: [],
    summary: "Prints the JSON Schema (2020-12) of scenario files.", details: [], options: [],
    run: { (_, context) throws(CommandFailure) in
      context.output.write(ScenarioText.schema())
      return .success
    })

  /// `caseload explain`.
  static let explain = CommandDefinition(
    name: "explain",
    arguments: [ArgumentDefinition("KEY|METRIC|CODE|FACT|WORDS", 0...Int.max, .metric)],
    summary:
      "Explains a key, a metric, a message or a fact, and searches in words; lists all without one.",
    details: [
      "FACT is an id of the evidence such as E-086; 'evidence' lists all facts.",
      "WORDS are searched in keys, metrics and facts; Dutch words too: caseload explain rust.",
    ],
    options: [],
    run: { (arguments, context) throws(CommandFailure) in
      let words = arguments.positional
      let topic = words.isEmpty ? nil : words.joined(separator: " ")
      if let metric = topic.flatMap({ Metric(id: $0) }) {
        context.output.write(explanation(of: MetricCatalog[metric]))
        return .success
      }
      guard let topic else {
        context.output.write(ScenarioText.overview() + metricOverview())
        return .success
      }
      guard let text = ExplainAnswer.text(for: topic) else {
        let near = ScenarioText.suggestion(for: topic, among: Metric.allCases.map(\.id))
        throw .usage(
          "there is no key, metric, message or fact '\(topic)'",
          hint: near.map { "did you mean '\($0)'?" } ?? "'caseload explain' lists all")
      }
      context.output.write(text)
      return .success
    })

  /// All metrics with their titles, by section.
  private static func metricOverview() -> String {
    var text = "\nMetrics\n\n"
    for definition in MetricCatalog.all {
      let id = definition.metric.id
      let padding = String(repeating: " ", count: max(2, 40 - id.count))
      text += "  \(id)\(padding)\(definition.title) [\(definition.unit.rawValue)]\n"
    }
    return text + "\ncaseload explain KEY tells more of each, also of the code of a message.\n"
  }

  /// The meaning of a metric, with its unit and its Dutch name.
  static func explanation(of definition: MetricDefinition) -> String {
    let groups = definition.groups.text
    var text = "\(definition.metric.id): \(definition.title)\n\n"
    text += HelpText.wrapped(definition.definition, indent: 2) + "\n"
    text += "  unit      \(definition.unit.rawValue)\n"
    text += "  is        \(definition.accrualText)\n"
    text += "  kept      \(groups)\n"
    text += "  Dutch     \(definition.dutchTitle)\n"
    text += ScenarioText.evidence(forMetric: definition.metric.id) + "\n"
    return text + HelpText.wrapped(MetricCatalog.conventions, indent: 2)
  }
}

extension CommandFailure {
  /// The organisation of a sector that has a name.
  static func organisation(
    _ name: String, of sector: Sector, at path: String
  ) throws(CommandFailure) -> Sector.Organisation {
    guard let organisation = sector.organisations.first(where: { $0.name == name }) else {
      throw .usage(
        "there is no organisation '\(name)' in '\(path)'",
        hint: hint(for: name, among: sector.organisations.map(\.name)))
    }
    return organisation
  }
}
