import CaseloadModel
import Experiments
import Foundation
import Reports

/// `caseload validate-model`: published figures beside simulated ones.
struct ValidateModelCommand {
  static let definition = CommandDefinition(
    name: "validate-model", argumentsUsage: "[TARGETS]", argumentCount: 0...1,
    summary: "Runs the reference scenarios and compares them with published figures.",
    details: [
      "TARGETS is a file of published figures, scenarios/validation/targets.json if not given. Each "
        + "names a scenario, a metric and the range in which the simulated mean should lie. The table "
        + "shows hits and misses alike; a miss is no error, so the exit code is 0 whatever comes out.",
      "With --output the report is also written there, as validation.md and validation.json. Both are "
        + "the same for any number of threads, so that they can be kept and compared.",
    ],
    options: [
      .replications, .seed,
      OptionDefinition(
        "--most-clients", "N",
        summary: "Leaves out scenarios with more clients in stock; all are run if not given."),
      OptionDefinition(
        "--output", "DIR", summary: "The folder for validation.md and validation.json."),
      .threads, .quiet,
    ],
    run: { (arguments, context) throws(UsageError) in
      try ValidateModelCommand(arguments, context).run()
    })

  private static let defaultTargets = "scenarios/validation/targets.json"

  private let context: CommandContext
  private let settings: RunSettings
  private let path: String
  private let output: String?
  private let mostClients: Int

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(UsageError) {
    self.context = context
    settings = try RunSettings(arguments)
    path = arguments.positional.first ?? ValidateModelCommand.defaultTargets
    output = arguments.value("--output")
    mostClients = try arguments.whole("--most-clients", in: 1...Int.max) ?? .max
  }

  private func run() -> ExitCode {
    guard let data = FileManager.default.contents(atPath: path) else {
      context.report(error: "'\(path)' cannot be read")
      return .missingInput
    }
    let targets: ValidationTargets
    do throws(ValidationTargets.Problems) {
      targets = try ValidationTargets.read(data)
    } catch {
      for line in error.lines { context.report(error: "\(path): \(line)") }
      return .badScenario
    }
    let folder = ValidateModelCommand.folder(of: path)
    let names = ValidateModelCommand.scenarios(in: targets.targets)
    switch LoadedScenario.load(
      names.map { ValidateModelCommand.joined(folder, $0) }, overrides: [], quiet: true, context)
    {
    case .failure(let failure): return failure.exitCode
    case .success(let loaded): return run(targets.targets, names, loaded)
    }
  }

  private func run(
    _ targets: [ValidationTarget], _ names: [String], _ loaded: [LoadedScenario]
  ) -> ExitCode {
    let chosen = zip(names, loaded).filter { $0.1.scenario.population.clients <= mostClients }
    let experiments = chosen.map { settings.experiment(on: $0.1) }
    let results = settings.execute(
      ExperimentGrid(experiments, keepsSeries: false), label: "validate-model", context)
    for ((_, scenario), result) in zip(chosen, results) {
      guard let violation = result.violation else { continue }
      context.report(
        error: ViolationText.text(of: violation, in: scenario.scenario, path: scenario.path))
      return .internalError
    }
    if let interrupted = context.interruption.exitCode {
      context.report(error: "stopped early; nothing is written")
      return interrupted
    }
    var byName: [String: ExperimentResult] = [:]
    for ((name, _), result) in zip(chosen, results) { byName[name] = result }
    let judged = targets.filter { target in
      byName[target.scenario] != nil && target.comparedWith.map { byName[$0] != nil } ?? true
    }
    if let problem = unknownGroup(in: judged, byName) {
      context.report(error: "\(path): \(problem)")
      return .badScenario
    }
    let report = ValidationReport(
      lines: judged.map {
        ValidationReport.Line(target: $0, estimate: estimate(for: $0, byName))
      },
      replications: byName.mapValues(\.finishedReplications.count),
      seed: settings.seed ?? experiments.first?.seed ?? 0)
    return publish(report)
  }

  private func unknownGroup(
    in targets: [ValidationTarget], _ results: [String: ExperimentResult]
  ) -> String? {
    for target in targets {
      guard let group = target.group, let result = results[target.scenario] else { continue }
      if !result.groupNames.contains(group) {
        let names = result.groupNames.joined(separator: ", ")
        return "\(target.figure): expected a group of \(target.scenario) (\(names)),"
          + " found \"\(group)\""
      }
    }
    for target in targets {
      guard let other = target.comparedWith, let base = results[other],
        let variant = results[target.scenario]
      else { continue }
      if base.groupNames != variant.groupNames || base.seed != variant.seed {
        return "\(target.figure): expected scenarios with the same groups and seed"
      }
    }
    return nil
  }

  private func estimate(
    for target: ValidationTarget, _ results: [String: ExperimentResult]
  ) -> Estimate? {
    guard let id = target.metric, let metric = Metric(id: id), let result = results[target.scenario]
    else { return nil }
    let group = target.group.flatMap { result.groupNames.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    guard let other = target.comparedWith, let base = results[other] else {
      return result.estimate(metric, group: group)
    }
    let comparison = PairedComparison(base: base, variant: result, comparisons: 1)
    return comparison.difference(metric, group: group).estimate
  }

  private func publish(_ report: ValidationReport) -> ExitCode {
    if let output {
      do {
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        for (name, text) in [
          ("validation.md", report.markdown), ("validation.json", report.json),
        ] {
          try Data(text.utf8).write(
            to: URL(fileURLWithPath: output + "/" + name), options: .atomic)
        }
      } catch {
        context.report(error: "'\(output)' cannot be written: \(error.localizedDescription)")
        return .cannotWrite
      }
    }
    context.output.write(report.table(style: context.style(of: context.output)))
    return .success
  }

  private static func scenarios(in targets: [ValidationTarget]) -> [String] {
    var names: [String] = []
    for name in targets.flatMap({ [$0.scenario] + ($0.comparedWith.map { [$0] } ?? []) })
    where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    var parts = folder.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var rest = name.split(separator: "/").map(String.init)[...]
    while rest.first == "..", let last = parts.last, !last.isEmpty, last != "..", last != "." {
      parts.removeLast()
      rest = rest.dropFirst()
    }
    let path = (parts + rest).joined(separator: "/")
    return path.isEmpty ? "." : path
  }
}
