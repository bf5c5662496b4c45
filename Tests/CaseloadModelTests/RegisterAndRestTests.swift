import SimulationKernel
import Testing

@testable import CaseloadModel

/// What reaches the register, and whom the rest policy leaves alone.
@Suite struct RegisterAndRestTests {
  private static let clients = 400

  /// Every attribute of everybody has just been observed; one contact of each client is registered.
  private func registered(_ adjust: (inout Scenario, inout Double, inout Bool) -> Void) -> Double {
    var scenario = TinyWorld.certain()
    scenario.population.clients = Self.clients
    scenario.knowledge.registrationCompleteness = 0.8
    var backlog = 0.0
    var isAudited = false
    adjust(&scenario, &backlog, &isAudited)
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.clock.now = 1_440
    world.staff.workers[0].backlog = backlog
    if isAudited { world.audits.takePlace(under: world.terms, on: &world.clock) }
    for client in 0..<Self.clients {
      for attribute in 0..<world.knowledge.attributeCount {
        world.knowledge.observe(
          client: client, attribute: attribute, at: world.clock.now, accuracy: 1, isCorrect: true,
          fading: 0, forgetting: 1)
      }
      world.completeRegistration(client, worker: 0)
    }
    let count = world.knowledge.records.all.count {
      $0.isRegistered && $0.registerMinute == 1_440
    }
    return Double(count) / Double(world.knowledge.records.all.count)
  }

