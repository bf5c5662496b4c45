import SimulationKernel
import Testing

@testable import CaseloadModel

/// Rivalry for vacancies: who is helped takes a vacancy that another would have had.
@Suite struct RivalryTests {
  private static let clients = 3_000

  /// Clients of whom one in `step` has had attention that hardly fades.
  ///
  /// Full attention doubles the exits to work, and half of that is reached.
  private static func world(
    step: Int = 1, _ adjust: (inout Scenario) -> Void = { _ in }
  ) -> Simulation {
    var scenario = TinyWorld.certain()
    scenario.population.clients = clients
    scenario.staffing.fte = 0
    scenario.outflow.durationEffectOnWork = 0
    scenario.outflow.contactHalfLifeDays = 3_650
    scenario.outflow.attention.work = AttentionEffect(height: 0)
    for index in scenario.outflow.rates.indices {
      scenario.outflow.rates[index].workPerYear = 0.3
      scenario.outflow.rates[index].contactEffectOnWork = 1
    }
    for index in scenario.knowledge.attributes.indices {
      scenario.knowledge.attributes[index].workFactor = 1
    }
    adjust(&scenario)
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<scenario.population.clients {
      world.clients.attention[client] = ClientAttention()
      guard client % step == 0 else { continue }
      world.clients.attention[client].add(3, skill: 1, left: 0, at: 0)
    }
    return world
  }

  @Test func theFactorFollowsFromTheShareOfSearchersAndTheDemandForLabour() {
    let cases: [(share: Double, gain: Double, demand: Double, loss: Double)] = [
      (0.3, 0.5, 1, 1.15), (0.3, 0.5, 0.5, 1.3), (0.3, 0.5, 0.2, 1.5), (0.3, 0.5, 3, 1.05),
      (0, 0.5, 1, 1), (0.3, 0, 1, 1), (1, 0.5, 1, 1.5), (0.3, 0.5, 0, 1.5),
    ]
    for (share, gain, demand, loss) in cases {
      var scenario = TinyWorld.certain()
      scenario.labourMarket.rivalryShare = share
      scenario.labourMarket.demandIndex = demand
      let found = Terms(scenario).rivalryFactor(gain: gain, at: 0)
      #expect(abs(found - 1 / loss) < 1e-12, "\(share), \(gain), \(demand)")
    }
  }

  @Test func theGainIsAMeanOverTheStockWeightedWithItsChances() {
    let cases: [(step: Int, gain: Double)] = [(1, 0.5), (10, 0.05), (3_001, 0.5 / 3_000)]
    for (step, gain) in cases {
      var world = Self.world(step: step) { $0.labourMarket.rivalryShare = 0.3 }
      world.measureRivalry()
      #expect(abs(world.labourMarket.rivalry.gain - gain) < 1e-6, "one in \(step)")
    }
    // Two of three in a stock where the third finds work twice as easily: (1 + 1) 0.5 / (1 + 1 + 2).
    var world = Self.world(step: 1) {
      $0.population.clients = 3
      $0.labourMarket.rivalryShare = 0.3
    }
    world.clients.attention[2] = ClientAttention()
    world.clients.state[2].exitFactor = 2
    world.measureRivalry()
    #expect(abs(world.labourMarket.rivalry.gain - 0.25) < 1e-6)
    // An instrument helps too.
    world.clients.state[2].helpFactor = 1.5
    world.clients.state[2].helpUntil = SimulationClock.never
    world.measureRivalry()
    #expect(abs(world.labourMarket.rivalry.gain - 0.5) < 1e-6)
  }

  @Test func withOneMarketForAllHelpOnlyMovesWhoFindsWork() {
    // Half of the full effect: 0.45 a year without rivalry. When all who search are clients and all are
    // helped, nobody finds work sooner; when none of the others are clients, everybody does.
    for (share, rate) in [(1.0, 0.3), (0.0, 0.45), (0.5, 0.45 / 1.25)] {
      var world = Self.world { $0.labourMarket.rivalryShare = share }
      world.run(through: 365 * 1_440)
      #expect(world.violation == nil)
      // Attention fades by 7 % of a half over the year, on average by 3.4 %: a reach of 0.4915.
      let effect = rate == 0.3 ? 1 : (1 + 0.491_5) / 1.5
      let expected = 1 - Elementary.exp(-rate * effect * 365 / 365.25)
      let found = Double(world.observer.exits) / Double(Self.clients)
      let error = (expected * (1 - expected) / Double(Self.clients)).squareRoot()
      #expect(abs(found - expected) < 4 * error, "\(share): \(found), expected \(expected)")
    }
  }

  @Test func rivalryCanBeginAndEndOnADate() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 10
    scenario.staffing.fte = 0
    for (day, share) in [(100, 0.5), (200, 0.0)] {
      var result = scenario
      result.labourMarket.rivalryShare = share
      var change = DatedChange(name: "change", date: scenario.time.start.adding(days: day))
      change.result = [result]
      scenario.interventions.changes.append(change)
    }
    for index in scenario.outflow.rates.indices {
      scenario.outflow.rates[index].workPerYear = 1e-9
      scenario.outflow.rates[index].contactEffectOnWork = 1
    }
    for index in scenario.interventions.changes.indices {
      for rate in scenario.outflow.rates.indices {
        scenario.interventions.changes[index].result[0].outflow.rates[rate] =
          scenario.outflow.rates[rate]
      }
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<10 { world.clients.attention[client].add(3, skill: 1, left: 0, at: 0) }
    world.run(through: 99 * 1_440)
    #expect(world.labourMarket.rivalry.gain == 0 && world.labourMarket.rivalry.number == 0)
    world.run(through: 101 * 1_440)
    let atOnce = world.labourMarket.rivalry.gain
    #expect(atOnce > 0)
    world.run(through: 130 * 1_440)
    #expect(world.labourMarket.rivalry.gain < atOnce, "attention fades")
    world.run(through: 201 * 1_440)
    #expect(world.labourMarket.rivalry.gain == 0)
    let number = world.labourMarket.rivalry.number
    world.run(through: 300 * 1_440)
    #expect(world.labourMarket.rivalry.number == number)
  }
}
