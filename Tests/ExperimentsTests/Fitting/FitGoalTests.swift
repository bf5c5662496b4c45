import CaseloadModel
import ScenarioFormat
import SimulationKernel
import Testing

@testable import Experiments

/// What a target is read from, and which keys decide it.
@Suite("Goals of a fit")
struct FitGoalTests {
  private static func scenario(months: Int = 24, step: Int = 1) -> Scenario {
    var scenario = Scenario()
    scenario.name = "town"
    scenario.time.start = CivilDate(year: 2010, month: 1, day: 1) ?? scenario.time.start
    scenario.time.warmUpMonths = 0
    scenario.time.durationMonths = months
    scenario.time.observationMonths = step
    return scenario
  }

  private static func goal(
    _ metric: String = "stock.clients", group: String = "", year: Int = 0, date: String = "",
    against: String = "", measure: FitMeasure = .value, in scenario: Scenario = scenario(),
    world: Int = 0, other: Int? = nil
  ) -> FitGoal? {
    FitGoal(
      FitTarget(
        name: metric, group: group, year: year, date: date, value: 10, tolerance: 2,
        against: against, measure: measure), of: scenario, world: world, other: other)
  }

  @Test("A target without a year and a date is one of the whole window")
  func window() throws {
    let goal = try #require(Self.goal())
    #expect(goal.period == .window)
    #expect(goal.group == 0 && goal.scenarioName == "town")
    #expect(goal.label == "stock.clients")
    #expect(try #require(Self.goal(group: "work")).group == 3)
    #expect(Self.goal("stock.people") == nil)
    #expect(Self.goal(group: "nobody") == nil)
  }

  @Test("A year is its observations, those that begin or end in it included")
  func years() {
    let monthly = Self.scenario()
    #expect(Self.goal(year: 1, in: monthly)?.period == .observations(0..<12))
    #expect(Self.goal(year: 2, in: monthly)?.period == .observations(12..<24))
    #expect(Self.goal(year: 3, in: monthly) == nil)
    // A third year of one month.
    #expect(Self.goal(year: 3, in: Self.scenario(months: 25))?.period == .observations(24..<25))
    // Quarters: 8 of them.
    #expect(Self.goal(year: 2, in: Self.scenario(step: 3))?.period == .observations(4..<8))
    // Steps of five months end at 5, 10, 15, 20 and 24: the third lies in both years.
    let fives = Self.scenario(step: 5)
    #expect(Self.goal(year: 1, in: fives)?.period == .observations(0..<3))
    #expect(Self.goal(year: 2, in: fives)?.period == .observations(2..<5))
  }

  @Test("A date is the first observation on or after it")
  func dates() {
    // The observation that closes January lies on 1 February.
    #expect(Self.goal(date: "2010-01-01")?.period == .observations(0..<1))
    #expect(Self.goal(date: "2010-02-01")?.period == .observations(0..<1))
    #expect(Self.goal(date: "2010-02-02")?.period == .observations(1..<2))
    #expect(Self.goal(date: "2012-01-01")?.period == .observations(23..<24))
    #expect(Self.goal(date: "2012-01-02") == nil)
    #expect(Self.goal(date: "soon") == nil)
    // The last step is as long as what is left of the window.
    let fives = Self.scenario(step: 5)
    #expect(Self.goal(date: "2011-12-31", in: fives)?.period == .observations(4..<5))
    #expect(Self.goal(date: "2012-01-02", in: fives) == nil)
  }

