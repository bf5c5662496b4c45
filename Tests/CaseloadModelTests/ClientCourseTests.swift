import SimulationKernel
import Testing

@testable import CaseloadModel

/// Gate, segments and life events, each in a world where nothing else happens.
@Suite struct ClientCourseTests {
  private let day = 1_440

  /// Applies once, at the present moment, and returns the client's number.
  private func apply(_ world: inout Simulation) -> Int {
    world.receiveApplication()
    return world.clients.count - 1
  }

  @Test func aSearchPeriodDelaysTheBenefit() {
    var scenario = TinyWorld.certain()
    scenario.inflow.grantedShare = 1
    scenario.population.segments[0].searchPeriod = true
    scenario.inflow.searchPeriodDays = 28
    scenario.inflow.searchPeriodDropShare = 0
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = apply(&world)
    world.run(through: 28 * day - 1)
    #expect(!world.clients.state[client].inStock)
    world.run(through: 28 * day)
    #expect(world.clients.state[client].inStock)
    #expect(Int(world.clients.state[client].spellStart) == 28 * day)
  }

  @Test func applicantsWhoGiveUpNeverComeInAndTheirPlacesAreUsedAgain() {
    var scenario = TinyWorld.certain()
    scenario.inflow.grantedShare = 1
    scenario.population.segments[0].searchPeriod = true
    scenario.inflow.searchPeriodDropShare = 1
    var world = Simulation(scenario, seed: 1, replication: 0)
    for _ in 0..<10 { world.receiveApplication() }
    #expect(world.observer.entries == 0)
    let places = world.clients.count
    #expect(places == 1)
  }

  @Test func workFirstPutsAContractInPlaceOfTheBenefit() {
    var scenario = TinyWorld.certain()
    scenario.inflow.grantedShare = 1
    scenario.population.groups = [
      ClientGroup(name: "care", readinessFrom: 0, stockShare: 0, inflowShare: 0),
      ClientGroup(name: "development", readinessFrom: 0.4, stockShare: 0, inflowShare: 0),
      ClientGroup(name: "work", readinessFrom: 0.7, stockShare: 1, inflowShare: 1),
    ]
    scenario.inflow.workFirstShare = 1
    scenario.inflow.workFirstDays = 91
    scenario.inflow.workFirstSuccessShare = 0
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = apply(&world)
    world.run(through: 91 * day - 1)
    #expect(!world.clients.state[client].inStock)
    world.run(through: 91 * day)
    #expect(world.clients.state[client].inStock)

    scenario.inflow.workFirstSuccessShare = 1
    var other = Simulation(scenario, seed: 1, replication: 0)
    _ = apply(&other)
    other.run(through: 200 * day)
    #expect(other.observer.entries == 0)
  }

  @Test func anAnnouncedClientComesWithAFilledRegister() {
    var scenario = TinyWorld.certain()
    scenario.inflow.grantedShare = 1
    scenario.inflow.announcedShare = 1
    scenario.inflow.announcedMonths = 3
    scenario.inflow.announcedKnowledgeShare = 1
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = apply(&world)
    // Three months are a quarter of 365.25 days: 131,490 minutes.
    world.run(through: 131_489)
    #expect(!world.clients.state[client].inStock)
    world.run(through: 131_490)
    #expect(world.clients.state[client].inStock)
    let level = world.knowledge.level(ofClient: client, at: world.clock.now)
    #expect(abs(level.currency - 1) < 1e-12)
    #expect(level.privateOnly == 0)
  }

  @Test func atTheLimitOfALawClientsGoOnOrLeave() {
    var scenario = TinyWorld.certain()
    scenario.population.segments = [
      ClientSegment(
        name: "sickness", stockShare: 1, inflowShare: 1, maximumMonths: 24,
        nextSegment: "disability", nextShare: 1),
      ClientSegment(name: "disability"),
    ]
    scenario.time.durationMonths = 36
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    // Two years of 365.25 days.
    world.run(through: 1_051_919)
    #expect(world.clients.state[client].segment == 0)
    world.run(through: 1_051_920)
    #expect(world.clients.state[client].segment == 1)
    #expect(world.clients.state[client].inStock)

    scenario.population.segments[0].nextShare = 0
    var other = Simulation(scenario, seed: 1, replication: 0)
    let leaver = other.admit(streamID: 7)
    other.run(through: 1_051_920)
    #expect(!other.clients.state[leaver].inStock)
  }

