import SimulationKernel
import Testing

@testable import CaseloadModel

/// The initial stock as what is left of past inflow, against closed forms and against its own future.
@Suite struct SurvivorTests {
  /// Clients whom nobody serves, of one rate of exit.
  private func world(_ clients: Int, _ adjust: (inout Scenario) -> Void = { _ in }) -> Scenario {
    var scenario = TinyWorld.certain()
    scenario.population.clients = clients
    scenario.population.initialDurationYears = -1
    scenario.population.exitFactorCut = 1_000
    scenario.staffing.fte = 0
    scenario.outflow.durationEffectOnWork = 0
    for index in scenario.outflow.rates.indices {
      scenario.outflow.rates[index].contactEffectOnWork = 0
      scenario.outflow.rates[index].contactEffectOnOther = 0
    }
    adjust(&scenario)
    return scenario
  }

  private func years(_ state: ClientState) -> Double {
    -Double(state.spellStart) / SimulationClock.minutesPerYear
  }

  @Test func atAConstantRateTimesOnBenefitAreExponential() {
    let scenario = world(4_000) {
      for index in $0.outflow.rates.indices {
        $0.outflow.rates[index].workPerYear = 0.2
        $0.outflow.rates[index].otherPerYear = 0.2
      }
      $0.outflow.pensionAndDeathPerYear = 0.1
    }
    let states = Simulation(scenario, seed: 1, replication: 0).clients.state.all
    let mean = states.reduce(0) { $0 + years($1) } / 4_000
    #expect(abs(mean - 2) < 0.13, "\(mean)")
    for (limit, share) in [(0.5, 0.221_2), (2, 0.632_1), (5, 0.917_9)] {
      let found = Double(states.count { years($0) < limit }) / 4_000
      #expect(abs(found - share) < 0.032, "\(found) under \(limit) years")
    }
  }

  @Test func thoseWhoLeaveSoonAreSeldomAmongThem() {
    // Frailty with the unit exponential distribution on a rate of 0.5, and 0.5 a year for all: among
    // those who are here its density is that of newcomers over 1 + z, so its mean is 1 / G − 1 with
    // G the integral of exp(−z) / (1 + z), Gompertz' constant 0.5963.
    let scenario = world(6_000) {
      for index in $0.outflow.rates.indices { $0.outflow.rates[index].otherPerYear = 0.5 }
      $0.outflow.pensionAndDeathPerYear = 0.5
      $0.population.otherHeterogeneity = 1
    }
    let states = Simulation(scenario, seed: 1, replication: 0).clients.state.all
    let mean = states.reduce(0) { $0 + Double($1.otherFactor) } / 6_000
    #expect(abs(mean - (1 / 0.596_347 - 1)) < 0.04, "\(mean)")
    // Mean time: the mean of 1 / (0.5 + 0.5 z) over those who are here,
    // 2 x (integral of exp(−z) / (1 + z)²) / G = 2 (1 − G) / G.
    let time = states.reduce(0) { $0 + years($1) } / 6_000
    #expect(abs(time - 2 * (1 - 0.596_347) / 0.596_347) < 0.1, "\(time)")
  }

  @Test func limitsOfALawHoldForThemToo() {
    let scenario = world(500) { $0.population.segments[0].maximumMonths = 24 }
    let states = Simulation(scenario, seed: 1, replication: 0).clients.state.all
    #expect(states.allSatisfy { years($0) <= 2 })
    let mean = states.reduce(0) { $0 + years($1) } / 500
    #expect(abs(mean - 1) < 0.11, "\(mean)")
  }

  @Test(arguments: [0, 0.12, 0.5, 0.9, 0.999])
  func effectiveYearsAreTheIntegralOfTheDurationFactor(loss: Double) {
    let terms = Terms(TinyWorld.certain())
    for years in [0.25, 0.5, 1, 3, 20] {
      let steps = 20_000
      var sum = 0.0
      for step in 0..<steps {
        let moment = (Double(step) + 0.5) * years / Double(steps) * SimulationClock.minutesPerYear
        sum += terms.durationFactor(minutes: Int(moment), loss: loss)
      }
      let expected = sum * years / Double(steps)
      let found = TypicalExits.effectiveYears(years, loss: loss, free: 0.5)
      #expect(abs(found - expected) < 1e-3 * max(1, expected), "\(years) years, \(loss)")
    }
  }

