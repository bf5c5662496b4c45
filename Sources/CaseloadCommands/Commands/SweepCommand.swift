import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// `caseload sweep`: one scenario at many values of some keys.
struct SweepCommand {
  static let definition = CommandDefinition(
    name: "sweep", arguments: VaryOptions.arguments("VALUES"),
    summary: "Runs a scenario at many values of some keys.",
    details: [
      "--vary takes key=a,b,c or key=from:to:step and may be repeated; words after the scenario mean "
        + "the same. All combinations are run, or with --paired the first values together, the second "
        + "values together, and so on. All points are run with the same seed, so that they differ by "
        + "the varied keys and not by chance.",
      "With --latin-hypercube N, --vary takes key=low:high, and N points are spread over all ranges "
        + "together: cut any range in N equal parts, and each part holds one point. Whole numbers and "
        + "false:true work too. The seed decides where the points lie.",
      "The table shows the metrics of --metric; json and csv hold all of them.",
    ],
    options: [
      VaryOptions.vary(
        "VALUES", "A key and its values, for example staffing.fte=20:30:2."
      ).definition,
      VaryOptions.paired.definition, latinHypercube.definition, shownMetrics.definition,
      Options.ensemble.definition,
      Options.output.explained(
        "Also writes the results to DIR/<scenario name>-sweep/; nothing is written if not given."
      ).definition,
    ] + Options.ofStudies,
    run: { (arguments, context) throws(CommandFailure) in
      try SweepCommand(arguments, context).run()
    })

  private static let latinHypercube = OptionKey<Int?>.whole(
    "--latin-hypercube", "N", in: 1...mostPoints, "Spreads N points over ranges key=low:high.")
  private static let shownMetrics = OptionKey<[Metric]>.metrics(
    "--metric", "A metric to show in the table; may be repeated.")

  /// Where the points come from.
  private enum Plan {
    /// Points that the command line states.
    case stated([[String]])
    /// A number of points spread over ranges; the seed may come from the scenario.
    case latinHypercube(Int, [VariedRange])
  }

  /// Most points of a sweep.
  private static let mostPoints = 10_000
  /// Metrics of the table if none are given.
  private static let defaultMetrics: [Metric] = [
    .unseen6m, .knowledgeNotInView, .outflowWork, .workloadPressureHigh,
  ]

