import Foundation

/// A folder for the files of one test, removed at the end.
public final class TemporaryFolder {
  /// Where it is.
  public let path: String

  /// Makes an empty folder with a name of its own.
  ///
  /// - Throws: Whatever the file system says.
  public init() throws {
    path = FileManager.default.temporaryDirectory.path + "/caseload-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a text to a file of this folder, or of one below it that is made when it is missing.
  ///
  /// - Returns: The path of the file.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Writes bytes to a file of this folder, or of one below it that is made when it is missing.
  ///
  /// - Returns: The path of the file.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return path + "/" + name
  }

  /// The names in this folder or in one below it, sorted.
  public func names(in folder: String = "") -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)
    return (names ?? []).sorted()
  }

  /// The text of a file.
  ///
  /// - Throws: When there is none.
  public func text(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }
}
