import CaseloadModel
import Experiments
import ScenarioFormat

/// The part of a page that is about a comparison.
struct ComparisonPage {
  let comparison: StoredComparison
  let study: StoredStudy
  let context: PageContext

  private var numbers: PageNumbers { context.numbers }
  private var definition: MetricDefinition { MetricCatalog[context.metric] }
  private var variants: [StoredComparison.Variant] { comparison.variants }
  private var charts: ComparisonCharts {
    ComparisonCharts(comparison: comparison, context: context)
  }

  var article: PageArticle {
    let labels = variants.map(\.label)
    let all = labels.joined(separator: ", ")
    let title = context.text(CompareText.title, all, comparison.baseName)
    return PageArticle(
      title: .sentence(title, names: labels + [comparison.baseName]), plainTitle: title,
      headline: headline, lead: lead,
      first: keyFigures
        + (firstChart?.markup(context.language, hasTable: false) ?? Markup()) + sideEffects + sure
        + CommonSections.modelNote(context)
        + (firstChart?.figures(context.language) ?? Markup()),
      rest: .all(
        [changes, SectorEffectSection(comparison: comparison, context: context).markup]
          + [CommonSections.settings(of: study.scenario, context)] + otherCharts + tables + end),
      hash: comparison.digest)
  }

  private func judged(_ variant: StoredComparison.Variant, _ metric: Metric) -> JudgedDifference {
    JudgedDifference(
      variant.figures[metric], MetricCatalog[metric], better: MetricWords.of(metric).better)
  }

  private func judged(_ variant: StoredComparison.Variant, _ figure: KeyFigure) -> JudgedDifference
  {
    JudgedDifference(figure.difference(variant), figure.definition, better: figure.better)
  }

  // MARK: - First sheet

  private var lead: Markup {
    let pairs = context.text(CompareText.methodPairs, numbers.count(variants[0].pairs)) + "."
    let description = study.scenario?.description ?? ""
    return .element("p", ["class": "subtitle"], [.text(pairs)])
      + context.advice(ofFew: variants[0].pairs)
      + (description.isEmpty
        ? Markup() : .element("p", ["class": "subtitle"], [.foreign(description)]))
  }

  private var headline: Markup {
    let sentences = variants.prefix(ComparisonPage.mostSentences).map(sentence)
    guard sentences.count > 1 else { return sentences[0] }
    return .all(sentences.map { .element("span", ["class": "line"], [$0]) + .text(" ") })
  }

  /// Most variants that have a sentence of their own at the top.
  private static let mostSentences = 3

  /// What a variant does to the figure that the page is about, and what stands against it.
  private func sentence(_ variant: StoredComparison.Variant) -> Markup {
    let judged = judged(variant, context.metric)
    let difference = judged.difference
    let title = context.title(definition)
    var text: String
    switch judged.verdict {
    case .same?:
      let most = max(difference.low.magnitude, difference.high.magnitude)
      text = context.text(
        CompareText.headlineSame, variant.label, title, numbers.size(most, definition))
    case .notShown? where FewReplications.isTooFew(variant.pairs):
      text = context.text(CompareText.headlineFew, variant.label, title)
    case .notShown?:
      text = context.text(
        CompareText.headlineNone, variant.label, title, numbers.size(difference.low, definition),
        numbers.size(difference.high, definition))
    case .clear?, .perhapsSmall?, .small?:
      let what: String
      if context.metric == .unseen6m {
        what = context.text(difference.mean < 0 ? CompareText.fewer : .more)
      } else {
        what = judged.direction(context) + ", " + title
      }
      text = context.text(
        CompareText.headlineLess, variant.label, numbers.size(difference.mean, definition), what,
        numbers.value(difference.variant, definition), numbers.value(difference.base, definition))
    case nil where difference.mean.isFinite && FewReplications.isTooFew(variant.pairs):
      text = context.text(CompareText.headlineFew, variant.label, title)
    case nil: text = context.text(CompareText.headlineUndefined, variant.label, title)
    }
    return .sentence(text + against(variant), names: [variant.label])
  }

