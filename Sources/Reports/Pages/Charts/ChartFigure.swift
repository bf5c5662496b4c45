/// A chart with everything that belongs to it: a title, a finding, a key, the drawing and its figures.
struct ChartFigure {
  /// An entry of the key: how it looks, and what it stands for.
  struct KeyEntry {
    /// The class of the swatch.
    let look: String
    let text: String
  }

  /// Unique on the page.
  let id: String
  /// What is seen, in at most a line.
  let title: String
  /// Unit, period and what the interval is.
  let subtitle: String
  /// The finding as one sentence.
  let finding: Markup
  var key: [KeyEntry] = []
  let chart: any Chart
  let table: PageTable

  /// Widths in pixels for which a chart is drawn: that of a page, of paper, and of a phone.
  static let wide = 660.0
  static let narrow = 288.0

  /// The figure in a language.
  ///
  /// - Parameter hasTable: Whether its figures follow; otherwise a link leads to where `figures` stands.
  func markup(_ language: PageLanguage, hasTable: Bool = true) -> Markup {
    let (heading, caption) = (id + "-title", id + "-finding")
    let labels = heading + " " + caption
    var parts: [Markup] = [
      .element("h3", ["id": heading], [.text(title)]),
      .element("p", ["class": "subtitle"], [.text(subtitle)]),
    ]
    if !key.isEmpty {
      parts.append(.element("ul", ["class": "key"], key.map(ChartFigure.entry)))
    }
    parts += [
      chart.drawing(width: ChartFigure.wide).markup(class: "wide", labelledBy: labels),
      chart.drawing(width: ChartFigure.narrow).markup(class: "narrow", labelledBy: labels),
      .element("figcaption", ["id": caption], [finding]),
      hasTable
        ? figures(language)
        : .element(
          "p", ["class": "screen"],
          [
            .element(
              "a", ["href": "#" + id + "-table"], [.text(PageText.chartFigures.words[language])])
          ]),
    ]
    return .element("figure", ["class": "chart"], parts)
  }

  /// The same figures as a table that opens.
  func figures(_ language: PageLanguage) -> Markup {
    .element(
      "details",
      [
        .element("summary", [.text(PageText.chartFigures.words[language] + ": " + title)]),
        table.markup(id: id + "-table"),
      ])
  }

  private static func entry(_ entry: KeyEntry) -> Markup {
    var drawing = Drawing(width: 26)
    switch entry.look {
    case let name where name.hasPrefix("p") || name == "span" || name == "chance" || name == "bar":
      drawing.rectangle(1, 1, 24, 12, name)
    case "band":
      drawing.rectangle(1, 1, 24, 12, "band")
      drawing.line(1, 7, 25, 7, "series")
    case "interval":
      drawing.line(2, 7, 24, 7, "interval i0")
      drawing.line(2, 4, 2, 10, "interval i0")
      drawing.line(24, 4, 24, 10, "interval i0")
      drawing.marker(13, 7, series: 0)
    case "hollow": drawing.marker(13, 7, series: 0, hollow: true)
    default: drawing.line(1, 7, 25, 7, entry.look)
    }
    drawing.reserve(to: 14)
    return .element("li", [drawing.swatch, .text(" " + entry.text)])
  }
}

extension Drawing {
  /// The drawing as an ornament that says nothing by itself.
  var swatch: Markup {
    markup(attributes: ["class": "swatch", "aria-hidden": "true", "focusable": "false"])
  }
}
