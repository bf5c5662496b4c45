import CaseloadModel
import Experiments
import SimulationKernel

/// A run of one scenario, as its folder holds it.
struct StoredRun: Sendable {
  let scenarioName: String
  let digest: String
  let seed: UInt64
  let replications: Int
  /// The replications that were asked for, when not all of them were finished.
  let planned: Int?
  let figures: StoredFigures<StoredEstimate>
  /// The values by observation of the metrics that charts show, for all clients.
  var series: [Metric: [SeriesPoint]] = [:]
  /// The values of each replication of the metrics that sentences are about.
  var values: [Metric: [Double]] = [:]

  /// The organisations, when the run is of a sector.
  var sector: StoredSector?

  /// One observation.
  struct SeriesPoint: Sendable, Equatable {
    /// The day of the observation.
    let day: Int
    let mean: Double
    let low: Double
    let high: Double
  }

  /// Reads a value in the format of `ResultDocuments`.
  init(_ value: StoredValue) throws(StoredResultError) {
    let scenario = try value.member("scenario")
    scenarioName = try scenario.member("name").string()
    digest = try scenario.member("sha256").string()
    seed = try value.member("seed").seed()
    replications = try value.member("replications").count()
    planned =
      if try value.flag("partial") {
        try value.member("plannedReplications").count()
      } else {
        nil
      }
    figures = try StoredFigures(value) { (value) throws(StoredResultError) in
      try StoredEstimate(value)
    }
  }

  /// Reads the months and the replications that lie beside the result in a folder, if they do.
  mutating func readTables(in folder: String, _ metrics: [Metric]) throws(StoredResultError) {
    if let table = try StoredTable(readingFile: folder + "/series.csv") {
      for metric in metrics {
        var points: [SeriesPoint] = []
        let columns = ["date", "metric", "group", "mean", "low", "high"]
        try table.forEachRow(holding: "," + metric.id + ",all,", columns) {
          (row) throws(StoredResultError) in
          guard row[1] == metric.id, row[2] == "all", let date = CivilDate(isoText: row[0]),
            let mean = Double(row[3])
          else { return }
          points.append(
            SeriesPoint(
              day: date.dayNumber, mean: mean, low: Double(row[4]) ?? .nan,
              high: Double(row[5]) ?? .nan))
        }
        series[metric] = points
      }
    }
    if let table = try StoredTable(readingFile: folder + "/replications.csv") {
      for metric in metrics {
        var found: [Double] = []
        try table.forEachRow(holding: "," + metric.id + ",all,", ["metric", "group", "value"]) {
          (row) throws(StoredResultError) in
          guard row[0] == metric.id, row[1] == "all", let value = Double(row[2]) else { return }
          found.append(value)
        }
        values[metric] = found
      }
    }
  }

  /// What one organisation could meet by chance: the lowest and highest run, or the middle 95 % of many.
  ///
  /// Returns `nil` for fewer than two runs.
  func chanceSpread(of metric: Metric) -> ClosedRange<Double>? {
    guard let sorted = values[metric]?.sorted(), sorted.count > 1 else { return nil }
    let cut = sorted.count < StoredRun.fewRuns ? 0 : Int(Double(sorted.count) * 0.025)
    return sorted[cut]...sorted[sorted.count - 1 - cut]
  }

  /// Below this number of runs the whole spread is told.
  static let fewRuns = 40
}