  private let context: CommandContext
  private let settings: RunSettings
  private let place: ScenarioPoints
  private let plan: Plan
  private let metrics: [Metric]
  private let writes: Bool
  private let ensemble: String?

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CommandFailure) {
    self.context = context
    settings = try RunSettings(arguments)
    guard try !arguments.varied.isEmpty else {
      throw .usage("'caseload sweep' needs --vary KEY=VALUES")
    }
    let keys: [String]
    var remarks: [String] = []
    if let count = try arguments[SweepCommand.latinHypercube] {
      if try arguments[VaryOptions.paired] {
        throw .usage("'--paired' has no meaning with '--latin-hypercube'")
      }
      let ranges = try arguments.ranges()
      keys = ranges.map(\.key)
      plan = .latinHypercube(count, ranges)
    } else {
      let axes = try arguments.axes { text throws(SweepAxis.ParseError) in try SweepAxis(text) }
      keys = axes.map(\.key)
      remarks = axes.compactMap(\.remark)
      plan = .stated(
        try arguments.points(of: axes, atMost: SweepCommand.mostPoints, called: "points"))
    }
    place = ScenarioPoints(
      path: arguments.positional[0], overrides: settings.overrides, keys: keys, remarks: remarks)
    let metrics = try arguments[SweepCommand.shownMetrics]
    self.metrics = metrics.isEmpty ? SweepCommand.defaultMetrics : metrics
    writes = arguments.has(Options.output)
    ensemble = try arguments[Options.ensemble]
  }

  private func run() throws(CommandFailure) -> ExitCode {
    let points = try points()
    let base = writes ? try place.base(quiet: true, context) : nil
    let folder = base.map {
      ResultFolder(
        parent: settings.outputFolder, scenarioName: $0.scenario.name + "-sweep",
        overrides: $0.overrides)
    }
    if let folder { try CommandFailure.writing(folder.checkWritable) }
    let clock = RunClock()
    let scenarios = try place.load(points, quiet: settings.quiet, context)
    if let ensemble { return try run(scenarios, points, over: ensemble) }
    let experiments = scenarios.map { settings.experiment(on: $0) }
    let grid = ExperimentGrid(experiments, keepsSeries: false, keepsValues: false)
    let (results, journal) = try settings.execute(
      "sweep", on: experiments, keepsSeries: false, label: "sweep", context,
      { grid.run(with: $0) })
    if let shard = settings.shard, results.allSatisfy({ $0.violation == nil }) {
      return settings.closePart(shard, journal, context)
    }
    return try settings.closing(journal, of: results, context) { () throws(CommandFailure) in
      let (documents, code) = try conclude(experiments, results, at: points)
      guard let documents else { return code }
      if let folder, let base { try write(documents, results, base, folder, clock) }
      context.print(documents, settings)
      return code
    }
  }

  /// Runs all points over the sets of an ensemble.
  private func run(
    _ scenarios: [LoadedScenario], _ points: [[String]], over ensemble: String
  ) throws(CommandFailure) -> ExitCode {
    let files = ScenarioFiles(path: place.path, root: ScenarioRoot.named(for: place.path))
    let members = zip(scenarios, points).map { scenario, point in
      let changes = zip(place.keys, point).map { "\($0)=\($1)" }
      return EnsembleStudy.Member(
        label: changes.joined(separator: ", "), scenario: scenario, files: files,
        overrides: settings.overrides + changes)
    }
    let study = try EnsembleStudy(
      .sweep, ensemble: ensemble, members, metrics: metrics.map { MetricCatalog[$0] }, settings,
      context)
    return try study.run(
      writingTo: writes
        ? ResultFolder(
          parent: settings.outputFolder,
          scenarioName: scenarios[0].scenario.name + "-sweep-ensemble",
          overrides: scenarios[0].overrides) : nil)
  }

  private func write(
    _ documents: SweepDocuments, _ results: [ExperimentResult], _ base: LoadedScenario,
    _ folder: ResultFolder, _ clock: RunClock
  ) throws(CommandFailure) {
    let seed = results[0].seed
    let replications = results[0].plannedReplications
    let question = ResultQuestion(
      "sweep", [base.digest, "\(seed)"] + place.keys + documents.plannedValues.flatMap { $0 },
      replications: results.map(\.finishedReplications.count).min() ?? 0,
      isPartial: documents.isPartial)
    let record = clock.record(
      base.title, question, events: results.map(\.events).reduce(0, +),
      clientYears: results.map(\.clientYears).reduce(0, +), threads: settings.threads, context)
    let written = try context.write(
      base.files(repeating: base.repeating(seed: seed, replications: replications)) { repeated in
        documents.files(record: record, scenario: repeated)
          + SpreadsheetFile.of(documents, settings.csvStyle)
      },
      to: folder, question)
    if !settings.quiet { context.report(written) }
  }

  /// The values of the keys at every point.
  private func points() throws(CommandFailure) -> [[String]] {
    switch plan {
    case .stated(let points): return points
    case .latinHypercube(let count, let ranges):
      let seed: UInt64
      if let given = settings.seed {
        seed = given
      } else {
        seed = try place.base(quiet: true, context).scenario.seed
      }
      return LatinHypercube.points(count, axes: ranges.count, seed: seed).map { point in
        zip(ranges, point).map { $0.text(atShare: $1) }
      }
    }
  }

  /// What a run found; no documents when no point is complete.
  private func conclude(
    _ experiments: [Experiment], _ results: [ExperimentResult], at points: [[String]]
  ) throws(CommandFailure) -> (SweepDocuments?, ExitCode) {
    for (index, result) in results.enumerated() {
      guard let violation = result.violation else { continue }
      throw .broken(
        violation, in: experiments[index].scenario, path: place.path(at: points[index]))
    }
    let complete = points.indices.filter { !results[$0].isPartial }
    let interrupted = context.interruption.exitCode
    if interrupted != nil {
      context.report(
        error: "stopped early: \(complete.count) of \(points.count) points are complete")
    }
    guard !complete.isEmpty else { return (nil, interrupted ?? .success) }
    let finished = complete.map {
      SweepDocuments.Point(number: $0, values: points[$0], result: results[$0])
    }
    let documents = SweepDocuments(
      keys: place.keys, points: finished, plannedValues: points, metrics: metrics)
    return (documents, interrupted ?? .success)
  }
}
