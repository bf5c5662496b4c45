import CaseloadModel
import Experiments

/// The five figures that always stand together, so that a gain in one never hides a loss in another.
enum KeyFigure: CaseIterable, Sendable {
  case unseen
  case notInView
  case work
  case pressure
  case costs

  /// The metrics that are added up.
  var metrics: [Metric] {
    switch self {
    case .unseen: [.unseen6m]
    case .notInView: [.knowledgeNotInView]
    case .work: [.outflowWork]
    case .pressure: [.workloadPressureHigh]
    case .costs: [.costStaff, .costInstruments]
    }
  }

  /// The metric whose unit and wording hold.
  var definition: MetricDefinition { MetricCatalog[metrics[0]] }

  /// The name on a page.
  func title(_ context: PageContext) -> String {
    self == .costs ? context.text(RunText.keyCosts) : context.title(definition)
  }

  /// Which way is better.
  var better: MetricWords.Better? {
    self == .costs ? .lower : MetricWords.of(metrics[0]).better
  }

  /// The sum over the metrics.
  func estimate(_ run: StoredRun) -> StoredEstimate {
    metrics.dropFirst().reduce(run.figures[metrics[0]]) { $0 + run.figures[$1] }
  }

  /// The difference, summed over the metrics.
  func difference(_ variant: StoredComparison.Variant) -> StoredDifference {
    metrics.dropFirst().reduce(variant.figures[metrics[0]]) { $0 + variant.figures[$1] }
  }

  /// The smallest difference that matters.
  func matters(base: Double) -> Double { SmallestDifference.of(definition, base: base) }

  /// Tiles with name, value and what belongs to it.
  static func tiles(
    _ context: PageContext, _ cell: (KeyFigure) -> (value: String, more: [String])
  ) -> Markup {
    .element(
      "ul", ["class": "tiles"],
      allCases.map { figure in
        let (value, more) = cell(figure)
        return .element(
          "li",
          [
            .element("span", ["class": "name"], [.text(figure.title(context))]), .text(" "),
            .element("span", ["class": "value"], [.text(value)]), .text(" "),
          ]
            + more.map { .element("span", ["class": "more"], [.text($0)]) + .text(" ") })
      })
  }
}