  @Test func clientsServedOnRequestOnlyAreSeenAtTheIntakeAndWhenTheyAsk() {
    var scenario = TinyWorld.certain()
    scenario.population.segments[0].onRequestOnly = true
    for index in scenario.service.norms.indices { scenario.service.norms[index].intervalDays = 10 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.run(through: 300 * day)
    #expect(Int(world.clients.service[client].lastContact) == TinyWorld.minute(day: 1, 10, 15))
    world.ask(client)
    world.run(through: 310 * day)
    #expect(Int(world.clients.service[client].lastContact) > 300 * day)
  }

  @Test func aShockTakesReadinessAndMakesWhatWasKnownOutOfDate() {
    var scenario = TinyWorld.certain()
    scenario.knowledge.attributes[2].barrierShare = 0
    scenario.population.shocks = [
      LifeShock(
        name: "illness", perYear: 0.0001, readinessLoss: 0.1, barrier: "mentalHealth",
        requestShare: 1)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.run(through: 10 * day)
    let before = world.clients.state[client].readiness
    world.suffer(client, number: 0)
    let after = world.clients.state[client].readiness
    #expect(abs(after - max(0, before - 0.1)) < 1e-12)
    let record = world.knowledge.records[client * world.knowledge.attributeCount + 2]
    #expect(record.isBarrier)
    let level = world.knowledge.level(ofClient: client, at: world.clock.now)
    // Readiness, of weight 2, and one attribute of weight 1 out of 8.5 are no longer right, and nobody
    // knows it yet; that shocks may come is expected at 0.0001 a year.
    #expect(abs(level.accuracy - (1 - 3 / 8.5)) < 1e-12)
    #expect(abs(level.currency - 1) < 1e-5)
    #expect(world.clients.service[client].asked)
  }

  @Test func partTimeWorkLowersTheBenefit() {
    var scenario = TinyWorld.certain()
    scenario.outflow.partTimeStartsPerYear = 1e-6
    scenario.outflow.partTimeEndsPerYear = 1e-6
    scenario.outflow.partTimeBenefitShare = 0.5
    scenario.costs.benefitPerYearEuro = 14_000
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.clients.state[client].readiness = 1
    let full = world.benefit(of: client)
    world.considerPartTime(client, number: 0)
    let partial = world.benefit(of: client)
    #expect(full == 14_000)
    #expect(world.clients.state[client].worksPartTime)
    #expect(partial == 7_000)
    world.considerPartTime(client, number: 0)
    #expect(!world.clients.state[client].worksPartTime)
  }

  @Test func aCheckEndsTheBenefitOrIsPutOffUnderPressure() {
    var scenario = TinyWorld.certain()
    scenario.service.enforcement.checksPerYear = 1e-6
    scenario.service.enforcement.minutes = 60
    scenario.service.enforcement.exitShare = 1
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.run(through: TinyWorld.minute(day: 2, 8, 0))
    world.considerCheck(client)
    // Wednesday 08:30 to 09:30.
    world.run(through: TinyWorld.minute(day: 2, 9, 29))
    #expect(world.clients.state[client].inStock)
    world.run(through: TinyWorld.minute(day: 2, 9, 30))
    #expect(!world.clients.state[client].inStock)

    var other = Simulation(scenario, seed: 1, replication: 0)
    let kept = other.admit(streamID: 7)
    other.run(through: TinyWorld.minute(day: 2, 8, 0))
    other.staff.workers[0].backlog = 4
    other.considerCheck(kept)
    other.run(through: TinyWorld.minute(day: 3, 18, 0))
    #expect(other.clients.state[kept].inStock)
  }

  @Test func barriersKeepTheMeanOfExitsToWork() throws {
    // The factor of barriers has mean 1 over clients, so that switching it off leaves exits of the
    // whole stock where they are.
    var scenario = TinyWorld.small(clients: 4_000, fte: 40)
    scenario.outflow.contactHalfLifeDays = 1
    // What workers do is no part of the question, and most of the work of the run.
    scenario.staffing.fte = 1
    scenario.service.requestsPerYear = 0
    scenario.service.enforcement.checksPerYear = 0
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 36_500
    }
    var without = scenario
    for index in without.knowledge.attributes.indices {
      without.knowledge.attributes[index].workFactor = 1
    }
    let with = try #require(try simulate(scenario, seed: 2, replication: 0))
    let plain = try #require(try simulate(without, seed: 2, replication: 0))
    #expect(abs(with[.outflowWork, 0] - plain[.outflowWork, 0]) < 0.012)
  }
}
