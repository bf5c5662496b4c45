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
  /// The segment to which people of this one return.
  var returnSegment: Int
  /// Readiness from which part-time work is possible.
  var partTimeFromReadiness: Double
  /// Share of the benefit that is still paid beside part-time work.
  var partTimeBenefitShare: Double
  /// Transfers out of the segment of a client in the group most concerned, per minute.
  var transferRate: Double
  /// Highest factor on exits to regular work of this and the following segments.
  var workCeiling: Double
  /// Highest factor on other exits of this and the following segments.
  var otherCeiling: Double

  /// Gathers the constants of all segments.
  ///
  /// - Precondition: named groups and segments exist; the scenario reader checks this.
  static func table(of scenario: Scenario) -> [SegmentConstants] {
    let population = scenario.population
    let names = population.segments.map { $0.name }
    return population.segments.enumerated().map { index, segment in
      let reached = reachable(from: index, in: population)
      return SegmentConstants(
        workFactor: segment.workFactor, otherFactor: segment.otherFactor,
        intervalFactor: segment.intervalFactor, onRequestOnly: segment.onRequestOnly,
        maximumMinutes: longest(segment.maximumMonths),
        next: population.segments.firstIndex { $0.name == segment.nextSegment } ?? -1,
        nextShare: segment.nextShare, registerShare: segment.registerShare,
        olderShare: segment.olderShare < 0 ? population.olderShare : segment.olderShare,
        hasSearchPeriod: segment.searchPeriod,
        benefitPerYear: segment.benefitFactor * scenario.costs.benefitPerYearEuro,
        returnSegment: names.firstIndex(of: segment.returnSegment) ?? index,
        partTimeFromReadiness: segment.partTimeFromReadiness,
        partTimeBenefitShare: segment.partTimeBenefitShare < 0
          ? scenario.outflow.partTimeBenefitShare : segment.partTimeBenefitShare,
        transferRate: transferRate(from: segment.name, in: population),
        workCeiling: reached.reduce(0) { max($0, population.segments[$1].workFactor) },
        otherCeiling: reached.reduce(0) { max($0, population.segments[$1].otherFactor) })
    }
  }

  /// The longest time in minutes; a limit is at least a day, or two segments could pass a client on to
  /// and fro within a minute.
  private static func longest(_ months: Double) -> Double {
    let day = Double(SimulationClock.minutesPerDay)
    return months > 0 ? max(day, months * SimulationClock.minutesPerYear / 12) : 0
  }

  /// Transfers out of a segment, per minute, of a client of the group that is most concerned.
  private static func transferRate(from name: String, in population: PopulationSettings) -> Double {
    var highest = 0.0
    for group in population.groups {
      let rate = population.transfers.reduce(0) {
        $1.from == name && ($1.group.isEmpty || $1.group == group.name) ? $0 + $1.perYear : $0
      }
      highest = max(highest, rate)
    }
    return highest / SimulationClock.minutesPerYear
  }

  /// The segments in which a client of one may be in the same spell, that one first.
  private static func reachable(from start: Int, in population: PopulationSettings) -> [Int] {
    let names = population.segments.map { $0.name }
    var reached = [start]
    var next = 0
    while next < reached.count {
      let segment = population.segments[reached[next]]
      next += 1
      let targets =
        [segment.nextSegment]
        + population.transfers.filter { $0.from == segment.name }.map { $0.to }
      for target in targets {
        if let index = names.firstIndex(of: target), !reached.contains(index) {
          reached.append(index)
        }
      }
    }
    return reached
  }
}

/// A transfer between laws, by number of segments and groups.
struct TransferConstants {
  /// The segment that clients leave.
  var from: Int
  /// The segment that they go to; -1 when they leave.
  var to: Int
  /// The group concerned; -1 for all.
  var group: Int
  /// Transfers per client and minute.
  var rate: Double

  /// Gathers the transfers of a scenario.
  static func table(of population: PopulationSettings) -> [TransferConstants] {
    let names = population.segments.map { $0.name }
    return population.transfers.map { transfer in
      TransferConstants(
        from: names.firstIndex(of: transfer.from) ?? -1,
        to: names.firstIndex(of: transfer.to) ?? -1,
        group: population.groups.firstIndex { $0.name == transfer.group } ?? -1,
        rate: transfer.perYear / SimulationClock.minutesPerYear)
    }
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

extension Terms {
  /// The segment of somebody who comes in, or of the initial stock, by a draw of 0…1.
  func segment(by draw: Double, isInitial: Bool) -> Int {
    guard segments.count > 1 else { return 0 }
    var cumulative = 0.0
    for index in scenario.population.segments.indices {
      let segment = scenario.population.segments[index]
      cumulative += isInitial ? segment.stockShare : segment.inflowShare
      if draw < cumulative { return index }
    }
    return segments.count - 1
  }
}
