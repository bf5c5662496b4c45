import CaseloadModel
import CaseloadTestSupport
import Foundation
import Testing

@testable import Experiments

@Suite struct JournalTests {
  private func identity(
    _ experiment: Experiment, command: String = "run", version: String = "1",
    keepsSeries: Bool = true
  ) -> JournalIdentity {
    JournalIdentity(
      command: command, name: "some scenario", version: version, keepsSeries: keepsSeries,
      experiments: [experiment])
  }

  /// Runs an experiment until `count` replications are finished, and leaves the journal behind.
  private func stopped(_ experiment: Experiment, after count: Int, in folder: TemporaryFolder)
    -> String
  {
    let journal = ReplicationJournal.begin(in: folder.path, identity(experiment))
    let cancellation = Cancellation()
    var runner = SyntheticReplications.runner(threads: 1, cancellation: cancellation) {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      if replication == count { cancellation.cancel() }
      if isCancelled() { return nil }
      return try SyntheticReplications.normal(scenario, seed, replication, isCancelled)
    }
    runner.journal = journal
    let result = experiment.run(with: runner)
    journal.close(isComplete: !result.isPartial)
    return journal.path
  }

  private func refusal(_ body: () throws(ReplicationJournal.Refusal) -> Void) -> String? {
    do throws(ReplicationJournal.Refusal) { try body() } catch { return error.reason }
    return nil
  }

