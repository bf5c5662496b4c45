import SimulationKernel
import Testing

@testable import CaseloadModel

/// Nothing waits for ever because somebody was not there.
@Suite struct NobodyThereTests {
  /// One worker with some clients; the worker leaves on day 3 and somebody else comes on day 33.
  private func vacated(clients: Int, _ change: (inout Scenario) -> Void = { _ in }) -> Simulation {
    var scenario = TinyWorld.certain()
    scenario.staffing.hiringDelayDays = 30
    scenario.staffing.learningMonths = 0
    change(&scenario)
    var world = Simulation(scenario, seed: 1, replication: 0)
    for streamID in 0..<clients { _ = world.admit(streamID: UInt64(10 + streamID)) }
    world.run(through: TinyWorld.minute(day: 3, 0, 0))
    world.leaveStaff(0)
    world.staff.openVacancy(after: 0, under: world.terms, on: &world.clock)
    return world
  }

  @Test func contactsThatFellDueMeanwhileAreHeldByWhoeverComes() {
    var world = vacated(clients: 40)
    #expect(world.staff.unassigned.count == 40)
    #expect(world.staff.employedFte(ofRole: 0) == 0)
    let before = (0..<40).filter { world.clients.service[$0].intakeDone }.count
    #expect(before < 40)
    world.run(through: TinyWorld.minute(day: 32, 23, 0))
    #expect((0..<40).filter { world.clients.service[$0].intakeDone }.count == before)
    world.run(through: TinyWorld.minute(day: 100, 0, 0))
    #expect(world.staff.unassigned.isEmpty)
    #expect((0..<40).allSatisfy { world.clients.service[$0].intakeDone })
    world.checkConservation()
    #expect(world.violation == nil)
  }

  @Test func aContactThatIsNotDueKeepsItsDate() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 4
    for index in scenario.service.norms.indices { scenario.service.norms[index].intervalDays = 300 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    let due = (0..<4).map { world.clients.service[$0].due }
    world.leaveStaff(0)
    world.adjustStaff(role: 0, to: 1)
    #expect((0..<4).allSatisfy { world.clients.service[$0].due == due[$0] })
    let lead = Int32(world.scenario.service.leadDays * 1_440)
    for client in 0..<4 where due[client] > lead + 2 {
      #expect(world.clients.service[client].stage == .none, "client \(client)")
    }
    let last = Int(due.max() ?? 0)
    world.run(through: last + 40 * 1_440)
    #expect((0..<4).allSatisfy { Int(world.clients.service[$0].lastContact) > 0 })
  }

  @Test func everyKindOfWorkForAClientWaitsForTheNextWorker() {
    for kind in TaskKind.allCases where kind.followsClient && kind != .matching {
      var scenario = TinyWorld.certain()
      scenario.population.clients = 1
      scenario.staffing.hiringDelayDays = 30
      scenario.staffing.learningMonths = 0
      scenario.service.norms.indices.forEach { scenario.service.norms[$0].intervalDays = 36_500 }
      var world = Simulation(scenario, seed: 1, replication: 0)
      let number = world.addTask(kind, for: 0, worker: 0, minutes: 40)
      world.leaveStaff(0)
      world.staff.openVacancy(after: 0, under: world.terms, on: &world.clock)
      #expect(world.staff.parked == [number], "\(kind)")
      #expect(world.staff.tasks[number].remaining == 40)
      world.run(through: TinyWorld.minute(day: 40, 0, 0))
      #expect(world.staff.parked.isEmpty)
      #expect(world.staff.workers[1].minutesWorked == 40, "\(kind)")
    }
  }

  @Test func whatIsAskedWhileNobodyIsThereIsAnsweredLater() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1
    scenario.staffing.hiringDelayDays = 30
    scenario.staffing.learningMonths = 0
    scenario.service.norms.indices.forEach { scenario.service.norms[$0].intervalDays = 36_500 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.leaveStaff(0)
    world.staff.openVacancy(after: 0, under: world.terms, on: &world.clock)
    world.run(through: TinyWorld.minute(day: 10, 12, 0))
    world.ask(0)
    world.considerCheck(0)
    #expect(world.staff.parked.count == 2)
    world.run(through: TinyWorld.minute(day: 45, 0, 0))
    #expect(!world.clients.service[0].asked)
    // 15 minutes of answer and 60 of check.
    #expect(world.staff.workers[1].minutesWorked == 75)
  }

