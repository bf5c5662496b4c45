import Foundation

/// A scenario that comes with the program, by its name alone: `caseload run municipality-2014`.
///
/// Files come first; then the folder `scenarios` where one works, then the scenarios that were installed with the
/// program.
enum ReferenceScenario {
  /// Where an installed program has its scenarios, from the folder of the executable.
  private static let installed = "../share/caseload/scenarios"

  /// The file that a word of the command line stands for: the word itself unless it is the name of a scenario.
  static func path(for word: String) -> String {
    let folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    return path(for: word, installed: folder?.appendingPathComponent(installed).standardized.path)
  }

  static func path(for word: String, installed: String?) -> String {
    guard !word.isEmpty, !word.contains("/"), !word.contains("."),
      !FileManager.default.fileExists(atPath: word)
    else { return word }
    let places = ["scenarios"] + (installed.map { [$0] } ?? [])
    return places.map { $0 + "/" + word + ".json" }
      .first { FileManager.default.fileExists(atPath: $0) } ?? word
  }
}
