import CaseloadModel
import Experiments
import SimulationKernel

/// Numbers and dates as a page writes them in its language.
///
///     PageNumbers(.nl).value(0.2493, MetricCatalog[.unseen6m])  // "24,9%"
///     PageNumbers(.nl).euro(41_648_532)                         // "€ 41,6 miljoen", in one piece
package struct PageNumbers: Sendable {
  /// The language.
  let language: PageLanguage

  /// A blank at which no line ends.
  static let blank = "\u{A0}"
  /// Stands where there is no value.
  static let none = "–"

  /// Makes numbers of a language.
  package init(_ language: PageLanguage) { self.language = language }

  /// A number with a number of decimals.
  package func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return PageNumbers.none }
    return marked(DecimalText.fixed(value, decimals: decimals))
  }

  /// A number in its shortest form, such as a value of a scenario.
  package func plain(_ value: Double) -> String {
    guard value.isFinite else { return PageNumbers.none }
    var decimals = 0
    var scaled = value
    while decimals < 6, (scaled - scaled.rounded()).magnitude > 1e-9 * max(1, scaled.magnitude) {
      scaled *= 10
      decimals += 1
    }
    return fixed(value, decimals: decimals)
  }

  /// A number of things.
  package func count(_ value: Int) -> String { fixed(Double(value), decimals: 0) }

  private func marked(_ english: String) -> String {
    let signed = english.hasPrefix("-") ? "\u{2212}" + english.dropFirst() : english[...]
    guard language == .nl else { return String(signed) }
    return String(signed.map { $0 == "," ? "." : $0 == "." ? "," : $0 })
  }

  // MARK: - Metrics

  /// The value of a metric in a table.
  package func value(_ value: Double, _ definition: MetricDefinition) -> String {
    guard value.isFinite else { return PageNumbers.none }
    if definition.isEuro { return euro(value, isShort: true) }
    guard definition.isPercent else { return fixed(value, decimals: definition.decimals) }
    return fixed(value * 100, decimals: max(1, definition.decimals)) + "%"
  }

  /// The value of a metric in a headline: whole percentages from ten on.
  package func headline(_ value: Double, _ definition: MetricDefinition) -> String {
    guard definition.isPercent, value.isFinite else { return self.value(value, definition) }
    return fixed(value * 100, decimals: value.magnitude >= 0.0995 ? 0 : 1) + "%"
  }

  /// The ends of an interval in a table, as `24,8–25,1%`.
  package func range(_ low: Double, _ high: Double, _ definition: MetricDefinition) -> String {
    guard low.isFinite, high.isFinite else { return PageNumbers.none }
    if low < 0 || high < 0 { return words(low, high, definition) }
    if definition.isEuro {
      let ends = [low, high].map { euro($0, isShort: true) }
      // The unit and the sign of both ends are written once where they are the same.
      let unit = ends.map { $0.hasSuffix("n") || $0.hasSuffix("m") || $0.hasSuffix("d") }
      guard unit == [true, true], let blank = ends[0].lastIndex(of: "\u{A0}"),
        let other = ends[1].lastIndex(of: "\u{A0}"), ends[0][blank...] == ends[1][other...]
      else { return ends.joined(separator: " – ") }
      return ends[0][..<blank] + "–\u{2060}"
        + ends[1].drop { !("0"..."9").contains($0) }
    }
    var first = value(low, definition)
    if definition.isPercent { first.removeLast() }
    return first + "–\u{2060}" + value(high, definition)
  }

  /// The ends of an interval in running text, as `24,8 tot 25,1 procent`.
  package func words(_ low: Double, _ high: Double, _ definition: MetricDefinition) -> String {
    guard low.isFinite, high.isFinite else { return PageNumbers.none }
    let to = " " + PageText.to.words[language] + " "
    guard definition.isPercent else { return value(low, definition) + to + value(high, definition) }
    let decimals = max(1, definition.decimals)
    return fixed(low * 100, decimals: decimals) + to + fixed(high * 100, decimals: decimals)
      + PageNumbers.blank + PageText.percent.words[language]
  }

  /// The size of a difference with its unit, as `10,5 procentpunt`.
  package func size(_ difference: Double, _ definition: MetricDefinition) -> String {
    let size = difference.magnitude
    guard size.isFinite else { return PageNumbers.none }
    if definition.isEuro { return euro(size) }
    let figure = fixed(scaled(size, definition), decimals: differenceDecimals(definition))
    let words = UnitWords.ofDifference(definition)[language]
    let unit = figure == "1" ? UnitWords.ofOne(words) : words
    return figure
      + (unit.isEmpty ? "" : PageNumbers.blank + unit)
  }

  /// A difference with its sign and without unit.
  package func signed(_ difference: Double, _ definition: MetricDefinition) -> String {
    guard difference.isFinite else { return PageNumbers.none }
    let text =
      definition.isEuro
      ? euro(difference, isShort: true)
      : fixed(scaled(difference, definition), decimals: differenceDecimals(definition))
    let isPlus = difference > 0 && text.contains { ("1"..."9").contains($0) }
    return (isPlus ? "+" : "") + text
  }

  /// Points for what is written in percent.
  func scaled(_ value: Double, _ definition: MetricDefinition) -> Double {
    definition.isPercent ? value * 100 : value
  }

  private func differenceDecimals(_ definition: MetricDefinition) -> Int {
    definition.isPercent ? 1 : definition.decimals + (definition.decimals == 0 ? 0 : 1)
  }

  // MARK: - Money and dates

  /// Euros to three figures.
  ///
  /// - Parameter isShort: Whether millions are written short, as in tables.
  package func euro(_ value: Double, isShort: Bool = false) -> String {
    guard value.isFinite else { return PageNumbers.none }
    let sign = value < 0 ? "\u{2212}" : ""
    let lead = sign + "€" + (language == .nl ? PageNumbers.blank : "")
    let size = value.magnitude
    // 999,500 and more would be written as 1,000,000 when rounded to three figures.
    let (scale, unit): (Double, PageText?) =
      size >= 999_500_000
      ? (1e9, isShort ? .shortBillion : .billion)
      : size >= 999_500 ? (1e6, isShort ? .shortMillion : .million) : (1, nil)
    guard let unit else { return lead + fixed(PageNumbers.threeFigures(size), decimals: 0) }
    let scaled = size / scale
    let decimals = scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2
    return lead + fixed(scaled, decimals: decimals) + PageNumbers.blank + unit.words[language]
  }

  private static func threeFigures(_ value: Double) -> Double {
    var scale = 1.0
    while value / scale >= 999.5 { scale *= 10 }
    return (value / scale).rounded() * scale
  }

  /// A day, as `1 januari 2012` or `1 January 2012`.
  package func date(_ date: CivilDate) -> String {
    "\(date.day)" + PageNumbers.blank + month(date)
  }

  /// A month with its year.
  package func month(_ date: CivilDate) -> String {
    PageNumbers.months[date.month - 1][language] + PageNumbers.blank + "\(date.year)"
  }

  private static let months = [
    Bilingual("januari", "January"), Bilingual("februari", "February"),
    Bilingual("maart", "March"), Bilingual("april", "April"), Bilingual("mei", "May"),
    Bilingual("juni", "June"), Bilingual("juli", "July"), Bilingual("augustus", "August"),
    Bilingual("september", "September"), Bilingual("oktober", "October"),
    Bilingual("november", "November"), Bilingual("december", "December"),
  ]
}

