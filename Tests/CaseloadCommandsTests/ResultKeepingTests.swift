import CaseloadModel
import CaseloadTestSupport
import Experiments
import Foundation
import Testing

@testable import CaseloadCommands

/// What becomes of results: each can be repeated, and none is lost to another question.
@Suite struct ResultKeepingTests {
  private func run(
    _ folder: TemporaryFolder, _ options: [String], output: String = "out",
    simulator: @escaping Simulator = CommandCall.quick, interruption: Interruption = Interruption()
  ) throws -> CommandCall {
    CommandCall(
      [
        "run", folder.path + "/tiny.json", "--threads", "1", "--output",
        folder.path + "/" + output,
      ] + options, interruption: interruption, simulator: simulator)
  }

  private func record(_ folder: TemporaryFolder, _ name: String) throws -> [String: Any] {
    let text = try folder.text("out/\(name)/run.json")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func theScenarioOfAResultGivesTheSameBytes() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.write(ScenarioTexts.small, to: "small.json")
    let questions: [(options: [String], name: String)] = [
      ([], "small"),
      (["--seed", "7", "--replications", "3", "--set", "staffing.fte=3"], "small+staffing.fte=3"),
      (
        ["--precision", "contact.perClientYear=0.05", "--set", "population.clients=140"],
        "small+population.clients=140"
      ),
    ]
    for (options, name) in questions {
      let call = CommandCall(
        ["run", scenario, "--output", folder.path + "/out"] + options,
        simulator: ReplicationRunner.engine)
      #expect(call.code == .success, "\(call.errors)")
      let again = CommandCall(
        ["run", folder.path + "/out/\(name)/scenario.json", "--output", folder.path + "/again"],
        simulator: ReplicationRunner.engine)
      #expect(again.code == .success, "\(again.errors)")
      for file in ["results.json", "series.csv", "replications.csv"] {
        let isEqual =
          try folder.text("out/\(name)/\(file)") == folder.text("again/small/\(file)")
        #expect(isEqual, "\(options): \(file)")
      }
      try FileManager.default.removeItem(atPath: folder.path + "/again")
    }
  }

