import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// The sets of an ensemble, as the scenarios of a study take them.
struct EnsembleSets {
  /// A scenario of the study.
  struct Member {
    /// What it is called.
    let label: String
    /// The scenario with its own values.
    let scenario: LoadedScenario
    /// Its files.
    let files: ScenarioFiles
    /// The changes of the command line that make it.
    let overrides: [String]
  }

  /// The file of the ensemble.
  let path: String
  /// The ensemble.
  let ensemble: ParameterEnsemble
  /// The values to which sets are relative.
  let reference: [Double]
  /// The name of the scenario that was fitted when that is another one; `nil` for the scenario at hand.
  let otherScenario: String?

  /// Number of sets.
  var count: Int { ensemble.sets.count }

  /// Reads an ensemble for members that are all made from the files of the first one.
  ///
  /// Sets are relative to the values of the scenario that was fitted if that is what the files hold, with or without
  /// changes of the command line, and to the fitted values otherwise.
  ///
  /// - Throws: A failure when a scenario lacks keys of the ensemble, or a sector draws them.
  init(_ path: String, for members: [Member]) throws(CommandFailure) {
    self.path = path
    let ensemble = try EnsembleFile.read(path)
    self.ensemble = ensemble
    for member in members {
      let missing = ensemble.missingKeys(in: member.scenario.scenario)
      guard missing.isEmpty else {
        throw CommandFailure(
          .badScenario,
          [
            "'\(path)' is of another scenario ('\(ensemble.scenarioName)'): '\(member.label)' has no"
              + " \(missing.joined(separator: ", "))"
          ])
      }
      let fixed = EnsembleSets.draws(of: ensemble, in: member.scenario).filter { !$0.isScalable }
      guard fixed.isEmpty else {
        throw CommandFailure(
          .badScenario,
          [
            "'\(path)' sets \(fixed.map(\.draw.key).joined(separator: ", ")), and the sector '\(member.label)'"
              + " draws that per organisation, so that one value for all would undo the draw"
          ], hint: "fit without that key, by --vary")
      }
    }
    let first = members[0]
    let plain = first.files.document(overrides: [])
    if first.scenario.digest != ensemble.fittedDigest, plain.sha256 == ensemble.fittedDigest,
      let scenario = plain.scenario
    {
      reference = ensemble.reference(for: scenario, digest: ensemble.fittedDigest)
      otherScenario = nil
    } else {
      reference = ensemble.reference(for: first.scenario.scenario, digest: first.scenario.digest)
      let hasFittedValues = zip(ensemble.keys, reference).allSatisfy {
        ScenarioText.number(at: $0, in: first.scenario.scenario) == $1
      }
      otherScenario = hasFittedValues ? nil : ensemble.scenarioName
    }
  }

  /// What to know of sets that were fitted to another scenario; `nil` for those of the scenario at hand.
  var note: String? {
    otherScenario.map {
      "'\(path)' was fitted to '\($0)', not to this scenario: each set changes the values of this scenario in"
        + " the proportion in which it differs from that one, so that the interval of parameters is what"
        + " the figures of '\($0)' left open; caseload fit makes sets for this one"
    }
  }

  /// The draws of a sector that concern keys of an ensemble, and whether a set can multiply what they give.
  private static func draws(
    of ensemble: ParameterEnsemble, in scenario: LoadedScenario
  ) -> [(draw: SectorDraw, isScalable: Bool)] {
    (scenario.sector?.settings.draws ?? []).filter { ensemble.keys.contains($0.key) }.map { draw in
      var isScalable = draw.distribution == .constant || draw.distribution == .logNormal
      if case .number(let bounds)? = ParameterTable.parameter(at: draw.key)?.shape {
        isScalable = isScalable && bounds.highest > 1
      }
      return (draw, isScalable)
    }
  }

  /// The changes of a set; what a sector draws is multiplied by as much as the set moves the key.
  func changes(_ set: Int, of member: Member) -> [String]? {
    let scenario = member.scenario.scenario
    let changes = ensemble.overrides(set: set, in: scenario, reference: reference)
    let draws = EnsembleSets.draws(of: ensemble, in: member.scenario).map(\.draw)
    guard !draws.isEmpty else { return changes }
    return changes?.map { change in
      guard let equals = change.firstIndex(of: "="),
        let draw = draws.first(where: { $0.key == change[..<equals] }),
        let value = Double(change[change.index(after: equals)...]),
        let present = ScenarioText.number(at: draw.key, in: scenario), present > 0
      else { return change }
      let scaled = JSONText.number(draw.value * value / present)
      return "\(SectorTable.key).draws.\(draw.name).value=\(scaled)"
    }
  }

  /// A member with the values of every set.
  func documents(of member: Member) throws(CommandFailure) -> [ScenarioDocument] {
    var documents: [ScenarioDocument] = []
    for set in ensemble.sets.indices {
      let document = changes(set, of: member).map {
        member.files.document(overrides: member.overrides + $0)
      }
      guard let document, document.scenario != nil else {
        throw CommandFailure(
          .badScenario, ["set \(set + 1) of '\(path)' makes no scenario of '\(member.label)'"],
          diagnostics: document?.diagnostics.filter { $0.severity == .error } ?? [])
      }
      documents.append(document)
    }
    return documents
  }

  /// The experiments on a member with every set; seed and replications are those of `base` if not given.
  func experiments(
    of member: Member, base: LoadedScenario, replications: Int, _ settings: RunSettings
  ) throws(CommandFailure) -> [Experiment] {
    try documents(of: member).compactMap { document in
      guard let scenario = document.scenario else { return nil }
      var experiment = Experiment(
        scenario: scenario, sector: document.sector, digest: document.sha256)
      experiment.seed = settings.seed ?? base.scenario.seed
      experiment.replications = replications
      return experiment
    }
  }
}