  @Test("A label names group, time and what is compared")
  func labels() {
    #expect(Self.goal(group: "care", year: 2)?.label == "stock.clients, care, year 2")
    #expect(Self.goal(date: "2010-05-01")?.label == "stock.clients, 2010-05-01")
    #expect(
      Self.goal(against: "other.json", measure: .ratio)?.label == "stock.clients, over other.json")
    #expect(
      Self.goal(against: "other.json", measure: .difference)?.label
        == "stock.clients, less other.json")
  }

  @Test("Distances are counted in tolerances, and no figure is infinitely far")
  func deviations() throws {
    let goal = try #require(Self.goal())
    #expect(goal.deviation(of: 10) == 0)
    #expect(goal.deviation(of: 12) == 1 && goal.deviation(of: 7) == 1.5)
    #expect(goal.deviation(of: .nan) == .infinity)
  }

  @Test("A year is read as the ratio of totals of its observations that exist")
  func readings() throws {
    let metric = try #require(Metric(id: "stock.clients"))
    let place = { (observation: Int) in
      (observation * Metric.allCases.count + metric.rawValue) * 4
    }
    var series = Array(repeating: 0.0, count: 24 * Metric.allCases.count * 4)
    var weights = series
    // Group 0 of the first year: 3 of weight 1, 6 of weight 2, and two that do not exist.
    for (observation, value, weight) in [(0, 3.0, 1.0), (4, 6, 2), (5, .nan, 9), (6, 50, 0)] {
      series[place(observation)] = value
      weights[place(observation)] = weight
    }
    // The second year belongs to another one.
    series[place(12)] = 1_000
    weights[place(12)] = 5
    var values = Array(repeating: 0.0, count: Metric.allCases.count * 4)
    var windowWeights = values
    values[metric.rawValue * 4] = 7
    windowWeights[metric.rawValue * 4] = 8
    let outcome = ReplicationOutcome(
      replication: 0, cellCount: 4, observationCount: 24, observationDays: Array(0..<24),
      values: values, weights: windowWeights, series: series, seriesWeights: weights, events: 1,
      clientYears: 1)
    let window = try #require(Self.goal()).reading(of: outcome)
    #expect(window.value == 7 && window.weight == 8)
    let year = try #require(Self.goal(year: 1)).reading(of: outcome)
    #expect(year.value == 5 && year.weight == 3)
    let later = try #require(Self.goal(year: 2)).reading(of: outcome)
    #expect(later.value == 1_000 && later.weight == 5)
    let none = try #require(Self.goal(group: "care", year: 1)).reading(of: outcome)
    #expect(none.value.isNaN && none.weight == 0)
  }

  @Test("How clients divide over groups decides figures of stock and inflow of a group alone")
  func keysOfGroups() throws {
    let shares = "population.groups.*.inflowShare"
    for (metric, isOfGroup, divides) in [
      ("stock.clients", true, true), ("inflow.perYear", true, true),
      ("stock.clients", false, false), ("inflow.perYear", false, false),
      ("unseen.6m.share", true, false), ("unseen.6m.share", false, false),
    ] {
      let keys = FitKeys.keys(of: metric, isOfGroup: isOfGroup)
      #expect(keys.contains(shares) == divides, "\(metric), of a group: \(isOfGroup)")
      #expect(keys.count > (divides ? 1 : 0))
    }
    // Of several goals each key comes once, that of the first goal first.
    let goals = ["unseen.6m.share", "contact.overdue.share", "unseen.12m.share"].compactMap {
      Self.goal($0)
    }
    #expect(
      FitKeys.keys(of: goals) == ["service.norms.*.restShare", "service.norms.*.intervalDays"])
    #expect(
      FitKeys.keys(of: [try #require(Self.goal(group: "care"))]).contains(shares))
  }

  // MARK: - Simulation

  /// Replication 0 gives what a world's staffing says, and replication 1 two more.
  private static let simulator: Simulator = {
    (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
    if replication == 1, scenario.staffing.fte == 13 {
      throw InvariantViolation(
        law: .clientsBalance, seed: seed, replication: 1, minute: 0, entity: -1, expected: 0,
        found: 1)
    }
    return SyntheticReplications.outcome(replication: replication, cellCount: 4) { _, _ in
      scenario.staffing.fte > 0 ? scenario.staffing.fte + Double(2 * replication) : 0
    }
  }

  private func simulation(_ points: [[Double]], replications: Int = 2) throws -> FitSimulation {
    let goals = [
      Self.goal(), Self.goal(against: "b", measure: .ratio, other: 1),
      Self.goal(against: "b", measure: .difference, other: 1),
    ].compactMap { $0 }
    return FitSimulation(
      points: points.map { worlds in
        worlds.map { fte in
          var scenario = Self.scenario()
          scenario.staffing.fte = fte
          return Experiment(scenario: scenario, digest: "")
        }
      }, goals: goals, replications: replications)
  }

  @Test("Figures of one world and of two side by side, by hand")
  func figures() throws {
    // Means 3 and 2 of 2, 4 and 1, 3; the second point has a base of nothing.
    let outcome = try simulation([[2, 1], [2, 0]]).run(
      with: SyntheticReplications.runner(Self.simulator))
    let first = try #require(outcome.points[0])
    #expect(first.figures == [3, 1.5, 1])
    // Of 2, 4; of 2 − 1.5 x 1 and 4 − 1.5 x 3 over 2; of 1, 1.
    #expect(first.errors == [1, 0.25, 0])
    #expect(first.first == [2, 2, 1])
    let second = try #require(outcome.points[1])
    #expect(second.figures[0] == 3 && second.figures[2] == 3)
    #expect(second.figures[1].isNaN && second.first[1].isNaN && second.errors[1].isNaN)
    #expect(outcome.events == 8_000 && outcome.clientYears == 80)
    #expect(outcome.failure == nil)
    let single = try simulation([[2, 1]], replications: 1).run(
      with: SyntheticReplications.runner(Self.simulator))
    let only = try #require(single.points[0])
    #expect(only.figures == [2, 2, 1] && only.first == only.figures)
    #expect(only.errors.allSatisfy { $0.isNaN })
  }

  @Test("A broken law is told with its point and world, and the point has no figures")
  func failure() throws {
    for threads in [1, 3] {
      let outcome = try simulation([[2, 1], [2, 13], [2, 1]]).run(
        with: SyntheticReplications.runner(threads: threads, Self.simulator))
      #expect(outcome.failure?.point == 1 && outcome.failure?.world == 1)
      #expect(outcome.points.map { $0 != nil } == [true, false, false])
    }
    let nothing = try simulation([]).run(with: SyntheticReplications.runner(Self.simulator))
    #expect(nothing.points.isEmpty && nothing.events == 0)
  }
}
