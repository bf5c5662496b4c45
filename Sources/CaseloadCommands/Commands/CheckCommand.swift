import Experiments
import Foundation
import Reports
import ScenarioFormat

/// `caseload check`: runs pinned scenarios again and compares with the stored baselines.
struct CheckCommand {
  static let definition = CommandDefinition(
    name: "check", argumentsUsage: "[DIR]", argumentCount: 0...1,
    summary: "Runs pinned scenarios again and compares with the stored baselines.",
    details: [
      "Every folder DIR/<name>/ that holds a scenario.json is a check; its baseline is results.json "
        + "beside it. DIR is 'results/baselines' if not given. Without --tolerance every byte of the "
        + "new results.json has to be the same. Exit code 1 when a value moved, or when a baseline or its "
        + "scenario is missing.",
      "A scenario may extend any file below the current folder, such as ../../../scenarios/x.json.",
      "--update writes new baselines and tells what changed.",
    ],
    options: [
      OptionDefinition(
        "--tolerance", "REL",
        summary: "Accepts means that moved by at most this share, below 1, for example 0.001."),
      OptionDefinition("--update", summary: "Accepts the new results as baselines."),
      OptionDefinition(
        "--annotations", summary: "Also writes failures as workflow commands, for pipelines."),
      OptionDefinition("--junit", "FILE", summary: "Also writes the outcome as JUnit XML."),
      .threads, .quiet,
    ],
    run: { (arguments, context) throws(UsageError) in
      try CheckCommand(arguments, context).run()
    })

  private let context: CommandContext
  private let folder: String
  private let tolerance: Double?
  private let updates: Bool
  private let junit: String?
  private let annotates: Bool
  private let settings: RunSettings

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(UsageError) {
    self.context = context
    folder = arguments.positional.first ?? "results/baselines"
    tolerance = try arguments.positive("--tolerance")
    updates = arguments.has("--update")
    junit = arguments.value("--junit")
    annotates = arguments.has("--annotations")
    settings = try RunSettings(arguments)
    if let tolerance, tolerance >= 1 {
      let text = arguments.value("--tolerance") ?? ""
      throw UsageError(
        "option '--tolerance' expects a share below 1, found '\(text)'",
        hint: NumberHint.hint(for: text, isShare: true))
    }
    if updates, tolerance != nil {
      throw UsageError("options '--update' and '--tolerance' exclude each other")
    }
  }

  private func run() throws(UsageError) -> ExitCode {
    let all: [String]
    do {
      all = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      let exists = FileManager.default.fileExists(atPath: folder)
      context.report(
        error: exists
          ? "'\(folder)' is no folder that can be read" : "there is no folder '\(folder)'")
      return .missingInput
    }
    let names = all.filter { holds("scenario.json", $0) }
    guard !names.isEmpty else {
      context.report(error: "no folder in '\(folder)' holds a scenario.json")
      return .missingInput
    }
    let orphans = all.filter { holds("results.json", $0) && !holds("scenario.json", $0) }
    do throws(ResultFolder.WriteError) {
      if let junit { try TextFile.checkWritable(junit) }
    } catch {
      return context.report(error)
    }
    let paths = names.map { "\(folder)/\($0)/scenario.json" }
    let scenarios: [LoadedScenario]
    switch LoadedScenario.load(paths, overrides: [], quiet: true, root: root, context) {
    case .failure(let failure): return failure.exitCode
    case .success(let loaded): scenarios = loaded
    }
    let grid = ExperimentGrid(
      scenarios.map { Experiment(scenario: $0.scenario, digest: $0.digest) })
    let results = settings.execute(grid, label: "checks", context)
    guard !context.reportViolation(in: results, of: scenarios) else { return .internalError }
    if let interrupted = context.interruption.exitCode {
      context.report(error: "stopped before all checks were done; no baseline was changed")
      return interrupted
    }
    let texts = results.map { ResultDocuments($0).resultsJSON }
    let verdicts = zip(names, texts).map { verdict(name: $0, text: $1) }
    return conclude(
      names + orphans, texts,
      verdicts + orphans.map { _ in ("there is a baseline, but no scenario.json beside it", "") })
  }

