import CaseloadModel
import Experiments
import Foundation

/// The organisations of a sector, as `sector.json` beside the result of a run holds them.
struct StoredSector: Sendable {
  /// How a metric is distributed between organisations.
  struct Distribution: Sendable {
    let metric: Metric
    let mean: Double
    let p10: Double
    let p50: Double
    let p90: Double
    /// The part of the variance that is between organisations; NaN when it is not known.
    let shareBetween: Double
  }

  /// A share of organisations that meet a condition.
  struct Share: Sendable {
    let name: String
    let condition: String
    let estimate: StoredEstimate
  }

  /// Number of organisations.
  let organisations: Int
  /// Clients at the start of all organisations together.
  let clients: Int
  let distributions: [Distribution]
  let shares: [Share]
  /// The mean of each organisation, in order, of the metrics that a chart shows; empty when not kept.
  private(set) var means: [Metric: [(organisation: String, mean: Double)]] = [:]

  /// Reads the file in a folder; `nil` when the run is not of a sector.
  ///
  /// - Parameter metrics: Those of which the value of each organisation is wanted.
  init?(readingFolder folder: String, _ metrics: [Metric]) throws(StoredResultError) {
    let file = folder + "/sector.json"
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    let root = try StoredValue(readingFile: file)
    let replications = try root.member("replications").count()
    organisations = try root.member("organisations").count()
    clients = try root.member("clients").count()
    var distributions: [Distribution] = []
    for (id, value) in try root.member("metrics").members() {
      guard let metric = Metric(id: id) else {
        throw StoredResultError(path: file, problem: "the metric '\(id)' is unknown")
      }
      func mean(_ key: String) throws(StoredResultError) -> Double {
        try value.member(key).member("mean").number()
      }
      distributions.append(
        Distribution(
          metric: metric, mean: try mean("mean"), p10: try mean("p10"), p50: try mean("p50"),
          p90: try mean("p90"), shareBetween: try value.member("shareBetween").number()))
    }
    var shares: [Share] = []
    for (name, value) in try root.member("shares").members() {
      shares.append(
        Share(
          name: name, condition: try value.member("condition").string(),
          estimate: try StoredEstimate(value, count: replications)))
    }
    self.distributions = distributions
    self.shares = shares
    guard let table = try StoredTable(readingFile: folder + "/organisations.csv") else { return }
    for metric in metrics {
      var found: [(String, Double)] = []
      try table.forEachRow(holding: "," + metric.id + ",", ["organisation", "metric", "mean"]) {
        (row) throws(StoredResultError) in
        guard row[1] == metric.id else { return }
        found.append((row[0], Double(row[2]) ?? .nan))
      }
      means[metric] = found
    }
  }
}
