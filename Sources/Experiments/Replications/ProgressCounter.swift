import Foundation

/// Counts finished replications and reports them.
///
/// Safe to share between threads: the lock guards the counts, and reports are made under it.
final class ProgressCounter: @unchecked Sendable {
  private let lock = NSLock()
  private var finished: Int
  private var recalled = 0
  private var planned: Int
  private var forecast: Int?
  private let start: ContinuousClock.Instant
  private let report: (@Sendable (RunProgress) -> Void)?

  init(
    from finished: Int = 0, planned: Int, start: ContinuousClock.Instant,
    report: (@Sendable (RunProgress) -> Void)?
  ) {
    self.finished = finished
    self.planned = planned
    self.start = start
    self.report = report
  }

  /// Notes that more replications are planned, and how many are likely to be needed in all.
  func plan(_ planned: Int, forecast: Int?) {
    lock.withLock {
      self.planned = planned
      self.forecast = forecast
    }
  }

  /// Notes a replication that was simulated.
  func finishedOne() { add(recalled: 0) }

  /// Notes a replication that was taken from a journal.
  func recalledOne() { add(recalled: 1) }

  private func add(recalled count: Int) {
    guard let report else { return }
    lock.withLock {
      finished += 1
      recalled += count
      report(
        RunProgress(
          finished: finished, planned: planned,
          elapsedSeconds: (ContinuousClock.now - start).seconds, recalled: recalled,
          forecast: forecast))
    }
  }
}
