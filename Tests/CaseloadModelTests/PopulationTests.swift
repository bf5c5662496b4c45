import SimulationKernel
import Testing

@testable import CaseloadModel

/// Who is in stock, how readiness moves, and how applications spread over the year.
@Suite struct PopulationTests {
  @Test func segmentsAndGroupsHaveTheirShares() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 4_000
    scenario.population.segments = [
      ClientSegment(
        name: "wajong", stockShare: 0.3,
        groups: [
          SegmentGroup(group: "care", stockShare: 0.84, inflowShare: 1),
          SegmentGroup(group: "work", stockShare: 0.16, inflowShare: 0),
        ], registerShare: 0.7, olderShare: 0),
      ClientSegment(
        name: "wga", stockShare: 0.5, inflowShare: 1,
        groups: [SegmentGroup(group: "work", stockShare: 1, inflowShare: 1)]),
      ClientSegment(name: "refugees", stockShare: 0.2),
    ]
    let world = Simulation(scenario, seed: 1, replication: 0)
    var counts = [[Int]](repeating: [0, 0, 0], count: 3)
    var registered = 0
    for client in 0..<4_000 {
      let state = world.clients.state[client]
      counts[Int(state.segment)][Int(state.trueGroup)] += 1
      if state.isRegistered {
        registered += 1
        #expect(state.segment == 0)
      }
      #expect(state.segment > 0 || !state.isOlder)
    }
    // Expected 1,008, 0 and 192; 0, 0 and 2,000; 320, 288 and 192 by the shares of all groups: four
    // standard deviations at most 126.
    let expected = [[1_008, 0, 192], [0, 0, 2_000], [320, 288, 192]]
    for segment in 0..<3 {
      for group in 0..<3 {
        let mean = Double(expected[segment][group])
        let limit = 4 * (mean * (1 - mean / 4_000)).squareRoot()
        #expect(abs(Double(counts[segment][group]) - mean) <= limit, "\(segment) \(group)")
      }
    }
    #expect(abs(registered - 840) < 105)
  }

  @Test func traitsHaveTheirMeansAndSpreads() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 4_000
    scenario.population.motivationMean = 0.5
    scenario.population.motivationSpread = 0.1
    scenario.population.reliabilitySpread = 0.5
    scenario.population.olderShare = 0.44
    scenario.population.initialDurationYears = 4
    let world = Simulation(scenario, seed: 1, replication: 0)
    let states = world.clients.state.all
    let motivation = states.map(\.motivation).reduce(0, +) / 4_000
    #expect(abs(motivation - 0.5) < 0.007)
    let spread = states.map { ($0.motivation - 0.5) * ($0.motivation - 0.5) }.reduce(0, +) / 4_000
    #expect(abs(spread.squareRoot() - 0.1) < 0.005)
    let logOdds = states.map { Elementary.log(Double($0.missFactor)) }
    let odds = logOdds.map { $0 * $0 }.reduce(0, +) / 4_000
    #expect(abs(odds.squareRoot() - 0.5) < 0.025)
    let older = states.count { $0.isOlder }
    #expect(abs(older - 1_760) < 126)
    let years = states.map { -Double($0.spellStart) / 525_960 }.reduce(0, +) / 4_000
    #expect(abs(years - 4) < 0.26)
    // What is a barrier, by the shares of the attributes.
    for attribute in 1..<8 {
      let barriers = (0..<4_000).count { world.knowledge.records[$0 * 8 + attribute].isBarrier }
      let share = scenario.knowledge.attributes[attribute].barrierShare
      let limit = 4 * (4_000 * share * (1 - share)).squareRoot()
      #expect(abs(Double(barriers) - 4_000 * share) <= limit, "attribute \(attribute)")
    }
  }

  /// The readiness of a client after one spontaneous change, `days` after the last contact.
  private func afterAChange(days: Int, _ adjust: (inout Scenario) -> Void) -> Double {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1
    scenario.staffing.fte = 0
    adjust(&scenario)
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.clients.state[0].readiness = 0.5
    world.clients.state[0].readinessHome = 0.9
    world.clients.service[0].lastContact = 0
    world.clock.now = days * 1_440
    world.knowledge.records[0].nextChange = Int32(world.clock.now)
    world.advanceTruth(0, attribute: 0)
    return world.clients.state[0].readiness
  }

  @Test func readinessDriftsDownWithoutAttentionAndBackToItsLevel() {
    let drift: (inout Scenario) -> Void = {
      $0.population.readinessDriftUnattended = 0.03
      $0.population.unattendedAfterDays = 182
    }
    #expect(afterAChange(days: 182, drift) == 0.5)
    #expect(abs(afterAChange(days: 183, drift) - 0.47) < 1e-12)
    let reversion = afterAChange(days: 1) { $0.population.readinessReversion = 0.25 }
    #expect(abs(reversion - 0.6) < 1e-12)
    let chance = afterAChange(days: 1) { $0.population.readinessChangeSpread = 0.1 }
    #expect(chance != 0.5)
  }

  @Test func attentionBringsStepsUp() {
    var scenario = TinyWorld.certain()
    scenario.population.readinessGainPerContact = 0.2
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.clients.state[client].readiness = 0.3
    world.run(through: TinyWorld.minute(day: 1, 10, 15))
    #expect(abs(world.clients.state[client].readiness - 0.5) < 1e-12)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    // From the second to the fourth of six steps, in one client-year less a day.
    #expect(world.outcome[.progressUp, 0] > 1.9)
    #expect(world.outcome[.progressDown, 0] == 0)
  }

  @Test func applicationsHaveASeasonAndAShareIsGranted() {
    var scenario = TinyWorld.certain()
    scenario.time.start = CivilDate(year: 2010, month: 1, day: 1) ?? scenario.time.start
    scenario.inflow.applicationsPerYear = 4_000
    scenario.inflow.grantedShare = 0.25
    scenario.inflow.seasonalAmplitude = 1
    scenario.staffing.fte = 0
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 131_490)
    let firstQuarter = Double(world.clients.inflow.count)
    // 1 + cos over the first quarter of the year: 1/4 + 1/(2 pi) of the applications.
    #expect(abs(firstQuarter - 4_000 * 0.409_155) < 162)
    world.run(through: 525_600)
    let all = Double(world.clients.inflow.count)
    #expect(abs(all - 4_000) < 253)
    #expect(abs(Double(world.observer.entries) - all / 4) < 110)
  }

  @Test func workInPlaceOfABenefitIsOfferedFromItsGroupUp() {
    for (name, lowest) in [("", 2), ("development", 1), ("care", 0)] {
      var scenario = TinyWorld.certain()
      scenario.inflow.grantedShare = 1
      scenario.inflow.workFirstShare = 1
      scenario.inflow.workFirstFrom = name
      scenario.inflow.workFirstSuccessShare = 0
      var world = Simulation(scenario, seed: 1, replication: 0)
      for _ in 0..<60 { world.receiveApplication() }
      for client in 0..<world.clients.count {
        let isHigh = Int(world.clients.state[client].trueGroup) >= lowest
        #expect(world.clients.state[client].inStock == !isHigh)
      }
    }
  }

  @Test func aBenefitCostsItsSegmentsPrice() {
    var scenario = TinyWorld.certain()
    scenario.costs.benefitPerYearEuro = 14_000
    scenario.population.segments[0].benefitFactor = 0.5
    scenario.population.clients = 10
    var world = Simulation(scenario, seed: 1, replication: 0)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    #expect(abs(world.outcome[.costBenefits, 0] - 70_000) < 1e-6)
  }
}
