import CaseloadModel
import Experiments
import ScenarioFormat

/// A comparison as people read it.
public struct ComparisonTable: Sendable {
  private let comparison: PairedComparison
  private let baseLabel: String
  private let variantLabel: String
  private let style: TextStyle

  /// Makes a table; the labels tell base and variant apart.
  public init(
    _ comparison: PairedComparison, baseLabel: String, variantLabel: String,
    style: TextStyle = .plain
  ) {
    self.comparison = comparison
    self.baseLabel = DiagnosticRenderer.printable(baseLabel)
    self.variantLabel = DiagnosticRenderer.printable(variantLabel)
    self.style = style
  }

  /// Heading, table and a sentence per core metric.
  public var text: String {
    var table = AlignedColumns(style: style)
    table.add(.cells(["", "base", "variant", "difference  ", "95 %", "simultaneous", "pairing"]))
    var sentences = ""
    for section in MetricSection.allCases {
      table.add(.heading(section.title))
      for definition in MetricCatalog.headlines where definition.section == section {
        let difference = comparison.difference(definition.metric)
        table.add(.cells(cells(of: difference, definition)))
        sentences += "  " + DifferenceText.sentence(of: difference, definition) + "\n"
      }
    }
    return style.bold("\(variantLabel) compared with \(baseLabel)") + "\n"
      + "\(comparison.pairs.count) pairs of replications, seed \(comparison.base.seed)\n\n"
      + table.text(columns: 7) + "\n" + note + "\n" + style.bold("In words") + "\n" + sentences
  }

  private func cells(
    of difference: PairedComparison.Difference, _ definition: MetricDefinition
  ) -> [String] {
    let estimate = difference.estimate
    let mark = difference.isShown ? " *" : "  "
    return [
      "  " + definition.title, definition.formatted(difference.base),
      definition.formatted(difference.variant),
      DifferenceText.signed(estimate.mean, definition) + mark,
      interval(estimate.mean, estimate.halfWidth, definition),
      interval(estimate.mean, difference.simultaneousHalfWidth, definition),
      difference.varianceReduction.isFinite
        ? DecimalText.fixed(difference.varianceReduction * 100, decimals: 0) + " %" : "–",
    ]
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
