/// Part of a page in HTML, in which every text that came from elsewhere is escaped.
///
///     Markup.element("p", [Markup.text("a < b")]).html  // "<p>a &lt; b</p>"
package struct Markup: Sendable, Equatable {
  /// The part as HTML.
  package private(set) var html = ""

  /// Nothing.
  package init() {}

  private init(html: String) { self.html = html }

  /// Text as it is: nothing in it is taken for markup.
  ///
  /// Characters that HTML does not allow become the replacement character, and so do those that turn the direction of
  /// writing of all that follows.
  package static func text(_ text: String) -> Markup { Markup(html: escaped(text)) }

  /// A name or text of a user, whose direction of writing does not touch what surrounds it.
  package static func foreign(_ text: String) -> Markup { element("bdi", [.text(text)]) }

  /// An element with its content.
  package static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ content: [Markup]
  ) -> Markup {
    element(name, list: attributes.map { ($0.key, $0.value) }, content)
  }

  /// An element without attributes.
  package static func element(_ name: StaticString, _ content: [Markup]) -> Markup {
    element(name, list: [], content)
  }

  /// An element whose attributes stand in a list.
  package static func element(
    _ name: StaticString, list attributes: [(name: StaticString, value: String)],
    _ content: [Markup]
  ) -> Markup {
    var html = "<\(name)" + list(attributes) + ">"
    for part in content { html += part.html }
    return Markup(html: html + "</\(name)>")
  }

  /// An element without content, such as `meta`.
  package static func empty(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) -> Markup {
    Markup(html: "<\(name)" + list(attributes.map { ($0.key, $0.value) }) + ">")
  }

  /// An element of a drawing without content, closed as XML asks.
  package static func shape(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String)]
  ) -> Markup {
    Markup(html: "<\(name)" + list(attributes) + "/>")
  }

  /// Style rules that the program itself wrote; a closing tag in them would end them.
  package static func style(_ rules: String) -> Markup {
    precondition(!rules.contains("</"), "style rules hold a closing tag")
    return Markup(html: "<style>" + rules + "</style>")
  }

  /// A script that the program itself wrote, or data for one; a closing tag in it would end it.
  package static func script(
    _ content: String, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) -> Markup {
    precondition(!content.contains("</"), "a script holds a closing tag")
    return Markup(
      html: "<script" + list(attributes.map { ($0.key, $0.value) }) + ">" + content + "</script>")
  }

  /// One part after the other.
  package static func + (first: Markup, second: Markup) -> Markup {
    Markup(html: first.html + second.html)
  }

  /// Adds a part at the end.
  package static func += (first: inout Markup, second: Markup) { first.html += second.html }

  /// Whether there is nothing.
  package var isEmpty: Bool { html.isEmpty }

  /// Embeddings and overrides of the direction of writing, with the character that ends them (Unicode Standard Annex 9).
  static let directionOverrides: ClosedRange<Unicode.Scalar> = "\u{202A}"..."\u{202E}"
  /// Isolates and their end, which a name must not hold because it stands between two of them.
  private static let isolates: ClosedRange<Unicode.Scalar> = "\u{2066}"..."\u{2069}"

  private static func list(_ attributes: [(name: StaticString, value: String)]) -> String {
    attributes.reduce(into: "") { $0 += " \($1.name)=\"\(escaped($1.value))\"" }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": result += "\u{FFFD}"
      case directionOverrides: result += "\u{FFFD}"
      case _ where scalar.properties.isNoncharacterCodePoint: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Markup {
  /// A paragraph of text.
  package static func paragraph(_ text: String) -> Markup { element("p", [.text(text)]) }

  /// A name inside text that cannot hold elements, kept apart in its direction of writing.
  ///
  /// Source: first strong isolate and its end, Unicode Standard Annex 9.
  ///
  /// What would end the isolate or turn the direction becomes the replacement character.
  package static func isolated(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isTurn = isolates.contains(scalar) || directionOverrides.contains(scalar)
      scalars.append(isTurn ? "\u{FFFD}" : scalar)
    }
    return "\u{2068}\(String(scalars))\u{2069}"
  }

  /// Parts one after the other.
  package static func all(_ parts: [Markup]) -> Markup { parts.reduce(Markup(), +) }

  /// Text in another language than the page.
  package static func text(_ text: String, in language: PageLanguage) -> Markup {
    element("span", ["lang": language.rawValue], [.text(text)])
  }

  /// A sentence in which a name of a user stands.
  ///
  /// - Parameter names: Parts of the sentence that came from a user, which are kept apart in their direction.
  package static func sentence(_ text: String, names: [String]) -> Markup {
    var rest = text[...]
    var result = Markup()
    search: while !rest.isEmpty {
      var nearest: (range: Range<Substring.Index>, name: String)?
      for name in names where !name.isEmpty {
        guard let range = rest.firstRange(of: name) else { continue }
        let isBetter = nearest.map { range.lowerBound < $0.range.lowerBound } ?? true
        if isBetter { nearest = (range, name) }
      }
      guard let nearest else { break search }
      result += .text(String(rest[..<nearest.range.lowerBound])) + .foreign(nearest.name)
      rest = rest[nearest.range.upperBound...]
    }
    return result + .text(String(rest))
  }
}
