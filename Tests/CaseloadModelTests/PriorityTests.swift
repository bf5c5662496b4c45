import SimulationKernel
import Testing

@testable import CaseloadModel

/// Each weight decides who is invited first, and nothing else does when it is 0.
@Suite struct PriorityTests {
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    /// Sets the weight.
    var weigh: @Sendable (inout PriorityWeights) -> Void
    /// Makes client 1 the one to prefer, and client 0 the other.
    var favour: @Sendable (inout Simulation) -> Void
  }

  static let cases: [Case] = [
    Case(
      description: "an intake", weigh: { $0.intake = 5 },
      favour: { $0.clients.service[1].intakeDone = false }),
    Case(
      description: "believed readiness", weigh: { $0.readiness = 1 },
      favour: {
        $0.clients.service[0].believedGroup = 0
        $0.clients.service[1].believedGroup = 2
      }),
    Case(
      description: "motivation", weigh: { $0.motivation = 1 },
      favour: {
        $0.clients.state[0].motivation = 0.2
        $0.clients.state[1].motivation = 0.8
      }),
    Case(
      description: "overdue time", weigh: { $0.overduePerYear = 1 },
      favour: { $0.clients.service[1].due -= 525_960 }),
    Case(
      description: "asking", weigh: { $0.selfReported = 1 },
      favour: { $0.clients.service[1].asked = true }),
    Case(
      description: "a campaign", weigh: { $0.campaign = 2 },
      favour: { $0.clients.service[1].campaign = 1 }),
    Case(
      description: "cost", weigh: { $0.costPerHour = 1 },
      // An intake takes 105 minutes, a talk 75.
      favour: { $0.clients.service[0].intakeDone = false }),
  ]

  private func first(_ example: Case, weights: PriorityWeights) -> Int32? {
    var scenario = TinyWorld.certain()
    scenario.service.priorities = weights
    scenario.interventions.campaigns = [
      Campaign(name: "later", date: scenario.time.start.adding(days: 300))
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    for streamID in [7, 8] as [UInt64] {
      let client = world.admit(streamID: streamID)
      world.unlist(client)
      world.clients.service[client].intakeDone = true
      world.clients.service[client].believedGroup = 1
      world.clients.state[client].motivation = 0.5
    }
    example.favour(&world)
    world.relist(0)
    world.relist(1)
    // On Monday at 08:30 the agenda of Tuesday is filled.
    world.run(through: TinyWorld.minute(day: 0, 8, 30))
    return world.staff.agendas[0].first?.client
  }

  private var none: PriorityWeights {
    var weights = PriorityWeights()
    weights.intake = 0
    weights.readiness = 0
    weights.motivation = 0
    weights.overduePerYear = 0
    weights.selfReported = 0
    weights.costPerHour = 0
    weights.campaign = 0
    weights.ownSpread = 0
    return weights
  }

  @Test(arguments: cases)
  func aWeightDecidesWhoGoesFirst(example: Case) {
    // Among equals the lower number goes first.
    #expect(first(example, weights: none) == 0)
    var weights = none
    example.weigh(&weights)
    #expect(first(example, weights: weights) == 1)
  }

  @Test(arguments: [1, 2])
  func withoutTargetsProspectsDoNotCount(number: Int) {
    var weights = none
    Self.cases[number].weigh(&weights)
    weights.targetStrength = 0
    #expect(first(Self.cases[number], weights: weights) == 0)
  }

  @Test func workersHaveWeightsOfTheirOwnAroundThoseOfTheOrganisation() {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = 400
    let same = Simulation(scenario, seed: 1, replication: 0)
    for state in same.staff.workers.all { #expect(state.ownWeights == (1, 1, 1)) }
    scenario.service.priorities.ownSpread = 0.5
    let world = Simulation(scenario, seed: 1, replication: 0)
    let weights = world.staff.workers.all.map { $0.ownWeights.readiness }
    let mean = weights.reduce(0, +) / 400
    let variance = weights.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 399
    // Log-normal with mean 1: standard errors of 0.025 and about 0.03.
    #expect(abs(mean - 1) < 0.1)
    #expect(abs(variance.squareRoot() - 0.5) < 0.13)
  }
}
