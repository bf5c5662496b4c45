import CaseloadModel
import Experiments
import ScenarioFormat

/// A sensitivity analysis as documents for programs.
public struct SensitivityDocuments: Sendable {
  /// The name of the format of `results.json`.
  public static let format = "caseload-sensitivity/1"

  let study: SensitivityStudy
  let outcome: BlockOutcome
  let findings: [SensitivityStudy.Findings]
  let scenarioName: String
  private let scenarioDigest: String

  /// Makes the documents of a study of the given scenario.
  public init(
    _ study: SensitivityStudy, outcome: BlockOutcome, scenarioName: String, scenarioDigest: String
  ) {
    self.study = study
    self.outcome = outcome
    self.scenarioName = scenarioName
    self.scenarioDigest = scenarioDigest
    findings = study.findings(of: outcome)
  }

  /// Whether the run was stopped before all trajectories or rows were finished.
  public var isPartial: Bool { outcome.finishedBlocks.count < study.values.count }

  /// The files of the result folder, in order.
  public func files(record: RunRecord) -> [ResultFile] {
    [
      ResultFile(name: "results.json", text: json),
      ResultFile(name: "run.json", text: record.json),
      ResultFile(name: "indices.csv", text: csv),
      ResultFile(name: "points.csv", text: pointsCSV),
    ]
  }

  /// All figures as JSON: the same bytes for the same scenario, seed and design.
  public var json: String {
    let blocks = study.method == .morris ? "trajectories" : "rows"
    var members: [(String, JSONValue)] = [
      ("format", .string(SensitivityDocuments.format)),
      ("method", .string(study.method.rawValue)),
      (
        "scenario",
        .object([("name", .string(scenarioName)), ("sha256", .string(scenarioDigest))])
      ),
      ("seed", .unsigned(study.seed)),
      ("replicationsPerPoint", .integer(Int64(study.replications))),
      (blocks, .integer(Int64(outcome.finishedBlocks.count))),
    ]
    if isPartial {
      members.append(("partial", .boolean(true)))
      members.append(("planned", .integer(Int64(study.values.count))))
    }
    let keys = study.ranges.map { range in
      JSONValue.object([
        ("key", .string(range.key)), ("low", .number(range.low)), ("high", .number(range.high)),
      ])
    }
    members.append(("keys", .array(keys)))
    members.append(
      (
        "metrics",
        .object(
          zip(study.metrics, findings).map { ($0.id, SensitivityDocuments.value($1, $0, study)) })
      ))
    return JSONValue.object(members).text()
  }

  private static func value(
    _ findings: SensitivityStudy.Findings, _ metric: Metric, _ study: SensitivityStudy
  ) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("unit", .string(MetricCatalog[metric].unit.rawValue))
    ]
    if case .sobol(let indices) = findings {
      members += [
        ("n", .integer(Int64(indices.rows))), ("mean", .finite(indices.mean)),
        ("sd", .finite(indices.standardDeviation)), ("noiseShare", .finite(indices.noiseShare)),
      ]
    }
    let keys = study.ranges.enumerated().map { position, range in
      let figures = figures(of: findings, key: position).map { figure in
        (
          figure.name,
          JSONValue.object([
            ("value", .finite(figure.value)), ("low95", .finite(figure.low)),
            ("high95", .finite(figure.high)),
          ])
        )
      }
      return (range.key, JSONValue.object(figures))
    }
    return .object(members + [("keys", .object(keys))])
  }

  /// One figure of a key with its interval.
  private struct Figure {
    let name: String
    let value: Double
    let low: Double
    let high: Double
    let count: Int
  }

  private static func figures(of findings: SensitivityStudy.Findings, key: Int) -> [Figure] {
    switch findings {
    case .morris(let effects):
      let effect = effects[key]
      let count = effect.mean.count
      return [
        Figure(
          name: "mu", value: effect.mean.mean, low: effect.mean.low, high: effect.mean.high,
          count: count),
        Figure(
          name: "muStar", value: effect.size.mean, low: max(0, effect.size.low),
          high: effect.size.high, count: count),
        Figure(
          name: "sigma", value: effect.spread, low: effect.spreadLow, high: effect.spreadHigh,
          count: count),
        Figure(name: "noise", value: effect.noise, low: .nan, high: .nan, count: count),
      ]
    case .sobol(let indices):
      return [("first", indices.first[key]), ("total", indices.total[key])].map { name, index in
        Figure(
          name: name, value: index.value, low: index.low, high: index.high, count: indices.rows)
      }
    }
  }

  /// One row per metric, key and figure.
  public var csv: String {
    var table = CSVText(header: [
      "metric", "unit", "key", "figure", "n", "value", "low95", "high95",
    ])
    for (metric, findings) in zip(study.metrics, findings) {
      for (position, range) in study.ranges.enumerated() {
        for figure in SensitivityDocuments.figures(of: findings, key: position) {
          table.add([
            metric.id, MetricCatalog[metric].unit.rawValue, range.key, figure.name,
            String(figure.count), CSVText.field(figure.value), CSVText.field(figure.low),
            CSVText.field(figure.high),
          ])
        }
      }
    }
    return table.text
  }

  /// One row per finished point and replication: the values of the keys and of the metrics.
  public var pointsCSV: String {
    var table = CSVText(
      header: ["block", "point", "replication"] + study.ranges.map(\.key) + study.metrics.map(\.id))
    let outputs = study.metrics.indices.map { outcome.outputs(metric: $0) }
    let texts = study.points
    for (place, block) in outcome.finishedBlocks.enumerated() {
      for point in 0..<outcome.pointCount {
        for replication in 0..<outcome.replications {
          table.add(
            [
              String(block), String(point), String(block * outcome.replications + replication),
            ] + texts[block][point]
              + outputs.map { CSVText.field($0[place][point][replication]) })
        }
      }
    }
    return table.text
  }
}
