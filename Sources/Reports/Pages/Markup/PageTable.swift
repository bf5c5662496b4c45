/// A table of a page: a caption, column headings, and rows that begin with what they are about.
struct PageTable {
  /// One cell.
  struct Cell {
    let content: Markup
    /// Whether it is a figure, which stands at the right.
    var isFigure = true
    /// How strongly it is tinted, from 0 to 7; `nil` for none.
    var tint: Int?
    /// Whether it is outlined.
    var isMarked = false

    /// A figure.
    static func figure(_ text: String) -> Cell { Cell(content: .text(text)) }
    /// Words.
    static func words(_ text: String) -> Cell { Cell(content: .text(text), isFigure: false) }
  }

  /// A line of the table.
  enum Row {
    /// A heading over the rows that follow.
    case section(String)
    /// What the row is about, and its cells.
    case cells(Markup, [Cell])
  }

  let caption: String
  /// The headings, that of the first column included; those of figures stand at the right.
  let columns: [(title: Markup, isFigure: Bool)]
  let rows: [Row]

  init(_ caption: String, columns: [(title: Markup, isFigure: Bool)], rows: [Row]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// The same with plain headings; those from the second on are of figures.
  init(_ caption: String, _ columns: [String], rows: [Row]) {
    self.init(
      caption, columns: columns.enumerated().map { (.text($1), $0 > 0) }, rows: rows)
  }

  /// The table inside a box that scrolls on its own when the page is narrow.
  ///
  /// The box is a group and no region: a page has dozens, and landmarks are for its few main parts.
  func markup(id: String) -> Markup {
    // The text stays in sight while a wide table scrolls under it.
    let caption = Markup.element("caption", ["id": id], [.element("span", [.text(caption)])])
    let head = Markup.element(
      "thead",
      [
        .element(
          "tr",
          columns.map { column in
            .element(
              "th", ["scope": "col", "class": column.isFigure ? "figure" : "words"], [column.title])
          })
      ])
    let table = Markup.element("table", [caption, head] + bodies)
    return .element(
      "div", ["class": "scroll", "role": "group", "aria-labelledby": id, "tabindex": "0"], [table])
  }

  private var bodies: [Markup] {
    var bodies: [[Markup]] = []
    for row in rows {
      switch row {
      case .section(let title):
        bodies.append([
          .element(
            "tr", ["class": "section"],
            [
              .element(
                "th", ["scope": "rowgroup", "colspan": "\(columns.count)"], [.text(title)])
            ])
        ])
      case .cells(let head, let cells):
        if bodies.isEmpty { bodies.append([]) }
        bodies[bodies.count - 1].append(
          .element(
            "tr", [.element("th", ["scope": "row"], [head])] + cells.map(PageTable.markup)))
      }
    }
    return bodies.map { .element("tbody", $0) }
  }

  private static func markup(_ cell: Cell) -> Markup {
    var name = cell.isFigure ? "figure" : "words"
    if let tint = cell.tint { name += " t\(tint)" }
    if cell.isMarked { name += " marked" }
    return .element("td", ["class": name], [cell.content])
  }
}
