import SimulationKernel

// Leave that is planned a year ahead, sickness that comes by chance, and who stands in.
extension Staff {
  /// The day of the year, from 0, of which the week is the last whole one of 365 days.
  private static let lastWeekBegins = 365 - 7
  /// Draws of single days of leave before the days are gone through in order; a matter of speed alone.
  private static let leaveAttempts = 1_000
  /// Spells of sickness a year that cannot be told from none: one in a million years.
  private static let rarestSickness = 1e-6
  /// The shortest mean gap between spells of sickness, in days, so that a rate is finite.
  private static let shortestGap = 1e-9
  /// The longest gap that is told apart, in days: more than two thousand years.
  private static let longestGap = 1e6
  /// The longest spell of sickness, in days: 27 years.
  private static let longestSickness = 1e4

  /// Weeks in a year.
  private static let weeksPerYear = SimulationClock.daysPerYear / 7
  /// The least presence that a worker reckons with, so that requests never take endless room.
  private static let leastPresence = 0.01

  /// The days of leave of a worker, year by year: weeks in summer, single weeks, then single days.
  ///
  /// Whoever comes in the course of a year has leave in proportion to what is left of it.
  func plannedLeave(
    of worker: Int, from startDay: Int, under terms: Terms, on clock: borrowing Clock
  ) -> DaySet {
    let calendar = clock.calendar
    var days = DaySet(dayCount: calendar.dayCount)
    var year = calendar.start.adding(days: startDay).year
    while let newYear = CivilDate(year: year, month: 1, day: 1),
      newYear.dayNumber - calendar.start.dayNumber < calendar.dayCount
    {
      let first = newYear.dayNumber - calendar.start.dayNumber
      let length = CivilDate.days(inYear: year)
      let open = max(first, startDay)..<(first + length)
      var draws = clock.stream(.leave, UInt64(worker), draw: UInt64(year))
      let perWeek = Double(workers[worker].weekdays.nonzeroBitCount)
      var left =
        terms.scenario.staffing.leaveDaysPerYear * perWeek
        / SimulationClock.workingDaysPerWeek * Double(open.count)
        / Double(length)
      // The fraction of a day is taken by chance, so that the mean is right.
      left = Double(Int(left)) + (draws.uniform() < left - Double(Int(left)) ? 1 : 0)
      let pattern = terms.scenario.staffing.leavePattern
      let summer =
        CivilDate(year: year, month: pattern.summerMonth, day: 1)?.dayNumber ?? newYear.dayNumber
      let summerBegins = summer - newYear.dayNumber
      for block in 0...pattern.singleWeeks {
        // The weeks of summer in a row come first, then single weeks anywhere.
        let isSummer = block == 0
        let weeks = isSummer ? pattern.summerWeeks : 1
        let offset =
          isSummer
          ? summerBegins + draws.integer(below: 7 * pattern.summerStartWeeks)
          : draws.integer(below: Staff.lastWeekBegins)
        for day in (first + offset)..<(first + offset + 7 * weeks)
        where left >= 1 && open.contains(day) {
          if takeLeave(worker, on: day, in: &days, calendar) { left -= 1 }
        }
      }
      var attempts = 0
      while left >= 1 && attempts < Staff.leaveAttempts {
        attempts += 1
        let day = open.lowerBound + draws.integer(below: open.count)
        if takeLeave(worker, on: day, in: &days, calendar) { left -= 1 }
      }
      // When hardly any day is left, chance finds it too slowly.
      for day in open where left >= 1 {
        if takeLeave(worker, on: day, in: &days, calendar) { left -= 1 }
      }
      year += 1
    }
    return days
  }

  /// Marks a day of leave, when it would be a working day within the run.
  private func takeLeave(
    _ worker: Int, on day: Int, in days: inout DaySet, _ calendar: WorkingCalendar
  ) -> Bool {
    guard day >= 0, day < calendar.dayCount, hasShift(worker, on: day, calendar),
      !days.contains(day)
    else { return false }
    days.insert(day)
    return true
  }

