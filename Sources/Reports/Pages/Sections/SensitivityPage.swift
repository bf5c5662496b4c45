import CaseloadModel
import Experiments
import ScenarioFormat

/// The part of a page that is about a sensitivity analysis.
struct SensitivityPage {
  let sensitivity: StoredSensitivity
  let study: StoredStudy
  let context: PageContext

  private typealias Figures = [String: StoredSensitivity.Figure]

  private var numbers: PageNumbers { context.numbers }
  /// The figure by which keys are ranked.
  private var ranking: String { sensitivity.isMorris ? "muStar" : "total" }

  var article: PageArticle {
    let name = study.title ?? sensitivity.scenarioName
    let title = context.text(StudyText.sensitivityTitle, name)
    return PageArticle(
      title: .sentence(title, names: [name]), plainTitle: title, headline: .text(headline),
      lead: lead,
      first: context.heading(PageText.outcome) + chart(chosen, 0) + sure
        + CommonSections.modelNote(context),
      rest: .all(
        [CommonSections.settings(of: study.scenario, context)]
          + sensitivity.metrics.enumerated().filter { $0.element.metric != chosen.metric }.map {
            chart($0.element, $0.offset + 1)
          })
        + CommonSections.method(
          [
            context.text(
              sensitivity.isMorris
                ? StudyText.sensitivityMethod : .sensitivityVarianceMethod,
              numbers.count(sensitivity.blocks), numbers.count(sensitivity.replications))
          ], context)
        + CommonSections.again(
          [
            (.scenarioName, sensitivity.scenarioName), (.hash, sensitivity.digest),
            (.seed, "\(sensitivity.seed)"), (.replications, "\(sensitivity.replications)"),
          ] + (study.version.map { [(.version, $0)] } ?? []), command: nil, context),
      hash: sensitivity.digest)
  }

  /// The metric of the page when it was studied, else the first that was.
  private var chosen: (metric: Metric, keys: [[String: StoredSensitivity.Figure]]) {
    sensitivity.metrics.first { $0.metric == context.metric } ?? sensitivity.metrics[0]
  }

  private var lead: Markup {
    guard let planned = sensitivity.planned else { return Markup() }
    return .element(
      "p", ["class": "subtitle"],
      [
        .text(
          context.text(
            StudyText.partialWalks, numbers.count(sensitivity.blocks), numbers.count(planned)))
      ])
  }

  /// Positions of the keys, the one that matters most first.
  private func order(_ keys: [[String: StoredSensitivity.Figure]]) -> [Int] {
    func size(_ place: Int) -> Double {
      let value = keys[place][ranking]?.value ?? .nan
      return value.isFinite ? value : -1
    }
    return keys.indices.sorted { size($0) == size($1) ? $0 < $1 : size($0) > size($1) }
  }

  private func size(_ value: Double, _ definition: MetricDefinition) -> String {
    guard value.isFinite else { return PageNumbers.none }
    return sensitivity.isMorris
      ? numbers.size(value, definition) : numbers.fixed(value * 100, decimals: 0) + "%"
  }

  private var headline: String {
    let (metric, keys) = chosen
    let definition = MetricCatalog[metric]
    let order = order(keys)
    func text(_ place: Int) -> String { size(keys[place][ranking]?.value ?? .nan, definition) }
    let range = sensitivity.ranges[order[0]]
    let name = context.settingText(range.key)
    var text1: String
    if sensitivity.isMorris {
      text1 = context.text(
        StudyText.sensitivityFirst, name, context.title(definition), text(order[0]),
        end(range.low, range.key), end(range.high, range.key))
    } else {
      text1 = context.text(
        StudyText.sensitivityVariance, name, context.title(definition), text(order[0]))
    }
    if order.count > 1 {
      text1 += context.text(
        StudyText.sensitivitySecond,
        ComparisonPage.lowered(context.settingText(sensitivity.ranges[order[1]].key)),
        text(order[1]))
    }
    return text1
  }

  private func end(_ value: Double, _ key: String) -> String {
    numbers.setting(key, JSONText.number(value))
  }

