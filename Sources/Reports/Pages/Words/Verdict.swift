import CaseloadModel
import Experiments

/// What an interval of a difference says, in the one set of words that tables, charts and sentences use.
///
///     Verdict(low: -0.11, high: -0.10, matters: 0.01)  // .clear, lower
package enum Verdict: Sendable, Equatable {
  /// Beyond the smallest difference that matters, on one side.
  case clear(isHigher: Bool)
  /// On one side of zero, but perhaps too small to matter.
  case perhapsSmall(isHigher: Bool)
  /// On one side of zero, and too small to matter.
  case small(isHigher: Bool)
  /// Holds zero, and nothing in it would matter.
  case same
  /// Holds zero, and what would matter too.
  case notShown

  /// Judges an interval by the smallest difference that matters.
  ///
  /// - Returns: `nil` when there is no interval.
  package init?(low: Double, high: Double, matters: Double) {
    guard low.isFinite, high.isFinite, matters.isFinite else { return nil }
    let isShown = low > 0 || high < 0
    let isHigher = low > 0
    let nearest = isHigher ? low : -high
    let farthest = max(low.magnitude, high.magnitude)
    if isShown, nearest >= matters {
      self = .clear(isHigher: isHigher)
    } else if isShown, farthest > matters {
      self = .perhapsSmall(isHigher: isHigher)
    } else if isShown {
      self = .small(isHigher: isHigher)
    } else {
      self = farthest <= matters ? .same : .notShown
    }
  }

  /// Whether the difference is shown and is an increase; `nil` when none is shown.
  package var isHigher: Bool? {
    switch self {
    case .clear(let isHigher), .perhapsSmall(let isHigher), .small(let isHigher): isHigher
    case .same, .notShown: nil
    }
  }

  /// The words in a table.
  var words: Bilingual {
    switch self {
    case .clear(let isHigher):
      isHigher
        ? Bilingual("duidelijk hoger", "clearly higher")
        : Bilingual("duidelijk lager", "clearly lower")
    case .perhapsSmall(let isHigher):
      isHigher
        ? Bilingual(
          "hoger, mogelijk te klein om te merken", "higher, perhaps too little to notice")
        : Bilingual("lager, mogelijk te klein om te merken", "lower, perhaps too little to notice")
    case .small: Bilingual("aantoonbaar maar klein verschil", "shown but small")
    case .same: Bilingual("praktisch gelijk", "practically the same")
    case .notShown: Bilingual("geen verschil aangetoond", "no difference shown")
    }
  }
}

/// The smallest difference that matters to people who run a service.
package enum SmallestDifference {
  /// The smallest difference of a metric that matters, in its own unit; `base` is the value it is seen against.
  package static func of(_ definition: MetricDefinition, base: Double) -> Double {
    if definition.displayUnit == "% per year" { return 0.005 }
    return switch definition.unit {
    case .share: 0.01
    case .clientsPerWorker, .clientsPerFte: 2
    case .days: 7
    case .workingDays: 0.5
    case .hours: 0.1
    case .fte: 0.5
    case .index: 0.01
    case .perClientYear: 0.05
    case .ratio: 0.05
    case .persons, .personsPerYear, .perYear, .hoursPerYear, .euroPerYear, .euro:
      0.01 * base.magnitude
    }
  }
}
