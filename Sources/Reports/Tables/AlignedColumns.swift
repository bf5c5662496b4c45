/// Rows of text in columns: the first to the left, the others to the right.
package struct AlignedColumns: Sendable {
  /// One line of the table.
  package enum Row: Sendable {
    /// A line without columns, set in bold.
    case heading(String)
    /// A line with a cell per column.
    case cells([String])
  }

  private var rows: [Row] = []
  private let style: TextStyle

  /// Makes an empty table.
  package init(style: TextStyle) { self.style = style }

  /// Adds a line.
  package mutating func add(_ row: Row) { rows.append(row) }

  /// Number of columns, from the left, that fit in a width.
  package func columnsThatFit(width: Int) -> Int {
    var used = 0
    for (index, column) in widths.enumerated() {
      used += column + (index > 0 ? AlignedColumns.gap.count : 0)
      if used > width { return index }
    }
    return widths.count
  }

  /// The first `columns` columns as text, every line ended by a line break.
  package func text(columns: Int) -> String {
    let widths = widths
    var text = ""
    for row in rows {
      switch row {
      case .heading(let title): text += style.bold(title)
      case .cells(let cells):
        var line = ""
        for (index, cell) in cells.prefix(columns).enumerated() {
          let padding = String(repeating: " ", count: widths[index] - cell.count)
          line += index == 0 ? cell + padding : AlignedColumns.gap + padding + cell
        }
        while line.hasSuffix(" ") { line.removeLast() }
        text += line
      }
      text += "\n"
    }
    return text
  }

  private static let gap = "  "

  private var widths: [Int] {
    var widths: [Int] = []
    for case .cells(let cells) in rows {
      for (index, cell) in cells.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], cell.count)
      }
    }
    return widths
  }
}
