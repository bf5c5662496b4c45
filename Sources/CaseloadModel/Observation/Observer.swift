import SimulationKernel

/// Collects what a replication reports.
///
/// Every metric is a ratio of two sums, kept per group: one pair for the month in progress, one for
/// the observation window. Sums are closed at each observation, so that the series and the window
/// agree to the last digit.
struct Observer {
  /// Days on which the stock is observed.
  let days: ObservationDays
  /// Groups, that of all clients included.
  let groupCount: Int
  /// Clients in stock by believed group; all clients first.
  private(set) var stock: [Int]
  /// Client-minutes since the last observation, up to `lastChange`.
  private var clientMinutes: [Double]
  private var lastChange: [Int]
  private var numerator: [Double]
  private var denominator: [Double]
  private var windowNumerator: [Double]
  private var windowDenominator: [Double]
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
  init(groupCount: Int, days: ObservationDays) {
    self.days = days
    self.groupCount = groupCount + 1
    let cells = Observer.metricCount * (groupCount + 1)
    stock = Array(repeating: 0, count: groupCount + 1)
    clientMinutes = Array(repeating: 0, count: groupCount + 1)
    lastChange = Array(repeating: 0, count: groupCount + 1)
    numerator = Array(repeating: 0, count: cells)
    denominator = Array(repeating: 0, count: cells)
    windowNumerator = Array(repeating: 0, count: cells)
    windowDenominator = Array(repeating: 0, count: cells)
  }

  /// Adds to a metric of one group and of all clients.
  mutating func add(_ metric: Metric, group: Int, _ top: Double, _ bottom: Double) {
    add(metric, cell: group + 1, top, bottom)
    add(metric, cell: 0, top, bottom)
  }

  /// Adds to a metric that is kept for all clients together.
  mutating func add(_ metric: Metric, _ top: Double, _ bottom: Double) {
    add(metric, cell: 0, top, bottom)
  }

  /// Adds to a metric of one group only.
  mutating func addToGroupOnly(_ metric: Metric, group: Int, _ top: Double, _ bottom: Double) {
    add(metric, cell: group + 1, top, bottom)
  }

  private mutating func add(_ metric: Metric, cell: Int, _ top: Double, _ bottom: Double) {
    let index = metric.rawValue * groupCount + cell
    numerator[index] += top
    denominator[index] += bottom
  }

  // MARK: - Stock and flows

  private mutating func change(cell: Int, by count: Int, at minute: Int) {
    clientMinutes[cell] += Double(stock[cell]) * Double(minute - lastChange[cell])
    lastChange[cell] = minute
    stock[cell] += count
  }

  /// A client of the initial stock.
  mutating func enterInitial(group: Int) {
    initial += 1
    stock[0] += 1
    stock[group + 1] += 1
  }

  /// A client comes into stock.
  mutating func enter(group: Int, isReturn: Bool, at minute: Int) {
    entries += 1
    change(cell: 0, by: 1, at: minute)
    change(cell: group + 1, by: 1, at: minute)
    add(.inflowPerYear, group: group, 1, 0)
    add(.inflowReturningShare, group: group, isReturn ? 1 : 0, 1)
  }

  /// A client leaves; `daysToReturn` is `nil` for somebody who will not come back.
  mutating func leave(
    group: Int, reason: ExitReason, spellMinutes: Int, daysToReturn: Double?, at minute: Int
  ) {
    exits += 1
    change(cell: 0, by: -1, at: minute)
    change(cell: group + 1, by: -1, at: minute)
    add(.outflowTotal, group: group, 1, 0)
    switch reason {
    case .work: add(.outflowWork, group: group, 1, 0)
    case .subsidised: add(.outflowSubsidised, group: group, 1, 0)
    case .other, .sanction, .pensionOrDeath: add(.outflowOther, group: group, 1, 0)
    }
    let returnsWithin = { (days: Double) in daysToReturn.map { $0 <= days } ?? false }
    add(.relapse6m, group: group, returnsWithin(182) ? 1 : 0, 1)
    add(.relapse12m, group: group, returnsWithin(365) ? 1 : 0, 1)
    if reason.isWork {
      add(.outflowWorkSustained12m, group: group, returnsWithin(365) ? 0 : 1, 1)
      add(.costPerWorkExit, 0, 1)
    }
    let isShort = Double(spellMinutes) < SimulationClock.minutesPerYear
    add(.durationEndedUnder1y, group: group, isShort ? 1 : 0, 1)
  }

  /// A client is believed to be in another group.
  mutating func reclassify(from old: Int, to new: Int, at minute: Int) {
    change(cell: old + 1, by: -1, at: minute)
    change(cell: new + 1, by: 1, at: minute)
  }

  /// A client's true readiness moves over rungs of the ladder of six.
  mutating func progress(group: Int, steps: Int) {
    if steps > 0 {
      add(.progressUp, group: group, Double(steps), 0)
    } else {
      add(.progressDown, group: group, Double(-steps), 0)
    }
  }

  // MARK: - Service and work

  /// A planned contact fell due.
  mutating func contactFellDue() { add(.workloadTasksDone, 0, 1) }

  /// A planned contact was held.
  mutating func contactDone() { add(.workloadTasksDone, 1, 0) }

  /// A contact took place.
  mutating func contact(group: Int, isTwoWay: Bool) {
    if isTwoWay { add(.contactPerClientYear, group: group, 1, 0) }
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
  mutating func handover(group: Int, currencyLost: Double) {
    add(.knowledgeLostAtHandover, group: group, currencyLost, 0)
  }

  /// A trajectory started, at a price in euro.
  mutating func trajectoryStart(group: Int, price: Double) {
    add(.trajectoryStarts, group: group, 1, 0)
    add(.costInstruments, price, 0)
    add(.costPerWorkExit, price, 0)
  }

  /// A trajectory ended.
  mutating func trajectoryEnd(group: Int, isSuccess: Bool) {
    add(.trajectorySuccess, group: group, isSuccess ? 1 : 0, 1)
  }

  // MARK: - Observations

  /// Closes the period that ends at `minute`: fills in the denominators that are time, writes a row of
  /// the series after the warm-up, and starts the next period.
  mutating func closePeriod(at minute: Int, staffCost: Double, benefitPerYear: Double) {
    let years = Double(minute - lastObservation) / SimulationClock.minutesPerYear
    for cell in 0..<groupCount {
      change(cell: cell, by: 0, at: minute)
      let personYears = clientMinutes[cell] / SimulationClock.minutesPerYear
      clientMinutes[cell] = 0
      if cell == 0 { clientYears += personYears }
      for metric in Observer.perClientYear { add(metric, cell: cell, 0, personYears) }
      add(.inflowPerYear, cell: cell, 0, years)
      add(.trajectoryStarts, cell: cell, 0, years)
      if cell == 0 {
        add(.costBenefits, cell: 0, personYears * benefitPerYear, years)
      }
    }
    add(.costStaff, staffCost * years, years)
    add(.costPerWorkExit, staffCost * years, 0)
    add(.costInstruments, 0, years)
    lastObservation = minute
    let isObserved = minute > days.warmUpEnd * SimulationClock.minutesPerDay
    for index in numerator.indices {
      if isObserved {
        series.append(numerator[index] / denominator[index])
        windowNumerator[index] += numerator[index]
        windowDenominator[index] += denominator[index]
      }
      numerator[index] = 0
      denominator[index] = 0
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
    windowNumerator.indices.map { windowNumerator[$0] / windowDenominator[$0] }
  }
}
