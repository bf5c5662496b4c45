import CaseloadModel
import Experiments
import Foundation
import Reports
import ScenarioFormat

/// `caseload run`: simulates scenarios, writes their results and prints them.
struct RunCommand {
  static let definition = CommandDefinition(
    name: "run", arguments: [ArgumentDefinition("SCENARIO", 1...Int.max, .file)],
    summary: "Simulates scenarios, writes their results and prints a summary table.",
    details: [
      "Results go to DIR/<scenario name>/: results.json (estimates, the same bytes for the same "
        + "scenario, seed and replications), scenario.json (the scenario that gives them when it is "
        + "run), run.json (circumstances of the run), series.csv (by observation), replications.csv (by "
        + "replication) and datapackage.json (the columns of both). Changes by --set become part of the folder's name. A result of the same "
        + "question is replaced as a whole; one of another question is kept under a number.",
      "With --precision, replications are added until the mean of the metric is known to REL of itself, "
        + "for example unseen.6m.share=0.02: half the 95 % interval is then at most REL / (1 + REL) of the "
        + "mean. Exit code 1 if that is not reached.",
      "With --ensemble, every scenario is run over the sets of caseload fit, and results give the total interval"
        + " and its parts, chance and parameters; they go to DIR/<scenario name>-ensemble/.",
      "With --detect-warm-up, up to 30 replications are run once more, observed from the first day, and"
        + " MSER-5 is applied to their means.",
    ],
    options: [
      precision.definition, mostReplications.definition, detectWarmUp.definition,
      Options.ensemble.definition, metrics.definition, Options.output.definition,
      Options.ids.definition,
    ] + RecordingSettings.definitions + Options.ofStudies,
    run: { (arguments, context) throws(CommandFailure) in
      try RunCommand(arguments, context).run()
    })

