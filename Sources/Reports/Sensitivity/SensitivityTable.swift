import CaseloadModel
import Experiments
import ScenarioFormat

/// A sensitivity analysis as people read it: per metric the keys, the most influential first.
package struct SensitivityTable: Sendable {
  private let documents: SensitivityDocuments
  private let layout: TableLayout

  /// Makes a table.
  package init(_ documents: SensitivityDocuments, _ layout: TableLayout = TableLayout()) {
    self.documents = documents
    self.layout = layout
  }

  private var style: TextStyle { layout.style }

  /// Heading, a table per metric, and what the columns mean.
  package var text: String {
    let study = documents.study
    var text = heading
    for (metric, findings) in zip(study.metrics, documents.findings) {
      let definition = MetricCatalog[metric]
      text += "\n" + style.bold("\(layout.title(of: definition)) (\(metric.id))") + "\n"
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
      title = layout.word("gevoeligheid (Morris)", "Morris screening")
      design = "\(finished) " + layout.word("wandelingen", "trajectories")
    case .sobol:
      title = layout.word("aandelen in de spreiding (Sobol)", "Sobol indices")
      design = "\(finished) " + layout.word("rijen", "rows")
    }
    let name = DiagnosticRenderer.printable(documents.title)
    let (points, replications) = (documents.outcome.pointCount, study.replications)
    let partial =
      documents.isPartial
      ? style.error(
        layout.word(
          "onvolledig: \(finished) van \(study.values.count) zijn klaar",
          "partial: \(finished) of \(study.values.count) were finished")) + "\n" : ""
    return style.bold("\(name): \(title)") + "\n" + design
      + layout.word(
        " van \(points) punten, \(replications) herhaling\(replications == 1 ? "" : "en") per punt,"
          + " startgetal \(study.seed)\n",
        " of \(points) points, \(replications) replication\(replications == 1 ? "" : "s") per point,"
          + " seed \(study.seed)\n") + partial
  }

  /// Positions of the keys, by falling influence; keys without a figure come last.
  private static func order(_ influence: [Double]) -> [Int] {
    let known = influence.map { $0.isNaN ? -Double.infinity : $0 }
    return influence.indices.sorted { (known[$0], -$0) > (known[$1], -$1) }
  }

  private func cells(ofKey position: Int) -> [String] {
    let range = documents.study.ranges[position]
    let ends = range.text(of: range.low) + layout.word(" tot ", " to ") + range.text(of: range.high)
    return ["  " + DiagnosticRenderer.printable(range.key), ends]
  }

  private func table(of effects: [MorrisEffects], _ definition: MetricDefinition) -> String {
    var table = AlignedColumns(style: style)
    let unit =
      definition.isPercent
      ? layout.word("procentpunt", "points")
      : layout.word(UnitWords.of(definition).nl, definition.displayUnit)
    table.add(
      .cells(
        ["  " + unit, layout.word("bereik", "range"), "mu", "mu*", "95 %", "sigma", "95 %"]
          + [layout.word("toeval", "chance")]))
    for position in SensitivityTable.order(effects.map(\.size.mean)) {
      let effect = effects[position]
      let written = { (value: Double) in
        value.isFinite ? layout.number(DifferenceText.unsigned(value, definition, extra: 1)) : "–"
      }
      let interval = { (low: Double, high: Double) in
        low.isFinite && high.isFinite ? written(max(0, low)) + "–" + written(high) : "–"
      }
      table.add(
        .cells(
          cells(ofKey: position) + [
            layout.number(DifferenceText.signed(effect.mean.mean, definition, extra: 1)),
            written(effect.size.mean),
            interval(effect.size.low, effect.size.high), written(effect.spread),
            interval(effect.spreadLow, effect.spreadHigh), written(effect.noise),
          ]))
    }
    let count = effects[0].mean.count
    let note =
      count < documents.outcome.finishedBlocks.count
      ? layout.word(
        "  bepaald in \(count) wandeling\(count == 1 ? "" : "en")\n",
        "  defined in \(count) \(count == 1 ? "trajectory" : "trajectories")\n") : ""
    return note + table.text(columns: 8)
  }

  private func table(of indices: SobolIndices, _ definition: MetricDefinition) -> String {
    var text = layout.word("  gemiddelde ", "  mean ") + layout.figure(indices.mean, definition)
    if indices.standardDeviation.isFinite {
      let unit = definition.isPercent ? layout.word(" procentpunt", " points") : ""
      text += layout.word(
        ", standaardafwijking over het bereik ", ", standard deviation over the ranges ")
      text +=
        layout.number(DifferenceText.unsigned(indices.standardDeviation, definition)) + unit
    } else if indices.rows > 0 {
      text += layout.word(
        ", geen spreiding naast die van het toeval", ", no variance beside that of chance")
    }
    if indices.noiseShare.isFinite {
      let share = DecimalText.fixed(indices.noiseShare * 100, decimals: 0)
      text += layout.word(
        ", toeval is \(share) % van de spreiding van een punt",
        ", chance \(share) % of the variance of a point")
    }
    if indices.rows < documents.outcome.finishedBlocks.count {
      text += layout.word(
        ", bepaald in \(indices.rows) rij\(indices.rows == 1 ? "" : "en")",
        ", defined in \(indices.rows) row\(indices.rows == 1 ? "" : "s")")
    }
    var table = AlignedColumns(style: style)
    let headings = [
      "", layout.word("bereik", "range"), layout.word("alleen", "first"), "95 %",
      layout.word("totaal", "total"), "95 %",
    ]
    table.add(.cells(headings))
    for position in SensitivityTable.order(indices.total.map(\.value)) {
      let figures = [indices.first[position], indices.total[position]].flatMap { index in
        [
          layout.number(DecimalText.fixed(index.value, decimals: 2)),
          index.low.isFinite
            ? layout.number(DecimalText.fixed(index.low, decimals: 2))
              + layout.word(" tot ", " to ")
              + layout.number(DecimalText.fixed(index.high, decimals: 2)) : "–",
        ]
      }
      table.add(.cells(cells(ofKey: position) + figures))
    }
    let warnings = SensitivityDocuments.warnings(of: indices, documents.study).map {
      "  " + style.error("warning:") + " \(DiagnosticRenderer.printable($0))\n"
    }
    return text + "\n" + table.text(columns: 6) + warnings.joined()
  }

  private var note: String {
    switch documents.study.method {
    case .morris:
      layout.word(
        """
        mu: gemiddeld effect van het lage naar het hoge eind van het bereik; mu*: gemiddelde grootte van
        de effecten; sigma: hun spreiding, groot als het effect van andere instellingen afhangt of buigt;
        toeval: de spreiding die toeval alleen zou geven.

        """,
        """
        mu: mean effect of going from the low end to the high end of the range; mu*: mean size of the
        effects; sigma: their spread, large when the effect depends on other keys or bends; chance: the
        spread that chance alone would give.

        """)
    case .sobol:
      layout.word(
        """
        alleen: het deel van de spreiding dat de instelling in haar eentje verklaart; totaal: het deel
        waaraan zij meedoet, samen met andere instellingen.

        """,
        """
        first: the share of the variance that the key explains on its own; total: the share that it
        takes part in, together with other keys.

        """)
    }
  }
}
