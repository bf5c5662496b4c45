import SimulationKernel

/// A vacancy that clients are being matched with.
struct Vacancy {
  /// The stream that it came from.
  var stream: Int32
  /// Last minute at which it can be filled.
  var openUntil: Int32
  /// Whether it is filled.
  var isFilled = false
  /// Matches that are still being worked on.
  var openMatches: Int32 = 0
}

/// One stream of vacancies during a run.
struct VacancyStreamState {
  /// Lowest believed group that is considered.
  var fromGroup: Int
  /// Highest believed group that is considered.
  var toGroup: Int
  /// Times between arrivals.
  var arrivals: RandomStream
  /// Vacancies so far; numbers the draws of candidates.
  var count: UInt64 = 0
}

/// Vacancies in progress.
struct LabourMarketState {
  /// Streams in the order of the scenario.
  var streams: [VacancyStreamState] = []
  /// Vacancies; places are used again.
  var vacancies: [Vacancy] = []
  /// Places of vacancies that nobody works on any more.
  var free: [Int32] = []

  /// Makes a market without vacancies; `seedStreams` sets the streams up.
  init(_ scenario: Scenario) {}

  /// Stores a vacancy.
  mutating func add(_ vacancy: Vacancy) -> Int {
    if let place = free.popLast() {
      vacancies[Int(place)] = vacancy
      return Int(place)
    }
    vacancies.append(vacancy)
    return vacancies.count - 1
  }
}
