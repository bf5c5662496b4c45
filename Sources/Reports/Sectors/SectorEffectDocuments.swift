import CaseloadModel
import Experiments
import ScenarioFormat

/// What variants come to by size and starting point of organisations, as a table and as a file.
package struct SectorEffectDocuments {
  private let effects: [(label: String, effects: SectorEffects)]
  private let metrics: [MetricDefinition]

  /// Makes the documents of a comparison; `nil` when it is not of sectors.
  package init?(
    _ results: [ExperimentResult], labels: [String], metrics: [MetricDefinition]
  ) {
    guard let base = results.first else { return nil }
    effects = zip(labels, results).dropFirst().compactMap { label, variant in
      SectorEffects(base: base, variant: variant).map { (label, $0) }
    }
    self.metrics = metrics
    if effects.isEmpty { return nil }
  }

  /// One row per variant, metric and class of organisations.
  package var file: ResultFile {
    var text = CSVText(
      header: ["variant", "metric", "unit", "by", "class", "organisations"] + Estimate.columns)
    for (label, effects) in effects {
      for definition in metrics {
        for members in effects.classes {
          text.add(
            [
              label, definition.metric.id, definition.unit.rawValue, members.by, members.name,
              String(members.positions.count),
            ] + effects.effect(definition.metric, in: members).fields)
        }
      }
    }
    return ResultFile(name: "organisation-effects.csv", text: text.text)
  }

  /// A table per variant: the mean difference in each class.
  package func text(_ layout: TableLayout) -> String {
    effects.map { label, effects in
      var columns = AlignedColumns(style: layout.style)
      columns.add(.cells([""] + effects.classes.map { "\($0.by) \($0.name)" }))
      for definition in metrics {
        columns.add(
          .cells(
            ["  " + layout.label(layout.title(of: definition), of: definition)]
              + effects.classes.map {
                let effect = effects.effect(definition.metric, in: $0)
                return layout.figure(effect.mean, definition)
              }))
      }
      let title = layout.style.bold(
        DiagnosticRenderer.printable(label)
          + layout.word(
            ": verschil naar grootte en uitgangspunt van organisaties",
            ": difference by size and starting point of organisations"))
      let count = max(3, columns.columnsThatFit(width: layout.width))
      let all = layout.word(
        "Wat niet past staat in organisation-effects.csv (--output).",
        "What does not fit is in organisation-effects.csv (--output).")
      return title + "\n" + columns.text(columns: count)
        + (count < effects.classes.count + 1 ? layout.style.faint(all) + "\n" : "")
    }.joined(separator: "\n")
  }
}
