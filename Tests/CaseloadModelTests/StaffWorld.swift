import SimulationKernel
import Testing

@testable import CaseloadModel

/// The staff by itself: workers, their tasks and the clock, without clients or anything else of a run.
struct StaffWorld: ~Copyable {
  let terms: Terms
  var clock: Clock
  var observer: Observer
  var staff: Staff

  /// Makes a staff of nobody.
  init(_ scenario: Scenario = TinyWorld.certain()) {
    terms = Terms(scenario)
    clock = Clock(scenario, seed: 1, replication: 0)
    observer = Observer(groupCount: 3, segmentCount: 1, days: ObservationDays(scenario.time))
    staff = Staff(scenario)
    staff.preparePools(scenario)
  }

  /// Adds a caseworker of one full-time equivalent.
  mutating func addWorker(isNew: Bool = false) -> Int {
    staff.addWorker(fte: 1, role: 0, pool: 0, isNew: isNew, under: terms, on: &clock)
  }

  /// Gives a worker a task without a client.
  @discardableResult
  mutating func addTask(
    _ kind: TaskKind, minutes: Double, created: Int32 = 0, to worker: Int
  ) -> Int32 {
    staff.addTask(
      WorkTask(
        kind: kind, client: -1, spell: 0, isDelegated: true, remaining: minutes, created: created),
      worker: worker, on: &clock, observer: &observer)
  }

  /// Lets the staff work through the end of a day, from 0: shifts begin and stretches end.
  ///
  /// - Returns: The moments at which somebody was left without work, or went home.
  @discardableResult
  mutating func work(throughDay day: Int) -> [Int] {
    let end = TinyWorld.minute(day: day, 23, 59)
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
}
