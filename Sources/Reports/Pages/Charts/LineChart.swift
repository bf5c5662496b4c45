/// Values along an axis with their margin: a band through time, or an interval at each point.
struct LineChart: Chart {
  /// A value at a place.
  struct Point {
    let x: Double
    let mean: Double
    let low: Double
    let high: Double
  }

  /// One panel: a name and its points.
  struct Panel {
    let title: String
    let points: [Point]
    /// A horizontal line with its name.
    var limit: (value: Double, label: String)?
  }

  /// A place on the horizontal axis with its text.
  struct Tick {
    let x: Double
    let text: String
  }

  /// A moment with its name, or a span when it lasts.
  struct Moment {
    let from: Double
    var to: Double?
    let label: String
  }

  /// At most four; they share both axes.
  let panels: [Panel]
  let ticks: [Tick]
  var moments: [Moment] = []
  /// Whether margins are a band; otherwise an interval at each point.
  let hasBands: Bool
  /// Whether panels have one vertical axis in common; otherwise each has its own.
  var sharesHeight = true
  /// How a tick of the vertical axis is written: from its value and the decimals of the scale.
  let tickText: (Double, Int) -> String

  private static let plotHeight = 140.0

  func drawing(width: Double) -> Drawing {
    var drawing = Drawing(width: width)
    let columns = width >= 480 && panels.count > 1 ? 2 : 1
    let gap = 24.0
    let panelWidth = (width - Double(columns - 1) * gap) / Double(columns)
    var y = 0.0
    for (index, panel) in panels.enumerated() {
      let column = index % columns
      if column == 0, index > 0 { y = drawing.height + 14 }
      draw(panel, Double(column) * (panelWidth + gap), y, panelWidth, &drawing)
    }
    return drawing
  }

  private func yRange(of panel: Panel) -> ClosedRange<Double> {
    let values = (sharesHeight ? panels : [panel]).flatMap { panel in
      panel.points.flatMap { [$0.mean, $0.low, $0.high] } + [panel.limit?.value ?? .nan]
    }.filter(\.isFinite)
    return min(0, values.min() ?? 0)...max(values.max() ?? 1, 0)
  }

  private var xRange: ClosedRange<Double> {
    let places = panels.flatMap { $0.points.map(\.x) }
    return (places.min() ?? 0)...(places.max() ?? 1)
  }

  private func draw(
    _ panel: Panel, _ left: Double, _ top: Double, _ width: Double, _ drawing: inout Drawing
  ) {
    var y = top
    if !panel.title.isEmpty {
      let lines = TextMeasure.lines(panel.title, width: width / TextMeasure.bold)
      drawing.text(lines: lines, left, y + 13, .start, "strong")
      y += Double(lines.count) * Drawing.lineHeight
    }
    let labels = moments.map { TextMeasure.lines($0.label, width: width / 2) }
    y += Double(labels.map(\.count).max() ?? 0) * Drawing.lineHeight + 10
    let bottom = y + LineChart.plotHeight
    let vertical = Scale(yRange(of: panel), from: bottom, to: y, most: 5)
    let texts = vertical.ticks.map { tickText($0, vertical.decimals) }
    let axis = left + (texts.map { TextMeasure.width(of: $0) }.max() ?? 0) + 6
    let overhang = max(12, (ticks.last.map { TextMeasure.width(of: $0.text) } ?? 0) / 2 + 1)
    let horizontal = Scale(
      xRange, from: axis + (hasBands ? 0 : 12), to: left + width - overhang, most: 2,
      isRound: false)
    drawMoments(labels, horizontal, y, bottom, left + width, &drawing)
    for (tick, text) in zip(vertical.ticks, texts) {
      let isZero = tick == 0
      drawing.line(
        axis, vertical.at(tick), left + width, vertical.at(tick), isZero ? "axis" : "grid")
      drawing.text(text, axis - 6, vertical.at(tick) + 4, .end, "muted")
    }
    drawTicks(horizontal, left, bottom, left + width, &drawing)
    drawLimit(panel, vertical, axis, left + width, &drawing)
    draw(panel.points, horizontal, vertical, &drawing)
  }

  /// Ticks get a text where there is room for it.
  private func drawTicks(
    _ horizontal: Scale, _ left: Double, _ bottom: Double, _ right: Double,
    _ drawing: inout Drawing
  ) {
    var end = -Double.infinity
    for tick in ticks where horizontal.domain.contains(tick.x) {
      let x = horizontal.at(tick.x)
      drawing.line(x, bottom, x, bottom + 5, "axis")
      let half = TextMeasure.width(of: tick.text) / 2
      // The text of the first tick moves in rather than out of the drawing.
      let middle = max(x, left + half)
      guard middle - half > end + 6, middle + half <= right + 1 else { continue }
      drawing.text(tick.text, middle, bottom + 19, .middle, "muted")
      end = middle + half
    }
    drawing.reserve(to: bottom + 24)
  }

  private func drawMoments(
    _ labels: [[String]], _ horizontal: Scale, _ top: Double, _ bottom: Double, _ right: Double,
    _ drawing: inout Drawing
  ) {
    for (moment, lines) in zip(moments, labels) where horizontal.domain.contains(moment.from) {
      let x = horizontal.at(moment.from)
      if let to = moment.to {
        drawing.rectangle(x, top, horizontal.at(to) - x, bottom - top, "span")
      }
      drawing.line(x, top - 4, x, bottom, "reference")
      let longest = lines.map { TextMeasure.width(of: $0) }.max() ?? 0
      let first = top - 8 - Double(lines.count - 1) * Drawing.lineHeight
      drawing.text(
        lines: lines, min(x, right - longest), first, .start, "muted")
    }
  }

  private func drawLimit(
    _ panel: Panel, _ vertical: Scale, _ left: Double, _ right: Double, _ drawing: inout Drawing
  ) {
    guard let limit = panel.limit else { return }
    let y = vertical.at(limit.value)
    drawing.line(left, y, right, y, "reference")
    drawing.text(limit.label, right, y - 5, .end, "muted")
  }

  private func draw(
    _ points: [Point], _ horizontal: Scale, _ vertical: Scale, _ drawing: inout Drawing
  ) {
    func place(_ x: Double, _ value: Double) -> (x: Double, y: Double) {
      (horizontal.at(x), vertical.at(value))
    }
    let known = points.filter { $0.mean.isFinite }
    let sure = known.filter { $0.low.isFinite && $0.high.isFinite }
    if hasBands, sure.count > 1 {
      drawing.polygon(
        sure.map { place($0.x, $0.high) } + sure.reversed().map { place($0.x, $0.low) }, "band")
    }
    if known.count > 1 {
      drawing.path(known.map { place($0.x, $0.mean) }, hasBands ? "series" : "thread")
    }
    guard !hasBands else { return }
    for point in known {
      let (x, y) = place(point.x, point.mean)
      if point.low.isFinite, point.high.isFinite {
        let (low, high) = (vertical.at(point.low), vertical.at(point.high))
        drawing.line(x, low, x, high, "interval i0")
        drawing.line(x - 3, low, x + 3, low, "interval i0")
        drawing.line(x - 3, high, x + 3, high, "interval i0")
      }
      drawing.marker(x, y, series: 0)
    }
  }
}
