import ScenarioFormat

/// `caseload validate`: checks scenario files without running them.
enum ValidateCommand {
  static let definition = CommandDefinition(
    name: "validate", argumentsUsage: "SCENARIO...", argumentCount: 1...Int.max,
    summary: "Checks scenario files without running them.",
    details: [
      "Reports all errors and advice in one go. Exit code 0 when there are no errors, 65 when a "
        + "scenario is wrong, 66 when a file cannot be read."
    ],
    options: [
      OptionDefinition(
        "--format", "FORMAT",
        summary: "table for people or json for editors; table if not given."),
      OptionDefinition(
        "--staffing",
        summary: "Also prints the hours that the norms ask and the hours that the workers have."),
      .set, .quiet,
    ],
    run: { (arguments, context) throws(UsageError) in try run(arguments, context) })

  private enum Format: String, CaseIterable { case table, json }

  private static func run(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(UsageError) -> ExitCode {
    let format: Format = try arguments.choice("--format", default: .table)
    let overrides = arguments.values("--set")
    if format == .json, arguments.has("--staffing") {
      throw UsageError("'--staffing' prints a table, so it has no meaning with '--format json'")
    }
    var diagnostics: [Diagnostic] = []
    var code = ExitCode.success
    var report = ""
    for path in arguments.positional {
      let document = ScenarioDocument.load(path: path, overrides: overrides)
      diagnostics += document.diagnostics
      let shown = DiagnosticRenderer.printable(path)
      guard let scenario = document.scenario else {
        if code != .missingInput {
          code = document.isMissingInput ? .missingInput : .badScenario
        }
        continue
      }
      let clients = scenario.population.clients
      report += "\(shown): valid; \(clients) clients, \(scenario.staffing.fte) fte\n"
      if arguments.has("--staffing") { report += "\n" + StaffingArithmetic(scenario).text + "\n" }
    }
    switch format {
    case .json: context.output.write(DiagnosticRenderer.json(diagnostics))
    case .table:
      let quiet = arguments.has("--quiet")
      context.errors.write(
        DiagnosticRenderer.terminal(diagnostics.filter { !quiet || $0.severity == .error }))
      if !quiet || arguments.has("--staffing") { context.output.write(report) }
    }
    return code
  }
}
