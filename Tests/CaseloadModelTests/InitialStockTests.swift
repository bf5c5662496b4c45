import SimulationKernel
import Testing

@testable import CaseloadModel

/// What the organisation makes of the people who are there at the start, and whom it has left alone.
@Suite struct InitialStockTests {
  private static let clients = 4_000

  private static func world(_ adjust: (inout Scenario) -> Void) -> Simulation {
    var scenario = TinyWorld.certain()
    scenario.population.clients = clients
    scenario.staffing.fte = 0
    adjust(&scenario)
    return Simulation(scenario, seed: 3, replication: 0)
  }

  @Test func statedSharesAreSeenInTheNextGroupAndTheirReadinessIsKnownWrongly() {
    let world = Self.world {
      for index in $0.population.groups.indices {
        $0.population.groups[index].initialSeenLowerShare = 0.3
        $0.population.groups[index].initialSeenHigherShare = 0.1
      }
      $0.diagnosis.accuracyWithTool = 1
      $0.diagnosis.accuracyWithoutTool = 1
      // Nothing but readiness is known, all of it is in the register, and it does not change by itself.
      $0.knowledge.attributes = Array($0.knowledge.attributes.prefix(1))
      $0.knowledge.attributes[0].changesPerYear = 0
      $0.knowledge.registrationCompleteness = 1
    }
    var (members, lower, higher) = ([0.0, 0, 0], [0.0, 0, 0], [0.0, 0, 0])
    for client in 0..<Self.clients {
      let truth = Int(world.clients.state[client].trueGroup)
      let believed = Int(world.clients.service[client].believedGroup)
      members[truth] += 1
      if believed == truth - 1 { lower[truth] += 1 }
      if believed == truth + 1 { higher[truth] += 1 }
      let accuracy = world.knowledge.level(ofClient: client, at: 0).accuracy
      #expect(abs(accuracy - (believed == truth ? 1 : 0)) < 1e-6, "\(client)")
    }
    // Nobody is below the lowest or above the highest group, so that those are seen right.
    let expected = [(0.0, 0.1), (0.3, 0.1), (0.3, 0.0)]
    for group in 0..<3 {
      let deviation = 3.3 * (0.21 / members[group]).squareRoot()
      #expect(abs(lower[group] / members[group] - expected[group].0) < deviation, "\(group)")
      #expect(abs(higher[group] / members[group] - expected[group].1) < deviation, "\(group)")
    }
  }

  @Test func thoseWhomAPolicyLeavesAloneFirstAreMoreOfTheStock() {
    // Of people with even positions, those below s have odds s / (1 - s); here they are twice that.
    for (share, expected) in [(0.5, 2.0 / 3), (0.25, 0.4), (1.0 / 3, 0.5)] {
      let world = Self.world { $0.population.initialRestOdds = 2 }
      let low = world.clients.state.all.count { Double($0.restDraw) < share }
      let deviation = 3.3 * (0.25 / Double(Self.clients)).squareRoot()
      #expect(abs(Double(low) / Double(Self.clients) - expected) < deviation, "\(share)")
    }
  }

  @Test func whomThePastLeftAloneHasBeenHereForLonger() {
    // A talk a year finds changed circumstances for sure, at a rate of 0.2 a year, and without talks nothing
    // does: exits of 0.1 + (1 - exp(-0.2)) = 0.2813 and 0.1 a year.
    let world = Self.world {
      $0.population.initialDurationYears = -1
      $0.population.initialLongestYears = 60
      $0.population.initialTalksPerYear = 1
      $0.population.initialRestTalksPerYear = 0
      $0.population.initialRestShare = 0.5
      $0.population.initialRestOdds = 1
      $0.outflow.atContact.changesPerYear = 0.2
      $0.outflow.atContact.detectionShare = 1
      for index in $0.outflow.rates.indices {
        $0.outflow.rates[index].workPerYear = 0
        $0.outflow.rates[index].subsidisedPerYear = 0
        $0.outflow.rates[index].otherPerYear = 0.1
        $0.outflow.rates[index].contactEffectOnOther = 0
      }
      $0.outflow.pensionAndDeathPerYear = 0
    }
    let alone = world.clients.state.all.filter { $0.restDraw < 0.5 }
    let served = world.clients.state.all.filter { $0.restDraw >= 0.5 }
    func mean(_ states: [ClientState]) -> Double {
      states.reduce(0) { $0 - Double($1.spellStart) } / Double(states.count)
        / SimulationClock.minutesPerYear
    }
    // Exponential, cut at sixty years.
    func expected(_ rate: Double) -> Double {
      1 / rate - 60 / (Elementary.exp(60 * rate) - 1)
    }
    #expect(abs(mean(alone) / expected(0.1) - 1) < 0.075, "\(mean(alone))")
    #expect(abs(mean(served) / expected(0.281_27) - 1) < 0.075, "\(mean(served))")
  }

  @Test func nobodyIsHereForLongerThanTheLongestTime() {
    let world = Self.world {
      $0.population.initialDurationYears = -1
      $0.population.initialLongestYears = 3
      for index in $0.outflow.rates.indices { $0.outflow.rates[index].otherPerYear = 0.01 }
    }
    let longest = world.clients.state.all.reduce(0) { max($0, -Int($1.spellStart)) }
    #expect(Double(longest) <= 3 * SimulationClock.minutesPerYear)
    #expect(Double(longest) > 2.9 * SimulationClock.minutesPerYear)
  }
}
