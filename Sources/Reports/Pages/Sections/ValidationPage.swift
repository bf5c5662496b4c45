import CaseloadModel
import Experiments

/// The part of a page that sets published figures beside simulated ones.
struct ValidationPage {
  let validation: StoredValidation
  let context: PageContext

  private var numbers: PageNumbers { context.numbers }

  private static let uses: [(use: ValidationTarget.Use, title: StudyText)] = [
    (.validated, .validationValidated), (.calibrated, .validationCalibrated),
    (.input, .validationInput),
  ]

  var article: PageArticle {
    let title = context.text(StudyText.validationTitle)
    let charts = ValidationPage.uses.enumerated().compactMap { chart($1.use, $1.title, $0) }
    return PageArticle(
      title: .text(title), plainTitle: title, headline: .text(headline), lead: Markup(),
      first: context.heading(PageText.outcome) + tiles
        + (charts.first?.markup(context.language) ?? Markup())
        + CommonSections.modelNote(context),
      rest: .all(charts.dropFirst().map { $0.markup(context.language) } + [table])
        + CommonSections.method(
          [
            context.text(StudyText.validationMethod),
            context.text(StudyText.again, "\(validation.seed)"),
          ], context), hash: "")
  }

  private func counts(_ use: ValidationTarget.Use?) -> (inside: Int, all: Int) {
    let judged = validation.lines.filter {
      (use == nil || $0.use == use) && $0.verdict != .none
    }
    return (judged.count { $0.verdict.isInside }, judged.count)
  }

  private var headline: String {
    let (inside, all) = counts(.validated)
    guard all > 0 else {
      let (inside, all) = counts(nil)
      return context.text(StudyText.validationAll, numbers.count(inside), numbers.count(all))
    }
    return context.text(
      StudyText.validationHeadline, numbers.count(inside), numbers.count(all),
      numbers.count(all - inside))
  }

  private var tiles: Markup {
    let silent = validation.lines.count { $0.verdict == .none }
    return .element(
      "ul", ["class": "tiles few"],
      ValidationPage.uses.map { use, title in
        let (inside, all) = counts(use)
        return .element(
          "li",
          [
            .element("span", ["class": "name"], [.text(context.text(title))]), .text(" "),
            .element(
              "span", ["class": "value"],
              [
                .text(
                  context.text(StudyText.tileMet, numbers.count(inside), numbers.count(all)))
              ]),
          ])
      })
      + (silent > 0
        ? .paragraph(context.text(StudyText.validationSilent, numbers.count(silent))) : Markup())
  }

  private func verdict(_ line: StoredValidation.Line) -> String {
    let text: StudyText =
      switch line.verdict {
      case .inside: .inside
      case .insideUnsure: .insideUnsure
      case .outside: .outside
      case .outsideUnsure: .outsideUnsure
      case .none: .notExpressed
      }
    return context.text(text)
  }

  private func value(_ value: Double, _ line: StoredValidation.Line) -> String {
    guard value.isFinite else { return PageNumbers.none }
    if let metric = line.metric, line.hasUnit { return numbers.value(value, MetricCatalog[metric]) }
    return numbers.fixed(value, decimals: value.magnitude >= 100 ? 0 : 2)
  }

  private func accepted(_ line: StoredValidation.Line) -> String {
    switch (line.low, line.high) {
    case (let low?, let high?):
      value(low, line) + " " + context.text(PageText.to) + " " + value(high, line)
    case (let low?, nil): context.text(StudyText.atLeast, value(low, line))
    case (nil, let high?): context.text(StudyText.atMost, value(high, line))
    case (nil, nil): PageNumbers.none
    }
  }

  /// Figures of one use on a scale where 0 and 1 are the ends of what is accepted.
  private func chart(_ use: ValidationTarget.Use, _ title: StudyText, _ number: Int) -> ChartFigure?
  {
    let lines = validation.lines.filter { line in
      guard line.use == use, line.verdict != .none, let low = line.low, let high = line.high else {
        return false
      }
      return high > low
    }
    guard !lines.isEmpty else { return nil }
    let (inside, all) = (lines.count { $0.verdict.isInside }, lines.count)
    /// Far misses are drawn at the edge; the text beside them tells how far.
    func place(_ value: Double, _ line: StoredValidation.Line) -> Double {
      guard let low = line.low, let high = line.high else { return .nan }
      return min(max((value - low) / (high - low), -0.5), 1.5)
    }
    let name = context.text(title)
    return ChartFigure(
      id: context.prefix + "use\(number)", title: context.text(StudyText.validationChart, name),
      subtitle: context.text(StudyText.validationSubtitle),
      finding: .text(
        context.text(
          StudyText.validationFinding, numbers.count(inside), numbers.count(all))),
      key: [
        .init(look: "interval", text: context.text(StudyText.inside)),
        .init(look: "hollow", text: context.text(StudyText.outside)),
        .init(look: "span", text: context.text(StudyText.acceptedKey)),
      ],
      chart: RowChart(
        rows: lines.map { line in
          RowChart.Row(
            label: figureName(line) + " (" + scenario(line) + ")", value: place(line.mean, line),
            low: place(line.mean - line.halfWidth, line),
            high: place(line.mean + line.halfWidth, line), span: 0...1,
            text: value(line.mean, line) + "\u{A0}· " + verdict(line),
            isHollow: !line.verdict.isInside)
        }, holdsZero: false,
        tickText: { value, _ in
          value == 0
            ? context.text(StudyText.lowerEnd) : value == 1 ? context.text(StudyText.upperEnd) : ""
        }), table: table(of: lines, name))
  }

  /// The name of a figure; where it is a metric as it is, the metric's.
  private func figureName(_ line: StoredValidation.Line) -> String {
    guard let metric = line.metric, line.isPlain, context.language == .nl else {
      return line.figure
    }
    let title = context.title(MetricCatalog[metric])
    return line.group.map { title + ", " + GroupWords.name($0, in: context.language) } ?? title
  }

  private func scenario(_ line: StoredValidation.Line) -> String { line.scenario }

  private func table(of lines: [StoredValidation.Line], _ caption: String) -> PageTable {
    PageTable(
      caption,
      columns: [
        (.text(context.text(StudyText.figure)), false),
        (.text(context.text(StudyText.published)), true),
        (.text(context.text(StudyText.accepted)), true),
        (.text(context.text(StudyText.simulated)), true),
        (.text(context.text(CompareText.verdict)), false),
        (.text(context.text(StudyText.source)), false),
      ],
      rows: lines.map { line in
        .cells(
          (figureName(line) == line.figure ? english(line.figure) : .text(figureName(line)))
            + .element("span", ["class": "sub"], [.foreign(scenario(line))]),
          [
            PageTable.Cell(content: english(line.published)), .figure(accepted(line)),
            .figure(value(line.mean, line)), .words(verdict(line)),
            .words(line.evidence.joined(separator: ", ")),
          ])
      })
  }

  /// Texts of the targets, which are in English.
  private func english(_ text: String) -> Markup {
    context.language == .en ? .text(text) : .text(text, in: .en)
  }

  private var table: Markup {
    context.heading(PageText.allTables)
      + table(of: validation.lines, context.text(StudyText.validationTitle)).markup(
        id: context.prefix + "all")
  }
}
