/// In which years Liberation Day, 5 May, is a free day.
///
/// The law leaves it to employers; most collective agreements give the day in every fifth year.
public enum LiberationDay: UInt8, Sendable, CaseIterable {
  /// In years that divide by five.
  case everyFifthYear
  /// In every year.
  case everyYear
  /// In no year.
  case never

  /// Whether the day is free in a year.
  public func isFree(inYear year: Int) -> Bool {
    switch self {
    case .everyFifthYear: year % 5 == 0
    case .everyYear: true
    case .never: false
    }
  }
}

/// Public holidays in the Netherlands on which offices are closed, as they have been since 1980.
public enum DutchHolidays {
  /// Easter Sunday of a year of the Gregorian calendar.
  ///
  /// - Precondition: the year lies in 1...9999.
  /// Algorithm: the anonymous Gregorian computus (Nature, 20 April 1876; Meeus 1991).
  public static func easterSunday(ofYear year: Int) -> CivilDate {
    precondition((1...9_999).contains(year), "year \(year) lies outside 1...9999")
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let d = b / 4
    let e = b % 4
    let f = (b + 8) / 25
    let g = (b - f + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let i = c / 4
    let k = c % 4
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let month = (h + l - 7 * m + 114) / 31
    let day = (h + l - 7 * m + 114) % 31 + 1
    guard let date = CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("the computus gives a date in March or April")
    }
    return date
  }

  /// The King's or Queen's birthday: 27 April from 2014 on, 30 April before, and a day early when that
  /// is a Sunday.
  public static func royalBirthday(ofYear year: Int) -> CivilDate {
    guard let date = CivilDate(year: year, month: 4, day: year >= 2014 ? 27 : 30) else {
      preconditionFailure("April has 30 days")
    }
    return date.weekday == 6 ? date.adding(days: -1) : date
  }

  /// The holidays of a year in order, each date once: New Year, Easter Monday, the royal birthday,
  /// Liberation Day, Ascension, Whit Monday and Christmas.
  ///
  /// Easter Sunday and Whit Sunday are left out because they are Sundays; Good Friday is a working day.
  /// Two holidays may share a date, as Liberation Day and Ascension did on 5 May 2005.
  ///
  /// - Precondition: the year lies in 1...9999.
  public static func holidays(
    ofYear year: Int, liberationDay: LiberationDay = .everyFifthYear
  ) -> [CivilDate] {
    let easter = easterSunday(ofYear: year)
    var days: [CivilDate] = [easter.adding(days: 1), royalBirthday(ofYear: year)]
    days.append(easter.adding(days: 39))
    days.append(easter.adding(days: 50))
    var fixed = [(1, 1), (12, 25), (12, 26)]
    if liberationDay.isFree(inYear: year) { fixed.append((5, 5)) }
    for (month, day) in fixed {
      if let date = CivilDate(year: year, month: month, day: day) { days.append(date) }
    }
    days.sort()
    var once: [CivilDate] = []
    for day in days where once.last != day { once.append(day) }
    return once
  }

  /// The mean number of holidays a year that fall on Monday to Friday, over a span of years.
  ///
  /// Without a span over 2010 to 2029: the twenty years in which reference organisations and their
  /// futures lie, and four rounds of Liberation Day. It is 6.05 then; over the 400 years after which
  /// the weekdays of the Gregorian calendar repeat (2014 to 2413) it is 6.00.
  ///
  /// - Precondition: the years lie in 1...9999.
  /// - Complexity: O(years).
  public static func meanOnWeekdays(
    inYears years: ClosedRange<Int> = 2_010...2_029,
    liberationDay: LiberationDay = .everyFifthYear
  ) -> Double {
    var total = 0
    for year in years {
      for day in holidays(ofYear: year, liberationDay: liberationDay) where day.weekday < 5 {
        total += 1
      }
    }
    return Double(total) / Double(years.count)
  }

  /// Whether offices are closed on a date for a public holiday.
  ///
  /// - Complexity: O(1).
  public static func isHoliday(
    _ date: CivilDate, liberationDay: LiberationDay = .everyFifthYear
  ) -> Bool {
    for holiday in holidays(ofYear: date.year, liberationDay: liberationDay)
    where holiday == date {
      return true
    }
    return false
  }
}
