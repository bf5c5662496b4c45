import CaseloadModel
import Experiments
import Foundation
import Synchronization
import Testing

@testable import CaseloadCommands

@Suite struct RunCommandTests {
  @Test func writesFourFilesAndPrintsATable() throws {
    let bench = try Bench()
    let scenario = try bench.file("small.json", Bench.small)
    let outcome = bench.run(
      ["run", scenario, "--output", bench.path("out")], simulator: ReplicationRunner.engine)
    #expect(outcome.code == .success)
    let files = ["replications.csv", "results.json", "run.json", "series.csv"]
    #expect(
      bench.names.filter { $0.hasPrefix("out/small/") } == files.map { "out/small/" + $0 })
    #expect(outcome.output.contains("Unseen for six months"))
    #expect(outcome.errors.contains("events per second"))
    let object = try JSONSerialization.jsonObject(
      with: Data(try bench.text("out/small/results.json").utf8))
    let results = try #require(object as? [String: Any])
    #expect(results["format"] as? String == "caseload-results/1")
    #expect(results["replications"] as? Int == 4)
    let metrics = try #require(results["metrics"] as? [String: [String: Any]])
    #expect(metrics.count == Metric.allCases.count)
    let unseen = try #require(metrics["unseen.6m.share"])
    let mean = try #require(unseen["mean"] as? Double)
    #expect(mean > 0 && mean < 1)
    #expect((unseen["groups"] as? [String: Any])?.count == 3)
    #expect(try bench.text("out/small/series.csv").hasPrefix("date,metric,group,mean,low,high"))
  }

  @Test func bytesDoNotDependOnThreads() throws {
    let bench = try Bench()
    let scenario = try bench.file("small.json", Bench.small)
    var bytes: [String] = []
    for threads in ["1", "2", "7"] {
      let outcome = bench.run(
        ["run", scenario, "--threads", threads, "--output", bench.path(threads)],
        simulator: ReplicationRunner.engine)
      #expect(outcome.code == .success)
      for file in ["results.json", "series.csv", "replications.csv"] {
        bytes.append(try bench.text("\(threads)/small/\(file)"))
      }
    }
    #expect(bytes[0] == bytes[3] && bytes[0] == bytes[6])
    #expect(bytes[1] == bytes[4] && bytes[1] == bytes[7])
    #expect(bytes[2] == bytes[5] && bytes[2] == bytes[8])
  }

  @Test func intervalIsStudentsInterval() throws {
    // Replications 0 to 3 plus 0.002: mean 1.502, sd sqrt(5/3), t(3) = 3.182446305.
    let bench = try Bench()
    let scenario = try bench.file("small.json", Bench.small)
    let outcome = bench.run(
      ["run", scenario, "--seed", "2", "--output", bench.path("out"), "--format", "json"])
    #expect(outcome.code == .success)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let metrics = try #require((object as? [String: Any])?["metrics"] as? [String: [String: Any]])
    let stock = try #require(metrics["stock.clients"])
    let low = try #require(stock["low95"] as? Double)
    let high = try #require(stock["high95"] as? Double)
    let half = 3.182_446_305_284_263 * (5.0 / 3).squareRoot() / 2
    #expect(abs(low - (1.502 - half)) < 1e-9)
    #expect(abs(high - (1.502 + half)) < 1e-9)
  }

  @Test(arguments: [
    ("missing", nil, ExitCode.missingInput, "missing.json"),
    ("empty", "", .badScenario, ":1:1: error"),
    ("truncated", "{\"staffing\": {\"fte\": 25", .badScenario, ":1:"),
    ("wrong", "[1, 2]", .badScenario, ":1:1: error"),
    ("unknown key", "{\n  \"staffing\": {\"ftes\": 25}\n}", .badScenario, "did you mean"),
    ("negative", "{\n  \"staffing\": {\"fte\": -1}\n}", .badScenario, ":2:23: error: staffing.fte"),
  ])
  func badInputWritesNothing(
    name: String, text: String?, code: ExitCode, expected: String
  ) throws {
    let bench = try Bench()
    let path = bench.path("missing.json")
    if let text { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
    let outcome = bench.run(["run", path, "--output", bench.path("out")])
    #expect(outcome.code == code, "\(name)")
    #expect(outcome.errors.contains(expected), "\(name): \(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(!bench.exists("out"))
  }

  @Test func anUnwritableOutputIsFoundBeforeTheRun() throws {
    let bench = try Bench()
    let scenario = try bench.file("small.json", Bench.small)
    let blocked = try bench.file("blocked", "a file")
    let runs = Atomic(0)
    let outcome = bench.run(["run", scenario, "--output", blocked + "/out"]) {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      runs.add(1, ordering: .relaxed)
      return try Bench.standIn(scenario, seed, replication, isCancelled)
    }
    #expect(outcome.code == .cannotWrite)
    #expect(runs.load(ordering: .relaxed) == 0)
  }

  @Test func anInterruptionKeepsWhatWasFinished() throws {
    let bench = try Bench()
    let scenario = try bench.file("small.json", Bench.small)
    let interruption = Interruption()
    let outcome = bench.run(
      ["run", scenario, "--threads", "1", "--replications", "9", "--output", bench.path("out")],
      interruption: interruption
    ) { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      if replication == 3 {
        interruption.interrupt(by: SIGINT)
        return nil
      }
      return try Bench.standIn(scenario, seed, replication, isCancelled)
    }
    #expect(outcome.code == .interrupted)
    let results = try bench.text("out/small/results.json")
    #expect(results.contains("\"partial\": true"))
    #expect(results.contains("\"plannedReplications\": 9"))
    #expect(results.contains("\"replications\": 3"))
  }

  @Test func aBrokenLawStopsTheRunAndIsNamed() throws {
    let bench = try Bench()
    let scenario = try bench.file("small.json", Bench.small)
    let outcome = bench.run(["run", scenario, "--seed", "77", "--output", bench.path("out")]) {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      if replication == 2 {
        throw InvariantViolation(
          law: .workedWithinPresence, seed: seed, replication: 2, minute: 1_500, entity: 31,
          expected: 100, found: 105)
      }
      return try Bench.standIn(scenario, seed, replication, isCancelled)
    }
    #expect(outcome.code == .internalError)
    for part in ["workedWithinPresence", "seed 77", "replication 2", "2010-01-02 at 01:00", "31"] {
      #expect(outcome.errors.contains(part), "\(part) in \(outcome.errors)")
    }
    #expect(!bench.exists("out/small"))
  }

  @Test func anOlderResultIsReplacedAndOtherFoldersAreNot() throws {
    let bench = try Bench()
    let scenario = try bench.file("small.json", Bench.small)
    let arguments = ["run", scenario, "--quiet", "--output", bench.path("out")]
    #expect(bench.run(arguments).code == .success)
    let first = try bench.text("out/small/results.json")
    #expect(bench.run(arguments + ["--seed", "9"]).code == .success)
    let second = try bench.text("out/small/results.json")
    #expect(first != second)
    try FileManager.default.removeItem(atPath: bench.path("out/small/results.json"))
    try Data("mine".utf8).write(to: URL(fileURLWithPath: bench.path("out/small/notes.txt")))
    #expect(bench.run(arguments).code == .cannotWrite)
    #expect(try bench.text("out/small/notes.txt") == "mine")
  }

  @Test func setChangesTheScenario() throws {
    let bench = try Bench()
    let scenario = try bench.file("small.json", Bench.small)
    let outcome = bench.run(["resolve", scenario, "--set", "staffing.fte=30"])
    #expect(outcome.code == .success)
    #expect(outcome.output.contains("\"fte\": 30"))
    let wrong = bench.run([
      "run", scenario, "--set", "staffing.ftw=30", "--output", bench.path("o"),
    ])
    #expect(wrong.code == .badScenario)
    #expect(wrong.errors.contains("did you mean"))
  }

  @Test func colourOnlyOnTerminalsWithoutNoColor() throws {
    let bench = try Bench()
    let missing = bench.path("none.json")
    let plain = bench.run(["validate", missing])
    #expect(!plain.errors.contains("\u{1B}["))
    let scenario = try bench.file("small.json", Bench.small)
    let arguments = ["run", scenario, "--output", bench.path("out")]
    let coloured = bench.run(arguments, isTerminal: true)
    #expect(coloured.output.contains("\u{1B}["))
    let refused = bench.run(arguments, environment: ["NO_COLOR": "1"], isTerminal: true)
    #expect(!refused.output.contains("\u{1B}["))
  }
}

