/// Which public holidays close a calendar.
public enum HolidayRule: UInt8, Sendable {
  /// None.
  case none
  /// Those of the Netherlands, see ``DutchHolidays``.
  case dutch
}

/// The working minutes of an organisation, and arithmetic with them.
///
/// ```swift
/// // Friday 16:45 plus 30 working minutes is Monday 08:45.
/// calendar.finish(ofWorkingMinutes: 30, startingAt: friday + 1_005)  // monday + 525
/// ```
///
/// The calendar of one person is made the same way: a part-time pattern is a week of opening hours with
/// days left out, and leave is a list of closed days.
///
/// Time is whole minutes since 00:00 of the start date. A minute `t` is a working minute when the
/// organisation is open from `t` to `t + 1`. `workingMinutes(from:to:)` counts those in `a..<b`;
/// `finish(ofWorkingMinutes:startingAt:)` is the earliest `b` for which that count is `n`, so the two
/// are inverse: `workingMinutes(from: t, to: finish(n, t)) == n`. Outside the days it was built for a
/// calendar counts no working minutes; a finish that the calendar cannot reach is its last minute, or
/// the start when that lies later still.
///
/// - Complexity: counting O(stretches per day); finishing O(log days) at most, O(1) within a day.
public struct WorkingCalendar: Sendable {
  /// The first day.
  public let start: CivilDate
  /// Number of days.
  public let dayCount: Int
  /// The weekday of the first day; 0 is Monday.
  private let firstWeekday: Int
  /// The stretches of all weekdays, Monday first, and where each weekday begins; eight entries.
  private let stretches: [OpeningHours.Stretch]
  /// Where the stretches of each weekday begin in `stretches`; eight entries.
  private let weekdayStart: [Int]
  /// Working minutes before each day; one entry more than there are days.
  private let minutesBefore: [Int32]

  /// Builds the calendar of a range of days.
  ///
  /// - Parameters:
  ///   - start: The first day.
  ///   - dayCount: Number of days, from 0 to 1,491,308 (of 1,440 minutes, which 32 bits can count).
  ///   - openingHours: The hours of every week.
  ///   - holidays: Which public holidays close it.
  ///   - liberationDay: In which years Liberation Day is one of the Dutch holidays.
  ///   - closedDays: Further days without working minutes, as days since the start; those outside the
  ///     calendar have no effect.
  ///   - closedDates: The same as dates.
  /// - Precondition: `dayCount` lies in its range, and the Dutch holidays are known for its years.
  public init(
    start: CivilDate, dayCount: Int, openingHours: OpeningHours, holidays: HolidayRule,
    liberationDay: LiberationDay = .everyFifthYear, closedDays: [Int] = [],
    closedDates: [CivilDate] = []
  ) {
    precondition(
      dayCount >= 0 && dayCount <= 1_491_308,
      "a calendar needs a number of days from 0 to 1491308, not \(dayCount)")
    self.start = start
    self.dayCount = dayCount
    firstWeekday = start.weekday
    stretches = openingHours.weekdays.flatMap { $0 }
    var firstOfWeekday = [0]
    for weekday in openingHours.weekdays {
      firstOfWeekday.append((firstOfWeekday.last ?? 0) + weekday.count)
    }
    weekdayStart = firstOfWeekday
    var closed = DaySet(dayCount: dayCount)
    for day in closedDays where day >= 0 && day < dayCount { closed.insert(day) }
    let first = start.dayNumber
    for date in closedDates {
      let day = date.dayNumber - first
      if day >= 0 && day < dayCount { closed.insert(day) }
    }
    if holidays == .dutch {
      for year in start.year...start.adding(days: max(0, dayCount - 1)).year {
        for holiday in DutchHolidays.holidays(ofYear: year, liberationDay: liberationDay) {
          let day = holiday.dayNumber - first
          if day >= 0 && day < dayCount { closed.insert(day) }
        }
      }
    }
    var before: [Int32] = [0]
    before.reserveCapacity(dayCount + 1)
    var total: Int32 = 0
    for day in 0..<dayCount {
      if !closed.contains(day) {
        for stretch in openingHours.weekdays[(firstWeekday + day) % 7] {
          total += Int32(stretch.end - stretch.start)
        }
      }
      before.append(total)
    }
    minutesBefore = before
  }

  /// Working minutes of a day; 0 outside the calendar.
  public func openMinutes(day: Int) -> Int {
    guard day >= 0 && day < dayCount else { return 0 }
    return Int(minutesBefore[day + 1] - minutesBefore[day])
  }

  /// The weekday of a day, which may lie outside the calendar; 0 is Monday.
  public func weekday(day: Int) -> Int {
    let weekday = (firstWeekday + day) % 7
    return weekday < 0 ? weekday + 7 : weekday
  }

