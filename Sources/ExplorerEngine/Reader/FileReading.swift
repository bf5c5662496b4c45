/// Reading of files that the page holds in memory, in place of those of a disk.
///
/// All paths are absolute; the page gives a file a path below `/`.
package enum FileReading {
  /// The largest scenario file, in bytes.
  static let sizeLimit = 8 << 20

  /// Why a file was not read.
  struct Failure: Error {
    var code: DiagnosticCode
    var expected: String
    var found: String
  }

  /// The files, by path; the engine runs on one thread.
  package nonisolated(unsafe) static var files: [String: [UInt8]] = [:]

  /// Reads a file of at most `sizeLimit` bytes.
  static func read(_ path: String, regularOnly: Bool) -> Result<[UInt8], Failure> {
    guard let bytes = files[joined("/", path)] else {
      return .failure(
        Failure(
          code: .fileMissing,
          expected: "a scenario file, opened together with the one that names it",
          found: "no such file"))
    }
    guard bytes.count <= sizeLimit else {
      return .failure(
        Failure(
          code: .fileTooLarge, expected: "a file of at most \(sizeLimit >> 20) MiB",
          found: "a larger one"))
    }
    return .success(bytes)
  }

  /// The absolute path without `.` and `..`; `nil` when nothing is there.
  static func realPath(_ path: String) -> String? {
    let real = joined("/", path)
    let folder = real == "/" ? real : real + "/"
    return files[real] != nil || folder == "/" || files.keys.contains { $0.hasPrefix(folder) }
      ? real : nil
  }
}
