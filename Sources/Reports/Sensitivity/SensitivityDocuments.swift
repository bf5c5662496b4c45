import CaseloadModel
import Experiments
import ScenarioFormat

/// A sensitivity analysis as documents for programs.
package struct SensitivityDocuments: Sendable, ResultDocument {
  /// The name of the format of `results.json`.
  package static let format = "caseload-sensitivity/1"

  let study: SensitivityStudy
  let outcome: BlockOutcome
  let findings: [SensitivityStudy.Findings]
  let scenarioName: String
  private let scenarioDigest: String
  /// What tables call the scenario.
  let title: String

  /// Makes the documents of a study of the given scenario.
  package init(
    _ study: SensitivityStudy, outcome: BlockOutcome, scenarioName: String,
    scenarioDigest: String, title: String
  ) {
    self.title = title
    self.study = study
    self.outcome = outcome
    self.scenarioName = scenarioName
    self.scenarioDigest = scenarioDigest
    findings = study.findings(of: outcome)
  }

  /// Whether the run was stopped before all trajectories or rows were finished.
  package var isPartial: Bool { outcome.finishedBlocks.count < study.values.count }

  /// The files of the result folder, in order.
  package func files(record: RunRecord, scenario: Scenario) -> [ResultFile] {
    [
      ResultFile(name: "results.json", text: jsonValue.text()),
      ResultFile(name: "scenario.json", text: ScenarioText.resolved(scenario)),
      ResultFile(name: "run.json", text: record.json),
      ResultFile(name: "indices.csv", text: rows.csv),
      ResultFile(name: "points.csv", text: pointRows.csv),
    ]
  }

  /// All figures as JSON: the same bytes for the same scenario, seed and design.
  package var jsonValue: JSONValue {
    let blocks = study.method == .morris ? "trajectories" : "rows"
    var members =
      DocumentHeader(
        SensitivityDocuments.format, scenarioName, scenarioDigest, seed: study.seed
      ).members([("method", .string(study.method.rawValue))]) + [
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
    return .object(members)
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
      let warnings = warnings(of: indices, study)
      if !warnings.isEmpty { members.append(("warnings", .array(warnings.map { .string($0) }))) }
    }
    let keys = study.ranges.enumerated().map { position, range in
      let figures = figures(findings, position).map { figure in
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

  /// The indices that lie outside 0…1, each with its interval; empty when all can be believed.
  static func warnings(of indices: SobolIndices, _ study: SensitivityStudy) -> [String] {
    let kinds = [("first", indices.first), ("total", indices.total)]
    return study.ranges.indices.flatMap { position in
      kinds.compactMap { name, values -> String? in
        let index = values[position]
        guard index.isOutsideRange else { return nil }
        let figure = DecimalText.fixed(index.value, decimals: 3)
        let interval =
          index.low.isFinite
          ? "95 % interval \(DecimalText.fixed(index.low, decimals: 3)) to "
            + DecimalText.fixed(index.high, decimals: 3) : "no interval can be given"
        return
          "\(name) of \(study.ranges[position].key) is \(figure), outside 0 to 1 (\(interval)):"
          + " chance of \(indices.rows) rows; more rows narrow it"
      }
    }
  }

  /// One figure of a key with its interval.
  private struct Figure {
    let name: String
    let value: Double
    let low: Double
    let high: Double
    let count: Int
  }

  private static func figures(
    _ findings: SensitivityStudy.Findings, _ key: Int
  ) -> [Figure] {
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
  package var rows: DataTable {
    let figures = SensitivityDocuments.figures
    return DataTable(
      ["metric", "unit", "key", "figure", "n", "value", "low95", "high95"],
      rows: zip(study.metrics, findings).lazy.flatMap { metric, findings in
        study.ranges.enumerated().flatMap { position, range in
          figures(findings, position).map { figure in
            [
              metric.id, MetricCatalog[metric].unit.rawValue, range.key, figure.name,
              String(figure.count), CSVText.field(figure.value), CSVText.field(figure.low),
              CSVText.field(figure.high),
            ]
          }
        }
      })
  }

  /// One row per finished point and replication: the values of the keys and of the metrics.
  var pointRows: DataTable {
    let outputs = study.metrics.indices.map { outcome.outputs(metric: $0) }
    let texts = study.points
    return DataTable(
      ["block", "point", "replication"] + study.ranges.map(\.key) + study.metrics.map(\.id),
      rows: outcome.finishedBlocks.enumerated().lazy.flatMap { place, block in
        (0..<outcome.pointCount).flatMap { point in
          (0..<outcome.replications).map { replication in
            [String(block), String(point), String(block * outcome.replications + replication)]
              + texts[block][point]
              + outputs.map { CSVText.field($0[place][point][replication]) }
          }
        }
      })
  }

  /// Heading, a table per metric, and what the columns mean.
  package func table(_ layout: TableLayout) -> String {
    SensitivityTable(self, layout).text
  }
}
