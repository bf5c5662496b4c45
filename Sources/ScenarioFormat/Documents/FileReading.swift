import Foundation

/// Reading of files of limited size, with every failure as a code.
enum FileReading {
  /// The largest scenario file, in bytes.
  static let sizeLimit = 8 << 20

  /// Why a file was not read.
  struct Failure: Error {
    var code: DiagnosticCode
    var expected: String
    var found: String
  }

  /// Reads a file of at most `sizeLimit` bytes.
  ///
  /// - Parameter regularOnly: Whether devices and pipes are refused.
  static func read(_ path: String, regularOnly: Bool) -> Result<[UInt8], Failure> {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      return .failure(Failure(code: .fileMissing, expected: "a file", found: "no file name"))
    }
    var status = stat()
    guard stat(path, &status) == 0 else { return .failure(failure(errno)) }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR {
      return .failure(Failure(code: .fileDirectory, expected: "a file", found: "a folder"))
    }
    if regularOnly, kind != S_IFREG {
      return .failure(
        Failure(code: .fileUnreadable, expected: "a regular file", found: "a device or pipe"))
    }
    if kind == S_IFREG, status.st_size > sizeLimit { return .failure(tooLarge) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(failure(errno)) }
    defer { close(descriptor) }
    return readAll(descriptor, expecting: Int(status.st_size))
  }

  private static func readAll(_ descriptor: Int32, expecting size: Int) -> Result<[UInt8], Failure>
  {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, sizeLimit) + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(descriptor, &chunk, chunk.count)
      if count == 0 { return .success(bytes) }
      if count < 0 {
        if errno == EINTR { continue }
        return .failure(failure(errno))
      }
      bytes.append(contentsOf: chunk[0..<count])
      if bytes.count > sizeLimit { return .failure(tooLarge) }
    }
  }

  private static var tooLarge: Failure {
    Failure(
      code: .fileTooLarge, expected: "a file of at most \(sizeLimit >> 20) MiB",
      found: "a larger one")
  }

  private static func failure(_ number: Int32) -> Failure {
    switch number {
    case ENOENT, ENOTDIR, ENAMETOOLONG, ELOOP:
      Failure(code: .fileMissing, expected: "a scenario file", found: "no such file")
    case EACCES, EPERM:
      Failure(code: .fileUnreadable, expected: "a readable file", found: "one without permission")
    case EISDIR:
      Failure(code: .fileDirectory, expected: "a file", found: "a folder")
    default:
      Failure(
        code: .fileUnreadable, expected: "a readable file",
        found: "system error \(number) (\(String(cString: strerror(number))))")
    }
  }

  /// The absolute path without symbolic links, `.` and `..`; `nil` when nothing is there.
  static func realPath(_ path: String) -> String? {
    guard !path.utf8.contains(0), let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
