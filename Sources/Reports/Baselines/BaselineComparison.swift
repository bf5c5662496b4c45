import CaseloadModel
import Experiments
import ScenarioFormat

/// What moved between a stored baseline and a new result.
package struct BaselineComparison: Sendable {
  /// An estimate that moved.
  package struct Move: Sendable, Equatable {
    /// The id of the metric.
    package let metric: String
    /// The name of the group.
    package let group: String
    /// The mean of the baseline; NaN when it had none.
    package let baseline: Double
    /// The mean now; NaN when there is none.
    package let current: Double
    /// The move in standard errors of the baseline's mean; NaN when that has none.
    package let standardErrors: Double

    /// The move as a share of the baseline, without sign; infinite when a value came or went.
    var relative: Double {
      if baseline.isNaN && current.isNaN { return 0 }
      guard baseline.isFinite, current.isFinite else { return .infinity }
      if baseline == current { return 0 }
      return baseline == 0 ? .infinity : abs((current - baseline) / baseline)
    }

    /// The move as a percentage of the baseline, with its sign.
    var change: String {
      guard relative.isFinite else { return "–" }
      let text = DecimalText.fixed(relative * 100, decimals: 3)
      return (current < baseline ? "-" : "+") + text + " %"
    }
  }

  /// Estimates that moved by more than the tolerance, in order of the catalog.
  package let moves: [Move]
  /// Number of estimates that were compared.
  package let compared: Int
  /// Whether the resolved scenario is another one than that of the baseline.
  package let hasOtherScenario: Bool

  /// Compares two results.
  ///
  /// A move is accepted when either tolerance accepts it; without any, every move counts.
  ///
  /// - Parameters:
  ///   - tolerance: The largest relative move of a mean that is accepted; 0 accepts none.
  ///   - standardErrors: The largest move in standard errors of the baseline that is accepted; 0 accepts
  ///     none. A mean that does not vary between replications has no standard error, so any move counts.
  package init(
    baseline: StoredResults, current: StoredResults, tolerance: Double, standardErrors: Double = 0
  ) {
    precondition(tolerance >= 0, "the tolerance must not be negative, is \(tolerance)")
    precondition(standardErrors >= 0, "the tolerance must not be negative, is \(standardErrors)")
    hasOtherScenario = baseline.scenarioDigest != current.scenarioDigest
    let missing = baseline.cells.filter { cell in
      !current.cells.contains { $0.metric == cell.metric && $0.group == cell.group }
    }
    var all = current.cells.map { cell in
      let old = baseline.cells.first { $0.metric == cell.metric && $0.group == cell.group }
      return BaselineComparison.move(from: old, to: cell)
    }
    all += missing.map { BaselineComparison.move(from: $0, to: nil) }
    compared = all.count
    moves = all.filter { move in
      guard move.relative > tolerance else { return false }
      return !(move.standardErrors.magnitude <= standardErrors && standardErrors > 0)
    }
  }

  private static func move(from old: StoredResults.Cell?, to new: StoredResults.Cell?) -> Move {
    let baseline = old?.mean ?? .nan
    let current = new?.mean ?? .nan
    let error = old.map { $0.standardDeviation / Double($0.count).squareRoot() } ?? .nan
    return Move(
      metric: new?.metric ?? old?.metric ?? "", group: new?.group ?? old?.group ?? "",
      baseline: baseline, current: current,
      standardErrors: error > 0 ? (current - baseline) / error : .nan)
  }

  /// The moves as a table, largest first in standard errors; at most `limit` lines.
  package func table(limit: Int = 20) -> String {
    var table = AlignedColumns(style: .plain)
    table.add(.cells(["  metric", "group", "baseline", "now", "change", "standard errors"]))
    let size = { (move: Move) in
      move.standardErrors.isNaN ? Double.infinity : move.standardErrors.magnitude
    }
    let ordered = moves.enumerated().sorted {
      (size($0.element), -$0.offset) > (size($1.element), -$1.offset)
    }
    for (_, move) in ordered.prefix(limit) {
      table.add(
        .cells([
          "  " + DiagnosticRenderer.printable(move.metric),
          DiagnosticRenderer.printable(move.group),
          BaselineComparison.text(move.baseline, move.metric),
          BaselineComparison.text(move.current, move.metric), move.change,
          move.standardErrors.isFinite
            ? DecimalText.fixed(move.standardErrors, decimals: 2) : "–",
        ]))
    }
    let hidden = moves.count - limit
    return table.text(columns: 6) + (hidden > 0 ? "  and \(hidden) more\n" : "")
  }

  /// The value with enough digits to see a small move.
  private static func text(_ value: Double, _ metric: String) -> String {
    let decimals = Metric(id: metric).map { MetricCatalog[$0].decimals } ?? 2
    return DecimalText.fixed(value, decimals: decimals + 4)
  }
}
