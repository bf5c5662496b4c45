import CaseloadModel
import Experiments
import ScenarioFormat

// What an optimisation runs beside its candidates as they are.
extension OptimiseCommand {
  /// The experiments of all candidates with every set of an ensemble, and the number of sets.
  func experiments(
    _ scenarios: [LoadedScenario], _ base: LoadedScenario, over ensemble: String
  ) throws(CommandFailure) -> ([Experiment], Int) {
    let files = ScenarioFiles(path: place.path, root: ScenarioRoot.named(for: place.path))
    let members = zip(scenarios, points).map { scenario, point in
      let changes = zip(place.keys, point).map { "\($0)=\($1)" }
      return EnsembleSets.Member(
        label: changes.joined(separator: ", "), scenario: scenario, files: files,
        overrides: settings.overrides + changes)
    }
    let sets = try EnsembleSets(ensemble, for: members)
    var experiments: [Experiment] = []
    for member in members {
      experiments += try sets.experiments(
        of: member, base: base, replications: settings.replications ?? base.scenario.replications,
        settings)
    }
    return (experiments, sets.count)
  }

  /// What other keys would do at the nearest candidate, when nothing meets the limits; `nil` when that is not asked,
  /// or was interrupted.
  ///
  /// A sector is not screened, because its organisations differ in these keys; over an ensemble the scenario's own
  /// values are taken.
  func screening(
    _ selection: SelectionExperiment, _ result: SelectionResult
  ) throws(CommandFailure) -> DecisionScreening? {
    guard screens, result.selection.conclusion == .nothingFeasible,
      let candidate = result.nearestCandidate(limits),
      selection.sectors.allSatisfy({ $0 == nil })
    else { return nil }
    let files = ScenarioFiles(path: place.path, root: ScenarioRoot.named(for: place.path))
    let own = settings.overrides + zip(place.keys, points[candidate]).map { "\($0)=\($1)" }
    let nearest = files.document(overrides: own)
    guard let scenario = nearest.scenario else { return nil }
    var experiments = [experiment(on: scenario, nearest.sha256, seed: selection.seed)]
    var changes: [DecisionScreening.Change] = []
    for change in DecisionScreening.changes(of: scenario, varied: place.keys) {
      let document = files.document(overrides: own + [change.override])
      guard let changed = document.scenario else { continue }
      changes.append(change)
      experiments.append(experiment(on: changed, document.sha256, seed: selection.seed))
    }
    let grid = ExperimentGrid(experiments, keepsSeries: false)
    let results = try settings.execute(grid, label: "optimise, other keys", context)
    guard context.interruption.exitCode == nil,
      results.allSatisfy({ $0.violation == nil })
    else { return nil }
    let estimates = result.estimates(candidate: candidate)
    let binding = limits.indices.filter { limits[$0].excess(of: estimates[$0].mean) > 0 }
    return DecisionScreening(
      candidate: candidate, changes: changes, limits: limits, binding: binding, results: results)
  }

  private func experiment(on scenario: Scenario, _ digest: String, seed: UInt64) -> Experiment {
    var experiment = Experiment(scenario: scenario, digest: digest)
    experiment.seed = seed
    experiment.replications = DecisionScreening.replications
    return experiment
  }
}
