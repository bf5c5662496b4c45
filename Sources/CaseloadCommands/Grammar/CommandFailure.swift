import CaseloadModel
import Reports
import ScenarioFormat

/// Why a command ends before its work is done: what is told, and the exit code.
///
/// This is the one way in which a command fails; `CommandLineTool` tells it.
struct CommandFailure: Error, Sendable, Equatable {
  /// The status with which the process ends.
  let exitCode: ExitCode
  /// Errors in words, in order; empty when the diagnostics say it all.
  let messages: [String]
  /// A way to mend it, if one is likely; it follows the last message.
  let hint: String?
  /// What is wrong with files, told before the messages.
  let diagnostics: [Diagnostic]

  /// Makes a failure.
  init(
    _ exitCode: ExitCode, _ messages: [String], hint: String? = nil, diagnostics: [Diagnostic] = []
  ) {
    self.exitCode = exitCode
    self.messages = messages
    self.hint = hint
    self.diagnostics = diagnostics
  }

  /// Something wrong with the command line.
  static func usage(_ message: String, hint: String? = nil) -> CommandFailure {
    CommandFailure(.usage, [message], hint: hint)
  }

  /// A metric that does not exist.
  static func unknownMetric(_ id: String) -> CommandFailure {
    usage(
      "unknown metric '\(id)'",
      hint: hint(for: id, among: Metric.allCases.map(\.id)) ?? "'caseload explain' lists all")
  }

  /// The metric with an id.
  static func metric(id: String) throws(CommandFailure) -> Metric {
    guard let metric = Metric(id: id) else { throw unknownMetric(id) }
    return metric
  }

  /// Output that cannot be written.
  static func cannotWrite(_ error: ResultFolder.WriteError) -> CommandFailure {
    CommandFailure(.cannotWrite, ["cannot write '\(error.path)': \(error.reason)"])
  }

  /// The hint "did you mean '…'?" when one of the candidates is near.
  static func hint(for word: String, among candidates: [String]) -> String? {
    Suggestion.nearest(to: word, among: candidates).map { "did you mean '\($0)'?" }
  }
}

extension CommandFailure {
  /// Runs work that writes, and turns its error into a failure.
  static func writing<Outcome>(
    _ body: () throws(ResultFolder.WriteError) -> Outcome
  ) throws(CommandFailure) -> Outcome {
    do throws(ResultFolder.WriteError) { return try body() } catch { throw cannotWrite(error) }
  }
}
