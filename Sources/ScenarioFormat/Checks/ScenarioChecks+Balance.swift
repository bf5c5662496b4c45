import CaseloadModel

// Own figures that cannot hold together, by arithmetic alone.
extension ScenarioChecks {
  /// The part of the stock by which the start may differ from the target without a word.
  private static let startTolerance = 0.1

  /// Warns of stated stocks that the stated inflow and exits cannot keep, and of groups that do not add up.
  mutating func adviseOnTargets() {
    adviseOnBalance()
    adviseOnStart()
    for metric in ["stock.clients", "inflow.perYear"] { adviseOnGroups(of: metric) }
  }

  /// The stated figure of a metric over the whole window; `nil` when there is none.
  private func stated(_ metric: String, group: String = "") -> FitTarget? {
    scenario.targets.first {
      $0.metricID == metric && $0.group == group && $0.measure == .value && $0.year == 0
        && $0.date.isEmpty
    }
  }

  /// The exits a year for all reasons, with how far they may be off: those that are stated as a whole, or all parts.
  private var statedExits: (value: Double, tolerance: Double, text: String)? {
    if let total = stated("outflow.total.perYear") {
      return (total.value, total.tolerance, JSONText.number(total.value))
    }
    let parts = ["work", "subsidised", "other"].compactMap { stated("outflow.\($0).perYear") }
    guard parts.count == 3 else { return nil }
    return (
      parts.reduce(0) { $0 + $1.value }, parts.reduce(0) { $0 + $1.tolerance },
      parts.map { JSONText.number($0.value) }.joined(separator: " + ")
    )
  }

  private mutating func adviseOnBalance() {
    guard let inflow = stated("inflow.perYear"), let exits = statedExits else { return }
    let stock = stated("stock.clients")
    let size = stock?.value ?? Double(scenario.population.clients)
    let band = stock?.tolerance ?? size / 10
    let growth = inflow.value - exits.value
    let surplus = abs(growth) - inflow.tolerance - exits.tolerance
    let years = Double(scenario.time.durationMonths) / 12
    // A stock that grows evenly lies half of the growth from its start, on average over the window.
    guard surplus * years / 2 > band else { return }
    let end = max(0, size + growth * years)
    let change = "\(ScenarioChecks.rounded(abs(growth))) a year \(growth > 0 ? "more" : "less")"
    add(
      .adviseBalance, "targets.\(inflow.name)",
      expected: "an inflow near the exits (\(exits.text) a year), so that the stock of"
        + " \(JSONText.number(size)) keeps",
      found: "\(JSONText.number(inflow.value)), which is \(change), so that the stock would"
        + " tend to \(JSONText.number(end.rounded())) in \(ScenarioChecks.rounded(years)) years",
      hint: "state what grows, or check that all figures count the same persons over a year")
  }

  private mutating func adviseOnStart() {
    guard let stock = stated("stock.clients") else { return }
    let start = Double(scenario.population.clients)
    guard
      abs(start - stock.value) > max(stock.tolerance, ScenarioChecks.startTolerance * stock.value)
    else { return }
    add(
      .adviseBalance, "population.clients",
      expected: "a start near the stock under targets (\(JSONText.number(stock.value)))",
      found: JSONText.number(start))
  }

  private mutating func adviseOnGroups(of metric: String) {
    guard let whole = stated(metric) else { return }
    let parts = groupNames.compactMap { stated(metric, group: $0) }
    guard parts.count == groupNames.count else { return }
    let sum = parts.reduce(0) { $0 + $1.value }
    let band = parts.reduce(whole.tolerance) { $0 + $1.tolerance }
    guard abs(sum - whole.value) > band else { return }
    let terms = parts.map { JSONText.number($0.value) }.joined(separator: " + ")
    add(
      .adviseBalance, "targets.\(whole.name)",
      expected: "the sum of its groups (\(terms) = \(ScenarioChecks.rounded(sum)))",
      found: JSONText.number(whole.value))
  }
}
