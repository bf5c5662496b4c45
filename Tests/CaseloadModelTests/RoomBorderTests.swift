import SimulationKernel
import Testing

@testable import CaseloadModel

/// The rules of single rooms exactly at their borders.
@Suite struct RoomBorderTests {
  @Test(arguments: [
    (0, "none"), (1, "under1"), (59, "under1"), (60, "from1To4"), (239, "from1To4"),
    (240, "over4"),
  ])
  func hoursOfContactHaveTheirClasses(minutes: Int, id: String) {
    #expect(ContactHours(minutes: minutes).id == id)
  }

  @Test func afterTalksThatFindAllNothingIsLeftToBeFound() {
    // Nothing but what came since the last talk counts, however many there were.
    for later in [0.0, 1, 50] {
      var hidden = HiddenChange(from: 0)
      hidden.pass(firstAfter: 500, later: later, interval: 100, rate: 0.01, found: 1, last: 700)
      #expect(hidden.odds == 0 && hidden.minute == 700)
      #expect(abs(hidden.odds(at: 800, rate: 0.01) - (Elementary.exp(1) - 1)) < 1e-9)
    }
    // After one talk at which half of it is found, and another a while later.
    var hidden = HiddenChange(from: 0)
    hidden.pass(firstAfter: 100, later: 1, interval: 100, rate: 0.01, found: 0.5, last: 200)
    let first = 0.5 * (Elementary.exp(1) - 1)
    let second = 0.5 * ((1 + first) * Elementary.exp(1) - 1)
    #expect(abs(Double(hidden.odds) - second) < 1e-6)
    var step = HiddenChange(from: 0)
    step.pass(at: 100, rate: 0.01, found: 0.5)
    step.pass(at: 200, rate: 0.01, found: 0.5)
    #expect(abs(step.odds - hidden.odds) < 1e-6)
    #expect(HiddenChange.chance(odds: 3, found: 0.5) == 0.375)
  }

  @Test func whatIsOutOfDateNeverBecomesRightAgain() {
    var record = AttributeRecord(nextChange: 0)
    record.note(at: 0, accuracy: 1, isCorrect: true, fading: 0, forgetting: 0)
    record.registerNotes()
    #expect(record.registerValid == 1 && record.privateValid == 1)
    for _ in 1...1_024 {
      record.change()
      #expect(record.registerValid == 0 && record.privateValid == 0)
    }
    record.register(at: 5, accuracy: 1, isCorrect: true)
    #expect(record.registerValid == 1 && record.privateValid == 0)
  }

  @Test func theHoursOfExternalsAreNoCampaigns() {
    for role in 0...2 {
      var observer = Observer(
        groupCount: 1, segmentCount: 0, roleCount: 2, campaignCount: 2,
        days: ObservationDays(TimeSettings()))
      observer.keepsTallies = true
      observer.present(minutes: 60, role: role)
      observer.closePeriod(at: 31 * SimulationClock.minutesPerDay, payroll: [])
      // The whole, a group, two roles, two campaigns.
      let hours = (0..<6).map { observer.tallies(ofCell: $0)[Tally.hoursPresent.rawValue] }
      #expect(hours == [1, 0, role == 0 ? 1 : 0, role == 1 ? 1 : 0, 0, 0])
    }
  }

  @Test func aDutyThatNothingClaimedIsNoWork() {
    var due = DueWork()
    due.addWorker()
    due.closeDuty(.administration, worker: 0, open: 0, part: 0.5)
    due.note(.administration, worker: 0, isFailed: true)
    due.note(.administration, worker: 0, isFailed: false)
    // One of two is more than two fifths; one of three would not be.
    #expect(due.fallsShort(0, share: 0.4) == true)
    // Something open of what nothing claimed any more is too much.
    var left = DueWork()
    left.addWorker()
    left.closeDuty(.sideTask, worker: 0, open: 1, part: 0.5)
    #expect(left.fallsShort(0, share: 0.99) == true)
  }

