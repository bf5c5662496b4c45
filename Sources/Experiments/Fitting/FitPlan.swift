import CaseloadModel
import ScenarioFormat
import SimulationKernel

/// Shares of a whole of which some are set: the others divide what is left as they did before.
package enum ShareRemainder {
  /// Keys of shares that add up to 1 over the elements of their list.
  private static let keys: Set<String> = ["stockShare", "inflowShare"]

  /// The values of all shares that follow from those that are set, as JSON by key path, after the set ones.
  ///
  /// - Returns: `nil` when nothing would be left for the others, or no others are there and the sum is not 1.
  package static func completed(
    _ values: [(key: String, json: String)], in scenario: Scenario
  ) -> [(key: String, json: String)]? {
    var result = values
    var done: Set<String> = []
    for (key, _) in values {
      guard let (list, last) = list(of: key), done.insert(list + " " + last).inserted else {
        continue
      }
      var sum = 0.0
      var given: Set<String> = []
      for (other, json) in values {
        guard let place = self.list(of: other), place == (list, last) else { continue }
        sum += Double(json) ?? 0
        given.insert(other)
      }
      let others = ScenarioText.elementNames(of: list, in: scenario).map { "\(list).\($0).\(last)" }
        .filter { !given.contains($0) }
      let present = others.map { ScenarioText.number(at: $0, in: scenario) ?? 0 }
      let rest = 1 - sum
      let whole = present.reduce(0, +)
      guard rest >= 0, !others.isEmpty else { return nil }
      for (index, other) in others.enumerated() {
        let share = whole > 0 ? rest * present[index] / whole : rest / Double(others.count)
        result.append((other, JSONText.number(share)))
      }
    }
    return result
  }

  /// The list and the last key of a share that is part of a whole; `nil` for other keys.
  package static func list(of key: String) -> (String, String)? {
    let parts = key.split(separator: ".").map(String.init)
    guard parts.count >= 4, let last = parts.last, keys.contains(last) else { return nil }
    return (parts.dropLast(2).joined(separator: "."), last)
  }
}

extension FreeKey {
  /// The width to both sides of a usual range of a positive number, as a factor.
  static let usualFactor = 2.5
  /// The width to both sides of a usual range of a share, on the scale of log odds.
  static let usualLogOdds = 1.5

  /// The usual range of a key around its value in a scenario: within its bounds, from the value over 2.5 to the value
  /// times 2.5, and for a share 1.5 to both sides in log odds; `nil` when the key is no number or at 0.
  package static func usual(_ key: String, in scenario: Scenario) -> FreeKey? {
    guard let parameter = ParameterTable.parameter(at: key),
      let present = ScenarioText.number(at: key, in: scenario), present > 0
    else { return nil }
    let low: Double
    let high: Double
    switch parameter.shape {
    case .number(let bounds) where bounds.highest <= 1 && bounds.lowest >= 0:
      let share = min(0.98, max(0.02, present))
      let odds = Elementary.log(share / (1 - share))
      low = 1 / (1 + Elementary.exp(usualLogOdds - odds))
      high = 1 / (1 + Elementary.exp(-usualLogOdds - odds))
    case .number(let bounds):
      low = max(present / usualFactor, bounds.lowest)
      high = min(present * usualFactor, bounds.highest)
    case .integer(let range):
      low = max((present / usualFactor).rounded(.down), Double(range.lowerBound))
      high = min((present * usualFactor).rounded(.up), Double(range.upperBound))
    default: return nil
    }
    let text = "\(key)=\(JSONText.number(rounded(low))):\(JSONText.number(rounded(high)))"
    guard let range = try? VariedRange(text) else { return nil }
    return FreeKey(range)
  }

  /// The usual keys of goals, with their usual ranges; of shares of one whole, the largest takes what is left.
  package static func usual(for goals: [FitGoal], in scenario: Scenario) -> [FreeKey] {
    var keys: [String] = []
    for pattern in FitKeys.keys(of: goals) {
      var paths = ScenarioText.paths(of: pattern, in: scenario)
      if let first = paths.first, ShareRemainder.list(of: first) != nil {
        let largest = paths.max {
          (ScenarioText.number(at: $0, in: scenario) ?? 0)
            < (ScenarioText.number(at: $1, in: scenario) ?? 0)
        }
        paths.removeAll { $0 == largest }
      }
      for path in paths where !keys.contains(path) { keys.append(path) }
    }
    return keys.compactMap { usual($0, in: scenario) }
  }
}
