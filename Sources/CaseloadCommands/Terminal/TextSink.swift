import Foundation
import Synchronization

/// Where text goes: a stream of the process, or memory in tests.
///
/// Safe to share between threads. A reader that closes the stream early ends the output without an
/// error; any other failure is remembered in `failure`.
package final class TextSink: Sendable {
  /// Whether a person reads along.
  package let isTerminal: Bool
  /// Columns of the terminal, when known.
  package let columns: Int?
  private let destination: @Sendable (String) -> Int32
  private let error = Atomic<Int32>(0)

  /// Makes a sink; `write` returns the error number of a failed write, and 0 otherwise.
  package init(
    isTerminal: Bool = false, columns: Int? = nil,
    write destination: @escaping @Sendable (String) -> Int32
  ) {
    self.isTerminal = isTerminal
    self.columns = columns
    self.destination = destination
  }

  /// Opens the standard streams that the parent process closed, for reading only.
  ///
  /// Otherwise the next file to be opened, a journal for example, would take their place and receive what
  /// is meant for them. Writing to such a stream fails.
  static func reserveStandardStreams() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Whether the process may open a number of further files; without them the system libraries trap.
  static func hasDescriptors(_ count: Int) -> Bool {
    var opened: [Int32] = []
    defer { for descriptor in opened { close(descriptor) } }
    while opened.count < count {
      let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return false }
      opened.append(descriptor)
    }
    return true
  }

  /// The sink of an open file descriptor.
  package static func descriptor(_ descriptor: Int32) -> TextSink {
    let isTerminal = isatty(descriptor) == 1
    var size = winsize()
    let hasSize = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return TextSink(isTerminal: isTerminal, columns: hasSize ? Int(size.ws_col) : nil) { text in
      var bytes = Array(text.utf8)[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        if count > 0 {
          bytes = bytes.dropFirst(count)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  /// Writes text; after a failure nothing more is written.
  package func write(_ text: String) {
    guard error.load(ordering: .relaxed) == 0, !text.isEmpty else { return }
    let number = destination(text)
    if number != 0 { error.store(number, ordering: .relaxed) }
  }

  /// Why writing failed; `nil` when it did not, or when the reader had enough.
  package var failure: String? {
    let number = error.load(ordering: .relaxed)
    return number == 0 || number == EPIPE ? nil : String(cString: strerror(number))
  }
}
