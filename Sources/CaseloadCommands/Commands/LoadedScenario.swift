import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// A scenario that was read without errors, with the hash of its resolved form.
struct LoadedScenario: Sendable {
  /// Where it came from, for messages.
  let path: String
  /// The scenario.
  let scenario: Scenario
  /// Its organisations, when it is a sector.
  var sector: Sector?
  /// The SHA-256 of its resolved form.
  let digest: String
  /// The changes of the command line that make another scenario, as `key.path=value`.
  var overrides: [String] = []

  /// What people call it: the name, with the changes of the command line.
  var title: String { ([scenario.name] + overrides).joined(separator: ", ") }

  /// Reads scenarios, and tells everything that is wrong with any of them in one go.
  ///
  /// - Parameter root: The folder that holds all files which scenarios may extend; each scenario's own if
  ///   not given.
  /// - Throws: A failure with all errors when one of them cannot be used.
  static func load(
    _ paths: [String], overrides: [String], quiet: Bool, root: String? = nil,
    _ context: CommandContext
  ) throws(CommandFailure) -> [LoadedScenario] {
    try load(
      paths.map { path in
        let root = root ?? ScenarioRoot.named(for: path)
        return (path, ScenarioFiles(path: path, root: root).document(overrides: overrides))
      }, overrides: paths.map { _ in overrides }, quiet: quiet, context)
  }

  /// Takes the scenarios from documents that were read, and tells what there is to tell about them.
  ///
  /// - Parameter overrides: The changes of the command line, per document.
  static func load(
    _ documents: [(path: String, document: ScenarioDocument)], overrides: [[String]], quiet: Bool,
    _ context: CommandContext
  ) throws(CommandFailure) -> [LoadedScenario] {
    var loaded: [LoadedScenario] = []
    for ((path, document), overrides) in zip(documents, overrides) {
      guard let scenario = document.scenario else { continue }
      loaded.append(
        LoadedScenario(
          path: path, scenario: scenario, sector: document.sector, digest: document.sha256,
          overrides: ResultFolder.meaningful(overrides)))
    }
    let news = ScenarioNews(
      documents.map(\.document), labels: documents.map(\.path), quiet: quiet)
    guard loaded.count == documents.count else {
      let isMissing = documents.contains { $0.document.isMissingInput }
      throw CommandFailure(isMissing ? .missingInput : .badScenario, [], diagnostics: news.told)
    }
    context.errors.write(DiagnosticRenderer.terminal(news.told))
    if !quiet {
      var warned: Set<String> = []
      for text in overrides.joined() where warned.insert(text).inserted {
        guard let equals = text.firstIndex(of: "="),
          let advice = NumberHint.thousands(in: String(text[text.index(after: equals)...]))
        else { continue }
        context.report(note: "warning: '\(text)': \(advice)")
      }
    }
    for note in news.notes { context.report(note: note) }
    for scenario in loaded {
      if let failure = context.limits.failure(scenario.scenario, path: scenario.path) {
        throw failure
      }
    }
    return loaded
  }
}
