import Foundation
import Reports

/// The root that a folder names for the scenarios in it, so that they may extend files above themselves.
///
/// A file `.caseload-root` in the folder of a scenario, or in one above it, holds the path of the root,
/// relative to its own folder. Pinned scenarios extend the reference scenarios in this way.
enum ScenarioRoot {
  /// The name of the file.
  static let fileName = ".caseload-root"

  /// The root that holds for a scenario; `nil` when no folder above it names one.
  ///
  /// A root that does not hold the folder that names it is none.
  static func named(for path: String) -> String? {
    var folder = URL(fileURLWithPath: path).deletingLastPathComponent().resolvingSymlinksInPath()
    while true {
      if let text = TextFile.read(folder.appendingPathComponent(fileName).path) {
        let root = folder.appendingPathComponent(
          text.trimmingCharacters(in: .whitespacesAndNewlines)
        )
        .standardizedFileURL.resolvingSymlinksInPath().path
        return folder.path == root || folder.path.hasPrefix(root + "/") ? root : nil
      }
      guard folder.path != "/" else { return nil }
      folder = folder.deletingLastPathComponent()
    }
  }
}
