import Dispatch
import Experiments
import Foundation
import Synchronization

/// A request from outside to stop: Ctrl-C or a request to terminate.
package final class Interruption: Sendable {
  /// Stops the runs of a command.
  package let cancellation = Cancellation()
  private let signal = Atomic<Int32>(0)
  private let firstNanoseconds = Atomic<UInt64>(0)

  /// Signals that come so soon after the first one are taken for the same one: shells, `timeout` and
  /// runners of pipelines send one to the program and one to its process group.
  private static let echoNanoseconds: UInt64 = 500_000_000

  /// Makes an interruption that has not happened yet.
  package init() {}

  /// The exit code that the signal asks for; `nil` when nothing was interrupted.
  package var exitCode: ExitCode? {
    switch signal.load(ordering: .acquiring) {
    case 0: nil
    case SIGTERM: .terminated
    default: .interrupted
    }
  }

  /// Notes a signal and stops the runs; `now` is a time in nanoseconds that only rises.
  ///
  /// - Returns: Whether the program may come to an orderly end: this was the first signal, or one within
  ///   half a second of it.
  @discardableResult
  package func interrupt(
    by number: Int32, at now: UInt64 = DispatchTime.now().uptimeNanoseconds
  ) -> Bool {
    let isFirst =
      signal.compareExchange(expected: 0, desired: number, ordering: .acquiringAndReleasing)
      .exchanged
    cancellation.cancel()
    if isFirst { firstNanoseconds.store(now, ordering: .releasing) }
    let since = firstNanoseconds.load(ordering: .acquiring)
    return isFirst || now < since + Interruption.echoNanoseconds
  }
}

/// Turns signals of the process into an interruption; a second one, half a second later or
/// more, ends the process at once.
package final class SignalWatch: Sendable {
  // Made once and never touched again; it only keeps the sources alive.
  private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

  /// Watches SIGINT and SIGTERM from now on, and ignores SIGPIPE and SIGXFSZ, so that closed pipes and files
  /// that may not grow any more give errors instead of an end without a word.
  package init(_ interruption: Interruption) {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let queue = DispatchQueue(label: "caseload.signals")
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { @Sendable in
        if !interruption.interrupt(by: number) { _exit(128 + number) }
      }
      source.activate()
      return source
    }
  }
}
