import CaseloadModel
import Experiments
import ScenarioFormat
import SimulationKernel

/// The charts of one run.
struct RunCharts {
  let run: StoredRun
  let context: PageContext
  /// The observed time in words.
  let period: String

  private var numbers: PageNumbers { context.numbers }

  private func percent(_ share: Double) -> String { numbers.value(share, MetricCatalog[.unseen6m]) }
  private func whole(_ value: Double) -> String { numbers.fixed(value, decimals: 0) }

  /// Ticks of shares, as percentages.
  var percentTicks: (Double, Int) -> String {
    { value, decimals in numbers.fixed(value * 100, decimals: max(0, decimals - 2)) + "%" }
  }

  /// Ticks of numbers.
  var plainTicks: (Double, Int) -> String {
    { value, decimals in numbers.fixed(value, decimals: decimals) }
  }

  // MARK: - Contact

  /// How long ago the last talk was, per group: nested shares become parts that add up.
  var contact: ChartFigure? {
    let metrics: [Metric] = [.unseen6m, .unseen12m, .unseen24m]
    let all = metrics.map { run.figures[$0].mean }
    guard all.allSatisfy(\.isFinite) else { return nil }
    var rows = [("all", all, run.figures[.stockClients].mean)]
    for (place, name) in run.figures.groupNames.enumerated() {
      let shares = metrics.compactMap { run.figures.groups($0)?[place].mean }
      guard shares.count == 3, shares.allSatisfy(\.isFinite) else { continue }
      rows.append((name, shares, run.figures.groups(.stockClients)?[place].mean ?? .nan))
    }
    let texts: [RunText] = [.contactSix, .contactYear, .contactTwoYears, .contactLonger]
    let parts = rows.map { RunCharts.parts($0.1) }
    return ChartFigure(
      id: context.prefix + "contact", title: context.text(RunText.contactTitle),
      subtitle: context.text(RunText.contactSubtitle, period),
      finding: .text(context.text(RunText.contactFinding, percent(all[0]), percent(all[2]))),
      key: texts.enumerated().map { .init(look: "p\($0)", text: context.text($1)) },
      chart: StackedBars(
        rows: zip(rows, parts).map { row, parts in
          StackedBars.Row(
            label: GroupWords.name(row.0, in: context.language),
            note: context.text(RunText.clientsOf, whole(row.2)),
            parts: parts.enumerated().map {
              .init(
                value: $1, text: $1 >= 0.06 ? numbers.fixed($1 * 100, decimals: 0) + "%" : "",
                tone: $0)
            })
        }, maximum: 1, tickText: percentTicks),
      table: PageTable(
        context.text(RunText.contactTitle),
        columns: [(.text(context.text(PageText.group)), false)]
          + texts.map { (.text(context.text($0)), true) },
        rows: zip(rows, parts).map { row, parts in
          .cells(context.group(row.0), parts.map { .figure(percent($0)) })
        }))
  }

  /// Shares of 6, 12 and 24 months and longer as four parts that add up to one.
  static func parts(_ shares: [Double]) -> [Double] {
    [1 - shares[0], shares[0] - shares[1], shares[1] - shares[2], shares[2]].map { max(0, $0) }
  }

  // MARK: - Time

  /// The months of four shares of clients, with what changes on a date.
  func overTime(_ scenario: Scenario?) -> ChartFigure? {
    let metrics = RunPage.chartedMetrics.filter { (run.series[$0]?.count ?? 0) > 1 }
    guard let first = metrics.first, let months = run.series[first], let start = months.first,
      let end = months.last
    else { return nil }
    let days = months.map(\.day)
    return ChartFigure(
      id: context.prefix + "time", title: context.text(RunText.timeTitle),
      subtitle: context.text(RunText.timeSubtitle),
      finding: .text(timeFinding(first, start, end)),
      key: [.init(look: "band", text: context.text(RunText.band))],
      chart: LineChart(
        panels: metrics.map { metric in
          LineChart.Panel(
            title: context.title(MetricCatalog[metric]),
            points: (run.series[metric] ?? []).map {
              LineChart.Point(x: Double($0.day), mean: $0.mean, low: $0.low, high: $0.high)
            })
        }, ticks: RunCharts.years(days), moments: moments(scenario), hasBands: true,
        tickText: percentTicks),
      table: PageTable(
        context.text(RunText.timeTitle),
        [context.text(RunText.month)] + metrics.map { context.title(MetricCatalog[$0]) },
        rows: days.enumerated().map { place, day in
          .cells(
            .text(numbers.month(CivilDate(dayNumber: day - 1))),
            metrics.map { .figure(percent(run.series[$0]?[place].mean ?? .nan)) })
        }))
  }

