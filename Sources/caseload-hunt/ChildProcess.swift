import Dispatch
import Foundation
import Synchronization

/// Runs this program once more, so that a crash stays there.
enum ChildProcess {
  /// How a child ended, and what it wrote.
  struct Ending {
    /// The exit code; meaningless after a signal.
    var code: Int32
    /// The signal that ended it; 0 for none.
    var signal: Int32
    /// What it wrote, errors included.
    var lines: [String]
    /// Whether it was ended because time was up.
    var isCut = false

    /// What a signal means: a hang, or a trap with its place in the sources; `nil` without one.
    var kindOfCrash: String? {
      guard signal != 0 else { return nil }
      guard signal != SIGPROF else { return "hang" }
      let places = lines.filter { $0.contains(".swift:") && $0.contains(" at ") }
        .map { String($0.split(separator: "/").last ?? "") }
      return places.isEmpty ? "trap" : "trap at " + places.prefix(2).joined(separator: " from ")
    }

    /// The message of a trap.
    var message: String {
      lines.last { $0.contains("Fatal error") || $0.contains("Crash:") || $0.contains("crashed:") }
        ?? "signal \(signal)"
    }
  }

  /// Runs this program with some arguments, until it ends or time is up.
  static func run(_ arguments: [String], end: ContinuousClock.Instant) -> Ending {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    // The place of a trap tells one fault from another.
    environment["SWIFT_BACKTRACE"] =
      "enable=yes,interactive=no,color=no,registers=none,images=none,threads=crashed,limit=12,timeout=5s,"
      + "sanitize=no,cache=no"
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch { return Ending(code: 127, signal: 0, lines: ["\(error)"]) }
    let cut = Cut()
    let number = process.processIdentifier
    let timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + max(0, (end - ContinuousClock.now) / .seconds(1)))
    timer.setEventHandler {
      cut.isMade.store(true, ordering: .relaxed)
      kill(number, SIGKILL)
    }
    timer.activate()
    defer { timer.cancel() }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // A child that crashed in the middle of a study leaves its files.
    try? FileManager.default.removeItem(
      atPath: HuntedStudy.folder(process: process.processIdentifier))
    let text = String(decoding: output, as: UTF8.self)
    return Ending(
      code: process.terminationStatus,
      signal: process.terminationReason == .uncaughtSignal ? process.terminationStatus : 0,
      lines: text.split(separator: "\n").map(String.init),
      isCut: cut.isMade.load(ordering: .relaxed) && process.terminationStatus == SIGKILL)
  }

  /// Whether a child was ended because time was up.
  private final class Cut: Sendable {
    let isMade = Atomic(false)
  }
}
