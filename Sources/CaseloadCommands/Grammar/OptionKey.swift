import CaseloadModel
import ScenarioFormat

/// An option together with the type of its value, declared once.
///
///     static let seed = OptionKey<UInt64?>.whole("--seed", "S", in: 0...UInt64.max, "The seed.")
///     let seed = try arguments[seed]  // nil when it is not given
struct OptionKey<Value: Sendable>: Sendable {
  /// How the option is written; help, parsing, completion and the manual page come from here.
  let definition: OptionDefinition
  /// Makes the value of what was given, in order; of nothing when the option was left out.
  let read: @Sendable ([String], OptionDefinition) throws(CommandFailure) -> Value

  init(
    _ name: String, _ valueName: String?, _ kind: ValueKind, repeats: Bool = false,
    _ summary: String,
    read: @escaping @Sendable ([String], OptionDefinition) throws(CommandFailure) -> Value
  ) {
    definition = OptionDefinition(
      name: name, valueName: valueName, kind: kind, repeats: repeats, summary: summary)
    self.read = read
  }

  private init(
    definition: OptionDefinition,
    read: @escaping @Sendable ([String], OptionDefinition) throws(CommandFailure) -> Value
  ) {
    self.definition = definition
    self.read = read
  }

  /// The same option, explained otherwise.
  func explained(_ summary: String) -> OptionKey {
    OptionKey(
      definition: OptionDefinition(
        name: definition.name, valueName: definition.valueName, kind: definition.kind,
        repeats: definition.repeats, summary: summary, short: definition.short), read: read)
  }

  /// The same option with a name of one letter as well.
  func short(_ name: String) -> OptionKey {
    var definition = definition
    definition.short = name
    return OptionKey(definition: definition, read: read)
  }
}

extension OptionKey where Value == Bool {
  /// An option without value.
  static func flag(_ name: String, _ summary: String) -> OptionKey {
    OptionKey(name, nil, .word, summary) { (texts, _) throws(CommandFailure) in !texts.isEmpty }
  }
}

extension OptionKey where Value == String? {
  /// Any text.
  static func text(
    _ name: String, _ valueName: String, kind: ValueKind = .word, _ summary: String
  ) -> OptionKey {
    OptionKey(name, valueName, kind, summary) { (texts, _) throws(CommandFailure) in texts.first }
  }

  /// The name of a folder, which is not empty.
  static func folder(_ name: String, _ summary: String) -> OptionKey {
    OptionKey(name, "DIR", .folder, summary) { (texts, option) throws(CommandFailure) in
      guard texts.first != "" else {
        throw .usage("option '\(option.name)' needs the name of a folder")
      }
      return texts.first
    }
  }
}

extension OptionKey where Value == [String] {
  /// Texts of an option that may be repeated.
  static func texts(
    _ name: String, _ valueName: String, kind: ValueKind = .word, _ summary: String
  ) -> OptionKey {
    OptionKey(name, valueName, kind, repeats: true, summary) {
      (texts, _) throws(CommandFailure) in texts
    }
  }
}

extension OptionKey where Value == [Metric] {
  /// Metrics by their ids, in order and without repeats.
  static func metrics(_ name: String, _ summary: String) -> OptionKey {
    OptionKey(name, "METRIC", .metric, repeats: true, summary) {
      (texts, _) throws(CommandFailure) in
      var metrics: [Metric] = []
      for id in texts {
        guard let metric = Metric(id: id) else { throw .unknownMetric(id) }
        if !metrics.contains(metric) { metrics.append(metric) }
      }
      return metrics
    }
  }
}

extension OptionKey where Value == Double? {
  /// A number above zero.
  static func positive(
    _ name: String, _ valueName: String, _ summary: String
  ) -> OptionKey {
    OptionKey(name, valueName, .word, summary) { (texts, option) throws(CommandFailure) in
      guard let text = texts.first else { return nil }
      guard let number = Double(text), number.isFinite, number > 0 else {
        throw .usage(
          "option '\(option.name)' expects a number above 0, found '\(text)'",
          hint: NumberHint.hint(for: text))
      }
      if let hint = NumberHint.thousands(inCount: text) {
        throw .usage(
          "option '\(option.name)' expects a number without separators, found '\(text)'",
          hint: hint)
      }
      return number
    }
  }

  /// A share between two bounds, of which the upper one is left out.
  static func share(
    _ name: String, _ valueName: String, from lowest: Double, below limit: Double,
    expected: String, _ summary: String
  ) -> OptionKey {
    OptionKey(name, valueName, .word, summary) { (texts, option) throws(CommandFailure) in
      guard let text = texts.first else { return nil }
      guard let number = Double(text), number > 0, number.isFinite else {
        throw .usage(
          "option '\(option.name)' expects a number above 0, found '\(text)'",
          hint: NumberHint.hint(for: text, isShare: true))
      }
      guard number >= lowest, number < limit else {
        throw .usage(
          "option '\(option.name)' expects \(expected), found '\(text)'",
          hint: NumberHint.hint(for: text, isShare: true))
      }
      return number
    }
  }
}

extension OptionKey {
  /// A whole number in a range; the summary tells the least one when that is above 1.
  static func whole<Number: FixedWidthInteger & Sendable>(
    _ name: String, _ valueName: String, in range: ClosedRange<Number>, _ summary: String
  ) -> OptionKey where Value == Number? {
    let least = range.lowerBound > 1 ? " At least \(range.lowerBound)." : ""
    return OptionKey(name, valueName, .word, summary + least) {
      (texts, option) throws(CommandFailure) in
      guard let text = texts.first else { return nil }
      guard let number = Number(text), range.contains(number) else {
        throw .usage(
          "option '\(option.name)' expects a whole number from \(range.lowerBound) to"
            + " \(range.upperBound), found '\(text)'",
          hint: NumberHint.wholeNumber(for: text))
      }
      return number
    }
  }

  /// One of a closed list.
  static func choice(
    _ name: String, _ valueName: String, default fallback: Value, _ summary: String
  ) -> OptionKey
  where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    let choices = Value.allCases.map(\.rawValue)
    return OptionKey(name, valueName, .choice(choices), summary) {
      (texts, option) throws(CommandFailure) in
      guard let text = texts.first else { return fallback }
      guard let choice = Value(rawValue: text) else {
        throw .usage(
          "option '\(option.name)' expects \(choices.joined(separator: ", ")), found '\(text)'",
          hint: CommandFailure.hint(for: text, among: choices))
      }
      return choice
    }
  }
}
