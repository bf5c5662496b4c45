import CaseloadModel
import ScenarioFormat

/// A limit on a metric, such as `unseen.6m.share > base + 0.02`, that makes a comparison fail.
///
/// The condition is judged on means over replications: it holds when the mean of the variant relates
/// to the limit as written.
public struct FailCondition: Sendable, Equatable {
  /// How the metric relates to the limit.
  public enum Relation: String, CaseIterable, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
  }

  /// What is wrong with the text of a condition.
  public struct ParseError: Error, Sendable, Equatable {
    /// The problem in words.
    public let message: String
    /// The word that is not a metric, if that is the problem.
    public let unknownMetric: String?
    /// A way to mend it, if one is likely.
    public var hint: String?
  }

  /// The text as it was given.
  public let text: String
  /// The metric, over all clients.
  public let metric: Metric
  /// How the metric relates to the limit.
  public let relation: Relation
  /// The factor on the base in the limit; 0 for a fixed limit.
  public let baseFactor: Double
  /// What is added to the base, or the fixed limit.
  public let offset: Double

  /// Reads `METRIC > LIMIT`; the limit is a number, `base`, `base + number`, `base - number` or
  /// `base * number`, and the relation `>`, `>=`, `<` or `<=`.
  public init(_ text: String) throws(ParseError) {
    self.text = text
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { $0 == ">" || $0 == "<" }) else {
      throw ParseError(
        message: "expected METRIC > LIMIT, or >=, < or <= between them, found '\(text)'",
        unknownMetric: nil)
    }
    let name = FailCondition.trimmed(String(scalars[..<start]))
    var rest = String(scalars[start...])
    guard let relation = Relation.allCases.first(where: { rest.hasPrefix($0.rawValue) }) else {
      preconditionFailure("a relation begins with > or <")
    }
    guard let metric = Metric(id: name) else {
      throw ParseError(message: "unknown metric '\(name)'", unknownMetric: name)
    }
    rest = FailCondition.trimmed(String(rest.dropFirst(relation.rawValue.count)))
    guard let limit = FailCondition.limit(rest) else {
      throw ParseError(
        message: "expected a number, 'base', or 'base' with +, - or * and a number after"
          + " '\(relation.rawValue)', found '\(rest)'", unknownMetric: nil,
        hint: NumberHint.hint(for: String(rest.drop { !$0.isNumber })))
    }
    self.metric = metric
    self.relation = relation
    baseFactor = limit.factor
    offset = limit.offset
  }

  private static func limit(_ text: String) -> (factor: Double, offset: Double)? {
    if let number = finite(text) { return (0, number) }
    guard text.hasPrefix("base") else { return nil }
    let rest = trimmed(String(text.dropFirst(4)))
    guard let sign = rest.first else { return (1, 0) }
    guard let number = finite(trimmed(String(rest.dropFirst()))) else { return nil }
    switch sign {
    case "+": return (1, number)
    case "-": return (1, -number)
    case "*": return (number, 0)
    default: return nil
    }
  }

  private static func finite(_ text: String) -> Double? {
    Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace = { (character: Character) in character == " " || character == "\t" }
    guard let last = text.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(text[...last].drop(while: isSpace))
  }

  /// The limit for a given mean of the base.
  public func limit(base: Double) -> Double {
    baseFactor == 0 ? offset : baseFactor * base + offset
  }

  /// Whether the comparison fails; `nil` when the metric is not defined.
  public func holds(base: Double, variant: Double) -> Bool? {
    let limit = limit(base: base)
    guard limit.isFinite, variant.isFinite else { return nil }
    return switch relation {
    case .above: variant > limit
    case .atLeast: variant >= limit
    case .below: variant < limit
    case .atMost: variant <= limit
    }
  }
}
