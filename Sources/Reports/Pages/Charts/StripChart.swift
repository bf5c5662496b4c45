/// One strip per figure, each on its own scale, with a thin mark per organisation.
struct StripChart: Chart {
  /// One strip.
  struct Strip {
    let label: String
    /// The value of each organisation.
    let values: [Double]
    /// The span of the middle part, lighter behind the marks.
    let middle: ClosedRange<Double>?
    /// The value of half of the organisations.
    let median: Double
    /// How a tick is written: from its value and the decimals of the scale.
    let tickText: (Double, Int) -> String
  }

  let strips: [Strip]

  func drawing(width: Double) -> Drawing {
    var drawing = Drawing(width: width)
    var y = 0.0
    for strip in strips {
      let labels = TextMeasure.lines(strip.label, width: width / TextMeasure.bold)
      drawing.text(lines: labels, 0, y + 14, .start, "strong")
      y += Double(labels.count) * Drawing.lineHeight + 6
      draw(strip, from: y, &drawing)
      y += 58
    }
    return drawing
  }

  private func draw(_ strip: Strip, from top: Double, _ drawing: inout Drawing) {
    let values = strip.values.filter(\.isFinite)
    let (left, right) = (8.0, drawing.width - 8)
    let middle = [strip.middle?.lowerBound, strip.middle?.upperBound].compactMap { $0 }
    let low = min(0, (values + middle).min() ?? 0)
    let scale = Scale(
      low...max((values + middle).max() ?? 1, 0), from: left, to: right,
      most: drawing.width >= 480 ? 7 : 4)
    if let middle = strip.middle {
      let start = scale.at(middle.lowerBound)
      drawing.rectangle(start, top, scale.at(middle.upperBound) - start, 26, "span")
    }
    for value in values {
      drawing.line(scale.at(value), top + 5, scale.at(value), top + 21, "mark")
    }
    if strip.median.isFinite { drawing.marker(scale.at(strip.median), top + 13, series: 0) }
    drawing.line(left, top + 26, right, top + 26, "axis")
    var end = -Double.infinity
    for tick in scale.ticks {
      let text = strip.tickText(tick, scale.decimals)
      let half = TextMeasure.width(of: text) / 2
      let x = min(max(scale.at(tick), half), drawing.width - half)
      drawing.line(scale.at(tick), top + 26, scale.at(tick), top + 30, "axis")
      guard x - half > end else { continue }
      drawing.text(text, x, top + 43, .middle, "muted")
      end = x + half + 4
    }
  }
}
