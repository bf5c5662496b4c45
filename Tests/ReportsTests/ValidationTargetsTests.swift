import CaseloadModel
import Reports
import ScenarioFormat
import SimulationKernel
import Testing

@Suite("Files of published figures")
struct ValidationTargetsTests {
  private func read(_ rows: String) throws(ValidationTargets.Problems) -> [ValidationTarget] {
    let text = "{\"format\": \"caseload-targets/1\", \"targets\": [\n\(rows)\n]}"
    return try ValidationTargets.read(Array(text.utf8), path: "targets.json").targets
  }

  /// The one target with the given members beside those that every target has.
  private func quantity(_ members: String) throws -> ValidationQuantity {
    let targets = try read(
      """
      {"scenario": "a.json", "figure": "x", \(members), "published": "1", "low": 0,
       "use": "validated", "evidence": []}
      """)
    return try #require(targets.first?.quantity)
  }

  /// What is wrong with the one target with the given members, without the file.
  private func problems(_ members: String) -> [String] {
    do throws(ValidationTargets.Problems) {
      _ = try read(
        "{\"scenario\": \"a.json\", \"published\": \"1\", \"figure\": \"x\", \(members)}")
      return []
    } catch {
      return error.diagnostics.map(DiagnosticRenderer.line).map {
        String($0.dropFirst("targets.json:".count))
      }
    }
  }

  @Test("A second reading is like the first in everything that it leaves out")
  func inheritance() throws {
    let day = try #require(CivilDate(year: 2014, month: 1, day: 1))
    let changed = ValidationRun(scenario: "a.json", changes: ["staffing.fte=30", "name=\"b\""])
    let first = ValidationReading(run: changed, metric: .stockClients, group: "work", date: day)
    let members = """
      "set": {"staffing.fte": 30, "name": "b"}, "metric": "stock.clients", "group": "work",
      "at": "2014-01-01"
      """
    #expect(try quantity(members) == .value(first))
    let earlier = try #require(CivilDate(year: 2013, month: 1, day: 1))
    let plain = ValidationRun(scenario: "a.json")
    let other = ValidationRun(scenario: "b.json")
    let cases: [(String, ValidationReading)] = [
      (
        "{\"at\": \"2013-01-01\"}",
        ValidationReading(run: changed, metric: .stockClients, group: "work", date: earlier)
      ),
      (
        "{\"set\": {}}",
        ValidationReading(run: plain, metric: .stockClients, group: "work", date: day)
      ),
      (
        "{\"scenario\": \"b.json\"}",
        ValidationReading(run: other, metric: .stockClients, group: "work", date: day)
      ),
      (
        "{\"group\": \"all\", \"metric\": \"inflow.perYear\"}",
        ValidationReading(run: changed, metric: .inflowPerYear, date: day)
      ),
    ]
    for (text, second) in cases {
      #expect(try quantity("\(members), \"less\": \(text)") == .difference(first, less: second))
      #expect(try quantity("\(members), \"per\": \(text)") == .ratio(first, per: second))
    }
  }

