import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// What a finished run says of the figures that its scenario states as targets: whoever wrote down what an
/// organisation looks like should not have to ask whether the model looks like it.
enum TargetNote {
  /// Most targets that are named in the note.
  private static let most = 5

  /// The lines of the note; none without targets of its own that can be read from one scenario.
  ///
  /// - Complexity: O(targets x replications).
  static func lines(for scenario: Scenario, _ result: ExperimentResult, path: String) -> [String] {
    var missed: [String] = []
    var count = 0
    for target in scenario.targets where target.measure == .value {
      guard let goal = FitGoal(target, of: scenario, world: 0, other: nil),
        let figure = figure(of: goal, in: result)
      else { continue }
      count += 1
      guard goal.deviation(of: figure) > 1 else { continue }
      missed.append(
        "\(goal.label) is \(goal.text(of: figure, in: .en)) where \(goal.wanted(in: .en)) is asked")
    }
    guard count > 0 else { return [] }
    let all = "\(count) target\(count == 1 ? "" : "s")"
    guard !missed.isEmpty else { return ["note: the scenario meets all of its \(all)"] }
    let rest = missed.count - most
    var lines = [
      "warning: the scenario misses \(missed.count) of its \(all), so it is another organisation:"
    ]
    for line in missed.prefix(most) { lines.append("  " + line) }
    if rest > 0 { lines.append("  and \(rest) more") }
    lines.append("  'caseload fit \(path)' looks for values with which it meets them")
    return lines
  }

  /// The figure of a goal in a result; `nil` when it is not there.
  private static func figure(of goal: FitGoal, in result: ExperimentResult) -> Double? {
    let figure: Double
    switch goal.period {
    case .window: figure = result.estimate(goal.metric, group: goal.group).mean
    case .observations(let range):
      let kept = result.series.isEmpty ? 0 : result.observationDays.count
      let found = range.filter { $0 < kept }.map {
        result.estimate(goal.metric, group: goal.group, observation: $0).mean
      }.filter(\.isFinite)
      guard !found.isEmpty else { return nil }
      figure = found.reduce(0, +) / Double(found.count)
    }
    return figure.isFinite ? figure : nil
  }
}
