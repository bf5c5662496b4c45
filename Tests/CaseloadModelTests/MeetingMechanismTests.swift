import SimulationKernel
import Testing

@testable import CaseloadModel

/// Changes on a date, and what meets them, with values known by hand.
@Suite struct MeetingMechanismTests {
  let day = SimulationClock.minutesPerDay

  /// Changes a scenario on a day of the run.
  private func change(_ scenario: inout Scenario, on day: Int, _ set: (inout Scenario) -> Void) {
    var result = scenario.interventions.changes.last?.result.first ?? scenario
    result.interventions = InterventionSettings()
    set(&result)
    var change = DatedChange(
      name: "change\(day)", date: scenario.time.start.adding(days: day))
    change.result = [result]
    scenario.interventions.changes.append(change)
  }

  func support(_ scenario: inout Scenario, _ set: (inout StaffRole) -> Void) {
    var support = StaffRole(name: "support", fte: 1)
    support.administrationShare = 0
    support.sideTaskShare = 0
    set(&support)
    scenario.staffing.roles.append(support)
  }

  private func twoSegments(_ scenario: inout Scenario) {
    scenario.population.segments = [
      ClientSegment(name: "youth", stockShare: 0.5),
      ClientSegment(name: "others", stockShare: 0.5, inflowShare: 1),
    ]
  }

  // MARK: - Work and staff

