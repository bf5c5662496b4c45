import CaseloadModel
import Experiments

/// The part of a page about a run that tells of the organisations of a sector.
struct SectorSection {
  let sector: StoredSector
  let context: PageContext

  private var numbers: PageNumbers { context.numbers }

  /// The heading, the distribution of the main metrics, and the shares of organisations.
  var markup: Markup {
    context.heading(SectorText.title)
      + .paragraph(context.text(SectorText.meaning, numbers.count(sector.organisations)))
      + (chart?.markup(context.language) ?? Markup()) + distributions + shares
  }

  /// The metrics of the strips: that of the page, then figures that organisations are compared by.
  static func stripMetrics(_ metric: Metric) -> [Metric] {
    let usual: [Metric] = [
      .unseen6m, .knowledgeNotInView, .caseloadPerFte, .workloadPressureHigh,
    ]
    return [metric] + usual.filter { $0 != metric }.prefix(3)
  }

  /// What the page begins with: where the middle 80 of 100 organisations lie.
  var headline: String? {
    guard let found = sector.distributions.first(where: { $0.metric == context.metric }),
      found.p10.isFinite, found.p90.isFinite
    else { return nil }
    let definition = MetricCatalog[context.metric]
    let ends = [found.p10, found.p90].map { numbers.headline($0, definition) }
    let sentence =
      context.metric == .unseen6m
      ? context.text(SectorText.headlineUnseen, ends[0], ends[1])
      : context.text(SectorText.headline, context.title(definition), ends[0], ends[1])
    return sentence + context.text(SectorText.noRank)
  }

  private var chart: ChartFigure? {
    let shown = SectorSection.stripMetrics(context.metric).filter {
      !(sector.means[$0] ?? []).isEmpty
    }
    guard let first = shown.first, let main = sector.means[first] else { return nil }
    let values = main.map(\.mean).filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return nil }
    let definition = MetricCatalog[first]
    return ChartFigure(
      id: context.prefix + "strips", title: context.text(SectorText.chartTitle),
      subtitle: context.text(SectorText.chartSubtitle),
      finding: .text(
        context.text(
          SectorText.chartFinding, context.title(definition), numbers.value(low, definition),
          numbers.value(high, definition))),
      key: [
        .init(look: "mark", text: context.text(SectorText.markKey)),
        .init(look: "span", text: context.text(SectorText.middleKey)),
        .init(look: "interval", text: context.text(SectorText.medianKey)),
      ],
      chart: StripChart(strips: shown.map(strip)),
      table: PageTable(
        context.text(SectorText.chartTitle),
        [context.text(SectorText.organisation)] + shown.map { context.title(MetricCatalog[$0]) },
        rows: main.indices.map { place in
          .cells(
            .foreign(main[place].organisation),
            shown.map { metric in
              let means = sector.means[metric] ?? []
              let mean = place < means.count ? means[place].mean : .nan
              return .figure(
                mean.isFinite ? numbers.value(mean, MetricCatalog[metric]) : PageNumbers.none)
            })
        }))
  }

  private func strip(_ metric: Metric) -> StripChart.Strip {
    let definition = MetricCatalog[metric]
    let found = sector.distributions.first { $0.metric == metric }
    let hasMiddle = found.map { $0.p10.isFinite && $0.p10 <= $0.p90 } ?? false
    return StripChart.Strip(
      label: context.title(definition), values: (sector.means[metric] ?? []).map(\.mean),
      middle: hasMiddle ? found.map { $0.p10...$0.p90 } : nil, median: found?.p50 ?? .nan,
      tickText: { value, decimals in
        definition.isPercent
          ? numbers.fixed(value * 100, decimals: max(0, decimals - 2)) + "%"
          : numbers.fixed(value, decimals: decimals)
      })
  }

  private var distributions: Markup {
    let table = PageTable(
      context.text(SectorText.caption),
      columns: [
        (.text(context.text(PageText.metric)), false),
        (.text(context.text(PageText.mean)), true), (.text("p10"), true), (.text("p50"), true),
        (.text("p90"), true), (.text(context.text(SectorText.between)), true),
      ],
      rows: MetricSection.allCases.flatMap { section -> [PageTable.Row] in
        let rows = MetricCatalog.headlines.filter { $0.section == section }.compactMap(row)
        return rows.isEmpty ? [] : [.section(context.title(section))] + rows
      })
    return table.markup(id: context.prefix + "organisations")
  }

  private func row(_ definition: MetricDefinition) -> PageTable.Row? {
    guard let found = sector.distributions.first(where: { $0.metric == definition.metric }) else {
      return nil
    }
    let between =
      found.shareBetween.isFinite
      ? numbers.fixed(found.shareBetween * 100, decimals: 0) + " %" : PageNumbers.none
    return .cells(
      context.explained(definition),
      [found.mean, found.p10, found.p50, found.p90].map {
        .figure($0.isFinite ? numbers.value($0, definition) : PageNumbers.none)
      } + [.figure(between)])
  }

  private var shares: Markup {
    guard !sector.shares.isEmpty else { return Markup() }
    let table = PageTable(
      context.text(SectorText.sharesCaption),
      columns: [
        (.text(context.text(SectorText.condition)), false),
        (.text(context.text(SectorText.share)), true),
        (.text(context.text(PageText.margin)), true),
      ],
      rows: sector.shares.map { share in
        .cells(
          .foreign(share.name) + .element("span", ["class": "sub"], [.foreign(share.condition)]),
          [
            .figure(percent(share.estimate.mean) + " %"),
            .figure(
              share.estimate.hasMargin
                ? "\(percent(share.estimate.low))–\(percent(share.estimate.high)) %"
                : PageNumbers.none),
          ])
      })
    return table.markup(id: context.prefix + "shares")
  }

  private func percent(_ share: Double) -> String { numbers.fixed(share * 100, decimals: 1) }
}
