import CaseloadModel
import Experiments
import ScenarioFormat

/// The part of a page that is about a fit.
struct FitPage {
  let fit: StoredFit
  let study: StoredStudy
  let context: PageContext

  private var numbers: PageNumbers { context.numbers }
  private var scenario: (name: String, digest: String) { fit.scenarios[0] }

  var article: PageArticle {
    let name = study.title ?? scenario.name
    let title = context.text(FitText.title, name)
    return PageArticle(
      title: .sentence(title, names: [name]), plainTitle: title, headline: headline, lead: lead,
      first: context.heading(PageText.outcome)
        + targetChart.markup(context.language, hasTable: false) + sure
        + CommonSections.modelNote(context) + targetChart.figures(context.language),
      rest: .all([
        keyChart.markup(context.language), conflicts, trades,
        CommonSections.settings(of: study.scenario, context),
        CommonSections.method(
          [
            context.text(
              FitText.method, numbers.count(fit.points), numbers.count(fit.replications),
              "\(fit.seed)"), context.text(FitText.methodNext),
          ], context),
        CommonSections.again(
          fit.scenarios.flatMap { [(.scenarioName, $0.name), (.hash, $0.digest)] }
            + [(.seed, "\(fit.seed)"), (.replications, "\(fit.replications)")]
            + (study.version.map { [(.version, $0)] } ?? []), command: nil, context),
      ]),
      hash: scenario.digest)
  }

  // MARK: - First sheet

  private var lead: Markup {
    fit.isPartial
      ? .element("p", ["class": "advice"], [.text(context.text(FitText.partial))]) : Markup()
  }

  private var headline: Markup {
    let met = fit.targets.count(where: \.isMet)
    let missed = fit.targets.filter { !$0.isMet }
    let open = fit.keys.filter { $0.left != nil && $0.identification == .notIdentified }
    let atEnd = fit.keys.filter { $0.left != nil && $0.wider != nil }
    var text =
      fit.targets.count == 1
      ? context.text(met == 1 ? FitText.headlineOne : .headlineNotOne)
      : met == 0
        ? context.text(FitText.headlineNone, numbers.count(fit.targets.count))
        : context.text(FitText.headline, numbers.count(met), numbers.count(fit.targets.count))
    if !missed.isEmpty {
      let list = missed.prefix(3).map {
        context.text(FitText.missed, name($0), figure($0.reached, $0), figure($0.value, $0))
      }
      text += context.text(FitText.missing, list.joined(separator: "; "))
    }
    // Without sets that meet all figures nothing is known of what the figures pin down.
    if fit.sets > 0 {
      text +=
        open.isEmpty
        ? (atEnd.isEmpty ? context.text(FitText.pinned) : "")
        : context.text(FitText.notPinned, open.prefix(3).map(name).joined(separator: "; "))
      if !atEnd.isEmpty {
        text += context.text(
          FitText.headlineAtEnd, atEnd.prefix(3).map(name).joined(separator: "; "))
      }
    }
    return .sentence(text, names: missed.filter(isNamed).map(\.name))
  }

  private var sure: Markup {
    let text =
      fit.sets == 1
      ? context.text(FitText.sureOne)
      : fit.sets > 0
        ? context.text(FitText.sure, numbers.count(fit.sets)) : context.text(FitText.sureNone)
    return context.heading(PageText.howSure) + .paragraph(text)
  }

  // MARK: - Figures

