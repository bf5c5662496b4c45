import CaseloadModel
import Experiments
import ScenarioFormat

/// The part of a page that is about a sweep.
struct SweepPage {
  let sweep: StoredSweep
  let study: StoredStudy
  let context: PageContext

  private var numbers: PageNumbers { context.numbers }
  private var definition: MetricDefinition { MetricCatalog[context.metric] }
  private var names: [String] { sweep.keys.map(context.settingText) }

  /// Metrics that are drawn: that of the page, then those of the key figures.
  private var metrics: [Metric] {
    var metrics = [context.metric]
    for figure in KeyFigure.allCases where figure.metrics.count == 1 {
      if !metrics.contains(figure.metrics[0]) { metrics.append(figure.metrics[0]) }
    }
    // Panels share the way in which their axes are written.
    return Array(metrics.prefix(4)).filter {
      MetricCatalog[$0].isPercent && definition.isPercent || $0 == context.metric
    }
  }

  var article: PageArticle {
    let run = sweep.points[0].run
    let title = context.text(StudyText.sweepTitle, names.joined(separator: ", "))
    let name = study.title ?? run.scenarioName
    return PageArticle(
      title: .text(title + " ") + .foreign("(\(name))"), plainTitle: title + " (\(name))",
      headline: .text(headline), lead: lead,
      first: context.heading(PageText.outcome) + figure + sure + CommonSections.modelNote(context)
        + (line.map { chart($0).figures(context.language) } ?? Markup()),
      rest: CommonSections.settings(of: study.scenario, context) + table
        + CommonSections.method(
          [
            context.text(StudyText.sweepMethod, numbers.count(run.replications)),
            context.text(RunText.methodMargin),
          ], context)
        + CommonSections.again(
          [(.scenarioName, run.scenarioName), (.seed, "\(run.seed)")]
            + [(.replications, "\(run.replications)")]
            + (study.version.map { [(.version, $0)] } ?? []), command: nil, context),
      hash: "")
  }

  private var lead: Markup {
    let run = sweep.points[0].run
    var text = context.text(
      StudyText.replicationsEach, numbers.count(sweep.points.count),
      numbers.count(run.replications))
    if let planned = sweep.planned {
      text +=
        " "
        + context.text(
          StudyText.partialPoints, numbers.count(sweep.points.count), numbers.count(planned))
    }
    return .element("p", ["class": "subtitle"], [.text(text)])
      + context.advice(ofFew: run.replications)
  }

  private func shown(_ place: Int, _ value: String) -> String {
    numbers.setting(sweep.keys[place], value)
  }

  private func label(_ point: StoredSweep.Point) -> String {
    point.values.enumerated().map { names[$0] + " " + shown($0, $1) }.joined(separator: ", ")
  }

  /// The points of a sweep over one number, by that number.
  private var line: [(x: Double, point: StoredSweep.Point)]? {
    guard sweep.keys.count == 1 else { return nil }
    let places = sweep.points.compactMap { point in Double(point.values[0]).map { ($0, point) } }
    guard places.count == sweep.points.count, places.count > 1 else { return nil }
    return places.sorted { $0.0 < $1.0 }
  }

  private func mean(_ point: StoredSweep.Point) -> Double { point.run.figures[context.metric].mean }

  private var headline: String {
    let title = context.title(definition)
    guard let line, let last = line.last else { return range }
    if line.count > 2 {
      func slope(_ first: Int, _ second: Int) -> String {
        let step = line[second].x - line[first].x
        let change = (mean(line[second].point) - mean(line[first].point)) / step
        return numbers.signed(change, definition) + PageNumbers.blank
          + UnitWords.ofDifference(definition)[context.language]
      }
      // Steps of less than one unit, such as shares, are told as from and to.
      if line[1].x - line[0].x >= 1, !definition.isEuro {
        let end = line.count - 1
        return context.text(
          StudyText.sweepSlopes, title, shown(0, line[0].point.values[0]),
          shown(0, line[1].point.values[0]), slope(0, 1), shown(0, line[end - 1].point.values[0]),
          shown(0, line[end].point.values[0]), slope(end - 1, end))
      }
    }
    return context.text(
      StudyText.sweepSlope, names[0], shown(0, line[0].point.values[0]),
      shown(0, last.point.values[0]), title,
      numbers.headline(mean(line[0].point), definition),
      numbers.headline(mean(last.point), definition))
  }

  /// The lowest and the highest point in words.
  private var range: String {
    let known = sweep.points.filter { mean($0).isFinite }
    guard let low = known.min(by: { mean($0) < mean($1) }),
      let high = known.max(by: { mean($0) < mean($1) })
    else { return context.text(CompareText.unknown) }
    return context.text(
      StudyText.sweepRange, context.title(definition), numbers.headline(mean(low), definition),
      label(low), numbers.headline(mean(high), definition), label(high))
  }

  private var figure: Markup {
    if let line { return chart(line).markup(context.language, hasTable: false) }
    return sweep.keys.count == 2 ? heatMap : Markup()
  }

