import SimulationKernel
import Testing

@testable import CaseloadModel

/// What happens on a date.
@Suite struct InterventionTests {
  private let start = CivilDate(year: 2010, month: 1, day: 4) ?? CivilDate(dayNumber: 0)

  /// A world of clients who are not due for years.
  private func quiet(clients: Int = 40, fte: Double = 2) -> Scenario {
    var scenario = TinyWorld.certain()
    scenario.population.clients = clients
    scenario.staffing.fte = fte
    scenario.time.durationMonths = 24
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 3_000
    }
    return scenario
  }

  private func change(_ scenario: inout Scenario, day: Int, _ adjust: (inout Scenario) -> Void) {
    var result = scenario
    result.interventions = InterventionSettings()
    adjust(&result)
    var change = DatedChange(name: "change", date: start.adding(days: day))
    change.result = [result]
    scenario.interventions.changes = [change]
  }

  @Test func aChangeHoldsFromItsDateOn() {
    var scenario = quiet()
    scenario.service.norms[0].intervalDays = 3_000
    change(&scenario, day: 30) {
      $0.staffing.fte = 4
      $0.staffing.administrationShare = 0.5
      for index in $0.service.norms.indices { $0.service.norms[index].intervalDays = 60 }
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 30 * 1_440 - 1)
    #expect(world.staff.workers.count == 2)
    #expect(world.observer.exits == 0)
    world.run(through: 30 * 1_440)
    #expect(world.staff.workers.count == 4)
    #expect(world.staff.caseloads[3].count == 10)
    let share = world.staff.roles.constants[0].administrationShare
    #expect(share == 0.5)
    // Everybody was last seen long ago: all are due by the new norm and seen within some weeks.
    world.run(through: 120 * 1_440)
    let unseen = (0..<40).filter {
      world.clock.now - Int(world.clients.service[$0].lastContact) > 90 * 1_440
    }
    #expect(unseen == [])
  }

  @Test func theOtherStreamsDoNotNoticeAChange() throws {
    // A change that sets what holds already leaves the run as it is, bit for bit.
    let plain = TinyWorld.small(clients: 200, fte: 2)
    var changed = plain
    changed.interventions.changes = [
      DatedChange(name: "nothing", date: CivilDate(dayNumber: 14_610 + 200))
    ]
    changed.interventions.changes[0].result = [plain]
    let first = try #require(try simulate(plain, seed: 3, replication: 0))
    let second = try #require(try simulate(changed, seed: 3, replication: 0))
    #expect(first.values.map(\.bitPattern) == second.values.map(\.bitPattern))
    #expect(second.events == first.events + 1)
  }

  @Test(arguments: [0.0, 1.0])
  func aCampaignSeesTheLongUnseenWithinItsTime(externalFte: Double) {
    var scenario = quiet()
    scenario.interventions.campaigns = [
      Campaign(
        name: "inView", date: start.adding(days: 30), durationDays: 100, unseenDays: 182,
        externalFte: externalFte, transferShare: 1, followUpDays: 120)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 30 * 1_440)
    let called = (0..<40).filter { world.clients.service[$0].campaign == 1 }
    #expect(called.count > 25)
    #expect(world.staff.workers.count == (externalFte > 0 ? 3 : 2))
    world.run(through: 150 * 1_440)
    for client in called {
      #expect(Int(world.clients.service[client].lastContact) > 30 * 1_440, "client \(client)")
      #expect(world.clients.service[client].campaign == 0)
    }
    if externalFte > 0 {
      #expect(world.staff.workers[2].activity == .gone)
      #expect(world.staff.workers[2].minutesWorked >= called.count * 60)
      // What externals learn reaches the register in full here, and nobody's notes.
      for client in called {
        let level = world.knowledge.level(ofClient: client, at: world.clock.now)
        #expect(abs(level.currency - 1) < 1e-12)
        #expect(level.privateOnly == 0)
      }
    }
    // The follow-up interval holds: everyone called is seen again within its days and the lead time.
    world.run(through: 330 * 1_440)
    for client in called {
      let age = world.clock.now - Int(world.clients.service[client].lastContact)
      #expect(age < 150 * 1_440, "client \(client)")
    }
  }

  @Test func aReorganisationMovesClientsAndKeepsCaseloads() {
    var scenario = quiet(clients: 200, fte: 4)
    scenario.interventions.reorganisations = [
      Reorganisation(
        name: "redesign", date: start.adding(days: 10), clientShare: 1, learningDays: 91,
        learningSpeed: 0.8)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 10 * 1_440 - 1)
    let before = (0..<200).map { world.clients.service[$0].worker }
    world.run(through: 10 * 1_440)
    let after = (0..<200).map { world.clients.service[$0].worker }
    let moved = zip(before, after).filter { $0 != $1 }.count
    // Clients are numbered in turn over four workers, so nearly everyone's next is another's.
    #expect(moved > 100)
    for worker in 0..<4 { #expect((40...60).contains(world.staff.caseloads[worker].count)) }
    let speed = world.staff.speed(of: 0, under: world.terms, at: world.clock.now)
    #expect(speed == 0.8)
    world.run(through: 101 * 1_440)
    let later = world.staff.speed(of: 0, under: world.terms, at: world.clock.now)
    #expect(later == 1)
  }

  @Test func aMigrationLosesItsShareOfTheRegister() {
    var scenario = quiet(clients: 500, fte: 2)
    scenario.knowledge.registrationCompleteness = 1
    scenario.interventions.migrations = [
      Migration(
        name: "newSystem", date: start.adding(days: 10), lossShare: 0.3, minutesPerClient: 2)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 10 * 1_440 - 1)
    let before = world.knowledge.records.all.count { $0.isRegistered }
    let queuedBefore = world.staff.workers[0].queuedMinutes
    world.run(through: 10 * 1_440)
    let after = world.knowledge.records.all.count { $0.isRegistered }
    // 4,000 items at 30 %: a standard error of 29.
    #expect(abs(Double(before - after) / Double(before) - 0.3) < 0.03)
    #expect(world.staff.workers[0].queuedMinutes - queuedBefore == 500)
  }

  @Test func aClassificationMakesTheStockKnown() {
    var scenario = quiet(clients: 300, fte: 2)
    scenario.interventions.classifications = [
      Classification(
        name: "categories", date: start.adding(days: 10), share: 1, accuracy: 1,
        minutesPerClient: 0)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<300 { world.clients.service[client].believedGroup = 1 }
    world.observer = Observer(
      groupCount: 3, segmentCount: 1, days: world.observer.days)
    for client in 0..<300 { world.observer.meet(client) }
    world.run(through: 10 * 1_440)
    for worker in 0..<2 { #expect(world.staff.workers[worker].sideTask == -1) }
    for client in 0..<300 {
      #expect(world.clients.service[client].believedGroup == world.clients.state[client].trueGroup)
    }
  }

  @Test func anAuditRaisesRegistrationForAWhile() {
    var scenario = quiet(clients: 0, fte: 1)
    scenario.knowledge.registrationCompleteness = 0
    scenario.knowledge.auditsPerYear = 1
    scenario.knowledge.auditEffect = 1
    scenario.knowledge.auditDays = 30
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.run(through: TinyWorld.minute(day: 1, 17, 0))
    let unregistered = world.knowledge.level(ofClient: client, at: world.clock.now)
    #expect(unregistered.privateOnly > 0.99)
    world.audits.takePlace(under: world.terms, on: &world.clock)
    world.addTask(.registration, for: client, worker: 0, minutes: 20)
    world.run(through: TinyWorld.minute(day: 2, 17, 0))
    let registered = world.knowledge.level(ofClient: client, at: world.clock.now)
    #expect(registered.privateOnly == 0)
  }

  @Test func workItemsExpireWithTheAgreements() {
    for expires in [false, true] {
      var scenario = quiet(clients: 0, fte: 1)
      scenario.service.workItemExpiry = expires
      scenario.service.agreementMonths = 3
      var world = Simulation(scenario, seed: 1, replication: 0)
      let client = world.admit(streamID: 7)
      world.run(through: 120 * 1_440)
      let seen = Int(world.clients.service[client].lastContact)
      #expect((seen > 80 * 1_440) == expires)
    }
  }

  @Test func aSweepListsWhoIsDueOnItsDayOnly() {
    var scenario = quiet(clients: 0, fte: 1)
    scenario.service.planning = .sweep
    scenario.service.sweepDays = 91
    scenario.service.leadDays = 5
    for index in scenario.service.norms.indices { scenario.service.norms[index].intervalDays = 30 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    // Due on day 31; the first sweep of worker 0 at or after its listing is that of day 91.
    world.run(through: 91 * 1_440 - 1)
    #expect(Int(world.clients.service[client].lastContact) == TinyWorld.minute(day: 1, 10, 15))
    world.run(through: 91 * 1_440)
    #expect(world.clients.service[client].stage == .listed)
    world.run(through: 105 * 1_440)
    #expect(Int(world.clients.service[client].lastContact) > 91 * 1_440)
  }

  @Test func aGroupSessionTakesItsShareOfTimeAndIsNoPersonalContact() {
    var scenario = quiet(clients: 0, fte: 1)
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 30
      scenario.service.norms[index].faceToFaceShare = 0
      scenario.service.norms[index].groupShare = 1
    }
    scenario.service.group.minutes = 120
    scenario.service.groupSize = 15
    scenario.service.preparationMinutes = 30
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.run(through: 29 * 1_440)
    let worked = world.staff.workers[0].minutesWorked
    world.run(through: 45 * 1_440)
    // 150 minutes shared by 15, and registration of 20 minutes.
    #expect(world.staff.workers[0].minutesWorked - worked == 30)
    #expect(Int(world.clients.service[client].lastContact) == TinyWorld.minute(day: 1, 10, 30))
    #expect(Int(world.clients.service[client].lastAnyContact) > 20 * 1_440)
  }

  @Test func aClassificationTakesTimeForEveryClientWhomItReaches() {
    var scenario = quiet(clients: 300, fte: 2)
    scenario.interventions.classifications = [
      Classification(
        name: "categories", date: start.adding(days: 10), share: 0.5, accuracy: 1,
        minutesPerClient: 12)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 10 * 1_440 - 1)
    let before = world.staff.workers[0].queuedMinutes
    world.run(through: 10 * 1_440)
    // Six minutes for each client of a caseload, as the one piece of side work there is.
    let size = Double(world.staff.caseloads[0].count)
    #expect(size > 100)
    #expect(world.staff.workers[0].queuedMinutes - before == 6 * size)
    #expect(world.staff.tasks[world.staff.workers[0].sideTask].remaining == 6 * size)
    #expect(world.staff.workers[0].administrationTask == -1)
  }
}
