import CaseloadModel
import Experiments
import ScenarioFormat

/// The part of a page that is about a selection among candidates.
struct SelectionPage {
  let selection: StoredSelection
  let study: StoredStudy
  let context: PageContext

  private var numbers: PageNumbers { context.numbers }
  private var candidates: [StoredSelection.Candidate] { selection.candidates }

  var article: PageArticle {
    let name = study.title ?? selection.scenarioName
    let title = context.text(StudyText.selectionTitle, name)
    return PageArticle(
      title: .sentence(title, names: [name]), plainTitle: title, headline: .text(headline),
      lead: Markup(),
      first: context.heading(PageText.outcome) + .all(selection.limits.indices.map { chart($0) })
        + sure
        + CommonSections.modelNote(context),
      rest: CommonSections.settings(of: study.scenario, context) + table
        + CommonSections.method(
          [context.text(StudyText.selectionMethod, wrongChance)], context)
        + CommonSections.again(
          [
            (.scenarioName, selection.scenarioName), (.hash, selection.digest),
            (.seed, "\(selection.seed)"),
          ] + (study.version.map { [(.version, $0)] } ?? []), command: nil, context),
      hash: selection.digest)
  }

  private var wrongChance: String {
    numbers.plain(((1 - selection.confidence) * 1e6).rounded() / 1e4) + "%"
  }

  private func label(_ candidate: StoredSelection.Candidate) -> String {
    guard selection.keys.count > 1 else {
      return numbers.setting(selection.keys[0], candidate.values[0])
    }
    return zip(selection.keys, candidate.values).map {
      context.settingText($0) + " " + numbers.setting($0, $1)
    }.joined(separator: ", ")
  }

  private func limitText(_ limit: StoredSelection.Limit) -> String {
    let definition = MetricCatalog[limit.metric]
    let isUpper = limit.text.contains("<")
    return "‘" + context.title(definition) + "’ "
      + context.text(
        isUpper ? StudyText.atMost : .atLeast, numbers.value(limit.bound, definition))
  }

  private var headline: String {
    switch selection.conclusion {
    case "selected":
      guard let chosen = candidates.first(where: { $0.verdict == .selected }) else { break }
      let limits = selection.limits.map(limitText).joined(separator: "; ")
      let tolerances = selection.limits.map {
        numbers.size($0.tolerance, MetricCatalog[$0.metric])
      }.joined(separator: "; ")
      return context.text(
        selection.isLowBest ? StudyText.selectionLow : .selectionHigh, label(chosen), limits,
        tolerances, wrongChance) + nextBest(chosen)
    case "nothing feasible":
      guard let limit = selection.limits.first else { break }
      func distance(_ candidate: StoredSelection.Candidate) -> Double {
        let value = candidate.estimate(limit.metric)?.mean ?? .nan
        return value.isFinite ? (value - limit.bound).magnitude : .infinity
      }
      guard let nearest = candidates.min(by: { distance($0) < distance($1) }) else { break }
      return context.text(
        StudyText.selectionNothing, numbers.count(candidates.count), label(nearest))
    case "undecided":
      let open = candidates.filter { $0.verdict == .undecided || $0.verdict == .tied }
      return context.text(
        StudyText.selectionOpen, open.map(label).joined(separator: " / "))
    default: break
    }
    return context.text(StudyText.selectionStopped)
  }

  /// The candidate next to the chosen one that does not meet the limits.
  private func nextBest(_ chosen: StoredSelection.Candidate) -> String {
    guard let limit = selection.limits.first, selection.keys.count == 1,
      let own = Double(chosen.values[0])
    else { return "" }
    let failing = candidates.filter { $0.verdict == .breaksLimit }
    let nearest = failing.compactMap { candidate in
      Double(candidate.values[0]).map { (candidate, ($0 - own).magnitude) }
    }.min { $0.1 < $1.1 }
    guard let (candidate, _) = nearest, let estimate = candidate.estimate(limit.metric) else {
      return ""
    }
    return context.text(
      StudyText.selectionNext, numbers.setting(selection.keys[0], candidate.values[0]),
      numbers.value(estimate.mean, MetricCatalog[limit.metric]))
  }

