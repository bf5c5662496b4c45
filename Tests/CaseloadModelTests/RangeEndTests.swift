import SimulationKernel
import Testing

@testable import CaseloadModel

/// Ends of ranges at which a run once stopped, hung or said nothing.
@Suite struct RangeEndTests {
  @Test func reorganisationsThatOverlapMultiply() {
    var world = Simulation(TinyWorld.certain(), seed: 1, replication: 0)
    func speed() -> Double { world.staff.speed(of: 0, under: world.terms, at: world.clock.now) }
    world.staff.slowDown(to: 0.8, until: 1_000, at: 0)
    world.staff.slowDown(to: 0.5, until: 500, at: 0)
    #expect(abs(speed() - 0.4) < 1e-12)
    world.clock.now = 500
    #expect(abs(speed() - 0.8) < 1e-12)
    world.clock.now = 1_000
    #expect(speed() == 1)
    // One that changes nothing ends none that does.
    world.staff.slowDown(to: 0.8, until: 2_000, at: 1_000)
    world.staff.slowDown(to: 1, until: 1_000, at: 1_000)
    #expect(abs(speed() - 0.8) < 1e-12)
  }

  @Test func nobodyIsSlowerThanAHundredth() {
    var world = Simulation(TinyWorld.certain(), seed: 1, replication: 0)
    for _ in 0..<8 { world.staff.slowDown(to: 0.01, until: 1_000, at: 0) }
    let speed = world.staff.speed(of: 0, under: world.terms, at: 0)
    #expect(speed == StaffingSettings.lowestSpeed)
  }

  @Test func aTalkThatOutlastsTheRunEndsWithIt() throws {
    var scenario = TinyWorld.certain()
    scenario.time.durationMonths = 2
    scenario.staffing.learningStartSpeed = StaffingSettings.lowestSpeed
    scenario.diagnosis.intakeMinutes = 480
    scenario.service.preparationMinutes = 480
    scenario.service.lengthVariation = 3
    scenario.inflow.applicationsPerYear = 100
    scenario.staffing.turnoverPerYear = 10
    scenario.staffing.hiringDelayDays = 0
    for seed in 1...20 as ClosedRange<UInt64> {
      #expect(try simulate(scenario, seed: seed, replication: 0) != nil)
    }
  }

