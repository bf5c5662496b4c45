import CaseloadModel
import Experiments
import Foundation
import Reports
import ScenarioFormat

/// `caseload validate-model`: published figures beside simulated ones.
struct ValidateModelCommand {
  static let definition = CommandDefinition(
    name: "validate-model", arguments: [ArgumentDefinition("TARGETS", 0...1, .file)],
    summary: "Runs the reference scenarios and compares them with published figures.",
    details: [
      "TARGETS is a file of published figures, scenarios/validation/targets.json if not given. Each "
        + "names a scenario, a metric and the range in which the simulated mean should lie. The table "
        + "shows hits and misses alike; a miss is no error, so the exit code is 0 whatever comes out.",
      "A target may read its metric in one \"group\" and \"at\" one day, \"set\" keys of the scenario, "
        + "and take the value \"less\" another one or \"per\" another one: of another scenario, set, "
        + "metric, group or day. Whatever \"less\" and \"per\" leave out is as before. The limits are "
        + "\"low\" and \"high\", or \"above\" and \"below\" where the limit itself is a miss.",
      "With --output the report is also written there, as validation.md and validation.json. Both are "
        + "the same for any number of threads, so that they can be kept and compared.",
    ],
    options: [
      Options.replications.definition, Options.seed.definition, mostClients.definition,
      output.definition, Options.threads.definition, Options.journal.definition,
      Options.shard.definition, Options.quiet.definition,
    ],
    run: { (arguments, context) throws(CommandFailure) in
      try ValidateModelCommand(arguments, context).run()
    })

  private static let mostClients = OptionKey<Int?>.whole(
    "--most-clients", "N", in: 1...Int.max,
    "Leaves out scenarios with more clients in stock; all are run if not given.")
  private static let output = Options.output.explained(
    "The folder for validation.md and validation.json.")

  private static let defaultTargets = "scenarios/validation/targets.json"

  private let context: CommandContext
  private let settings: RunSettings
  private let path: String
  private let output: String?
  private let mostClients: Int

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CommandFailure) {
    self.context = context
    settings = try RunSettings(arguments)
    path = arguments.positional.first ?? ValidateModelCommand.defaultTargets
    output = try arguments[ValidateModelCommand.output]
    mostClients = try arguments[ValidateModelCommand.mostClients] ?? .max
  }

  private func run() throws(CommandFailure) -> ExitCode {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(.missingInput, ["'\(path)' cannot be read"])
    }
    let targets: [ValidationTarget]
    do throws(ValidationTargets.Problems) {
      targets = try ValidationTargets.read(Array(data), path: path).targets
    } catch {
      throw CommandFailure(.badScenario, [], diagnostics: error.diagnostics)
    }
    let runs = ValidateModelCommand.runs(of: targets)
    return try run(targets, runs, try load(runs))
  }

  /// Reads the scenarios with their changes, and tells everything that is wrong with any of them.
  private func load(_ runs: [ValidationRun]) throws(CommandFailure) -> [LoadedScenario] {
    let folder = ValidateModelCommand.folder(of: path)
    var scenarios: [LoadedScenario] = []
    var failure: CommandFailure?
    for run in runs {
      do throws(CommandFailure) {
        scenarios += try LoadedScenario.load(
          [ValidateModelCommand.joined(folder, run.scenario)], overrides: run.changes, quiet: true,
          context)
      } catch {
        let changes = run.changes.isEmpty ? "" : " with " + run.changes.joined(separator: " and ")
        failure = CommandFailure(
          failure?.exitCode ?? error.exitCode,
          (failure?.messages ?? [])
            + ["\(path): there is no scenario '\(run.scenario)'\(changes)"],
          diagnostics: (failure?.diagnostics ?? []) + error.diagnostics)
      }
    }
    if let failure { throw failure }
    return scenarios
  }

  private func run(
    _ targets: [ValidationTarget], _ runs: [ValidationRun], _ loaded: [LoadedScenario]
  ) throws(CommandFailure) -> ExitCode {
    let chosen = zip(runs, loaded).filter {
      ($0.1.sector?.clients ?? $0.1.scenario.population.clients) <= mostClients
    }
    let experiments = chosen.map { settings.experiment(on: $0.1) }
    let dated = Set(
      targets.flatMap { $0.quantity?.readings ?? [] }.filter { $0.date != nil }.map(\.run))
    let grid = ExperimentGrid(
      experiments, keepsSeries: false,
      keepsSeriesValues: Set(chosen.indices.filter { dated.contains(chosen[$0].0) }))
    let found = zip(chosen.map(\.0), chosen.map(\.1))
    // Series of hundreds of organisations take much room, so that only divided work has a journal.
    guard settings.shard != nil || context.merged != nil else {
      let results = try settings.execute(grid, label: "validate-model", context)
      return try conclude(targets, found, results)
    }
    let (results, journal) = try settings.execute(
      "validate-model", on: experiments, keepsSeries: !dated.isEmpty, label: "validate-model",
      context, { grid.run(with: $0) })
    if let shard = settings.shard, results.allSatisfy({ $0.violation == nil }) {
      return settings.closePart(shard, journal, context)
    }
    return try settings.closing(journal, of: results, context) { () throws(CommandFailure) in
      try conclude(targets, found, results)
    }
  }

  private func conclude(
    _ targets: [ValidationTarget], _ chosen: Zip2Sequence<[ValidationRun], [LoadedScenario]>,
    _ results: [ExperimentResult]
  ) throws(CommandFailure) -> ExitCode {
    try CommandFailure.checkLaws(results, of: chosen.map(\.1))
    if let interrupted = context.interruption.exitCode {
      throw CommandFailure(interrupted, ["stopped early; nothing is written"])
    }
    let byRun = ValidationResults(uniqueKeysWithValues: zip(chosen.map(\.0), results))
    let problems = targets.compactMap { target in
      target.quantity?.problem(in: byRun).map { "\(target.figure): \($0)" }
    }
    guard problems.isEmpty else {
      throw CommandFailure(.badScenario, problems.map { "\(path): \($0)" })
    }
    return try publish(
      ValidationReport(
        targets: targets, results: byRun, seed: settings.seed ?? results.first?.seed ?? 0))
  }

  private func publish(_ report: ValidationReport) throws(CommandFailure) -> ExitCode {
    if let output {
      do {
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
      } catch {
        throw CommandFailure(
          .cannotWrite, ["'\(output)' cannot be written: \(error.localizedDescription)"])
      }
      try CommandFailure.writing { () throws(ResultFolder.WriteError) in
        try TextFile.write(report.markdown, to: output + "/validation.md")
        try TextFile.write(report.json, to: output + "/validation.json")
      }
    }
    context.output.write(report.table(style: context.style(of: context.output)))
    return .success
  }

  /// What is to be run, each once; figures that nothing expresses run their scenario as it is.
  private static func runs(of targets: [ValidationTarget]) -> [ValidationRun] {
    var runs: [ValidationRun] = []
    var seen: Set<ValidationRun> = []
    for target in targets {
      let own = target.quantity?.readings.map(\.run) ?? [ValidationRun(scenario: target.scenario)]
      for run in own where seen.insert(run).inserted { runs.append(run) }
    }
    return runs
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    var parts = folder.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var rest = name.split(separator: "/").map(String.init)[...]
    while rest.first == "..", let last = parts.last, !last.isEmpty, last != "..", last != "." {
      parts.removeLast()
      rest = rest.dropFirst()
    }
    let path = (parts + rest).joined(separator: "/")
    return path.isEmpty ? "." : path
  }
}
