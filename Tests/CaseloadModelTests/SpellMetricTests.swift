import SimulationKernel
import Testing

@testable import CaseloadModel

/// How long spells last, what becomes of newcomers, and who gets how much contact.
@Suite struct SpellMetricTests {
  private let day = SimulationClock.minutesPerDay
  private let cells = MetricCells(group: 1, segment: 0)

  /// Three years in steps of a month, from 1 January 2010, with a warm-up if asked for.
  private func observer(warmUpMonths: Int = 0) -> Observer {
    var scenario = Scenario()
    scenario.time.start = CivilDate(year: 2010, month: 1, day: 1) ?? scenario.time.start
    scenario.time.warmUpMonths = warmUpMonths
    scenario.time.durationMonths = 36
    return Observer(groupCount: 3, segmentCount: 1, days: ObservationDays(scenario.time))
  }

  /// Closes the periods that end before a day.
  private func pass(_ observer: inout Observer, to day: Int) {
    while observer.nextObservation < observer.days.days.count,
      observer.days.days[observer.nextObservation] < day
    {
      let end = observer.days.days[observer.nextObservation]
      observer.closePeriod(at: end * self.day, payroll: [])
    }
  }

  private func enter(_ client: Int, on day: Int, isReturn: Bool = false, _ observer: inout Observer)
  {
    pass(&observer, to: day)
    observer.enter(client, cells, isReturn: isReturn, at: day * self.day)
  }

  private func leave(
    _ client: Int, _ reason: ExitReason, on day: Int, after days: Int, _ observer: inout Observer
  ) {
    pass(&observer, to: day)
    observer.leave(
      client, cells, reason: reason, spellMinutes: days * self.day, daysToReturn: nil,
      at: day * self.day)
  }

  @Test func newcomersAreFollowedThroughExitsAndReturnsForTwoYears() {
    var observer = observer()
    for client in 0..<4 { observer.meet(client) }
    // The first is in work from day 100 to 150, and away for other reasons from day 200 on; the
    // second leaves for work five days too late for the first year; the third is in work at the end
    // of it and back in the second year; the fourth comes too late for two years, and never leaves.
    enter(0, on: 0, &observer)
    observer.intake(0, MetricCells(group: 2, segment: 0), isReturn: false)
    enter(1, on: 10, &observer)
    enter(2, on: 20, &observer)
    leave(0, .work, on: 100, after: 100, &observer)
    enter(0, on: 150, isReturn: true, &observer)
    observer.intake(0, MetricCells(group: 0, segment: 0), isReturn: true)
    leave(0, .other, on: 200, after: 50, &observer)
    leave(2, .work, on: 320, after: 300, &observer)
    leave(1, .subsidised, on: 380, after: 370, &observer)
    enter(3, on: 500, &observer)
    enter(2, on: 520, isReturn: true, &observer)
    pass(&observer, to: .max)
    #expect(value(.cohortOffBenefit12m, of: observer) == 0.5)
    #expect(value(.cohortWork12m, of: observer) == 0.25)
    #expect(value(.cohortLeftForWork12m, of: observer) == 0.5)
    #expect(value(.cohortBenefitDays1y, of: observer) == (150 + 365 + 300 + 365) / 4.0)
    #expect(value(.cohortWorkDays1y, of: observer) == (50 + 0 + 65) / 4.0)
    #expect(value(.cohortBenefitDays2y, of: observer) == (150 + 370 + (300 + 230)) / 3.0)
    #expect(value(.cohortWorkDays2y, of: observer) == (50 + 360 + 200) / 3.0)
    // The group is that of the first intake; whoever had none is in no group.
    #expect(value(.cohortBenefitDays1y, 3, of: observer) == 150)
    #expect(value(.cohortBenefitDays1y, 1, of: observer).isNaN)
  }

  @Test func whoComesInTheWarmUpIsNotFollowed() {
    var observer = observer(warmUpMonths: 12)
    for client in 0..<2 { observer.meet(client) }
    enter(0, on: 364, &observer)
    enter(1, on: 365, &observer)
    leave(1, .work, on: 438, after: 73, &observer)
    pass(&observer, to: .max)
    #expect(value(.cohortBenefitDays1y, of: observer) == 73)
    #expect(value(.cohortOffBenefit12m, of: observer) == 1)
  }

  @Test func classesOfLengthMeetAtTheirBorders() {
    let year = Int(SimulationClock.minutesPerYear)
    let borders = [year / 2, year, 2 * year, 1_826 * day]
    for (index, border) in borders.enumerated() {
      #expect(SpellLength(minutes: border - 1).rawValue == index)
      #expect(SpellLength(minutes: border).rawValue == index + 1)
    }
    for (index, days) in [183, 366, 731, 1_826].enumerated() {
      #expect(SpellLength(wholeDays: days - 1).rawValue == index)
      #expect(SpellLength(wholeDays: days).rawValue == index + 1)
    }
  }

  @Test func exitHazardsDivideByTheTimeThatClientsSpentInTheClass() {
    var observer = observer()
    let year = Int(SimulationClock.minutesPerYear)
    observer.meet(0)
    observer.enterInitial(cells)
    // A spell of three years that began a year before the run: the first year was not seen.
    observer.leave(
      0, cells, reason: .other, spellMinutes: 3 * year, daysToReturn: nil, at: 2 * year)
    observer.closePeriod(at: 2 * year, payroll: [])
    #expect(value(.outflowUnder6m, of: observer).isNaN)
    #expect(value(.outflow6to12m, of: observer).isNaN)
    #expect(value(.outflow1to2y, of: observer) == 0)
    #expect(value(.outflow2to5y, of: observer) == 1)
    #expect(value(.durationEnded2to5y, of: observer) == 1)
    #expect(value(.durationEnded1to2y, of: observer) == 0)
  }

