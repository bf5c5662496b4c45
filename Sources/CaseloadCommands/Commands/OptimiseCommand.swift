import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// `caseload optimise`: the best values of some keys that meet limits.
struct OptimiseCommand {
  static let definition = CommandDefinition(
    name: "optimise", arguments: VaryOptions.arguments("VALUES"),
    summary: "Finds the best values of some keys that meet limits.",
    details: [
      "The candidates are all combinations of the values of --vary, or with --paired the first values "
        + "together, the second values together, and so on. --vary takes key=a,b,c, key=from:to:step "
        + "or key=low:high (every whole number, or eleven numbers); words after the scenario mean the same.",
      "--limit 'unseen.6m.share <= 0.10' states what a candidate has to meet, and may be repeated. The "
        + "tolerance of a limit is how far from it the answer does not matter: 5 % of the limit, or "
        + "--tolerance METRIC=X.",
      "--minimise and --maximise take a varied key (the smallest staffing), or a metric; then "
        + "--indifference states the smallest difference that matters.",
      "Candidates get replications, the same clients for all (common random numbers), until the answer "
        + "is right with the stated confidence. Exit code 1 when none meets the limits, or when the "
        + "most replications do not decide. Results go to DIR/<scenario name>-optimise/.",
      "When nothing meets the limits, other keys that an organisation decides about are changed one at a time at "
        + "the nearest candidate, and those that clearly help are named; --no-screening leaves that out.",
      "With --ensemble the replications go through the sets of caseload fit in turn, so that limits hold on "
        + "average over all sets; the answer tells in how many of them each limit is met.",
    ],
    options: [
      VaryOptions.vary(
        "VALUES", "A key and its values, for example staffing.fte=20:30:1; may be repeated."
      ).definition,
      VaryOptions.paired.definition, limit.definition, tolerance.definition, minimise.definition,
      maximise.definition, indifference.definition, confidence.definition, firstStage.definition,
      mostReplications.definition,
      Options.ensemble.explained(
        "Takes the sets of an ensemble of caseload fit in turn; at first two replications of each if "
          + "--replications is not given."
      ).definition, noScreening.definition, Options.seed.definition, Options.output.definition,
      Options.format.definition, Options.csvStyle.definition, Options.language.definition,
      Options.set.definition, Options.threads.definition,
      Options.resume.definition, Options.journal.definition,
      Options.shard.explained("Refused: which replications come next depends on all earlier ones.")
        .definition, Options.quiet.definition,
    ],
    run: { (arguments, context) throws(CommandFailure) in
      try OptimiseCommand(arguments, context).run()
    })

  /// Most candidates.
  static let mostCandidates = 500

