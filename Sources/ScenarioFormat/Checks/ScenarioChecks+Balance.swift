import CaseloadModel

// Own figures that cannot hold together, by arithmetic alone.
extension ScenarioChecks {
  /// The part of the stock by which the start may differ from the target without a word.
  private static let startTolerance = 0.1
  /// Clients below whom chance moves the stock more than the inflow does.
  private static let fewClients = 50.0
  /// How often the stock in the long run may be the stated one, or the other way round, without a word: the
  /// arithmetic knows nothing of what the scenario's service does to exits.
  private static let inflowTolerance = 3.0
  /// The part of the stock by which it may change within the run without a word.
  private static let changeTolerance = 0.25

  /// Warns of stated stocks that the stated inflow and exits cannot keep, and of groups that do not add up.
  mutating func adviseOnTargets() {
    adviseOnBalance()
    adviseOnStart()
    adviseOnInflow()
    for definition in MetricCatalog.all
    where definition.isPerGroup && [.persons, .personsPerYear].contains(definition.unit) {
      adviseOnGroups(of: definition.metric.id)
    }
    adviseOnTargetRelations()
    adviseOnTargetUnits()
  }

  /// The stated figure of a metric over the whole window; `nil` when there is none.
  private func stated(_ metric: String, group: String = "") -> FitTarget? {
    scenario.targets.first {
      $0.metricID == metric && $0.group == group && $0.measure == .value && $0.year == 0
        && $0.date.isEmpty
    }
  }

  /// Exits a year as targets state them.
  private struct StatedExits {
    let value: Double
    /// How far they may be off.
    let tolerance: Double
    let text: String
    /// Whether these are the exits for all reasons; otherwise there are more.
    let areAll: Bool
  }

  /// The exits a year: those that are stated as a whole, or the parts that are stated, as numbers or as rates of a stock.
  private func statedExits(of stock: Double) -> StatedExits? {
    func exits(_ reason: String) -> (value: Double, tolerance: Double, text: String)? {
      if let count = stated("outflow.\(reason).perYear") {
        return (count.value, count.tolerance, JSONText.number(count.value))
      }
      return stated("outflow.\(reason).rate").map { rate in
        (
          rate.value * stock, rate.tolerance * stock,
          "\(JSONText.number(rate.value)) × \(JSONText.number(stock))"
        )
      }
    }
    if let total = exits("total") {
      return StatedExits(
        value: total.value, tolerance: total.tolerance, text: total.text, areAll: true)
    }
    let parts = ["work", "subsidised", "other"].compactMap(exits)
    guard !parts.isEmpty else { return nil }
    return StatedExits(
      value: parts.reduce(0) { $0 + $1.value }, tolerance: parts.reduce(0) { $0 + $1.tolerance },
      text: parts.map(\.text).joined(separator: " + "), areAll: parts.count == 3)
  }

  private mutating func adviseOnBalance() {
    guard let inflow = stated("inflow.perYear") else { return }
    let stock = stated("stock.clients")
    let size = stock?.value ?? Double(scenario.population.clients)
    guard let exits = statedExits(of: size) else { return }
    let band = stock?.tolerance ?? size / 10
    let growth = inflow.value - exits.value
    // Exits for reasons that are not stated come on top, so that only a stock that falls is sure.
    guard exits.areAll || growth < 0 else { return }
    let surplus = abs(growth) - inflow.tolerance - exits.tolerance
    let years = Double(scenario.time.durationMonths) / 12
    // A stock that grows evenly lies half of the growth from its start, on average over the window; it does so from the
    // beginning of the warm-up on.
    let warmUpYears = Double(scenario.time.warmUpMonths) / 12
    guard surplus * (warmUpYears + years / 2) > band else { return }
    let end = max(0, size + growth * years)
    let change = "\(ScenarioChecks.rounded(abs(growth))) a year \(growth > 0 ? "more" : "less")"
    add(
      .adviseBalance, "targets.\(inflow.name)",
      expected:
        "an inflow near the exits (\(exits.text)\(exits.areAll ? "" : " and more") a year), so that the stock of"
        + " \(JSONText.number(size)) keeps\(stock.map { ", as targets.\($0.name) says" } ?? "")",
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

  /// Warns of an inflow that, at the exit rates, cannot keep the number of clients at the start.
  private mutating func adviseOnInflow() {
    let clients = Double(scenario.population.clients)
    guard clients >= ScenarioChecks.fewClients, !isMeantToMove else { return }
    let tends = StationaryStock(scenario)
    guard tends.clients > 0 else { return }
    let years = Double(scenario.time.warmUpMonths + scenario.time.durationMonths) / 12
    let wanted = stated("stock.clients")
    let size = wanted?.value ?? clients
    let change = tends.clients(after: years, from: clients) - size
    guard
      tends.clients > size * ScenarioChecks.inflowTolerance
        || tends.clients * ScenarioChecks.inflowTolerance < size,
      abs(change) > ScenarioChecks.changeTolerance * size
    else { return }
    let applications = scenario.inflow.applicationsPerYear
    let needed = applications * size / tends.clients
    let source = wanted.map { "targets.\($0.name)" } ?? "population.clients"
    add(
      .adviseBalance, "inflow.applicationsPerYear",
      expected: "an inflow that keeps the \(JSONText.number(size)) clients of \(source)",
      found: "\(JSONText.number(applications)):"
        + " \(ScenarioChecks.figure(tends.newcomersPerYear)) people come in a year, each for"
        + " \(ScenarioChecks.figure(tends.yearsPerNewcomer)) years in all at the rates of exit and"
        + " return, so that the stock would tend to about \(ScenarioChecks.figure(tends.clients))",
      hint: "about \(ScenarioChecks.figure(needed)) applications a year would keep it; "
        + (wanted == nil
          ? "a stock that is to grow or shrink can be stated under targets, with the year of each figure"
          : "a run takes the applications as they are, and caseload fit looks for others that meet the targets")
    )
  }

  /// A number for people: whole, or with one digit below ten.
  private static func figure(_ value: Double) -> String {
    StaffingArithmetic.decimal(value, value < 10 ? 1 : 0)
  }

  /// Whether a stock that grows or shrinks is plainly wanted: nobody applies, stocks of years or days are stated under
  /// targets, or what moves it changes on a date.
  private var isMeantToMove: Bool {
    if scenario.inflow.applicationsPerYear == 0 { return true }
    if scenario.targets.contains(where: {
      $0.metricID == "stock.clients" && $0.measure == .value && ($0.year > 0 || !$0.date.isEmpty)
    }) {
      return true
    }
    let movers = ["inflow", "outflow", "population", "labourMarket"]
    return scenario.interventions.changes.contains { change in
      change.set.contains { value in movers.contains { value.path.hasPrefix($0 + ".") } }
    }
  }

  private mutating func adviseOnGroups(of metric: String) {
    guard let whole = stated(metric) else { return }
    let parts = groupNames.compactMap { stated(metric, group: $0) }
    guard !parts.isEmpty else { return }
    let areAll = parts.count == groupNames.count
    let sum = parts.reduce(0) { $0 + $1.value }
    let band = parts.reduce(whole.tolerance) { $0 + $1.tolerance }
    guard sum - whole.value > band || (areAll && whole.value - sum > band) else { return }
    let terms = parts.map { JSONText.number($0.value) }.joined(separator: " + ")
    add(
      .adviseBalance, "targets.\(whole.name)",
      expected:
        "\(areAll ? "" : "no less than ")the sum of its groups (\(terms) = \(ScenarioChecks.rounded(sum)))",
      found: JSONText.number(whole.value))
  }
}
