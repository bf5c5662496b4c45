import CaseloadModel
import CaseloadTestSupport
import Experiments
import Foundation
import Testing

@testable import CaseloadCommands

@Suite struct SweepCommandTests {
  /// Every value is the number of fte over 100, plus the contract hours, plus a little noise.
  private static let simulator: Simulator = {
    (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
    let cellCount = scenario.population.groups.count + 1
    let value =
      scenario.staffing.fte / 100 + scenario.staffing.contractHoursPerWeek
      + Double(replication) / 1_000
    let values = Array(repeating: value, count: Metric.allCases.count * cellCount)
    return ReplicationOutcome(
      replication: replication, cellCount: cellCount, observationCount: 1,
      observationDays: [15_372], values: values, series: values, events: 1, clientYears: 1)
  }

  private func sweep(_ folder: TemporaryFolder, _ options: [String]) throws -> CommandCall {
    CommandCall(
      ["sweep", try folder.scenario()] + options, simulator: SweepCommandTests.simulator)
  }

  @Test func everyPointIsRun() throws {
    let folder = try TemporaryFolder()
    let call = try sweep(
      folder,
      [
        "--vary", "staffing.fte=20:30:10", "--vary", "staffing.contractHoursPerWeek=24,32",
        "--metric", "contact.perClientYear",
      ])
    #expect(call.code == .success)
    let rows = call.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows[0] == ["staffing.fte", "staffing.contractHoursPerWeek", "contact.perClientYear"])
    // Replications 0, 1 and 2: mean 0.001 above, standard deviation 0.001, half-width 0.0025.
    #expect(
      rows[1...4] == [
        ["20", "24", "24.20", "±", "0.002"], ["20", "32", "32.20", "±", "0.002"],
        ["30", "24", "24.30", "±", "0.002"], ["30", "32", "32.30", "±", "0.002"],
      ])
    #expect(call.output.contains("4 points, 3 replications each"))
  }

  @Test func pairedListsMayRepeatValues() throws {
    let folder = try TemporaryFolder()
    let call = try sweep(
      folder,
      [
        "--paired", "staffing.fte=20,20,30", "staffing.contractHoursPerWeek=24,32,32",
        "--metric", "contact.perClientYear",
      ])
    #expect(call.code == .success, "\(call.errors)")
    let rows = call.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows[1...3].map { $0.prefix(2) } == [["20", "24"], ["20", "32"], ["30", "32"]])
  }

  @Test func pairsAreTakenSideBySide() throws {
    let folder = try TemporaryFolder()
    let call = try sweep(
      folder,
      [
        "--paired", "--vary", "staffing.fte=20,30", "--vary",
        "staffing.contractHoursPerWeek=24,32", "--format", "csv",
      ])
    #expect(call.code == .success)
    let lines = call.output.components(separatedBy: "\r\n")
    #expect(
      lines[0] == "point,staffing.fte,staffing.contractHoursPerWeek,metric,group,unit,n,mean,sd,"
        + "low95,high95")
    #expect(lines[1].hasPrefix("0,20,24,stock.clients,all,persons,3,24.20"))
    #expect(lines.contains { $0.hasPrefix("1,30,32,unseen.6m.share,all,share,3,32.30") })
    #expect(!lines.contains { $0.hasPrefix("0,20,32,") })
  }

  @Test func programsGetWholeResults() throws {
    let folder = try TemporaryFolder()
    let call = try sweep(folder, ["--vary", "staffing.fte=20,30", "--format", "json"])
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(call.output.utf8)) as? [String: Any])
    let points = try #require(root["points"] as? [[String: Any]])
    #expect(points.count == 2)
    #expect((points[1]["values"] as? [String: String]) == ["staffing.fte": "30"])
    #expect((points[0]["results"] as? [String: Any])?["format"] as? String == "caseload-results/1")
  }

  @Test func aLatinHypercubeSpreadsOverAllRanges() throws {
    let folder = try TemporaryFolder()
    let options = [
      "--latin-hypercube", "20", "--vary", "staffing.fte=20:30", "--vary",
      "population.clients=1001:1020", "--format", "csv",
    ]
    let call = try sweep(folder, options)
    #expect(call.code == .success, "\(call.errors)")
    let rows = call.output.components(separatedBy: "\r\n").filter {
      $0.contains(",contact.perClientYear,all,")
    }.map { $0.split(separator: ",").map(String.init) }
    #expect(rows.count == 20)
    let strata = rows.compactMap { Double($0[1]) }.map { Int(($0 - 20) / 0.5) }
    #expect(strata.sorted() == Array(0..<20))
    #expect(rows.map { $0[2] }.sorted() == (1_001...1_020).map(String.init))
    #expect(try sweep(folder, options + ["--threads", "1"]).output == call.output)
    let words = ["--latin-hypercube", "20", "staffing.fte=20:30", "population.clients=1001:1020"]
    #expect(try sweep(folder, words + ["--format", "csv"]).output == call.output)
    #expect(try sweep(folder, options + ["--seed", "2"]).output != call.output)
  }

  @Test(arguments: [
    ([], "needs --vary"), (["--vary", "staffing.fte"], "option '--vary': expected key=a,b,c"),
    (["--vary", "a=1,2", "--vary", "a=3"], "'a' is varied twice"),
    (["--vary", "a=1,2", "--vary", "b=3", "--paired"], "the same number of values"),
    (["--vary", "a=1,1"], "'a' has the value '1' twice"),
    (["--vary", "a=1,1", "--vary", "b=3,3", "--paired"], "a=1, b=3 is given twice"),
    (["--vary", "a=1:1000:1", "--vary", "b=1:1000:1"], "more than 10000 points"),
    (["--vary", "a=1", "--metric", "unseen.6m"], "unknown metric 'unseen.6m'"),
    (["--vary", "a=1,2", "--latin-hypercube", "5"], "expected key=low:high, found 'a=1,2'"),
    (["--vary", "a=1:2", "--vary", "a=1:3", "--latin-hypercube", "5"], "'a' is varied twice"),
    (["--vary", "a=1:2", "--latin-hypercube", "0"], "a whole number from 1 to 10000, found '0'"),
    (["--vary", "a=1:2", "--latin-hypercube", "5", "--paired"], "'--paired' has no meaning"),
  ])
  func wrongSweepsAreExplained(options: [String], message: String) throws {
    let call = try sweep(try TemporaryFolder(), options)
    #expect(call.code == .usage)
    #expect(call.errors.contains(message), "\(call.errors)")
  }

  @Test func aBrokenLawNamesItsPointAndSeed() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.scenario()
    for command in [
      ["sweep", scenario, "--vary", "staffing.fte=20,30"],
      [
        "compare", scenario,
        try folder.scenario(name: "b", extra: ", \"staffing\": { \"fte\": 30 }"),
      ],
      [
        "optimise", scenario, "--vary", "staffing.fte=20,30", "--minimise", "staffing.fte",
        "--limit", "unseen.6m.share <= 0.1", "--output", folder.path + "/out",
      ],
      [
        "sensitivity", scenario, "--vary", "staffing.fte=20:30", "--metric", "unseen.6m.share",
        "--output", folder.path + "/out",
      ],
    ] {
      let call = CommandCall(
        command + ["--seed", "2", "--journal", folder.path + "/journals"],
        simulator: { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
          guard scenario.staffing.fte == 30, replication == 1 else {
            return try CommandCall.quick(scenario, seed, replication, isCancelled)
          }
          throw InvariantViolation(
            law: .clientsBalance, seed: seed, replication: replication, minute: 0, entity: -1,
            expected: 3, found: 4)
        })
      #expect(call.code == .internalError)
      let place =
        command[0] == "compare" ? folder.path + "/b.json" : scenario + " at staffing.fte=30"
      #expect(
        call.errors.contains(
          "'clientsBalance' was broken in '\(place)' with seed 2, replication 1, on 2012-01-01"),
        "\(call.errors)")
      #expect(call.output.isEmpty)
      #expect(folder.names(in: "journals").isEmpty, "what a defect made is not resumed")
    }
  }

  @Test func aPointThatIsNoScenarioStopsTheSweepBeforeItStarts() throws {
    let call = try sweep(try TemporaryFolder(), ["--vary", "staffing.fte=20,-3"])
    #expect(call.code == .badScenario)
    #expect(call.errors.contains("no scenario at staffing.fte=-3"))
    #expect(call.output.isEmpty)
  }

  @Test func anUnknownKeyOfALatinHypercubeIsExplained() throws {
    let options = ["--vary", "staffing.ftee=1:2", "--latin-hypercube", "3"]
    let call = try sweep(try TemporaryFolder(), options)
    #expect(call.code == .badScenario)
    #expect(call.errors.contains("did you mean \"fte\""), "\(call.errors)")
  }
}
