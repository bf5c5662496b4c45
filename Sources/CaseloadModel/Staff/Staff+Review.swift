import SimulationKernel

// When the number of caseworkers is worked out anew.
extension Staff {
  /// The minute of the next yearly adjustment of the staff to the stock: a new year's midnight; `nil`
  /// when the rule knows none.
  static func nextReview(under terms: Terms, on clock: borrowing Clock) -> Int? {
    guard terms.scenario.staffing.rule.followsStock else { return nil }
    let start = clock.calendar.start
    let date = start.adding(days: clock.day)
    guard let next = CivilDate(year: date.year + 1, month: 1, day: 1) else { return nil }
    let minute = (next.dayNumber - start.dayNumber) * SimulationClock.minutesPerDay
    return minute <= clock.end ? minute : nil
  }
}
