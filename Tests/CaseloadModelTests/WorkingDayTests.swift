import SimulationKernel
import Testing

@testable import CaseloadModel

/// The staff by itself: working days without clients, and the records of kinds of work.
@Suite struct WorkingDayTests {
  /// Runs the staff alone: a shift begins, or a stretch ends, until a minute.
  ///
  /// - Returns: The moments at which somebody was left without work, or went home.
  private func work(
    _ staff: inout Staff, through end: Int, under terms: Terms, on clock: inout Clock,
    observer: inout Observer
  ) -> [Int] {
    var moments: [Int] = []
    while let next = clock.queue.nextMinute, next <= end, let event = clock.queue.next() {
      clock.now = event.minute
      let worker = Int(event.entity)
      switch EventKind(rawValue: event.kind & 0xFF) {
      case .shiftStart:
        guard
          let shift = staff.beginDay(worker, under: terms, on: &clock, observer: &observer)
        else { continue }
        staff.addDailyDuties(worker, shift: shift, under: terms, on: &clock, observer: &observer)
        guard !staff.isBusy(worker) else { continue }
        staff.workers[worker].activity = .idle
      case .workerFree: _ = staff.finishStretch(worker, on: &clock, observer: &observer)
      default: continue
      }
      switch staff.nextWork(of: worker, on: &clock) {
      case .nothing: moments.append(clock.now)
      case .appointment: Issue.record("nobody makes appointments")
      case .task(let number, let limit):
        staff.takeUp(number, worker: worker, until: limit, under: terms, on: &clock)
      }
    }
    return moments
  }

  private func observer(_ scenario: Scenario) -> Observer {
    Observer(groupCount: 3, segmentCount: 1, days: ObservationDays(scenario.time))
  }

