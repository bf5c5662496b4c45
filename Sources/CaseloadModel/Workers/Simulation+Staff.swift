import SimulationKernel

// Who works here: hiring, departure, leave and sickness.
extension Simulation {
  /// Hires the staff of the first day: caseworkers, then the roles beside them.
  mutating func hireInitialWorkers() {
    hire(role: RoleTable.caseworker, fte: caseworkerFte(stock: nil))
    for (index, role) in scenario.staffing.roles.enumerated() {
      hire(role: index + 1, fte: role.fte)
    }
  }

  /// Hires workers of the usual contract, the last one for what remains.
  private mutating func hire(role: Int, fte: Double) {
    let contracts = self.contracts(for: fte)
    for (number, contract) in contracts.enumerated() {
      let pool =
        role == RoleTable.caseworker
        ? kindOfCaseworker(number: number, of: contracts.count) : pool(ofRole: role)
      addWorker(fte: contract, role: role, pool: pool)
    }
  }

  /// Hours a week in which the office is open: no contract can hold more.
  static let openHoursPerWeek = 40.0

  /// Contracts that add up to a number of full-time equivalents.
  private mutating func contracts(for fte: Double) -> [Double] {
    let staffing = scenario.staffing
    let usual = staffing.contractHoursPerWeek / staffing.fullTimeHoursPerWeek
    var contracts: [Double] = []
    var remaining = fte
    // A remainder of less than a quarter contract joins the last worker's hours, if a week of open
    // offices can hold them.
    let longest = Simulation.openHoursPerWeek / staffing.fullTimeHoursPerWeek
    while remaining > 1e-9 {
      let isLast = remaining < usual * 1.25 && remaining <= longest
      let contract = isLast ? remaining : min(usual, remaining)
      contracts.append(contract)
      remaining -= contract
    }
    return contracts
  }

  /// Adds a person to the staff, today.
  @discardableResult
  mutating func addWorker(
    fte: Double, role: Int, pool: Int, list: Int32 = -1, isNew: Bool = false, campaign: Int = 0
  ) -> Int {
    let startDay = now / SimulationClock.minutesPerDay
    let staffing = scenario.staffing
    let worker = workers.count
    let hours = fte * staffing.fullTimeHoursPerWeek
    // Days of at most eight hours, as few as hold the contract.
    let dayCount = min(5, max(1, Int((hours / 8).rounded(.up))))
    let shift = Int32((hours / Double(dayCount) * 60).rounded())
    var traits = stream(.workerTraits, UInt64(worker))
    var weekdays: UInt8 = 0b1_1111
    let firstOff = traits.integer(below: 5)
    for index in 0..<(5 - dayCount) { weekdays &= ~(UInt8(1) << UInt8((firstOff + 2 * index) % 5)) }
    let skill = Normal(mean: 1, standardDeviation: staffing.skillSpread).sample(using: &traits)
    let standard = Normal(mean: 0, standardDeviation: 1)
    let discipline = standard.sample(using: &traits)
    let tolerance = factor(variation: staffing.pressureHighVariation, using: &traits)
    let ownNorm = standard.sample(using: &traits)
    var state = WorkerState(
      fte: fte, weekdays: weekdays, shiftMinutes: shift, skill: max(0.1, skill),
      disciplineDeviation: discipline, pressureFactor: tolerance, ownNormDeviation: ownNorm,
      plannedThrough: Int32(startDay - 1))
    state.role = UInt8(role)
    state.campaign = UInt8(campaign)
    state.hired = isNew ? Int32(now) : SimulationClock.past
    state.ownWeights = ownWeights(of: worker)
    workers.state.append(state)
    workers.clients.append([])
    workers.agenda.append(Agenda())
    workers.queue.append(PriorityQueue())
    roles.join(role, worker: worker)
    joinPool(pool, worker: worker, list: list)
    workers.leave.append(plannedLeave(of: worker, from: startDay))
    scheduleNextShift(worker, from: startDay)
    if campaign == 0 { scheduleDeparture(worker) }
    if pool >= 0 { scheduleSwap(worker) }
    return worker
  }

