import Experiments
import Foundation
import Reports

/// The options that all commands which simulate share.
struct RunSettings: Sendable {
  /// Most replications that can be asked for.
  static let mostReplications = 1_000_000
  /// Most threads that can be asked for.
  static let mostThreads = 1_024

  let seed: UInt64?
  let replications: Int?
  let threads: Int
  let quiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    seed = try arguments.whole("--seed", in: 0...UInt64.max)
    replications = try arguments.whole("--replications", in: 1...RunSettings.mostReplications)
    threads =
      try arguments.whole("--threads", in: 1...RunSettings.mostThreads)
      ?? max(1, ProcessInfo.processInfo.activeProcessorCount)
    quiet = arguments.has("--quiet")
  }

  /// Runs an experiment, with a line of progress when somebody is watching.
  func execute(_ experiment: Experiment, _ context: CommandContext) -> ExperimentResult {
    withRunner(label: experiment.scenario.name, context) { experiment.run(with: $0) }
  }

  /// Runs several experiments together, with a line of progress when somebody is watching.
  func execute(
    _ grid: ExperimentGrid, label: String, _ context: CommandContext
  ) -> [ExperimentResult] {
    withRunner(label: label, context) { grid.run(with: $0) }
  }

  /// Runs the blocks of a design, with a line of progress when somebody is watching.
  func execute(_ design: BlockRun, label: String, _ context: CommandContext) -> BlockOutcome {
    withRunner(label: label, context) { design.run(with: $0) }
  }

  /// Runs whatever `body` asks of a runner, with a line of progress when somebody is watching.
  func withRunner<Outcome>(
    label: String, _ context: CommandContext, _ body: (ReplicationRunner) -> Outcome
  ) -> Outcome {
    let line = ProgressLine(label, on: context.errors)
    defer { line.clear() }
    var runner = ReplicationRunner(
      threads: threads, cancellation: context.interruption.cancellation)
    runner.simulator = context.simulator
    if context.errors.isTerminal, !quiet { runner.onProgress = { line.show($0) } }
    return body(runner)
  }
}

/// Measures a run, for its record.
struct RunClock {
  private let date = Date()
  private let start = ContinuousClock.now

  /// The record of a run that ends now.
  func record(of result: ExperimentResult, threads: Int, _ context: CommandContext) -> RunRecord {
    record(events: result.events, clientYears: result.clientYears, threads: threads, context)
  }

  /// The record of a run of some size that ends now.
  func record(
    events: Int, clientYears: Double, threads: Int, _ context: CommandContext
  ) -> RunRecord {
    RunRecord(
      version: ProgramVersion.current,
      commit: SourceCommit.current(from: FileManager.default.currentDirectoryPath),
      host: ProcessInfo.processInfo.hostName, start: date.ISO8601Format(),
      durationSeconds: (ContinuousClock.now - start).seconds, threads: threads,
      arguments: context.arguments, events: events, clientYears: clientYears)
  }
}
