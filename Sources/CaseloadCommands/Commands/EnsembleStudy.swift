import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// Scenarios that are run over all sets of an ensemble, with the same replications.
struct EnsembleStudy {
  typealias Member = EnsembleSets.Member

  /// Replications per set when none are asked for: the fewest that say how large chance is.
  static let usualReplications = FewReplications.fewest

  private let kind: EnsembleDocuments.Kind
  private let sets: EnsembleSets
  private let members: [Member]
  private let metrics: [MetricDefinition]?
  private let settings: RunSettings
  private let context: CommandContext

  /// Makes a study.
  ///
  /// - Parameter metrics: The metrics of the table; the usual ones if not given.
  /// - Throws: A failure when a scenario cannot take the sets.
  init(
    _ kind: EnsembleDocuments.Kind, ensemble path: String, _ members: [Member],
    metrics: [MetricDefinition]?, _ settings: RunSettings, _ context: CommandContext
  ) throws(CommandFailure) {
    self.kind = kind
    self.members = members
    self.metrics = metrics
    self.settings = settings
    self.context = context
    sets = try EnsembleSets(path, for: members)
  }

  /// Runs the study, writes it to a folder if one is given, and prints it.
  func run(writingTo folder: ResultFolder?) throws(CommandFailure) -> ExitCode {
    if let folder { try CommandFailure.writing(folder.checkWritable) }
    if !settings.quiet, let note = sets.note { context.report(note: note) }
    var experiments: [Experiment] = []
    for member in members {
      experiments += try sets.experiments(
        of: member, base: members[0].scenario,
        replications: settings.replications ?? EnsembleStudy.usualReplications, settings)
    }
    let clock = RunClock()
    let grid = ExperimentGrid(experiments, keepsSeries: false)
    let (results, journal) = try settings.execute(
      "\(kind.rawValue)-ensemble", on: experiments, keepsSeries: false, label: "ensemble", context,
      { grid.run(with: $0) })
    if let shard = settings.shard, results.allSatisfy({ $0.violation == nil }) {
      return settings.closePart(shard, journal, context)
    }
    return try settings.closing(journal, of: results, context) { () throws(CommandFailure) in
      for (index, result) in results.enumerated() {
        guard let violation = result.violation else { continue }
        throw .broken(
          violation, in: experiments[index].scenario,
          path: members[index / sets.count].scenario.path)
      }
      if let interrupted = context.interruption.exitCode {
        throw CommandFailure(interrupted, ["stopped before all sets were run; nothing is written"])
      }
      let documents = EnsembleDocuments(
        kind,
        members.enumerated().map { index, member in
          EnsembleDocuments.Entry(
            label: member.label, name: member.scenario.scenario.name,
            digest: member.scenario.digest,
            results: Array(results[(index * sets.count)..<((index + 1) * sets.count)]))
        }, metrics: metrics, seed: experiments[0].seed, ensembleName: sets.path)
      if let folder { try write(documents, results, folder, clock) }
      context.print(documents, settings)
      return .success
    }
  }

  private func write(
    _ documents: EnsembleDocuments, _ results: [ExperimentResult], _ folder: ResultFolder,
    _ clock: RunClock
  ) throws(CommandFailure) {
    let first = members[0].scenario
    let replications = results[0].finishedReplications.count
    let question = ResultQuestion(
      "\(kind.rawValue)-ensemble",
      results.map(\.scenarioDigest) + members.map(\.label) + ["\(results[0].seed)"],
      replications: replications, isPartial: false)
    let record = clock.record(
      first.title, question, events: results.map(\.events).reduce(0, +),
      clientYears: results.map(\.clientYears).reduce(0, +), threads: settings.threads, context)
    let written = try context.write(
      first.files(
        repeating: first.repeating(seed: results[0].seed, replications: replications)
      ) { documents.files(record: record, scenario: $0) },
      to: folder, question)
    if !settings.quiet { context.report(written) }
  }
}
