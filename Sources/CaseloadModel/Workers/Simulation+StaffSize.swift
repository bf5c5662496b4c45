import SimulationKernel

// How many people work here: fixed, by a budget, or by norm hours; cuts and growth.
extension Simulation {
  /// Caseworkers in full-time equivalents by the scenario's rule.
  ///
  /// `stock` gives the present clients by believed group; `nil` stands for the initial stock.
  mutating func caseworkerFte(stock: [Int]?) -> Double {
    let staffing = scenario.staffing
    switch staffing.rule {
    case .fte: return staffing.fte
    case .budget:
      let price = scenario.costs.ftePerYearEuro
      return price > 0 ? staffing.budgetPerYearEuro / price : staffing.fte
    case .normHours:
      var hours = 0.0
      for (index, group) in scenario.population.groups.enumerated() {
        let clients =
          stock.map { Double($0[index]) }
          ?? initialShare(ofGroup: index) * Double(scenario.population.clients)
        let norm = scenario.service.norms.first { $0.group == group.name }
        hours += clients * (norm?.normHoursPerYear ?? 0)
      }
      return max(0.1, hours / caseHoursPerFte)
    case .caseloadNorm:
      let clients = stock.map { $0.reduce(0, +) } ?? scenario.population.clients
      return max(0.1, Double(clients) / scenario.caseload.normPerFte)
    }
  }

  /// Hours a year that one full-time caseworker has for clients, by the calendar of an average year.
  private var caseHoursPerFte: Double {
    let staffing = scenario.staffing
    let week = staffing.fullTimeHoursPerWeek
    let perDay = week / 5
    // Public holidays on working days: about seven a year in the Netherlands.
    let days = 365.25 / 7 * 5 - 7 - staffing.leaveDaysPerYear
    return max(1, days * perDay) * (1 - staffing.sicknessShare)
      * max(0.01, 1 - staffing.administrationShare - staffing.sideTaskShare)
  }

  /// Schedules the yearly adjustment of the staff to the stock.
  mutating func scheduleStaffReview() {
    guard scenario.staffing.rule == .normHours || scenario.staffing.rule == .caseloadNorm else {
      return
    }
    let date = calendar.start.adding(days: now / SimulationClock.minutesPerDay)
    guard let next = CivilDate(year: date.year + 1, month: 1, day: 1) else { return }
    let minute = (next.dayNumber - calendar.start.dayNumber) * SimulationClock.minutesPerDay
    if minute <= end { schedule(.staffReview, at: minute) }
  }

  /// The staff is adjusted to the stock.
  mutating func reviewStaff() {
    adjustStaff(
      role: RoleTable.caseworker, to: caseworkerFte(stock: Array(observer.stock[1...groups.count])))
    scheduleStaffReview()
  }

  /// Hires or dismisses until a role has a number of full-time equivalents, vacant posts included.
  ///
  /// The last ones hired go first; what a whole contract cannot give is made up by a part-time one.
  mutating func adjustStaff(role: Int, to target: Double) {
    var present = role == RoleTable.caseworker ? openPosts : 0
    for member in roles.members(of: role) where workers.state[Int(member)].activity != .gone {
      present += workers.state[Int(member)].fte
    }
    for member in roles.members(of: role).reversed() where present > target + 1e-9 {
      let worker = Int(member)
      guard workers.state[worker].activity != .gone else { continue }
      present -= workers.state[worker].fte
      leaveStaff(worker)
    }
    let usual = scenario.staffing.contractHoursPerWeek / scenario.staffing.fullTimeHoursPerWeek
    while present < target - 1e-9 {
      let contract = min(usual, target - present)
      let pool = role == RoleTable.caseworker ? busiestKind() : pool(ofRole: role)
      let worker = addWorker(fte: contract, role: role, pool: pool, isNew: true)
      takeOverClients(worker)
      present += contract
    }
  }

  /// What the staff costs at present, in euro a year; vacant posts cost nothing.
  var staffCost: Double {
    var cost = 0.0
    for worker in workers.state.indices where workers.state[worker].activity != .gone {
      let state = workers.state[worker]
      let campaign = Int(state.campaign)
      let price =
        campaign > 0
        ? interventions.campaigns[campaign - 1].externalFteEuro
        : roles.constants[Int(state.role)].ftePerYear
      cost += state.fte * price
    }
    return cost
  }
}
