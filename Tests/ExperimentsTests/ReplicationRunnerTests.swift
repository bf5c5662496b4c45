import CaseloadModel
import Foundation
import Testing

@testable import Experiments

@Suite struct ReplicationRunnerTests {
  @Test(arguments: [2, 3, 7]) func resultsDoNotDependOnTheNumberOfThreads(threads: Int) {
    for seed in 1...5 as ClosedRange<UInt64> {
      let experiment = SyntheticReplications.experiment(seed: seed)
      let one = experiment.run(with: SyntheticReplications.runner(threads: 1))
      let many = experiment.run(with: SyntheticReplications.runner(threads: threads))
      #expect(many.estimates == one.estimates, "seed \(seed)")
      #expect(many.series == one.series, "seed \(seed)")
      #expect(many.values == one.values, "seed \(seed)")
      #expect(many.finishedReplications == Array(0..<20), "seed \(seed)")
    }
  }

  @Test func theFirstBrokenLawIsReportedWithAnyNumberOfThreads() {
    for threads in [1, 2, 5] {
      let runner = SyntheticReplications.runner(threads: threads) {
        (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
        // Replication 4 breaks a law late, 6 and 9 break one early.
        if replication == 4 { usleep(20_000) }
        if [4, 6, 9].contains(replication) {
          throw InvariantViolation(
            law: .clientsBalance, seed: seed, replication: replication, minute: 77, entity: 12,
            expected: 3, found: 4)
        }
        return try SyntheticReplications.normal(scenario, seed, replication, isCancelled)
      }
      let result = SyntheticReplications.experiment(seed: 9, replications: 12).run(with: runner)
      #expect(result.violation?.replication == 4, "threads \(threads)")
      #expect(result.violation?.seed == 9)
      #expect(result.finishedReplications == [0, 1, 2, 3], "threads \(threads)")
    }
  }

  @Test func aCancelledRunKeepsWhatWasFinished() {
    let cancellation = Cancellation()
    let runner = SyntheticReplications.runner(threads: 2, cancellation: cancellation) {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      if replication == 6 { cancellation.cancel() }
      // However long the thread of that one is kept waiting, the other does not run ahead of it.
      while replication > 6, !isCancelled() { usleep(100) }
      if replication > 2, isCancelled() { return nil }
      return try SyntheticReplications.normal(scenario, seed, replication, isCancelled)
    }
    let result = SyntheticReplications.experiment(replications: 1_000).run(with: runner)
    #expect(result.isPartial)
    #expect(result.plannedReplications == 1_000)
    #expect(result.finishedReplications.prefix(3) == [0, 1, 2])
    #expect(result.finishedReplications.count < 10)
    #expect(result.values.count == result.finishedReplications.count)
    #expect(result.violation == nil)
  }

  @Test func progressCountsUpToThePlan() {
    // Reports come one at a time, under a lock of the runner.
    final class Reports: @unchecked Sendable { var all: [RunProgress] = [] }
    let reports = Reports()
    var runner = SyntheticReplications.runner(threads: 2)
    runner.onProgress = { progress in reports.all.append(progress) }
    _ = SyntheticReplications.experiment(replications: 15).run(with: runner)
    #expect(reports.all.map(\.finished) == Array(1...15))
    #expect(reports.all.allSatisfy { $0.planned == 15 && $0.elapsedSeconds >= 0 })
    #expect(reports.all.last?.remainingSeconds == 0)
  }

  @Test func remainingTimeFollowsFromTheRate() {
    let progress = RunProgress(finished: 10, planned: 30, elapsedSeconds: 5)
    #expect(progress.ratePerSecond == 2)
    #expect(progress.remainingSeconds == 10)
    #expect(RunProgress(finished: 0, planned: 3, elapsedSeconds: 1).remainingSeconds == nil)
  }

  @Test func theEngineGivesTheSameResultWithOneAndTwoThreads() {
    var scenario = Scenario()
    scenario.population.clients = 120
    scenario.inflow.applicationsPerYear = 40
    scenario.staffing.fte = 2
    scenario.time.warmUpMonths = 2
    scenario.time.durationMonths = 4
    var experiment = Experiment(scenario: scenario, digest: "")
    experiment.replications = 4
    let one = experiment.run(with: ReplicationRunner(threads: 1))
    let two = experiment.run(with: ReplicationRunner(threads: 2))
    #expect(one.violation == nil)
    #expect(one.finishedReplications.count == 4)
    #expect(one.values.map { $0.map(\.bitPattern) } == two.values.map { $0.map(\.bitPattern) })
    #expect(one.observationDays.count == 4)
  }
}
