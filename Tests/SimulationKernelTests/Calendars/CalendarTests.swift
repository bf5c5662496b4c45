import SimulationKernel
import Testing

@Suite struct CalendarTests {
  @Test func everyDayOfTwoCenturiesRoundTrips() throws {
    let first = try #require(CivilDate(year: 1900, month: 1, day: 1))
    #expect(first.weekday == 0)
    var previous = first.adding(days: -1)
    for number in first.dayNumber..<(first.dayNumber + 73_414) {
      let date = CivilDate(dayNumber: number)
      #expect(date.dayNumber == number)
      #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
      #expect(date.weekday == (previous.weekday + 1) % 7)
      #expect(previous < date)
      previous = date
    }
    #expect(CivilDate(year: 2100, month: 12, day: 31) == previous)
    #expect(CivilDate(year: 2013, month: 2, day: 29) == nil)
    #expect(CivilDate(dayNumber: 0).year == 1970)
  }

  @Test func holidaysOfKnownYears() {
    func text(_ year: Int) -> [String] {
      DutchHolidays.holidays(ofYear: year).map { "\($0.day)/\($0.month)" }
    }
    #expect(text(2010) == ["1/1", "5/4", "30/4", "5/5", "13/5", "24/5", "25/12", "26/12"])
    #expect(text(2014) == ["1/1", "21/4", "26/4", "29/5", "9/6", "25/12", "26/12"])
    #expect(text(2015) == ["1/1", "6/4", "27/4", "5/5", "14/5", "25/5", "25/12", "26/12"])
    #expect(text(2024) == ["1/1", "1/4", "27/4", "9/5", "20/5", "25/12", "26/12"])
    // In 2038 Easter is as late as it can be, and Easter Monday falls on the day before the King's.
    #expect(text(2038) == ["1/1", "26/4", "27/4", "3/6", "14/6", "25/12", "26/12"])
    #expect(DutchHolidays.royalBirthday(ofYear: 2006).day == 29)
  }

  /// Ascension fell on Liberation Day in 2005 and 2016, and on the Queen's birthday's date in 1818.
  @Test func aDateThatIsTwoHolidaysCountsOnce() {
    func text(_ year: Int, _ liberationDay: LiberationDay) -> [String] {
      DutchHolidays.holidays(ofYear: year, liberationDay: liberationDay).map {
        "\($0.day)/\($0.month)"
      }
    }
    let of2005 = ["1/1", "28/3", "30/4", "5/5", "16/5", "25/12", "26/12"]
    for rule in LiberationDay.allCases { #expect(text(2005, rule) == of2005, "\(rule)") }
    #expect(text(2016, .everyYear) == text(2016, .never))
    #expect(text(2016, .everyYear).filter { $0 == "5/5" }.count == 1)
    #expect(text(1818, .never).filter { $0 == "30/4" }.count == 1)
    for year in 1...3_000 {
      let days = DutchHolidays.holidays(ofYear: year, liberationDay: .everyYear)
      for index in days.indices.dropFirst() { #expect(days[index - 1] < days[index], "\(year)") }
    }
  }

  @Test func liberationDayFollowsItsRule() {
    func isFree(_ year: Int, _ rule: LiberationDay) -> Bool {
      guard let day = CivilDate(year: year, month: 5, day: 5) else { return false }
      return DutchHolidays.isHoliday(day, liberationDay: rule)
    }
    #expect(
      (2013...2021).map { isFree($0, .everyFifthYear) }
        == [false, false, true, true, false, false, false, true, false])
    #expect((2013...2021).allSatisfy { isFree($0, .everyYear) })
    #expect((2013...2021).filter { isFree($0, .never) } == [2_016])
  }

  /// Counted with the calendar of another language (Python's `datetime`), holiday by holiday.
  @Test func holidaysOnWeekdaysPerYear() {
    #expect(DutchHolidays.meanOnWeekdays() == 6.05)
    #expect(DutchHolidays.meanOnWeekdays(liberationDay: .everyYear) == 6.5)
    #expect(DutchHolidays.meanOnWeekdays(liberationDay: .never) == 5.85)
    #expect(DutchHolidays.meanOnWeekdays(inYears: 2_014...2_413) == 6)
    #expect(
      DutchHolidays.meanOnWeekdays(inYears: 2_014...2_413, liberationDay: .everyYear) == 6.55)
    // 2022: New Year on a Saturday, Christmas on a Sunday; five days are left of seven.
    #expect(DutchHolidays.meanOnWeekdays(inYears: 2_022...2_022) == 5)
  }