  @Test func whatRingsAtTheLastMinuteIsPlannedAndWhatRingsAfterItIsNot() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1
    var world = Simulation(scenario, seed: 1, replication: 0)
    let before = world.clients.state[0].pendingEvents
    world.clients.set(.exit, of: 0, at: world.clock.end + 1, on: &world.clock)
    #expect(world.clients.state[0].pendingEvents == before)
    world.clients.set(.exit, of: 0, at: world.clock.end, on: &world.clock)
    #expect(world.clients.state[0].pendingEvents == before + 1)
  }

  @Test(arguments: [0.0, 7])
  func whoIsGrantedComesInAtOnceUnlessThereIsATimeToWait(days: Double) {
    var scenario = TinyWorld.certain()
    scenario.inflow.grantedShare = 1
    scenario.inflow.workFirstShare = 0
    scenario.inflow.announcedShare = 0
    scenario.inflow.searchPeriodDropShare = 0
    scenario.inflow.searchPeriodDays = days
    scenario.population.segments[0].searchPeriod = true
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 1_000)
    world.receiveApplication()
    let client = world.clients.count - 1
    #expect(world.clients.state[client].inStock == (days == 0))
    world.run(through: 1_000 + Int(days) * 1_440)
    #expect(world.clients.state[client].inStock)
    #expect(Int(world.clients.state[client].spellStart) == 1_000 + Int(days) * 1_440)
  }

  @Test func withoutAttentionOrClientsRivalryMeasuresNothing() {
    var scenario = TinyWorld.certain()
    scenario.labourMarket.rivalryShare = 0.5
    scenario.time.durationMonths = 3
    var world = Simulation(scenario, seed: 1, replication: 0)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    #expect(world.labourMarket.rivalry.number > 2)
    // Of nobody there is no mean, and nobody loses.
    #expect(world.labourMarket.rivalry.gain == 0)
    #expect(world.rivalryFactor() == 1)
  }

  @Test func theLastReviewIsThatOfTheLastMidnight() {
    for (day, isThere) in [(1, true), (2, false)] {
      var scenario = TinyWorld.certain()
      scenario.staffing.rule = .caseloadNorm
      scenario.time.start = CivilDate(year: 2010, month: 1, day: day) ?? scenario.time.start
      scenario.time.durationMonths = day == 1 ? 12 : 11
      let world = Simulation(scenario, seed: 1, replication: 0)
      let review = Staff.nextReview(under: world.terms, on: world.clock)
      #expect(review == (isThere ? 365 * 1_440 : nil), "from 1 January + \(day - 1)")
    }
    var scenario = TinyWorld.certain()
    scenario.staffing.rule = .fte
    let world = Simulation(scenario, seed: 1, replication: 0)
    #expect(Staff.nextReview(under: world.terms, on: world.clock) == nil)
  }

  @Test(arguments: [
    (0, 7, 3, [3, 6, 7]), (4, 7, 3, [1, 4, 7, 10, 11]), (6, 3, 3, [3, 6, 9]),
    (2, 2, 1, [1, 2, 3, 4]),
    (0, 2, 12, [2]),
  ])
  func observationsCloseStepsThatCountFromTheWarmUp(
    warmUp: Int, duration: Int, step: Int, months: [Int]
  ) {
    var time = TinyWorld.certain().time
    time.start = CivilDate(year: 2010, month: 1, day: 1) ?? time.start
    time.warmUpMonths = warmUp
    time.durationMonths = duration
    time.observationMonths = step
    let found = ObservationDays(time)
    let firsts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
    #expect(found.days == months.map { firsts[$0] })
    #expect(found.lastMonths == months.map { firsts[$0 - 1] })
    #expect(found.warmUpEnd == firsts[warmUp] && found.end == firsts[warmUp + duration])
    #expect(found.first == firsts[months[0]])
  }

  @Test func outcomesOfChecksAndReviewsHaveDrawsOfTheirOwn() {
    // Each has its number, however many gaps were drawn between: runs that differ in gaps see the same chance.
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1
    scenario.service.enforcement.exitShare = 0.5
    scenario.service.fileReview.talkShare = 0.5
    var world = Simulation(scenario, seed: 1, replication: 0)
    let streamID = world.clients.state[0].streamID
    for number in 0..<30 {
      world.clients.service[0].checkOutcomes = UInt16(number)
      world.clients.state[0].inStock = true
      world.completeCheck(0)
      var draws = world.stream(.checkOutcome, streamID, draw: UInt64(2 * number + 1))
      #expect(world.clients.state[0].inStock == (draws.uniform() >= 0.5), "check \(number)")
      if !world.clients.state[0].inStock { world.enterStock(0) }
    }
    for number in 0..<30 {
      world.clients.service[0].reviewOutcomes = UInt16(number)
      if world.clients.service[0].stage == .listed { world.unlist(0) }
      world.clients.service[0].stage = .none
      world.completeFileReview(0)
      var draws = world.stream(.fileReviewOutcome, streamID, draw: UInt64(2 * number + 1))
      let isListed = world.clients.service[0].stage == .listed
      #expect(isListed == (draws.uniform() < 0.5), "review \(number)")
    }
  }
}
