import SimulationKernel

// People who come and go, and what becomes of their clients.
extension Simulation {
  /// Hires the staff of the first day: caseworkers, then the roles beside them.
  mutating func hireInitialWorkers() {
    hire(role: RoleTable.caseworker, fte: StaffingNumbers(scenario).caseworkerFte())
    for (index, role) in scenario.staffing.roles.enumerated() {
      hire(role: index + 1, fte: role.fte)
    }
  }

  /// Hires workers of the usual contract, the last one for what remains.
  private mutating func hire(role: Int, fte: Double) {
    let contracts = Staff.contracts(
      for: fte, scenario.staffing, openHoursPerWeek: scenario.time.office.hoursPerWeek)
    for (number, contract) in contracts.enumerated() {
      let pool =
        role == RoleTable.caseworker
        ? Staff.kindOfCaseworker(number: number, of: contracts.count, scenario)
        : staff.pool(ofRole: role, under: terms)
      addWorker(fte: contract, role: role, pool: pool)
    }
  }

  /// Adds a person to the staff, today.
  @discardableResult
  mutating func addWorker(
    fte: Double, role: Int, pool: Int, list: Int32 = -1, isNew: Bool = false, campaign: Int = 0
  ) -> Int {
    let worker = staff.addWorker(
      fte: fte, role: role, pool: pool, list: list, isNew: isNew, campaign: campaign,
      under: terms, on: &clock)
    staff.payroll.change(
      role: role, fte: fte, price: staff.price(of: worker, interventions), at: clock.now)
    note(.workerHired, worker: worker, EventDetail(subject: role, amount: fte))
    return worker
  }

  /// A worker leaves: clients go to colleagues, notes are lost, and the vacancy is opened.
  mutating func depart(_ worker: Int) {
    guard staff.mayDepart(worker, on: &clock),
      staff.wantsToLeave(worker, under: terms, on: &clock)
    else { return }
    leaveStaff(worker)
    staff.openVacancy(after: worker, under: terms, on: &clock)
  }

  /// Takes a worker off the staff and gives the clients to colleagues who have room.
  mutating func leaveStaff(_ worker: Int) {
    let state = staff.workers[worker]
    note(.workerLeft, worker: worker, EventDetail(subject: Int(state.role), amount: state.fte))
    staff.payroll.change(
      role: Int(state.role), fte: -state.fte, price: staff.price(of: worker, interventions),
      at: clock.now)
    staff.endEmployment(of: worker, on: &clock)
    returnSubstitutions(of: worker)
    for client in staff.caseloads[worker].reversed() {
      handOver(
        Int(client), to: staff.workerWithRoom(in: pool(of: Int(client)), under: terms),
        at: .departure)
    }
    passOnTasks(of: worker)
  }

  /// Somebody is hired in the place of a worker who left, and takes over a fair share of clients.
  mutating func hireReplacement(vacancy number: Int) {
    let vacancy = staff.fill(vacancy: number)
    // A team in which nobody is left keeps its list.
    let worker = addWorker(
      fte: vacancy.fte, role: vacancy.role, pool: vacancy.pool, list: vacancy.list, isNew: true)
    takeOverClients(worker)
  }

  /// Clients whom others serve because nobody of their pool was there go to the first who comes, as far as
  /// there is room.
  private mutating func returnToPool(of worker: Int) {
    let pool = staff.workers[worker].pool
    guard staff.pools[Int(pool)].colleagues(ofSlot: Int(staff.workers[worker].slot)).isEmpty else {
      return
    }
    for client in clients.state.indices { moveToPool(client) }
  }

  /// A new worker takes over a fair share of the clients of the pool.
  mutating func takeOverClients(_ worker: Int) {
    let pool = Int(staff.workers[worker].pool)
    guard pool >= 0 else { return takeUpParkedTasks() }
    serveWaitingClients()
    returnToPool(of: worker)
    var draws = stream(.takeover, UInt64(worker))
    let target = staff.pools[pool].meanLoad * staff.workers[worker].fte
    while Double(staff.caseloads[worker].count) + 1 <= target, staff.hasRoom(worker, under: terms) {
      let giver = staff.pools[pool].mostLoaded
      guard giver != worker, giver >= 0, !staff.caseloads[giver].isEmpty else { break }
      let client = staff.caseloads[giver][draws.integer(below: staff.caseloads[giver].count)]
      handOver(Int(client), to: worker)
    }
  }
}
