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
      if ranges.contains(where: { $0.key == range.key }) {
        throw UsageError("option '--vary': '\(range.key)' is varied twice")
      }
      ranges.append(range)
    }
    return ranges
  }
}

extension UsageError {
  /// A metric that does not exist.
  static func unknownMetric(_ id: String) -> UsageError {
    UsageError(
      "unknown metric '\(id)'", hint: UsageError.hint(for: id, among: Metric.allCases.map(\.id)))
  }
}
