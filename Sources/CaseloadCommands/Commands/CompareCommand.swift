import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// `caseload compare`: paired differences between a base and variants.
struct CompareCommand {
  static let definition = CommandDefinition(
    name: "compare", argumentsUsage: "BASE VARIANT...", argumentCount: 2...Int.max,
    summary: "Compares scenarios with a base, pair by pair, under common random numbers.",
    details: [
      "All scenarios are run with the seed and the number of replications of the base, so that "
        + "replication by replication they see the same clients. Reported are the mean differences "
        + "with 95 % intervals, with intervals that hold all together (Bonferroni over variants and "
        + "core metrics), and what pairing did for the variance.",
      "--fail-if 'unseen.6m.share > base + 0.02' ends with exit code 1 when the mean of any variant "
        + "meets the condition. The limit is a number, base, or base with +, - or * and a number.",
    ],
    options: [
      OptionDefinition(
        "--fail-if", "CONDITION", repeats: true,
        summary: "Fails when a variant meets the condition; may be repeated.")
    ] + RunSettings.options,
    run: { (arguments, context) throws(UsageError) in
      try CompareCommand(arguments, context).run()
    })

  private let context: CommandContext
  private let paths: [String]
  private let settings: RunSettings
  private let conditions: [FailCondition]

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(UsageError) {
    self.context = context
    paths = arguments.positional
    settings = try RunSettings(arguments)
    var conditions: [FailCondition] = []
    for text in arguments.values("--fail-if") {
      do throws(FailCondition.ParseError) {
        conditions.append(try FailCondition(text))
      } catch {
        throw UsageError(
          "option '--fail-if': \(error.message)",
          hint: error.hint
            ?? error.unknownMetric.flatMap { UsageError.unknownMetric($0).hint })
      }
    }
    self.conditions = conditions
  }

  private func run() throws(UsageError) -> ExitCode {
    let scenarios: [LoadedScenario]
    switch LoadedScenario.load(paths, overrides: settings.overrides, quiet: settings.quiet, context)
    {
    case .failure(let failure): return failure.exitCode
    case .success(let loaded): scenarios = loaded
    }
    let base = scenarios[0]
    var isComparable = true
    for variant in scenarios.dropFirst() {
      for obstacle in CompareCommand.obstacles(base.scenario, variant.scenario) {
        context.report(
          error: "'\(variant.path)' cannot be compared with '\(base.path)': \(obstacle)")
        isComparable = false
      }
    }
    guard isComparable else { return .badScenario }
    let grid = ExperimentGrid(scenarios.map { settings.experiment(on: $0, base: base) })
    switch settings.execute(
      "compare", on: grid.experiments, label: "comparison", context, { grid.run(with: $0) })
    {
    case .failure(let failure): return failure.exitCode
    case .success(let (results, journal)):
      let code = conclude(scenarios, results)
      settings.close(journal, of: results, context)
      return code
    }
  }

  /// Prints and judges what a run found.
  private func conclude(
    _ scenarios: [LoadedScenario], _ results: [ExperimentResult]
  ) -> ExitCode {
    guard !context.reportViolation(in: results, of: scenarios) else { return .internalError }
    if let interrupted = context.interruption.exitCode {
      context.report(error: "stopped before the comparison was complete")
      return interrupted
    }
    let labels = CompareCommand.labels(of: scenarios)
    let count = MetricCatalog.headlines.count * (scenarios.count - 1)
    let comparisons = results.indices.dropFirst().map { index in
      (
        label: labels[index],
        comparison: PairedComparison(base: results[0], variant: results[index], comparisons: count)
      )
    }
    print(comparisons, baseLabel: labels[0])
    return judge(comparisons)
  }

  /// Why two scenarios cannot be compared pair by pair; empty when they can.
  private static func obstacles(_ base: Scenario, _ variant: Scenario) -> [String] {
    let (a, b) = (base.time, variant.time)
    let values: [(key: String, expected: String, found: String)] = [
      ("time.start", ResultDocuments.text(of: a.start), ResultDocuments.text(of: b.start)),
      ("time.warmUpMonths", "\(a.warmUpMonths)", "\(b.warmUpMonths)"),
      ("time.durationMonths", "\(a.durationMonths)", "\(b.durationMonths)"),
      ("time.observationMonths", "\(a.observationMonths)", "\(b.observationMonths)"),
      (
        "population.groups", base.metricGroupNames.joined(separator: ", "),
        variant.metricGroupNames.joined(separator: ", ")
      ),
    ]
    return values.filter { $0.expected != $0.found }.map {
      "\($0.key): expected \($0.expected), as in the base, found \($0.found)"
    }
  }

  /// Names of scenarios, or their paths where names do not tell them apart.
  private static func labels(of scenarios: [LoadedScenario]) -> [String] {
    scenarios.map { scenario in
      let isUnique = scenarios.count { $0.scenario.name == scenario.scenario.name } == 1
      return isUnique ? scenario.scenario.name : scenario.path
    }
  }

  private func print(
    _ comparisons: [(label: String, comparison: PairedComparison)], baseLabel: String
  ) {
    switch settings.format {
    case .table:
      let tables = comparisons.map {
        ComparisonTable(
          $0.comparison, baseLabel: baseLabel, variantLabel: $0.label,
          style: context.style(of: context.output)
        ).text
      }
      context.output.write(tables.joined(separator: "\n"))
    case .json: context.output.write(ComparisonDocuments(comparisons).json)
    case .csv: context.output.write(ComparisonDocuments(comparisons).csv)
    }
  }

  private func judge(
    _ comparisons: [(label: String, comparison: PairedComparison)]
  ) -> ExitCode {
    var code = ExitCode.success
    for condition in conditions {
      let definition = MetricCatalog[condition.metric]
      for (label, comparison) in comparisons {
        let difference = comparison.difference(condition.metric)
        switch condition.holds(base: difference.base, variant: difference.variant) {
        case false: continue
        case nil:
          context.report(error: "\(label): '\(condition.text)' cannot be judged: not defined")
        case true:
          context.report(
            error: "\(label): '\(condition.text)' holds: the mean is"
              + " \(definition.formatted(difference.variant)), the limit"
              + " \(definition.formatted(condition.limit(base: difference.base)))")
        }
        code = .failure
      }
    }
    return code
  }
}
