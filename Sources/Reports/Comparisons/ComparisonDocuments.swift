import CaseloadModel
import Experiments
import ScenarioFormat

/// Comparisons with one base as documents for programs.
package struct ComparisonDocuments: Sendable, ResultDocument {
  /// The name of the format of the JSON.
  package static let format = "caseload-comparison/1"

  /// One scenario beside the base.
  package struct Variant: Sendable {
    /// What tells it apart.
    package let label: String
    /// How it differs in what comes out.
    package let comparison: PairedComparison
    /// The keys in which its scenario differs.
    package let changes: [KeyChange]

    /// Makes a variant.
    package init(label: String, comparison: PairedComparison, changes: [KeyChange]) {
      self.label = label
      self.comparison = comparison
      self.changes = changes
    }
  }

  /// The scenarios beside the base.
  package let variants: [Variant]
  let baseLabel: String
  /// The metrics of tables.
  let metrics: [MetricDefinition]
  private let showsDetails: Bool

  /// Makes the documents of comparisons that share their base.
  ///
  /// - Parameters:
  ///   - metrics: The metrics of tables, which the simultaneous intervals are about.
  ///   - showsDetails: Whether each variant has a table of its own, with everything that is known.
  package init(
    _ variants: [Variant], baseLabel: String, metrics: [MetricDefinition], showsDetails: Bool
  ) {
    precondition(!variants.isEmpty, "there is nothing to compare")
    self.variants = variants
    self.baseLabel = baseLabel
    self.metrics = metrics
    self.showsDetails = showsDetails
  }

  /// The number of intervals that are to hold together: one per variant and metric, and net cost.
  package static func intervals(metrics: Int, variants: Int) -> Int { (metrics + 1) * variants }

  /// A table of all variants, or one of each.
  package func table(_ layout: TableLayout) -> String {
    guard showsDetails else { return VariantsTable(self, layout).text }
    return variants.map { variant in
      ComparisonTable(
        variant.comparison, metrics: metrics, baseLabel: baseLabel, variantLabel: variant.label,
        layout
      ).text
    }.joined(separator: "\n")
  }

  /// The files of the result folder, in order.
  package func files(record: RunRecord, scenario: Scenario) -> [ResultFile] {
    [
      ResultFile(name: "results.json", text: jsonValue.text()),
      ResultFile(name: "scenario.json", text: ScenarioText.resolved(scenario)),
      ResultFile(name: "run.json", text: record.json),
      ResultFile(name: "differences.csv", text: rows.csv),
    ]
  }

  /// Differences as JSON, in the format `caseload-comparison/1`.
  package var jsonValue: JSONValue {
    let base = variants[0].comparison.base
    return .object(
      DocumentHeader(
        ComparisonDocuments.format, base.scenarioName, base.scenarioDigest, seed: base.seed,
        scenarioKey: "base"
      ).members() + [
        ("comparisons", .integer(Int64(variants[0].comparison.comparisons))),
        ("variants", .array(variants.map(value))),
      ])
  }

  /// One row per variant, metric and group.
  package var rows: DataTable {
    let figures = ComparisonDocuments.figures
    return DataTable(
      ["variant"] + MetricRows.columns + [
        "n", "base", "mean", "difference", "low95", "high95", "lowSimultaneous",
        "highSimultaneous", "varianceReduction",
      ],
      rows: variants.lazy.flatMap { variant in
        MetricRows(variant.comparison.base.parts).lazy.map { row in
          let difference = variant.comparison.difference(row.definition.metric, group: row.group)
          return [variant.label] + row.fields + [String(difference.estimate.count)]
            + figures(difference).map { CSVText.field($0.1) }
        }
      })
  }

  private func value(of variant: Variant) -> JSONValue {
    let comparison = variant.comparison
    let result = comparison.variant
    let changes = variant.changes.map { change in
      let sides: [(String, JSONValue)] = [
        ("base", JSONValue.written(change.before)), ("variant", JSONValue.written(change.after)),
      ]
      return (change.key, JSONValue.object(sides))
    }
    return .object([
      ("label", .string(variant.label)),
      ("scenario", DocumentHeader.scenario(result.scenarioName, result.scenarioDigest)),
      ("changes", .object(changes)),
      ("pairs", .integer(Int64(comparison.pairs.count))),
      (
        "netCost",
        .object(
          [("unit", .string(MetricUnit.euroPerYear.rawValue))]
            + ComparisonDocuments.members(
              of: comparison.difference(summing: PairedComparison.netCost)))
      ),
      (
        "metrics",
        MetricRows.members(comparison.base.parts) { definition, group in
          ComparisonDocuments.members(of: comparison.difference(definition.metric, group: group))
        }
      ),
    ])
  }

  private static func members(
    of difference: PairedComparison.Difference
  ) -> [(String, JSONValue)] {
    figures(difference).map { ($0.0, JSONValue.finite($0.1)) }
      + [("n", .integer(Int64(difference.estimate.count)))]
  }

  private static func figures(_ difference: PairedComparison.Difference) -> [(String, Double)] {
    [
      ("base", difference.base), ("mean", difference.variant),
      ("difference", difference.estimate.mean), ("low95", difference.estimate.low),
      ("high95", difference.estimate.high), ("lowSimultaneous", difference.simultaneousLow),
      ("highSimultaneous", difference.simultaneousHigh),
      ("varianceReduction", difference.varianceReduction),
    ]
  }
}
