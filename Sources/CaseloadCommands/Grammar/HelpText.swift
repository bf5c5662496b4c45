import Reports

/// Help, generated from the table of commands.
enum HelpText {
  /// Columns in which help is set.
  static let width = 88

  /// The help of the program.
  static var program: String {
    var text = """
      caseload \(ProgramVersion.current): \(purpose)

      Usage: caseload COMMAND [ARGUMENTS] [OPTIONS]

      Commands:

      """
    text += rows(CommandTable.all.map { ($0.name, $0.summary) })
    text += """

      Options:

      """
    text += rows(programOptions)
    return text + "\nExit codes:\n" + rows(exitCodes)
  }

  /// What the program does, in a few words.
  static let purpose = "simulates client caseloads in social services"

  /// The options that stand in place of a command.
  static let programOptions = [
    ("--help", "Shows this help; after a command, the help of that command."),
    ("--version", "Shows the version."),
  ]

  /// The help of one command.
  static func command(_ command: CommandDefinition) -> String {
    var text = "Usage: " + usage(of: command) + "\n\n" + wrapped(command.summary, indent: 0)
    for paragraph in command.details { text += "\n" + wrapped(paragraph, indent: 0) }
    return text + "\nOptions:\n"
      + rows(command.options.map { ($0.usage, $0.summary) } + [("--help", "Shows this help.")])
  }

  /// The line that shows how a command is called.
  static func usage(of command: CommandDefinition) -> String {
    (["caseload", command.name] + command.arguments.map(\.usage) + ["[OPTIONS]"])
      .joined(separator: " ")
  }

  /// Every exit code with its meaning.
  static let exitCodes: [(String, String)] = [
    ("0", "all is well"),
    ("1", "a check or comparison failed, a precision was not reached, nothing meets the limits"),
    ("2", "wrong usage"), ("65", "a scenario is wrong"),
    ("66", "an input does not exist or cannot be read, or a journal cannot be resumed"),
    ("70", "internal error"), ("73", "output cannot be written"),
    ("130", "interrupted; what was finished is written"),
    ("143", "terminated; what was finished is written"),
  ]

  /// Two columns: terms and their explanation; a term too long for its column has a line of its own.
  private static func rows(_ rows: [(String, String)]) -> String {
    let column = min(34, (rows.map(\.0.count).max() ?? 0) + 4)
    var text = ""
    for (term, explanation) in rows {
      let block = wrapped(explanation, indent: column)
      let lead = "  " + term
      text += lead.count + 2 <= column ? lead + block.dropFirst(lead.count) : lead + "\n" + block
    }
    return text
  }

  /// The text in lines of at most `width` columns, each indented.
  static func wrapped(_ text: String, indent: Int, width: Int = HelpText.width) -> String {
    WrappedText.lines(text, indent: indent, width: width)
  }
}