  @Test("Limits may be accepted themselves or not")
  func limits() throws {
    let targets = try read(
      """
      {"scenario": "a.json", "figure": "x", "metric": "stock.clients", "published": "1",
       "above": 1, "high": 2, "use": "input", "evidence": ["E-001"]}
      """)
    #expect(
      targets.map(\.range) == [ValidationRange(low: .init(1, isAccepted: false), high: .init(2))])
    #expect(targets.map(\.evidence) == [["E-001"]])
  }

  @Test("What is wrong with a target is told with its place")
  func messages() {
    let rest = "\"use\": \"input\", \"evidence\": [], \"low\": 1"
    let metric = "\"metric\": \"stock.clients\""
    let cases: [(String, [String])] = [
      (
        "\"metric\": \"unseen.7m.share\", \(rest)",
        ["metric: expected a metric, found \"unseen.7m.share\"; did you mean \"unseen.6m.share\"?"]
      ),
      (
        "\(metric), \(rest), \"high\": 0.5",
        ["low: expected less than the upper limit, 0.5, found 1"]
      ),
      (
        "\(metric), \(rest), \"below\": 1",
        ["low: expected less than the upper limit, 1, found 1"]
      ),
      (
        "\(metric), \(rest), \"above\": 1",
        ["above: expected low or above, and not both, found both"]
      ),
      (
        "\"use\": \"input\", \"evidence\": []",
        ["comment: expected the reason why no metric expresses the figure, found none"]
      ),
      (
        "\"use\": \"input\", \"comment\": \"y\", \"at\": \"2014-01-01\", \"low\": 1",
        [
          "at: expected a metric beside it, found none",
          "low: expected a metric beside it, found none",
        ]
      ),
      (
        "\"use\": \"input\", \(metric)",
        ["metric: expected low, above, high or below with it, found none of them"]
      ),
      (
        "\(metric), \(rest), \"at\": \"2014-13-01\"",
        ["at: expected a day as \"YYYY-MM-DD\", found \"2014-13-01\""]
      ),
      (
        "\(metric), \(rest), \"less\": {\"group\": \"all\"}",
        [
          "less.scenario: expected another scenario, set, metric, group or day than that of the"
            + " target, found the same"
        ]
      ),
      (
        "\(metric), \(rest), \"less\": {\"set\": 3}",
        [
          "less.scenario: expected another scenario, set, metric, group or day than that of the"
            + " target, found the same", "less.set: expected an object, found 3",
        ]
      ),
      (
        "\(metric), \(rest), \"less\": {\"group\": \"work\"}, \"per\": {\"group\": \"care\"}",
        ["per: expected less or per, and not both, found both"]
      ),
      ("\(metric), \(rest), \"low2\": 1", ["low2: expected one of scenario, set"]),
      (
        "\(metric), \"use\": \"guess\", \"low\": 1",
        ["use: expected one of calibrated, validated, input, found \"guess\""]
      ),
      ("\(metric), \"low\": \"1\", \"use\": \"input\"", ["low: expected a number, found \"1\""]),
      ("\(metric), \(rest), \"comment\": 3", ["comment: expected a text, found 3"]),
      (
        "\(metric), \"low\": 1, \"use\": \"input\", \"evidence\": [3]",
        ["evidence[0]: expected a text, found 3"]
      ),
    ]
    for (members, expected) in cases {
      let found = problems(members)
      for line in expected {
        #expect(
          found.contains { $0.hasPrefix("2:") && $0.contains("error: targets[0].\(line)") },
          "\(members) gave \(found)")
      }
    }
  }

  @Test("All problems of a file are told at once, in the order of the file")
  func order() {
    let text = """
      {"format": "caseload-targets/9",
       "targets": [
        {"figure": "x", "use": "input"},
        3
       ],
       "more": 1}
      """
    let error = #expect(throws: ValidationTargets.Problems.self) {
      try ValidationTargets.read(Array(text.utf8), path: "targets.json")
    }
    let places = error?.diagnostics.map { "\($0.line):\($0.column) \($0.keyPath)" }
    #expect(
      places == [
        "1:12 format", "3:3 targets[0].scenario", "3:3 targets[0].published", "4:3 targets[1]",
        "6:2 more",
      ])
    for (empty, expected) in [
      ("{\"format\": \"caseload-targets/1\", \"targets\": []}", "at least one object"),
      ("{\"format\": \"caseload-targets/1\"}", "a list of objects"), ("[]", "an object"),
      ("{,}", "a key"),
    ] {
      let error = #expect(throws: ValidationTargets.Problems.self) {
        try ValidationTargets.read(Array(empty.utf8), path: "targets.json")
      }
      #expect(error?.diagnostics.count == 1)
      #expect(error?.diagnostics.first?.expected.contains(expected) == true, "\(empty)")
    }
  }
}
