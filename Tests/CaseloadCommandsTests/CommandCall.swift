import CaseloadCommands
import CaseloadModel
import CaseloadTestSupport
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
    .synthetic(
      replication: replication, cellCount: scenario.population.groups.count + 1,
      observationDays: [15_372], events: 100,
      clientYears: 5
    ) { metric, group in
      Double(metric.rawValue + group) + (Double(seed % 1_000) + Double(replication)) / 10
    }
  }
}

extension TemporaryFolder {
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