  @Test func aLimitOfAMomentPassesClientsOnOnceADay() {
    var scenario = TinyWorld.certain()
    scenario.population.segments = [
      ClientSegment(
        name: "first", stockShare: 0, inflowShare: 1, maximumMonths: .leastNonzeroMagnitude,
        nextSegment: "second", nextShare: 1),
      ClientSegment(
        name: "second", stockShare: 1, inflowShare: 0, maximumMonths: 1e-9, nextSegment: "first",
        nextShare: 1),
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    #expect(world.clients.state[client].segment == 0)
    for day in 1...5 {
      world.run(through: day * 1_440)
      #expect(Int(world.clients.state[client].segment) == day % 2, "day \(day)")
    }
  }

  @Test func talksOnProgressComeAtMostOnceADay() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1
    scenario.staffing.fte = 0
    scenario.trajectories.instruments = [
      Instrument(
        name: "course", fromGroup: "care", toGroup: "work", proposalShare: 0, waitingDays: 0,
        durationDays: 100, followUpDays: .leastNonzeroMagnitude)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.clients.service[0].trajectoryStage = .requested
    world.requestPlace(0)
    let before = world.clock.queue.executedCount
    world.run(through: 10 * 1_440)
    #expect(world.clients.service[0].trajectoryStage == .running)
    #expect(world.clock.queue.executedCount - before < 30)
  }

  @Test func sicknessThatNearlyNeverComesIsNone() throws {
    var scenario = TinyWorld.certain()
    scenario.staffing.sicknessShare = 0.5
    scenario.staffing.sicknessSpellsPerYear = .leastNonzeroMagnitude
    var world = Simulation(scenario, seed: 1, replication: 0)
    let isIll = world.staff.isSick(0, on: 300, under: world.terms, on: world.clock)
    #expect(!isIll)
  }

  @Test func theOnlyClientWhoFitsAVacancyIsFound() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 5_000
    scenario.time.durationMonths = 1
    scenario.labourMarket.vacancies = [
      VacancyStream(
        name: "jobs", perYear: 0, fromGroup: "care", toGroup: "work", registerOnly: true,
        candidates: 1)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in world.clients.state.indices {
      world.clients.state[client].isRegistered = client == 4_321
    }
    for _ in 0..<20 { world.receiveVacancy(stream: 0) }
    var matches: [Int32] = []
    for number in world.staff.tasks.tasks.indices
    where world.staff.tasks[Int32(number)].kind == .matching {
      matches.append(world.staff.tasks[Int32(number)].client)
    }
    #expect(matches == Array(repeating: 4_321, count: 20))
  }

  @Test func aTalkThatIsInHandWhenItsClientGoesToAndFroLeavesNothingBehind() {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = 2
    scenario.diagnosis.intakeMinutes = 480
    scenario.service.preparationMinutes = 480
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    let worker = Int(world.clients.service[client].worker)
    while world.staff.workers[worker].activity != .appointment { _ = world.step() }
    world.run(through: (world.clock.day + 1) * 1_440)
    #expect(world.staff.workers[worker].activity == .appointment)
    world.handOver(client, to: 1 - worker)
    world.handOver(client, to: worker)
    world.run(through: world.clock.now + 1_439)
    world.checkConservation()
    #expect(world.violation == nil)
    #expect(!world.clients.service[client].intakeDone)
    world.run(through: world.clock.now + 14 * 1_440)
    #expect(world.clients.service[client].intakeDone)
  }

  @Test func timesOfAMomentEndAtOnce() throws {
    var scenario = TinyWorld.small(clients: 60, fte: 2)
    scenario.outflow.relapseLateYears = .leastNonzeroMagnitude
    scenario.outflow.relapseShare = 1
    scenario.outflow.relapseLateShare = 1
    scenario.outflow.atContact.referralDays = .leastNonzeroMagnitude
    scenario.outflow.atContact.referralShare = 1
    #expect(try simulate(scenario, seed: 1, replication: 0) != nil)
    // Somebody who is away for a moment comes back in the next minute.
    var draws = RandomStream(seed: 1, replication: 0, purpose: 1, entity: 1)
    let days = Terms(scenario).daysAway(after: .other, factor: 1, using: &draws)
    #expect(days.map { $0 >= 0 && $0 < 1e-300 } == true)
  }

  @Test func exitsAtAHighBoundAreNoFewerForWholeMinutes() {
    // A minute has a candidate with chance 1 − exp(−bound); one at a rate below the bound becomes an exit
    // with the chance that continuous time would give it.
    for bound in [1e-6, 9e-5, 2e-4, 0.01, 0.5, 3, 20] {
      for part in [0.001, 0.2, 0.7, 1] {
        let rate = part * bound
        let draw = -Elementary.expm1(-rate) / -Elementary.expm1(-bound)
        #expect(abs(Terms.position(of: draw, bound: bound) / rate - 1) < 1e-8, "\(bound) \(part)")
      }
      #expect(Terms.position(of: 0, bound: bound) == 0)
    }
  }

  @Test func aMetricWithoutADenominatorIsUndefined() {
    #expect(MetricSums(top: 5, bottom: 0).ratio.isNaN)
    #expect(MetricSums(top: 0, bottom: 0).ratio.isNaN)
    #expect(MetricSums(top: 3, bottom: 4).ratio == 0.75)
  }

  @Test func localClosedDaysAndLiberationDayCloseTheOffice() {
    var scenario = TinyWorld.certain()
    scenario.time.start = CivilDate(year: 2016, month: 1, day: 4) ?? scenario.time.start
    // Thursday 5 May 2016 is Ascension as well; in 2017 it is a Friday.
    scenario.time.start = CivilDate(year: 2017, month: 1, day: 2) ?? scenario.time.start
    let carnival = CivilDate(year: 2017, month: 2, day: 27) ?? scenario.time.start
    let may = CivilDate(year: 2017, month: 5, day: 5) ?? scenario.time.start
    func isOpen(_ date: CivilDate) -> Bool {
      let world = Simulation(scenario, seed: 1, replication: 0)
      return world.clock.calendar.isOpen(day: date.dayNumber - scenario.time.start.dayNumber)
    }
    #expect(isOpen(carnival) && isOpen(may))
    let hours = StaffingNumbers(scenario).hoursInOfficePerFte
    scenario.time.closedDays = [
      ClosedDay(name: "carnival", date: carnival), ClosedDay(name: "again", date: carnival),
      ClosedDay(name: "sunday", date: carnival.adding(days: -1)),
      ClosedDay(name: "later", date: carnival.adding(days: 3_000)),
    ]
    #expect(!isOpen(carnival) && isOpen(may))
    // One weekday of the run's one year, 7.2 hours.
    #expect(abs(hours - StaffingNumbers(scenario).hoursInOfficePerFte - 7.2) < 1e-9)
    scenario.time.liberationDay = .everyYear
    #expect(!isOpen(carnival) && !isOpen(may))
    // 6.5 holidays on weekdays a year in place of 6.05.
    #expect(abs(hours - StaffingNumbers(scenario).hoursInOfficePerFte - 1.45 * 7.2) < 1e-9)
  }
}
