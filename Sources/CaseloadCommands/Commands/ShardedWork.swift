import CaseloadModel
import Experiments
import Reports

/// What the parts of a study have in common.
enum ShardedWork {
  /// Options that do not change what comes out, and are left out of a part's description.
  private static let circumstances: Set<String> = [
    Options.shard.definition.name, Options.journal.definition.name,
    Options.output.definition.name, Options.threads.definition.name,
    Options.quiet.definition.name, Options.resume.definition.name,
  ]

  /// The words of a command line, the command first, without circumstances; options stand before arguments.
  static func arguments(of words: [String]) throws(CommandFailure) -> [String] {
    try arguments(of: words, without: circumstances)
  }

  /// The words of a command line without some options.
  static func arguments(
    of words: [String], without left: Set<String>
  ) throws(CommandFailure) -> [String] {
    guard let first = words.first, let command = CommandTable.command(named: first) else {
      return words
    }
    let parsed = try ParsedArguments(Array(words.dropFirst()), of: command)
    let options = parsed.options.filter { !left.contains($0.name) }.map { option in
      let hasValue = command.options.contains { $0.name == option.name && $0.valueName != nil }
      return hasValue ? "\(option.name)=\(option.value)" : option.name
    }
    return [first] + options + ["--"] + parsed.positional
  }
}

extension RunSettings {
  /// Opens the journal of one part, and says what it holds.
  func part(
    _ shard: Shard, _ identity: JournalIdentity, _ context: CommandContext
  ) throws(CommandFailure) -> ReplicationJournal {
    do throws(ReplicationJournal.Refusal) {
      let journal = try ReplicationJournal.part(shard, in: journalFolder, identity)
      if !quiet, journal.recalledCount > 0 {
        context.report(
          note: "\(journal.recalledCount) finished replications of part \(shard.number) of"
            + " \(shard.count) found")
      }
      return journal
    } catch {
      throw CommandFailure(
        .missingInput, ["'\(error.path)' cannot be used: \(error.reason)"])
    }
  }

  /// Ends one part: gives its journal its name when the part is complete.
  func closePart(
    _ shard: Shard, _ journal: ReplicationJournal, _ context: CommandContext
  ) -> ExitCode {
    let interrupted = context.interruption.exitCode
    journal.close(isComplete: interrupted == nil)
    if let failure = journal.failure {
      context.report(error: "'\(journal.path)' could not be written: \(failure)")
      return .cannotWrite
    }
    if let interrupted {
      context.report(
        error:
          "part \(shard.number) of \(shard.count) was stopped; the same command goes on with it")
      return interrupted
    }
    if !quiet {
      context.report(
        note: "part \(shard.number) of \(shard.count) is complete: \(journal.keptPath)")
    }
    return .success
  }

  // MARK: - Joining

  /// Refuses journals of other work than the command does.
  func check(
    _ merged: MergedJournal, _ identity: JournalIdentity
  ) throws(CommandFailure) {
    guard let difference = merged.difference(from: identity) else { return }
    throw CommandFailure(
      .missingInput,
      [
        "the journals are not of '\(merged.arguments.joined(separator: " "))' as it is now: \(difference)"
      ],
      hint: "join them with the program and the scenario files that the parts were run with")
  }

  /// Refuses journals that another engine wrote.
  func replay(
    _ merged: MergedJournal, _ experiments: [Experiment], with runner: ReplicationRunner
  ) throws(CommandFailure) {
    guard case .other(let path, let words) = merged.replay(experiments, with: runner) else {
      return
    }
    throw CommandFailure(
      .missingInput,
      [
        "'\(path)' cannot be joined: \(words) comes out otherwise than in the journal, so the program has"
          + " changed"
      ])
  }

  /// Refuses journals that do not hold all of the work.
  func checkWhole(_ merged: MergedJournal) throws(CommandFailure) {
    let missing = merged.missingText
    guard let cure = missing.last else { return }
    throw CommandFailure(.missingInput, missing.dropLast(), hint: cure)
  }
}
