import SimulationKernel
import Testing

@testable import CaseloadModel

/// What happens exactly at a border: the last day, the last number, nobody and one.
@Suite struct BorderTests {
  @Test func contactThirteenMonthsAgoIsWrittenOver() {
    var months = ContactMonths()
    let month = SimulationClock.minutesPerYear / 12
    // The ring has thirteen months: month 18 takes the place of month 5, and none of the rest is left.
    months.add(30, at: Int(5.5 * month))
    months.add(10, at: Int(18.5 * month))
    #expect(months.inAYear(upTo: Int(18.9 * month)) == 10)
    months.add(1, at: Int(30.5 * month))
    #expect(months.inAYear(upTo: Int(30.9 * month)) == 1)
    #expect(months.inAYear(upTo: Int(30.2 * month)) == 10)
  }

  @Test func countsOfTalksAndInvitationsStandStillAtTheirEnd() {
    var attention = ClientAttention()
    attention.talks = .max
    attention.invitations = .max - 1
    attention.countTalk()
    attention.countInvitation()
    attention.countInvitation()
    #expect(attention.talks == .max)
    #expect(attention.invitations == .max)
  }

  @Test func theFirstTalkCountsWhollyWhateverIsLeftOfOthers() {
    var scenario = TinyWorld.certain()
    scenario.outflow.attention.repeatFactor = 0
    scenario.outflow.attention.repeatFloor = 0.25
    let terms = AttentionTerms(scenario)
    #expect(terms.repetition(1) == 1)
    #expect(terms.repetition(2) == 0.25)
  }

  @Test func whoHasNotBeenSpokenToSinceTheStartHasAllToBeFound() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1
    scenario.outflow.atContact.changesPerYear = 0.5
    scenario.outflow.atContact.detectionShare = 0.5
    var world = Simulation(scenario, seed: 1, replication: 0)
    let year = SimulationClock.minutesPerYear
    world.clients.state[0].spellStart = Int32(-2 * year)
    let rate = 0.5 / year
    // No talk in two years: the odds have grown for two years, to e - 1.
    world.rememberInitialCircumstances(
      0, sinceContact: Int(2 * year), interval: 4 * year, time: 2 * year)
    var odds = world.clients.attention[0].hidden.odds(at: 0, rate: rate)
    #expect(abs(odds - (Elementary.exp(1) - 1)) < 1e-6)
    // One talk a year ago: half of what there was then was found.
    world.rememberInitialCircumstances(
      0, sinceContact: Int(year), interval: year, time: 2 * year - 1)
    odds = world.clients.attention[0].hidden.odds(at: 0, rate: rate)
    let then = (Elementary.exp(0.5) - 1) * 0.5
    #expect(abs(odds - ((1 + then) * Elementary.exp(0.5) - 1)) < 1e-5)
  }

  @Test func withoutInflowTheStockStaysAsItIs() {
    var scenario = TinyWorld.certain()
    scenario.inflow.applicationsPerYear = 0
    let stock = StationaryStock(scenario)
    #expect(stock.clients(after: 3, from: 120) == 120)
  }

  @Test func aFollowedClientIsTouchedOnceByAnEvent() {
    let recorder = Recorder { _ in }
    recorder.onStep = { _ in }
    recorder.followed = [3, 5]
    for number in [3, 4, 3, 5, 5] { recorder.touch(number, place: number) }
    #expect(recorder.takeTouched().map { $0.number } == [3, 5])
    #expect(recorder.takeTouched().isEmpty)
  }

  @Test(arguments: [(12.0, 10.0), (1.0, 120.0), (0.5, 120.0)])
  func aSessionIsSharedByThoseWhoAreThere(_ size: Double, _ expected: Double) {
    var service = TinyWorld.certain().service
    service.preparationMinutes = 30
    service.group.minutes = 90
    service.groupSize = size
    #expect(ContactModeKind.group.terms(service).plannedMinutes == expected)
  }

  @Test func theTimeOfARunIsMeasuredForRivalryOnItsLastDayToo() {
    var scenario = TinyWorld.certain()
    // February 2010 has four times seven days, the time between two measurements.
    scenario.time.start = CivilDate(year: 2010, month: 2, day: 1) ?? scenario.time.start
    scenario.time.durationMonths = 1
    scenario.labourMarket.rivalryShare = 0.5
    var world = Simulation(scenario, seed: 1, replication: 0)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    // Set at the start, and after each of two measurements: on the first and on the last day.
    #expect(world.labourMarket.rivalry.number == 3)
  }

  @Test func aReviewOfTheStaffOnTheLastDayCounts() {
    var scenario = TinyWorld.certain()
    scenario.time.start = CivilDate(year: 2010, month: 1, day: 1) ?? scenario.time.start
    scenario.population.clients = 100
    scenario.staffing.rule = .caseloadNorm
    scenario.caseload.normPerFte = 50
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 200 * SimulationClock.minutesPerDay)
    for client in 0..<50 { world.leaveStock(client, .other) }
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    // The stock of the last midnight is that of the new year.
    #expect(world.staff.employedFte(ofRole: 0) == 1)
  }

  /// Something that is counted while it is held.
  private final class Box {}

  @Test func aColumnLetsGoOfWhatItHeld() {
    weak var kept: Box?
    do {
      let box = Box()
      kept = box
      let column = Column([box, box])
      #expect(column.count == 2)
    }
    #expect(kept == nil)
  }

  @Test func inAWorldOfOneGroupNobodyIsPlacedElsewhere() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1
    scenario.population.groups = [ClientGroup(name: "all", stockShare: 1, inflowShare: 1)]
    scenario.labourMarket.vacancies = []
    scenario.service.norms = Array(scenario.service.norms.prefix(1))
    scenario.service.norms[0].group = "all"
    scenario.outflow.rates = Array(scenario.outflow.rates.prefix(1))
    scenario.outflow.rates[0].group = "all"
    var world = Simulation(scenario, seed: 1, replication: 0)
    for digit in 0..<10 {
      let mistake = Judgement(isCorrect: false, draw: 0.9 + 0.01 * Double(digit), accuracy: 0.9)
      world.classify(0, mistake, on: .contact)
      #expect(world.clients.service[0].believedGroup == 0)
    }
  }
}
