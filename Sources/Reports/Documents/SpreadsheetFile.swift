import CaseloadModel
import Experiments
import SimulationKernel

/// The sheet for a spreadsheet that lies beside the files for programs.
package enum SpreadsheetFile {
  /// The name of the file.
  static let name = "excel.csv"

  /// The rows of a study.
  package static func of(_ document: some ResultDocument, _ style: CSVStyle) -> [ResultFile] {
    style == .tidy ? [] : [ResultFile(name: name, text: document.rows.csv(style))]
  }

  /// The months of a run: one row per observation, one column per metric of all clients.
  ///
  /// The date is the day that closes the observed period.
  package static func of(_ result: ExperimentResult, _ style: CSVStyle) -> [ResultFile] {
    guard style != .tidy else { return [] }
    let titles = MetricCatalog.all.map { $0.dutchTitle + " [" + $0.metric.id + "]" }
    let table = DataTable(
      ["datum"] + titles,
      rows: result.observationDays.enumerated().lazy.map { observation, day in
        [ResultDocuments.text(of: CivilDate(dayNumber: day))]
          + MetricCatalog.all.map { definition in
            CSVText.field(
              result.estimate(definition.metric, group: 0, observation: observation).mean)
          }
      })
    return [ResultFile(name: name, text: table.csv(style))]
  }
}
