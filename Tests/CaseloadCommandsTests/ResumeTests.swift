import CaseloadModel
import CaseloadTestSupport
import Experiments
import Foundation
import Testing

@testable import CaseloadCommands

@Suite struct ResumeTests {
  /// A simulator that is stopped when `count` replications have been simulated.
  private func stopping(
    after count: Int, _ interruption: Interruption, _ simulator: @escaping Simulator
  ) -> Simulator {
    // Calls come one at a time, because the runs have one thread.
    final class Counter: @unchecked Sendable { var value = 0 }
    let counter = Counter()
    return { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      if counter.value == count { interruption.interrupt(by: SIGINT) }
      counter.value += 1
      if isCancelled() { return nil }
      return try simulator(scenario, seed, replication, isCancelled)
    }
  }

  /// What a command prints when it is stopped after `count` replications and then resumed.
  private func resumed(
    _ arguments: [String], after count: Int,
    simulator: @escaping Simulator = CommandCall.quick
  ) -> CommandCall {
    let interruption = Interruption()
    let stopped = CommandCall(
      arguments + ["--threads", "1"], interruption: interruption,
      simulator: stopping(after: count, interruption, simulator))
    #expect(stopped.code == .interrupted)
    #expect(stopped.errors.contains("the same command with --resume goes on from here"))
    return CommandCall(arguments + ["--resume", "--threads", "3"], simulator: simulator)
  }

  /// How many replications a command took from journals, according to its notes.
  private func recalledCount(_ call: CommandCall) -> Int {
    call.errors.split(separator: "\n").filter { $0.contains("finished replication") }
      .compactMap { $0.split(separator: " ").dropFirst().first.flatMap { Int($0) } }
      .reduce(0, +)
  }

  @Test(arguments: [1, 4, 8]) func commandsGoOnWhereTheyWereStopped(count: Int) throws {
    let folder = try TemporaryFolder()
    let base = try folder.scenario(name: "base")
    let variant = try folder.scenario(name: "more", extra: ", \"staffing\": { \"fte\": 30 }")
    let journals = ["--journal", folder.path + "/journals"]
    let format = ["--format", "json"]
    for command in [
      ["compare", base, variant, "--replications", "5"] + journals + format,
      ["sweep", base, "--vary", "staffing.fte=10,20,30"] + journals + format,
      ["run", base, variant, "--replications", "7", "--output", folder.path + "/out"] + journals
        + format,
      ResumeTests.study(of: base, in: folder),
      ResumeTests.study(of: base, in: folder) + ["--method", "sobol", "--samples", "3"],
    ] {
      let whole = CommandCall(command)
      #expect(whole.code == .success, "\(whole.errors)")
      let resumed = resumed(command, after: count)
      #expect(resumed.code == .success, "\(resumed.errors)")
      #expect(recalledCount(resumed) == count, "\(resumed.errors)")
      let isEqual = resumed.output == whole.output
      #expect(isEqual, "\(command[0]) after \(count)")
      #expect(folder.names(in: "journals").isEmpty, "\(command[0])")
    }
  }

  private static func study(of scenario: String, in folder: TemporaryFolder) -> [String] {
    [
      "sensitivity", scenario, "staffing.fte=10:30", "staffing.contractHoursPerWeek=20:36",
      "--metric", "unseen.6m.share", "--output", folder.path + "/out", "--journal",
      folder.path + "/journals", "--format", "json",
    ]
  }

  private static func selection(of scenario: String, in folder: TemporaryFolder) -> [String] {
    [
      "optimise", scenario, "staffing.fte=24:26:1", "--minimise", "staffing.fte", "--limit",
      "unseen.6m.share <= 0.25", "--tolerance", "unseen.6m.share=0.0005", "--set",
      "staffing.contractHoursPerWeek=30", "--output", folder.path + "/out", "--journal",
      folder.path + "/journals", "--format", "json",
    ]
  }

