import CaseloadModel
import Foundation

/// Puts events that come in order of time into the order of their cases, within bounded memory.
///
/// Cases are dealt over a number of parts. What does not fit in memory goes to a temporary file that has no
/// name, and comes back part by part.
final class CaseSpool {
  private static let partCount = 256
  /// An event with its number.
  typealias Entry = (event: RecordedEvent, number: Int)

  /// Most events in memory while they come in.
  private let capacity: Int
  private let path: String
  /// Whose history each activity belongs to.
  private let abouts: [CaseKind]
  private var parts = [[Entry]](repeating: [], count: CaseSpool.partCount)
  private var held = 0
  private var spilled = [[(offset: Int, count: Int)]](repeating: [], count: CaseSpool.partCount)
  private var descriptor: Int32 = -1
  private var size = 0
  private var failure: Int32 = 0

  /// Makes a spool whose temporary file, if it needs one, lies beside a path.
  init(
    beside path: String, abouts: [CaseKind] = ActivityDefinition.all.map(\.about),
    capacity: Int = 1 << 18
  ) {
    self.path = path
    self.abouts = abouts
    self.capacity = capacity
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds an event.
  func add(_ event: RecordedEvent, number: Int) {
    parts[Int(truncatingIfNeeded: key(of: event) % UInt64(CaseSpool.partCount))]
      .append((event, number))
    held += 1
    if held >= capacity { spill() }
  }

  /// The case of an event as a number below 2^32, for cases up to the billionth.
  @inline(__always)
  private func key(of event: RecordedEvent) -> UInt64 {
    let about = abouts[Int(event.activity.rawValue)]
    let kind = about == .worker && event.client > 0 ? .client : about
    return UInt64(truncatingIfNeeded: event.number(of: kind) * 4 + Int(kind.rawValue))
  }

  private func spill() {
    if descriptor < 0 {
      let name = path + ".\(ProcessInfo.processInfo.processIdentifier).events"
      descriptor = open(name, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
      if descriptor < 0 { failure = errno } else { unlink(name) }
    }
    for part in parts.indices where !parts[part].isEmpty {
      parts[part].withUnsafeBytes { bytes in
        var done = 0
        while done < bytes.count, failure == 0 {
          let count = pwrite(
            descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(size + done))
          if count > 0 { done += count } else if errno != EINTR { failure = errno }
        }
      }
      spilled[part].append((size, parts[part].count))
      size += parts[part].count * MemoryLayout<Entry>.stride
      parts[part].removeAll(keepingCapacity: true)
    }
    held = 0
  }

  /// Passes on the events case after case, those of a case in order of time.
  ///
  /// - Throws: `WriteError` when the temporary file could not be written or read.
  func forEachCase(_ body: ([Entry]) -> Void) throws(ResultFolder.WriteError) {
    for part in parts.indices where failure == 0 {
      let entries = load(part)
      // Entries are in order of time, so case and place put them in order of case, then of time.
      let order = entries.indices.map { key(of: entries[$0].event) << 32 | UInt64($0) }.sorted()
      var ofCase: [Entry] = []
      for (place, next) in order.enumerated() {
        ofCase.append(entries[Int(next & 0xFFFF_FFFF)])
        guard place + 1 == order.count || order[place + 1] >> 32 != next >> 32 else { continue }
        body(ofCase)
        ofCase.removeAll(keepingCapacity: true)
      }
      parts[part] = []
    }
    guard failure == 0 else {
      throw ResultFolder.WriteError(
        path: path,
        reason: "the events cannot be put in order: " + String(cString: strerror(failure)))
    }
  }

  private func load(_ part: Int) -> [Entry] {
    let stretches = spilled[part]
    let total = stretches.reduce(parts[part].count) { $0 + $1.count }
    return [Entry](unsafeUninitializedCapacity: total) { buffer, initialized in
      for (offset, count) in stretches {
        let bytes = UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: buffer[initialized..<(initialized + count)]))
        var done = 0
        while done < bytes.count, failure == 0 {
          let read = pread(
            descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done,
            off_t(offset + done))
          if read > 0 {
            done += read
          } else if read == 0 || errno != EINTR {
            failure = read == 0 ? EIO : errno
          }
        }
        guard failure == 0 else { return }
        initialized += count
      }
      for entry in parts[part] {
        buffer.initializeElement(at: initialized, to: entry)
        initialized += 1
      }
    }
  }
}
