import CaseloadModel
import CaseloadTestSupport
import Foundation
import ScenarioFormat
import Testing

@testable import Experiments

/// The parts of a study: which jobs are theirs, what their journals say, and how they are put together.
@Suite struct ShardJournalTests {
  private func identity(
    _ experiment: Experiment, arguments: [String] = ["run", "a.json"], count: Int = 2
  ) -> JournalIdentity {
    JournalIdentity(
      command: "run", name: "some scenario", version: "1", keepsSeries: true,
      experiments: [experiment], part: (arguments, count))
  }

  /// Does one of two parts of an experiment, and returns where its journal is left.
  private func part(
    _ number: Int, _ experiment: Experiment, in folder: TemporaryFolder, isComplete: Bool = true,
    _ simulator: @escaping Simulator = SyntheticReplications.normal
  ) throws -> String {
    let shard = try Shard("\(number)/2")
    let journal = try ReplicationJournal.part(shard, in: folder.path, identity(experiment))
    var runner = SyntheticReplications.runner(threads: 1, simulator)
    runner.shard = shard
    runner.journal = journal
    let result = experiment.run(with: runner)
    #expect(result.finishedReplications.isEmpty, "outcomes of a part go to its journal alone")
    journal.close(isComplete: isComplete)
    #expect(journal.failure == nil)
    return journal.keptPath
  }

  private func refusals(_ paths: [String]) -> [String] {
    do throws(MergedJournal.Refusals) {
      _ = try MergedJournal(paths)
      return []
    } catch {
      return error.refusals.map(\.reason)
    }
  }

  private func keys(_ list: (Int, Int, Int)...) -> [JournalScan.Key] {
    list.map { JournalScan.Key(point: $0.0, organisation: $0.1, replication: $0.2) }
  }

  // MARK: - Parts

  @Test func aPartHasEveryNthJob() throws {
    for number in 1...4 {
      let shard = try Shard("\(number)/4")
      #expect(shard.number == number && shard.count == 4)
      #expect((0..<9).filter { shard.holds($0) } == Array(stride(from: number - 1, to: 9, by: 4)))
      for job in 0..<9 {
        #expect(shard.holds(job) == (Shard.number(of: job, among: 4) == number), "job \(job)")
      }
    }
    #expect(try Shard("1/1").holds(7))
    #expect(try Shard("100000/100000").count == 100_000)
  }

  @Test(arguments: [
    ("0/4", "expected a part from 1 to 4, found '0/4'; parts are counted from 1"),
    ("5/4", "expected a part from 1 to 4, found '5/4'"),
    ("-1/4", "expected a part from 1 to 4, found '-1/4'"),
    ("1/0", "expected 1 to 100000 parts, found '1/0'"),
    ("1/100001", "expected 1 to 100000 parts, found '1/100001'"),
    ("1/2/3", "expected i/n, for example 1/4, found '1/2/3'"),
    ("/2", "expected i/n, for example 1/4, found '/2'"),
    ("one", "expected i/n, for example 1/4, found 'one'"),
  ])
  func aPartThatDoesNotExistIsRefused(text: String, message: String) {
    #expect(throws: Shard.ParseError(message: message)) { try Shard(text) }
  }

