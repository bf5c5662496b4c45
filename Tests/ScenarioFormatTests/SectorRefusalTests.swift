import CaseloadModel
import CaseloadTestSupport
import Foundation
import SimulationKernel
import Testing

@testable import ScenarioFormat

/// What a section `organisations` may not say, and what it says less clearly than it seems.
@Suite struct SectorRefusalTests {
  /// A sector of six drawn towns and one that is not drawn.
  private static func text(draws: String = "", more: String = "", top: String = "") -> String {
    """
    {
      "name": "sector", \(top)
      "organisations": {
        "members": [{"name": "town", "count": 6, "drawn": true}, {"name": "city"}],
        "draws": [
          {"name": "size", "key": "population.clients", "distribution": "uniform", "low": 60, "high": 120},
          {"name": "load", "distribution": "uniform", "low": 50, "high": 150}\(draws)
        ]\(more)
      }
    }
    """
  }

  // MARK: - Members

  @Test func aSectorHasNoSectorAsAMember() throws {
    let folder = try TemporaryFolder()
    func sector(of file: String) -> String {
      "{\"organisations\": {\"members\": [{\"name\": \"a\", \"extends\": \"\(file)\"}]}}"
    }
    for (name, member) in [
      ("itself.json", "itself.json"), ("there.json", "back.json"), ("back.json", "there.json"),
    ] { try folder.write(sector(of: member), to: name) }
    for name in ["itself.json", "there.json"] {
      let found = ScenarioDocument.load(path: folder.path + "/" + name).diagnostics
      #expect(found.map(\.code) == [.impossible], "\(found)")
      #expect(found.first?.keyPath == "organisations.members.a.extends")
      #expect(found.first?.expected == "a scenario of one organisation")
    }
  }

  @Test func aChangeOfTheWholeSectionIsNotOneOfItsMembers() throws {
    let folder = try TemporaryFolder()
    try folder.write("{\"population\": {\"clients\": 77}}", to: "a.json")
    try folder.write(
      "{\"organisations\": {\"members\": [{\"name\": \"a\", \"extends\": \"a.json\"}]}}",
      to: "sector.json")
    let document = ScenarioDocument.load(
      path: folder.path + "/sector.json",
      overrides: ["organisations={\"members\": [{\"name\": \"b\"}]}"])
    let sector = try #require(document.sector, "\(document.diagnostics)")
    #expect(sector.organisations.map(\.name) == ["a", "b"])
  }