  /// What a figure is called: the user's name for it, or the metric with its group and moment.
  private func name(_ target: StoredFit.Target) -> String {
    guard !isNamed(target) else { return target.name }
    let group = target.group.map { GroupWords.name($0, in: context.language) }
    let parts = [context.title(MetricCatalog[target.metric]), group, target.moment]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// Whether the user gave the figure a name; without one its name is the id of its metric.
  private func isNamed(_ target: StoredFit.Target) -> Bool {
    !target.name.isEmpty && target.name != target.metric.id
  }

  private func figure(_ value: Double, _ target: StoredFit.Target) -> String {
    guard value.isFinite else { return PageNumbers.none }
    return target.isRatio
      ? numbers.fixed(value, decimals: 3) : numbers.value(value, MetricCatalog[target.metric])
  }

  private func tolerance(_ target: StoredFit.Target) -> String {
    target.isRatio
      ? numbers.fixed(target.tolerance, decimals: 3)
      : numbers.size(target.tolerance, MetricCatalog[target.metric])
  }

  private func verdict(_ target: StoredFit.Target) -> String {
    context.text(target.isMet ? FitText.fits : .fitsNot)
  }

  private func overSets(_ target: StoredFit.Target) -> String {
    guard let range = target.ensemble else { return PageNumbers.none }
    return figure(range.lowerBound, target) + "\u{A0}" + context.text(PageText.to) + "\u{A0}"
      + figure(range.upperBound, target)
  }

  private var targetChart: ChartFigure {
    /// Far misses are drawn at the edge; the text beside them tells how far.
    func place(_ value: Double, _ target: StoredFit.Target) -> Double {
      guard target.tolerance > 0 else { return value == target.value ? 0 : .nan }
      return min(max((value - target.value) / target.tolerance, -2.5), 2.5)
    }
    return ChartFigure(
      id: context.prefix + "targets", title: context.text(FitText.chartTitle),
      subtitle: context.text(FitText.chartSubtitle),
      finding: .text(
        context.text(
          FitText.chartFinding, numbers.count(fit.targets.count(where: \.isMet)),
          numbers.count(fit.targets.count))),
      key: [
        .init(look: "span", text: context.text(FitText.targetKey)),
        .init(look: "interval", text: context.text(FitText.setsKey)),
        .init(look: "hollow", text: context.text(FitText.fitsNot)),
      ],
      chart: RowChart(
        rows: fit.targets.map { target in
          RowChart.Row(
            label: name(target), value: place(target.reached, target),
            low: target.ensemble.map { place($0.lowerBound, target) } ?? .nan,
            high: target.ensemble.map { place($0.upperBound, target) } ?? .nan, span: -1...1,
            text: figure(target.reached, target) + "\u{A0}· " + verdict(target),
            isHollow: !target.isMet)
        }, ends: (context.text(FitText.lowEnd), context.text(FitText.highEnd)),
        tickText: { value, _ in value == 0 ? context.text(FitText.target) : "" }),
      table: PageTable(
        context.text(FitText.chartTitle),
        columns: [
          (.text(context.text(PageText.metric)), false),
          (.text(context.text(FitText.ownFigure)), true),
          (.text(context.text(FitText.tolerance)), true),
          (.text(context.text(FitText.model)), true),
          (.text(context.text(FitText.overSets)), true),
          (.text(context.text(CompareText.verdict)), false),
          (.text(context.text(StudyText.source)), false),
        ],
        rows: fit.targets.map { target in
          .cells(
            described(target),
            [
              .figure(figure(target.value, target)), .figure(tolerance(target)),
              .figure(figure(target.reached, target)), .figure(overSets(target)),
              .words(verdict(target)), .words(target.evidence.joined(separator: ", ")),
            ])
        }))
  }

  /// The name of a figure with what it is, and where, below it.
  private func described(_ target: StoredFit.Target) -> Markup {
    var below = context.title(MetricCatalog[target.metric])
    if let moment = target.moment { below = context.text(FitText.reading, below, moment) }
    let group = target.group.map { Markup.text(", ") + context.group($0) } ?? Markup()
    let isOne = fit.scenarios.count < 2
    return (isNamed(target) ? .foreign(target.name) : .text(name(target)))
      + .element(
        "span", ["class": "sub"],
        [.text(below), group, isOne ? Markup() : .text(" · ") + .foreign(target.scenario)])
  }

  // MARK: - Settings

  private func name(_ key: StoredFit.Key) -> String {
    let name = context.settingText(key.key)
    return key.scenario.map { context.text(FitText.reading, name, $0) } ?? name
  }

  private func value(_ value: Double, _ key: StoredFit.Key) -> String {
    value.isFinite
      ? numbers.setting(key.key, JSONText.number(FitPage.rounded(value))) : PageNumbers.none
  }

  /// The value with about three figures that count; a search ends at numbers that say no more.
  static func rounded(_ value: Double) -> Double {
    var scale = 1.0
    while scale < 1e9, value != 0, (value * scale).magnitude < 100 { scale *= 10 }
    return (value * scale).rounded() / scale
  }

  private func word(_ key: StoredFit.Key) -> String {
    guard key.left != nil else { return context.text(FitText.noSets) }
    return switch key.identification {
    case .identified: context.text(FitText.identified)
    case .atEnd:
      context.text(FitText.atEnd) + (key.wider.map { context.text(FitText.tryWider, $0) } ?? "")
    case .narrowed: context.text(FitText.narrowed)
    case .notIdentified: context.text(FitText.notIdentified)
    }
  }

  private func ends(_ range: ClosedRange<Double>?, _ key: StoredFit.Key) -> String {
    guard let range else { return PageNumbers.none }
    return value(range.lowerBound, key) + "\u{A0}" + context.text(PageText.to) + "\u{A0}"
      + value(range.upperBound, key)
  }

  private var keyChart: ChartFigure {
    func place(_ value: Double, _ key: StoredFit.Key) -> Double {
      let width = key.range.upperBound - key.range.lowerBound
      return width > 0 ? (value - key.range.lowerBound) / width : .nan
    }
    let told = fit.keys.count {
      $0.left != nil && [.identified, .narrowed].contains($0.identification)
    }
    let atEnd = fit.keys.count { $0.left != nil && $0.identification == .atEnd }
    return ChartFigure(
      id: context.prefix + "keys", title: context.text(FitText.keysTitle),
      subtitle: context.text(FitText.keysSubtitle),
      finding: .text(
        context.text(
          FitText.keysFinding, numbers.count(told), numbers.count(fit.keys.count))
          + (atEnd > 0 ? context.text(FitText.keysAtEnd, numbers.count(atEnd)) : "")),
      key: [
        .init(look: "span", text: context.text(FitText.searched)),
        .init(look: "interval", text: context.text(FitText.leftKey)),
      ],
      chart: RowChart(
        rows: fit.keys.map { key in
          RowChart.Row(
            label: name(key), value: place(key.fitted, key),
            low: key.left.map { place($0.lowerBound, key) } ?? .nan,
            high: key.left.map { place($0.upperBound, key) } ?? .nan, span: 0...1,
            text: value(key.fitted, key) + "\u{A0}· " + word(key), isHollow: key.left == nil)
        },
        tickText: { value, _ in
          value == 0
            ? context.text(FitText.start) : value == 1 ? context.text(FitText.end) : ""
        }),
      table: PageTable(
        context.text(FitText.keysTitle),
        columns: [
          (.text(context.text(PageText.key)), false), (.text(context.text(FitText.searched)), true),
          (.text(context.text(FitText.left)), true), (.text(context.text(FitText.fitted)), true),
          (.text(context.text(CompareText.verdict)), false),
        ],
        rows: fit.keys.map { key in
          .cells(
            context.setting(key.key)
              + (key.scenario.map { .element("span", ["class": "sub"], [.foreign($0)]) }
                ?? Markup()),
            [
              .figure(ends(key.range, key)), .figure(ends(key.left, key)),
              .figure(value(key.fitted, key)), .words(word(key)),
            ])
        }))
  }

  // MARK: - What stands in the way

  /// A text of the fit; files of before have it in English only.
  private func shown(_ text: Bilingual) -> Markup {
    context.language == .nl && text.nl.isEmpty
      ? .text(text.en, in: .en) : .text(text[context.language])
  }

  private var conflicts: Markup {
    [(FitText.conflicts, fit.conflicts), (.advice, fit.advice)].reduce(into: Markup()) {
      all, part in
      guard !part.1.isEmpty else { return }
      all +=
        context.heading(part.0) + .element("ul", part.1.map { .element("li", [shown($0)]) })
    }
  }

  private var trades: Markup {
    var seen: Set<[String]> = []
    var pairs: [(names: [String], correlation: Double)] = []
    for key in fit.keys {
      let label = key.scenario.map { $0 + ":" + key.key } ?? key.key
      for partner in key.partners where seen.insert([label, partner.label].sorted()).inserted {
        pairs.append(([label, partner.label], partner.correlation))
      }
    }
    guard !pairs.isEmpty else { return Markup() }
    let table = PageTable(
      context.text(FitText.trades),
      columns: [
        (.text(context.text(FitText.tradeKeys)), false),
        (.text(context.text(FitText.correlation)), true),
      ],
      rows: pairs.sorted { $0.correlation.magnitude > $1.correlation.magnitude }.map { pair in
        .cells(
          .text(pair.names.map(context.settingText).joined(separator: " – ")),
          [.figure(numbers.fixed(pair.correlation, decimals: 2))])
      })
    return context.heading(FitText.trades) + .paragraph(context.text(FitText.tradesText))
      + table.markup(id: context.prefix + "trades")
  }
}