  private func label(_ range: StoredSensitivity.Range) -> String {
    context.text(
      StudyText.sensitivityRange, context.settingText(range.key), end(range.low, range.key),
      end(range.high, range.key))
  }

  private func chart(
    _ found: (metric: Metric, keys: [[String: StoredSensitivity.Figure]]), _ number: Int
  ) -> Markup {
    let definition = MetricCatalog[found.metric]
    let factor = !sensitivity.isMorris || definition.isPercent ? 100.0 : 1
    let order = order(found.keys)
    let title = context.text(StudyText.sensitivityChart, context.title(definition))
    let unit = UnitWords.ofDifference(definition)[context.language]
    let unitText =
      unit.isEmpty ? UnitWords.of(definition)[context.language] : unit
    let rows = order.map { place -> RowChart.Row in
      let figure = found.keys[place][ranking]
      let isCombined = isCombined(found.keys[place])
      return RowChart.Row(
        label: label(sensitivity.ranges[place]), value: (figure?.value ?? .nan) * factor,
        low: (figure?.low ?? .nan) * factor, high: (figure?.high ?? .nan) * factor,
        chance: found.keys[place]["noise"].map { $0.value * factor },
        text: size(figure?.value ?? .nan, definition)
          + (isCombined ? "\u{A0}· " + context.text(StudyText.sensitivityCombination) : ""))
    }
    let first = sensitivity.ranges[order[0]]
    let figure = ChartFigure(
      id: context.prefix + "keys\(number)", title: title,
      subtitle: sensitivity.isMorris
        ? context.text(
          StudyText.sensitivitySubtitle, context.text(CompareText.panelOther, unitText))
        : context.text(StudyText.sensitivityVarianceSubtitle),
      finding: .text(
        context.settingText(first.key) + ": "
          + size(found.keys[order[0]][ranking]?.value ?? .nan, definition) + "."),
      key: [.init(look: "bar", text: context.text(StudyText.sensitivityEffect))]
        + (sensitivity.isMorris
          ? [.init(look: "chance", text: context.text(StudyText.sensitivityChance))] : []),
      chart: RowChart(
        rows: rows, hasBars: true,
        tickText: { value, decimals in
          numbers.fixed(value, decimals: decimals) + (sensitivity.isMorris ? "" : "%")
        }), table: table(title, found.keys, order, definition))
    return figure.markup(context.language)
  }

  /// Whether the effect differs so much from place to place that it cannot be told apart from others.
  private func isCombined(_ figures: [String: StoredSensitivity.Figure]) -> Bool {
    guard let spread = figures["sigma"], let effect = figures["muStar"] else { return false }
    return spread.low > 0.5 * effect.value
  }

  private func table(
    _ title: String, _ keys: [[String: StoredSensitivity.Figure]], _ order: [Int],
    _ definition: MetricDefinition
  ) -> PageTable {
    let columns: [(name: String, title: StudyText)] =
      sensitivity.isMorris
      ? [("muStar", .effect), ("sigma", .spread), ("noise", .sensitivityChance)]
      : [("first", .first), ("total", .total)]
    return PageTable(
      title, [context.text(PageText.key)] + columns.map { context.text($0.title) },
      rows: order.map { place in
        .cells(
          context.setting(sensitivity.ranges[place].key),
          columns.map { column in
            guard let figure = keys[place][column.name] else { return .figure(PageNumbers.none) }
            let hasInterval = figure.low.isFinite && figure.high.isFinite
            let ends = [figure.low, figure.high].map { size($0, definition) }
            let interval =
              hasInterval ? ends.joined(separator: " " + context.text(PageText.to) + " ") : ""
            return PageTable.Cell(
              content: .text(size(figure.value, definition))
                + .element("span", ["class": "sub"], [.text(interval)]))
          })
      })
  }

  private var sure: Markup {
    context.heading(PageText.howSure)
      + .paragraph(
        context.text(
          sensitivity.isMorris ? StudyText.sensitivityMethod : .sensitivityVarianceMethod,
          numbers.count(sensitivity.blocks), numbers.count(sensitivity.replications)))
  }
}
