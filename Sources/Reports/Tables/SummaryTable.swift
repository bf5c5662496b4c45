import CaseloadModel
import Experiments
import ScenarioFormat
import SimulationKernel

/// The result of a run as people read it: the core metrics by subject, with their intervals.
package struct SummaryTable: Sendable {
  private let result: ExperimentResult
  private let title: String
  private let layout: TableLayout
  private var style: TextStyle { layout.style }

  /// Makes a table that fits in `width` columns, apart from very long names.
  package init(_ result: ExperimentResult, width: Int = 100, style: TextStyle = .plain) {
    self.init(result, title: result.scenarioName, layout: TableLayout(width: width, style: style))
  }

  /// Makes a table under a title.
  package init(_ result: ExperimentResult, title: String, layout: TableLayout) {
    self.result = result
    self.title = title
    self.layout = layout
  }

  /// The table as text.
  package var text: String {
    var table = AlignedColumns(style: style)
    table.add(
      .cells(
        ["", layout.word("gemiddelde", "mean"), layout.word("95 %-interval", "95 % interval")]
          + result.groupNames.map { DiagnosticRenderer.printable($0) }))
    for section in MetricSection.allCases {
      let definitions = MetricCatalog.headlines.filter { $0.section == section }
      guard !definitions.isEmpty else { continue }
      table.add(.heading(layout.title(of: section)))
      for definition in definitions { table.add(.cells(cells(of: definition))) }
    }
    let columns = max(3, table.columnsThatFit(width: layout.width))
    return heading + "\n" + table.text(columns: columns) + footer(columns: columns)
      + FewReplicationsText.lines(result.finishedReplications.count, layout)
  }

  private func cells(of definition: MetricDefinition) -> [String] {
    let estimate = result.estimate(definition.metric)
    let groups = result.groupNames.indices.map { index in
      guard definition.isPerGroup else { return "" }
      let estimate = result.estimate(definition.metric, group: index + 1)
      return layout.figure(estimate.mean, definition) + count(of: estimate)
    }
    return [
      "  " + label(of: definition), layout.figure(estimate.mean, definition) + count(of: estimate),
    ]
      + [SummaryTable.interval(of: estimate, definition: definition, layout)] + groups
  }

  /// The number of replications in which the quantity exists, where it is not all of them.
  private func count(of estimate: Estimate) -> String {
    let finished = result.finishedReplications.count
    return estimate.count > 0 && estimate.count < finished ? " (n \(estimate.count))" : ""
  }

  /// The title, with "per year" where the percent sign would leave it open.
  private func label(of definition: MetricDefinition) -> String {
    let title = layout.title(of: definition)
    guard definition.displayUnit == "% per year" else {
      return layout.label(title, of: definition)
    }
    return layout.label(title + layout.word(", per jaar", ", per year"), of: definition)
  }

  /// The interval as `low–high`; the unit stands at the end only.
  package static func interval(
    of estimate: Estimate, definition: MetricDefinition, _ layout: TableLayout = TableLayout()
  ) -> String {
    guard estimate.halfWidth.isFinite else { return "–" }
    var low = layout.figure(estimate.low, definition)
    if low.hasSuffix(" %") { low.removeLast(2) }
    let high = layout.figure(estimate.high, definition)
    let isSigned = low.hasPrefix("-") || high.hasPrefix("-")
    return isSigned ? "\(low) \(layout.word("tot", "to")) \(high)" : "\(low)–\(high)"
  }

  private var heading: String {
    let finished = result.finishedReplications.count
    var lines = [style.bold(DiagnosticRenderer.printable(title))]
    lines.append(
      "\(finished) "
        + layout.word(
          "herhaling\(finished == 1 ? "" : "en"), startgetal \(result.seed)",
          "replication\(finished == 1 ? "" : "s"), seed \(result.seed)") + observed)
    if result.isPartial {
      lines.append(
        style.error(
          layout.word(
            "onvolledig: \(finished) van \(result.plannedReplications) herhalingen zijn klaar",
            "partial: \(finished) of \(result.plannedReplications) replications were finished")))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var observed: String {
    guard let last = result.observationDays.last else { return "" }
    let count = result.observationDays.count
    let date = ResultDocuments.text(of: CivilDate(dayNumber: last))
    return layout.word(
      ", \(count) waarneming\(count == 1 ? "" : "en") tot en met \(date)",
      ", \(count) observation\(count == 1 ? "" : "s") up to \(date)")
  }

  private func footer(columns: Int) -> String {
    let hidden = result.groupNames.count + 3 - columns
    guard hidden > 0 else { return "" }
    let names = result.groupNames.suffix(hidden).map { DiagnosticRenderer.printable($0) }
      .joined(separator: ", ")
    return style.faint(
      layout.word(
        "Te weinig breedte voor: \(names); --format csv heeft ze.",
        "Not shown for lack of width: \(names); --format csv has them.")) + "\n"
  }
}
