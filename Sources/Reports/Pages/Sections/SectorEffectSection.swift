import CaseloadModel
import Experiments

/// The part of a page about a comparison of sectors that tells at which organisations a variant works.
struct SectorEffectSection {
  let comparison: StoredComparison
  let context: PageContext

  private var numbers: PageNumbers { context.numbers }
  private var definition: MetricDefinition { MetricCatalog[context.metric] }

  /// The heading, and a chart per variant; nothing when the comparison is not of sectors.
  var markup: Markup {
    guard !comparison.effects.isEmpty else { return Markup() }
    var labels: [String] = []
    for effect in comparison.effects where !labels.contains(effect.variant) {
      labels.append(effect.variant)
    }
    return .all(
      [
        context.heading(SectorText.effectsTitle),
        .paragraph(context.text(SectorText.effectsMeaning)),
      ] + labels.enumerated().map { chart($1, $0).markup(context.language) })
  }

  private func chart(_ label: String, _ number: Int) -> ChartFigure {
    let effects = comparison.effects.filter { $0.variant == label && $0.mean.isFinite }
    let lowest = effects.min { $0.mean < $1.mean }
    let highest = effects.max { $0.mean < $1.mean }
    let title = context.text(
      SectorText.effectsChart, Markup.isolated(label), context.title(definition))
    let factor = definition.isPercent ? 100.0 : 1
    let finding =
      if let lowest, let highest {
        context.text(
          SectorText.effectsFinding, numbers.signed(lowest.mean, definition), name(lowest),
          numbers.signed(highest.mean, definition), name(highest))
      } else { context.text(CompareText.unknown) }
    return ChartFigure(
      id: context.prefix + "effects\(number)", title: title,
      subtitle: UnitWords.ofDifference(definition)[context.language],
      finding: .text(finding),
      key: [.init(look: "interval", text: context.text(StudyText.interval))],
      chart: RowChart(
        rows: effects.map {
          RowChart.Row(
            label: name($0), value: $0.mean * factor, low: $0.low * factor,
            high: $0.high * factor, text: numbers.signed($0.mean, definition))
        }, ends: (context.text(PageText.lower), context.text(PageText.higher)),
        tickText: { numbers.fixed($0, decimals: $1) }),
      table: PageTable(
        title,
        [
          context.text(SectorText.by), context.text(SectorText.organisations),
          UnitWords.ofDifference(definition)[context.language], context.text(PageText.margin),
        ],
        rows: effects.map { effect in
          .cells(
            .text(name(effect)),
            [
              .figure(effect.organisations), .figure(numbers.signed(effect.mean, definition)),
              .figure(
                effect.low.isFinite && effect.high.isFinite
                  ? numbers.signed(effect.low, definition) + " " + context.text(PageText.to) + " "
                    + numbers.signed(effect.high, definition) : PageNumbers.none),
            ])
        }))
  }

  /// The class in words; the names of sets are the user's own.
  private func name(_ effect: StoredComparison.ClassEffect) -> String {
    let quarter = effect.name.split(separator: " ").last.flatMap { Int($0) }
    return switch (effect.by, quarter) {
    case ("clients", let quarter?):
      context.text(SectorText.quarterClients, numbers.count(quarter))
    case ("clientsPerFte", let quarter?):
      context.text(SectorText.quarterCaseload, numbers.count(quarter))
    default: effect.name
    }
  }
}