  // Stops in the first stage, at its end, and in later ones, when fewer candidates are left.
  @Test(arguments: [1, 59, 60, 61, 150]) func selectionsGoOnInEveryStage(count: Int) throws {
    let folder = try TemporaryFolder()
    let command = ResumeTests.selection(of: try folder.scenario(), in: folder)
    let simulator = OptimiseCommandTests.simulator
    let whole = CommandCall(command, simulator: simulator)
    #expect(whole.code == .success, "\(whole.errors)")
    let resumed = resumed(command, after: count, simulator: simulator)
    #expect(resumed.code == .success, "\(resumed.errors)")
    #expect(recalledCount(resumed) == count, "\(resumed.errors)")
    let isEqual = resumed.output == whole.output
    #expect(isEqual, "after \(count)")
    #expect(folder.names(in: "journals").isEmpty)
  }

  @Test func aSweepThatWasStoppedSaysSo() throws {
    let folder = try TemporaryFolder()
    let command = [
      "sweep", try folder.scenario(), "--vary", "staffing.fte=10,20,30", "--threads", "1",
      "--journal", folder.path + "/journals",
    ]
    for (format, marks) in [
      ("table", ["\npartial: 2 of 3 points were finished\n"]),
      (
        "json",
        ["\"partial\": true,\n  \"plannedPoints\": 3,\n  \"finishedPoints\": [0, 1],\n"]
      ),
    ] {
      let interruption = Interruption()
      let stopped = CommandCall(
        command + ["--format", format], interruption: interruption,
        simulator: stopping(after: 7, interruption, CommandCall.quick))
      #expect(stopped.code == .interrupted)
      for mark in marks { #expect(stopped.output.contains(mark), "\(stopped.output.prefix(400))") }
      let whole = CommandCall(command + ["--format", format, "--resume"])
      #expect(whole.code == .success && !whole.output.contains("partial"))
    }
  }

  @Test func otherQuestionsAboutTheSamePointsTakeTheSameReplications() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.scenario()
    let simulator = OptimiseCommandTests.simulator
    for (command, count, change) in [
      // The first candidate left after 20 replications, and now it stays for 30.
      (
        ResumeTests.selection(of: scenario, in: folder), 150,
        ["--limit", "outflow.work.rate <= 0.75", "--replications", "30"]
      ),
      // Blocks of two replications hold other numbers than those of three.
      (
        ResumeTests.study(of: scenario, in: folder), 50,
        ["--metric", "outflow.work.rate", "--replications", "3"]
      ),
    ] {
      let whole = CommandCall(command + change, simulator: simulator)
      let interruption = Interruption()
      CommandCall(
        command + ["--threads", "1"], interruption: interruption,
        simulator: stopping(after: count, interruption, simulator))
      let resumed = CommandCall(command + change + ["--resume"], simulator: simulator)
      #expect(resumed.code == whole.code && !whole.output.isEmpty, "\(resumed.errors)")
      #expect(recalledCount(resumed) == count, "\(resumed.errors)")
      let isEqual = resumed.output == whole.output
      #expect(isEqual, "\(command[0])")
    }
  }

