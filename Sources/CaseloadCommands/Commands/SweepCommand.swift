import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// `caseload sweep`: one scenario at many values of some keys.
struct SweepCommand {
  static let definition = CommandDefinition(
    name: "sweep", argumentsUsage: "SCENARIO", argumentCount: 1...1,
    summary: "Runs a scenario at many values of some keys.",
    details: [
      "--vary takes key=a,b,c or key=from:to:step and may be repeated; all combinations are run, or "
        + "with --paired the first values together, the second values together, and so on. All points "
        + "are run with the same seed, so that they differ by the varied keys and not by chance.",
      "The table shows the metrics of --metric; json and csv hold all of them.",
    ],
    options: [
      OptionDefinition(
        "--vary", "KEY=VALUES", repeats: true,
        summary: "A key and its values, for example staffing.fte=20:30:2."),
      OptionDefinition(
        "--paired", summary: "Takes the values of all keys side by side, not in all combinations."),
      OptionDefinition(
        "--metric", "METRIC", repeats: true,
        summary: "A metric to show in the table; may be repeated."),
    ] + RunSettings.options,
    run: { (arguments, context) throws(UsageError) in
      try SweepCommand(arguments, context).run()
    })

  /// Most points of a sweep.
  private static let mostPoints = 10_000
  /// Metrics of the table if none are given.
  private static let defaultMetrics: [Metric] = [
    .unseen6m, .knowledgeNotInView, .outflowWork, .workloadPressureHigh,
  ]

  private let context: CommandContext
  private let path: String
  private let settings: RunSettings
  private let axes: [SweepAxis]
  private let points: [[String]]
  private let metrics: [Metric]

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(UsageError) {
    self.context = context
    path = arguments.positional[0]
    settings = try RunSettings(arguments)
    axes = try SweepCommand.axes(arguments)
    points = try SweepCommand.points(axes, isPaired: arguments.has("--paired"))
    var metrics: [Metric] = []
    for id in arguments.values("--metric") {
      metrics.append(try RunSettings.metric(id: id))
    }
    self.metrics = metrics.isEmpty ? SweepCommand.defaultMetrics : metrics
  }

  private static func axes(_ arguments: ParsedArguments) throws(UsageError) -> [SweepAxis] {
    var axes: [SweepAxis] = []
    for text in arguments.values("--vary") {
      do throws(SweepAxis.ParseError) {
        let axis = try SweepAxis(text)
        if axes.contains(where: { $0.key == axis.key }) {
          throw SweepAxis.ParseError(message: "'\(axis.key)' is varied twice")
        }
        axes.append(axis)
      } catch {
        throw UsageError("option '--vary': \(error.message)")
      }
    }
    guard !axes.isEmpty else { throw UsageError("'caseload sweep' needs --vary KEY=VALUES") }
    return axes
  }

  private static func points(
    _ axes: [SweepAxis], isPaired: Bool
  ) throws(UsageError) -> [[String]] {
    if isPaired {
      guard let points = SweepPlan.paired(axes) else {
        throw UsageError("with '--paired' all keys need the same number of values")
      }
      return points
    }
    guard let size = SweepPlan.gridSize(axes), size <= mostPoints else {
      throw UsageError("the grid has more than \(mostPoints) points")
    }
    return SweepPlan.grid(axes)
  }

  private func run() throws(UsageError) -> ExitCode {
    var experiments: [Experiment] = []
    for point in points {
      let varied = zip(axes, point).map { "\($0.key)=\($1)" }
      let loaded = LoadedScenario.load(
        [path], overrides: settings.overrides + varied,
        quiet: settings.quiet || !experiments.isEmpty,
        context)
      switch loaded {
      case .failure(let failure):
        context.report(error: "no scenario at \(varied.joined(separator: ", "))")
        return failure.exitCode
      case .success(let scenarios):
        experiments += scenarios.map { settings.experiment(on: $0) }
      }
    }
    let grid = ExperimentGrid(experiments, keepsSeries: false, keepsValues: false)
    let results: [ExperimentResult]
    switch settings.journal(of: "sweep", on: experiments, keepsSeries: false, context).flatMap({
      settings.execute(grid, $0, label: "sweep", context)
    }) {
    case .failure(let failure): return failure.exitCode
    case .success(let all): results = all
    }
    for (index, result) in results.enumerated() {
      guard let violation = result.violation else { continue }
      let point = zip(axes, points[index]).map { "\($0.key)=\($1)" }.joined(separator: ", ")
      context.report(
        error: ViolationText.text(
          of: violation, in: experiments[index].scenario, path: "\(path) at \(point)"))
      return .internalError
    }
    let complete = zip(points, results).filter { !$0.1.isPartial }
    let interrupted = context.interruption.exitCode
    if interrupted != nil {
      context.report(
        error: "stopped early: \(complete.count) of \(points.count) points are complete")
    }
    if !complete.isEmpty { print(complete.map { SweepDocuments.Point(values: $0, result: $1) }) }
    return interrupted ?? .success
  }

  private func print(_ points: [SweepDocuments.Point]) {
    let documents = SweepDocuments(keys: axes.map(\.key), points: points)
    switch settings.format {
    case .table:
      context.output.write(
        documents.table(metrics: metrics, style: context.style(of: context.output)))
    case .json: context.output.write(documents.json)
    case .csv: context.output.write(documents.csv)
    }
  }
}
