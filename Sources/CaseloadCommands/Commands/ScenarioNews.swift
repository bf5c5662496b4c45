import Foundation
import ScenarioFormat

/// What is told about a set of scenarios: every error once, and every kind of advice once.
struct ScenarioNews {
  /// What is told in full.
  let told: [Diagnostic]
  /// For advice that several scenarios get: a line that names the others.
  let notes: [String]

  /// Most scenarios that a line names.
  private static let mostNames = 3

  /// Gathers what there is to tell.
  ///
  /// - Parameters:
  ///   - labels: What the documents are called, as variants of one file are; the files of their diagnostics if not given.
  ///   - quiet: Whether only errors are told.
  init(_ documents: [ScenarioDocument], labels: [String] = [], quiet: Bool) {
    var told: [Diagnostic] = []
    // The document in which each piece of advice was first found.
    var first: [(code: DiagnosticCode, key: String, document: Int)] = []
    var others: [(code: DiagnosticCode, key: String, files: [String])] = []
    for (document, diagnostic) in documents.enumerated().flatMap({ number, document in
      document.diagnostics.map { (number, $0) }
    }) {
      if diagnostic.severity == .error {
        let diagnostic = ScenarioNews.withNearFile(diagnostic)
        if !told.contains(diagnostic) { told.append(diagnostic) }
      } else if !quiet, !told.contains(diagnostic) {
        let isKnown = first.contains {
          $0.code == diagnostic.code && $0.key == diagnostic.keyPath && $0.document != document
        }
        guard isKnown else {
          told.append(diagnostic)
          first.append((diagnostic.code, diagnostic.keyPath, document))
          continue
        }
        let name = document < labels.count ? labels[document] : diagnostic.file
        let place = others.firstIndex {
          $0.code == diagnostic.code && $0.key == diagnostic.keyPath
        }
        if let place {
          if !others[place].files.contains(name) { others[place].files.append(name) }
        } else {
          others.append((diagnostic.code, diagnostic.keyPath, [name]))
        }
      }
    }
    self.told = told
    notes = others.map { advice in
      let names = advice.files.prefix(ScenarioNews.mostNames).map(DiagnosticRenderer.printable)
        .joined(separator: ", ")
      let rest = advice.files.count - ScenarioNews.mostNames
      return "warning: \(advice.key) [\(advice.code.rawValue)] also of \(names)"
        + (rest > 0 ? " and \(rest) more" : "")
    }
  }

  /// The message about a file that is not there, with a file that is near.
  private static func withNearFile(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.line == 0, diagnostic.hint == nil,
      let near = diagnostic.code == .fileMissing
        ? nearFile(to: diagnostic.file)
        : diagnostic.code == .fileDirectory ? scenario(in: diagnostic.file) : nil
    else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.hint = "did you mean '\(near)'?"
    return diagnostic
  }

  /// The scenario in a folder of results or baselines; `nil` when it holds none.
  private static func scenario(in folder: String) -> String? {
    let file = folder + (folder.hasSuffix("/") ? "" : "/") + "scenario.json"
    return FileManager.default.fileExists(atPath: file) ? file : nil
  }

  /// The file that somebody probably meant: the same name with its ending, in `scenarios`, or a near one in
  /// the same folder.
  static func nearFile(to path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.last, !name.isEmpty else { return nil }
    let folder = parts.dropLast().joined(separator: "/")
    let prefix = parts.count > 1 ? folder + "/" : ""
    let ending = name.hasSuffix(".json") ? "" : ".json"
    for candidate in [prefix + name + ending, "scenarios/" + name + ending]
    where candidate != path && FileManager.default.fileExists(atPath: candidate) {
      return candidate
    }
    for place in [parts.count > 1 ? (folder.isEmpty ? "/" : folder) : ".", "scenarios"] {
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).sorted()
        .filter { $0.hasSuffix(".json") }
      guard let near = Suggestion.nearest(to: name + ending, among: names) else { continue }
      return place == "." ? near : (place == "/" ? "/" : place + "/") + near
    }
    return nil
  }
}
