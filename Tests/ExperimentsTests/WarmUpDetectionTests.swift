import CaseloadModel
import CaseloadTestSupport
import Testing

@testable import Experiments

@Suite struct WarmUpDetectionTests {
  /// Replications whose series runs as a function of the month, with noise of a given size.
  private static func simulator(
    noise: Double, _ value: @escaping @Sendable (Metric, Int) -> Double
  ) -> Simulator {
    { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      let cellCount = scenario.population.groups.count + 1
      let first = scenario.time.warmUpMonths
      let months = first..<(first + scenario.time.durationMonths)
      var series: [Double] = []
      for month in months {
        for metric in Metric.allCases {
          for group in 0..<cellCount {
            var generator = SplitMix(
              seed: seed, replication: replication, cell: month * 1_000 + metric.rawValue)
            series.append(group == 0 ? value(metric, month) + noise * generator.normal() : .nan)
          }
        }
      }
      return ReplicationOutcome(
        replication: replication, cellCount: cellCount, observationCount: months.count,
        observationDays: months.map { 15_000 + 30 * $0 },
        values: Array(series.prefix(Metric.allCases.count * cellCount)), series: series,
        events: 1, clientYears: 1)
    }
  }

  private func detection(
    seed: UInt64 = 1, warmUpMonths: Int = 24, durationMonths: Int = 96, replications: Int = 20,
    noise: Double = 1, _ value: @escaping @Sendable (Metric, Int) -> Double
  ) throws -> WarmUpDetection {
    var experiment = SyntheticReplications.experiment(seed: seed, replications: replications)
    experiment.scenario.time.warmUpMonths = warmUpMonths
    experiment.scenario.time.durationMonths = durationMonths
    let runner = SyntheticReplications.runner(
      WarmUpDetectionTests.simulator(noise: noise, value))
    return try #require(try WarmUpDetection(of: experiment, with: runner))
  }

  private func verdict(_ detection: WarmUpDetection, _ metric: Metric) throws
    -> WarmUpDetection.Verdict
  {
    try #require(detection.findings.first { $0.metric == metric }).verdict
  }

  @Test func theEndOfARampIsFoundWithinItsNeighbourhood() throws {
    var settled = 0
    for seed in 1...10 as ClosedRange<UInt64> {
      // The ramp ends at month 30; the noise of a mean of twenty is 0.22, the ramp 12 high.
      let found = try detection(seed: seed) { metric, month in
        metric == .unseen6m && month < 30 ? 100 + 12 * (1 - Double(month) / 30) : 100
      }
      #expect(found.runMonths == 120 && found.givenMonths == 24 && found.replications == 20)
      let verdict = try verdict(found, .unseen6m)
      #expect(verdict != .unsettled, "seed \(seed)")
      guard case .settled(let months) = verdict else { continue }
      settled += 1
      #expect((20...50).contains(months), "seed \(seed): \(months)")
    }
    // Chance puts the truncation point of a steady series of 18 batches in the second half now and then.
    #expect(settled >= 7)
  }

  @Test func steadyMetricsAreNotSaidToMove() throws {
    var moving = 0
    for seed in 1...10 as ClosedRange<UInt64> {
      let found = try detection(seed: seed) { _, _ in 100 }
      moving += found.unsettled.count
    }
    // 320 verdicts; both conditions together are met by chance far less than once.
    #expect(moving == 0)
  }

  @Test func theWholeRunIsLookedAtAndNotTheWindow() throws {
    // Settles at month 10, long before the window opens at month 24.
    let found = try detection(noise: 0) { _, month in month < 10 ? 500 : 100 }
    #expect(try verdict(found, .unseen6m) == .settled(months: 10))
    #expect(found.observations == 120)
    #expect(found.tooShort.isEmpty)
  }

  @Test func aTrendToTheEndIsAHorizonThatIsTooShort() throws {
    let found = try detection { metric, month in
      metric == .stockClients ? Double(month) : 5
    }
    #expect(try verdict(found, .stockClients) == .unsettled)
    #expect(found.unsettled.contains(.stockClients))
    #expect(found.suggestedMonths == nil)
    let short = try detection(warmUpMonths: 0, durationMonths: 19) { _, _ in 5 }
    #expect(short.observations < WarmUpDetection.leastObservations)
    #expect([.unsettled, .unclear].contains(try verdict(short, .stockClients)))
    #expect(short.suggestedMonths == nil)
  }

  @Test func fixedAndUndefinedQuantitiesNeedNoWarmUp() throws {
    let found = try detection(noise: 0) { metric, month in
      switch metric {
      case .costStaff: 197_916.666_666 * (1 + Double(month % 3) * 1e-15)
      case .costPerWorkExit: .infinity
      default: month < 15 ? 9 : 4
      }
    }
    #expect(try verdict(found, .costStaff) == .settled(months: 0))
    #expect(try verdict(found, .costPerWorkExit) == .undefined)
    #expect(found.suggestedMonths == 15)
    #expect(found.tooShort.isEmpty)
  }

  @Test func observingFromTheFirstDayDoesNotChangeTheRun() throws {
    // The engine without warm-up passes through the same states, month by month.
    var scenario = Scenario()
    scenario.population.clients = 120
    scenario.inflow.applicationsPerYear = 40
    scenario.staffing.fte = 2
    scenario.time.warmUpMonths = 4
    scenario.time.durationMonths = 5
    let late = try #require(try simulate(scenario, seed: 3, replication: 0))
    scenario.time.warmUpMonths = 0
    scenario.time.durationMonths = 9
    let whole = try #require(try simulate(scenario, seed: 3, replication: 0))
    #expect(whole.observationDays.suffix(5) == late.observationDays[...])
    let tail = whole.series.suffix(late.series.count).map(\.bitPattern)
    #expect(tail == late.series.map(\.bitPattern))
    #expect(whole.events == late.events)
  }
}
