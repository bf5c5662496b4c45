import SimulationKernel
import Testing

@testable import CaseloadModel

/// What the organisation expects of its knowledge is what is true of it, whatever moves the truth.
@Suite struct KnowledgeAgreementTests {
  /// A world in which one thing moves what is true more than usual; the usual one is among the limits.
  struct World: Sendable, CustomTestStringConvertible {
    let name: String
    let adjust: @Sendable (inout Scenario) -> Void
    var testDescription: String { name }
  }

  static let worlds: [World] = [
    World(
      name: "many shocks",
      adjust: {
        $0.population.shocks = [
          LifeShock(name: "health", perYear: 1, readinessLoss: 0.1, barrier: "mentalHealth"),
          LifeShock(name: "household", perYear: 1, readinessLoss: 0, barrier: "careDuties"),
        ]
      }),
    World(name: "talks that help", adjust: { $0.population.readinessGainPerContact = 0.05 }),
    World(
      name: "trajectories that help",
      adjust: {
        $0.trajectories.instruments = [
          Instrument(
            name: "care", fromGroup: "care", toGroup: "work", proposalShare: 0.8, places: 2_000,
            waitingDays: 5, durationDays: 30, dropOutShare: 0, successShare: 1,
            readinessGain: 0.1, removesBarrier: "mentalHealth")
        ]
      }),
    World(
      name: "health is hard to judge", adjust: { $0.diagnosis.healthAccuracyFactor = 0.2 }),
    World(
      name: "workers who forget",
      adjust: {
        $0.knowledge.privateFadingPerYear = 2
        $0.knowledge.registrationCompleteness = 0.9
      }),
  ]

  @Test(arguments: worlds)
  func expectedAndTrueValidityAgree(_ world: World) throws {
    var scenario = TinyWorld.small(clients: 1_500, fte: 13)
    world.adjust(&scenario)
    let outcome = try #require(try simulate(scenario, seed: 5, replication: 0))
    let currency = outcome[.knowledgeCurrency, 0]
    let accuracy = outcome[.knowledgeAccuracy, 0]
    // 1,500 clients with eight items each: a standard error of 0.006 at one observation, of many.
    #expect(abs(currency - accuracy) < 0.012, "\(currency) expected, \(accuracy) true")
  }

  @Test func aShockMakesWhatIsKnownOfReadinessOutOfDate() {
    var scenario = TinyWorld.certain()
    scenario.population.shocks = [
      LifeShock(name: "illness", perYear: 0.0001, readinessLoss: 0.1)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.run(through: 10 * 1_440)
    world.suffer(client, number: 0)
    // Readiness has weight 2 of 8.5.
    let level = world.knowledge.level(ofClient: client, at: world.clock.now)
    #expect(abs(level.accuracy - (1 - 2 / 8.5)) < 1e-12)
  }

  @Test func aForgottenItemDoesNotReachTheRegister() {
    let scenario = TinyWorld.certain()
    var knowledge = Knowledge(scenario.knowledge)
    knowledge.addClient()
    for attribute in 0..<2 {
      // Half a year at a rate of 2 a year leaves 0.37 of the memory.
      knowledge.observe(
        client: 0, attribute: attribute, at: 0, accuracy: 1, isCorrect: true,
        fading: 2 / SimulationClock.minutesPerYear, forgetting: attribute == 0 ? 0.3 : 0.4)
      knowledge.registerWhatIsRemembered(client: 0, attribute: attribute, at: 262_980)
    }
    #expect(knowledge.records[0].isRegistered)
    #expect(!knowledge.records[1].isRegistered)
    #expect(!knowledge.records[1].isNoted)
  }

  @Test func skillIsNeutralInTheMean() {
    for information in [0.3, 0.8, 1] {
      var sum = 0.0
      for step in 0...20 {
        sum += Knowledge.chance(ofLearning: information, skill: Double(step) / 10)
      }
      #expect(abs(sum / 21 - information) < 1e-12)
    }
    #expect(Knowledge.chance(ofLearning: 0.4, skill: 1.5) > 0.4)
  }
}
