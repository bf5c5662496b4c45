import CaseloadModel
import SimulationKernel

// Own figures: metrics and groups that exist, periods inside the window, and figures that can be.
extension ScenarioChecks {
  /// The most targets' ids that a hint looks through are those of the catalogue.
  private static let metricIDs = MetricCatalog.all.map { $0.metric.id }

  mutating func checkTargets() {
    guard isSound("time", "population.groups", "population.segments") else { return }
    for target in scenario.targets where isSound("targets.\(target.name)") {
      checkTarget(target, "targets.\(target.name)")
    }
    if isSound("targets") { checkTargetRelations() }
  }

  private mutating func checkTarget(_ target: FitTarget, _ path: String) {
    guard
      let definition = MetricCatalog.all.first(where: { $0.metric.id == target.metricID })
    else {
      return add(
        .unknownReference, target.metric.isEmpty ? path : "\(path).metric",
        expected: "the id of a metric", found: "\"\(target.metricID)\"",
        hint: Suggestion.hint(for: target.metricID, among: ScenarioChecks.metricIDs)
          ?? "caseload explain lists all metrics")
    }
    if target.tolerance == 0 {
      let tenth = ScenarioChecks.rounded(abs(target.value) / 10)
      add(
        .missingReference, "\(path).tolerance", expected: "a tolerance above 0",
        found: "none", hint: target.value == 0 ? nil : "a tenth of the figure is \(tenth)")
    }
    if !target.group.isEmpty { checkGroup(of: target, definition, path) }
    checkPeriod(of: target, path)
    checkMeasure(of: target, definition, path)
  }

  private mutating func checkGroup(
    of target: FitTarget, _ definition: MetricDefinition, _ path: String
  ) {
    let names = scenario.metricGroupNames
    if !definition.isPerGroup {
      add(
        .impossible, "\(path).group",
        expected: "no group, because the metric is kept for all clients together",
        found: "\"\(target.group)\"")
    } else if !names.contains(target.group) {
      add(
        .unknownReference, "\(path).group",
        expected: "a group or segment (\(names.joined(separator: ", ")))",
        found: "\"\(target.group)\"", hint: Suggestion.hint(for: target.group, among: names))
    }
  }

  private mutating func checkPeriod(of target: FitTarget, _ path: String) {
    let time = scenario.time
    if target.year > 0, target.year * 12 > time.durationMonths {
      add(
        .impossible, "\(path).year",
        expected: "a whole year of the window of \(time.durationMonths) months",
        found: "\(target.year)")
    }
    guard !target.date.isEmpty else { return }
    guard let date = CivilDate(isoText: target.date) else {
      return add(
        .badDate, "\(path).date", expected: "a day as \"YYYY-MM-DD\"", found: "\"\(target.date)\"")
    }
    if target.year > 0 {
      add(
        .impossible, "\(path).date", expected: "a date or a year", found: "both")
    }
    let first = time.windowStart
    if date.dayNumber <= first.dayNumber || date.dayNumber > time.end.dayNumber {
      add(
        .impossible, "\(path).date",
        expected: "a day of the window, after \(first.isoText) and up to \(time.end.isoText)",
        found: target.date)
    }
  }

  private mutating func checkMeasure(
    of target: FitTarget, _ definition: MetricDefinition, _ path: String
  ) {
    switch (target.measure, target.against.isEmpty) {
    case (.value, false):
      add(
        .missingReference, "\(path).measure",
        expected: "\"ratio\" or \"difference\", because against names another scenario",
        found: "\"value\"")
    case (.ratio, true), (.difference, true):
      add(
        .missingReference, "\(path).against",
        expected: "a scenario file or changes to compare with, because measure is"
          + " \"\(String(describing: target.measure))\"",
        found: "none")
    case (.value, true):
      let low = target.value + target.tolerance
      let high = target.value - target.tolerance
      guard low < definition.bounds.lowerBound || high > definition.bounds.upperBound else {
        return
      }
      let isPercent = definition.bounds.upperBound == 1 && target.value > 1 && target.value <= 100
      add(
        .outOfRange, "\(path).value",
        expected: "a figure that the metric can have"
          + " (\(definition.unit.rawValue), \(ScenarioChecks.text(of: definition.bounds)))",
        found: JSONText.number(target.value),
        hint: isPercent
          ? "write \(JSONText.number(target.value)) percent as \(ScenarioChecks.rounded(target.value / 100))"
          : nil)
    case (.ratio, false):
      guard target.value + target.tolerance <= 0 else { return }
      add(
        .outOfRange, "\(path).value", expected: "a ratio above 0",
        found: JSONText.number(target.value))
    case (.difference, false): return
    }
  }

  private static func text(of bounds: ClosedRange<Double>) -> String {
    bounds.upperBound.isFinite
      ? "from \(JSONText.number(bounds.lowerBound)) to \(JSONText.number(bounds.upperBound))"
      : "at least \(JSONText.number(bounds.lowerBound))"
  }
}
