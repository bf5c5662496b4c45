import CaseloadModel

/// A scenario of many organisations, of which a browser is told no more than that it is one.
///
/// It does not fit in a page, and putting organisations together would be a tenth of the engine.
public struct Sector: Sendable {}

/// Where organisations stand in a scenario.
enum SectorTable {
  /// The section of the organisations.
  static let key = "organisations"
}

extension ScenarioAssembler {
  /// Notes that a file has the section, whatever it says.
  mutating func mergeSector(_ node: Int, _ source: Int) { sector = .object([]) }

  /// Notes that a change is one of the section, whatever it says.
  mutating func applyToSector(_ keys: ArraySlice<String>, _ value: String, _ source: Int) {
    sector = .object([])
  }

  /// What stands for the organisations, if the scenario has any.
  mutating func makeSector(overrides: [String], base: Scenario) -> Sector? {
    sector == nil ? nil : Sector()
  }
}

extension ScenarioText {
  /// Nothing: the scenario is not run here, so that nobody asks for its hash.
  static func canonical(_ sector: Sector) -> String { "" }
}
