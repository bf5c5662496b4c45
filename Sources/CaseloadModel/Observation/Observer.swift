import SimulationKernel

/// The cells of the stock that a client counts in.
struct MetricCells {
  /// The believed group.
  var group: Int
  /// The segment.
  var segment: Int
}

/// The two sums whose ratio is a metric.
struct MetricSums {
  /// Numerator.
  var top = 0.0
  /// Denominator.
  var bottom = 0.0

  /// The ratio; NaN without a denominator, whatever stands above the line.
  var ratio: Double { bottom == 0 ? .nan : top / bottom }
}

/// Collects what a replication reports.
///
/// The rooms tell what happens, as tallies; the stock and the staff are read at each observation. Then the
/// period is closed in one loop over the metrics: each is the ratio of two sums. Sums of the window are
/// added up from those of its periods, so that the series and the window agree to the last digit.
struct Observer: ~Copyable {
  /// Days on which the stock is observed.
  let days: ObservationDays
  /// Cells, the parts of clients and staff for which metrics are kept: the whole, groups, segments when several, roles and campaigns.
  let cellCount: Int
  /// Cells of the stock among them: all clients, groups and segments.
  private let clientCellCount: Int
  /// Number of the first campaign's cell.
  private let firstCampaign: Int
  /// Number of the first segment's cell; 0 when there is one segment only.
  let firstSegment: Int
  /// Where each metric finds its sums.
  private let plan: ObservationPlan
  /// Cost of benefits at present, in euro a year.
  private(set) var benefits = 0.0
  /// Cost of benefits in this period up to `benefitsChanged`, in euro a year times minutes.
  private var benefitMinutes = 0.0
  /// Minute of the last change of `benefits`.
  private var benefitsChanged = 0
  /// Clients in stock by cell; all clients first.
  private(set) var stock: [Int]
  /// Client-minutes since the last observation, up to `lastChange`.
  private var clientMinutes: [Double]
  /// Minute of the last change of the stock, by cell.
  private var lastChange: [Int]
  /// Sums of the period in progress, by place in the plan and cell of the stock.
  private var period: Column<Double>
  /// Minutes of contact of the period in progress, by readiness at the contact.
  private var contactTime = ReadinessBands()
  /// Sums of the observation window, by metric and cell of the stock.
  private var window: Column<MetricSums>
  /// Values per observation, metric and cell of the stock.
  private(set) var series: [Double] = []
  /// Denominators per observation, in the layout of `series`.
  private(set) var seriesWeights: [Double] = []
  /// Day numbers (days since 1970-01-01) of the observations.
  private(set) var observed: [Int] = []
  /// Whether the tallies of the last period are kept, for a recorder.
  var keepsTallies: Bool
  /// Sums of the last period, by tally and cell, when they are kept.
  private var lastTallies: [Double] = []
  /// Number of the next observation.
  private(set) var nextObservation = 0
  /// Minute of the last observation.
  private(set) var lastObservation = 0
  /// People who came on benefit for the first time, followed for two years.
  var newcomers = Newcomers()
  /// What is remembered of each client, by number.
  private var courses = Column<ObservedCourse>()
  /// Client-years of the whole run.
  private(set) var clientYears = 0.0

  /// People who ever came in, after the initial stock.
  private(set) var entries = 0
  /// People who left.
  private(set) var exits = 0
  /// People in the initial stock.
  private(set) var initial = 0

  /// Makes an observer for a number of groups and segments, of roles when there are several, and of
  /// campaigns.
  init(
    groupCount groups: Int, segmentCount: Int, roleCount: Int = 1, campaignCount: Int = 0,
    days: ObservationDays, keepsTallies: Bool = false, plan: ObservationPlan = .shared
  ) {
    self.days = days
    self.keepsTallies = keepsTallies
    self.plan = plan
    firstSegment = segmentCount > 1 ? groups + 1 : 0
    clientCellCount = 1 + groups + (segmentCount > 1 ? segmentCount : 0)
    firstCampaign = clientCellCount + (roleCount > 1 ? roleCount : 0)
    cellCount = firstCampaign + campaignCount
    stock = Array(repeating: 0, count: clientCellCount)
    clientMinutes = Array(repeating: 0, count: clientCellCount)
    lastChange = Array(repeating: 0, count: clientCellCount)
    period = Column(repeating: 0, count: plan.placeCount * cellCount)
    window = Column(repeating: MetricSums(), count: plan.ratios.count * cellCount)
  }

  // MARK: - Sums of the period

  /// Adds to a tally of one group alone, when it becomes known later than the rest.
  mutating func add(_ tally: Tally, group: Int) { add(1, at: tally.rawValue, cell: group + 1) }

  /// Adds to a tally of the cells that a client counts in.
  mutating func add(_ tally: Tally, _ cells: MetricCells, _ amount: Double = 1) {
    add(amount, at: tally.rawValue, cell: 0)
    add(amount, at: tally.rawValue, cell: cells.group + 1)
    if firstSegment > 0 { add(amount, at: tally.rawValue, cell: firstSegment + cells.segment) }
  }

