import CaseloadModel
import Experiments
import Foundation
import Reports
import ScenarioFormat

/// `caseload validate-model`: published figures beside simulated ones.
struct ValidateModelCommand {
  static let definition = CommandDefinition(
    name: "validate-model", argumentsUsage: "[TARGETS]", argumentCount: 0...1,
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
      .replications, .seed,
      OptionDefinition(
        "--most-clients", "N",
        summary: "Leaves out scenarios with more clients in stock; all are run if not given."),
      OptionDefinition(
        "--output", "DIR", summary: "The folder for validation.md and validation.json."),
      .threads, .quiet,
    ],
    run: { (arguments, context) throws(UsageError) in
      try ValidateModelCommand(arguments, context).run()
    })

  private static let defaultTargets = "scenarios/validation/targets.json"

  private let context: CommandContext
  private let settings: RunSettings
  private let path: String
  private let output: String?
  private let mostClients: Int

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(UsageError) {
    self.context = context
    settings = try RunSettings(arguments)
    path = arguments.positional.first ?? ValidateModelCommand.defaultTargets
    output = arguments.value("--output")
    mostClients = try arguments.whole("--most-clients", in: 1...Int.max) ?? .max
  }

  private func run() -> ExitCode {
    guard let data = FileManager.default.contents(atPath: path) else {
      context.report(error: "'\(path)' cannot be read")
      return .missingInput
    }
    let targets: [ValidationTarget]
    do throws(ValidationTargets.Problems) {
      targets = try ValidationTargets.read(Array(data), path: path).targets
    } catch {
      context.errors.write(DiagnosticRenderer.terminal(error.diagnostics))
      return .badScenario
    }
    let runs = ValidateModelCommand.runs(of: targets)
    switch load(runs) {
    case .failure(let failure): return failure.exitCode
    case .success(let loaded): return run(targets, runs, loaded)
    }
  }

  /// Reads the scenarios with their changes, and reports everything that is wrong with any of them.
  private func load(
    _ runs: [ValidationRun]
  ) -> Result<[LoadedScenario], ReportedFailure> {
    let folder = ValidateModelCommand.folder(of: path)
    var scenarios: [LoadedScenario] = []
    var failure: ReportedFailure?
    for run in runs {
      let loaded = LoadedScenario.load(
        [ValidateModelCommand.joined(folder, run.scenario)], overrides: run.changes, quiet: true,
        context)
      switch loaded {
      case .success(let scenario): scenarios += scenario
      case .failure(let reason):
        failure = failure ?? reason
        let changes = run.changes.isEmpty ? "" : " with " + run.changes.joined(separator: " and ")
        context.report(error: "\(path): there is no scenario '\(run.scenario)'\(changes)")
      }
    }
    return failure.map { .failure($0) } ?? .success(scenarios)
  }

  private func run(
    _ targets: [ValidationTarget], _ runs: [ValidationRun], _ loaded: [LoadedScenario]
  ) -> ExitCode {
    let chosen = zip(runs, loaded).filter { $0.1.scenario.population.clients <= mostClients }
    let experiments = chosen.map { settings.experiment(on: $0.1) }
    let dated = Set(
      targets.flatMap { $0.quantity?.readings ?? [] }.filter { $0.date != nil }.map(\.run))
    let results = settings.execute(
      ExperimentGrid(
        experiments, keepsSeries: false,
        keepsSeriesValues: Set(chosen.indices.filter { dated.contains(chosen[$0].0) })),
      label: "validate-model", context)
    guard !context.reportViolation(in: results, of: chosen.map(\.1)) else { return .internalError }
    if let interrupted = context.interruption.exitCode {
      context.report(error: "stopped early; nothing is written")
      return interrupted
    }
    let byRun = ValidationResults(uniqueKeysWithValues: zip(chosen.map(\.0), results))
    let problems = targets.compactMap { target in
      target.quantity?.problem(in: byRun).map { "\(target.figure): \($0)" }
    }
    guard problems.isEmpty else {
      for problem in problems { context.report(error: "\(path): \(problem)") }
      return .badScenario
    }
    return publish(
      ValidationReport(
        targets: targets, results: byRun, seed: settings.seed ?? experiments.first?.seed ?? 0))
  }

  private func publish(_ report: ValidationReport) -> ExitCode {
    if let output {
      do {
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        for (name, text) in [
          ("validation.md", report.markdown), ("validation.json", report.json),
        ] {
          try Data(text.utf8).write(
            to: URL(fileURLWithPath: output + "/" + name), options: .atomic)
        }
      } catch {
        context.report(error: "'\(output)' cannot be written: \(error.localizedDescription)")
        return .cannotWrite
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
