import CaseloadModel
import Experiments
import Foundation
import Reports

/// The options that all commands which simulate share.
struct RunSettings: Sendable {
  /// The seed that was asked for.
  let seed: UInt64?
  /// The replications that were asked for.
  let replications: Int?
  /// Replications at work at the same time.
  let threads: Int
  /// Whether nothing but errors is told.
  let quiet: Bool
  /// Changes of the scenario, as `key.path=value`.
  let overrides: [String]
  /// What is printed.
  let format: DocumentFormat
  /// How tables of separated values are written.
  let csvStyle: CSVStyle
  /// The language of tables.
  let language: PageLanguage
  /// Digits after the decimal mark in tables, if they were asked for.
  let decimals: Int?
  /// Whether tables show the ids of metrics.
  let showsIDs: Bool
  /// The folder of all results.
  let outputFolder: String
  /// Whether stopped work goes on.
  let resumes: Bool
  /// The folder of journals.
  let journalFolder: String
  /// The only part of the work that is to be done; all if not given.
  let shard: Shard?

  init(_ arguments: ParsedArguments) throws(CommandFailure) {
    seed = try arguments[Options.seed]
    replications = try arguments[Options.replications]
    threads =
      try arguments[Options.threads] ?? max(1, ProcessInfo.processInfo.activeProcessorCount)
    quiet = try arguments[Options.quiet]
    overrides = try arguments[Options.set]
    format = try arguments[Options.format]
    csvStyle = try arguments[Options.csvStyle]
    language = try arguments[Options.language]
    decimals = try arguments[Options.decimals]
    showsIDs = try arguments[Options.ids]
    if showsIDs, format != .table {
      throw .usage("'--ids' has no meaning with '--format \(format.rawValue)', which has them")
    }
    resumes = try arguments[Options.resume]
    outputFolder = try arguments[Options.output] ?? "results"
    journalFolder = try arguments[Options.journal] ?? outputFolder + "/.journals"
    shard = try arguments[Options.shard]
  }

  /// The experiment on a scenario with the seed and the replications that were asked for, or those of
  /// `base`, which is the scenario itself if not given.
  func experiment(
    on scenario: LoadedScenario, base: LoadedScenario? = nil, precision: PrecisionTarget? = nil
  ) -> Experiment {
    var experiment = Experiment(
      scenario: scenario.scenario, sector: scenario.sector, digest: scenario.digest,
      precision: precision)
    let base = base ?? scenario
    experiment.seed = seed ?? base.scenario.seed
    experiment.replications = replications ?? base.scenario.replications
    return experiment
  }

  /// Runs several experiments together, with a line of progress when somebody is watching.
  ///
  /// - Parameter meter: Learns how long each of them took.
  func execute(
    _ grid: ExperimentGrid, label: String, _ context: CommandContext, meter: TimeMeter? = nil
  ) throws(CommandFailure) -> [ExperimentResult] {
    try announce(grid.experiments, context)
    return try withRunner(label: label, context) { runner throws(CommandFailure) in
      var runner = runner
      if let meter { runner.onSimulated = { meter.add($1, to: $0) } }
      return grid.run(with: runner)
    }
  }

  /// Says before the work begins what it takes, when that is much.
  ///
  /// - Throws: A failure when the machine has not enough memory for it.
  func announce(_ experiments: [Experiment], _ context: CommandContext) throws(CommandFailure) {
    let scenarios = experiments.map(\.scenario)
    let replications = experiments.map(\.replications).max() ?? 1
    if let failure = context.limits.failure(
      scenarios, threads: threads, replications: replications)
    {
      throw failure
    }
    if !quiet, let first = scenarios.first, let note = MachineLimits.note(first) {
      context.report(note: "note: \(note)")
    }
  }

  /// Runs whatever `body` asks of a runner, with a line of progress when somebody is watching.
  func withRunner<Outcome>(
    label: String, _ context: CommandContext,
    _ body: (ReplicationRunner) throws(CommandFailure) -> Outcome
  ) throws(CommandFailure) -> Outcome {
    let line = ProgressLine(label, on: context.errors)
    defer { line.clear() }
    var runner = ReplicationRunner(
      threads: threads, cancellation: context.interruption.cancellation)
    runner.simulator = context.simulator
    runner.shard = shard
    runner.merged = context.merged
    if context.errors.isTerminal, !quiet { runner.onProgress = { line.show($0) } }
    return try body(runner)
  }
}

/// Adds up seconds of computing per experiment.
///
/// Safe to share between threads: the lock guards the sums.
final class TimeMeter: @unchecked Sendable {
  private let lock = NSLock()
  private var sums: [Double]

  /// Makes a meter for a number of experiments.
  init(count: Int) { sums = Array(repeating: 0, count: count) }

  /// Adds the time of a replication.
  func add(_ seconds: Double, to experiment: Int) { lock.withLock { sums[experiment] += seconds } }

  /// Seconds of computing per experiment.
  var seconds: [Double] { lock.withLock { sums } }
}

/// Measures a run, for its record.
struct RunClock {
  private let date = Date()
  private let start = ContinuousClock.now

  /// The record of a run of some size that ends now.
  ///
  /// - Parameters:
  ///   - title: What the result is called.
  ///   - question: What it answers.
  func record(
    _ title: String, _ question: ResultQuestion, events: Int, clientYears: Double, threads: Int,
    _ context: CommandContext
  ) -> RunRecord {
    var record = RunRecord(
      version: ProgramVersion.current, commit: SourceCommit.ofProgram,
      host: ProcessInfo.processInfo.hostName, start: date.ISO8601Format(),
      durationSeconds: (ContinuousClock.now - start).seconds, threads: threads,
      arguments: context.arguments, events: events, clientYears: clientYears)
    record.title = title
    record.question = question
    return record
  }
}
