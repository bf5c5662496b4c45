import CaseloadModel
import Experiments
import ScenarioFormat

/// A scenario that was read without errors, with the hash of its resolved form.
struct LoadedScenario: Sendable {
  let path: String
  let scenario: Scenario
  let digest: String

  /// Reads scenarios, and reports everything that is wrong with any of them in one go.
  ///
  /// - Parameter root: The folder that holds all files which scenarios may extend; each scenario's own if
  ///   not given.
  /// - Returns: The scenarios, or the exit code when one of them cannot be used.
  static func load(
    _ paths: [String], overrides: [String], quiet: Bool, root: String? = nil,
    _ context: CommandContext
  ) -> Result<[LoadedScenario], ReportedFailure> {
    var loaded: [LoadedScenario] = []
    var shown: [Diagnostic] = []
    var isMissing = false
    for path in paths {
      let document = ScenarioDocument.load(path: path, overrides: overrides, root: root)
      shown += document.diagnostics.filter { !quiet || $0.severity == .error }
      isMissing = isMissing || document.isMissingInput
      if let scenario = document.scenario {
        loaded.append(LoadedScenario(path: path, scenario: scenario, digest: document.sha256))
      }
    }
    context.errors.write(DiagnosticRenderer.terminal(shown))
    guard loaded.count == paths.count else {
      return .failure(ReportedFailure(exitCode: isMissing ? .missingInput : .badScenario))
    }
    return .success(loaded)
  }
}

/// A reason to stop that has been reported, with the exit code that it asks for.
struct ReportedFailure: Error {
  let exitCode: ExitCode
}
