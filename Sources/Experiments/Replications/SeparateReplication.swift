import CaseloadModel
import Foundation
import Synchronization

/// One replication on a thread of its own, so that a request to stop is heard whatever the replication does.
///
/// A replication asks now and then whether it is to stop, but not while it sets up its clients, which takes
/// seconds when there are millions. One that does not hear within `patienceSeconds` is left to itself: its
/// outcome is dropped, and the end of the process ends it.
///
/// Safe to share between threads: the condition guards the outcome.
final class SeparateReplication: @unchecked Sendable {
  /// Seconds between a request to stop and the moment at which a replication is left to itself.
  static let patienceSeconds = 0.5
  /// Seconds between two looks at the request to stop.
  private static let intervalSeconds = 0.1

  private let condition = NSCondition()
  private var outcome: Result<ReplicationOutcome?, InvariantViolation>?

  /// Runs a replication.
  ///
  /// - Parameters:
  ///   - isCancelled: Whether the replication is to stop.
  ///   - isStopped: Whether everything is to stop, so that nobody waits for the replication any more.
  /// - Returns: The outcome; `nil` when the replication was stopped or left to itself.
  static func run(
    _ simulator: @escaping Simulator, _ scenario: Scenario, seed: UInt64, replication: Int,
    isCancelled: @escaping @Sendable () -> Bool, isStopped: () -> Bool
  ) throws(InvariantViolation) -> ReplicationOutcome? {
    let work = SeparateReplication()
    let thread = Thread {
      let outcome = Result { () throws(InvariantViolation) in
        try simulator(scenario, seed, replication, isCancelled)
      }
      work.condition.withLock {
        work.outcome = outcome
        work.condition.signal()
      }
    }
    thread.start()
    return try work.wait(isStopped)?.get()
  }

  private func wait(_ isStopped: () -> Bool) -> Result<ReplicationOutcome?, InvariantViolation>? {
    var stoppedAt: ContinuousClock.Instant?
    return condition.withLock {
      while outcome == nil {
        if isStopped() {
          let now = ContinuousClock.now
          let since = stoppedAt ?? now
          stoppedAt = since
          if (now - since).seconds >= SeparateReplication.patienceSeconds { return nil }
        }
        _ = condition.wait(until: Date(timeIntervalSinceNow: SeparateReplication.intervalSeconds))
      }
      return outcome
    }
  }
}

/// The lowest index whose work failed, seen by all threads.
final class FirstFailure: Sendable {
  private let index = Atomic(Int.max)

  /// Whether work with a lower index than this one failed.
  func isBefore(_ other: Int) -> Bool { index.load(ordering: .relaxed) < other }

  /// Notes a failure.
  func note(_ other: Int) { index.min(other, ordering: .relaxed) }
}
