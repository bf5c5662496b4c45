import CaseloadModel
import Experiments
import Foundation
import Reports
import ScenarioFormat

/// `caseload explorer`: one page in HTML with the engine inside, on which a reader changes settings.
enum ExplorerCommand {
  static let definition = CommandDefinition(
    name: "explorer", arguments: [ArgumentDefinition("SCENARIO", 1...1, .file)],
    summary: "Writes one HTML page that runs a scenario in the browser, with sliders and switches.",
    details: [
      "The page is one file that opens without a network and holds the engine itself as WebAssembly: whoever "
        + "opens it changes settings and sees the same model run again, with the same numbers as the command "
        + "line. Base and up to three variants see the same clients with the same chance.",
      "The scenario is run first, so that the page shows results at once and has the whole report; without "
        + "scripts it is that report.",
      "The engine is built once by scripts/build-explorer-engine. It is looked for in --engine DIR, in "
        + "$CASELOAD_EXPLORER_ENGINE, beside the program in explorer-engine and "
        + "../share/caseload/explorer-engine, and in the build folder of this package.",
      "With an ensemble of caseload fit the page runs a variant over all its sets too, \(EnsembleStudy.usualReplications) "
        + "replications each, and tells what is chance and what the fit does not determine, as compare --ensemble does. An "
        + "ensemble.json beside the scenario that fits it is taken by itself.",
      "Sectors, and scenarios of more than \(mostClients) clients, do not fit in a browser and are refused.",
    ],
    options: [
      levers.definition, engine.definition, ensemble.definition, language.definition,
      ReportCommand.metric.definition,
      output.definition, Options.replications.definition, Options.seed.definition,
      Options.set.definition, Options.threads.definition, Options.quiet.definition,
    ],
    run: { (arguments, context) throws(CommandFailure) in try run(arguments, context) })

  /// Most clients at the start that a browser runs in reasonable time.
  private static let mostClients = 50_000

  private static let levers = OptionKey<[String]>.texts(
    "--levers", "KEY", kind: .key,
    "Offers one more setting of the parameter table, for example diagnosis.toolShare; may be repeated."
  )
  private static let engine = OptionKey<String?>.folder(
    "--engine", "The folder that scripts/build-explorer-engine wrote.")
  private static let ensemble = OptionKey<String?>.text(
    "--ensemble", "FILE", kind: .file,
    "An ensemble of caseload fit; ensemble.json beside the scenario if it fits and this is not given."
  )
  private static let language = Options.language.explained(
    "The language in which the page opens: nl or en; en if not given. Readers can change it.")
  private static let output = OptionKey<String?>.text(
    "--output", "FILE", kind: .file,
    "The file of the page, or - for standard output; explorer.html if not given."
  ).short("-o")

  private static func run(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CommandFailure) -> ExitCode {
    let file = try arguments[output] ?? "explorer.html"
    let quiet = try arguments[Options.quiet]
    guard !file.isEmpty else { throw .usage("option '--output' needs the name of a file") }
    if file != "-" { try ReportCommand.check(file) }
    let engine = try ExplorerEngineFiles.find(given: try arguments[ExplorerCommand.engine], context)
    let loaded = try LoadedScenario.load(
      arguments.positional, overrides: try arguments[Options.set], quiet: quiet, context)[0]
    try check(loaded)
    let levers = try arguments[ExplorerCommand.levers]
    for key in levers where !ExplorerPage.offers(key, in: loaded.scenario) {
      throw .usage(
        "option '--levers': '\(key)' is no number, switch or choice of this scenario",
        hint: "'caseload explain' lists all keys")
    }
    let settings = try RunSettings(arguments)
    let sets = try ExplorerSets(
      try arguments[ensemble] ?? EnsembleFile.beside(loaded)?.path, of: loaded,
      path: arguments.positional[0], settings)
    let metric = try arguments[ReportCommand.metric]
    let (study, result, scenario) = try base(loaded, settings, metric, context)
    let page = ExplorerPage(
      study, result, of: scenario, file: URL(fileURLWithPath: loaded.path).lastPathComponent,
      engine: engine, levers: levers, ensemble: try sets?.run(context),
      language: try arguments[language], metric: metric,
      version: ProgramVersion.current)
    guard file != "-" else {
      context.output.write(page.html)
      return .success
    }
    try CommandFailure.writing { () throws(ResultFolder.WriteError) in
      try TextFile.write(page.html, to: file)
    }
    if !quiet { context.report(note: "the explorer is in \(file)") }
    return .success
  }

  private static func check(_ loaded: LoadedScenario) throws(CommandFailure) {
    if loaded.sector != nil {
      throw CommandFailure(
        .badScenario,
        ["'\(loaded.path)' is a sector of several organisations, which does not fit in a browser"],
        hint: "'caseload resolve --organisation NAME' gives one of them")
    }
    let clients = loaded.scenario.population.clients
    guard clients > mostClients else { return }
    throw CommandFailure(
      .badScenario,
      [
        "'\(loaded.path)' has \(clients) clients at the start; a browser runs at most \(mostClients)"
      ], hint: "make the organisation smaller, or use 'caseload compare'")
  }

  /// Runs the base, and reads its results back as a report does.
  private static func base(
    _ loaded: LoadedScenario, _ settings: RunSettings, _ metric: Metric, _ context: CommandContext
  ) throws(CommandFailure) -> (StoredStudy, ExperimentResult, Scenario) {
    let experiment = settings.experiment(on: loaded)
    let clock = RunClock()
    var result = try settings.withRunner(label: experiment.scenario.name, context) {
      experiment.run(with: $0)
    }
    try CommandFailure.checkLaws([result], of: [loaded])
    guard !result.isPartial else { throw .stopped(context) }
    let repeated = loaded.repeating(result)
    result.scenarioDigest = loaded.digest(of: repeated)
    let record = clock.record(
      loaded.title, ResultQuestion(of: result, on: loaded), events: result.events,
      clientYears: result.clientYears, threads: settings.threads, context)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "caseload-explorer-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(
        .cannotWrite, ["'\(folder.path)' cannot be made: \(error.localizedDescription)"])
    }
    let target = ResultFolder(
      parent: folder.path, scenarioName: repeated.name, overrides: loaded.overrides)
    let files = ResultDocuments(result).files(record: record, scenario: repeated)
    let written = try context.write(files, to: target, ResultQuestion(of: result, on: loaded))
    do throws(StoredResultError) {
      let study = try StoredStudy(
        folder: written.path, version: ProgramVersion.current, metric: metric)
      return (study, result, repeated)
    } catch {
      throw CommandFailure(.internalError, ["'\(error.path)' \(error.problem)"])
    }
  }
}

extension CommandFailure {
  /// The failure of work that somebody stopped.
  fileprivate static func stopped(_ context: CommandContext) -> CommandFailure {
    CommandFailure(
      context.interruption.exitCode ?? .internalError,
      ["stopped before all replications were finished; nothing is written"])
  }
}