  @Test func theCheckValueIsThatOfTheStandard() {
    #expect(CyclicRedundancyCheck.value(of: Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CyclicRedundancyCheck.value(of: []) == 0)
    // Every length around the steps of eight bytes, against the definition bit by bit.
    for length in 0...40 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 37 + length) }
      var value = UInt32.max
      for byte in bytes {
        value ^= UInt32(byte)
        for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
      }
      #expect(CyclicRedundancyCheck.value(of: bytes) == ~value, "length \(length)")
    }
  }

  @Test func everyBitOfAnOutcomeIsKept() throws {
    let odd: [Double] = [
      .nan, -.nan, .infinity, -.infinity, -0.0, .leastNonzeroMagnitude, 0.1, -1.0 / 3,
      .greatestFiniteMagnitude,
    ]
    let outcome = ReplicationOutcome(
      replication: 4_000_000_000, cellCount: 3, observationCount: 2,
      observationDays: [-5, 15_372],
      values: odd, weights: odd.reversed(), series: odd + odd, seriesWeights: odd.reversed() + odd,
      events: 123_456_789_012, clientYears: 0.1 + 0.2)
    let payload = OutcomeRecord.payload(
      of: outcome, point: 7, organisation: 2, keepsSeries: true)
    let read = try #require(OutcomeRecord.outcome(of: payload))
    #expect(read.values.map(\.bitPattern) == odd.map(\.bitPattern))
    #expect(read.series.map(\.bitPattern) == (odd + odd).map(\.bitPattern))
    #expect(read.weights.map(\.bitPattern) == odd.reversed().map(\.bitPattern))
    #expect(read.seriesWeights.map(\.bitPattern) == (odd.reversed() + odd).map(\.bitPattern))
    #expect(read.replication == 4_000_000_000 && read.cellCount == 3)
    #expect(read.observationDays == [-5, 15_372] && read.observationCount == 2)
    #expect(read.events == 123_456_789_012)
    #expect(read.clientYears.bitPattern == (0.1 + 0.2).bitPattern)
    for length in 0..<payload.count {
      #expect(OutcomeRecord.outcome(of: Array(payload.prefix(length))) == nil, "\(length) bytes")
    }
  }

  /// A check value that fits does not make a record of numbers that do not.
  @Test func aRecordWhoseCountsDoNotFitIsNone() {
    let outcome = ReplicationOutcome.synthetic(replication: 4, cellCount: 3) { metric, group in
      Double(metric.rawValue + group)
    }
    let payload = OutcomeRecord.payload(of: outcome, point: 1, organisation: 2, keepsSeries: true)
    let key = JournalScan.Key(point: 1, organisation: 2, replication: 4)
    #expect(OutcomeRecord.place(of: payload) == key)
    let short = OutcomeRecord.payload(of: outcome, point: 1, organisation: 2, keepsSeries: false)
    #expect(OutcomeRecord.place(of: short) == key)
    for (field, number) in [(0, -1), (1, -1), (2, -1), (3, 0), (3, 4), (4, -1), (4, 9), (7, 0)] {
      var changed = payload
      withUnsafeBytes(of: Int64(number).littleEndian) {
        changed.replaceSubrange(8 * field..<8 * field + 8, with: $0)
      }
      #expect(OutcomeRecord.place(of: changed) == nil, "field \(field) as \(number)")
    }
    #expect(OutcomeRecord.place(of: Array(payload.dropLast())) == nil)
    #expect(OutcomeRecord.place(of: payload + [0]) == nil)
  }

  @Test func aStoppedRunGoesOnAndEndsTheSame() throws {
    let folder = try TemporaryFolder()
    let experiment = SyntheticReplications.experiment(replications: 20)
    let whole = experiment.run(with: SyntheticReplications.runner())
    for count in [1, 7, 19] {
      let path = stopped(experiment, after: count, in: folder)
      #expect(FileManager.default.fileExists(atPath: path))
      let journal = try ReplicationJournal.resume(in: folder.path, identity(experiment))
      #expect(journal.recalledCount == count)
      var runner = SyntheticReplications.runner(threads: 3) {
        (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
        if replication < count { Issue.record("replication \(replication) was simulated again") }
        return try SyntheticReplications.normal(scenario, seed, replication, isCancelled)
      }
      runner.journal = journal
      let resumed = experiment.run(with: runner)
      #expect(resumed.estimates == whole.estimates, "after \(count)")
      #expect(resumed.series == whole.series, "after \(count)")
      #expect(resumed.values == whole.values, "after \(count)")
      #expect(resumed.events == whole.events && resumed.clientYears == whole.clientYears)
      journal.close(isComplete: true)
      #expect(folder.names().isEmpty)
    }
  }

  @Test func aRunCanBeStoppedMoreThanOnceAndResumedWithMoreReplications() throws {
    let folder = try TemporaryFolder()
    var experiment = SyntheticReplications.experiment(replications: 10)
    _ = stopped(experiment, after: 4, in: folder)
    for count in [6, 9] {
      let journal = try ReplicationJournal.resume(in: folder.path, identity(experiment))
      var partial = experiment
      partial.replications = count
      var runner = SyntheticReplications.runner()
      runner.journal = journal
      _ = partial.run(with: runner)
      journal.close(isComplete: false)
    }
    experiment.replications = 15
    let journal = try ReplicationJournal.resume(in: folder.path, identity(experiment))
    #expect(journal.recalledCount == 9)
    var runner = SyntheticReplications.runner()
    runner.journal = journal
    let whole = experiment.run(with: SyntheticReplications.runner())
    #expect(experiment.run(with: runner).estimates == whole.estimates)
  }

  @Test func aPreciseRunEndsAtTheSameNumberOfReplications() throws {
    let folder = try TemporaryFolder()
    let target = PrecisionTarget(metric: .unseen6m, relative: 0.05)
    let experiment = SyntheticReplications.experiment(precision: target)
    let whole = experiment.run(with: SyntheticReplications.runner())
    _ = stopped(experiment, after: 33, in: folder)
    var runner = SyntheticReplications.runner()
    runner.journal = try ReplicationJournal.resume(in: folder.path, identity(experiment))
    let resumed = experiment.run(with: runner)
    #expect(resumed.finishedReplications == whole.finishedReplications)
    #expect(resumed.finishedReplications.count > 33)
    #expect(resumed.estimates == whole.estimates)
  }

  @Test func aTornRecordIsLeftOut() throws {
    let folder = try TemporaryFolder()
    let experiment = SyntheticReplications.experiment(replications: 6)
    let path = stopped(experiment, after: 3, in: folder)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let first = stopped(experiment, after: 2, in: folder)
    let lastStart = try Data(contentsOf: URL(fileURLWithPath: first)).count
    for length in [lastStart, lastStart + 1, lastStart + 8, lastStart + 40, whole.count - 1] {
      try whole.prefix(length).write(to: URL(fileURLWithPath: path))
      let journal = try ReplicationJournal.resume(in: folder.path, identity(experiment))
      #expect(journal.recalledCount == 2, "\(length) of \(whole.count) bytes")
      var runner = SyntheticReplications.runner()
      runner.journal = journal
      _ = experiment.run(with: runner)
      journal.close(isComplete: false)
      let again = try ReplicationJournal.resume(in: folder.path, identity(experiment))
      #expect(again.recalledCount == 6, "what follows a torn record can be read again")
    }
  }

  @Test func aHeaderIsReadToItsLastByte() throws {
    let folder = try TemporaryFolder()
    for header in ["", "x", "caseload\n"] {
      let bytes = JournalScan.bytes(ofHeader: header)
      #expect(bytes.count == 8 + header.utf8.count)
      for length in [bytes.count, bytes.count - 1] {
        let path = try folder.write(Array(bytes.prefix(length)), to: "journal")
        let descriptor = open(path, O_RDONLY)
        defer { close(descriptor) }
        let scan = JournalScan(descriptor: descriptor)
        #expect(scan?.header == (length == bytes.count ? header : nil))
        #expect(scan?.soundLength == (length == bytes.count ? length : nil))
      }
    }
  }

  @Test func aDamagedRecordEndsTheJournal() throws {
    let folder = try TemporaryFolder()
    let experiment = SyntheticReplications.experiment(replications: 6)
    let path = stopped(experiment, after: 3, in: folder)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let firstEnd = try Data(
      contentsOf: URL(fileURLWithPath: stopped(experiment, after: 1, in: folder))
    ).count
    for position in stride(from: firstEnd, to: whole.count, by: 997) {
      var damaged = whole
      damaged[position] ^= 0x10
      try damaged.write(to: URL(fileURLWithPath: path))
      let journal = try ReplicationJournal.resume(in: folder.path, identity(experiment))
      #expect([1, 2].contains(journal.recalledCount), "byte \(position)")
      #expect(journal.replay([experiment], with: SyntheticReplications.runner()) == .same)
    }
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
    let reason = refusal { () throws(ReplicationJournal.Refusal) in
      _ = try ReplicationJournal.resume(in: folder.path, identity(experiment))
    }
    #expect(reason == "its beginning is damaged")
  }

  @Test func aJournalOfOtherWorkIsRefused() throws {
    let folder = try TemporaryFolder()
    let experiment = SyntheticReplications.experiment(replications: 6)
    _ = stopped(experiment, after: 3, in: folder)
    func reason(_ identity: JournalIdentity) -> String? {
      refusal { () throws(ReplicationJournal.Refusal) in
        _ = try ReplicationJournal.resume(in: folder.path, identity)
      }
    }
    let zeros = String(repeating: "0", count: 64)
    var long = experiment
    long.digest = zeros
    let base = try TemporaryFolder()
    _ = stopped(long, after: 3, in: base)
    var other = long
    other.digest = "1" + zeros.dropFirst()
    var seed = long
    seed.seed = 77
    for (changed, message) in [
      (other, "its scenario has the hash 000000000000…, expected 100000000000…"),
      (seed, "it has seed 1, expected 77"),
    ] {
      let found = refusal { () throws(ReplicationJournal.Refusal) in
        _ = try ReplicationJournal.resume(in: base.path, identity(changed))
      }
      #expect(found == "it belongs to other work: " + message)
    }
    #expect(
      reason(identity(experiment, version: "2"))
        == "it belongs to other work: it says 'version 1', expected 'version 2'")
    #expect(
      reason(identity(experiment, keepsSeries: false))
        == "it belongs to other work: it says 'series kept', expected 'series left out'")
    #expect(reason(identity(experiment, command: "sweep")) == nil, "there is no such journal")
  }

  @Test func aJournalInUseIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let experiment = SyntheticReplications.experiment(replications: 6)
    _ = stopped(experiment, after: 3, in: folder)
    let holder = try ReplicationJournal.resume(in: folder.path, identity(experiment))
    let reason = refusal { () throws(ReplicationJournal.Refusal) in
      _ = try ReplicationJournal.resume(in: folder.path, identity(experiment))
    }
    #expect(reason == "another process is writing it")
    _ = stopped(experiment, after: 1, in: folder)
    #expect(
      holder.recall(
        JournalScan.Key(point: 0, organisation: 0, replication: 2)) != nil)
  }

  @Test func anEngineThatChangedIsFound() throws {
    let folder = try TemporaryFolder()
    let experiment = SyntheticReplications.experiment(replications: 6)
    _ = stopped(experiment, after: 3, in: folder)
    let journal = try ReplicationJournal.resume(in: folder.path, identity(experiment))
    let changed = SyntheticReplications.runner {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      SyntheticReplications.outcome(replication: replication, cellCount: 4) { _, _ in 1 }
    }
    #expect(journal.replay([experiment], with: changed) == .other(replication: 0))
    #expect(journal.replay([experiment], with: SyntheticReplications.runner()) == .same)
  }

  @Test func aPlaceThatCannotBeWrittenStopsTheJournalAndNotTheRun() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path, withIntermediateDirectories: true)
    let file = folder.path + "/file"
    try Data().write(to: URL(fileURLWithPath: file))
    let experiment = SyntheticReplications.experiment(replications: 6)
    let journal = ReplicationJournal.begin(in: file, identity(experiment))
    var runner = SyntheticReplications.runner()
    runner.journal = journal
    #expect(!experiment.run(with: runner).isPartial)
    journal.close(isComplete: false)
    #expect(journal.failure == "the folder cannot be made")
  }
}
