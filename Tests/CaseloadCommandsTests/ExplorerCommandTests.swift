import CaseloadModel
import CaseloadTestSupport
import Experiments
import Foundation
import Reports
import ScenarioFormat
import Testing

@testable import CaseloadCommands

@Suite("caseload explorer")
struct ExplorerCommandTests {
  /// An engine folder whose module is no WebAssembly: pages hold it without a look inside.
  private func engine(
    in folder: TemporaryFolder, version: String = ProgramVersion.current
  ) throws -> String {
    let path = folder.path + "/engine"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let files = [
      "engine.text": "module", "worker.js": "onmessage = null;", "page.js": "\"use strict\";",
      "page.css": "#explorer{margin:0}", "version": version + "\n",
    ]
    for (name, text) in files {
      try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
    }
    return path
  }

  /// The data that a page gives its scripts.
  private func data(of html: String) throws -> [String: Any] {
    let start = try #require(html.range(of: "id=\"explorer-data\">"))
    let end = try #require(html[start.upperBound...].range(of: "</script>"))
    let packed = try #require(Data(base64Encoded: String(html[start.upperBound..<end.lowerBound])))
    return try #require(
      try JSONSerialization.jsonObject(with: Data(try unpacked(packed))) as? [String: Any])
  }

  /// What is packed in some bytes, by the program that everybody has for it.
  private func unpacked(_ packed: Data) throws -> Data {
    let folder = try TemporaryFolder()
    let file = folder.path + "/data.gz"
    try packed.write(to: URL(fileURLWithPath: file))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return data
  }

  @Test("the page holds the engine, the scenario, both languages and the results of the base")
  func page() throws {
    let folder = try TemporaryFolder()
    let engine = try engine(in: folder)
    let path = try folder.scenario(
      name: "tiny", extra: ", \"description\": \"</script><img src=x onerror=alert(1)>\"")
    let file = folder.path + "/page.html"
    let made = CommandCall([
      "explorer", path, "--engine", engine, "-o", file, "--replications", "3", "--language", "nl",
      "--levers", "diagnosis.toolShare",
    ])
    #expect(made.code == .success, "\(made.errors)")
    let html = try folder.text("page.html")
    let policy = html.replacingOccurrences(of: "&#39;", with: "'")
    #expect(policy.contains("default-src 'none'") && policy.contains("'wasm-unsafe-eval'"))
    #expect(html.contains("<html lang=\"nl\">") && html.contains("Rapport van de basis"))
    #expect(!html.contains("<img") && !html.contains("onerror=alert(1)>\""))
    // The data, the worker, the module and the script of the page, and no other element that could run.
    #expect(html.ranges(of: "<script").count == 4)
    let data = try data(of: html)
    let base = try #require(data["base"] as? [String: Any])
    #expect(base["replications"] as? Int == 3)
    let values = try #require((base["values"] as? String).flatMap { Data(base64Encoded: $0) })
    #expect(values.count == 3 * Metric.allCases.count * 8)
    let scenario = try #require(data["scenario"] as? [String: Any])
    let json = try #require(scenario["json"] as? String)
    let document = ScenarioDocument.read(Array(json.utf8), path: "scenario.json")
    #expect(document.sha256 == scenario["digest"] as? String)
    let keys = try #require(data["levers"] as? [[String: Any]]).compactMap { $0["key"] as? String }
    #expect(keys.contains("staffing.fte") && keys.contains("diagnosis.toolShare"))
    #expect(Set(keys).count == keys.count)
    let texts = try #require(data["texts"] as? [String: [String: String]])
    #expect(texts["stale"]?["nl"]?.isEmpty == false && texts["stale"]?["en"]?.isEmpty == false)
  }

  @Test("with an ensemble the page holds its sets, what they change, and the base over them")
  func ensemble() throws {
    let folder = try TemporaryFolder()
    let engine = try engine(in: folder)
    let path = try folder.scenario(extra: ", \"inflow\": {\"applicationsPerYear\": 500}")
    let file = try folder.write(EnsembleCommandTests.ensemble(), to: "sets.json")
    let page = folder.path + "/page.html"
    let arguments = ["explorer", path, "--engine", engine, "-o", page, "--replications", "2"]
    #expect(CommandCall(arguments).code == .success)
    #expect(try data(of: folder.text("page.html"))["ensemble"] is NSNull)
    let made = CommandCall(arguments + ["--ensemble", file])
    #expect(made.code == .success, "\(made.errors)")
    let sets = try #require(
      try data(of: folder.text("page.html"))["ensemble"] as? [String: Any])
    // Relative to 1,000 in the ensemble, and so to the scenario's own 500.
    #expect(
      sets["changes"] as? [[String]]
        == [450, 500, 600].map { ["inflow.applicationsPerYear=\($0)"] })
    let key = try #require((sets["keys"] as? [[String: Any]])?.first)
    #expect(key["reference"] as? Double == 1_000 && key["isShare"] as? Bool == false)
    let metrics = try #require(sets["metrics"] as? [String])
    #expect(metrics.contains("unseen.6m.share"))
    let values = try #require((sets["values"] as? String).flatMap { Data(base64Encoded: $0) })
    #expect(values.count == 3 * EnsembleStudy.usualReplications * metrics.count * 8)
    let other = try folder.write(
      EnsembleCommandTests.ensemble(key: "service.norms.none.intervalDays"), to: "other.json")
    let refused = CommandCall(arguments + ["--ensemble", other])
    #expect(refused.code == .badScenario)
    #expect(refused.errors.contains("service.norms.none.intervalDays"), "\(refused.errors)")
  }

  @Test("without an engine, or with one of another version, the message says how to get it")
  func missingEngine() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario(name: "tiny")
    let none = CommandCall(["explorer", path, "--engine", folder.path + "/none"])
    #expect(none.code == .missingInput)
    #expect(
      none.errors.contains("'\(folder.path)/none'")
        && none.errors.contains("scripts/build-explorer-engine"))
    let old = try engine(in: folder, version: "0.0.1")
    let made = CommandCall(["explorer", path, "--engine", old])
    #expect(made.code == .missingInput)
    #expect(made.errors.contains("version 0.0.1") && made.errors.contains(ProgramVersion.current))
  }

  @Test("what does not fit in a browser is refused, and nothing is written")
  func tooLarge() throws {
    let folder = try TemporaryFolder()
    let engine = try engine(in: folder)
    let path = try folder.scenario(name: "tiny")
    let file = folder.path + "/page.html"
    let made = CommandCall([
      "explorer", path, "--engine", engine, "-o", file, "--set", "population.clients=60000",
    ])
    #expect(made.code == .badScenario)
    #expect(made.errors.contains("60000 clients") && made.errors.contains("at most 50000"))
    let lever = CommandCall([
      "explorer", path, "--engine", engine, "-o", file, "--levers", "population.groups",
    ])
    #expect(lever.code == .usage)
    #expect(lever.errors.contains("'population.groups'"))
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test("the engine is looked for beside the program, in share, and in the build folder")
  func folders() {
    let program = URL(fileURLWithPath: "/opt/caseload/.build/release/caseload")
    let found = ExplorerEngineFiles.folders(given: nil, program: program, environment: [:])
    #expect(
      found == [
        "/opt/caseload/.build/release/explorer-engine",
        "/opt/caseload/.build/share/caseload/explorer-engine",
        "/opt/caseload/.build/explorer-engine",
      ])
    #expect(
      ExplorerEngineFiles.folders(
        given: nil, program: program, environment: ["CASELOAD_EXPLORER_ENGINE": "/e"]) == ["/e"])
    #expect(ExplorerEngineFiles.folders(given: "/g", program: nil, environment: [:]) == ["/g"])
  }
}
