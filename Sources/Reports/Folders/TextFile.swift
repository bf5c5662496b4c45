import Foundation

/// Single files of text.
package enum TextFile {
  /// Writes a file as a whole: a reader sees the old content or the new one.
  package static func write(_ text: String, to path: String) throws(ResultFolder.WriteError) {
    try checkWritable(path)
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw ResultFolder.WriteError(path: path, reason: ResultFolder.reason(error))
    }
  }

  /// Checks that a file can be written, before the work that it is to hold.
  package static func checkWritable(_ path: String) throws(ResultFolder.WriteError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
    else {
      throw ResultFolder.WriteError(path: path, reason: "there is no folder '\(folder)'")
    }
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw ResultFolder.WriteError(path: path, reason: "a folder is in the way")
    }
    if !FileManager.default.isWritableFile(atPath: folder) {
      throw ResultFolder.WriteError(path: path, reason: "permission denied")
    }
  }

  /// The content of a file; `nil` when there is none or it is not UTF-8.
  package static func read(_ path: String) -> String? {
    (try? Data(contentsOf: URL(fileURLWithPath: path))).flatMap {
      String(bytes: $0, encoding: .utf8)
    }
  }
}
