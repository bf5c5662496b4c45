import CaseloadModel
import ScenarioFormat

/// `caseload validate`: checks scenario files without running them.
enum ValidateCommand {
  static let definition = CommandDefinition(
    name: "validate", arguments: [ArgumentDefinition("SCENARIO", 1...Int.max, .file)],
    summary: "Checks scenario files without running them.",
    details: [
      "Reports all errors and advice in one go. Exit code 0 when there are no errors, 65 when a "
        + "scenario is wrong, 66 when a file cannot be read."
    ],
    options: [
      format.definition, staffing.definition, Options.set.definition, Options.quiet.definition,
    ],
    run: { (arguments, context) throws(CommandFailure) in try run(arguments, context) })

  private static let format = OptionKey<Format>.choice(
    "--format", "FORMAT", default: .table,
    "table for people or json for editors; table if not given.")
  private static let staffing = OptionKey<Bool>.flag(
    "--staffing", "Also prints the hours that the norms ask and the hours that the workers have.")

  /// What there is of clients and staff, in words.
  private static func size(of scenario: Scenario, _ sector: Sector?) -> String {
    guard let sector else {
      let fte = StaffingNumbers(scenario).caseworkerFte()
      return "\(scenario.population.clients) clients, \((fte * 100).rounded() / 100) fte"
    }
    let sizes = sector.organisations.map(\.scenario.population.clients).sorted()
    return "\(sizes.count) organisations of \(sizes.first ?? 0) to \(sizes.last ?? 0) clients,"
      + " \(sector.clients) in all"
  }

  private enum Format: String, CaseIterable, Sendable { case table, json }

  private static func run(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CommandFailure) -> ExitCode {
    let format = try arguments[ValidateCommand.format]
    let overrides = try arguments[Options.set]
    let showsStaffing = try arguments[staffing]
    if format == .json, showsStaffing {
      throw .usage("'--staffing' prints a table, so it has no meaning with '--format json'")
    }
    var documents: [ScenarioDocument] = []
    var code = ExitCode.success
    var report = ""
    for path in arguments.positional {
      let document = ScenarioDocument.load(
        path: path, overrides: overrides, root: ScenarioRoot.named(for: path))
      documents.append(document)
      let shown = DiagnosticRenderer.printable(path)
      guard let scenario = document.scenario else {
        if code != .missingInput {
          code = document.isMissingInput ? .missingInput : .badScenario
        }
        continue
      }
      report += "\(shown): valid; \(size(of: scenario, document.sector))\n"
      if document.sector == nil, let note = MachineLimits.note(scenario) {
        report += "  note: \(note)\n"
      }
      if !scenario.targets.isEmpty {
        // Whether a scenario reproduces its figures takes a simulation, which this command is without.
        let count = scenario.targets.count
        report +=
          "  \(count) target\(count == 1 ? "" : "s"); 'caseload fit' tells which of them it meets as it stands\n"
      }
      if showsStaffing { report += "\n" + StaffingArithmetic(scenario).text + "\n" }
    }
    switch format {
    case .json: context.output.write(DiagnosticRenderer.json(documents.flatMap(\.diagnostics)))
    case .table:
      let quiet = try arguments[Options.quiet]
      let news = ScenarioNews(documents, quiet: quiet)
      context.errors.write(DiagnosticRenderer.terminal(news.told))
      for note in news.notes { context.report(note: note) }
      if !quiet || showsStaffing { context.output.write(report) }
    }
    return code
  }
}