  @Test func requestsThatARoleTakesOverTakeNoRoomInTheAgenda() {
    var scenario = TinyWorld.calm(clients: 40, fte: 1)
    scenario.service.requestsPerYear = 12
    let alone = Simulation(scenario, seed: 1, replication: 0)
    support(&scenario) { $0.requestsTaken = 0.75 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    var expected = alone
    let whole = expected.expectedRequestMinutes(0)
    #expect(whole > 0)
    #expect(abs(world.expectedRequestMinutes(0) - whole / 4) < 1e-9)
    // Nobody takes them over any more.
    world.leaveStaff(1)
    #expect(world.expectedRequestMinutes(0) == whole)
  }

  @Test func administrationThatARoleTakesOverTakesRoomAgainWhenTheRoleIsEmpty() {
    var scenario = TinyWorld.calm(clients: 40, fte: 1)
    scenario.staffing.administrationShare = 0.4
    let alone = Simulation(scenario, seed: 1, replication: 0)
    support(&scenario) { $0.administrationTaken = 0.75 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    var expected = alone
    let room = expected.roomForContacts(0)
    let shift = Double(world.staff.workers[0].shiftMinutes)
    #expect(abs(world.roomForContacts(0) - room - 0.4 * 0.75 * shift) < 1e-9)
    world.leaveStaff(1)
    #expect(world.roomForContacts(0) == room)
  }

  @Test func afterACampaignWhatIsAgreedBringsTheNextContactForwardAgain() {
    var scenario = TinyWorld.calm(clients: 1, fte: 1)
    scenario.service.workItemExpiry = true
    scenario.interventions.campaigns = [
      Campaign(name: "inView", date: scenario.time.start.adding(days: 100))
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 50 * day)
    world.clients.agree(with: 0, until: Int32(300 * day))
    world.clients.callIn(0, campaign: 0, at: Double(60 * day))
    world.endCampaign(0)
    #expect(Int(world.clients.service[0].due) == 300 * day)
  }

  @Test func registrationBySupportIsAdministrationOfTheCaseworker() {
    var scenario = TinyWorld.calm(clients: 1, fte: 1)
    support(&scenario) { $0.registrationTaken = 1 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.addTask(.registration, for: 0, worker: 0, minutes: 20)
    world.run(through: TinyWorld.minute(day: 0, 9, 30))
    #expect(world.staff.workers[1].minutesWorked == 20)
    #expect(world.staff.workers[0].administrationDebt == -20)
    #expect(world.staff.workers[1].administrationDebt == 0)
  }

  @Test func aCutFallsOnAllKindsOfSpecialistsAlike() {
    var scenario = TinyWorld.calm(clients: 600, fte: 10)
    twoSegments(&scenario)
    scenario.caseload.specialisation = .segment
    change(&scenario, on: 10) { $0.staffing.fte = 6 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 10 * day)
    let kinds = (0..<10).filter { world.staff.workers[$0].activity != .gone }.map {
      Int(world.staff.workers[$0].pool)
    }
    #expect(kinds.filter { $0 == 0 }.count == 3)
    #expect(kinds.filter { $0 == 1 }.count == 3)
  }

  @Test func growthComesInContractsThatANewStaffWouldHave() {
    var scenario = TinyWorld.calm(clients: 10, fte: 2)
    change(&scenario, on: 10) { $0.staffing.fte = 4.1 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 10 * day)
    let contracts = world.staff.workers.all.map { $0.fte }
    #expect(contracts.count == 4)
    #expect(abs(contracts[3] - 1.1) < 1e-9)
  }

  @Test func aHireTakesOverNoMoreThanTheCap() {
    var scenario = TinyWorld.calm(clients: 60, fte: 1)
    change(&scenario, on: 10) { $0.caseload.capPerFte = 20 }
    change(&scenario, on: 20) { $0.staffing.fte = 2 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 20 * day)
    #expect(world.staff.caseloads[1].count == 20)
    #expect(world.staff.caseloads[0].count == 40)
  }

  @Test func anExternalSeesWhoseOwnWorkerLeaves() {
    var scenario = TinyWorld.calm(clients: 30, fte: 1)
    var campaign = Campaign(
      name: "inView", date: scenario.time.start.adding(days: 10), durationDays: 60,
      unseenDays: 5, noShowFactor: 1)
    campaign.externalFte = 1
    scenario.interventions.campaigns = [campaign]
    var contacts: [[UInt32]] = []
    for leaves in [false, true] {
      var world = Simulation(scenario, seed: 1, replication: 0)
      world.run(through: 30 * day)
      if leaves { world.leaveStaff(0) }
      world.run(through: 75 * day)
      contacts.append((0..<30).map { world.clients.service[$0].contactDraws })
    }
    #expect(contacts[0] == contacts[1])
    #expect(contacts[0].allSatisfy { $0 == 1 })
  }

  // MARK: - The contact plan

  @Test func aDayMoreBetweenLettersCallsNobodyIn() {
    var scenario = TinyWorld.calm(clients: 20, fte: 1)
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].faceToFaceShare = 0
      scenario.service.norms[index].intervalDays = 100
    }
    change(&scenario, on: 200) {
      for index in $0.service.norms.indices { $0.service.norms[index].intervalDays = 101 }
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 200 * day - 1)
    let before = (0..<20).map { Int(world.clients.service[$0].due) }
    let stages = (0..<20).map { world.clients.service[$0].stage }
    world.run(through: 200 * day)
    for client in 0..<20 where stages[client] != .booked {
      #expect(Int(world.clients.service[client].due) == before[client] + day, "client \(client)")
    }
  }

  @Test func aRelaxedNormTakesThoseOffTheListWhoAreNotDueAnyMore() {
    var scenario = TinyWorld.calm(clients: 100, fte: 0.1)
    for index in scenario.service.norms.indices { scenario.service.norms[index].intervalDays = 30 }
    change(&scenario, on: 100) {
      for index in $0.service.norms.indices { $0.service.norms[index].intervalDays = 3_650 }
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 100 * day - 1)
    let listed = (0..<100).filter { world.clients.service[$0].stage == .listed }
    #expect(listed.count > 40)
    world.run(through: 100 * day)
    for client in listed {
      #expect(world.clients.service[client].stage == .none)
      #expect(!world.clients.service[client].isCaseOpen)
      #expect(
        Int(world.clients.service[client].due) >= Int(world.clients.service[client].lastContact)
          + 3_650 * day)
    }
    #expect(world.staff.lists.all.allSatisfy { $0.isEmpty })
  }

  @Test func aPolicyThatComesBackLeavesThePlanAsItWas() {
    var scenario = TinyWorld.calm(clients: 50, fte: 0.2)
    for index in scenario.service.norms.indices { scenario.service.norms[index].intervalDays = 200 }
    var changed = scenario
    change(&changed, on: 50) {
      for index in $0.service.norms.indices { $0.service.norms[index].intervalDays = 40 }
    }
    change(&changed, on: 51) {
      for index in $0.service.norms.indices { $0.service.norms[index].intervalDays = 200 }
    }
    var dates: [[Int32]] = []
    for scenario in [scenario, changed] {
      var world = Simulation(scenario, seed: 1, replication: 0)
      world.run(through: 50 * day - 1)
      let untouched = (0..<50).filter { world.clients.service[$0].stage == .none }
      world.run(through: 51 * day)
      dates.append(
        untouched.filter { world.clients.service[$0].stage == .none }.map {
          world.clients.service[$0].due
        })
    }
    // From Monday to Tuesday nobody is there to make an appointment before midnight.
    #expect(dates[0] == dates[1])
    #expect(dates[0].count > 20)
  }

