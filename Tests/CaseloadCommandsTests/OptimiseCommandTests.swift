import CaseloadModel
import CaseloadTestSupport
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
    let cellCount = scenario.population.groups.count + 1
    let value =
      0.65 - scenario.staffing.fte / 100 - scenario.staffing.contractHoursPerWeek / 200
      + Double((replication * 37) % 11 - 5) / 1_000
    var values: [Double] = []
    for metric in Metric.allCases {
      for _ in 0..<cellCount {
        values.append(
          metric == .unseen6m ? value : metric == .relapse12m ? .nan : 1 - value)
      }
    }
    return ReplicationOutcome(
      replication: replication, cellCount: cellCount, observationCount: 1,
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

  @Test func theAnswerIsThereInDutch() throws {
    let folder = try TemporaryFolder()
    let found = try call(
      folder,
      OptimiseCommandTests.staffing + ["--tolerance", "unseen.6m.share=0.004", "--language", "nl"])
    #expect(found.code == .success, "\(found.errors)")
    for words in [
      "Gekozen: staffing.fte=26", "Met een kans van minstens 95 %", "speling 0,40 procentpunt",
      "binnen de grens van 24,5 %", "Netto kosten, euro per jaar: ", "netto kosten", "oordeel",
    ] { #expect(found.output.contains(words), "\(words): \(found.output)") }
    let nothing = try call(
      try TemporaryFolder(),
      [
        "staffing.fte=20:22:1", "--limit", "unseen.6m.share <= 0.1", "--minimise", "staffing.fte",
        "--language", "nl", "--no-screening",
      ])
    #expect(nothing.output.contains("Niets haalt de grenzen"), "\(nothing.output)")
    #expect(nothing.output.contains("knelt: geen mogelijkheid haalt haar"), "\(nothing.output)")
    for output in [found.output, nothing.output] {
      for word in ["tolerance", "candidate", "replications", " points", "limit of", "Selected"] {
        #expect(!output.contains(word), "\(word): \(output)")
      }
    }
  }

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
    let answer = result.output.components(separatedBy: "Selected:").last ?? ""
    #expect(answer.contains("  Unseen for six months (unseen.6m.share): 24.0 ± "))
    #expect(answer.contains(" points inside the limit of 24.5 %\n"), "\(answer)")
    #expect(answer.contains("  Net cost, euro per year: "))
    let rows = try folder.text("out/tiny-optimise+staffing.contractHoursPerWeek=30/candidates.csv")
      .components(separatedBy: "\r\n")
    #expect(
      rows[0] == "candidate,staffing.fte,verdict,metric,unit,n,mean,sd,low95,high95")
    #expect(rows.contains { $0.hasPrefix("5,25,breaks unseen.6m.share <= 0.245,") })
    #expect(rows.contains { $0.hasPrefix("6,26,selected,unseen.6m.share,share,") })
    #expect(rows.contains { $0.hasPrefix("7,27,worse than 26,") })
    #expect(
      folder.names(in: "out/tiny-optimise+staffing.contractHoursPerWeek=30") == [
        "candidates.csv", "results.json", "run.json", "scenario.json",
      ])
  }

  /// The length of the run changes nothing here, so that every staffing comes twice.
  @Test func candidatesThatDoAsWellAreNamed() throws {
    let folder = try TemporaryFolder()
    let result = try call(
      folder,
      OptimiseCommandTests.staffing + [
        "--vary", "time.durationMonths=2,3", "--tolerance", "unseen.6m.share=0.004",
      ])
    #expect(result.code == .success, "\(result.errors)")
    #expect(
      result.output.contains(
        "Selected: time.durationMonths=2, staffing.fte=26\n"
          + "Tied with it: time.durationMonths=3, staffing.fte=26\n"
          + "(each meets the limits at the same staffing.fte)\n"), "\(result.output)")
    let json = try folder.text("out/tiny-optimise+staffing.contractHoursPerWeek=30/results.json")
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(
      root["tied"] as? [[String: String]]
        == [["staffing.fte": "26", "time.durationMonths": "3"]])
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
    #expect(
      one.output
        == (try folder.text("out/tiny-optimise+staffing.contractHoursPerWeek=30/results.json")))
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
    // 30 fte gives 0.2 and is nearest: 0.1 above the limit.
    #expect(
      result.output.contains(
        "Nothing meets the limits\n  unseen.6m.share <= 0.1: binds: no candidate meets it; nearest is"
          + " staffing.fte=30 with 20.0 ± "), "\(result.output)")
    #expect(result.output.contains(" %, 10.0") && result.output.contains(" points too high\n"))
  }

  /// Staffing is not varied, and more of it is what helps.
  @Test func otherKeysThatHelpAreFoundByAScreening() throws {
    let folder = try TemporaryFolder()
    let options = [
      "time.durationMonths=2,3", "--limit", "unseen.6m.share <= 0.3", "--maximise",
      "time.durationMonths", "--set", "staffing.fte=16",
    ]
    let result = try call(folder, options)
    #expect(result.code == .failure)
    // 16 fte gives 0.34; 20 fte gives 0.30.
    #expect(
      result.output.contains(
        "staffing.fte 16 -> 20: unseen.6m.share -4.0 ± 0.0 points, enough for that limit"),
      "\(result.output)")
    #expect(!result.output.contains("staffing.fte 16 -> 12"))
    let without = try call(folder, options + ["--no-screening"])
    #expect(!without.output.contains("Other keys"), "\(without.output)")
    let nobody = try call(
      folder,
      ["staffing.fte=20:30:5", "--limit", "unseen.6m.share <= 0.1", "--minimise", "staffing.fte"])
    #expect(nobody.output.contains("none clearly helps"), "\(nobody.output)")
  }

  @Test func anEnsembleIsTakenSetBySet() throws {
    let folder = try TemporaryFolder()
    // Contract hours of 28, 30 and 34 a week give 0.26, 0.25 and 0.23 at 25 fte.
    let file = try folder.write(
      """
      {"format": "caseload-ensemble/1", "scenario": {"name": "other", "sha256": "0"}, "seed": 1,
       "replications": 2, "base": {"staffing.contractHoursPerWeek": 30},
       "sets": [{"values": {"staffing.contractHoursPerWeek": 28}},
         {"values": {"staffing.contractHoursPerWeek": 30}},
         {"values": {"staffing.contractHoursPerWeek": 34}}]}
      """, to: "sets.json")
    let options =
      OptimiseCommandTests.staffing + [
        "--tolerance", "unseen.6m.share=0.01", "--ensemble", file, "--replications", "30",
      ]
    let result = try call(folder, options)
    #expect(result.code == .success, "\(result.errors)")
    #expect(result.output.contains("over the 3 sets of an ensemble"), "\(result.output)")
    // The mean at 25 fte is 0.2467, within the tolerance; the set of 28 hours gives 0.26, above the limit.
    #expect(result.output.contains("met in "), "\(result.output)")
    #expect(result.output.contains(" of 3 sets, which lie between "), "\(result.output)")
    let json = try folder.text("out/tiny-optimise+staffing.contractHoursPerWeek=30/results.json")
    #expect(json.contains("\"limitsOverSets\""))
    let one = try call(folder, options + ["--format", "json", "--threads", "1"])
    #expect(one.output == json)
    let foreign = try folder.write(
      try folder.text("sets.json").replacing(
        "staffing.contractHoursPerWeek", with: "outflow.rates.nobody.workPerYear"),
      to: "foreign.json")
    let refused = try call(folder, OptimiseCommandTests.staffing + ["--ensemble", foreign])
    #expect(refused.code == .badScenario, "\(refused.errors)")
  }

  @Test func limitsThatOnlyContradictEachOtherAreToldApart() throws {
    let result = try call(
      try TemporaryFolder(),
      [
        "staffing.fte=20:30:5", "--limit", "unseen.6m.share <= 0.22", "--limit",
        "unseen.12m.share <= 0.72", "--minimise", "staffing.fte",
      ])
    // The first one falls from 0.3 at 20 fte to 0.2 at 30 fte, the other one is its complement.
    #expect(result.code == .failure)
    #expect(result.output.contains("  unseen.6m.share <= 0.22: met by 1 of 3 candidates\n"))
    #expect(result.output.contains("  unseen.12m.share <= 0.72: met by 1 of 3 candidates\n"))
    #expect(result.output.contains("no candidate meets all of them together."), "\(result.output)")
    #expect(
      result.output.contains(
        "Nearest to all limits together: staffing.fte=30, which breaks unseen.12m.share by 8.0"))
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
    (["a=1,2", "--minimise", "a", "--replications", "2"] + limit, "from 10 to 100000"),
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
