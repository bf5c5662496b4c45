import SimulationKernel

/// The part of the stock that a client counts in.
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

  /// The ratio; NaN without a denominator.
  var ratio: Double { top / bottom }
}

/// Collects what a replication reports.
///
/// Every metric is a ratio of two sums, kept per group: one pair for the month in progress, one for
/// the observation window. Sums are closed at each observation, so that the series and the window
/// agree to the last digit.
struct Observer: ~Copyable {
  /// Days on which the stock is observed.
  let days: ObservationDays
  /// Parts of the stock for which metrics are kept: all clients, groups, and segments when several.
  let groupCount: Int
  /// Number of the first segment's part; 0 when there is one segment only.
  private let firstSegment: Int
  /// Cost of benefits at present, in euro a year.
  private var benefits = 0.0
  private var benefitMinutes = 0.0
  private var benefitsChanged = 0
  /// Clients in stock by part; all clients first.
  private(set) var stock: [Int]
  /// Client-minutes since the last observation, up to `lastChange`.
  private var clientMinutes: [Double]
  private var lastChange: [Int]
  /// Sums of the period in progress, by metric and part of the stock.
  private let period: Column<MetricSums>
  /// Sums of the observation window.
  private let window: Column<MetricSums>
  private(set) var series: [Double] = []
  private(set) var observed: [Int] = []
  /// Number of the next observation.
  private(set) var nextObservation = 0
  private var lastObservation = 0
  /// Client-years of the whole run.
  private(set) var clientYears = 0.0

  /// People who ever came in, after the initial stock.
  private(set) var entries = 0
  /// People who left.
  private(set) var exits = 0
  /// People in the initial stock.
  private(set) var initial = 0

  private static let metricCount = Metric.allCases.count

  /// Makes an observer for a number of groups.
  init(groupCount groups: Int, segmentCount: Int, days: ObservationDays) {
    self.days = days
    firstSegment = segmentCount > 1 ? groups + 1 : 0
    groupCount = 1 + groups + (segmentCount > 1 ? segmentCount : 0)
    let cells = Observer.metricCount * groupCount
    stock = Array(repeating: 0, count: groupCount)
    clientMinutes = Array(repeating: 0, count: groupCount)
    lastChange = Array(repeating: 0, count: groupCount)
    period = Column(repeating: MetricSums(), count: cells)
    window = Column(repeating: MetricSums(), count: cells)
  }

  /// Adds to a metric of the parts that a client counts in.
  mutating func add(_ metric: Metric, _ cells: MetricCells, _ top: Double, _ bottom: Double) {
    add(metric, cell: 0, top, bottom)
    add(metric, cell: cells.group + 1, top, bottom)
    if firstSegment > 0 { add(metric, cell: firstSegment + cells.segment, top, bottom) }
  }

  /// Adds to a metric that is kept for all clients together.
  mutating func add(_ metric: Metric, _ top: Double, _ bottom: Double) {
    add(metric, cell: 0, top, bottom)
  }

  /// Adds the present stock of every part to the mean over observations.
  mutating func observeStock() {
    for cell in 0..<groupCount { add(.stockClients, cell: cell, Double(stock[cell]), 1) }
  }

