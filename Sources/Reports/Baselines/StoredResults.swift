import CaseloadModel
import Experiments
import Foundation

/// The estimates of a `results.json` that was written before.
package struct StoredResults: Sendable {
  /// What is wrong with a stored result.
  package struct ReadError: Error, Sendable, Equatable {
    /// The problem in words.
    package let message: String
  }

  /// One estimate; a value that the file gives as null is NaN.
  package struct Cell: Sendable {
    /// The id of the metric.
    package let metric: String
    /// The name of the group; "all" for all clients.
    package let group: String
    /// The mean over replications.
    package let mean: Double
    /// The standard deviation between replications.
    package let standardDeviation: Double
    /// Replications in which the metric is defined.
    package let count: Int
  }

  /// The SHA-256 of the resolved scenario.
  package let scenarioDigest: String
  /// Replications of the run.
  package let replications: Int
  /// All estimates: metrics in the order of the catalog, then unknown ones by id; groups by name.
  package let cells: [Cell]

  /// Reads the text of a `results.json`.
  package init(_ text: String) throws(ReadError) {
    guard
      let root = (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any]
    else { throw ReadError(message: "not a JSON object") }
    guard root["format"] as? String == ResultDocuments.format else {
      throw ReadError(message: "not in the format \(ResultDocuments.format)")
    }
    guard let scenario = root["scenario"] as? [String: Any],
      let digest = scenario["sha256"] as? String,
      let replications = root["replications"] as? Int,
      let metrics = root["metrics"] as? [String: [String: Any]]
    else { throw ReadError(message: "scenario, replications or metrics are missing") }
    scenarioDigest = digest
    self.replications = replications
    let known = Metric.allCases.map(\.id).filter { metrics[$0] != nil }
    let unknown = metrics.keys.filter { Metric(id: $0) == nil }.sorted()
    var cells: [Cell] = []
    for id in known + unknown {
      guard let metric = metrics[id] else { continue }
      cells.append(try StoredResults.cell(metric, id, "all"))
      let groups = metric["groups"] as? [String: [String: Any]] ?? [:]
      for name in groups.keys.sorted() {
        cells.append(try StoredResults.cell(groups[name] ?? [:], id, name))
      }
    }
    self.cells = cells
  }

  private static func cell(
    _ value: [String: Any], _ metric: String, _ group: String
  ) throws(ReadError) -> Cell {
    guard let count = value["n"] as? Int, value["mean"] != nil, value["sd"] != nil else {
      throw ReadError(message: "\(metric), \(group): mean, sd or n is missing")
    }
    return Cell(
      metric: metric, group: group, mean: value["mean"] as? Double ?? .nan,
      standardDeviation: value["sd"] as? Double ?? .nan, count: count)
  }
}