  /// The key figure that gets worse by most, in multiples of what matters.
  private func against(_ variant: StoredComparison.Variant) -> String {
    let worse = KeyFigure.allCases.filter {
      $0.metrics != [context.metric] && judged(variant, $0).isClearlyWorse
    }.max { judged(variant, $0).weight < judged(variant, $1).weight }
    guard let worse else {
      let isWorse = KeyFigure.allCases.contains { judged(variant, $0).isClearlyWorse }
      return isWorse ? "" : againstNothing(variant)
    }
    let difference = judged(variant, worse).difference
    return context.text(
      CompareText.against, worse.title(context),
      numbers.value(difference.base, worse.definition),
      numbers.value(difference.variant, worse.definition))
  }

  /// That no key figure is shown to get worse, and of which that cannot be told.
  private func againstNothing(_ variant: StoredComparison.Variant) -> String {
    let pairs = numbers.count(variant.pairs)
    if FewReplications.isTooFew(variant.pairs) {
      return context.text(CompareText.againstFew, pairs)
    }
    let unsettled = KeyFigure.allCases.filter { judged(variant, $0).mayGetWorse }
    guard !unsettled.isEmpty else { return context.text(CompareText.againstNone) }
    return context.text(
      CompareText.againstUnsettled, pairs,
      unsettled.map { ComparisonPage.lowered($0.title(context)) }.joined(separator: "; "))
  }

  /// The text as it stands inside a sentence.
  static func lowered(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }

  private var keyFigures: Markup {
    let heading = context.heading(RunText.tilesTitle)
    guard variants.count == 1 else {
      let table = PageTable(
        context.text(CompareText.keyTable),
        columns: [
          (.text(context.text(PageText.metric)), false),
          (.text(context.text(CompareText.base)), true),
        ] + variants.map { (.foreign($0.label), false) },
        rows: KeyFigure.allCases.map { figure in
          .cells(
            .text(figure.title(context)),
            [.figure(numbers.value(figure.difference(variants[0]).base, figure.definition))]
              + variants.map { cell(judged($0, figure)) })
        })
      return heading + table.markup(id: context.prefix + "key")
    }
    return heading
      + KeyFigure.tiles(context) { figure in
        let judged = judged(variants[0], figure)
        return (
          numbers.headline(judged.difference.variant, figure.definition),
          [
            context.text(
              CompareText.baseTile, numbers.headline(judged.difference.base, figure.definition)),
            judged.shortWords(context),
          ]
        )
      }
  }

  private func cell(_ judged: JudgedDifference) -> PageTable.Cell {
    PageTable.Cell(
      content: .text(numbers.value(judged.difference.variant, judged.definition))
        + .element("span", ["class": "sub"], [.text(judged.shortWords(context))]),
      isFigure: false)
  }

  private var firstChart: ChartFigure? {
    variants.count > 1 ? charts.variants : charts.key(of: variants[0])
  }

  private var sideEffects: Markup {
    var markup = context.heading(CompareText.sideTitle)
    for variant in variants {
      // What staff and trajectories cost together tells more than each of them.
      let all =
        Metric.allCases.map { (context.title(MetricCatalog[$0]), judged(variant, $0)) } + [
          (KeyFigure.costs.title(context), judged(variant, KeyFigure.costs))
        ]
      let worse = all.filter(\.1.isClearlyWorse).sorted { $0.1.weight > $1.1.weight }
      let perhaps = all.filter(\.1.isPerhapsWorse)
      var items = worse.prefix(5).map { title, judged in
        context.text(
          CompareText.sideWorse, title,
          numbers.value(judged.difference.base, judged.definition),
          numbers.value(judged.difference.variant, judged.definition))
      }
      if FewReplications.isTooFew(variant.pairs) {
        items.append(context.text(CompareText.sideFew, numbers.count(variant.pairs)))
      } else if worse.isEmpty {
        items.append(context.text(CompareText.sideNone))
      }
      if !perhaps.isEmpty {
        let names = perhaps.prefix(4).map { ComparisonPage.lowered($0.0) }
        items.append(context.text(CompareText.sideUnsure, names.joined(separator: "; ")))
      }
      guard variants.count > 1 else {
        return markup + .element("ul", items.map { .element("li", [.text($0)]) })
      }
      // One paragraph each, so that the first sheet of paper still tells how sure all this is.
      markup += .element(
        "p",
        [
          .element("strong", [.foreign(variant.label)]), .text(": " + items.joined(separator: " ")),
        ])
    }
    return markup
  }

