import CaseloadModel
import CaseloadTestSupport
import Foundation
import SimulationKernel
import Testing

@testable import ScenarioFormat

@Suite struct SectorTests {
  /// A sector of drawn organisations.
  private static func text(
    count: Int = 40, sampling: String = "independent", median: Double = 400,
    draws: String = "", more: String = ""
  ) -> String {
    """
    {
      "name": "sector",
      "organisations": {
        "sampling": "\(sampling)",
        "members": [{"name": "town", "count": \(count), "drawn": true}, {"name": "city"}],
        "draws": [
          {"name": "size", "key": "population.clients", "distribution": "logNormal",
           "value": \(median), "spread": 0.8, "low": 50, "high": 5000},
          {"name": "perFte", "distribution": "bands", "bands": [
            {"name": "low", "share": 0.25, "from": 40, "to": 80},
            {"name": "high", "share": 0.75, "from": 80, "to": 160}]},
          {"name": "staff", "key": "staffing.fte", "times": ["population.clients"], "over": ["perFte"]},
          {"name": "rest", "key": "service.restPolicy.enabled", "distribution": "flag", "share": 0.6}
          \(draws)
        ]\(more)
      }
    }
    """
  }

  private func sector(_ text: String, overrides: [String] = []) throws -> Sector {
    let document = readSector(text, overrides: overrides)
    #expect(document.diagnostics.allSatisfy { $0.severity != .error }, "\(document.diagnostics)")
    return try #require(document.sector)
  }

  private func quantities(_ name: String, _ sector: Sector) -> [Double] {
    sector.organisations.compactMap { $0.quantity(name) }
  }

  @Test func quantilesAreThoseOfTheDistributions() {
    var draw = SectorDraw()
    draw.distribution = .uniform
    (draw.low, draw.high) = (10, 30)
    #expect(draw.quantile(0.25) == 15)
    draw.distribution = .bands
    var (a, b) = (SectorBand(), SectorBand())
    (a.share, a.from, a.to) = (0.2, 0, 10)
    (b.share, b.from, b.to) = (0.8, 100, 200)
    draw.bands = [a, b]
    #expect(draw.quantile(0.1) == 5)
    #expect(abs(draw.quantile(0.6) - 150) < 1e-9)
    draw.distribution = .flag
    draw.share = 0.25
    #expect(draw.quantile(0.7) == 0 && draw.quantile(0.8) == 1)
    draw = SectorDraw()
    draw.distribution = .logNormal
    (draw.value, draw.spread) = (400, 0.5)
    #expect(abs(draw.quantile(0.5) - 400) < 1e-9)
    #expect(abs(draw.quantile(Elementary.normalCumulative(1)) - 400 * Elementary.exp(0.5)) < 1e-6)
    // Cut at the median, the lower quarter begins where the normal distribution has 5/8.
    draw.low = 400
    let expected = 400 * Elementary.exp(0.5 * Elementary.normalQuantile(0.625))
    #expect(abs(draw.quantile(0.25) - expected) < 1e-6)
    #expect(draw.quantile(1e-12) >= 400)
  }

