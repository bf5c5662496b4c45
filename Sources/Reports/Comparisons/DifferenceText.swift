import CaseloadModel
import Experiments

/// Differences in words and figures.
package enum DifferenceText {
  /// A difference without unit: points for what is written in percent.
  ///
  /// `extra` adds decimals.
  package static func signed(
    _ value: Double, _ definition: MetricDefinition, extra: Int = 0
  ) -> String {
    guard value.isFinite else { return "–" }
    let text = unsigned(value, definition, extra: extra)
    guard text.contains(where: { ("1"..."9").contains($0) }) else { return text }
    return (value < 0 ? "-" : "+") + text
  }

  /// The size of a difference without unit.
  package static func unsigned(
    _ value: Double, _ definition: MetricDefinition, extra: Int = 0
  ) -> String {
    DecimalText.fixed(
      value.magnitude * (definition.isPercent ? 100 : 1), decimals: decimals(definition) + extra)
  }

  /// A tenth of a point for percentages, whole euros, and otherwise one decimal more than the values.
  private static func decimals(_ definition: MetricDefinition) -> Int {
    switch definition.unit {
    case .euro, .euroPerYear: 0
    default: definition.isPercent ? max(1, definition.decimals) : definition.decimals + 1
    }
  }

  /// The difference as a sentence: how much lower or higher, between which bounds, and the values.
  ///
  /// Bounds are those of the simultaneous interval, the one that decides about the star in tables.
  package static func sentence(
    of difference: PairedComparison.Difference, _ definition: MetricDefinition,
    _ layout: TableLayout = TableLayout()
  ) -> String {
    let title = layout.title(of: definition)
    let estimate = difference.estimate
    guard estimate.count > 0 else {
      return layout.word("\(title): niet bepaald.", "\(title): not defined.")
    }
    let points = definition.isPercent ? layout.word(" procentpunt", " points") : ""
    func size(_ value: Double) -> String { layout.number(unsigned(value, definition)) }
    let direction =
      estimate.mean < 0 ? layout.word("lager", "lower") : layout.word("hoger", "higher")
    let change =
      estimate.mean == 0
      ? layout.word("geen verschil", "no change") : "\(size(estimate.mean))\(points) \(direction)"
    let values =
      "(\(layout.figure(difference.variant, definition))"
      + layout.word(" in plaats van ", " instead of ")
      + "\(layout.figure(difference.base, definition)))"
    let (low, high) = (difference.simultaneousLow, difference.simultaneousHigh)
    guard difference.simultaneousHalfWidth.isFinite else { return "\(title): \(change) \(values)." }
    if difference.simultaneousHalfWidth == 0 {
      return "\(title): \(change) \(values)"
        + layout.word(" in elke herhaling.", " in every replication.")
    }
    guard difference.isShown else {
      return layout.word(
        "\(title): geen verschil aangetoond; tussen \(size(low))\(points) lager en"
          + " \(size(high))\(points) hoger \(values).",
        "\(title): no difference shown; between \(size(low))\(points) lower and"
          + " \(size(high))\(points) higher \(values).")
    }
    let ends = [low.magnitude, high.magnitude].sorted()
    return "\(title): \(change), "
      + layout.word(
        "tussen \(size(ends[0])) en \(size(ends[1]))",
        "between \(size(ends[0])) and \(size(ends[1]))")
      + " \(values)."
  }
}
