import Foundation

/// A file that is written piece by piece and comes to its name when it is whole.
///
/// Names that end in `.gz` are compressed. The first error ends the writing and is told at the end; the
/// unfinished file is then removed, and an older file of the name is still there. A device or a pipe is
/// written into at once.
final class LogFile {
  private let path: String
  /// Where it is written until it is whole; the path itself for a device or a pipe.
  private let temporary: String
  private let descriptor: Int32
  private var gzip: GzipStream?
  private var failure: Int32 = 0
  private var isOpen = true
  /// Bytes that are written, and those of them that the disk has been asked to take.
  private var written = 0
  private var asked = 0
  private static let stretch = 1 << 22

  /// Opens the file beside its place.
  ///
  /// - Parameter isPacked: Whether it is compressed; if not given, the name says so.
  init(path: String, isPacked: Bool? = nil) throws(ResultFolder.WriteError) {
    try TextFile.checkWritable(path)
    self.path = path
    let isSpecial = TextFile.isSpecial(path)
    temporary =
      isSpecial ? path : path + ".\(ProcessInfo.processInfo.processIdentifier).partial"
    let ways = O_WRONLY | O_CLOEXEC | (isSpecial ? 0 : O_CREAT | O_TRUNC)
    descriptor = open(temporary, ways, 0o644)
    guard descriptor >= 0 else {
      isOpen = false
      throw ResultFolder.WriteError(path: path, reason: String(cString: strerror(errno)))
    }
    if isPacked ?? path.hasSuffix(".gz") { gzip = GzipStream() }
  }

  deinit { discard() }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) { bytes.withUnsafeBytes { write($0) } }

  /// Adds bytes.
  func write(_ bytes: UnsafeRawBufferPointer) {
    guard failure == 0 else { return }
    if gzip == nil { return put(bytes) }
    gzip?.add(bytes) { bytes in bytes.withUnsafeBytes { put($0) } }
  }

  /// Ends the file and puts it in its place.
  func close() throws(ResultFolder.WriteError) {
    if failure == 0 { gzip?.finish { bytes in bytes.withUnsafeBytes { put($0) } } }
    if failure == 0, fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { failure = errno }
    if failure == 0, Foundation.close(descriptor) != 0 { failure = errno }
    if failure == 0, temporary != path, rename(temporary, path) != 0 { failure = errno }
    guard failure == 0 else {
      let reason = String(cString: strerror(failure))
      discard()
      throw ResultFolder.WriteError(path: path, reason: reason)
    }
    isOpen = false
  }

  /// Gives the file up.
  func discard() {
    guard isOpen else { return }
    isOpen = false
    _ = Foundation.close(descriptor)
    if temporary != path { unlink(temporary) }
  }

  private func put(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    while !rest.isEmpty, failure == 0 {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = Foundation.write(descriptor, part.baseAddress, part.count)
      if count > 0 {
        written += count
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        failure = errno == 0 ? EIO : errno
      }
    }
    if written - asked >= LogFile.stretch { askDisk() }
  }

  /// Has the disk take what is written while more is made, so that less is waited for at the end.
  private func askDisk() {
    #if os(Linux)
      // Linux begins to write pages that are said not to be needed any more; a device or a pipe refuses,
      // which makes no difference.
      _ = posix_fadvise(descriptor, off_t(asked), off_t(written - asked), POSIX_FADV_DONTNEED)
    #endif
    asked = written
  }
}