extension MetricDefinition {
  /// Whether values are euros, which are written with their sign and to three figures.
  var isEuro: Bool { unit == .euro || unit == .euroPerYear }
}

/// Units in both languages.
enum UnitWords {
  /// The unit of the values of a metric.
  static func of(_ definition: MetricDefinition) -> Bilingual {
    if definition.displayUnit == "% per year" { return Bilingual("% per jaar", "% per year") }
    return switch definition.unit {
    case .persons: Bilingual("personen", "persons")
    case .personsPerYear: Bilingual("personen per jaar", "persons per year")
    case .clientsPerWorker: Bilingual("klanten per klantmanager", "clients per worker")
    case .clientsPerFte: Bilingual("klanten per fte", "clients per fte")
    case .share: Bilingual("%", "%")
    case .perClientYear: Bilingual("per klant per jaar", "per client and year")
    case .days: Bilingual("dagen", "days")
    case .workingDays: Bilingual("werkdagen", "working days")
    case .hours: Bilingual("uren", "hours")
    case .index: Bilingual("van 0 tot 1", "from 0 to 1")
    case .ratio: Bilingual("verhouding", "ratio")
    case .perYear: Bilingual("per jaar", "per year")
    case .euroPerYear: Bilingual("euro per jaar", "euro per year")
    case .hoursPerYear: Bilingual("uur per jaar", "hours per year")
    case .fte: Bilingual("fte", "fte")
    case .euro: Bilingual("euro", "euro")
    }
  }

  /// The beginnings of units that are counted, each in the plural and of one.
  private static let plurals = [
    ("personen", "persoon"), ("persons", "person"), ("klanten", "klant"), ("clients", "client"),
    ("dagen", "dag"), ("days", "day"), ("werkdagen", "werkdag"), ("working days", "working day"),
    ("uren", "uur"), ("hours", "hour"),
  ]

  /// A unit as it stands behind the figure 1.
  static func ofOne(_ unit: String) -> String {
    for (many, one) in plurals where unit.hasPrefix(many) {
      return one + unit.dropFirst(many.count)
    }
    return unit
  }

  /// The unit of a difference; empty where the value says it.
  static func ofDifference(_ definition: MetricDefinition) -> Bilingual {
    if definition.isPercent { return Bilingual("procentpunt", "percentage points") }
    return switch definition.unit {
    case .index, .ratio, .euro, .euroPerYear: Bilingual("", "")
    default: of(definition)
    }
  }
}
