import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// `caseload fit`: fits free keys of scenarios to the figures under `targets`.
struct FitCommand {
  static let definition = CommandDefinition(
    name: "fit",
    arguments: [ArgumentDefinition("SCENARIO", 1...Int.max, .file)],
    summary: "Fits a scenario to its own figures, and tells what those could not determine.",
    details: [
      "The figures stand in the scenario: \"targets\": {\"outflow.work.perYear\": {\"value\": 300, "
        + "\"tolerance\": 30}}. Any metric will do, overall, per group, in a year of the window or at a date. "
        + "With \"against\" (a file, or changes as key=value) and \"measure\" (ratio or difference), a target "
        + "is about two scenarios that see the same clients.",
      "--vary frees a key over a range; NAME:KEY=LOW:HIGH frees it in the scenario of that name only. "
        + "--vary @FILE takes one from each line of a file. Without --vary, keys that decide the figures and "
        + "that no count gives are freed around their values. Of shares that add up to 1, those that are not "
        + "freed divide the rest.",
      "Method: history matching. Waves of points are simulated with common random numbers; fast emulators rule "
        + "out where a target cannot be met; sets from what is left that meet all targets in simulation "
        + "make the ensemble. Several scenarios are fitted together, with the same values of shared keys.",
      "Results go to DIR/<scenario name>-fit/: fitted.json (the best set, a scenario that extends "
        + "scenario.json beside it), ensemble.json and .csv (sets for --ensemble), fit.json, points.csv, "
        + "run.json. Exit code 1 when no set meets all targets.",
    ],
    options: [
      vary.definition, sets.definition, waves.definition,
      Options.replications.explained(
        "Replications per point; by default 1 in the waves, and as many as the tolerances ask for, from 2 to 4, "
          + "in the sets of the ensemble."
      ).definition,
      Options.seed.definition, Options.output.definition, Options.format.definition,
      Options.language.definition, Options.decimals.definition, Options.set.definition,
      Options.threads.definition, Options.resume.definition, Options.journal.definition,
      Options.quiet.definition,
    ],
    run: { (arguments, context) throws(CommandFailure) in
      try FitCommand(arguments, context).run()
    })

  private static let vary = OptionKey<[String]>.texts(
    "--vary", "KEY=LOW:HIGH", kind: .key, "A key that is free, and its range; may be repeated.")
  private static let sets = OptionKey<Int?>.whole(
    "--sets", "N", in: 2...1_000, "Sets of the ensemble; 30 if not given.")
  private static let waves = OptionKey<Int?>.whole(
    "--waves", "N", in: 1...20, "Most waves before the ensemble; 4 if not given.")

  private let context: CommandContext
  private let settings: RunSettings
  private let paths: [String]
  private let varied: [String]
  private let effort: HistoryMatch.Effort

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CommandFailure) {
    self.context = context
    settings = try RunSettings(arguments)
    paths = arguments.positional
    varied = try FitQuestion.lines(of: arguments[FitCommand.vary])
    var effort = HistoryMatch.Effort()
    effort.sets = try arguments[FitCommand.sets] ?? effort.sets
    effort.waves = try arguments[FitCommand.waves] ?? effort.waves
    self.effort = effort
  }

  private func run() throws(CommandFailure) -> ExitCode {
    let question = try FitQuestion(paths, varied, settings, context)
    let base = question.worlds[0].base
    let folder = ResultFolder(
      parent: settings.outputFolder, scenarioName: base.scenario.name + "-fit",
      overrides: base.overrides)
    try CommandFailure.writing(folder.checkWritable)
    var work = FitWork(question, settings, context)
    let clock = RunClock()
    let pilot = try work.pilot()
    let replications = pilot?.wanted ?? settings.replications ?? 1
    var match = HistoryMatch(
      goals: question.goals, start: question.start, seed: question.seed, effort: effort,
      pilot: pilot)
    while !work.isInterrupted, let points = match.nextPoints() {
      let label = FitCommand.label(match, question)
      let found = try work.simulate(
        points, replications: match.nextReplications ?? replications, label: label)
      if work.isInterrupted { break }
      match.add(points, found)
    }
    let code: ExitCode
    do throws(CommandFailure) {
      code = try conclude(match, question, work, replications, folder, clock)
    } catch {
      context.report(error)
      code = error.exitCode
    }
    // What was printed or written is all there is of it, so the journals stay when that failed.
    let isTold = code != .cannotWrite && context.output.failure == nil
    work.close(isComplete: !work.isInterrupted && isTold)
    return code
  }

  private static func label(_ match: HistoryMatch, _ question: FitQuestion) -> String {
    switch match.stage {
    case .wave(let wave): "fit, wave \(wave)"
    case .batch:
      "fit, ensemble, \(min(match.accepted.count, match.effort.sets)) of \(match.effort.sets) sets"
    case .over: "fit"
    }
  }

  private func conclude(
    _ match: HistoryMatch, _ question: FitQuestion, _ work: FitWork, _ replications: Int,
    _ folder: ResultFolder, _ clock: RunClock
  ) throws(CommandFailure) -> ExitCode {
    let base = question.worlds[0].base
    let interrupted = context.interruption.exitCode
    guard let best = match.best else {
      throw CommandFailure(
        interrupted ?? .badScenario,
        [
          interrupted == nil
            ? "no point of the ranges is a scenario that can be simulated"
            : "stopped before the first wave was complete; nothing is written"
        ])
    }
    let fitted = paths.indices.map { index in
      let world = question.worlds[index]
      return FitDocuments.Fitted(
        name: world.base.scenario.name, digest: world.base.digest, scenario: world.base.scenario,
        values: question.values(at: best.place, in: world) ?? [])
    }
    let documents = FitDocuments(
      match, keys: question.keys, scenarios: fitted, title: base.title, seed: question.seed,
      replications: replications, isPartial: interrupted != nil,
      advice: work.advice + FitAdvice.lines(match, question))
    let asked = ResultQuestion(
      "fit",
      question.worlds.map(\.base.digest)
        + question.keys.map { "\($0.label)=\($0.range.low):\($0.range.high)" }
        + question.goals.map { "\($0.label) \($0.value) \($0.tolerance)" }
        + ["\(question.seed)", "\(replications)", "\(effort.sets)", "\(effort.waves)"],
      replications: work.replications, isPartial: interrupted != nil)
    let record = clock.record(
      base.title, asked, events: work.events, clientYears: work.clientYears,
      threads: settings.threads, context)
    let written = try context.write(documents.files(record: record), to: folder, asked)
    if !settings.quiet {
      context.report(
        note: FitAdvice.effort(
          points: match.points.count, replications: work.replications,
          seconds: record.durationSeconds)[settings.language])
      context.report(written)
    }
    context.print(documents, settings)
    if documents.isMet, !settings.quiet {
      let path = written.path
      context.report(
        note: Bilingual("verder", "next")[settings.language]
          + ": caseload run '\(path)/fitted.json' --ensemble '\(path)/ensemble.json'")
    }
    return interrupted ?? (documents.isMet ? .success : .failure)
  }
}
