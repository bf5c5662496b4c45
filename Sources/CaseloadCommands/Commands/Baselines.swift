import CaseloadModel
import Experiments
import Foundation
import Reports
import ScenarioFormat

/// One pinned scenario and how it came out.
struct Check {
  /// The name of its folder.
  let name: String
  /// The new `results.json`; `nil` when there is no scenario to run.
  let text: String?
  /// The scenario as it is now, with every value; `nil` when there is none.
  let resolved: String?
  /// Why it fails: a line and details; `nil` when it passes.
  let failure: (message: String, details: String)?
  /// Seconds of computing.
  var seconds = 0.0
}

/// A folder of pinned scenarios with their baselines.
struct Baselines {
  /// The folder.
  let folder: String
  /// The share by which a mean may move, if moves are accepted.
  let tolerance: Double?
  /// The standard errors by which a mean may move, if moves are accepted.
  let standardErrors: Double?
  /// Whether the new results are to be accepted.
  let updates: Bool

  /// Most changed keys that a message names.
  private static let mostKeys = 5

  private var accepts: Bool { tolerance != nil || standardErrors != nil }

  private func path(_ name: String, _ file: String) -> String { "\(folder)/\(name)/\(file)" }

  /// The scenario of a check.
  func scenarioPath(_ name: String) -> String { path(name, "scenario.json") }

  private func holds(_ file: String, _ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path(name, file))
  }

  /// The current folder when the checks lie below it; pinned scenarios may extend what is in there.
  var root: String? {
    let current = FileManager.default.currentDirectoryPath
    let path = URL(fileURLWithPath: folder).standardizedFileURL.path
    return path.hasPrefix(current == "/" ? current : current + "/") ? current : nil
  }

  /// The names of the checks, and of the baselines that have no scenario.
  ///
  /// - Parameter chosen: The only names that count; all when it is empty.
  func names(only chosen: [String]) throws(CommandFailure) -> (names: [String], orphans: [String]) {
    let all: [String]
    do {
      all = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      let exists = FileManager.default.fileExists(atPath: folder)
      throw CommandFailure(
        .missingInput,
        [exists ? "'\(folder)' is no folder that can be read" : "there is no folder '\(folder)'"])
    }
    var names = all.filter { holds("scenario.json", $0) }
    guard !names.isEmpty else {
      throw CommandFailure(.missingInput, ["no folder in '\(folder)' holds a scenario.json"])
    }
    var orphans = all.filter { holds("results.json", $0) && !holds("scenario.json", $0) }
    for name in chosen where !names.contains(name) && !orphans.contains(name) {
      throw CommandFailure(
        .missingInput, ["there is no baseline '\(name)' in '\(folder)'"],
        hint: CommandFailure.hint(for: name, among: names))
    }
    if !chosen.isEmpty {
      names = names.filter(chosen.contains)
      orphans = orphans.filter(chosen.contains)
    }
    return (names, orphans)
  }

  /// A baseline whose scenario is gone.
  func orphan(_ name: String) -> Check {
    Check(
      name: name, text: nil, resolved: nil,
      failure: ("there is a baseline, but no scenario.json beside it", ""))
  }

  /// Compares a new result with the baseline.
  func check(_ name: String, _ result: ExperimentResult, of scenario: Scenario) -> Check {
    let text = ResultDocuments(result).resultsJSON
    let resolved = ScenarioText.resolved(scenario)
    return Check(
      name: name, text: text, resolved: resolved, failure: failure(name, text, resolved))
  }

  private func failure(
    _ name: String, _ text: String, _ resolved: String
  ) -> (message: String, details: String)? {
    guard holds("results.json", name) else {
      return (updates ? "there was no baseline" : "there is no baseline; --update makes one", "")
    }
    guard let stored = TextFile.read(path(name, "results.json")) else {
      return ("the baseline cannot be read", "")
    }
    guard stored != text else { return nil }
    let comparison: BaselineComparison
    do throws(StoredResults.ReadError) {
      comparison = BaselineComparison(
        baseline: try StoredResults(stored), current: try StoredResults(text),
        tolerance: tolerance ?? 0, standardErrors: standardErrors ?? 0)
    } catch {
      return ("the baseline cannot be read: \(error.message)", "")
    }
    if comparison.moves.isEmpty, accepts { return nil }
    var reasons: [String] = []
    if comparison.hasOtherScenario {
      reasons.append("the resolved scenario changed" + changedKeys(name, resolved))
    }
    if !comparison.moves.isEmpty {
      reasons.append("\(comparison.moves.count) of \(comparison.compared) means moved")
    }
    if reasons.isEmpty { reasons.append("the means are the same, other bytes are not") }
    return (
      reasons.joined(separator: "; "), comparison.moves.isEmpty ? "" : comparison.table()
    )
  }

  /// The keys that changed since the baseline was accepted, in words.
  private func changedKeys(_ name: String, _ resolved: String) -> String {
    guard let older = TextFile.read(path(name, "resolved.json")) else {
      return " (there is no resolved.json that could tell in which keys)"
    }
    guard let changes = ScenarioDifferences.between(older, resolved) else {
      return " (resolved.json cannot be read)"
    }
    guard !changes.isEmpty else { return " (resolved.json is not that of the baseline)" }
    let shown = changes.prefix(Baselines.mostKeys).map(\.words).joined(separator: ", ")
    let hidden = changes.count - Baselines.mostKeys
    return ": " + shown + (hidden > 0 ? " and \(hidden) more keys" : "")
  }

  /// Accepts the new result as baseline.
  func update(_ check: Check) throws(CommandFailure) {
    for (file, text) in [("results.json", check.text), ("resolved.json", check.resolved)] {
      guard let text, TextFile.read(path(check.name, file)) != text else { continue }
      try CommandFailure.writing { () throws(ResultFolder.WriteError) in
        try TextFile.write(text, to: path(check.name, file))
      }
    }
  }
}
