import ScenarioFormat

/// One command: the source of its parsing, its help and its errors.
struct CommandDefinition: Sendable {
  /// The word that selects the command.
  let name: String
  /// The arguments as the usage line shows them, for example `SCENARIO...`.
  let argumentsUsage: String
  /// The number of arguments that are accepted.
  let argumentCount: ClosedRange<Int>
  /// One sentence for the list of commands.
  let summary: String
  /// Further paragraphs of the command's own help.
  let details: [String]
  /// The options that the command takes, besides `--help`.
  let options: [OptionDefinition]
  /// Does the work.
  let run: @Sendable (ParsedArguments, CommandContext) throws(UsageError) -> ExitCode
}

/// One option of a command.
struct OptionDefinition: Sendable, Equatable {
  /// The name with its leading hyphens, for example `--seed`.
  let name: String
  /// What the value stands for, for example `N`; `nil` for an option without value.
  let valueName: String?
  /// Whether the option may be given more than once.
  let repeats: Bool
  /// One sentence of help.
  let summary: String

  init(_ name: String, _ valueName: String? = nil, repeats: Bool = false, summary: String) {
    self.name = name
    self.valueName = valueName
    self.repeats = repeats
    self.summary = summary
  }
}

/// Something wrong with the command line.
struct UsageError: Error, Equatable {
  /// What is wrong.
  let message: String
  /// A way to mend it, if one is likely.
  let hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }

  /// The hint "did you mean '…'?" when one of the candidates is near.
  static func hint(for word: String, among candidates: [String]) -> String? {
    Suggestion.nearest(to: word, among: candidates).map { "did you mean '\($0)'?" }
  }
}
