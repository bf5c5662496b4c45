/// The arguments of a command, sorted out but not interpreted yet.
struct ParsedArguments: Sendable, Equatable {
  /// Arguments that are not options, in order.
  private(set) var positional: [String] = []
  /// Options in the order in which they were given.
  private(set) var options: [(name: String, value: String)] = []
  /// Whether help was asked for, which makes everything else irrelevant.
  private(set) var asksForHelp = false

  /// Sorts out the words after the name of a command.
  ///
  /// Options may stand anywhere, as `--name value` or `--name=value`; after `--` nothing is an option.
  init(_ words: [String], of command: CommandDefinition) throws(CommandFailure) {
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
    guard !asksForHelp else { return }
    try checkCount(of: command)
    for position in positional.indices
    where command.argument(at: position)?.isScenario == true {
      positional[position] = ReferenceScenario.path(for: positional[position])
    }
  }

  private mutating func addOption(
    _ word: String, _ words: [String], _ index: inout Int, of command: CommandDefinition
  ) throws(CommandFailure) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let given = String(parts[0])
    guard let definition = command.options.first(where: { $0.names.contains(given) }) else {
      throw .usage(
        "unknown option '\(given)' of 'caseload \(command.name)'",
        hint: CommandFailure.hint(for: given, among: command.options.map(\.name) + ["--help"]))
    }
    let name = definition.name
    if !definition.repeats, options.contains(where: { $0.name == name }) {
      throw .usage("option '\(name)' is given more than once")
    }
    guard let valueName = definition.valueName else {
      guard parts.count == 1 else { throw .usage("option '\(name)' takes no value") }
      options.append((name, ""))
      return
    }
    if parts.count == 2 {
      options.append((name, String(parts[1])))
    } else if index < words.count, !words[index].hasPrefix("--") {
      options.append((name, words[index]))
      index += 1
    } else {
      throw .usage("option '\(name)' needs a value: \(name) \(valueName)")
    }
  }

  private func checkCount(of command: CommandDefinition) throws(CommandFailure) {
    if positional.count < command.argumentCount.lowerBound {
      throw .usage("'caseload \(command.name)' needs \(command.argumentsUsage)")
    }
    if positional.count > command.argumentCount.upperBound {
      let extra = positional[command.argumentCount.upperBound]
      throw .usage("unexpected argument '\(extra)' of 'caseload \(command.name)'")
    }
  }

  /// The value of an option.
  ///
  /// - Throws: A failure that tells what the option expects and what was found.
  subscript<Value>(key: OptionKey<Value>) -> Value {
    get throws(CommandFailure) {
      try key.read(
        options.filter { $0.name == key.definition.name }.map(\.value), key.definition)
    }
  }

  /// Whether an option was given.
  func has<Value>(_ key: OptionKey<Value>) -> Bool {
    options.contains { $0.name == key.definition.name }
  }

  /// The text of an option that may be given once, as it was written; empty when it was not given.
  func written<Value>(_ key: OptionKey<Value>) -> String {
    options.first { $0.name == key.definition.name }?.value ?? ""
  }

  static func == (a: ParsedArguments, b: ParsedArguments) -> Bool {
    a.positional == b.positional && a.asksForHelp == b.asksForHelp
      && a.options.count == b.options.count
      && zip(a.options, b.options).allSatisfy { $0 == $1 }
  }
}