  private func holds(_ file: String, _ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(name)/\(file)")
  }

  /// The current folder when the checks lie below it; pinned scenarios may extend what is in there.
  private var root: String? {
    let current = FileManager.default.currentDirectoryPath
    let path = URL(fileURLWithPath: folder).standardizedFileURL.path
    return path.hasPrefix(current == "/" ? current : current + "/") ? current : nil
  }

  /// Why a check fails; `nil` when it passes.
  private func verdict(name: String, text: String) -> (message: String, details: String)? {
    guard holds("results.json", name) else {
      return (updates ? "there was no baseline" : "there is no baseline; --update makes one", "")
    }
    guard let stored = TextFile.read("\(folder)/\(name)/results.json") else {
      return ("the baseline cannot be read", "")
    }
    guard stored != text else { return nil }
    let comparison: BaselineComparison
    do throws(StoredResults.ReadError) {
      comparison = BaselineComparison(
        baseline: try StoredResults(stored), current: try StoredResults(text),
        tolerance: tolerance ?? 0)
    } catch {
      return ("the baseline cannot be read: \(error.message)", "")
    }
    if comparison.moves.isEmpty, tolerance != nil { return nil }
    var reasons: [String] = []
    if comparison.hasOtherScenario { reasons.append("the resolved scenario changed") }
    if !comparison.moves.isEmpty {
      reasons.append("\(comparison.moves.count) of \(comparison.compared) means moved")
    }
    if reasons.isEmpty { reasons.append("the means are the same, other bytes are not") }
    return (
      reasons.joined(separator: "; "), comparison.moves.isEmpty ? "" : comparison.table()
    )
  }

  private func conclude(
    _ names: [String], _ texts: [String], _ verdicts: [(message: String, details: String)?]
  ) -> ExitCode {
    var failed = 0
    var updated = 0
    for (index, name) in names.enumerated() {
      let shown = DiagnosticRenderer.printable(name)
      guard let verdict = verdicts[index] else {
        if !settings.quiet { context.output.write("same     \(shown)\n") }
        continue
      }
      let isUpdate = updates && index < texts.count
      if isUpdate {
        do throws(ResultFolder.WriteError) {
          try TextFile.write(texts[index], to: "\(folder)/\(name)/results.json")
        } catch {
          return context.report(error)
        }
        updated += 1
      } else {
        failed += 1
      }
      let label = isUpdate ? "updated" : "FAILED "
      context.output.write("\(label)  \(shown): \(verdict.message)\n\(verdict.details)")
    }
    if !settings.quiet {
      let counts = updates ? "\(updated) updated" + (failed > 0 ? ", \(failed) failed" : "") : nil
      context.output.write(
        "\(names.count) check\(names.count == 1 ? "" : "s"), \(counts ?? "\(failed) failed")\n")
    }
    if annotates, !updates { context.output.write(annotations(names, verdicts)) }
    if let junit {
      let cases = zip(names, verdicts).map { name, verdict in
        JUnitReport.Case(name: name, failure: updates ? nil : verdict)
      }
      do throws(ResultFolder.WriteError) {
        try TextFile.write(JUnitReport(cases).xml, to: junit)
      } catch {
        return context.report(error)
      }
    }
    return failed > 0 ? .failure : .success
  }

  private func annotations(
    _ names: [String], _ verdicts: [(message: String, details: String)?]
  ) -> String {
    let failures = zip(names, verdicts).compactMap { name, verdict in
      verdict.map {
        (
          file: "\(folder)/\(name)/scenario.json", title: "caseload check \(name)",
          text: $0.details.isEmpty ? $0.message : $0.message + "\n" + $0.details
        )
      }
    }
    return PipelineAnnotations(failures).text
  }
}
