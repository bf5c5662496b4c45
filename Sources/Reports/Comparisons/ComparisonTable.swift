import CaseloadModel
import Experiments
import ScenarioFormat

/// One comparison with everything that is known of it, as people read it.
struct ComparisonTable {
  private let comparison: PairedComparison
  private let metrics: [MetricDefinition]
  private let baseLabel: String
  private let variantLabel: String
  private let layout: TableLayout
  private var style: TextStyle { layout.style }

  /// Makes a table; the labels tell base and variant apart.
  init(
    _ comparison: PairedComparison, metrics: [MetricDefinition], baseLabel: String,
    variantLabel: String, _ layout: TableLayout
  ) {
    self.comparison = comparison
    self.metrics = metrics
    self.baseLabel = DiagnosticRenderer.printable(baseLabel)
    self.variantLabel = DiagnosticRenderer.printable(variantLabel)
    self.layout = layout
  }

  /// Heading, table and a sentence per metric.
  var text: String {
    var table = AlignedColumns(style: style)
    table.add(.cells(["", "base", "variant", "difference  ", "95 %", "simultaneous", "pairing"]))
    var sentences = ""
    for section in MetricSection.allCases {
      let shown = metrics.filter { $0.section == section }
      guard !shown.isEmpty else { continue }
      table.add(.heading(layout.title(of: section)))
      for definition in shown {
        let difference = comparison.difference(definition.metric)
        table.add(.cells(cells(of: difference, definition)))
        sentences += "  " + DifferenceText.sentence(of: difference, definition, layout) + "\n"
      }
    }
    return style.bold("\(variantLabel) compared with \(baseLabel)") + "\n"
      + "\(comparison.pairs.count) pairs of replications, seed \(comparison.base.seed)\n\n"
      + table.text(columns: 7) + "\n" + note
      + FewReplicationsText.lines(comparison.pairs.count, layout) + "\n" + style.bold("In words")
      + "\n" + sentences
  }

  private func cells(
    of difference: PairedComparison.Difference, _ definition: MetricDefinition
  ) -> [String] {
    let estimate = difference.estimate
    let mark = difference.isShown ? " *" : "  "
    return [
      "  " + layout.label(layout.title(of: definition), of: definition) + pairs(of: estimate),
      layout.figure(difference.base, definition),
      layout.figure(difference.variant, definition),
      DifferenceText.signed(estimate.mean, definition) + mark,
      interval(estimate.mean, estimate.halfWidth, definition),
      interval(estimate.mean, difference.simultaneousHalfWidth, definition),
      difference.varianceReduction.isFinite
        ? DecimalText.fixed(difference.varianceReduction * 100, decimals: 0) + " %" : "–",
    ]
  }

  /// The number of pairs in which the metric exists on both sides, where it is not all of them.
  private func pairs(of estimate: Estimate) -> String {
    estimate.count < comparison.pairs.count ? " (n \(estimate.count))" : ""
  }

  private func interval(
    _ mean: Double, _ halfWidth: Double, _ definition: MetricDefinition
  ) -> String {
    guard halfWidth.isFinite else { return "–" }
    return DifferenceText.signed(mean - halfWidth, definition) + " to "
      + DifferenceText.signed(mean + halfWidth, definition)
  }

  private var note: String {
    """
    Differences of percentages are in points. The simultaneous intervals hold all together with
    95 % (Bonferroni over \(comparison.comparisons) comparisons); * marks those that leave out zero.
    Pairing: the part of the variance of the difference that common random numbers took away.

    """
  }
}
