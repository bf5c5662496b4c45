import SimulationKernel
import Testing

@testable import CaseloadModel

/// Dated changes of what has a clock of its own, or a trait drawn at hiring.
@Suite struct DatedChangeTests {
  private let start = CivilDate(year: 2010, month: 1, day: 4) ?? CivilDate(dayNumber: 0)

  private func changed(
    _ scenario: Scenario, day: Int = 182, _ adjust: (inout Scenario) -> Void
  ) -> Scenario {
    var scenario = scenario
    var result = scenario
    adjust(&result)
    var change = DatedChange(name: "change", date: start.adding(days: day))
    change.result = [result]
    scenario.interventions.changes = [change]
    return scenario
  }

  private func base() -> Scenario {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 200
    scenario.staffing.fte = 4
    scenario.time.durationMonths = 24
    return scenario
  }

  @Test func aLargeInflowKeepsItsRate() {
    // 400,000 applications a year are one in 1.3 minutes: rounding every gap up would lose a third.
    var scenario = TinyWorld.certain()
    scenario.inflow.applicationsPerYear = 400_000
    scenario.inflow.grantedShare = 0
    scenario.time.durationMonths = 1
    var world = Simulation(scenario, seed: 1, replication: 0)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    // 31 days: 33,950 applications with a standard deviation of 184.
    let expected = 400_000.0 * 31 / 365.25
    let found = Double(world.clients.inflow.count)
    #expect(abs(found - expected) < 4 * 184, "\(found) applications, expected \(expected)")
  }

  @Test func aRateThatStartsAtZeroStartsOnItsDate() {
    let scenario = changed(base()) {
      $0.inflow.applicationsPerYear = 500
      $0.inflow.grantedShare = 1
      $0.staffing.turnoverPerYear = 4
      $0.staffing.swapsPerYear = 20
      $0.staffing.hiringDelayDays = 1
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 182 * 1_440 - 1)
    #expect(world.observer.entries == 0)
    #expect(world.staff.workers.count == 4)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    // One year and a half: 750 expected, standard deviation 27; turnover 24, standard deviation 5.
    #expect(abs(world.observer.entries - 748) < 110)
    #expect((8...44).contains(world.staff.workers.count - 4))
    var swaps = 0
    for state in world.staff.workers.all { swaps += state.swaps }
    #expect(swaps > 40)
  }

  @Test func disciplineFollowsTheMeanThatHoldsNow() {
    var scenario = base()
    scenario.knowledge.registrationCompleteness = 0.9
    scenario.knowledge.registrationSpread = 0.1
    var world = Simulation(scenario, seed: 1, replication: 0)
    let before = (0..<4).map { world.staff.discipline(of: $0, under: world.terms) }
    scenario.knowledge.registrationCompleteness = 0.4
    world.terms = Terms(scenario)
    let after = (0..<4).map { world.staff.discipline(of: $0, under: world.terms) }
    // Shares reach no further than 0.1 from a mean of 0.9; beyond that a worker is cut.
    var followed = 0
    for (first, second) in zip(before, after) where abs(first - 0.9) < 0.1 - 1e-9 {
      #expect(abs(first - second - 0.5) < 1e-12)
      followed += 1
    }
    #expect(followed > 0)
  }

  @Test func aDearerWorkerMeansFewerUnderABudget() {
    var scenario = base()
    scenario.staffing.rule = .budget
    scenario.staffing.budgetPerYearEuro = 380_000
    scenario.costs.ftePerYearEuro = 95_000
    var world = Simulation(
      changed(scenario) { $0.costs.ftePerYearEuro = 190_000 }, seed: 1, replication: 0)
    world.run(through: 182 * 1_440)
    let employed = world.staff.workers.all.filter { $0.activity != .gone }.count
    #expect(employed == 2)
  }

  @Test func anUnrelatedChangeOfServiceLeavesDueDatesAlone() {
    let scenario = changed(base()) { $0.service.reminderMinutes = 6 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 182 * 1_440 - 1)
    let before = world.clients.service.all.map { $0.due }
    world.run(through: 182 * 1_440)
    let after = world.clients.service.all.map { $0.due }
    #expect(after == before)
  }

  @Test func aCaseloadNormSetsTheStaff() {
    var scenario = base()
    scenario.staffing.rule = .caseloadNorm
    scenario.caseload.normPerFte = 40
    let world = Simulation(scenario, seed: 1, replication: 0)
    #expect(world.staff.workers.count == 5)
  }

