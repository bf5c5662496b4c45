import CaseloadModel
import CaseloadTestSupport
import Foundation
import SimulationKernel
import Testing

@testable import Experiments

@Suite struct PrecisionTests {
  private static let isLong = ProcessInfo.processInfo.environment["CASELOAD_LONG_TESTS"] == "1"

  private func target(_ relative: Double, most: Int = 1_000) -> PrecisionTarget {
    PrecisionTarget(metric: .unseen6m, relative: relative, maximumReplications: most)
  }

  @Test func aRunStopsWhenItIsPreciseEnough() {
    for seed in 1...10 as ClosedRange<UInt64> {
      let target = target(0.05)
      let result = SyntheticReplications.experiment(seed: seed, precision: target)
        .run(with: SyntheticReplications.runner())
      let estimate = result.estimate(.unseen6m)
      #expect(target.isMet(by: estimate), "seed \(seed)")
      #expect(estimate.relativeHalfWidth <= 0.05, "seed \(seed)")
      // (1.96 x 0.2 x 1.05 / 0.05)^2 is about 68.
      #expect((35...120).contains(estimate.count), "seed \(seed): \(estimate.count)")
      #expect(!result.isPartial)
    }
  }

  @Test func theNumberOfReplicationsDoesNotDependOnThreads() {
    for seed in 1...3 as ClosedRange<UInt64> {
      let experiment = SyntheticReplications.experiment(seed: seed, precision: target(0.05))
      let one = experiment.run(with: SyntheticReplications.runner(threads: 1))
      let three = experiment.run(with: SyntheticReplications.runner(threads: 3))
      #expect(one.finishedReplications == three.finishedReplications, "seed \(seed)")
      #expect(one.estimates == three.estimates, "seed \(seed)")
    }
  }

  @Test func anUnreachablePrecisionStopsAtTheBound() {
    let target = target(0.0001, most: 70)
    let result = SyntheticReplications.experiment(precision: target)
      .run(with: SyntheticReplications.runner())
    #expect(result.finishedReplications.count == 70)
    #expect(!target.isMet(by: result.estimate(.unseen6m)))
  }

  private func constant(_ value: Double) -> ReplicationRunner {
    SyntheticReplications.runner {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      SyntheticReplications.outcome(replication: replication, cellCount: 4) { _, _ in value }
    }
  }

  @Test func aMetricThatIsNeverDefinedStopsAfterTheFirstStage() {
    let result = SyntheticReplications.experiment(replications: 5, precision: target(0.1))
      .run(with: constant(.nan))
    #expect(result.finishedReplications.count == PrecisionTarget.minimumReplications)
    #expect(!target(0.1).isMet(by: result.estimate(.unseen6m)))
  }

  @Test func aMetricThatNeverVariesNeedsOneStage() {
    let result = SyntheticReplications.experiment(replications: 5, precision: target(0.1))
      .run(with: constant(0))
    #expect(result.finishedReplications.count == PrecisionTarget.minimumReplications)
    #expect(target(0.1).isMet(by: result.estimate(.unseen6m)))
  }

  /// The share of experiments whose final interval holds the known mean.
  ///
  /// Only one metric is drawn, by the rule itself rather than by whole experiments, for speed.
  private func coverage(
    mean: Double, relative: Double, draw: (inout SplitMix) -> Double
  ) -> Double {
    coverage(mean: mean, relative: relative) { seed, replication in
      var generator = SplitMix(
        seed: seed, replication: replication, cell: 5)
      return draw(&generator)
    }
  }

  private func coverage(
    mean: Double, relative: Double, replicate: (_ seed: UInt64, _ replication: Int) -> Double
  ) -> Double {
    let target = target(relative)
    let experiments = PrecisionTests.isLong ? 20_000 : 800
    var quantiles = StudentQuantiles()
    var covered = 0
    for seed in 0..<experiments {
      var moments = ColumnMoments(columns: 1)
      var done = 0
      var planned: Int? = target.firstStage(planned: 1)
      while let next = planned {
        for replication in done..<next {
          moments.add(replicate(UInt64(seed), replication), column: 0)
        }
        done = next
        planned = target.nextStage(
          after: done, estimate: moments.estimate(column: 0, quantiles: &quantiles))
      }
      let estimate = moments.estimate(column: 0, quantiles: &quantiles)
      if estimate.low <= mean && mean <= estimate.high { covered += 1 }
    }
    return Double(covered) / Double(experiments)
  }

