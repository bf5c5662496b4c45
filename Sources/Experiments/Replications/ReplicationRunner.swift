import CaseloadModel
import Foundation
import Synchronization

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
  public var journal: ReplicationJournal?
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
      consume(outcome)
    }?.violation
  }

  /// One replication of one of several experiments.
  struct Job {
    /// The position of the experiment.
    let point: Int
    let scenario: Scenario
    let seed: UInt64
    let replication: Int
  }

  /// Runs the replications that a range of indices stands for, and passes their outcomes on in order.
  ///
  /// - Returns: The first index whose replication broke a conservation law, with the violation.
  func run(
    _ indices: Range<Int>, progress: ProgressCounter, job: @Sendable (Int) -> Job,
    consume: (Int, ReplicationOutcome) -> Void
  ) -> (index: Int, violation: InvariantViolation)? {
    let firstFailure = Atomic(Int.max)
    var failure: (index: Int, violation: InvariantViolation)?
    let isCancelled = { @Sendable (index: Int) in
      cancellation.isCancelled || firstFailure.load(ordering: .relaxed) < index
    }
    OrderedParallelMap.run(indices, threads: threads) {
      index -> Result<ReplicationOutcome, InvariantViolation>? in
      guard !isCancelled(index) else { return nil }
      let job = job(index)
      if let outcome = journal?.recall(point: job.point, replication: job.replication) {
        progress.recalledOne()
        return .success(outcome)
      }
      do throws(InvariantViolation) {
        let outcome = try simulator(job.scenario, job.seed, job.replication) { isCancelled(index) }
        guard let outcome else { return nil }
        journal?.append(outcome, point: job.point)
        progress.finishedOne()
        return .success(outcome)
      } catch {
        firstFailure.min(index, ordering: .relaxed)
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
