import Foundation

/// Files of the package that tests read.
public enum PackageFiles {
  /// The root of the package.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The text of a file, by its path from the root.
  ///
  /// - Throws: When there is none.
  public static func text(_ path: String) throws -> String {
    try String(contentsOfFile: root + "/" + path, encoding: .utf8)
  }

  /// The files under a folder, by their paths from the root, in order.
  public static func names(under folder: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: root + "/" + folder)?.allObjects ?? []
    return found.compactMap { $0 as? String }.map { folder + "/" + $0 }.sorted()
  }
}
