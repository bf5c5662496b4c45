import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// `caseload sensitivity`: which keys of a scenario matter most.
struct SensitivityCommand {
  static let definition = CommandDefinition(
    name: "sensitivity", argumentsUsage: "SCENARIO [KEY=LOW:HIGH...]",
    argumentCount: 1...Int.max,
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
      OptionDefinition(
        "--vary", "KEY=LOW:HIGH", repeats: true,
        summary: "A key and its range, for example staffing.fte=20:30; may be repeated."),
      OptionDefinition(
        "--metric", "METRIC", repeats: true,
        summary: "A metric to look at; may be repeated. At least one is needed."),
      OptionDefinition("--method", "METHOD", summary: "morris or sobol; morris if not given."),
      OptionDefinition(
        "--trajectories", "R", summary: "Trajectories of Morris screening; 20 if not given."),
      OptionDefinition(
        "--samples", "N", summary: "Rows of points for Sobol indices; 256 if not given."),
      OptionDefinition(
        "--replications", "N", summary: "Replications per point; 2 if not given."),
      .seed, .output, .format, .set, .threads, .resume, .journal, .quiet,
    ],
    run: { (arguments, context) throws(UsageError) in
      try SensitivityCommand(arguments, context).run()
    })

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
  ) throws(UsageError) {
    self.context = context
    settings = try RunSettings(arguments)
    method = try arguments.choice("--method", default: .morris)
    ranges = try arguments.ranges()
    guard !ranges.isEmpty else {
      throw UsageError("'caseload sensitivity' needs --vary KEY=LOW:HIGH")
    }
    place = ScenarioPoints(
      path: arguments.positional[0], overrides: settings.overrides,
      keys: ranges.map(\.key))
    metrics = try arguments.metrics("--metric")
    guard !metrics.isEmpty else { throw UsageError("'caseload sensitivity' needs --metric METRIC") }
    blockCount = try SensitivityCommand.blockCount(arguments, method, keys: ranges.count)
  }

  private static func blockCount(
    _ arguments: ParsedArguments, _ method: SensitivityStudy.Method, keys: Int
  ) throws(UsageError) -> Int {
    let trajectories = try arguments.whole("--trajectories", in: 2...mostPoints)
    let samples = try arguments.whole("--samples", in: 2...mostPoints)
    let foreign =
      method == .morris
      ? samples.map { _ in "--samples" } : trajectories.map { _ in "--trajectories" }
    if let foreign {
      throw UsageError("option '\(foreign)' has no meaning with '--method \(method.rawValue)'")
    }
    let count = method == .morris ? trajectories ?? 20 : samples ?? 256
    let perBlock = keys + (method == .morris ? 1 : 2)
    guard count <= mostPoints / perBlock else {
      throw UsageError(
        "the design has \(count) x \(perBlock) points; at most \(mostPoints) are allowed")
    }
    return count
  }

  private func run() -> ExitCode {
    let base: LoadedScenario
    switch place.base(quiet: true, context) {
    case .failure(let failure): return failure.exitCode
    case .success(let loaded): base = loaded
    }
    let folder = ResultFolder(
      parent: settings.outputFolder, scenarioName: base.scenario.name + "-" + method.rawValue)
    do throws(ResultFolder.WriteError) {
      try folder.checkWritable()
    } catch {
      return context.report(error)
    }
    let study = SensitivityStudy(
      ranges: ranges, metrics: metrics, method: method, blockCount: blockCount,
      seed: settings.seed ?? base.scenario.seed, replications: settings.replications ?? 2)
    switch place.load(study.points.flatMap { $0 }, quiet: settings.quiet, context) {
    case .failure(let failure): return failure.exitCode
    case .success(let scenarios): return run(study, scenarios, base, folder)
    }
  }

  /// Runs the points; the journal stays until results are written.
  private func run(
    _ study: SensitivityStudy, _ scenarios: [LoadedScenario], _ base: LoadedScenario,
    _ folder: ResultFolder
  ) -> ExitCode {
    let perBlock = study.values[0].count
    let blocks = stride(from: 0, to: scenarios.count, by: perBlock).map {
      scenarios[$0..<($0 + perBlock)].map(\.scenario)
    }
    let design = BlockRun(
      blocks: blocks, metrics: metrics, seed: study.seed, replications: study.replications)
    let experiments = scenarios.map { settings.experiment(on: $0, base: base) }
    let clock = RunClock()
    let outcome: BlockOutcome
    let journal: ReplicationJournal
    switch settings.execute(
      "sensitivity", on: experiments, keepsSeries: false, label: "sensitivity", context,
      { design.run(with: $0) })
    {
    case .failure(let failure): return failure.exitCode
    case .success(let done): (outcome, journal) = done
    }
    let code = conclude(study, design, outcome, base, folder, clock)
    let isOver = outcome.failure != nil || outcome.finishedBlocks.count == blocks.count
    settings.close([journal], isComplete: isOver && code != .cannotWrite, context)
    return code
  }

  /// Writes and prints what a run found.
  private func conclude(
    _ study: SensitivityStudy, _ design: BlockRun, _ outcome: BlockOutcome, _ base: LoadedScenario,
    _ folder: ResultFolder, _ clock: RunClock
  ) -> ExitCode {
    if let failure = outcome.failure {
      context.report(
        error: ViolationText.text(
          of: failure.violation, in: design.blocks[failure.block][failure.point],
          path: place.path(at: study.points[failure.block][failure.point])))
      return .internalError
    }
    let interrupted = context.interruption.exitCode
    guard outcome.finishedBlocks.count >= 2 else {
      context.report(error: "stopped before there was anything to compare; nothing is written")
      return interrupted ?? .internalError
    }
    let documents = SensitivityDocuments(
      study, outcome: outcome, scenarioName: base.scenario.name, scenarioDigest: base.digest)
    let record = clock.record(
      events: outcome.events, clientYears: outcome.clientYears, threads: settings.threads, context)
    do throws(ResultFolder.WriteError) {
      try folder.write(documents.files(record: record))
    } catch {
      return context.report(error)
    }
    if !settings.quiet {
      let pointCount = design.blocks.count * outcome.pointCount
      context.report(
        note:
          "\(pointCount) points and \(pointCount * study.replications) replications in"
          + " \(DecimalText.fixed(record.durationSeconds, decimals: 2)) s")
      context.report(note: "results are in \(folder.path)")
    }
    print(documents)
    return interrupted ?? .success
  }

  private func print(_ documents: SensitivityDocuments) {
    switch settings.format {
    case .table:
      context.output.write(
        SensitivityTable(documents, style: context.style(of: context.output)).text)
    case .json: context.output.write(documents.json)
    case .csv: context.output.write(documents.csv)
    }
  }
}
