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
      "With --precision, replications are added until the mean of the metric is known to REL of itself, "
        + "for example unseen.6m.share=0.02: half the 95 % interval is then at most REL / (1 + REL) of the "
        + "mean. Exit code 1 if that is not reached.",
      "With --detect-warm-up, up to 30 replications are run once more, observed from the first day, and"
        + " MSER-5 is applied to their means.",
    ],
    options: [
      OptionDefinition(
        "--precision", "METRIC=REL",
        summary: "Runs until the mean of the metric is known to REL of itself, with 95 %."),
      OptionDefinition(
        "--max-replications", "N",
        summary: "Most replications with --precision; 1,000 if not given."),
      OptionDefinition(
        "--detect-warm-up",
        summary: "Also finds how long each core metric takes to settle, and writes warm-up.json."),
      .output,
    ] + RunSettings.options,
    run: { (arguments, context) throws(UsageError) in
      try RunCommand(arguments, context).run()
    })

  private let context: CommandContext
  private let paths: [String]
  private let settings: RunSettings
  private let precision: PrecisionTarget?
  private let detectsWarmUp: Bool

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(UsageError) {
    self.context = context
    paths = arguments.positional
    settings = try RunSettings(arguments)
    precision = try RunCommand.precision(arguments)
    detectsWarmUp = arguments.has("--detect-warm-up")
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
    let metric = try RunSettings.metric(id: parts[0])
    guard let relative = Double(parts[1]), relative > 0, relative < 1 else {
      throw UsageError(
        "option '--precision' expects a number between 0 and 1 after '=', found '\(parts[1])'",
        hint: NumberHint.hint(for: parts[1], isShare: true))
    }
    let first = try arguments.whole("--replications", in: 1...RunSettings.mostReplications)
    if let first, let most, first > most {
      throw UsageError("--replications \(first) is more than --max-replications \(most)")
    }
    return PrecisionTarget(
      metric: metric, relative: relative, maximumReplications: most ?? 1_000)
  }

  private func run() throws(UsageError) -> ExitCode {
    let scenarios: [LoadedScenario]
    switch LoadedScenario.load(paths, overrides: settings.overrides, quiet: settings.quiet, context)
    {
    case .failure(let failure): return failure.exitCode
    case .success(let loaded): scenarios = loaded
    }
    let folders = scenarios.map {
      ResultFolder(parent: settings.outputFolder, scenarioName: $0.scenario.name)
    }
    for (index, folder) in folders.enumerated() {
      if let earlier = folders[..<index].firstIndex(where: {
        $0.name.lowercased() == folder.name.lowercased()
      }) {
        let isSame = scenarios[earlier].path == scenarios[index].path
        throw UsageError(
          "'\(scenarios[earlier].path)' and '\(scenarios[index].path)' would both write their results"
            + " to '\(folder.path)'",
          hint: isSame ? "give the file once" : "give the scenarios different names")
      }
    }
    for folder in folders {
      do throws(ResultFolder.WriteError) {
        try folder.checkWritable()
      } catch {
        return context.report(error)
      }
    }
    var journals: [ReplicationJournal] = []
    for scenario in scenarios {
      let experiment = settings.experiment(on: scenario)
      switch settings.journal(of: "run", on: [experiment], context) {
      case .failure(let failure): return failure.exitCode
      case .success(let journal): journals.append(journal)
      }
    }
    return run(scenarios, folders, journals)
  }

  /// Runs the scenarios one after another; journals stay until the last one is complete.
  private func run(
    _ scenarios: [LoadedScenario], _ folders: [ResultFolder], _ journals: [ReplicationJournal]
  ) -> ExitCode {
    var results: [ExperimentResult] = []
    var warmUps: [WarmUpDocuments] = []
    var code = ExitCode.success
    for (index, scenario) in scenarios.enumerated() {
      let outcome = run(scenario, folders[index], journals[index])
      if let result = outcome.result { results.append(result) }
      if let warmUp = outcome.warmUp { warmUps.append(warmUp) }
      if outcome.code != .success { code = outcome.code }
      if outcome.code != .success && outcome.code != .failure { break }
    }
    print(results, warmUps)
    let isOver = results.count == scenarios.count && !results.contains(where: \.isPartial)
    switch code {
    case .missingInput: break
    case .internalError: settings.close(journals, isComplete: true, context)
    // Results that are not written, and a warm-up that is not found, are work still to be done.
    default:
      settings.close(
        journals, isComplete: isOver && (code == .success || code == .failure), context)
    }
    return code
  }

  /// What came of one scenario.
  private struct Outcome {
    var result: ExperimentResult?
    var warmUp: WarmUpDocuments?
    var code: ExitCode
  }

  private func run(
    _ scenario: LoadedScenario, _ folder: ResultFolder, _ journal: ReplicationJournal
  ) -> Outcome {
    let experiment = settings.experiment(on: scenario, precision: precision)
    let clock = RunClock()
    let result: ExperimentResult
    switch settings.execute(experiment, journal, context) {
    case .failure(let failure): return Outcome(code: failure.exitCode)
    case .success(let found): result = found
    }
    guard !context.reportViolation(in: [result], of: [scenario]) else {
      return Outcome(code: .internalError)
    }
    let interrupted = context.interruption.exitCode
    guard !result.finishedReplications.isEmpty else {
      context.report(
        error: interrupted == nil
          ? "no replication of '\(scenario.path)' gave a result"
          : "stopped before the first replication of '\(scenario.path)' was finished;"
            + " nothing is written")
      return Outcome(code: interrupted ?? .internalError)
    }
    let record = clock.record(of: result, threads: settings.threads, context)
    let warmUp: WarmUpDocuments?
    switch detectWarmUp(of: experiment, at: scenario.path) {
    case .failure(let failure): return Outcome(code: failure.exitCode)
    case .success(let found): warmUp = found
    }
    do throws(ResultFolder.WriteError) {
      let files = ResultDocuments(result).files(record: record)
      try folder.write(
        files + (warmUp.map { [ResultFile(name: "warm-up.json", text: $0.json)] } ?? []))
    } catch {
      return Outcome(result: result, code: context.report(error))
    }
    if !settings.quiet { reportEnd(of: result, record, folder) }
    if let warmUp, !settings.quiet {
      for warning in warmUp.warnings { context.report(note: "warning: " + warning) }
    }
    return Outcome(
      result: result, warmUp: warmUp,
      code: context.interruption.exitCode ?? checkPrecision(result))
  }

  /// Finds the warm-up if that was asked for and the run was not interrupted.
  private func detectWarmUp(
    of experiment: Experiment, at path: String
  ) -> Result<WarmUpDocuments?, ReportedFailure> {
    guard detectsWarmUp else { return .success(nil) }
    do throws(InvariantViolation) {
      let detection = try settings.detectWarmUp(of: experiment, context)
      return .success(detection.map { WarmUpDocuments($0, of: experiment) })
    } catch {
      context.report(
        error: ViolationText.text(of: error, in: experiment.scenario, path: path))
      return .failure(ReportedFailure(exitCode: .internalError))
    }
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
        + " \(result.finishedReplications.count) replications the half-width is \(reached),"
        + " expected at most \(DecimalText.fixed(precision.relativeHalfWidth * 100, decimals: 2)) %"
    )
    return .failure
  }

  private func print(_ results: [ExperimentResult], _ warmUps: [WarmUpDocuments]) {
    guard !results.isEmpty else { return }
    switch settings.format {
    case .table:
      let tables = results.map {
        SummaryTable($0, width: context.outputWidth, style: context.style(of: context.output)).text
      }
      let style = context.style(of: context.output)
      context.output.write(
        (tables + warmUps.map { $0.table(style: style) }).joined(separator: "\n"))
    case .json: context.output.write(ResultDocuments.json(of: results))
    case .csv: context.output.write(ResultDocuments.summaryCSV(of: results))
    }
  }
}
