import SimulationKernel

/// Audits of the register: at even intervals, each felt for a while.
struct Audits {
  /// How often the clock of audits has been set; the stamp of its event.
  private(set) var number: UInt32 = 0
  /// Number of audits so far.
  private(set) var count = 0
  /// Minute until which the last audit is felt.
  private(set) var feltUntil = 0

  /// Schedules the next audit, an interval from now.
  mutating func scheduleNext(under terms: Terms, on clock: inout Clock) {
    number &+= 1
    let perYear = terms.scenario.knowledge.auditsPerYear
    guard perYear > 0 else { return }
    let gap = SimulationClock.wholeMinutes(SimulationClock.minutesPerYear / perYear)
    guard clock.now + gap <= clock.end else { return }
    clock.schedule(.audit, at: clock.now + gap, entity: 0, stamp: number)
  }

  /// Follows terms that changed: the next audit comes a new interval after the change.
  mutating func adopt(_ terms: Terms, before: Terms, on clock: inout Clock) {
    guard before.scenario.knowledge.auditsPerYear != terms.scenario.knowledge.auditsPerYear else {
      return
    }
    scheduleNext(under: terms, on: &clock)
  }

  /// The register is audited: for a while more is registered.
  mutating func takePlace(under terms: Terms, on clock: inout Clock) {
    let length = terms.scenario.knowledge.auditDays * Double(SimulationClock.minutesPerDay)
    feltUntil = clock.now + Int(length)
    count += 1
    scheduleNext(under: terms, on: &clock)
  }
}
