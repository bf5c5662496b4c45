import SimulationKernel
import Testing

@testable import CaseloadModel

/// Who comes back, when, and with what.
@Suite struct RelapseTests {
  /// Clients of whom everybody comes back, unless a factor says otherwise.
  private func returning(clients: Int = 1) -> Scenario {
    var scenario = TinyWorld.certain()
    scenario.population.clients = clients
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 3_000
    }
    scenario.outflow.relapseShare = 1
    scenario.outflow.relapseFactorWork = 1
    scenario.outflow.relapseFactorSanction = 1
    scenario.outflow.relapseShape = 1
    scenario.outflow.relapseScaleDays = 20
    return scenario
  }

  private func comesBack(
    _ scenario: Scenario, _ reason: ExitReason, relapseFactor: Double = 1
  ) -> Bool {
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.leaveStock(0, reason, relapseFactor: relapseFactor)
    #expect(!world.clients.state[0].inStock)
    world.run(through: 360 * 1_440)
    return world.observer.entries == 1
  }

  @Test func theChanceToReturnDependsOnTheReason() {
    for reason in [ExitReason.work, .subsidised, .other, .sanction] {
      #expect(comesBack(returning(), reason), "\(reason)")
    }
    for reason in [ExitReason.pensionOrDeath, .limit] {
      #expect(!comesBack(returning(), reason), "\(reason)")
    }
    var scenario = returning()
    scenario.outflow.relapseFactorWork = 0
    #expect(!comesBack(scenario, .work))
    #expect(!comesBack(scenario, .subsidised))
    #expect(comesBack(scenario, .other))
    scenario = returning()
    scenario.outflow.relapseFactorLimit = 1
    #expect(comesBack(scenario, .limit))
    #expect(!comesBack(scenario, .transfer))
    scenario = returning()
    scenario.outflow.relapseFactorSanction = 0
    #expect(!comesBack(scenario, .sanction))
    #expect(comesBack(scenario, .work))
    // A placement that lasts.
    #expect(!comesBack(returning(), .work, relapseFactor: 0))
  }

  @Test func theTimeToReturnIsWeibull() {
    var scenario = returning(clients: 2_000)
    scenario.outflow.relapseShape = 0.7
    scenario.outflow.relapseScaleDays = 100
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<2_000 { world.leaveStock(client, .other) }
    for (days, share) in [(25, 0.315_33), (100, 0.632_12), (250, 0.850_26)] {
      world.run(through: days * 1_440)
      let found = Double(world.observer.entries) / 2_000
      #expect(abs(found - share) < 0.045, "\(found) within \(days) days")
    }
  }

  @Test func whoseExitHoldsMayComeBackLater() {
    // Three quarters return: two thirds of them within days, because the exit does not hold, and a third
    // after an exponential time of half a year.
    var scenario = returning(clients: 4_000)
    scenario.outflow.relapseShare = 0.75
    scenario.outflow.relapseScaleDays = 1
    scenario.outflow.relapseLateShare = 1.0 / 3
    scenario.outflow.relapseLateYears = 0.5
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<4_000 { world.leaveStock(client, .other) }
    for (days, late) in [(20, 0.103_7), (91, 0.392_5), (182, 0.630_9)] {
      world.run(through: days * 1_440)
      let found = Double(world.observer.entries) / 4_000
      #expect(abs(found - 0.5 - 0.25 * late) < 0.032, "\(found) within \(days) days")
    }
  }

  @Test func workThatComesTooEarlyHoldsLessOften() {
    var scenario = TinyWorld.certain()
    scenario.outflow.relapseUnreadyEffect = 2
    let terms = Terms(scenario)
    // The highest group begins at 0.7.
    #expect(terms.unreadyFactor(readiness: 0.9) == 1)
    #expect(terms.unreadyFactor(readiness: 0.7) == 1)
    #expect(abs(terms.unreadyFactor(readiness: 0.45) - 1.5) < 1e-12)
    scenario.outflow.relapseShare = 0.3
    scenario.outflow.relapseFactorWork = 0.5
    scenario.outflow.relapseLateShare = 0.2
    let chances = Terms(scenario).chancesOfReturn(after: .work, factor: 2)
    // 0.3 x 0.5 x 2 = 0.3, of which a fifth late.
    #expect(abs(chances.early - 0.24) < 1e-12)
    #expect(abs(chances.late - 0.06) < 1e-12)
    #expect(Terms(scenario).chancesOfReturn(after: .limit, factor: 1) == (0, 0))
  }

  @Test func aReturningClientHasTheHistoryAndWhatTheRegisterHolds() {
    var scenario = returning()
    scenario.knowledge.registrationCompleteness = 1
    var world = Simulation(scenario, seed: 1, replication: 0)
    let belief = world.clients.service[0].believedGroup
    let base = world.knowledge.attributeCount
    for attribute in 4..<base { world.knowledge.records[attribute].loseRegister() }
    world.leaveStock(0, .work)
    while !world.clients.state[0].inStock, world.step() {}
    #expect(world.clients.state[0].spells == 2)
    #expect(Int(world.clients.state[0].spellStart) == world.clock.now)
    #expect(world.clients.service[0].believedGroup == belief)
    #expect(!world.clients.service[0].intakeDone)
    #expect(world.clients.service[0].agreementUntil == SimulationClock.past)
    let kept = (0..<base).map { world.knowledge.records[$0].isRegistered }
    #expect(kept == [true, true, true, true, false, false, false, false])
    let noted = world.knowledge.records.all.count { $0.isNoted }
    #expect(noted == 0)
  }

  @Test func aftercareTakesTimeAndPreventsReturns() {
    var scenario = returning()
    scenario.outflow.aftercareShare = 1
    scenario.outflow.aftercareMinutes = 60
    scenario.outflow.aftercareRelapseFactor = 0
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.leaveStock(0, .work)
    #expect(world.staff.workers[0].queuedMinutes == 60)
    world.run(through: TinyWorld.minute(day: 0, 17, 0))
    #expect(world.staff.workers[0].minutesWorked == 60)
    world.run(through: 360 * 1_440)
    #expect(world.observer.entries == 0)
    // Whoever does not leave for work gets none.
    #expect(comesBack(scenario, .other))
  }

  @Test func inflowAndOutflowAreCountedBySegment() throws {
    var scenario = TinyWorld.small(clients: 400, fte: 4)
    scenario.population.segments = [
      ClientSegment(name: "assistance", stockShare: 0.5, inflowShare: 1),
      ClientSegment(name: "youth", stockShare: 0.5, inflowShare: 0, workFactor: 0),
    ]
    let result = try #require(try simulate(scenario, seed: 1, replication: 0))
    // Cells: all, three groups, two segments. Applicants are of the first segment, and the second has
    // no way to work but a placement.
    for metric in [Metric.stockClients, .inflowPerYear] {
      let parts = result[metric, 4] + result[metric, 5]
      #expect(abs(parts - result[metric, 0]) < 1e-9 * parts)
    }
    #expect(result[.inflowPerYear, 4] > 3 * result[.inflowPerYear, 5])
    #expect(result[.outflowWork, 4] > 3 * result[.outflowWork, 5])
  }
}
