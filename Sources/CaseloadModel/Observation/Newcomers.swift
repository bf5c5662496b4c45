/// Where somebody is who came on benefit for the first time.
enum NewcomerPlace: UInt8 {
  /// On benefit.
  case onBenefit
  /// Off benefit after an exit to work, subsidised or not.
  case atWork
  /// Off benefit after any other exit.
  case elsewhere
}

/// One person who is followed from the first day on benefit.
struct Newcomer {
  /// Days for which somebody is followed, the first year and two years.
  static let horizons = (365, 730)

  /// The minute of coming on benefit.
  let entry: Int32
  /// The segment at that moment.
  let segment: UInt8
  /// The group that the first intake finds; `nil` before it.
  var group: UInt8?
  /// Where the person is.
  private(set) var place = NewcomerPlace.onBenefit
  /// The minute since when.
  private var since: Int32
  /// Where the person was at the end of the first year, once that is over and something has changed since.
  private var placeAfterAYear = NewcomerPlace.onBenefit
  /// Whether the person has left for work within the first year.
  private(set) var leftForWorkInAYear = false
  /// Minutes on benefit within one year and within two.
  private(set) var benefit = (0, 0)
  /// Minutes in work within one year and within two.
  private(set) var work = (0, 0)

  /// Somebody comes on benefit.
  init(segment: Int, at minute: Int) {
    entry = Int32(minute)
    since = Int32(minute)
    self.segment = UInt8(segment)
  }

  private static func overlap(_ from: Int, _ to: Int, days: Int) -> Int {
    let end = days * SimulationClock.minutesPerDay
    return max(0, min(to, end) - min(from, end))
  }

  /// Adds up the time up to a minute.
  mutating func advance(to minute: Int) {
    let (from, to) = (Int(since) - Int(entry), minute - Int(entry))
    let year = Newcomer.overlap(from, to, days: Newcomer.horizons.0)
    let years = Newcomer.overlap(from, to, days: Newcomer.horizons.1)
    switch place {
    case .onBenefit:
      benefit.0 += year
      benefit.1 += years
    case .atWork:
      work.0 += year
      work.1 += years
    case .elsewhere: break
    }
    if from <= Newcomer.horizons.0 * SimulationClock.minutesPerDay { placeAfterAYear = place }
    since = Int32(minute)
  }

  /// The person goes somewhere.
  mutating func go(to place: NewcomerPlace, at minute: Int) {
    advance(to: minute)
    self.place = place
    let year = Newcomer.horizons.0 * SimulationClock.minutesPerDay
    if minute - Int(entry) <= year {
      placeAfterAYear = place
      if place == .atWork { leftForWorkInAYear = true }
    }
  }

  /// Where the person is at the end of the first year; of meaning once it is over.
  var atTheEndOfAYear: NewcomerPlace { placeAfterAYear }
}

/// The people who come on benefit for the first time within the window, in order of coming.
///
/// Each is followed until the end of the period in which the second year is over; who comes so late
/// that the run ends before a year is over counts in no metric of that year.
struct Newcomers {
  /// Those who are followed, in order of arrival.
  private var members: [Newcomer] = []
  /// The number of the first who is still followed.
  private var first = 0
  /// The number of the first whose first year is not over.
  private var firstInYear = 0
  /// The number of the first whose second year is not over.
  private var firstInTwoYears = 0

  /// Somebody comes; the number by which the person is known from now on.
  mutating func add(_ newcomer: Newcomer) -> Int32 {
    members.append(newcomer)
    return Int32(first + members.count - 1)
  }

  /// Changes one who is still followed.
  mutating func change(_ number: Int32, _ change: (inout Newcomer) -> Void) {
    let index = Int(number) - first
    if index >= 0 && number >= 0 { change(&members[index]) }
  }

  /// Hands over everybody whose first year, or whose second, is over at a minute, each once.
  mutating func close(
    at minute: Int, year: (Newcomer) -> Void, twoYears: (Newcomer) -> Void
  ) {
    let day = SimulationClock.minutesPerDay
    while firstInYear < first + members.count {
      let index = firstInYear - first
      guard Int(members[index].entry) + Newcomer.horizons.0 * day <= minute else { break }
      members[index].advance(to: minute)
      year(members[index])
      firstInYear += 1
    }
    while firstInTwoYears < firstInYear {
      let index = firstInTwoYears - first
      guard Int(members[index].entry) + Newcomer.horizons.1 * day <= minute else { break }
      members[index].advance(to: minute)
      twoYears(members[index])
      firstInTwoYears += 1
    }
    let done = firstInTwoYears - first
    if done > 1_024 && done * 2 > members.count {
      members.removeFirst(done)
      first = firstInTwoYears
    }
  }
}

extension Observer {
  /// Counts the newcomers whose first or second year ended in the period.
  mutating func closeNewcomers(at minute: Int) {
    var oneYear: [Newcomer] = []
    var twoYears: [Newcomer] = []
    newcomers.close(
      at: minute, year: { oneYear.append($0) }, twoYears: { twoYears.append($0) })
    for newcomer in oneYear {
      add(.newcomersOfAYear, newcomer)
      switch newcomer.atTheEndOfAYear {
      case .onBenefit: break
      case .atWork:
        add(.newcomersOffBenefit, newcomer)
        add(.newcomersAtWork, newcomer)
      case .elsewhere: add(.newcomersOffBenefit, newcomer)
      }
      if newcomer.leftForWorkInAYear { add(.newcomersWhoLeftForWork, newcomer) }
      add(.benefitDaysOfAYear, newcomer, minutes: newcomer.benefit.0)
      add(.workDaysOfAYear, newcomer, minutes: newcomer.work.0)
    }
    for newcomer in twoYears {
      add(.newcomersOfTwoYears, newcomer)
      add(.benefitDaysOfTwoYears, newcomer, minutes: newcomer.benefit.1)
      add(.workDaysOfTwoYears, newcomer, minutes: newcomer.work.1)
    }
  }

  private mutating func add(_ tally: Tally, _ newcomer: Newcomer, minutes: Int) {
    add(tally, newcomer, Double(minutes) / Double(SimulationClock.minutesPerDay))
  }

  private mutating func add(_ tally: Tally, _ newcomer: Newcomer, _ amount: Double = 1) {
    add(tally, amount)
    if let group = newcomer.group { add(amount, at: tally.rawValue, cell: Int(group) + 1) }
    if firstSegment > 0 {
      add(amount, at: tally.rawValue, cell: firstSegment + Int(newcomer.segment))
    }
  }
}