  private func timeFinding(
    _ metric: Metric, _ start: StoredRun.SeriesPoint, _ end: StoredRun.SeriesPoint
  ) -> String {
    let change = end.mean - start.mean
    let direction: RunText =
      change.magnitude < 0.01 ? .timeStays : change > 0 ? .timeRises : .timeFalls
    func month(_ point: StoredRun.SeriesPoint) -> String {
      numbers.month(CivilDate(dayNumber: point.day - 1))
    }
    return context.text(
      RunText.timeFinding, context.text(direction), percent(start.mean), month(start),
      percent(end.mean), month(end))
  }

  /// The first days of years.
  static func years(_ days: [Int]) -> [LineChart.Tick] {
    guard let first = days.first, let last = days.last else { return [] }
    let years = CivilDate(dayNumber: first).year...CivilDate(dayNumber: last).year
    return years.map { year in
      LineChart.Tick(
        x: Double(CivilDate(year: year, month: 1, day: 1)?.dayNumber ?? 0), text: "\(year)")
    }
  }

  private func moments(_ scenario: Scenario?) -> [LineChart.Moment] {
    guard let scenario else { return [] }
    let changes = scenario.interventions.changes.map {
      LineChart.Moment(from: Double($0.date.dayNumber), label: $0.name)
    }
    let campaigns = scenario.interventions.campaigns.map {
      LineChart.Moment(
        from: Double($0.date.dayNumber), to: Double($0.date.dayNumber) + $0.durationDays,
        label: $0.name)
    }
    return campaigns + changes
  }

  // MARK: - Flows

  /// Who comes in and who leaves, in persons per year.
  var flows: ChartFigure? {
    let stock = run.figures[.stockClients].mean
    let inflow = run.figures[.inflowPerYear].mean
    let returning = run.figures[.inflowReturningShare].mean
    let rates = [Metric.outflowWork, .outflowSubsidised, .outflowOther].map {
      run.figures[$0].mean * stock
    }
    guard (rates + [inflow, returning]).allSatisfy(\.isFinite) else { return nil }
    let rows: [(RunText, [(RunText, Double)])] = [
      (.flowIn, [(.flowNew, inflow * (1 - returning)), (.flowReturning, inflow * returning)]),
      (
        .flowOut,
        Array(zip([RunText.flowWork, .flowSubsidised, .flowOther], rates))
      ),
    ]
    return ChartFigure(
      id: context.prefix + "flows", title: context.text(RunText.flowsTitle),
      subtitle: context.text(RunText.flowsSubtitle) + ". "
        + context.text(RunText.flowBalance, whole(stock)),
      finding: .text(
        context.text(
          RunText.flowsFinding, whole(inflow), whole(rates.reduce(0, +)), whole(rates[0]))),
      key: rows.flatMap { row in
        row.1.enumerated().map { place, part in
          .init(look: "p\(place)", text: context.text(row.0) + ": " + context.text(part.0))
        }
      },
      chart: StackedBars(
        rows: rows.map { row in
          StackedBars.Row(
            label: context.text(row.0), note: "",
            parts: row.1.enumerated().map { .init(value: $1.1, text: whole($1.1), tone: $0) })
        }, tickText: plainTicks),
      table: PageTable(
        context.text(RunText.flowsTitle),
        [context.text(PageText.metric), context.text(RunText.flowsSubtitle)],
        rows: rows.flatMap { row in
          [.section(context.text(row.0))]
            + row.1.map { .cells(.text(context.text($0.0)), [.figure(whole($0.1))]) }
        }))
  }

  // MARK: - Caseloads