  /// Adds to a tally of all clients together.
  mutating func add(_ tally: Tally, _ amount: Double = 1) {
    add(amount, at: tally.rawValue, cell: 0)
  }

  /// Adds to a tally of the staff, and to that of a role when there are several; externals are in the whole alone.
  mutating func add(_ tally: Tally, _ amount: Double, role: Int) {
    add(tally, amount)
    if clientCellCount + role < firstCampaign {
      add(amount, at: tally.rawValue, cell: clientCellCount + role)
    }
  }

  /// Adds one value to a mean over observations.
  mutating func add(value: Double, at place: Int) {
    add(value, at: place, cell: 0)
    add(1, at: place + 1, cell: 0)
  }

  /// Adds to the sum at a place of the plan, of one cell of the stock; cell 0 is all clients.
  mutating func add(_ amount: Double, at place: Int, cell: Int) {
    period[place * cellCount + cell] += amount
  }

  // MARK: - Courses of clients

  /// A person takes a place in the tables.
  mutating func meet(_ client: Int) {
    while courses.count <= client { courses.append(ObservedCourse()) }
    courses[client] = ObservedCourse()
  }

  /// What is remembered of a client.
  func course(of client: Int) -> ObservedCourse { courses[client] }

  /// Remembers something of a client.
  mutating func remember(_ client: Int, _ change: (inout ObservedCourse) -> Void) {
    change(&courses[client])
  }

  // MARK: - Stock and flows

  private mutating func change(cell: Int, by count: Int, at minute: Int) {
    clientMinutes[cell] += Double(stock[cell]) * Double(minute - lastChange[cell])
    lastChange[cell] = minute
    stock[cell] += count
  }

  private mutating func change(_ cells: MetricCells, by count: Int, at minute: Int) {
    change(cell: 0, by: count, at: minute)
    change(cell: cells.group + 1, by: count, at: minute)
    if firstSegment > 0 { change(cell: firstSegment + cells.segment, by: count, at: minute) }
  }

  /// The cost of benefits changes, in euro a year.
  mutating func changeBenefits(by amount: Double, at minute: Int) {
    benefitMinutes += benefits * Double(minute - benefitsChanged)
    benefitsChanged = minute
    benefits += amount
  }

  /// A client of the initial stock.
  mutating func enterInitial(_ cells: MetricCells) {
    initial += 1
    change(cells, by: 1, at: 0)
  }

  /// A client comes into stock; the group is found at the intake.
  mutating func enter(_ client: Int, _ cells: MetricCells, isReturn: Bool, at minute: Int) {
    if isReturn {
      newcomers.change(courses[client].newcomer) { $0.go(to: .onBenefit, at: minute) }
    } else if minute >= days.warmUpEnd * SimulationClock.minutesPerDay {
      courses[client].newcomer = newcomers.add(Newcomer(segment: cells.segment, at: minute))
    }
    entries += 1
    change(cells, by: 1, at: minute)
    for tally in isReturn ? [Tally.entries, .returns] : [.entries] {
      add(tally)
      if firstSegment > 0 {
        add(1, at: tally.rawValue, cell: firstSegment + cells.segment)
      }
    }
  }

  /// Adds minutes of contact with a client of a readiness.
  mutating func addContactTime(_ minutes: Double, readiness: Double) {
    contactTime.add(minutes, at: readiness)
  }

  /// Divides the contact time of the period by the fifths of the stock that is observed.
  mutating func addContactTime(byReadinessOf clients: borrowing ReadinessBands) {
    let (top, bottom) = contactTime.inTopAndBottomFifth(of: clients)
    add(.contactMinutesOfReadiest, top)
    add(.contactMinutesOfLeastReady, bottom)
  }

  /// A client leaves.
  mutating func leave(_ cells: MetricCells, at minute: Int) {
    exits += 1
    change(cells, by: -1, at: minute)
    add(.exits, cells)
  }

  /// A client whose spell began at `start` moves to another part of the stock; the time up to now belongs to the
  /// old one.
  mutating func move(
    _ client: Int, from old: MetricCells, to new: MetricCells, spellStart start: Int, at minute: Int
  ) {
    addExposure(old, from: exposureBegins(client, spellStart: start), to: minute - start)
    remember(client) { $0.exposedUntil = Int32(minute) }
    change(old, by: -1, at: minute)
    change(new, by: 1, at: minute)
  }

  // MARK: - Observations

  /// Adds what an observation found of the stock.
  mutating func add(_ found: borrowing ObservedStock, withoutWorker: Int) {
    found.report(to: &self)
    for cell in 0..<clientCellCount { add(1, at: Tally.observations.rawValue, cell: cell) }
    add(.clientsWithoutWorker, Double(withoutWorker))
  }

