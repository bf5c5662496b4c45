import CaseloadTestSupport
import Foundation
import Testing

@testable import CaseloadCommands

@Suite("Scenarios by name")
struct ReferenceScenarioTests {
  @Test(
    "A name stands for an installed scenario, unless it is a path or a file of that name is there")
  func names() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(ScenarioTexts.small, to: "town.json")
    let found = ReferenceScenario.path(for: "town", installed: folder.path)
    #expect(found == path)
    for word in ["town.json", "./town", "village", ""] {
      #expect(ReferenceScenario.path(for: word, installed: folder.path) == word)
    }
    #expect(ReferenceScenario.path(for: "town", installed: nil) == "town")
  }

  @Test("Only arguments that are scenarios may be names")
  func arguments() {
    let scenarios = CommandTable.all.filter { $0.arguments.contains(where: \.isScenario) }
    #expect(scenarios.count >= 9)
    #expect(!scenarios.contains { ["check", "report", "merge", "explain"].contains($0.name) })
  }
}
