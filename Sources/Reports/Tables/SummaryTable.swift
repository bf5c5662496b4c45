import CaseloadModel
import Experiments
import ScenarioFormat
import SimulationKernel

/// The result of a run as people read it: the core metrics by subject, with their intervals.
public struct SummaryTable: Sendable {
  private let result: ExperimentResult
  private let width: Int
  private let style: TextStyle

  /// Makes a table that fits in `width` columns, apart from very long names.
  public init(_ result: ExperimentResult, width: Int = 100, style: TextStyle = .plain) {
    self.result = result
    self.width = width
    self.style = style
  }

  /// The table as text.
  public var text: String {
    var table = AlignedColumns(style: style)
    table.add(
      .cells(
        ["", "mean", "95 % interval"] + result.groupNames.map { DiagnosticRenderer.printable($0) }))
    for section in MetricSection.allCases {
      let definitions = MetricCatalog.headlines.filter { $0.section == section }
      guard !definitions.isEmpty else { continue }
      table.add(.heading(section.title))
      for definition in definitions { table.add(.cells(cells(of: definition))) }
    }
    let columns = max(3, table.columnsThatFit(width: width))
    return heading + "\n" + table.text(columns: columns) + footer(columns: columns)
  }

  private func cells(of definition: MetricDefinition) -> [String] {
    let estimate = result.estimate(definition.metric)
    let groups = result.groupNames.indices.map { index in
      definition.isPerGroup
        ? definition.formatted(result.estimate(definition.metric, group: index + 1).mean) : ""
    }
    return ["  " + label(of: definition), definition.formatted(estimate.mean)]
      + [SummaryTable.interval(of: estimate, definition: definition)] + groups
  }

  /// The title, with "per year" where the percent sign would leave it open.
  private func label(of definition: MetricDefinition) -> String {
    definition.displayUnit == "% per year" ? definition.title + ", per year" : definition.title
  }

  /// The interval as `low–high`; the unit stands at the end only.
  package static func interval(of estimate: Estimate, definition: MetricDefinition) -> String {
    guard estimate.halfWidth.isFinite else { return "–" }
    var low = definition.formatted(estimate.low)
    if low.hasSuffix(" %") { low.removeLast(2) }
    let high = definition.formatted(estimate.high)
    return low.hasPrefix("-") || high.hasPrefix("-") ? "\(low) to \(high)" : "\(low)–\(high)"
  }

  private var heading: String {
    let finished = result.finishedReplications.count
    var lines = [style.bold(DiagnosticRenderer.printable(result.scenarioName))]
    lines.append(
      "\(finished) replication\(finished == 1 ? "" : "s"), seed \(result.seed)" + observed)
    if result.isPartial {
      lines.append(
        style.error(
          "partial: \(finished) of \(result.plannedReplications) replications were finished"))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var observed: String {
    guard let last = result.observationDays.last else { return "" }
    let count = result.observationDays.count
    let date = ResultDocuments.text(of: CivilDate(dayNumber: last))
    return ", \(count) observation\(count == 1 ? "" : "s") up to \(date)"
  }

  private func footer(columns: Int) -> String {
    let hidden = result.groupNames.count + 3 - columns
    guard hidden > 0 else { return "" }
    let names = result.groupNames.suffix(hidden).map { DiagnosticRenderer.printable($0) }
    return style.faint(
      "Not shown for lack of width: \(names.joined(separator: ", ")); --format csv has them.")
      + "\n"
  }
}
