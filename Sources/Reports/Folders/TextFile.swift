import Foundation

/// Single files of text.
package enum TextFile {
  /// Writes a file as a whole: a reader sees the old content or the new one.
  ///
  /// A device or a pipe is written into, and stays what it is.
  package static func write(_ text: String, to path: String) throws(ResultFolder.WriteError) {
    try checkWritable(path)
    if isSpecial(path) {
      let file = try LogFile(path: path, isPacked: false)
      file.write(Array(text.utf8))
      return try file.close()
    }
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
    if isSpecial(path) {
      guard FileManager.default.isWritableFile(atPath: path) else {
        throw ResultFolder.WriteError(path: path, reason: "permission denied")
      }
      return
    }
    if !FileManager.default.isWritableFile(atPath: folder) {
      throw ResultFolder.WriteError(path: path, reason: "permission denied")
    }
  }

  /// Whether something that is neither a file nor a folder has a path: a device, a pipe, a terminal.
  static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }

  /// The content of a file; `nil` when there is none or it is not UTF-8.
  package static func read(_ path: String) -> String? {
    (try? Data(contentsOf: URL(fileURLWithPath: path))).flatMap {
      String(bytes: $0, encoding: .utf8)
    }
  }
}
