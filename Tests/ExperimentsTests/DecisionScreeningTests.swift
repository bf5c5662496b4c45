import CaseloadModel
import ScenarioFormat
import Testing

@testable import Experiments

/// Which changes of decisions are tried where nothing meets the limits, and which of them help.
@Suite struct DecisionScreeningTests {
  private func targets(_ key: String, in scenario: Scenario) -> [String] {
    DecisionScreening.changes(of: scenario, varied: []).filter { $0.key == key }.map(\.to)
  }

  @Test func numbersMoveByAQuarterAndStopWhereTheyEnd() {
    var scenario = Scenario()
    scenario.staffing.fte = 20
    #expect(targets("staffing.fte", in: scenario) == ["15", "25"])
    // A share may be 1, and this one must stay below it.
    for (share, expected, below) in [
      (0.4, ["0.3", "0.5"], ["0.3", "0.5"]), (0.9, ["0.675", "1"], ["0.675"]),
      (0.8, ["0.6", "1"], ["0.6"]), (1, ["0.75"], ["0.75"]), (0, [], []),
    ] as [(Double, [String], [String])] {
      scenario.diagnosis.toolShare = share
      #expect(targets("diagnosis.toolShare", in: scenario) == expected, "\(share)")
      guard share < 1 else { continue }
      scenario.staffing.administrationShare = share
      #expect(targets("staffing.administrationShare", in: scenario) == below, "\(share)")
    }
    // Whole numbers that do not move are not tried.
    scenario.trajectories.instruments = [Instrument(name: "help", places: 10)]
    let places = "trajectories.instruments.help.places"
    #expect(targets(places, in: scenario) == ["8", "13"])
    scenario.trajectories.instruments[0].places = 1
    #expect(targets(places, in: scenario).isEmpty)
    scenario.trajectories.instruments[0].places = 2
    #expect(targets(places, in: scenario) == ["3"])
  }

  @Test func flagsTurnRoundAndKeysThatVaryAreLeftAlone() {
    var scenario = Scenario()
    for isOn in [true, false] {
      scenario.service.restPolicy.enabled = isOn
      #expect(targets("service.restPolicy.enabled", in: scenario) == [isOn ? "false" : "true"])
    }
    let all = DecisionScreening.changes(of: scenario, varied: [])
    let others = DecisionScreening.changes(of: scenario, varied: ["staffing.fte"])
    #expect(others == all.filter { $0.key != "staffing.fte" })
    #expect(others.count < all.count)
    let change = DecisionScreening.Change(key: "staffing.fte", from: "20", to: "25")
    #expect(change.override == "staffing.fte=25")
  }

  /// A result of three replications, in all cells a value and a little that differs between replications.
  private func result(_ value: Double, spread: Double = 0) -> ExperimentResult {
    let runner = SyntheticReplications.runner {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      SyntheticReplications.outcome(replication: replication, cellCount: 4) { _, _ in
        Double(10 * replication) + value + spread * Double([1, -1, 0][replication])
      }
    }
    return SyntheticReplications.experiment(replications: 3).run(with: runner)
  }

  private func helpful(_ texts: [String], binding: [Int]) throws -> [[Int]] {
    let limits = try texts.map { try MetricLimit(try FailCondition($0), tolerance: nil) }
    // Lower by 2, higher by 3, lower by 4, and lower by 1 with a chance that hides it.
    let effects = [(-2.0, 0.1), (3, 0.1), (-4, 0.1), (-1, 5)]
    let screening = DecisionScreening(
      candidate: 7,
      changes: effects.indices.map {
        DecisionScreening.Change(key: "key\($0)", from: "1", to: "2")
      },
      limits: limits, binding: binding,
      results: [result(0)] + effects.map { result($0.0, spread: $0.1) })
    #expect(screening.candidate == 7 && screening.changes.count == 4)
    return screening.helpful.map { [Int($0.change.key.suffix(1)) ?? -1, $0.limit] }
  }

  @Test func whatBringsABrokenLimitNearerHelpsTheMostFirst() throws {
    let upper = "stock.clients <= 100"
    let lower = "contact.perClientYear >= 40"
    #expect(try helpful([upper, lower], binding: [0]) == [[2, 0], [0, 0]])
    #expect(try helpful([upper, lower], binding: [1]) == [[1, 1]])
    // Counted in tolerances, of 5 and of 2: 3 of 2 come before 4 of 5.
    #expect(try helpful([upper, lower], binding: [0, 1]) == [[1, 1], [2, 0], [0, 0]])
    #expect(try helpful([upper, lower], binding: []).isEmpty)
  }
}
