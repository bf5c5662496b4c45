import Experiments
import Reports
import ScenarioFormat

/// What surrounds a command: its streams, variables and the engine.
struct CommandContext: Sendable {
  /// The words after the name of the program.
  var arguments: [String]
  /// The variables of the process.
  let environment: [String: String]
  /// Where results go.
  let output: TextSink
  /// Where errors, advice and progress go.
  let errors: TextSink
  /// A request to stop.
  let interruption: Interruption
  /// Runs one replication.
  var simulator: Simulator
  /// The next line that a person types; `nil` when nobody is there to answer.
  let input: (@Sendable () -> String?)?
  /// Where all outcomes come from when the parts of a study are joined.
  var merged: MergedJournal?
  /// What the machine has.
  var limits = MachineLimits.present

  /// The style of text on a stream: colour on terminals only, and never with `NO_COLOR`.
  func style(of sink: TextSink) -> TextStyle {
    let refuses = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return TextStyle(usesColour: sink.isTerminal && !refuses)
  }

  /// Columns of the output: those of the terminal, of `COLUMNS`, or 100.
  var outputWidth: Int {
    output.columns ?? environment["COLUMNS"].flatMap { Int($0) }.map { min(max($0, 40), 1_000) }
      ?? 100
  }

  /// Writes an error message.
  func report(error message: String) {
    let label = style(of: errors).error("caseload: error:")
    errors.write("\(label) \(DiagnosticRenderer.printable(message))\n")
  }

  /// Writes a note that is no error.
  func report(note message: String) {
    errors.write("caseload: \(DiagnosticRenderer.printable(message))\n")
  }

  /// Tells why a command ended before its work was done.
  func report(_ failure: CommandFailure) {
    errors.write(DiagnosticRenderer.terminal(failure.diagnostics))
    for (index, message) in failure.messages.enumerated() {
      let isLast = index == failure.messages.count - 1
      report(error: message + (isLast ? failure.hint.map { "; \($0)" } ?? "" : ""))
    }
    guard failure.exitCode == .usage else { return }
    let name = arguments.first.flatMap { CommandTable.command(named: $0)?.name }
    errors.write("See 'caseload \(name.map { $0 + " " } ?? "")--help'.\n")
  }

  /// Ends the command when somebody asked for it, before there is anything to write.
  func checkInterruption() throws(CommandFailure) {
    guard let code = interruption.exitCode else { return }
    throw CommandFailure(code, ["stopped before the first replication; nothing is written"])
  }

  /// Prints a result as the settings ask.
  func print(_ document: some ResultDocument, _ settings: RunSettings) {
    output.write(
      DocumentExporter.text(
        of: document, as: settings.format, layout(settings), csv: settings.csvStyle))
  }

  /// How tables are laid out.
  func layout(_ settings: RunSettings) -> TableLayout {
    TableLayout(
      width: outputWidth, style: style(of: output), language: settings.language,
      decimals: settings.decimals, showsIDs: settings.showsIDs)
  }
}