  @Test func noTwoOrganisationsHaveOneName() {
    let text = SectorRefusalTests.text().replacing("\"city\"", with: "\"town-3\"")
    #expect(
      sectorProblems(text) == [
        "organisations.members.town-3: expected a name that no organisation of town has, found \"town-3\""
      ])
    let other = SectorRefusalTests.text().replacing("\"city\"", with: "\"town-7\"")
    #expect(sectorProblems(other) == [])
  }

  @Test func membersThatCannotBeReadAreNotSaidToBeNone() {
    let text = "{\"organisations\": {\"members\": [{\"name\": \"a/b\"}]}}"
    #expect(readSector(text).diagnostics.map(\.code) == [.badName])
    #expect(readSector("{\"organisations\": []}").diagnostics.map(\.code) == [.wrongType])
  }

  // MARK: - Draws

  @Test func drawsThatCannotBeAreRefused() {
    let cases: [(String, String)] = [
      (
        "{\"name\": \"clientsPerFte\"}",
        "organisations.draws.clientsPerFte: expected a name other than clients and clientsPerFte, found"
          + " \"clientsPerFte\""
      ),
      (
        "{\"name\": \"d\", \"members\": [\"city\"]}",
        "organisations.draws.d.members: expected members that are drawn, found \"city\""
      ),
      (
        "{\"name\": \"d\", \"value\": 3, \"low\": 5}",
        "organisations.draws.d.value: expected a value from low (5) to high (1000000000000), found 3"
      ),
      (
        "{\"name\": \"d\", \"distribution\": \"normal\", \"value\": 0, \"low\": 5, \"high\": 7}",
        "organisations.draws.d.value: expected a value from low (5) to high (7), found 0"
      ),
      (
        "{\"name\": \"d\", \"distribution\": \"normal\", \"value\": 0, \"spread\": 1, \"low\": 60,"
          + " \"high\": 70}",
        "organisations.draws.d.low: expected limits between which the distribution has values, found"
          + " 60 to 70, around 0 with a spread of 1"
      ),
      (
        "{\"name\": \"d\", \"distribution\": \"logNormal\", \"value\": 10, \"spread\": 1, \"low\": -5,"
          + " \"high\": -1}",
        "organisations.draws.d.low: expected limits between which the distribution has values, found"
          + " -5 to -1, around 10 with a spread of 1"
      ),
    ]
    for (draw, expected) in cases {
      #expect(sectorProblems(SectorRefusalTests.text(draws: ", " + draw)) == [expected])
    }
    let twice = """
      , "correlations": [{"name": "a", "between": ["size", "load"], "rank": 0.5},
          {"name": "b", "between": ["load", "size"], "rank": -0.5}]
      """
    #expect(
      sectorProblems(SectorRefusalTests.text(more: twice)) == [
        "organisations.correlations.b.between: expected each pair of draws once, found load and size again"
      ])
  }

  /// Chances far above the middle differ from 1 by less than a number of 64 bits can tell.
  @Test func aDistributionIsCutFarFromItsMiddle() {
    for distribution in [SectorDistribution.normal, .logNormal] {
      var draw = SectorDraw()
      draw.distribution = distribution
      draw.spread = 1
      let isLog = distribution == .logNormal
      draw.value = isLog ? 1 : 0
      (draw.low, draw.high) = isLog ? (Elementary.exp(9), Elementary.exp(12)) : (9, 12)
      let (lowest, highest) = (
        Elementary.normalCumulative(-12), Elementary.normalCumulative(-9)
      )
      for share in [0.001, 0.25, 0.5, 0.75, 0.999] {
        let found = draw.quantile(share)
        let beyond = Elementary.normalCumulative(isLog ? -Elementary.log(found) : -found)
        let expected = highest - share * (highest - lowest)
        #expect(abs(beyond / expected - 1) < 1e-9, "\(distribution) \(share) \(found)")
      }
    }
  }

  @Test func aSectionOfTheCommandLineHoldsAsItsKeysDo() throws {
    for change in ["population={\"clients\": 500}", "population.clients=500"] {
      let document = readSector(SectorRefusalTests.text(), overrides: [change])
      let sector = try #require(document.sector, "\(document.diagnostics)")
      #expect(
        sector.organisations.allSatisfy { $0.scenario.population.clients == 500 }, "\(change)")
    }
  }

  // MARK: - Sets

  @Test func whatIsNotDrawnHasNoRank() throws {
    let more = ", \"subsets\": [{\"name\": \"small\", \"rankedBy\": \"size\", \"rankTo\": 0.5}]"
    let sector = try #require(readSector(SectorRefusalTests.text(more: more)).sector)
    let positions = sector.subsets[0].positions
    #expect(positions.count == 3)
    #expect(positions.allSatisfy { sector.organisations[$0].member == "town" })
  }

  @Test func aSetWithoutOrganisationsIsTold() {
    let more = """
      , "subsets": [{"name": "huge", "conditions": ["clients > 1e9"]}],
        "adjustments": [{"name": "less", "subset": "huge", "key": "staffing.fte", "value": 1}]
      """
    let document = readSector(SectorRefusalTests.text(more: more))
    #expect(document.sector != nil)
    #expect(document.diagnostics.map(\.code) == [.adviseEmptySet])
    #expect(document.diagnostics.first?.keyPath == "organisations.subsets.huge")
    #expect(document.diagnostics.first?.found == "none of the 7, so nobody has less")
  }

  @Test func aDatedAdjustmentDoesNotMixWithAChange() {
    let top = """
      "interventions": {"changes": [{"name": "a", "date": "2013-01-01", "set": {"staffing.fte": 9}}]},
      """
    let more = """
      , "adjustments": [{"name": "a", "key": "staffing.administrationShare", "value": 0.2,
          "date": "2013-06-01"}]
      """
    #expect(
      sectorProblems(SectorRefusalTests.text(more: more, top: top)) == [
        "organisations.adjustments.a: expected a name that no change in interventions has, found \"a\""
          + " in town-1 and 6 more"
      ])
  }

  @Test func aMemberFromAFileMayLackAnIntervention() throws {
    let folder = try TemporaryFolder()
    try folder.write("{\"population\": {\"clients\": 77}}", to: "own.json")
    let text = SectorRefusalTests.text(
      more: """
        , "subsets": [{"name": "large", "members": ["town"], "rankedBy": "clients", "rankFrom": 0.5}],
          "onlyFor": [{"name": "callIn", "subset": "large"}]
        """,
      top: "\"interventions\": {\"campaigns\": [{\"name\": \"callIn\", \"date\": \"2013-01-01\"}]},"
    ).replacing("\"name\": \"city\"", with: "\"name\": \"own\", \"extends\": \"own.json\"")
    try folder.write(text, to: "sector.json")
    let document = ScenarioDocument.load(path: folder.path + "/sector.json")
    let sector = try #require(document.sector, "\(document.diagnostics)")
    let having = sector.organisations.indices.filter {
      !sector.organisations[$0].scenario.interventions.campaigns.isEmpty
    }
    #expect(having == sector.subsets[0].positions && having.count == 3)
    let unknown = text.replacing(
      "\"name\": \"callIn\", \"subset\"", with: "\"name\": \"no\", \"subset\"")
    let refused = readSector(unknown.replacing(", \"extends\": \"own.json\"", with: ""))
    #expect(refused.diagnostics.contains { $0.expected == "an intervention of the scenario" })
  }
}
