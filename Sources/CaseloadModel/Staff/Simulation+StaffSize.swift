// Cuts and growth: as many people as the scenario's rule asks for.
extension Simulation {
  /// Clients in stock by believed group.
  private var stockByGroup: [Int] { Array(observer.stock[1...terms.groups.count]) }

  /// Schedules the yearly adjustment of the staff to the stock.
  mutating func scheduleStaffReview() {
    staff.planReview()
    if let minute = Staff.nextReview(under: terms, on: clock) { schedule(.staffReview, at: minute) }
  }

  /// The staff is adjusted to the stock.
  mutating func reviewStaff() {
    adjustStaff(
      role: RoleTable.caseworker, to: StaffingNumbers(scenario).caseworkerFte(stock: stockByGroup))
    scheduleStaffReview()
  }

  /// The staff follows changed terms: its size, its prices, and the clocks of those who work here.
  mutating func adoptStaff(before: Scenario) {
    staff.roles.update(scenario)
    staff.payroll.revalue(staff.costPerYear(interventions), at: clock.now)
    let stock = stockByGroup
    let target = StaffingNumbers(scenario).caseworkerFte(stock: stock)
    let isNewRule = before.staffing.rule != scenario.staffing.rule
    if isNewRule || StaffingNumbers(before).caseworkerFte(stock: stock) != target {
      adjustStaff(role: RoleTable.caseworker, to: target)
    }
    if isNewRule { scheduleStaffReview() }
    for (index, role) in scenario.staffing.roles.enumerated()
    where before.staffing.roles[index].fte != role.fte {
      adjustStaff(role: index + 1, to: role.fte)
    }
    staff.adoptRates(of: terms, before: before.staffing, on: &clock)
    staff.adoptSickness(of: terms, before: before.staffing, on: clock)
  }

  /// Clients go to the roles that carry them from now on.
  mutating func adoptRoles(before: Scenario) {
    let isSame = zip(before.staffing.roles, scenario.staffing.roles).allSatisfy {
      $0.clientShare == $1.clientShare && $0.segments == $1.segments && $0.groups == $1.groups
        && $0.restOnly == $1.restOnly
    }
    guard !isSame else { return }
    for client in clients.state.indices { moveToPool(client) }
  }

  /// Brings the posts of a role to a number of full-time equivalents, vacant posts included.
  ///
  /// A cut cancels vacancies before it dismisses people; the last ones hired go first. What a whole
  /// contract cannot give is made up by a part-time one.
  mutating func adjustStaff(role: Int, to target: Double) {
    var posts = staff.employedFte(ofRole: role) + staff.vacantFte(ofRole: role)
    if posts > target + Staff.rounding {
      posts -= staff.cancelVacancies(ofRole: role, upTo: posts - target)
    }
    while posts > target + Staff.rounding, let worker = staff.nextToLeave(ofRole: role) {
      posts -= staff.workers[worker].fte
      leaveStaff(worker)
    }
    let contracts = Staff.contracts(
      for: max(0, target - posts), scenario.staffing,
      openHoursPerWeek: scenario.time.office.hoursPerWeek)
    for contract in contracts {
      let pool =
        role == RoleTable.caseworker
        ? staff.busiestKind(under: terms) : staff.pool(ofRole: role, under: terms)
      let worker = addWorker(fte: contract, role: role, pool: pool, isNew: true)
      takeOverClients(worker)
    }
  }
}
