import CaseloadModel
import Experiments
import ScenarioFormat

/// Why a selection came out as it did, in words.
struct SelectionExplanation {
  private let documents: SelectionDocuments
  private let layout: TableLayout
  private var limits: [MetricLimit] { documents.question.limits }

  init(_ documents: SelectionDocuments, _ layout: TableLayout) {
    self.documents = documents
    self.layout = layout
  }

  /// A value with its unit's way of writing.
  private func value(_ value: Double, _ definition: MetricDefinition) -> String {
    layout.number(definition.formatted(value))
  }

  // MARK: - What the answer looks like

  /// The metrics that were limited and the cost of a candidate.
  func figures(of candidate: Int) -> String {
    let estimates = documents.result.estimates(candidate: candidate)
    var text = ""
    for (position, limit) in limits.enumerated() {
      let definition = MetricCatalog[limit.metric]
      let room = distance(estimates[position].mean, limit)
      let side =
        room <= 0 ? layout.word("binnen", "inside") : layout.word("buiten", "outside")
      text += "  \(layout.title(of: definition)) (\(limit.metric.id)): "
      text += "\(SweepDocuments.cell(estimates[position], definition, layout)),"
      text += " \(size(room, definition)) \(side)"
      text += layout.word(" de grens van ", " the limit of ")
      text += value(limit.limit.bound, definition) + "\n"
      text += overSets(candidate, position, limit, definition)
    }
    let costs = documents.experiment.reported.enumerated().map { offset, metric in
      let mean = estimates[documents.experiment.metrics.count + offset].mean
      let title = layout.title(of: MetricCatalog[metric]).prefix { $0 != "," }.lowercased()
      return "\(title) \(layout.number(DecimalText.fixed(mean, decimals: 0)))"
    }
    guard !costs.isEmpty else { return text }
    let net = layout.number(
      DecimalText.fixed(documents.netCost(candidate: candidate), decimals: 0))
    return text
      + WrappedText.lines(
        layout.word("Netto kosten, euro per jaar: ", "Net cost, euro per year: ")
          + "\(net) (\(costs.joined(separator: "; ")))", indent: 2, hanging: 2, width: 88)
  }

  /// In how many sets of an ensemble a candidate meets a limit, and between which figures; empty without sets.
  private func overSets(
    _ candidate: Int, _ position: Int, _ limit: MetricLimit, _ definition: MetricDefinition
  ) -> String {
    guard
      let estimate = documents.result.ensembleEstimate(candidate: candidate, column: position),
      !estimate.setMeans.isEmpty
    else { return "" }
    let met = estimate.setMeans.count { limit.isMet(by: $0) }
    let count = estimate.setMeans.count
    let ends = [estimate.lowest, estimate.highest].map { value($0, definition) }
    var text = layout.word(
      "    gehaald in \(met) van de \(count) sets, die liggen tussen \(ends[0]) en \(ends[1])",
      "    met in \(met) of \(count) sets, which lie between \(ends[0]) and \(ends[1])")
    guard estimate.low.isFinite else { return text + "\n" }
    func half(_ width: Double) -> String {
      layout.number(DifferenceText.unsigned(width, definition))
    }
    let (low, high) = (value(estimate.low, definition), value(estimate.high, definition))
    let (chance, parameters) = (half(estimate.chanceHalfWidth), half(estimate.parameterHalfWidth))
    let points = definition.isPercent ? layout.points : ""
    text += layout.word(
      "\n    95%-rekenmarge van de eigen organisatie \(low) tot \(high); toeval alleen ±\(chance), parameters"
        + " alleen ±\(parameters)\(points)\n",
      "\n    95 % interval of one's own organisation \(low) to \(high); chance alone ±\(chance), parameters"
        + " alone ±\(parameters)\(points)\n")
    guard estimate.isBlurred else { return text }
    return text
      + layout.word(
        "    de sets verschillen minstens zoveel door toeval als door parameters; het geheel rekent met wat dat deel kan"
          + " zijn\n",
        "    the sets differ by chance at least as much as by parameters; the whole counts what that part may be\n"
      )
  }

  // MARK: - Why nothing meets the limits

