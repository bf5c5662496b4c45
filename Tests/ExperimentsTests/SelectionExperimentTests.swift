import CaseloadModel
import CaseloadTestSupport
import Testing

@testable import Experiments

@Suite struct SelectionExperimentTests {
  /// Unseen clients fall by a point per fte, with chance that is mostly common to all scenarios.
  private static let simulator: Simulator = {
    (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
    let fte = scenario.staffing.fte
    var common = SplitMix(seed: seed, replication: replication, cell: 0)
    var own = SplitMix(
      seed: seed, replication: replication, cell: Int(fte * 10))
    let value = 0.5 - fte / 100 + 0.02 * common.normal() + 0.005 * own.normal()
    return SyntheticReplications.outcome(
      replication: replication, cellCount: scenario.population.groups.count + 1
    ) { metric, _ in metric == .unseen6m ? value : metric == .outflowWork ? 1 - value : 0.5 }
  }

  private func experiment(
    _ objective: SelectionProblem.Objective, limits: [SelectionProblem.Limit], maximum: Int = 1_000
  ) -> SelectionExperiment {
    let scenarios = stride(from: 20.0, through: 32, by: 2).map { fte in
      var scenario = Scenario()
      scenario.staffing.fte = fte
      return scenario
    }
    var metrics = limits.map { _ in Metric.unseen6m }
    if case .measured = objective { metrics.append(.outflowWork) }
    return SelectionExperiment(
      scenarios: scenarios,
      problem: SelectionProblem(
        candidates: 7, limits: limits, objective: objective, maximum: maximum),
      metrics: metrics, seed: 4)
  }

  private let limit = SelectionProblem.Limit(isUpper: true, bound: 0.25, tolerance: 0.01)

  @Test func theSmallestStaffingIsFoundWithAnyNumberOfThreads() {
    let experiment = experiment(.known((0..<7).map(Double.init)), limits: [limit])
    let one = experiment.run(
      with: SyntheticReplications.runner(threads: 1, SelectionExperimentTests.simulator))
    let three = experiment.run(
      with: SyntheticReplications.runner(threads: 3, SelectionExperimentTests.simulator))
    // 24 fte gives 0.26, and 26 fte 0.24.
    #expect(one.selection.conclusion == .selected(3))
    #expect(one.selection.verdicts[2] == .infeasible(limit: 0))
    #expect(one.selection.verdicts == three.selection.verdicts)
    #expect(one.replications == three.replications)
    let estimate = one.estimates(candidate: 3)[0]
    #expect(estimate == three.estimates(candidate: 3)[0])
    #expect(estimate.count == one.replications[3])
    #expect(abs(estimate.mean - 0.24) < 0.02)
    #expect(one.replications[0] == 20)
    #expect(one.replications.max() == one.selection.replications)
  }

  @Test func pairsShareTheirReplications() {
    // Without limits the last one has the highest outflow. Differences are 0.02 with a standard
    // deviation of 0.007, those of independent runs would have one of 0.03 and need far more.
    let result = experiment(.measured(isLowBest: false, indifference: 0.02), limits: [])
      .run(with: SyntheticReplications.runner(SelectionExperimentTests.simulator))
    #expect(result.selection.conclusion == .selected(6))
    #expect(result.selection.replications == 20)
    #expect(result.replications == Array(repeating: 20, count: 7))
    // Each of the 140 has a thousand events and ten client-years.
    #expect(result.events == 140_000 && result.clientYears == 1_400)
  }

  @Test func aCancelledSelectionHasNoConclusion() {
    let cancellation = Cancellation()
    let runner = SyntheticReplications.runner(threads: 1, cancellation: cancellation) {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      if replication == 3 { cancellation.cancel() }
      return try SelectionExperimentTests.simulator(scenario, seed, replication, isCancelled)
    }
    let result = experiment(.known((0..<7).map(Double.init)), limits: [limit]).run(with: runner)
    #expect(result.selection.conclusion == nil)
    #expect(result.replications == Array(repeating: 3, count: 7))
  }

  private func limit(_ text: String, tolerance: Double? = nil) throws -> MetricLimit {
    try MetricLimit(try FailCondition(text), tolerance: tolerance)
  }

  @Test func limitsHaveATolerance() throws {
    let upper = try limit("unseen.6m.share <= 0.10").limit
    #expect(upper.isUpper && upper.bound == 0.1)
    #expect(abs(upper.tolerance - 0.005) < 1e-15)
    let lower = try limit("contact.perClientYear > 4", tolerance: 0.5).limit
    #expect(!lower.isUpper && lower.bound == 4 && lower.tolerance == 0.5)
    #expect(throws: MetricLimit.Refusal.self) { try limit("unseen.6m.share <= 0") }
    #expect(throws: MetricLimit.Refusal.self) { try limit("unseen.6m.share <= base + 1") }
  }

  @Test(arguments: [
    (["unseen.6m.share <= 0.1", "unseen.6m.share >= 0.2"], "contradict each other"),
    (["unseen.6m.share >= 0.10", "unseen.6m.share <= 0.102"], "leave no room between"),
    (["unseen.6m.share <= 0.1", "unseen.6m.share < 0.2"], "twice on one side"),
    (["unseen.6m.share <= -0.1"], "lies between 0 and 1"),
    (["unseen.6m.share >= 0.99"], "lies between 0 and 1"),
    (["contact.perClientYear <= -1"], "is never below 0"),
  ])
  func limitsThatNothingMeetsAreRefused(texts: [String], reason: String) throws {
    let limits = try texts.map { try limit($0) }
    let obstacle = MetricLimit.obstacle(among: limits)
    #expect(obstacle?.contains(reason) == true, "\(obstacle ?? "none")")
    #expect(obstacle?.contains(texts[texts.count - 1]) == true)
  }

  @Test func limitsAreAcceptedUpToTheLastThatCanBeMet() throws {
    func obstacle(_ pairs: (String, Double)...) throws -> String? {
      MetricLimit.obstacle(among: try pairs.map { try limit($0.0, tolerance: $0.1) })
    }
    // Met by its tolerance at exactly 0, or at exactly 1.
    #expect(try obstacle(("contact.perClientYear <= 0.5", 0.5)) == nil)
    #expect(try obstacle(("contact.perClientYear <= 0.5", 0.75))?.contains("never below 0") == true)
    #expect(try obstacle(("contact.perClientYear >= 0.5", 0.75)) == nil)
    #expect(try obstacle(("unseen.6m.share <= 0.25", 0.25)) == nil)
    #expect(try obstacle(("unseen.6m.share <= 0.25", 0.375))?.contains("between 0 and 1") == true)
    #expect(try obstacle(("unseen.6m.share >= 0.75", 0.25)) == nil)
    #expect(try obstacle(("unseen.6m.share >= 0.75", 0.375))?.contains("between 0 and 1") == true)
    // Tolerances that meet in one point, that overlap, and bounds that are one.
    #expect(
      try obstacle(("unseen.6m.share >= 0.25", 0.125), ("unseen.6m.share <= 0.5", 0.125)) == nil)
    #expect(
      try obstacle(("unseen.6m.share >= 0.25", 0.125), ("unseen.6m.share <= 0.5", 0.25))?
        .contains("leave no room") == true)
    #expect(
      try obstacle(("unseen.6m.share >= 0.5", 0.125), ("unseen.6m.share <= 0.5", 0.125))?
        .contains("leave no room") == true)
    let upper = try limit("unseen.6m.share <= 0.5")
    #expect(upper.isMet(by: 0.5) && !upper.isMet(by: 0.500_001))
    #expect(upper.excess(of: 0.75) == 0.25 && upper.excess(of: 0.25) == -0.25)
    let lower = try limit("unseen.6m.share >= 0.5")
    #expect(lower.isMet(by: 0.5) && !lower.isMet(by: 0.499_999))
    #expect(lower.excess(of: 0.75) == -0.25 && lower.excess(of: 0.25) == 0.25)
  }

  @Test func limitsThatLeaveRoomAreAccepted() throws {
    let texts = ["unseen.6m.share <= 0.2", "unseen.6m.share >= 0.1", "stock.clients <= 3000"]
    #expect(MetricLimit.obstacle(among: try texts.map { try limit($0) }) == nil)
    #expect(MetricLimit.obstacle(among: []) == nil)
  }
}
