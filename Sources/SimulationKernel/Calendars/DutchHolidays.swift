/// Public holidays in the Netherlands on which offices are closed, for any year.
public enum DutchHolidays {
  /// Easter Sunday of a year of the Gregorian calendar.
  ///
  /// Algorithm: the anonymous Gregorian computus (Nature, 20 April 1876; Meeus 1991).
  public static func easterSunday(ofYear year: Int) -> CivilDate {
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

  /// The holidays of a year in order: New Year, Easter Monday, the royal birthday, Liberation Day
  /// (every fifth year, as collective agreements have it), Ascension, Whit Monday and Christmas.
  ///
  /// Easter Sunday and Whit Sunday are left out because they are Sundays; Good Friday is a working day.
  public static func holidays(ofYear year: Int) -> [CivilDate] {
    let easter = easterSunday(ofYear: year)
    var days: [CivilDate] = [easter.adding(days: 1), royalBirthday(ofYear: year)]
    days.append(easter.adding(days: 39))
    days.append(easter.adding(days: 50))
    var fixed = [(1, 1), (12, 25), (12, 26)]
    if year % 5 == 0 { fixed.append((5, 5)) }
    for (month, day) in fixed {
      if let date = CivilDate(year: year, month: month, day: day) { days.append(date) }
    }
    days.sort()
    return days
  }

  /// Whether offices are closed on a date for a public holiday.
  ///
  /// - Complexity: O(1).
  public static func isHoliday(_ date: CivilDate) -> Bool {
    for holiday in holidays(ofYear: date.year) where holiday == date { return true }
    return false
  }
}
