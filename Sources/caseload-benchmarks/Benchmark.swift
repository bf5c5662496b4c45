import Foundation

/// One measured workload: it does its work, and checks that the work was done.
struct Benchmark: Sendable {
  /// The name that selects it on the command line.
  let name: String
  /// What one unit of work is.
  let unit: String
  /// Does the work.
  let run: @Sendable () -> Work

  /// What a workload did.
  struct Work {
    /// Units of work.
    let count: Int
    /// Whether the outcome is what it has to be.
    let isRight: Bool
    /// The outcome in a few words.
    let outcome: String
  }

  /// One line of the table.
  struct Row: Codable {
    let name: String
    let unit: String
    let count: Int
    let seconds: Double
    let millionPerSecond: Double
    let outcome: String
  }

  /// Runs the workload three times and keeps the fastest, which other work on the machine disturbed
  /// least.
  func measure() -> Row? {
    var best = Double.infinity
    var work = run()
    guard work.isRight else { return failed(work) }
    for _ in 0..<3 {
      let start = ContinuousClock.now
      work = run()
      let time = ContinuousClock.now - start
      guard work.isRight else { return failed(work) }
      best = min(
        best, Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18)
    }
    return Row(
      name: name, unit: unit, count: work.count, seconds: best,
      millionPerSecond: Double(work.count) / best / 1e6, outcome: work.outcome)
  }

  private func failed(_ work: Work) -> Row? {
    FileHandle.standardError.write(Data("\(name): wrong outcome: \(work.outcome)\n".utf8))
    return nil
  }
}
