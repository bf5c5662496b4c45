import SimulationKernel
import Testing

@testable import CaseloadModel

/// Roles, teams, specialists, the size of the staff and what a caseload costs.
@Suite struct OrganisationTests {
  @Test func supportTakesOverRegistrationExactlyInItsShare() {
    var scenario = TinyWorld.certain()
    scenario.staffing.roles = [
      StaffRole(
        name: "support", fte: 1, administrationShare: 0, sideTaskShare: 0, registrationTaken: 0.5)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    #expect(world.staff.workers.count == 2)
    let client = world.admit(streamID: 7)
    world.run(through: TinyWorld.minute(day: 1, 10, 15))
    for _ in 0..<9 { world.addTask(.registration, for: client, worker: 0, minutes: 20) }
    // Ten registrations of 20 minutes, that of the intake included: five each.
    #expect(world.staff.workers[0].queuedMinutes == 100)
    #expect(world.staff.workers[1].queuedMinutes == 100)
  }

  @Test func supportTakesAdministrationOffTheDay() {
    var scenario = TinyWorld.certain()
    scenario.staffing.administrationShare = 0.5
    scenario.staffing.roles = [
      StaffRole(
        name: "support", fte: 1, administrationShare: 0, sideTaskShare: 0,
        administrationTaken: 0.75)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    // 216 minutes a day: 54 for the caseworker, done at 09:24, and 162 for support.
    world.run(through: TinyWorld.minute(day: 0, 17, 0))
    #expect(world.staff.workers[0].minutesWorked == 54)
    #expect(world.staff.workers[1].minutesWorked == 162)
  }

  @Test func clientsAtRestBelongToTheRoleForThem() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 40
    for index in scenario.service.norms.indices { scenario.service.norms[index].restShare = 0.5 }
    scenario.staffing.roles = [
      StaffRole(
        name: "processSupervisor", fte: 1, carriesCaseload: true, restOnly: true)
    ]
    let world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<40 {
      let isAtRest = world.clients.service[client].atRest
      #expect(world.clients.service[client].worker == (isAtRest ? 1 : 0))
    }
    #expect((5...35).contains(world.staff.caseloads[1].count))
  }

  @Test func specialistsServeTheirKindAndAChangeOfGroupIsAHandover() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 60
    scenario.staffing.fte = 6
    scenario.caseload.specialisation = .group
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<60 {
      let worker = Int(world.clients.service[client].worker)
      #expect(
        Int(world.staff.workers[worker].pool) == Int(world.clients.service[client].believedGroup))
    }
    let care = (0..<60).filter { world.clients.service[$0].believedGroup == 0 }
    let mover = care[0]
    world.clients.service[mover].believedGroup = 2
    world.moveToPool(mover)
    let worker = Int(world.clients.service[mover].worker)
    #expect(world.staff.workers[worker].pool == 2)
  }

  @Test func aTeamSharesItsListAndPartOfItsKnowledge() {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = 2
    scenario.caseload.teamSize = 2
    scenario.caseload.teamKnowledgeShare = 0
    scenario.knowledge.registrationCompleteness = 0
    var world = Simulation(scenario, seed: 1, replication: 0)
    #expect(world.staff.workers[0].list == world.staff.workers[1].list)
    let client = world.admit(streamID: 7)
    world.run(through: TinyWorld.minute(day: 1, 12, 0))
    let first = Int(world.clients.service[client].worker)
    let before = world.knowledge.level(ofClient: client, at: world.clock.now)
    #expect(abs(before.currency - 1) < 1e-12)
    // Nothing was registered and nothing is told: a colleague who takes over knows nothing.
    world.passWithinTeam(client, to: 1 - first)
    let after = world.knowledge.level(ofClient: client, at: world.clock.now)
    #expect(after.currency == 0)
    #expect(Int(world.clients.service[client].worker) == 1 - first)
  }

  @Test func atTheCapClientsWaitForAWorker() {
    var scenario = TinyWorld.certain()
    scenario.caseload.capPerFte = 2
    var world = Simulation(scenario, seed: 1, replication: 0)
    for streamID in 1...5 { _ = world.admit(streamID: UInt64(streamID)) }
    #expect(world.staff.unassigned.count == 3)
    #expect(world.staff.caseloads[0].count == 2)
    world.leaveStock(0, .other)
    #expect(world.staff.unassigned.count == 2)
    #expect(world.staff.caseloads[0].count == 2)
  }

  @Test func aBudgetAndNormHoursSetTheNumberOfCaseworkers() {
    var scenario = TinyWorld.certain()
    scenario.staffing.rule = .budget
    scenario.staffing.budgetPerYearEuro = 475_000
    scenario.costs.ftePerYearEuro = 95_000
    var world = Simulation(scenario, seed: 1, replication: 0)
    #expect(StaffingNumbers(world.scenario).caseworkerFte() == 5)
    #expect(world.staff.workers.count == 5)

    scenario.staffing.rule = .normHours
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].normHoursPerYear = [2, 6, 12][index]
    }
    world = Simulation(scenario, seed: 1, replication: 0)
    // 260.89 weekdays less 6.05 holidays at 7.2 hours: 1,834.8 hours for clients per fte.
    let hours = (365.25 / 7 * 5 - 6.05) * 7.2
    let expected = (100.0 * 2 + 50 * 6 + 25 * 12) / hours
    let found = StaffingNumbers(world.scenario).caseworkerFte(stock: [100, 50, 25])
    #expect(abs(found - expected) < 1e-9)
  }

  @Test func aStaffCutMovesEveryClientAndGrowthTakesAFairShare() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 90
    scenario.staffing.fte = 3
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.adjustStaff(role: 0, to: 2)
    #expect(world.staff.workers[2].activity == .gone)
    #expect(world.staff.caseloads[2].isEmpty)
    #expect(world.staff.caseloads[0].count + world.staff.caseloads[1].count == 90)
    world.adjustStaff(role: 0, to: 3)
    #expect(world.staff.workers.count == 4)
    #expect(world.staff.caseloads[3].count == 30)
  }

  @Test func aNewWorkerLearnsAndAReorganisationSlowsEverybody() {
    var scenario = TinyWorld.certain()
    scenario.staffing.learningMonths = 6
    scenario.staffing.learningStartSpeed = 0.7
    var world = Simulation(scenario, seed: 1, replication: 0)
    let veteran = world.staff.speed(of: 0, under: world.terms, at: world.clock.now)
    #expect(veteran == 1)
    let new = world.addWorker(fte: 1, role: 0, pool: 0, isNew: true)
    let atFirst = world.staff.speed(of: new, under: world.terms, at: world.clock.now)
    #expect(abs(atFirst - 0.7) < 1e-12)
    world.clock.now = Int(SimulationClock.minutesPerYear / 4)
    let halfWay = world.staff.speed(of: new, under: world.terms, at: world.clock.now)
    #expect(abs(halfWay - 0.85) < 1e-3)
    world.staff.slowDown(to: 0.8, until: world.clock.now + 1, at: world.clock.now)
    let slowed = world.staff.speed(of: 0, under: world.terms, at: world.clock.now)
    #expect(abs(slowed - 0.8) < 1e-12)
  }

  @Test func memoryFadesFasterWithALargerCaseload() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 200
    scenario.knowledge.privateFadingPerYear = 0.2
    scenario.knowledge.memoryCaseload = 50
    scenario.knowledge.memoryCaseloadExponent = 0.5
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: TinyWorld.minute(day: 0, 9, 0))
    // Four times the reference caseload: twice as fast.
    let perYear = world.staff.workers[0].memoryFading * SimulationClock.minutesPerYear
    #expect(abs(perYear - 0.4) < 1e-12)
  }

  @Test func aWarmHandoverLosesLessAndCostsTime() {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = 2
    scenario.knowledge.registrationCompleteness = 0
    scenario.knowledge.handoverLossShare = 1
    scenario.knowledge.warmHandoverLossShare = 0
    for share in [0.0, 1] {
      scenario.knowledge.warmHandoverShare = share
      var world = Simulation(scenario, seed: 1, replication: 0)
      let client = world.admit(streamID: 7)
      world.run(through: TinyWorld.minute(day: 1, 12, 0))
      let worker = Int(world.clients.service[client].worker)
      world.handOver(client, to: 1 - worker, at: .departure)
      let level = world.knowledge.level(ofClient: client, at: world.clock.now)
      #expect(abs(level.currency - share) < 1e-12)
      #expect(world.staff.workers[1 - worker].queuedMinutes == (share == 1 ? 20 : 0))
    }
  }

  @Test func theLoadIndexAgreesWithASearch() {
    var index = LoadIndex()
    var draws = RandomStream(seed: 4, replication: 0, purpose: 1, entity: 1)
    var sizes: [Int] = []
    var ftes: [Double] = []
    var isGone: [Bool] = []
    for step in 0..<3_000 {
      let choice = draws.integer(below: 10)
      if sizes.isEmpty || choice == 0 {
        ftes.append(0.5 + 0.5 * draws.uniform())
        _ = index.add(worker: sizes.count, fte: ftes[sizes.count])
        sizes.append(0)
        isGone.append(false)
      } else {
        let slot = draws.integer(below: sizes.count)
        guard !isGone[slot] else { continue }
        if choice == 1 {
          index.remove(slot: slot)
          isGone[slot] = true
          sizes[slot] = 0
        } else {
          sizes[slot] = draws.integer(below: 200)
          index.setSize(sizes[slot], slot: slot)
        }
      }
      let present = sizes.indices.filter { !isGone[$0] }
      let least = present.min { Double(sizes[$0]) / ftes[$0] < Double(sizes[$1]) / ftes[$1] } ?? -1
      let highest = present.map { Double(sizes[$0]) / ftes[$0] }.max()
      let found = index.leastLoaded
      let most = index.mostLoaded
      #expect(found == least, "step \(step)")
      #expect(most < 0 ? highest == nil : Double(sizes[most]) / ftes[most] == highest)
      #expect(index.clientCount == present.map { sizes[$0] }.reduce(0, +))
    }
  }
}
