import SimulationKernel
import Testing

@testable import CaseloadModel

/// Diagnosis at the intake: with and without an instrument, purchased, announced; and what follows.
@Suite struct DiagnosisTests {
  /// A world with one client, at the end of the intake on Tuesday at the given time.
  private func afterIntake(
    _ hour: Int, _ minute: Int, _ adjust: (inout Scenario) -> Void
  ) -> Simulation {
    var scenario = TinyWorld.certain()
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 3_000
    }
    adjust(&scenario)
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    precondition(client == 0)
    world.run(through: TinyWorld.minute(day: 1, hour, minute) - 1)
    #expect(!world.clients.service[0].intakeDone)
    world.run(through: TinyWorld.minute(day: 1, hour, minute))
    #expect(world.clients.service[0].intakeDone)
    return world
  }

  @Test func anInstrumentTakesItsTimeAndObservesBetter() {
    // 15 minutes of preparation, 90 of talk and 45 of the instrument: 08:30 to 11:00.
    let tested = afterIntake(11, 0) {
      $0.diagnosis.toolShare = 1
      $0.diagnosis.toolMinutes = 45
      $0.diagnosis.accuracyWithTool = 0.75
      $0.diagnosis.accuracyWithoutTool = 0.5
    }
    let better = tested.knowledge.level(ofClient: 0, at: tested.clock.now)
    #expect(abs(better.currency - tested.accuracyOfFirstIntake(0, full: 0.75)) < 1e-6)
    let untested = afterIntake(10, 15) { $0.diagnosis.accuracyWithoutTool = 0.5 }
    let worse = untested.knowledge.level(ofClient: 0, at: untested.clock.now)
    #expect(abs(worse.currency - untested.accuracyOfFirstIntake(0, full: 0.5)) < 1e-6)
  }

  @Test(arguments: DiagnosisStore.allCases)
  func theResultOfAnInstrumentStaysWhereItIsStored(store: DiagnosisStore) {
    let world = afterIntake(11, 0) {
      $0.diagnosis.toolShare = 1
      $0.diagnosis.toolMinutes = 45
      $0.diagnosis.toolStore = store
      $0.diagnosis.accuracyWithTool = 0.75
      $0.diagnosis.accuracyWithoutTool = 0.5
    }
    let level = world.knowledge.level(ofClient: 0, at: world.clock.now)
    // Elsewhere the time is spent and nothing is gained by it.
    let accuracy = world.accuracyOfFirstIntake(0, full: store == .elsewhere ? 0.5 : 0.75)
    #expect(abs(level.currency - accuracy) < 1e-6)
    #expect(abs(level.privateOnly - (store == .register ? 0 : level.currency)) < 1e-12)
  }

  @Test func healthIsHarderToJudgeWithoutExpertise() {
    // Both health attributes (2 of 8.5 in weight) are barriers of everybody and seen half as well.
    let world = afterIntake(10, 15) {
      $0.diagnosis.healthAccuracyFactor = 0.5
      for index in [1, 2] { $0.knowledge.attributes[index].barrierShare = 1 }
    }
    let level = world.knowledge.level(ofClient: 0, at: world.clock.now)
    #expect(abs(level.currency - (1 - 0.5 * 2 / 8.5)) < 1e-6)
  }

  @Test func purchasedExpertiseReturnsLaterAtItsPrice() {
    var world = afterIntake(10, 15) {
      $0.diagnosis.healthAccuracyFactor = 0
      for index in [1, 2] { $0.knowledge.attributes[index].barrierShare = 1 }
      $0.diagnosis.purchasedShare = 1
      $0.diagnosis.purchasedDelayDays = 42
      $0.diagnosis.purchasedPriceEuro = 600
      $0.diagnosis.purchasedAccuracy = 1
    }
    let returned = TinyWorld.minute(day: 43, 10, 15)
    world.run(through: returned - 1)
    let before = world.knowledge.level(ofClient: 0, at: world.clock.now)
    #expect(abs(before.currency - 6.5 / 8.5) < 1e-6)
    world.run(through: returned)
    let after = world.knowledge.level(ofClient: 0, at: world.clock.now)
    #expect(abs(after.currency - 1) < 1e-6)
    #expect(abs(after.accuracy - 1) < 1e-12)
    // It goes to the register, not to the worker's notes.
    #expect(after.privateOnly == 0)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    let cost = world.outcome[.costInstruments, 0]
    #expect(abs(cost - 600 * 365.25 / 365) < 1e-6)
  }

  @Test func anAnnouncementSavesTimeAtTheIntake() {
    var scenario = TinyWorld.certain()
    scenario.inflow.announcedMinutesSaved = 30
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.clients.state[client].isAnnounced = true
    // 15 minutes of preparation and 60 in place of 90 of talk.
    world.run(through: TinyWorld.minute(day: 1, 9, 44))
    #expect(!world.clients.service[client].intakeDone)
    world.run(through: TinyWorld.minute(day: 1, 9, 45))
    #expect(world.clients.service[client].intakeDone)
  }

  @Test(arguments: [false, true])
  func theGroupIsJudgedAnewAtContactsOrAtTheIntakeAlone(isJudgedAnew: Bool) {
    var world = afterIntake(10, 15) {
      $0.diagnosis.reclassifyAtContacts = isJudgedAnew
      for index in $0.service.norms.indices { $0.service.norms[index].intervalDays = 28 }
    }
    let atIntake = world.clients.service[0].believedGroup
    #expect(atIntake == world.clients.state[0].trueGroup)
    // The client rises or falls to the other end of the scale, and is seen again on day 29.
    world.setReadiness(0, atIntake == 2 ? 0 : 1)
    let truth = world.clients.state[0].trueGroup
    #expect(truth != atIntake)
    world.run(through: TinyWorld.minute(day: 29, 9, 45))
    #expect(world.clients.service[0].contactsAfterIntake == 1)
    #expect(world.clients.service[0].believedGroup == (isJudgedAnew ? truth : atIntake))
  }

  @Test func aWrongJudgementPutsAClientInANeighbouringGroup() {
    var scenario = TinyWorld.certain()
    scenario.diagnosis.accuracyWithoutTool = 0
    scenario.staffing.fte = 20
    var world = Simulation(scenario, seed: 1, replication: 0)
    for streamID in 1...60 { _ = world.admit(streamID: UInt64(streamID)) }
    world.run(through: TinyWorld.minute(day: 3, 17, 0))
    var moves: Set<Int> = []
    for client in 0..<60 {
      #expect(world.clients.service[client].intakeDone)
      let truth = Int(world.clients.state[client].trueGroup)
      moves.insert(Int(world.clients.service[client].believedGroup) - truth)
    }
    // One group too low or one too high, both of them, and never right.
    #expect(moves == [-1, 1])
  }

  @Test func aSkilledWorkerLearnsMoreOfATalk() {
    for (skill, expected) in [(0.5, 0.4), (1, 0.6), (1.5, 0.8)] {
      var scenario = TinyWorld.certain()
      scenario.population.clients = 120
      var world = Simulation(scenario, seed: 1, replication: 0)
      world.staff.workers[0].skill = skill
      world.clock.now = 1
      for client in 0..<120 {
        for attribute in 0..<8 { world.knowledge.lapse(client: client, attribute: attribute) }
        var draws = world.stream(.contactYield, UInt64(client))
        world.learn(about: client, worker: 0, information: 0.6, accuracy: 1, using: &draws)
      }
      let held = world.knowledge.records.all.count { $0.isNoted }
      // 960 items; a standard deviation of at most 15. Where 0.4 is left to certainty, skill reaches
      // as far to either side: the mean over workers stays 0.6.
      #expect(abs(Double(held) - 960 * expected) < 62, "skill \(skill): \(held) items")
    }
  }
}
