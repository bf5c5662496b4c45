import SimulationKernel

// Clocks of workers: when somebody leaves, and when somebody swaps clients with a colleague.
extension Staff {
  /// Schedules a worker's departure at the number that the clock holds, when there is turnover.
  mutating func scheduleDeparture(
    _ worker: Int, under terms: Terms, on clock: inout Clock
  ) {
    let staffing = terms.scenario.staffing
    // At the rate under high pressure, of which `wantsToLeave` takes what is the worker's own.
    let rate =
      staffing.turnoverPerYear * (1 + staffing.pressureEffectOnTurnover)
      / SimulationClock.minutesPerYear
    guard rate > 0 else { return }
    var draws = clock.stream(
      .departure, UInt64(worker), draw: UInt64(workers[worker].departureNumber))
    let minutes = SimulationClock.wholeMinutes(Exponential(rate: rate).sample(using: &draws))
    // People leave at midnight, so that no task is in hand.
    let day = (clock.now + minutes) / SimulationClock.minutesPerDay + 1
    planDeparture(worker, at: day * SimulationClock.minutesPerDay, on: &clock)
  }

  /// Whether a worker whose departure was drawn at the rate under high pressure leaves at the own rate;
  /// whoever stays draws anew.
  mutating func wantsToLeave(_ worker: Int, under terms: Terms, on clock: inout Clock) -> Bool {
    let effect = terms.scenario.staffing.pressureEffectOnTurnover
    guard effect > 0, !workers[worker].isUnderHighPressure else { return true }
    var draws = clock.stream(
      .pressure, UInt64(worker), draw: UInt64(workers[worker].departureNumber))
    if draws.uniform() * (1 + effect) < 1 { return true }
    workers[worker].departureNumber &+= 1
    scheduleDeparture(worker, under: terms, on: &clock)
    return false
  }

  private mutating func planDeparture(_ worker: Int, at minute: Int, on clock: inout Clock) {
    guard minute <= clock.end else { return }
    clock.schedule(
      .departure, at: minute, entity: worker, stamp: workers[worker].departureNumber)
  }

  /// Whether a worker leaves now; after overtime past midnight the departure waits for a day.
  mutating func mayDepart(_ worker: Int, on clock: inout Clock) -> Bool {
    guard workers[worker].activity == .off else {
      planDeparture(worker, at: clock.now + SimulationClock.minutesPerDay, on: &clock)
      return false
    }
    return true
  }

  /// A worker is no longer employed: what the worker's clocks still bring is stale, and so are the days
  /// that were to come.
  ///
  /// The lists of clients and tasks stay; the flows give them to others.
  mutating func endEmployment(of worker: Int, on clock: inout Clock) {
    workers[worker].activity = .gone
    workers[worker].departureNumber &+= 1
    workers[worker].swapNumber &+= 1
    workers[worker].shiftNumber &+= 1
    clock.takeBack(workers[worker].wake)
    listMembers[Int(workers[worker].list)] -= 1
    let pool = Int(workers[worker].pool)
    if pool >= 0 { pools[pool].remove(slot: Int(workers[worker].slot)) }
  }

  /// Schedules a worker's next swap at the number that the clock holds.
  mutating func scheduleSwap(_ worker: Int, under terms: Terms, on clock: inout Clock) {
    let rate = terms.scenario.staffing.swapsPerYear / SimulationClock.minutesPerYear
    guard rate > 0 else { return }
    let number = workers[worker].swapNumber
    var draws = clock.stream(.swap, UInt64(worker), draw: 2 * UInt64(number))
    let gap = Exponential(rate: rate).sample(using: &draws)
    // The next midnight, so that no client changes hands during a talk; the gaps count from the moments themselves.
    let moment = min(
      Double(SimulationClock.never), Double(max(0, workers[worker].swapDrawnAt)) + gap)
    workers[worker].swapDrawnAt = Int32(moment)
    let day = max(
      clock.day, Int(moment) / SimulationClock.minutesPerDay + 1)
    guard day * SimulationClock.minutesPerDay <= clock.end else { return }
    clock.schedule(
      .swap, at: day * SimulationClock.minutesPerDay, entity: worker, stamp: number)
  }

  /// Departures and swaps follow new rates from now on; chance has no memory, so they are drawn anew.
  mutating func adoptRates(
    of terms: Terms, before: StaffingSettings, on clock: inout Clock
  ) {
    let staffing = terms.scenario.staffing
    for worker in workers.indices where workers[worker].activity != .gone {
      let isOwn = workers[worker].campaign == 0
      let isOther =
        before.turnoverPerYear != staffing.turnoverPerYear
        || before.pressureEffectOnTurnover != staffing.pressureEffectOnTurnover
      if isOther && isOwn {
        // A new number, because that of the running clock tells how long it was going to run.
        workers[worker].departureNumber &+= 1
        scheduleDeparture(worker, under: terms, on: &clock)
      }
      if before.swapsPerYear != staffing.swapsPerYear && carriesCaseload(worker) {
        workers[worker].swapNumber &+= 1
        workers[worker].swapDrawnAt = Int32(clock.now)
        scheduleSwap(worker, under: terms, on: &clock)
      }
    }
  }

  /// Those who are well draw the time to their next sickness spell at the new rates; those who are ill
  /// stay ill as long as they would have.
  mutating func adoptSickness(
    of terms: Terms, before: StaffingSettings, on clock: borrowing Clock
  ) {
    let staffing = terms.scenario.staffing
    guard
      before.sicknessShare != staffing.sicknessShare
        || before.sicknessSpellsPerYear != staffing.sicknessSpellsPerYear
        || before.sicknessLengthVariation != staffing.sicknessLengthVariation
        || before.pressureEffectOnSickness != staffing.pressureEffectOnSickness
    else { return }
    for worker in workers.indices
    where workers[worker].activity != .gone && Int(workers[worker].sickFrom) > clock.day {
      workers[worker].sickFrom = Int32(clock.day)
      workers[worker].sickUntil = Int32(clock.day)
    }
    for worker in workers.indices
    where workers[worker].activity != .gone && Int(workers[worker].sickUntil) < clock.day {
      // No spell was planned while there was no sickness; time begins to count now.
      workers[worker].sickFrom = Int32(clock.day)
      workers[worker].sickUntil = Int32(clock.day)
    }
  }
}
