/// Bars of parts that add up, one per row.
struct StackedBars: Chart {
  /// One bar.
  struct Row {
    let label: String
    /// What stands below the label, such as the number of clients.
    let note: String
    let parts: [Part]
  }

  /// One part of a bar.
  struct Part {
    let value: Double
    /// What is written inside where there is room.
    let text: String
    /// The number of the colour among those of ordered parts.
    let tone: Int
  }

  let rows: [Row]
  /// The value at the right end; the longest bar if not given.
  var maximum: Double?
  /// How a tick is written: from its value and the decimals of the scale.
  let tickText: (Double, Int) -> String

  private static let barHeight = 28.0

  func drawing(width: Double) -> Drawing {
    var drawing = Drawing(width: width)
    let isWide = width >= 480
    let longest = rows.map { TextMeasure.width(of: $0.label) }.max() ?? 0
    let left = isWide ? min(max(longest, 60), width * 0.34) + 14 : 0
    let right = width - 18
    let total = rows.map { $0.parts.reduce(0) { $0 + $1.value } }.max() ?? 1
    let scale = Scale(
      0...(maximum ?? total), from: left, to: right, most: isWide ? 6 : 5,
      isRound: maximum == nil)
    var y = 2.0
    for row in rows {
      if isWide {
        let lines =
          TextMeasure.lines(row.label, width: left - 14) + (row.note.isEmpty ? [] : [row.note])
        let height = max(StackedBars.barHeight, Double(lines.count) * Drawing.lineHeight)
        for (place, line) in lines.enumerated() {
          let isNote = !row.note.isEmpty && place == lines.count - 1
          drawing.text(
            line, 0, y + 13 + Double(place) * Drawing.lineHeight, .start, isNote ? "muted" : "ink")
        }
        bar(row, y + (height - StackedBars.barHeight) / 2, scale, &drawing)
        y += height + 12
      } else {
        let label = row.note.isEmpty ? row.label : row.label + " (" + row.note + ")"
        let lines = TextMeasure.lines(label, width: width)
        drawing.text(lines: lines, 0, y + 12)
        y += Double(lines.count) * Drawing.lineHeight + 2
        bar(row, y, scale, &drawing)
        y += StackedBars.barHeight + 12
      }
    }
    drawing.line(left, y, right, y, "axis")
    for tick in scale.ticks {
      drawing.line(scale.at(tick), y, scale.at(tick), y + 5, "axis")
      let isFirst = tick == scale.ticks.first && left == 0
      drawing.text(
        tickText(tick, scale.decimals), scale.at(tick), y + 19, isFirst ? .start : .middle, "muted")
    }
    return drawing
  }

  private func bar(_ row: Row, _ y: Double, _ scale: Scale, _ drawing: inout Drawing) {
    var sum = 0.0
    for part in row.parts {
      let (start, end) = (scale.at(sum), scale.at(sum + part.value))
      sum += part.value
      guard end - start > 0.5 else { continue }
      drawing.rectangle(start + 1, y, end - start - 2, StackedBars.barHeight, "p\(part.tone)")
      guard TextMeasure.width(of: part.text) + 8 <= end - start else { continue }
      drawing.text(
        part.text, (start + end) / 2, y + 19, .middle, part.tone < 2 ? "on-light" : "on-dark")
    }
  }
}