  /// How caseloads differ between workers.
  var caseload: ChartFigure? {
    let metrics: [Metric] = [.caseloadPerWorkerP10, .caseloadPerWorkerP50, .caseloadPerWorkerP90]
    let values = metrics.map { run.figures[$0].mean }
    guard values.allSatisfy(\.isFinite) else { return nil }
    return ChartFigure(
      id: context.prefix + "caseload", title: context.text(RunText.caseloadTitle),
      subtitle: context.text(RunText.caseloadSubtitle),
      finding: .text(context.text(RunText.caseloadFinding, whole(values[1]), whole(values[2]))),
      chart: RowChart(
        rows: [
          RowChart.Row(
            label: context.text(RunText.caseloadRow), value: values[1], low: values[0],
            high: values[2],
            text: numbers.range(
              values[0], values[2], MetricCatalog[.caseloadPerWorkerP50]))
        ], tickText: plainTicks),
      table: PageTable(
        context.text(RunText.caseloadTitle),
        [context.text(PageText.metric), context.text(PageText.mean)],
        rows: zip(metrics, values).map { metric, value in
          .cells(context.explained(MetricCatalog[metric]), [.figure(whole(value))])
        }))
  }

  // MARK: - Time of workers

  /// Where worked time goes.
  var timeUse: ChartFigure? {
    let parts: [(RunText, Metric)] = [
      (.useContact, .timeContact), (.useAdministration, .timeAdministration),
      (.useOther, .timeOther),
    ]
    let values = parts.map { run.figures[$0.1].mean }
    guard values.allSatisfy(\.isFinite) else { return nil }
    return ChartFigure(
      id: context.prefix + "use", title: context.text(RunText.useTitle),
      subtitle: context.text(RunText.useSubtitle),
      finding: .text(context.text(RunText.useFinding, percent(values[0]), percent(values[1]))),
      key: parts.enumerated().map { .init(look: "p\($0)", text: context.text($1.0)) },
      chart: StackedBars(
        rows: [
          StackedBars.Row(
            label: context.text(RunText.useRow), note: "",
            parts: values.enumerated().map { .init(value: $1, text: percent($1), tone: $0) })
        ], maximum: 1, tickText: percentTicks),
      table: PageTable(
        context.text(RunText.useTitle),
        [context.text(PageText.metric), context.text(PageText.mean)],
        rows: zip(parts, values).map { part, value in
          .cells(.text(context.text(part.0)), [.figure(percent(value))])
        }))
  }

  /// Hours that norms ask beside those that there are, worked out without simulation.
  func hours(_ scenario: Scenario) -> ChartFigure? {
    let arithmetic = StaffingArithmetic(scenario)
    guard arithmetic.requiredHours.isFinite, arithmetic.availableHours.isFinite else { return nil }
    let demands = arithmetic.demands
    let intakes = arithmetic.intakeHours
    let contacts = demands.filter { $0.task.hasPrefix("contacts, ") }.reduce(0) { $0 + $1.hours }
    let requests = demands.filter { $0.task == "clients' requests" }.reduce(0) { $0 + $1.hours }
    let asked: [(RunText, Double)] = [
      (.taskContacts, contacts), (.taskIntakes, intakes), (.taskRequests, requests),
      (.taskInstruments, arithmetic.requiredHours - intakes - contacts - requests),
    ]
    let there: [(RunText, Double)] = [(.taskAvailable, arithmetic.availableHours)]
    let gap = arithmetic.requiredHours - arithmetic.availableHours
    func row(_ label: RunText, _ parts: [(RunText, Double)], _ tone: Int?) -> StackedBars.Row {
      StackedBars.Row(
        label: context.text(label), note: "",
        parts: parts.enumerated().map {
          .init(value: max(0, $1.1), text: whole($1.1), tone: tone ?? $0)
        })
    }
    return ChartFigure(
      id: context.prefix + "hours", title: context.text(RunText.hoursTitle),
      subtitle: context.text(RunText.hoursSubtitle),
      finding: .text(
        context.text(
          gap > 0 ? RunText.hoursShort : .hoursEnough, whole(arithmetic.requiredHours),
          whole(arithmetic.availableHours), whole(gap.magnitude))),
      key: asked.enumerated().map { .init(look: "p\($0)", text: context.text($1.0)) },
      chart: StackedBars(
        rows: [row(.hoursAsked, asked, nil), row(.hoursThere, there, 1)], tickText: plainTicks),
      table: PageTable(
        context.text(RunText.hoursTitle),
        [context.text(PageText.metric), context.text(RunText.hoursSubtitle)],
        rows: [.section(context.text(RunText.hoursAsked))]
          + asked.map { .cells(.text(context.text($0.0)), [.figure(whole($0.1))]) }
          + [.section(context.text(RunText.hoursThere))]
          + there.map { .cells(.text(context.text($0.0)), [.figure(whole($0.1))]) }))
  }
}
