import ScenarioFormat

/// A drawing in SVG of a fixed size, whose text keeps its size whatever the width of the page.
///
/// Coordinates are CSS pixels. Colours are classes, which the style sheet of the page fills in.
struct Drawing {
  /// The size of text in pixels.
  static let textSize = 13.0
  /// The height of a line of text in pixels.
  static let lineHeight = 17.0

  let width: Double
  private(set) var height = 0.0
  private var shapes = Markup()

  init(width: Double) { self.width = width }

  /// Where text is held.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// Adds a line.
  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ name: String) {
    add(
      "line",
      [
        ("x1", number(x1)), ("y1", number(y1)), ("x2", number(x2)), ("y2", number(y2)),
        ("class", name),
      ], bottom: max(y1, y2))
  }

  /// Adds a rectangle.
  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ name: String
  ) {
    add(
      "rect",
      [
        ("x", number(x)), ("y", number(y)), ("width", number(max(0, width))),
        ("height", number(max(0, height))), ("class", name),
      ], bottom: y + height)
  }

  /// Adds the marker of a series: round, square, triangle or diamond, so that they differ without colour.
  mutating func marker(_ x: Double, _ y: Double, series: Int, hollow: Bool = false) {
    let name = "m\(series % 4)" + (hollow ? " hollow" : "")
    let radius = 4.5
    switch series % 4 {
    case 0:
      add(
        "circle",
        [("cx", number(x)), ("cy", number(y)), ("r", number(radius)), ("class", name)],
        bottom: y + radius)
    case 1: rectangle(x - 4, y - 4, 8, 8, name)
    case 2: polygon([(x, y - 5), (x + 5, y + 4), (x - 5, y + 4)], name)
    default: polygon([(x, y - 6), (x + 5.5, y), (x, y + 6), (x - 5.5, y)], name)
    }
  }

  /// Adds a filled polygon.
  mutating func polygon(_ points: [(x: Double, y: Double)], _ name: String) {
    add(
      "polygon", [("points", text(of: points)), ("class", name)],
      bottom: points.map(\.y).max() ?? 0)
  }

  /// Adds a line through points.
  mutating func path(_ points: [(x: Double, y: Double)], _ name: String) {
    add(
      "polyline", [("points", text(of: points)), ("class", name)],
      bottom: points.map(\.y).max() ?? 0)
  }

  /// Adds text whose baseline is at `y`.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, _ name: String = "ink"
  ) {
    shapes += .element(
      "text",
      [
        "x": number(x), "y": number(y), "text-anchor": anchor.rawValue, "class": name,
      ], [.text(text)])
    height = max(height, y + 5)
  }

  /// Adds lines of text, the first with its baseline at `y`.
  mutating func text(
    lines: [String], _ x: Double, _ y: Double, _ anchor: Anchor = .start, _ name: String = "ink"
  ) {
    for (place, line) in lines.enumerated() {
      text(line, x, y + Double(place) * Drawing.lineHeight, anchor, name)
    }
  }

  /// Makes room below what is there.
  mutating func reserve(to bottom: Double) { height = max(height, bottom) }

  private mutating func add(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String)], bottom: Double
  ) {
    shapes += .shape(name, attributes)
    height = max(height, bottom + 1)
  }

  private func text(of points: [(x: Double, y: Double)]) -> String {
    points.map { number($0.x) + "," + number($0.y) }.joined(separator: " ")
  }

  /// A tenth of a pixel is as exact as anybody sees.
  private func number(_ value: Double) -> String { JSONText.number((value * 10).rounded() / 10) }

  /// The drawing as an image that is named by other elements of the page.
  func markup(class name: String, labelledBy ids: String) -> Markup {
    markup(attributes: ["class": name, "role": "img", "aria-labelledby": ids])
  }

  /// The drawing with attributes of its outermost element.
  func markup(attributes: KeyValuePairs<StaticString, String>) -> Markup {
    let (width, height) = (number(width), number(height.rounded(.up)))
    let size: [(name: StaticString, value: String)] = [
      ("width", width), ("height", height), ("viewBox", "0 0 \(width) \(height)"),
    ]
    return .element("svg", list: attributes.map { ($0.key, $0.value) } + size, [shapes])
  }
}

/// What can be drawn at several widths.
protocol Chart {
  /// The drawing at a width in pixels.
  func drawing(width: Double) -> Drawing
}

/// How wide text is, without asking a browser.
enum TextMeasure {
  /// How much wider bold text is.
  static let bold = 1.12

  /// An estimate of the width in pixels that is rather too large than too small.
  static func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) } * Drawing.textSize
  }

  /// In units of the size of the text; those of wide sans-serif fonts.
  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "'", ".", ",", ":", ";", "|", "!", "I": 0.33
    case "f", "t", "r", "(", ")", "-", "/", "[", "]", " ", "\u{A0}": 0.42
    case "m", "w", "M", "W", "%", "@": 0.98
    case "A"..."Z": 0.74
    case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}", "\u{2060}": 0
    case "\u{0}"..."\u{2FF}": 0.62
    case "\u{370}"..."\u{10FF}", "\u{2000}"..."\u{22FF}": 0.75
    default: 1.1
    }
  }

  /// The text in lines of at most a width.
  ///
  /// A word that does not fit has a line of its own; a longer one with points, such as a key, breaks behind them.
  static func lines(_ text: String, width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      for (place, part) in parts(of: word, width: width).enumerated() {
        let longer = line.isEmpty ? part : line + (place == 0 ? " " : "") + part
        if !line.isEmpty, self.width(of: longer) > width {
          lines.append(line)
          line = part
        } else {
          line = longer
        }
      }
    }
    return lines + [line]
  }

  private static func parts(of word: Substring, width: Double) -> [String] {
    guard self.width(of: String(word)) > width else { return [String(word)] }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return parts.enumerated().map { $1 + ($0 < parts.count - 1 ? "." : "") }.filter { !$0.isEmpty }
  }
}
