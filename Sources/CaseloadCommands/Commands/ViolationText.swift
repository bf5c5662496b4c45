import CaseloadModel
import Experiments
import Reports
import SimulationKernel

/// The report of a broken conservation law.
enum ViolationText {
  /// Names the law, the seed, the replication, the moment and the client or worker concerned.
  static func text(of violation: InvariantViolation, in scenario: Scenario, path: String) -> String
  {
    let day = scenario.time.start.adding(days: violation.minute / 1_440)
    let minute = violation.minute % 1_440
    let clock = "\(padded(minute / 60)):\(padded(minute % 60))"
    let entity = violation.entity >= 0 ? ", at number \(violation.entity)" : ""
    return "the conservation law '\(violation.law)' was broken in '\(path)' with seed"
      + " \(violation.seed), replication \(violation.replication), on"
      + " \(ResultDocuments.text(of: day)) at \(clock)\(entity): expected \(violation.expected),"
      + " found \(violation.found); this is a defect of the engine, not of the scenario"
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension CommandFailure {
  /// A conservation law that was broken.
  static func broken(
    _ violation: InvariantViolation, in scenario: Scenario, path: String
  ) -> CommandFailure {
    CommandFailure(.internalError, [ViolationText.text(of: violation, in: scenario, path: path)])
  }

  /// Checks that no conservation law was broken in the runs of scenarios.
  static func checkLaws(
    _ results: [ExperimentResult], of scenarios: [LoadedScenario]
  ) throws(CommandFailure) {
    for (scenario, result) in zip(scenarios, results) {
      guard let violation = result.violation else { continue }
      throw broken(violation, in: scenario.scenario, path: scenario.path)
    }
  }
}
