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
      + distributions + shares
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
