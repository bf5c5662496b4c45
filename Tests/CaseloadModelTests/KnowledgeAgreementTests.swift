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

  @Test func whatIsSaidDecidesHowSoonItIsLookedAtAgainAndCountsForThat() throws {
    var scenario = TinyWorld.small(clients: 1_500, fte: 13)
    scenario.knowledge.attributes = [scenario.knowledge.attributes[0]]
    scenario.diagnosis.accuracyWithTool = 0.5
    scenario.diagnosis.accuracyWithoutTool = 0.5
    scenario.service.restPolicy.enabled = false
    for (index, days) in [3_650.0, 180, 30].enumerated() {
      scenario.service.norms[index].intervalDays = days
    }
    var gap = 0.0
    for replication in 0..<4 {
      let outcome = try #require(try simulate(scenario, seed: 5, replication: replication))
      gap += (outcome[.knowledgeCurrency, 0] - outcome[.knowledgeAccuracy, 0]) / 4
    }
    // One item for each of 1,500 clients that may stand for years: a standard error of 0.012 in each of four.
    #expect(abs(gap) < 0.015, "\(gap)")
  }

  @Test func aJudgementIsWorthWhatItSays() {
    var judged = JudgedGroups(inflow: [0.2, 0.4, 0.4], stock: [0.4, 0.4, 0.2])
    // Bayes by hand: of 0.4 x 0.8 right, and half of the mistakes about the middle.
    let expected: [Double] = [0.32 / 0.36, 0.32 / 0.44, 0.16 / 0.2]
    for (group, value) in expected.enumerated() {
      let found = judged.predictiveValue(of: group, accuracy: 0.8, on: .contact)
      #expect(abs(found - value) < 1e-12)
      let sure = judged.predictiveValue(of: group, accuracy: 1, on: .contact)
      #expect(sure == 1)
    }
    let new = judged.predictiveValue(of: 0, accuracy: 0.8, on: .intake)
    #expect(abs(new - 0.16 / 0.2) < 1e-12)
    // Who is judged from now on is of the lowest group.
    for _ in 1...20_000 { judged.note(0, on: .contact) }
    #expect(judged.predictiveValue(of: 0, accuracy: 0.8, on: .contact) > 0.999)
    #expect(judged.predictiveValue(of: 1, accuracy: 0.8, on: .contact) < 0.01)
    let kept = judged.predictiveValue(of: 0, accuracy: 0.8, on: .intake)
    #expect(kept == new)
    // At either end there is one neighbour to be mistaken for.
    #expect(judged.mistake(about: 0, goesUp: false) == 1)
    #expect(judged.mistake(about: 2, goesUp: true) == 1)
    #expect(judged.mistake(about: 1, goesUp: true) == 2)
  }

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
