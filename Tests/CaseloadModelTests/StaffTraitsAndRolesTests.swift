import SimulationKernel
import Testing

@testable import CaseloadModel

/// Work that roles take over, clients of roles, leave, and what workers make of their caseload.
@Suite struct StaffTraitsAndRolesTests {
  struct Taken: Sendable, CustomStringConvertible {
    var description: String
    var kind: TaskKind
    var give: @Sendable (inout StaffRole) -> Void
  }

  static let taken: [Taken] = [
    Taken(description: "registration", kind: .registration, give: { $0.registrationTaken = 0.25 }),
    Taken(description: "requests", kind: .request, give: { $0.requestsTaken = 0.25 }),
    Taken(description: "e-mails", kind: .email, give: { $0.emailsTaken = 0.25 }),
    Taken(
      description: "requests for instruments", kind: .trajectoryRequest,
      give: { $0.trajectoryRequestsTaken = 0.25 }),
    Taken(description: "assessments", kind: .assessment, give: { $0.assessmentsTaken = 0.25 }),
    Taken(description: "matching", kind: .matching, give: { $0.matchingTaken = 0.25 }),
    Taken(description: "enforcement", kind: .enforcement, give: { $0.enforcementTaken = 0.25 }),
  ]

  @Test(arguments: taken)
  func aRoleTakesItsShareOfOneKindOfWork(example: Taken) {
    var scenario = TinyWorld.certain()
    var role = StaffRole(name: "jobhunter", fte: 1, administrationShare: 0, sideTaskShare: 0)
    example.give(&role)
    scenario.staffing.roles = [role]
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    for kind in [TaskKind.followUp, example.kind] {
      for _ in 0..<8 { world.addTask(kind, for: client, worker: 0, minutes: 10) }
    }
    // Two of eight, and nothing of another kind.
    #expect(world.staff.workers[1].queuedMinutes == 20)
    #expect(world.staff.workers[0].queuedMinutes == 140)
  }

  @Test func aRoleCarriesTheClientsOfItsSegmentsAndGroups() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 200
    scenario.population.segments = [
      ClientSegment(name: "wga", stockShare: 0.5, inflowShare: 0.5),
      ClientSegment(name: "wajong", stockShare: 0.5, inflowShare: 0.5),
    ]
    scenario.staffing.roles = [
      StaffRole(
        name: "labourExpert", fte: 1, carriesCaseload: true, segments: ["wga"],
        groups: ["development", "work"])
    ]
    let world = Simulation(scenario, seed: 1, replication: 0)
    var carried = 0
    for client in 0..<200 {
      let belongs =
        world.clients.state[client].segment == 0 && world.clients.service[client].believedGroup > 0
      #expect(world.clients.service[client].worker == (belongs ? 1 : 0))
      if belongs { carried += 1 }
    }
    #expect(abs(carried - 60) < 28)
  }

  @Test func specialistsLearnMoreOfATalk() {
    for (specialisation, expected) in [(Specialisation.generalist, 0.5), (.group, 0.75)] {
      var scenario = TinyWorld.certain()
      scenario.population.clients = 300
      scenario.staffing.fte = 3
      scenario.caseload.specialisation = specialisation
      scenario.caseload.specialistYield = 1.5
      scenario.service.phone.information = 0.5
      var world = Simulation(scenario, seed: 1, replication: 0)
      world.clock.now = 1_440
      for client in 0..<300 {
        let worker = Int(world.clients.service[client].worker)
        world.completeContact(client, worker: worker, mode: .phone, minutes: 20)
      }
      let renewed = world.knowledge.records.all.count {
        $0.isNoted && $0.privateMinute == 1_440
      }
      // 2,400 items: a standard error of 0.01.
      #expect(abs(Double(renewed) / 2_400 - expected) < 0.042)
    }
  }

  @Test func leaveTakesItsDaysOfEachYear() {
    for (contract, expected) in [(36.0, 45), (21.6, 27)] {
      var scenario = TinyWorld.certain()
      scenario.staffing.fte = contract / 36
      scenario.staffing.contractHoursPerWeek = contract
      scenario.staffing.leaveDaysPerYear = 45
      scenario.time.start = CivilDate(year: 2010, month: 1, day: 1) ?? scenario.time.start
      scenario.time.durationMonths = 24
      let world = Simulation(scenario, seed: 1, replication: 0)
      for year in 0..<2 {
        let days = (0..<365).count { world.staff.leave[0].contains(year * 365 + $0) }
        // A contract of three days a week has three fifths of the days.
        #expect(days == expected, "year \(year), \(contract) hours")
      }
    }
  }

  @Test func pressureIsBacklogAgainstWhatAWorkerBears() {
    for (backlog, tolerance, isHigh) in [(3.0, 1.0, 1.0), (1, 1, 0), (3, 2, 0), (1, 0.25, 1)] {
      var scenario = TinyWorld.certain()
      scenario.staffing.pressureHighFromDays = 2
      scenario.time.durationMonths = 1
      var world = Simulation(scenario, seed: 1, replication: 0)
      world.staff.workers[0].pressureFactor = tolerance
      // Sick for the whole month, so that nothing is worked off.
      for day in 0..<40 { world.staff.leave[0].insert(day) }
      world.addTask(.administration, for: -1, worker: 0, minutes: backlog * 432)
      let isComplete = world.run(isCancelled: { false })
      #expect(isComplete)
      #expect(world.outcome[.workloadPressureHigh, 0] == isHigh)
      #expect(abs(world.outcome[.workloadBacklogDays, 0] - backlog) < 1e-9)
    }
  }

  @Test func tooLargeIsTheCaseloadAgainstANormOfTheOwn() {
    for (deviation, isTooLarge) in [(0.0, 1.0), (3, 0)] {
      var scenario = TinyWorld.certain()
      scenario.population.clients = 100
      scenario.caseload.tooLargeFrom = 80
      scenario.caseload.tooLargeSpread = 10
      scenario.time.durationMonths = 1
      var world = Simulation(scenario, seed: 1, replication: 0)
      // Norms of 80 and of 110 for 100 clients.
      world.staff.workers[0].ownNormDeviation = deviation
      let isComplete = world.run(isCancelled: { false })
      #expect(isComplete)
      #expect(world.outcome[.workloadTooLarge, 0] == isTooLarge)
    }
  }

  @Test func externalsCostTheirPriceWhileTheyWork() {
    var scenario = TinyWorld.certain()
    scenario.costs.ftePerYearEuro = 90_000
    scenario.staffing.roles = [StaffRole(name: "support", fte: 0.5, ftePerYearEuro: 60_000)]
    scenario.interventions.campaigns = [
      Campaign(
        name: "inView", date: scenario.time.start.adding(days: 10), durationDays: 20,
        externalFte: 2, externalFteEuro: 100_000)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 9 * 1_440)
    let before = world.staff.payroll.perYear.reduce(0, +)
    #expect(before == 120_000)
    world.run(through: 11 * 1_440)
    let during = world.staff.payroll.perYear.reduce(0, +)
    #expect(during == 320_000)
    world.run(through: 40 * 1_440)
    let after = world.staff.payroll.perYear.reduce(0, +)
    #expect(after == 120_000)
  }
}
