import CaseloadModel
import Experiments
import Foundation
import Reports
import ScenarioFormat

/// `caseload run`: simulates scenarios, writes their results and prints them.
struct RunCommand {
  static let definition = CommandDefinition(
    name: "run", argumentsUsage: "SCENARIO...", argumentCount: 1...Int.max,
    summary: "Simulates scenarios, writes their results and prints a summary table.",
    details: [
      "Results go to DIR/<scenario name>/: results.json (estimates, the same bytes for the same "
        + "scenario, seed and replications), run.json (circumstances of the run), series.csv (by "
        + "month) and replications.csv (by replication). An older result is replaced as a whole.",
      "With --precision, replications are added until half the 95 % interval of the metric is at "
        + "most REL of the mean, for example unseen.6m.share=0.02; exit code 1 if that is not reached.",
    ],
    options: [
      .replications, .seed,
      OptionDefinition(
        "--precision", "METRIC=REL",
        summary: "Runs until the 95 % half-width is at most REL of the mean of the metric."),
      OptionDefinition(
        "--max-replications", "N",
        summary: "Most replications with --precision; 1,000 if not given."),
      OptionDefinition(
        "--output", "DIR", summary: "The folder of all results; 'results' if not given."),
      OptionDefinition(
        "--format", "FORMAT", summary: "What is printed: table, json or csv; table if not given."),
      .set, .threads, .quiet,
    ],
    run: { (arguments, context) throws(UsageError) in
      try RunCommand(arguments, context).run()
    })

  private enum Format: String, CaseIterable { case table, json, csv }

  private let context: CommandContext
  private let paths: [String]
  private let overrides: [String]
  private let settings: RunSettings
  private let precision: PrecisionTarget?
  private let parent: String
  private let format: Format

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(UsageError) {
    self.context = context
    paths = arguments.positional
    overrides = arguments.values("--set")
    settings = try RunSettings(arguments)
    precision = try RunCommand.precision(arguments)
    parent = arguments.value("--output") ?? "results"
    format = try arguments.choice("--format", default: .table)
    if parent.isEmpty { throw UsageError("option '--output' needs the name of a folder") }
  }