  private func verdict(_ candidate: StoredSelection.Candidate) -> String {
    let text: StudyText =
      switch candidate.verdict {
      case .selected: .selected
      case .meetsLimits: .meets
      case .breaksLimit: .breaks
      case .undecided: .undecided
      case .beaten: .beaten
      case .tied: .tied
      }
    return context.text(text)
  }

  private func chart(_ number: Int) -> Markup {
    let limit = selection.limits[number]
    let definition = MetricCatalog[limit.metric]
    let factor = definition.isPercent ? 100.0 : 1
    let span =
      (limit.bound - limit.tolerance) * factor...(limit.bound + limit.tolerance) * factor
    let met = candidates.count { ![.breaksLimit, .undecided].contains($0.verdict) }
    let figure = ChartFigure(
      id: context.prefix + "limit\(number)", title: context.text(StudyText.selectionChart),
      subtitle: context.text(
        StudyText.selectionSubtitle, context.title(definition),
        selection.keys.map(context.settingText).joined(separator: ", ")),
      finding: .text(
        context.text(
          StudyText.selectionFinding, numbers.count(met), numbers.count(candidates.count))),
      key: [
        .init(look: "interval", text: context.text(StudyText.interval)),
        .init(look: "reference", text: limitText(limit)),
        .init(look: "span", text: context.text(StudyText.selectionTolerance)),
      ],
      chart: RowChart(
        rows: candidates.map { candidate in
          let estimate = candidate.estimate(limit.metric)
          return RowChart.Row(
            label: label(candidate), value: (estimate?.mean ?? .nan) * factor,
            low: (estimate?.low ?? .nan) * factor, high: (estimate?.high ?? .nan) * factor,
            span: span,
            text: numbers.value(estimate?.mean ?? .nan, definition) + "\u{A0}· "
              + verdict(candidate), isHollow: candidate.verdict == .breaksLimit)
        }, holdsZero: false,
        references: [
          .init(
            value: limit.bound * factor,
            label: context.text(
              StudyText.selectionLimit, numbers.value(limit.bound, definition)))
        ],
        tickText: { value, decimals in
          numbers.fixed(value, decimals: decimals) + (definition.isPercent ? "%" : "")
        }),
      table: PageTable(
        context.text(StudyText.selectionChart),
        columns: [
          (.text(context.text(StudyText.candidate)), false),
          (.text(context.title(definition)), true), (.text(context.text(PageText.margin)), true),
          (.text(context.text(CompareText.verdict)), false),
        ],
        rows: candidates.map { candidate in
          let estimate = candidate.estimate(limit.metric)
          return .cells(
            .text(label(candidate)),
            [
              .figure(numbers.value(estimate?.mean ?? .nan, definition)),
              .figure(
                numbers.range(estimate?.low ?? .nan, estimate?.high ?? .nan, definition)),
              .words(verdict(candidate)),
            ])
        }))
    return figure.markup(context.language)
  }

  private var sure: Markup {
    let tolerances = selection.limits.map { numbers.size($0.tolerance, MetricCatalog[$0.metric]) }
    return context.heading(PageText.howSure)
      + .paragraph(
        context.text(StudyText.selectionSure, tolerances.joined(separator: "; ")) + " "
          + context.text(PageText.assumptionsNotComputed))
  }

  private var table: Markup {
    let metrics = candidates[0].figures.map(\.metric)
    return context.heading(PageText.allTables)
      + PageTable(
        context.text(PageText.allTables),
        columns: [
          (.text(context.text(StudyText.candidate)), false),
          (.text(context.text(CompareText.verdict)), false),
          (.text(context.text(PageText.replications)), true),
        ] + metrics.map { (.text(context.title(MetricCatalog[$0])), true) } + [
          (.text(context.text(StudyText.netCost)), true)
        ],
        rows: candidates.map { candidate in
          .cells(
            .text(label(candidate)),
            [.words(verdict(candidate)), .figure(numbers.count(candidate.replications))]
              + metrics.map {
                .figure(numbers.value(candidate.estimate($0)?.mean ?? .nan, MetricCatalog[$0]))
              } + [.figure(numbers.euro(candidate.netCost, isShort: true))])
        }
      ).markup(id: context.prefix + "all")
  }
}
