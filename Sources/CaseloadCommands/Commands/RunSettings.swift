import CaseloadModel
import Experiments
import Foundation
import Reports

/// What is printed at the end of a command that simulates.
enum OutputFormat: String, CaseIterable, Sendable { case table, json, csv }

/// The options that all commands which simulate share.
struct RunSettings: Sendable {
  /// Most replications that can be asked for.
  static let mostReplications = 1_000_000
  /// Most threads that can be asked for.
  static let mostThreads = 1_024

  /// The options of commands that simulate scenarios of the user.
  static let options: [OptionDefinition] = [
    .replications, .seed, .format, .set, .threads, .resume, .journal, .quiet,
  ]

  let seed: UInt64?
  let replications: Int?
  let threads: Int
  let quiet: Bool
  let overrides: [String]
  let format: OutputFormat
  /// The folder of all results.
  let outputFolder: String
  private let resumes: Bool
  private let journalFolder: String

  init(_ arguments: ParsedArguments) throws(UsageError) {
    seed = try arguments.whole("--seed", in: 0...UInt64.max)
    replications = try arguments.whole("--replications", in: 1...RunSettings.mostReplications)
    threads =
      try arguments.whole("--threads", in: 1...RunSettings.mostThreads)
      ?? max(1, ProcessInfo.processInfo.activeProcessorCount)
    quiet = arguments.has("--quiet")
    overrides = arguments.values("--set")
    format = try arguments.choice("--format", default: .table)
    resumes = arguments.has("--resume")
    outputFolder = try arguments.folder("--output", default: "results")
    journalFolder = try arguments.folder("--journal", default: outputFolder + "/.journals")
  }

  /// The metric of an option.
  static func metric(id: String) throws(UsageError) -> Metric {
    guard let metric = Metric(id: id) else { throw UsageError.unknownMetric(id) }
    return metric
  }

  /// The experiment on a scenario with the seed and the replications that were asked for, or those of
  /// `base`, which is the scenario itself if not given.
  func experiment(
    on scenario: LoadedScenario, base: LoadedScenario? = nil, precision: PrecisionTarget? = nil
  ) -> Experiment {
    var experiment = Experiment(
      scenario: scenario.scenario, digest: scenario.digest, precision: precision)
    let base = base ?? scenario
    experiment.seed = seed ?? base.scenario.seed
    experiment.replications = replications ?? base.scenario.replications
    return experiment
  }

  /// Runs several experiments together, with a line of progress when somebody is watching.
  func execute(
    _ grid: ExperimentGrid, label: String, _ context: CommandContext
  ) -> [ExperimentResult] {
    withRunner(label: label, context) { grid.run(with: $0) }
  }
}

// MARK: - Work that can be resumed

extension RunSettings {
  /// Opens the journal of some work, and says what it holds.
  ///
  /// - Returns: The journal, or the exit code when the work cannot be resumed as asked.
  func journal(
    of command: String, on experiments: [Experiment], keepsSeries: Bool = true,
    _ context: CommandContext
  ) -> Result<ReplicationJournal, ReportedFailure> {
    let identity = JournalIdentity(
      command: command, name: experiments.first?.scenario.name ?? "",
      version: ProgramVersion.current, keepsSeries: keepsSeries, experiments: experiments)
    guard resumes else { return .success(.begin(in: journalFolder, identity)) }
    do throws(ReplicationJournal.Refusal) {
      let journal = try ReplicationJournal.resume(in: journalFolder, identity)
      if !quiet {
        let count = journal.recalledCount
        context.report(
          note: count > 0
            ? "\(count) finished replication\(count == 1 ? "" : "s") taken from '\(journal.path)'"
            : "there is nothing to resume in '\(journalFolder)'; the work starts from the beginning"
        )
      }
      return .success(journal)
    } catch {
      context.report(
        error:
          "'\(error.path)' cannot be resumed: \(error.reason); without --resume the work starts"
          + " from the beginning")
      return .failure(ReportedFailure(exitCode: .missingInput))
    }
  }

  /// Runs an experiment with its journal.
  func execute(
    _ experiment: Experiment, _ journal: ReplicationJournal, _ context: CommandContext
  ) -> Result<ExperimentResult, ReportedFailure> {
    execute([experiment], journal, label: experiment.scenario.name, context) {
      experiment.run(with: $0)
    }
  }

  /// Opens the journal of some work and runs whatever `body` makes of the experiments; the caller
  /// closes the journal.
  func execute<Outcome>(
    _ command: String, on experiments: [Experiment], keepsSeries: Bool = true, label: String,
    _ context: CommandContext, _ body: (ReplicationRunner) -> Outcome
  ) -> Result<(outcome: Outcome, journal: ReplicationJournal), ReportedFailure> {
    journal(of: command, on: experiments, keepsSeries: keepsSeries, context).flatMap { journal in
      execute(experiments, journal, label: label, context, body).map { ($0, journal) }
    }
  }

  /// Closes the journal of experiments whose results have been printed.
  ///
  /// What was printed is all there is of them, so the journal also stays when printing failed.
  func close(
    _ journal: ReplicationJournal, of results: [ExperimentResult], _ context: CommandContext
  ) {
    let isOver = results.allSatisfy { !$0.isPartial } && context.output.failure == nil
    let isBroken = results.contains { $0.violation != nil }
    close([journal], isComplete: isOver || isBroken, context)
  }

  /// Runs whatever `body` makes of several experiments with their journal; the caller closes it.
  ///
  /// - Returns: What `body` returns, or the exit code when the journal is of another engine.
  private func execute<Outcome>(
    _ experiments: [Experiment], _ journal: ReplicationJournal, label: String,
    _ context: CommandContext, _ body: (ReplicationRunner) -> Outcome
  ) -> Result<Outcome, ReportedFailure> {
    withRunner(label: label, context) { runner in
      if case .other(let replication) = journal.replay(experiments, with: runner) {
        context.report(
          error:
            "'\(journal.path)' cannot be resumed: replication \(replication) comes out otherwise"
            + " than in the journal, so the program has changed; without --resume the work starts from"
            + " the beginning")
        return .failure(ReportedFailure(exitCode: .missingInput))
      }
      var runner = runner
      runner.journal = journal
      return .success(body(runner))
    }
  }

  /// Closes journals: complete work needs none, and work that was stopped is told how to go on.
  func close(_ journals: [ReplicationJournal], isComplete: Bool, _ context: CommandContext) {
    for journal in journals {
      journal.close(isComplete: isComplete)
      guard let failure = journal.failure else { continue }
      let text = "'\(journal.path)' could not be written: \(failure)"
      if !isComplete {
        context.report(error: text + "; --resume cannot go on from here")
      } else if !quiet {
        context.report(note: "warning: " + text)
      }
    }
    let isKept = journals.contains(where: \.isKept) && journals.allSatisfy { $0.failure == nil }
    if !isComplete, !quiet, isKept {
      context.report(note: "the same command with --resume goes on from here")
    }
  }

  /// Finds the warm-up of an experiment; `nil` when that was interrupted.
  func detectWarmUp(
    of experiment: Experiment, _ context: CommandContext
  ) throws(InvariantViolation) -> WarmUpDetection? {
    let label = experiment.scenario.name + ", warm-up"
    let outcome = withRunner(label: label, context) { runner in
      Result { () throws(InvariantViolation) in
        try WarmUpDetection(of: experiment, with: runner)
      }
    }
    return try outcome.get()
  }

  /// Runs whatever `body` asks of a runner, with a line of progress when somebody is watching.
  private func withRunner<Outcome>(
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
