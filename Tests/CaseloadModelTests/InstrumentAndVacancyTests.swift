import SimulationKernel
import Testing

@testable import CaseloadModel

/// Instruments with their terms, and matching with vacancies.
@Suite struct InstrumentAndVacancyTests {
  /// The number of the first client of a world.
  private static let client = 0

  /// A world with one client who has had the intake, and one instrument that is always proposed.
  private func oneClient(
    _ adjust: (inout Scenario, inout Instrument) -> Void
  ) -> Simulation {
    var scenario = TinyWorld.certain()
    var instrument = Instrument(
      name: "course", fromGroup: "care", toGroup: "work", proposalShare: 1, places: 1,
      requestMinutes: 60, priceEuro: 1_000, waitingDays: 10, durationDays: 100, dropOutShare: 0,
      successShare: 1, readinessGain: 0.1)
    scenario.trajectories.lengthVariation = 0
    adjust(&scenario, &instrument)
    scenario.trajectories.instruments = [instrument]
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    precondition(client == Self.client)
    world.run(through: TinyWorld.minute(day: 1, 10, 15))
    return world
  }

  @Test func aRequestAStartAndAnEndFollowTheTerms() {
    let client = Self.client
    var world = oneClient { _, _ in }
    #expect(world.clients.service[client].trajectoryStage == .requested)
    // The request goes first: 10:15 to 11:15; the start is ten days later, the end a hundred.
    let start = TinyWorld.minute(day: 11, 11, 15)
    world.run(through: start - 1)
    #expect(world.clients.service[client].trajectoryStage == .pending)
    world.run(through: start)
    #expect(world.clients.service[client].trajectoryStage == .running)
    let before = world.clients.state[client].readiness
    world.run(through: start + 100 * 1_440)
    #expect(world.clients.service[client].trajectoryStage != .running)
    #expect(abs(world.clients.state[client].readiness - min(1, before + 0.1)) < 1e-9)
  }

  @Test func anAssessmentComesBeforeTheRequest() {
    let client = Self.client
    var world = oneClient { _, instrument in instrument.assessmentMinutes = 30 }
    world.run(through: TinyWorld.minute(day: 1, 11, 44))
    #expect(world.clients.service[client].trajectoryStage == .requested)
    world.run(through: TinyWorld.minute(day: 1, 11, 45))
    #expect(world.clients.service[client].trajectoryStage == .pending)
  }

  @Test func withoutBudgetRegisterSegmentOrGroupNothingStarts() {
    let bars: [(inout Scenario, inout Instrument) -> Void] = [
      { _, instrument in instrument.budgetPerYearEuro = 999 },
      { _, instrument in instrument.registerOnly = true },
      { scenario, instrument in
        scenario.population.segments.append(ClientSegment(name: "youth"))
        instrument.segments = ["youth"]
      },
      { scenario, instrument in
        scenario.population.groups[0].inflowShare = 1
        scenario.population.groups[1].inflowShare = 0
        scenario.population.groups[2].inflowShare = 0
        instrument.fromGroup = "work"
      },
    ]
    for bar in bars {
      let client = Self.client
      let world = oneClient(bar)
      #expect(world.clients.service[client].trajectoryStage == .none)
    }
    let client = Self.client
    let open = oneClient { scenario, instrument in
      scenario.population.segments[0].registerShare = 1
      instrument.registerOnly = true
      // The run starts on 4 January: 362 of 365 days of the year's money.
      instrument.budgetPerYearEuro = 1_009
      instrument.segments = ["assistance"]
    }
    #expect(open.clients.service[client].trajectoryStage == .requested)
  }

  @Test func aBudgetPaysForWholeStartsAndIsNewEveryYear() throws {
    var scenario = TinyWorld.small(clients: 300, fte: 6)
    scenario.trajectories.instruments = [
      Instrument(
        name: "course", fromGroup: "care", toGroup: "work", proposalShare: 0.5, places: 1_000,
        priceEuro: 1_000, waitingDays: 1, durationDays: 30, budgetPerYearEuro: 10_500)
    ]
    scenario.time.warmUpMonths = 12
    scenario.time.durationMonths = 24
    let result = try #require(try simulate(scenario, seed: 1, replication: 0))
    // Ten starts fit a year's money; those reserved in December may start in January.
    #expect(result[.trajectoryStarts, 0] <= 10.5)
    #expect(result[.trajectoryStarts, 0] >= 9.5)
  }

