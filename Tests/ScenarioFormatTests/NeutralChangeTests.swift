import CaseloadModel
import Testing

@testable import ScenarioFormat

/// What means nothing changes nothing: neither the hash of a scenario nor a bit of its results.
@Suite("Changes that mean nothing")
struct NeutralChangeTests {
  private func document(_ changes: String) -> ScenarioDocument {
    read(
      """
      { "name": "neutral", "time": { "start": "2012-01-01", "warmUpMonths": 1, "durationMonths": 6 },
        "population": { "clients": 60 }, "inflow": { "applicationsPerYear": 60 },
        "staffing": { "fte": 1.5, "turnoverPerYear": 1, "roles": [
          { "name": "support", "fte": 0.5, "requestsTaken": 0.4, "registrationTaken": 0.3 } ] },
        "interventions": { "changes": [ \(changes) ] } }
      """)
  }

  private func series(_ document: ScenarioDocument) throws -> [UInt64] {
    let scenario = try #require(document.scenario, "\(document.diagnostics)")
    let outcome = try #require(try simulate(scenario, seed: 5, replication: 0))
    return outcome.series.map(\.bitPattern)
  }

  private let real = """
    { "name": "real", "date": "2012-04-01", "set": { "staffing.fte": 2, "inflow.grantedShare": 1 } }
    """

  @Test(
    "A change after the end, one to the value that holds, and the order of keys",
    arguments: [
      // The run ends on 1 August 2012; the last day on which a change can hold is 31 July.
      "REAL, { \"name\": \"late\", \"date\": \"2012-08-01\", \"set\": { \"labourMarket.demandIndex\": 10 } }",
      "{ \"name\": \"never\", \"date\": \"2100-01-01\", \"set\": { \"outflow.pensionAndDeathPerYear\": 1 } }, REAL",
      "{ \"name\": \"same\", \"date\": \"2012-03-01\", \"set\": { \"staffing.fte\": 1.50, \"costs.ftePerYearEuro\": 95000 } }, REAL",
      "REAL, { \"name\": \"same\", \"date\": \"2012-05-01\", \"set\": { \"staffing.fte\": 2.0 } }",
      "{ \"name\": \"real\", \"date\": \"2012-04-01\", \"set\": { \"inflow.grantedShare\": 1.0, \"staffing.fte\": 2 } }",
      "{ \"set\": { \"staffing.fte\": 2, \"inflow.grantedShare\": 1 }, \"date\": \"2012-04-01\", \"name\": \"real\" }",
    ])
  func nothingFollows(_ changes: String) throws {
    let expected = document(real)
    let found = document(changes.replacing("REAL", with: real))
    #expect(found.sha256 == expected.sha256)
    #expect(try series(found) == series(expected))
  }

  @Test(
    "What is planned after the end changes nothing, neither as it is read nor as it is run again",
    arguments: ["campaigns", "reorganisations", "migrations", "classifications", "changes"])
  func afterTheEnd(_ list: String) throws {
    let set = list == "changes" ? ", \"set\": { \"staffing.fte\": 9 }" : ""
    func read(_ date: String) -> ScenarioDocument {
      ScenarioFormatTests.read(
        """
        { "name": "neutral", "time": { "start": "2012-01-01", "warmUpMonths": 1, "durationMonths": 3 },
          "population": { "clients": 60 }, "staffing": { "fte": 1.5 },
          "interventions": { "\(list)": [ { "name": "x", "date": "\(date)"\(set) } ] } }
        """)
    }
    let plain = ScenarioFormatTests.read(
      """
      { "name": "neutral", "time": { "start": "2012-01-01", "warmUpMonths": 1, "durationMonths": 3 },
        "population": { "clients": 60 }, "staffing": { "fte": 1.5 } }
      """)
    for date in ["2012-05-01", "2099-01-01"] {
      let late = read(date)
      #expect(late.sha256 == plain.sha256, "\(date)")
      let again = ScenarioText.digest(of: try #require(late.scenario))
      #expect(again == plain.sha256, "\(date)")
      let own = Set(try series(plain))
      #expect(try Set(series(late)).isSuperset(of: own), "\(date)")
    }
    #expect(read("2012-04-30").sha256 != plain.sha256)
  }

  @Test("A list of texts changes on a date, and a change of it back to what holds means nothing")
  func listsOfTexts() throws {
    func read(_ segments: String, _ changes: String) -> ScenarioDocument {
      ScenarioFormatTests.read(
        """
        { "name": "lists", "time": { "start": "2012-01-01", "warmUpMonths": 1, "durationMonths": 6 },
          "population": { "clients": 60, "segments": [
            { "name": "assistance", "stockShare": 0.5, "inflowShare": 0.5 },
            { "name": "youth", "stockShare": 0.5, "inflowShare": 0.5 } ] },
          "staffing": { "fte": 1.5, "roles": [
            { "name": "coach", "fte": 1, "carriesCaseload": true, "segments": \(segments) } ] },
          "interventions": { "changes": [ \(changes) ] } }
        """)
    }
    func change(_ value: String) -> String {
      "{ \"name\": \"x\", \"date\": \"2012-03-01\", \"set\": { \"staffing.roles.coach.segments\": \(value) } }"
    }
    let plain = read("[\"youth\"]", "")
    let same = read("[\"youth\"]", change("[ \"youth\"\n ]"))
    #expect(same.diagnostics.allSatisfy { $0.severity != .error })
    #expect(same.sha256 == plain.sha256)
    let other = read("[\"youth\"]", change("[\"assistance\", \"youth\"]"))
    let scenario = try #require(other.scenario, "\(other.diagnostics)")
    #expect(
      scenario.interventions.changes[0].result.first?.staffing.roles[0].segments
        == ["assistance", "youth"])
    #expect(try series(other) != series(plain))
    // It can be written and read again.
    #expect(ScenarioFormatTests.read(ScenarioText.resolved(scenario)).sha256 == other.sha256)
    for wrong in ["[1]", "[[\"youth\"]]", "{}"] {
      #expect(read("[]", change(wrong)).diagnostics.first?.code == .wrongType, "\(wrong)")
    }
  }