  private static func precision(
    _ arguments: ParsedArguments
  ) throws(UsageError) -> PrecisionTarget? {
    let most = try arguments.whole("--max-replications", in: 2...RunSettings.mostReplications)
    guard let text = arguments.value("--precision") else {
      guard most == nil else {
        throw UsageError("option '--max-replications' has no meaning without '--precision'")
      }
      return nil
    }
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw UsageError("option '--precision' expects METRIC=REL, found '\(text)'")
    }
    guard let metric = Metric(id: parts[0]) else {
      throw UsageError(
        "unknown metric '\(parts[0])'",
        hint: UsageError.hint(for: parts[0], among: Metric.allCases.map(\.id)))
    }
    guard let relative = Double(parts[1]), relative > 0, relative < 1 else {
      throw UsageError(
        "option '--precision' expects a number between 0 and 1 after '=', found '\(parts[1])'")
    }
    return PrecisionTarget(
      metric: metric, relative: relative, maximumReplications: most ?? 1_000)
  }

  private func run() throws(UsageError) -> ExitCode {
    let scenarios: [LoadedScenario]
    switch LoadedScenario.load(paths, overrides: overrides, quiet: settings.quiet, context) {
    case .failure(let failure): return failure.exitCode
    case .success(let loaded): scenarios = loaded
    }
    let folders = scenarios.map {
      ResultFolder(parent: parent, scenarioName: $0.scenario.name)
    }
    for (index, folder) in folders.enumerated() {
      if let earlier = folders[..<index].firstIndex(where: {
        $0.name.lowercased() == folder.name.lowercased()
      }) {
        throw UsageError(
          "'\(scenarios[earlier].path)' and '\(scenarios[index].path)' would both write their results"
            + " to '\(folder.path)'", hint: "give them different names")
      }
    }
    for folder in folders {
      do throws(ResultFolder.WriteError) {
        try folder.checkWritable()
      } catch {
        return report(error)
      }
    }
    var results: [ExperimentResult] = []
    var code = ExitCode.success
    for (scenario, folder) in zip(scenarios, folders) {
      let outcome = run(scenario, folder)
      if let result = outcome.result { results.append(result) }
      if outcome.code != .success { code = outcome.code }
      if outcome.code != .success && outcome.code != .failure { break }
    }
    print(results)
    return code
  }

  private func run(
    _ scenario: LoadedScenario, _ folder: ResultFolder
  ) -> (result: ExperimentResult?, code: ExitCode) {
    var experiment = Experiment(
      scenario: scenario.scenario, digest: scenario.digest, precision: precision)
    experiment.seed = settings.seed ?? experiment.seed
    experiment.replications = settings.replications ?? experiment.replications
    let clock = RunClock()
    let result = settings.execute(experiment, context)
    if let violation = result.violation {
      context.report(
        error: ViolationText.text(of: violation, in: scenario.scenario, path: scenario.path))
      return (nil, .internalError)
    }
    let interrupted = context.interruption.exitCode
    guard !result.finishedReplications.isEmpty else {
      context.report(
        error: interrupted == nil
          ? "no replication of '\(scenario.path)' gave a result"
          : "stopped before the first replication of '\(scenario.path)' was finished;"
            + " nothing is written")
      return (nil, interrupted ?? .internalError)
    }
    let record = clock.record(of: result, threads: settings.threads, context)
    do throws(ResultFolder.WriteError) {
      try folder.write(ResultDocuments(result).files(record: record))
    } catch {
      return (result, report(error))
    }
    if !settings.quiet { reportEnd(of: result, record, folder) }
    return (result, interrupted ?? checkPrecision(result))
  }

  private func reportEnd(
    of result: ExperimentResult, _ record: RunRecord, _ folder: ResultFolder
  ) {
    let seconds = record.durationSeconds
    let rate = { (amount: Double) in
      seconds > 0 ? DecimalText.fixed(amount / seconds, decimals: 0) : "–"
    }
    let count = DecimalText.fixed(Double(result.events), decimals: 0)
    let years = DecimalText.fixed(result.clientYears, decimals: 0)
    let threads = "\(record.threads) thread\(record.threads == 1 ? "" : "s")"
    context.report(
      note: "\(years) client-years and \(count) events in"
        + " \(DecimalText.fixed(seconds, decimals: 2)) s on \(threads):"
        + " \(rate(result.clientYears)) client-years and \(rate(Double(result.events))) events"
        + " per second")
    context.report(note: "results are in \(folder.path)")
  }

  private func checkPrecision(_ result: ExperimentResult) -> ExitCode {
    guard let precision else { return .success }
    let estimate = result.estimate(precision.metric)
    guard !precision.isMet(by: estimate) else { return .success }
    let reached =
      estimate.relativeHalfWidth.isFinite
      ? DecimalText.fixed(estimate.relativeHalfWidth * 100, decimals: 2) + " % of the mean"
      : "not defined"
    context.report(
      error: "the precision of \(precision.metric.id) was not reached: after"
        + " \(result.finishedReplications.count) replications the half-width is \(reached)")
    return .failure
  }

  private func print(_ results: [ExperimentResult]) {
    guard !results.isEmpty else { return }
    switch format {
    case .table:
      let tables = results.map {
        SummaryTable($0, width: context.outputWidth, style: context.style(of: context.output)).text
      }
      context.output.write(tables.joined(separator: "\n"))
    case .json: context.output.write(ResultDocuments.json(of: results))
    case .csv: context.output.write(ResultDocuments.summaryCSV(of: results))
    }
  }

  private func report(_ error: ResultFolder.WriteError) -> ExitCode {
    context.report(error: "cannot write '\(error.path)': \(error.reason)")
    return .cannotWrite
  }
}