  @Test func completenessFollowsDisciplineSystemPressureAndAudits() {
    // 3,200 items: a standard error of at most 0.009.
    #expect(abs(registered { _, _, _ in } - 0.8) < 0.036)
    #expect(
      abs(registered { scenario, _, _ in scenario.knowledge.systemUsability = 0.5 } - 0.4) < 0.036)
    // Two weeks of backlog at a loss of ln(2) a week leave a quarter.
    #expect(
      abs(
        registered { scenario, backlog, _ in
          scenario.knowledge.registrationPressureEffect = 0.693_147_18
          backlog = 10
        } - 0.2) < 0.036)
    // An audit wins back half of the missing fifth.
    #expect(
      abs(
        registered { scenario, _, isAudited in
          scenario.knowledge.auditEffect = 0.5
          isAudited = true
        } - 0.9) < 0.036)
  }

  @Test func registeringTakesItsMinutesAndLeavesLessForTheRest() {
    for minutes in [0.0, 20, 50] {
      var scenario = TinyWorld.certain()
      scenario.service.registrationMinutes = minutes
      var world = Simulation(scenario, seed: 1, replication: 0)
      _ = world.admit(streamID: 7)
      world.run(through: TinyWorld.minute(day: 1, 17, 0))
      // An intake of 105 minutes; no task is shorter than a minute.
      #expect(world.staff.workers[0].minutesWorked == 105 + max(1, Int(minutes)))
    }
  }

  @Test func privateNotesFadeAndTheRegisterStays() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1
    scenario.staffing.fte = 0
    scenario.knowledge.registrationCompleteness = 0
    var world = Simulation(scenario, seed: 1, replication: 0)
    let perMinute = 0.5 / SimulationClock.minutesPerYear
    for attribute in 0..<world.knowledge.attributeCount {
      world.knowledge.observe(
        client: 0, attribute: attribute, at: 0, accuracy: 1, isCorrect: true, fading: perMinute,
        forgetting: 1)
    }
    let after = Int(SimulationClock.minutesPerYear)
    let noted = world.knowledge.level(ofClient: 0, at: after)
    #expect(abs(noted.currency - Elementary.exp(-0.5)) < 1e-7)
    for attribute in 0..<world.knowledge.attributeCount {
      world.knowledge.register(client: 0, attribute: attribute)
    }
    let registered = world.knowledge.level(ofClient: 0, at: after)
    #expect(abs(registered.currency - 1) < 1e-7)
  }

  @Test func aTransferToTheRegisterLosesItsShare() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 0
    scenario.interventions.campaigns = [
      Campaign(name: "inView", date: scenario.time.start.adding(days: 300), transferShare: 0.6)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    let external = world.addWorker(fte: 1, role: world.staff.roles.external, pool: -1, campaign: 1)
    for streamID in 1...200 {
      let client = world.admit(streamID: UInt64(streamID))
      world.unlist(client)
      world.clients.service[client].visitor = Int32(external)
      world.completeContact(client, worker: external, mode: .faceToFace, minutes: 60)
    }
    // 1,600 items at 60 %: a standard deviation of 20; nothing is left in anybody's notes.
    let kept = world.knowledge.records.all.count { $0.isRegistered }
    #expect(abs(kept - 960) < 80)
    let noted = world.knowledge.records.all.count { $0.isNoted }
    #expect(noted == 0)
  }

  // MARK: - Rest

  private func restingWorld(_ adjust: (inout Scenario) -> Void) -> Simulation {
    var scenario = TinyWorld.certain()
    scenario.population.clients = Self.clients
    for index in scenario.service.norms.indices { scenario.service.norms[index].intervalDays = 100 }
    scenario.service.restPolicy.intervalDays = 912
    adjust(&scenario)
    return Simulation(scenario, seed: 1, replication: 0)
  }

  @Test func thePolicyLeavesItsShareOfAGroupAlone() {
    var world = restingWorld { $0.service.norms[0].restShare = 0.5 }
    var atRest = 0
    var inGroup = 0
    for client in 0..<Self.clients {
      let service = world.clients.service[client]
      let days = world.contactInterval(client) / 1_440
      #expect(days == (service.atRest ? 912 : 100))
      if service.believedGroup == 0 { inGroup += 1 }
      if service.atRest {
        atRest += 1
        #expect(service.believedGroup == 0)
      }
    }
    // Of about 160 care clients half, with a standard deviation of 6.3.
    #expect(abs(Double(atRest) - 0.5 * Double(inGroup)) < 26)

    let off = restingWorld {
      $0.service.norms[0].restShare = 0.5
      $0.service.restPolicy.enabled = false
    }
    #expect(!(0..<Self.clients).contains { off.clients.service[$0].atRest })
  }

  @Test func everybodyOf55AndOverRestsButInTheHighestGroup() {
    let world = restingWorld {
      $0.service.restPolicy.restOlderClients = true
      $0.population.olderShare = 0.5
    }
    var older = 0
    for client in 0..<Self.clients {
      let isOlder = world.clients.state[client].isOlder
      if isOlder { older += 1 }
      let isHighest = world.clients.service[client].believedGroup == 2
      #expect(world.clients.service[client].atRest == (isOlder && !isHighest))
    }
    #expect(abs(older - 200) < 40)
  }

  @Test func aSegmentHasAnAgeAndAnIntervalOfItsOwn() {
    var world = restingWorld {
      $0.service.restPolicy.restOlderClients = true
      $0.population.olderShare = 1
      $0.population.segments = [
        ClientSegment(name: "youth", stockShare: 0.5, intervalFactor: 0.5, olderShare: 0),
        ClientSegment(name: "others", stockShare: 0.5, inflowShare: 1),
      ]
    }
    for client in 0..<Self.clients {
      let isYoung = world.clients.state[client].segment == 0
      #expect(world.clients.state[client].isOlder == !isYoung)
      let days = world.contactInterval(client) / 1_440
      #expect(days == (isYoung ? 50 : world.clients.service[client].atRest ? 912 : 100))
    }
  }

  @Test(arguments: [0.0, 1])
  func aReviewOfAFileTakesTimeAndMayLeadToATalk(talkShare: Double) {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1
    scenario.service.restPolicy.intervalDays = 30_000
    for index in scenario.service.norms.indices { scenario.service.norms[index].restShare = 1 }
    scenario.service.fileReview.minutes = 30
    scenario.service.fileReview.talkShare = talkShare
    var world = Simulation(scenario, seed: 1, replication: 0)
    #expect(world.clients.service[0].atRest)
    let last = world.clients.service[0].lastContact
    world.run(through: TinyWorld.minute(day: 0, 8, 30))
    world.considerFileReview(0)
    world.run(through: TinyWorld.minute(day: 0, 9, 0))
    #expect(world.staff.workers[0].minutesWorked == 30)
    world.run(through: TinyWorld.minute(day: 30, 17, 0))
    #expect((world.clients.service[0].lastContact > last) == (talkShare == 1))
    // A client who is not at rest has no file to review.
    world.clients.service[0].atRest = false
    let queued = world.staff.workers[0].queuedMinutes
    world.considerFileReview(0)
    #expect(world.staff.workers[0].queuedMinutes == queued)
  }
}
