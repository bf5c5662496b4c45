import Dispatch
import Experiments
import Foundation
import Synchronization

/// A request from outside to stop: Ctrl-C or a request to terminate.
public final class Interruption: Sendable {
  /// Stops the runs of a command.
  public let cancellation = Cancellation()
  private let signal = Atomic<Int32>(0)

  /// Makes an interruption that has not happened yet.
  public init() {}

  /// The exit code that the signal asks for; `nil` when nothing was interrupted.
  public var exitCode: ExitCode? {
    switch signal.load(ordering: .acquiring) {
    case 0: nil
    case SIGTERM: .terminated
    default: .interrupted
    }
  }

  /// Notes a signal and stops the runs.
  ///
  /// - Returns: Whether this was the first signal.
  @discardableResult
  public func interrupt(by number: Int32) -> Bool {
    let isFirst =
      signal.compareExchange(expected: 0, desired: number, ordering: .acquiringAndReleasing)
      .exchanged
    cancellation.cancel()
    return isFirst
  }
}

/// Turns signals of the process into an interruption; a second signal ends the process at once.
public final class SignalWatch: Sendable {
  // Made once and never touched again; it only keeps the sources alive.
  private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

  /// Watches SIGINT and SIGTERM from now on, and ignores SIGPIPE so that closed pipes give errors.
  public init(_ interruption: Interruption) {
    signal(SIGPIPE, SIG_IGN)
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
