import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// What the results of a study have in common: where they go and what they answer.
extension CommandContext {
  /// Writes the files of a result into its folder.
  func write(
    _ files: [ResultFile], to folder: ResultFolder, _ question: ResultQuestion
  ) throws(CommandFailure) -> ResultFolder.Written {
    try CommandFailure.writing { () throws(ResultFolder.WriteError) in
      try folder.write(files, question)
    }
  }

  /// Tells where a result is, and what became of an older one.
  func report(_ written: ResultFolder.Written) {
    report(note: "results are in \(written.path)")
    if let kept = written.kept {
      report(note: "an earlier result, which answers another question, is kept in \(kept)")
    }
    if let spared = written.spared {
      report(note: "the complete result in \(spared) stays; only what was finished is new")
    }
  }
}

extension ResultQuestion {
  /// The question of a study: equal for equal parts, different for different ones.
  init(_ command: String, _ parts: [String], replications: Int, isPartial: Bool) {
    let digest = ScenarioText.digest(of: parts.map { "\($0.utf8.count) \($0)\n" }.joined())
    self.init("\(command) \(digest)", replications: replications, isPartial: isPartial)
  }

  /// The question that a run of one scenario answers, however often it is run.
  init(of result: ExperimentResult, on loaded: LoadedScenario) {
    var scenario = loaded.scenario
    scenario.seed = result.seed
    scenario.replications = 1
    self.init(
      "run", [loaded.digest(of: scenario)],
      replications: result.finishedReplications.count, isPartial: result.isPartial)
  }
}

extension LoadedScenario {
  /// The scenario that gives the same result when it is run on its own.
  func repeating(_ result: ExperimentResult) -> Scenario {
    repeating(
      seed: result.seed,
      replications: result.isPartial
        ? result.plannedReplications : result.finishedReplications.count)
  }

  /// The hash of the scenario, or of one with another seed or number of replications.
  func digest(of repeated: Scenario) -> String {
    sector.map { ScenarioText.digest(of: $0, base: repeated) } ?? ScenarioText.digest(of: repeated)
  }

  /// The files of a result that hold the scenario as repeated, made by `files`; of a sector with its
  /// organisations in `scenario.json`, and the scenarios of members beside it.
  func files(repeating repeated: Scenario, _ files: (Scenario) -> [ResultFile]) -> [ResultFile] {
    let files = files(repeated)
    guard let sector else { return files }
    let text = ScenarioText.resolved(sector, base: repeated)
    return files.map { $0.name == "scenario.json" ? ResultFile(name: $0.name, text: text) : $0 }
      + ScenarioText.memberFiles(of: sector).map { ResultFile(name: $0.name, text: $0.text) }
  }

  /// The scenario with the seed and the replications of a study.
  func repeating(seed: UInt64, replications: Int) -> Scenario {
    var scenario = scenario
    scenario.seed = seed
    scenario.replications = replications
    return scenario
  }
}
