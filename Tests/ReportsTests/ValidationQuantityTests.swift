import CaseloadModel
import Experiments
import Reports
import SimulationKernel
import Testing

@Suite("Simulated quantities beside published figures")
struct ValidationQuantityTests {
  private static let base = ValidationRun(scenario: "base.json")
  private static let variant = ValidationRun(scenario: "base.json", changes: ["staffing.fte=30"])
  private static let days = [15_372, 15_400]

  /// Cells are `scale * (100 * metric + 10 * group + replication)` over the window, plus 1,000 for each
  /// observation; those of replication 2 do not exist for `absent`.
  private static func result(
    scale: Double, seed: UInt64 = 1, replications: Int = 4, absent: Metric? = nil
  ) -> ExperimentResult {
    var experiment = Experiment(scenario: Scenario(), digest: "")
    experiment.seed = seed
    experiment.replications = replications
    var runner = ReplicationRunner(threads: 2)
    runner.simulator = {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      let cellCount = scenario.metricGroupNames.count + 1
      var values: [Double] = []
      for metric in Metric.allCases {
        for group in 0..<cellCount {
          let value = Double(100 * metric.rawValue + 10 * group + replication)
          values.append(metric == absent && replication == 2 ? .nan : scale * value)
        }
      }
      return ReplicationOutcome(
        replication: replication, cellCount: cellCount, observationCount: 2,
        observationDays: days, values: values,
        series: values.map { $0 + 1_000 } + values.map { $0 + 2_000 }, events: 1, clientYears: 1)
    }
    return ExperimentGrid([experiment], keepsSeries: false, keepsSeriesValues: [0])
      .run(with: runner)[0]
  }

  private let results: ValidationResults = [base: result(scale: 1), variant: result(scale: 2)]

  private func reading(
    _ run: ValidationRun = base, _ metric: Metric = .inflowPerYear, group: String? = nil,
    day: Int? = nil
  ) -> ValidationReading {
    ValidationReading(
      run: run, metric: metric, group: group, date: day.map { CivilDate(dayNumber: $0) })
  }

  private func estimate(
    _ quantity: ValidationQuantity, in results: ValidationResults? = nil
  ) throws -> Estimate {
    try #require(quantity.estimate(in: results ?? self.results))
  }

  @Test("A value is read over the window or at a day, for all clients or one group")
  func values() throws {
    let window = try estimate(.value(reading()))
    #expect(window.mean == 101.5)
    #expect(window == results[Self.base]?.estimate(.inflowPerYear))
    #expect(try estimate(.value(reading(group: "development"))).mean == 121.5)
    #expect(try estimate(.value(reading(day: Self.days[1]))).mean == 2_101.5)
    #expect(
      try estimate(.value(reading(Self.variant, group: "care", day: Self.days[0]))).mean
        == 1_223)
  }

  @Test("Differences are taken replication by replication, ratios are those of totals")
  func combinations() throws {
    let change = try estimate(
      .difference(reading(Self.variant), less: reading()))
    #expect(change.mean == 101.5)
    #expect(change.count == 4)
    let growth = try estimate(
      .difference(reading(day: Self.days[1]), less: reading(day: Self.days[0])))
    #expect(growth.mean == 1_000)
    #expect(growth.halfWidth == 0)
    let ratio = try estimate(.ratio(reading(Self.variant), per: reading()))
    #expect(ratio.mean == 2)
    #expect(ratio.halfWidth == 0)
    // 0, 1, 2 and 3 of 100, 101, 102 and 103.
    let part = try estimate(.ratio(reading(Self.base, .stockClients), per: reading()))
    #expect(abs(part.mean - 6 / 406.0) < 1e-15)
  }

  @Test("Only replications count that both runs have and in which the quantity exists")
  func pairs() throws {
    var results = self.results
    results[Self.variant] = Self.result(scale: 2, replications: 3)
    let shorter = try estimate(
      .difference(reading(Self.variant), less: reading()), in: results)
    #expect(shorter.count == 3)
    #expect(shorter.mean == 101)
    results[Self.variant] = Self.result(scale: 2, absent: .inflowPerYear)
    let absent = try estimate(
      .difference(reading(Self.variant), less: reading()), in: results)
    #expect(absent.count == 3)
    #expect(absent.mean == (100 + 101 + 103) / 3.0)
    // Replication 0 has no clients to divide by.
    let undefined = try estimate(.ratio(reading(), per: reading(Self.base, .stockClients)))
    #expect(undefined.count == 3)
    #expect(ValidationQuantity.value(reading()).estimate(in: [:]) == nil)
  }

  @Test("Groups, days and seeds that do not fit are told")
  func problems() {
    func problem(_ quantity: ValidationQuantity) -> String? { quantity.problem(in: results) }
    #expect(problem(.difference(reading(Self.variant), less: reading())) == nil)
    #expect(
      problem(.value(reading(group: "youth")))
        == "expected a part of base.json for which inflow.perYear is kept"
        + " (care, development, work), found \"youth\"")
    #expect(
      problem(.ratio(reading(), per: reading(day: 15_373)))
        == "expected a day on which base.json is observed (2012-02-02 to 2012-03-01, 2 in all),"
        + " found 2012-02-03")
    let seeds: ValidationResults = [
      Self.base: Self.result(scale: 1), Self.variant: Self.result(scale: 1, seed: 7),
    ]
    #expect(
      ValidationQuantity.difference(reading(Self.variant), less: reading()).problem(in: seeds)
        == "expected two runs with the same seed, found 7 and 1")
  }
}