  /// Gives a worker a place in a pool, and the list to work from: an own one, or that of a team.
  private mutating func joinPool(_ pool: Int, worker: Int, list: Int32) {
    var list = list
    if pool >= 0 {
      workers.state[worker].pool = Int16(pool)
      workers.state[worker].slot = Int32(
        workers.pools[pool].add(worker: worker, fte: workers.state[worker].fte))
      let open = workers.openList[pool]
      if list < 0, open >= 0, workers.listMembers[Int(open)] < scenario.caseload.teamSize {
        list = open
      }
    }
    if list < 0 {
      list = workers.openNewList()
      if pool >= 0 { workers.openList[pool] = list }
    }
    workers.state[worker].list = list
    workers.listMembers[Int(list)] += 1
  }

  /// What a worker makes of the organisation's weights.
  private mutating func ownWeights(
    of worker: Int
  ) -> (readiness: Double, motivation: Double, overdue: Double) {
    var draws = stream(.workerPriorities, UInt64(worker))
    let spread = scenario.service.priorities.ownSpread
    return (
      factor(variation: spread, using: &draws), factor(variation: spread, using: &draws),
      factor(variation: spread, using: &draws)
    )
  }

  /// A log-normal factor with mean 1.
  private mutating func factor(variation: Double, using draws: inout RandomStream) -> Double {
    guard variation > 0 else { return 1 }
    return LogNormal(mean: 1, coefficientOfVariation: variation).sample(using: &draws)
  }

  /// Whether a worker's contract has a working day on a day on which the office is open.
  mutating func hasShift(_ worker: Int, on day: Int) -> Bool {
    let weekday = calendar.weekday(day: day)
    return workers.state[worker].weekdays & (1 << UInt8(weekday)) != 0 && calendar.isOpen(day: day)
  }

  /// The days of leave of a worker, year by year: three weeks in summer, two single weeks, days.
  private mutating func plannedLeave(of worker: Int, from startDay: Int) -> DaySet {
    let dayCount = calendar.dayCount
    var days = DaySet(dayCount: dayCount)
    var year = calendar.start.adding(days: startDay).year
    while let newYear = CivilDate(year: year, month: 1, day: 1),
      newYear.dayNumber - calendar.start.dayNumber < dayCount
    {
      let first = newYear.dayNumber - calendar.start.dayNumber
      var draws = stream(.leave, UInt64(worker), draw: UInt64(year))
      let perWeek = Double(workers.state[worker].weekdays.nonzeroBitCount)
      var left = scenario.staffing.leaveDaysPerYear * perWeek / 5
      // The fraction of a day is taken by chance, so that the mean is right.
      left = Double(Int(left)) + (draws.uniform() < left - Double(Int(left)) ? 1 : 0)
      // Start days within the year: a summer block from July on, then two weeks anywhere.
      let blocks = [
        (182 + draws.integer(below: 42), 21), (draws.integer(below: 358), 7),
        (draws.integer(below: 358), 7),
      ]
      for (offset, length) in blocks {
        for day in (first + offset)..<(first + offset + length) where left >= 1 {
          if takeLeave(worker, on: day, in: &days) { left -= 1 }
        }
      }
      var attempts = 0
      while left >= 1 && attempts < 1_000 {
        attempts += 1
        if takeLeave(worker, on: first + draws.integer(below: 365), in: &days) { left -= 1 }
      }
      year += 1
    }
    return days
  }

  /// Marks a day of leave, when it would be a working day within the run.
  private mutating func takeLeave(_ worker: Int, on day: Int, in days: inout DaySet) -> Bool {
    guard day >= 0, day < calendar.dayCount, hasShift(worker, on: day), !days.contains(day) else {
      return false
    }
    days.insert(day)
    return true
  }

  /// Whether a worker is ill on a day; days must be asked in order.
  mutating func isSick(_ worker: Int, on day: Int) -> Bool {
    guard scenario.staffing.sicknessShare > 0, scenario.staffing.sicknessSpellsPerYear > 0 else {
      return false
    }
    while Int(workers.state[worker].sickUntil) <= day {
      let draw = workers.state[worker].sicknessDraws
      var draws = stream(.sickness, UInt64(worker), draw: UInt64(draw))
      workers.state[worker].sicknessDraws += 1
      let meanLength =
        365.25 * scenario.staffing.sicknessShare / scenario.staffing.sicknessSpellsPerYear
      let meanGap = 365.25 / scenario.staffing.sicknessSpellsPerYear - meanLength
      let gap = Exponential(rate: 1 / max(1, meanGap)).sample(using: &draws)
      let length = LogNormal(
        mean: meanLength,
        coefficientOfVariation: max(1e-9, scenario.staffing.sicknessLengthVariation)
      ).sample(using: &draws)
      let previous = max(0, Int(workers.state[worker].sickUntil))
      // Rounding to the nearest day keeps the mean; short spells may come to nothing.
      let from = previous + Int(min(1e6, gap.rounded()))
      workers.state[worker].sickFrom = Int32(from)
      workers.state[worker].sickUntil = Int32(from + Int(min(1e4, length.rounded())))
      if workers.state[worker].sickUntil <= previous {
        workers.state[worker].sickUntil = Int32(previous + 1)
      }
    }
    return day >= Int(workers.state[worker].sickFrom)
  }

