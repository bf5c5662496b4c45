import Testing

@testable import Reports

@Suite("Charts")
struct ChartTests {
  /// The values of an attribute, in the order of the drawing.
  private func values(
    of attribute: String, in element: String, _ name: String, _ drawing: Drawing
  ) -> [Double] {
    let html = drawing.markup(class: "wide", labelledBy: "a b").html
    return html.split(separator: "<").filter {
      $0.hasPrefix(element + " ") && $0.contains("class=\"\(name)\"")
    }.compactMap { part in
      part.firstRange(of: " \(attribute)=\"").flatMap { range in
        Double(part[range.upperBound...].prefix { $0 != "\"" })
      }
    }
  }

  private let plain: (Double, Int) -> String = { value, _ in "\(value)" }

  @Test("A scale has round ticks that hold all values, up and down")
  func scales() {
    let scale = Scale(0...0.26, from: 100, to: 300, most: 4)
    #expect(scale.ticks == [0, 0.1, 0.2, 0.3])
    #expect(scale.decimals == 1)
    #expect(scale.at(0) == 100)
    #expect((scale.at(0.15) - 200).magnitude < 1e-9)
    #expect(scale.at(9) == 300)
    let up = Scale(-3...7, from: 200, to: 0, most: 5)
    #expect(up.ticks == [-5, 0, 5, 10])
    #expect(up.at(10) == 0 && up.at(-5) == 200)
    let large = Scale(0...41_648_532, from: 0, to: 1, most: 5)
    #expect(large.ticks == [0, 2e7, 4e7, 6e7])
    let single = Scale(0...0, from: 0, to: 1, most: 3)
    #expect(single.ticks.count > 1)
    for most in 2...8 {
      for high in [0.013, 0.5, 1, 3.3, 99, 1_234] {
        let scale = Scale(0...high, from: 0, to: 1, most: most)
        #expect(scale.domain.contains(high), "\(high) with \(most) ticks")
        #expect(scale.ticks.count <= most + 1, "\(high): \(scale.ticks)")
      }
    }
  }

  @Test("Parts of a bar have widths in proportion, with the same gap between them")
  func stackedBars() {
    let bars = StackedBars(
      rows: [
        .init(
          label: "all", note: "",
          parts: [
            .init(value: 0.5, text: "50%", tone: 0), .init(value: 0.25, text: "25%", tone: 1),
            .init(value: 0.25, text: "", tone: 2),
          ])
      ], maximum: 1, tickText: plain)
    let drawing = bars.drawing(width: 288)
    let widths = (0...2).flatMap { values(of: "width", in: "rect", "p\($0)", drawing) }
    #expect(widths == [133, 65.5, 65.5])
    let starts = (0...2).flatMap { values(of: "x", in: "rect", "p\($0)", drawing) }
    #expect(starts == [1, 136, 203.5])
    let html = drawing.markup(class: "wide", labelledBy: "a b").html
    #expect(html.contains(">50%</text>") && html.contains(">25%</text>"))
  }

  @Test("Dots, intervals and bars stand where their values are")
  func rowChart() {
    let chart = RowChart(
      rows: [
        .init(label: "a", value: 5, low: 4, high: 6, span: -1...1, text: "5"),
        .init(label: "b", value: 10, text: "10"),
      ], tickText: plain)
    let drawing = chart.drawing(width: 288)
    // The axis goes from −5 or −2 to 10; both dots follow one straight line with zero.
    let dots = values(of: "cx", in: "circle", "m0", drawing)
    #expect(dots.count == 2)
    let zero = values(of: "x1", in: "line", "axis", drawing)[0]
    #expect((2 * (dots[0] - zero) - (dots[1] - zero)).magnitude < 0.3)
    let ends = values(of: "x1", in: "line", "interval i0", drawing)
    #expect(ends.count == 3)
    #expect(((ends[1] + ends[2]) / 2 - dots[0]).magnitude < 0.2)
    let span = values(of: "x", in: "rect", "span", drawing)
    let width = values(of: "width", in: "rect", "span", drawing)
    #expect(span.count == 1)
    #expect((span[0] + width[0] / 2 - zero).magnitude < 0.2)

    let bars = RowChart(
      rows: [.init(label: "a", value: 4, low: 3, high: 5, chance: 1, text: "4")], hasBars: true,
      tickText: plain
    ).drawing(width: 288)
    let bar = values(of: "width", in: "rect", "bar", bars)
    let chance = values(of: "width", in: "rect", "chance", bars)
    #expect((bar[0] - 4 * chance[0]).magnitude < 0.5)
  }

  @Test("Texts that are missing leave their marks out and not the others")
  func undefinedValues() {
    let drawing = RowChart(
      rows: [.init(label: "a", value: .nan, text: "–"), .init(label: "b", value: 1, text: "1")],
      tickText: plain
    ).drawing(width: 660)
    #expect(values(of: "cx", in: "circle", "m0", drawing).count == 1)
    #expect(!drawing.markup(class: "wide", labelledBy: "a").html.contains("nan"))
  }

  @Test("A line goes up where values go up, and panels share their axis when asked")
  func lineChart() throws {
    func points(_ values: [Double]) -> [LineChart.Point] {
      values.enumerated().map { .init(x: Double($0), mean: $1, low: $1 - 1, high: $1 + 1) }
    }
    func chart(_ shares: Bool) -> Drawing {
      LineChart(
        panels: [
          .init(title: "a", points: points([1, 2, 3])), .init(title: "b", points: points([10, 9])),
        ], ticks: [.init(x: 0, text: "0"), .init(x: 2, text: "2")], hasBands: false,
        sharesHeight: shares, tickText: plain
      ).drawing(width: 288)
    }
    let shared = values(of: "cy", in: "circle", "m0", chart(true))
    #expect(shared.count == 5)
    #expect(shared[0] > shared[1] && shared[1] > shared[2])
    let steps = [shared[0] - shared[1], shared[4] - shared[3]]
    #expect((steps[0] - steps[1]).magnitude < 0.3)
    let own = values(of: "cy", in: "circle", "m0", chart(false))
    #expect(own[0] - own[1] > 2 * steps[0])
  }

  @Test("Wrapped text keeps all words and the width, apart from words that are too long")
  func wrapping() {
    let text = "Klantmanagers die hun caseload te groot vinden, per jaar"
    for width in [60.0, 120, 200, 400] {
      let lines = TextMeasure.lines(text, width: width)
      #expect(lines.joined(separator: " ") == text)
      for line in lines where line.contains(" ") {
        #expect(TextMeasure.width(of: line) <= width)
      }
    }
  }

  @Test("A drawing is named by the elements given and holds no style of its own")
  func drawingsAreImages() {
    var drawing = Drawing(width: 100)
    drawing.text("<b> & \"c\"", 1, 2)
    let html = drawing.markup(class: "wide", labelledBy: "x y").html
    #expect(html.contains("role=\"img\" aria-labelledby=\"x y\""))
    #expect(html.contains("&lt;b&gt; &amp; &quot;c&quot;"))
    #expect(!html.contains("style="))
  }
}
