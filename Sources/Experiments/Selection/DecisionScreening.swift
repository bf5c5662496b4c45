import CaseloadModel
import ScenarioFormat

/// Which other keys would help where no candidate meets the limits, by changing them one at a time.
///
/// Only keys that an organisation decides about are tried, not facts about its clients. Each change is compared with the
/// nearest candidate in pairs of replications with the same clients.
package struct DecisionScreening: Sendable {
  /// One change of one key.
  package struct Change: Sendable, Equatable {
    /// The key.
    package let key: String
    /// Its value in the nearest candidate.
    package let from: String
    /// The value that is tried.
    package let to: String

    /// The change as an override.
    package var override: String { "\(key)=\(to)" }
  }

  /// What a change does to one limited metric.
  package struct Effect: Sendable {
    /// The change.
    package let change: Change
    /// The position of the limit.
    package let limit: Int
    /// The difference from the nearest candidate.
    package let difference: PairedComparison.Difference
  }

  /// Keys that an organisation decides about; `*` stands for every element of a list.
  static let decisions = [
    "staffing.fte", "staffing.administrationShare", "staffing.sideTaskShare",
    "staffing.absenceTakeOverShare", "staffing.hiringDelayDays", "staffing.swapsPerYear",
    "service.norms.*.intervalDays", "service.restPolicy.enabled",
    "service.restPolicy.intervalDays", "service.faceToFace.minutes", "service.preparationMinutes",
    "service.registrationMinutes", "knowledge.registrationCompleteness", "diagnosis.toolShare",
    "diagnosis.intakeMinutes", "diagnosis.reclassifyAtContacts",
    "trajectories.instruments.*.places",
  ]
  /// The factors by which a number is moved.
  private static let factors = [0.75, 1.25]
  /// Pairs of replications per change.
  package static let replications = 6

  /// The nearest candidate.
  package let candidate: Int
  /// The changes, in order.
  package let changes: [Change]
  /// What they do, those that help a limit that binds most first; only effects whose intervals, which hold all
  /// together, leave out zero.
  package let helpful: [Effect]

  /// All changes of decisions that a scenario allows, but for keys that vary already.
  package static func changes(of scenario: Scenario, varied: [String]) -> [Change] {
    var changes: [Change] = []
    for path in decisions.flatMap({ ScenarioText.paths(of: $0, in: scenario) })
    where !varied.contains(path) {
      guard let present = ScenarioText.value(at: path, in: scenario),
        let shape = ParameterTable.parameter(at: path)?.shape
      else { continue }
      if case .flag = shape {
        changes.append(Change(key: path, from: present, to: present == "true" ? "false" : "true"))
        continue
      }
      guard let number = Double(present), number > 0 else { continue }
      for factor in factors {
        guard let moved = moved(number, by: factor, shape), moved != number else { continue }
        changes.append(Change(key: path, from: present, to: JSONText.number(moved)))
      }
    }
    return changes
  }

  private static func moved(_ number: Double, by factor: Double, _ shape: Parameter.Shape)
    -> Double?
  {
    switch shape {
    case .integer(let range):
      let value = (number * factor).rounded()
      return range.contains(Int(value)) ? value : nil
    case .number(let bounds):
      let value = FreeKey.rounded(number * factor)
      if bounds.contains(value) { return value }
      return bounds.contains(bounds.highest) && value > bounds.highest ? bounds.highest : nil
    default: return nil
    }
  }

  /// Takes the results of the nearest candidate and of every change, in order.
  ///
  /// - Parameter binding: Positions of the limits that the nearest candidate breaks.
  /// - Precondition: There is a result for the candidate and for each change.
  package init(
    candidate: Int, changes: [Change], limits: [MetricLimit], binding: [Int],
    results: [ExperimentResult]
  ) {
    precondition(results.count == changes.count + 1, "there is a result per change")
    self.candidate = candidate
    self.changes = changes
    var effects: [(effect: Effect, size: Double)] = []
    let comparisons = max(1, changes.count * binding.count)
    for (change, result) in zip(changes, results.dropFirst()) {
      let comparison = PairedComparison(
        base: results[0], variant: result, comparisons: comparisons)
      for limit in binding {
        let difference = comparison.difference(limits[limit].metric)
        let bound = limits[limit].limit
        let gain = bound.isUpper ? -difference.estimate.mean : difference.estimate.mean
        guard difference.isShown, gain > 0 else { continue }
        effects.append(
          (Effect(change: change, limit: limit, difference: difference), gain / bound.tolerance))
      }
    }
    helpful = effects.enumerated().sorted {
      ($1.element.size, $0.offset) < ($0.element.size, $1.offset)
    }.map(\.element.effect)
  }
}
