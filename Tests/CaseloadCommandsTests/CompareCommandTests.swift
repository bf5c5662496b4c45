import CaseloadModel
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
      replication: replication, groupCount: scenario.population.groups.count + 1,
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
    // Mean -0.04; standard deviation of the differences 0.00211, half-width 0.00151.
    #expect(
      call.output.contains(
        "  Unseen for six months: 4.0 points lower, 95 % between 3.8 and 4.2"
          + " (28.0 % instead of 32.0 %)."))
    let row = call.output.split(separator: "\n").first { $0.hasPrefix("  Unseen for six months ") }
    #expect(row?.contains("-4.0 *") == true)
    #expect(row?.hasSuffix(" 99 %") == true)
  }

  @Test func comparisonsAreWrittenForPrograms() throws {
    let folder = try TemporaryFolder()
    let json = try compare(folder, ["--format", "json"])
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(root["format"] as? String == "caseload-comparison/1")
    #expect(root["comparisons"] as? Int == MetricCatalog.headlines.count)
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
    #expect(call.output.contains("Unseen for six months: no change"))
  }
}