  /// Adds what an observation found of one worker.
  ///
  /// What is a share of the workers with clients counts those of every role in the part of the role, so that
  /// it exists for roles without clients too.
  mutating func add(_ worker: ObservedWorker) {
    let hasRoles = firstCampaign > clientCellCount
    let role = clientCellCount + worker.role
    if worker.carriesCaseload {
      add(.workersObserved)
      for quantity in plan.workers { add(quantity.quantity(worker), at: quantity.place, cell: 0) }
    }
    add(.staffObserved)
    for quantity in plan.staff { add(quantity.quantity(worker), at: quantity.place, cell: 0) }
    guard hasRoles else { return }
    for quantity in plan.workers { add(quantity.quantity(worker), at: quantity.place, cell: role) }
    for quantity in plan.staff { add(quantity.quantity(worker), at: quantity.place, cell: role) }
    add(1, at: Tally.workersObserved.rawValue, cell: role)
    add(1, at: Tally.staffObserved.rawValue, cell: role)
  }

  /// Adds what an observation found of those whom a campaign is for.
  mutating func add(campaign: Int, inScope: Int, unseen: Int) {
    for cell in [0, firstCampaign + campaign] {
      add(Double(inScope), at: Tally.clientsInScope.rawValue, cell: cell)
      add(Double(unseen), at: Tally.clientsInScopeUnseen.rawValue, cell: cell)
    }
  }

  /// Adds what an observation found of the staff together.
  mutating func add(_ staff: borrowing ObservedStaff) {
    for value in plan.staffValues {
      if let found = value.value(staff) { add(value: found, at: value.place) }
    }
  }

  /// Closes the period that ends at `minute`: fills in the tallies that are time, writes a row of
  /// the series after the warm-up, and starts the next period.
  ///
  /// `payroll` is what the staff was and cost in the period, by role.
  mutating func closePeriod(at minute: Int, payroll: [Payroll.Period]) {
    let years = Double(minute - lastObservation) / SimulationClock.minutesPerYear
    for cell in 0..<clientCellCount {
      change(cell: cell, by: 0, at: minute)
      let personYears = clientMinutes[cell] / SimulationClock.minutesPerYear
      clientMinutes[cell] = 0
      if cell == 0 { clientYears += personYears }
      add(personYears, at: Tally.clientYears.rawValue, cell: cell)
      add(years, at: Tally.years.rawValue, cell: cell)
    }
    changeBenefits(by: 0, at: minute)
    add(.benefitsEuro, benefitMinutes / SimulationClock.minutesPerYear)
    benefitMinutes = 0
    for (role, period) in payroll.enumerated() {
      add(.staffEuro, period.cost, role: role)
      add(.fteYears, period.fteYears, role: role)
    }
    for cell in clientCellCount..<firstCampaign { add(years, at: Tally.years.rawValue, cell: cell) }
    closeNewcomers(at: minute)
    lastObservation = minute
    if minute > days.warmUpEnd * SimulationClock.minutesPerDay {
      writeRow()
      observed.append(days.startNumber + minute / SimulationClock.minutesPerDay)
    }
    if keepsTallies { keepTallies() }
    for index in period.indices { period[index] = 0 }
    contactTime.removeAll()
    nextObservation += 1
  }

  private mutating func keepTallies() {
    lastTallies = (0..<Tally.allCases.count * cellCount).map { period[$0] }
  }

  /// The tallies of the last period that was closed, of one part of the stock.
  ///
  /// - Precondition: `keepsTallies`.
  func tallies(ofCell cell: Int) -> [Double] {
    Tally.allCases.map { lastTallies[$0.rawValue * cellCount + cell] }
  }

  private mutating func writeRow() {
    var index = 0
    for ratio in plan.ratios {
      for cell in 0..<cellCount {
        var sums = MetricSums()
        if isKept(ratio.groups, cell) {
          for place in ratio.top { sums.top += period[place * cellCount + cell] }
          for place in ratio.bottom { sums.bottom += period[place * cellCount + cell] }
        }
        series.append(sums.ratio)
        seriesWeights.append(sums.bottom)
        window[index].top += sums.top
        window[index].bottom += sums.bottom
        index += 1
      }
    }
  }

  private func isKept(_ groups: MetricGroups, _ cell: Int) -> Bool {
    guard cell > 0 else { return true }
    switch groups {
    case .allTogether: return false
    case .perGroup, .byGroupAtIntake: return cell < clientCellCount
    case .perRole: return cell >= clientCellCount && cell < firstCampaign
    case .perCampaign: return cell >= firstCampaign
    }
  }

  /// Denominators over the window, in the layout of `values`.
  var weights: [Double] {
    var weights: [Double] = []
    for index in window.indices { weights.append(window[index].bottom) }
    return weights
  }

  /// Values over the window; a ratio without a denominator is NaN.
  var values: [Double] {
    var values: [Double] = []
    for index in window.indices { values.append(window[index].ratio) }
    return values
  }
}
