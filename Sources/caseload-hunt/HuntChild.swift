import Foundation

/// The part of the hunt that may crash: it checks cases and says so line by line.
enum HuntChild {
  /// Seconds of processor time after which a case counts as hanging: a net for what runs without events.
  ///
  /// The largest legal case takes about five, so that a slow or busy machine does not make one a hang.
  static let patience = 40

  /// Checks the cases of a range of numbers, each for running and for one relation, and begins none after
  /// some seconds.
  static func run(seed: UInt64, numbers: Range<Int>, seconds: Double) -> Int32 {
    let start = ContinuousClock.now
    for number in numbers {
      guard ContinuousClock.now - start < .seconds(seconds) else {
        say("left \(number)")
        return 0
      }
      say("case \(number)")
      setTimer()
      guard let tree = HuntCase.valid(seed: seed, number: number) else {
        say("discarded \(number)")
        continue
      }
      for check in checks(of: number) {
        say("check \(check.rawValue)")
        if case .fault(let kind, let detail) = check.verdict(on: tree) {
          say("fault \(check.rawValue)|\(kind)|\(detail)")
          break
        }
      }
    }
    return 0
  }

  /// Ends this process by a signal when it has worked for long from now on.
  private static func setTimer() {
    // A process that was started from a worker thread has the signals of that thread blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPROF)
    sigprocmask(SIG_UNBLOCK, &signals, nil)
    var timer = itimerval()
    timer.it_value.tv_sec = patience
    // 2 is ITIMER_PROF, whose type differs between C libraries.
    setitimer(2, &timer, nil)
  }

  /// Writes a line at once, so that it is told before a crash.
  private static func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  /// Running, and one of the relations in turn.
  private static func checks(of number: Int) -> [HuntCheck] {
    let relations = HuntCheck.allCases.dropFirst()
    return [.run, relations[relations.startIndex + number % relations.count]]
  }

  /// Makes one check of a scenario file, for shrinking: exit code 0 when it holds, 1 for a fault and 2
  /// when the check cannot be made.
  static func attempt(file: String, check: HuntCheck) -> Int32 {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8),
      let tree = TreeReader.read(text.trimmingCharacters(in: .whitespacesAndNewlines))
    else { return 2 }
    setTimer()
    switch check.verdict(on: tree) {
    case .holds: return 0
    case .impossible: return 2
    case .fault(let kind, let detail):
      say("fault \(check.rawValue)|\(kind)|\(detail)")
      return 1
    }
  }
}
