import SimulationKernel

extension StaffingRule {
  /// Whether the number of caseworkers is worked out anew from the stock every year.
  var followsStock: Bool { self == .normHours || self == .caseloadNorm }
}

/// Hours that people have and numbers of caseworkers that follow, by the calendar of an average year.
///
/// The run and the arithmetic before it use this one piece of code.
public struct StaffingNumbers: Sendable {
  /// Days in an average year, for the arithmetic outside a run.
  public static let daysPerYear = SimulationClock.daysPerYear
  /// Weekdays in such a year.
  public static let weekdaysPerYear = daysPerYear * SimulationClock.workingDaysPerWeek / 7
  /// The least number of caseworkers that a rule which follows the stock asks for, in fte.
  public static let leastFte = 0.1
  /// The least hours a year that norm hours are divided by, so that no scenario asks for endless staff.
  static let leastCaseHours = 1.0

  /// The scenario.
  private let scenario: Scenario

  /// Gathers the numbers of a scenario.
  public init(_ scenario: Scenario) { self.scenario = scenario }

  /// Hours in office of one full-time equivalent a year, after holidays, leave and sickness.
  public var hoursInOfficePerFte: Double {
    let staffing = scenario.staffing
    let holidays = DutchHolidays.meanOnWeekdays(liberationDay: scenario.time.liberationDay)
    let days = max(
      0,
      StaffingNumbers.weekdaysPerYear - holidays - closedDaysPerYear - staffing.leaveDaysPerYear)
    return days * (1 - staffing.sicknessShare) * staffing.fullTimeHoursPerWeek
      / SimulationClock.workingDaysPerWeek
  }

  /// Weekdays a year of the run on which the office is closed beside public holidays.
  private var closedDaysPerYear: Double {
    let time = scenario.time
    let boundaries = ObservationDays(time)
    let run = time.start.dayNumber..<(time.start.dayNumber + boundaries.end)
    var days: [Int] = []
    for closed in time.closedDays
    where run.contains(closed.date.dayNumber) && closed.date.weekday < 5
      && !DutchHolidays.isHoliday(closed.date, liberationDay: time.liberationDay)
      && !days.contains(closed.date.dayNumber)
    { days.append(closed.date.dayNumber) }
    return Double(days.count) / Double(time.warmUpMonths + time.durationMonths) * 12
  }

  /// The part of a kind of work that roles take off the caseworkers, 0…1.
  public func taken(_ share: (StaffRole) -> Double) -> Double {
    var total = 0.0
    for role in scenario.staffing.roles { total += share(role) }
    return min(1, total)
  }

  /// Hours left for clients of one full-time equivalent of caseworkers a year: without side tasks, and
  /// without the administration that roles do not take over.
  public var caseHoursPerFte: Double {
    let staffing = scenario.staffing
    let administration = staffing.administrationShare * (1 - taken { $0.administrationTaken })
    return hoursInOfficePerFte * max(0, 1 - administration - staffing.sideTaskShare)
  }

  /// Caseworkers in full-time equivalents by the scenario's own rule.
  ///
  /// `stock` gives the present clients by believed group; `nil` stands for the initial stock.
  public func caseworkerFte(stock: [Int]? = nil) -> Double {
    caseworkerFte(by: scenario.staffing.rule, stock: stock)
  }

  /// Caseworkers in full-time equivalents by a rule.
  public func caseworkerFte(by rule: StaffingRule, stock: [Int]? = nil) -> Double {
    let staffing = scenario.staffing
    switch rule {
    case .fte: return staffing.fte
    case .budget:
      let price = scenario.costs.ftePerYearEuro
      return price > 0 ? staffing.budgetPerYearEuro / price : staffing.fte
    case .normHours:
      return max(
        StaffingNumbers.leastFte,
        normHours(stock: stock) / max(StaffingNumbers.leastCaseHours, caseHoursPerFte))
    case .caseloadNorm:
      var clients = 0
      for count in stock ?? [scenario.population.clients] { clients += count }
      return max(StaffingNumbers.leastFte, Double(clients) / scenario.caseload.normPerFte)
    }
  }

  /// Norm hours a year of all clients.
  private func normHours(stock: [Int]?) -> Double {
    var hours = 0.0
    for (index, group) in scenario.population.groups.enumerated() {
      let clients =
        stock.map { Double($0[index]) }
        ?? scenario.population.initialShare(ofGroup: index) * Double(scenario.population.clients)
      let norm = scenario.service.norms.first { $0.group == group.name }
      hours += clients * (norm?.normHoursPerYear ?? 0)
    }
    return hours
  }
}

extension PopulationSettings {
  /// The part of the initial stock in a group, over all segments.
  ///
  /// As differences of cumulative shares, which is how groups are drawn.
  public func initialShare(ofGroup group: Int) -> Double {
    var share = 0.0
    for segment in segments {
      var before = 0.0
      for index in 0..<group { before += segment.shares(of: groups[index]).stock }
      let upTo = before + segment.shares(of: groups[group]).stock
      share += segment.stockShare * (upTo - before)
    }
    return share
  }
}
