import SimulationKernel
import Testing

@testable import CaseloadModel

/// Clocks of a client belong to one spell, one rate and one trajectory; each limit has a draw of its own.
@Suite struct LifeClockTests {
  /// Everybody leaves on the first day and comes back within days.
  private func returned(clients: Int, _ adjust: (inout Scenario) -> Void) -> Simulation {
    var scenario = TinyWorld.certain()
    scenario.population.clients = clients
    scenario.staffing.fte = 6
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 30_000
    }
    scenario.outflow.relapseShare = 1
    scenario.outflow.relapseFactorWork = 1
    scenario.outflow.relapseScaleDays = 1
    adjust(&scenario)
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<clients { world.leaveStock(client, .work) }
    // Whoever leaves from now on stays away.
    scenario.outflow.relapseShare = 0
    world.terms = Terms(scenario)
    world.run(through: 20 * 1_440)
    return world
  }

  @Test func requestsOfAFormerSpellAreNotAskedAgain() {
    var world = returned(clients: 300) {
      $0.service.requestsPerYear = 4
      $0.service.requestHeterogeneity = 0
    }
    #expect(world.observer.stock[0] == 300)
    let before = (0..<300).map { Int(world.clients.state[$0].numbers[.request]) }.reduce(0, +)
    world.run(through: 385 * 1_440)
    let after = (0..<300).map { Int(world.clients.state[$0].numbers[.request]) }.reduce(0, +)
    // 1,199 expected in 365 days, with a standard deviation of 35.
    #expect(abs(after - before - 1_199) < 140)
  }

  @Test func exitsOfThoseWhoCameBackKeepTheirRate() {
    var world = returned(clients: 2_000) {
      for index in $0.outflow.rates.indices {
        $0.outflow.rates[index].otherPerYear = 0.3
      }
    }
    let before = world.observer.exits
    let stock = world.observer.stock[0]
    world.run(through: 345 * 1_440)
    // 325 days at 0.3 a year: 23.4 %, with a standard error of 0.9.
    let share = Double(world.observer.exits - before) / Double(stock)
    #expect(abs(share - 0.234) < 0.038)
  }

  @Test func aNewRateOfChecksHoldsForWhoIsInStock() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 500
    scenario.time.durationMonths = 24
    scenario.service.enforcement.checksPerYear = 0.05
    scenario.service.enforcement.exitShare = 0
    var result = scenario
    result.service.enforcement.checksPerYear = 2
    var change = DatedChange(name: "change", date: scenario.time.start.adding(days: 182))
    change.result = [result]
    scenario.interventions.changes = [change]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 182 * 1_440)
    let before = (0..<500).map { Int(world.clients.state[$0].numbers[.check]) }.reduce(0, +)
    world.run(through: 547 * 1_440)
    let after = (0..<500).map { Int(world.clients.state[$0].numbers[.check]) }.reduce(0, +)
    // 999 expected, with a standard deviation of 32.
    #expect(abs(after - before - 999) < 128)
  }

  @Test func eachLimitOfAChainOfLawsHasADrawOfItsOwn() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 400
    scenario.time.durationMonths = 36
    scenario.population.segments = [
      ClientSegment(
        name: "sickness", stockShare: 1, inflowShare: 1, maximumMonths: 12,
        nextSegment: "disability", nextShare: 0.5),
      ClientSegment(
        name: "disability", maximumMonths: 12, nextSegment: "assistance", nextShare: 0.5),
      ClientSegment(name: "assistance"),
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 1_090 * 1_440)
    // A quarter passes both limits: 100, with a standard deviation of 8.7.
    let last = (0..<400).count {
      world.clients.state[$0].inStock && world.clients.state[$0].segment == 2
    }
    #expect(abs(last - 100) < 35)
  }

  @Test func talksOnAFormerTrajectoryAreNotHeld() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1
    scenario.trajectories.lengthVariation = 0
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 30_000
    }
    scenario.trajectories.instruments = [
      Instrument(
        name: "course", fromGroup: "care", toGroup: "work", proposalShare: 0, places: 1,
        waitingDays: 1, durationDays: 300, dropOutShare: 0, successShare: 0, followUpDays: 30,
        followUpMinutes: 20)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.clients.service[0].trajectoryStage = .requested
    world.requestPlace(0)
    // It ends early on day 10, and another begins on day 11.
    world.run(through: 10 * 1_440)
    world.endTrajectory(0)
    world.unlist(0)
    world.clients.state[0].trajectoryDraws += 1
    world.clients.service[0].trajectoryStage = .requested
    world.requestPlace(0)
    let before = world.staff.workers[0].minutesWorked
    // Talks of 20 minutes on days 41, 71, 101 and 131.
    world.run(through: 135 * 1_440)
    #expect(world.staff.workers[0].minutesWorked - before == 80)
  }

  @Test func anAnnouncementAtShortNoticeFillsTheRegisterToo() {
    var scenario = TinyWorld.certain()
    scenario.inflow.grantedShare = 1
    scenario.inflow.announcedShare = 1
    scenario.inflow.announcedMonths = 0
    scenario.inflow.announcedKnowledgeShare = 1
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.receiveApplication()
    #expect(world.clients.state[0].inStock)
    let level = world.knowledge.level(ofClient: 0, at: world.clock.now)
    #expect(level.currency > 0.999)
  }
}
