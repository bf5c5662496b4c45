import CaseloadModel
import Experiments

/// What a table has to fit in, how it looks, and how it writes words and numbers.
package struct TableLayout: Sendable {
  /// Columns.
  package var width: Int
  /// Emphasis.
  package var style: TextStyle
  /// The language of titles and numbers.
  package var language: PageLanguage
  /// Digits after the decimal mark of every figure; those of each metric if not given.
  package var decimals: Int?
  /// Whether the id of each metric stands beside its title.
  package var showsIDs: Bool

  /// Makes a layout.
  package init(
    width: Int = 100, style: TextStyle = .plain, language: PageLanguage = .en,
    decimals: Int? = nil, showsIDs: Bool = false
  ) {
    self.width = width
    self.style = style
    self.language = language
    self.decimals = decimals
    self.showsIDs = showsIDs
  }

  /// A text in the language of the table.
  func word(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }

  /// A number with a noun that goes with it.
  func count(
    _ count: Int, _ nl: (one: String, many: String), _ en: (one: String, many: String)
  ) -> String {
    "\(count) " + (count == 1 ? word(nl.one, en.one) : word(nl.many, en.many))
  }

  /// So many replications.
  func replications(_ count: Int) -> String {
    self.count(count, ("herhaling", "herhalingen"), ("replication", "replications"))
  }

  /// The unit of differences of percentages, behind a figure.
  var points: String { word(" procentpunt", " points") }

  /// The title of a metric.
  func title(of definition: MetricDefinition) -> String {
    language == .nl ? definition.dutchTitle : definition.title
  }

  /// A title as a row of a table shows it: with the id of the metric when that is asked for.
  func label(_ title: String, of definition: MetricDefinition) -> String {
    showsIDs ? title + "  " + definition.metric.id : title
  }

  /// The heading of a section of metrics.
  func title(of section: MetricSection) -> String {
    language == .nl ? section.dutchTitle : section.title
  }

  /// A number written in English with its marks as the language has them.
  package func number(_ english: String) -> String {
    guard language == .nl else { return english }
    return String(english.map { $0 == "," ? "." : $0 == "." ? "," : $0 })
  }

  /// The value of a metric: percent for shares, thousands set apart, a dash when undefined.
  func figure(_ value: Double, _ definition: MetricDefinition) -> String {
    guard value.isFinite else { return "–" }
    let places = decimals ?? definition.decimals
    return number(
      definition.isPercent
        ? DecimalText.fixed(value * 100, decimals: places) + " %"
        : DecimalText.fixed(value, decimals: places))
  }
}
