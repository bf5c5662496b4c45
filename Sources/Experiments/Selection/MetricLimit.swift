import CaseloadModel
import ScenarioFormat

/// A limit on a metric that a scenario has to meet, such as `unseen.6m.share <= 0.10`.
public struct MetricLimit: Sendable, Equatable {
  /// What is wrong with a limit.
  public struct Refusal: Error, Sendable, Equatable {
    /// The problem in words.
    public let message: String
  }

  /// Tolerance as a part of the bound, if none is given.
  public static let defaultTolerance = 0.05

  /// The limit as it was stated.
  public let text: String
  /// The metric, over all clients.
  public let metric: Metric
  /// The bound with its tolerance.
  public let limit: SelectionProblem.Limit

  /// Makes a limit of a condition; `tolerance` is in the unit of the metric.
  ///
  /// Strict relations are taken as the others: means hit a bound exactly with no chance at all.
  public init(_ condition: FailCondition, tolerance: Double?) throws(Refusal) {
    guard condition.baseFactor == 0 else {
      throw Refusal(message: "'\(condition.text)': there is no base here; expected a number")
    }
    let bound = condition.offset
    let tolerance = tolerance ?? bound.magnitude * MetricLimit.defaultTolerance
    guard tolerance > 0 else {
      throw Refusal(
        message: "'\(condition.text)' needs a tolerance of its own: --tolerance"
          + " \(condition.metric.id)=X")
    }
    let isUpper = condition.relation == .atMost || condition.relation == .below
    text = condition.text
    metric = condition.metric
    limit = SelectionProblem.Limit(isUpper: isUpper, bound: bound, tolerance: tolerance)
  }

  /// Whether a mean lies on the right side of the bound.
  public func isMet(by mean: Double) -> Bool {
    limit.isUpper ? mean <= limit.bound : mean >= limit.bound
  }

  /// How far a mean is on the wrong side of the bound; 0 or less when it meets the limit.
  public func excess(of mean: Double) -> Double {
    limit.isUpper ? mean - limit.bound : limit.bound - mean
  }

  /// The value that a mean has to reach to meet the limit by its tolerance.
  private var clear: Double {
    limit.isUpper ? limit.bound - limit.tolerance : limit.bound + limit.tolerance
  }

  /// Why no scenario can meet all limits by their tolerances; `nil` when nothing speaks against it.
  public static func obstacle(among limits: [MetricLimit]) -> String? {
    for (index, limit) in limits.enumerated() {
      let unit = MetricCatalog[limit.metric].unit
      if unit == .share || unit == .index, limit.clear < 0 || limit.clear > 1 {
        let hint = NumberHint.hint(for: JSONText.number(limit.limit.bound), isShare: true)
        return "'\(limit.text)' cannot be met by the tolerance of \(limit.limit.tolerance):"
          + " \(limit.metric.id) lies between 0 and 1" + (hint.map { "; \($0)" } ?? "")
      }
      if limit.limit.isUpper, limit.clear < 0 {
        return "'\(limit.text)' cannot be met by the tolerance of \(limit.limit.tolerance):"
          + " \(limit.metric.id) is never below 0"
      }
      for other in limits[..<index] where other.metric == limit.metric {
        if other.limit.isUpper == limit.limit.isUpper {
          return "'\(other.text)' and '\(limit.text)' limit \(limit.metric.id) twice on one side"
        }
        let (upper, lower) = limit.limit.isUpper ? (limit, other) : (other, limit)
        if lower.limit.bound > upper.limit.bound {
          return "'\(other.text)' and '\(limit.text)' contradict each other"
        }
        if lower.clear > upper.clear {
          return "'\(other.text)' and '\(limit.text)' leave no room between their tolerances of"
            + " \(other.limit.tolerance) and \(limit.limit.tolerance)"
        }
      }
    }
    return nil
  }
}
