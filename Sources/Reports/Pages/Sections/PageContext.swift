import CaseloadModel
import Experiments
import ScenarioFormat

/// What all parts of a page share: its language and the figure that it is about.
struct PageContext: Sendable {
  let language: PageLanguage
  /// The figure that headlines are about.
  let metric: Metric
  /// Stands before every id, so that several results fit on one page.
  let prefix: String

  var numbers: PageNumbers { PageNumbers(language) }

  /// A text with its places filled.
  func text(_ phrase: some PhraseList, _ values: String...) -> String {
    phrase.words.filled(in: language, values)
  }

  /// The title of a metric; of a rate, with "per year".
  func title(_ definition: MetricDefinition) -> String {
    let title = language == .nl ? definition.dutchTitle : definition.title
    guard definition.displayUnit == "% per year" else { return title }
    return title + (language == .nl ? ", per jaar" : ", per year")
  }

  /// The title of a section of metrics.
  func title(_ section: MetricSection) -> String {
    language == .nl ? section.dutchTitle : section.title
  }

  /// The name of a metric with what it means below it.
  func explained(_ definition: MetricDefinition) -> Markup {
    .text(title(definition))
      + .element(
        "span", ["class": "sub"],
        [.text(MetricWords.of(definition.metric).explanation[language])])
  }

  /// The name of a group of clients.
  func group(_ name: String) -> Markup {
    let shown = GroupWords.name(name, in: language)
    return shown == name ? .foreign(name) : .text(shown)
  }

  /// The name of a setting with its key; elements of lists stand in brackets.
  func setting(_ key: String) -> Markup {
    // A long key may end its line behind a point.
    let parts = key.split(separator: ".", omittingEmptySubsequences: false)
    let code = Markup.element(
      "code",
      parts.enumerated().map { place, part in
        .text(part + (place < parts.count - 1 ? "." : ""))
          + (place < parts.count - 1 ? .empty("wbr") : Markup())
      })
    if let name = settingName(key) {
      return .text(name) + .element("span", ["class": "sub"], [code])
    }
    guard let meaning = ParameterTable.parameter(at: key)?.meaning else { return code }
    let text = language == .en ? Markup.text(meaning) : Markup.text(meaning, in: .en)
    return code + .element("span", ["class": "sub"], [text])
  }

  /// The name of a setting in words; `nil` when it has none but its key.
  func settingName(_ key: String) -> String? {
    guard let name = KeyWords.name(of: key)?[language] else { return nil }
    let elements = KeyWords.elements(of: key).map { GroupWords.name($0, in: language) }
    return elements.isEmpty ? name : name + " (" + elements.joined(separator: ", ") + ")"
  }

  /// The name of a setting in running text.
  func settingText(_ key: String) -> String { settingName(key) ?? key }

  /// A heading.
  func heading(_ phrase: some PhraseList) -> Markup {
    .element("h2", [.text(text(phrase))])
  }
}

/// One result on a page.
struct PageArticle {
  /// What the result is called.
  let title: Markup
  /// The same as plain text.
  let plainTitle: String
  /// The finding in one sentence, with its names kept apart.
  let headline: Markup
  /// What stands below the title.
  let lead: Markup
  /// What stands on the first sheet of paper below the headline.
  let first: Markup
  /// All else.
  let rest: Markup
  /// The hash of the scenario; empty when there is none.
  let hash: String
}