  @Test func closedDatesAndTheRuleOfLiberationDayCloseACalendar() throws {
    let start = try #require(CivilDate(year: 2014, month: 5, day: 1))
    let friday = try #require(CivilDate(year: 2014, month: 5, day: 9))
    let before = try #require(CivilDate(year: 2014, month: 4, day: 30))
    func calendar(_ rule: LiberationDay, _ dates: [CivilDate]) -> WorkingCalendar {
      WorkingCalendar(
        start: start, dayCount: 31, openingHours: .office, holidays: .dutch, liberationDay: rule,
        closedDates: dates)
    }
    // Thursday 1 May to Saturday 31 May: 22 weekdays, Ascension on Thursday 29 May.
    let month = 31 * 1_440
    #expect(calendar(.everyFifthYear, []).workingMinutes(from: 0, to: month) == 21 * 480)
    #expect(calendar(.everyYear, []).workingMinutes(from: 0, to: month) == 20 * 480)
    let local = calendar(.everyYear, [friday, before, friday])
    #expect(local.workingMinutes(from: 0, to: month) == 19 * 480)
    #expect(!local.isOpen(day: 4) && !local.isOpen(day: 8) && local.isOpen(day: 5))
  }

  private func calendar(days: Int = 800) throws -> WorkingCalendar {
    WorkingCalendar(
      start: try #require(CivilDate(year: 2014, month: 3, day: 1)), dayCount: days,
      openingHours: .office, holidays: .dutch, closedDays: [9, 10])
  }