  // With 800 experiments three standard errors of a share of 0.94 are 0.025; stopping is known to
  // cost about a point of coverage.
  @Test(arguments: [0.02, 0.05, 0.08]) func sequentialIntervalsCoverNormalMeans(relative: Double) {
    let share = coverage(mean: 10, relative: relative) { 10 + 2 * $0.normal() }
    #expect(share > 0.915 && share < 0.975, "coverage \(share)")
    if PrecisionTests.isLong { print("coverage, normal, \(relative): \(share)") }
  }

  @Test(arguments: [0.1, 0.2]) func sequentialIntervalsCoverSkewedMeans(relative: Double) {
    // The square of a uniform number has mean 1/3 and a skewness of 0.64.
    let share = coverage(mean: 1.0 / 3, relative: relative) { generator in
      let uniform = generator.uniform()
      return uniform * uniform
    }
    #expect(share > 0.915 && share < 0.975, "coverage \(share)")
    if PrecisionTests.isLong { print("coverage, skewed, \(relative): \(share)") }
  }

  // MARK: - Models with known answers

  /// The mean number in a single-server queue over a time, from a start in its steady state.
  ///
  /// Arrivals at rate `load`, services at rate 1: the expectation is `load / (1 - load)` at every moment.
  private static func queueLength(
    load: Double, time: Double, seed: UInt64, replication: Int
  ) -> Double {
    var stream = RandomStream(
      seed: seed, replication: UInt64(replication), purpose: 1, entity: 0)
    var number = 0
    while stream.uniform() < load { number += 1 }
    var now = 0.0
    var area = 0.0
    while now < time {
      let rate = load + (number > 0 ? 1 : 0)
      let step = min(Exponential(rate: rate).sample(using: &stream), time - now)
      area += Double(number) * step
      now += step
      number += stream.uniform() * rate < load ? 1 : -1
    }
    return area / time
  }

  /// The share of a time in which a machine runs, from a start in its steady state.
  ///
  /// Failures at rate 1 and repairs at rate `repair`: the expectation is `repair / (1 + repair)`.
  private static func availability(
    repair: Double, time: Double, seed: UInt64, replication: Int
  ) -> Double {
    var stream = RandomStream(
      seed: seed, replication: UInt64(replication), purpose: 2, entity: 0)
    var runs = stream.uniform() < repair / (1 + repair)
    var now = 0.0
    var running = 0.0
    while now < time {
      let length = Exponential(rate: runs ? 1 : repair).sample(using: &stream)
      if runs { running += min(length, time - now) }
      now += length
      runs.toggle()
    }
    return running / time
  }

  @Test func sequentialIntervalsCoverTheLengthOfAQueue() {
    let share = coverage(mean: 1, relative: 0.2) { seed, replication in
      PrecisionTests.queueLength(load: 0.5, time: 80, seed: seed, replication: replication)
    }
    #expect(share > 0.9 && share < 0.97, "coverage \(share)")
    if PrecisionTests.isLong { print("coverage, queue: \(share)") }
  }

  @Test func sequentialIntervalsCoverTheAvailabilityOfAMachine() {
    let share = coverage(mean: 0.75, relative: 0.03) { seed, replication in
      PrecisionTests.availability(repair: 3, time: 20, seed: seed, replication: replication)
    }
    #expect(share > 0.915 && share < 0.975, "coverage \(share)")
    if PrecisionTests.isLong { print("coverage, machine: \(share)") }
  }

  @Test func theForecastTellsHowManyReplicationsAreNeeded() {
    let target = target(0.05, most: 500)
    func forecast(_ halfWidth: Double, after count: Int) -> Int {
      target.forecast(
        after: count,
        estimate: Estimate(count: count, mean: 1, standardDeviation: 1, halfWidth: halfWidth))
    }
    // Half-widths shrink with the square root: four times too wide takes sixteen times as many.
    #expect(forecast(0.05 / 1.05 * 4, after: 20) == 320)
    #expect(forecast(0.05 / 1.05 * 9, after: 20) == 500)
    #expect(forecast(.nan, after: 20) == 500)
    let progress = RunProgress(
      finished: 20, planned: 40, elapsedSeconds: 10, recalled: 0, forecast: 320)
    #expect(progress.remainingSeconds == 150)
    let resumed = RunProgress(finished: 20, planned: 40, elapsedSeconds: 10, recalled: 10)
    #expect(resumed.ratePerSecond == 1 && resumed.remainingSeconds == 20)
  }
}
