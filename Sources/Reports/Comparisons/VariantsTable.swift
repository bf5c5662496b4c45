import CaseloadModel
import Experiments
import ScenarioFormat

/// Variants side by side as people read them: the base, then the difference of each variant with its interval.
///
/// What does not fit in the width is left out or set below: first intervals are written as half their width,
/// then variants stand in blocks.
struct VariantsTable {
  private let documents: ComparisonDocuments
  private let layout: TableLayout
  private var style: TextStyle { layout.style }
  private var variants: [ComparisonDocuments.Variant] { documents.variants }

  /// Longest name of a variant at the head of a column.
  private static let longestHead = 20

  init(_ documents: ComparisonDocuments, _ layout: TableLayout) {
    self.documents = documents
    self.layout = layout
  }

  /// How a difference is written.
  private enum Form {
    /// With both ends of its interval.
    case ends
    /// With half the width of its interval.
    case halfWidth
  }

  /// One row: a figure of the base and its difference in each variant.
  private struct Row {
    let title: String
    let definition: MetricDefinition
    /// What stands at the head of the row.
    let label: String
    let differences: [PairedComparison.Difference]
  }

  /// Heading, the table in as many blocks as the width asks, and what differs in words.
  var text: String {
    let base = variants[0].comparison
    var text = style.bold(heading) + "\n"
    text +=
      layout.word(
        "\(base.pairs.count) paren herhalingen, startgetal \(base.base.seed)",
        "\(base.pairs.count) pairs of replications, seed \(base.base.seed)") + "\n"
    for variant in variants where !variant.changes.isEmpty {
      text += WrappedText.lines(
        DiagnosticRenderer.printable(variant.label) + ": "
          + variant.changes.map { DiagnosticRenderer.printable($0.words) }.joined(separator: ", "),
        indent: 2, hanging: 2, width: layout.width)
    }
    text += "\n" + blocks.joined(separator: "\n") + "\n" + note
    text += FewReplicationsText.lines(base.pairs.count, layout)
    for variant in variants { text += "\n" + words(of: variant) }
    return text
  }

  private var heading: String {
    let base = DiagnosticRenderer.printable(documents.baseLabel)
    guard variants.count == 1 else {
      return layout.word(
        "\(variants.count) varianten vergeleken met \(base)",
        "\(variants.count) variants compared with \(base)")
    }
    let label = DiagnosticRenderer.printable(variants[0].label)
    return layout.word("\(label) vergeleken met \(base)", "\(label) compared with \(base)")
  }

  // MARK: - The table

  private var blocks: [String] {
    let all = Array(variants.indices)
    let whole = table(of: all, .ends)
    if whole.columnsThatFit(width: layout.width) == 2 + all.count {
      return [whole.text(columns: 2 + all.count)]
    }
    var blocks: [String] = []
    var rest = all[...]
    while !rest.isEmpty {
      let fits = table(of: Array(rest), .halfWidth).columnsThatFit(width: layout.width) - 2
      let count = min(rest.count, max(1, fits))
      blocks.append(table(of: Array(rest.prefix(count)), .halfWidth).text(columns: 2 + count))
      rest = rest.dropFirst(count)
    }
    return blocks
  }

  private func table(of columns: [Int], _ form: Form) -> AlignedColumns {
    var table = AlignedColumns(style: style)
    table.add(
      .cells(
        ["", layout.word("basis", "base")] + columns.map { head(of: variants[$0].label) + "  " }))
    for section in MetricSection.allCases {
      let rows = rows(of: section)
      guard !rows.isEmpty else { continue }
      table.add(.heading(layout.title(of: section)))
      for row in rows {
        table.add(
          .cells(
            ["  " + row.label, layout.figure(row.differences[0].base, row.definition)]
              + columns.map { cell(row.differences[$0], row.definition, form) }))
      }
    }
    return table
  }

  private func head(of label: String) -> String {
    let label = DiagnosticRenderer.printable(label)
    guard label.count > VariantsTable.longestHead else { return label }
    return label.prefix(VariantsTable.longestHead - 1) + "…"
  }

  private func rows(of section: MetricSection) -> [Row] {
    var rows = documents.metrics.filter { $0.section == section }.map { definition in
      Row(
        title: layout.title(of: definition), definition: definition,
        label: layout.label(layout.title(of: definition), of: definition),
        differences: variants.map { $0.comparison.difference(definition.metric) })
    }
    if section == .money {
      let title = layout.word("Kosten in totaal, euro per jaar", "Net cost, euro per year")
      rows.append(
        Row(
          title: title, definition: MetricCatalog[.costStaff], label: title,
          differences: variants.map {
            $0.comparison.difference(summing: PairedComparison.netCost)
          }))
    }
    return rows
  }

  private func cell(
    _ difference: PairedComparison.Difference, _ definition: MetricDefinition, _ form: Form
  ) -> String {
    func signed(_ value: Double) -> String {
      layout.number(DifferenceText.signed(value, definition))
    }
    let mean = difference.estimate.mean
    let half = difference.simultaneousHalfWidth
    var text = signed(mean)
    if half.isFinite, half > 0 {
      switch form {
      case .ends:
        text += " (\(signed(mean - half)) \(layout.word("tot", "to")) \(signed(mean + half)))"
      case .halfWidth:
        text += " ±" + layout.number(DifferenceText.unsigned(half, definition))
      }
    }
    return text + (difference.isShown ? " *" : "  ")
  }

  private var note: String {
    let count = variants[0].comparison.comparisons
    return WrappedText.lines(
      layout.word(
        "Verschillen van percentages zijn procentpunten. De intervallen gelden alle samen met 95 %"
          + " (Bonferroni over \(count) vergelijkingen); * staat bij die waar nul buiten ligt.",
        "Differences of percentages are in points. The intervals hold all together with 95 %"
          + " (Bonferroni over \(count) comparisons); * marks those that leave out zero."),
      indent: 0, width: layout.width)
  }

  // MARK: - Words

  /// What differs in a variant, and what does not as far as is shown.
  private func words(of variant: ComparisonDocuments.Variant) -> String {
    var shown = ""
    var others: [String] = []
    for section in MetricSection.allCases {
      for row in rows(of: section, of: variant) {
        let difference = row.differences[0]
        guard difference.isShown || !difference.simultaneousHalfWidth.isFinite else {
          others.append(row.title)
          continue
        }
        shown += WrappedText.lines(
          row.title
            + DifferenceText.sentence(of: difference, row.definition, layout)
            .dropFirst(layout.title(of: row.definition).count),
          indent: 2, hanging: 2, width: layout.width)
      }
    }
    var text = style.bold(DiagnosticRenderer.printable(variant.label)) + "\n" + shown
    if !others.isEmpty {
      text += WrappedText.lines(
        layout.word("Geen verschil aangetoond in: ", "No difference shown in: ")
          + others.joined(separator: "; ") + ".",
        indent: 2, hanging: 2, width: layout.width)
    }
    return text
  }

  private func rows(
    of section: MetricSection, of variant: ComparisonDocuments.Variant
  ) -> [Row] {
    guard let place = variants.firstIndex(where: { $0.label == variant.label }) else { return [] }
    return rows(of: section).map {
      Row(
        title: $0.title, definition: $0.definition, label: $0.label,
        differences: [$0.differences[place]])
    }
  }
}
