import CaseloadModel
import Testing

@testable import ScenarioFormat

@Suite("Scenarios in code")
struct ScenarioInCodeTests {
  @Test("A scenario in code is the same after its check, and has a hash")
  func same() throws {
    var scenario = Scenario()
    scenario.name = "own"
    scenario.population.clients = 321
    let document = ScenarioDocument.check(scenario)
    let checked = try #require(document.scenario)
    #expect(ScenarioText.resolved(checked) == ScenarioText.resolved(scenario))
    #expect(document.sha256.count == 64)
  }

  @Test("A group that is renamed in one place only is refused, at its place and with words")
  func renamed() {
    var scenario = Scenario()
    scenario.population.groups[0].name = "support"
    let document = ScenarioDocument.check(scenario)
    #expect(document.scenario == nil)
    let errors = document.diagnostics.filter { $0.severity == .error }
    #expect(!errors.isEmpty)
    #expect(errors.allSatisfy { $0.file == "<code>" && !$0.found.isEmpty })
  }
}
