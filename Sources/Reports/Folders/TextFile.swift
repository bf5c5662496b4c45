import Foundation

/// Single files of text.
public enum TextFile {
  /// Writes a file as a whole: a reader sees the old content or the new one.
  public static func write(_ text: String, to path: String) throws(ResultFolder.WriteError) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw ResultFolder.WriteError(path: path, reason: ResultFolder.reason(error))
    }
  }

  /// The content of a file; `nil` when there is none or it is not UTF-8.
  public static func read(_ path: String) -> String? {
    (try? Data(contentsOf: URL(fileURLWithPath: path))).flatMap {
      String(bytes: $0, encoding: .utf8)
    }
  }
}
