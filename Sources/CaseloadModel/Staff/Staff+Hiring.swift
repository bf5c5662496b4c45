import SimulationKernel

// Who comes to work here: contracts, traits, and a place in a pool or a team.
extension Staff {
  /// Skill is cut as far below 1 as above it, so that its mean is kept; above 0, because at 0
  /// nothing would ever be learnt at a talk.
  private static let skills = 0.1...1.9

  /// Contracts that add up to a number of full-time equivalents: the usual ones, the last one for what
  /// remains.
  static func contracts(
    for fte: Double, _ staffing: StaffingSettings, openHoursPerWeek: Double
  ) -> [Double] {
    let usual = staffing.contractHoursPerWeek / staffing.fullTimeHoursPerWeek
    var contracts: [Double] = []
    var remaining = fte
    // A remainder too small for a contract joins the last worker's hours, if a week of open offices can
    // hold them.
    let longest = openHoursPerWeek / staffing.fullTimeHoursPerWeek
    while remaining > Staff.rounding {
      let isLast = remaining < usual * (1 + staffing.smallestContractShare) && remaining <= longest
      let contract = isLast ? remaining : min(usual, remaining)
      contracts.append(contract)
      remaining -= contract
    }
    return contracts
  }

  /// Adds a person to the staff, today.
  ///
  /// - Returns: The number of the worker.
  @discardableResult
  mutating func addWorker(
    fte: Double, role: Int, pool: Int, list: Int32 = -1, isNew: Bool = false, campaign: Int = 0,
    under terms: Terms, on clock: inout Clock
  ) -> Int {
    let startDay = clock.day
    let worker = workers.count
    var state = person(number: worker, fte: fte, under: terms, on: clock)
    state.plannedThrough = Int32(startDay - 1)
    state.role = UInt8(role)
    state.campaign = UInt8(campaign)
    state.swapDrawnAt = Int32(clock.now)
    state.hired = isNew ? Int32(clock.now) : SimulationClock.past
    workers.append(state)
    caseloads.append([])
    agendas.append(Agenda())
    queues.append(PriorityQueue())
    dueWork.addWorker()
    roles.join(role, worker: worker)
    joinPool(pool, worker: worker, list: list, teamSize: terms.scenario.caseload.teamSize)
    leave.append(plannedLeave(of: worker, from: startDay, under: terms, on: clock))
    scheduleNextShift(worker, from: startDay, on: &clock)
    if campaign == 0 { scheduleDeparture(worker, under: terms, on: &clock) }
    if pool >= 0 { scheduleSwap(worker, under: terms, on: &clock) }
    return worker
  }

  /// Working days and traits of a person with a contract.
  private func person(
    number worker: Int, fte: Double, under terms: Terms, on clock: borrowing Clock
  ) -> Worker {
    let staffing = terms.scenario.staffing
    let hours = fte * staffing.fullTimeHoursPerWeek
    // As few days as hold the contract, of no more hours than the office is open.
    let openHoursPerDay = terms.scenario.time.office.hoursPerDay
    let dayCount = min(5, max(1, Int((hours / openHoursPerDay).rounded(.up))))
    let shift = Int32((hours / Double(dayCount) * 60).rounded())
    var traits = clock.stream(.workerTraits, UInt64(worker))
    var weekdays: UInt8 = 0b1_1111
    let firstOff = traits.integer(below: 5)
    for index in 0..<(5 - dayCount) { weekdays &= ~(UInt8(1) << UInt8((firstOff + 2 * index) % 5)) }
    let standard = Normal(mean: 0, standardDeviation: 1)
    let deviation = standard.sample(using: &traits)
    let skill = 1 + staffing.skillSpread * (deviation + staffing.skillShift)
    let discipline = standard.sample(using: &traits)
    let tolerance = Staff.factor(variation: staffing.pressureHighVariation, using: &traits)
    let ownNorm = standard.sample(using: &traits)
    var state = Worker(
      fte: fte, weekdays: weekdays, shiftMinutes: shift,
      skill: min(Staff.skills.upperBound, max(Staff.skills.lowerBound, skill)),
      skillDeviation: min(staffing.skillCut, max(-staffing.skillCut, deviation))
        + staffing.skillShift,
      disciplineDeviation: discipline, pressureFactor: tolerance, ownNormDeviation: ownNorm)
    var draws = clock.stream(.workerPriorities, UInt64(worker))
    let spread = terms.scenario.service.priorities.ownSpread
    state.ownWeights = (
      Staff.factor(variation: spread, using: &draws),
      Staff.factor(variation: spread, using: &draws),
      Staff.factor(variation: spread, using: &draws)
    )
    var style = clock.stream(.workerStyle, UInt64(worker))
    state.discretionDeviation = standard.sample(using: &style)
    return state
  }

  /// A log-normal factor with mean 1.
  private static func factor(variation: Double, using draws: inout RandomStream) -> Double {
    guard variation > 0 else { return 1 }
    return LogNormal(mean: 1, coefficientOfVariation: variation).sample(using: &draws)
  }

  /// Gives a worker a place in a pool, and the list to work from: an own one, or that of a team.
  private mutating func joinPool(_ pool: Int, worker: Int, list: Int32, teamSize: Int) {
    var list = list
    if pool >= 0 {
      workers[worker].pool = Int16(pool)
      workers[worker].slot = Int32(pools[pool].add(worker: worker, fte: workers[worker].fte))
      let open = openLists[pool]
      if list < 0, open >= 0, listMembers[Int(open)] < teamSize { list = open }
    }
    if list < 0 {
      list = openNewList()
      if pool >= 0 { openLists[pool] = list }
    }
    workers[worker].list = list
    listMembers[Int(list)] += 1
  }
}
