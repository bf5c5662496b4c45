import CaseloadModel
import CaseloadTestSupport
import Experiments
import Foundation
import Testing

@testable import CaseloadCommands

@Suite struct CompareCommandTests {
  /// Every cell is 0.3 plus noise that depends on the replication, about 0.04 less with 30 fte.
  private static let simulator: Simulator = {
    (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
    let noise = Double((replication * 7) % 5) / 100
    let shift = scenario.staffing.fte == 30 ? -0.04 + (replication % 2 == 0 ? 0.002 : -0.002) : 0
    let cells = Metric.allCases.count * (scenario.population.groups.count + 1)
    let values = Array(repeating: 0.3 + noise + shift, count: cells)
    return ReplicationOutcome(
      replication: replication, cellCount: scenario.population.groups.count + 1,
      observationCount: 1, observationDays: [15_372], values: values, series: values, events: 1,
      clientYears: 1)
  }

  private func compare(
    _ folder: TemporaryFolder, _ options: [String],
    extra: String = ", \"staffing\": { \"fte\": 30 }"
  ) throws -> CommandCall {
    let base = try folder.scenario(name: "base")
    let variant = try folder.scenario(name: "more", extra: extra)
    return CommandCall(
      ["compare", base, variant, "--replications", "10"] + options,
      simulator: CompareCommandTests.simulator)
  }

  @Test func differencesAreToldInFiguresAndWords() throws {
    let folder = try TemporaryFolder()
    let call = try compare(folder, [])
    #expect(call.code == .success, "\(call.errors)")
    #expect(call.output.hasPrefix("more compared with base\n10 pairs of replications, seed 1\n"))
    // Mean -0.04; standard deviation of the differences 0.00211, standard error 0.000667. Of 35 intervals
    // together each has level 1 - 0.05 / 35, at 9 degrees of freedom 4.54 standard errors: 0.0030.
    let intervals = MetricCatalog.headlines.count + 1
    #expect(
      call.output.replacing("\n", with: " ").contains(
        "(Bonferroni over \(intervals) comparisons)"))
    let words = call.output.replacing("\n    ", with: " ")
    #expect(
      words.contains(
        "  Unseen for six months: 4.0 points lower, between 3.7 and 4.3 (28.0 % instead of 32.0 %)."
      ),
      "\(words)")
    let row = call.output.split(separator: "\n").first { $0.hasPrefix("  Unseen for six months ") }
    #expect(row?.hasSuffix("-4.0 (-4.3 to -3.7) *") == true, "\(call.output)")
    let details = try compare(folder, ["--details"])
    let own = details.output.split(separator: "\n").first {
      $0.hasPrefix("  Unseen for six months ")
    }
    #expect(own?.contains("-4.0 *") == true)
    #expect(own?.hasSuffix(" 99 %") == true)
  }

  @Test func theTableFitsEightyColumnsForAnyNumberOfVariants() throws {
    let folder = try TemporaryFolder()
    let base = try folder.scenario(name: "base")
    for count in [1, 2, 3, 5] {
      let variants = (1...count).flatMap {
        [
          "--variant",
          "variant with a long name \($0): staffing.fte=\(25 + $0), time.observationMonths=1",
        ]
      }
      let call = CommandCall(
        ["compare", base, "--replications", "10", "--quiet"] + variants,
        environment: ["COLUMNS": "80"], simulator: CompareCommandTests.simulator)
      #expect(call.code == .success, "\(call.errors)")
      for line in call.output.split(separator: "\n") {
        #expect(line.count <= 80, "\(count): \(line)")
      }
      // 30 fte is the only one that differs.
      #expect(call.output.contains(" *\n") == (count == 5))
    }
  }

  @Test func variantsNeedNoFiles() throws {
    let folder = try TemporaryFolder()
    let base = try folder.scenario(name: "base")
    let file = try folder.scenario(name: "file", extra: ", \"staffing\": { \"fte\": 30 }")
    let call = CommandCall(
      [
        "compare", base, file, "--variant", "more staff: staffing.fte=30", "--variant",
        "no rest: service.restPolicy.enabled=false, staffing.fte=28", "--format", "csv",
        "--replications", "10", "--output", folder.path + "/out",
      ], simulator: CompareCommandTests.simulator)
    #expect(call.code == .success, "\(call.errors)")
    let rows = call.output.components(separatedBy: "\r\n").filter {
      $0.contains(",unseen.6m.share,all,")
    }.map { $0.components(separatedBy: ",") }
    #expect(rows.map { $0[0] } == ["more staff", "no rest", "file"])
    // The same change gives the same difference, with or without a file.
    #expect(rows[0].dropFirst() == rows[2].dropFirst())
    #expect(rows[1][7] == "0", "\(rows[1])")
    let results = try folder.text("out/base-compare/results.json")
    #expect(
      results.contains(
        "\"changes\": {\"staffing.fte\": {\"base\": 25, \"variant\": 30}}"),
      "\(results.prefix(600))")
    #expect(
      folder.names(in: "out") == [
        "base", "base+service.restPolicy.enabled=false+staffing.fte=28", "base+staffing.fte=30",
        "base-compare", "file",
      ])
    // A run with the same change is the same question.
    let run = CommandCall(
      [
        "run", base, "--set", "staffing.fte=30", "--replications", "10", "--output",
        folder.path + "/out",
      ], simulator: CompareCommandTests.simulator)
    #expect(run.code == .success && !run.errors.contains("is kept in"))
  }

  @Test func aVariantThatIsTheBaseAgainIsSaidToBe() throws {
    let folder = try TemporaryFolder()
    let base = try folder.scenario(name: "base", extra: ", \"staffing\": { \"fte\": 30 }")
    let call = CommandCall(
      [
        "compare", base, "--variant", "same: staffing.fte=30.0", "--variant",
        "less: staffing.fte=29", "--replications", "4",
      ], simulator: CompareCommandTests.simulator)
    #expect(call.code == .success, "\(call.errors)")
    #expect(call.errors.contains("'same' changes nothing: all its values hold in 'base' already"))
    #expect(!call.errors.contains("'less' changes nothing"))
    // The simulator knows two staff sizes; what else differs moves nothing.
    #expect(!call.errors.contains("'less' moves no figure"))
    let idle = CommandCall(
      [
        "compare", base, "--variant", "norm 80: caseload.normPerFte=80", "--replications", "4",
      ], simulator: CompareCommandTests.simulator)
    #expect(
      idle.errors.contains("'norm 80' moves no figure at all: caseload.normPerFte has no effect"))
  }

  @Test func netCostIsTheSumOfItsParts() throws {
    let folder = try TemporaryFolder()
    let call = try compare(folder, ["--format", "json"])
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(call.output.utf8)) as? [String: Any])
    let variants = try #require(root["variants"] as? [[String: Any]])
    let net = try #require(variants[0]["netCost"] as? [String: Any])
    let one = try #require(
      (variants[0]["metrics"] as? [String: [String: Any]])?["cost.staff.perYear"])
    // All cells are equal here, so that the sum of three is three times one of them.
    for key in ["base", "mean", "difference", "low95", "highSimultaneous"] {
      let (sum, part) = (try #require(net[key] as? Double), try #require(one[key] as? Double))
      #expect(abs(sum - 3 * part) < 1e-9, "\(key)")
    }
  }

  @Test func metricsAreChosen() throws {
    let folder = try TemporaryFolder()
    let call = try compare(folder, ["--metric", "unseen.never.share"])
    #expect(
      call.output.replacing("\n", with: " ").contains("(Bonferroni over 2 comparisons)"))
    #expect(call.output.contains("  Net cost, euro per year"))
    #expect(!call.output.contains("Unseen for six months"))
  }

  @Test func aVariantThatIsNoScenarioIsNamedWithTheCure() throws {
    let folder = try TemporaryFolder()
    let call = CommandCall([
      "compare", try folder.scenario(), "--variant", "half: staffing.fte=38,5",
    ])
    #expect(call.code == .badScenario)
    #expect(call.errors.contains("write 38.5, with a point"), "\(call.errors)")
    let horizon = CommandCall(
      ["compare", try folder.scenario(), "--variant", "longer: time.durationMonths=3"],
      simulator: { (_, _, _, _) throws(InvariantViolation) in
        Issue.record("the simulation was started")
        return nil
      })
    #expect(horizon.code == .badScenario)
    #expect(
      horizon.errors.contains(
        "'longer' cannot be compared with '\(folder.path)/tiny.json': time.durationMonths: expected 2"
      ))
  }

  @Test func comparisonsAreWrittenForPrograms() throws {
    let folder = try TemporaryFolder()
    let json = try compare(folder, ["--format", "json"])
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(root["format"] as? String == "caseload-comparison/1")
    #expect(root["comparisons"] as? Int == MetricCatalog.headlines.count + 1)
    let variants = try #require(root["variants"] as? [[String: Any]])
    let metrics = try #require(variants[0]["metrics"] as? [String: [String: Any]])
    let difference = try #require(metrics["unseen.6m.share"]?["difference"] as? Double)
    #expect(abs(difference + 0.04) < 1e-12)
    #expect(metrics["unseen.6m.share"]?["groups"] != nil)
    let csv = try compare(folder, ["--format", "csv"])
    #expect(csv.output.contains("\r\nmore,unseen.6m.share,all,share,10,"))
  }

  @Test func conditionsDecideTheStatus() throws {
    let folder = try TemporaryFolder()
    #expect(try compare(folder, ["--fail-if", "unseen.6m.share > base + 0.02"]).code == .success)
    let worse = try compare(folder, ["--fail-if", "unseen.6m.share < base - 0.02"])
    #expect(worse.code == .failure)
    #expect(
      worse.errors.contains(
        "more: 'unseen.6m.share < base - 0.02' holds: the mean is 28.0 %, the limit 30.0 %"))
    #expect(!worse.output.isEmpty)
    let wrong = try compare(folder, ["--fail-if", "unseen.6m.shares > 1"])
    #expect(wrong.code == .usage)
    #expect(wrong.errors.contains("did you mean 'unseen.6m.share'?"))
  }

  @Test func theSeedOfTheBaseCounts() throws {
    let folder = try TemporaryFolder()
    let call = try compare(folder, [], extra: ", \"seed\": 99")
    #expect(call.code == .success)
    #expect(call.output.contains("seed 1\n"))
  }

  @Test(arguments: [
    (
      "time.start=2013-01-01",
      "time.start: expected 2012-01-01, as in the base, found 2013-01-01"
    ),
    ("time.warmUpMonths=24", "time.warmUpMonths: expected 30, as in the base, found 24"),
    ("time.durationMonths=3", "time.durationMonths: expected 2, as in the base, found 3"),
    ("time.observationMonths=2", "time.observationMonths: expected 1, as in the base, found 2"),
  ])
  func anotherHorizonIsRefusedBeforeRunning(change: String, message: String) throws {
    let folder = try TemporaryFolder()
    let base = try folder.scenario(name: "base")
    let resolved = CommandCall(["resolve", base, "--quiet", "--set", change])
    #expect(resolved.code == .success, "\(resolved.errors)")
    let variant = try folder.write(resolved.output, to: "other.json")
    let call = CommandCall(
      ["compare", base, base, variant, variant],
      simulator: { (_, _, _, _) throws(InvariantViolation) in
        Issue.record("the simulation was started")
        return nil
      })
    #expect(call.code == .badScenario)
    let complaints = call.errors.split(separator: "\n").filter {
      $0.hasSuffix("'\(variant)' cannot be compared with '\(base)': \(message)")
    }
    #expect(complaints.count == 2, "every variant is judged: \(call.errors)")
    #expect(call.output.isEmpty)
  }

  @Test func scenariosOfOneNameAreToldApartByTheirPaths() throws {
    let folder = try TemporaryFolder()
    let base = try folder.scenario(name: "base")
    let call = CommandCall(["compare", base, base, "--quiet"])
    #expect(call.output.hasPrefix("\(base) compared with \(base)\n"))
    #expect(call.output.contains("No difference shown in: Clients in stock; "))
    #expect(
      CommandCall(["compare", base, base, "--details"]).output.contains(
        "Unseen for six months: no change"))
  }
}