  /// Schedules a worker's departure, when there is turnover.
  mutating func scheduleDeparture(_ worker: Int) {
    workers.state[worker].departureEvent = SimulationClock.never
    let rate = scenario.staffing.turnoverPerYear / SimulationClock.minutesPerYear
    guard rate > 0 else { return }
    var draws = stream(
      .departure, UInt64(worker), draw: UInt64(workers.state[worker].departureDraws))
    workers.state[worker].departureDraws += 1
    let minutes = SimulationClock.wholeMinutes(Exponential(rate: rate).sample(using: &draws))
    // People leave at midnight, so that no task is in hand.
    let day = (now + minutes) / SimulationClock.minutesPerDay + 1
    planDeparture(worker, at: day * SimulationClock.minutesPerDay)
  }

  private mutating func planDeparture(_ worker: Int, at minute: Int) {
    guard minute <= end else { return }
    workers.state[worker].departureEvent = Int32(minute)
    schedule(.departure, at: minute, entity: worker)
  }

  /// A worker leaves: clients go to colleagues, notes are lost, and the vacancy is opened.
  mutating func depart(_ worker: Int) {
    guard workers.state[worker].activity != .gone,
      workers.state[worker].departureEvent == Int32(now)
    else { return }
    if workers.state[worker].activity != .off {
      // Overtime past midnight: leave a day later.
      planDeparture(worker, at: now + SimulationClock.minutesPerDay)
      return
    }
    leaveStaff(worker)
    let days = max(1, Int(scenario.staffing.hiringDelayDays.rounded(.up)))
    openPosts += workers.state[worker].fte
    schedule(.hire, at: now + days * SimulationClock.minutesPerDay, entity: worker)
  }

  /// Takes a worker off the staff and gives the clients to colleagues.
  mutating func leaveStaff(_ worker: Int) {
    workers.state[worker].activity = .gone
    queue.cancel(workers.state[worker].wake)
    let list = Int(workers.state[worker].list)
    workers.listMembers[list] -= 1
    let pool = Int(workers.state[worker].pool)
    if pool >= 0 { workers.pools[pool].remove(slot: Int(workers.state[worker].slot)) }
    for client in workers.clients[worker].reversed() {
      handOver(Int(client), to: workers.pools[self.pool(of: Int(client))].leastLoaded)
    }
    passOnTasks(of: worker)
  }

  /// Somebody is hired in the place of a worker who left, and takes over a fair share of clients.
  mutating func hireReplacement(vacancy: Int) {
    let predecessor = workers.state[vacancy]
    openPosts -= predecessor.fte
    let role = Int(predecessor.role)
    guard role != roles.external else { return }
    let pool = Int(predecessor.pool)
    let isTeam = scenario.caseload.teamSize > 1 && pool >= 0
    let worker = addWorker(
      fte: predecessor.fte, role: role, pool: pool, list: isTeam ? predecessor.list : -1,
      isNew: true)
    takeOverClients(worker)
  }

  /// A new worker takes over a fair share of the clients of the pool.
  mutating func takeOverClients(_ worker: Int) {
    let pool = Int(workers.state[worker].pool)
    guard pool >= 0 else { return }
    serveWaitingClients()
    var draws = stream(.takeover, UInt64(worker))
    let target = workers.pools[pool].meanLoad * workers.state[worker].fte
    while Double(workers.clients[worker].count) + 1 <= target {
      let giver = workers.pools[pool].mostLoaded
      guard giver != worker, giver >= 0, !workers.clients[giver].isEmpty else { break }
      let client = workers.clients[giver][draws.integer(below: workers.clients[giver].count)]
      handOver(Int(client), to: worker)
    }
  }
}
