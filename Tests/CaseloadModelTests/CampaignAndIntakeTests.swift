import SimulationKernel
import Testing

@testable import CaseloadModel

/// Whom a campaign calls in while it lasts, and the ways in which intakes are held.
@Suite struct CampaignAndIntakeTests {
  /// Clients in stock who were last seen on the first day, and a campaign of 100 days from day 100 on.
  private func world(
    clients: Int = 4, _ adjust: (inout Campaign) -> Void = { _ in }
  ) -> Simulation {
    var scenario = TinyWorld.certain()
    scenario.population.clients = clients
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 3_650
    }
    var campaign = Campaign(
      name: "inView", date: scenario.time.start.adding(days: 100), durationDays: 100,
      unseenDays: 120, noShowFactor: 1)
    adjust(&campaign)
    scenario.interventions.campaigns = [campaign]
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<clients {
      world.clients.service[client].lastContact = 0
      world.clients.service[client].campaign = 0
    }
    return world
  }

  private func called(_ world: borrowing Simulation) -> [Bool] {
    world.clients.service.indices.map {
      world.clients.service[$0].campaign == 1 || world.clients.service[$0].followUpCampaign == 1
    }
  }

  @Test func whoPassesTheLimitWhileItLastsIsCalledInToo() {
    var world = world()
    // At the start 100 days are less than 120; on day 121 the lists of day 100 + 3 x 7 find everybody.
    world.run(through: TinyWorld.minute(day: 120, 23, 0))
    let before = called(world)
    #expect(before == [false, false, false, false])
    world.run(through: TinyWorld.minute(day: 121, 1, 0))
    let after = called(world)
    #expect(after == [true, true, true, true])
    world.run(through: TinyWorld.minute(day: 150, 0, 0))
    for client in 0..<4 {
      #expect(Int(world.clients.service[client].lastContact) > 121 * 1_440)
      #expect(world.clients.service[client].campaign == 0)
    }
  }

  @Test func nobodyIsCalledInAfterItsEnd() {
    var world = world { $0.durationDays = 20 }
    world.run(through: TinyWorld.minute(day: 200, 0, 0))
    let found = called(world)
    #expect(found == [false, false, false, false])
  }

  @Test func scopeIsGroupsAndSegments() {
    for (from, to, expected) in [
      ("", "care", [true, false, false]), ("development", "", [false, true, true]),
      ("development", "development", [false, true, false]),
    ] {
      var world = world(clients: 3) {
        $0.unseenDays = 50
        $0.fromGroup = from
        $0.toGroup = to
      }
      for client in 0..<3 { world.clients.service[client].believedGroup = UInt8(client) }
      world.run(through: TinyWorld.minute(day: 100, 0, 1))
      let found = called(world)
      #expect(found == expected, "\(from) to \(to)")
    }
    var elsewhere = world(clients: 2) {
      $0.unseenDays = 50
      $0.segments = ["elsewhere"]
    }
    elsewhere.run(through: TinyWorld.minute(day: 150, 0, 0))
    let nobody = called(elsewhere)
    #expect(nobody == [false, false])
  }

  @Test func aShareRefusesAndIsNotAskedAgain() {
    var world = world(clients: 400) {
      $0.unseenDays = 50
      $0.refusalShare = 0.3
    }
    world.run(through: TinyWorld.minute(day: 100, 0, 1))
    let first = called(world)
    // A standard error of 2.3 points.
    #expect(abs(Double(first.count { !$0 }) / 400 - 0.3) < 0.09)
    world.run(through: TinyWorld.minute(day: 140, 0, 1))
    let later = called(world)
    #expect(later == first)
  }

  @Test func theUnseenAmongThoseInScopeAreCounted() {
    var world = world(clients: 4) {
      $0.unseenDays = 50
      $0.toGroup = "development"
    }
    for client in 0..<4 { world.clients.service[client].believedGroup = UInt8(client % 3) }
    // Clients 0, 1 and 3 are in scope; 3 was seen on day 40.
    world.clients.service[3].lastContact = 40 * 1_440
    world.clock.now = 60 * 1_440
    world.observeCampaigns()
    world.observer.closePeriod(at: world.clock.now, payroll: [])
    let row = Metric.campaignUnseen.rawValue * world.observer.cellCount
    let column = world.scenario.metricParts.columns(of: .perCampaign)[0].column
    let values = world.observer.values
    #expect(abs(values[row] - 2.0 / 3) < 1e-12)
    #expect(abs(values[row + column] - 2.0 / 3) < 1e-12)
    #expect(column == world.observer.cellCount - 1)
  }

  @Test func whoWasToSeeAnExternalFallsBackToTheNormAtTheEnd() {
    // Where nobody else works the external is worker 0.
    var world = world(clients: 2) {
      $0.unseenDays = 50
      $0.externalFte = 1
    }
    for client in 0..<2 { world.handOver(client, to: -1) }
    world.leaveStaff(0)
    for external in [0, 1] {
      world.staff.workers[external].campaign = 1
      for client in 0..<2 {
        world.clients.service[client].campaign = 1
        world.clients.service[client].stage = .booked
        // The second has an appointment of another kind, which stands.
        world.clients.service[client].visitor = client == 0 ? Int32(external) : -1
      }
      world.endCampaign(0)
      #expect(world.clients.service[0].stage == .none && world.clients.service[0].visitor == -1)
      #expect(world.clients.service[1].stage == .booked)
      #expect(world.clients.service[0].campaign == 0 && world.clients.service[1].campaign == 0)
      guard external == 0 else { continue }
      world.addWorker(fte: 1, role: world.staff.roles.external, pool: -1, campaign: 1)
    }
    #expect(world.staff.workers[1].activity == .gone)
  }

  @Test func externalsAreHiredForTheirFteAndLeaveAtTheEnd() {
    for (fte, contracts) in [(2.5, [1, 1, 0.5]), (1, [1]), (1e-9, []), (0, [])]
      as [(Double, [Double])]
    {
      var world = world(clients: 1) { $0.externalFte = fte }
      world.startCampaign(0)
      #expect((1..<world.staff.workers.count).map { world.staff.workers[$0].fte } == contracts)
      for worker in 1..<world.staff.workers.count {
        #expect(world.staff.workers[worker].campaign == 1 && world.staff.workers[worker].pool == -1)
      }
      world.endCampaign(0)
      #expect(
        (1..<world.staff.workers.count).allSatisfy { world.staff.workers[$0].activity == .gone })
      #expect(world.staff.workers[0].activity != .gone)
    }
  }

  @Test func theExternalWithTheShortestListIsTaken() {
    var world = world(clients: 3) { $0.unseenDays = 50 }
    let externals = (0..<3).map { _ in
      world.addWorker(fte: 1, role: world.staff.roles.external, pool: -1, campaign: 1)
    }
    let other = world.addWorker(fte: 1, role: world.staff.roles.external, pool: -1, campaign: 1)
    world.staff.workers[other].campaign = 2
    #expect(world.externalFor(0) == -1)
    world.clients.service[0].campaign = 1
    #expect(world.externalFor(0) == externals[0])
    for external in [externals[0], externals[0], externals[1], externals[2]] {
      let list = Int(world.staff.workers[external].list)
      world.staff.lists[list].append(DueEntry(key: 0, client: 2))
    }
    #expect(world.externalFor(0) == externals[1])
    world.staff.workers[externals[1]].activity = .gone
    #expect(world.externalFor(0) == externals[2])
    world.clients.service[0].campaign = 2
    #expect(world.externalFor(0) == other)
  }

  @Test func aCampaignIsForThoseWhoWereJudgedAndLongNotSeen() {
    let world = world(clients: 1) { $0.unseenDays = 120 }
    let scope = CampaignScope(world.scenario.interventions.campaigns[0], in: world.scenario)
    var (state, service) = (world.clients.state[0], world.clients.service[0])
    service.lastContact = 10
    #expect(!scope.isUnseen(service, at: 120 * 1_440 + 9))
    #expect(scope.isUnseen(service, at: 120 * 1_440 + 10))
    service.intakeDone = true
    #expect(scope.holds(state, service))
    service.intakeDone = false
    #expect(!scope.holds(state, service))
    service.intakeDone = true
    state.inStock = false
    #expect(!scope.holds(state, service))
  }

  // MARK: - Intakes

  /// A newcomer on Monday, whose intake is held in one way.
  private func intake(phone: Double, online: Double) -> Simulation {
    var scenario = TinyWorld.certain()
    scenario.diagnosis.intakePhoneShare = phone
    scenario.diagnosis.intakePhone = IntakeWay(minutes: 40, information: 1)
    scenario.diagnosis.intakeOnlineShare = online
    scenario.diagnosis.intakeOnline = IntakeWay(minutes: 25, information: 0)
    scenario.diagnosis.toolShare = 1
    scenario.diagnosis.toolMinutes = 30
    var world = Simulation(scenario, seed: 1, replication: 0)
    _ = world.admit(streamID: 7)
    world.run(through: TinyWorld.minute(day: 3, 0, 0))
    return world
  }

  @Test func anIntakeTakesTheTimeAndTellsWhatItsWayAllows() {
    // Preparation of 15, the talk, 30 with an instrument, and 20 to register.
    for (phone, online, minutes) in [(0.0, 0.0, 90 + 30), (1, 0, 40 + 30), (0, 1, 25)] {
      let world = intake(phone: phone, online: online)
      #expect(world.clients.service[0].intakeDone)
      #expect(world.staff.workers[0].minutesWorked == 15 + minutes + 20, "\(phone), \(online)")
      let isTalk = online == 0
      // Only a talk is a two-way contact, and only that tells something here.
      #expect((world.clients.service[0].lastContact > 0) == isTalk)
      #expect(world.clients.service[0].lastAnyContact > 0)
      let level = world.knowledge.level(ofClient: 0, at: world.clock.now)
      #expect(abs(level.currency - (isTalk ? 1 : 0)) < 1e-9)
    }
  }

  @Test func waysOfIntakeHaveTheirShares() {
    var scenario = TinyWorld.certain()
    scenario.diagnosis.intakePhoneShare = 0.3
    scenario.diagnosis.intakeOnlineShare = 0.2
    scenario.population.clients = 600
    var world = Simulation(scenario, seed: 1, replication: 0)
    var counts = [0, 0, 0]
    for client in 0..<600 {
      world.clients.service[client].intakeDone = false
      switch world.plannedMode(for: client, backlog: 0) {
      case .faceToFace: counts[0] += 1
      case .phone: counts[1] += 1
      case .email: counts[2] += 1
      case .video, .group: Issue.record("an intake of client \(client) in another way")
      }
    }
    // Standard errors of 2 points.
    for (count, share) in zip(counts, [0.5, 0.3, 0.2]) {
      #expect(abs(Double(count) / 600 - share) < 0.08)
    }
    #expect(abs(scenario.diagnosis.meanIntakeMinutes - (45 + 0.3 * 60 + 0.2 * 30)) < 1e-12)
  }
}
