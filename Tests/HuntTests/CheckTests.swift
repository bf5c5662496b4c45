import CaseloadModel
import Experiments
import ScenarioFormat
import Testing

@testable import caseload_hunt

/// A simulator that counts its calls.
private final class Calls: @unchecked Sendable {
  var count = 0
}

/// The engine holds; an engine with a planted fault is caught by every check.
@Suite("Checks of the hunt", .serialized)
struct CheckTests {
  private static let tree = TreeReader.read(
    """
    {"name": "planted", "time": {"warmUpMonths": 1, "durationMonths": 2},
     "population": {"clients": 30}, "inflow": {"applicationsPerYear": 60}, "staffing": {"fte": 2}}
    """)

  @Test("The engine passes every check", arguments: HuntCheck.allCases)
  func engine(_ check: HuntCheck) throws {
    let tree = try #require(Self.tree)
    var verdict = check.verdict(on: tree)
    // On a busy machine a replication may look too long for a study of several.
    for _ in 0..<100 where verdict == .impossible { verdict = check.verdict(on: tree) }
    #expect(verdict == .holds)
  }

  /// The engine with another value in the last bits of one metric, from a call on.
  private static func shifted(from call: Int) -> Simulator {
    let calls = Calls()
    return { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      guard let outcome = try ReplicationRunner.engine(scenario, seed, replication, isCancelled)
      else { return nil }
      calls.count += 1
      guard calls.count >= call else { return outcome }
      return outcome.with(.stockClients, outcome[.stockClients, 0].nextUp)
    }
  }

  @Test(
    "A result that is not the same twice is caught",
    arguments: [
      .threads, .keyOrder, .changeAfterEnd, .changeToSameValue, .neutralElement,
    ] as [HuntCheck])
  func caught(_ check: HuntCheck) throws {
    let verdict = check.verdict(on: try #require(Self.tree), with: Self.shifted(from: 2))
    #expect(verdict.kind?.hasPrefix(check.rawValue) == true, "\(verdict)")
  }

  @Test(
    "A study that depends on what went before is caught",
    arguments: [.separate, .resume, .shards] as [HuntCheck])
  func studies(_ check: HuntCheck) throws {
    let verdict = check.verdict(on: try #require(Self.tree), with: Self.shifted(from: 5))
    #expect(verdict.kind == check.rawValue, "\(verdict)")
  }

  @Test("More people unseen with more staff is caught")
  func staff() throws {
    let simulator: Simulator = {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      try ReplicationRunner.engine(scenario, seed, replication, isCancelled)?
        .with(.unseen6m, scenario.staffing.fte / 10)
    }
    let verdict = HuntCheck.moreStaff.verdict(on: try #require(Self.tree), with: simulator)
    #expect(verdict.kind == "more staff, more unseen", "\(verdict)")
  }

  @Test("A broken law and impossible values are caught")
  func values() throws {
    let tree = try #require(Self.tree)
    let broken: Simulator = { (_, seed, replication, _) throws(InvariantViolation) in
      throw InvariantViolation(
        law: .listedOnce, seed: seed, replication: replication, minute: 3, entity: 4, expected: 1,
        found: 2)
    }
    #expect(HuntCheck.run.verdict(on: tree, with: broken).kind == "law listedOnce")
    for (metric, value, kind) in [
      (Metric.stockClients, Double.infinity, "infinite value"),
      (.unseen24m, 1.5, "unseen out of order"),
      (.costBenefits, -5, "negative cost"),
    ] {
      let simulator: Simulator = {
        (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
        try ReplicationRunner.engine(scenario, seed, replication, isCancelled)?.with(metric, value)
      }
      #expect(HuntCheck.run.verdict(on: tree, with: simulator).kind == kind)
    }
  }

  @Test("What is no scenario cannot be checked")
  func impossible() throws {
    let tree = try #require(TreeReader.read("{\"name\": \"x\", \"staffing\": {\"fte\": -1}}"))
    for check in HuntCheck.allCases { #expect(check.verdict(on: tree) == .impossible) }
  }

  @Test(
    "Studies of a scenario without a table of months agree as well",
    arguments: [.shards, .resume] as [HuntCheck])
  func withoutMonths(_ check: HuntCheck) throws {
    var tree = try #require(Self.tree)
    tree.set(["outputs", "months"], .leaf("false"))
    var verdict = check.verdict(on: tree)
    for _ in 0..<100 where verdict == .impossible { verdict = check.verdict(on: tree) }
    #expect(verdict == .holds)
  }

  @Test("A run of far more events than were reckoned is stopped and is a fault")
  func endless() throws {
    let endless: Simulator = { (_, _, _, isCancelled) throws(InvariantViolation) in
      while !isCancelled() {}
      return nil
    }
    #expect(HuntCheck.run.verdict(on: try #require(Self.tree), with: endless).kind == "hang")
  }

  @Test("Columns are compared by what they stand for")
  func columns() throws {
    let tree = try #require(Self.tree)
    var scenario = try #require(HuntCase.document(tree).scenario)
    let before = try #require(try simulate(scenario, seed: 1, replication: 0))
    let old = scenario
    scenario.interventions.campaigns = [
      Campaign(name: "care", date: scenario.time.start.adding(days: 2_000))
    ]
    let after = try #require(try simulate(scenario, seed: 1, replication: 0))
    #expect(after.cellCount == before.cellCount + 1)
    #expect(
      HuntCase.firstDifference(before, old, after, scenario, without: [.campaignUnseen]) == nil)
    let other = after.with(.stockClients, 3)
    #expect(
      HuntCase.firstDifference(before, old, other, scenario)?.hasPrefix("stockClients of the whole")
        == true)
  }
}

extension HuntCheck.Verdict {
  /// The kind of a fault.
  fileprivate var kind: String? {
    if case .fault(let kind, _) = self { kind } else { nil }
  }
}

extension ReplicationOutcome {
  /// The same outcome with another value of a metric for the whole.
  fileprivate func with(_ metric: Metric, _ value: Double) -> ReplicationOutcome {
    var values = values
    values[metric.rawValue * cellCount] = value
    return ReplicationOutcome(
      replication: replication, cellCount: cellCount, observationCount: observationCount,
      observationDays: observationDays, values: values, weights: weights, series: series,
      seriesWeights: seriesWeights, events: events, clientYears: clientYears)
  }
}
