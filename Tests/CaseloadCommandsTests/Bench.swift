import CaseloadModel
import Experiments
import Foundation

@testable import CaseloadCommands

/// A folder of its own for one test, and the command line run inside the process.
final class Bench: Sendable {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "caseload-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file and returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// Everything in the folder, sorted.
  var names: [String] {
    (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
  }

  struct Outcome {
    let code: ExitCode
    let output: String
    let errors: String
  }

  func run(
    _ arguments: [String], environment: [String: String] = [:], isTerminal: Bool = false,
    interruption: Interruption = Interruption(), simulator: @escaping Simulator = Bench.standIn
  ) -> Outcome {
    let output = MemorySink()
    let errors = MemorySink()
    let code = CommandLineTool.run(
      arguments: arguments, environment: environment,
      standardOutput: output.sink(isTerminal: isTerminal),
      standardError: errors.sink(isTerminal: isTerminal), interruption: interruption,
      simulator: simulator)
    return Outcome(code: code, output: output.text, errors: errors.text)
  }

  /// A replication whose every value is its number plus a share of the seed.
  static let standIn: Simulator = { (scenario, seed, replication, _) throws(InvariantViolation) in
    let groups = scenario.population.groups.count + 1
    let cells = Metric.allCases.count * groups
    let value = Double(replication) + Double(seed) / 1_000
    return ReplicationOutcome(
      replication: replication, groupCount: groups, observationCount: 1, observationDays: [16_071],
      values: Array(repeating: value, count: cells), series: Array(repeating: value, count: cells),
      events: 10, clientYears: 2)
  }

  /// A scenario that the engine itself runs in a moment.
  static let small = """
    {
      "name": "small", "replications": 4,
      "time": {"warmUpMonths": 2, "durationMonths": 3},
      "population": {"clients": 150}, "inflow": {"applicationsPerYear": 60},
      "staffing": {"fte": 2}
    }
    """
}
