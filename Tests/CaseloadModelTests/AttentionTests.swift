import SimulationKernel
import Testing

@testable import CaseloadModel

/// The stock of attention: what talks add to it, how it fades and what it comes to, by hand.
@Suite struct AttentionTests {
  /// One worker, one client on benefit of whom nothing is known, and attention that is felt.
  private static func world(_ adjust: (inout Scenario) -> Void = { _ in }) -> Simulation {
    var scenario = TinyWorld.certain()
    scenario.outflow.attention.work.height = 1
    scenario.outflow.attention.work.halvingYears = 0
    scenario.outflow.attention.knowledgeWeight = 0
    adjust(&scenario)
    var world = Simulation(scenario, seed: 1, replication: 0)
    _ = world.admit(streamID: 7)
    return world
  }

  struct TalkCase: Sendable {
    var talk: Talk
    var stock: Double
  }

  static let talks: [TalkCase] = [
    TalkCase(talk: Talk(yield: 1, minutes: 60), stock: 1),
    TalkCase(talk: Talk(yield: 0.6, minutes: 60), stock: 0.6),
    // The square root of a quarter of an hour, and of four hours.
    TalkCase(talk: Talk(yield: 1, minutes: 15), stock: 0.5),
    TalkCase(talk: Talk(yield: 1, minutes: 240), stock: 2),
    TalkCase(talk: Talk(yield: 1, minutes: 60, isByClient: true), stock: 0.3),
    TalkCase(talk: Talk(yield: 1, minutes: 60, checksAgreement: true), stock: 1.3),
    TalkCase(talk: Talk(yield: 0.6, minutes: 15, isByClient: true), stock: 0.09),
    TalkCase(talk: Talk(yield: 0, minutes: 60), stock: 0),
    TalkCase(talk: Talk(yield: 1, minutes: 0), stock: 0),
  ]

  @Test(arguments: talks)
  func aFirstTalkAddsWhatItsModeLengthAndInitiativeSay(example: TalkCase) {
    var world = Self.world { $0.outflow.attention.lengthExponent = 0.5 }
    world.attend(to: 0, example.talk, by: 0)
    #expect(abs(Double(world.clients.attention[0].stock) - example.stock) < 1e-6)
    #expect(world.clients.attention[0].talks == 1)
  }

  @Test func theFirstTalksAddMost() {
    let terms = AttentionTerms(TinyWorld.certain())
    // Half, plus a half that loses a tenth with each talk.
    for (number, factor) in [(1, 1.0), (2, 0.95), (3, 0.905), (10, 0.693_71), (1_000, 0.5)] {
      #expect(abs(terms.repetition(number) - factor) < 1e-5, "talk \(number)")
    }
    var scenario = Scenario()
    scenario.outflow.attention.repeatFactor = 0
    scenario.outflow.attention.repeatFloor = 0.2
    #expect(AttentionTerms(scenario).repetition(1) == 1)
    #expect(AttentionTerms(scenario).repetition(2) == 0.2)
    scenario.outflow.attention.repeatFactor = 1
    #expect(AttentionTerms(scenario).repetition(50) == 1)
  }

  @Test func aSessionInAGroupIsNoTalkOfTheSpell() {
    var world = Self.world()
    world.attend(to: 0, Talk(yield: 0.1, minutes: 60, isTwoWay: false), by: 0)
    #expect(world.clients.attention[0].talks == 0)
    #expect(abs(world.clients.attention[0].stock - 0.1) < 1e-6)
  }

  @Test func whatIsNotKnownCostsHalfOfATalk() {
    var world = Self.world { $0.outflow.attention.knowledgeWeight = 0.5 }
    world.attend(to: 0, Talk(yield: 1, minutes: 60), by: 0)
    #expect(abs(world.clients.attention[0].stock - 0.5) < 1e-6)
    // After the intake the worker's notes hold all of it, and nobody else does.
    world.run(through: TinyWorld.minute(day: 14, 18, 0))
    #expect(world.clients.service[0].intakeDone)
    world.knowledge.loseNotes(client: 0)
    let known = world.knowledge.level(ofClient: 0, at: world.clock.now)
    #expect(known.currency == 1, "the register holds all that was learned")
    for (hasNotes, stock) in [(true, 1.0), (false, 0.5)] {
      world.clients.attention[0] = ClientAttention()
      for attribute in 0..<world.knowledge.attributeCount {
        world.knowledge.records[attribute].loseRegister()
        world.knowledge.observe(
          client: 0, attribute: attribute, at: world.clock.now, accuracy: 1, isCorrect: true,
          fading: 0, forgetting: 0.5)
      }
      world.attend(to: 0, Talk(yield: 1, minutes: 60, hasNotes: hasNotes), by: 0)
      #expect(abs(Double(world.clients.attention[0].stock) - stock) < 1e-5, "\(hasNotes)")
    }
  }

