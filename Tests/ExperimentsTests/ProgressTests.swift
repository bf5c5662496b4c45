import CaseloadModel
import CaseloadTestSupport
import ScenarioFormat
import Testing

@testable import Experiments

/// What a run tells of how far it is.
@Suite struct ProgressTests {
  /// Reports come one at a time, under a lock of the runner.
  private final class Reports: @unchecked Sendable { var all: [RunProgress] = [] }

  private func runner(_ reports: Reports) -> ReplicationRunner {
    var runner = SyntheticReplications.runner(threads: 1)
    runner.onProgress = { reports.all.append($0) }
    return runner
  }

  @Test func nothingIsToldOfARateBeforeThereIsOne() {
    // As much has been done in no time at all, or without being simulated.
    for (finished, seconds, recalled) in [(3, 0.0, 0), (3, 2, 3), (0, 2, 0)] {
      let progress = RunProgress(
        finished: finished, planned: 9, elapsedSeconds: seconds, recalled: recalled)
      #expect(progress.ratePerSecond == 0)
      #expect(progress.remainingSeconds == nil)
    }
    let progress = RunProgress(finished: 3, planned: 9, elapsedSeconds: 2, recalled: 2)
    #expect(progress.ratePerSecond == 0.5 && progress.remainingSeconds == 12)
    // A forecast below what is planned changes nothing.
    let lower = RunProgress(finished: 3, planned: 9, elapsedSeconds: 2, recalled: 2, forecast: 4)
    #expect(lower.remainingSeconds == 12)
  }

  @Test func aPreciseRunTellsOfEveryStageAndOfTheForecast() throws {
    let target = PrecisionTarget(metric: .unseen6m, relative: 0.05)
    let reports = Reports()
    let result = SyntheticReplications.experiment(precision: target).run(with: runner(reports))
    let first = Estimate(of: (0..<20).map { result.value(.unseen6m, position: $0) })
    let second = try #require(target.nextStage(after: 20, estimate: first))
    #expect(second > 20)
    for (position, report) in reports.all.enumerated() where position < second {
      #expect(report.planned == (position < 20 ? 20 : second), "after \(position + 1)")
      let forecast = position < 20 ? nil : target.forecast(after: 20, estimate: first)
      #expect(report.forecast == forecast, "after \(position + 1)")
    }
    #expect(reports.all.last?.planned == result.finishedReplications.count)
    #expect(reports.all.count == result.finishedReplications.count)
  }

  @Test func whatComesFromAJournalIsToldApart() throws {
    let folder = try TemporaryFolder()
    let experiment = SyntheticReplications.experiment(replications: 10)
    let identity = JournalIdentity(
      command: "run", name: "s", version: "1", keepsSeries: true, experiments: [experiment])
    var partial = experiment
    partial.replications = 4
    var begun = SyntheticReplications.runner()
    let journal = ReplicationJournal.begin(in: folder.path, identity)
    begun.journal = journal
    _ = partial.run(with: begun)
    journal.close(isComplete: false)
    let reports = Reports()
    var resumed = runner(reports)
    resumed.journal = try ReplicationJournal.resume(in: folder.path, identity)
    _ = experiment.run(with: resumed)
    #expect(reports.all.map(\.finished) == Array(1...10))
    #expect(reports.all.map(\.recalled) == [1, 2, 3, 4, 4, 4, 4, 4, 4, 4])
  }

  @Test func everyOrganisationOfASectorCounts() throws {
    let text = """
      {"name": "s", "organisations": {"members": [{"name": "town", "count": 3, "drawn": true}]}}
      """
    let document = ScenarioDocument.read(Array(text.utf8), path: "s.json")
    var experiment = Experiment(
      scenario: try #require(document.scenario), sector: document.sector, digest: "d")
    experiment.replications = 4
    let reports = Reports()
    let result = experiment.run(with: runner(reports))
    #expect(result.finishedReplications == [0, 1, 2, 3])
    #expect(reports.all.map(\.finished) == Array(1...12))
    #expect(reports.all.allSatisfy { $0.planned == 12 })
  }

  @Test func aPartCountsItsOwnJobsAlone() throws {
    let reports = Reports()
    var runner = runner(reports)
    runner.shard = try Shard("2/3")
    _ = SyntheticReplications.experiment(replications: 7).run(with: runner)
    // Of the jobs 0 to 6 those are 1 and 4.
    #expect(reports.all.map(\.finished) == [1, 2])
    #expect(reports.all.map(\.planned) == [2, 2])
  }

  @Test func aLaterStageGoesOnCounting() {
    let reports = Reports()
    let violation = runner(reports).run(Scenario(), seed: 1, replications: 5..<8) { _ in }
    #expect(violation == nil)
    #expect(reports.all.map(\.finished) == [6, 7, 8])
    #expect(reports.all.map(\.planned) == [8, 8, 8])
  }
}
