import SimulationKernel
import Testing

@testable import CaseloadModel

/// The staff by itself: working days without clients, and the records of kinds of work.
@Suite struct WorkingDayTests {
  @Test func aWorkingDayWithoutClients() {
    // 36 hours are five days of 432 minutes: from 8:30, with a break, to 16:42 at the latest.
    var scenario = TinyWorld.certain()
    scenario.staffing.administrationShare = 0.25
    scenario.staffing.sideTaskShare = 0.5
    var world = StaffWorld(scenario)
    let worker = world.addWorker()
    #expect(world.staff.workers[worker].shiftMinutes == 432)
    let moments = world.work(throughDay: 0)
    // 216 minutes of side tasks and 108 of administration, then nothing to do until the shift ends.
    #expect(world.staff.workers[worker].minutesPresent == 432)
    #expect(world.staff.workers[worker].minutesWorked == 324)
    let opening = world.clock.calendar.openingMinute(day: 0)
    #expect(
      moments == [
        world.clock.calendar.finish(ofWorkingMinutes: 324, startingAt: opening),
        world.clock.calendar.finish(ofWorkingMinutes: 432, startingAt: opening),
      ])
    #expect(world.staff.workers[worker].queuedMinutes == 0)
    #expect(world.staff.workers[worker].activity == .off)
  }

  @Test func administrationOfARoleWithoutStaffStaysWithTheCaseworkers() {
    var scenario = TinyWorld.certain()
    scenario.staffing.administrationShare = 0.25
    let role = StaffRole(name: "support", fte: 1, administrationTaken: 0.5)
    for roles in [[], [role]] {
      // A quarter of 432 minutes; nobody of the role is employed.
      scenario.staffing.roles = roles
      var world = StaffWorld(scenario)
      let worker = world.addWorker()
      world.work(throughDay: 0)
      #expect(world.staff.workers[worker].minutesWorked == 108)
    }
  }

  @Test func workThatDoesNotFitIsContinuedTheNextDay() {
    var world = StaffWorld()
    let worker = world.addWorker()
    world.addTask(.sideTask, minutes: 1_000, to: worker)
    for (day, left) in [(0, 568), (1, 136), (2, 0), (3, 0)] {
      world.work(throughDay: day)
      #expect(world.staff.workers[worker].queuedMinutes == Double(left), "day \(day)")
    }
    #expect(world.staff.workers[worker].minutesWorked == 1_000)
    #expect(world.staff.workers[worker].minutesPresent == 4 * 432)
  }

  @Test func whatIsNotDivisibleIsFinishedInOvertime() {
    var world = StaffWorld()
    let worker = world.addWorker()
    world.addTask(.request, minutes: 450, to: worker)
    world.work(throughDay: 0)
    #expect(world.staff.workers[worker].minutesWorked == 450)
    #expect(world.staff.workers[worker].minutesPresent == 450)
    #expect(world.staff.workers[worker].queuedMinutes == 0)
  }

  @Test func everyKindOfTaskAndModeHasARecord() {
    #expect(TaskKind.allCases.count == TaskKind.count)
    for (index, kind) in TaskKind.allCases.enumerated() { #expect(Int(kind.rawValue) == index) }
    let terms = Terms(Scenario())
    for (index, mode) in ContactModeKind.allCases.enumerated() {
      #expect(Int(mode.rawValue) == index)
      // What is no appointment is a task that leads back to the mode.
      if let task = terms.mode(mode).task { #expect(ContactModeKind(task) == mode) }
    }
    // Each share of a role belongs to one kind of work.
    var role = StaffRole()
    role.administrationTaken = 0.01
    role.registrationTaken = 0.02
    role.requestsTaken = 0.03
    role.emailsTaken = 0.04
    role.trajectoryRequestsTaken = 0.05
    role.assessmentsTaken = 0.06
    role.matchingTaken = 0.07
    role.enforcementTaken = 0.08
    let shares = TaskKind.allCases.compactMap { $0.rules.taken?(role) }.sorted()
    #expect(shares == [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08])
  }

  @Test func aStretchThatLastsThroughTheNightGoesOnAndNothingElseBegins() {
    var world = StaffWorld()
    let worker = world.addWorker()
    // A request is not laid down: 1,700 minutes are the first day of 480 open minutes, the evening and
    // the night up to the next opening, and what is left of them in the second day.
    let opening = world.clock.calendar.openingMinute(day: 0)
    let next = world.clock.calendar.openingMinute(day: 1)
    let closing = world.clock.calendar.finish(ofWorkingMinutes: 480, startingAt: opening)
    let left = 1_700 - 480 - (next - closing)
    world.addTask(.request, minutes: 1_700, to: worker)
    world.addTask(.sideTask, minutes: 10, to: worker)
    world.work(throughDay: 1)
    #expect(world.staff.overlapping == -1)
    #expect(world.staff.workers[worker].minutesWorked == 1_710)
    // Present: both shifts, the overtime of the first day, and of the second what exceeds its shift.
    let evening = 480 - 432 + (next - closing)
    #expect(
      world.staff.workers[worker].minutesPresent == 2 * 432 + evening + max(0, left + 10 - 432))
    #expect(world.staff.workers[worker].queuedMinutes == 0)
  }

  @Test func twoThingsAtATimeAreSeen() {
    var world = StaffWorld()
    let worker = world.addWorker()
    world.clock.now = world.clock.calendar.openingMinute(day: 0)
    world.staff.begin(.appointment, worker, minutes: 30, on: &world.clock)
    #expect(world.staff.overlapping == -1)
    world.clock.now += 10
    world.staff.begin(.appointment, worker, minutes: 30, on: &world.clock)
    #expect(world.staff.overlapping == worker)
  }

  @Test func speedAppliesOnceHoweverOftenWorkChangesHands() {
    var scenario = TinyWorld.certain()
    scenario.staffing.learningMonths = 12
    scenario.staffing.learningStartSpeed = 0.5
    var world = StaffWorld(scenario)
    let veteran = world.addWorker()
    let beginner = world.addWorker(isNew: true)
    let number = world.addTask(.matching, minutes: 60, created: 7, to: veteran)
    for _ in 0..<20 {
      _ = world.staff.queues[veteran].removeFirst()
      world.staff.passOn(number, from: veteran, to: beginner, on: &world.clock)
      _ = world.staff.queues[beginner].removeFirst()
      world.staff.passOn(number, from: beginner, to: veteran, on: &world.clock)
    }
    _ = world.staff.queues[veteran].removeFirst()
    world.staff.passOn(number, from: veteran, to: beginner, on: &world.clock)
    #expect(world.staff.tasks[number].remaining == 60)
    #expect(world.staff.tasks[number].created == 7)
    #expect(world.staff.workers[veteran].queuedMinutes == 0)
    #expect(world.staff.queuedTime(of: beginner, under: world.terms, at: 0) == 120)
    world.work(throughDay: 0)
    // On the first morning speed is 0.5 and a thousandth: 120 minutes to the nearest minute.
    #expect(world.staff.workers[beginner].minutesWorked == 120)
    #expect(world.staff.workers[veteran].minutesWorked == 0)
  }
}
