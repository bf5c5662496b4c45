import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// `caseload sensitivity`: which keys of a scenario matter most.
struct SensitivityCommand {
  static let definition = CommandDefinition(
    name: "sensitivity", arguments: VaryOptions.arguments("LOW:HIGH"),
    summary: "Tells which keys of a scenario a metric depends on most.",
    details: [
      "--vary takes key=low:high and may be repeated; words after the scenario mean the same. Whole "
        + "numbers and false:true work too.",
      "Morris screening walks along trajectories that change one key at a time: mu is the mean effect, "
        + "mu* the mean size of the effects and sigma their spread. It takes trajectories x (keys + 1) "
        + "points. Sobol indices are shares of the variance over all ranges together, first order (a "
        + "key on its own) and total (with its interactions). They take samples x (keys + 2) points.",
      "The points that are compared with each other see the same clients (common random numbers). Two "
        + "or more replications per point tell chance apart from effects.",
      "Results go to DIR/<scenario name>-<method>/: results.json, indices.csv, points.csv, run.json.",
    ],
    options: [
      VaryOptions.vary(
        "LOW:HIGH", "A key and its range, for example staffing.fte=20:30; may be repeated."
      ).definition,
      metrics.definition, method.definition, trajectories.definition, samples.definition,
      Options.replications.explained("Replications per point; 2 if not given.").definition,
      Options.seed.definition, Options.output.definition, Options.format.definition,
      Options.csvStyle.definition, Options.language.definition,
      Options.set.definition, Options.threads.definition, Options.resume.definition,
      Options.journal.definition, Options.shard.definition, Options.quiet.definition,
    ],
    run: { (arguments, context) throws(CommandFailure) in
      try SensitivityCommand(arguments, context).run()
    })

  private static let metrics = OptionKey<[Metric]>.metrics(
    "--metric", "A metric to look at; may be repeated. At least one is needed.")
  private static let method = OptionKey<SensitivityStudy.Method>.choice(
    "--method", "METHOD", default: .morris, "morris or sobol; morris if not given.")
  private static let trajectories = OptionKey<Int?>.whole(
    "--trajectories", "R", in: 2...mostPoints, "Trajectories of Morris screening; 20 if not given.")
  private static let samples = OptionKey<Int?>.whole(
    "--samples", "N", in: 2...mostPoints, "Rows of points for Sobol indices; 256 if not given.")

  /// Most points of a design.
  private static let mostPoints = 50_000

