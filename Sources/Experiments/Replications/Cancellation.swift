import Synchronization

/// A request to stop, made once and seen by all threads.
///
///     let cancellation = Cancellation()
///     cancellation.cancel()  // from a signal handler's queue, for example
///     cancellation.isCancelled  // true
public final class Cancellation: Sendable {
  private let flag = Atomic(false)

  /// Makes a request that has not been made yet.
  public init() {}

  /// Whether the work is to stop.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Asks the work to stop; asking again changes nothing.
  public func cancel() { flag.store(true, ordering: .relaxed) }
}
