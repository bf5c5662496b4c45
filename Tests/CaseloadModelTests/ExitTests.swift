import SimulationKernel
import Testing

@testable import CaseloadModel

/// Exits: each factor on an exit rate against the closed form, with nothing else going on.
@Suite struct ExitTests {
  private static let clients = 3_000
  /// The year of the run, in years of 365.25 days.
  private static let years = 365 / 365.25

  struct Case: Sendable, CustomStringConvertible {
    var description: String
    /// The rate of the closed form, per year.
    var rate: Double
    var adjust: @Sendable (inout Scenario) -> Void
    /// Puts clients in a state that chance would bring.
    var put: @Sendable (inout Simulation, Int) -> Void = { _, _ in }
  }

  static let cases: [Case] = [
    Case(description: "work", rate: 0.5, adjust: { $0.everyGroup { $0.workPerYear = 0.5 } }),
    Case(
      description: "subsidised work", rate: 0.5,
      adjust: { $0.everyGroup { $0.subsidisedPerYear = 0.5 } }),
    Case(description: "other", rate: 0.5, adjust: { $0.everyGroup { $0.otherPerYear = 0.5 } }),
    Case(
      description: "pension and death", rate: 0.5,
      adjust: { $0.outflow.pensionAndDeathPerYear = 0.5 }),
    Case(
      description: "all reasons together", rate: 0.8,
      adjust: {
        $0.everyGroup {
          $0.workPerYear = 0.3
          $0.subsidisedPerYear = 0.1
          $0.otherPerYear = 0.2
        }
        $0.outflow.pensionAndDeathPerYear = 0.2
      }),
    Case(
      description: "a segment's factor on work", rate: 0.25,
      adjust: {
        $0.everyGroup { $0.workPerYear = 0.5 }
        $0.population.segments[0].workFactor = 0.5
      }),
    Case(
      description: "a segment's factor on other exits", rate: 0.25,
      adjust: {
        $0.everyGroup { $0.otherPerYear = 0.5 }
        $0.population.segments[0].otherFactor = 0.5
      }),
    Case(
      description: "a slack labour market", rate: 0.3,
      adjust: {
        $0.everyGroup { $0.workPerYear = 0.5 }
        $0.labourMarket.demandIndex = 0.6
      }),
    // The rising half of a cycle of two years: a mean of 1 + 0.5 x 2 / pi.
    Case(
      description: "a business cycle", rate: 0.5 * (1 + 1 / Double.pi),
      adjust: {
        $0.everyGroup { $0.workPerYear = 0.5 }
        $0.labourMarket.cycleAmplitude = 0.5
        $0.labourMarket.cycleYears = 2
      }),
    Case(
      description: "part-time work", rate: 0.6,
      adjust: {
        $0.everyGroup { $0.workPerYear = 0.3 }
        $0.outflow.partTimeWorkFactor = 2
      }, put: { $0.clients.state[$1].worksPartTime = true }),
    Case(
      description: "the year after a trajectory", rate: 0.6,
      adjust: {
        $0.everyGroup { $0.workPerYear = 0.3 }
        $0.trajectories.instruments = [instrument { $0.workFactorAfter = 2 }]
      },
      put: {
        $0.clients.state[$1].helpFactor = 2
        $0.clients.state[$1].helpUntil = SimulationClock.never
      }),
    Case(
      description: "a running trajectory", rate: 0.1,
      adjust: {
        $0.everyGroup { $0.workPerYear = 0.5 }
        $0.trajectories.instruments = [instrument { $0.lockInFactor = 0.2 }]
      },
      put: {
        $0.clients.service[$1].trajectoryStage = .running
        _ = $0.trajectories.instruments[0].places.arrive(UInt32($1), at: 0)
      }),
    // Barriers halve the exits of everybody; the factor that keeps the mean at 1 undoes it.
    Case(
      description: "a barrier of everybody", rate: 0.5,
      adjust: {
        $0.everyGroup { $0.workPerYear = 0.5 }
        $0.knowledge.attributes[3].barrierShare = 1
        $0.knowledge.attributes[3].workFactor = 0.5
      }),
    Case(
      description: "little motivation", rate: 0.25,
      adjust: {
        $0.everyGroup { $0.workPerYear = 0.5 }
        $0.outflow.motivationEffectOnWork = 1
      }, put: { $0.clients.state[$1].motivation = 0.1 }),
    // From two to three years on benefit, with half lost per doubling beyond half a year: the factor is
    // 1 / (2 t), with a mean of ln(1.5) / 2.
    Case(
      description: "time on benefit", rate: 0.5 * 0.405_465_108_108_164_4 / 2,
      adjust: {
        $0.everyGroup { $0.workPerYear = 0.5 }
        $0.outflow.durationEffectOnWork = 0.5
      }, put: { $0.clients.state[$1].spellStart = -1_051_920 }),
    Case(
      description: "time on benefit, on other exits", rate: 0.5 * 0.405_465_108_108_164_4 / 2,
      adjust: {
        $0.everyGroup { $0.otherPerYear = 0.5 }
        $0.outflow.durationEffectOnOther = 0.5
      }, put: { $0.clients.state[$1].spellStart = -1_051_920 }),
    // Three hours of attention on the first day, with a half-life of half a year and a saturation of
    // three hours: a mean reach of ln(6 / 3.7507) / (2 ln 2) / 0.9993 = 0.3392 over the year.
    Case(
      description: "attention, on work", rate: 0.3 * 1.339_2,
      adjust: {
        $0.everyGroup {
          $0.workPerYear = 0.3
          $0.contactEffectOnWork = 1
        }
        $0.outflow.attention.work.halvingYears = 0
        $0.outflow.contactHalfLifeDays = 182.625
      }, put: attend),
    // A readiness of one width above the peak: exp(-1/2) of the height.
    Case(
      description: "attention by readiness, on work", rate: 0.3 * (1 + 2 * 0.606_53 * 0.339_2),
      adjust: {
        $0.everyGroup {
          $0.workPerYear = 0.3
          $0.contactEffectOnWork = -1
        }
        $0.outflow.attention.work = AttentionEffect(
          height: 2, peak: 0.5, widthBelow: 0.1, widthAbove: 0.25)
        $0.outflow.contactHalfLifeDays = 182.625
      },
      put: {
        $0.setReadiness($1, 0.75)
        attend(&$0, $1)
      }),
    Case(
      description: "attention, on other exits", rate: 0.3 * 1.339_2,
      adjust: {
        $0.everyGroup {
          $0.otherPerYear = 0.3
          $0.contactEffectOnOther = 1
        }
        $0.outflow.contactHalfLifeDays = 182.625
      }, put: attend),
  ]