  private let context: CommandContext
  private let settings: RunSettings
  private let place: ScenarioPoints
  private let ranges: [VariedRange]
  private let metrics: [Metric]
  private let method: SensitivityStudy.Method
  private let blockCount: Int

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CommandFailure) {
    self.context = context
    settings = try RunSettings(arguments)
    method = try arguments[SensitivityCommand.method]
    ranges = try arguments.ranges()
    guard !ranges.isEmpty else {
      throw .usage("'caseload sensitivity' needs --vary KEY=LOW:HIGH")
    }
    place = ScenarioPoints(
      path: arguments.positional[0], overrides: settings.overrides,
      keys: ranges.map(\.key))
    metrics = try arguments[SensitivityCommand.metrics]
    guard !metrics.isEmpty else { throw .usage("'caseload sensitivity' needs --metric METRIC") }
    blockCount = try SensitivityCommand.blockCount(arguments, method, keys: ranges.count)
  }

  private static func blockCount(
    _ arguments: ParsedArguments, _ method: SensitivityStudy.Method, keys: Int
  ) throws(CommandFailure) -> Int {
    let trajectories = try arguments[SensitivityCommand.trajectories]
    let samples = try arguments[SensitivityCommand.samples]
    let foreign =
      method == .morris
      ? samples.map { _ in "--samples" } : trajectories.map { _ in "--trajectories" }
    if let foreign {
      throw .usage("option '\(foreign)' has no meaning with '--method \(method.rawValue)'")
    }
    let count = method == .morris ? trajectories ?? 20 : samples ?? 256
    let perBlock = keys + (method == .morris ? 1 : 2)
    guard count <= mostPoints / perBlock else {
      throw .usage(
        "the design has \(count) x \(perBlock) points; at most \(mostPoints) are allowed")
    }
    return count
  }

  private func run() throws(CommandFailure) -> ExitCode {
    let base = try place.base(quiet: true, context)
    let folder = ResultFolder(
      parent: settings.outputFolder, scenarioName: base.scenario.name + "-" + method.rawValue,
      overrides: base.overrides)
    try CommandFailure.writing(folder.checkWritable)
    let study = SensitivityStudy(
      ranges: ranges, metrics: metrics, method: method, blockCount: blockCount,
      seed: settings.seed ?? base.scenario.seed, replications: settings.replications ?? 2)
    let scenarios = try place.load(
      study.points.flatMap { $0 }, quiet: settings.quiet, context)
    return try run(study, scenarios, base, folder)
  }

  /// Runs the points; the journal stays until results are written.
  private func run(
    _ study: SensitivityStudy, _ scenarios: [LoadedScenario], _ base: LoadedScenario,
    _ folder: ResultFolder
  ) throws(CommandFailure) -> ExitCode {
    let perBlock = study.values[0].count
    let parts = stride(from: 0, to: scenarios.count, by: perBlock).map {
      scenarios[$0..<($0 + perBlock)]
    }
    let blocks = parts.map { $0.map(\.scenario) }
    let design = BlockRun(
      blocks: blocks, sectors: parts.map { $0.map(\.sector) }, metrics: metrics, seed: study.seed,
      replications: study.replications)
    let experiments = scenarios.map { settings.experiment(on: $0, base: base) }
    let clock = RunClock()
    let (outcome, journal) = try settings.execute(
      "sensitivity", on: experiments, keepsSeries: false, label: "sensitivity", context,
      { design.run(with: $0) })
    if let shard = settings.shard, outcome.failure == nil {
      return settings.closePart(shard, journal, context)
    }
    let isOver = outcome.failure != nil || outcome.finishedBlocks.count == blocks.count
    return try settings.closing(journal, whenOver: isOver, context) { () throws(CommandFailure) in
      try conclude(study, design, outcome, base, folder, clock)
    }
  }

  /// Writes and prints what a run found.
  private func conclude(
    _ study: SensitivityStudy, _ design: BlockRun, _ outcome: BlockOutcome, _ base: LoadedScenario,
    _ folder: ResultFolder, _ clock: RunClock
  ) throws(CommandFailure) -> ExitCode {
    if let failure = outcome.failure {
      throw .broken(
        failure.violation, in: design.blocks[failure.block][failure.point],
        path: place.path(at: study.points[failure.block][failure.point]))
    }
    let interrupted = context.interruption.exitCode
    guard outcome.finishedBlocks.count >= 2 else {
      throw CommandFailure(
        interrupted ?? .internalError,
        ["stopped before there was anything to compare; nothing is written"])
    }
    let documents = SensitivityDocuments(
      study, outcome: outcome, scenarioName: base.scenario.name, scenarioDigest: base.digest,
      title: base.title)
    let question = question(of: study, outcome, base)
    let record = clock.record(
      base.title, question, events: outcome.events, clientYears: outcome.clientYears,
      threads: settings.threads, context)
    let written = try context.write(
      base.files(
        repeating: base.repeating(seed: study.seed, replications: study.replications)
      ) { repeated in
        documents.files(record: record, scenario: repeated)
          + SpreadsheetFile.of(documents, settings.csvStyle)
      },
      to: folder, question)
    if !settings.quiet {
      let pointCount = design.blocks.count * outcome.pointCount
      context.report(
        note:
          "\(pointCount) points and \(pointCount * study.replications) replications in"
          + " \(DecimalText.fixed(record.durationSeconds, decimals: 2)) s")
      context.report(written)
    }
    context.print(documents, settings)
    return interrupted ?? .success
  }

  private func question(
    of study: SensitivityStudy, _ outcome: BlockOutcome, _ base: LoadedScenario
  ) -> ResultQuestion {
    ResultQuestion(
      "sensitivity",
      [base.digest, "\(study.seed)", study.method.rawValue, "\(study.replications)"]
        + study.ranges.map { "\($0.key)=\($0.low):\($0.high)" } + study.metrics.map(\.id)
        + ["\(blockCount)"],
      replications: outcome.finishedBlocks.count * outcome.pointCount * study.replications,
      isPartial: outcome.finishedBlocks.count < study.values.count)
  }
}
