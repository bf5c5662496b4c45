import Experiments
import Reports
import ScenarioFormat

/// What surrounds a command: its streams, variables and the engine.
struct CommandContext: Sendable {
  /// The words after the name of the program.
  let arguments: [String]
  /// The variables of the process.
  let environment: [String: String]
  /// Where results go.
  let output: TextSink
  /// Where errors, advice and progress go.
  let errors: TextSink
  /// A request to stop.
  let interruption: Interruption
  /// Runs one replication.
  let simulator: Simulator

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

  /// Writes that a result cannot be written, and returns the exit code for it.
  func report(_ error: ResultFolder.WriteError) -> ExitCode {
    report(error: "cannot write '\(error.path)': \(error.reason)")
    return .cannotWrite
  }
}