  @Test("A change that means something changes the hash and the results")
  func somethingFollows() throws {
    let none = document("")
    for changes in [
      real,
      "{ \"name\": \"last\", \"date\": \"2012-07-31\", \"set\": { \"service.requestsPerYear\": 100 } }",
    ] {
      let found = document(changes)
      #expect(found.sha256 != none.sha256, "\(changes)")
      #expect(try series(found) != series(none), "\(changes)")
    }
  }

  @Test("The resolved scenario keeps every change as it was written, and the hash")
  func resolvedKeepsAll() throws {
    let found = document(
      "{ \"name\": \"never\", \"date\": \"2100-01-01\", \"set\": { \"staffing.fte\": 9 } }, \(real)"
    )
    let text = ScenarioText.resolved(try #require(found.scenario))
    #expect(text.contains("2100-01-01"))
    #expect(read(text).sha256 == found.sha256)
  }
}

/// One rule for the names of all elements of all lists.
@Suite("Names of elements")
struct ElementNameTests {
  private let elements: [(String, String)] =
    [
      (
        "time.closedDays",
        "{\"time\": {\"closedDays\": [{\"name\": \"NAME\", \"date\": \"2013-01-01\"}]}}"
      ),
      ("population.segments", "{\"population\": {\"segments\": [{\"name\": \"NAME\"}]}}"),
      (
        "population.transfers",
        "{\"population\": {\"transfers\": [{\"name\": \"NAME\", \"from\": \"assistance\"}]}}"
      ),
      ("population.shocks", "{\"population\": {\"shocks\": [{\"name\": \"NAME\"}]}}"),
      ("knowledge.attributes", "{\"knowledge\": {\"attributes\": [{\"name\": \"NAME\"}]}}"),
      ("staffing.roles", "{\"staffing\": {\"roles\": [{\"name\": \"NAME\"}]}}"),
      (
        "trajectories.instruments",
        "{\"trajectories\": {\"instruments\": [{\"name\": \"NAME\", \"fromGroup\": \"care\", \"toGroup\": \"work\"}]}}"
      ),
      (
        "labourMarket.vacancies",
        "{\"labourMarket\": {\"vacancies\": [{\"name\": \"NAME\", \"fromGroup\": \"care\", \"toGroup\": \"work\"}]}}"
      ),
    ]
    + ["changes", "campaigns", "reorganisations", "migrations", "classifications"].map { list in
      (
        "interventions.\(list)",
        "{\"interventions\": {\"\(list)\": [{\"name\": \"NAME\", \"date\": \"2013-01-01\"}]}}"
      )
    }

  @Test("What is refused or advised against for one list is so for all")
  func oneRule() {
    // Every list of the table whose elements name themselves is here, but groups, which have a case of
    // their own among the wordings, and targets, which name no row of any result.
    let lists = ParameterTable.entries.filter { entry in
      if case .name? = entry.parameter.children.first?.shape { return !entry.parameter.isLeaf }
      return false
    }.map(\.path)
    #expect(Set(lists) == Set(elements.map(\.0) + ["population.groups", "targets"]))
    for (list, text) in elements {
      let all = read(text.replacing("NAME", with: "all")).diagnostics
      #expect(
        all.contains { $0.code == .reservedName && $0.keyPath == "\(list).all.name" },
        "\(list): \(all)")
      for word in ["NA", "NaN", "null", "None", "inf", "true"] {
        let advice = read(text.replacing("NAME", with: word)).diagnostics
        #expect(
          advice.contains { $0.code == .adviseName && $0.keyPath == "\(list).\(word).name" },
          "\(list): \(word): \(advice)")
      }
      let usual = read(text.replacing("NAME", with: "nap")).diagnostics
      #expect(!usual.contains { [.adviseName, .reservedName].contains($0.code) }, "\(list)")
    }
  }
}
