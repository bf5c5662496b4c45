import CaseloadModel
import Experiments
import Foundation
import Testing

@testable import CaseloadCommands

@Suite struct OptimiseCommandTests {
  /// Unseen clients fall by a point per fte and by a point per two hours.
  ///
  /// Other metrics are their complement, and relapse has no value. Chance is the same for all.
  static let simulator: Simulator = {
    (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
    let groupCount = scenario.population.groups.count + 1
    let value =
      0.65 - scenario.staffing.fte / 100 - scenario.staffing.contractHoursPerWeek / 200
      + Double((replication * 37) % 11 - 5) / 1_000
    var values: [Double] = []
    for metric in Metric.allCases {
      for _ in 0..<groupCount {
        values.append(
          metric == .unseen6m ? value : metric == .relapse12m ? .nan : 1 - value)
      }
    }
    return ReplicationOutcome(
      replication: replication, groupCount: groupCount, observationCount: 1,
      observationDays: [15_372], values: values, series: values, events: 1, clientYears: 1)
  }

  private func call(_ folder: TemporaryFolder, _ options: [String]) throws -> CommandCall {
    CommandCall(
      [
        "optimise", try folder.scenario(), "--output", folder.path + "/out", "--set",
        "staffing.contractHoursPerWeek=30",
      ] + options, simulator: OptimiseCommandTests.simulator)
  }

  private static let staffing = [
    "staffing.fte=20:30:1", "--limit", "unseen.6m.share <= 0.245", "--minimise", "staffing.fte",
  ]

  @Test func theSmallestStaffingIsSelected() throws {
    let folder = try TemporaryFolder()
    let result = try call(
      folder, OptimiseCommandTests.staffing + ["--tolerance", "unseen.6m.share=0.004"])
    #expect(result.code == .success, "\(result.errors)")
    // 25 fte gives 0.25, and 26 fte 0.24.
    #expect(result.output.contains("Selected: staffing.fte=26\n"), "\(result.output)")
    #expect(
      result.output.contains(
        "With a chance of at least 95 % it breaks no limit by the tolerance or more,\nand no"
          + " candidate with a lower staffing.fte meets all limits by the tolerance or more.\n"))
    #expect(result.output.contains("with unseen.6m.share <= 0.245, tolerance 0.40 points\n"))
    let rows = try folder.text("out/tiny-optimise/candidates.csv").components(separatedBy: "\r\n")
    #expect(
      rows[0] == "candidate,staffing.fte,verdict,metric,unit,n,mean,sd,low95,high95")
    #expect(rows.contains { $0.hasPrefix("5,25,breaks unseen.6m.share <= 0.245,") })
    #expect(rows.contains { $0.hasPrefix("6,26,selected,unseen.6m.share,share,") })
    #expect(rows.contains { $0.hasPrefix("7,27,worse than 26,") })
    #expect(
      folder.names(in: "out/tiny-optimise") == ["candidates.csv", "results.json", "run.json"])
  }

  @Test func aHighConfidenceIsNoCertainty() throws {
    let folder = try TemporaryFolder()
    let result = try call(
      folder,
      OptimiseCommandTests.staffing
        + ["--tolerance", "unseen.6m.share=0.004", "--confidence", "0.9999"])
    #expect(result.code == .success, "\(result.errors)")
    #expect(result.output.contains("confidence 99.99 %, seed"))
    #expect(result.output.contains("With a chance of at least 99.99 % it"))
  }

  @Test func theResultIsForProgramsAndDoesNotDependOnThreads() throws {
    let folder = try TemporaryFolder()
    let options = OptimiseCommandTests.staffing + ["--format", "json", "--quiet"]
    let one = try call(folder, options + ["--threads", "1"])
    #expect(one.code == .success, "\(one.errors)")
    #expect(one.errors.isEmpty)
    #expect(one.output == (try folder.text("out/tiny-optimise/results.json")))
    #expect(try call(folder, options + ["--threads", "3"]).output == one.output)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any])
    #expect(root["format"] as? String == "caseload-optimisation/1")
    #expect(root["conclusion"] as? String == "selected")
    #expect(root["selected"] as? [String: String] == ["staffing.fte": "26"])
    #expect((root["candidates"] as? [[String: Any]])?.count == 11)
  }

  @Test func theBestSplitForAMetricIsSelected() throws {
    let folder = try TemporaryFolder()
    let result = try call(
      folder,
      [
        "--paired", "--vary", "staffing.fte=20,22,24,26", "--vary",
        "time.durationMonths=5,4,3,2", "--limit", "unseen.6m.share >= 0.255", "--maximise",
        "outflow.work.rate", "--indifference", "0.01", "--tolerance", "unseen.6m.share=0.004",
      ])
    #expect(result.code == .success, "\(result.errors)")
    #expect(
      result.output.contains("Selected: staffing.fte=24, time.durationMonths=3\n"),
      "\(result.output)")
    #expect(result.output.contains("differences below 1.00 points do not matter"))
  }

  @Test func rangesWithoutAStepAreCut() throws {
    let folder = try TemporaryFolder()
    let options = ["--limit", "unseen.6m.share <= 0.9", "--format", "csv", "--minimise"]
    let numbers = try call(folder, ["staffing.fte=20:30"] + options + ["staffing.fte"])
    #expect(numbers.output.contains("\r\n10,30,"))
    let whole = try call(folder, ["time.durationMonths=2:5"] + options + ["time.durationMonths"])
    #expect(whole.output.contains("\r\n3,5,") && !whole.output.contains("\r\n4,"))
    let flags = try call(
      folder,
      ["service.restPolicy.enabled=false:true"] + options + ["service.restPolicy.enabled"])
    #expect(flags.output.contains("\r\n0,false,selected,"))
    #expect(flags.output.contains("\r\n1,true,worse than false,"))
  }

  @Test func nothingFeasibleIsAFailureWithItsReason() throws {
    let result = try call(
      try TemporaryFolder(),
      [
        "staffing.fte=20:30:5", "--limit", "unseen.6m.share <= 0.1", "--minimise", "staffing.fte",
      ])
    #expect(result.code == .failure)
    #expect(
      result.errors.contains(
        "no candidate meets the limits: 3 of 3 break 'unseen.6m.share <= 0.1'"),
      "\(result.errors)")
    #expect(!result.output.contains("Selected"))
  }

  @Test func anUndecidedSelectionNamesWhatIsStillPossible() throws {
    let result = try call(
      try TemporaryFolder(),
      [
        "staffing.fte=24:26:1", "--limit", "unseen.6m.share <= 0.25", "--tolerance",
        "unseen.6m.share=0.0005", "--minimise", "staffing.fte", "--max-replications", "20",
      ])
    #expect(result.code == .failure)
    #expect(
      result.errors.contains(
        "not decided after 20 replications; still possible: staffing.fte=25; staffing.fte=26"),
      "\(result.errors)")
  }

  @Test func aMetricWithoutValueIsNamed() throws {
    let result = try call(
      try TemporaryFolder(),
      [
        "staffing.fte=24,26", "--limit", "relapse.12m.share <= 0.25", "--minimise", "staffing.fte",
      ])
    #expect(result.code == .failure)
    #expect(
      result.errors.contains("relapse.12m.share has no value in replication 0 of staffing.fte=24"),
      "\(result.errors)")
  }

  @Test func anInterruptedSelectionIsMarked() throws {
    let folder = try TemporaryFolder()
    let interruption = Interruption()
    let result = CommandCall(
      ["optimise", try folder.scenario(), "--output", folder.path + "/out"]
        + OptimiseCommandTests.staffing, interruption: interruption
    ) { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      if replication == 7 { interruption.interrupt(by: 15) }
      return try OptimiseCommandTests.simulator(scenario, seed, replication, isCancelled)
    }
    #expect(result.code == .terminated)
    #expect(result.errors.contains("stopped before the selection was concluded"))
    #expect(try folder.text("out/tiny-optimise/results.json").contains("\"partial\": true"))
  }

  private static let limit = ["--limit", "unseen.6m.share <= 0.1"]

  @Test(arguments: [
    ([], "needs --vary KEY=VALUES"), (["a=1,2"] + limit, "needs either --minimise or --maximise"),
    (["a=1,2", "--minimise", "a", "--maximise", "a"] + limit, "either --minimise or --maximise"),
    (["a=1,2", "--minimise", "a"], "without --limit the answer is plain"),
    (["a=1", "--minimise", "a"] + limit, "a single candidate"),
    (["a=1:600:1", "--minimise", "a"] + limit, "more than 500 candidates"),
    (["time.durationMonths=1:600", "--minimise", "a"] + limit, "has more than 500 values"),
    (["a=1:", "--minimise", "a"] + limit, "expected two numbers"),
    (["a=x,y", "--minimise", "a"] + limit, "'a' has no order: expected numbers, found 'x'"),
    (["a=1,2", "--minimise", "staffing.fte"] + limit, "'staffing.fte' is not varied"),
    (["a=1,2", "--minimise", "unseen"] + limit, "'unseen' is neither a metric nor a varied key"),
    (["a=1,2", "--minimise", "outflow.work.rate"] + limit, "option '--indifference' is needed"),
    (["a=1,2", "--minimise", "a", "--indifference", "1"] + limit, "has no meaning: 'a' is a key"),
    (
      ["a=1,2", "--minimise", "a", "--limit", "unseen.6m.shar <= 0.1"],
      "unknown metric 'unseen.6m.shar'; did you mean 'unseen.6m.share'?"
    ),
    (["a=1,2", "--minimise", "a", "--limit", "unseen.6m.share"], "expected 'METRIC <= NUMBER'"),
    (
      ["a=1,2", "--minimise", "a", "--limit", "unseen.6m.share <= base"],
      "there is no base here; expected a number"
    ),
    (["a=1,2", "--minimise", "a", "--limit", "unseen.6m.share <= 0"], "needs a tolerance"),
    (
      ["a=1,2", "--minimise", "a", "--limit", "unseen.6m.share >= 0.2"] + limit,
      "'unseen.6m.share >= 0.2' and 'unseen.6m.share <= 0.1' contradict each other"
    ),
    (
      ["a=1,2", "--minimise", "a", "--tolerance", "outflow.work.rate=1"] + limit,
      "there is no limit on 'outflow.work.rate'"
    ),
    (["a=1,2", "--minimise", "a", "--tolerance", "unseen.6m.share=0"] + limit, "X above 0"),
    (["a=1,2", "--minimise", "a", "--confidence", "1"] + limit, "from 0.5 to below 1"),
    (["a=1,2", "--minimise", "a", "--replications", "2"] + limit, "from 10 to 1000000"),
    (
      ["a=1,2", "--minimise", "a", "--max-replications", "15"] + limit,
      "expects at least the 20 replications before the first decision, found '15'"
    ),
  ])
  func wrongQuestionsAreExplained(options: [String], message: String) throws {
    let result = try call(try TemporaryFolder(), options)
    #expect(result.code == .usage)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }
}
