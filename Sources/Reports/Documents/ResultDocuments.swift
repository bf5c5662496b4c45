import CaseloadModel
import Experiments
import SimulationKernel

/// The files of one result folder, as text.
public struct ResultDocuments: Sendable {
  /// The name of the format of `results.json`.
  public static let format = "caseload-results/1"

  private let result: ExperimentResult

  /// Makes the documents of a result.
  public init(_ result: ExperimentResult) { self.result = result }

  /// Estimates over the window: the same bytes for the same scenario, seed and replications.
  public var resultsJSON: String { resultsValue.text() }

  /// The content of `results.json`.
  package var resultsValue: JSONValue {
    var members: [(String, JSONValue)] = [
      ("format", .string(ResultDocuments.format)),
      (
        "scenario",
        .object([
          ("name", .string(result.scenarioName)), ("sha256", .string(result.scenarioDigest)),
        ])
      ),
      ("seed", .unsigned(result.seed)),
      ("replications", .integer(Int64(result.finishedReplications.count))),
    ]
    if result.isPartial {
      members.append(("partial", .boolean(true)))
      members.append(("plannedReplications", .integer(Int64(result.plannedReplications))))
      members.append(
        ("finishedReplications", .array(result.finishedReplications.map { .integer(Int64($0)) })))
    }
    members.append(("metrics", .object(MetricCatalog.all.map { ($0.metric.id, value(of: $0)) })))
    return .object(members)
  }

  private func value(of definition: MetricDefinition) -> JSONValue {
    var members: [(String, JSONValue)] = [("unit", .string(definition.unit.rawValue))]
    members += ResultDocuments.members(of: result.estimate(definition.metric))
    if definition.isPerGroup, !result.groupNames.isEmpty {
      let groups = result.groupNames.enumerated().map { index, name in
        let estimate = result.estimate(definition.metric, group: index + 1)
        return (name, JSONValue.object(ResultDocuments.members(of: estimate)))
      }
      members.append(("groups", .object(groups)))
    }
    return .object(members)
  }

  private static func members(of estimate: Estimate) -> [(String, JSONValue)] {
    [
      ("mean", .finite(estimate.mean)), ("sd", .finite(estimate.standardDeviation)),
      ("low95", .finite(estimate.low)), ("high95", .finite(estimate.high)),
      ("n", .integer(Int64(estimate.count))),
    ]
  }

  /// One row per observation, metric and group: date, metric, group, mean, low, high.
  ///
  /// The date is the day that closes the observed period. Quantities that were not defined are left out.
  public var seriesCSV: String {
    var table = CSVText(header: ["date", "metric", "group", "mean", "low", "high"])
    for (observation, day) in result.observationDays.enumerated() {
      let date = ResultDocuments.text(of: CivilDate(dayNumber: day))
      for definition in MetricCatalog.all {
        for (group, name) in groupNames(of: definition).enumerated() {
          let estimate = result.estimate(
            definition.metric, group: group, observation: observation)
          guard estimate.count > 0 else { continue }
          table.add([
            date, definition.metric.id, name, CSVText.field(estimate.mean),
            CSVText.field(estimate.low), CSVText.field(estimate.high),
          ])
        }
      }
    }
    return table.text
  }

  /// One row per replication, metric and group: replication, metric, group, value.
  ///
  /// A value that is not defined is empty.
  public var replicationsCSV: String { replicationsCSVPieces.joined() }

  /// The same in pieces, one replication each, so that the whole need not fit in memory.
  var replicationsCSVPieces: some Sequence<String> {
    (-1..<result.finishedReplications.count).lazy.map { replicationsCSV(position: $0) }
  }

  /// The rows of the replication at a position, or the header for position -1.
  private func replicationsCSV(position: Int) -> String {
    var table = CSVText(header: ["replication", "metric", "group", "value"])
    guard position >= 0 else { return table.text }
    _ = table.take()
    let values = result.values[position]
    let replication = String(result.finishedReplications[position])
    for definition in MetricCatalog.all {
      for (group, name) in groupNames(of: definition).enumerated() {
        let value = values[definition.metric.rawValue * result.groupCount + group]
        table.add([replication, definition.metric.id, name, CSVText.field(value)])
      }
    }
    return table.text
  }

  /// The table of estimates as CSV: one row per metric and group.
  public static func summaryCSV(of results: [ExperimentResult]) -> String {
    var table = CSVText(header: [
      "scenario", "metric", "group", "unit", "n", "mean", "sd", "low95", "high95",
    ])
    for result in results {
      for definition in MetricCatalog.all {
        let names = ResultDocuments(result).groupNames(of: definition)
        for (group, name) in names.enumerated() {
          let estimate = result.estimate(definition.metric, group: group)
          table.add([
            result.scenarioName, definition.metric.id, name, definition.unit.rawValue,
            String(estimate.count), CSVText.field(estimate.mean),
            CSVText.field(estimate.standardDeviation), CSVText.field(estimate.low),
            CSVText.field(estimate.high),
          ])
        }
      }
    }
    return table.text
  }

  /// Names of the groups for which a metric is kept, that of all clients first.
  private func groupNames(of definition: MetricDefinition) -> [String] {
    ["all"] + (definition.isPerGroup ? result.groupNames : [])
  }

  /// The date as `YYYY-MM-DD`.
  public static func text(of date: CivilDate) -> String {
    func padded(_ number: Int, _ count: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2)
  }
}

extension ResultDocuments {
  /// The files of the result folder, in order.
  public func files(record: RunRecord) -> [ResultFile] {
    [
      ResultFile(name: "results.json", text: resultsJSON),
      ResultFile(name: "run.json", text: record.json),
      ResultFile(name: "series.csv", text: seriesCSV),
      ResultFile(name: "replications.csv", pieces: replicationsCSVPieces),
    ]
  }

  /// The content of `results.json`; for several results, an array of them.
  public static func json(of results: [ExperimentResult]) -> String {
    if results.count == 1 { return ResultDocuments(results[0]).resultsJSON }
    return JSONValue.array(results.map { ResultDocuments($0).resultsValue }).text()
  }
}
