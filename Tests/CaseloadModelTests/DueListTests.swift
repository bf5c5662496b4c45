import SimulationKernel
import Testing

@testable import CaseloadModel

/// When a contact comes on a list, what a new spell starts with, and whose a task is.
@Suite struct DueListTests {
  private func world(
    fte: Double = 1, clients: Int = 1, _ adjust: (inout Scenario) -> Void = { _ in }
  ) -> Simulation {
    var scenario = TinyWorld.certain()
    scenario.population.clients = clients
    scenario.staffing.fte = fte
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 3_650
    }
    adjust(&scenario)
    return Simulation(scenario, seed: 1, replication: 0)
  }

  /// The minute at which a client comes on a list; -1 when that is not before the end.
  private func listing(of client: Int, due: Int, _ world: inout Simulation) -> Int {
    world.clients.service[client].due = Int32(due)
    world.scheduleContactDue(client)
    while world.clients.service[client].stage == .none {
      if !world.step() { return -1 }
    }
    return world.clients.service[client].stage == .listed ? world.clock.now : -1
  }

  @Test(arguments: [(10, 0, 10), (10, 1, 20), (9, 1, 10), (0, 0, 10), (19, 1_439, 20)])
  func aSweepTakesWhoIsDueByItsMidnight(day: Int, minute: Int, expected: Int) {
    var world = world {
      $0.service.planning = .sweep
      $0.service.sweepDays = 10
      $0.service.leadDays = 0
    }
    let found = listing(of: 0, due: day * 1_440 + minute, &world)
    #expect(found == expected * 1_440)
  }

  @Test func workersTakeTurnsOverTheDaysOfASweep() {
    for worker in 0..<3 {
      var world = world(fte: 3) {
        $0.service.planning = .sweep
        $0.service.sweepDays = 10
        $0.service.leadDays = 5
      }
      if Int(world.clients.service[0].worker) != worker { world.handOver(0, to: worker) }
      // The lead of five days comes before the sweep: the first day at or after day 15.
      let found = listing(of: 0, due: 20 * 1_440, &world)
      #expect(found == (20 + worker) * 1_440)
    }
  }

  @Test func aContactIsListedItsLeadBeforeItIsDueAndNotBeforeNow() {
    for (due, lead, expected) in [(100 * 1_440, 10, 90 * 1_440), (100, 0, 100), (100, 1, 1)] {
      var world = world { $0.service.leadDays = lead }
      let found = listing(of: 0, due: due, &world)
      #expect(found == expected)
    }
  }

  @Test func whatIsDueAtTheLastMinuteIsListedAndWhatIsDueAfterItIsNot() {
    for (beyond, isListed) in [(0, true), (1, false)] {
      var world = world { $0.service.leadDays = 0 }
      let end = world.clock.end
      let found = listing(of: 0, due: end + beyond, &world)
      #expect(found == (isListed ? end : -1))
    }
  }

  // MARK: - A new spell

  @Test func aSpellStartsWithNothingToBeFoundAndNothingAgreed() {
    var world = world(clients: 0) { $0.outflow.atContact.changesPerYear = 1 }
    world.clock.now = 100 * 1_440
    let client = world.admit(streamID: 7)
    let rate = 1 / SimulationClock.minutesPerYear
    let hidden = world.clients.attention[client].hidden
    #expect(hidden.minute == 100 * 1_440)
    #expect(hidden.odds(at: 100 * 1_440, rate: rate) == 0)
    let year = Int(SimulationClock.minutesPerYear)
    #expect(abs(hidden.odds(at: 100 * 1_440 + year, rate: rate) - (Elementary.exp(1) - 1)) < 1e-9)
    // What keys draws and the last belief outlive the spell; the rest starts afresh.
    let first = world.clients.service[client]
    #expect(first.believedGroup == 1)
    world.clients.service[client].contactDraws = 11
    world.clients.service[client].handoverDraws = 12
    world.clients.service[client].checkOutcomes = 13
    world.clients.service[client].reviewOutcomes = 14
    world.clients.service[client].matches = 15
    world.clients.service[client].believedGroup = 2
    world.clients.service[client].intakeDone = true
    world.clients.service[client].atRest = true
    world.clients.service[client].missed = 3
    world.clients.service[client].agreementUntil = SimulationClock.never
    world.clients.attention[client].talks = 9
    world.leaveStock(client, .other)
    let between = world.clients.service[client]
    world.clock.now = 300 * 1_440
    world.clients.deny(0, to: client)
    world.enterStock(client)
    let second = world.clients.service[client]
    #expect(second.contactDraws == 11 && second.handoverDraws == between.handoverDraws)
    #expect(second.checkOutcomes == 13 && second.reviewOutcomes == 14 && second.matches == 15)
    #expect(second.believedGroup == 2)
    #expect(second.spell == between.spell &+ 1)
    #expect(second.dueTicket != between.dueTicket)
    let isFresh =
      !second.intakeDone && !second.atRest && second.missed == 0 && second.campaign == 0
    #expect(isFresh && second.agreementUntil == SimulationClock.past)
    let now: Int32 = 300 * 1_440
    #expect(second.lastContact == now && second.lastAnyContact == now && second.due == now)
    let state = world.clients.state[client]
    #expect(
      state.inStock && state.deniedInstrument == ClientState.noInstrument && state.spells == 2
        && state.spellStart == now)
    #expect(world.clients.attention[client].talks == 0)
    #expect(world.clients.attention[client].hidden.minute == now)
    #expect(second.stage == .listed && second.worker == 0)
  }

  // MARK: - Reviews of files

  @Test func aReviewThatLeadsToATalkMakesItDueNow() {
    for (due, expected) in [(500, 200), (100, 100), (200, 200)] {
      var world = world {
        $0.service.fileReview.talkShare = 1
        $0.service.leadDays = 0
      }
      world.clock.now = 200 * 1_440
      world.clients.service[0].stage = .none
      world.clients.service[0].due = Int32(due * 1_440)
      let reviews = world.clients.service[0].reviewOutcomes
      world.completeFileReview(0)
      // A contact that is overdue stays as overdue as it was.
      #expect(Int(world.clients.service[0].due) == expected * 1_440)
      #expect(world.clients.service[0].stage == .listed)
      #expect(world.clients.service[0].reviewOutcomes == reviews + 1)
      // One with an appointment keeps it.
      world.clients.service[0].stage = .booked
      world.clients.service[0].due = 500 * 1_440
      world.completeFileReview(0)
      #expect(world.clients.service[0].due == 500 * 1_440)
      #expect(world.clients.service[0].stage == .booked)
    }
  }

  // MARK: - Whose a task is

  @Test func aTaskThatWaitedGoesToTheClientsWorker() {
    // The first client has the number 0, which is somebody too.
    for client in 0..<2 {
      for worker in 0..<2 {
        var world = world(fte: 2, clients: 2)
        if Int(world.clients.service[client].worker) != worker {
          world.handOver(client, to: worker)
        }
        let number = world.addTask(.request, for: client, worker: -1, minutes: 30)
        #expect(world.staff.parked == [number])
        world.takeUpParkedTasks()
        #expect(world.staff.parked.isEmpty)
        #expect(Int(world.staff.tasks[number].owner) == worker, "client \(client)")
      }
    }
  }

  @Test func aTaskThatWaitedLapsesWithItsClient() {
    for client in 0..<2 {
      var world = world(fte: 2, clients: 2)
      world.addTask(.request, for: client, worker: -1, minutes: 30)
      world.clients.state[client].inStock = false
      let queued = (0..<2).map { world.staff.workers[$0].queuedMinutes }
      world.takeUpParkedTasks()
      #expect(world.staff.parked.isEmpty)
      #expect((0..<2).map { world.staff.workers[$0].queuedMinutes } == queued)
    }
  }

  @Test func aTaskOfNobodyGoesToSomebody() {
    var world = world(fte: 2, clients: 2)
    let number = world.addTask(.matching, for: -1, worker: -1, minutes: 30)
    world.takeUpParkedTasks()
    #expect(world.staff.parked.isEmpty)
    #expect(Int(world.staff.tasks[number].owner) == world.staff.anybody(in: 0))
  }

  @Test(arguments: [(2, false), (1, true), (2, true)])
  func whatSomebodyOfARoleTookOverOutlivesLeaving(members: Int, isRequest: Bool) {
    var world = world {
      var support = StaffRole(name: "support")
      support.fte = Double(members)
      support.requestsTaken = 1
      support.registrationTaken = 1
      $0.staffing.roles = [support]
    }
    let kind: TaskKind = isRequest ? .request : .registration
    let number = world.addTask(kind, for: 0, worker: 0, minutes: 30)
    let first = Int(world.staff.tasks[number].owner)
    #expect(first >= 1 && world.staff.tasks[number].isDelegated)
    let queued = world.staff.workers[first].queuedMinutes
    world.leaveStaff(first)
    #expect(world.staff.workers[first].queuedMinutes == queued - 30)
    let owner = Int(world.staff.tasks[number].owner)
    // Writing down goes to the next of the role; what follows the client goes back to the own worker.
    let goesOn = !isRequest && members == 2
    #expect(owner == (goesOn ? 3 - first : 0))
    #expect(world.staff.tasks[number].isDelegated == goesOn)
    #expect(world.staff.workers[owner].queuedMinutes == 30)
  }

  @Test func withoutAnybodyOfTheRoleItGoesBackToTheClientsWorker() {
    var world = world {
      var support = StaffRole(name: "support")
      support.fte = 1
      support.registrationTaken = 1
      $0.staffing.roles = [support]
    }
    let number = world.addTask(.registration, for: 0, worker: 0, minutes: 30)
    #expect(world.staff.tasks[number].owner == 1)
    world.leaveStaff(1)
    #expect(world.staff.tasks[number].owner == 0 && !world.staff.tasks[number].isDelegated)
  }

  // MARK: - The end of a spell, and what experts find

  @Test func whoLeavesNoLongerWorksBesideTheBenefit() {
    var world = world()
    world.clients.state[0].worksPartTime = true
    let ticket = world.clients.service[0].dueTicket
    world.leaveStock(0, .other)
    #expect(!world.clients.state[0].worksPartTime && !world.clients.state[0].inStock)
    #expect(world.clients.service[0].stage == .none && world.clients.service[0].worker == -1)
    #expect(world.clients.service[0].dueTicket == ticket + 1)
    #expect(world.staff.caseloads[0].isEmpty)
  }

  @Test func anExpertWhoIsRightAboutReadinessIsRightAboutTheGroup() {
    var world = world(clients: 80) { $0.diagnosis.purchasedAccuracy = 0.5 }
    let count = world.knowledge.attributeCount
    var right = 0
    for client in 0..<80 {
      for attribute in 0..<count { world.knowledge.records[client * count + attribute].loseNotes() }
      world.receiveDiagnosis(client)
      let isRight = world.knowledge.records[client * count].registerValid == 1
      if isRight { right += 1 }
      let isPlaced =
        world.clients.service[client].believedGroup == world.clients.state[client].trueGroup
      #expect(isPlaced == isRight, "client \(client)")
    }
    // A half, with a standard deviation of 4.5.
    #expect((20...60).contains(right))
    // What returns after somebody left finds the number of another time.
    let number = world.clients.spellNumber(of: 0)
    world.leaveStock(0, .other)
    #expect(world.clients.spellNumber(of: 0) != number)
  }
}