  @Test func classesDivideStockExitsAndTime() throws {
    var scenario = TinyWorld.small(clients: 300, fte: 3)
    scenario.time.warmUpMonths = 14
    let result = try #require(try simulate(scenario, seed: 3, replication: 0))
    for cell in 0..<4 {
      let ended: [Metric] = [
        .durationEndedUnder6m, .durationEnded6to12m, .durationEnded1to2y, .durationEnded2to5y,
        .durationEndedOver5y,
      ]
      let stock: [Metric] = [
        .durationUnder6m, .duration6to12m, .duration1to2y, .duration2to5y, .durationOver5y,
      ]
      let hours: [Metric] = [
        .contactHoursNone, .contactHoursUnder1, .contactHours1to4, .contactHoursOver4,
      ]
      for shares in [ended, stock, hours] {
        let sum = shares.reduce(0) { $0 + result[$1, cell] }
        #expect(abs(sum - 1) < 1e-12, "\(shares[0].id) \(cell)")
      }
      let contacts = result[.contactByWorkers, cell] + result[.contactByClients, cell]
      #expect(abs(contacts - result[.contactPerClientYear, cell]) < 1e-12)
      let returns: [Metric] = [.relapse1m, .relapse6m, .relapse12m, .relapse24m, .relapse60m]
      for (early, late) in zip(returns, returns.dropFirst()) {
        #expect(result[early, cell] <= result[late, cell])
      }
    }
    // The classes of time on benefit share out all client-years.
    let hazards: [(Metric, Metric)] = [
      (.outflowUnder6m, .durationEndedUnder6m), (.outflow6to12m, .durationEnded6to12m),
      (.outflow1to2y, .durationEnded1to2y), (.outflow2to5y, .durationEnded2to5y),
      (.outflowOver5y, .durationEndedOver5y),
    ]
    let years = hazards.reduce(0) { $0 + result.weights[$1.0.rawValue * result.cellCount] }
    let all = result.weights[Metric.outflowTotal.rawValue * result.cellCount]
    #expect(abs(years - all) < 1e-6 * all)
    let works = result[.relapseAfterWork12m, 0] + result[.outflowWorkSustained12m, 0]
    #expect(abs(works - 1) < 1e-12)
  }

  @Test func theYearOfContactEndsNearestToTheObservation() {
    var months = ContactMonths()
    let month = SimulationClock.minutesPerYear / 12
    let at = { (count: Double) in Int(count * month) }
    months.add(10, at: at(0.2))
    months.add(20, at: at(5.5))
    months.add(5, at: at(5.9))
    months.add(40, at: at(12.1))
    // Month 12 has hardly begun: the year is that of months 0 to 11.
    #expect(months.inAYear(upTo: at(12.3)) == 35)
    #expect(months.inAYear(upTo: at(12.8)) == 65)
    #expect(months.inAYear(upTo: at(17.9)) == 40)
    #expect(months.inAYear(upTo: at(24.8)) == 0)
    // The ring of thirteen months is written over, not added to.
    months.add(7, at: at(30.5))
    #expect(months.inAYear(upTo: at(30.9)) == 7)
    #expect(months.inAYear(upTo: at(31.1)) == 7)
  }

  @Test func waitingIsCountedWhenItEnds() {
    var observer = observer()
    for client in 0..<2 { observer.meet(client) }
    observer.getsWorker(0, cells, hasWaited: false, at: 5 * day)
    observer.waitsForWorker(1, at: 5 * day)
    observer.getsWorker(1, cells, hasWaited: true, at: 12 * day)
    observer.instrumentProposed(0, at: 3 * day)
    observer.trajectoryStart(0, cells, price: 0, at: 45 * day)
    observer.closePeriod(at: 59 * day, payroll: [])
    #expect(value(.waitingForWorker, of: observer) == 3.5)
    #expect(value(.waitingForTrajectory, of: observer) == 42)
  }

  @Test func returnsAreCountedByReason() {
    var observer = observer()
    observer.meet(0)
    for _ in 0..<8 { observer.enterInitial(cells) }
    let exits: [(ExitReason, Double?)] = [
      (.work, 30), (.subsidised, 731), (.other, 365), (.other, 730), (.sanction, 1_827),
      (.sanction, 31), (.limit, nil), (.pensionOrDeath, nil),
    ]
    for (reason, days) in exits {
      observer.leave(0, cells, reason: reason, spellMinutes: 1, daysToReturn: days, at: 0)
    }
    observer.closePeriod(at: 31 * day, payroll: [])
    let expected: [(Metric, Double)] = [
      (.relapse1m, 1.0 / 8), (.relapse12m, 3.0 / 8), (.relapse24m, 4.0 / 8),
      (.relapse60m, 5.0 / 8), (.relapseAfterWork12m, 0.5), (.relapseAfterOther12m, 0.5),
      (.relapseAfterSanction12m, 0.5), (.relapseAfterLimit12m, 0),
    ]
    for (metric, share) in expected {
      #expect(value(metric, of: observer) == share, "\(metric.id)")
    }
  }
}