  @Test func aWorkingDayWithoutClients() {
    // 36 hours are five days of 432 minutes: from 8:30, with a break, to 16:42 at the latest.
    var scenario = TinyWorld.certain()
    scenario.staffing.administrationShare = 0.25
    scenario.staffing.sideTaskShare = 0.5
    let terms = Terms(scenario)
    var clock = Clock(scenario, seed: 1, replication: 0)
    var observer = observer(scenario)
    var staff = Staff(scenario)
    staff.preparePools(scenario)
    let worker = staff.addWorker(fte: 1, role: 0, pool: 0, under: terms, on: &clock)
    #expect(staff.workers[worker].shiftMinutes == 432)
    let moments = work(
      &staff, through: TinyWorld.minute(day: 0, 23, 59), under: terms, on: &clock,
      observer: &observer)
    // 216 minutes of side tasks and 108 of administration, then nothing to do until the shift ends.
    #expect(staff.workers[worker].minutesPresent == 432)
    #expect(staff.workers[worker].minutesWorked == 324)
    let opening = clock.calendar.openingMinute(day: 0)
    #expect(
      moments == [
        clock.calendar.finish(ofWorkingMinutes: 324, startingAt: opening),
        clock.calendar.finish(ofWorkingMinutes: 432, startingAt: opening),
      ])
    #expect(staff.workers[worker].queuedMinutes == 0)
    #expect(staff.workers[worker].activity == .off)
  }

  @Test func workThatDoesNotFitIsContinuedTheNextDay() {
    let scenario = TinyWorld.certain()
    let terms = Terms(scenario)
    var clock = Clock(scenario, seed: 1, replication: 0)
    var observer = observer(scenario)
    var staff = Staff(scenario)
    staff.preparePools(scenario)
    let worker = staff.addWorker(fte: 1, role: 0, pool: 0, under: terms, on: &clock)
    staff.addTask(
      WorkTask(
        kind: .sideTask, client: -1, spell: 0, isDelegated: true, remaining: 1_000, created: 0),
      worker: worker, on: &clock, observer: &observer)
    for (day, left) in [(0, 568), (1, 136), (2, 0), (3, 0)] {
      _ = work(
        &staff, through: TinyWorld.minute(day: day, 23, 59), under: terms, on: &clock,
        observer: &observer)
      #expect(staff.workers[worker].queuedMinutes == Double(left), "day \(day)")
    }
    #expect(staff.workers[worker].minutesWorked == 1_000)
    #expect(staff.workers[worker].minutesPresent == 4 * 432)
  }

  @Test func whatIsNotDivisibleIsFinishedInOvertime() {
    let scenario = TinyWorld.certain()
    let terms = Terms(scenario)
    var clock = Clock(scenario, seed: 1, replication: 0)
    var observer = observer(scenario)
    var staff = Staff(scenario)
    staff.preparePools(scenario)
    let worker = staff.addWorker(fte: 1, role: 0, pool: 0, under: terms, on: &clock)
    staff.addTask(
      WorkTask(
        kind: .request, client: -1, spell: 0, isDelegated: true, remaining: 450, created: 0),
      worker: worker, on: &clock, observer: &observer)
    _ = work(
      &staff, through: TinyWorld.minute(day: 0, 23, 59), under: terms, on: &clock,
      observer: &observer)
    #expect(staff.workers[worker].minutesWorked == 450)
    #expect(staff.workers[worker].minutesPresent == 450)
    #expect(staff.workers[worker].queuedMinutes == 0)
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
    let scenario = TinyWorld.certain()
    let terms = Terms(scenario)
    var clock = Clock(scenario, seed: 1, replication: 0)
    var observer = observer(scenario)
    var staff = Staff(scenario)
    staff.preparePools(scenario)
    let worker = staff.addWorker(fte: 1, role: 0, pool: 0, under: terms, on: &clock)
    // A request is not laid down: 1,700 minutes are the first day of 480 open minutes, the evening and
    // the night up to the next opening, and what is left of them in the second day.
    let opening = clock.calendar.openingMinute(day: 0)
    let next = clock.calendar.openingMinute(day: 1)
    let closing = clock.calendar.finish(ofWorkingMinutes: 480, startingAt: opening)
    let left = 1_700 - 480 - (next - closing)
    staff.addTask(
      WorkTask(
        kind: .request, client: -1, spell: 0, isDelegated: true, remaining: 1_700, created: 0),
      worker: worker, on: &clock, observer: &observer)
    staff.addTask(
      WorkTask(kind: .sideTask, client: -1, spell: 0, isDelegated: true, remaining: 10, created: 0),
      worker: worker, on: &clock, observer: &observer)
    _ = work(
      &staff, through: TinyWorld.minute(day: 1, 23, 59), under: terms, on: &clock,
      observer: &observer)
    #expect(staff.overlapping == -1)
    #expect(staff.workers[worker].minutesWorked == 1_710)
    // Present: both shifts, the overtime of the first day, and of the second what exceeds its shift.
    let evening = 480 - 432 + (next - closing)
    #expect(staff.workers[worker].minutesPresent == 2 * 432 + evening + max(0, left + 10 - 432))
    #expect(staff.workers[worker].queuedMinutes == 0)
  }

  @Test func twoThingsAtATimeAreSeen() {
    let scenario = TinyWorld.certain()
    let terms = Terms(scenario)
    var clock = Clock(scenario, seed: 1, replication: 0)
    var staff = Staff(scenario)
    staff.preparePools(scenario)
    let worker = staff.addWorker(fte: 1, role: 0, pool: 0, under: terms, on: &clock)
    clock.now = clock.calendar.openingMinute(day: 0)
    staff.begin(.appointment, worker, minutes: 30, on: &clock)
    #expect(staff.overlapping == -1)
    clock.now += 10
    staff.begin(.appointment, worker, minutes: 30, on: &clock)
    #expect(staff.overlapping == worker)
  }

  @Test func speedAppliesOnceHoweverOftenWorkChangesHands() {
    var scenario = TinyWorld.certain()
    scenario.staffing.learningMonths = 12
    scenario.staffing.learningStartSpeed = 0.5
    let terms = Terms(scenario)
    var clock = Clock(scenario, seed: 1, replication: 0)
    var observer = observer(scenario)
    var staff = Staff(scenario)
    staff.preparePools(scenario)
    let veteran = staff.addWorker(fte: 1, role: 0, pool: 0, under: terms, on: &clock)
    let beginner = staff.addWorker(fte: 1, role: 0, pool: 0, isNew: true, under: terms, on: &clock)
    let number = staff.addTask(
      WorkTask(kind: .matching, client: -1, spell: 0, isDelegated: true, remaining: 60, created: 7),
      worker: veteran, on: &clock, observer: &observer)
    for _ in 0..<20 {
      _ = staff.queues[veteran].removeFirst()
      staff.passOn(number, from: veteran, to: beginner, on: &clock)
      _ = staff.queues[beginner].removeFirst()
      staff.passOn(number, from: beginner, to: veteran, on: &clock)
    }
    _ = staff.queues[veteran].removeFirst()
    staff.passOn(number, from: veteran, to: beginner, on: &clock)
    #expect(staff.tasks[number].remaining == 60)
    #expect(staff.tasks[number].created == 7)
    #expect(staff.workers[veteran].queuedMinutes == 0)
    #expect(staff.queuedTime(of: beginner, under: terms, at: 0) == 120)
    _ = work(
      &staff, through: TinyWorld.minute(day: 0, 23, 59), under: terms, on: &clock,
      observer: &observer)
    // On the first morning speed is 0.5 and a thousandth: 120 minutes to the nearest minute.
    #expect(staff.workers[beginner].minutesWorked == 120)
    #expect(staff.workers[veteran].minutesWorked == 0)
  }
}
