import CaseloadModel
import Experiments
import ScenarioFormat
import SimulationKernel

/// The part of a page that is about one run.
struct RunPage {
  let run: StoredRun
  let study: StoredStudy
  let context: PageContext

  /// The metrics whose months are drawn.
  static let chartedMetrics: [Metric] = [
    .unseen6m, .knowledgeNotInView, .agreementsNone, .contactOverdue,
  ]

  private var numbers: PageNumbers { context.numbers }
  private var definition: MetricDefinition { MetricCatalog[context.metric] }
  private var name: String { study.title ?? run.scenarioName }

  var article: PageArticle {
    PageArticle(
      title: .foreign(name), plainTitle: name, headline: headline, lead: lead,
      first: advice + tiles
        + (charts.contact?.markup(context.language, hasTable: false) ?? Markup()) + sure
        + CommonSections.modelNote(context)
        + (charts.contact?.figures(context.language) ?? Markup()),
      rest: .all(
        [CommonSections.settings(of: study.scenario, context)] + organisations + otherCharts
          + diaries + [tables] + end),
      hash: run.digest)
  }

  // MARK: - First sheet

  private var lead: Markup {
    var lines = Markup()
    if let scenario = study.scenario {
      if !scenario.description.isEmpty {
        lines += .element("p", ["class": "subtitle"], [.foreign(scenario.description)])
      }
      lines += .element(
        "p", ["class": "subtitle"],
        [
          .text(setting(scenario)) + .text(" " + observed(scenario))
        ])
    }
    if let planned = run.planned {
      lines += .element(
        "p", ["class": "advice"],
        [
          .text(
            context.text(
              PageText.partial, numbers.count(run.replications), numbers.count(planned)))
        ])
    }
    return lines + context.advice(ofFew: run.replications)
  }

  private func setting(_ scenario: Scenario) -> String {
    guard let sector = run.sector else {
      return context.text(
        RunText.setting, numbers.count(scenario.population.clients),
        numbers.plain(scenario.staffing.fte))
    }
    return context.text(
      SectorText.setting, numbers.count(sector.organisations), numbers.count(sector.clients))
  }

  private func observed(_ scenario: Scenario) -> String {
    let (first, last) = period(scenario)
    return context.text(RunText.observed, numbers.count(run.replications), first, last)
  }

  /// The first and the last observed month.
  private func period(_ scenario: Scenario) -> (String, String) {
    let start = scenario.time.start
    let first = start.year * 12 + start.month - 1 + scenario.time.warmUpMonths
    let months = [first, first + scenario.time.durationMonths - 1].map { month in
      // The first day of a month exists in every year.
      CivilDate(year: month / 12, month: month % 12 + 1, day: 1).map { numbers.month($0) } ?? ""
    }
    return (months[0], months[1])
  }

  private var periodText: String {
    guard let scenario = study.scenario else { return "" }
    let (first, last) = period(scenario)
    return context.text(PageText.period, first, last)
  }

  private var headline: Markup {
    let sector = run.sector.flatMap { SectorSection(sector: $0, context: context).headline }
    return sector.map(Markup.text) ?? ownHeadline
  }

  private var ownHeadline: Markup {
    let estimate = run.figures[context.metric]
    guard context.metric == .unseen6m else {
      return .text(
        context.text(
          RunText.headlineOther, context.title(definition),
          numbers.headline(estimate.mean, definition)))
    }
    func hundred(_ share: Double) -> String { numbers.fixed(share * 100, decimals: 0) }
    var markup = Markup.text(context.text(RunText.headlineUnseen, hundred(estimate.mean)))
    let groups = run.figures.groups(.unseen6m) ?? []
    let highest = groups.indices.filter { groups[$0].mean.isFinite }.max {
      groups[$0].mean < groups[$1].mean
    }
    if let highest, groups.count > 1, groups[highest].mean > 1.25 * estimate.mean {
      let group = GroupWords.name(run.figures.groupNames[highest], in: context.language)
      markup += .sentence(
        context.text(RunText.headlineUnseenGroup, group, hundred(groups[highest].mean)),
        names: [run.figures.groupNames[highest]])
    }
    return markup
  }

