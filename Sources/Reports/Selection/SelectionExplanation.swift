import CaseloadModel
import Experiments
import ScenarioFormat

/// Why a selection came out as it did, in words.
struct SelectionExplanation {
  private let documents: SelectionDocuments
  private var limits: [MetricLimit] { documents.question.limits }

  init(_ documents: SelectionDocuments) { self.documents = documents }

  // MARK: - What the answer looks like

  /// The metrics that were limited and the cost of a candidate.
  func figures(of candidate: Int) -> String {
    let estimates = documents.result.estimates(candidate: candidate)
    var text = ""
    for (position, limit) in limits.enumerated() {
      let definition = MetricCatalog[limit.metric]
      let room = distance(estimates[position].mean, limit)
      text += "  \(definition.title) (\(limit.metric.id)): "
      text += "\(SweepDocuments.cell(estimates[position], definition)),"
      text += " \(size(room, definition)) \(room <= 0 ? "inside" : "outside") the limit"
      text += " of \(definition.formatted(limit.limit.bound))\n"
      text += overSets(candidate, position, limit, definition)
    }
    let costs = documents.experiment.reported.enumerated().map { offset, metric in
      let mean = estimates[documents.experiment.metrics.count + offset].mean
      let title = MetricCatalog[metric].title.prefix { $0 != "," }.lowercased()
      return "\(title) \(DecimalText.fixed(mean, decimals: 0))"
    }
    guard !costs.isEmpty else { return text }
    let net = DecimalText.fixed(documents.netCost(candidate: candidate), decimals: 0)
    return text
      + WrappedText.lines(
        "Net cost, euro per year: \(net) (\(costs.joined(separator: "; ")))", indent: 2, hanging: 2,
        width: 88)
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
    var text = "    met in \(met) of \(estimate.setMeans.count) sets, which lie between "
    text += definition.formatted(estimate.lowest) + " and " + definition.formatted(estimate.highest)
    guard estimate.low.isFinite else { return text + "\n" }
    text += "\n    95 % interval of one's own organisation "
    text += "\(definition.formatted(estimate.low)) to \(definition.formatted(estimate.high))"
    let points = definition.isPercent ? " points" : ""
    text += "; chance alone ±\(DifferenceText.unsigned(estimate.chanceHalfWidth, definition))"
    text += ", parameters alone ±"
    return text
      + "\(DifferenceText.unsigned(estimate.parameterHalfWidth, definition))\(points)\n"
  }

  // MARK: - Why nothing meets the limits

  /// Which limits bind, which candidates come nearest, and how far they are.
  func nothingFeasible(_ style: TextStyle) -> String {
    let candidates = Array(documents.question.points.indices)
    var text = style.bold("Nothing meets the limits") + "\n"
    let out = limits.indices.filter { limit in
      candidates.allSatisfy { excess($0, limit) > 0 }
    }
    for limit in limits.indices {
      let broken = candidates.count { excess($0, limit) > 0 }
      let definition = MetricCatalog[limits[limit].metric]
      text += "  \(DiagnosticRenderer.printable(limits[limit].text)): "
      guard broken > 0 else {
        text += "met by all \(candidates.count) candidates\n"
        continue
      }
      guard out.contains(limit) else {
        text += "met by \(candidates.count - broken) of \(candidates.count) candidates\n"
        continue
      }
      let best = candidates.min { excess($0, limit) < excess($1, limit) } ?? 0
      let estimate = documents.result.estimates(candidate: best)[limit]
      text += "binds: no candidate meets it; nearest is \(label(best)) with "
      text += "\(SweepDocuments.cell(estimate, definition)), "
      text += "\(size(excess(best, limit), definition)) "
      text += limits[limit].limit.isUpper ? "too high\n" : "too low\n"
    }
    if out.isEmpty, limits.count > 1 {
      text +=
        "  Each limit is met by some candidate, and no candidate meets all of them together.\n"
    }
    return text + nearest() + (documents.screening.map { helpful($0) } ?? "")
  }

  // MARK: - What would help

  /// Most changes that are shown.
  private static let mostHelpful = 5

  /// The keys beside the varied ones that bring the nearest candidate closer, with how far.
  private func helpful(_ screening: DecisionScreening) -> String {
    let count = screening.changes.count
    let pairs = "\(DecisionScreening.replications) pairs of replications each"
    let place = "at \(label(screening.candidate))"
    guard !screening.helpful.isEmpty else {
      return WrappedText.lines(
        "Other keys: of \(count) changes of one key by a quarter or from yes to no \(place), \(pairs), none"
          + " clearly helps.", indent: 2, hanging: 4, width: 88)
    }
    var text = WrappedText.lines(
      "Other keys that would help, of \(count) changes of one key by a quarter or from yes to no \(place)"
        + " (\(pairs), intervals that hold together):", indent: 2, hanging: 4, width: 88)
    for effect in screening.helpful.prefix(SelectionExplanation.mostHelpful) {
      let definition = MetricCatalog[limits[effect.limit].metric]
      let difference = effect.difference
      let excess = limits[effect.limit].excess(of: difference.variant)
      let points = definition.isPercent ? " points" : ""
      let change = effect.change
      let half = DifferenceText.unsigned(difference.simultaneousHalfWidth, definition)
      text += WrappedText.lines(
        "\(DiagnosticRenderer.printable(change.key)) \(change.from) -> \(change.to):"
          + " \(definition.metric.id)"
          + " \(DifferenceText.signed(difference.estimate.mean, definition)) ± \(half)\(points),"
          + (excess <= 0
            ? " enough for that limit" : " \(size(excess, definition)) short of the limit still"),
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
      return "\(limits[limit].metric.id) by \(size(excess(best, limit), definition))"
    }
    return "  Nearest to all limits together: \(label(best)), which breaks "
      + broken.joined(separator: " and ") + "\n"
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
    DifferenceText.unsigned(distance, definition, extra: 1)
      + (definition.isPercent ? " points" : "")
  }
}
