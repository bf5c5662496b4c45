import CaseloadModel
import Foundation

/// The journals of all parts of a study, from which the whole is put together.
///
///     let journal = try MergedJournal(["a.journal", "b.journal"])
///     runner.merged = journal  // every outcome comes from there; nothing is simulated
///
/// Safe to share between threads: the lock guards what is missing; all else is fixed once it is made.
package final class MergedJournal: @unchecked Sendable {
  /// Where a record lies.
  private struct Place {
    let file: Int
    let place: JournalScan.Place
  }

  /// The files, in order.
  package let paths: [String]
  /// The identity that all of them carry.
  let header: String
  private let places: [JournalScan.Key: Place]
  private let firstKeys: [JournalScan.Key?]
  private let lock = NSLock()
  private var missing: [JournalScan.Key] = []

  /// Reads the places of all records.
  ///
  /// - Throws: `ReplicationJournal.Refusal` for every file that cannot be read, is damaged or unfinished,
  ///   belongs to other work than the first one, or holds another outcome of the same replication than an
  ///   earlier file; all at once.
  package init(_ paths: [String]) throws(Refusals) {
    self.paths = paths
    var refusals: [ReplicationJournal.Refusal] = []
    var header: (text: String, path: String)?
    var places: [JournalScan.Key: Place] = [:]
    var firstKeys: [JournalScan.Key?] = []
    for (file, path) in paths.enumerated() {
      firstKeys.append(nil)
      let scan: JournalScan
      do throws(ReplicationJournal.Refusal) {
        scan = try MergedJournal.scan(path)
      } catch {
        refusals.append(error)
        continue
      }
      if let header, header.text != scan.header {
        let reason = JournalIdentity.difference(expected: header.text, found: scan.header)
        refusals.append(
          ReplicationJournal.Refusal(
            path: path,
            reason: "it belongs to other work than '\(header.path)': " + reason
              + "; join it apart, or run its part as the others were"))
        continue
      }
      header = header ?? (scan.header, path)
      firstKeys[file] = scan.places.keys.min(by: JournalScan.Key.isBefore)
      for key in scan.places.keys.sorted(by: JournalScan.Key.isBefore) {
        guard let place = scan.places[key] else { continue }
        guard let earlier = places[key] else {
          places[key] = Place(file: file, place: place)
          continue
        }
        let here = MergedJournal.payload(path, place)
        guard here == nil || here != MergedJournal.payload(paths[earlier.file], earlier.place)
        else { continue }
        refusals.append(
          ReplicationJournal.Refusal(
            path: path,
            reason: "its \(key.words) is not the one in '\(paths[earlier.file])'"))
        break
      }
    }
    guard refusals.isEmpty, let header else { throw Refusals(refusals: refusals) }
    self.header = header.text
    self.places = places
    self.firstKeys = firstKeys
  }

  /// Why journals cannot be put together.
  package struct Refusals: Error, Sendable, Equatable {
    /// One refusal per file that is refused.
    package let refusals: [ReplicationJournal.Refusal]
  }

  private static func scan(_ path: String) throws(ReplicationJournal.Refusal) -> JournalScan {
    func refuse(_ reason: String) -> ReplicationJournal.Refusal {
      ReplicationJournal.Refusal(path: path, reason: reason)
    }
    guard !path.hasSuffix(ReplicationJournal.partialEnding) else {
      throw refuse("its part is unfinished; the same command with the same --shard goes on with it")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw refuse(String(cString: strerror(errno))) }
    defer { Foundation.close(descriptor) }
    guard let scan = JournalScan(descriptor: descriptor) else {
      throw refuse("it is no journal, or its beginning is damaged")
    }
    let rest = Int(lseek(descriptor, 0, SEEK_END)) - scan.soundLength
    guard rest == 0 else {
      throw refuse(
        "it is damaged after \(scan.places.count) records: the last \(rest) bytes are no record;"
          + " the same command with the same --shard mends it")
    }
    guard JournalIdentity.shardCount(in: scan.header) != nil else {
      throw refuse("it is not the part of a study; --shard i/n makes those")
    }
    return scan
  }

  private static func payload(_ path: String, _ place: JournalScan.Place) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { Foundation.close(descriptor) }
    return JournalScan.bytes(descriptor, at: place.offset, count: place.length)
  }

  // MARK: - What the work was

  /// The words of the command line, the command first, without what does not change results.
  package var arguments: [String] { JournalIdentity.arguments(in: header) }

  /// The number of parts.
  package var shardCount: Int { JournalIdentity.shardCount(in: header) ?? 1 }

  /// Number of records, duplicates once.
  package var recordCount: Int { places.count }

  /// What tells this work from other work; `nil` when it is the same.
  package func difference(from identity: JournalIdentity) -> String? {
    identity.header == header
      ? nil : JournalIdentity.difference(expected: identity.header, found: header)
  }

  // MARK: - Outcomes

  /// The outcome of a job; `nil` when no file holds it.
  func recall(_ key: JournalScan.Key) -> ReplicationOutcome? {
    payload(key).flatMap(OutcomeRecord.outcome)
  }

  private func payload(_ key: JournalScan.Key) -> [UInt8]? {
    places[key].flatMap { MergedJournal.payload(paths[$0.file], $0.place) }
  }

  /// Whether the files hold the outcomes of all jobs; those that they do not hold are noted.
  func holdsAll(_ indices: Range<Int>, job: (Int) -> ReplicationRunner.Job) -> Bool {
    var isWhole = true
    for index in indices {
      let key = job(index).key
      guard places[key] == nil else { continue }
      isWhole = false
      lock.withLock {
        missing.append(key)
        _ = missingShards.insert(Shard.number(of: index, among: shardCount))
      }
    }
    return isWhole
  }

  private var missingShards: Set<Int> = []

  /// What is missing, in words: replications as ranges, and the parts that they belong to; empty when nothing
  /// is.
  package var missingText: [String] {
    let (keys, shards) = lock.withLock { (missing, missingShards) }
    guard !keys.isEmpty else { return [] }
    return MissingWork(keys).lines
      + [
        "run \(MissingWork.ranges(of: shards.sorted(), "part", "parts")) of \(shardCount):"
          + " the same command with --shard \(shards.min() ?? 1)/\(shardCount)"
      ]
  }

  // MARK: - The engine is the same

  /// Simulates the first record of each file once more, so that outcomes of two engines never mix.
  package func replay(_ experiments: [Experiment], with runner: ReplicationRunner) -> Replay {
    for (file, key) in firstKeys.enumerated() {
      guard let key, experiments.indices.contains(key.point), let stored = payload(key) else {
        continue
      }
      switch ReplicationJournal.simulated(key, experiments, with: runner) {
      case .cancelled: return .cancelled
      case .failed: return .other(path: paths[file], words: key.words)
      case .outcome(let outcome):
        let keepsSeries = OutcomeRecord.outcome(of: stored).map { !$0.series.isEmpty } ?? true
        let again = OutcomeRecord.payload(
          of: outcome, point: key.point, organisation: key.organisation, keepsSeries: keepsSeries)
        guard again == stored else { return .other(path: paths[file], words: key.words) }
      }
    }
    return .same
  }

  /// What came of simulating one record per file once more.
  package enum Replay: Sendable, Equatable {
    /// All outcomes are the same to the last bit.
    case same
    /// One is another one: the program has changed since.
    case other(path: String, words: String)
    /// The work was stopped meanwhile.
    case cancelled
  }
}
