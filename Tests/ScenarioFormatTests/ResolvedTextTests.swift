import CaseloadModel
import CaseloadTestSupport
import Foundation
import Testing

@testable import ScenarioFormat

@Suite("Resolved scenarios")
struct ResolvedTextTests {
  @Test("Every committed scenario, resolved and read again, is the same scenario")
  func committedScenariosRoundTrip() throws {
    let folder = PackageFiles.root + "/scenarios"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter {
      $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json")
    }
    #expect(files.count > 10)
    for file in files {
      let document = ScenarioDocument.load(path: folder + "/" + file)
      let scenario = try #require(document.scenario, "\(file)")
      // A sector is resolved with its members, which has tests of its own.
      if document.sector != nil { continue }
      let again = read(ScenarioText.resolved(scenario))
      #expect(again.scenario == scenario, "\(file)")
      #expect(again.sha256 == document.sha256, "\(file)")
    }
  }

  @Test("Default elements that a scenario removed stay away")
  func removedElementsStayAway() throws {
    let document = read(
      """
      { "knowledge": { "attributes": [
          { "name": "debt", "remove": true }, { "name": "language", "weight": 0.5 } ] },
        "population": { "shocks": [{ "name": "eviction", "perYear": 0.1 }] } }
      """)
    let scenario = try #require(document.scenario)
    let text = ScenarioText.resolved(scenario)
    #expect(text.contains("{ \"name\": \"debt\", \"remove\": true }"))
    let again = read(text)
    #expect(again.scenario == scenario)
    #expect(again.sha256 == document.sha256)
    #expect(ScenarioText.resolved(try #require(again.scenario)) == text)
  }

  @Test("An element that was taken out and made anew keeps its place at the end")
  func orderIsKept() throws {
    let text = """
      { "knowledge": { "attributes": [
        { "name": "debt", "remove": true }, { "name": "language" }, { "name": "debt" } ] } }
      """
    let document = read(text)
    let scenario = try #require(document.scenario)
    #expect(scenario.knowledge.attributes.map(\.name).suffix(2) == ["language", "debt"])
    let again = read(ScenarioText.resolved(scenario))
    #expect(again.scenario == scenario)
    #expect(again.sha256 == document.sha256)
    let twice = text.replacingOccurrences(of: ", { \"name\": \"debt\" }", with: "")
      .replacingOccurrences(of: "}, {", with: "}, { \"name\": \"debt\", \"remove\": true }, {")
    #expect(read(twice).diagnostics.map(\.code).contains(.unknownElement))
  }
}
