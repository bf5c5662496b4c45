import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// `caseload compare`: paired differences between a base and variants.
struct CompareCommand {
  static let definition = CommandDefinition(
    name: "compare",
    arguments: [
      ArgumentDefinition("BASE", 1...1, .file), ArgumentDefinition("VARIANT", 0...Int.max, .file),
    ],
    summary: "Compares scenarios with a base, pair by pair, under common random numbers.",
    details: [
      "Variants are scenario files, or changes of the base without a file: --variant 'more staff: "
        + "staffing.fte=30, staffing.sicknessShare=0.05'.",
      "All scenarios are run with the seed and the number of replications of the base, so that "
        + "replication by replication they see the same clients. The table has the base and, for each "
        + "variant, the difference with an interval; the intervals hold all together (Bonferroni over "
        + "variants, the metrics shown and net cost), and the words below go by them too. --details "
        + "prints a table per variant, with 95 % intervals and what pairing did for the variance.",
      "With --ensemble, all scenarios are run over the sets of caseload fit: the table gives the total interval"
        + " of each difference and its parts, and in how many sets it has its sign.",
      "--fail-if 'unseen.6m.share > base + 0.02' ends with exit code 1 when the mean of any variant "
        + "meets the condition. The limit is a number, base, or base with +, - or * and a number.",
    ],
    options: [
      variant.definition, metrics.definition, details.definition, failIf.definition,
      Options.ensemble.definition,
      Options.ids.definition,
      Options.output.explained(
        "Also writes the comparison to DIR/<base>-compare/ and the result of each scenario to a folder"
          + " of its own in DIR; nothing is written if not given."
      ).definition,
    ] + Options.ofStudies,
    run: { (arguments, context) throws(CommandFailure) in
      try CompareCommand(arguments, context).run()
    })

  private static let variant = OptionKey<[VariantDefinition]>(
    "--variant", "'NAME: KEY=VALUE, ...'", .word, repeats: true,
    "Changes of the base that make a variant; may be repeated."
  ) { (texts, option) throws(CommandFailure) in
    var variants: [VariantDefinition] = []
    for text in texts {
      let variant = try VariantDefinition(text, option: option.name)
      guard !variants.contains(where: { $0.name == variant.name }) else {
        throw .usage("option '\(option.name)': there are two variants '\(variant.name)'")
      }
      variants.append(variant)
    }
    return variants
  }
  private static let metrics = OptionKey<[Metric]>.metrics(
    "--metric", "A metric to show, in place of the usual ones; may be repeated.")
  private static let details = OptionKey<Bool>.flag(
    "--details", "Prints a table per variant, with everything that is known of the differences.")

  private static let failIf = OptionKey<[FailCondition]>(
    "--fail-if", "CONDITION", .word, repeats: true,
    "Fails when a variant meets the condition; may be repeated."
  ) { (texts, option) throws(CommandFailure) in
    var conditions: [FailCondition] = []
    for text in texts {
      do throws(FailCondition.ParseError) {
        conditions.append(try FailCondition(text))
      } catch {
        throw .usage(
          "option '\(option.name)': \(error.message)",
          hint: error.hint
            ?? error.unknownMetric.flatMap { CommandFailure.unknownMetric($0).hint })
      }
    }
    return conditions
  }