  @Test func oneLeverLeavesAllOtherDrawsInPlace() throws {
    let base = try sector(SectorTests.text())
    let larger = try sector(SectorTests.text(median: 500))
    let more = try sector(
      SectorTests.text(
        draws:
          ", {\"name\": \"older\", \"key\": \"population.olderShare\", \"distribution\": \"uniform\","
          + " \"low\": 0.3, \"high\": 0.5}"))
    let fewer = try sector(SectorTests.text(count: 30))
    for name in ["perFte", "rest"] {
      #expect(quantities(name, base) == quantities(name, larger))
      #expect(quantities(name, base) == quantities(name, more))
      #expect(Array(quantities(name, base).prefix(30)) == quantities(name, fewer))
    }
    #expect(zip(quantities("size", base), quantities("size", larger)).allSatisfy { $0 < $1 })
    #expect(quantities("size", base) == quantities("size", more))
    // The roots of random numbers are those of names and positions.
    #expect(
      base.organisations[7].seed(in: 3) == fewer.organisations[7].seed(in: 3),
      "\(base.organisations[7].name), \(fewer.organisations[7].name)")
    #expect(Set(base.organisations.map { $0.seed(in: 3) }).count == 41)
    #expect(base.organisations[7].seed(in: 3) != base.organisations[7].seed(in: 4))
    #expect(base.organisations[40].name == "city" && base.organisations[6].name == "town-07")
  }

  @Test func staffFollowsFromOtherDraws() throws {
    for organisation in try sector(SectorTests.text()).organisations
    where organisation.member == "town" {
      let clients = Double(organisation.scenario.population.clients)
      let perFte = try #require(organisation.quantity("perFte"))
      #expect(abs(organisation.scenario.staffing.fte - clients / perFte) < 1e-9)
      #expect(abs(try #require(organisation.quantity("clientsPerFte")) - perFte) < 1e-9)
    }
  }

  @Test(
    "Clients per fte are those of the rule by which an organisation is staffed",
    arguments: StaffingRule.allCases)
  func clientsPerFteFollowTheRule(_ rule: StaffingRule) throws {
    let name = String(describing: rule)
    let sector = try sector(
      """
      {"population": {"clients": 400},
       "staffing": {"rule": "\(name)", "fte": 4.5, "budgetPerYearEuro": 350000,
         "roles": [{"name": "coach", "fte": 0.8, "carriesCaseload": true, "clientShare": 0.2}]},
       "caseload": {"normPerFte": 70},
       "organisations": {"members": [{"name": "town", "count": 2}]}}
      """)
    for organisation in sector.organisations {
      let expected = StaffingArithmetic(organisation.scenario)
      let found = try #require(organisation.quantity("clientsPerFte"))
      #expect(abs(found - expected.clientsPerFte) < 1e-9)
      let byRule = try #require(expected.fteByRule.first { $0.rule == rule }).fte
      #expect(abs(found - 400 / (byRule + 0.8)) < 1e-9, "\(name): \(found)")
    }
  }

  @Test func stratifiedDrawsHaveTheSharesAskedFor() throws {
    let sector = try sector(SectorTests.text(count: 100, sampling: "stratified"))
    #expect(quantities("perFte", sector).count { $0 < 80 } == 25)
    #expect(quantities("rest", sector).count { $0 == 1 } == 60)
    let sizes = quantities("size", sector).sorted()
    #expect(sizes[49] <= 400 && sizes[50] >= 399)
    #expect(sizes.allSatisfy { (50...5000).contains($0) })
  }

  @Test func correlationsAreByRank() throws {
    let correlation = """
      , "correlations": [{"name": "c", "between": ["size", "perFte"], "rank": -0.6}]
      """
    let plain = try sector(SectorTests.text(count: 1_000))
    let together = try sector(SectorTests.text(count: 1_000, more: correlation))
    #expect(quantities("size", plain) == quantities("size", together))
    #expect(quantities("rest", plain) == quantities("rest", together))
    func spearman(_ sector: Sector) -> Double {
      func ranks(_ values: [Double]) -> [Double] {
        var ranks = values
        for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
          ranks[index] = Double(rank)
        }
        return ranks
      }
      let towns = sector.organisations.filter { $0.member == "town" }
      let (a, b) = (
        ranks(towns.compactMap { $0.quantity("size") }),
        ranks(towns.compactMap { $0.quantity("perFte") })
      )
      let distance = zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      let n = Double(a.count)
      return 1 - 6 * distance / (n * (n * n - 1))
    }
    // Three standard errors of a rank correlation of 1,000.
    #expect(abs(spearman(plain)) < 0.095)
    #expect(abs(spearman(together) + 0.6) < 0.07)
    let impossible = """
      , "correlations": [{"name": "a", "between": ["size", "perFte"], "rank": 0.95},
        {"name": "b", "between": ["size", "rest"], "rank": 0.95},
        {"name": "c", "between": ["perFte", "rest"], "rank": -0.5}]
      """
    #expect(
      sectorProblems(SectorTests.text(more: impossible)) == [
        "organisations.correlations: expected correlations that can hold together,"
          + " found a set that cannot"
      ])
  }

  @Test func setsAreThoseThatMeetTheirConditions() throws {
    let more = """
      , "subsets": [
          {"name": "crowded", "conditions": ["clientsPerFte > 120", "rest = true"]},
          {"name": "worst", "members": ["town"], "rankedBy": "perFte", "rankFrom": 0.75}],
        "adjustments": [
          {"name": "toNorm", "subset": "worst", "key": "staffing.fte", "value": 0.0125,
           "times": ["population.clients"]},
          {"name": "later", "subset": "crowded", "key": "staffing.administrationShare",
           "value": 0.2, "date": "2013-01-01"}]
      """
    let base = try sector(SectorTests.text())
    let sector = try sector(SectorTests.text(more: more))
    #expect(sector.subsets.map(\.name) == ["crowded", "worst"])
    #expect(sector.subsets[1].positions.count == 10)
    let limit = quantities("perFte", base).sorted()[30]
    for (position, organisation) in sector.organisations.enumerated() {
      let own = base.organisations[position]
      let isCrowded =
        own.quantity("clientsPerFte")! > 120 && own.scenario.service.restPolicy.enabled
      #expect(sector.subsets[0].positions.contains(position) == isCrowded)
      #expect(organisation.scenario.interventions.changes.count == (isCrowded ? 1 : 0))
      let isWorst = organisation.member == "town" && own.quantity("perFte")! >= limit
      #expect(sector.subsets[1].positions.contains(position) == isWorst)
      let fte = organisation.scenario.staffing.fte
      let clients = Double(own.scenario.population.clients)
      #expect(abs(fte - (isWorst ? clients / 80 : own.scenario.staffing.fte)) < 1e-9)
    }
  }

  @Test func interventionsAreForASetOnly() throws {
    let text = SectorTests.text(
      more: """
        , "subsets": [{"name": "resting", "conditions": ["rest = true"]}],
          "onlyFor": [{"name": "callIn", "subset": "resting"}]
        """
    ).replacing(
      "\"name\": \"sector\",",
      with: """
        "name": "sector", "interventions": {"campaigns": [{"name": "callIn", "date": "2013-01-01"}]},
        """)
    for organisation in try sector(text).organisations {
      let has = organisation.quantity("rest") == 1
      #expect(organisation.scenario.interventions.campaigns.count == (has ? 1 : 0))
    }
  }

  @Test func theCommandLineHoldsForAll() throws {
    let all = try sector(SectorTests.text(), overrides: ["population.clients=700"])
    #expect(all.organisations.allSatisfy { $0.scenario.population.clients == 700 })
    let town = all.organisations[3]
    #expect(abs(town.scenario.staffing.fte - 700 / town.quantity("perFte")!) < 1e-9)
    let wider = try sector(
      SectorTests.text(), overrides: ["organisations.draws.size.value=500"])
    #expect(
      quantities("size", wider) == quantities("size", try sector(SectorTests.text(median: 500))))
    let wrong = readSector(SectorTests.text(), overrides: ["organisations.draws.sise.value=5"])
    #expect(wrong.diagnostics.first?.hint == "did you mean \"size\"?", "\(wrong.diagnostics)")
  }

  @Test func whatIsWrongIsToldWithItsPlace() {
    let cases: [(String, String)] = [
      (
        ", \"subsets\": [{\"name\": \"s\", \"conditions\": [\"clientsPerFtee > 3\"]}]",
        "organisations.subsets.s.conditions: expected a draw, a key or clientsPerFte, found \"clientsPerFtee\""
      ),
      (
        ", \"adjustments\": [{\"name\": \"a\", \"key\": \"staffing.fte\", \"subset\": \"none\"}]",
        "organisations.adjustments.a.subset: expected a set of organisations.subsets, of which there is"
          + " none, found \"none\""
      ),
      (
        ", \"adjustments\": [{\"name\": \"a\", \"key\": \"staffing.fte\", \"value\": -2}]",
        "organisations.adjustments.a: expected a number that is above 0 and at most 100000, found -2 in town-01 and 40 more"
      ),
      (
        ", \"shares\": [{\"name\": \"s\", \"condition\": \"unseen.6m.share\"}]",
        "organisations.shares.s.condition: expected quantity > limit, with >, >=, <, <= or =, found"
          + " \"unseen.6m.share\""
      ),
      (
        ", \"correlations\": [{\"name\": \"c\", \"between\": [\"size\"], \"rank\": 0.5}]",
        "organisations.correlations.c.between: expected two draws, found [size]"
      ),
    ]
    for (more, expected) in cases {
      let found = sectorProblems(SectorTests.text(more: more))
      #expect(found == [expected])
    }
    let draws = ", {\"name\": \"d\", \"key\": \"population.clientz\"}"
    #expect(
      sectorProblems(SectorTests.text(draws: draws)) == [
        "organisations.draws.d.key: expected the path of a key, found \"population.clientz\""
      ])
    let late = ", {\"name\": \"d\", \"times\": [\"e\"]}, {\"name\": \"e\"}"
    #expect(
      sectorProblems(SectorTests.text(draws: late)) == [
        "organisations.draws.d.times: expected a draw that stands before it, found \"e\""
      ])
    #expect(
      sectorProblems("{\"organisations\": {}}") == [
        "organisations.members: expected at least one organisation, found none"
      ])
  }

  // MARK: - Files

  private func folder(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }

  @Test func membersComeFromFiles() throws {
    let first = try folder([
      "sector.json":
        "{\"name\": \"s\", \"organisations\": {\"members\": [{\"name\": \"a\", \"extends\": \"a.json\","
        + " \"count\": 2}, {\"name\": \"b\"}]}}",
      "a.json": "{\"population\": {\"clients\": 77}}",
      "late.json":
        "{\"organisations\": {\"members\": [{\"name\": \"a\", \"extends\": \"b.json\"}]}}",
      "b.json": "{\"time\": {\"durationMonths\": 7}}",
      "nested.json":
        "{\"organisations\": {\"members\": [{\"name\": \"a\", \"extends\": \"sector.json\"}]}}",
    ])
    let document = ScenarioDocument.load(path: first.path + "/sector.json")
    let sector = try #require(document.sector, "\(document.diagnostics)")
    #expect(sector.organisations.map(\.name) == ["a-1", "a-2", "b"])
    #expect(sector.organisations.map(\.scenario.population.clients) == [77, 77, 3_000])
    #expect(sector.clients == 3_154)
    let late = ScenarioDocument.load(path: first.path + "/late.json")
    #expect(late.diagnostics.first?.keyPath == "organisations.members.a.extends")
    #expect(late.diagnostics.first?.expected == "time.durationMonths 60, as in the sector")
    let nested = ScenarioDocument.load(path: first.path + "/nested.json")
    #expect(nested.diagnostics.first?.expected == "a scenario of one organisation")

    // What is resolved, with the files of members beside it, is the same sector.
    let base = try #require(document.scenario)
    let text = ScenarioText.resolved(sector, base: base)
    var files = Dictionary(
      uniqueKeysWithValues: ScenarioText.memberFiles(of: sector).map { ($0.name, $0.text) })
    files["resolved.json"] = text
    let again = try folder(files)
    let resolved = ScenarioDocument.load(path: again.path + "/resolved.json")
    #expect(resolved.sha256 == document.sha256, "\(resolved.diagnostics)")
    #expect(resolved.scenario == document.scenario)
    let second = try #require(resolved.sector)
    #expect(second.organisations.map(\.scenario) == sector.organisations.map(\.scenario))
    #expect(second.settings.draws == sector.settings.draws)
  }

  @Test func aResolvedSectorIsTheSameSector() throws {
    let more = """
      , "subsets": [{"name": "crowded", "conditions": ["clientsPerFte > 120"]}],
        "shares": [{"name": "s", "condition": "unseen.6m.share > 0.2"}]
      """
    let document = readSector(SectorTests.text(more: more))
    let sector = try #require(document.sector)
    let again = readSector(
      ScenarioText.resolved(sector, base: try #require(document.scenario)))
    #expect(again.sha256 == document.sha256, "\(again.diagnostics)")
    #expect(again.sector?.organisations.map(\.scenario) == sector.organisations.map(\.scenario))
  }

  @Test func theSectionIsExplained() throws {
    for topic in ["organisations", "organisations.draws.distribution", "organisations.subsets"] {
      #expect(ScenarioText.explain(topic) != nil, "\(topic)")
    }
    #expect(ScenarioText.schema().contains("\"organisations\": {"))
    for entry in SectorTable.entries {
      #expect(
        !entry.parameter.meaning.isEmpty && entry.parameter.meaning.hasSuffix("."), "\(entry.path)")
    }
  }
}
