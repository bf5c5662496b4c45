/// A language in which pages are written.
package enum PageLanguage: String, CaseIterable, Sendable {
  /// Dutch.
  case nl
  /// English.
  case en
}

/// A text in both languages; `{0}`, `{1}` … stand for what a page fills in.
///
///     Bilingual("{0} fte", "{0} fte").filled(in: .nl, "25")  // "25 fte"
package struct Bilingual: Sendable, Equatable {
  /// The Dutch text.
  package let nl: String
  /// The English text.
  package let en: String

  /// Makes a text from its Dutch and English form.
  package init(_ nl: String, _ en: String) {
    self.nl = nl
    self.en = en
  }

  /// The text in a language.
  package subscript(language: PageLanguage) -> String {
    switch language {
    case .nl: nl
    case .en: en
    }
  }

  /// The text with its places filled; what is filled in is never searched for places itself.
  ///
  /// - Precondition: there is a value for every place.
  package func filled(in language: PageLanguage, _ values: [String]) -> String {
    var text = ""
    var rest = self[language][...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}"),
        let place = Int(rest[rest.index(after: open)..<close])
      else { break }
      precondition(place < values.count, "no value for place \(place) of '\(self[language])'")
      text += rest[..<open] + values[place]
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  /// The same for values that stand in a row.
  package func filled(in language: PageLanguage, _ values: String...) -> String {
    filled(in: language, values)
  }

  /// The places that a text has, in ascending order, each once.
  static func places(in text: String) -> [Int] {
    let numbers = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      .compactMap { part in
        part.firstIndex(of: "}").flatMap { Int(part[..<$0]) }
      }
    return Set(numbers).sorted()
  }
}

/// A closed list of texts: each case is one text in both languages.
package protocol PhraseList: CaseIterable, RawRepresentable, Sendable where RawValue == String {
  /// The text.
  var words: Bilingual { get }
}
