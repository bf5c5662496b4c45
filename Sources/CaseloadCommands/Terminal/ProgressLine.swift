import Experiments
import Foundation

/// A line on a terminal that tells how far a run is, rewritten in place.
///
/// Safe to share between threads: the lock guards the time of the last change.
final class ProgressLine: @unchecked Sendable {
  private let sink: TextSink
  private let label: String
  private let lock = NSLock()
  private var shownAt = -Double.infinity
  private var isShown = false

  /// Seconds between two changes of the line.
  private static let interval = 0.1

  init(_ label: String, on sink: TextSink) {
    self.label = label
    self.sink = sink
  }

  /// Shows progress, unless the line was changed a moment ago.
  func show(_ progress: RunProgress) {
    lock.withLock {
      let isLast = progress.finished == progress.planned
      guard isLast || progress.elapsedSeconds - shownAt >= ProgressLine.interval else { return }
      shownAt = progress.elapsedSeconds
      isShown = true
      let line = "\(label): " + ProgressLine.text(of: progress)
      sink.write("\r\u{1B}[K" + String(line.prefix((sink.columns ?? 80) - 1)))
    }
  }

  /// Removes the line.
  func clear() {
    lock.withLock {
      if isShown { sink.write("\r\u{1B}[K") }
      isShown = false
    }
  }

  /// Progress in words.
  static func text(of progress: RunProgress) -> String {
    var text = "\(progress.finished) of \(progress.planned) replications"
    if let forecast = progress.forecast, forecast > progress.planned {
      text += ", about \(forecast) needed"
    }
    text += ", \(DecimalText.fixed(progress.ratePerSecond, decimals: 1)) per second"
    text += ", \(clock(progress.elapsedSeconds)) elapsed"
    if let remaining = progress.remainingSeconds { text += ", \(clock(remaining)) remaining" }
    return text
  }

  /// Seconds as minutes and seconds, with hours when there are any.
  static func clock(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 1e9 else { return "–" }
    let total = Int(max(0, seconds).rounded())
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = total / 60
    guard minutes >= 60 else { return "\(minutes):\(padded(total % 60))" }
    return "\(minutes / 60):\(padded(minutes % 60)):\(padded(total % 60))"
  }
}
