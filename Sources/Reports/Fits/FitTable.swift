import CaseloadModel
import Experiments
import ScenarioFormat

/// A fit as people read it: targets, keys, what stands in the way, and what to do next.
struct FitTable {
  private let documents: FitDocuments
  private let layout: TableLayout
  private var match: HistoryMatch { documents.match }

  init(_ documents: FitDocuments, _ layout: TableLayout) {
    self.documents = documents
    self.layout = layout
  }

  var text: String {
    var text = layout.style.bold(DiagnosticRenderer.printable(documents.title) + ": fit") + "\n"
    text += summary + "\n"
    if documents.isPartial {
      text +=
        layout.style.error(
          layout.word("onvolledig: het werk is gestopt", "partial: the work was stopped"))
        + "\n"
    }
    text += "\n" + targets + "\n" + keys
    if !documents.isMet {
      text +=
        "\n"
        + layout.style.bold(
          layout.word("Geen set haalt alle doelen", "No set meets all targets")) + "\n"
      for line in documents.conflictWords { text += "  " + line[layout.language] + "\n" }
    }
    let trades = tradeOffs
    if !trades.isEmpty {
      text +=
        "\n" + layout.style.bold(layout.word("Wat tegen elkaar wegvalt", "What trades off")) + "\n"
      for line in trades { text += "  " + line + "\n" }
    }
    for line in documents.advice { text += "\n" + line[layout.language] + "\n" }
    return text
  }

  private var summary: String {
    let points = layout.count(match.points.count, ("punt", "punten"), ("point", "points"))
    let replications = layout.replications(documents.replications)
    let sets = layout.count(
      match.ensemble.count, ("set haalt", "sets halen"), ("set meets", "sets meet"))
    let isSingle = match.hasSingleWaves
    return layout.word(
      "\(points) gesimuleerd, \(replications) per "
        + (isSingle ? "set en 1 per ander punt" : "punt") + "; \(sets) alle doelen",
      "\(points) simulated, \(replications) "
        + (isSingle ? "per set and 1 per other point" : "each")
        + "; \(sets) all targets")
  }

  private var targets: String {
    var table = AlignedColumns(style: layout.style)
    table.add(.heading(layout.word("Doelen", "Targets")))
    table.add(
      .cells([
        "", layout.word("doel", "target"), "±", layout.word("gehaald", "reached"),
        layout.word("over de sets", "over the sets"), "",
      ]))
    for (index, goal) in match.goals.enumerated() {
      let reached = match.best?.found.figures[index] ?? .nan
      let figures = match.ensemble.map { $0.found.figures[index] }
      let range =
        figures.isEmpty
        ? "–" : figure(figures.min() ?? .nan, goal) + "–" + figure(figures.max() ?? .nan, goal)
      let isMet = goal.deviation(of: reached) <= 1
      let label = goal.label(in: layout.language)
      let name = documents.scenarios.count > 1 ? "\(goal.scenarioName): \(label)" : label
      table.add(
        .cells([
          "  " + DiagnosticRenderer.printable(name), figure(goal.value, goal),
          figure(goal.tolerance, goal), figure(reached, goal), range,
          isMet ? "" : layout.word("niet gehaald", "not met"),
        ]))
    }
    return table.text(columns: 6)
  }

  private func figure(_ value: Double, _ goal: FitGoal) -> String {
    let definition = MetricCatalog[goal.metric]
    guard value.isFinite else { return "–" }
    if goal.target.measure == .ratio { return layout.number(DecimalText.fixed(value, decimals: 3)) }
    return layout.figure(value, definition)
  }

  private var keys: String {
    var table = AlignedColumns(style: layout.style)
    table.add(.heading(layout.word("Sleutels", "Keys")))
    table.add(
      .cells([
        "", layout.word("gevonden", "fitted"), layout.word("geprobeerd", "tried"),
        layout.word("overgebleven", "left"), "",
      ]))
    for finding in documents.findings {
      let range = finding.key.range
      table.add(
        .cells([
          "  " + DiagnosticRenderer.printable(finding.key.label), range.text(of: finding.fitted),
          FitTable.number(range.low) + "–" + FitTable.number(range.high),
          finding.low.isFinite
            ? FitTable.number(finding.low) + "–" + FitTable.number(finding.high) : "–",
          finding.low.isFinite ? word(finding) : "",
        ]))
    }
    return table.text(columns: 5)
  }

  private static func number(_ value: Double) -> String { JSONText.number(value) }

  private func word(_ finding: FitKeyFinding) -> String {
    switch finding.identification {
    case .identified: layout.word("bepaald", "identified")
    case .atEnd:
      switch finding.touched {
      case .low: layout.word("aan de onderkant", "at the low end")
      case .high: layout.word("aan de bovenkant", "at the high end")
      default: layout.word("aan beide kanten", "at both ends")
      }
    case .narrowed: layout.word("vernauwd", "narrowed")
    case .notIdentified: layout.word("niet bepaald", "not identified")
    }
  }

  /// Pairs of keys that trade off, each once, strongest first.
  private var tradeOffs: [String] {
    var seen: Set<[String]> = []
    var pairs: [(text: String, size: Double)] = []
    for finding in documents.findings {
      for partner in finding.partners {
        let names = [finding.key.label, partner.key.label]
        guard seen.insert(names.sorted()).inserted else { continue }
        let figure = DecimalText.fixed(partner.correlation, decimals: 2)
        pairs.append(
          ("\(names[0]) – \(names[1]): \(layout.number(figure))", partner.correlation.magnitude))
      }
    }
    return pairs.sorted { $0.size > $1.size }.prefix(FitTable.mostPairs).map(\.text)
  }

  private static let mostPairs = 8
}
