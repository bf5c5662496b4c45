import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// What a fit tells people beside its figures.
enum FitAdvice {
  /// The figure of a goal with its unit's way of writing.
  static func figure(_ value: Double, _ goal: FitGoal) -> String {
    goal.target.measure == .ratio
      ? DecimalText.fixed(value, decimals: 3) : MetricCatalog[goal.metric].formatted(value)
  }

  /// Ratios of a figure to what the scenario gives that look like a mistaken unit, with the question to ask.
  private static let mistakes:
    [(ratio: ClosedRange<Double>, units: [MetricUnit], question: String)] = [
      (
        0.06...0.13, [.personsPerYear, .perYear, .euroPerYear, .perClientYear],
        "is it a figure of a month, where one of a year is asked?"
      ),
      (
        8...16, [.personsPerYear, .perYear, .euroPerYear, .perClientYear],
        "was it multiplied by twelve?"
      ),
      (0.005...0.02, [.share, .perClientYear], "is it a percentage divided by a hundred twice?"),
      (50...200, [.share, .perClientYear, .ratio], "is it in percent? 9 % is written 0.09"),
      (500...2_000, [.euroPerYear, .persons, .personsPerYear], "is it in thousands?"),
      (0.0005...0.002, [.euroPerYear, .persons, .personsPerYear], "is it in thousands?"),
    ]

  /// Figures that differ from those of the scenario as a mistaken unit would make them.
  static func wrongScale(_ goals: [FitGoal], _ figures: [Double]) -> [String] {
    zip(goals, figures).compactMap { goal, present in
      guard goal.target.measure == .value, present > 0, goal.value > 0,
        goal.deviation(of: present) > 1
      else { return nil }
      let unit = MetricCatalog[goal.metric].unit
      let mistake = mistakes.first {
        $0.ratio.contains(goal.value / present) && $0.units.contains(unit)
      }
      return mistake.map {
        "\(goal.label): the target is \(figure(goal.value, goal)), and the scenario gives"
          + " \(figure(present, goal)); \($0.question)"
      }
    }
  }

  /// What the scenario gives as it stands where that is not within the tolerance; `nil` when all targets are met.
  ///
  /// A stock or groups that the stated inflow and exits do not keep show here, with everything that
  /// the model takes into account.
  static func firstLook(_ goals: [FitGoal], _ figures: [Double]) -> String? {
    let misses = zip(goals, figures).filter { $0.0.deviation(of: $0.1) > 1 }
    guard !misses.isEmpty else { return nil }
    let words = misses.map { goal, present in
      "\(goal.label) \(figure(present, goal)) for \(figure(goal.value, goal))"
    }
    return "as it stands, the scenario gives " + words.joined(separator: "; ")
  }

  /// Ratios of a number of persons to what can be reached that counting households would make.
  private static let households = 0.6...0.92

  /// Advice about the outcome.
  static func lines(
    _ match: HistoryMatch, _ question: FitQuestion
  ) -> [String] {
    guard let best = match.best else { return [] }
    var lines: [String] = []
    if match.accepted.isEmpty {
      lines += wrongScale(match.goals, best.found.figures)
      for (goal, reached) in zip(match.goals, best.found.figures)
      where goal.deviation(of: reached) > 1 && goal.target.measure == .value {
        guard [.persons, .personsPerYear].contains(MetricCatalog[goal.metric].unit),
          households.contains(goal.value / reached)
        else { continue }
        lines.append("\(goal.label): does it count households? The model counts persons.")
      }
      return lines
    }
    let count = match.ensemble.count
    if count < match.effort.sets {
      lines.append(
        "only \(count) of \(match.effort.sets) sets meet all targets; wider ranges or tolerances leave more"
      )
    }
    let findings = FitKeyFinding.all(of: match, keys: question.keys)
    let atEnd = findings.filter { $0.fitted == $0.key.range.low || $0.fitted == $0.key.range.high }
    if !atEnd.isEmpty {
      let keys = atEnd.map { "\($0.key.label) (\(JSONText.number($0.fitted)))" }
      lines.append(
        "the best set lies at an end of the range of \(keys.joined(separator: ", ")), so that the figures may pull"
          + " further; --vary KEY=LOW:HIGH states another range")
    }
    let free = findings.filter { $0.identification == .notIdentified }
    if !free.isEmpty {
      lines.append(
        "the targets do not determine \(free.map(\.key.label).joined(separator: ", ")); answers that depend"
          + " on them are best given over the ensemble")
    }
    return lines
  }
}
