import CaseloadModel
import Experiments
import ScenarioFormat

/// One scenario at many values of some keys, as `sweep`, `sensitivity` and `optimise` run it.
struct ScenarioPoints {
  /// The scenario file.
  let path: String
  /// The overrides that hold at all points.
  let overrides: [String]
  /// The keys that vary.
  let keys: [String]

  /// What is changed at a point, as overrides.
  private func changes(at point: [String]) -> [String] {
    zip(keys, point).map { "\($0)=\($1)" }
  }

  /// The scenario file and the place of a point, for messages.
  func path(at point: [String]) -> String {
    "\(path) at \(changes(at: point).joined(separator: ", "))"
  }

  /// Reads the scenario without any of the keys varied.
  func base(quiet: Bool, _ context: CommandContext) -> Result<LoadedScenario, ReportedFailure> {
    LoadedScenario.load([path], overrides: overrides, quiet: quiet, context).map { $0[0] }
  }

  /// Reads the scenario at every point; the first one that is no scenario ends it with a report.
  ///
  /// Advice is given once, for the first point.
  func load(
    _ points: [[String]], quiet: Bool, _ context: CommandContext
  ) -> Result<[LoadedScenario], ReportedFailure> {
    var scenarios: [LoadedScenario] = []
    for point in points {
      let varied = changes(at: point)
      let loaded = LoadedScenario.load(
        [path], overrides: overrides + varied, quiet: quiet || !scenarios.isEmpty, context)
      switch loaded {
      case .failure(let failure):
        context.report(error: "no scenario at \(varied.joined(separator: ", "))")
        return .failure(failure)
      case .success(let scenario): scenarios += scenario
      }
    }
    return .success(scenarios)
  }
}

extension ParsedArguments {
  /// The metrics that an option names, in order and without repeats.
  func metrics(_ name: String) throws(UsageError) -> [Metric] {
    var metrics: [Metric] = []
    for id in values(name) {
      let metric = try RunSettings.metric(id: id)
      if !metrics.contains(metric) { metrics.append(metric) }
    }
    return metrics
  }

  /// What is to be varied: the values of `--vary`, then the words after the scenario.
  var varied: [String] { values("--vary") + positional.dropFirst() }

  /// The ranges that are to be varied, each key at most once.
  func ranges() throws(UsageError) -> [VariedRange] {
    var ranges: [VariedRange] = []
    for text in varied {
      let range: VariedRange
      do throws(VariedRange.ParseError) {
        range = try VariedRange(text)
      } catch {
        throw UsageError("option '--vary': \(error.message)")
      }
      try ParsedArguments.checkVaried(range.key, after: ranges.map(\.key))
      ranges.append(range)
    }
    return ranges
  }

  /// The axes that are to be varied, each key at most once, as `read` understands them.
  func axes(
    _ read: (String) throws(SweepAxis.ParseError) -> SweepAxis
  ) throws(UsageError) -> [SweepAxis] {
    var axes: [SweepAxis] = []
    for text in varied {
      let axis: SweepAxis
      do throws(SweepAxis.ParseError) {
        axis = try read(text)
      } catch {
        throw UsageError("option '--vary': \(error.message)")
      }
      try ParsedArguments.checkVaried(axis.key, after: axes.map(\.key))
      axes.append(axis)
    }
    return axes
  }

  /// Keys that all points have in common, or that do not change what is simulated.
  private static let fixedKeys = ["name", "description", "sources", "replications", "seed"]

  private static func checkVaried(_ key: String, after others: [String]) throws(UsageError) {
    if others.contains(key) { throw UsageError("option '--vary': '\(key)' is varied twice") }
    if fixedKeys.contains(key) {
      throw UsageError(
        "option '--vary': '\(key)' cannot be varied: all points are of one scenario, with the same"
          + " seed and number of replications")
    }
  }

  /// The combinations of the values of all axes, or with `--paired` the values side by side.
  func points(
    of axes: [SweepAxis], atMost limit: Int, called noun: String
  ) throws(UsageError) -> [[String]] {
    guard has("--paired") else {
      for axis in axes {
        guard let value = axis.repeatedValue else { continue }
        throw UsageError("option '--vary': '\(axis.key)' has the value '\(value)' twice")
      }
      guard let size = SweepPlan.gridSize(axes), size <= limit else {
        throw UsageError("there are more than \(limit) \(noun)")
      }
      return SweepPlan.grid(axes)
    }
    guard let points = SweepPlan.paired(axes) else {
      let counts = axes.map { "\($0.key) has \($0.values.count)" }.joined(separator: ", ")
      throw UsageError("with '--paired' all keys need the same number of values: \(counts)")
    }
    guard points.count <= limit else { throw UsageError("there are more than \(limit) \(noun)") }
    var seen: Set<[String]> = []
    if let point = points.first(where: { !seen.insert($0).inserted }) {
      let text = zip(axes, point).map { "\($0.key)=\($1)" }.joined(separator: ", ")
      throw UsageError("option '--vary': \(text) is given twice")
    }
    return points
  }
}

extension UsageError {
  /// A metric that does not exist.
  static func unknownMetric(_ id: String) -> UsageError {
    UsageError(
      "unknown metric '\(id)'",
      hint: UsageError.hint(for: id, among: Metric.allCases.map(\.id))
        ?? "'caseload explain' lists all")
  }
}
