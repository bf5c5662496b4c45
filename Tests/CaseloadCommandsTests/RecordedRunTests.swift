import CaseloadTestSupport
import Experiments
import Foundation
import Testing

@testable import CaseloadCommands

@Suite("Logs and tables of a run")
struct RecordedRunTests {
  private static func run(_ words: [String], in folder: TemporaryFolder) throws -> CommandCall {
    let path = try folder.write(ScenarioTexts.small, to: "small.json")
    return CommandCall(
      ["run", path, "--output", folder.path + "/out", "--threads", "2"]
        + words.map { $0.replacing("DIR", with: folder.path) },
      simulator: ReplicationRunner.engine)
  }

  @Test("Results are the same bytes with and without somebody who looks on")
  func neutrality() throws {
    let folder = try TemporaryFolder()
    #expect(try RecordedRunTests.run([], in: folder).code == .success)
    let plain = try ["results.json", "series.csv", "replications.csv"].map {
      try folder.text("out/small/" + $0)
    }
    let call = try RecordedRunTests.run(
      ["--log", "DIR/log.csv", "--tables", "workers,clients,months", "--replication", "2"],
      in: folder)
    #expect(call.code == .success, "\(call.errors)")
    #expect(call.errors.contains("events of replication 2 are in"))
    let looked = try ["results.json", "series.csv", "replications.csv"].map {
      try folder.text("out/small/" + $0)
    }
    #expect(plain == looked)
    #expect(
      folder.names(in: "out/small").filter { $0.hasSuffix(".csv") } == [
        "client-months.csv", "clients.csv", "months.csv", "replications.csv", "series.csv",
        "worker-months.csv", "workers.csv",
      ])
    #expect(folder.names(in: "out").filter { $0.hasSuffix(".partial") } == [])
    #expect(folder.names() == ["log.csv", "log.csv-metadata.json", "out", "small.json"])
    let package = try folder.text("out/small/datapackage.json")
    #expect(package.contains("\"foreignKeys\""))
    let rows = try folder.text("out/small/client-months.csv").components(separatedBy: "\r\n")
    let stock = try folder.text("out/small/months.csv").components(separatedBy: "\r\n")
    #expect(rows.count > 300 && stock.count > 3)
  }

  @Test("A log does not depend on the number of threads, nor on what else is asked for")
  func determinism() throws {
    let folder = try TemporaryFolder()
    _ = try RecordedRunTests.run(["--log", "DIR/one.csv", "--replication", "1"], in: folder)
    _ = try RecordedRunTests.run(
      ["--log", "DIR/two.csv", "--tables", "workers", "--replication", "1", "--replications", "2"],
      in: folder)
    #expect(try folder.text("one.csv") == folder.text("two.csv"))
    #expect(!folder.names(in: "out/small").contains("clients.csv"))
  }

  @Test(
    "Mistakes are told before any work",
    arguments: [
      (["--log", "DIR/small.json"], ExitCode.usage, "would write over the scenario"),
      (["--log", "DIR/log.txt"], ExitCode.usage, "ends in .csv, .xes or .json"),
      (["--tables", "workers,customers"], .usage, "expects workers, clients, months"),
      (["--replication", "1"], .usage, "no meaning without '--log' or '--tables'"),
      (["--log", "DIR/log.csv", "--replication", "4"], .usage, "has replications 0 to 3"),
      (["--shard", "1/2", "--tables", "months"], .usage, "excludes '--log' and '--tables'"),
      (
        ["--ensemble", "DIR/small.json", "--log", "DIR/log.csv"], .usage,
        "no meaning with '--ensemble'"
      ),
      (
        ["--ensemble", "DIR/small.json", "--tables", "months"], .usage,
        "no meaning with '--ensemble'"
      ),
      (["--log", "DIR/none/log.csv"], .cannotWrite, "there is no folder"),
      (["DIR/small.json", "--log", "DIR/log.csv"], .usage, "takes one scenario, found 2"),
    ] as [([String], ExitCode, String)])
  func mistakes(words: [String], code: ExitCode, message: String) throws {
    let folder = try TemporaryFolder()
    let call = try RecordedRunTests.run(words, in: folder)
    #expect(call.code == code)
    #expect(call.errors.contains(message), "\(call.errors)")
    #expect(!folder.names().contains("log.csv"))
  }

  @Test(
    "A scenario chooses metrics, tables, log and months; its hash and its numbers stay the same")
  func outputs() throws {
    let folder = try TemporaryFolder()
    let text = ScenarioTexts.small.replacing(
      "{\n",
      with: """
        {
          "outputs": {
            "metrics": ["unseen.6m.share", "stock.clients"], "tables": ["workers"], "log": "ocel",
            "replication": 1, "months": false
          },

        """, maxReplacements: 1)
    let plain = try folder.write(ScenarioTexts.small, to: "small.json")
    let chosen = try folder.write(text, to: "chosen.json")
    for (path, output) in [(plain, "all"), (chosen, "some")] {
      let call = CommandCall(
        ["run", path, "--output", folder.path + "/" + output],
        simulator: ReplicationRunner.engine)
      #expect(call.code == .success, "\(call.errors)")
    }
    #expect(
      folder.names(in: "some/small") == [
        "datapackage.json", "events.json", "replications.csv", "results.json", "run.json",
        "scenario.json", "workers.csv",
      ])
    #expect(!folder.names(in: "some").contains { $0.hasSuffix(".partial") })
    func results(_ name: String) throws -> [String: Any] {
      let data = Data(try folder.text(name + "/small/results.json").utf8)
      return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
    let (all, some) = (try results("all"), try results("some"))
    let metrics = try #require(some["metrics"] as? [String: [String: Any]])
    #expect(Set(metrics.keys) == ["unseen.6m.share", "stock.clients"])
    let whole = try #require(all["metrics"] as? [String: [String: Any]])
    #expect(
      metrics["stock.clients"]?["mean"] as? Double == whole["stock.clients"]?["mean"] as? Double)
    #expect((some["scenario"] as? [String: String]) == (all["scenario"] as? [String: String]))
    let wrong = CommandCall(
      ["run", plain, "--set", "outputs.metrics=[\"unseen.6m\"]"],
      simulator: ReplicationRunner.engine)
    #expect(wrong.code == .badScenario)
    #expect(wrong.errors.contains("outputs.metrics"), "\(wrong.errors)")
  }

  @Test("A log whose description cannot be written is not written either")
  func halfALog() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/log.csv-metadata.json", withIntermediateDirectories: false)
    let call = try RecordedRunTests.run(["--log", "DIR/log.csv"], in: folder)
    #expect(call.code == .cannotWrite)
    #expect(call.errors.contains("a folder is in the way"), "\(call.errors)")
    #expect(!folder.names().contains { $0.hasPrefix("log.csv") && $0 != "log.csv-metadata.json" })
  }

  @Test("A run that is stopped leaves no log and no tables")
  func interruption() throws {
    let folder = try TemporaryFolder()
    let interruption = Interruption()
    interruption.interrupt(by: SIGINT)
    let path = try folder.write(ScenarioTexts.small, to: "small.json")
    let call = CommandCall(
      [
        "run", path, "--output", folder.path + "/out", "--log", folder.path + "/log.xes",
        "--tables", "months",
      ], interruption: interruption, simulator: ReplicationRunner.engine)
    #expect(call.code == .interrupted)
    #expect(folder.names().filter { $0 != "out" } == ["small.json"])
    #expect(folder.names(in: "out").filter { !$0.hasPrefix(".journals") } == [])
  }
}
