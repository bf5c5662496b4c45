import CaseloadModel

@testable import ScenarioFormat

/// Reads a scenario from a literal.
func read(_ text: String, overrides: [String] = []) -> ScenarioDocument {
  ScenarioDocument.read(Array(text.utf8), path: "test.json", overrides: overrides)
}
