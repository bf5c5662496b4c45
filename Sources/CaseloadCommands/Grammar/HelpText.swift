/// Help, generated from the table of commands.
enum HelpText {
  /// Columns in which help is set.
  static let width = 88

  /// The help of the program.
  static var program: String {
    var text = """
      caseload \(ProgramVersion.current): simulates client caseloads in social services

      Usage: caseload COMMAND [ARGUMENTS] [OPTIONS]

      Commands:

      """
    text += rows(CommandTable.all.map { ($0.name, $0.summary) })
    text += """

      Options:

      """
    text += rows([
      ("--help", "Shows this help; after a command, the help of that command."),
      ("--version", "Shows the version."),
    ])
    return text + "\nExit codes:\n" + rows(exitCodes)
  }

  /// The help of one command.
  static func command(_ command: CommandDefinition) -> String {
    var usage = "Usage: caseload \(command.name)"
    if !command.argumentsUsage.isEmpty { usage += " " + command.argumentsUsage }
    var text = usage + " [OPTIONS]\n\n" + wrapped(command.summary, indent: 0)
    for paragraph in command.details { text += "\n" + wrapped(paragraph, indent: 0) }
    let options = command.options.map { option in
      (option.name + (option.valueName.map { " " + $0 } ?? ""), option.summary)
    }
    return text + "\nOptions:\n" + rows(options + [("--help", "Shows this help.")])
  }

  private static let exitCodes: [(String, String)] = [
    ("0", "all is well"),
    ("1", "a check or comparison failed, a precision was not reached, nothing meets the limits"),
    ("2", "wrong usage"), ("65", "a scenario is wrong"),
    ("66", "an input does not exist or cannot be read, or a journal cannot be resumed"),
    ("70", "internal error"), ("73", "output cannot be written"),
    ("130", "interrupted; what was finished is written"),
    ("143", "terminated; what was finished is written"),
  ]

  /// Two columns: terms and their explanation.
  private static func rows(_ rows: [(String, String)]) -> String {
    let column = (rows.map(\.0.count).max() ?? 0) + 4
    var text = ""
    for (term, explanation) in rows {
      let block = wrapped(explanation, indent: column)
      let lead = "  " + term
      text += lead + block.dropFirst(lead.count)
    }
    return text
  }

  /// The text in lines of at most `width` columns, each indented.
  static func wrapped(_ text: String, indent: Int, width: Int = HelpText.width) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = margin
    for word in text.split(separator: " ") {
      if line.count > indent, line.count + 1 + word.count > width {
        lines.append(line)
        line = margin
      }
      line += (line.count > indent ? " " : "") + word
    }
    return (lines + [line]).map { $0 + "\n" }.joined()
  }
}