@Suite struct UsageTests {
  @Test(arguments: [
    ([], "Usage"), (["rum"], "did you mean 'run'"), (["run"], "SCENARIO"),
    (["run", "x.json", "--sed", "1"], "did you mean '--seed'"),
    (["run", "x.json", "--replications", "0"], "found '0'"),
    (["run", "x.json", "--precision", "unseen.6m.shar=0.1"], "did you mean 'unseen.6m.share'"),
    (["explain", "staffing.ft"], "did you mean"),
  ])
  func wrongUsageIsExplained(arguments: [String], expected: String) throws {
    let outcome = try Bench().run(arguments)
    #expect(outcome.code == .usage)
    #expect(outcome.errors.contains(expected), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func everyCommandHasHelp() throws {
    let bench = try Bench()
    let program = bench.run(["--help"])
    #expect(program.code == .success)
    for command in CommandTable.all {
      #expect(program.output.contains(command.name))
      let help = bench.run([command.name, "--help"])
      #expect(help.code == .success)
      for option in command.options { #expect(help.output.contains(option.name)) }
      for line in help.output.split(separator: "\n") { #expect(line.count <= 100) }
    }
  }

  @Test func everyMetricIsExplained() throws {
    let bench = try Bench()
    for metric in Metric.allCases {
      let outcome = bench.run(["explain", metric.id])
      #expect(outcome.code == .success)
      #expect(outcome.output.contains(metric.id))
      #expect(outcome.output.contains("Dutch"))
    }
  }

  @Test func aNewScenarioRuns() throws {
    let bench = try Bench()
    let made = bench.run(["new", "--clients", "500", "--fte", "6"])
    #expect(made.code == .success)
    #expect(made.output.split(separator: "\n").count <= 25)
    let path = try bench.file("new.json", made.output)
    #expect(bench.run(["validate", path]).code == .success)
  }

  @Test func resolvedScenarioGivesTheSameRun() throws {
    let bench = try Bench()
    let scenario = try bench.file("small.json", Bench.small)
    let resolved = try bench.file("resolved.json", bench.run(["resolve", scenario]).output)
    for (path, folder) in [(scenario, "a"), (resolved, "b")] {
      let outcome = bench.run(
        ["run", path, "--output", bench.path(folder)], simulator: ReplicationRunner.engine)
      #expect(outcome.code == .success)
    }
    #expect(try bench.text("a/small/results.json") == bench.text("b/small/results.json"))
  }
}
