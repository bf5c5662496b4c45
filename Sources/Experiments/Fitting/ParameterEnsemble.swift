import CaseloadModel
import ScenarioFormat
import SimulationKernel

/// Sets of keys that all reproduce the targets of a fit.
///
/// A set is relative to the fitted values: in another scenario a rate or number becomes the scenario's own times the
/// set's over the fitted one, and a share moves by as much in log odds. So a set of one organisation serves others of
/// any size; in the scenario that was fitted, and in the fitted one, it gives the set's own values.
package struct ParameterEnsemble: Sendable, Equatable {
  /// The key paths.
  package let keys: [String]
  /// The fitted values, to which sets are relative.
  package let base: [Double]
  /// The values of each set.
  package let sets: [[Double]]
  /// The name of the scenario that was fitted.
  package let scenarioName: String
  /// The hash of the scenario that was fitted, before the fit.
  package let fittedDigest: String

  /// Makes an ensemble.
  ///
  /// - Precondition: All rows have a value per key.
  package init(
    keys: [String], base: [Double], sets: [[Double]], scenarioName: String, fittedDigest: String
  ) {
    precondition(base.count == keys.count, "the base has a value per key")
    precondition(sets.allSatisfy { $0.count == keys.count }, "a set has a value per key")
    self.keys = keys
    self.base = base
    self.sets = sets
    self.scenarioName = scenarioName
    self.fittedDigest = fittedDigest
  }

  /// Keys that the scenario does not have.
  package func missingKeys(in scenario: Scenario) -> [String] {
    keys.filter { ScenarioText.value(at: $0, in: scenario) == nil }
  }

  /// The values to which sets are relative for a scenario and variants of it: the scenario's own if it is the
  /// one that was fitted, and the fitted ones otherwise.
  package func reference(for scenario: Scenario, digest: String) -> [Double] {
    guard digest == fittedDigest else { return base }
    return zip(keys, base).map { ScenarioText.number(at: $0, in: scenario) ?? $1 }
  }

  /// The values of a set in a scenario as overrides `key.path=value`; `nil` when shares of one whole exceed it.
  ///
  /// - Parameter reference: The values to which the set is relative.
  package func overrides(set: Int, in scenario: Scenario, reference: [Double]) -> [String]? {
    var values: [(key: String, json: String)] = []
    for (index, key) in keys.enumerated() {
      let present = ScenarioText.number(at: key, in: scenario) ?? reference[index]
      let value =
        present == reference[index]
        ? sets[set][index] : moved(key, present, from: reference[index], to: sets[set][index])
      values.append((key, text(of: value, key)))
    }
    return ShareRemainder.completed(values, in: scenario)?.map { "\($0.key)=\($0.json)" }
  }

  private func text(of value: Double, _ key: String) -> String {
    switch ParameterTable.parameter(at: key)?.shape {
    case .integer(let range):
      String(min(range.upperBound, max(range.lowerBound, Int(value.rounded()))))
    case .flag: value >= 0.5 ? "true" : "false"
    case .number(let bounds): JSONText.number(ParameterEnsemble.clamped(value, bounds))
    default: JSONText.number(value)
    }
  }

  private static func clamped(_ value: Double, _ bounds: Bounds) -> Double {
    guard !bounds.contains(value) else { return value }
    // An open end is no value; the scenario's own check says so if it comes to that.
    return min(bounds.highest, max(bounds.lowest, value))
  }

  /// A value moved as far as the fitted one is from a set's.
  private func moved(_ key: String, _ present: Double, from base: Double, to set: Double) -> Double
  {
    if case .flag? = ParameterTable.parameter(at: key)?.shape { return set }
    if case .number(let bounds)? = ParameterTable.parameter(at: key)?.shape, bounds.highest <= 1,
      bounds.lowest >= 0
    {
      guard present > 0, present < 1, base > 0, base < 1, set > 0, set < 1 else {
        return present == 0 || present == 1 ? present : set
      }
      let odds = present / (1 - present) * (set / (1 - set)) / (base / (1 - base))
      return odds / (1 + odds)
    }
    return base == 0 ? present : present * set / base
  }
}