  /// Times away of days and of thousands of years: who of those away returns within the run follows from
  /// exits and the chance to be away for so long, whether all of them are drawn or only those who return.
  @Test(arguments: [(shape: 0.5, scaleDays: 3_650.0), (0.2, 36_500), (0.1, 36_500)])
  func pastLeaversReturnAsOftenAsTheTimeAwaySays(shape: Double, scaleDays: Double) {
    let clients = 400
    let scenario = world(clients) {
      for index in $0.outflow.rates.indices { $0.outflow.rates[index].otherPerYear = 2 }
      $0.population.initialDurationYears = -1
      $0.population.motivationSpread = 0
      $0.outflow.relapseShare = 1
      $0.outflow.relapseShape = shape
      $0.outflow.relapseScaleDays = scaleDays
    }
    let simulation = Simulation(scenario, seed: 1, replication: 0)
    // The run is of 365 days; the chance to be away for longer is that of the Weibull distribution.
    let chances = (0..<3_650).map { step in
      Elementary.exp(-Elementary.pow((Double(step) + 0.5) / 10 / scaleDays, shape))
    }
    let expected = 2 * Double(clients) * chances.reduce(0, +) / 10 / SimulationClock.daysPerYear
    let found = Double(simulation.clients.state.all.count - clients)
    #expect(
      abs(found - expected) < 4 * expected.squareRoot(), "\(found) return, expected \(expected)")
  }

  @Test func whoLeftBeforeReturnsAsIfTheRunHadAlwaysGoneOn() {
    // Everybody leaves at 0.5 a year and 40 % return after exactly exponential times of two years, early
    // or late: returns are 0.2 a year per client from the first year on.
    for late in [false, true] {
      let scenario = world(3_000) {
        for index in $0.outflow.rates.indices { $0.outflow.rates[index].otherPerYear = 0.5 }
        $0.outflow.relapseShare = 0.4
        $0.outflow.relapseShape = 1
        $0.outflow.relapseScaleDays = 730.5
        $0.outflow.relapseLateShare = late ? 1 : 0
        $0.outflow.relapseLateYears = 2
      }
      var world = Simulation(scenario, seed: 2, replication: 0)
      world.run(through: 36 * 1_440)
      // 36 days at 0.2 x 3,000 a year: 59.1, with a standard deviation of 7.7.
      #expect(abs(world.observer.entries - 59) < 31, "\(world.observer.entries), late: \(late)")
    }
  }

  /// People a year who leave an initial stock and never return.
  private func leavingForGood(_ world: borrowing Simulation) -> Double {
    var sum = 0.0
    for client in world.clients.state.all where client.inStock {
      let exits = world.terms.typicalExits(of: client)
      let outflow = world.terms.scenario.outflow
      let minutes = -Int(client.spellStart)
      let work =
        exits.work * Double(client.exitFactor)
        * world.terms.durationFactor(minutes: minutes, loss: outflow.durationEffectOnWork)
      let other =
        exits.other * Double(client.otherFactor)
        * world.terms.durationFactor(minutes: minutes, loss: outflow.durationEffectOnOther)
      for (reason, rate) in [(ExitReason.work, work), (.other, other)] {
        let chances = world.terms.chancesOfReturn(after: reason, factor: 1)
        sum += rate * (1 - chances.early - chances.late)
      }
      sum += exits.pension
    }
    return sum
  }

  @Test func nothingDriftsWhenInflowKeepsTheStock() throws {
    // Heterogeneity of both reasons, short spells, duration dependence and returns, without service: the
    // first two years and the ninth and tenth show the same rates and lengths.
    var scenario = world(2_500) {
      $0.population.exitHeterogeneity = 0.8
      $0.population.otherHeterogeneity = 0.6
      $0.population.heterogeneityCorrelation = 0.4
      $0.population.exitFactorCut = 4
      $0.population.motivationSpread = 0.2
      $0.inflow.shortSpellShare = 0.2
      $0.inflow.shortSpellFactor = 5
      $0.inflow.grantedShare = 1
      $0.outflow.durationEffectOnWork = 0.15
      $0.outflow.durationEffectOnOther = 0.05
      $0.outflow.pensionAndDeathPerYear = 0.035
      $0.outflow.relapseShare = 0.4
      $0.outflow.relapseLateShare = 0.2
      for index in $0.outflow.rates.indices {
        $0.outflow.rates[index].workPerYear = 0.2
        $0.outflow.rates[index].otherPerYear = 0.15
      }
    }
    scenario.inflow.applicationsPerYear = leavingForGood(
      Simulation(scenario, seed: 5, replication: 0))
    scenario.time.durationMonths = 120
    let outcome = try #require(try simulate(scenario, seed: 5, replication: 0))
    // Means over months of the series: the first two years against the last two.
    let metrics: [(Metric, Double)] = [
      (.stockClients, 0.06), (.outflowTotal, 0.1), (.outflowWork, 0.15), (.relapse12m, 0.2),
      (.durationOver5y, 0.12), (.durationUnder6m, 0.15), (.inflowReturningShare, 0.15),
    ]
    for (metric, limit) in metrics {
      let mean = { (months: Range<Int>) -> Double in
        months.reduce(0.0) {
          let index = ($1 * Metric.allCases.count + metric.rawValue) * outcome.cellCount
          return $0 + outcome.series[index]
        } / Double(months.count)
      }
      let (early, late) = (mean(0..<24), mean(96..<120))
      #expect(abs(late / early - 1) < limit, "\(metric.id): \(early), \(late)")
    }
  }
}