  private var sure: Markup {
    var sentences: [String] = []
    let judged = judged(variants[0], context.metric)
    let difference = judged.difference
    let title = context.title(definition)
    if difference.hasInterval {
      if let isHigher = judged.verdict?.isHigher {
        let ends = [difference.low.magnitude, difference.high.magnitude].sorted()
        sentences.append(
          context.text(
            CompareText.betweenAnd, title,
            numbers.fixed(numbers.scaled(ends[0], definition), decimals: 1),
            numbers.size(ends[1], definition), context.text(isHigher ? PageText.higher : .lower)))
      } else {
        sentences.append(
          context.text(
            CompareText.sureInterval, title, numbers.size(difference.low, definition),
            numbers.size(difference.high, definition)))
      }
      sentences.append(
        context.text(CompareText.sureMatters, numbers.size(judged.matters, definition)))
    }
    sentences.append(context.text(PageText.assumptionsNotComputed))
    return context.heading(PageText.howSure) + .paragraph(sentences.joined(separator: " "))
  }

  // MARK: - The rest

  private var changes: Markup {
    var markup = context.heading(CompareText.changesTitle)
    for (place, variant) in variants.enumerated() {
      guard !variant.changes.isEmpty else {
        markup += .element(
          "p",
          [
            .sentence(
              context.text(CompareText.changesNone, variant.label), names: [variant.label])
          ])
        continue
      }
      let table = PageTable(
        Markup.isolated(variant.label),
        columns: [
          (.text(context.text(PageText.key)), false),
          (.text(context.text(CompareText.base)), true),
          (.text(context.text(CompareText.variant)), true),
        ],
        rows: variant.changes.map { change in
          .cells(
            context.setting(change.key),
            [
              CommonSections.value(change.key, change.before, context),
              CommonSections.value(change.key, change.after, context),
            ])
        })
      markup += table.markup(id: context.prefix + "changes\(place)")
    }
    return markup
  }

  private var otherCharts: [Markup] {
    variants.enumerated().flatMap { place, variant in
      charts.panels(of: variant, place).map { $0.markup(context.language) }
    }
  }

  private var tables: [Markup] {
    [context.heading(PageText.allTables)]
      + variants.enumerated().map { place, variant in
        PageTable(
          Markup.isolated(variant.label) + ": "
            + ComparisonPage.lowered(context.text(CompareText.tableCaption)),
          columns: JudgedDifference.columns(context)
            + [(.text(context.text(CompareText.verdict)), false)],
          rows: MetricSection.allCases.flatMap { section in
            [.section(context.title(section))]
              + MetricCatalog.all.filter { $0.section == section }.map { row(variant, $0) }
          }
        ).markup(id: context.prefix + "all\(place)")
      }
  }

  private func row(
    _ variant: StoredComparison.Variant, _ definition: MetricDefinition
  ) -> PageTable.Row {
    let judged = judged(variant, definition.metric)
    return .cells(
      context.explained(definition), judged.cells(context) + [.words(judged.words(context))])
  }

  private var end: [Markup] {
    [
      CommonSections.method(
        [
          context.text(CompareText.methodText, numbers.count(variants[0].pairs)),
          context.text(CompareText.methodBonferroni, numbers.count(comparison.intervals)),
          context.text(
            CompareText.again, numbers.count(variants[0].pairs), "\(comparison.seed)"),
        ], context),
      CommonSections.again(
        [(.scenarioName, comparison.baseName), (.hash, comparison.digest)]
          + variants.flatMap { [(.scenarioName, $0.label), (.hash, $0.digest)] }
          + [(.seed, "\(comparison.seed)"), (.replications, "\(variants[0].pairs)")]
          + (study.version.map { [(.version, $0)] } ?? []), command: nil, context),
    ]
  }
}
