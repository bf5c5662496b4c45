/// How far a run is.
public struct RunProgress: Sendable, Equatable {
  /// Replications that are finished.
  public let finished: Int
  /// Replications that are planned, as far as is known now.
  public let planned: Int
  /// Seconds since the start.
  public let elapsedSeconds: Double

  /// Makes a report of progress.
  public init(finished: Int, planned: Int, elapsedSeconds: Double) {
    self.finished = finished
    self.planned = planned
    self.elapsedSeconds = elapsedSeconds
  }

  /// Replications per second so far; 0 before the first one is finished.
  public var ratePerSecond: Double {
    finished > 0 && elapsedSeconds > 0 ? Double(finished) / elapsedSeconds : 0
  }

  /// Seconds that the rest takes at the rate so far; `nil` before the first replication is finished.
  public var remainingSeconds: Double? {
    ratePerSecond > 0 ? Double(planned - finished) / ratePerSecond : nil
  }
}
