import CaseloadModel
import CaseloadTestSupport
import Foundation
import Testing

@testable import CaseloadCommands
@testable import Experiments

@Suite struct ShardTests {
  /// Does all parts of some work, in an order that is not theirs, and returns the folder of journals.
  private func parts(
    of command: [String], count: Int, in folder: TemporaryFolder, name: String = "parts",
    simulator: @escaping Simulator = CommandCall.quick
  ) -> String {
    let journals = folder.path + "/" + name
    for number in (1...count).reversed() {
      let call = CommandCall(
        command + ["--shard", "\(number)/\(count)", "--journal", journals, "--threads", "2"],
        simulator: simulator)
      #expect(call.code == .success, "\(call.errors)")
      #expect(call.errors.contains("part \(number) of \(count) is complete"), "\(call.errors)")
      #expect(call.output.isEmpty)
    }
    return journals
  }

  @Test(arguments: [1, 3, 20]) func partsJoinToTheBytesOfTheWhole(count: Int) throws {
    let folder = try TemporaryFolder()
    let base = try folder.scenario(name: "base")
    let variant = try folder.scenario(name: "more", extra: ", \"staffing\": { \"fte\": 30 }")
    let ensemble = try folder.write(
      """
      {"format": "caseload-ensemble/1", "scenario": {"name": "other", "sha256": "0"}, "seed": 1,
       "replications": 2, "base": {"staffing.fte": 25},
       "sets": [{"values": {"staffing.fte": 20}}, {"values": {"staffing.fte": 30}}]}
      """, to: "sets.json")
    for (number, command) in [
      ["run", base, "--replications", "7", "--set", "staffing.fte=20"],
      ["compare", base, variant, "--variant", "less: staffing.fte=9", "--replications", "5"],
      ["sweep", base, "--vary", "staffing.fte=10,20,30", "--seed", "4"],
      [
        "sensitivity", base, "staffing.fte=10:30", "--metric", "unseen.6m.share",
        "--trajectories", "3",
      ],
      ["run", base, "--ensemble", ensemble, "--replications", "2"],
      ["compare", base, "--variant", "less: staffing.fte=9", "--ensemble", ensemble],
    ].enumerated() where count < 20 || number == 0 {
      let command = command + ["--format", "json"]
      let (whole, joined) = (folder.path + "/whole\(number)", folder.path + "/joined\(number)")
      let expected = CommandCall(command + ["--output", whole])
      #expect(expected.code == .success, "\(expected.errors)")
      let journals = parts(of: command, count: count, in: folder, name: "parts\(number)")
      #expect(folder.names(in: "parts\(number)").count == count)
      let merged = CommandCall(["merge", journals, "--output", joined, "--threads", "3"])
      #expect(merged.code == .success, "\(merged.errors)")
      #expect(merged.output == expected.output, "\(command[0])")
      for result in folder.names(in: "whole\(number)") where !result.hasPrefix(".") {
        for file in folder.names(in: "whole\(number)/\(result)") where file != "run.json" {
          let isEqual =
            try folder.text("whole\(number)/\(result)/\(file)")
            == folder.text("joined\(number)/\(result)/\(file)")
          #expect(isEqual, "\(command[0]): \(result)/\(file)")
        }
      }
    }
  }

