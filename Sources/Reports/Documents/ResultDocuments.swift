import CaseloadModel
import Experiments
import ScenarioFormat
import SimulationKernel

/// The files of one result folder, as text.
package struct ResultDocuments: Sendable {
  /// The name of the format of `results.json`.
  package static let format = "caseload-results/1"

  private let result: ExperimentResult
  private let outputs: OutputSettings

  /// Makes the documents of a result, which hold what `outputs` says.
  package init(_ result: ExperimentResult, outputs: OutputSettings = OutputSettings()) {
    self.result = result
    self.outputs = outputs
  }

  /// Estimates over the window: the same bytes for the same scenario, seed and replications.
  package var resultsJSON: String { resultsValue.text() }

  /// The content of `results.json`.
  package var resultsValue: JSONValue {
    var members = DocumentHeader(
      ResultDocuments.format, result.scenarioName, result.scenarioDigest, seed: result.seed
    ).members()
    members.append(("replications", .integer(Int64(result.finishedReplications.count))))
    if result.isPartial {
      members.append(("partial", .boolean(true)))
      members.append(("plannedReplications", .integer(Int64(result.plannedReplications))))
      members.append(
        ("finishedReplications", .array(result.finishedReplications.map { .integer(Int64($0)) })))
    }
    let metrics = MetricRows.members(result.parts, metrics: outputs.metrics) {
      definition, group in
      result.estimate(definition.metric, group: group).members
    }
    return .object(members + [("metrics", metrics)])
  }

  /// One row per observation, metric and group: date, metric, group, mean, low, high, sd, n.
  ///
  /// The date is the day that closes the observed period. Quantities that were not defined are left out.
  package var seriesCSV: String {
    var table = CSVText(header: DataPackage.Table.series.fields.map(\.name))
    let rows = metricRows.map { row in
      (row.definition.metric, row.group, table.written([row.definition.metric.id, row.groupName]))
    }
    for (observation, day) in result.observationDays.enumerated() {
      let date = ResultDocuments.text(of: CivilDate(dayNumber: day))
      let written = Array(date.utf8)
      for (metric, group, names) in rows {
        let estimate = result.estimate(metric, group: group, observation: observation)
        guard estimate.count > 0 else { continue }
        table.add(written: written)
        table.add(written: names)
        table.add(plain: CSVText.field(estimate.mean))
        table.add(plain: CSVText.field(estimate.low))
        table.add(plain: CSVText.field(estimate.high))
        table.add(plain: CSVText.field(estimate.standardDeviation))
        table.add(plain: String(estimate.count))
        table.endRow()
      }
    }
    return table.text
  }

  /// One row per replication, metric and group: replication, metric, group, value.
  ///
  /// A value that is not defined is empty.
  package var replicationsCSV: String { replicationsCSVPieces.joined() }

  /// The same in pieces, one replication each, so that the whole need not fit in memory.
  var replicationsCSVPieces: some Sequence<String> {
    (-1..<result.finishedReplications.count).lazy.map { replicationsCSV(position: $0) }
  }

  /// The rows of the replication at a position, or the header for position -1.
  private func replicationsCSV(position: Int) -> String {
    var table = CSVText(header: DataPackage.Table.replications.fields.map(\.name))
    guard position >= 0 else { return table.text }
    _ = table.take()
    let values = result.values[position]
    let replication = String(result.finishedReplications[position])
    for row in metricRows {
      let value = values[row.definition.metric.rawValue * result.cellCount + row.group]
      table.add([replication, row.definition.metric.id, row.groupName, CSVText.field(value)])
    }
    return table.text
  }

  /// Every metric in every group.
  private var metricRows: MetricRows { MetricRows(result.parts, metrics: outputs.metrics) }

  /// The date as `YYYY-MM-DD`.
  package static func text(of date: CivilDate) -> String {
    func padded(_ number: Int, _ count: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2)
  }
}

extension ResultDocuments {
  /// The files of the result folder, in order.
  ///
  /// - Parameters:
  ///   - scenario: The scenario that gives the same `results.json` when it is run.
  ///   - tables: Tables of one replication, which the package describes too.
  package func files(
    record: RunRecord, scenario: Scenario, tables: [ResultFile] = []
  ) -> [ResultFile] {
    [
      ResultFile(name: "results.json", text: resultsJSON),
      ResultFile(name: "scenario.json", text: ScenarioText.resolved(scenario)),
      ResultFile(name: "run.json", text: record.json),
    ] + (outputs.months ? [ResultFile(name: "series.csv", text: seriesCSV)] : []) + [
      ResultFile(name: "replications.csv", pieces: replicationsCSVPieces),
      ResultFile(
        name: "datapackage.json",
        text: DataPackage(
          name: ResultFolder.folderName(for: result.scenarioName),
          title: record.title.isEmpty ? result.scenarioName : record.title,
          tables: (outputs.months ? [.series] : []) + [.replications]
            + (SectorDocuments(result) == nil ? [] : [.organisations, .organisationQuantities])
            + RecordedTable.described(tables)
        ).json),
    ] + tables
  }
}

/// The results of one or several scenarios of a run, as they are printed.
package struct RunDocuments: ResultDocument {
  private let results: [ExperimentResult]
  private let titles: [String]
  private let warmUps: [WarmUpDocuments]

  /// Makes the documents of results, in order, and of what was found about warm-ups.
  ///
  /// - Parameter titles: What tables call the results; the names of their scenarios if not given.
  package init(
    _ results: [ExperimentResult], titles: [String]? = nil, warmUps: [WarmUpDocuments] = []
  ) {
    precondition(!results.isEmpty, "there is nothing to print")
    self.results = results
    self.titles = titles ?? results.map(\.scenarioName)
    self.warmUps = warmUps
  }

  /// The content of `results.json`; for several results, an array of them.
  package var jsonValue: JSONValue {
    let values = results.map { ResultDocuments($0).resultsValue }
    return values.count == 1 ? values[0] : .array(values)
  }

  /// One row per scenario, metric and group.
  package var rows: DataTable {
    DataTable(
      ["scenario"] + MetricRows.columns + Estimate.columns,
      rows: results.lazy.flatMap { result in
        MetricRows(result.parts).lazy.map { row in
          [result.scenarioName] + row.fields
            + result.estimate(row.definition.metric, group: row.group).fields
        }
      })
  }

  /// A table per scenario, then one per warm-up.
  package func table(_ layout: TableLayout) -> String {
    (zip(results, titles).map { result, title in
      SummaryTable(result, title: title, layout: layout).text
        + (SectorDocuments(result).map { "\n" + $0.text(layout) } ?? "")
    }
      + warmUps.map { $0.table(style: layout.style) }).joined(separator: "\n")
  }
}
