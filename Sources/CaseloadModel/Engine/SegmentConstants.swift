import SimulationKernel

/// Everything that depends on a segment, in the order of `population.segments`.
struct SegmentConstants {
  /// Factor on exits to regular work.
  var workFactor: Double
  /// Factor on exits for other reasons.
  var otherFactor: Double
  /// Factor on the interval between contacts.
  var intervalFactor: Double
  /// Whether clients are served only when they ask for it.
  var onRequestOnly: Bool
  /// Longest time in the segment, in minutes; 0 when there is no limit.
  var maximumMinutes: Double
  /// The segment to which clients go at the limit; -1 when they leave.
  var next: Int
  /// Share that goes to the next segment at the limit.
  var nextShare: Double
  /// Share in the register of restricted instruments and jobs.
  var registerShare: Double
  /// Share aged 55 or more.
  var olderShare: Double
  /// Whether applicants have a search period.
  var hasSearchPeriod: Bool
  /// Cost of the benefit, in euro a year.
  var benefitPerYear: Double
  /// Highest factor on exits to regular work of this and the following segments.
  var workCeiling: Double
  /// Highest factor on other exits of this and the following segments.
  var otherCeiling: Double

  /// Gathers the constants of all segments.
  ///
  /// - Precondition: named groups and segments exist; the scenario reader checks this.
  static func table(of scenario: Scenario) -> [SegmentConstants] {
    let population = scenario.population
    return population.segments.map { segment in
      SegmentConstants(
        workFactor: segment.workFactor, otherFactor: segment.otherFactor,
        intervalFactor: segment.intervalFactor, onRequestOnly: segment.onRequestOnly,
        maximumMinutes: segment.maximumMonths * SimulationClock.minutesPerYear / 12,
        next: population.segments.firstIndex { $0.name == segment.nextSegment } ?? -1,
        nextShare: segment.nextShare, registerShare: segment.registerShare,
        olderShare: segment.olderShare < 0 ? population.olderShare : segment.olderShare,
        hasSearchPeriod: segment.searchPeriod,
        benefitPerYear: segment.benefitFactor * scenario.costs.benefitPerYearEuro,
        workCeiling: ceiling(of: segment, in: population.segments, by: { $0.workFactor }),
        otherCeiling: ceiling(of: segment, in: population.segments, by: { $0.otherFactor }))
    }
  }

  /// The highest factor along the chain of segments; a chain that turns back ends there.
  private static func ceiling(
    of segment: ClientSegment, in all: [ClientSegment], by factor: (ClientSegment) -> Double
  ) -> Double {
    var highest = factor(segment)
    var current = segment
    for _ in all {
      guard let next = all.first(where: { $0.name == current.nextSegment }) else { break }
      highest = max(highest, factor(next))
      current = next
    }
    return highest
  }
}

/// Cumulative shares of the groups in one segment.
struct GroupShares {
  /// In the initial stock.
  var stock: [Double] = []
  /// Among applicants.
  var inflow: [Double] = []

  /// Gathers the shares of all segments.
  static func table(of population: PopulationSettings) -> [GroupShares] {
    population.segments.map { segment in
      var shares = GroupShares()
      for group in population.groups {
        let share = segment.shares(of: group)
        shares.stock.append((shares.stock.last ?? 0) + share.stock)
        shares.inflow.append((shares.inflow.last ?? 0) + share.inflow)
      }
      return shares
    }
  }

  /// The position of a draw in cumulative shares.
  static func index(of draw: Double, in cumulative: [Double]) -> Int {
    for index in cumulative.indices where draw < cumulative[index] { return index }
    return cumulative.count - 1
  }
}
