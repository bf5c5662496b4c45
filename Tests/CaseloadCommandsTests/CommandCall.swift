import CaseloadCommands
import CaseloadModel
import Experiments
import Foundation

/// One call of the command line in this process, with everything it wrote.
struct CommandCall {
  let code: ExitCode
  let output: String
  let errors: String

  /// Calls the command line with a simulator that needs no time.
  @discardableResult
  init(
    _ arguments: [String], environment: [String: String] = [:], isTerminal: Bool = false,
    interruption: Interruption = Interruption(), simulator: @escaping Simulator = CommandCall.quick
  ) {
    let output = MemorySink()
    let errors = MemorySink()
    code = CommandLineTool.run(
      arguments: arguments, environment: environment,
      standardOutput: output.sink(isTerminal: isTerminal, columns: isTerminal ? 120 : nil),
      standardError: errors.sink(isTerminal: isTerminal, columns: isTerminal ? 120 : nil),
      interruption: interruption, simulator: simulator)
    self.output = output.text
    self.errors = errors.text
  }

  /// Cell values are `metric + group + (seed + replication) / 10`.
  static let quick: Simulator = {
    (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
    let groupCount = scenario.population.groups.count + 1
    var values: [Double] = []
    for metric in Metric.allCases {
      for group in 0..<groupCount {
        values.append(
          Double(metric.rawValue + group) + (Double(seed % 1_000) + Double(replication)) / 10)
      }
    }
    return ReplicationOutcome(
      replication: replication, groupCount: groupCount, observationCount: 1,
      observationDays: [15_372], values: values, series: values, events: 100, clientYears: 5)
  }
}

/// A folder for the files of one test, removed at the end.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/caseload-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  func write(_ text: String, to name: String) throws -> String {
    let file = path + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// A valid scenario of little work.
  func scenario(name: String = "tiny", extra: String = "") throws -> String {
    try write(
      """
      {
        "name": "\(name)",
        "replications": 3,
        "time": { "start": "2012-01-01", "warmUpMonths": 30, "durationMonths": 2 }\(extra)
      }
      """, to: name + ".json")
  }

  /// The names of the files below a folder of this one.
  func names(in folder: String = "") -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)
    return (names ?? []).sorted()
  }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }
}

/// Scenarios as text.
enum ScenarioTexts {
  /// A scenario that the engine itself runs in a moment.
  static let small = """
    {
      "name": "small", "replications": 4,
      "time": { "warmUpMonths": 2, "durationMonths": 3 },
      "population": { "clients": 150 }, "inflow": { "applicationsPerYear": 60 },
      "staffing": { "fte": 2 }
    }
    """
}