  /// Three hours of attention, now, by an average worker.
  private static func attend(_ world: inout Simulation, _ client: Int) {
    world.clients.attention[client] = ClientAttention()
    world.clients.attention[client].add(3, skill: 1, left: 0, at: world.clock.now)
  }

  private static func instrument(_ adjust: (inout Instrument) -> Void) -> Instrument {
    var instrument = Instrument(
      name: "course", fromGroup: "care", toGroup: "work", proposalShare: 0, places: clients)
    adjust(&instrument)
    return instrument
  }

  /// Clients whom nobody serves, without differences between them.
  private static func unattended() -> Scenario {
    var scenario = TinyWorld.certain()
    scenario.population.clients = clients
    scenario.staffing.fte = 0
    scenario.outflow.durationEffectOnWork = 0
    scenario.everyGroup {
      $0.contactEffectOnWork = 0
      $0.contactEffectOnOther = 0
    }
    for index in scenario.knowledge.attributes.indices {
      scenario.knowledge.attributes[index].workFactor = 1
    }
    return scenario
  }

  /// The part of the stock that leaves within the year.
  private static func leaving(
    _ scenario: Scenario, _ put: (inout Simulation, Int) -> Void = { _, _ in }
  ) -> Double {
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<clients { put(&world, client) }
    world.run(through: 365 * 1_440)
    #expect(world.violation == nil)
    return Double(world.observer.exits) / Double(clients)
  }

  @Test(arguments: cases)
  func theShareThatLeavesFollowsFromTheRate(example: Case) {
    var scenario = Self.unattended()
    example.adjust(&scenario)
    let found = Self.leaving(scenario, example.put)
    let expected = 1 - Elementary.exp(-example.rate * Self.years)
    let error = (expected * (1 - expected) / Double(Self.clients)).squareRoot()
    #expect(abs(found - expected) < 4 * error, "\(found) leave, expected \(expected)")
  }

