import CaseloadModel
import CaseloadTestSupport
import Experiments
import Foundation
import Testing

@testable import CaseloadCommands

@Suite("caseload validate-model")
struct ValidateModelCommandTests {
  private func targets(_ folder: TemporaryFolder, _ rows: String) throws -> String {
    try folder.write(
      "{\"format\": \"caseload-targets/1\", \"targets\": [\(rows)]}", to: "targets.json")
  }

  /// With the quick simulator the stock of all clients is (1 + replication) / 10 in replication r.
  private let stock = """
    {"scenario": "tiny.json", "figure": "stock", "metric": "stock.clients", "published": "0.2",
     "low": 0.15, "high": 0.25, "use": "calibrated", "evidence": ["E-056"]}
    """

  @Test("Figures are judged, and the report is written where asked")
  func report() throws {
    let folder = try TemporaryFolder()
    _ = try folder.scenario()
    let path = try targets(
      folder,
      stock + """
        , {"scenario": "tiny.json", "figure": "a group without any effect",
         "metric": "unseen.6m.share", "group": "work", "less": {"group": "care"},
         "published": "2", "low": 2, "high": 2, "use": "validated", "evidence": []}
        """)
    let call = CommandCall(["validate-model", path, "--output", folder.path + "/out"])
    #expect(call.code == .success, "\(call.errors)")
    #expect(call.output.contains("inside, unsure"))
    #expect(
      call.output.contains(
        "1 of 1 figures that nothing was set by come out within their tolerance."))
    #expect(folder.names(in: "out") == ["validation.json", "validation.md"])
    #expect(try folder.text("out/validation.json").contains("\"mean\": 0.2"))
  }

  @Test("A group that does not exist, a file that is missing and one that is wrong are refused")
  func refusals() throws {
    let folder = try TemporaryFolder()
    _ = try folder.scenario()
    let group = stock.replacing("\"published\"", with: "\"group\": \"youth\", \"published\"")
    let unknown = CommandCall(["validate-model", try targets(folder, group)])
    #expect(unknown.code == .badScenario)
    #expect(unknown.errors.contains("found \"youth\""))
    #expect(CommandCall(["validate-model", folder.path + "/none.json"]).code == .missingInput)
    let wrong = CommandCall(["validate-model", try targets(folder, "{}")])
    #expect(wrong.code == .badScenario)
    #expect(wrong.errors.contains("scenario"))
  }

  @Test("A figure can be a change of the scenario or a difference between days")
  func changesAndDays() throws {
    let folder = try TemporaryFolder()
    _ = try folder.scenario()
    let path = try targets(
      folder,
      """
      {"scenario": "tiny.json", "figure": "more staff", "set": {"staffing.fte": 30},
       "metric": "stock.clients", "less": {"set": {}}, "published": "rises", "above": 0,
       "use": "validated", "evidence": []},
      {"scenario": "tiny.json", "figure": "growth", "metric": "stock.clients", "at": "2012-03-01",
       "less": {"at": "2012-02-01"}, "published": "4", "low": 4, "high": 4, "use": "validated",
       "evidence": []}
      """)
    let simulator: Simulator = {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      let cellCount = scenario.population.groups.count + 1
      let cells = Metric.allCases.count * cellCount
      let value = scenario.staffing.fte + Double(replication)
      return ReplicationOutcome(
        replication: replication, cellCount: cellCount, observationCount: 2,
        observationDays: [15_371, 15_400], values: Array(repeating: value, count: cells),
        series: Array(repeating: value, count: cells) + Array(repeating: value + 4, count: cells),
        events: 1, clientYears: 1)
    }
    let call = CommandCall(
      ["validate-model", path, "--output", folder.path + "/out"], simulator: simulator)
    #expect(call.code == .success, "\(call.errors)")
    #expect(call.output.contains("2 of 2 figures that nothing was set by"))
    let report = try folder.text("out/validation.md")
    #expect(report.contains("## tiny\n"))
    #expect(report.contains("stock.clients with staffing.fte=30, less that without changes"))
    #expect(report.contains("stock.clients on 2012-03-01, less that on 2012-02-01"))
    let json = try folder.text("out/validation.json")
    #expect(json.contains("\"mean\": 4,"))
    #expect(json.contains("\"mean\": 5,"))
  }

  @Test("A day without an observation and a change that is none are refused")
  func refusedQuantities() throws {
    let folder = try TemporaryFolder()
    _ = try folder.scenario()
    let day = stock.replacing("\"published\"", with: "\"at\": \"2012-02-03\", \"published\"")
    let noObservation = CommandCall(["validate-model", try targets(folder, day)])
    #expect(noObservation.code == .badScenario)
    #expect(noObservation.errors.contains("expected a day on which tiny.json is observed"))
    let set = stock.replacing(
      "\"published\"", with: "\"set\": {\"staffing.ftes\": 3}, \"published\"")
    let noChange = CommandCall(["validate-model", try targets(folder, set)])
    #expect(noChange.code == .badScenario)
    #expect(noChange.errors.contains("did you mean \"fte\"?"), "\(noChange.errors)")
    #expect(noChange.errors.contains("there is no scenario 'tiny.json' with staffing.ftes=3"))
  }

  @Test("Large scenarios can be left out")
  func limit() throws {
    let folder = try TemporaryFolder()
    _ = try folder.scenario()
    let call = CommandCall(
      ["validate-model", try targets(folder, stock), "--most-clients", "100"])
    #expect(call.code == .success)
    #expect(!call.output.contains("stock"))
  }
}
