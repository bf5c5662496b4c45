import SimulationKernel
import Testing

@testable import CaseloadModel

/// Posts, people and what they cost: numbers known by hand.
@Suite struct PostsAndPayrollTests {
  private func world(fte: Double, roles: [StaffRole] = []) -> Simulation {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = fte
    scenario.staffing.roles = roles
    scenario.staffing.hiringDelayDays = 100
    return Simulation(scenario, seed: 1, replication: 0)
  }

  /// Lets the workers of some numbers go, as if they had chosen to.
  private func leave(_ world: inout Simulation, _ workers: Range<Int>) {
    for worker in workers {
      world.leaveStaff(worker)
      world.staff.openVacancy(after: worker, under: world.terms, on: &world.clock)
    }
  }

  @Test func aCutCancelsVacanciesBeforeItDismissesPeople() {
    var world = world(fte: 20)
    leave(&world, 0..<10)
    world.adjustStaff(role: 0, to: 12)
    #expect(world.staff.employedFte(ofRole: 0) == 10)
    #expect(abs(world.staff.vacantFte(ofRole: 0) - 2) < 1e-9)
    world.run(through: TinyWorld.minute(day: 200, 0, 0))
    #expect(abs(world.staff.employedFte(ofRole: 0) - 12) < 1e-9)
    // A cut below those who are there dismisses the rest.
    world.adjustStaff(role: 0, to: 7)
    #expect(abs(world.staff.employedFte(ofRole: 0) - 7) < 1e-9)
  }

  @Test func growthAndSmallStepsEndAtTheStatedNumberInEveryRole() {
    var support = StaffRole(name: "support")
    support.fte = 50
    var world = world(fte: 3, roles: [support])
    leave(&world, 3..<38)
    #expect(abs(world.staff.vacantFte(ofRole: 1) - 35) < 1e-9)
    #expect(world.staff.vacantFte(ofRole: 0) == 0)
    for step in 1...4 { world.adjustStaff(role: 1, to: 50 + 0.25 * Double(step)) }
    #expect(abs(world.staff.employedFte(ofRole: 1) - 16) < 1e-9)
    #expect(abs(world.staff.vacantFte(ofRole: 1) - 35) < 1e-9)
    #expect(world.staff.employedFte(ofRole: 0) == 3)
  }

  @Test func aPostInATeamKeepsTheListOfTheTeam() {
    for (size, isKept) in [(1, false), (2, true)] {
      var support = StaffRole(name: "support")
      support.fte = 1
      var scenario = TinyWorld.certain()
      scenario.staffing.fte = 4
      scenario.staffing.roles = [support]
      scenario.staffing.hiringDelayDays = 9.5
      scenario.caseload.teamSize = size
      var world = Simulation(scenario, seed: 1, replication: 0)
      let list = world.staff.workers[2].list
      leave(&world, 2..<3)
      #expect(world.staff.vacancies[0].list == (isKept ? list : -1), "teams of \(size)")
      #expect(world.staff.vacancies[0].pool == 0 && world.staff.vacancies[0].fte == 1)
      // Somebody without clients of the own is in no team.
      leave(&world, 4..<5)
      #expect(world.staff.vacancies[1].list == -1 && world.staff.vacancies[1].role == 1)
      // Nine days and a half are ten.
      world.run(through: 10 * 1_440 - 1)
      #expect(world.staff.workers.count == 5)
      world.run(through: 10 * 1_440)
      #expect(world.staff.workers.count == 7)
      #expect((world.staff.workers[5].list == list) == isKept)
    }
  }

  @Test func moneyIsAnIntegralOverDaysWhateverTheObservation() {
    // 2 fte of 100,000 euro for 73 days of a year of 365.25, then 1 fte for 292.
    for months in [1, 3, 12] {
      var scenario = TinyWorld.certain()
      scenario.staffing.fte = 2
      scenario.costs.ftePerYearEuro = 100_000
      scenario.time.start = CivilDate(year: 2010, month: 1, day: 1) ?? scenario.time.start
      scenario.time.observationMonths = months
      var change = DatedChange(name: "cut")
      change.date = scenario.time.start.adding(days: 73)
      var after = scenario
      after.staffing.fte = 1
      change.result = [after]
      scenario.interventions.changes = [change]
      var world = Simulation(scenario, seed: 1, replication: 0)
      let isComplete = world.run(isCancelled: { false })
      #expect(isComplete)
      let expected = 100_000.0 * (2 * 73 + 292) / 365
      let found = world.outcome[.costStaff, 0]
      #expect(abs(found - expected) < 1e-6 * expected, "every \(months) months: \(found)")
      #expect(abs(world.outcome[.staffFte, 0] - Double(2 * 73 + 292) / 365) < 1e-9)
    }
  }

