import Experiments
import Foundation
import ScenarioFormat

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
      let width = max(1, (sink.columns ?? 80) - 1)
      sink.write("\r\u{1B}[K" + ProgressLine.text(of: progress, label: label, width: width))
    }
  }

  /// Removes the line.
  func clear() {
    lock.withLock {
      if isShown { sink.write("\r\u{1B}[K") }
      isShown = false
    }
  }

  /// Progress in as many words as fit: on a narrow terminal first the words go, then the label.
  static func text(of progress: RunProgress, label: String, width: Int) -> String {
    let label = DiagnosticRenderer.printable(label)
    let share =
      "\(progress.finished)/\(progress.planned)"
      + (progress.remainingSeconds.map { " " + clock($0) + " left" } ?? "")
    let percent = progress.finished * 100 / max(1, progress.planned)
    let forms = [
      "\(label): " + text(of: progress), "\(label): " + share, share, "\(percent) %",
    ]
    return forms.first { $0.count <= width } ?? String("\(percent)".prefix(width))
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
