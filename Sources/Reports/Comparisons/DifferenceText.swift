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
  package static func sentence(
    of difference: PairedComparison.Difference, _ definition: MetricDefinition
  ) -> String {
    let title = definition.title
    let estimate = difference.estimate
    guard estimate.count > 0 else { return "\(title): not defined." }
    let points = definition.isPercent ? " points" : ""
    let size = unsigned(estimate.mean, definition)
    let change =
      estimate.mean == 0
      ? "no change" : "\(size)\(points) \(estimate.mean < 0 ? "lower" : "higher")"
    let values =
      "(\(definition.formatted(difference.variant)) instead of"
      + " \(definition.formatted(difference.base)))"
    guard estimate.halfWidth.isFinite else { return "\(title): \(change) \(values)." }
    if estimate.halfWidth == 0 { return "\(title): \(change) \(values) in every replication." }
    if estimate.low <= 0, estimate.high >= 0 {
      return "\(title): no difference shown; 95 % between"
        + " \(unsigned(estimate.low, definition))\(points) lower and"
        + " \(unsigned(estimate.high, definition))\(points) higher \(values)."
    }
    let ends = [estimate.low.magnitude, estimate.high.magnitude].sorted()
    return "\(title): \(change), 95 % between \(unsigned(ends[0], definition)) and"
      + " \(unsigned(ends[1], definition)) \(values)."
  }
}
