import Experiments
import Foundation
import Reports
import ScenarioFormat

/// `caseload check`: runs pinned scenarios again and compares with the stored baselines.
struct CheckCommand {
  static let definition = CommandDefinition(
    name: "check", arguments: [ArgumentDefinition("DIR", 0...1, .folder)],
    summary: "Runs pinned scenarios again and compares with the stored baselines.",
    details: [
      "Every folder DIR/<name>/ that holds a scenario.json is a check; its baseline is results.json "
        + "beside it. DIR is 'results/baselines' if not given. Without a tolerance every byte of the "
        + "new results.json has to be the same. Exit code 1 when a value moved, or when a baseline or its "
        + "scenario is missing.",
      "resolved.json beside the baseline holds the scenario with every value as it was when the baseline "
        + "was accepted; when the scenario changed since, the keys that changed are named.",
      "A scenario may extend any file below the current folder, such as ../../../scenarios/x.json, or "
        + "below the root that a file .caseload-root names.",
      "--update writes new baselines and tells what changed.",
    ],
    options: [
      only.definition, tolerance.definition, standardErrors.definition, update.definition,
      annotations.definition, junit.definition, Options.threads.definition,
      Options.quiet.definition,
    ],
    run: { (arguments, context) throws(CommandFailure) in
      try CheckCommand(arguments, context).run()
    })

  private static let only = OptionKey<[String]>.texts(
    "--only", "NAME", "Checks the baseline of this name only; may be repeated.")
  private static let tolerance = OptionKey<Double?>.share(
    "--tolerance", "REL", from: 0, below: 1, expected: "a share below 1",
    "Accepts means that moved by at most this share, below 1, for example 0.001.")
  private static let standardErrors = OptionKey<Double?>.positive(
    "--standard-errors", "X",
    "Accepts means that moved by at most X standard errors of the baseline, for example 2.")
  private static let update = OptionKey<Bool>.flag(
    "--update", "Accepts the new results as baselines.")
  private static let annotations = OptionKey<Bool>.flag(
    "--annotations", "Also writes failures as workflow commands, for pipelines.")
  private static let junit = OptionKey<String?>.text(
    "--junit", "FILE", kind: .file,
    "Also writes the outcome as JUnit XML, also when a scenario is wrong.")

  private let context: CommandContext
  private let baselines: Baselines
  private let chosen: [String]
  private let updates: Bool
  private let junit: String?
  private let annotates: Bool
  private let settings: RunSettings

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CommandFailure) {
    self.context = context
    updates = try arguments[CheckCommand.update]
    baselines = Baselines(
      folder: arguments.positional.first ?? "results/baselines",
      tolerance: try arguments[CheckCommand.tolerance],
      standardErrors: try arguments[CheckCommand.standardErrors], updates: updates)
    chosen = try arguments[CheckCommand.only]
    junit = try arguments[CheckCommand.junit]
    annotates = try arguments[CheckCommand.annotations]
    settings = try RunSettings(arguments)
    for key in ["--tolerance": baselines.tolerance, "--standard-errors": baselines.standardErrors]
      .filter({ $0.value != nil }).keys.sorted() where updates
    {
      throw .usage("options '--update' and '\(key)' exclude each other")
    }
  }

  private func run() throws(CommandFailure) -> ExitCode {
    let found = try baselines.names(only: chosen)
    if let junit {
      try CommandFailure.writing { () throws(ResultFolder.WriteError) in
        try TextFile.checkWritable(junit)
      }
    }
    let meter = TimeMeter(count: found.names.count)
    do throws(CommandFailure) {
      let scenarios = try load(found.names)
      let grid = ExperimentGrid(
        scenarios.map {
          Experiment(scenario: $0.scenario, sector: $0.sector, digest: $0.digest)
        })
      let results = try settings.execute(grid, label: "checks", context, meter: meter)
      try CommandFailure.checkLaws(results, of: scenarios)
      if let interrupted = context.interruption.exitCode {
        throw CommandFailure(
          interrupted, ["stopped before all checks were done; no baseline was changed"])
      }
      var checks: [Check] = []
      for (index, name) in found.names.enumerated() {
        var check = baselines.check(name, results[index], of: scenarios[index].scenario)
        check.seconds = meter.seconds[index]
        checks.append(check)
      }
      return try conclude(checks + found.orphans.map(baselines.orphan))
    } catch {
      try writeJUnit(broken(found.names, by: error))
      throw error
    }
  }

  private func load(_ names: [String]) throws(CommandFailure) -> [LoadedScenario] {
    try LoadedScenario.load(
      names.map(baselines.scenarioPath), overrides: [], quiet: true, root: baselines.root, context)
  }

  /// The cases of checks that could not be done: those whose scenario is wrong, and the others.
  private func broken(_ names: [String], by failure: CommandFailure) -> [JUnitReport.Case] {
    var isTold = false
    var cases = names.map { name in
      let path = baselines.scenarioPath(name)
      let own = failure.diagnostics.filter { $0.file == path }
      guard !own.isEmpty else { return JUnitReport.Case(name: name, outcome: .skipped) }
      isTold = true
      return JUnitReport.Case(
        name: name,
        outcome: .broken(
          message: "the scenario is wrong", details: DiagnosticRenderer.terminal(own)))
    }
    // A mistake in a file that a scenario extends, or a stop, concerns the run as a whole.
    if !isTold {
      cases.append(
        JUnitReport.Case(
          name: "caseload check",
          outcome: .broken(
            message: failure.messages.first ?? "a scenario is wrong",
            details: DiagnosticRenderer.terminal(failure.diagnostics))))
    }
    return cases
  }

  private func conclude(_ checks: [Check]) throws(CommandFailure) -> ExitCode {
    var failed = 0
    var updated = 0
    for check in checks {
      if updates { try baselines.update(check) }
      let shown = DiagnosticRenderer.printable(check.name)
      guard let failure = check.failure else {
        if !settings.quiet { context.output.write("same     \(shown)\n") }
        continue
      }
      let isUpdate = updates && check.text != nil
      if isUpdate { updated += 1 } else { failed += 1 }
      let label = isUpdate ? "updated" : "FAILED "
      context.output.write(
        "\(label)  \(shown): \(DiagnosticRenderer.printable(failure.message))\n\(failure.details)")
    }
    if !settings.quiet {
      let counts = updates ? "\(updated) updated" + (failed > 0 ? ", \(failed) failed" : "") : nil
      context.output.write(
        "\(checks.count) check\(checks.count == 1 ? "" : "s"), \(counts ?? "\(failed) failed")\n")
    }
    if annotates, !updates { context.output.write(annotations(checks)) }
    try writeJUnit(
      checks.map { check in
        let outcome = check.failure.map {
          JUnitReport.Outcome.failed(message: $0.message, details: $0.details)
        }
        return JUnitReport.Case(
          name: check.name, seconds: check.seconds, outcome: updates ? .passed : outcome ?? .passed)
      })
    return failed > 0 ? .failure : .success
  }

  private func writeJUnit(_ cases: [JUnitReport.Case]) throws(CommandFailure) {
    guard let junit else { return }
    try CommandFailure.writing { () throws(ResultFolder.WriteError) in
      try TextFile.write(JUnitReport(cases).xml, to: junit)
    }
  }

  private func annotations(_ checks: [Check]) -> String {
    let failures = checks.compactMap { check in
      check.failure.map {
        (
          file: baselines.scenarioPath(check.name), title: "caseload check \(check.name)",
          text: $0.details.isEmpty ? $0.message : $0.message + "\n" + $0.details
        )
      }
    }
    return PipelineAnnotations(failures).text
  }
}
