import ScenarioFormat

/// The arguments of a command, sorted out but not interpreted yet.
struct ParsedArguments: Sendable, Equatable {
  /// Arguments that are not options, in order.
  private(set) var positional: [String] = []
  /// Options in the order in which they were given.
  private var options: [(name: String, value: String)] = []
  /// Whether help was asked for, which makes everything else irrelevant.
  private(set) var asksForHelp = false

  /// Sorts out the words after the name of a command.
  ///
  /// Options may stand anywhere, as `--name value` or `--name=value`; after `--` nothing is an option.
  init(_ words: [String], of command: CommandDefinition) throws(UsageError) {
    var index = 0
    var onlyPositional = false
    while index < words.count {
      let word = words[index]
      index += 1
      if onlyPositional || !word.hasPrefix("-") || word == "-" {
        positional.append(word)
      } else if word == "--" {
        onlyPositional = true
      } else if word == "--help" || word == "-h" {
        asksForHelp = true
      } else {
        try addOption(word, words, &index, of: command)
      }
    }
    if !asksForHelp { try checkCount(of: command) }
  }

  private mutating func addOption(
    _ word: String, _ words: [String], _ index: inout Int, of command: CommandDefinition
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let definition = command.options.first(where: { $0.name == name }) else {
      throw UsageError(
        "unknown option '\(name)' of 'caseload \(command.name)'",
        hint: UsageError.hint(for: name, among: command.options.map(\.name) + ["--help"]))
    }
    if !definition.repeats, options.contains(where: { $0.name == name }) {
      throw UsageError("option '\(name)' is given more than once")
    }
    guard let valueName = definition.valueName else {
      guard parts.count == 1 else { throw UsageError("option '\(name)' takes no value") }
      options.append((name, ""))
      return
    }
    if parts.count == 2 {
      options.append((name, String(parts[1])))
    } else if index < words.count, !words[index].hasPrefix("--") {
      options.append((name, words[index]))
      index += 1
    } else {
      throw UsageError("option '\(name)' needs a value: \(name) \(valueName)")
    }
  }

  private func checkCount(of command: CommandDefinition) throws(UsageError) {
    if positional.count < command.argumentCount.lowerBound {
      throw UsageError("'caseload \(command.name)' needs \(command.argumentsUsage)")
    }
    if positional.count > command.argumentCount.upperBound {
      let extra = positional[command.argumentCount.upperBound]
      throw UsageError("unexpected argument '\(extra)' of 'caseload \(command.name)'")
    }
  }

  /// Whether an option was given.
  func has(_ name: String) -> Bool { options.contains { $0.name == name } }

  /// The value of an option that may be given once.
  func value(_ name: String) -> String? { options.first { $0.name == name }?.value }

  /// The values of an option, in order.
  func values(_ name: String) -> [String] { options.filter { $0.name == name }.map(\.value) }

  /// The value of an option as a whole number in a range.
  func whole<Number: FixedWidthInteger & Sendable>(
    _ name: String, in range: ClosedRange<Number>
  ) throws(UsageError) -> Number? {
    guard let text = value(name) else { return nil }
    guard let number = Number(text), range.contains(number) else {
      throw UsageError(
        "option '\(name)' expects a whole number from \(range.lowerBound) to \(range.upperBound),"
          + " found '\(text)'")
    }
    return number
  }

  /// The value of an option as a number above zero.
  func positive(_ name: String) throws(UsageError) -> Double? {
    guard let text = value(name) else { return nil }
    guard let number = Double(text), number.isFinite, number > 0 else {
      throw UsageError(
        "option '\(name)' expects a number above 0, found '\(text)'",
        hint: NumberHint.hint(for: text))
    }
    return number
  }

  /// The value of an option as the name of a folder.
  func folder(_ name: String, default fallback: String) throws(UsageError) -> String {
    let folder = value(name) ?? fallback
    if folder.isEmpty { throw UsageError("option '\(name)' needs the name of a folder") }
    return folder
  }

  /// The value of an option out of a closed list.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, default fallback: Choice
  ) throws(UsageError) -> Choice where Choice.RawValue == String {
    guard let text = value(name) else { return fallback }
    guard let choice = Choice(rawValue: text) else {
      let choices = Choice.allCases.map(\.rawValue)
      throw UsageError(
        "option '\(name)' expects \(choices.joined(separator: ", ")), found '\(text)'",
        hint: UsageError.hint(for: text, among: choices))
    }
    return choice
  }

  static func == (a: ParsedArguments, b: ParsedArguments) -> Bool {
    a.positional == b.positional && a.asksForHelp == b.asksForHelp
      && a.options.count == b.options.count
      && zip(a.options, b.options).allSatisfy { $0 == $1 }
  }
}
