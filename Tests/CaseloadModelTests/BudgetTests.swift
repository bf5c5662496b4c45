import SimulationKernel
import Testing

@testable import CaseloadModel

/// Money for an instrument: that of the year, less what is spent and what is set aside.
@Suite struct BudgetTests {
  /// Clients whose workers have written requests on the first day, as far as money goes.
  private func asked(
    clients: Int = 4, budget: Double, start: CivilDate? = nil, changes: [DatedChange] = [],
    waitingDays: Double = 60, set: (inout Scenario) -> Void = { _ in }
  ) -> Simulation {
    var scenario = TinyWorld.certain()
    if let start { scenario.time.start = start }
    scenario.population.clients = clients
    scenario.trajectories.lengthVariation = 0
    scenario.trajectories.instruments = [
      Instrument(
        name: "course", fromGroup: "care", toGroup: "work", proposalShare: 0, places: 100,
        priceEuro: 1_000, waitingDays: waitingDays, durationDays: 30, budgetPerYearEuro: budget)
    ]
    set(&scenario)
    scenario.interventions.changes = changes.map { change in
      var resolved = change
      var result = scenario
      for value in change.set {
        if value.path == "price" {
          result.trajectories.instruments[0].priceEuro = Double(value.json) ?? 0
        } else {
          result.trajectories.instruments[0].budgetPerYearEuro = Double(value.json) ?? 0
        }
      }
      resolved.result = [result]
      return resolved
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<clients { request(client, in: &world) }
    return world
  }

  private func request(_ client: Int, in world: inout Simulation) {
    world.clients.service[client].trajectoryStage = .requested
    world.requestPlace(client)
  }

  private func pending(_ world: borrowing Simulation) -> Int {
    var count = 0
    for client in world.clients.state.indices
    where world.clients.service[client].trajectoryStage == .pending { count += 1 }
    return count
  }

  private static let monday = CivilDate(dayNumber: 14_613)

  @Test(arguments: [
    // 365 days of 365 from 1 January on, 184 from 1 July on, 31 in December.
    (1, 1, 4), (7, 1, 2), (12, 1, 0),
  ])
  func theFirstYearHasTheMoneyOfItsDays(_ month: Int, _ day: Int, _ starts: Int) {
    let start = CivilDate(year: 2010, month: month, day: day)
    let world = asked(budget: 4_000, start: start)
    #expect(pending(world) == starts)
  }

  @Test func theSecondYearHasAWholeBudget() {
    var world = asked(budget: 4_000, start: CivilDate(year: 2010, month: 12, day: 1))
    world.run(through: 31 * 1_440)
    for client in 0..<4 { request(client, in: &world) }
    #expect(pending(world) == 4)
  }

  @Test(arguments: [(500.0, 1_000.0), (3_000, 6_000)])
  func moneySetAsideFollowsThePriceThatWillBePaid(_ price: Double, _ expected: Double) {
    let change = DatedChange(
      name: "price", date: Self.monday.adding(days: 10),
      set: [ParameterValue(path: "price", json: "\(price)")])
    var world = asked(clients: 2, budget: 1e6, changes: [change])
    #expect(world.trajectories.instruments[0].spent == 2_000)
    world.run(through: 11 * 1_440)
    #expect(world.trajectories.instruments[0].spent == expected)
    // What is cancelled gives back what would have been paid, and what starts costs it.
    world.leaveStock(0, .other)
    #expect(world.trajectories.instruments[0].spent == price)
    world.run(through: 100 * 1_440)
    #expect(world.trajectories.instruments[0].spent == price)
    #expect(world.trajectories.instruments[0].reserved == 0)
  }

  @Test func aStartThatIsMadeKeepsThePriceOfItsDay() {
    let change = DatedChange(
      name: "price", date: Self.monday.adding(days: 100),
      set: [ParameterValue(path: "price", json: "9000")])
    var world = asked(clients: 2, budget: 1e6, changes: [change])
    world.run(through: 101 * 1_440)
    #expect(world.trajectories.instruments[0].spent == 2_000)
  }

  @Test func aBudgetThatComesOnADateIsThatOfTheWholeYear() {
    let change = DatedChange(
      name: "budget", date: Self.monday.adding(days: 10),
      set: [ParameterValue(path: "budget", json: "3100")])
    var world = asked(clients: 2, budget: 0, changes: [change]) { $0.population.clients = 4 }
    world.run(through: 11 * 1_440)
    request(2, in: &world)
    request(3, in: &world)
    // 3,100 x 362 / 365 euro: two starts before the date leave money for one.
    #expect(pending(world) == 3)
  }

  @Test func moneyOfAYearThatIsOverDoesNotComeBackInTheNext() {
    var world = asked(clients: 2, budget: 10_000, start: CivilDate(year: 2010, month: 12, day: 1))
    #expect(pending(world) == 0)
    world = asked(clients: 2, budget: 100_000, start: CivilDate(year: 2010, month: 12, day: 1))
    #expect(pending(world) == 2)
    world.run(through: 31 * 1_440)
    world.leaveStock(0, .other)
    world.clients.service[1].trajectoryStage = .none
    request(1, in: &world)
    #expect(world.trajectories.instruments[0].spent == 1_000)
    #expect(world.trajectories.instruments[0].reserved == 1)
  }
}