  private func chart(_ line: [(x: Double, point: StoredSweep.Point)]) -> ChartFigure {
    let first = line[0].point
    let last = line[line.count - 1].point
    return ChartFigure(
      id: context.prefix + "line",
      title: context.text(StudyText.sweepChartTitle, ComparisonPage.lowered(names[0])),
      subtitle: context.text(StudyText.sweepChartSubtitle, names[0]),
      finding: .text(
        context.text(
          StudyText.sweepChartFinding, context.title(definition),
          numbers.value(mean(first), definition), shown(0, first.values[0]),
          numbers.value(mean(last), definition), shown(0, last.values[0]))),
      key: [.init(look: "interval", text: context.text(StudyText.interval))],
      chart: LineChart(
        panels: metrics.map { metric in
          LineChart.Panel(
            title: context.title(MetricCatalog[metric]),
            points: line.map {
              let estimate = $0.point.run.figures[metric]
              return LineChart.Point(
                x: $0.x, mean: estimate.mean, low: estimate.low, high: estimate.high)
            })
        }, ticks: line.map { .init(x: $0.x, text: shown(0, $0.point.values[0])) },
        hasBands: false, sharesHeight: false,
        tickText: { value, decimals in
          definition.isPercent
            ? numbers.fixed(value * 100, decimals: max(0, decimals - 2)) + "%"
            : numbers.fixed(value, decimals: decimals)
        }),
      table: PageTable(
        context.text(StudyText.sweepTable),
        [names[0]] + metrics.map { context.title(MetricCatalog[$0]) },
        rows: line.map { row in
          .cells(
            .text(shown(0, row.point.values[0])),
            metrics.map {
              .figure(numbers.value(row.point.run.figures[$0].mean, MetricCatalog[$0]))
            })
        }))
  }

  /// A table whose cells are darker where the value is higher.
  private var heatMap: Markup {
    let rows = SweepPage.distinct(sweep.points.map { $0.values[0] })
    let columns = SweepPage.distinct(sweep.points.map { $0.values[1] })
    let means = sweep.points.map(mean).filter(\.isFinite)
    let (low, high) = (means.min() ?? 0, means.max() ?? 0)
    let known = sweep.points.filter { mean($0).isFinite }
    let lowest = known.min { mean($0) < mean($1) }
    let highest = known.max { mean($0) < mean($1) }
    let table = PageTable(
      context.text(
        StudyText.sweepHeatSubtitle, context.title(definition), names[0], names[1]),
      [names[0]] + columns.map { shown(1, $0) },
      rows: rows.map { row in
        .cells(
          .text(shown(0, row)),
          columns.map { column in
            guard let point = sweep.points.first(where: { $0.values == [row, column] }) else {
              return .figure(PageNumbers.none)
            }
            let value = mean(point)
            let share = high > low ? (value - low) / (high - low) : 0
            return PageTable.Cell(
              content: .text(numbers.value(value, definition)),
              tint: value.isFinite ? Int((share * 7).rounded()) : nil, isMarked: isBase(point))
          })
      })
    var markup = Markup.element("h3", [.text(context.text(StudyText.sweepHeatTitle))])
    markup += table.markup(id: context.prefix + "heat")
    if let lowest, let highest {
      markup += .paragraph(
        context.text(
          StudyText.sweepHeatFinding, numbers.value(mean(lowest), definition), label(lowest),
          numbers.value(mean(highest), definition), label(highest)))
    }
    return markup
  }

  /// Whether a point has the values of the scenario itself.
  private func isBase(_ point: StoredSweep.Point) -> Bool {
    guard let scenario = study.scenario else { return false }
    let values = ScenarioDifferences.values(of: scenario)
    return zip(sweep.keys, point.values).allSatisfy { key, value in
      guard let own = values[key] else { return false }
      if let number = Double(own), let other = Double(value) { return number == other }
      return own == value
    }
  }

  private static func distinct(_ values: [String]) -> [String] {
    var seen: [String] = []
    for value in values where !seen.contains(value) { seen.append(value) }
    let numbers = seen.compactMap { value in Double(value).map { ($0, value) } }
    return numbers.count == seen.count ? numbers.sorted { $0.0 < $1.0 }.map(\.1) : seen
  }

  private var sure: Markup {
    context.heading(PageText.howSure)
      + .paragraph(
        context.text(RunText.methodMargin) + " " + context.text(PageText.assumptionsNotComputed))
  }

  private var table: Markup {
    let shownMetrics =
      metrics + [.workloadBacklogDays, .costStaff].filter { !metrics.contains($0) }
    return context.heading(PageText.allTables)
      + PageTable(
        context.text(StudyText.sweepTable),
        columns: names.map { (.text($0), false) }
          + shownMetrics.map { (.text(context.title(MetricCatalog[$0])), true) },
        rows: sweep.points.map { point in
          .cells(
            .text(shown(0, point.values[0])),
            point.values.enumerated().dropFirst().map { .words(shown($0, $1)) }
              + shownMetrics.map { metric in
                let estimate = point.run.figures[metric]
                let definition = MetricCatalog[metric]
                let margin =
                  estimate.hasMargin ? numbers.range(estimate.low, estimate.high, definition) : ""
                return PageTable.Cell(
                  content: .text(numbers.value(estimate.mean, definition))
                    + .element("span", ["class": "sub"], [.text(margin)]))
              })
        }
      ).markup(id: context.prefix + "all")
  }
}
