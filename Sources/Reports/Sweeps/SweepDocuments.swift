import CaseloadModel
import Experiments
import ScenarioFormat

/// The results of a sweep.
public struct SweepDocuments: Sendable {
  /// One point: the values of the varied keys, and what was found there.
  public struct Point: Sendable {
    /// The number of the point in the plan, from 0.
    public let number: Int
    /// Values in the order of the keys.
    public let values: [String]
    /// The result.
    public let result: ExperimentResult

    /// Makes a point.
    public init(number: Int, values: [String], result: ExperimentResult) {
      self.number = number
      self.values = values
      self.result = result
    }
  }

  private let keys: [String]
  private let points: [Point]
  private let plannedPoints: Int

  /// Makes the documents of a sweep over the given keys, of which some points may be missing.
  public init(keys: [String], points: [Point], plannedPoints: Int) {
    precondition(
      points.allSatisfy { $0.values.count == keys.count }, "every point has a value per key")
    self.keys = keys
    self.points = points
    self.plannedPoints = plannedPoints
  }

  private var isPartial: Bool { points.count < plannedPoints }

  /// One row per point, metric and group, with a column per varied key.
  public var csv: String {
    var table = CSVText(
      header: ["point"] + keys + [
        "metric", "group", "unit", "n", "mean", "sd", "low95", "high95",
      ])
    for point in points {
      for definition in MetricCatalog.all {
        let names = ["all"] + (definition.isPerGroup ? point.result.groupNames : [])
        for (group, name) in names.enumerated() {
          let estimate = point.result.estimate(definition.metric, group: group)
          table.add(
            [String(point.number)] + point.values + [
              definition.metric.id, name, definition.unit.rawValue, String(estimate.count),
              CSVText.field(estimate.mean), CSVText.field(estimate.standardDeviation),
              CSVText.field(estimate.low), CSVText.field(estimate.high),
            ])
        }
      }
    }
    return table.text
  }

  /// All points as JSON, in the format `caseload-sweep/1`.
  public var json: String {
    let points = points.map { point in
      JSONValue.object([
        ("values", .object(zip(keys, point.values).map { ($0, .string($1)) })),
        ("results", ResultDocuments(point.result).resultsValue),
      ])
    }
    var members: [(String, JSONValue)] = [("format", .string("caseload-sweep/1"))]
    if isPartial {
      members.append(("partial", .boolean(true)))
      members.append(("plannedPoints", .integer(Int64(plannedPoints))))
      members.append(("finishedPoints", .array(self.points.map { .integer(Int64($0.number)) })))
    }
    members.append(("keys", .array(keys.map { .string($0) })))
    members.append(("points", .array(points)))
    return JSONValue.object(members).text()
  }

  /// A row per point and a column per metric: the mean with the half-width of its 95 % interval.
  public func table(metrics: [Metric], style: TextStyle = .plain) -> String {
    var table = AlignedColumns(style: style)
    let headings = metrics.map(\.id)
    table.add(.cells(keys.map { DiagnosticRenderer.printable($0) } + headings))
    for point in points {
      let cells = metrics.map { metric in
        SweepDocuments.cell(point.result.estimate(metric), MetricCatalog[metric])
      }
      table.add(.cells(point.values.map { DiagnosticRenderer.printable($0) } + cells))
    }
    let replications = points.first?.result.finishedReplications.count ?? 0
    let partial =
      isPartial ? "partial: \(points.count) of \(plannedPoints) points were finished\n" : ""
    return table.text(columns: keys.count + metrics.count) + partial
      + style.faint(
        "\(points.count) point\(points.count == 1 ? "" : "s"), \(replications)"
          + " replication\(replications == 1 ? "" : "s") each, the same seed for all;"
          + " ± is half the 95 % interval\n")
  }

  /// A mean with half the width of its 95 % interval.
  static func cell(_ estimate: Estimate, _ definition: MetricDefinition) -> String {
    guard estimate.count > 0 else { return "–" }
    var mean = definition.formatted(estimate.mean)
    guard estimate.halfWidth.isFinite else { return mean }
    let isPercent = mean.hasSuffix(" %")
    if isPercent { mean.removeLast(2) }
    return mean + " ± " + DifferenceText.unsigned(estimate.halfWidth, definition)
      + (isPercent ? " %" : "")
  }
}
