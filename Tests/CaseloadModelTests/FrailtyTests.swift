import SimulationKernel
import Testing

@testable import CaseloadModel

/// Personal factors on exits: their means, how they go together, and who needs a benefit for a short time.
@Suite struct FrailtyTests {
  private func people(_ adjust: (inout Scenario) -> Void) -> [ClientState] {
    var scenario = TinyWorld.certain()
    scenario.population.exitHeterogeneity = 0.7
    scenario.population.otherHeterogeneity = 0.7
    scenario.population.exitFactorCut = 100
    adjust(&scenario)
    var world = Simulation(scenario, seed: 4, replication: 0)
    for number in 0..<8_000 { _ = world.addClient(streamID: UInt64(number), isInitial: false) }
    return world.clients.state.all
  }

  private func correlation(_ people: [ClientState]) -> Double? {
    var moments = PairMoments()
    for person in people { moments.add(Double(person.exitFactor), Double(person.otherFactor)) }
    return moments.correlation
  }

  @Test(arguments: [0, 0.3, 0.7, 1])
  func factorsHaveMeanOneAndTheCorrelationThatIsAskedFor(share: Double) throws {
    let people = people { $0.population.heterogeneityCorrelation = share }
    // A coefficient of variation of 0.7: standard errors of the means of 0.008.
    let work = people.reduce(0) { $0 + Double($1.exitFactor) } / 8_000
    let other = people.reduce(0) { $0 + Double($1.otherFactor) } / 8_000
    #expect(abs(work - 1) < 0.032)
    #expect(abs(other - 1) < 0.032)
    let found = try #require(correlation(people))
    #expect(abs(found - share) < 0.06, "\(found)")
  }

  @Test func theFactorOnWorkDoesNotMoveWithTheOther() {
    let alone = people { $0.population.otherHeterogeneity = 0 }
    let both = people { $0.population.heterogeneityCorrelation = 0.5 }
    #expect(alone.map(\.exitFactor) == both.map(\.exitFactor))
    #expect(alone.allSatisfy { $0.otherFactor == 1 })
    #expect(alone.map(\.requestFactor) == both.map(\.requestFactor))
  }

  @Test func aPartOfNewcomersNeedsABenefitForAShortTime() {
    let usual = people { _ in }
    let short = people {
      $0.inflow.shortSpellShare = 0.25
      $0.inflow.shortSpellFactor = 4
    }
    let changed = zip(usual, short).filter { $0.exitFactor != $1.exitFactor }
    // Standard error 39.
    #expect(abs(changed.count - 2_000) < 156)
    for (before, after) in changed {
      #expect(abs(after.exitFactor / before.exitFactor - 4) < 1e-5)
      #expect(abs(after.otherFactor / before.otherFactor - 4) < 1e-5)
    }
  }
}
