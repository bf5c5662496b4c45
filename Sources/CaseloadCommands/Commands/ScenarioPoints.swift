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
  /// What is worth a word about the values.
  var remarks: [String] = []

  /// What is changed at a point, as overrides.
  private func changes(at point: [String]) -> [String] {
    zip(keys, point).map { "\($0)=\($1)" }
  }

  /// The scenario file and the place of a point, for messages.
  func path(at point: [String]) -> String {
    "\(path) at \(changes(at: point).joined(separator: ", "))"
  }

  /// Reads the scenario without any of the keys varied.
  func base(quiet: Bool, _ context: CommandContext) throws(CommandFailure) -> LoadedScenario {
    try LoadedScenario.load([path], overrides: overrides, quiet: quiet, context)[0]
  }

  /// The scenario at every point, its files read once; the first one that is no scenario ends it.
  ///
  /// Advice is given once, for the first point.
  func load(
    _ points: [[String]], quiet: Bool, _ context: CommandContext
  ) throws(CommandFailure) -> [LoadedScenario] {
    let files = ScenarioFiles(path: path, root: ScenarioRoot.named(for: path))
    var scenarios: [LoadedScenario] = []
    if !quiet {
      for remark in remarks { context.report(note: "warning: " + remark) }
    }
    for point in points {
      try context.checkInterruption()
      let varied = changes(at: point)
      do throws(CommandFailure) {
        scenarios += try LoadedScenario.load(
          [(path, files.document(overrides: overrides + varied))], overrides: [overrides],
          quiet: quiet || !scenarios.isEmpty, context)
      } catch {
        throw CommandFailure(
          error.exitCode, error.messages + ["no scenario at \(varied.joined(separator: ", "))"],
          diagnostics: error.diagnostics)
      }
    }
    return scenarios
  }
}

/// Options and arguments of commands that vary keys.
enum VaryOptions {
  /// The arguments: a scenario, and what is varied.
  static func arguments(_ form: String) -> [ArgumentDefinition] {
    [
      ArgumentDefinition("SCENARIO", 1...1, .file),
      ArgumentDefinition("KEY=" + form, 0...Int.max, .key),
    ]
  }

  /// Keys with values or ranges.
  static func vary(_ form: String, _ summary: String) -> OptionKey<[String]> {
    .texts("--vary", "KEY=" + form, kind: .key, summary)
  }

  static let paired = OptionKey<Bool>.flag(
    "--paired", "Takes the values of all keys side by side, not in all combinations.")
}

extension ParsedArguments {
  /// What is to be varied: the values of `--vary`, then the words after the scenario.
  var varied: [String] {
    get throws(CommandFailure) {
      try self[VaryOptions.vary("", "")] + positional.dropFirst()
    }
  }

  /// The ranges that are to be varied, each key at most once.
  func ranges() throws(CommandFailure) -> [VariedRange] {
    var ranges: [VariedRange] = []
    for text in try varied {
      let range: VariedRange
      do throws(VariedRange.ParseError) {
        range = try VariedRange(text)
      } catch {
        throw .usage("option '--vary': \(error.message)")
      }
      try ParsedArguments.checkVaried(range.key, after: ranges.map(\.key))
      ranges.append(range)
    }
    return ranges
  }

  /// The axes that are to be varied, each key at most once, as `read` understands them.
  func axes(
    _ read: (String) throws(SweepAxis.ParseError) -> SweepAxis
  ) throws(CommandFailure) -> [SweepAxis] {
    var axes: [SweepAxis] = []
    for text in try varied {
      let axis: SweepAxis
      do throws(SweepAxis.ParseError) {
        axis = try read(text)
      } catch {
        throw .usage("option '--vary': \(error.message)")
      }
      try ParsedArguments.checkVaried(axis.key, after: axes.map(\.key))
      axes.append(axis)
    }
    return axes
  }

  /// Keys that all points have in common, or that do not change what is simulated.
  private static let fixedKeys = ["name", "description", "sources", "replications", "seed"]

  static func checkVaried(_ key: String, after others: [String]) throws(CommandFailure) {
    if others.contains(key) { throw .usage("option '--vary': '\(key)' is varied twice") }
    if fixedKeys.contains(key) {
      throw .usage(
        "option '--vary': '\(key)' cannot be varied: all points are of one scenario, with the same"
          + " seed and number of replications")
    }
  }

  /// The combinations of the values of all axes, or with `--paired` the values side by side.
  func points(
    of axes: [SweepAxis], atMost limit: Int, called noun: String
  ) throws(CommandFailure) -> [[String]] {
    guard try self[VaryOptions.paired] else {
      for axis in axes {
        guard let value = axis.repeatedValue else { continue }
        throw .usage(
          "option '--vary': '\(axis.key)' has the value '\(value)' twice",
          hint: axis.values.count > 2 && axis.values.count.isMultiple(of: 2)
            ? "numbers with decimals are written with a point" : nil)
      }
      guard let size = SweepPlan.gridSize(axes), size <= limit else {
        throw .usage("there are more than \(limit) \(noun)")
      }
      return SweepPlan.grid(axes)
    }
    guard let points = SweepPlan.paired(axes) else {
      let counts = axes.map { "\($0.key) has \($0.values.count)" }.joined(separator: ", ")
      throw .usage("with '--paired' all keys need the same number of values: \(counts)")
    }
    guard points.count <= limit else { throw .usage("there are more than \(limit) \(noun)") }
    var seen: Set<[String]> = []
    if let point = points.first(where: { !seen.insert($0).inserted }) {
      let text = zip(axes, point).map { "\($0.key)=\($1)" }.joined(separator: ", ")
      throw .usage("option '--vary': \(text) is given twice")
    }
    return points
  }
}
