import Experiments
import Reports
import ScenarioFormat

/// The base of an explorer over the sets of an ensemble.
struct ExplorerSets {
  private let sets: EnsembleSets
  private let member: EnsembleSets.Member
  private let settings: RunSettings

  /// Reads an ensemble; `nil` when there is none to read.
  ///
  /// - Throws: A failure when the scenario cannot take the sets.
  init?(
    _ ensemble: String?, of loaded: LoadedScenario, path: String, _ settings: RunSettings
  ) throws(CommandFailure) {
    guard let ensemble else { return nil }
    self.settings = settings
    member = EnsembleSets.Member(
      label: loaded.title, scenario: loaded,
      files: ScenarioFiles(path: path, root: ScenarioRoot.named(for: path)),
      overrides: settings.overrides)
    sets = try EnsembleSets(ensemble, for: [member])
  }

  /// Runs the base with every set.
  func run(_ context: CommandContext) throws(CommandFailure) -> ExplorerEnsemble {
    let experiments = try sets.experiments(
      of: member, base: member.scenario, replications: EnsembleStudy.usualReplications, settings)
    let grid = ExperimentGrid(experiments, keepsSeries: false)
    let results = try settings.withRunner(label: "ensemble", context) { grid.run(with: $0) }
    for (experiment, result) in zip(experiments, results) {
      guard let violation = result.violation else { continue }
      throw .broken(violation, in: experiment.scenario, path: member.scenario.path)
    }
    if let interrupted = context.interruption.exitCode {
      throw CommandFailure(interrupted, ["stopped before all sets were run; nothing is written"])
    }
    return ExplorerEnsemble(
      sets.ensemble, reference: sets.reference,
      changes: (0..<sets.count).map { sets.changes($0, of: member) ?? [] }, results: results)
  }
}