  @Test func theStockHalvesWithTheHalfLifeAndItsEffectSaturates() {
    var world = Self.world { $0.outflow.attention.repeatFloor = 1 }
    for _ in 0..<3 { world.attend(to: 0, Talk(yield: 1, minutes: 60), by: 0) }
    // Three hours against a saturation of three.
    #expect(abs(world.attentionReach(0) - 0.5) < 1e-6)
    world.clock.now = 60 * 1_440
    #expect(abs(world.attentionReach(0) - 1.5 / 4.5) < 1e-6)
    world.attend(to: 0, Talk(yield: 1, minutes: 60), by: 0)
    #expect(abs(world.clients.attention[0].stock - 2.5) < 1e-6)
    world.clock.now = 180 * 1_440
    #expect(abs(world.attentionReach(0) - 0.625 / 3.625) < 1e-6)
  }

  @Test func regularTalksKeepUpAStockInProportionToTheirNumber() {
    // Talks a year times the mean life of attention: 60 days / ln 2 = 86.56 days = 0.237 years.
    for (days, mean) in [(14, 6.183), (91, 0.951_2)] {
      var world = Self.world { $0.outflow.attention.repeatFloor = 1 }
      var sum = 0.0
      for day in 0..<(days * 100) {
        world.clock.now = day * 1_440
        if day % days == 0 { world.attend(to: 0, Talk(yield: 1, minutes: 60), by: 0) }
        guard day >= days * 50 else { continue }
        let attention = world.clients.attention[0]
        let age = world.clock.now - Int(attention.minute) + 720
        sum += Double(attention.stock) * world.terms.attention.left(after: age)
      }
      #expect(abs(sum / Double(days * 50) / mean - 1) < 1e-3, "every \(days) days")
    }
  }

  @Test func aNewSpellBeginsWithoutAttention() {
    var world = Self.world { $0.outflow.relapseShare = 1 }
    world.attend(to: 0, Talk(yield: 1, minutes: 60), by: 0)
    world.leaveStock(0, .other)
    world.returnToStock(0)
    #expect(world.clients.attention[0].stock == 0 && world.clients.attention[0].talks == 0)
  }

  @Test func aPlannedTalkCountsItsOwnLengthAndNotItsPreparation() {
    // The intake takes 90 minutes and 15 of preparation.
    var world = Self.world { $0.outflow.attention.lengthExponent = 1 }
    world.run(through: TinyWorld.minute(day: 14, 18, 0))
    #expect(world.clients.service[0].intakeDone)
    let attention = world.clients.attention[0]
    #expect(attention.talks == 1)
    #expect(abs(attention.stock - 1.5) < 1e-6)
    // The second talk, of an hour, is the second and comes back to the agreement of the first.
    let before = Double(attention.stock)
    while world.clients.attention[0].talks < 2, world.step() {}
    let age = world.clock.now - Int(attention.minute)
    let left = before * world.terms.attention.left(after: age)
    #expect(abs(Double(world.clients.attention[0].stock) - (left + 0.95 * 1.3)) < 1e-5)
  }

  @Test func anAnswerToAQuestionIsAShortTalkThatTheClientBegan() {
    var world = Self.world { $0.outflow.attention.lengthExponent = 1 }
    world.run(through: TinyWorld.minute(day: 14, 18, 0))
    let before = world.clients.attention[0]
    let start = world.clock.now
    world.completeRequest(0, worker: 0, minutes: 15, isDelegated: false)
    let left = Double(before.stock) * world.terms.attention.left(after: start - Int(before.minute))
    // A quarter of an hour by phone, at 0.6 and 0.3, as the second talk.
    let found = Double(world.clients.attention[0].stock) - left
    #expect(abs(found - 0.25 * 0.6 * 0.3 * 0.95) < 1e-5)
  }

  @Test func theInitialStockHasTheAttentionOfRegularTalks() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 40
    scenario.outflow.attention.work.height = 1
    scenario.outflow.attention.repeatFloor = 1
    var world = Simulation(scenario, seed: 3, replication: 0)
    for client in 0..<40 {
      let interval = world.contactInterval(client)
      var moment = Double(-world.clients.service[client].lastContact)
      let time = Double(-world.clients.state[client].spellStart)
      var stock = 0.0
      var talks = 0
      while moment < time {
        stock += Elementary.exp(-world.terms.attention.fading * moment)
        moment += interval
        talks += 1
      }
      #expect(abs(Double(world.clients.attention[client].stock) - stock) < 1e-4, "\(client)")
      #expect(Int(world.clients.attention[client].talks) == talks, "\(client)")
    }
  }

  @Test func withoutEffectAttentionChangesNoBit() throws {
    var scenario = TinyWorld.small(clients: 300, fte: 3)
    scenario.outflow.attention.work.height = 0
    scenario.outflow.attention.other.height = 0
    scenario.outflow.attention.partTime.height = 0
    scenario.population.readinessGainPerContact = 0
    scenario.outflow.atContact.changesPerYear = 0
    scenario.outflow.atContact.referralShare = 0
    var other = scenario
    other.outflow.contactHalfLifeDays = 5
    other.outflow.attention.saturation = 0.1
    other.outflow.attention.clientInitiative = 2
    other.staffing.skillSpreadExits = 0
    let plain = try #require(try simulate(scenario, seed: 1, replication: 0))
    let without = try #require(try simulate(other, seed: 1, replication: 0))
    #expect(plain.values.map(\.bitPattern) == without.values.map(\.bitPattern))
  }
}