  @Test func rolesDivideClientsByTheirShares() {
    var scenario = base()
    scenario.population.clients = 1_000
    scenario.staffing.roles = [
      StaffRole(name: "a", carriesCaseload: true, clientShare: 0.3),
      StaffRole(name: "b", carriesCaseload: true, clientShare: 0.2),
    ]
    let world = Simulation(scenario, seed: 1, replication: 0)
    let first = world.staff.caseloads[4].count
    let second = world.staff.caseloads[5].count
    // Standard deviations 14 and 13.
    #expect(abs(first - 300) < 58)
    #expect(abs(second - 200) < 52)
  }

  @Test func whoIsBetterKnownSucceedsMoreOften() throws {
    var scenario = TinyWorld.small(clients: 600, fte: 7)
    scenario.knowledge.inViewThreshold = 0
    for index in scenario.trajectories.instruments.indices {
      scenario.trajectories.instruments[index].knowledgeFit = 0
    }
    var fitting = scenario
    for index in fitting.trajectories.instruments.indices {
      fitting.trajectories.instruments[index].knowledgeFit = 1
    }
    let plain = try #require(try simulate(scenario, seed: 1, replication: 0))
    let fit = try #require(try simulate(fitting, seed: 1, replication: 0))
    #expect(fit[.trajectorySuccess, 0] > 1.2 * plain[.trajectorySuccess, 0])
  }

  // MARK: - Changes that change nothing

  @Test func aChangeToWhatHoldsAlreadyChangesNoBit() throws {
    var scenario = TinyWorld.small(clients: 300, fte: 4)
    scenario.staffing.roles = [
      StaffRole(name: "support", fte: 1, registrationTaken: 0.45, requestsTaken: 0.3)
    ]
    scenario.labourMarket.vacancies = [
      VacancyStream(name: "jobs", perYear: 50, fromGroup: "care", toGroup: "work")
    ]
    scenario.labourMarket.cycleAmplitude = 0.3
    scenario.inflow.seasonalAmplitude = 0.3
    scenario.knowledge.auditsPerYear = 4
    let plain = try #require(try simulate(scenario, seed: 1, replication: 0))
    for days in [31, 200, 30_000] {
      var result = scenario
      if days > 10_000 { result.staffing.fte = 9 }
      var change = DatedChange(name: "none", date: scenario.time.start.adding(days: days))
      change.result = [result]
      var dated = scenario
      dated.interventions.changes = [change]
      let outcome = try #require(try simulate(dated, seed: 1, replication: 0))
      #expect(outcome.values.map(\.bitPattern) == plain.values.map(\.bitPattern), "day \(days)")
      #expect(outcome.series.map(\.bitPattern) == plain.series.map(\.bitPattern), "day \(days)")
    }
  }

  @Test func ofTheChangesOfOneDayTheLastHolds() throws {
    // Two changes of one day, of which the second takes the first back, are no change at all.
    var scenario = base()
    scenario.outflow.relapseShare = 0.3
    func bits(_ scenario: Scenario) throws -> [UInt64] {
      try #require(try simulate(scenario, seed: 1, replication: 0)).values.map(\.bitPattern)
    }
    let plain = try bits(scenario)
    var fewer = scenario
    fewer.staffing.fte = 1
    fewer.staffing.turnoverPerYear = 3
    var less = DatedChange(name: "less", date: start.adding(days: 200))
    less.result = [fewer]
    var back = DatedChange(name: "back", date: start.adding(days: 200))
    back.result = [scenario]
    scenario.interventions.changes = [less, back]
    #expect(try bits(scenario) == plain)
    // The other way round the day ends with one worker.
    scenario.interventions.changes = [back, less]
    #expect(try bits(scenario) != plain)
  }

