import CaseloadModel
import Experiments
import ScenarioFormat

/// A sensitivity analysis as people read it: per metric the keys, the most influential first.
public struct SensitivityTable: Sendable {
  private let documents: SensitivityDocuments
  private let style: TextStyle

  /// Makes a table.
  public init(_ documents: SensitivityDocuments, style: TextStyle = .plain) {
    self.documents = documents
    self.style = style
  }

  /// Heading, a table per metric, and what the columns mean.
  public var text: String {
    let study = documents.study
    var text = heading
    for (metric, findings) in zip(study.metrics, documents.findings) {
      let definition = MetricCatalog[metric]
      text += "\n" + style.bold("\(definition.title) (\(metric.id))") + "\n"
      switch findings {
      case .morris(let effects): text += table(of: effects, definition)
      case .sobol(let indices): text += table(of: indices, definition)
      }
    }
    return text + "\n" + style.faint(note)
  }

  private var heading: String {
    let study = documents.study
    let finished = documents.outcome.finishedBlocks.count
    let title: String
    let design: String
    switch study.method {
    case .morris:
      title = "Morris screening"
      design = "\(finished) trajectories"
    case .sobol:
      title = "Sobol indices"
      design = "\(finished) rows"
    }
    let name = DiagnosticRenderer.printable(documents.scenarioName)
    let partial =
      documents.isPartial
      ? style.error("partial: \(finished) of \(study.values.count) were finished") + "\n" : ""
    let plural = study.replications == 1 ? "" : "s"
    return style.bold("\(name): \(title)") + "\n"
      + "\(design) of \(documents.outcome.pointCount) points, \(study.replications)"
      + " replication\(plural) per point, seed \(study.seed)\n" + partial
  }

  /// Positions of the keys, by falling influence; keys without a figure come last.
  private static func order(_ influence: [Double]) -> [Int] {
    let known = influence.map { $0.isNaN ? -Double.infinity : $0 }
    return influence.indices.sorted { (known[$0], -$0) > (known[$1], -$1) }
  }

  private func cells(ofKey position: Int) -> [String] {
    let range = documents.study.ranges[position]
    let ends = range.text(of: range.low) + " to " + range.text(of: range.high)
    return ["  " + DiagnosticRenderer.printable(range.key), ends]
  }

  private func table(of effects: [MorrisEffects], _ definition: MetricDefinition) -> String {
    var table = AlignedColumns(style: style)
    let unit = definition.isPercent ? "points" : definition.displayUnit
    table.add(.cells(["  " + unit, "range", "mu", "mu*", "95 %", "sigma", "95 %", "chance"]))
    for position in SensitivityTable.order(effects.map(\.size.mean)) {
      let effect = effects[position]
      let written = { (value: Double) in
        value.isFinite ? DifferenceText.unsigned(value, definition, extra: 1) : "–"
      }
      let interval = { (low: Double, high: Double) in
        low.isFinite && high.isFinite ? written(max(0, low)) + "–" + written(high) : "–"
      }
      table.add(
        .cells(
          cells(ofKey: position) + [
            DifferenceText.signed(effect.mean.mean, definition, extra: 1),
            written(effect.size.mean),
            interval(effect.size.low, effect.size.high), written(effect.spread),
            interval(effect.spreadLow, effect.spreadHigh), written(effect.noise),
          ]))
    }
    let count = effects[0].mean.count
    let note =
      count < documents.outcome.finishedBlocks.count
      ? "  defined in \(count) \(count == 1 ? "trajectory" : "trajectories")\n" : ""
    return note + table.text(columns: 8)
  }

  private func table(of indices: SobolIndices, _ definition: MetricDefinition) -> String {
    var text = "  mean \(definition.formatted(indices.mean))"
    if indices.standardDeviation.isFinite {
      let unit = definition.isPercent ? " points" : ""
      text += ", standard deviation over the ranges"
      text += " \(DifferenceText.unsigned(indices.standardDeviation, definition))\(unit)"
    } else if indices.rows > 0 {
      text += ", no variance beside that of chance"
    }
    if indices.noiseShare.isFinite {
      let share = DecimalText.fixed(indices.noiseShare * 100, decimals: 0)
      text += ", chance \(share) % of the variance of a point"
    }
    if indices.rows < documents.outcome.finishedBlocks.count {
      text += ", defined in \(indices.rows) row\(indices.rows == 1 ? "" : "s")"
    }
    var table = AlignedColumns(style: style)
    table.add(.cells(["", "range", "first", "95 %", "total", "95 %"]))
    for position in SensitivityTable.order(indices.total.map(\.value)) {
      let figures = [indices.first[position], indices.total[position]].flatMap { index in
        [
          DecimalText.fixed(index.value, decimals: 2),
          index.low.isFinite
            ? DecimalText.fixed(index.low, decimals: 2) + " to "
              + DecimalText.fixed(index.high, decimals: 2) : "–",
        ]
      }
      table.add(.cells(cells(ofKey: position) + figures))
    }
    return text + "\n" + table.text(columns: 6)
  }

  private var note: String {
    switch documents.study.method {
    case .morris:
      """
      mu: mean effect of going from the low end to the high end of the range; mu*: mean size of the
      effects; sigma: their spread, large when the effect depends on other keys or bends; chance: the
      spread that chance alone would give.

      """
    case .sobol:
      """
      first: the share of the variance that the key explains on its own; total: the share that it
      takes part in, together with other keys.

      """
    }
  }
}
