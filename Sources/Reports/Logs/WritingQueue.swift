import Foundation

/// Writes pieces of a file on a thread of its own, in order, while the next ones are made.
///
/// Whoever adds pieces waits when too many are left, so that memory is bounded. Safe to share between threads:
/// the condition guards what both use.
final class WritingQueue: @unchecked Sendable {
  private static let mostPieces = 8
  private let file: LogFile
  private let condition = NSCondition()
  private var waiting: [[UInt8]] = []
  private var isRunning = false
  private var isOver = false

  /// Makes an empty queue for a file, to which nobody else writes until the queue is closed.
  init(to file: LogFile) { self.file = file }

  /// Adds a piece.
  func add(_ piece: [UInt8]) {
    condition.withLock {
      if !isRunning {
        isRunning = true
        Thread { [self] in work() }.start()
      }
      while waiting.count >= WritingQueue.mostPieces { condition.wait() }
      waiting.append(piece)
      condition.broadcast()
    }
  }

  /// Waits until everything is written.
  func close() {
    condition.withLock {
      isOver = true
      condition.broadcast()
      while isRunning { condition.wait() }
    }
  }

  private func work() { while let piece = next() { file.write(piece) } }

  /// The next piece; `nil` when there will be none.
  private func next() -> [UInt8]? {
    condition.withLock {
      while waiting.isEmpty && !isOver { condition.wait() }
      guard !waiting.isEmpty else {
        isRunning = false
        condition.broadcast()
        return nil
      }
      defer { condition.broadcast() }
      return waiting.removeFirst()
    }
  }
}