  @Test func differencesBetweenClientsLeaveFewerExitsThanTheMeanRate() {
    var scenario = Self.unattended()
    scenario.everyGroup { $0.workPerYear = 0.5 }
    scenario.population.exitHeterogeneity = 1
    scenario.population.exitFactorCut = 100
    // A factor with the unit exponential distribution: 1 - 1 / (1 + r).
    let rate = 0.5 * Self.years
    #expect(abs(Self.leaving(scenario) - rate / (1 + rate)) < 0.034)
    scenario.population.exitFactorCut = 1
    // Cut at 1 the mean of 1 - exp(-r x) is smaller still: (1 - exp(-1 - r)) r / (1 + r).
    let cut = rate / (1 + rate) * (1 - Elementary.exp(-1 - rate))
    #expect(abs(Self.leaving(scenario) - cut) < 0.032)
  }

  @Test func differencesBetweenClientsHoldForOtherExitsToo() {
    var scenario = Self.unattended()
    scenario.everyGroup { $0.otherPerYear = 0.5 }
    scenario.population.otherHeterogeneity = 1
    scenario.population.exitFactorCut = 100
    let rate = 0.5 * Self.years
    for correlation in [0, 0.5, 1] {
      scenario.population.heterogeneityCorrelation = correlation
      #expect(abs(Self.leaving(scenario) - rate / (1 + rate)) < 0.034, "\(correlation)")
    }
  }

  @Test func placementsCountAsSubsidisedOrRegularWork() {
    for isSubsidised in [false, true] {
      var scenario = Self.unattended()
      scenario.population.clients = 1
      scenario.trajectories.instruments = [
        Self.instrument {
          $0.isSubsidised = isSubsidised
          $0.placementShare = 1
        }
      ]
      var world = Simulation(scenario, seed: 1, replication: 0)
      world.run(through: 1_440)
      world.clients.service[0].trajectoryStage = .running
      world.clients.service[0].trajectoryEnd = .success
      _ = world.trajectories.instruments[0].places.arrive(0, at: Double(world.clock.now))
      world.endTrajectory(0)
      #expect(!world.clients.state[0].inStock)
      let isComplete = world.run(isCancelled: { false })
      #expect(isComplete)
      let regular = world.outcome[.outflowWork, 0]
      let subsidised = world.outcome[.outflowSubsidised, 0]
      #expect((subsidised > 0) == isSubsidised)
      #expect((regular > 0) == !isSubsidised)
      #expect(world.outcome[.trajectoryPlacements, 0] > 0)
    }
  }

  /// Whoever is told apart from exits by the bound of the present would not have left by the rates.
  @Test func noRateReachesTheBoundOfThePresent() {
    var world = Simulation(TinyWorld.small(), seed: 5, replication: 0)
    var near = 0
    for day in [30, 200, 500] {
      world.run(through: TinyWorld.minute(day: day, 12, 0))
      for client in world.clients.state.indices where world.clients.state[client].inStock {
        world.advanceTruth(client)
        let bound = world.terms.presentExitBound(
          of: world.clients.state[client], at: world.clock.now)
        #expect(world.exitReason(client, at: bound) == nil)
        if world.exitReason(client, at: bound / 4) != nil { near += 1 }
      }
    }
    // A bound that nobody comes near would tell nothing.
    #expect(near > 10)
  }

  /// The table of what time on benefit leaves lies above the closed form, and meets it at each doubling.
  @Test func theTableOfTimeOnBenefitBoundsTheClosedForm() {
    let table = DurationCeilings(loss: 0.2)
    for step in 0..<400 {
      let times = 0.01 * Double(step * step)
      let factor = DurationLoss.factor(after: times, loss: 0.2)
      let highest = table.highest(after: times)
      #expect(factor <= highest * (1 + 1e-12))
      #expect(factor >= highest * 0.8 * (1 - 1e-12))
    }
    #expect(abs(table.highest(after: 8) - 0.512) < 1e-12)
    #expect(DurationCeilings(loss: 0.2).highest(after: .infinity) < 0.001)
    #expect(DurationCeilings(loss: 1).highest(after: 4) == 0)
  }
}

extension Scenario {
  /// Changes the exit rates of all groups.
  fileprivate mutating func everyGroup(_ adjust: (inout ExitRates) -> Void) {
    for index in outflow.rates.indices { adjust(&outflow.rates[index]) }
  }
}