  /// Whether a day has working minutes.
  public func isOpen(day: Int) -> Bool { openMinutes(day: day) > 0 }

  /// The first working minute of a day; the day's first minute when it is closed.
  public func openingMinute(day: Int) -> Int {
    guard isOpen(day: day) else { return day * 1_440 }
    return day * 1_440 + stretches[stretchIndices(day: day).lowerBound].start
  }

  /// Where the stretches of a day of the calendar stand.
  private func stretchIndices(day: Int) -> Range<Int> {
    let weekday = (firstWeekday &+ day) % 7
    return weekdayStart[weekday]..<weekdayStart[weekday + 1]
  }

  /// The stretch of opening hours in which a minute lies, up to its end included; `nil` outside them.
  public func stretch(at t: Int) -> ClosedRange<Int>? {
    let day = t / 1_440
    guard t >= 0, day < dayCount, isOpen(day: day) else { return nil }
    let minute = t - day * 1_440
    for index in stretchIndices(day: day) {
      let stretch = stretches[index]
      if minute >= stretch.start && minute < stretch.end {
        return (day * 1_440 + stretch.start)...(day * 1_440 + stretch.end)
      }
    }
    return nil
  }

  /// The first open day from a day on; `dayCount` when there is none.
  ///
  /// - Complexity: O(log days).
  public func nextOpenDay(onOrAfter day: Int) -> Int {
    let from = max(0, day)
    guard from < dayCount else { return dayCount }
    return firstDay(withMoreThan: minutesBefore[from], from: from)
  }

  /// Working minutes in `a..<b`; negative when `b` lies before `a`.
  public func workingMinutes(from a: Int, to b: Int) -> Int {
    // Nearly always within one day.
    let day = a / 1_440
    if a >= 0 && b >= a && b <= (day + 1) * 1_440 && day < dayCount {
      return isOpen(day: day) ? openMinutes(of: day, from: a - day * 1_440, to: b - day * 1_440) : 0
    }
    return minutes(before: b) - minutes(before: a)
  }

  /// Working minutes between two minutes of an open day.
  private func openMinutes(of day: Int, from a: Int, to b: Int) -> Int {
    var minutes = 0
    for index in stretchIndices(day: day) {
      let stretch = stretches[index]
      minutes += max(0, min(stretch.end, b) - max(stretch.start, a))
    }
    return minutes
  }

  /// The earliest minute at which `n` working minutes have passed since `t`; `t` itself for none.
  ///
  /// - Precondition: `n >= 0`.
  public func finish(ofWorkingMinutes n: Int, startingAt t: Int) -> Int {
    precondition(n >= 0, "working minutes must not be negative, as \(n) is")
    guard n > 0 else { return t }
    // Nearly always within the present stretch.
    let today = t / 1_440
    if t >= 0 && today < dayCount && isOpen(day: today) {
      let minute = t - today * 1_440
      for index in stretchIndices(day: today)
      where minute >= stretches[index].start && minute <= stretches[index].end - n {
        return t + n
      }
    }
    let before = minutes(before: t)
    guard n <= Int(minutesBefore[dayCount]) - before else { return max(t, dayCount * 1_440) }
    let target = before + n
    var day = max(0, t / 1_440)
    // Nearly always today; else the first day after which enough minutes have passed.
    if Int(minutesBefore[day + 1]) < target {
      day = firstDay(withMoreThan: Int32(target - 1), from: day)
    }
    var left = target - Int(minutesBefore[day])
    for index in stretchIndices(day: day) {
      let stretch = stretches[index]
      let length = stretch.end - stretch.start
      if left <= length { return day * 1_440 + stretch.start + left }
      left -= length
    }
    preconditionFailure("a day has as many minutes as its stretches")
  }

  /// Working minutes from the start of the calendar to `t`.
  private func minutes(before t: Int) -> Int {
    guard t > 0 else { return 0 }
    let day = t / 1_440
    guard day < dayCount else { return Int(minutesBefore[dayCount]) }
    let base = Int(minutesBefore[day])
    guard minutesBefore[day + 1] > minutesBefore[day] else { return base }
    return base + openMinutes(of: day, from: 0, to: t - day * 1_440)
  }

  /// The first day from `day` on at whose end more than `minutes` have passed; `dayCount` when none.
  private func firstDay(withMoreThan minutes: Int32, from day: Int) -> Int {
    // A few days ahead by looking, farther by halving.
    var low = day
    let near = min(dayCount, day + 5)
    while low < near {
      if minutesBefore[low + 1] > minutes { return low }
      low += 1
    }
    var high = dayCount
    while low < high {
      let middle = (low + high) / 2
      if minutesBefore[middle + 1] > minutes { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