  private let context: CommandContext
  private let paths: [String]
  private let variants: [VariantDefinition]
  private let shown: [MetricDefinition]
  private let hasChosenMetrics: Bool
  private let showsDetails: Bool
  private let writes: Bool
  private let ensemble: String?
  private let settings: RunSettings
  private let conditions: [FailCondition]

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CommandFailure) {
    self.context = context
    paths = arguments.positional
    variants = try arguments[CompareCommand.variant]
    guard paths.count + variants.count >= 2 else {
      throw .usage(
        "'caseload compare' needs BASE VARIANT...",
        hint: "or BASE --variant 'more staff: staffing.fte=30'")
    }
    settings = try RunSettings(arguments)
    conditions = try arguments[CompareCommand.failIf]
    let chosen = try arguments[CompareCommand.metrics]
    hasChosenMetrics = !chosen.isEmpty
    shown = chosen.isEmpty ? MetricCatalog.headlines : chosen.map { MetricCatalog[$0] }
    showsDetails = try arguments[CompareCommand.details]
    writes = arguments.has(Options.output)
    ensemble = try arguments[Options.ensemble]
    if ensemble != nil, !conditions.isEmpty || showsDetails {
      throw .usage("'--fail-if' and '--details' have no meaning with '--ensemble'")
    }
  }

  private func run() throws(CommandFailure) -> ExitCode {
    let scenarios = try load()
    let labels = labels(of: scenarios)
    try checkComparable(scenarios)
    if !settings.quiet { tellOfEqualVariants(scenarios, labels) }
    if let ensemble { return try run(scenarios, labels, over: ensemble) }
    let folders = try folders(of: scenarios)
    let grid = ExperimentGrid(scenarios.map { settings.experiment(on: $0, base: scenarios[0]) })
    let clock = RunClock()
    let (results, journal) = try settings.execute(
      "compare", on: grid.experiments, label: "comparison", context, { grid.run(with: $0) })
    if let shard = settings.shard, results.allSatisfy({ $0.violation == nil }) {
      return settings.closePart(shard, journal, context)
    }
    return try settings.closing(journal, of: results, context) { () throws(CommandFailure) in
      try CommandFailure.checkLaws(results, of: scenarios)
      if let interrupted = context.interruption.exitCode {
        throw CommandFailure(interrupted, ["stopped before the comparison was complete"])
      }
      let documents = documents(scenarios, results, labels)
      let effects = SectorEffectDocuments(results, labels: labels, metrics: shown)
      if writes { try write(documents, effects, scenarios, results, folders, clock) }
      context.print(documents, settings)
      if !settings.quiet {
        tellOfVariantsWithoutEffect(documents)
        if scenarios[0].sector == nil {
          let base = scenarios[0]
          for line in TargetNote.lines(for: base.scenario, results[0], path: base.path) {
            context.report(note: line)
          }
        }
      }
      if let effects, settings.format == .table {
        context.output.write("\n" + effects.text(context.layout(settings)))
      }
      return judge(documents.variants)
    }
  }

  /// Compares over the sets of an ensemble.
  private func run(
    _ scenarios: [LoadedScenario], _ labels: [String], over ensemble: String
  ) throws(CommandFailure) -> ExitCode {
    let members = scenarios.indices.map { index in
      // The variants without files stand behind the base.
      let isChange = (1..<variants.count + 1).contains(index)
      let path = isChange ? paths[0] : scenarios[index].path
      return EnsembleStudy.Member(
        label: labels[index], scenario: scenarios[index],
        files: ScenarioFiles(path: path, root: ScenarioRoot.named(for: path)),
        overrides: settings.overrides + (isChange ? variants[index - 1].overrides : []))
    }
    let study = try EnsembleStudy(
      .compare, ensemble: ensemble, members, metrics: hasChosenMetrics ? shown : nil, settings,
      context)
    return try study.run(
      writingTo: writes
        ? ResultFolder(
          parent: settings.outputFolder,
          scenarioName: scenarios[0].scenario.name + "-compare-ensemble",
          overrides: scenarios[0].overrides) : nil)
  }

  /// Reads the base and the variants, whether files or changes.
  private func load() throws(CommandFailure) -> [LoadedScenario] {
    var documents: [(path: String, document: ScenarioDocument)] = []
    var overrides: [[String]] = []
    for (index, path) in paths.enumerated() {
      let files = ScenarioFiles(path: path, root: ScenarioRoot.named(for: path))
      documents.append((path, files.document(overrides: settings.overrides)))
      overrides.append(settings.overrides)
      guard index == 0 else { continue }
      for variant in variants {
        overrides.append(settings.overrides + variant.overrides)
        documents.append((variant.name, files.document(overrides: overrides[overrides.count - 1])))
      }
    }
    return try LoadedScenario.load(documents, overrides: overrides, quiet: settings.quiet, context)
  }

  /// Refuses variants that cannot be compared pair by pair.
  private func checkComparable(_ scenarios: [LoadedScenario]) throws(CommandFailure) {
    let obstacles = scenarios.indices.dropFirst().flatMap { index in
      CompareCommand.obstacles(scenarios[0].scenario, scenarios[index].scenario).map {
        "'\(scenarios[index].path)' cannot be compared with '\(scenarios[0].path)': \($0)"
      }
    }
    guard obstacles.isEmpty else { throw CommandFailure(.badScenario, obstacles) }
  }

  /// Says which variants are the base again, so that nobody takes a table of zeros for a finding.
  private func tellOfEqualVariants(_ scenarios: [LoadedScenario], _ labels: [String]) {
    let base = scenarios[0]
    for index in scenarios.indices.dropFirst()
    where base.sector == nil && scenarios[index].sector == nil
      && ScenarioDifferences.between(base.scenario, scenarios[index].scenario).isEmpty
    {
      context.report(
        note: "warning: '\(labels[index])' changes nothing: all its values hold in "
          + "'\(labels[0])' already")
    }
  }

  /// Says which variants move no figure although they differ: their keys do nothing in this scenario.
  private func tellOfVariantsWithoutEffect(_ documents: ComparisonDocuments) {
    for variant in documents.variants
    where !variant.changes.isEmpty && variant.comparison.isWithoutDifference {
      let keys = variant.changes.map(\.key)
      let named = keys.prefix(3).joined(separator: ", ") + (keys.count > 3 ? " and more" : "")
      context.report(
        note: "warning: '\(variant.label)' moves no figure at all: \(named) has no effect in this "
          + "scenario; 'caseload explain \(keys[0])' tells when it has")
    }
  }

  /// The folders of the comparison and of every scenario; empty when nothing is written.
  private func folders(
    of scenarios: [LoadedScenario]
  ) throws(CommandFailure) -> [ResultFolder] {
    guard writes else { return [] }
    let base = scenarios[0]
    let folders =
      [
        ResultFolder(
          parent: settings.outputFolder, scenarioName: base.scenario.name + "-compare",
          overrides: base.overrides)
      ]
      + scenarios.map {
        ResultFolder(
          parent: settings.outputFolder, scenarioName: $0.scenario.name, overrides: $0.overrides)
      }
    for folder in folders { try CommandFailure.writing(folder.checkWritable) }
    return folders
  }

  private func documents(
    _ scenarios: [LoadedScenario], _ results: [ExperimentResult], _ labels: [String]
  ) -> ComparisonDocuments {
    let count = ComparisonDocuments.intervals(metrics: shown.count, variants: results.count - 1)
    let compared = results.indices.dropFirst().map { index in
      ComparisonDocuments.Variant(
        label: labels[index],
        comparison: PairedComparison(
          base: results[0], variant: results[index], comparisons: count),
        changes: ScenarioDifferences.between(scenarios[0].scenario, scenarios[index].scenario))
    }
    return ComparisonDocuments(
      compared, baseLabel: labels[0], metrics: shown, showsDetails: showsDetails)
  }

  /// Writes the comparison, then the result of each scenario, as a run of its own would.
  private func write(
    _ documents: ComparisonDocuments, _ effects: SectorEffectDocuments?,
    _ scenarios: [LoadedScenario],
    _ results: [ExperimentResult], _ folders: [ResultFolder], _ clock: RunClock
  ) throws(CommandFailure) {
    let base = results[0]
    let question = ResultQuestion(
      "compare",
      scenarios.map(\.digest) + documents.variants.map(\.label) + shown.map(\.metric.id)
        + ["\(base.seed)"],
      replications: base.finishedReplications.count, isPartial: false)
    func record(_ title: String, _ question: ResultQuestion) -> RunRecord {
      clock.record(
        title, question, events: results.map(\.events).reduce(0, +),
        clientYears: results.map(\.clientYears).reduce(0, +), threads: settings.threads, context)
    }
    let written = try context.write(
      scenarios[0].files(repeating: scenarios[0].repeating(base)) { repeated in
        documents.files(record: record(scenarios[0].title, question), scenario: repeated)
          + SpreadsheetFile.of(documents, settings.csvStyle)
          + (effects.map { [$0.file] } ?? [])
      },
      to: folders[0], question)
    if !settings.quiet { context.report(written) }
    for (index, scenario) in scenarios.enumerated()
    where !folders[1...].prefix(index).contains(where: { $0.name == folders[index + 1].name }) {
      var result = results[index]
      let repeated = scenario.repeating(result)
      result.scenarioDigest = scenario.digest(of: repeated)
      let question = ResultQuestion(of: result, on: scenario)
      let files = scenario.files(repeating: repeated) { repeated in
        ResultDocuments(result).files(
          record: record(scenario.title, question), scenario: repeated)
          + SpreadsheetFile.of(result, settings.csvStyle)
          + (SectorDocuments(result)?.files() ?? [])
      }
      let written = try context.write(files, to: folders[index + 1], question)
      if !settings.quiet { context.report(written) }
    }
  }

  /// Why two scenarios cannot be compared pair by pair; empty when they can.
  static func obstacles(_ base: Scenario, _ variant: Scenario) -> [String] {
    let (a, b) = (base.time, variant.time)
    let values: [(key: String, expected: String, found: String)] = [
      ("time.start", ResultDocuments.text(of: a.start), ResultDocuments.text(of: b.start)),
      ("time.warmUpMonths", "\(a.warmUpMonths)", "\(b.warmUpMonths)"),
      ("time.durationMonths", "\(a.durationMonths)", "\(b.durationMonths)"),
      ("time.observationMonths", "\(a.observationMonths)", "\(b.observationMonths)"),
      (
        "population.groups", base.metricParts.clients.joined(separator: ", "),
        variant.metricParts.clients.joined(separator: ", ")
      ),
    ]
    return values.filter { $0.expected != $0.found }.map {
      "\($0.key): expected \($0.expected), as in the base, found \($0.found)"
    }
  }

  /// Names of variants, names of scenarios, or paths where names do not tell them apart.
  private func labels(of scenarios: [LoadedScenario]) -> [String] {
    scenarios.enumerated().map { index, scenario in
      // The variants without files stand behind the base.
      if (1..<variants.count + 1).contains(index) {
        return variants[index - 1].name
      }
      let name = scenario.scenario.name
      let isUnique =
        scenarios.enumerated().count { other, candidate in
          candidate.scenario.name == name && !(1..<variants.count + 1).contains(other)
        } == 1 && !variants.contains { $0.name == name }
      return isUnique ? name : scenario.path
    }
  }

  private func judge(_ variants: [ComparisonDocuments.Variant]) -> ExitCode {
    var code = ExitCode.success
    for condition in conditions {
      let definition = MetricCatalog[condition.metric]
      for variant in variants {
        let difference = variant.comparison.difference(condition.metric)
        switch condition.holds(base: difference.base, variant: difference.variant) {
        case false: continue
        case nil:
          context.report(
            error: "\(variant.label): '\(condition.text)' cannot be judged: not defined")
        case true:
          context.report(
            error: "\(variant.label): '\(condition.text)' holds: the mean is"
              + " \(definition.formatted(difference.variant)), the limit"
              + " \(definition.formatted(condition.limit(base: difference.base)))")
        }
        code = .failure
      }
    }
    return code
  }
}
