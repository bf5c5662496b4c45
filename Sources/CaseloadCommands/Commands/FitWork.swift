import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// The simulations of a fit: their replications, their journals, and what they cost.
struct FitWork {
  private let question: FitQuestion
  private let settings: RunSettings
  private let context: CommandContext
  private var journals: [ReplicationJournal] = []
  /// Events that the engine executed.
  private(set) var events = 0
  /// Client-years simulated.
  private(set) var clientYears = 0.0
  /// Replications simulated.
  private(set) var replications = 0
  /// What people should know of their tolerances.
  private(set) var advice: [Bilingual] = []

  /// Replications of the first look at chance.
  private static let pilotReplications = 4
  /// Fewest and most replications per point.
  private static let replicationRange = 2...4
  /// The part of a tolerance that chance may take up, as one standard error.
  private static let chancePart = 1.0 / 3

  init(_ question: FitQuestion, _ settings: RunSettings, _ context: CommandContext) {
    self.question = question
    self.settings = settings
    self.context = context
  }

  /// Whether somebody asked to stop.
  var isInterrupted: Bool { context.interruption.exitCode != nil }

  /// A first look at chance, with as many replications per set as make it small beside the tolerances; `nil` when
  /// replications were asked for, or nothing can be simulated.
  mutating func pilot() throws(CommandFailure) -> FitPilot? {
    guard settings.replications == nil else { return nil }
    let pilot = FitWork.pilotReplications
    let found = try simulate([question.start], replications: pilot, label: "fit, first look")
    guard let first = found.first.flatMap({ $0 }) else { return nil }
    var wanted = Double(FitWork.replicationRange.lowerBound)
    for (goal, error) in zip(question.goals, first.errors) where error.isFinite {
      let share = error / (FitWork.chancePart * goal.tolerance)
      let needed = share * share * Double(pilot)
      if needed > Double(FitWork.replicationRange.upperBound) {
        advice.append(
          FitAdvice.chance(
            goal, spread: error * Double(pilot).squareRoot(),
            replications: Int(needed.rounded(.up))))
      }
      wanted = max(wanted, needed)
    }
    let count = Int(min(wanted.rounded(.up), Double(FitWork.replicationRange.upperBound)))
    if !settings.quiet {
      if let line = FitAdvice.firstLook(question.goals, first.figures) {
        context.report(note: line[settings.language])
      }
      for line in FitAdvice.wrongScale(question.goals, first.figures) {
        context.report(note: "warning: " + line[settings.language])
      }
    }
    return FitPilot(found: first, replications: pilot, wanted: count)
  }

  /// Simulates points; `nil` for those that are no scenario, or were not finished.
  mutating func simulate(
    _ places: [[Double]], replications: Int, label: String
  ) throws(CommandFailure) -> [FitFigures?] {
    var kept: [Int] = []
    var points: [[Experiment]] = []
    for (index, place) in places.enumerated() {
      if let experiments = question.experiments(at: place, replications: replications) {
        kept.append(index)
        points.append(experiments)
      }
    }
    guard !points.isEmpty else { return places.map { _ in nil } }
    let simulation = FitSimulation(
      points: points, goals: question.goals, replications: replications)
    let keepsSeries = question.goals.contains { $0.period != .window }
    let experiments = points.flatMap { $0 }
    let journal = try settings.journal(
      of: "fit-\(journals.count + 1)", on: experiments, keepsSeries: keepsSeries,
      tellsNothing: true,
      context)
    journals.append(journal)
    let outcome = try settings.execute(
      experiments, journal, label: label, context, { simulation.run(with: $0) })
    if let failure = outcome.failure {
      close(isComplete: true)
      throw .broken(
        failure.violation, in: points[failure.point][failure.world].scenario,
        path: question.worlds[failure.world].base.path)
    }
    events += outcome.events
    clientYears += outcome.clientYears
    self.replications += experiments.count * replications
    var found: [FitFigures?] = places.map { _ in nil }
    for (position, index) in kept.enumerated() { found[index] = outcome.points[position] }
    return found
  }

  /// Closes the journals of all stages.
  func close(isComplete: Bool) { settings.close(journals, isComplete: isComplete, context) }
}
