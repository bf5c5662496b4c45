import CaseloadModel

// Own figures that look as if they were given in another unit than that of their metric.
extension ScenarioChecks {
  /// Exits per client and year above which a figure is rather a percentage or a number of persons: spells of ten weeks.
  private static let highestRate = 5.0

  /// Asks about figures that the metric could have but hardly does: shares for numbers, percentages and numbers for rates.
  mutating func adviseOnTargetUnits() {
    for target in scenario.targets where target.measure == .value {
      guard let definition = MetricCatalog.all.first(where: { $0.metric.id == target.metricID })
      else { continue }
      switch definition.unit {
      case .persons, .personsPerYear: adviseOnCount(target, definition)
      case .perClientYear where target.metricID.hasSuffix(".rate"): adviseOnRate(target)
      default: break
      }
    }
    adviseOnPercentagesOfGroups()
  }

  private mutating func adviseOnCount(_ target: FitTarget, _ definition: MetricDefinition) {
    guard target.value > 0, target.value < 1, scenario.population.clients >= 50 else { return }
    let rate = target.metricID.replacingEnd(".perYear", by: ".rate")
    let known = MetricCatalog.all.contains { $0.metric.id == rate } ? rate : nil
    add(
      .adviseContradiction, "targets.\(target.name).value",
      expected: "a number of \(definition.unit.rawValue)",
      found: "\(JSONText.number(target.value)), which is less than one person",
      hint: known.map { "a rate per client and year is a target of \($0)" }
        ?? "a share of the clients times their number (\(scenario.population.clients)) is a number")
  }

  private mutating func adviseOnRate(_ target: FitTarget) {
    guard target.value > ScenarioChecks.highestRate else { return }
    let count = target.metricID.replacingEnd(".rate", by: ".perYear")
    let isKnown = MetricCatalog.all.contains { $0.metric.id == count }
    let percent =
      target.value <= 100
      ? "\(JSONText.number(target.value)) percent is written"
        + " \(ScenarioChecks.rounded(target.value / 100))" : nil
    let persons = isKnown ? "a number of persons a year is a target of \(count)" : nil
    add(
      .adviseContradiction, "targets.\(target.name).value",
      expected: "exits per client and year",
      found: "\(JSONText.number(target.value)), at which clients stay"
        + " \(StaffingArithmetic.decimal(StaffingArithmetic.daysPerYear / target.value, 0)) days",
      hint: [percent, persons].compactMap { $0 }.joined(separator: "; "))
  }

  /// Stocks of all groups that add up to 1 or 100 are shares or percentages of the stock.
  private mutating func adviseOnPercentagesOfGroups() {
    let parts = groupNames.compactMap { name in
      scenario.targets.first {
        $0.metricID == "stock.clients" && $0.group == name && $0.measure == .value
          && $0.year == 0 && $0.date.isEmpty
      }
    }
    let sum = parts.reduce(0) { $0 + $1.value }
    guard parts.count == groupNames.count, parts.count > 1, scenario.population.clients > 200,
      abs(sum - 100) < 1 || abs(sum - 1) < 0.01
    else { return }
    let terms = parts.map { JSONText.number($0.value) }.joined(separator: " + ")
    add(
      .adviseContradiction, "targets.\(parts[0].name).value",
      expected: "numbers of persons that add up to the stock",
      found: "\(terms) = \(JSONText.number(sum))",
      hint:
        "these look like \(sum > 2 ? "percentages" : "shares"): of \(scenario.population.clients)"
        + " clients the first is"
        + " \(ScenarioChecks.rounded((parts[0].value / sum * Double(scenario.population.clients)).rounded()))"
    )
  }
}

extension String {
  /// The text with another end; as it is when it does not end so.
  fileprivate func replacingEnd(_ end: String, by other: String) -> String {
    hasSuffix(end) ? String(dropLast(end.count)) + other : self
  }
}