  /// Whether a worker is ill on a day; days must be asked in order.
  @inline(__always)
  mutating func isSick(
    _ worker: Int, on day: Int, under terms: Terms, on clock: borrowing Clock
  ) -> Bool {
    guard terms.scenario.staffing.sicknessShare > 0,
      terms.scenario.staffing.sicknessSpellsPerYear > Staff.rarestSickness
    else { return false }
    let effect = terms.scenario.staffing.pressureEffectOnSickness
    repeat {
      if Int(workers[worker].sickUntil) <= day {
        drawSickness(worker, upTo: day, effect: effect, under: terms, on: clock)
      }
      guard day >= Int(workers[worker].sickFrom) else { return false }
      if comesTrue(worker, effect: effect) { return true }
      // No spell after all; the time to the next one begins here.
      workers[worker].sickUntil = workers[worker].sickFrom
    } while true
  }

  /// Whether a spell that was drawn at the rate under high pressure comes at the worker's own rate.
  private mutating func comesTrue(_ worker: Int, effect: Double) -> Bool {
    let chance = Double(workers[worker].sicknessChance)
    guard chance > 0 else { return true }
    let isPressed = workers[worker].isUnderHighPressure
    guard chance * (1 + effect) < (isPressed ? 1 + effect : 1) else { return false }
    workers[worker].sicknessChance = 0
    return true
  }

  /// The colleague of the pool who stands in for an absent worker: of those who are there on a day, the one
  /// with the shortest queue; `nil` when nobody is.
  mutating func substitute(
    for worker: Int, on day: Int, under terms: Terms, on clock: borrowing Clock
  ) -> Int? {
    let pool = Int(workers[worker].pool)
    guard pool >= 0 else { return nil }
    var best: Int?
    for entry in pools[pool].colleagues(ofSlot: Int(workers[worker].slot)) {
      let other = Int(entry)
      guard hasShift(other, on: day, clock.calendar), !leave[other].contains(day),
        !isSick(other, on: day, under: terms, on: clock)
      else { continue }
      if let known = best, workers[known].queuedMinutes <= workers[other].queuedMinutes { continue }
      best = other
    }
    return best
  }

  /// Draws sickness spells until one ends after a day.
  private mutating func drawSickness(
    _ worker: Int, upTo day: Int, effect: Double, under terms: Terms, on clock: borrowing Clock
  ) {
    let share = terms.scenario.staffing.sicknessShare
    let perYear = terms.scenario.staffing.sicknessSpellsPerYear
    while Int(workers[worker].sickUntil) <= day {
      let draw = workers[worker].sicknessDraws
      var draws = clock.stream(.sickness, UInt64(worker), draw: UInt64(draw))
      workers[worker].sicknessDraws += 1
      let meanLength = SimulationClock.daysPerYear * share / perYear
      let meanGap = SimulationClock.daysPerYear / perYear - meanLength
      let gap = Exponential(rate: (1 + effect) / max(Staff.shortestGap, meanGap)).sample(
        using: &draws)
      let length = LogNormal(
        mean: meanLength,
        coefficientOfVariation: terms.scenario.staffing.sicknessLengthVariation
      ).sample(using: &draws)
      let previous = max(0, Int(workers[worker].sickUntil))
      let chance = effect > 0 ? draws.uniform() : 0
      // Whole days with the fraction by chance: the mean is kept, also of spells of less than a day.
      let from = previous + Staff.wholeDays(min(Staff.longestGap, gap), draw: draws.uniform())
      workers[worker].sickFrom = Int32(from)
      workers[worker].sickUntil = Int32(
        from + Staff.wholeDays(min(Staff.longestSickness, length), draw: draws.uniform()))
      workers[worker].sicknessChance = effect > 0 ? Float(1 - chance) : 0
    }
  }

  /// A number of days as a whole one, whose mean over draws of 0…1 is that number.
  private static func wholeDays(_ days: Double, draw: Double) -> Int {
    Int(days) + (draw < days - days.rounded(.down) ? 1 : 0)
  }

  /// Whether a worker sees a client for a colleague who is not there.
  func isSubstitute(_ worker: Int, for service: ClientService) -> Bool {
    service.visitor == Int32(worker) && workers[worker].campaign == 0
  }

  /// Working days a year on which a worker expects to be present.
  func expectedDaysPerYear(of worker: Int, under terms: Terms) -> Double {
    Staff.weeksPerYear * Double(workers[worker].weekdays.nonzeroBitCount)
      * max(Staff.leastPresence, terms.scenario.service.presenceShare)
  }
}
