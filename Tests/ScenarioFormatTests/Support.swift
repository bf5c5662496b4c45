import CaseloadModel

@testable import ScenarioFormat

/// Reads a scenario from a literal.
func read(_ text: String, overrides: [String] = []) -> ScenarioDocument {
  ScenarioDocument.read(Array(text.utf8), path: "test.json", overrides: overrides)
}

/// Reads a sector from a literal.
func readSector(_ text: String, overrides: [String] = []) -> ScenarioDocument {
  ScenarioDocument.read(Array(text.utf8), path: "sector.json", overrides: overrides)
}

/// What is wrong with a sector: where, what was expected and what was found.
func sectorProblems(_ text: String) -> [String] {
  readSector(text).diagnostics.map { "\($0.keyPath): expected \($0.expected), found \($0.found)" }
}
