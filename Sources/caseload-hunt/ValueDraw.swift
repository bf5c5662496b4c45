import ScenarioFormat

/// Draws values of a parameter, with a liking for the ends of its range.
enum ValueDraw {
  /// Highest values of keys that set how much work a run is, so that a case takes moments.
  ///
  /// The range itself is not tried here beyond them: what a large run takes is told before it starts.
  static let limits: [String: Double] = [
    "population.clients": 60, "inflow.applicationsPerYear": 1_500, "staffing.fte": 12,
    "staffing.roles.fte": 6, "labourMarket.vacancies.perYear": 800,
    "labourMarket.vacancies.candidates": 12, "interventions.campaigns.externalFte": 6,
    "trajectories.instruments.places": 5_000_000, "staffing.budgetPerYearEuro": 1e6,
    "service.norms.normHoursPerYear": 30, "costs.ftePerYearEuro": 1_000_000,
  ]
  /// Lowest values of keys below which a run becomes large.
  static let floors: [String: Double] = [
    "caseload.normPerFte": 5, "staffing.contractHoursPerWeek": 0.5,
    "staffing.fullTimeHoursPerWeek": 1, "costs.ftePerYearEuro": 50_000,
  ]

  /// A value of a number's range: an end, the number next to it, a tiny one, or one between.
  static func number(_ bounds: Bounds, path: String, using draws: inout DrawStream) -> String {
    let high = min(bounds.highest, limits[path] ?? .infinity)
    let low = max(bounds.lowest, floors[path] ?? -.infinity)
    let value: Double
    switch draws.below(12) {
    case 0...2: value = low
    case 3...5: value = high
    case 6: value = low.nextUp
    case 7: value = high.nextDown
    case 8: value = low + draws.choice([1e-300, 1e-160, 1e-12, 1e-8, 1e-4])
    case 9: value = low + (high - low) * draws.uniform()
    case 10: value = low + (high - low) * 0.5
    // Small numbers are the usual ones, whatever the range allows.
    default: value = low + min(high - low, 1) * draws.uniform()
    }
    if bounds.contains(value), value <= high, value >= low { return text(value) }
    return text(bounds.contains(high) ? high : high.nextDown)
  }

  /// A value of a whole number's range.
  static func integer(_ range: ClosedRange<Int>, path: String, using draws: inout DrawStream)
    -> String
  {
    let high = min(range.upperBound, Int(limits[path] ?? 1e9))
    let low = range.lowerBound
    switch draws.below(6) {
    case 0, 1: return String(low)
    case 2, 3: return String(high)
    case 4: return String(min(high, low + 1 + draws.below(3)))
    default: return String(low + draws.below(min(1_000, high - low) + 1))
    }
  }

  /// Parts of a whole: one for everybody, none for some, or at random; they add up to `total`.
  static func parts(_ count: Int, total: Double = 1, using draws: inout DrawStream) -> [Double] {
    guard count > 1 else { return [total] }
    switch draws.below(4) {
    case 0:
      let whole = draws.below(count)
      return (0..<count).map { $0 == whole ? total : 0 }
    case 1: return Array(repeating: total / Double(count), count: count)
    default:
      let weights = (0..<count).map { _ in draws.happens(0.2) ? 0 : draws.uniform() }
      let sum = weights.reduce(0, +)
      guard sum > 0 else { return Array(repeating: total / Double(count), count: count) }
      return weights.map { $0 / sum * total }
    }
  }

  /// A number as JSON; "5e-324" and the like read back as the same number.
  static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
