/// Units of simulated time: whole minutes since 00:00 on the first day.
enum SimulationClock {
  /// Minutes in a day.
  static let minutesPerDay = 1_440
  /// Days in an average year: from 1901 to 2099 every fourth year is a leap year.
  static let daysPerYear = 365.25
  /// Minutes in such a year.
  static let minutesPerYear = daysPerYear * Double(minutesPerDay)
  /// Days of a working week, Monday to Friday.
  static let workingDaysPerWeek = 5.0
  /// A moment that never comes; far enough to stay exact in 32 bits.
  static let never: Int32 = .max
  /// A moment before everything that the run can know of.
  static let past: Int32 = .min / 2

  /// The longest gap that is told apart from "never": about 1,900 years.
  static let farthest = 1_000_000_000.0

  /// The whole minute at which something that happens after `minutes` takes place; at least 1.
  ///
  /// Continuous gaps are rounded up, so that an event never precedes its cause.
  static func wholeMinutes(_ minutes: Double) -> Int {
    if minutes >= farthest { return Int(farthest) }
    let whole = Int(minutes)
    return max(1, Double(whole) < minutes ? whole + 1 : whole)
  }
}
