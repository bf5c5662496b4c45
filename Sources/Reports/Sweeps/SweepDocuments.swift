import CaseloadModel
import Experiments
import ScenarioFormat

/// The results of a sweep.
package struct SweepDocuments: Sendable, ResultDocument {
  /// The name of the format of the JSON.
  package static let format = "caseload-sweep/1"

  /// One point: the values of the varied keys, and what was found there.
  package struct Point: Sendable {
    /// The number of the point in the plan, from 0.
    package let number: Int
    /// Values in the order of the keys.
    package let values: [String]
    /// The result.
    package let result: ExperimentResult

    /// Makes a point.
    package init(number: Int, values: [String], result: ExperimentResult) {
      self.number = number
      self.values = values
      self.result = result
    }
  }

  private let keys: [String]
  private let points: [Point]
  /// The values of the keys at every point of the plan.
  package let plannedValues: [[String]]
  private let metrics: [Metric]

  /// Makes the documents of a sweep over the given keys, of which some points may be missing.
  ///
  /// - Parameter metrics: The metrics of the table.
  package init(keys: [String], points: [Point], plannedValues: [[String]], metrics: [Metric]) {
    precondition(
      points.allSatisfy { $0.values.count == keys.count }, "every point has a value per key")
    self.keys = keys
    self.points = points
    self.plannedValues = plannedValues
    self.metrics = metrics
  }

  /// Whether points are missing.
  package var isPartial: Bool { points.count < plannedPoints }
  private var plannedPoints: Int { plannedValues.count }

  /// The files of the result folder, in order.
  package func files(record: RunRecord, scenario: Scenario) -> [ResultFile] {
    [
      ResultFile(name: "results.json", text: jsonValue.text()),
      ResultFile(name: "scenario.json", text: ScenarioText.resolved(scenario)),
      ResultFile(name: "run.json", text: record.json),
      ResultFile(name: "points.csv", text: rows.csv),
    ]
  }

  /// One row per point, metric and group, with a column per varied key.
  package var rows: DataTable {
    DataTable(
      ["point"] + keys + MetricRows.columns + Estimate.columns,
      rows: points.lazy.flatMap { point in
        MetricRows(point.result.parts).lazy.map { row in
          [String(point.number)] + point.values + row.fields
            + point.result.estimate(row.definition.metric, group: row.group).fields
        }
      })
  }

  /// All points as JSON, in the format `caseload-sweep/1`.
  package var jsonValue: JSONValue {
    let points = points.map { point in
      JSONValue.object([
        ("values", .object(zip(keys, point.values).map { ($0, .string($1)) })),
        ("results", ResultDocuments(point.result).resultsValue),
      ])
    }
    var members: [(String, JSONValue)] = [("format", .string(SweepDocuments.format))]
    if isPartial {
      members.append(("partial", .boolean(true)))
      members.append(("plannedPoints", .integer(Int64(plannedPoints))))
      members.append(("finishedPoints", .array(self.points.map { .integer(Int64($0.number)) })))
    }
    members.append(("keys", .array(keys.map { .string($0) })))
    return .object(members + [("points", .array(points))])
  }

  /// A row per point and a column per metric: the mean with the half-width of its 95 % interval.
  package func table(_ layout: TableLayout) -> String {
    let style = layout.style
    var table = AlignedColumns(style: style)
    let headings = metrics.map(\.id)
    table.add(.cells(keys.map { DiagnosticRenderer.printable($0) } + headings))
    for point in points {
      let cells = metrics.map { metric in
        SweepDocuments.cell(point.result.estimate(metric), MetricCatalog[metric], layout)
      }
      table.add(.cells(point.values.map { DiagnosticRenderer.printable($0) } + cells))
    }
    let replications = points.first?.result.finishedReplications.count ?? 0
    let partial =
      isPartial
      ? layout.word(
        "onvolledig: \(points.count) van \(plannedPoints) punten zijn klaar\n",
        "partial: \(points.count) of \(plannedPoints) points were finished\n") : ""
    let note = layout.word(
      "\(points.count) punt\(points.count == 1 ? "" : "en"), \(replications)"
        + " herhaling\(replications == 1 ? "" : "en") per punt, hetzelfde startgetal voor alle;"
        + " ± is de halve 95%-rekenmarge\n",
      "\(points.count) point\(points.count == 1 ? "" : "s"), \(replications)"
        + " replication\(replications == 1 ? "" : "s") each, the same seed for all;"
        + " ± is half the 95 % interval\n")
    return table.text(columns: keys.count + metrics.count) + partial + style.faint(note)
      + FewReplicationsText.lines(replications, layout)
  }

  /// A mean with half the width of its 95 % interval.
  static func cell(
    _ estimate: Estimate, _ definition: MetricDefinition, _ layout: TableLayout = TableLayout()
  ) -> String {
    guard estimate.count > 0 else { return "–" }
    var mean = definition.formatted(estimate.mean)
    guard estimate.halfWidth.isFinite else { return layout.number(mean) }
    let isPercent = mean.hasSuffix(" %")
    if isPercent { mean.removeLast(2) }
    let margin = DifferenceText.unsigned(estimate.halfWidth, definition)
    return layout.number(mean + " ± " + margin) + (isPercent ? " %" : "")
  }
}
