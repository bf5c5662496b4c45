import SimulationKernel
import Testing

@testable import CaseloadModel

/// Felt pressure, too large a caseload, and work that a worker does not get to, worked out by hand.
@Suite struct PressureTests {
  /// One full-time worker of 432 minutes a day with clients whose contacts of 75 minutes are all overdue.
  private func overdue(_ count: Int, discretion: Double, spread: Double = 0, interval: Double = 1)
    -> Simulation
  {
    var scenario = TinyWorld.certain()
    scenario.population.clients = count
    scenario.staffing.triage.discretion = discretion
    scenario.staffing.triage.discretionSpread = spread
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = interval
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<count {
      world.clients.service[client].due = -1
      world.listForContact(client)
    }
    return world
  }

  @Test func whatIsAttemptedLiesBetweenWhatIsOverdueAndTheRoomOfFiveDays() {
    // Nothing else claims time: the room of five days is 5 x 432 = 2,160 minutes, five working days.
    for count in [8, 40] {
      let backlog = Double(75 * count) / 432
      for discretion in [0.0, 0.5, 1] {
        var world = overdue(count, discretion: discretion)
        #expect(abs(world.backlogDays(of: 0) - backlog) < 1e-12)
        let expected = backlog + discretion * (5 - backlog)
        #expect(abs(world.attemptedDays(of: 0) - expected) < 1e-12, "\(count), \(discretion)")
      }
    }
  }

  @Test func whoHasRoomTakesOnNoMoreThanComesDue() {
    // 8 contacts of 75 minutes in 365.25 days are 600 minutes a year of 365.25 / 7 weeks of 5 x 0.85 days: 13.5
    // in five.
    var world = overdue(8, discretion: 1, interval: 365.25)
    let perDay: Double = 600 / (365.25 / 7 * 5 * 0.85)
    let expected: Double = (600 + 5 * perDay) / 432
    #expect(abs(world.attemptedDays(of: 0) - expected) < 1e-12)
  }

  @Test func withoutDiscretionAllOverdueWorkIsFelt() {
    // Spread finds no room around a mean of none, so that it takes nothing off the neutral value.
    var world = overdue(40, discretion: 0, spread: 1)
    #expect(world.attemptedDays(of: 0) == world.backlogDays(of: 0))
  }

  @Test func discretionSpreadsEvenlyAroundItsMean() {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = 400
    scenario.staffing.triage.discretion = 0.8
    scenario.staffing.triage.discretionSpread = 0.15
    let world = Simulation(scenario, seed: 1, replication: 0)
    var sum = 0.0
    var below = 0
    for worker in 0..<400 {
      let discretion = world.staff.discretion(of: worker, under: world.terms)
      #expect((0.6...1).contains(discretion))
      sum += discretion
      if discretion < 0.8 { below += 1 }
    }
    // The standard error of the mean is at most 0.15 / 20.
    #expect(abs(sum / 400 - 0.8) < 0.03)
    #expect((140...260).contains(below))
  }