  @Test func aJournalHoldsTheWordsOfItsCommandLine() throws {
    let experiment = SyntheticReplications.experiment()
    let words = ["run", "a b.json", "two\nlines", "back\\slash", "no\\new line", "\\", ""]
    let identity = identity(experiment, arguments: words, count: 12)
    #expect(JournalIdentity.arguments(in: identity.header) == words)
    #expect(JournalIdentity.shardCount(in: identity.header) == 12)
    #expect(JournalIdentity.escaped("a\nb\\n") == "a\\nb\\\\n")
    let name = identity.fileName(of: try Shard("3/12"))
    #expect(name.hasPrefix("run-some-scenario."))
    #expect(name.hasSuffix(".shard-03-of-12.journal"))
    // Work that is not divided has neither, and is other work.
    let whole = JournalIdentity(
      command: "run", name: "some scenario", version: "1", keepsSeries: true,
      experiments: [experiment])
    #expect(JournalIdentity.shardCount(in: whole.header) == nil)
    #expect(JournalIdentity.arguments(in: whole.header).isEmpty)
    #expect(whole.difference(from: identity.header) == "it has 15 lines of description, expected 7")
    // Long words are told as they are, and not taken for hashes.
    let long = String(repeating: "x", count: 70)
    let (one, other) = (
      self.identity(experiment, arguments: [long + "1"]),
      self.identity(experiment, arguments: [long + "2"])
    )
    #expect(
      one.difference(from: other.header)
        == "it says 'argument \(long)2', expected 'argument \(long)1'")
  }

  // MARK: - What is missing

  @Test func whatIsMissingIsToldByExperimentAndRange() {
    #expect(
      MissingWork(keys((1, 0, 5), (0, 0, 3), (0, 0, 0), (0, 0, 1))).lines == [
        "missing: experiment 0, replications 0-1, 3", "missing: experiment 1, replication 5",
      ])
    // Organisations are named where there are any.
    #expect(
      MissingWork(keys((0, 2, 1), (0, 0, 0), (0, 2, 0))).lines == [
        "missing: experiment 0, organisation 0, replication 0",
        "missing: experiment 0, organisation 2, replications 0-1",
      ])
    // Those that miss the same replications share a line.
    #expect(
      MissingWork(keys((0, 1, 0), (0, 2, 0), (0, 3, 0), (0, 3, 1), (0, 6, 0), (1, 2, 0))).lines == [
        "missing: experiment 0, organisations 1-2, 6, replication 0",
        "missing: experiment 0, organisation 3, replications 0-1",
        "missing: experiment 1, organisation 2, replication 0",
      ])
    #expect(MissingWork([]).lines.isEmpty)
  }

  @Test func longListsOfWhatIsMissingAreCutShort() {
    let eight = (0..<8).map { JournalScan.Key(point: $0, organisation: 0, replication: 2) }
    #expect(MissingWork(eight).lines.count == 8)
    #expect(MissingWork(eight).lines.last == "missing: experiment 7, replication 2")
    let more = eight + keys((8, 0, 0), (8, 0, 1), (9, 0, 4))
    #expect(MissingWork(more).lines.count == 9)
    #expect(MissingWork(more).lines.last == "missing: 3 more, 11 in all")
    let even = { (count: Int) in
      MissingWork.ranges(of: (0..<count).map { 2 * $0 }, "replication", "replications")
    }
    #expect(even(8) == "replications 0, 2, 4, 6, 8, 10, 12, 14")
    #expect(even(9) == "replications 0, 2, 4, 6, 8, 10, 12, 14, … 16")
  }

  // MARK: - Putting together

  @Test func partsGiveTheWhole() throws {
    let folder = try TemporaryFolder()
    let experiment = SyntheticReplications.experiment(replications: 7)
    let paths = [try part(2, experiment, in: folder), try part(1, experiment, in: folder)]
    #expect(folder.names().count == 2)
    #expect(paths.allSatisfy { $0.hasSuffix(".journal") })
    let merged = try MergedJournal(paths)
    #expect(merged.recordCount == 7 && merged.shardCount == 2)
    #expect(merged.arguments == ["run", "a.json"])
    #expect(merged.difference(from: identity(experiment)) == nil)
    #expect(
      merged.difference(from: identity(experiment, arguments: ["run", "b.json"]))
        == "it says 'argument a.json', expected 'argument b.json'")
    var runner = SyntheticReplications.runner { (_, _, replication, _) throws(InvariantViolation) in
      Issue.record("replication \(replication) was simulated")
      return nil
    }
    runner.merged = merged
    let result = experiment.run(with: runner)
    let whole = experiment.run(with: SyntheticReplications.runner())
    #expect(result.estimates == whole.estimates && result.series == whole.series)
    #expect(result.finishedReplications == Array(0..<7))
    #expect(merged.missingText.isEmpty)
    #expect(merged.replay([experiment], with: SyntheticReplications.runner()) == .same)
    let changed = SyntheticReplications.runner {
      (_, _, replication, _) throws(InvariantViolation) in
      SyntheticReplications.outcome(replication: replication, cellCount: 4) { _, _ in 1 }
    }
    #expect(
      merged.replay([experiment], with: changed)
        == .other(path: paths[0], words: "replication 1 of experiment 0"))
  }

  @Test func aPartThatIsNotThereIsToldAndNothingIsPassedOn() throws {
    let folder = try TemporaryFolder()
    let experiment = SyntheticReplications.experiment(replications: 7)
    let merged = try MergedJournal([try part(1, experiment, in: folder)])
    var runner = SyntheticReplications.runner()
    runner.merged = merged
    #expect(experiment.run(with: runner).finishedReplications.isEmpty)
    #expect(
      merged.missingText == [
        "missing: experiment 0, replications 1, 3, 5",
        "run part 2 of 2: the same command with --shard 2/2",
      ])
  }

  @Test func aRecordTwiceCountsOnceAndTwoOutcomesOfOneJobAreRefused() throws {
    let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
    let experiment = SyntheticReplications.experiment(replications: 7)
    let path = try part(1, experiment, in: folder)
    let same = try part(1, experiment, in: other)
    #expect(try MergedJournal([path, same]).recordCount == 4)
    let wrong = try TemporaryFolder()
    let changed = try part(1, experiment, in: wrong) {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      guard replication >= 4 else {
        return try SyntheticReplications.normal(scenario, seed, replication, isCancelled)
      }
      return SyntheticReplications.outcome(replication: replication, cellCount: 4) { _, _ in 1 }
    }
    #expect(
      refusals([path, changed])
        == ["its replication 4 of experiment 0 is not the one in '\(path)'"])
  }

  @Test func journalsThatAreNoPartsOfOneStudyAreRefusedAllAtOnce() throws {
    let folder = try TemporaryFolder()
    let experiment = SyntheticReplications.experiment(replications: 7)
    let path = try part(1, experiment, in: folder)
    let seeded = try part(
      2, SyntheticReplications.experiment(seed: 2, replications: 7), in: folder)
    let unfinished = try part(2, experiment, in: folder, isComplete: false)
    #expect(unfinished.hasSuffix(".journal.partial"))
    let damaged = try folder.write(
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) + [1, 2, 3], to: "damaged.journal")
    let text = try folder.write("no journal", to: "text.journal")
    let whole = JournalIdentity(
      command: "run", name: "some scenario", version: "1", keepsSeries: true,
      experiments: [experiment])
    let undivided = try folder.write(
      JournalScan.bytes(ofHeader: whole.header), to: "undivided.journal")
    #expect(
      refusals([path, seeded, unfinished, damaged, text, undivided, folder.path + "/none.journal"])
        == [
          "it belongs to other work than '\(path)': it says '00 2', expected '00 1';"
            + " join it apart, or run its part as the others were",
          "its part is unfinished; the same command with the same --shard goes on with it",
          "it is damaged after 4 records: the last 3 bytes are no record;"
            + " the same command with the same --shard mends it",
          "it is no journal, or its beginning is damaged",
          "it is not the part of a study; --shard i/n makes those",
          "No such file or directory",
        ])
  }

  // MARK: - The file of a part

  @Test func aPartGoesOnAndIsOpenedAgainWhenItIsComplete() throws {
    let folder = try TemporaryFolder()
    let experiment = SyntheticReplications.experiment(replications: 7)
    let shard = try Shard("1/2")
    let name = identity(experiment).fileName(of: shard)
    _ = try part(1, experiment, in: folder, isComplete: false)
    #expect(folder.names() == [name + ".partial"])
    let journal = try ReplicationJournal.part(shard, in: folder.path, identity(experiment))
    #expect(journal.recalledCount == 4)
    journal.close(isComplete: true)
    #expect(folder.names() == [name] && journal.isKept)
    let again = try ReplicationJournal.part(shard, in: folder.path, identity(experiment))
    #expect(again.recalledCount == 4)
    #expect(again.keptPath.hasSuffix(".partial"))
    again.close(isComplete: true)
    #expect(folder.names() == [name])
    // A part whose beginning is torn holds nothing, and is begun anew.
    try folder.write("torn", to: name)
    let anew = try ReplicationJournal.part(shard, in: folder.path, identity(experiment))
    #expect(anew.recalledCount == 0)
    anew.close(isComplete: true)
    #expect(try MergedJournal([folder.path + "/" + name]).recordCount == 0)
  }

  @Test func aPartThatAnotherProcessWritesIsRefused() throws {
    let folder = try TemporaryFolder()
    let experiment = SyntheticReplications.experiment(replications: 7)
    _ = try part(1, experiment, in: folder, isComplete: false)
    let shard = try Shard("1/2")
    let holder = try ReplicationJournal.part(shard, in: folder.path, identity(experiment))
    #expect(
      throws: ReplicationJournal.Refusal(path: holder.path, reason: "another process is writing it")
    ) {
      try ReplicationJournal.part(shard, in: folder.path, identity(experiment))
    }
    #expect(holder.recalledCount == 4)
    holder.close(isComplete: false)
    _ = try ReplicationJournal.part(shard, in: folder.path, identity(experiment))
  }

  @Test func twoThatBeginOnePartDoNotBothWriteIt() throws {
    let folder = try TemporaryFolder()
    let experiment = SyntheticReplications.experiment(replications: 7)
    let shard = try Shard("1/2")
    let first = try ReplicationJournal.part(shard, in: folder.path, identity(experiment))
    let second = try ReplicationJournal.part(shard, in: folder.path, identity(experiment))
    let outcome = SyntheticReplications.outcome(replication: 0, cellCount: 4) { _, _ in 1 }
    first.append(outcome, point: 0, organisation: 0)
    second.append(outcome, point: 0, organisation: 0)
    #expect(first.failure == nil)
    #expect(second.failure == "another process is writing it")
  }

  @Test func aPartThatCannotGetItsNameSaysSo() throws {
    let folder = try TemporaryFolder()
    let experiment = SyntheticReplications.experiment(replications: 7)
    let shard = try Shard("1/2")
    let journal = try ReplicationJournal.part(shard, in: folder.path, identity(experiment))
    let name = identity(experiment).fileName(of: shard)
    try folder.write("in the way", to: name + "/file")
    journal.close(isComplete: true)
    #expect(journal.failure == "Is a directory")
    #expect(folder.names() == [name, name + ".partial"])
  }
}
