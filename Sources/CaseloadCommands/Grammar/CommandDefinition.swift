/// One command: the source of its parsing, its help, its completion and its manual page.
struct CommandDefinition: Sendable {
  /// The word that selects the command.
  let name: String
  /// The arguments that are no options, in order.
  let arguments: [ArgumentDefinition]
  /// One sentence for the list of commands.
  let summary: String
  /// Further paragraphs of the command's own help.
  let details: [String]
  /// The options that the command takes, besides `--help`.
  let options: [OptionDefinition]
  /// Does the work.
  let run: @Sendable (ParsedArguments, CommandContext) throws(CommandFailure) -> ExitCode

  /// The arguments as the usage line shows them, for example `SCENARIO...`.
  var argumentsUsage: String { arguments.map(\.usage).joined(separator: " ") }

  /// The number of arguments that are accepted.
  var argumentCount: ClosedRange<Int> {
    let most = arguments.reduce(0) { sum, argument in
      let (count, overflows) = sum.addingReportingOverflow(argument.count.upperBound)
      return overflows ? .max : count
    }
    return arguments.reduce(0) { $0 + $1.count.lowerBound }...most
  }

  /// What the argument at a position stands for; `nil` past the last one.
  func argument(at position: Int) -> ArgumentDefinition? {
    var rest = position
    for argument in arguments {
      if rest < argument.count.upperBound { return argument }
      rest -= argument.count.upperBound
    }
    return nil
  }
}

/// What the words of a command line stand for, so that shells can complete them.
enum ValueKind: Sendable, Equatable {
  /// A number or a text of the user's own.
  case word
  /// A file.
  case file
  /// A folder.
  case folder
  /// One of a closed list.
  case choice([String])
  /// The id of a metric.
  case metric
  /// A key of a scenario with a value.
  case key
  /// The name of a command.
  case command
}

/// An argument of a command that is no option.
struct ArgumentDefinition: Sendable, Equatable {
  /// What it is called, for example `SCENARIO`.
  let name: String
  /// How often it may stand.
  let count: ClosedRange<Int>
  /// What it stands for.
  let kind: ValueKind

  init(_ name: String, _ count: ClosedRange<Int> = 1...1, _ kind: ValueKind) {
    self.name = name
    self.count = count
    self.kind = kind
  }

  /// Whether it is a scenario, which may be given by name.
  var isScenario: Bool { kind == .file && ["SCENARIO", "BASE", "VARIANT"].contains(name) }

  /// The argument as a usage line shows it.
  var usage: String {
    let text = name + (count.upperBound > 1 ? "..." : "")
    return count.lowerBound == 0 ? "[\(text)]" : text
  }
}

/// One option of a command, without the type of its value.
struct OptionDefinition: Sendable, Equatable {
  /// The name with its leading hyphens, for example `--seed`.
  let name: String
  /// What the value stands for, for example `N`; `nil` for an option without value.
  let valueName: String?
  /// What may be written as the value.
  let kind: ValueKind
  /// Whether the option may be given more than once.
  let repeats: Bool
  /// One sentence of help.
  let summary: String
  /// A name of one letter, for example `-o`.
  var short: String?

  /// The option as help shows it.
  var usage: String { names.joined(separator: ", ") + (valueName.map { " " + $0 } ?? "") }

  /// All names by which the option is given.
  var names: [String] { (short.map { [$0] } ?? []) + [name] }
}