  @Test func countingAgreesWithLookingAtEveryMinute() throws {
    let calendar = try calendar(days: 70)
    // 1 March 2014 is a Saturday. A reference that knows nothing of prefix sums.
    var open: [Bool] = []
    for day in 0..<70 {
      let date = calendar.start.adding(days: day)
      let isClosed = date.weekday >= 5 || DutchHolidays.isHoliday(date) || day == 9 || day == 10
      for minute in 0..<1_440 {
        open.append(
          !isClosed && ((510..<750).contains(minute) || (780..<1_020).contains(minute)))
      }
    }
    var stream = RandomStream(seed: 1, replication: 0, purpose: 0, entity: 0)
    for _ in 0..<400 {
      let a = stream.integer(below: open.count)
      let b = min(open.count, a + stream.integer(below: 9_000))
      var expected = 0
      for minute in a..<b where open[minute] { expected += 1 }
      #expect(calendar.workingMinutes(from: a, to: b) == expected, "\(a) to \(b)")
      #expect(calendar.workingMinutes(from: b, to: a) == -expected)
      let n = stream.integer(below: 2_000)
      var left = n
      var minute = a
      while left > 0 && minute < open.count {
        if open[minute] { left -= 1 }
        minute += 1
      }
      if left == 0 { #expect(calendar.finish(ofWorkingMinutes: n, startingAt: a) == minute) }
    }
  }

  @Test func finishAndCountAreInverse() throws {
    let calendar = try calendar()
    var stream = RandomStream(seed: 2, replication: 0, purpose: 0, entity: 0)
    for _ in 0..<20_000 {
      let t = stream.integer(below: 600 * 1_440)
      let n = stream.integer(below: 20_000)
      let finish = calendar.finish(ofWorkingMinutes: n, startingAt: t)
      #expect(calendar.workingMinutes(from: t, to: finish) == n, "\(n) from \(t)")
      if n > 0 { #expect(calendar.workingMinutes(from: t, to: finish - 1) == n - 1) }
    }
  }

  @Test func edges() throws {
    let calendar = try calendar(days: 30)
    let last = 30 * 1_440
    #expect(calendar.finish(ofWorkingMinutes: 0, startingAt: 5) == 5)
    #expect(calendar.finish(ofWorkingMinutes: 1_000_000, startingAt: 0) == last)
    #expect(calendar.workingMinutes(from: -5_000, to: 0) == 0)
    #expect(calendar.workingMinutes(from: last, to: last + 9_999) == 0)
    #expect(!calendar.isOpen(day: -1) && !calendar.isOpen(day: 30))
    #expect(calendar.nextOpenDay(onOrAfter: 0) == 2)
    #expect(calendar.nextOpenDay(onOrAfter: 9) == 11)
    #expect(calendar.nextOpenDay(onOrAfter: 29) == 30)
    #expect(calendar.openMinutes(day: 2) == 480)
    #expect(calendar.openingMinute(day: 2) == 2 * 1_440 + 510)
    #expect(calendar.finish(ofWorkingMinutes: 1, startingAt: 0) == 2 * 1_440 + 511)
    let empty = WorkingCalendar(
      start: calendar.start, dayCount: 0, openingHours: .always, holidays: .none)
    #expect(empty.finish(ofWorkingMinutes: 3, startingAt: 0) == 0)
    // A finish never lies before its start, and no number of minutes is too large to ask for.
    #expect(calendar.finish(ofWorkingMinutes: 1, startingAt: last + 77) == last + 77)
    let minute = 2 * 1_440 + 600
    #expect(calendar.finish(ofWorkingMinutes: .max, startingAt: minute) == last)
    // 1 March 2014 is a Saturday, and so is the day a week before it.
    #expect(calendar.weekday(day: 0) == 5 && calendar.weekday(day: -7) == 5)
    #expect(calendar.weekday(day: -1) == 4)
  }

  @Test func daysAreClosedFromTheFirstToTheLast() throws {
    // A Monday; whatever lies outside the calendar closes nothing.
    let start = try #require(CivilDate(year: 2014, month: 3, day: 3))
    let calendar = WorkingCalendar(
      start: start, dayCount: 5, openingHours: .always, holidays: .none, closedDays: [-1, 0, 5],
      closedDates: [start.adding(days: -1), start.adding(days: 4), start.adding(days: 5)])
    #expect((-1...5).filter { calendar.isOpen(day: $0) } == [1, 2, 3])
    #expect(calendar.nextOpenDay(onOrAfter: 0) == 1)
    #expect(calendar.nextOpenDay(onOrAfter: 4) == 5)
  }

  @Test func stretchesMayTouch() {
    let day = [
      OpeningHours.Stretch(start: 0, end: 600), OpeningHours.Stretch(start: 600, end: 1_440),
    ]
    let hours = OpeningHours(weekdays: Array(repeating: day, count: 7))
    let calendar = WorkingCalendar(
      start: CivilDate(dayNumber: 0), dayCount: 2, openingHours: hours, holidays: .none)
    #expect(calendar.openMinutes(day: 0) == 1_440)
    #expect(calendar.workingMinutes(from: 599, to: 601) == 2)
    #expect(calendar.finish(ofWorkingMinutes: 2, startingAt: 599) == 601)
  }

  @Test func daySets() {
    var days = DaySet(dayCount: 130)
    for day in [0, 63, 64, 129] { days.insert(day) }
    #expect(days.count == 4)
    #expect(days.contains(63) && days.contains(64) && !days.contains(65))
    #expect(!days.contains(-1) && !days.contains(130))
  }

  @Test func misuseStops() async {
    await #expect(processExitsWith: .failure) {
      _ = WorkingCalendar(
        start: CivilDate(dayNumber: 0), dayCount: 1_491_309, openingHours: .always, holidays: .none)
    }
    await #expect(processExitsWith: .failure) { _ = DutchHolidays.holidays(ofYear: 0) }
    await #expect(processExitsWith: .failure) { _ = OpeningHours.Stretch(start: 5, end: 5) }
    await #expect(processExitsWith: .failure) { _ = OpeningHours.Stretch(start: -1, end: 5) }
    await #expect(processExitsWith: .failure) { _ = OpeningHours.Stretch(start: 5, end: 1_441) }
    await #expect(processExitsWith: .failure) {
      let later = [
        OpeningHours.Stretch(start: 0, end: 600), OpeningHours.Stretch(start: 599, end: 700),
      ]
      _ = OpeningHours(weekdays: Array(repeating: later, count: 7))
    }
    await #expect(processExitsWith: .failure) { _ = OpeningHours(weekdays: [[]]) }
    await #expect(processExitsWith: .failure) {
      var days = DaySet(dayCount: 130)
      days.insert(130)
    }
    await #expect(processExitsWith: .failure) {
      var days = DaySet(dayCount: 0)
      days.insert(0)
    }
  }
}
