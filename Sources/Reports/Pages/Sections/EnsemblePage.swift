import CaseloadModel
import Experiments
import ScenarioFormat

/// The part of a page that is about scenarios over the sets of an ensemble.
struct EnsemblePage {
  let ensemble: StoredEnsemble
  let study: StoredStudy
  let context: PageContext

  private var numbers: PageNumbers { context.numbers }
  private var definition: MetricDefinition { MetricCatalog[context.metric] }
  private var entries: [StoredEnsemble.Entry] { ensemble.entries }
  /// Scenarios that have a sentence of their own at the top: the variants, or those that stand alone.
  private var told: [StoredEnsemble.Entry] {
    let variants = entries.filter { $0.figures[context.metric].isDifference }
    return Array((variants.isEmpty ? entries : variants).prefix(EnsemblePage.mostSentences))
  }

  /// Most scenarios that have a sentence of their own at the top.
  private static let mostSentences = 3
  /// Most scenarios of which each has a table of its own.
  private static let mostTables = 8
  /// The metrics of a table, behind that of the page.
  private var metrics: [Metric] {
    [context.metric] + EnsembleDocuments.usualMetrics.filter { $0 != context.metric }
  }

  var article: PageArticle {
    let name = study.title ?? entries[0].scenarioName
    let labels = entries.dropFirst().filter { $0.figures[context.metric].isDifference }.map(\.label)
    let title =
      labels.isEmpty
      ? name : context.text(CompareText.title, labels.joined(separator: ", "), entries[0].label)
    return PageArticle(
      title: .sentence(title, names: labels + [entries[0].label, name]), plainTitle: title,
      headline: headline, lead: lead,
      first: context.heading(PageText.outcome) + scenarios + sure
        + CommonSections.modelNote(context),
      rest: .all(
        [context.heading(PageText.allTables)]
          + entries.prefix(EnsemblePage.mostTables).enumerated().map { table($1, $0) }
          + [
            CommonSections.settings(of: study.scenario, context),
            CommonSections.method([context.text(SetsText.setsMethod)], context),
            CommonSections.again(
              entries.flatMap { [(.scenarioName, $0.label), (.hash, $0.digest)] }
                + [(.seed, "\(ensemble.seed)"), (.replications, "\(ensemble.replications)")]
                + (study.version.map { [(.version, $0)] } ?? []), command: nil, context),
          ]),
      hash: entries[0].digest)
  }

  // MARK: - First sheet

  private var lead: Markup {
    .element(
      "p", ["class": "subtitle"],
      [
        .text(
          context.text(
            SetsText.setsIntro, numbers.count(ensemble.sets), numbers.count(ensemble.replications)))
      ]) + context.advice(ofFew: ensemble.replications)
  }

  private var headline: Markup {
    let sentences = told.map { entry in
      Markup.sentence(sentence(entry), names: [entry.label])
    }
    guard sentences.count > 1 else { return sentences[0] }
    return .all(sentences.map { .element("span", ["class": "line"], [$0]) + .text(" ") })
  }

  /// Between which values a figure or difference of the page lies.
  private func sentence(_ entry: StoredEnsemble.Entry) -> String {
    let figure = entry.figures[context.metric]
    let title = entry.label + ": " + ComparisonPage.lowered(context.title(definition))
    guard figure.hasInterval else { return context.text(SetsText.setsUnknown, title) }
    let ends = [figure.low, figure.high].map { value($0, definition, figure.isDifference) }
    let margins = [figure.chance, figure.parameters].map { numbers.size($0, definition) }
    guard figure.isDifference else {
      return context.text(
        SetsText.setsWordsBase, title, ends[0], ends[1], margins[0], margins[1])
    }
    let unit = UnitWords.ofDifference(definition)[context.language]
    return context.text(
      SetsText.setsWords, title, ends[0], ends[1] + (unit.isEmpty ? "" : PageNumbers.blank + unit),
      margins[0], margins[1], agreeing(figure))
  }

  /// In how many sets a difference has its sign.
  private func agreeing(_ figure: StoredEnsemble.Figure) -> String {
    let isLower = figure.mean < 0
    return context.text(
      isLower ? SetsText.setsLower : .setsHigher,
      numbers.count((isLower ? figure.below : figure.above) ?? 0), numbers.count(ensemble.sets))
  }

  private func value(
    _ value: Double, _ definition: MetricDefinition, _ isDifference: Bool
  ) -> String {
    isDifference ? numbers.signed(value, definition) : numbers.value(value, definition)
  }

  /// The figure of the page in all scenarios.
  private var scenarios: Markup {
    PageTable(
      context.text(
        entries.contains { $0.figures[context.metric].isDifference }
          ? SetsText.setsOfDifferences : .setsOfMetric, context.title(definition)),
      columns: columns(.text(context.text(PageText.scenarioName))),
      rows: entries.map {
        .cells(.foreign($0.label), cells($0.figures[context.metric], definition))
      }
    ).markup(id: context.prefix + "scenarios")
  }

  private var sure: Markup {
    var sentences = [context.text(SetsText.setsSureStored)]
    let blurred = metrics.filter { metric in entries.contains { $0.figures[metric].isBlurred } }
    if !blurred.isEmpty {
      sentences.append(
        context.text(
          SetsText.setsBlurred,
          blurred.map { context.title(MetricCatalog[$0]) }.joined(separator: "; "),
          numbers.count(ensemble.replications)))
    }
    return context.heading(PageText.howSure) + .paragraph(sentences.joined(separator: " "))
  }

  // MARK: - The rest

  private func columns(_ first: Markup) -> [(title: Markup, isFigure: Bool)] {
    [(first, false)]
      + [SetsText.setsMean, .setsTotal, .setsChance, .setsParameters, .setsRange].map {
        (.text(context.text($0)), true)
      }
  }

  private func cells(
    _ figure: StoredEnsemble.Figure, _ definition: MetricDefinition
  ) -> [PageTable.Cell] {
    func span(_ low: Double, _ high: Double) -> String {
      guard low.isFinite, high.isFinite else { return PageNumbers.none }
      return [low, high].map { value($0, definition, figure.isDifference) }
        .joined(separator: " " + context.text(PageText.to) + " ")
    }
    func margin(_ half: Double) -> String { numbers.size(half, definition) }
    let range = span(figure.lowest, figure.highest)
    return [
      .figure(value(figure.mean, definition, figure.isDifference)),
      .figure(span(figure.low, figure.high)), .figure(margin(figure.chance)),
      .figure(margin(figure.parameters)),
      PageTable.Cell(
        content: .text(range)
          + (figure.isDifference
            ? .element("span", ["class": "sub"], [.text(agreeing(figure))]) : Markup())),
    ]
  }

  /// All that is shown of one scenario.
  private func table(_ entry: StoredEnsemble.Entry, _ place: Int) -> Markup {
    let isDifference = entry.figures[context.metric].isDifference
    let caption = Markup.isolated(entry.label)
    return PageTable(
      isDifference
        ? context.text(SetsText.setsCaption, caption)
        : caption + ": " + ComparisonPage.lowered(context.text(SetsText.setsRange)),
      columns: columns(.text(context.text(PageText.metric))),
      rows: metrics.map { metric in
        .cells(
          context.explained(MetricCatalog[metric]),
          cells(entry.figures[metric], MetricCatalog[metric]))
      }
    ).markup(id: context.prefix + "sets\(place)")
  }
}