  @Test func otherCandidatesAndOtherStudiesAreNotResumed() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.scenario()
    let selection = ResumeTests.selection(of: scenario, in: folder)
    let study = ResumeTests.study(of: scenario, in: folder)
    let few = study + ["--trajectories", "5"]
    for (command, others, reason) in [
      (
        selection, selection + ["time.durationMonths=2,3"],
        "it says 'experiments 3', expected 'experiments 6'"
      ),
      (selection, selection + ["--seed", "77"], "it has seed 1, expected 77"),
      (
        few, study + ["--trajectories", "6"], "it says 'experiments 15', expected 'experiments 18'"
      ),
      (few, few + ["--seed", "77"], "its scenario has the hash "),
    ] {
      let interruption = Interruption()
      CommandCall(
        command + ["--threads", "1"], interruption: interruption,
        simulator: stopping(after: 9, interruption, CommandCall.quick))
      let other = CommandCall(others + ["--resume"])
      #expect(other.code == .missingInput)
      #expect(
        other.errors.contains("cannot be resumed: it belongs to other work: " + reason),
        "\(other.errors)")
      #expect(other.output.isEmpty)
      let engine = CommandCall(command + ["--resume"], simulator: ReplicationRunner.engine)
      #expect(engine.code == .missingInput)
      #expect(engine.errors.contains("replication 0 comes out otherwise than in the journal"))
      #expect(CommandCall(command + ["--resume"]).errors.contains("9 finished replications taken"))
    }
  }

  @Test func aJournalStaysUntilResultsAreWritten() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.scenario()
    for (command, name) in [
      (ResumeTests.study(of: scenario, in: folder), "tiny-morris"),
      (
        ResumeTests.selection(of: scenario, in: folder),
        "tiny-optimise+staffing.contractHoursPerWeek=30"
      ),
    ] {
      let place = folder.path + "/out/" + name
      let whole = CommandCall(command, simulator: OptimiseCommandTests.simulator)
      #expect(whole.code == .success, "\(whole.errors)")
      try FileManager.default.removeItem(atPath: place)
      let hindered = CommandCall(command) {
        (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
        _ = FileManager.default.createFile(atPath: place, contents: nil)
        return try OptimiseCommandTests.simulator(scenario, seed, replication, isCancelled)
      }
      #expect(hindered.code == .cannotWrite, "\(hindered.errors)")
      #expect(hindered.errors.contains("the same command with --resume goes on from here"))
      try FileManager.default.removeItem(atPath: place)
      let resumed = CommandCall(command + ["--resume"]) {
        (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
        // Number 0 is simulated once more, to see that the engine is the same; 1 stands for the others.
        if replication == 1 { Issue.record("\(name): replication \(replication) is repeated") }
        return try OptimiseCommandTests.simulator(scenario, seed, replication, isCancelled)
      }
      #expect(resumed.code == .success, "\(resumed.errors)")
      let isEqual = resumed.output == whole.output
      #expect(isEqual, "\(name)")
      #expect(folder.names(in: "journals").isEmpty)
    }
  }

  @Test func thereMayBeNothingToResume() throws {
    let folder = try TemporaryFolder()
    let call = CommandCall([
      "run", try folder.scenario(), "--output", folder.path + "/out", "--resume",
    ])
    #expect(call.code == .success)
    #expect(call.errors.contains("there is nothing to resume in '\(folder.path)/out/.journals'"))
    #expect(folder.names(in: "out") == ["tiny"])
  }

  @Test func aChangedScenarioIsNotResumed() throws {
    let folder = try TemporaryFolder()
    let arguments = ["run", try folder.scenario(), "--output", folder.path + "/out"]
    let interruption = Interruption()
    CommandCall(
      arguments + ["--threads", "1"], interruption: interruption,
      simulator: stopping(after: 1, interruption, CommandCall.quick))
    #expect(folder.names(in: "out") == [".journals", "tiny"])
    let other = CommandCall(arguments + ["--resume", "--set", "staffing.fte=31"])
    #expect(other.code == .missingInput)
    #expect(other.errors.contains("cannot be resumed: it belongs to other work: its scenario has"))
    #expect(other.errors.contains("without --resume the work starts from the beginning"))
    #expect(other.output.isEmpty)
    let engine = CommandCall(arguments + ["--resume"], simulator: ReplicationRunner.engine)
    #expect(engine.code == .missingInput)
    #expect(engine.errors.contains("replication 0 comes out otherwise than in the journal"))
    let anew = CommandCall(arguments)
    #expect(anew.code == .success)
    #expect(folder.names(in: "out") == ["tiny"])
  }

  /// Bytes in the journals of a folder.
  private func journalSize(_ folder: TemporaryFolder) -> Int {
    folder.names(in: "journals").reduce(0) { sum, name in
      let path = folder.path + "/journals/" + name
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return sum + (attributes?[.size] as? Int ?? 0)
    }
  }

  /// Starts the program and kills it until it gets to its end, each time at a random moment after it has
  /// written something to its journal, however long that takes on a busy machine.
  ///
  /// - Returns: The output of the last start, and how often it was killed.
  private func killedUntilDone(
    _ arguments: [String], in folder: TemporaryFolder, seed: UInt64
  ) throws -> (output: String, kills: Int, recalls: Int) {
    var moments = SplitMix(state: seed)
    var kills = 0
    var recalls = 0
    while true {
      let before = journalSize(folder)
      let process = Process()
      let output = folder.path + "/output-\(kills)"
      let errors = folder.path + "/errors-\(kills)"
      for path in [output, errors] {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
      }
      process.executableURL = ExecutableTests.program
      process.arguments = arguments + ["--resume", "--journal", folder.path + "/journals"]
      process.standardOutput = FileHandle(forWritingAtPath: output)
      process.standardError = FileHandle(forWritingAtPath: errors)
      try process.run()
      if kills < 4 {
        while process.isRunning, journalSize(folder) <= before { usleep(2_000) }
        usleep(UInt32(moments.next() % 150_000))
        kill(process.processIdentifier, SIGKILL)
      }
      process.waitUntilExit()
      let notes = try String(contentsOfFile: errors, encoding: .utf8)
      if notes.contains(" taken from ") { recalls += 1 }
      if process.terminationReason == .exit {
        #expect(process.terminationStatus == 0, "seed \(seed): \(notes)")
        return (try String(contentsOfFile: output, encoding: .utf8), kills, recalls)
      }
      kills += 1
    }
  }

  /// Commands with the option that makes their work longer, and the seed of the moments of death.
  private static func commands(
    _ scenario: String, out: String
  ) -> [(arguments: [String], scale: (option: String, start: Int), seed: UInt64)] {
    [
      (["run", scenario, "--output", out], ("--replications", 30), 11),
      (["sweep", scenario, "--vary", "staffing.fte=1:3:1"], ("--replications", 10), 13),
      (["compare", scenario, scenario], ("--replications", 15), 14),
      (
        [
          "sensitivity", scenario, "staffing.fte=1:3", "service.restPolicy.enabled=false:true",
          "--metric", "unseen.6m.share", "--output", out,
        ], ("--trajectories", 7), 15
      ),
      // Candidates leave one after another, in several stages.
      (
        [
          "optimise", scenario, "staffing.fte=1:3:1", "--minimise", "staffing.fte", "--limit",
          "contact.overdue.share <= 0.06", "--tolerance", "contact.overdue.share=0.006",
          "--output", out,
        ], ("--replications", 20), 16
      ),
    ]
  }

  @Test func workThatIsKilledAtRandomMomentsEndsWithTheSameBytes() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.write(ScenarioTexts.small, to: "small.json")
    for (arguments, scale, seed) in ResumeTests.commands(scenario, out: folder.path + "/out") {
      var count = scale.start
      var wasKilled = false
      // Where the engine is quick, work may be over before it is killed; then more of it is asked for.
      while !wasKilled, count <= scale.start * 1_000 {
        let options = ["--format", "json", "--threads", "2", scale.option, "\(count)"]
        let whole = CommandCall(
          arguments + options + ["--quiet", "--journal", folder.path + "/journals"],
          simulator: ReplicationRunner.engine)
        #expect(whole.code == .success, "\(whole.errors)")
        let killed = try killedUntilDone(arguments + options, in: folder, seed: seed)
        let isEqual = killed.output == whole.output
        #expect(isEqual, "\(arguments[0]), seed \(seed), \(killed.kills) kills")
        wasKilled = killed.kills >= 1 && killed.recalls >= 1
        count *= 4
      }
      #expect(wasKilled, "\(arguments[0]), seed \(seed): no kill was followed by a recall")
    }
  }
}
