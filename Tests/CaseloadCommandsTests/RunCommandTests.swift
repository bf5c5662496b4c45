import CaseloadModel
import CaseloadTestSupport
import Experiments
import Foundation
import Testing

@testable import CaseloadCommands

@Suite struct RunCommandTests {
  @Test func aRunWritesSixFilesAndPrintsATable() throws {
    let folder = try TemporaryFolder()
    let call = CommandCall(["run", try folder.scenario(), "--output", folder.path + "/out"])
    #expect(call.code == .success)
    #expect(
      folder.names(in: "out/tiny") == [
        "datapackage.json", "replications.csv", "results.json", "run.json", "scenario.json",
        "series.csv",
      ])
    #expect(folder.names(in: "out") == ["tiny"])
    #expect(call.output.hasPrefix("tiny\n3 replications, seed 1, 1 observation up to 2012-02-02\n"))
    #expect(call.output.contains("Unseen for six months"))
    #expect(call.errors.contains("15 client-years and 300 events in"))
    #expect(call.errors.contains("events per second"))
    #expect(call.errors.contains("results are in \(folder.path)/out/tiny"))
  }

  @Test func resultsDependOnSeedAndReplicationsButNotOnThreads() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.scenario()
    func results(_ options: [String]) throws -> String {
      let call = CommandCall(
        ["run", scenario, "--quiet", "--output", folder.path + "/out"] + options)
      #expect(call.code == .success)
      #expect(call.errors.isEmpty)
      return try folder.text("out/tiny/results.json")
    }
    let one = try results(["--threads", "1", "--replications", "9"])
    #expect(try results(["--threads", "7", "--replications", "9"]) == one)
    #expect(try results(["--threads", "7", "--replications", "8"]) != one)
    #expect(try results(["--seed", "2", "--replications", "9"]) != one)
    #expect(!one.contains(folder.path))
  }

  @Test func theEngineGivesTheSameBytesWithAnyNumberOfThreads() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.write(ScenarioTexts.small, to: "small.json")
    let resolved = try folder.write(
      CommandCall(["resolve", scenario, "--quiet"]).output, to: "resolved.json")
    var bytes: [[String]] = []
    for (path, threads) in [(scenario, "1"), (scenario, "2"), (scenario, "7"), (resolved, "2")] {
      let call = CommandCall(
        ["run", path, "--threads", threads, "--output", folder.path + "/out", "--quiet"],
        simulator: ReplicationRunner.engine)
      #expect(call.code == .success, "\(call.errors)")
      bytes.append(
        try ["results.json", "series.csv", "replications.csv"].map {
          try folder.text("out/small/" + $0)
        })
    }
    for other in bytes.dropFirst() {
      let isEqual = other == bytes[0]
      #expect(isEqual)
    }
  }

  @Test func overridesReachTheScenario() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.scenario()
    let call = CommandCall([
      "run", scenario, "--set", "name=other", "--set", "seed=44", "--output", folder.path + "/out",
      "--format", "json",
    ])
    #expect(call.code == .success)
    #expect(call.output.contains("\"seed\": 44"))
    #expect(folder.names(in: "out") == ["other"])
    #expect(call.output == (try folder.text("out/other/results.json")))
  }

  @Test func severalScenariosAreRunInOneGo() throws {
    let folder = try TemporaryFolder()
    let call = CommandCall([
      "run", try folder.scenario(name: "a"), try folder.scenario(name: "b"), "--output",
      folder.path + "/out", "--format", "csv",
    ])
    #expect(call.code == .success)
    #expect(folder.names(in: "out") == ["a", "b"])
    #expect(call.output.contains("\r\na,stock.clients,all,persons,3,"))
    #expect(call.output.contains("\r\nb,stock.clients,all,persons,3,"))
  }

  @Test func scenariosOfOneNameAreRefused() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.scenario()
    let call = CommandCall(["run", scenario, scenario, "--output", folder.path + "/out"])
    #expect(call.code == .usage)
    #expect(call.errors.contains("would both write their results to"))
    #expect(folder.names(in: "out").isEmpty)
  }

  @Test func badScenariosAreRefusedBeforeAnythingIsWritten() throws {
    let folder = try TemporaryFolder()
    let output = folder.path + "/out"
    let bad = try folder.write("{ \"staffing\": { \"fte\": -1 } }", to: "bad.json")
    let call = CommandCall(["run", try folder.scenario(), bad, "--output", output])
    #expect(call.code == .badScenario)
    #expect(call.errors.contains("bad.json:1:"))
    #expect(call.errors.contains("staffing.fte"))
    let missing = CommandCall(["run", folder.path + "/none.json", "--output", output])
    #expect(missing.code == .missingInput)
    let override = CommandCall([
      "run", try folder.scenario(), "--set", "staffing.ftee=3", "--output", output,
    ])
    #expect(override.code == .badScenario)
    #expect(override.errors.contains("<command line>"))
    #expect(!folder.names().contains("out"))
  }

  @Test func anUnusableOutputFolderIsFoundBeforeTheSimulation() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("", to: "file")
    let call = CommandCall(
      ["run", try folder.scenario(), "--output", file + "/below"],
      simulator: { (_, _, _, _) throws(InvariantViolation) in
        Issue.record("the simulation was started")
        return nil
      })
    #expect(call.code == .cannotWrite)
    #expect(call.errors.contains("caseload: error: cannot write '\(file)/below': "))
    #expect(call.output.isEmpty)
  }

  @Test func anInterruptedRunKeepsWhatWasFinished() throws {
    for (signal, expected) in [(SIGINT, ExitCode.interrupted), (SIGTERM, .terminated)] {
      let folder = try TemporaryFolder()
      let interruption = Interruption()
      let call = CommandCall(
        [
          "run", try folder.scenario(), "--replications", "50", "--threads", "1", "--output",
          folder.path + "/out",
        ], interruption: interruption,
        simulator: { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
          if replication == 4 { interruption.interrupt(by: signal) }
          if isCancelled() { return nil }
          return try CommandCall.quick(scenario, seed, replication, isCancelled)
        })
      #expect(call.code == expected)
      let results = try folder.text("out/tiny/results.json")
      #expect(results.contains("\"replications\": 4,\n  \"partial\": true,"))
      #expect(results.contains("\"plannedReplications\": 50"))
      #expect(results.contains("\"finishedReplications\": [0, 1, 2, 3]"))
      #expect(call.output.contains("partial: 4 of 50 replications were finished"))
    }
  }

  @Test func aRunThatIsStoppedAtOnceWritesNothing() throws {
    let folder = try TemporaryFolder()
    let interruption = Interruption()
    #expect(interruption.interrupt(by: SIGINT, at: 7_000_000_000))
    // The same Ctrl-C, sent to the process group too.
    #expect(interruption.interrupt(by: SIGINT, at: 7_400_000_000))
    #expect(!interruption.interrupt(by: SIGINT, at: 7_600_000_000))
    let call = CommandCall(
      ["run", try folder.scenario(), "--output", folder.path + "/out"], interruption: interruption)
    #expect(call.code == .interrupted)
    #expect(call.errors.contains("nothing is written"))
    #expect(!call.errors.contains("--resume"), "there is nothing to go on from")
    #expect(folder.names(in: "out").isEmpty)
  }

  @Test func aBrokenLawStopsTheRunAndIsNamed() throws {
    let folder = try TemporaryFolder()
    let call = CommandCall(
      ["run", try folder.scenario(), "--output", folder.path + "/out"],
      simulator: { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
        guard replication == 1 else {
          return try CommandCall.quick(scenario, seed, replication, isCancelled)
        }
        throw InvariantViolation(
          law: .oneWorkerPerClient, seed: seed, replication: replication,
          minute: 31 * 1_440 + 9 * 60 + 5, entity: 17, expected: 1, found: 2)
      })
    #expect(call.code == .internalError)
    #expect(call.errors.contains("'oneWorkerPerClient'"))
    #expect(call.errors.contains("seed 1, replication 1, on 2012-02-01 at 09:05, at number 17"))
    #expect(call.errors.contains("expected 1.0, found 2.0"))
    #expect(folder.names(in: "out").isEmpty)
    #expect(call.output.isEmpty)
  }

  @Test func precisionAddsReplications() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.scenario()
    let call = CommandCall([
      "run", scenario, "--precision", "unseen.6m.share=0.2", "--output", folder.path + "/out",
      "--format", "json",
    ])
    #expect(call.code == .success)
    #expect(call.output.contains("\"replications\": 20,"))
    let most = CommandCall([
      "run", scenario, "--precision", "unseen.6m.share=0.0001", "--max-replications", "25",
      "--output", folder.path + "/out", "--format", "json",
    ])
    #expect(most.code == .failure)
    #expect(most.output.contains("\"replications\": 25,"))
    #expect(most.errors.contains("the precision of unseen.6m.share was not reached: after 25 rep"))
  }

  @Test func theWarmUpIsReportedWhenAskedFor() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.write(ScenarioTexts.small, to: "small.json")
    let arguments = [
      "run", scenario, "--output", folder.path + "/out", "--set", "time.durationMonths=22",
    ]
    let plain = CommandCall(arguments, simulator: ReplicationRunner.engine)
    let place = "out/small+time.durationMonths=22/"
    let results = try folder.text(place + "results.json")
    let call = CommandCall(arguments + ["--detect-warm-up"], simulator: ReplicationRunner.engine)
    #expect(call.code == .success)
    #expect(
      plain.output.hasPrefix("small, time.durationMonths=22\n")
        && call.output.hasPrefix(
          plain.output + "\nWarm-up of small\n24 observations from the first")
    )
    #expect(call.output.contains("the scenario gives 2"))
    #expect(try folder.text(place + "results.json") == results)
    let json = try folder.text(place + "warm-up.json")
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(root["format"] as? String == "caseload-warm-up/1")
    #expect(root["givenMonths"] as? Int == 2 && root["runMonths"] as? Int == 24)
    #expect((root["metrics"] as? [String: Any])?.count == MetricCatalog.headlines.count)
    let short = CommandCall([
      "run", try folder.scenario(), "--output", folder.path + "/out", "--detect-warm-up",
    ])
    #expect(
      short.errors.contains(
        "the horizon is too short to detect a warm-up: expected at least 20 observations, found 1"))
  }

  @Test func terminalsGetProgressAndColour() throws {
    let folder = try TemporaryFolder()
    let arguments = ["run", try folder.scenario(), "--output", folder.path + "/out"]
    let call = CommandCall(arguments, isTerminal: true)
    #expect(call.output.contains("\u{1B}[1m"))
    #expect(call.errors.contains("3 of 3 replications, "))
    let plain = CommandCall(arguments, environment: ["NO_COLOR": "1"], isTerminal: true)
    #expect(!plain.output.contains("\u{1B}"))
    let quiet = CommandCall(arguments + ["--quiet"], isTerminal: true)
    #expect(quiet.errors.isEmpty)
    let piped = CommandCall(arguments)
    #expect(!piped.errors.contains("\u{1B}") && !piped.output.contains("\u{1B}"))
  }

  @Test(arguments: [
    (0.0, "0:00"), (59.6, "1:00"), (3599, "59:59"), (3600, "1:00:00"), (.infinity, "–"),
  ])
  func timesAreReadable(seconds: Double, expected: String) {
    #expect(ProgressLine.clock(seconds) == expected)
  }

  @Test func progressFitsANarrowTerminal() {
    let progress = RunProgress(finished: 15, planned: 30, elapsedSeconds: 3)
    func text(_ width: Int) -> String {
      ProgressLine.text(of: progress, label: "municipality-2014", width: width)
    }
    // 15 of 30 in 3 seconds: 5 per second, and 3 seconds for the rest.
    #expect(
      text(90)
        == "municipality-2014: 15 of 30 replications, 5.0 per second, 0:03 elapsed, 0:03 remaining")
    #expect(text(39) == "municipality-2014: 15/30 0:03 left")
    #expect(text(19) == "15/30 0:03 left")
    #expect(text(9) == "50 %")
    for width in 1...100 { #expect(text(width).count <= width) }
  }

  @Test func tablesAreWrittenInDutchWithAsManyDecimalsAsAreAskedFor() throws {
    let folder = try TemporaryFolder()
    let call = CommandCall([
      "run", try folder.scenario(), "--output", folder.path + "/out", "--language", "nl",
      "--decimals", "3",
    ])
    #expect(call.code == .success)
    #expect(call.output.contains("3 herhalingen, startgetal 1, 1 waarneming tot en met"))
    #expect(call.output.contains("Klanten en caseload\n"))
    // A rate, which unlike a share has no upper bound: 27.1, 27.2 and 27.3, so that the mean is 2,720
    // percent and half the interval 24.841 points.
    let row = call.output.split(separator: "\n").first {
      $0.contains(MetricCatalog[.outflowWork].dutchTitle)
    }
    #expect(row?.contains(" 2.720,000 % ") == true, "\(call.output)")
    #expect(row?.contains("2.695,159–2.744,841 %") == true)
  }
}
