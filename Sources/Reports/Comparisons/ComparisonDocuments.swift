import Experiments
import ScenarioFormat

/// Comparisons with one base as documents for programs.
public struct ComparisonDocuments: Sendable {
  private let comparisons: [(label: String, comparison: PairedComparison)]

  /// Makes the documents of comparisons that share their base.
  public init(_ comparisons: [(label: String, comparison: PairedComparison)]) {
    precondition(!comparisons.isEmpty, "there is nothing to compare")
    self.comparisons = comparisons
  }

  /// Differences as JSON, in the format `caseload-comparison/1`.
  public var json: String {
    let base = comparisons[0].comparison.base
    return JSONValue.object([
      ("format", .string("caseload-comparison/1")),
      ("base", ComparisonDocuments.scenario(of: base)),
      ("seed", .unsigned(base.seed)),
      ("comparisons", .integer(Int64(comparisons[0].comparison.comparisons))),
      ("variants", .array(comparisons.map { variant(label: $0.label, $0.comparison) })),
    ]).text()
  }

  /// One row per variant, metric and group.
  public var csv: String {
    var table = CSVText(header: [
      "variant", "metric", "group", "unit", "n", "base", "mean", "difference", "low95", "high95",
      "lowSimultaneous", "highSimultaneous", "varianceReduction",
    ])
    for (label, comparison) in comparisons {
      for definition in MetricCatalog.all {
        let names = ["all"] + (definition.isPerGroup ? comparison.base.groupNames : [])
        for (group, name) in names.enumerated() {
          let difference = comparison.difference(definition.metric, group: group)
          table.add(
            [
              label, definition.metric.id, name, definition.unit.rawValue,
              String(difference.estimate.count),
            ] + ComparisonDocuments.figures(of: difference).map { CSVText.field($0.1) })
        }
      }
    }
    return table.text
  }

  private static func scenario(of result: ExperimentResult) -> JSONValue {
    .object([
      ("name", .string(result.scenarioName)), ("sha256", .string(result.scenarioDigest)),
    ])
  }

  private func variant(label: String, _ comparison: PairedComparison) -> JSONValue {
    .object([
      ("label", .string(label)),
      ("scenario", ComparisonDocuments.scenario(of: comparison.variant)),
      ("pairs", .integer(Int64(comparison.pairs.count))),
      (
        "metrics",
        .object(
          MetricCatalog.all.map { definition in
            var members: [(String, JSONValue)] = [("unit", .string(definition.unit.rawValue))]
            members += ComparisonDocuments.members(of: comparison.difference(definition.metric))
            if definition.isPerGroup, !comparison.base.groupNames.isEmpty {
              let groups = comparison.base.groupNames.enumerated().map { index, name in
                let difference = comparison.difference(definition.metric, group: index + 1)
                return (name, JSONValue.object(ComparisonDocuments.members(of: difference)))
              }
              members.append(("groups", .object(groups)))
            }
            return (definition.metric.id, .object(members))
          })
      ),
    ])
  }

  private static func members(
    of difference: PairedComparison.Difference
  ) -> [(String, JSONValue)] {
    figures(of: difference).map { ($0.0, JSONValue.finite($0.1)) }
      + [("n", .integer(Int64(difference.estimate.count)))]
  }

  private static func figures(of difference: PairedComparison.Difference) -> [(String, Double)] {
    [
      ("base", difference.base), ("mean", difference.variant),
      ("difference", difference.estimate.mean), ("low95", difference.estimate.low),
      ("high95", difference.estimate.high), ("lowSimultaneous", difference.simultaneousLow),
      ("highSimultaneous", difference.simultaneousHigh),
      ("varianceReduction", difference.varianceReduction),
    ]
  }
}