  let context: CommandContext
  let settings: RunSettings
  let place: ScenarioPoints
  let points: [[String]]
  let limits: [MetricLimit]
  private let aim: (aim: Aim, name: String, isLowBest: Bool)
  private let objective: SelectionProblem.Objective
  private let chosenConfidence: Double
  private let chosenFirstStage: Int?
  private let chosenMost: Int?
  private let ensemble: String?
  let screens: Bool

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CommandFailure) {
    self.context = context
    settings = try RunSettings(arguments)
    let axes = try OptimiseCommand.axes(arguments)
    points = try arguments.points(
      of: axes, atMost: OptimiseCommand.mostCandidates, called: "candidates")
    guard points.count >= 2 else { throw .usage("there is a single candidate to choose from") }
    place = ScenarioPoints(
      path: arguments.positional[0], overrides: settings.overrides, keys: axes.map(\.key),
      remarks: axes.compactMap(\.remark))
    limits = try OptimiseCommand.limits(arguments)
    aim = try OptimiseCommand.aim(arguments, keys: place.keys)
    let objective: SelectionProblem.Objective
    switch aim.aim {
    case .key(let position):
      guard !limits.isEmpty else {
        throw .usage("without --limit the answer is plain: the end of '\(aim.name)'")
      }
      objective = .known(
        try OptimiseCommand.costs(
          points, key: position, name: aim.name, isLowBest: aim.isLowBest))
    case .metric(_, let indifference):
      objective = .measured(isLowBest: aim.isLowBest, indifference: indifference)
    }
    if settings.shard != nil {
      throw .usage(
        "option '--shard' has no meaning with 'caseload optimise': which replications come next depends"
          + " on all earlier ones", hint: "'caseload sweep --shard' runs all candidates")
    }
    ensemble = try arguments[Options.ensemble]
    screens = try !arguments[OptimiseCommand.noScreening]
    chosenConfidence = try arguments[OptimiseCommand.confidence] ?? 0.95
    chosenFirstStage = try arguments[OptimiseCommand.firstStage]
    chosenMost = try arguments[OptimiseCommand.mostReplications]
    if ensemble == nil { _ = try OptimiseCommand.stages(chosenFirstStage, chosenMost, sets: 1) }
    self.objective = objective
  }

  /// Replications before the first decision, and the most of a candidate.
  private static func stages(
    _ first: Int?, _ most: Int?, sets: Int
  ) throws(CommandFailure) -> (first: Int, most: Int) {
    let first = first ?? (sets > 1 ? 2 * sets : 20)
    let most = most ?? max(first, 1_000)
    guard first <= most else {
      throw .usage(
        "option '--max-replications' expects at least the \(first) replications before the first"
          + " decision, found '\(most)'", hint: "--replications N changes them, to 10 or more")
    }
    return (first, most)
  }

  /// The problem; with an ensemble every set has two replications before the first decision.
  private func problem(sets: Int) throws(CommandFailure) -> SelectionProblem {
    let (first, most) = try OptimiseCommand.stages(chosenFirstStage, chosenMost, sets: sets)
    return SelectionProblem(
      candidates: points.count, limits: limits.map(\.limit), objective: objective,
      confidence: chosenConfidence, firstStage: first, maximum: most)
  }

  private func run() throws(CommandFailure) -> ExitCode {
    let base = try place.base(quiet: true, context)
    let folder = ResultFolder(
      parent: settings.outputFolder, scenarioName: base.scenario.name + "-optimise",
      overrides: base.overrides)
    try CommandFailure.writing(folder.checkWritable)
    let scenarios = try place.load(points, quiet: settings.quiet, context)
    return try run(scenarios, base, folder)
  }

  /// The metric behind each quantity of the problem.
  private var metrics: [Metric] {
    guard case .metric(let metric, _) = aim.aim else { return limits.map(\.metric) }
    return limits.map(\.metric) + [metric]
  }

  /// Runs the candidates; the journal stays until results are written.
  private func run(
    _ scenarios: [LoadedScenario], _ base: LoadedScenario, _ folder: ResultFolder
  ) throws(CommandFailure) -> ExitCode {
    var experiments = scenarios.map { settings.experiment(on: $0, base: base) }
    var sets = 1
    if let ensemble { (experiments, sets) = try self.experiments(scenarios, base, over: ensemble) }
    let selection = SelectionExperiment(
      scenarios: experiments.map(\.scenario), sectors: experiments.map(\.sector), sets: sets,
      problem: try problem(sets: sets), metrics: metrics, reported: PairedComparison.netCost,
      seed: settings.seed ?? base.scenario.seed)
    let clock = RunClock()
    let (result, journal) = try settings.execute(
      "optimise", on: experiments, keepsSeries: false, label: "optimise", context,
      { selection.run(with: $0) })
    let isOver = result.failure != nil || result.selection.conclusion != nil
    return try settings.closing(journal, whenOver: isOver, context) { () throws(CommandFailure) in
      try conclude(selection, result, base, folder, clock)
    }
  }

  /// Writes and prints what a run found.
  private func conclude(
    _ selection: SelectionExperiment, _ result: SelectionResult, _ base: LoadedScenario,
    _ folder: ResultFolder, _ clock: RunClock
  ) throws(CommandFailure) -> ExitCode {
    if let failure = result.failure {
      throw .broken(
        failure.violation, in: selection.scenarios[failure.scenario],
        path: place.path(at: points[failure.candidate]))
    }
    let screening = try screening(selection, result)
    let documents = SelectionDocuments(
      SelectionDocuments.Question(
        keys: place.keys, points: points, limits: limits, objective: aim.name,
        isLowBest: aim.isLowBest, scenarioName: base.scenario.name, scenarioDigest: base.digest,
        title: base.title),
      experiment: selection, result: result, screening: screening)
    let question = ResultQuestion(
      "optimise",
      [
        base.digest, "\(selection.seed)", "\(selection.problem)", "\(selection.sets)", aim.name,
        "\(aim.isLowBest)",
      ]
        + limits.map(\.text) + place.keys + points.flatMap { $0 },
      replications: result.replications.reduce(0, +),
      isPartial: result.selection.conclusion == nil)
    let record = clock.record(
      base.title, question, events: result.events, clientYears: result.clientYears,
      threads: settings.threads, context)
    let written = try context.write(
      base.files(
        repeating: base.repeating(seed: selection.seed, replications: selection.problem.firstStage)
      ) { repeated in
        documents.files(record: record, scenario: repeated)
          + SpreadsheetFile.of(documents, settings.csvStyle)
      },
      to: folder, question)
    context.print(documents, settings)
    if !settings.quiet {
      context.report(
        note: "\(result.replications.reduce(0, +)) replications in"
          + " \(DecimalText.fixed(record.durationSeconds, decimals: 2)) s")
      context.report(written)
    }
    return judge(result, documents)
  }

  private func judge(_ result: SelectionResult, _ documents: SelectionDocuments) -> ExitCode {
    switch result.selection.conclusion {
    case nil:
      context.report(error: "stopped before the selection was concluded")
      return context.interruption.exitCode ?? .internalError
    case .selected: return .success
    case .nothingFeasible:
      context.report(error: "no candidate meets the limits: \(brokenLimits(result))")
    case .undecided:
      let open = points.indices.filter {
        result.selection.verdicts[$0] == .open || result.selection.verdicts[$0] == .feasible
      }
      context.report(
        error: "not decided after \(result.selection.replications) replications; still possible:"
          + " \(open.map { documents.label(candidate: $0) }.joined(separator: "; "))")
    case .undefined(let candidate, let quantity):
      context.report(
        error:
          "nothing can be decided: \(metrics[quantity].id) has no value in"
          + " replication \(result.selection.replications) of"
          + " \(documents.label(candidate: candidate))")
    }
    return .failure
  }

  /// How many candidates break each limit, in words.
  private func brokenLimits(_ result: SelectionResult) -> String {
    limits.enumerated().compactMap { position, limit in
      let count = result.selection.verdicts.count { $0 == .infeasible(limit: position) }
      return count > 0 ? "\(count) of \(points.count) break '\(limit.text)'" : nil
    }.joined(separator: ", ")
  }
}
