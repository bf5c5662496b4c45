/// A value with its interval per row: a dot on a line, or a bar from zero.
struct RowChart: Chart {
  /// One row.
  struct Row {
    let label: String
    let value: Double
    /// The ends of the interval; not finite where there is none.
    var low = Double.nan
    var high = Double.nan
    /// A lighter span behind the interval: what is accepted, or what would be too small to matter.
    var span: ClosedRange<Double>?
    /// A part of the bar that is due to chance.
    var chance: Double?
    /// What stands at the right: the value and a verdict.
    let text: String
    /// The number of the series, for the marker.
    var series = 0
    /// Whether the marker is hollow.
    var isHollow = false
  }

  /// A vertical line with a name.
  struct Reference {
    let value: Double
    let label: String
  }

  let rows: [Row]
  /// Whether values are bars from zero.
  var hasBars = false
  /// Whether zero is on the axis and marked.
  var holdsZero = true
  /// Words at the left and right end, such as lower and higher.
  var ends: (left: String, right: String)?
  var references: [Reference] = []
  /// How a tick is written: from its value and the decimals of the scale.
  let tickText: (Double, Int) -> String

  func drawing(width: Double) -> Drawing {
    var drawing = Drawing(width: width)
    let isWide = width >= 480
    let (left, right) = isWide ? (width * 0.31, width * 0.69) : (8, width - 8)
    let scale = Scale(range, from: left + 8, to: right - 8, most: isWide ? 5 : 4)
    var y = 4.0
    let head = y
    if let ends {
      drawing.text("←\u{A0}" + ends.left, left, y + 11, .start, "muted")
      drawing.text(ends.right + "\u{A0}→", right, y + 11, .end, "muted")
      y += 20
    }
    y = drawReferenceLabels(y, scale, left...right, &drawing)
    let top = y
    var places: [(row: Row, y: Double)] = []
    for row in rows {
      let labels = TextMeasure.lines(
        row.label, width: isWide ? left - 14 : width / TextMeasure.bold)
      let texts = TextMeasure.lines(row.text, width: isWide ? width - right - 12 : width)
      if isWide {
        let lines = Double(max(labels.count, texts.count))
        drawing.text(lines: labels, 0, y + 14)
        drawing.text(lines: texts, right + 12, y + 14, .start, "ink")
        places.append((row, y + 10))
        y += lines * Drawing.lineHeight + 9
      } else {
        drawing.text(lines: labels, 0, y + 14, .start, "strong")
        y += Double(labels.count) * Drawing.lineHeight + 4
        places.append((row, y + 9))
        y += 20
        drawing.text(lines: texts, 0, y + 12)
        y += Double(texts.count) * Drawing.lineHeight + 10
      }
    }
    drawAxes(from: isWide ? top : nil, to: y, head: head, scale, left...right, places, &drawing)
    for place in places { draw(place.row, place.y, scale, &drawing) }
    return drawing
  }

  private var range: ClosedRange<Double> {
    var values = rows.flatMap { [$0.value, $0.low, $0.high] } + references.map(\.value)
    for row in rows { values += [row.span?.lowerBound ?? .nan, row.span?.upperBound ?? .nan] }
    values = values.filter(\.isFinite) + (holdsZero ? [0] : [])
    return (values.min() ?? 0)...(values.max() ?? 1)
  }

  /// Names of lines stand above the plot, in lines of their own where they would meet.
  private func drawReferenceLabels(
    _ y: Double, _ scale: Scale, _ plot: ClosedRange<Double>, _ drawing: inout Drawing
  ) -> Double {
    var y = y
    for reference in references {
      let half = TextMeasure.width(of: reference.label) / 2
      let x = min(max(scale.at(reference.value), half), drawing.width - half)
      drawing.text(reference.label, x, y + 11, .middle, "muted")
      y += 18
    }
    return y
  }

  private func drawAxes(
    from top: Double?, to bottom: Double, head: Double, _ scale: Scale,
    _ plot: ClosedRange<Double>, _ places: [(row: Row, y: Double)], _ drawing: inout Drawing
  ) {
    /// Where rows have text between them, lines are drawn in each row only.
    let spans =
      top.map { [(from: $0, to: bottom)] } ?? places.map { (from: $0.y - 9, to: $0.y + 9) }
    for span in spans {
      for tick in scale.ticks {
        let isZero = tick == 0 && holdsZero
        drawing.line(
          scale.at(tick), span.from, scale.at(tick), span.to, isZero ? "axis" : "grid")
      }
      for reference in references {
        let x = scale.at(reference.value)
        drawing.line(x, span.from, x, span.to, "reference")
      }
    }
    drawing.line(plot.lowerBound, bottom, plot.upperBound, bottom, "axis")
    var end = -Double.infinity
    for tick in scale.ticks {
      let text = tickText(tick, scale.decimals)
      guard !text.isEmpty else { continue }
      let half = TextMeasure.width(of: text) / 2
      let x = min(max(scale.at(tick), half), drawing.width - half)
      guard x - half > end else { continue }
      drawing.text(text, x, bottom + 17, .middle, "muted")
      end = x + half + 4
    }
  }

  private func draw(_ row: Row, _ y: Double, _ scale: Scale, _ drawing: inout Drawing) {
    if let span = row.span {
      let (low, high) = (scale.at(span.lowerBound), scale.at(span.upperBound))
      drawing.rectangle(low, y - 8, high - low, 16, "span")
    }
    guard row.value.isFinite else { return }
    if hasBars {
      let (zero, end) = (scale.at(0), scale.at(row.value))
      drawing.rectangle(min(zero, end), y - 7, (end - zero).magnitude, 14, "bar")
      if let chance = row.chance, chance.isFinite {
        let chanceEnd = scale.at(min(chance, row.value))
        drawing.rectangle(zero, y - 7, chanceEnd - zero, 14, "chance")
      }
    }
    if row.low.isFinite, row.high.isFinite {
      let (low, high) = (scale.at(row.low), scale.at(row.high))
      let name = "interval i\(row.series % 4)"
      drawing.line(low, y, high, y, name)
      drawing.line(low, y - 3, low, y + 3, name)
      drawing.line(high, y - 3, high, y + 3, name)
    }
    if !hasBars {
      drawing.marker(scale.at(row.value), y, series: row.series, hollow: row.isHollow)
    }
  }
}
