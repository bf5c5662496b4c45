import Foundation
import Reports

/// The engine that `scripts/build-explorer-engine` made, wherever it was put.
enum ExplorerEngineFiles {
  /// The name of the folder beside the program.
  static let folderName = "explorer-engine"
  /// The variable that names the folder.
  static let variable = "CASELOAD_EXPLORER_ENGINE"

  /// The folders in which the engine is looked for, in order.
  static func folders(given: String?, program: URL?, environment: [String: String]) -> [String] {
    if let given { return [given] }
    if let named = environment[variable], !named.isEmpty { return [named] }
    guard let beside = program?.resolvingSymlinksInPath().deletingLastPathComponent() else {
      return []
    }
    var folders = [
      beside.appendingPathComponent(folderName),
      beside.deletingLastPathComponent().appendingPathComponent("share/caseload/\(folderName)"),
    ]
    // A program that was built here lies below the build folder.
    var folder = beside
    while folder.path != "/", folder.lastPathComponent != ".build" {
      folder = folder.deletingLastPathComponent()
    }
    if folder.path != "/" { folders.append(folder.appendingPathComponent(folderName)) }
    return folders.map(\.path)
  }

  /// Reads the engine.
  ///
  /// - Throws: A failure that says how to get it, when it is nowhere or of another version.
  static func find(
    given: String?, _ context: CommandContext
  ) throws(CommandFailure) -> ExplorerPage.Engine {
    let folders = folders(
      given: given, program: Bundle.main.executableURL, environment: context.environment)
    for folder in folders {
      guard let module = TextFile.read(folder + "/engine.text") else { continue }
      let texts = ["worker.js", "page.js", "page.css"].map { TextFile.read(folder + "/" + $0) }
      guard let worker = texts[0], let script = texts[1], let rules = texts[2] else { continue }
      let version = TextFile.read(folder + "/version")?.trimmingCharacters(
        in: .whitespacesAndNewlines)
      guard version == ProgramVersion.current else {
        throw CommandFailure(
          .missingInput,
          [
            "the engine in '\(folder)' is of version \(version ?? "unknown"), and this program of "
              + ProgramVersion.current
          ], hint: "build it again with scripts/build-explorer-engine")
      }
      return ExplorerPage.Engine(
        module: module, worker: worker, script: script, rules: rules)
    }
    throw CommandFailure(
      .missingInput,
      [
        "the engine of the explorer is not there; looked in "
          + folders.map { "'\($0)'" }.joined(separator: ", ")
      ],
      hint: "build it with scripts/build-explorer-engine, or name its folder with --engine DIR")
  }
}