  private var advice: Markup {
    // What the organisations of a sector have in common says nothing of the hours of any of them.
    guard run.sector == nil, let scenario = study.scenario else { return Markup() }
    let arithmetic = StaffingArithmetic(scenario)
    guard arithmetic.load > 1 else { return Markup() }
    return .element(
      "div", ["class": "advice"],
      [
        .paragraph(
          context.text(
            RunText.advice, numbers.fixed(arithmetic.requiredHours, decimals: 0),
            numbers.fixed(arithmetic.availableHours, decimals: 0)))
      ])
  }

  private var tiles: Markup {
    .element("h2", [.text(context.text(RunText.tilesTitle))])
      + KeyFigure.tiles(context) { figure in
        let estimate = figure.estimate(run)
        return (
          numbers.headline(estimate.mean, figure.definition),
          estimate.hasMargin
            ? [
              context.text(
                RunText.tileMargin, numbers.range(estimate.low, estimate.high, figure.definition))
            ] : []
        )
      }
  }

  private var sure: Markup {
    let estimate = run.figures[context.metric]
    var sentences: [String] = []
    if estimate.hasMargin {
      sentences.append(
        context.text(RunText.sureMean, numbers.words(estimate.low, estimate.high, definition)))
    } else if run.replications == 1 {
      sentences.append(context.text(RunText.sureMeanOne))
    }
    if let spread = run.chanceSpread(of: context.metric) {
      let and = context.language == .nl ? " en " : " and "
      let ends = [spread.lowerBound, spread.upperBound].map { numbers.value($0, definition) }
      sentences.append(
        context.text(
          estimate.count < StoredRun.fewRuns
            ? RunText.sureChanceAll : RunText.sureChanceMiddle, numbers.count(estimate.count),
          ends.joined(separator: and)))
    }
    sentences.append(context.text(PageText.assumptionsNotComputed))
    return context.heading(PageText.howSure) + .paragraph(sentences.joined(separator: " "))
  }

  // MARK: - The rest

  private var organisations: [Markup] {
    run.sector.map { [SectorSection(sector: $0, context: context).markup] } ?? []
  }

  private var diaries: [Markup] {
    study.diaries.map { [DiarySection(reported: $0, context: context).markup] } ?? []
  }

  private var charts: RunCharts { RunCharts(run: run, context: context, period: periodText) }

  private var otherCharts: [Markup] {
    [
      charts.overTime(study.scenario), charts.flows, charts.caseload, charts.timeUse,
      run.sector == nil ? study.scenario.flatMap(charts.hours) : nil,
    ].compactMap { $0?.markup(context.language) }
  }

  private var tables: Markup {
    let groups = run.figures.groupNames
    let table = PageTable(
      context.text(RunText.tableCaption),
      columns: [
        (.text(context.text(PageText.metric)), false),
        (.text(context.text(PageText.mean)), true),
        (.text(context.text(PageText.margin)), true),
      ] + groups.map { (context.group($0), true) },
      rows: MetricSection.allCases.flatMap { section in
        [.section(context.title(section))]
          + MetricCatalog.all.filter { $0.section == section }.map(row)
      })
    return context.heading(PageText.allTables) + table.markup(id: context.prefix + "all")
  }

  private func row(_ definition: MetricDefinition) -> PageTable.Row {
    let estimate = run.figures[definition.metric]
    let groups = run.figures.groups(definition.metric)
    return .cells(
      context.explained(definition),
      [
        .figure(numbers.value(estimate.mean, definition)),
        .figure(
          estimate.hasMargin
            ? numbers.range(estimate.low, estimate.high, definition) : PageNumbers.none),
      ]
        + run.figures.groupNames.indices.map { place in
          .figure(groups.map { numbers.value($0[place].mean, definition) } ?? "")
        })
  }

  private var end: [Markup] {
    let warmUp = study.scenario?.time.warmUpMonths ?? 0
    return [
      CommonSections.method(
        [
          context.text(
            RunText.methodText, numbers.count(run.replications), numbers.count(warmUp)),
          context.text(RunText.methodMargin),
        ], context),
      CommonSections.again(
        [(.scenarioName, run.scenarioName), (.hash, run.digest), (.seed, "\(run.seed)")]
          + [(.replications, "\(run.replications)")]
          + (study.version.map { [(.version, $0)] } ?? []),
        command: study.scenario == nil ? nil : "caseload run scenario.json", context),
    ]
  }
}