  /// Which limits bind, which candidates come nearest, and how far they are.
  func nothingFeasible() -> String {
    let candidates = Array(documents.question.points.indices)
    let count = candidates.count
    var text =
      layout.style.bold(layout.word("Niets haalt de grenzen", "Nothing meets the limits")) + "\n"
    let out = limits.indices.filter { limit in
      candidates.allSatisfy { excess($0, limit) > 0 }
    }
    for limit in limits.indices {
      let broken = candidates.count { excess($0, limit) > 0 }
      let definition = MetricCatalog[limits[limit].metric]
      text += "  \(DiagnosticRenderer.printable(limits[limit].text)): "
      guard broken > 0 else {
        text += layout.word(
          "alle \(count) mogelijkheden halen haar\n", "met by all \(count) candidates\n")
        continue
      }
      guard out.contains(limit) else {
        text += layout.word(
          "\(count - broken) van de \(count) mogelijkheden halen haar\n",
          "met by \(count - broken) of \(count) candidates\n")
        continue
      }
      let best = candidates.min { excess($0, limit) < excess($1, limit) } ?? 0
      let estimate = documents.result.estimates(candidate: best)[limit]
      text += layout.word(
        "knelt: geen mogelijkheid haalt haar; het dichtst bij komt \(label(best)) met ",
        "binds: no candidate meets it; nearest is \(label(best)) with ")
      text += "\(SweepDocuments.cell(estimate, definition, layout)), "
      text += "\(size(excess(best, limit), definition)) "
      text +=
        limits[limit].limit.isUpper
        ? layout.word("te hoog\n", "too high\n") : layout.word("te laag\n", "too low\n")
    }
    if out.isEmpty, limits.count > 1 {
      text += layout.word(
        "  Elke grens wordt door een mogelijkheid gehaald, en geen mogelijkheid haalt ze alle samen.\n",
        "  Each limit is met by some candidate, and no candidate meets all of them together.\n")
    }
    return text + nearest() + (documents.screening.map { helpful($0) } ?? "")
  }

  // MARK: - What would help

  /// Most changes that are shown.
  private static let mostHelpful = 5

  /// The keys beside the varied ones that bring the nearest candidate closer, with how far.
  private func helpful(_ screening: DecisionScreening) -> String {
    let count = screening.changes.count
    let replications = DecisionScreening.replications
    let pairs = layout.word(
      "\(replications) paren herhalingen elk", "\(replications) pairs of replications each")
    let place = layout.word("bij ", "at ") + label(screening.candidate)
    guard !screening.helpful.isEmpty else {
      return WrappedText.lines(
        layout.word(
          "Andere sleutels: van \(count) wijzigingen van één sleutel met een kwart of van ja naar nee \(place),"
            + " \(pairs), helpt er geen duidelijk.",
          "Other keys: of \(count) changes of one key by a quarter or from yes to no \(place), \(pairs), none"
            + " clearly helps."), indent: 2, hanging: 4, width: 88)
    }
    var text = WrappedText.lines(
      layout.word(
        "Andere sleutels die zouden helpen, van \(count) wijzigingen van één sleutel met een kwart of van ja naar nee"
          + " \(place) (\(pairs), marges die samen gelden):",
        "Other keys that would help, of \(count) changes of one key by a quarter or from yes to no \(place)"
          + " (\(pairs), intervals that hold together):"), indent: 2, hanging: 4, width: 88)
    for effect in screening.helpful.prefix(SelectionExplanation.mostHelpful) {
      let definition = MetricCatalog[limits[effect.limit].metric]
      let difference = effect.difference
      let excess = limits[effect.limit].excess(of: difference.variant)
      let points = definition.isPercent ? layout.points : ""
      let change = effect.change
      let half = layout.number(
        DifferenceText.unsigned(difference.simultaneousHalfWidth, definition))
      let mean = layout.number(DifferenceText.signed(difference.estimate.mean, definition))
      text += WrappedText.lines(
        "\(DiagnosticRenderer.printable(change.key)) \(change.from) -> \(change.to):"
          + " \(definition.metric.id)"
          + " \(mean) ± \(half)\(points),"
          + (excess <= 0
            ? layout.word(" genoeg voor die grens", " enough for that limit")
            : layout.word(
              " dan nog \(size(excess, definition)) van de grens",
              " \(size(excess, definition)) short of the limit still")),
        indent: 4, hanging: 6, width: 88)
    }
    return text
  }

  /// The candidate that comes nearest to all limits together, and what it breaks.
  private func nearest() -> String {
    guard limits.count > 1 else { return "" }
    guard let best = documents.result.nearestCandidate(limits) else { return "" }
    let broken = limits.indices.filter { excess(best, $0) > 0 }.map { limit in
      let definition = MetricCatalog[limits[limit].metric]
      return limits[limit].metric.id + layout.word(" met ", " by ")
        + size(excess(best, limit), definition)
    }
    return layout.word(
      "  Het dichtst bij alle grenzen samen: \(label(best)), die breekt ",
      "  Nearest to all limits together: \(label(best)), which breaks ")
      + broken.joined(separator: layout.word(" en ", " and ")) + "\n"
  }

  private func label(_ candidate: Int) -> String {
    DiagnosticRenderer.printable(documents.label(candidate: candidate))
  }

  /// How far the mean of a candidate is on the wrong side of a limit; 0 or less when it meets it.
  private func excess(_ candidate: Int, _ limit: Int) -> Double {
    distance(documents.result.estimates(candidate: candidate)[limit].mean, limits[limit])
  }

  private func distance(_ mean: Double, _ limit: MetricLimit) -> Double {
    limit.excess(of: mean)
  }

  /// A distance with its unit.
  private func size(_ distance: Double, _ definition: MetricDefinition) -> String {
    layout.number(DifferenceText.unsigned(distance, definition, extra: 1))
      + (definition.isPercent ? layout.points : "")
  }
}
