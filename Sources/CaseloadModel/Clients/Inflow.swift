import SimulationKernel

/// Applications by people without a history in the model: a Poisson process with a season.
struct Inflow {
  /// The moments of applications.
  private var arrivals: Arrivals
  /// Number of applications so far; keys the traits of applicants.
  private(set) var count: UInt64 = 0

  /// The stream of the last applicant.
  var streamID: UInt64 { Inflow.firstStream + count }

  /// Streams of applicants lie above this one, those of an initial stock below.
  static let firstStream: UInt64 = 1 << 32

  /// Streams of those who left before the run lie above this one.
  static let firstPastLeaver: UInt64 = 1 << 40

  /// The stamp of the application that is to come.
  var number: UInt32 { arrivals.number }

  /// Makes an inflow that has not begun.
  init(on clock: borrowing Clock) {
    arrivals = Arrivals(.application, entity: 0, draws: clock.stream(.application, 0))
  }

  /// Begins, or goes on under terms that changed.
  mutating func adopt(_ terms: Terms, on clock: inout Clock) {
    arrivals.adopt(bound: terms.highestApplicationRate, on: &clock)
  }

  /// A candidate comes: an application, unless the season says otherwise.
  ///
  /// - Returns: Whether it is one.
  mutating func ring(under terms: Terms, on clock: inout Clock) -> Bool {
    let start = clock.sinceNewYear
    return arrivals.ring(bound: terms.highestApplicationRate, on: &clock) {
      terms.applicationRate(minutesSinceNewYear: $0 + start)
    }
  }

  /// An application arrives.
  ///
  /// - Returns: Whether it is granted.
  mutating func receive(grantedShare: Double) -> Bool {
    count += 1
    return arrivals.uniform() < grantedShare
  }
}

extension Clients {
  /// Applications begin, or go on under terms that changed.
  mutating func adoptInflow(_ terms: Terms, on clock: inout Clock) {
    inflow.adopt(terms, on: &clock)
  }

  /// The clock of applications rings.
  ///
  /// - Returns: Whether somebody applies.
  mutating func ringForApplication(under terms: Terms, on clock: inout Clock) -> Bool {
    inflow.ring(under: terms, on: &clock)
  }
}

extension Terms {
  /// The highest rate of applications in a year, per minute.
  var highestApplicationRate: Double {
    scenario.inflow.applicationsPerYear * (1 + scenario.inflow.seasonalAmplitude)
      / SimulationClock.minutesPerYear
  }

  /// The rate of applications, per minute; the peak of the season is at New Year.
  func applicationRate(minutesSinceNewYear minutes: Double) -> Double {
    let inflow = scenario.inflow
    guard inflow.seasonalAmplitude > 0 else { return highestApplicationRate }
    let years = minutes / SimulationClock.minutesPerYear
    let season = Elementary.cos(2 * Double.pi * (years - years.rounded(.down)))
    return inflow.applicationsPerYear * (1 + inflow.seasonalAmplitude * season)
      / SimulationClock.minutesPerYear
  }
}
