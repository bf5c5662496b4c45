import SimulationKernel
import Testing

@testable import CaseloadModel

/// Transfers between laws at a rate, part-time work by law, and the law to which people return.
@Suite struct TransferTests {
  private func laws(_ adjust: (inout Scenario) -> Void = { _ in }) -> Scenario {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 2_000
    scenario.staffing.fte = 0
    scenario.population.segments = [
      ClientSegment(name: "wga", stockShare: 1, inflowShare: 1),
      ClientSegment(name: "iva", benefitFactor: 2),
    ]
    scenario.population.transfers = [
      LawTransfer(name: "permanent", from: "wga", to: "iva", perYear: 0.4)
    ]
    adjust(&scenario)
    return scenario
  }

  private func moved(_ world: borrowing Simulation) -> Double {
    Double(world.clients.state.all.count { $0.segment == 1 }) / 2_000
  }

  @Test func theShareThatGoesOverFollowsFromTheRate() throws {
    var world = Simulation(laws(), seed: 1, replication: 0)
    let before = world.observer.benefits
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    let expected = 1 - Elementary.exp(-0.4 * 365 / 365.25)
    // Standard error 0.0105.
    #expect(abs(moved(world) - expected) < 0.042)
    #expect(abs(world.observer.benefits - before * (1 + moved(world))) < 1e-6 * before)
    let transfers = world.outcome[.transfersPerYear, 0] * 365 / 365.25
    #expect(abs(transfers - 2_000 * moved(world)) < 1e-6)
    #expect(world.outcome[.outflowTotal, 0] == 0)
    world.checkConservation()
    #expect(world.violation == nil)
  }

  @Test func onlyTheGroupConcernedGoesOver() {
    let scenario = laws {
      $0.population.transfers[0].group = "care"
      $0.population.transfers.append(
        LawTransfer(name: "some", from: "wga", to: "iva", group: "work", perYear: 0.1))
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    _ = world.run(isCancelled: { false })
    for (group, rate) in [(UInt8(0), 0.4), (1, 0), (2, 0.1)] {
      let members = world.clients.state.all.filter { $0.trueGroup == group }
      let share = Double(members.count { $0.segment == 1 }) / Double(members.count)
      let expected = 1 - Elementary.exp(-rate * 365 / 365.25)
      let error = (expected * (1 - expected) / Double(members.count)).squareRoot()
      #expect(abs(share - expected) <= 4 * error, "group \(group): \(share)")
    }
  }

  @Test func aTransferWithoutATargetIsAnExitForGood() {
    let scenario = laws {
      $0.population.transfers[0].to = ""
      $0.outflow.relapseShare = 1
      $0.outflow.relapseLateShare = 1
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    _ = world.run(isCancelled: { false })
    let gone = 1 - Double(world.observer.stock[0]) / 2_000
    #expect(abs(gone - (1 - Elementary.exp(-0.4 * 365 / 365.25))) < 0.042)
    #expect(world.observer.entries == 0)
    #expect(world.outcome[.outflowOther, 0] == world.outcome[.outflowTotal, 0])
  }

  @Test func aDatedChangeOfTheRateHoldsFromItsDate() {
    // None for half a year, then 0.8 a year for the other half.
    var scenario = laws { $0.population.transfers[0].perYear = 0 }
    var changed = scenario
    changed.population.transfers[0].perYear = 0.8
    let date = scenario.time.start.adding(days: 182)
    var change = DatedChange(name: "rate", date: date)
    change.result = [changed]
    scenario.interventions.changes = [change]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 182 * 1_440 - 1)
    #expect(moved(world) == 0)
    _ = world.run(isCancelled: { false })
    #expect(abs(moved(world) - (1 - Elementary.exp(-0.8 * 183 / 365.25))) < 0.042)
  }

  @Test func theLimitOfTheNewLawCountsFromTheTransfer() {
    let scenario = laws {
      $0.population.clients = 0
      $0.population.segments[0].maximumMonths = 2
      $0.population.segments[1].maximumMonths = 6
      $0.population.transfers[0].perYear = 20
    }
    var tried = 0
    for seed in UInt64(1)...20 {
      var world = Simulation(scenario, seed: seed, replication: 0)
      let client = world.admit(streamID: seed)
      while world.clients.state[client].inStock, world.clients.state[client].segment == 0,
        world.step()
      {}
      guard world.clients.state[client].inStock else { continue }
      tried += 1
      let moment = world.clock.now
      // Six months of 30.4 days; the limit of the first law has lapsed.
      world.run(through: moment + 262_979)
      #expect(world.clients.state[client].inStock, "seed \(seed)")
      world.run(through: moment + 262_980)
      #expect(!world.clients.state[client].inStock, "seed \(seed)")
    }
    #expect(tried > 10)
  }

  @Test func exitRatesOfALawThatIsReachedByTransferAreWithinTheBound() {
    let scenario = laws {
      $0.population.segments[1].otherFactor = 20
      $0.population.transfers[0].perYear = 20
      for index in $0.outflow.rates.indices { $0.outflow.rates[index].otherPerYear = 0.1 }
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete && world.violation == nil)
    #expect(world.observer.exits > 1_000)
  }

  @Test func peopleReturnToTheLawThatTakesThem() {
    let scenario = laws {
      $0.population.clients = 50
      $0.population.transfers = []
      $0.population.segments[0].returnSegment = "iva"
      $0.outflow.relapseShare = 1
      $0.outflow.relapseScaleDays = 1
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<50 { world.leaveStock(client, .other) }
    world.run(through: 100 * 1_440)
    let back = world.clients.state.all.filter { $0.inStock }
    #expect(back.count > 40)
    #expect(back.allSatisfy { $0.segment == 1 })
  }

  @Test func partTimeWorkHasAThresholdAndAShareOfTheBenefitByLaw() {
    let scenario = laws {
      $0.population.transfers = []
      $0.population.clients = 400
      $0.population.segments[0].partTimeFromReadiness = 0.6
      $0.population.segments[0].partTimeBenefitShare = 0.25
      $0.outflow.partTimeStartsPerYear = 20
      $0.outflow.partTimeEndsPerYear = 0
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    let full = world.observer.benefits / 400
    _ = world.run(isCancelled: { false })
    let states = world.clients.state.all
    #expect(states.contains { $0.worksPartTime })
    #expect(states.allSatisfy { !$0.worksPartTime || $0.readiness >= 0.6 })
    // At 12 starts a year and more, one in 160,000 has not begun.
    #expect(states.allSatisfy { $0.worksPartTime || $0.readiness < 0.6 })
    let working = Double(states.count { $0.worksPartTime })
    let expected = full * (400 - 0.75 * working)
    #expect(abs(world.observer.benefits - expected) < 1e-6 * expected)
  }
}