  private static let precision = OptionKey<(metric: Metric, relative: Double)?>(
    "--precision", "METRIC=REL", .metric,
    "Runs until the mean of the metric is known to REL of itself, with 95 %."
  ) { (texts, option) throws(CommandFailure) in
    guard let text = texts.first else { return nil }
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw .usage("option '\(option.name)' expects METRIC=REL, found '\(text)'")
    }
    let metric = try CommandFailure.metric(id: parts[0])
    guard let relative = Double(parts[1]), relative > 0, relative < 1 else {
      throw .usage(
        "option '\(option.name)' expects a number between 0 and 1 after '=', found '\(parts[1])'",
        hint: NumberHint.hint(for: parts[1], isShare: true))
    }
    return (metric, relative)
  }
  private static let mostReplications = OptionKey<Int?>.whole(
    "--max-replications", "N", in: 2...Options.mostReplications,
    "Most replications with --precision; 1,000 if not given.")
  private static let detectWarmUp = OptionKey<Bool>.flag(
    "--detect-warm-up",
    "Also finds how long each core metric takes to settle, and writes warm-up.json.")

  private static let metrics = OptionKey<[Metric]>.metrics(
    "--metric", "A metric to show over an ensemble, in place of the usual ones; may be repeated.")

  private let context: CommandContext
  private let paths: [String]
  private let settings: RunSettings
  private let precision: PrecisionTarget?
  private let detectsWarmUp: Bool
  private let ensemble: String?
  /// The metrics that are shown over an ensemble; the usual ones when empty.
  private let shown: [Metric]
  private let recording: RecordingSettings

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CommandFailure) {
    self.context = context
    paths = arguments.positional
    settings = try RunSettings(arguments)
    detectsWarmUp = try arguments[RunCommand.detectWarmUp]
    try RunCommand.checkShard(arguments, settings)
    ensemble = try arguments[Options.ensemble]
    if ensemble != nil, detectsWarmUp || arguments.has(RunCommand.precision) {
      throw .usage("'--precision' and '--detect-warm-up' have no meaning with '--ensemble'")
    }
    shown = try arguments[RunCommand.metrics]
    guard shown.isEmpty || ensemble != nil else {
      throw .usage(
        "option '--metric' has no meaning without '--ensemble'",
        hint: "'--format csv' gives all metrics, and outputs.metrics in the scenario chooses some")
    }
    recording = try RecordingSettings(arguments)
    guard ensemble == nil || recording.isEmpty else {
      throw .usage(
        "'--log' and '--tables' have no meaning with '--ensemble', which keeps no single replication",
        hint: "give them to a run of its own")
    }
    let most = try arguments[RunCommand.mostReplications]
    guard let (metric, relative) = try arguments[RunCommand.precision] else {
      guard most == nil else {
        throw .usage("option '--max-replications' has no meaning without '--precision'")
      }
      precision = nil
      return
    }
    if let first = settings.replications, let most, first > most {
      throw .usage("--replications \(first) is more than --max-replications \(most)")
    }
    precision = PrecisionTarget(
      metric: metric, relative: relative, maximumReplications: most ?? 1_000)
  }

  private func run() throws(CommandFailure) -> ExitCode {
    let scenarios = try LoadedScenario.load(
      paths, overrides: settings.overrides, quiet: settings.quiet, context)
    if let ensemble { return try run(scenarios, over: ensemble) }
    if !settings.quiet {
      for scenario in scenarios {
        guard let note = EnsembleFile.note(for: scenario) else { continue }
        context.report(note: note)
      }
    }
    let folders = scenarios.map {
      ResultFolder(
        parent: settings.outputFolder, scenarioName: $0.scenario.name, overrides: $0.overrides)
    }
    for (index, folder) in folders.enumerated() {
      if let earlier = folders[..<index].firstIndex(where: {
        $0.name.lowercased() == folder.name.lowercased()
      }) {
        let isSame = scenarios[earlier].path == scenarios[index].path
        throw .usage(
          "'\(scenarios[earlier].path)' and '\(scenarios[index].path)' would both write their results"
            + " to '\(folder.path)'",
          hint: isSame ? "give the file once" : "give the scenarios different names")
      }
    }
    for folder in folders { try CommandFailure.writing(folder.checkWritable) }
    var journals: [ReplicationJournal] = []
    for scenario in scenarios {
      journals.append(
        try settings.journal(of: "run", on: [settings.experiment(on: scenario)], context))
    }
    if let shard = settings.shard {
      return try run(shard, of: scenarios[0], journals[0])
    }
    return run(scenarios, folders, journals)
  }

  /// Runs one part of the work on a scenario.
  private func run(
    _ shard: Shard, of scenario: LoadedScenario, _ journal: ReplicationJournal
  ) throws(CommandFailure) -> ExitCode {
    let experiment = settings.experiment(on: scenario)
    let result = try settings.execute(
      [experiment], journal, label: experiment.scenario.name, context,
      { experiment.run(with: $0) })
    if result.violation != nil { settings.close([journal], isComplete: false, context) }
    try CommandFailure.checkLaws([result], of: [scenario])
    return settings.closePart(shard, journal, context)
  }

  /// Refuses what cannot be divided.
  private static func checkShard(
    _ arguments: ParsedArguments, _ settings: RunSettings
  ) throws(CommandFailure) {
    guard settings.shard != nil else { return }
    if arguments.has(precision) {
      throw .usage(
        "options '--shard' and '--precision' exclude each other: how many replications are needed"
          + " depends on all of them", hint: "choose a number with --replications")
    }
    if try arguments[detectWarmUp] {
      throw .usage(
        "options '--shard' and '--detect-warm-up' exclude each other: the warm-up is found from all"
          + " replications together", hint: "give --detect-warm-up to a run of its own")
    }
    if arguments.has(RecordingSettings.log) || arguments.has(RecordingSettings.tables) {
      throw .usage(
        "option '--shard' writes no result, so it excludes '--log' and '--tables'",
        hint: "give them to a run of its own")
    }
    if arguments.positional.count > 1 {
      throw .usage(
        "option '--shard' takes one scenario, found \(arguments.positional.count)",
        hint: "run each scenario with --shard by itself")
    }
  }

  /// Runs the scenarios one after another over the sets of an ensemble.
  private func run(
    _ scenarios: [LoadedScenario], over ensemble: String
  ) throws(CommandFailure) -> ExitCode {
    for (path, scenario) in zip(paths, scenarios) {
      let study = try EnsembleStudy(
        .run, ensemble: ensemble,
        [
          EnsembleStudy.Member(
            label: scenario.title, scenario: scenario,
            files: ScenarioFiles(path: path, root: ScenarioRoot.named(for: path)),
            overrides: settings.overrides)
        ], metrics: shown.isEmpty ? nil : shown.map { MetricCatalog[$0] }, settings, context)
      let code = try study.run(
        writingTo: ResultFolder(
          parent: settings.outputFolder, scenarioName: scenario.scenario.name + "-ensemble",
          overrides: scenario.overrides))
      guard code == .success else { return code }
    }
    return .success
  }

  /// Runs the scenarios one after another; journals stay until the last one is complete.
  private func run(
    _ scenarios: [LoadedScenario], _ folders: [ResultFolder], _ journals: [ReplicationJournal]
  ) -> ExitCode {
    var outcomes: [Outcome] = []
    var code = ExitCode.success
    for (index, scenario) in scenarios.enumerated() {
      do throws(CommandFailure) {
        let outcome = try run(scenario, folders[index], journals[index])
        outcomes.append(outcome)
        if outcome.code != .success { code = outcome.code }
        if let failure = outcome.failure { throw failure }
      } catch {
        context.report(error)
        code = error.exitCode
      }
      if code != .success && code != .failure { break }
    }
    if !outcomes.isEmpty {
      context.print(
        RunDocuments(
          outcomes.map(\.result), titles: zip(scenarios, outcomes).map { $0.0.title },
          warmUps: outcomes.compactMap(\.warmUp)),
        settings)
    }
    let isOver = outcomes.count == scenarios.count && outcomes.allSatisfy { !$0.result.isPartial }
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
    let result: ExperimentResult
    let warmUp: WarmUpDocuments?
    let code: ExitCode
    /// Why the result could not be written; `nil` when it was.
    var failure: CommandFailure?
  }

  private func run(
    _ scenario: LoadedScenario, _ folder: ResultFolder, _ journal: ReplicationJournal
  ) throws(CommandFailure) -> Outcome {
    let experiment = settings.experiment(on: scenario, precision: precision)
    let clock = RunClock()
    let outputs = scenario.scenario.outputs
    if let log = recording.log {
      try CommandFailure.checkOutput(log.path, of: "--log", isNot: scenario.path)
    }
    let recorded = try RecordedRun.begin(
      recording.adding(outputs), experiment, folder: folder)
    defer { recorded?.discard() }
    var context = context
    if let recorded { context.simulator = recorded.simulator(context.simulator) }
    var result = try settings.execute(
      [experiment], journal, label: experiment.scenario.name, context,
      { experiment.run(with: $0) })
    try CommandFailure.checkLaws([result], of: [scenario])
    guard !result.finishedReplications.isEmpty else {
      let interrupted = context.interruption.exitCode
      throw CommandFailure(
        interrupted ?? .internalError,
        [
          interrupted == nil
            ? "no replication of '\(scenario.path)' gave a result"
            : "stopped before the first replication of '\(scenario.path)' was finished;"
              + " nothing is written"
        ])
    }
    let repeated = scenario.repeating(result)
    result.scenarioDigest = scenario.digest(of: repeated)
    let question = ResultQuestion(of: result, on: scenario)
    let tables = try recorded?.close(context, path: scenario.path) ?? []
    let record = clock.record(
      scenario.title, question, events: result.events, clientYears: result.clientYears,
      threads: settings.threads, context)
    let warmUp = try detectWarmUp(of: experiment, at: scenario.path)
    let written: ResultFolder.Written
    do throws(CommandFailure) {
      let files = scenario.files(repeating: repeated) { repeated in
        ResultDocuments(result, outputs: outputs).files(
          record: record, scenario: repeated, tables: tables)
          + (SectorDocuments(result)?.files() ?? [])
      }
      written = try context.write(
        files + SpreadsheetFile.of(result, settings.csvStyle)
          + (warmUp.map { [ResultFile(name: "warm-up.json", text: $0.json)] } ?? []),
        to: folder, question)
    } catch {
      return Outcome(result: result, warmUp: nil, code: error.exitCode, failure: error)
    }
    if !settings.quiet {
      reportEnd(of: result, record, written)
      recorded?.report(to: context)
      tellTargets(of: scenario, result)
    }
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
  ) throws(CommandFailure) -> WarmUpDocuments? {
    guard detectsWarmUp else { return nil }
    guard experiment.sector == nil else {
      throw .usage(
        "option '--detect-warm-up' takes a scenario of one organisation, and '\(path)' is a sector",
        hint: "give it the scenario of a member")
    }
    return try settings.detectWarmUp(of: experiment, at: path, context).map {
      WarmUpDocuments($0, of: experiment)
    }
  }

  private func reportEnd(
    of result: ExperimentResult, _ record: RunRecord, _ written: ResultFolder.Written
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
    context.report(written)
  }

  /// Says which of the figures that the scenario states its result reaches.
  private func tellTargets(of scenario: LoadedScenario, _ result: ExperimentResult) {
    guard scenario.sector == nil else { return }
    for line in TargetNote.lines(for: scenario.scenario, result, path: scenario.path) {
      context.report(note: line)
    }
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
}
