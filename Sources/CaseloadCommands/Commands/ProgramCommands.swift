/// Commands about the program itself.
enum ProgramCommands {
  /// `caseload help`.
  static let help = CommandDefinition(
    name: "help", arguments: [ArgumentDefinition("COMMAND", 0...1, .command)],
    summary: "Shows the help of the program or of one command.",
    details: [
      "'caseload help --man > caseload.1' writes the manual page of all commands; 'man ./caseload.1'"
        + " shows it."
    ],
    options: [man.definition],
    run: { (arguments, context) throws(CommandFailure) in
      guard let name = arguments.positional.first else {
        context.output.write(try arguments[man] ? ManualPage.text : HelpText.program)
        return .success
      }
      guard let command = CommandTable.command(named: name) else { throw unknown(name) }
      guard try !arguments[man] else {
        throw .usage("the manual page is one for all commands: caseload help --man")
      }
      context.output.write(HelpText.command(command))
      return .success
    })

  private static let man = OptionKey<Bool>.flag(
    "--man", "Prints the manual page instead, in the language of man.")

  /// `caseload version`.
  static let version = CommandDefinition(
    name: "version", arguments: [], summary: "Shows the version and the commit of the program.",
    details: [], options: [],
    run: { (_, context) throws(CommandFailure) in
      context.output.write("caseload \(ProgramVersion.current)\n")
      let commit = SourceCommit.ofProgram
      if commit != SourceCommit.unknown { context.output.write("commit \(commit)\n") }
      return .success
    })

  /// `caseload completion`.
  static let completion = CommandDefinition(
    name: "completion",
    arguments: [
      ArgumentDefinition("SHELL", 1...1, .choice(CompletionScript.allCases.map(\.rawValue)))
    ],
    summary: "Prints a script with which bash, zsh or fish completes commands, options and values.",
    details: [
      "bash: source <(caseload completion bash)",
      "zsh: caseload completion zsh > ~/.zfunc/_caseload, with fpath+=~/.zfunc before compinit",
      "fish: caseload completion fish > ~/.config/fish/completions/caseload.fish",
    ],
    options: [],
    run: { (arguments, context) throws(CommandFailure) in
      let shells = CompletionScript.allCases.map(\.rawValue)
      guard let script = CompletionScript(rawValue: arguments.positional[0]) else {
        throw .usage(
          "'caseload completion' expects \(shells.joined(separator: ", ")), found"
            + " '\(arguments.positional[0])'",
          hint: CommandFailure.hint(for: arguments.positional[0], among: shells))
      }
      context.output.write(script.text)
      return .success
    })

  /// A word that is no command, with the nearest one.
  static func unknown(_ word: String) -> CommandFailure {
    let isOption = word.hasPrefix("-")
    return .usage(
      "unknown \(isOption ? "option" : "command") '\(word)'",
      hint: CommandFailure.hint(
        for: word, among: isOption ? ["--help", "--version"] : CommandTable.all.map(\.name)))
  }
}
