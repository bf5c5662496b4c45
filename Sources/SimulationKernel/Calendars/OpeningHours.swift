/// Opening hours per weekday: stretches of the day in which work is done.
public struct OpeningHours: Sendable, Equatable {
  /// A stretch within a day, in minutes from midnight; `end` itself is no working minute.
  public struct Stretch: Sendable, Equatable {
    /// First minute.
    public let start: Int
    /// Minute after the last.
    public let end: Int

    /// Makes a stretch.
    ///
    /// - Precondition: `0 <= start < end <= 1440`.
    public init(start: Int, end: Int) {
      precondition(
        start >= 0 && start < end && end <= 1_440,
        "a stretch needs 0 <= start < end <= 1440, not \(start) and \(end)")
      self.start = start
      self.end = end
    }
  }

  /// The stretches of each weekday, Monday first, in order of time.
  public let weekdays: [[Stretch]]

  /// Makes opening hours from the stretches of seven weekdays, Monday first.
  ///
  /// - Precondition: seven weekdays; the stretches of a day are in order and do not overlap.
  public init(weekdays: [[Stretch]]) {
    precondition(weekdays.count == 7, "opening hours need seven weekdays, not \(weekdays.count)")
    for stretches in weekdays {
      for index in stretches.indices.dropFirst() {
        precondition(
          stretches[index - 1].end <= stretches[index].start,
          "stretches overlap or are out of order")
      }
    }
    self.weekdays = weekdays
  }

  /// An office: Monday to Friday, 08:30 to 12:30 and 13:00 to 17:00.
  public static let office: OpeningHours = {
    let day = [Stretch(start: 510, end: 750), Stretch(start: 780, end: 1_020)]
    return OpeningHours(weekdays: [day, day, day, day, day, [], []])
  }()

  /// Every minute of every day.
  public static let always = OpeningHours(
    weekdays: Array(repeating: [Stretch(start: 0, end: 1_440)], count: 7))
}
