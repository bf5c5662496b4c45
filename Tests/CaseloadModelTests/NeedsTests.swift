import SimulationKernel
import Testing

@testable import CaseloadModel

/// Needs for support: they come and go with barriers, are known or not, and are met by instruments.
@Suite struct NeedsTests {
  private static let debt = 3

  /// One client with a need for support with debts, and one instrument.
  private func world(
    removes barrier: String = "", _ adjust: (inout Scenario) -> Void = { _ in }
  ) -> Simulation {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1
    for index in scenario.knowledge.attributes.indices {
      scenario.knowledge.attributes[index].barrierShare = 0
    }
    scenario.trajectories.instruments = [
      Instrument(
        name: "help", fromGroup: "care", toGroup: "work", proposalShare: 0, places: 1,
        removesBarrier: barrier)
    ]
    adjust(&scenario)
    var world = Simulation(scenario, seed: 1, replication: 0)
    for attribute in 0..<world.knowledge.attributeCount {
      world.knowledge.records[attribute].loseRegister()
      world.knowledge.records[attribute].loseNotes()
    }
    world.knowledge.setBarrier(client: 0, attribute: Self.debt, true, isNeed: true)
    return world
  }

  @Test func aNeedIsKnownWhenWhatIsHeldIsTrueOrTheClientAsked() {
    var world = world()
    #expect(world.supportGap(0) == .unknown)
    // A mistaken item tells nothing.
    world.knowledge.record(
      client: 0, attribute: Self.debt, at: 0, accuracy: 1, isCorrect: false)
    #expect(world.supportGap(0) == .unknown)
    world.knowledge.record(client: 0, attribute: Self.debt, at: 0, accuracy: 1, isCorrect: true)
    #expect(world.supportGap(0) == .notOffered)
    // The truth changes: nobody knows of the new one.
    world.knowledge.change(client: 0, attribute: Self.debt)
    #expect(world.supportGap(0) == .unknown)
    world.knowledge.records[Self.debt].isTold = true
    #expect(world.supportGap(0) == .notOffered)
    // With the barrier the need is gone, and with it what was told.
    world.knowledge.setBarrier(client: 0, attribute: Self.debt, false)
    #expect(world.supportGap(0) == .none)
    world.knowledge.setBarrier(client: 0, attribute: Self.debt, true, isNeed: true)
    #expect(world.supportGap(0) == .unknown)
  }

  @Test func whatOnlyNotesHoldIsKnownUntilItIsForgotten() {
    var world = world()
    world.knowledge.observe(
      client: 0, attribute: Self.debt, at: 0, accuracy: 1, isCorrect: true, fading: 1.0 / 1_440,
      forgetting: 0.5)
    #expect(world.supportGap(0) == .notOffered)
    // exp(-1) is less than the half that must be left.
    world.clock.now = 1_440
    #expect(world.supportGap(0) == .unknown)
  }

  @Test func whatIsLeftHasToBeMoreThanTheLimit() {
    // After 52,147 minutes at this rate exactly 1 − 2⁻¹⁶ is left, the highest limit there is.
    let fading = 0x1.41bb52p-32
    var world = world()
    #expect(world.knowledge.faded(fading * 52_147) == 65_535.0 / 65_536)
    for (age, isKnown) in [(52_146, true), (52_147, false)] {
      world.knowledge.records[Self.debt].loseRegister()
      world.knowledge.observe(
        client: 0, attribute: Self.debt, at: 0, accuracy: 1, isCorrect: true, fading: fading,
        forgetting: 1)
      world.clock.now = age
      #expect(world.supportGap(0) == (isKnown ? .notOffered : .unknown), "\(age) minutes")
      #expect((world.knowledge.level(ofClient: 0, at: age).accuracy > 0) == isKnown)
      world.knowledge.registerWhatIsRemembered(client: 0, attribute: Self.debt, at: age)
      #expect(world.knowledge.records[Self.debt].isRegistered == isKnown)
      #expect(isKnown || !world.knowledge.records[Self.debt].isNoted)
    }
  }

  @Test func aClientWhoAsksTellsOfNeeds() {
    for (share, expected) in [(0.0, SupportGap.unknown), (1, .notOffered)] {
      var world = world { $0.knowledge.toldAtRequestShare = share }
      var draws = RandomStream(seed: 1, replication: 0, purpose: 1, entity: 1)
      world.tellNeeds(0, using: &draws)
      #expect(world.supportGap(0) == expected)
    }
  }

  @Test func supportComesFromOfferToPlaceToStart() {
    for (barrier, isServed) in [("", true), ("debt", true), ("housing", false)] {
      var world = world(removes: barrier)
      world.clients.service[0].instrument = 0
      let stages: [(TrajectoryStage, SupportGap)] = [
        (.requested, .waiting), (.pending, .waiting), (.waiting, .noPlace), (.running, .none),
      ]
      for (stage, gap) in stages {
        world.clients.service[0].trajectoryStage = stage
        #expect(world.supportGap(0) == (isServed ? gap : .unknown), "\(barrier), \(stage)")
      }
      world.clients.service[0].trajectoryStage = .none
      #expect(world.supportGap(0) == .unknown)
      world.endNeeds(0, servedBy: 0)
      #expect(world.supportGap(0) == (isServed ? .none : .unknown))
    }
  }

