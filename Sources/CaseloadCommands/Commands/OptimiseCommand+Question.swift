import CaseloadModel
import Experiments
import ScenarioFormat

extension OptimiseCommand {
  /// Parts into which `key=low:high` cuts the range of a number.
  private static let parts = 10

  static let limit = OptionKey<[String]>.texts(
    "--limit", "CONDITION",
    "A limit on a metric, for example 'unseen.6m.share <= 0.10'; may be repeated.")
  static let tolerance = OptionKey<[String]>.texts(
    "--tolerance", "METRIC=X", kind: .metric,
    "The tolerance of the limits on a metric, in its unit; may be repeated.")
  static let minimise = OptionKey<String?>.text(
    "--minimise", "KEY|METRIC", kind: .metric, "What is to be as small as possible.")
  static let maximise = OptionKey<String?>.text(
    "--maximise", "KEY|METRIC", kind: .metric, "What is to be as large as possible.")
  static let indifference = OptionKey<Double?>.positive(
    "--indifference", "X", "The smallest difference in the metric that matters.")
  static let confidence = OptionKey<Double?>.share(
    "--confidence", "P", from: 0.5, below: 1, expected: "a number from 0.5 to below 1",
    "The chance of a correct selection, from 0.5 to below 1; 0.95 if not given.")
  static let firstStage = OptionKey<Int?>.whole(
    "--replications", "N", in: 10...Options.mostReplications,
    "Replications of all candidates before the first decision; 20 if not given.")
  static let mostReplications = OptionKey<Int?>.whole(
    "--max-replications", "N", in: 1...Options.mostReplications,
    "Most replications of a candidate, no fewer than --replications; 1,000 if not given.")

  static let noScreening = OptionKey<Bool>.flag(
    "--no-screening", "Does not look for other keys when nothing meets the limits.")

  /// The axes of the candidates.
  ///
  /// Beside the forms of `sweep`, `key=low:high` means all whole numbers of the range, both flags, or
  /// eleven equally spaced numbers.
  static func axes(_ arguments: ParsedArguments) throws(CommandFailure) -> [SweepAxis] {
    let axes = try arguments.axes { text throws(SweepAxis.ParseError) in try axis(text) }
    guard !axes.isEmpty else { throw .usage("'caseload optimise' needs --vary KEY=VALUES") }
    return axes
  }

  private static func axis(_ text: String) throws(SweepAxis.ParseError) -> SweepAxis {
    let isRange = text.count { $0 == ":" } == 1 && !text.contains(",")
    guard isRange else { return try SweepAxis(text) }
    let list: String
    do throws(VariedRange.ParseError) {
      list = try stepped(VariedRange(text))
    } catch {
      throw SweepAxis.ParseError(message: error.message)
    }
    return try SweepAxis(list)
  }

  /// A range as the list of its values.
  private static func stepped(_ range: VariedRange) throws(VariedRange.ParseError) -> String {
    let count = range.kind == .number ? Double(parts) : range.high - range.low
    guard count < Double(mostCandidates) else {
      throw VariedRange.ParseError(message: "'\(range.key)' has more than \(mostCandidates) values")
    }
    let values = (0...Int(count)).map {
      range.text(of: range.value(atPosition: Double($0) / count))
    }
    return "\(range.key)=" + values.joined(separator: ",")
  }

  /// The limits with their tolerances.
  static func limits(_ arguments: ParsedArguments) throws(CommandFailure) -> [MetricLimit] {
    var conditions: [FailCondition] = []
    for text in try arguments[OptimiseCommand.limit] {
      do throws(FailCondition.ParseError) {
        conditions.append(try FailCondition(text))
      } catch {
        if let id = error.unknownMetric { throw .unknownMetric(id) }
        throw .usage(
          "option '--limit': expected 'METRIC <= NUMBER' or 'METRIC >= NUMBER', found '\(text)'",
          hint: error.hint)
      }
    }
    let tolerances = try OptimiseCommand.tolerances(arguments, conditions)
    var limits: [MetricLimit] = []
    for condition in conditions {
      do throws(MetricLimit.Refusal) {
        limits.append(try MetricLimit(condition, tolerance: tolerances[condition.metric]))
      } catch {
        throw .usage("option '--limit': \(error.message)")
      }
    }
    if let obstacle = MetricLimit.obstacle(among: limits) {
      throw .usage("option '--limit': \(obstacle)")
    }
    return limits
  }

  private static func tolerances(
    _ arguments: ParsedArguments, _ conditions: [FailCondition]
  ) throws(CommandFailure) -> [Metric: Double] {
    var tolerances: [Metric: Double] = [:]
    for text in try arguments[OptimiseCommand.tolerance] {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let value = Double(parts[1]), value.isFinite, value > 0 else {
        throw .usage(
          "option '--tolerance' expects METRIC=X with X above 0, found '\(text)'",
          hint: parts.count == 2 ? NumberHint.hint(for: parts[1]) : nil)
      }
      let metric = try CommandFailure.metric(id: parts[0])
      guard conditions.contains(where: { $0.metric == metric }) else {
        throw .usage("option '--tolerance': there is no limit on '\(metric.id)'")
      }
      guard tolerances.updateValue(value, forKey: metric) == nil else {
        throw .usage("option '--tolerance': '\(metric.id)' is given twice")
      }
    }
    return tolerances
  }

  /// What is to be low or high.
  enum Aim: Equatable {
    /// A varied key, by position.
    case key(Int)
    /// A metric, with the difference that does not matter.
    case metric(Metric, indifference: Double)
  }

  /// The aim with its name and direction.
  static func aim(
    _ arguments: ParsedArguments, keys: [String]
  ) throws(CommandFailure) -> (aim: Aim, name: String, isLowBest: Bool) {
    let low = try arguments[minimise]
    let high = try arguments[maximise]
    guard let name = low ?? high, low == nil || high == nil else {
      throw .usage("'caseload optimise' needs either --minimise or --maximise")
    }
    let indifference = try arguments[OptimiseCommand.indifference]
    if let position = keys.firstIndex(of: name) {
      guard indifference == nil else {
        throw .usage("option '--indifference' has no meaning: '\(name)' is a key, not a metric")
      }
      return (.key(position), name, low != nil)
    }
    guard let metric = Metric(id: name) else {
      if ParameterTable.parameter(at: name) != nil {
        throw .usage("'\(name)' is not varied, so that all candidates have the same")
      }
      throw .usage(
        "'\(name)' is neither a metric nor a varied key",
        hint: CommandFailure.hint(for: name, among: keys + Metric.allCases.map(\.id)))
    }
    guard let indifference else {
      throw .usage(
        "option '--indifference' is needed: the smallest difference in \(metric.id)"
          + " (\(MetricCatalog[metric].unit.rawValue)) that matters")
    }
    return (.metric(metric, indifference: indifference), name, low != nil)
  }

  /// The cost of each candidate, if a key is the aim.
  static func costs(
    _ points: [[String]], key position: Int, name: String, isLowBest: Bool
  ) throws(CommandFailure) -> [Double] {
    var costs: [Double] = []
    for point in points {
      let text = point[position]
      let value = text == "true" ? 1 : text == "false" ? 0 : Double(text)
      guard let value, value.isFinite else {
        throw .usage("'\(name)' has no order: expected numbers, found '\(text)'")
      }
      costs.append(isLowBest ? value : -value)
    }
    return costs
  }
}
