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
    let found = Double(world.applicationCount)
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
    #expect(world.workers.count == 4)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    // One year and a half: 750 expected, standard deviation 27; turnover 24, standard deviation 5.
    #expect(abs(world.observer.entries - 748) < 110)
    #expect((8...44).contains(world.workers.count - 4))
    var swaps = 0
    for state in world.workers.state.all { swaps += state.swaps }
    #expect(swaps > 40)
  }

  @Test func disciplineFollowsTheMeanThatHoldsNow() {
    var scenario = base()
    scenario.knowledge.registrationCompleteness = 0.9
    scenario.knowledge.registrationSpread = 0.1
    var world = Simulation(scenario, seed: 1, replication: 0)
    let before = (0..<4).map { world.discipline(of: $0) }
    scenario.knowledge.registrationCompleteness = 0.4
    world.current = CurrentScenario(scenario)
    let after = (0..<4).map { world.discipline(of: $0) }
    for (first, second) in zip(before, after) where first < 1 {
      #expect(abs(first - second - 0.5) < 1e-12)
    }
  }

  @Test func aDearerWorkerMeansFewerUnderABudget() {
    var scenario = base()
    scenario.staffing.rule = .budget
    scenario.staffing.budgetPerYearEuro = 380_000
    scenario.costs.ftePerYearEuro = 95_000
    var world = Simulation(
      changed(scenario) { $0.costs.ftePerYearEuro = 190_000 }, seed: 1, replication: 0)
    world.run(through: 182 * 1_440)
    let employed = world.workers.state.all.filter { $0.activity != .gone }.count
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
    #expect(world.workers.count == 5)
  }

  @Test func rolesDivideClientsByTheirShares() {
    var scenario = base()
    scenario.population.clients = 1_000
    scenario.staffing.roles = [
      StaffRole(name: "a", carriesCaseload: true, clientShare: 0.3),
      StaffRole(name: "b", carriesCaseload: true, clientShare: 0.2),
    ]
    let world = Simulation(scenario, seed: 1, replication: 0)
    let first = world.workers.clients[4].count
    let second = world.workers.clients[5].count
    // Standard deviations 14 and 13.
    #expect(abs(first - 300) < 58)
    #expect(abs(second - 200) < 52)
  }

  @Test func whoIsBetterKnownSucceedsMoreOften() throws {
    var scenario = TinyWorld.small(clients: 1_000, fte: 12)
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
}
