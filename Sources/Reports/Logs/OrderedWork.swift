import Foundation

/// Works on pieces on a thread of its own, in order, while the next ones are made.
///
/// Whoever adds pieces waits when too many are left, so that memory is bounded. Safe to share between threads:
/// the condition guards what both use.
final class OrderedWork<Piece>: @unchecked Sendable {
  private let mostPieces: Int
  private let take: (Piece) -> Void
  private let condition = NSCondition()
  private var waiting: [Piece] = []
  private var isRunning = false
  private var isOver = false

  /// Makes work without pieces.
  ///
  /// - Parameters:
  ///   - mostPieces: Pieces that may wait, at least 1.
  ///   - take: What is done with each; what it uses nobody else touches until the work is closed.
  init(mostPieces: Int, _ take: @escaping (Piece) -> Void) {
    self.mostPieces = mostPieces
    self.take = take
  }

  /// Adds a piece.
  func add(_ piece: Piece) {
    condition.withLock {
      if !isRunning {
        isRunning = true
        isOver = false
        Thread { [self] in work() }.start()
      }
      while waiting.count >= mostPieces { condition.wait() }
      waiting.append(piece)
      condition.broadcast()
    }
  }

  /// Waits until everything is done.
  func close() {
    condition.withLock {
      isOver = true
      condition.broadcast()
      while isRunning { condition.wait() }
    }
  }

  private func work() { while let piece = next() { take(piece) } }

  /// The next piece; `nil` when there will be none.
  private func next() -> Piece? {
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
