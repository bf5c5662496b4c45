import CaseloadModel
import Foundation
import ScenarioFormat

/// One replication of a scenario: the engine, or a stand-in with known answers.
public typealias Simulator =
  @Sendable (
    _ scenario: Scenario, _ seed: UInt64, _ replication: Int, _ isCancelled: () -> Bool
  ) throws(InvariantViolation) -> ReplicationOutcome?

/// Runs replications of a scenario in parallel.
///
///     let runner = ReplicationRunner(threads: 2)
///     let violation = runner.run(scenario, seed: 1, replications: 0..<30) { outcome in … }
///
/// The result is a pure function of scenario, seed and replications: outcomes arrive in the order of
/// their numbers, whatever the number of threads.
public struct ReplicationRunner: Sendable {
  /// Most replications at work at the same time.
  public var threads: Int
  /// Stops the run early; replications that are not finished by then are dropped.
  public var cancellation: Cancellation
  /// Runs one replication.
  public var simulator: Simulator
  /// Where finished replications are noted, and found again after a stop; none if not given.
  package var journal: ReplicationJournal?
  /// The only part of the work that is to be done, whose outcomes go to the journal alone; all if not given.
  package var shard: Shard?
  /// Where all outcomes come from, in place of being simulated; none if not given.
  package var merged: MergedJournal?
  /// Called after every replication that was simulated, on any thread, with the position of its experiment
  /// and the seconds that it took.
  public var onSimulated: (@Sendable (Int, Double) -> Void)?
  /// Called after every replication, on any thread, one call at a time.
  public var onProgress: (@Sendable (RunProgress) -> Void)?

  /// Makes a runner; the default is one thread per active core and the engine itself.
  public init(
    threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    cancellation: Cancellation = Cancellation(),
    onProgress: (@Sendable (RunProgress) -> Void)? = nil,
    simulator: @escaping Simulator = ReplicationRunner.engine
  ) {
    precondition(threads >= 1, "threads must be at least 1, not \(threads)")
    self.threads = threads
    self.cancellation = cancellation
    self.simulator = simulator
    self.onProgress = onProgress
  }

  /// The engine of `CaseloadModel`.
  public static let engine: Simulator = {
    (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
    try simulate(scenario, seed: seed, replication: replication, isCancelled: isCancelled)
  }

  /// Runs the given replications and passes their outcomes on, in the order of their numbers.
  ///
  /// Progress counts replications before the range as finished since `start`. A journal takes them for
  /// those of its first experiment.
  ///
  /// - Returns: The violation of the first replication that broke a conservation law, if any did.
  ///   Earlier replications still finish, so that this is the same one with any number of threads;
  ///   later ones are dropped.
  public func run(
    _ scenario: Scenario, seed: UInt64, replications: Range<Int>,
    start: ContinuousClock.Instant = .now, consume: (ReplicationOutcome) -> Void
  ) -> InvariantViolation? {
    let progress = ProgressCounter(
      from: replications.lowerBound, planned: replications.upperBound, start: start,
      report: onProgress)
    return run(replications, progress: progress) { index in
      Job(point: 0, scenario: scenario, seed: seed, replication: index)
    } consume: { _, outcome in
      consume(outcome.outcome)
    }?.violation
  }

  /// One replication of one of several experiments.
  struct Job {
    /// The position of the experiment.
    let point: Int
    let scenario: Scenario
    let seed: UInt64
    let replication: Int
    /// The sector, all of whose organisations are to be simulated; `nil` for a scenario of one organisation.
    var sector: Sector?
    /// The position of the organisation in its sector; 0 when the experiment is about one.
    var organisation = 0

    /// What a journal knows the job by.
    var key: JournalScan.Key {
      JournalScan.Key(point: point, organisation: organisation, replication: replication)
    }
  }

  /// Runs the replications that a range of indices stands for, and passes their outcomes on in order.
  ///
  /// Of one part of the work nothing is passed on. Where outcomes come from journals and one is missing,
  /// nothing is passed on either, and the journals know what is missing.
  ///
  /// - Returns: The first index whose replication broke a conservation law, with the violation.
  func run(
    _ indices: Range<Int>, progress: ProgressCounter, job: @Sendable (Int) -> Job,
    consume: (Int, SectorOutcome) -> Void
  ) -> (index: Int, violation: InvariantViolation)? {
    guard let work = SectorWork(indices, job: job) else {
      return runJobs(
        indices, progress: progress, job: job,
        finished: { SectorOutcome(outcome: $2) }, consume: consume)
    }
    let reductions = SectorReductions()
    progress.plan(work.count, forecast: nil)
    let failure = runJobs(0..<work.count, progress: progress) { flat in
      let (index, place) = work.place(of: flat)
      return work.job(job(index), place: place)
    } finished: { flat, job, outcome in
      reductions.add(outcome, job, index: work.place(of: flat).index)
    } consume: { flat, outcome in
      consume(work.place(of: flat).index, outcome)
    }
    return failure.map { (work.place(of: $0.index).index, $0.violation) }
  }

  /// Runs jobs, and passes on what `finished` makes of their outcomes, in the order of the jobs.
  private func runJobs(
    _ indices: Range<Int>, progress: ProgressCounter, job: @Sendable (Int) -> Job,
    finished: @Sendable (Int, Job, ReplicationOutcome) -> SectorOutcome?,
    consume: (Int, SectorOutcome) -> Void
  ) -> (index: Int, violation: InvariantViolation)? {
    if let merged, !merged.holdsAll(indices, job: job) { return nil }
    if let shard { progress.plan(indices.count { shard.holds($0) }, forecast: nil) }
    let firstFailure = FirstFailure()
    var failure: (index: Int, violation: InvariantViolation)?
    let isCancelled = { @Sendable [cancellation] (index: Int) in
      cancellation.isCancelled || firstFailure.isBefore(index)
    }
    OrderedParallelMap.run(indices, threads: threads) {
      index -> Result<SectorOutcome, InvariantViolation>? in
      guard !isCancelled(index), shard?.holds(index) ?? true else { return nil }
      let job = job(index)
      if let outcome = merged?.recall(job.key) ?? journal?.recall(job.key) {
        progress.recalledOne()
        return shard == nil ? finished(index, job, outcome).map { .success($0) } : nil
      }
      do throws(InvariantViolation) {
        let began = ContinuousClock.now
        let outcome = try SeparateReplication.run(
          simulator, job.scenario, seed: job.seed, replication: job.replication,
          isCancelled: { isCancelled(index) }, isStopped: { cancellation.isCancelled })
        onSimulated?(job.point, (ContinuousClock.now - began).seconds)
        guard let outcome else { return nil }
        journal?.append(outcome, point: job.point, organisation: job.organisation)
        progress.finishedOne()
        return shard == nil ? finished(index, job, outcome).map { .success($0) } : nil
      } catch {
        firstFailure.note(index)
        return .failure(error)
      }
    } consume: { index, result in
      switch result {
      case .success(let outcome): if failure == nil { consume(index, outcome) }
      case .failure(let error): failure = failure ?? (index, error)
      }
    }
    return failure
  }
}

extension Duration {
  /// The length in seconds.
  package var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
