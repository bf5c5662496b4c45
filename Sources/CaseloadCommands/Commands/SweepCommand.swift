import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// `caseload sweep`: one scenario at many values of some keys.
struct SweepCommand {
  static let definition = CommandDefinition(
    name: "sweep", argumentsUsage: "SCENARIO [KEY=VALUES...]", argumentCount: 1...Int.max,
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
      OptionDefinition(
        "--vary", "KEY=VALUES", repeats: true,
        summary: "A key and its values, for example staffing.fte=20:30:2."),
      OptionDefinition(
        "--paired", summary: "Takes the values of all keys side by side, not in all combinations."),
      OptionDefinition(
        "--latin-hypercube", "N", summary: "Spreads N points over ranges key=low:high."),
      OptionDefinition(
        "--metric", "METRIC", repeats: true,
        summary: "A metric to show in the table; may be repeated."),
    ] + RunSettings.options,
    run: { (arguments, context) throws(UsageError) in
      try SweepCommand(arguments, context).run()
    })

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

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(UsageError) {
    self.context = context
    settings = try RunSettings(arguments)
    guard !arguments.varied.isEmpty else {
      throw UsageError("'caseload sweep' needs --vary KEY=VALUES")
    }
    let keys: [String]
    if let count = try arguments.whole("--latin-hypercube", in: 1...SweepCommand.mostPoints) {
      if arguments.has("--paired") {
        throw UsageError("'--paired' has no meaning with '--latin-hypercube'")
      }
      let ranges = try arguments.ranges()
      keys = ranges.map(\.key)
      plan = .latinHypercube(count, ranges)
    } else {
      let axes = try arguments.axes { text throws(SweepAxis.ParseError) in try SweepAxis(text) }
      keys = axes.map(\.key)
      plan = .stated(
        try arguments.points(of: axes, atMost: SweepCommand.mostPoints, called: "points"))
    }
    place = ScenarioPoints(
      path: arguments.positional[0], overrides: settings.overrides, keys: keys)
    let metrics = try arguments.metrics("--metric")
    self.metrics = metrics.isEmpty ? SweepCommand.defaultMetrics : metrics
  }

  private func run() throws(UsageError) -> ExitCode {
    let points: [[String]]
    switch plan {
    case .stated(let stated): points = stated
    case .latinHypercube(let count, let ranges):
      let seed: UInt64
      switch settings.seed.map({ .success($0) }) ?? scenarioSeed() {
      case .failure(let failure): return failure.exitCode
      case .success(let found): seed = found
      }
      points = LatinHypercube.points(count, axes: ranges.count, seed: seed).map { point in
        zip(ranges, point).map { $0.text(atShare: $1) }
      }
    }
    switch place.load(points, quiet: settings.quiet, context) {
    case .failure(let failure): return failure.exitCode
    case .success(let scenarios): return run(scenarios, at: points)
    }
  }

  private func scenarioSeed() -> Result<UInt64, ReportedFailure> {
    place.base(quiet: true, context).map(\.scenario.seed)
  }

  private func run(_ scenarios: [LoadedScenario], at points: [[String]]) -> ExitCode {
    let experiments = scenarios.map { settings.experiment(on: $0) }
    let grid = ExperimentGrid(experiments, keepsSeries: false, keepsValues: false)
    switch settings.execute(
      "sweep", on: experiments, keepsSeries: false, label: "sweep", context,
      { grid.run(with: $0) })
    {
    case .failure(let failure): return failure.exitCode
    case .success(let (results, journal)):
      let code = conclude(experiments, results, at: points)
      settings.close(journal, of: results, context)
      return code
    }
  }

  /// Prints what a run found.
  private func conclude(
    _ experiments: [Experiment], _ results: [ExperimentResult], at points: [[String]]
  ) -> ExitCode {
    for (index, result) in results.enumerated() {
      guard let violation = result.violation else { continue }
      context.report(
        error: ViolationText.text(
          of: violation, in: experiments[index].scenario, path: place.path(at: points[index])))
      return .internalError
    }
    let complete = points.indices.filter { !results[$0].isPartial }
    let interrupted = context.interruption.exitCode
    if interrupted != nil {
      context.report(
        error: "stopped early: \(complete.count) of \(points.count) points are complete")
    }
    if !complete.isEmpty {
      let finished = complete.map {
        SweepDocuments.Point(number: $0, values: points[$0], result: results[$0])
      }
      print(finished, of: points.count)
    }
    return interrupted ?? .success
  }

  private func print(_ points: [SweepDocuments.Point], of count: Int) {
    let documents = SweepDocuments(keys: place.keys, points: points, plannedPoints: count)
    switch settings.format {
    case .table:
      context.output.write(
        documents.table(metrics: metrics, style: context.style(of: context.output)))
    case .json: context.output.write(documents.json)
    case .csv: context.output.write(documents.csv)
    }
  }
}
