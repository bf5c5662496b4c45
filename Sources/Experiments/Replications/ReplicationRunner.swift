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
  /// Progress counts replications before the range as finished since `start`.
  ///
  /// - Returns: The violation of the first replication that broke a conservation law, if any did.
  ///   Earlier replications still finish, so that this is the same one with any number of threads;
  ///   later ones are dropped.
  public func run(
    _ scenario: Scenario, seed: UInt64, replications: Range<Int>,
    start: ContinuousClock.Instant = .now, consume: (ReplicationOutcome) -> Void
  ) -> InvariantViolation? {
    run(replications, start: start) { index in
      (scenario: scenario, seed: seed, replication: index)
    } consume: { _, outcome in
      consume(outcome)
    }?.violation
  }

  /// Runs the replications that a range of indices stands for, and passes their outcomes on in order.
  ///
  /// - Returns: The first index whose replication broke a conservation law, with the violation.
  func run(
    _ indices: Range<Int>, start: ContinuousClock.Instant,
    job: @Sendable (Int) -> (scenario: Scenario, seed: UInt64, replication: Int),
    consume: (Int, ReplicationOutcome) -> Void
  ) -> (index: Int, violation: InvariantViolation)? {
    let firstFailure = Atomic(Int.max)
    let progress = ProgressCounter(of: indices, start: start, report: onProgress)
    var failure: (index: Int, violation: InvariantViolation)?
    let isCancelled = { @Sendable (index: Int) in
      cancellation.isCancelled || firstFailure.load(ordering: .relaxed) < index
    }
    OrderedParallelMap.run(indices, threads: threads) {
      index -> Result<ReplicationOutcome, InvariantViolation>? in
      guard !isCancelled(index) else { return nil }
      let (scenario, seed, replication) = job(index)
      do throws(InvariantViolation) {
        let outcome = try simulator(scenario, seed, replication) { isCancelled(index) }
        guard let outcome else { return nil }
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

/// Counts finished replications and reports them.
///
/// Safe to share between threads: the lock guards the count, and reports are made under it.
private final class ProgressCounter: @unchecked Sendable {
  private let lock = NSLock()
  private var finished: Int
  private let planned: Int
  private let start: ContinuousClock.Instant
  private let report: (@Sendable (RunProgress) -> Void)?

  init(
    of replications: Range<Int>, start: ContinuousClock.Instant,
    report: (@Sendable (RunProgress) -> Void)?
  ) {
    finished = replications.lowerBound
    planned = replications.upperBound
    self.start = start
    self.report = report
  }

  func finishedOne() {
    guard let report else { return }
    lock.withLock {
      finished += 1
      report(
        RunProgress(
          finished: finished, planned: planned,
          elapsedSeconds: (ContinuousClock.now - start).seconds))
    }
  }
}

extension Duration {
  /// The length in seconds.
  package var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
