import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// `caseload optimise`: the best values of some keys that meet limits.
struct OptimiseCommand {
  static let definition = CommandDefinition(
    name: "optimise", argumentsUsage: "SCENARIO [KEY=VALUES...]", argumentCount: 1...Int.max,
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
    ],
    options: [
      OptionDefinition(
        "--vary", "KEY=VALUES", repeats: true,
        summary: "A key and its values, for example staffing.fte=20:30:1; may be repeated."),
      OptionDefinition(
        "--paired", summary: "Takes the values of all keys side by side, not in all combinations."),
      OptionDefinition(
        "--limit", "CONDITION", repeats: true,
        summary: "A limit on a metric, for example 'unseen.6m.share <= 0.10'; may be repeated."),
      OptionDefinition(
        "--tolerance", "METRIC=X", repeats: true,
        summary: "The tolerance of the limits on a metric, in its unit; may be repeated."),
      OptionDefinition("--minimise", "KEY|METRIC", summary: "What is to be as small as possible."),
      OptionDefinition("--maximise", "KEY|METRIC", summary: "What is to be as large as possible."),
      OptionDefinition(
        "--indifference", "X", summary: "The smallest difference in the metric that matters."),
      OptionDefinition(
        "--confidence", "P",
        summary: "The chance of a correct selection, from 0.5 to below 1; 0.95 if not given."),
      OptionDefinition(
        "--replications", "N",
        summary: "Replications of all candidates before the first decision; 20 if not given."),
      OptionDefinition(
        "--max-replications", "N", summary: "Most replications of a candidate; 1,000 if not given."),
      .seed, .output, .format, .set, .threads, .resume, .journal, .quiet,
    ],
    run: { (arguments, context) throws(UsageError) in
      try OptimiseCommand(arguments, context).run()
    })

  /// Most candidates.
  static let mostCandidates = 500

  private let context: CommandContext
  private let settings: RunSettings
  private let place: ScenarioPoints
  private let points: [[String]]
  private let limits: [MetricLimit]
  private let aim: (aim: Aim, name: String, isLowBest: Bool)
  private let problem: SelectionProblem

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(UsageError) {
    self.context = context
    settings = try RunSettings(arguments)
    let axes = try OptimiseCommand.axes(arguments)
    points = try arguments.points(
      of: axes, atMost: OptimiseCommand.mostCandidates, called: "candidates")
    guard points.count >= 2 else { throw UsageError("there is a single candidate to choose from") }
    place = ScenarioPoints(
      path: arguments.positional[0], overrides: settings.overrides, keys: axes.map(\.key))
    limits = try OptimiseCommand.limits(arguments)
    aim = try OptimiseCommand.aim(arguments, keys: place.keys)
    let objective: SelectionProblem.Objective
    switch aim.aim {
    case .key(let position):
      guard !limits.isEmpty else {
        throw UsageError("without --limit the answer is plain: the end of '\(aim.name)'")
      }
      objective = .known(
        try OptimiseCommand.costs(
          points, key: position, name: aim.name, isLowBest: aim.isLowBest))
    case .metric(_, let indifference):
      objective = .measured(isLowBest: aim.isLowBest, indifference: indifference)
    }
    let confidence = try arguments.positive("--confidence") ?? 0.95
    guard confidence >= 0.5, confidence < 1 else {
      let text = arguments.value("--confidence") ?? ""
      throw UsageError(
        "option '--confidence' expects a number from 0.5 to below 1, found '\(text)'",
        hint: NumberHint.hint(for: text, isShare: true))
    }
    let first = try arguments.whole("--replications", in: 10...RunSettings.mostReplications) ?? 20
    let most =
      try arguments.whole("--max-replications", in: 1...RunSettings.mostReplications)
      ?? max(first, 1_000)
    guard first <= most else {
      throw UsageError(
        "option '--max-replications' expects at least the \(first) replications before the first"
          + " decision, found '\(most)'", hint: "--replications N changes them, to 10 or more")
    }
    problem = SelectionProblem(
      candidates: points.count, limits: limits.map(\.limit), objective: objective,
      confidence: confidence, firstStage: first, maximum: most)
  }

  private func run() -> ExitCode {
    let base: LoadedScenario
    switch place.base(quiet: true, context) {
    case .failure(let failure): return failure.exitCode
    case .success(let loaded): base = loaded
    }
    let folder = ResultFolder(
      parent: settings.outputFolder, scenarioName: base.scenario.name + "-optimise")
    do throws(ResultFolder.WriteError) {
      try folder.checkWritable()
    } catch {
      return context.report(error)
    }
    switch place.load(points, quiet: settings.quiet, context) {
    case .failure(let failure): return failure.exitCode
    case .success(let scenarios): return run(scenarios, base, folder)
    }
  }

  /// The metric behind each quantity of the problem.
  private var metrics: [Metric] {
    guard case .metric(let metric, _) = aim.aim else { return limits.map(\.metric) }
    return limits.map(\.metric) + [metric]
  }

  /// Runs the candidates; the journal stays until results are written.
  private func run(
    _ scenarios: [LoadedScenario], _ base: LoadedScenario, _ folder: ResultFolder
  ) -> ExitCode {
    let selection = SelectionExperiment(
      scenarios: scenarios.map(\.scenario), problem: problem, metrics: metrics,
      seed: settings.seed ?? base.scenario.seed)
    let experiments = scenarios.map { settings.experiment(on: $0, base: base) }
    let clock = RunClock()
    let result: SelectionResult
    let journal: ReplicationJournal
    switch settings.execute(
      "optimise", on: experiments, keepsSeries: false, label: "optimise", context,
      { selection.run(with: $0) })
    {
    case .failure(let failure): return failure.exitCode
    case .success(let done): (result, journal) = done
    }
    let code = conclude(selection, result, base, folder, clock)
    let isOver = result.failure != nil || result.selection.conclusion != nil
    settings.close([journal], isComplete: isOver && code != .cannotWrite, context)
    return code
  }

  /// Writes and prints what a run found.
  private func conclude(
    _ selection: SelectionExperiment, _ result: SelectionResult, _ base: LoadedScenario,
    _ folder: ResultFolder, _ clock: RunClock
  ) -> ExitCode {
    if let failure = result.failure {
      context.report(
        error: ViolationText.text(
          of: failure.violation, in: selection.scenarios[failure.candidate],
          path: place.path(at: points[failure.candidate])))
      return .internalError
    }
    let documents = SelectionDocuments(
      SelectionDocuments.Question(
        keys: place.keys, points: points, limits: limits, objective: aim.name,
        isLowBest: aim.isLowBest, scenarioName: base.scenario.name, scenarioDigest: base.digest),
      experiment: selection, result: result)
    let record = clock.record(
      events: result.events, clientYears: result.clientYears, threads: settings.threads, context)
    do throws(ResultFolder.WriteError) {
      try folder.write(documents.files(record: record))
    } catch {
      return context.report(error)
    }
    print(documents)
    if !settings.quiet {
      context.report(
        note: "\(result.replications.reduce(0, +)) replications in"
          + " \(DecimalText.fixed(record.durationSeconds, decimals: 2)) s")
      context.report(note: "results are in \(folder.path)")
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

  private func print(_ documents: SelectionDocuments) {
    switch settings.format {
    case .table:
      context.output.write(
        SelectionTable(documents, style: context.style(of: context.output)).text)
    case .json: context.output.write(documents.json)
    case .csv: context.output.write(documents.csv)
    }
  }
}