  @Test func aLimitPerSpellHolds() {
    let client = Self.client
    var world = oneClient { scenario, instrument in
      instrument.limitPerSpell = 1
      instrument.durationDays = 5
      instrument.successShare = 0
      for index in scenario.service.norms.indices {
        scenario.service.norms[index].intervalDays = 14
      }
    }
    world.run(through: 200 * 1_440)
    #expect(world.clients.service[client].trajectoryStarts == 1)
    #expect(world.clients.service[client].contactsAfterIntake > 5)
  }

  @Test func talksOnProgressAreHeldWhileItRuns() {
    let client = Self.client
    var world = oneClient { _, instrument in
      instrument.followUpDays = 30
      instrument.followUpMinutes = 20
    }
    // Start on day 11 at 11:15, talks after 30, 60 and 90 days (the last before the end at 100).
    world.run(through: TinyWorld.minute(day: 11, 11, 15))
    let before = Int(world.clients.service[client].lastContact)
    world.run(through: TinyWorld.minute(day: 43, 0, 0))
    #expect(Int(world.clients.service[client].lastContact) > before)
    #expect(Int(world.clients.service[client].lastContact) >= TinyWorld.minute(day: 41, 11, 15))
  }

  @Test func successTakesABarrierAwayAndHelpsForAYear() {
    let client = Self.client
    var world = oneClient { scenario, instrument in
      scenario.knowledge.attributes[3].barrierShare = 1
      instrument.removesBarrier = "debt"
      instrument.workFactorAfter = 2
    }
    let debt = client * world.knowledge.attributeCount + 3
    #expect(world.knowledge.records[debt].isBarrier)
    let end = TinyWorld.minute(day: 111, 11, 15)
    world.run(through: end)
    #expect(!world.knowledge.records[debt].isBarrier)
    #expect(world.clients.state[client].helpFactor == 2)
    #expect(Int(world.clients.state[client].helpUntil) == end + 525_960)
  }

  // MARK: - Vacancies

  private func market(_ adjust: (inout VacancyStream) -> Void) -> Scenario {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 30
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 3_000
    }
    var stream = VacancyStream(
      name: "desk", perYear: 1e-6, fromGroup: "care", toGroup: "work", candidates: 5,
      matchMinutes: 30, holdingDays: 14, competitionPerDay: 0, acceptShare: 1, mismatchFactor: 1)
    adjust(&stream)
    scenario.labourMarket.vacancies = [stream]
    return scenario
  }

  @Test func oneVacancyHasOneWinner() {
    var world = Simulation(market { _ in }, seed: 1, replication: 0)
    for client in 0..<30 { world.clients.service[client].intakeDone = true }
    for client in 0..<30 {
      for attribute in 0..<world.knowledge.attributeCount {
        world.knowledge.record(
          client: client, attribute: attribute, at: 0, accuracy: 1, isCorrect: true)
      }
    }
    world.receiveVacancy(stream: 0)
    #expect(world.labourMarket.vacancies[0].openMatches == 5)
    world.run(through: TinyWorld.minute(day: 2, 17, 0))
    // Everything is known of everybody and every employer accepts: the first match wins.
    #expect(world.observer.exits == 1)
    #expect(world.labourMarket.vacancies[0].isFilled)
    #expect(world.labourMarket.vacancies[0].openMatches == 0)
  }

  @Test func ofAnUnknownClientNothingCanBeTold() {
    var world = Simulation(market { _ in }, seed: 1, replication: 0)
    for index in world.knowledge.records.indices {
      world.knowledge.records[index].loseRegister()
      world.knowledge.records[index].loseNotes()
    }
    world.receiveVacancy(stream: 0)
    world.run(through: TinyWorld.minute(day: 10, 17, 0))
    #expect(world.observer.exits == 0)
    #expect(!world.labourMarket.vacancies[0].isFilled)
    #expect(world.labourMarket.vacancies[0].openMatches == 0)
  }

  @Test func aVacancyThatIsNotHeldLongEnoughIsGone() {
    var world = Simulation(market { $0.holdingDays = 0.1 }, seed: 1, replication: 0)
    world.receiveVacancy(stream: 0)
    // Held until Monday 02:24; nobody works before 08:30.
    world.run(through: TinyWorld.minute(day: 3, 17, 0))
    #expect(world.observer.exits == 0)
  }

  @Test func onlyBelievedGroupsAndTheRegisterAreConsidered() {
    var world = Simulation(
      market {
        $0.fromGroup = "work"
        $0.registerOnly = true
      }, seed: 1, replication: 0)
    world.receiveVacancy(stream: 0)
    #expect(world.labourMarket.vacancies[0].openMatches == 0)
  }
}