  @Test func aPriceThatChangesRevaluesWhatRuns() {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = 2
    scenario.population.clients = 10
    scenario.time.start = CivilDate(year: 2010, month: 1, day: 1) ?? scenario.time.start
    scenario.costs.ftePerYearEuro = 100_000
    scenario.costs.benefitPerYearEuro = 14_000
    var change = DatedChange(name: "prices")
    change.date = scenario.time.start.adding(days: 73)
    var after = scenario
    after.costs.ftePerYearEuro = 200_000
    after.costs.benefitPerYearEuro = 1_000_000
    change.result = [after]
    scenario.interventions.changes = [change]
    var world = Simulation(scenario, seed: 1, replication: 0)
    // Half of the clients leave at the new price.
    world.run(through: TinyWorld.minute(day: 73, 0, 0))
    for client in 0..<5 { world.leaveStock(client, .other) }
    world.checkMoney()
    #expect(world.violation == nil)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    let staff = 2 * (100_000.0 * 73 + 200_000 * 292) / 365
    #expect(abs(world.outcome[.costStaff, 0] - staff) < 1e-6 * staff)
    let benefits = (10 * 14_000.0 * 73 + 5 * 1_000_000 * 292) / 365
    #expect(abs(world.outcome[.costBenefits, 0] - benefits) < 1e-6 * benefits)
  }

  @Test func sharesThatSeveralRolesTakeAddUp() {
    for shares in [[0.5], [0.25, 0.25], [0.5, 0.5], [0.2, 0.2, 0.2], [0.7, 0.7]] {
      let roles = shares.enumerated().map { index, share in
        var role = StaffRole(name: "role\(index)")
        role.requestsTaken = share
        return role
      }
      var scenario = TinyWorld.certain()
      scenario.staffing.roles = roles
      var table = RoleTable(scenario)
      var taken = [Int](repeating: 0, count: shares.count)
      for _ in 0..<1_000 {
        if let role = table.roleTaking(.request) { taken[role - 1] += 1 }
      }
      let total = shares.reduce(0, +)
      for (index, share) in shares.enumerated() {
        let expected = 1_000 * share / max(1, total)
        #expect(abs(Double(taken[index]) - expected) <= 1, "\(shares): \(taken)")
      }
    }
  }

  @Test func turnsOfRolesGoOnOverAChangeThatChangesNothing() {
    var scenario = TinyWorld.certain()
    var role = StaffRole(name: "support")
    role.requestsTaken = 0.5
    scenario.staffing.roles = [role]
    var table = RoleTable(scenario)
    #expect(table.roleTaking(.request) == nil)
    table.update(scenario)
    #expect(table.roleTaking(.request) == 1)
  }

  @Test func leaveIsInProportionToThePartOfTheYear() {
    // 45 days a year: 45 x 31 / 365 in December, 22.7 in the half from July on, 45 in a whole year.
    for (month, expected) in [(1, 45.0), (7, 45.0 * 184 / 365), (12, 45.0 * 31 / 365)] {
      var scenario = TinyWorld.certain()
      scenario.time.start = CivilDate(year: 2010, month: month, day: 1) ?? scenario.time.start
      scenario.staffing.leaveDaysPerYear = 45
      scenario.staffing.fte = 400
      let world = Simulation(scenario, seed: 2, replication: 0)
      let last = (CivilDate(year: 2011, month: 1, day: 1) ?? scenario.time.start).dayNumber
      let days = last - scenario.time.start.dayNumber
      var taken = 0
      for worker in world.staff.workers.indices {
        for day in 0..<days where world.staff.leave[worker].contains(day) { taken += 1 }
      }
      let mean = Double(taken) / 400
      #expect(abs(mean - expected) < 0.12, "from month \(month): \(mean)")
    }
  }
}
