import Foundation

/// The values of finished replications: a row per replication, a column per metric and group.
///
/// Up to four megabytes are held in memory and the rest in an unnamed temporary file, so that memory does
/// not grow with the number of replications.
///
/// - Complexity: reading a row takes O(columns).
public struct ReplicationValues: RandomAccessCollection, Sendable, Equatable {
  private let store: ReplicationValueStore

  init(_ store: ReplicationValueStore) { self.store = store }

  /// The first position, 0.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int { store.count }

  /// The row at a position.
  public subscript(position: Int) -> [Double] { store.row(position) }

  /// Whether all rows are equal.
  public static func == (a: ReplicationValues, b: ReplicationValues) -> Bool {
    a.elementsEqual(b)
  }
}

/// Takes rows one after another, and keeps all but the last ones in a file.
///
/// Safe to share between threads once it is filled: rows are added by its one owner only, before anybody
/// else reads.
final class ReplicationValueStore: @unchecked Sendable {
  /// Numbers that are held in memory at most.
  private let limit: Int
  private var columns = 0
  private var recent: [Double] = []
  private var spilled = 0
  private var descriptor: Int32 = -1
  private var canSpill = true
  private(set) var count = 0

  init(limit: Int = 1 << 19) { self.limit = limit }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds a row.
  func add(_ row: [Double]) {
    if count == 0 { columns = row.count }
    precondition(row.count == columns, "a row has \(row.count) values, not \(columns)")
    recent += row
    count += 1
    if recent.count >= limit, canSpill { spill() }
  }

  /// The row at a position.
  func row(_ position: Int) -> [Double] {
    precondition(position >= 0 && position < count, "there is no row \(position) in \(count)")
    guard position < spilled else {
      let start = (position - spilled) * columns
      return Array(recent[start..<start + columns])
    }
    let length = 8 * columns
    guard let bytes = JournalScan.bytes(descriptor, at: position * length, count: length) else {
      preconditionFailure(
        "row \(position) cannot be read back: \(String(cString: strerror(errno)))")
    }
    return bytes.withUnsafeBytes { bytes in
      (0..<columns).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: Double.self) }
    }
  }

  /// Moves what is in memory to the file; when that cannot be done everything stays in memory.
  private func spill() {
    if descriptor < 0 { descriptor = ReplicationValueStore.unnamedFile() }
    let start = spilled * columns * 8
    let isWritten =
      descriptor >= 0
      && recent.withUnsafeBytes { bytes in
        var done = 0
        while done < bytes.count {
          let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
          let written = pwrite(descriptor, rest.baseAddress, rest.count, off_t(start + done))
          if written > 0 { done += written } else if errno != EINTR { return false }
        }
        return true
      }
    guard isWritten else {
      canSpill = false
      return
    }
    spilled = count
    recent.removeAll(keepingCapacity: true)
  }

  /// A file that is gone when it is closed; negative when none can be made.
  private static func unnamedFile() -> Int32 {
    var path = Array((FileManager.default.temporaryDirectory.path + "/caseload-XXXXXX").utf8CString)
    let descriptor = mkstemp(&path)
    if descriptor >= 0 { _ = unlink(path) }
    return descriptor
  }
}
