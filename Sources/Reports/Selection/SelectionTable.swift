import CaseloadModel
import Experiments
import ScenarioFormat

/// A selection among scenarios as people read it.
package struct SelectionTable: Sendable {
  private let documents: SelectionDocuments
  private let layout: TableLayout
  private var style: TextStyle { layout.style }

  /// Makes a table.
  package init(_ documents: SelectionDocuments, _ layout: TableLayout = TableLayout()) {
    self.documents = documents
    self.layout = layout
  }

  /// Heading, a row per candidate, and the conclusion in words.
  package var text: String {
    let question = documents.question
    let metrics = documents.shownQuantities
    var table = AlignedColumns(style: style)
    table.add(
      .cells(
        question.keys.map { DiagnosticRenderer.printable($0) }
          + metrics.map { documents.experiment.metrics[$0].id }
          + [
            layout.word("netto kosten", "net cost"), layout.word("herhalingen", "replications"),
            layout.word("oordeel", "verdict"),
          ]))
    for (candidate, point) in question.points.enumerated() {
      let estimates = documents.result.estimates(candidate: candidate)
      let cells = metrics.map {
        SweepDocuments.cell(estimates[$0], MetricCatalog[documents.experiment.metrics[$0]], layout)
      }
      let verdict = documents.words(
        for: documents.result.selection.verdicts[candidate], candidate: candidate,
        in: layout.language)
      table.add(
        .cells(
          point.map { DiagnosticRenderer.printable($0) } + cells + [
            layout.number(
              DecimalText.fixed(documents.netCost(candidate: candidate), decimals: 0)),
            String(documents.result.replications[candidate]),
            DiagnosticRenderer.printable(verdict),
          ]))
    }
    return heading + "\n" + table.text(columns: question.keys.count + metrics.count + 3) + "\n"
      + conclusion
  }

  private var heading: String {
    let question = documents.question
    let problem = documents.experiment.problem
    let name = DiagnosticRenderer.printable(question.title)
    let wanted =
      (question.isLowBest
        ? layout.word("laagste ", "lowest ") : layout.word("hoogste ", "highest "))
      + question.objective
    var text = style.bold("\(name): \(DiagnosticRenderer.printable(wanted))") + "\n"
    for limit in question.limits {
      let tolerance = layout.number(
        DifferenceText.unsigned(limit.limit.tolerance, MetricCatalog[limit.metric], extra: 1))
      let unit = MetricCatalog[limit.metric].isPercent ? layout.points : ""
      text +=
        layout.word("met ", "with ") + DiagnosticRenderer.printable(limit.text)
        + layout.word(", speling ", ", tolerance ") + tolerance + unit + "\n"
    }
    if case .measured(_, let indifference) = problem.objective,
      let metric = documents.experiment.metrics.last
    {
      let definition = MetricCatalog[metric]
      let size = layout.number(DifferenceText.unsigned(indifference, definition, extra: 1))
      let unit = definition.isPercent ? layout.points : ""
      text += layout.word(
        "verschillen onder \(size)\(unit) doen er niet toe\n",
        "differences below \(size)\(unit) do not matter\n")
    }
    if documents.experiment.sets > 1 {
      let sets = documents.experiment.sets
      text += layout.word(
        "over de \(sets) sets van een ensemble, om de beurt van herhaling tot herhaling\n",
        "over the \(sets) sets of an ensemble, in turn from replication to replication\n")
    }
    let count = question.points.count
    return text
      + layout.word(
        "\(count) mogelijkheden, eerst \(problem.firstStage) herhalingen elk, hoogstens \(problem.maximum),"
          + " betrouwbaarheid \(confidence), startgetal \(documents.experiment.seed)\n",
        "\(count) candidates, at first \(problem.firstStage) replications each, at most \(problem.maximum),"
          + " confidence \(confidence), seed \(documents.experiment.seed)\n")
  }

  /// The confidence in percent, with as many decimals as it has, so that 99.99 % does not read as certainty.
  private var confidence: String {
    let percent = documents.experiment.problem.confidence * 100
    var decimals = 0
    var scale = 1.0
    while decimals < 9, ((percent * scale).rounded() / scale - percent).magnitude > 1e-10 {
      decimals += 1
      scale *= 10
    }
    return layout.number(DecimalText.fixed(percent, decimals: decimals)) + " %"
  }

  private var conclusion: String {
    guard let conclusion = documents.result.selection.conclusion else {
      return layout.word(
        "onvolledig: gestopt voordat de keuze was gemaakt\n",
        "partial: stopped before the selection was concluded\n")
    }
    guard case .selected(let candidate) = conclusion else {
      return conclusion == .nothingFeasible
        ? SelectionExplanation(documents, layout).nothingFeasible() : ""
    }
    let label = DiagnosticRenderer.printable(documents.label(candidate: candidate))
    let problem = documents.experiment.problem
    let isAlone = documents.question.limits.isEmpty
    let objective = documents.question.objective
    let better =
      documents.question.isLowBest
      ? layout.word("lagere", "lower") : layout.word("hogere", "higher")
    let meaning: String
    switch problem.objective {
    case .known:
      meaning = layout.word(
        "Met een kans van minstens \(confidence) gaat zij over geen grens met de speling of meer,\nen haalt geen"
          + " mogelijkheid met een \(better) \(objective) alle grenzen met de speling of meer.\n",
        "With a chance of at least \(confidence) it breaks no limit by the tolerance or more,\nand no candidate"
          + " with a \(better) \(objective) meets all limits by the tolerance or more.\n")
    case .measured:
      meaning = layout.word(
        "Met een kans van minstens \(confidence) "
          + (isAlone ? "" : "gaat zij over geen grens met de speling of meer,\nen ")
          + "is zij de beste\(isAlone ? "" : " die ze met de speling haalt"), als die meer beter is dan\nhet verschil"
          + " dat telt.\n",
        "With a chance of at least \(confidence) "
          + (isAlone ? "" : "it breaks no limit by the tolerance or more,\nand ")
          + "it is the best one\(isAlone ? "" : " that meets them by the tolerance"), if that one is better by"
          + " the\nindifference or more.\n")
    }
    return style.bold(layout.word("Gekozen: \(label)", "Selected: \(label)")) + "\n"
      + ties(with: candidate) + meaning
      + SelectionExplanation(documents, layout).figures(of: candidate)
  }

  /// The candidates that would do as well as the selected one, and why.
  private func ties(with candidate: Int) -> String {
    let tied = documents.result.selection.tied(with: candidate)
    guard !tied.isEmpty else { return "" }
    let labels = tied.map { DiagnosticRenderer.printable(documents.label(candidate: $0)) }
    let reason: String
    switch documents.experiment.problem.objective {
    case .known:
      reason = layout.word(
        "haalt de grenzen bij hetzelfde \(documents.question.objective)",
        "meets the limits at the same \(documents.question.objective)")
    case .measured:
      reason = layout.word(
        "haalt de grenzen en scheelt minder dan het verschil dat telt",
        "meets the limits and differs by less than the indifference")
    }
    return style.bold(
      layout.word("Even goed: ", "Tied with it: ") + labels.joined(separator: "; ")) + "\n("
      + layout.word("elk ", "each ") + "\(DiagnosticRenderer.printable(reason)))\n"
  }
}