  @Test func anInstrumentServesTheBarrierThatItRemovesOrAll() {
    let names = TinyWorld.certain().knowledge.attributes.map(\.name)
    for (place, name) in ([""] + names).enumerated() {
      let world = world(removes: name)
      // The first attribute is one too.
      for attribute in names.indices {
        let serves = world.trajectories.serves(attribute, by: 0)
        #expect(serves == (place == 0 || attribute == place - 1), "\(name), \(attribute)")
      }
    }
  }

  @Test func anOfferThatCannotBePaidIsNoPlace() {
    // The year's budget is there in proportion to the days of the year that lie in the run.
    for (budget, isDenied) in [(999.0, true), (1_100, false)] {
      var world = world {
        $0.trajectories.instruments[0].proposalShare = 1
        $0.trajectories.instruments[0].priceEuro = 1_000
        $0.trajectories.instruments[0].budgetPerYearEuro = budget
      }
      world.considerInstrument(0, worker: 0)
      #expect((world.clients.state[0].deniedInstrument == 0) == isDenied)
      #expect(world.supportGap(0) == (isDenied ? .noPlace : .waiting))
    }
  }

  @Test func aRefusalCountsWhileThereIsNoMoneyAndForWhatItWouldHaveServed() {
    let names = TinyWorld.certain().knowledge.attributes.map(\.name)
    var world = world(removes: names[Self.debt]) {
      $0.time.start = CivilDate(year: 2010, month: 7, day: 1) ?? $0.time.start
      $0.trajectories.instruments[0].proposalShare = 1
      $0.trajectories.instruments[0].priceEuro = 1_000
      $0.trajectories.instruments[0].budgetPerYearEuro = 1_100
    }
    // Half a year is left, with half of the money.
    world.considerInstrument(0, worker: 0)
    #expect(world.supportGap(0) == .noPlace)
    world.clock.now = 185 * SimulationClock.minutesPerDay
    #expect(world.supportGap(0) == .unknown)
    // A need that the refused instrument would not serve.
    world.clock.now = 0
    world.endNeeds(0, servedBy: 0)
    let other = Self.debt == 1 ? 2 : 1
    world.knowledge.setBarrier(client: 0, attribute: other, true, isNeed: true)
    #expect(world.supportGap(0) == .unknown)
  }

  @Test func aKnownNeedMayBringAnOffer() {
    for (offer, isKnown, expected) in [
      (1.0, true, TrajectoryStage.requested), (1, false, .none), (0, true, .none),
    ] {
      var world = world { $0.trajectories.offerShareForNeed = offer }
      world.knowledge.records[Self.debt].isTold = isKnown
      world.considerInstrument(0, worker: 0)
      #expect(world.clients.service[0].trajectoryStage == expected)
    }
  }

  @Test func needsHaveTheirShareAndComeAndGoWithBarriers() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 2_000
    for index in scenario.knowledge.attributes.indices {
      scenario.knowledge.attributes[index].barrierShare = index == 1 ? 0.5 : 0
      scenario.knowledge.attributes[index].supportShare = 0.4
      scenario.knowledge.attributes[index].changesPerYear = index == 1 ? 4 : 0
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    let count = world.knowledge.attributeCount
    var before: [Bool] = []
    for year in 0..<2 {
      world.clock.now = year * 525_600
      var barriers = 0
      var needs: [Bool] = []
      for client in 0..<2_000 {
        world.advanceTruth(client)
        let record = world.knowledge.records[client * count + 1]
        if record.isBarrier { barriers += 1 }
        #expect(record.isBarrier || !record.isNeed)
        needs.append(record.isNeed)
      }
      // Standard errors of 1.1 and 0.9 points.
      #expect(abs(Double(barriers) / 2_000 - 0.5) < 0.045)
      #expect(abs(Double(needs.count { $0 }) / 2_000 - 0.2) < 0.036)
      if year == 1 {
        // After a year of four changes hardly anything is left of the first draw: a fifth of those with a
        // need have one again.
        let again = zip(before, needs).count { $0 && $1 }
        #expect(abs(Double(again) / Double(before.count { $0 }) - 0.215) < 0.085)
      }
      before = needs
    }
  }

  @Test func thePartsAddUpToTheWhole() {
    var scenario = TinyWorld.small(clients: 400, fte: 3)
    scenario.time.warmUpMonths = 3
    scenario.time.durationMonths = 6
    var world = Simulation(scenario, seed: 2, replication: 0)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    let outcome = world.outcome
    let parts: [Metric] = [.unmetUnknown, .unmetNotOffered, .unmetNoPlace, .unmetWaiting]
    for group in 0...3 {
      let sum = parts.map { outcome[$0, group] }.reduce(0, +)
      #expect(abs(sum - outcome[.serviceUnmet, group]) < 1e-12)
    }
    #expect((0.1...0.9).contains(outcome[.serviceUnmet, 0]))
  }
}
