import CaseloadModel
import Experiments
import Foundation

/// What the machine has, against what runs would take.
struct MachineLimits: Sendable {
  /// Bytes of memory that this process may have.
  let memory: Double

  /// The limits of the machine, or of the container in which the process runs.
  static let present: MachineLimits = {
    var bytes = Double(ProcessInfo.processInfo.physicalMemory)
    if let text = try? String(contentsOfFile: "/sys/fs/cgroup/memory.max", encoding: .utf8),
      let limit = Double(text.trimmingCharacters(in: .whitespacesAndNewlines))
    {
      bytes = min(bytes, limit)
    }
    return MachineLimits(memory: bytes)
  }()

  /// Events that one core executes in a second, in large organisations.
  private static let eventsPerSecond = 1.2e6
  /// Seconds of computing from which a replication is announced.
  private static let longRun = 600.0

  /// The error of a scenario of which not even one replication fits; `nil` when it does.
  func failure(_ scenario: Scenario, path: String) -> CommandFailure? {
    let size = RunSize(scenario)
    guard !(size.bytes <= memory) else { return nil }
    return CommandFailure(
      .badScenario,
      [
        "'\(path)': one replication takes about \(MachineLimits.bytes(size.bytes)) of memory, and this "
          + "machine has \(MachineLimits.bytes(memory)): \(MachineLimits.count(size.people)) people at a "
          + "time, \(MachineLimits.count(size.workers)) who ever work here"
      ],
      hint: size.workers > size.people
        ? "staffing.fte, staffing.contractHoursPerWeek and staffing.turnoverPerYear say how many people work here"
        : "population.clients and inflow.applicationsPerYear say how many clients there are; a country is better run as its organisations"
    )
  }

  /// The error of runs that together take more memory than there is; `nil` when they fit.
  func failure(_ scenarios: [Scenario], threads: Int, replications: Int) -> CommandFailure? {
    let largest = scenarios.map { RunSize($0).bytes }.max() ?? 0
    let together = Double(min(threads, max(1, replications * scenarios.count)))
    guard largest * together > memory else { return nil }
    let possible = max(1, Int(memory / largest))
    return CommandFailure(
      .badScenario,
      [
        "\(Int(together)) replications at the same time take about "
          + "\(MachineLimits.bytes(largest * together)) of memory, and this machine has "
          + MachineLimits.bytes(memory)
      ], hint: "'--threads \(possible)' takes less")
  }

  /// What is told of a scenario whose replications take long; `nil` of any other.
  static func note(_ scenario: Scenario) -> String? {
    let size = RunSize(scenario)
    let seconds = size.events / eventsPerSecond
    guard seconds > longRun else { return nil }
    let hours = seconds / 3_600
    return "one replication takes about "
      + (hours < 1
        ? "\(Int((seconds / 60).rounded())) minutes" : "\(Int(hours.rounded(.up))) hours")
      + " of computing: \(count(size.clientYears)) client-years"
  }

  private static func bytes(_ bytes: Double) -> String {
    guard bytes.isFinite, bytes < 1e18 else { return "more than 1,000,000 TB" }
    let (value, unit) =
      bytes < 1e9 ? (bytes / 1e6, "MB") : bytes < 1e12 ? (bytes / 1e9, "GB") : (bytes / 1e12, "TB")
    return "\(value < 10 ? String(Double(Int(value * 10)) / 10) : count(value)) \(unit)"
  }

  /// A whole number with commas between thousands.
  private static func count(_ value: Double) -> String {
    guard value.isFinite, value < 1e15 else { return "more than a million billion" }
    var text = ""
    for (place, digit) in String(Int(value.rounded())).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
