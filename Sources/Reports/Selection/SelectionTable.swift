import CaseloadModel
import Experiments
import ScenarioFormat

/// A selection among scenarios as people read it.
package struct SelectionTable: Sendable {
  private let documents: SelectionDocuments
  private let style: TextStyle

  /// Makes a table.
  package init(_ documents: SelectionDocuments, style: TextStyle = .plain) {
    self.documents = documents
    self.style = style
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
          + ["net cost", "replications", "verdict"]))
    for (candidate, point) in question.points.enumerated() {
      let estimates = documents.result.estimates(candidate: candidate)
      let cells = metrics.map {
        SweepDocuments.cell(estimates[$0], MetricCatalog[documents.experiment.metrics[$0]])
      }
      let verdict = documents.words(
        for: documents.result.selection.verdicts[candidate], candidate: candidate)
      table.add(
        .cells(
          point.map { DiagnosticRenderer.printable($0) } + cells + [
            DecimalText.fixed(documents.netCost(candidate: candidate), decimals: 0),
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
    let wanted = (question.isLowBest ? "lowest " : "highest ") + question.objective
    var text = style.bold("\(name): \(DiagnosticRenderer.printable(wanted))") + "\n"
    for limit in question.limits {
      let tolerance = DifferenceText.unsigned(
        limit.limit.tolerance, MetricCatalog[limit.metric], extra: 1)
      let unit = MetricCatalog[limit.metric].isPercent ? " points" : ""
      text += "with \(DiagnosticRenderer.printable(limit.text)), tolerance \(tolerance)\(unit)\n"
    }
    if case .measured(_, let indifference) = problem.objective,
      let metric = documents.experiment.metrics.last
    {
      let definition = MetricCatalog[metric]
      text += "differences below \(DifferenceText.unsigned(indifference, definition, extra: 1))"
      text += "\(definition.isPercent ? " points" : "") do not matter\n"
    }
    if documents.experiment.sets > 1 {
      text +=
        "over the \(documents.experiment.sets) sets of an ensemble, in turn from replication to replication\n"
    }
    return text + "\(question.points.count) candidates, at first \(problem.firstStage) replications"
      + " each, at most \(problem.maximum), confidence \(confidence),"
      + " seed \(documents.experiment.seed)\n"
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
    return DecimalText.fixed(percent, decimals: decimals) + " %"
  }

  private var conclusion: String {
    guard let conclusion = documents.result.selection.conclusion else {
      return "partial: stopped before the selection was concluded\n"
    }
    guard case .selected(let candidate) = conclusion else {
      return conclusion == .nothingFeasible
        ? SelectionExplanation(documents).nothingFeasible(style) : ""
    }
    let label = DiagnosticRenderer.printable(documents.label(candidate: candidate))
    let problem = documents.experiment.problem
    let chance = "With a chance of at least \(confidence)"
    let isAlone = documents.question.limits.isEmpty
    let better = documents.question.isLowBest ? "lower" : "higher"
    let meaning: String
    switch problem.objective {
    case .known:
      meaning =
        "\(chance) it breaks no limit by the tolerance or more,\nand no candidate with a \(better)"
        + " \(documents.question.objective) meets all limits by the tolerance or more.\n"
    case .measured:
      meaning =
        "\(chance) \(isAlone ? "" : "it breaks no limit by the tolerance or more,\nand ")it is the"
        + " best one\(isAlone ? "" : " that meets them by the tolerance"), if that one is better"
        + " by the\nindifference or more.\n"
    }
    return style.bold("Selected: \(label)") + "\n" + ties(with: candidate) + meaning
      + SelectionExplanation(documents).figures(of: candidate)
  }

  /// The candidates that would do as well as the selected one, and why.
  private func ties(with candidate: Int) -> String {
    let tied = documents.result.selection.tied(with: candidate)
    guard !tied.isEmpty else { return "" }
    let labels = tied.map { DiagnosticRenderer.printable(documents.label(candidate: $0)) }
    let reason: String
    switch documents.experiment.problem.objective {
    case .known:
      reason = "meets the limits at the same \(documents.question.objective)"
    case .measured:
      reason = "meets the limits and differs by less than the indifference"
    }
    return style.bold("Tied with it: \(labels.joined(separator: "; "))") + "\n"
      + "(each \(DiagnosticRenderer.printable(reason)))\n"
  }
}