  @Test func partsOfAValidationJoin() throws {
    let folder = try TemporaryFolder()
    _ = try folder.scenario()
    let targets = try folder.write(
      """
      {"format": "caseload-targets/1", "targets": [
        {"scenario": "tiny.json", "figure": "stock", "metric": "stock.clients", "published": "0.2",
         "low": 0.15, "high": 0.25, "use": "calibrated", "evidence": ["E-056"]}]}
      """, to: "targets.json")
    let command = ["validate-model", targets, "--replications", "7"]
    let whole = CommandCall(command + ["--output", folder.path + "/whole"])
    #expect(whole.code == .success, "\(whole.errors)")
    let journals = parts(of: command, count: 3, in: folder)
    let merged = CommandCall(["merge", journals, "--output", folder.path + "/joined"])
    #expect(merged.code == .success, "\(merged.errors)")
    #expect(merged.output == whole.output)
    #expect(
      try folder.text("whole/validation.json") == folder.text("joined/validation.json"))
  }

  @Test func aPartThatWasStoppedGoesOn() throws {
    final class Counter: @unchecked Sendable { var value = 0 }
    let folder = try TemporaryFolder()
    let command = ["run", try folder.scenario(), "--replications", "8", "--format", "json"]
    let whole = CommandCall(command + ["--output", folder.path + "/whole"])
    let counter = Counter()
    let interruption = Interruption()
    let journals = ["--journal", folder.path + "/parts"]
    let stopped = CommandCall(
      command + ["--shard", "2/2", "--threads", "1"] + journals, interruption: interruption
    ) { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      if counter.value == 2 { interruption.interrupt(by: SIGTERM) }
      counter.value += 1
      if isCancelled() { return nil }
      return try CommandCall.quick(scenario, seed, replication, isCancelled)
    }
    #expect(stopped.code == .terminated, "\(stopped.errors)")
    #expect(stopped.errors.contains("the same command goes on with it"))
    let names = folder.names(in: "parts")
    #expect(names.count == 1 && names[0].hasSuffix(".shard-2-of-2.journal.partial"))
    let early = CommandCall(["merge", folder.path + "/parts/" + names[0]])
    #expect(early.code == .missingInput && early.errors.contains("its part is unfinished"))
    let again = CommandCall(command + ["--shard", "2/2"] + journals)
    #expect(
      again.errors.contains("2 finished replications of part 2 of 2 found"), "\(again.errors)")
    _ = CommandCall(command + ["--shard", "1/2"] + journals)
    let merged = CommandCall(["merge", folder.path + "/parts", "--output", folder.path + "/out"])
    #expect(merged.output == whole.output && merged.code == .success, "\(merged.errors)")
    // A part that is complete is found so, and nothing is simulated again.
    let third = CommandCall(
      command + ["--shard", "2/2"] + journals,
      simulator: { (_, _, replication, _) throws(InvariantViolation) in
        #expect(replication == 1, "only the first record is simulated again")
        return nil
      })
    #expect(third.code == .success, "\(third.errors)")
  }

  @Test func whatIsMissingIsListedAsRanges() throws {
    let folder = try TemporaryFolder()
    let command = ["run", try folder.scenario(), "--replications", "12"]
    let journals = parts(of: command, count: 3, in: folder)
    try FileManager.default.removeItem(atPath: journals + "/" + folder.names(in: "parts")[1])
    let call = CommandCall(["merge", journals, "--output", folder.path + "/out"])
    #expect(call.code == .missingInput)
    #expect(
      call.errors.contains("missing: experiment 0, replications 1, 4, 7, 10"), "\(call.errors)")
    #expect(call.errors.contains("run part 2 of 3: the same command with --shard 2/3"))
    #expect(folder.names(in: "out").isEmpty)
  }

  @Test func journalsThatDoNotBelongTogetherAreRefused() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.scenario()
    let command = ["run", scenario, "--replications", "4"]
    let journals = parts(of: command, count: 2, in: folder)
    let names = folder.names(in: "parts").map { journals + "/" + $0 }
    // The same file twice, and a copy of it, change nothing.
    try FileManager.default.copyItem(atPath: names[0], toPath: folder.path + "/copy.journal")
    let twice = CommandCall(
      ["merge", journals, names[0], folder.path + "/copy.journal", "--output", folder.path + "/o"])
    #expect(twice.code == .success, "\(twice.errors)")

    let seeds = parts(of: command + ["--seed", "9"], count: 2, in: folder, name: "seeds")
    let mixed = CommandCall(["merge", names[0], seeds])
    #expect(mixed.code == .missingInput)
    #expect(mixed.errors.contains("it belongs to other work than '\(names[0])'"), "\(mixed.errors)")

    let other: Simulator = {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      try CommandCall.quick(scenario, seed, replication + 1, isCancelled).map {
        ReplicationOutcome(
          replication: replication, cellCount: $0.cellCount, observationCount: 1,
          observationDays: $0.observationDays, values: $0.values, series: $0.series, events: 100,
          clientYears: 5)
      }
    }
    let others = parts(of: command, count: 2, in: folder, name: "others", simulator: other)
    let differing = CommandCall(["merge", journals, others])
    #expect(differing.code == .missingInput)
    #expect(
      differing.errors.contains("its replication 0 of experiment 0 is not the one in"),
      "\(differing.errors)")
    let changed = CommandCall(["merge", others])
    #expect(changed.code == .missingInput)
    #expect(changed.errors.contains("so the program has changed"), "\(changed.errors)")

    let goingOn = CommandCall(command + ["--shard", "2/2", "--journal", others])
    #expect(goingOn.code == .missingInput)
    #expect(
      goingOn.errors.contains("remove the file to begin the part anew")
        && !goingOn.errors.contains("--resume"), "\(goingOn.errors)")
    for name in folder.names(in: "others") where name.hasSuffix(".partial") {
      try FileManager.default.removeItem(atPath: others + "/" + name)
    }
    #expect(CommandCall(command + ["--shard", "2/2", "--journal", others]).code == .success)

    var bytes = try Data(contentsOf: URL(fileURLWithPath: names[1]))
    bytes[bytes.count - 9] ^= 1
    try bytes.write(to: URL(fileURLWithPath: names[1]))
    let damaged = CommandCall(["merge", journals])
    #expect(damaged.code == .missingInput)
    #expect(damaged.errors.contains("it is damaged after 1 records"), "\(damaged.errors)")
    #expect(CommandCall(command + ["--shard", "2/2", "--journal", journals]).code == .success)
    let mended = CommandCall(["merge", journals, "--output", folder.path + "/mended"])
    #expect(mended.code == .success, "\(mended.errors)")

    _ = try folder.scenario(extra: ", \"staffing\": { \"fte\": 3 }")
    let edited = CommandCall(["merge", journals])
    #expect(edited.code == .missingInput)
    #expect(edited.errors.contains("its scenario has the hash"), "\(edited.errors)")
  }

  @Test func whatCannotBeDividedSaysWhy() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.scenario()
    for (words, reason) in [
      (
        ["run", scenario, "--precision", "unseen.6m.share=0.1"],
        "how many replications are needed depends on all of them"
      ),
      (["run", scenario, "--detect-warm-up"], "from all replications together"),
      (["run", scenario, scenario], "takes one scenario, found 2"),
      (
        [
          "optimise", scenario, "--minimise", "staffing.fte", "--limit", "unseen.6m.share<=0.3",
          "--vary", "staffing.fte=20,30",
        ], "which replications come next depends on all earlier ones"
      ),
    ] {
      let call = CommandCall(words + ["--shard", "1/2"])
      #expect(call.code == .usage, "\(words)")
      #expect(call.errors.contains(reason), "\(call.errors)")
    }
    for (text, reason) in [
      ("0/4", "parts are counted from 1"), ("5/4", "a part from 1 to 4"), ("x", "expected i/n"),
      ("1/0", "expected 1 to 100000 parts"),
    ] {
      let call = CommandCall(["run", scenario, "--shard", text])
      #expect(call.code == .usage && call.errors.contains(reason), "\(call.errors)")
    }
  }

  @Test func wordsOfTheCommandLineKeepTheirLines() {
    for word in ["a\nb", "c\\nd", "\\", "", "naam: waarde"] {
      let line = JournalIdentity.escaped(word)
      #expect(!line.contains("\n"))
      #expect(JournalIdentity.unescaped(line) == word)
    }
  }
}
