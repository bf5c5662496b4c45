import Dispatch
import Foundation
import Synchronization

/// Runs work for the indices of a range on several threads and hands the results over in index order.
///
/// Indices are given out one at a time, so that threads stay busy to the end. A result waits until all
/// earlier ones have been handed over, so whatever `consume` builds does not depend on the number
/// of threads, and only results that wait are held in memory. An index whose work returns `nil` is
/// passed over.
enum OrderedParallelMap {
  /// Runs `work` for each index and passes the results to `consume`, one at a time.
  ///
  /// - Parameters:
  ///   - indices: The indices, given out in rising order.
  ///   - threads: Most threads at work at the same time; with 1 everything happens on the caller's.
  ///   - work: Called on several threads at once.
  ///   - consume: Called with one result at a time, in index order, on any thread.
  static func run<Result: Sendable>(
    _ indices: Range<Int>, threads: Int, work: @Sendable (Int) -> Result?,
    consume: (Int, Result) -> Void
  ) {
    precondition(threads >= 1, "threads must be at least 1, not \(threads)")
    if threads == 1 || indices.count <= 1 {
      for index in indices {
        if let result = work(index) { consume(index, result) }
      }
      return
    }
    withoutActuallyEscaping(consume) { consume in
      let line = WaitingResults(next: indices.lowerBound, consume: consume)
      let given = Atomic(indices.lowerBound)
      DispatchQueue.concurrentPerform(iterations: min(threads, indices.count)) { _ in
        while true {
          let index = given.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < indices.upperBound else { return }
          line.add(work(index), at: index)
        }
      }
    }
  }
}

/// Results that wait for earlier ones.
///
/// Safe to share between threads: the lock guards all state, and `consume` runs under it.
private final class WaitingResults<Result: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var waiting: [Int: Result?] = [:]
  private var next: Int
  private let consume: (Int, Result) -> Void

  init(next: Int, consume: @escaping (Int, Result) -> Void) {
    self.next = next
    self.consume = consume
  }

  func add(_ result: Result?, at index: Int) {
    lock.withLock {
      waiting[index] = .some(result)
      while let entry = waiting.removeValue(forKey: next) {
        if let result = entry { consume(next, result) }
        next += 1
      }
    }
  }
}
