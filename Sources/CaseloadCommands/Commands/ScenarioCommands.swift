import CaseloadModel
import Experiments
import ScenarioFormat

/// Commands that print texts about scenarios.
enum ScenarioCommands {
  /// `caseload resolve`.
  static let resolve = CommandDefinition(
    name: "resolve", argumentsUsage: "SCENARIO", argumentCount: 1...1,
    summary: "Prints a scenario with every default and inherited value filled in.", details: [],
    options: [.set, .quiet],
    run: { (arguments, context) throws(UsageError) in
      let loaded = LoadedScenario.load(
        arguments.positional, overrides: arguments.values("--set"), quiet: arguments.has("--quiet"),
        context)
      switch loaded {
      case .failure(let failure): return failure.exitCode
      case .success(let scenarios):
        for loaded in scenarios { context.output.write(ScenarioText.resolved(loaded.scenario)) }
        return .success
      }
    })

  /// `caseload schema`.
  static let schema = CommandDefinition(
    name: "schema", argumentsUsage: "", argumentCount: 0...0,
    summary: "Prints the JSON Schema (2020-12) of scenario files.", details: [], options: [],
    run: { (_, context) throws(UsageError) in
      context.output.write(ScenarioText.schema())
      return .success
    })

  /// `caseload explain`.
  static let explain = CommandDefinition(
    name: "explain", argumentsUsage: "[KEY|METRIC|CODE]", argumentCount: 0...1,
    summary: "Explains a scenario key, a metric or the code of a message; lists all without one.",
    details: [], options: [],
    run: { (arguments, context) throws(UsageError) in
      let topic = arguments.positional.first
      if let metric = topic.flatMap({ Metric(id: $0) }) {
        context.output.write(explanation(of: MetricCatalog[metric]))
        return .success
      }
      guard let topic else {
        context.output.write(ScenarioText.overview() + metricOverview())
        return .success
      }
      guard let text = ScenarioText.explain(topic) else {
        let near = ScenarioText.suggestion(for: topic, among: Metric.allCases.map(\.id))
        throw UsageError(
          "there is no key, metric or message '\(topic)'",
          hint: near.map { "did you mean '\($0)'?" })
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
    let groups = definition.isPerGroup ? "for all clients and per group" : "for all together"
    var text = "\(definition.metric.id): \(definition.title)\n\n"
    text += HelpText.wrapped(definition.definition, indent: 2) + "\n"
    text += "  unit    \(definition.unit.rawValue)\n"
    text += "  kept    \(groups)\n"
    text += "  Dutch   \(definition.dutchTitle)\n\n"
    return text + HelpText.wrapped(MetricCatalog.conventions, indent: 2)
  }

  /// The clients that a scenario may have.
  private static var clientRange: ClosedRange<Int> {
    guard case .integer(let range)? = ParameterTable.parameter(at: "population.clients")?.shape
    else { preconditionFailure("population.clients is a whole number") }
    return range
  }

  /// `caseload new`.
  static let new = CommandDefinition(
    name: "new", argumentsUsage: "", argumentCount: 0...0,
    summary: "Prints a small scenario file, made from a few numbers.",
    details: ScenarioPreset.allCases.map { "Preset \($0.rawValue): \($0.meaning)" },
    options: [
      OptionDefinition(
        "--preset", "NAME", summary: "The starting point; municipality-2014 if not given."),
      OptionDefinition("--clients", "N", summary: "Clients in stock at the start."),
      OptionDefinition("--fte", "X", summary: "Full-time equivalents of caseworkers."),
      OptionDefinition("--name", "NAME", summary: "The name of the scenario."),
    ],
    run: { (arguments, context) throws(UsageError) in
      let text = ScenarioText.new(
        preset: try arguments.choice("--preset", default: ScenarioPreset.municipality2014),
        clients: try arguments.whole("--clients", in: clientRange),
        fte: try arguments.positive("--fte"), name: arguments.value("--name"))
      let document = ScenarioDocument.read(Array(text.utf8), path: "<new>")
      context.errors.write(DiagnosticRenderer.terminal(document.diagnostics))
      guard !document.hasErrors else { return .usage }
      context.output.write(text)
      return .success
    })
}