  @Test func exitRatesStayWithinTheirBoundForEveryCombinationOfChanges() throws {
    let adjustments: [(inout Scenario) -> Void] = [
      { $0.outflow.motivationEffectOnWork = 0 },
      { $0.outflow.motivationEffectOnWork = 3 },
      { $0.outflow.partTimeWorkFactor = 8 },
      { $0.labourMarket.demandIndex = 4 },
      { $0.labourMarket.cycleAmplitude = 0.9 },
      {
        for index in $0.outflow.rates.indices { $0.outflow.rates[index].contactEffectOnWork = 5 }
      },
      {
        $0.outflow.attention.work.height = 6
        $0.outflow.attention.other.height = 6
        $0.staffing.skillSpreadExits = 1.5
      },
      {
        for index in $0.trajectories.instruments.indices {
          $0.trajectories.instruments[index].workFactorAfter = 6
        }
      },
      { $0.outflow.pensionAndDeathPerYear = 0.5 },
    ]
    for first in adjustments.indices {
      var scenario = TinyWorld.small(clients: 120, fte: 2)
      scenario.outflow.partTimeStartsPerYear = 1
      for index in scenario.trajectories.instruments.indices {
        scenario.trajectories.instruments[index].workFactorAfter = 4
      }
      var result = scenario
      for (step, index) in [first, (first + 3) % adjustments.count].enumerated() {
        adjustments[index](&result)
        var change = DatedChange(
          name: "change", date: scenario.time.start.adding(days: 200 + 150 * step))
        change.result = [result]
        scenario.interventions.changes.append(change)
      }
      // Back to what there was: help that was given under the old terms goes on.
      var last = scenario
      last.interventions = InterventionSettings()
      var back = DatedChange(name: "back", date: scenario.time.start.adding(days: 500))
      back.result = [last]
      scenario.interventions.changes.append(back)
      _ = try #require(try simulate(scenario, seed: 2, replication: 0))
    }
  }

  @Test func benefitsAreRevaluedWhenTheirPriceChanges() throws {
    var scenario = base()
    scenario.costs.benefitPerYearEuro = 14_200
    scenario.time.durationMonths = 12
    let raised = changed(scenario, day: 0) { $0.costs.benefitPerYearEuro = 28_400 }
    let outcome = try #require(try simulate(raised, seed: 1, replication: 0))
    // 200 clients whom nobody leaves, in years of 365.25 days.
    #expect(abs(outcome[.costBenefits, 0] - 200 * 28_400) < 1e-6 * 200 * 28_400)
    scenario.outflow.pensionAndDeathPerYear = 0.5
    let million = changed(scenario, day: 182) { $0.costs.benefitPerYearEuro = 1_000_000 }
    let dear = try #require(try simulate(million, seed: 1, replication: 0))
    #expect(dear[.costBenefits, 0] > 0)
  }

  @Test func talksOnProgressArePlannedAnewForTheInstrumentThatChanges() {
    var scenario = base()
    scenario.population.clients = 2
    scenario.staffing.fte = 1
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 3_650
    }
    scenario.trajectories.instruments = ["first", "second"].map {
      Instrument(
        name: $0, fromGroup: "care", toGroup: "work", proposalShare: 0, waitingDays: 0,
        durationDays: 600, followUpDays: 140)
    }
    scenario = changed(scenario, day: 50) { $0.trajectories.instruments[1].followUpDays = 20 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<2 {
      world.clients.service[client].instrument = UInt8(client)
      world.clients.service[client].trajectoryStage = .requested
      world.requestPlace(client)
    }
    world.run(through: TinyWorld.minute(day: 69, 23, 0))
    #expect(world.clients.service[0].trajectoryStage == .running)
    #expect(world.clients.service[1].trajectoryStage == .running)
    let numbers = (0..<2).map { world.trajectories.instruments[$0].followUpNumber }
    #expect(numbers == [0, 1])
    #expect(world.staff.workers[0].minutesWorked == 0)
    // Twenty days after the change is a Monday.
    world.run(through: TinyWorld.minute(day: 71, 23, 0))
    #expect(world.staff.workers[0].minutesWorked > 0)
  }

  @Test func whatIsPaidBesidePartTimeWorkIsRevaluedToo() {
    // Ten benefits of 10,000, half of it beside work of four; from day 73 on a fifth, or the same again.
    for (share, before, after) in [(0.2, 80_000.0, 68_000.0), (0.5, 80_000, 80_000)] {
      var scenario = TinyWorld.certain()
      scenario.population.clients = 10
      scenario.time.start = start
      scenario.costs.benefitPerYearEuro = 10_000
      scenario.outflow.partTimeBenefitShare = 0.5
      scenario.outflow.partTimeEndsPerYear = 0
      let dated = changed(scenario, day: 73) { $0.outflow.partTimeBenefitShare = share }
      var world = Simulation(dated, seed: 1, replication: 0)
      for client in 0..<4 {
        let full = world.benefit(of: client)
        world.clients.state[client].worksPartTime = true
        world.observer.changeBenefits(by: world.benefit(of: client) - full, at: 0)
      }
      world.run(through: 100 * 1_440)
      world.checkMoney()
      #expect(world.violation == nil)
      let isComplete = world.run(isCancelled: { false })
      #expect(isComplete)
      let expected = (before * 73 + after * 292) / 365
      #expect(
        abs(world.outcome[.costBenefits, 0] - expected) < 1e-6 * expected, "a share of \(share)")
    }
  }
}
