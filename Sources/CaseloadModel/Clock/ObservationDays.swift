import SimulationKernel

/// The days on which the stock is observed: the first day of every n-th month.
struct ObservationDays {
  /// Days since the start of the run: every observation, the first at the end of the first step.
  var days: [Int] = []
  /// The first day of the month before each observation, in the same order.
  var lastMonths: [Int] = []
  /// The day on which the warm-up ends.
  var warmUpEnd = 0
  /// The day on which the run ends.
  var end = 0
  /// Day number (since 1970-01-01) of the first day of the run.
  var startNumber = 0

  /// The first observation.
  var first: Int { days[0] }

  /// Works out the days for a scenario.
  init(_ time: TimeSettings) {
    startNumber = time.start.dayNumber
    let months = time.warmUpMonths + time.durationMonths
    warmUpEnd = ObservationDays.day(afterMonths: time.warmUpMonths, from: time.start)
    end = ObservationDays.day(afterMonths: months, from: time.start)
    // Steps count from the end of the warm-up, so that the window holds whole steps.
    var month = time.warmUpMonths % time.observationMonths
    if month == 0 { month = time.observationMonths }
    var observed: [Int] = []
    while month <= months {
      observed.append(month)
      month += time.observationMonths
    }
    if observed.last != months { observed.append(months) }
    for month in observed {
      days.append(ObservationDays.day(afterMonths: month, from: time.start))
      lastMonths.append(ObservationDays.day(afterMonths: month - 1, from: time.start))
    }
  }

  /// Days from `start` to the same day of the month `months` later (clamped to the month's end).
  static func day(afterMonths months: Int, from start: CivilDate) -> Int {
    let index = start.year * 12 + (start.month - 1) + months
    let year = index / 12
    let month = index % 12 + 1
    let day = min(start.day, CivilDate.days(inMonth: month, ofYear: year))
    guard let date = CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("the run reaches beyond year 9999")
    }
    return date.dayNumber - start.dayNumber
  }
}