  @Test func aLetterOfSupportStaffWhoLeaveIsDueAgain() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1
    var support = StaffRole(name: "support", fte: 1)
    support.emailsTaken = 1
    support.administrationShare = 0
    support.sideTaskShare = 0
    scenario.staffing.roles = [support]
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].faceToFaceShare = 0
      scenario.service.norms[index].intervalDays = 30
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    var minute = 0
    while world.clients.service[0].stage != .booked && minute < 60 * 1_440 {
      minute += 1
      world.run(through: minute)
    }
    world.leaveStaff(1)
    #expect(world.clients.service[0].stage == .listed || world.clients.service[0].stage == .none)
    let before = world.clients.service[0].contactDraws
    world.run(through: minute + 60 * 1_440)
    #expect(world.clients.service[0].contactDraws > before)
  }

  @Test func theHeadOfTheWaitingListBlocksNobodyOfAnotherPool() {
    var scenario = TinyWorld.certain()
    scenario.caseload.specialisation = .group
    scenario.caseload.capPerFte = 1
    scenario.staffing.fte = 3
    var world = Simulation(scenario, seed: 1, replication: 0)
    // Six clients of the middle group, and one of the highest who stands behind them.
    var all: [Int] = []
    for streamID in 0..<6 { all.append(world.admit(streamID: UInt64(10 + streamID))) }
    let pools = Set(all.map { world.pool(of: $0) })
    #expect(pools.count == 1)
    #expect(world.staff.unassigned.count == 5)
    let last = all[5]
    world.clients.service[last].believedGroup = 2
    world.serveWaitingClients()
    #expect(world.clients.service[last].worker >= 0)
    #expect(world.staff.unassigned.count == 4)
    #expect(!world.staff.unassigned.contains(Int32(last)))
  }

  @Test func theCapHoldsWhenAColleagueLeaves() {
    var scenario = TinyWorld.certain()
    scenario.caseload.capPerFte = 10
    scenario.staffing.fte = 3
    var world = Simulation(scenario, seed: 1, replication: 0)
    for streamID in 0..<24 { _ = world.admit(streamID: UInt64(10 + streamID)) }
    #expect(world.staff.unassigned.isEmpty)
    world.leaveStaff(2)
    #expect(world.staff.caseloads[0].count == 10)
    #expect(world.staff.caseloads[1].count == 10)
    #expect(world.staff.unassigned.count == 4)
    world.adjustStaff(role: 0, to: 3)
    #expect(world.staff.unassigned.isEmpty)
    #expect((0..<4).allSatisfy { world.staff.caseloads[$0].count <= 10 })
    world.checkConservation()
    #expect(world.violation == nil)
  }

  @Test func oneWithMoreHoursHasRoomWhereTheLeastLoadedHasNone() {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = 1.5
    scenario.staffing.contractHoursPerWeek = 36
    scenario.caseload.capPerFte = 3
    var world = Simulation(scenario, seed: 1, replication: 0)
    // Room for 3 with the full-timer and for 1 with the half-timer: 4 of 6 clients are served.
    for streamID in 0..<6 { _ = world.admit(streamID: UInt64(10 + streamID)) }
    #expect(world.staff.caseloads[0].count == 3)
    #expect(world.staff.caseloads[1].count == 1)
    #expect(world.staff.unassigned.count == 2)
  }
}

/// Each case counts once among the tasks that get done.
@Suite struct TasksDoneTests {
  private func share(_ change: (inout Scenario) -> Void) -> Double {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 60
    scenario.staffing.fte = 30
    scenario.time.durationMonths = 24
    for index in scenario.service.norms.indices { scenario.service.norms[index].intervalDays = 30 }
    change(&scenario)
    var world = Simulation(scenario, seed: 3, replication: 0)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    return world.outcome[.workloadTasksDone, 0]
  }

  @Test func withStaffWithoutEndEverythingGetsDoneWhateverTheModeAndTheNoShows() {
    let talks = share { _ in }
    let letters = share {
      for index in $0.service.norms.indices { $0.service.norms[index].faceToFaceShare = 0 }
    }
    let missed = share {
      $0.service.noShowShare = 0.8
      $0.service.noShowShareUnseen = 0.8
      $0.service.noShowAttempts = 100
    }
    let givenUp = share {
      $0.service.noShowShare = 0.8
      $0.service.noShowShareUnseen = 0.8
      $0.service.noShowAttempts = 3
    }
    let swaps = share { $0.staffing.swapsPerYear = 6 }
    // What falls due in the last ten days is not done yet: ten of 730 days, and for missed appointments
    // what is being made up, some fifty days in the mean.
    for (name, found) in [("talks", talks), ("letters", letters), ("swaps", swaps)] {
      #expect(found > 0.975 && found <= 1, "\(name): \(found)")
    }
    for (name, found) in [("missed", missed), ("given up", givenUp)] {
      #expect(found > 0.9 && found <= 1, "\(name): \(found)")
    }
  }
}
