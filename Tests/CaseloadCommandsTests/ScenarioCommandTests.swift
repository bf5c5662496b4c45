import CaseloadModel
import CaseloadTestSupport
import Experiments
import Foundation
import ScenarioFormat
import Testing

@testable import CaseloadCommands

@Suite struct ScenarioCommandTests {
  @Test("The schema that editors find beside the scenarios is the one that the program prints")
  func storedSchema() throws {
    let stored = try PackageFiles.text("scenarios/caseload-scenario.schema.json")
    let printed = CommandCall(["schema"]).output
    #expect(printed.count > 100_000)
    // Compared as one truth value, because a failure would print both.
    let isSame = stored == printed
    #expect(isSame, "caseload schema > scenarios/caseload-scenario.schema.json mends it")
  }

  @Test func validateAcceptsAndRefuses() throws {
    let folder = try TemporaryFolder()
    let good = CommandCall(["validate", try folder.scenario()])
    #expect(good.code == .success)
    #expect(!good.output.contains("targets"))
    let own = CommandCall([
      "validate",
      try folder.scenario(
        name: "own",
        extra: ", \"targets\": {\"outflow.work.perYear\": {\"value\": 300, \"tolerance\": 30}}"),
    ])
    #expect(own.output.contains("  1 target; 'caseload fit' tells"), "\(own.output)\(own.errors)")
    #expect(good.output.contains("tiny.json: valid; 3000 clients"))
    let bad = try folder.write("{ \"staffing\": { \"ftee\": 3 } }", to: "bad.json")
    let call = CommandCall(["validate", try folder.scenario(), bad])
    #expect(call.code == .badScenario)
    #expect(call.errors.contains("did you mean"))
    #expect(CommandCall(["validate", folder.path + "/none", bad]).code == .missingInput)
  }

  @Test func validateSpeaksJSON() throws {
    let folder = try TemporaryFolder()
    let bad = try folder.write("{ \"staffing\": { \"ftee\": 3 } }", to: "bad.json")
    let call = CommandCall(["validate", bad, "--format", "json"])
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(call.output.utf8)) as? [[String: Any]])
    #expect(list.contains { $0["code"] as? String == "scenario.unknown-key" })
    #expect(call.errors.isEmpty)
    #expect(CommandCall(["validate", "--format", "csv", bad]).code == .usage)
  }

  @Test func validateWorksOutTheStaffing() throws {
    let folder = try TemporaryFolder()
    let call = CommandCall(["validate", try folder.scenario(), "--staffing"])
    #expect(call.code == .success)
    #expect(call.output.contains("hours required"))
  }

  @Test func explanationsFitInTheirWidth() {
    let call = CommandCall(["explain", "knowledge.attributes.name"])
    #expect(call.code == .success)
    #expect(call.output.contains("\"motivation\" (motivation)"))
    for line in call.output.split(separator: "\n") { #expect(line.count <= 88, "\(line)") }
    let listed = CommandCall(["explain", "staffing.roles.segments"])
    #expect(listed.output.contains("default   [] (of a new element)\n"))
  }

  @Test func aResolvedScenarioResolvesToItself() throws {
    let folder = try TemporaryFolder()
    let once = CommandCall([
      "resolve", try folder.scenario(), "--quiet", "--set", "staffing.fte=7",
    ])
    #expect(once.code == .success)
    let file = try folder.write(once.output, to: "resolved.json")
    #expect(CommandCall(["resolve", file, "--quiet"]).output == once.output)
    #expect(once.output.contains("\"fte\": 7"))
  }

  @Test func theSchemaIsJSON() throws {
    let call = CommandCall(["schema"])
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(call.output.utf8)) as? [String: Any])
    #expect(root["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  }

  @Test func everyMetricKeyAndMessageIsExplained() {
    for metric in Metric.allCases {
      let call = CommandCall(["explain", metric.id])
      #expect(call.code == .success, "\(metric.id)")
      #expect(call.output.contains(MetricCatalog[metric].title), "\(metric.id)")
      #expect(call.output.contains(MetricCatalog[metric].dutchTitle), "\(metric.id)")
    }
    #expect(CommandCall(["explain", "staffing.fte"]).output.contains("default"))
    #expect(CommandCall(["explain", "scenario.unknown-key"]).code == .success)
    #expect(CommandCall(["explain"]).output.contains("staffing"))
  }

  @Test func namesFromOutsideNeverCommandTheTerminal() throws {
    let folder = try TemporaryFolder()
    let bad = "\u{1B}]0;owned\u{7}\u{9B}2J\u{202E}\u{2028}"
    let file = try folder.write(
      "{ \"description\": \"\\u001b[31m\u{9B}2J\u{202E}\", \"\\u001b[2J\": 1, \"sources\": [\"\u{9B}\"] }",
      to: "a\(bad).json")
    let fine = try folder.write(
      "{ \"description\": \"\\u001b[31m\u{9B}2J\u{202E}\", \"sources\": [\"\u{9B}\"] }",
      to: "b\(bad).json")
    for words in [
      ["validate", file], ["validate", file, "--format", "json"], ["validate", fine, "--staffing"],
      ["resolve", fine], ["resolve", file], ["run", fine, "--set", "\(bad)=1"],
      ["validate", fine, "--set", "name=\(bad)"], ["explain", bad], ["new", "--name", bad], [bad],
      ["validate", "--\(bad)", fine], ["new", "--preset", bad],
    ] {
      let call = CommandCall(words)
      for scalar in (call.output + call.errors).unicodeScalars where scalar != "\n" {
        let category = scalar.properties.generalCategory
        #expect(
          ![.control, .format, .lineSeparator, .paragraphSeparator].contains(category),
          "U+\(String(scalar.value, radix: 16)) from caseload \(words[0])")
      }
      #expect(!(call.output + call.errors).isEmpty, "caseload \(words[0])")
    }
  }

  @Test func aFullDiskIsNoSuccess() {
    let sink = TextSink { _ in ENOSPC }
    let errors = MemorySink()
    let code = CommandLineTool.run(
      arguments: ["schema"], environment: [:], standardOutput: sink, standardError: errors.sink())
    #expect(code == .cannotWrite)
    #expect(errors.text.contains("cannot write to standard output"))
  }

  @Test func aReaderThatHadEnoughIsNoError() {
    let sink = TextSink { _ in EPIPE }
    let errors = MemorySink()
    let code = CommandLineTool.run(
      arguments: ["schema"], environment: [:], standardOutput: sink, standardError: errors.sink())
    #expect(code == .success)
    #expect(errors.text.isEmpty)
  }
}
