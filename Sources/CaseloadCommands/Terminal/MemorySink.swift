import Foundation

/// Collects text in memory, for calls from other code and for tests.
///
/// Safe to share between threads: the lock guards the text.
package final class MemorySink: @unchecked Sendable {
  private let lock = NSLock()
  private var content = ""

  /// Makes an empty collector.
  package init() {}

  /// The text so far.
  package var text: String { lock.withLock { content } }

  /// A sink that writes here.
  package func sink(isTerminal: Bool = false, columns: Int? = nil) -> TextSink {
    TextSink(isTerminal: isTerminal, columns: columns) { text in
      self.lock.withLock { self.content += text }
      return 0
    }
  }
}