  @Test func seedAndReplicationsOfARunHoldInDatedChangesToo() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      {"name": "dated", "replications": 4, "time": {"start": "2010-01-01", "warmUpMonths": 1, "durationMonths": 3},
       "population": {"clients": 40}, "staffing": {"fte": 1},
       "interventions": {"changes": [{"name": "more", "date": "2010-03-01", "set": {"staffing.fte": 2}}]}}
      """, to: "dated.json")
    func results(_ path: String, _ options: String..., output: String) throws -> String {
      let call = CommandCall(
        ["run", path, "--output", folder.path + "/" + output] + options,
        simulator: ReplicationRunner.engine)
      #expect(call.code == .success, "\(call.errors)")
      return try folder.text(output + "/dated/results.json")
    }
    let first = try results(path, "--seed", "7", "--replications", "2", output: "out")
    let again = try results(folder.path + "/out/dated/scenario.json", output: "again")
    #expect(first == again)
  }

  @Test func overridesAreInTheNameAndTheTitle() throws {
    let folder = try TemporaryFolder()
    _ = try folder.scenario()
    let call = try run(
      folder,
      ["--set", "staffing.fte=30", "--set", "caseload.normPerFte=90", "--set", "staffing.fte=31"])
    #expect(call.code == .success, "\(call.errors)")
    #expect(folder.names(in: "out") == ["tiny+caseload.normPerFte=90+staffing.fte=31"])
    #expect(call.output.hasPrefix("tiny, caseload.normPerFte=90, staffing.fte=31\n"))
    #expect(
      try record(folder, "tiny+caseload.normPerFte=90+staffing.fte=31")["title"] as? String
        == "tiny, caseload.normPerFte=90, staffing.fte=31")
  }

  @Test func anotherQuestionDoesNotReplaceAResult() throws {
    let folder = try TemporaryFolder()
    _ = try folder.scenario()
    #expect(try run(folder, []).code == .success)
    let first = try folder.text("out/tiny/results.json")
    let same = try run(folder, [])
    #expect(!same.errors.contains("is kept in"))
    #expect(folder.names(in: "out") == ["tiny"])
    let other = try run(folder, ["--seed", "2"])
    #expect(
      other.errors.contains(
        "an earlier result, which answers another question, is kept in \(folder.path)/out/tiny.1"))
    #expect(try folder.text("out/tiny.1/results.json") == first)
    // The same scenario under the same name with another value in the file.
    _ = try folder.scenario(extra: ", \"staffing\": { \"fte\": 31 }")
    #expect(
      try run(folder, ["--seed", "2"]).errors.contains("is kept in \(folder.path)/out/tiny.2"))
    #expect(folder.names(in: "out") == ["tiny", "tiny.1", "tiny.2"])
  }

  @Test func fewerReplicationsDoNotReplaceMore() throws {
    let folder = try TemporaryFolder()
    _ = try folder.scenario()
    #expect(try run(folder, ["--replications", "4"]).code == .success)
    #expect(!(try run(folder, ["--replications", "9"]).errors.contains("is kept in")))
    #expect(try run(folder, ["--replications", "5"]).errors.contains("is kept in"))
    #expect(try record(folder, "tiny.1")["replications"] as? Int == 9)
    #expect(try record(folder, "tiny")["replications"] as? Int == 5)
  }

  @Test func anInterruptedRunDoesNotReplaceACompleteOne() throws {
    let folder = try TemporaryFolder()
    _ = try folder.scenario()
    #expect(try run(folder, []).code == .success)
    let complete = try folder.text("out/tiny/results.json")
    for _ in 0..<2 {
      let interruption = Interruption()
      let stopped = try run(
        folder, ["--replications", "9"],
        simulator: { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
          if replication == 5 { interruption.interrupt(by: SIGINT) }
          if isCancelled() { return nil }
          return try CommandCall.quick(scenario, seed, replication, isCancelled)
        }, interruption: interruption)
      #expect(stopped.code == .interrupted)
      #expect(stopped.errors.contains("the complete result in \(folder.path)/out/tiny stays"))
      #expect(try folder.text("out/tiny/results.json") == complete)
      #expect(try folder.text("out/tiny.partial/results.json").contains("\"partial\": true"))
      #expect(folder.names(in: "out") == [".journals", "tiny", "tiny.partial"])
    }
    // Complete work takes the place of both.
    #expect(try run(folder, ["--replications", "9", "--resume"]).code == .success)
    #expect(folder.names(in: "out") == ["tiny"])
    #expect(try record(folder, "tiny")["replications"] as? Int == 9)
  }

  @Test func noEmptyFoldersAreLeft() throws {
    let folder = try TemporaryFolder()
    _ = try folder.scenario()
    let interruption = Interruption()
    interruption.interrupt(by: SIGINT)
    #expect(try run(folder, [], output: "a/b", interruption: interruption).code == .interrupted)
    let bad = try run(folder, ["--set", "staffing.fte=-1"], output: "c")
    #expect(bad.code == .badScenario)
    #expect(folder.names() == ["tiny.json"])
  }

  @Test func whatDeadProcessesLeftIsTakenAway() throws {
    let folder = try TemporaryFolder()
    _ = try folder.scenario()
    let dead = Process()
    dead.executableURL = URL(fileURLWithPath: "/bin/true")
    try dead.run()
    dead.waitUntilExit()
    let leftover = "out/.tiny.\(dead.processIdentifier).partial"
    for path in [leftover, "out/.tiny.1.partial", "out/.tinyx.\(dead.processIdentifier).partial"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/" + path, withIntermediateDirectories: true)
    }
    #expect(try run(folder, []).code == .success)
    // What belongs to a living process, or to another result, is left alone.
    #expect(
      folder.names(in: "out")
        == [".tiny.1.partial", ".tinyx.\(dead.processIdentifier).partial", "tiny"])
  }

  @Test func studiesWriteTheirScenarioAndKeepOtherQuestions() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.scenario()
    let output = ["--output", folder.path + "/out"]
    let sweep = CommandCall(["sweep", scenario, "staffing.fte=20,30"] + output)
    #expect(sweep.code == .success, "\(sweep.errors)")
    #expect(
      folder.names(in: "out/tiny-sweep")
        == ["points.csv", "results.json", "run.json", "scenario.json"])
    #expect(
      !CommandCall(["sweep", scenario, "staffing.fte=20,30"] + output).errors.contains("kept"))
    let other = CommandCall(["sweep", scenario, "staffing.fte=20,31"] + output)
    #expect(other.errors.contains("is kept in \(folder.path)/out/tiny-sweep.1"))
    let study = ["sensitivity", scenario, "staffing.fte=20:30", "--metric", "unseen.6m.share"]
    #expect(CommandCall(study + output).code == .success)
    let again = CommandCall(study + output + ["--trajectories", "5"])
    #expect(again.errors.contains("is kept in \(folder.path)/out/tiny-morris.1"))
    #expect(folder.names(in: "out/tiny-morris").contains("scenario.json"))
    let silent = CommandCall(["sweep", scenario, "staffing.fte=20,30"])
    #expect(silent.code == .success && !silent.errors.contains("results are in"))
  }
}
