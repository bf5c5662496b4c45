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
        , {"scenario": "tiny.json", "comparedWith": "tiny.json", "figure": "itself",
         "metric": "unseen.6m.share", "published": "0", "low": 0, "high": 0, "use": "validated",
         "evidence": []}
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
