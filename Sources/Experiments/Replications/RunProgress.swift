/// How far a run is.
public struct RunProgress: Sendable, Equatable {
  /// Replications that are finished.
  public let finished: Int
  /// Replications that are planned, as far as is known now.
  public let planned: Int
  /// Seconds since the start.
  public let elapsedSeconds: Double
  /// Finished replications that took no time, because they came from a journal.
  public let recalled: Int
  /// Replications that are likely to be needed in all, when precision decides.
  public let forecast: Int?

  /// Makes a report of progress.
  public init(
    finished: Int, planned: Int, elapsedSeconds: Double, recalled: Int = 0, forecast: Int? = nil
  ) {
    self.finished = finished
    self.planned = planned
    self.elapsedSeconds = elapsedSeconds
    self.recalled = recalled
    self.forecast = forecast
  }

  /// Simulated replications per second so far; 0 before the first one is finished.
  public var ratePerSecond: Double {
    finished > recalled && elapsedSeconds > 0 ? Double(finished - recalled) / elapsedSeconds : 0
  }

  /// Seconds that the rest takes at the rate so far; `nil` before the first replication is finished.
  public var remainingSeconds: Double? {
    let total = max(planned, forecast ?? 0)
    return ratePerSecond > 0 ? Double(total - finished) / ratePerSecond : nil
  }
}
