import CaseloadModel
import Foundation

/// A file of finished replications, from which work that was stopped goes on.
///
///     let journal = try ReplicationJournal.resume(in: "results/.journals", identity)
///     runner.journal = journal  // what the journal holds is not simulated again
///     let result = experiment.run(with: runner)
///     journal.close(isComplete: !result.isPartial)
///
/// Records are only ever appended, each with a check value, by one `write` per replication, so the
/// death of the process loses no finished replication. Every `syncSeconds` the file is forced to disk, which
/// bounds what a power cut can take. Work of less than `quietSeconds` leaves no file. A record that is
/// torn or damaged ends the journal: it and what follows are simulated again.
///
/// Safe to share between threads: the lock guards all state that changes.
package final class ReplicationJournal: @unchecked Sendable {
  /// Why a journal cannot be resumed or written.
  package struct Refusal: Error, Sendable, Equatable {
    /// The file or folder concerned.
    package let path: String
    /// The reason in words.
    package let reason: String
  }

  /// Seconds of work before the file is made.
  package static let quietSeconds = 0.25
  /// Seconds between two moments at which the file is forced to disk.
  package static let syncSeconds = 5.0

  /// The path of the file.
  package let path: String
  /// What the file is called when it is complete: that of a part, which is kept; `nil` for another one.
  let finalPath: String?
  private let folder: String
  private let identity: JournalIdentity
  private let places: [JournalScan.Key: JournalScan.Place]
  private let start = ContinuousClock.now
  private let lock = NSLock()
  private var descriptor: Int32
  private var pending: [UInt8] = []
  private var syncedAt = ContinuousClock.now
  private var reason: String?
  private var isClosed = false
  private var keepsFile = false
  /// The folders above that of journals which were made for it, the innermost one first.
  private var madeFolders: [String] = []

  /// Makes a journal that goes on after the records at `places`.
  ///
  /// - Parameters:
  ///   - path: The file, if it is not that of work as a whole.
  ///   - finalPath: What the file is called when the work is complete; `nil` when it is then taken away.
  ///   - needsHeader: Whether the file, which is there, is empty.
  init(
    folder: String, identity: JournalIdentity, descriptor: Int32,
    places: [JournalScan.Key: JournalScan.Place], path: String? = nil, finalPath: String? = nil,
    needsHeader: Bool = false
  ) {
    self.folder = folder
    self.identity = identity
    self.descriptor = descriptor
    self.places = places
    self.path = path ?? folder + "/" + identity.fileName
    self.finalPath = finalPath
    if needsHeader { pending = JournalScan.bytes(ofHeader: identity.header) }
  }

  deinit { if descriptor >= 0 { Foundation.close(descriptor) } }

  /// A journal that starts anew; an older one of the same work is replaced.
  package static func begin(in folder: String, _ identity: JournalIdentity) -> ReplicationJournal {
    ReplicationJournal(folder: folder, identity: identity, descriptor: -1, places: [:])
  }

  /// The journal of the same work that was stopped, or a new one when there is none.
  ///
  /// - Throws: `Refusal` when the journal is in use or damaged, or belongs to other work, and when there are
  ///   only journals of other work of this command on this scenario.
  package static func resume(
    in folder: String, _ identity: JournalIdentity
  ) throws(Refusal) -> ReplicationJournal {
    let path = folder + "/" + identity.fileName
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else {
      guard errno == ENOENT else {
        throw Refusal(path: path, reason: String(cString: strerror(errno)))
      }
      if let other = otherWork(in: folder, identity) { throw other }
      return begin(in: folder, identity)
    }
    do throws(Refusal) {
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        throw Refusal(path: path, reason: "another process is writing it")
      }
      guard let scan = JournalScan(descriptor: descriptor) else {
        throw Refusal(path: path, reason: "its beginning is damaged")
      }
      guard scan.header == identity.header else {
        throw Refusal(path: path, reason: identity.difference(from: scan.header))
      }
      guard ftruncate(descriptor, off_t(scan.soundLength)) == 0,
        lseek(descriptor, 0, SEEK_END) == off_t(scan.soundLength)
      else { throw Refusal(path: path, reason: String(cString: strerror(errno))) }
      return ReplicationJournal(
        folder: folder, identity: identity, descriptor: descriptor, places: scan.places)
    } catch {
      Foundation.close(descriptor)
      throw error
    }
  }

  /// The first journal of the same command and scenario name, and why it is of no use.
  private static func otherWork(in folder: String, _ identity: JournalIdentity) -> Refusal? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let others = names.sorted().filter {
      // The hash of 16 digits and two points stand between the stem and the extension.
      $0.hasPrefix(identity.stem + ".") && $0.hasSuffix(".journal")
        && $0.utf8.count == identity.stem.utf8.count + 25
    }
    for name in others {
      let path = folder + "/" + name
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { Foundation.close(descriptor) }
      guard let scan = JournalScan(descriptor: descriptor, onlyHeader: true) else { continue }
      return Refusal(
        path: path, reason: "it belongs to other work: " + identity.difference(from: scan.header))
    }
    return nil
  }

  /// Number of replications that were finished before.
  package var recalledCount: Int { places.count }

  /// Why writing ended early; `nil` when it did not.
  package var failure: String? { lock.withLock { reason } }

  /// Whether the journal was closed and left a file to go on from.
  package var isKept: Bool { lock.withLock { keepsFile } }

  /// The first job that was finished before, by experiment, organisation and replication.
  var firstKey: JournalScan.Key? { places.keys.min(by: JournalScan.Key.isBefore) }

  /// The outcome of a replication that was finished before; `nil` when it was not.
  func recall(_ key: JournalScan.Key) -> ReplicationOutcome? {
    payload(key).flatMap(OutcomeRecord.outcome)
  }

  /// Whether a replication that was finished before has exactly this outcome.
  func holds(_ outcome: ReplicationOutcome, at key: JournalScan.Key) -> Bool {
    payload(key)
      == OutcomeRecord.payload(
        of: outcome, point: key.point, organisation: key.organisation,
        keepsSeries: identity.keepsSeries)
  }

  private func payload(_ key: JournalScan.Key) -> [UInt8]? {
    guard let place = places[key] else { return nil }
    return JournalScan.bytes(descriptor, at: place.offset, count: place.length)
  }

  /// Notes that a replication is finished.
  func append(_ outcome: ReplicationOutcome, point: Int, organisation: Int) {
    let bytes = OutcomeRecord.bytes(
      of: outcome, point: point, organisation: organisation, keepsSeries: identity.keepsSeries)
    lock.withLock {
      guard reason == nil, !isClosed else { return }
      pending += bytes
      let now = ContinuousClock.now
      let isQuiet = (now - start).seconds < ReplicationJournal.quietSeconds && finalPath == nil
      if isQuiet, descriptor < 0 { return }
      writePending()
      if (now - syncedAt).seconds >= ReplicationJournal.syncSeconds {
        if fsync(descriptor) != 0 { fail(errno) }
        syncedAt = now
      }
    }
  }

  /// Ends the journal: removes it when the work is complete, and otherwise leaves it for later.
  ///
  /// Nothing can be recalled or noted afterwards.
  package func close(isComplete: Bool) {
    lock.withLock {
      guard !isClosed else { return }
      isClosed = true
      if finalPath != nil {
        finish(isComplete: isComplete)
      } else if isComplete {
        remove()
      } else {
        flush()
      }
      keepsFile = (!isComplete || finalPath != nil) && descriptor >= 0
      if descriptor >= 0 { Foundation.close(descriptor) }
      descriptor = -1
    }
  }

  /// Forces a part to disk, and gives it its name when it is complete; the lock is held.
  private func finish(isComplete: Bool) {
    if descriptor < 0, isComplete, reason == nil { _ = makeFile() }
    flush()
    guard isComplete, reason == nil, let finalPath else { return }
    if rename(path, finalPath) != 0 { fail(errno) }
  }

  /// Takes the file away; the lock is held.
  private func remove() {
    if descriptor < 0 {
      // Nothing was written this time, but an older journal of the same work has become useless.
      descriptor = open(path, O_RDWR | O_CLOEXEC)
      if descriptor < 0 || flock(descriptor, LOCK_EX | LOCK_NB) != 0 { return }
    }
    _ = unlink(path)
    // Folders that were made for the journal go with it, unless something else came to stand in them.
    if rmdir(folder) == 0 { for made in madeFolders { _ = rmdir(made) } }
  }

  /// Forces everything to disk; the lock is held.
  private func flush() {
    if !pending.isEmpty, reason == nil { writePending() }
    if descriptor >= 0, reason == nil, fsync(descriptor) != 0 { fail(errno) }
  }

  /// Writes what waits; the lock is held.
  private func writePending() {
    if descriptor < 0, !makeFile() { return }
    var rest = pending[...]
    pending = []
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return fail(errno)
      }
    }
  }

  private func makeFile() -> Bool {
    var above = URL(fileURLWithPath: folder).standardizedFileURL.deletingLastPathComponent()
    while above.path != "/", !FileManager.default.fileExists(atPath: above.path) {
      madeFolders.append(above.path)
      above.deleteLastPathComponent()
    }
    do {
      descriptor = try SharedFolder.make(folder) {
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        if opened < 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        return opened
      }
    } catch let error as POSIXError {
      fail(error.code.rawValue)
      return false
    } catch {
      reason = "the folder cannot be made"
      return false
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      Foundation.close(descriptor)
      descriptor = -1
      reason = "another process is writing it"
      return false
    }
    if ftruncate(descriptor, 0) != 0 { fail(errno) }
    pending = JournalScan.bytes(ofHeader: identity.header) + pending
    return reason == nil
  }

  private func fail(_ number: Int32) { reason = String(cString: strerror(number)) }
}
