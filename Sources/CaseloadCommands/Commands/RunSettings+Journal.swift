import CaseloadModel
import Experiments
import Reports

/// Work that can be resumed.
extension RunSettings {
  /// Opens the journal of some work, and says what it holds and what the work takes when that is much.
  ///
  /// - Parameter tellsNothing: Whether nothing is said when there is nothing to resume.
  /// - Throws: A failure when the work cannot be resumed as asked, or the machine has not enough memory.
  func journal(
    of command: String, on experiments: [Experiment], keepsSeries: Bool = true,
    tellsNothing: Bool = false, _ context: CommandContext
  ) throws(CommandFailure) -> ReplicationJournal {
    func identity(part: (arguments: [String], count: Int)? = nil) -> JournalIdentity {
      JournalIdentity(
        command: command, name: experiments.first?.scenario.name ?? "",
        version: ProgramVersion.current, keepsSeries: keepsSeries, experiments: experiments,
        part: part)
    }
    if let merged = context.merged {
      try check(merged, identity(part: (merged.arguments, merged.shardCount)))
      return .begin(in: journalFolder, identity())
    }
    try announce(experiments, context)
    if let shard {
      let words = try ShardedWork.arguments(of: context.arguments)
      return try part(shard, identity(part: (words, shard.count)), context)
    }
    let identity = identity()
    guard resumes else { return .begin(in: journalFolder, identity) }
    do throws(ReplicationJournal.Refusal) {
      let journal = try ReplicationJournal.resume(in: journalFolder, identity)
      if !quiet, !tellsNothing || journal.recalledCount > 0 {
        let count = journal.recalledCount
        context.report(
          note: count > 0
            ? "\(count) finished replication\(count == 1 ? "" : "s") taken from '\(journal.path)'"
            : "there is nothing to resume in '\(journalFolder)'; the work starts from the beginning"
        )
      }
      return journal
    } catch {
      throw RunSettings.refusal(of: error.path, error.reason)
    }
  }

  private static func refusal(of path: String, _ reason: String) -> CommandFailure {
    CommandFailure(
      .missingInput,
      [
        "'\(path)' cannot be resumed: \(reason); without --resume the work starts from the beginning"
      ])
  }

  /// Why a part cannot be gone on with by a program that is another one than began it.
  private static func refusalOfPart(_ path: String, _ replication: Int) -> CommandFailure {
    CommandFailure(
      .missingInput,
      [
        "'\(path)' cannot be gone on with: replication \(replication) comes out otherwise than in the"
          + " journal, so the program has changed"
      ],
      hint: "go on with the program that began the part, or remove the file to begin the part anew")
  }

  /// Opens the journal of some work and runs whatever `body` makes of the experiments; the caller
  /// closes the journal.
  func execute<Outcome>(
    _ command: String, on experiments: [Experiment], keepsSeries: Bool = true, label: String,
    _ context: CommandContext, _ body: (ReplicationRunner) -> Outcome
  ) throws(CommandFailure) -> (outcome: Outcome, journal: ReplicationJournal) {
    let journal = try journal(of: command, on: experiments, keepsSeries: keepsSeries, context)
    return (try execute(experiments, journal, label: label, context, body), journal)
  }

  /// Runs whatever `body` makes of several experiments with their journal; the caller closes it.
  ///
  /// - Throws: A failure when the journal is of another engine.
  func execute<Outcome>(
    _ experiments: [Experiment], _ journal: ReplicationJournal, label: String,
    _ context: CommandContext, _ body: (ReplicationRunner) -> Outcome
  ) throws(CommandFailure) -> Outcome {
    try withRunner(label: label, context) { runner throws(CommandFailure) in
      if let merged = context.merged { try replay(merged, experiments, with: runner) }
      if case .other(let replication) = journal.replay(experiments, with: runner) {
        if shard != nil { throw RunSettings.refusalOfPart(journal.path, replication) }
        throw RunSettings.refusal(
          of: journal.path,
          "replication \(replication) comes out otherwise than in the journal, so the program has"
            + " changed")
      }
      var runner = runner
      runner.journal = context.merged == nil ? journal : nil
      let outcome = body(runner)
      if let merged = context.merged { try checkWhole(merged) }
      return outcome
    }
  }

  /// Finds the warm-up of an experiment; `nil` when that was interrupted.
  func detectWarmUp(
    of experiment: Experiment, at path: String, _ context: CommandContext
  ) throws(CommandFailure) -> WarmUpDetection? {
    let label = experiment.scenario.name + ", warm-up"
    return try withRunner(label: label, context) { runner throws(CommandFailure) in
      do throws(InvariantViolation) {
        return try WarmUpDetection(of: experiment, with: runner)
      } catch {
        throw .broken(error, in: experiment.scenario, path: path)
      }
    }
  }
}

// MARK: - The end of work

extension RunSettings {
  /// Runs the conclusion of experiments, and closes their journal whatever comes of it.
  func closing(
    _ journal: ReplicationJournal, of results: [ExperimentResult], _ context: CommandContext,
    _ conclusion: () throws(CommandFailure) -> ExitCode
  ) throws(CommandFailure) -> ExitCode {
    let isOver = results.allSatisfy { !$0.isPartial } || results.contains { $0.violation != nil }
    return try closing(journal, whenOver: isOver, context, conclusion)
  }

  /// Runs the conclusion of some work, and closes its journal whatever comes of it.
  ///
  /// What was printed or written is all there is of it, so the journal stays when that failed.
  func closing(
    _ journal: ReplicationJournal, whenOver isOver: Bool, _ context: CommandContext,
    _ conclusion: () throws(CommandFailure) -> ExitCode
  ) throws(CommandFailure) -> ExitCode {
    let code: ExitCode
    do throws(CommandFailure) {
      code = try conclusion()
    } catch {
      context.report(error)
      code = error.exitCode
    }
    let isTold = code != .cannotWrite && context.output.failure == nil
    close([journal], isComplete: isOver && isTold, context)
    return code
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
}
