/// The manual page, in the language of `man` (groff_man(7)), generated from the table of commands.
enum ManualPage {
  /// The whole page.
  static var text: String {
    var text = ".TH CASELOAD 1 \"\" \"caseload \(ProgramVersion.current)\" \"User Commands\"\n"
    text += ".SH NAME\ncaseload \\- \(escaped(HelpText.purpose))\n"
    text += ".SH SYNOPSIS\n.B caseload\n.I COMMAND\n[ARGUMENTS] [OPTIONS]\n"
    text += ".SH COMMANDS\n"
    for command in CommandTable.all { text += section(of: command) }
    text += ".SH OPTIONS\n"
    for (name, summary) in HelpText.programOptions { text += item(name, summary) }
    text += ".SH EXIT STATUS\n"
    for (code, meaning) in HelpText.exitCodes { text += item(code, meaning) }
    text += ".SH ENVIRONMENT\n"
    for (name, meaning) in environment { text += item(name, meaning) }
    return text
  }

  /// Variables that the program reads.
  private static let environment = [
    ("NO_COLOR", "When it is set to anything, no colour is written."),
    ("COLUMNS", "The width of tables when standard output is no terminal."),
  ]

  private static func section(of command: CommandDefinition) -> String {
    var text = ".SS \(escaped(HelpText.usage(of: command)))\n" + paragraph(command.summary)
    for detail in command.details { text += ".PP\n" + paragraph(detail) }
    for option in command.options { text += item(option.usage, option.summary) }
    return text
  }

  private static func item(_ term: String, _ meaning: String) -> String {
    ".TP\n.B \(escaped(term))\n" + paragraph(meaning)
  }

  /// A line of text, kept from being taken for a request.
  private static func paragraph(_ text: String) -> String {
    let line = escaped(text)
    return (line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : "") + line + "\n"
  }

  /// The text with backslashes and hyphens as groff writes them.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      default: result.append(character)
      }
    }
    return result
  }
}