  @Test func restByANewPolicyReachesTheRoleThatCarriesThoseAtRest() {
    var scenario = TinyWorld.calm(clients: 200, fte: 2)
    support(&scenario) {
      $0.name = "rest"
      $0.carriesCaseload = true
      $0.restOnly = true
    }
    scenario.service.restPolicy.enabled = true
    change(&scenario, on: 10) {
      for index in $0.service.norms.indices { $0.service.norms[index].restShare = 0.5 }
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 10 * day - 1)
    #expect(world.staff.caseloads[2].count == 0)
    world.run(through: 10 * day)
    let resting = (0..<200).filter { world.clients.service[$0].atRest }
    #expect(resting.count > 60)
    #expect(resting.allSatisfy { world.clients.service[$0].worker == 2 })
    #expect(world.staff.caseloads[2].count == resting.count)
  }

  @Test func aGroupFoundOutsideATalkMovesDateAndWorker() {
    var scenario = TinyWorld.calm(clients: 60, fte: 1)
    support(&scenario) {
      $0.name = "careCoach"
      $0.carriesCaseload = true
      $0.groups = ["care"]
    }
    scenario.service.norms[0].intervalDays = 30
    scenario.interventions.classifications = [
      Classification(
        name: "all", date: scenario.time.start.adding(days: 20), share: 1, accuracy: 1,
        minutesPerClient: 0)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<60 where world.clients.service[client].believedGroup == 0 {
      world.clients.service[client].believedGroup = 1
      world.handOver(client, to: 0)
    }
    for client in 0..<60 {
      world.clients.service[client].lastContact = 0
      world.clients.service[client].due = Int32(3_650 * day)
      // What was planned before is no more.
      world.clients.service[client].dueTicket &+= 1
    }
    world.run(through: 20 * day)
    let care = (0..<60).filter { world.clients.state[$0].trueGroup == 0 }
    #expect(!care.isEmpty)
    for client in care {
      #expect(world.clients.service[client].believedGroup == 0)
      #expect(world.clients.service[client].worker == 1)
      #expect(Int(world.clients.service[client].due) == 30 * day)
    }
  }

  // MARK: - Rates that hold from a date

  @Test func whatGathersUnseenGathersAtTheRateOfItsTime() {
    var scenario = TinyWorld.calm(clients: 4, fte: 0)
    scenario.outflow.atContact.detectionShare = 1
    change(&scenario, on: 100) { $0.outflow.atContact.changesPerYear = 1 }
    change(&scenario, on: 200) { $0.outflow.atContact.changesPerYear = 3 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 300 * day)
    // Nothing for 100 days, then 100 days at 1 and 100 at 3 a year.
    let expected = Elementary.exp(400 / SimulationClock.daysPerYear) - 1
    for client in 0..<4 {
      let odds = world.clients.attention[client].hidden.odds(
        at: world.clock.now, rate: world.changeRate(client))
      #expect(abs(odds - expected) < 1e-4 * expected)
    }
  }

  @Test func anotherLawHasAnotherRateFromTheMoveOn() {
    var scenario = TinyWorld.calm(clients: 2, fte: 0)
    scenario.outflow.atContact.changesPerYear = 1
    scenario.population.segments = [
      ClientSegment(name: "first", stockShare: 1, otherFactor: 0, maximumMonths: 0),
      ClientSegment(name: "second", stockShare: 0, inflowShare: 1, otherFactor: 2),
    ]
    scenario.population.transfers = [
      LawTransfer(name: "over", from: "first", to: "second", perYear: 1e6)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: day)
    #expect(world.clients.state[0].segment == 1)
    world.run(through: 100 * day)
    let odds = world.clients.attention[0].hidden.odds(
      at: world.clock.now, rate: world.changeRate(0))
    #expect(abs(odds - (Elementary.exp(200 / SimulationClock.daysPerYear) - 1)) < 0.01)
  }

  @Test func attentionThatHasFadedDoesNotComeBack() {
    var scenario = TinyWorld.calm(clients: 1, fte: 0)
    scenario.outflow.contactHalfLifeDays = 10
    scenario.outflow.attention.work.height = 1
    change(&scenario, on: 100) { $0.outflow.contactHalfLifeDays = 1_000 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.clients.attention[0] = ClientAttention()
    world.clients.attention[0].add(4, skill: 1, left: 0, at: 0)
    world.run(through: 200 * day)
    // Ten half-lives, then a tenth of one.
    let expected = 4 * Elementary.exp(-Elementary.log(2) * 10.1)
    #expect(abs(world.attentionLeft(0) - expected) < 0.01 * expected)
  }

  @Test func rivalryThatWasOffForADayIsMeasuredAtOnce() {
    var scenario = TinyWorld.calm(clients: 1, fte: 0)
    scenario.labourMarket.rivalryShare = 1
    scenario.labourMarket.rivalryDays = 300
    // So rare that nobody leaves.
    for index in scenario.outflow.rates.indices { scenario.outflow.rates[index].workPerYear = 1e-9 }
    change(&scenario, on: 50) { $0.labourMarket.rivalryShare = 0 }
    change(&scenario, on: 51) { $0.labourMarket.rivalryShare = 1 }
    change(&scenario, on: 60) { $0.labourMarket.rivalryDays = 10 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<1 {
      world.clients.state[client].helpFactor = 3
      world.clients.state[client].helpUntil = SimulationClock.never
    }
    world.run(through: day)
    #expect(world.labourMarket.rivalry.gain == 2)
    world.run(through: 50 * day)
    #expect(world.labourMarket.rivalry.gain == 0)
    world.run(through: 51 * day)
    #expect(world.labourMarket.rivalry.gain == 2)
    world.clients.state[0].helpFactor = 5
    world.run(through: 60 * day)
    #expect(world.labourMarket.rivalry.gain == 4)
    world.clients.state[0].helpFactor = 2
    world.run(through: 69 * day)
    #expect(world.labourMarket.rivalry.gain == 4)
    world.run(through: 70 * day)
    #expect(world.labourMarket.rivalry.gain == 1)
  }

  @Test func helpIsWeightedWithTheOwnChanceOfWork() {
    var scenario = TinyWorld.calm(clients: 2, fte: 0)
    scenario.outflow.rates[0].workPerYear = 0.1
    scenario.outflow.rates[1].workPerYear = 0.1
    scenario.outflow.rates[2].workPerYear = 0.1
    scenario.outflow.durationEffectOnWork = 0.5
    scenario.outflow.durationEffectFromMonths = 12
    scenario.labourMarket.rivalryShare = 1
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<2 {
      world.clients.state[client].exitFactor = 1
      world.clients.state[client].motivation = 0.5
    }
    world.clients.state[0].spellStart = 0
    world.clients.state[1].spellStart = -Int32(4 * SimulationClock.minutesPerYear)
    world.clients.state[1].helpFactor = 3
    world.clients.state[1].helpUntil = SimulationClock.never
    for client in 0..<2 {
      let base = client * world.knowledge.attributeCount
      for attribute in 1..<world.knowledge.attributeCount {
        world.knowledge.records[base + attribute].isBarrier = false
      }
    }
    let loss = world.terms.durationFactor(
      minutes: Int(4 * SimulationClock.minutesPerYear), loss: 0.5)
    #expect(loss < 0.9)
    world.measureRivalry()
    // One of two gains twice the own chance, which time on benefit has lowered.
    #expect(abs(world.labourMarket.rivalry.gain - 2 * loss / (1 + loss)) < 1e-4)
  }

  @Test(arguments: [0, 0.1, 0.5, 0.9, 1])
  func theQuickFactorOfTimeIsTheExactOne(loss: Double) {
    let table = DurationCeilings(loss: loss)
    for times in [0, 0.5, 1, 1.000_1, 1.3, 1.999, 2, 2.5, 3.7, 10, 100, 12_345.6] {
      let exact = DurationLoss.factor(after: times, loss: loss)
      #expect(abs(table.factor(after: times) - exact) <= 2e-4 * exact + 1e-12, "\(times)")
    }
  }

  @Test(arguments: [1, 3, 10])
  func aClientIsPutForwardOnceForAVacancy(candidates: Int) {
    var scenario = TinyWorld.calm(clients: 2, fte: 1)
    scenario.labourMarket.vacancies = [
      VacancyStream(
        name: "jobs", perYear: 0, fromGroup: "care", toGroup: "work", candidates: candidates,
        acceptShare: 0)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.receiveVacancy(stream: 0)
    var matched: [Int32] = []
    for number in world.staff.tasks.tasks.indices
    where world.staff.tasks.tasks[number].kind == .matching {
      matched.append(world.staff.tasks.tasks[number].client)
    }
    #expect(matched.count == min(2, candidates))
    #expect(Set(matched).count == matched.count)
  }
}