  /// Adds to a metric of one part of the stock; part 0 is all clients.
  mutating func add(_ metric: Metric, cell: Int, _ top: Double, _ bottom: Double) {
    let index = metric.rawValue * groupCount + cell
    period[index].top += top
    period[index].bottom += bottom
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

  /// A client comes into stock.
  mutating func enter(_ cells: MetricCells, isReturn: Bool, at minute: Int) {
    entries += 1
    change(cells, by: 1, at: minute)
    add(.inflowPerYear, cells, 1, 0)
    add(.inflowReturningShare, cells, isReturn ? 1 : 0, 1)
  }

  /// An applicant gets a contract in place of a benefit.
  mutating func divertedToWork() { add(.inflowDiverted, 1, 0) }

  /// A client leaves; `daysToReturn` is `nil` for somebody who will not come back.
  mutating func leave(
    _ cells: MetricCells, reason: ExitReason, spellMinutes: Int, daysToReturn: Double?,
    at minute: Int
  ) {
    exits += 1
    change(cells, by: -1, at: minute)
    add(.outflowTotal, cells, 1, 0)
    switch reason {
    case .work: add(.outflowWork, cells, 1, 0)
    case .subsidised: add(.outflowSubsidised, cells, 1, 0)
    case .other, .sanction, .pensionOrDeath, .limit: add(.outflowOther, cells, 1, 0)
    }
    let returnsWithin = { (days: Double) in daysToReturn.map { $0 <= days } ?? false }
    add(.relapse6m, cells, returnsWithin(182) ? 1 : 0, 1)
    add(.relapse12m, cells, returnsWithin(365) ? 1 : 0, 1)
    if reason.isWork {
      add(.outflowWorkSustained12m, cells, returnsWithin(365) ? 0 : 1, 1)
      add(.costPerWorkExit, 0, 1)
    }
    let isShort = Double(spellMinutes) < SimulationClock.minutesPerYear
    add(.durationEndedUnder1y, cells, isShort ? 1 : 0, 1)
  }

  /// A client moves to another part of the stock.
  mutating func move(from old: MetricCells, to new: MetricCells, at minute: Int) {
    change(old, by: -1, at: minute)
    change(new, by: 1, at: minute)
  }

  /// A client's true readiness moves over rungs of the ladder of six.
  mutating func progress(_ cells: MetricCells, steps: Int) {
    if steps > 0 {
      add(.progressUp, cells, Double(steps), 0)
    } else {
      add(.progressDown, cells, Double(-steps), 0)
    }
  }

  // MARK: - Service and work

  /// A planned contact fell due.
  mutating func contactFellDue() { add(.workloadTasksDone, 0, 1) }

  /// A planned contact was held.
  mutating func contactDone() { add(.workloadTasksDone, 1, 0) }

  /// A contact took place.
  mutating func contact(_ cells: MetricCells, isTwoWay: Bool) {
    if isTwoWay { add(.contactPerClientYear, cells, 1, 0) }
  }

  /// An appointment was kept or missed.
  mutating func appointment(isMissed: Bool, ofCampaign: Bool) {
    add(.contactMissed, isMissed ? 1 : 0, 1)
    if ofCampaign { add(.campaignAttendance, isMissed ? 0 : 1, 1) }
  }

  /// A task came into a queue.
  mutating func taskCreated() { add(.workloadTasksDone, 0, 1) }

  /// A task was done.
  mutating func taskDone() { add(.workloadTasksDone, 1, 0) }

  /// Minutes in office.
  mutating func present(minutes: Int) { add(.workloadUtilisation, 0, Double(minutes)) }

  /// Minutes worked.
  mutating func worked(_ use: TimeUse, minutes: Int) {
    let length = Double(minutes)
    add(.workloadUtilisation, length, 0)
    add(.timeContact, use == .contact ? length : 0, length)
    add(.timeAdministration, use == .administration ? length : 0, length)
    add(.timeOther, use == .other ? length : 0, length)
  }

  /// A client changed hands.
  mutating func handover(_ cells: MetricCells, currencyLost: Double) {
    add(.knowledgeLostAtHandover, cells, currencyLost, 0)
  }

  /// A trajectory started, at a price in euro.
  mutating func trajectoryStart(_ cells: MetricCells, price: Double) {
    add(.trajectoryStarts, cells, 1, 0)
    purchase(price: price)
  }

  /// Something is bought for a client, in euro.
  mutating func purchase(price: Double) {
    add(.costInstruments, price, 0)
    add(.costPerWorkExit, price, 0)
  }

  /// A vacancy is filled by a client, or is gone.
  mutating func vacancyEnded(isFilled: Bool) { add(.vacanciesFilled, isFilled ? 1 : 0, 1) }

  /// A trajectory ended in a placement.
  mutating func trajectoryPlacement() { add(.trajectoryPlacements, 1, 0) }

  /// A trajectory ended.
  mutating func trajectoryEnd(_ cells: MetricCells, isSuccess: Bool) {
    add(.trajectorySuccess, cells, isSuccess ? 1 : 0, 1)
  }

  // MARK: - Observations

  /// Closes the period that ends at `minute`: fills in the denominators that are time, writes a row of
  /// the series after the warm-up, and starts the next period.
  mutating func closePeriod(at minute: Int, staffCost: Double) {
    let years = Double(minute - lastObservation) / SimulationClock.minutesPerYear
    for cell in 0..<groupCount {
      change(cell: cell, by: 0, at: minute)
      let personYears = clientMinutes[cell] / SimulationClock.minutesPerYear
      clientMinutes[cell] = 0
      if cell == 0 { clientYears += personYears }
      for metric in Observer.perClientYear { add(metric, cell: cell, 0, personYears) }
      add(.inflowPerYear, cell: cell, 0, years)
      add(.trajectoryStarts, cell: cell, 0, years)
    }
    changeBenefits(by: 0, at: minute)
    add(.costBenefits, benefitMinutes / SimulationClock.minutesPerYear, years)
    benefitMinutes = 0
    add(.inflowDiverted, 0, years)
    add(.trajectoryPlacements, 0, years)
    add(.costStaff, staffCost * years, years)
    add(.costPerWorkExit, staffCost * years, 0)
    add(.costInstruments, 0, years)
    lastObservation = minute
    let isObserved = minute > days.warmUpEnd * SimulationClock.minutesPerDay
    for index in period.indices {
      if isObserved {
        series.append(period[index].ratio)
        window[index].top += period[index].top
        window[index].bottom += period[index].bottom
      }
      period[index] = MetricSums()
    }
    if isObserved { observed.append(days.startNumber + minute / SimulationClock.minutesPerDay) }
    nextObservation += 1
  }

  /// Events per client and year of a group.
  private static let perClientYear: [Metric] = [
    .outflowTotal, .outflowWork, .outflowSubsidised, .outflowOther, .progressUp, .progressDown,
    .contactPerClientYear, .knowledgeLostAtHandover,
  ]

  /// Values over the window; a ratio without a denominator is NaN.
  var values: [Double] {
    var values: [Double] = []
    for index in window.indices { values.append(window[index].ratio) }
    return values
  }
}
