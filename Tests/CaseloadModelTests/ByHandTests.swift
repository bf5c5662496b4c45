import SimulationKernel
import Testing

@testable import CaseloadModel

/// What-ifs away from the shipped scenarios whose answers are known by hand.
@Suite struct ByHandTests {
  private let day = SimulationClock.minutesPerDay

  private func campaign(
    _ name: String, from days: Int, length: Double, in scenario: Scenario, externalFte: Double = 0
  ) -> Campaign {
    var campaign = Campaign(
      name: name, date: scenario.time.start.adding(days: days), durationDays: length,
      unseenDays: 20, noShowFactor: 1)
    campaign.externalFte = externalFte
    return campaign
  }

  // MARK: - Campaigns

  @Test func externalsSeeClientsWhomNobodyServes() {
    var scenario = TinyWorld.calm(clients: 5, fte: 0)
    scenario.interventions.campaigns = [
      campaign("inView", from: 10, length: 100, in: scenario, externalFte: 1)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<5 { world.clients.service[client].lastContact = -30 * Int32(day) }
    #expect(world.staff.unassigned.count == 5)
    world.run(through: 120 * day)
    for client in 0..<5 {
      #expect(world.clients.service[client].contactDraws == 1, "client \(client)")
      #expect(Int(world.clients.service[client].lastContact) > 10 * day)
      #expect(world.clients.service[client].worker == -1)
    }
  }

  @Test func whoLeavesFromTheListOfAnExternalIsOnNoListAnyMore() {
    var scenario = TinyWorld.calm(clients: 2, fte: 0)
    scenario.interventions.campaigns = [
      campaign("inView", from: 10, length: 100, in: scenario, externalFte: 1)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<2 { world.clients.service[client].lastContact = -30 * Int32(day) }
    var minute = 10 * day
    world.run(through: minute)
    while world.clients.service[0].stage != .listed, minute < 110 * day {
      minute += 1
      world.run(through: minute)
    }
    #expect(world.clients.service[0].stage == .listed)
    world.leaveStock(0, .other)
    let listed = world.staff.lists.all.flatMap { list in list.map { Int($0.client) } }
    #expect(!listed.contains(0))
    #expect(world.staff.unassigned == [1])
  }

  @Test func overlappingCampaignsCallEverybodyInOnceEach() {
    var scenario = TinyWorld.calm(clients: 6, fte: 1)
    // Long enough for each to find them unseen again, had it forgotten that it has met them.
    scenario.interventions.campaigns = [
      campaign("first", from: 30, length: 250, in: scenario),
      campaign("second", from: 30, length: 250, in: scenario),
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<6 {
      world.clients.service[client].lastContact = 0
      world.clients.service[client].due = SimulationClock.never
    }
    world.run(through: 300 * day)
    let contacts = (0..<6).map { world.clients.service[$0].contactDraws }
    #expect(contacts == [2, 2, 2, 2, 2, 2])
  }

  @Test func aNewSpellIsCalledInAgain() {
    var meetings = CampaignMeetings(campaignCount: 3)
    meetings.note(7, campaign: 1, spell: 0)
    var found: [Bool] = []
    for (client, campaign, spell) in [
      (7, 1, 0), (7, 1, 1), (7, 0, 0), (7, 2, 0), (6, 1, 0), (900, 1, 0),
    ] {
      found.append(meetings.hold(client, campaign: campaign, spell: UInt16(spell)))
    }
    #expect(found == [true, false, false, false, false, false])
  }

  @Test func whoLeavesIsCalledInNoMore() {
    var world = Simulation(TinyWorld.calm(clients: 1, fte: 1), seed: 1, replication: 0)
    world.clients.service[0].campaign = 1
    world.leaveStock(0, .other)
    #expect(world.clients.service[0].campaign == 0)
  }

  @Test func whoIsStillDueUnderANewNormIsRankedByTheNewDate() {
    var scenario = TinyWorld.calm(clients: 2, fte: 0.1)
    for index in scenario.service.norms.indices { scenario.service.norms[index].intervalDays = 30 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<2 {
      world.clients.service[client].stage = .none
      world.clients.service[client].lastContact = 0
      world.clients.service[client].due = Int32(30 * day)
      world.clients.service[client].visitor = -1
      world.listForContact(client)
    }
    world.clock.now = 100 * day
    let before = world.staff.lists[0].map { $0.key }
    // Another interval than the 20 days that held: the date moves by ten days, for this client alone.
    world.followPolicy(1, intervalBefore: Double(20 * day))
    #expect(world.clients.service[1].stage == .listed)
    let after = world.staff.lists[0].map { $0.key }
    let places = [0, 1].map { client in
      world.staff.lists[0].firstIndex { $0.client == Int32(client) } ?? -1
    }
    #expect(after[places[0]] == before[places[0]])
    #expect(after[places[1]] == world.priority(of: 1))
    #expect(after[places[1]] != before[places[1]])
  }

  // MARK: - Staff

  @Test func aReorganisationLeavesEveryCaseloadOfEveryTeamAsLargeAsItWas() {
    var scenario = TinyWorld.calm(clients: 90, fte: 6)
    scenario.caseload.specialisation = .segment
    scenario.caseload.capPerFte = 15
    scenario.population.segments = [
      ClientSegment(name: "youth", stockShare: 1.0 / 3),
      ClientSegment(name: "others", stockShare: 2.0 / 3, inflowShare: 1),
    ]
    scenario.interventions.reorganisations = [
      Reorganisation(
        name: "redesign", date: scenario.time.start.adding(days: 10), clientShare: 0.6)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 10 * day - 1)
    let before = world.staff.caseloads.all.map { $0.count }
    let workers = (0..<90).map { world.clients.service[$0].worker }
    world.run(through: 10 * day)
    let after = world.staff.caseloads.all.map { $0.count }
    #expect(before == after)
    let moved = (0..<90).filter { world.clients.service[$0].worker != workers[$0] }
    #expect(moved.count > 20)
    for client in moved {
      let pools = [workers[client], world.clients.service[client].worker].map {
        world.staff.workers[Int($0)].pool
      }
      #expect(pools[0] == pools[1])
    }
  }

  @Test(arguments: [2.0, 1.0])
  func administrationThatWasTakenOverOutlivesWhoTookIt(supportFte: Double) {
    var scenario = TinyWorld.calm(clients: 0, fte: 2)
    scenario.staffing.administrationShare = 0.25
    var support = StaffRole(name: "support", fte: supportFte)
    support.administrationTaken = 1
    support.administrationShare = 0
    support.sideTaskShare = 0
    scenario.staffing.roles = [support]
    var world = Simulation(scenario, seed: 1, replication: 0)
    // Two caseworkers claim a quarter of 432 minutes each for it in the first hour.
    world.run(through: TinyWorld.minute(day: 0, 8, 31))
    let left = world.staff.tasks[world.staff.workers[2].administrationTask].remaining
    #expect(left > 50)
    world.leaveStaff(2)
    let taken = (0..<world.staff.workers.count).filter { $0 != 2 }.map {
      world.staff.workers[$0].queuedMinutes
    }
    // To the other one of support, or to a caseworker when there is none.
    #expect(taken.max() ?? 0 >= left)
    world.run(through: TinyWorld.minute(day: 1, 0, 0))
    #expect(world.violation == nil)
  }

  @Test func aTaskOfSupportStaffWhoLeaveGoesBackToTheClientsWorker() {
    var scenario = TinyWorld.calm(clients: 1, fte: 1)
    var support = StaffRole(name: "support", fte: 1)
    support.registrationTaken = 1
    support.administrationShare = 0
    support.sideTaskShare = 0
    scenario.staffing.roles = [support]
    var world = Simulation(scenario, seed: 1, replication: 0)
    let number = world.addTask(.registration, for: 0, worker: 0, minutes: 20)
    #expect(world.staff.tasks[number].owner == 1)
    world.leaveStaff(1)
    #expect(world.staff.tasks[number].owner == 0)
    #expect(world.staff.tasks[number].remaining == 20)
  }

  @Test func clientsOfTheOnlySpecialistGoToTheSuccessor() {
    var scenario = TinyWorld.calm(clients: 30, fte: 2)
    scenario.caseload.specialisation = .segment
    scenario.population.segments = [
      ClientSegment(name: "youth", stockShare: 0.5),
      ClientSegment(name: "others", stockShare: 0.5, inflowShare: 1),
    ]
    scenario.staffing.hiringDelayDays = 30
    var world = Simulation(scenario, seed: 1, replication: 0)
    let ofYouth = (0..<30).filter { world.clients.state[$0].segment == 0 }
    #expect(Set(ofYouth.map { world.clients.service[$0].worker }) == [0])
    world.leaveStaff(0)
    world.staff.openVacancy(after: 0, under: world.terms, on: &world.clock)
    #expect(Set(ofYouth.map { world.clients.service[$0].worker }) == [1])
    world.run(through: 31 * day)
    #expect(Set(ofYouth.map { world.clients.service[$0].worker }) == [2])
    #expect(world.staff.caseloads[1].count == 30 - ofYouth.count)
  }

  @Test(arguments: [(0.01, 10.0), (0.05, 40), (0.05, 1), (0.5, 200)])
  func sicknessTakesItsShareHoweverShortItsSpells(share: Double, spells: Double) {
    var scenario = TinyWorld.calm(clients: 0, fte: 200)
    scenario.time.durationMonths = 24
    scenario.staffing.sicknessShare = share
    scenario.staffing.sicknessSpellsPerYear = spells
    scenario.staffing.sicknessLengthVariation = 0.5
    var world = Simulation(scenario, seed: 1, replication: 0)
    var days = 0
    for worker in 0..<200 {
      for day in 0..<730
      where world.staff.isSick(worker, on: day, under: world.terms, on: world.clock) {
        days += 1
      }
    }
    let found = Double(days) / (200 * 730)
    // Spells are independent: the share of so many days has a relative error of about 1 / sqrt(spells).
    #expect(abs(found - share) < 5 * share / (400 * spells).squareRoot(), "\(found)")
  }

  @Test func aRuleThatComesBackWithinAYearIsReviewedOnceAtNewYear() throws {
    var scenario = TinyWorld.calm(clients: 20, fte: 1)
    scenario.time.durationMonths = 24
    scenario.staffing.rule = .caseloadNorm
    scenario.caseload.normPerFte = 20
    var plain = scenario
    plain.staffing.rule = .fte
    for (index, result) in [plain, scenario, plain, scenario].enumerated() {
      var change = DatedChange(
        name: "change\(index)", date: scenario.time.start.adding(days: 30 * (index + 1)))
      change.result = [result]
      scenario.interventions.changes.append(change)
    }
    var reviews = 0
    let recorder = Recorder { if $0.activity == .staffReviewed { reviews += 1 } }
    _ = try simulate(scenario, seed: 1, replication: 0, recorder: recorder)
    // New year's days of 2011 and 2012 fall before the end on 4 January 2012.
    #expect(reviews == 2)
  }

  // MARK: - Observation

  @Test func workNotGotToIsThatOfTheLastMonthHoweverFarObservationsLieApart() throws {
    var scenario = TinyWorld.small()
    scenario.time.warmUpMonths = 0
    scenario.time.durationMonths = 12
    let monthly = try #require(try simulate(scenario, seed: 4, replication: 0))
    for months in [3, 12] {
      scenario.time.observationMonths = months
      let outcome = try #require(try simulate(scenario, seed: 4, replication: 0))
      let count = 12 / months
      for observation in 0..<count {
        #expect(
          Self.notAllTasks(outcome, observation)
            == Self.notAllTasks(monthly, months * (observation + 1) - 1),
          "every \(months) months, observation \(observation)")
      }
    }
  }

  /// The share of workers who did not get to all tasks at an observation.
  private static func notAllTasks(_ outcome: ReplicationOutcome, _ observation: Int) -> Double {
    let cells = outcome.series.count / outcome.observationCount
    return outcome.series[
      observation * cells + Metric.workloadNotAllTasks.rawValue * outcome.cellCount]
  }

  @Test func timeInStockBelongsToTheGroupOfTheMoment() {
    var observer = Observer(
      groupCount: 3, segmentCount: 1, days: ObservationDays(TinyWorld.certain().time))
    observer.keepsTallies = true
    observer.meet(0)
    let (old, new) = (MetricCells(group: 0, segment: 0), MetricCells(group: 2, segment: 0))
    observer.enter(0, old, isReturn: false, at: 0)
    observer.move(0, from: old, to: new, spellStart: 0, at: 10 * day)
    observer.addExposure(new, from: observer.exposureBegins(0, spellStart: 0), to: 31 * day)
    observer.closePeriod(at: 31 * day, payroll: [])
    let years = [0, 1, 3].map {
      observer.tallies(ofCell: $0)[Tally.clientYearsUnder6m.rawValue] * SimulationClock.daysPerYear
    }
    #expect(abs(years[0] - 31) < 1e-9)
    #expect(abs(years[1] - 10) < 1e-9)
    #expect(abs(years[2] - 21) < 1e-9)
  }

  @Test func theRiseOfMissedAppointmentsHasItsKey() {
    for (halfYears, expected) in [(1.0, 0.35), (3, 0.225)] {
      var scenario = TinyWorld.calm(clients: 400, fte: 1)
      scenario.service.noShowShare = 0.1
      scenario.service.noShowShareUnseen = 0.6
      scenario.service.noShowHalfYears = halfYears
      var world = Simulation(scenario, seed: 1, replication: 0)
      world.clock.now = Int(SimulationClock.minutesPerYear)
      for client in 0..<400 { world.clients.service[client].lastContact = 0 }
      let missed = (0..<400).filter { client in
        world.clients.service[client].stage = .booked
        let appointment = Appointment(
          start: Int32(world.clock.now), client: Int32(client),
          ticket: world.clients.service[client].dueTicket, mode: .faceToFace)
        return world.meet(appointment, worker: 0).0 == .missedAppointment
      }
      #expect(abs(Double(missed.count) / 400 - expected) < 4 * (0.25 / 400).squareRoot())
    }
  }
}