  @Test func aCaseloadIsWeightedWithTheWorkThatItsClientsAskFor() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 12
    scenario.service.restPolicy.enabled = false
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = [200, 100, 50][index]
    }
    let shares = (0..<3).map { scenario.population.initialShare(ofGroup: $0) }
    // Every contact takes 75 minutes and 20 of registration: work goes with 1, 2 and 4 contacts in 200 days.
    let mean = shares[0] + 2 * shares[1] + 4 * shares[2]
    for (group, contacts) in [(0, 1.0), (1, 2), (2, 4)] {
      for share in [0.0, 0.5, 1] {
        scenario.caseload.tooLargeByWorkShare = share
        var world = Simulation(scenario, seed: 1, replication: 0)
        for client in 0..<12 { world.clients.service[client].believedGroup = UInt8(group) }
        let expected = (1 - share) * 12 + share * 12 * contacts / mean
        #expect(abs(world.feltLoad(of: 0) - expected) < 1e-9, "\(group), \(share)")
      }
    }
  }

  // MARK: - Work that is not got to

  @Test func aContactIsPutOffTooLongAfterFourWeeks() {
    for (days, isShort) in [(28, false), (29, true)] {
      var scenario = TinyWorld.certain()
      scenario.population.clients = 1
      var world = Simulation(scenario, seed: 1, replication: 0)
      world.clients.service[0].due = 0
      world.clock.now = days * 1_440
      world.noteContactTaken(0, worker: 0)
      #expect(world.staff.dueWork.fallsShort(0, share: 0) == isShort, "\(days) days")
      // One that the client missed before is not the worker's delay.
      world.staff.dueWork.startPeriod(at: 0)
      world.clients.service[0].missed = 1
      world.noteContactTaken(0, worker: 0)
      #expect(world.staff.dueWork.fallsShort(0, share: 0) == false)
    }
  }

  @Test func whatStillLiesThereAtTheEndOfAPeriodCounts() {
    for (days, isShort) in [(14, false), (15, true)] {
      var scenario = TinyWorld.certain()
      scenario.population.clients = 1
      var world = Simulation(scenario, seed: 1, replication: 0)
      world.addTask(.fileReview, for: 0, worker: 0, minutes: 30)
      world.clients.service[0].due = SimulationClock.never
      world.clock.now = days * 1_440
      world.noteOpenWork(sinceMinute: 0)
      #expect(world.staff.dueWork.fallsShort(0, share: 0) == isShort, "\(days) days")
    }
    var world = overdue(3, discretion: 0)
    world.clock.now = 28 * 1_440
    world.noteOpenWork(sinceMinute: 0)
    #expect(world.staff.dueWork.fallsShort(0, share: 0) == true)
  }

  @Test func aDutyIsTooMuchWhenItIsMoreThanTwoWeeksBring() {
    // 300 minutes a month are 140 in 14 of 30 days.
    for (open, isShort) in [(140.0, false), (141, true)] {
      var due = DueWork()
      due.addWorker()
      due.claim(.administration, worker: 0, minutes: 300)
      due.claim(.sideTask, worker: 0, minutes: 10)
      due.closeDuty(.administration, worker: 0, open: open, part: 14.0 / 30)
      #expect(due.fallsShort(0, share: 0) == isShort, "\(open) minutes")
    }
  }

  @Test func whatDutiesBringIsClaimedAsItComesIn() {
    for (open, isShort) in [(140.0, false), (141, true)] {
      for kind in [TaskKind.administration, .sideTask] {
        var world = StaffWorld()
        let worker = world.addWorker()
        for minutes in [100, 0, 200] {
          world.staff.addDuty(
            kind, worker, minutes: minutes, on: &world.clock, observer: &world.observer)
        }
        // One duty of 300 minutes, of which 140 come in 14 of 30 days.
        #expect(world.staff.workers[worker].queuedMinutes == 300)
        let duty =
          kind == .sideTask
          ? world.staff.workers[worker].sideTask : world.staff.workers[worker].administrationTask
        #expect(world.staff.tasks[duty].remaining == 300)
        world.staff.dueWork.closeDuty(kind, worker: worker, open: open, part: 14.0 / 30)
        #expect(world.staff.dueWork.fallsShort(worker, share: 0) == isShort, "\(open) minutes")
      }
    }
  }

  @Test func aKindCountsFromAShareOfItsOwnWorkOn() {
    var due = DueWork()
    due.addWorker()
    due.addWorker()
    for index in 0..<10 { due.note(.request, worker: 1, isFailed: index == 0) }
    #expect(due.fallsShort(1, share: 0.05) == true)
    // One of ten is not more than a tenth.
    #expect(due.fallsShort(1, share: 0.1) == false)
    #expect(due.fallsShort(0, share: 0) == false)
    // Work of another kind that is in time does not make up for it.
    for _ in 0..<90 { due.note(.matching, worker: 1, isFailed: false) }
    #expect(due.fallsShort(1, share: 0.05) == true)
    due.startPeriod(at: 0)
    #expect(due.fallsShort(1, share: 0) == false)
  }

  @Test func aCheckThatIsDroppedIsWorkNotGotTo() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.staff.workers[0].backlog = scenario.service.enforcementBacklogDays
    world.considerCheck(0)
    #expect(world.staff.dueWork.fallsShort(0, share: 0) == false)
    world.staff.workers[0].backlog += 1
    world.considerCheck(0)
    #expect(world.staff.dueWork.fallsShort(0, share: 0) == true)
  }

  @Test func aRoleWithoutClientsFallsShortOnItsOwn() {
    var scenario = TinyWorld.certain()
    scenario.time.durationMonths = 2
    scenario.population.clients = 1
    scenario.staffing.roles = [
      StaffRole(
        name: "advisers", fte: 1, administrationShare: 0, sideTaskShare: 0, requestsTaken: 1)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    // More than a year of questions for one adviser.
    for _ in 0..<10_000 { world.ask(0) }
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    let names = scenario.metricParts.columns(of: .perRole)
    #expect(names.map { $0.name } == ["caseworkers", "advisers"])
    let row = Metric.workloadNotAllTasks.rawValue * world.observer.cellCount
    let values = world.observer.values
    #expect(values[row] == 0.5)
    #expect(values[row + names[0].column] == 0)
    #expect(values[row + names[1].column] == 1)
    // What is a share of the workers with clients leaves the adviser out of the whole.
    let pressure = Metric.workloadPressureHigh.rawValue * world.observer.cellCount
    #expect(values[pressure] == values[pressure + names[0].column])
    #expect(values[pressure + names[1].column] == 1)
    // Groups have no share of workers, and roles none of clients.
    #expect(values[row + 1].isNaN)
    #expect(values[Metric.unseen6m.rawValue * world.observer.cellCount + names[1].column].isNaN)
  }

  /// 400 workers for four years, of whom all or none are under high pressure all the time.
  private func pressed(_ isPressed: Bool, _ change: (inout StaffingSettings) -> Void) -> Simulation
  {
    var scenario = TinyWorld.certain()
    scenario.time.durationMonths = 48
    scenario.staffing.fte = 400
    scenario.staffing.pressureHighVariation = 0
    scenario.staffing.pressureHighFromDays = isPressed ? 0 : 1_000
    scenario.staffing.hiringDelayDays = 0
    change(&scenario.staffing)
    var world = Simulation(scenario, seed: 3, replication: 0)
    world.run(through: world.clock.end)
    return world
  }

  /// A sum over everybody who ever worked here.
  private func sum(over world: borrowing Simulation, of value: (Worker) -> Double) -> Double {
    var sum = 0.0
    for worker in world.staff.workers.indices { sum += value(world.staff.workers[worker]) }
    return sum
  }

  @Test(arguments: [(true, 0.6), (false, 0.2)])
  func pressureMakesPeopleLeave(isPressed: Bool, rate: Double) {
    let world = pressed(isPressed) {
      $0.turnoverPerYear = 0.2
      $0.pressureEffectOnTurnover = 2
    }
    let left = sum(over: world) { $0.activity == .gone ? 1 : 0 }
    // Departures are Poisson at 400 workers x 4 years x the rate.
    let expected = 1_600 * rate
    #expect(abs(left - expected) < 4 * expected.squareRoot(), "\(left) of \(expected)")
  }

  @Test(arguments: [(true, 1.0), (false, 0.0)])
  func pressureMakesPeopleIll(isPressed: Bool, effect: Double) {
    let world = pressed(isPressed) {
      $0.sicknessShare = 0.05
      $0.sicknessSpellsPerYear = 2
      $0.sicknessLengthVariation = 0
      $0.pressureEffectOnSickness = 1
    }
    // Spells of 9.13 days come after 173.49 days in health, under pressure after half of that.
    let length = 365.25 * 0.05 / 2
    let gap = (365.25 / 2 - length) / (1 + effect)
    let share = length / (gap + length)
    let present = sum(over: world) { Double($0.minutesPresent) }
    let healthy = pressed(isPressed) { $0.sicknessShare = 0 }
    let whole = sum(over: healthy) { Double($0.minutesPresent) }
    let found = 1 - present / whole
    // About 3,200 spells or more: their number varies by less than 2 %.
    #expect(abs(found - share) < 0.06 * share, "\(found) for \(share)")
  }
}
