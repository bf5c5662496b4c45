/// What is remembered of a client for observation alone, so that what took time can be told.
struct ObservedCourse {
  /// The number among the newcomers who are followed; -1 for anybody else.
  var newcomer: Int32 = -1
  /// The minute since when the client waits for a worker.
  var withoutWorkerSince: Int32 = 0
  /// The minute at which the instrument was proposed that the client now waits for or runs.
  var instrumentProposedAt: Int32 = 0
  /// The minute up to which the client's time in stock is added to that by length of the spell.
  var exposedUntil: Int32 = 0
  /// Minutes of contact by month.
  var contact = ContactMonths()
}

/// Minutes of contact in the last thirteen months, each a twelfth of a mean year.
struct ContactMonths {
  // A ring of thirteen months.
  /// A ring of minutes of contact, by month.
  private var minutes:
    (
      UInt16, UInt16, UInt16, UInt16, UInt16, UInt16, UInt16, UInt16, UInt16, UInt16, UInt16,
      UInt16,
      UInt16
    ) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
  /// The last month with contact, counted from the start of the run.
  private var last: UInt16 = 0
  /// Months in the ring.
  private static let count = 13

  private subscript(month: Int) -> UInt16 {
    get {
      withUnsafeBytes(of: minutes) {
        $0.load(fromByteOffset: month % ContactMonths.count * 2, as: UInt16.self)
      }
    }
    set {
      withUnsafeMutableBytes(of: &minutes) {
        $0.storeBytes(of: newValue, toByteOffset: month % ContactMonths.count * 2, as: UInt16.self)
      }
    }
  }

  /// The month in which a minute falls, and whether half of it is over.
  private static func month(of minute: Int) -> (number: Int, isHalfOver: Bool) {
    let halves = Int(Double(minute) * 24 / SimulationClock.minutesPerYear)
    return (halves / 2, halves % 2 == 1)
  }

  /// Adds minutes of contact.
  mutating func add(_ amount: Int, at minute: Int) {
    let month = ContactMonths.month(of: minute).number
    let elapsed = month - Int(last)
    if elapsed >= ContactMonths.count { minutes = ContactMonths().minutes }
    if elapsed > 0 && elapsed < ContactMonths.count {
      for passed in (Int(last) + 1)...month { self[passed] = 0 }
    }
    last = UInt16(truncatingIfNeeded: month)
    self[month] = UInt16(min(65_535, Int(self[month]) + amount))
  }

  /// Minutes of contact in the twelve months whose end is nearest to a minute.
  func inAYear(upTo minute: Int) -> Int {
    let now = ContactMonths.month(of: minute)
    let end = now.isHalfOver ? now.number : now.number - 1
    // Of these months the ring holds those up to the last with contact, and no more than it has places.
    let first = max(0, end - 11, Int(last) - (ContactMonths.count - 1))
    let final = min(max(0, end), Int(last))
    guard first <= final else { return 0 }
    return withUnsafeBytes(of: minutes) { ring in
      var place = first % ContactMonths.count
      var sum = 0
      for _ in first...final {
        sum += Int(ring.load(fromByteOffset: place * 2, as: UInt16.self))
        place = place + 1 == ContactMonths.count ? 0 : place + 1
      }
      return sum
    }
  }
}
