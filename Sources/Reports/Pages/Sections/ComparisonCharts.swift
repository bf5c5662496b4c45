import CaseloadModel
import Experiments

/// The charts of a comparison.
struct ComparisonCharts {
  let comparison: StoredComparison
  let context: PageContext

  private var numbers: PageNumbers { context.numbers }

  private var key: [ChartFigure.KeyEntry] {
    [
      .init(look: "interval", text: context.text(CompareText.intervalKey)),
      .init(look: "span", text: context.text(CompareText.bandKey)),
    ]
  }

  /// The difference of every variant in the figure that the page is about.
  var variants: ChartFigure? {
    let definition = MetricCatalog[context.metric]
    let judged = comparison.variants.map { variant in
      (
        variant,
        JudgedDifference(
          variant.figures[context.metric], definition,
          better: MetricWords.of(context.metric).better)
      )
    }
    let title = context.title(definition)
    let farthest = judged.filter { $0.1.verdict?.isHigher != nil }.max {
      $0.1.difference.mean.magnitude < $1.1.difference.mean.magnitude
    }
    let finding =
      farthest.map { variant, judged in
        Markup.sentence(
          context.text(
            CompareText.variantsFinding, variant.label,
            numbers.size(judged.difference.mean, definition), judged.direction(context)),
          names: [variant.label])
      } ?? .text(context.text(CompareText.chartFindingNone))
    return ChartFigure(
      id: context.prefix + "variants", title: context.text(CompareText.variantsTitle),
      subtitle: context.text(CompareText.variantsSubtitle, title, unit(definition)),
      finding: finding, key: key,
      chart: chart(judged.map { ($0.0.label, $0.1) }, definition),
      table: table(
        context.text(CompareText.variantsTitle), judged.map { (.foreign($0.0.label), $0.1) })
    )
  }

  /// What changes in a variant: a chart for all that is in percent, and one for each other unit.
  func panels(of variant: StoredComparison.Variant, _ place: Int) -> [ChartFigure] {
    var panels: [(unit: String, [MetricDefinition])] = []
    for definition in MetricCatalog.headlines where ComparisonCharts.isDrawn(definition) {
      let unit = unit(definition)
      if let found = panels.firstIndex(where: { $0.unit == unit }) {
        panels[found].1.append(definition)
      } else {
        panels.append((unit, [definition]))
      }
    }
    panels.sort { $0.1.count > $1.1.count }
    return panels.enumerated().compactMap { number, panel in
      figure(variant, panel.1, unit: panel.unit, id: "\(place)-\(number)")
    }
  }

  /// What changes in the figure of the page and in the key figures that have its unit, for the first sheet.
  func key(of variant: StoredComparison.Variant) -> ChartFigure? {
    let own = MetricCatalog[context.metric]
    let others = KeyFigure.allCases.filter { $0.metrics.count == 1 }.map {
      MetricCatalog[$0.metrics[0]]
    }.filter { $0.metric != own.metric && unit($0) == unit(own) }
    return figure(variant, [own] + others, unit: unit(own), id: "-key")
  }

  /// Percentages, days and money are drawn; other units have one figure each, for which the table does.
  private static func isDrawn(_ definition: MetricDefinition) -> Bool {
    switch definition.unit {
    case .days, .workingDays, .euroPerYear: true
    default: definition.isPercent
    }
  }

  private func unit(_ definition: MetricDefinition) -> String {
    if definition.isPercent { return context.text(CompareText.panelPoints) }
    return context.text(
      CompareText.panelOther, UnitWords.of(definition)[context.language])
  }

  private func figure(
    _ variant: StoredComparison.Variant, _ definitions: [MetricDefinition], unit: String, id: String
  ) -> ChartFigure? {
    let judged = definitions.map {
      JudgedDifference(
        variant.figures[$0.metric], $0, better: MetricWords.of($0.metric).better)
    }.filter { $0.difference.mean.isFinite }
    guard !judged.isEmpty else { return nil }
    let farthest = judged.filter { $0.verdict?.isHigher != nil }.max {
      $0.difference.mean.magnitude < $1.difference.mean.magnitude
    }
    let finding =
      farthest.map {
        context.text(
          CompareText.chartFinding, context.title($0.definition),
          numbers.size($0.difference.mean, $0.definition), $0.direction(context))
      } ?? context.text(CompareText.chartFindingNone)
    let title = context.text(CompareText.chartTitle, Markup.isolated(variant.label))
    return ChartFigure(
      id: context.prefix + "change" + id, title: title,
      subtitle: context.text(CompareText.chartSubtitle, unit),
      finding: .text(finding), key: key,
      chart: chart(judged.map { (context.title($0.definition), $0) }, judged[0].definition),
      table: table(title, judged.map { (.text(context.title($0.definition)), $0) }))
  }

  private func chart(
    _ rows: [(label: String, judged: JudgedDifference)], _ definition: MetricDefinition
  ) -> RowChart {
    let factor = definition.isPercent ? 100.0 : 1
    return RowChart(
      rows: rows.map { label, judged in
        let difference = judged.difference
        return RowChart.Row(
          label: label, value: difference.mean * factor, low: difference.low * factor,
          high: difference.high * factor, span: -judged.matters * factor...judged.matters * factor,
          text: numbers.signed(difference.mean, judged.definition) + "\u{A0}· "
            + (judged.verdict?.words[context.language] ?? context.text(CompareText.unknown)))
      }, ends: (context.text(PageText.lower), context.text(PageText.higher)),
      tickText: { value, decimals in
        definition.isEuro
          ? numbers.euro(value, isShort: true) : numbers.fixed(value, decimals: decimals)
      })
  }

  private func table(_ caption: String, _ rows: [(Markup, JudgedDifference)]) -> PageTable {
    PageTable(
      caption,
      columns: JudgedDifference.columns(context),
      rows: rows.map { title, judged in .cells(title, judged.cells(context)) })
  }
}
