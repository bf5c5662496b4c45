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
  /// When vacancies come.
  var arrivals: Arrivals
  /// Vacancies so far; numbers the draws of candidates.
  var count: UInt64 = 0
}

/// Vacancies: their arrival, and those in progress.
///
/// The room needs a clock and terms, nothing else: who is put forward is told to it.
struct LabourMarket {
  /// Streams in the order of the scenario.
  private(set) var streams: [VacancyStreamState] = []
  /// Vacancies; places are used again.
  private(set) var vacancies: [Vacancy] = []
  /// Rivalry for all vacancies there are.
  var rivalry = Rivalry()
  /// Places of vacancies that nobody works on any more.
  private var free: [Int32] = []

  /// Sets the streams up, and schedules the first vacancy of each.
  mutating func start(under terms: Terms, on clock: inout Clock) {
    for index in terms.scenario.labourMarket.vacancies.indices {
      streams.append(
        VacancyStreamState(
          fromGroup: 0, toGroup: 0,
          arrivals: Arrivals(
            .vacancy, entity: index, draws: clock.stream(.vacancy, UInt64(index)))))
    }
    adopt(terms, on: &clock)
  }

  /// Takes over the groups that vacancies ask for, and how often they come.
  mutating func adopt(_ terms: Terms, on clock: inout Clock) {
    rivalry.adopt(terms, on: &clock)
    let names = terms.scenario.population.groups.map { $0.name }
    for (index, stream) in terms.scenario.labourMarket.vacancies.enumerated() {
      guard let from = names.firstIndex(of: stream.fromGroup),
        let to = names.firstIndex(of: stream.toGroup)
      else { preconditionFailure("a vacancy names a group that does not exist") }
      streams[index].fromGroup = from
      streams[index].toGroup = to
      streams[index].arrivals.adopt(bound: terms.highestVacancyRate(of: index), on: &clock)
    }
  }

  /// A candidate moment of a stream comes: a vacancy, unless the business cycle says otherwise.
  ///
  /// - Returns: Whether it is one.
  mutating func ring(stream index: Int, under terms: Terms, on clock: inout Clock) -> Bool {
    streams[index].arrivals.ring(bound: terms.highestVacancyRate(of: index), on: &clock) {
      terms.vacancyRate(of: index, at: $0)
    }
  }

  /// A vacancy of a stream arrives.
  ///
  /// - Returns: Its place, and the stream for its candidates.
  mutating func receive(stream index: Int, under terms: Terms, on clock: borrowing Clock)
    -> (vacancy: Int, draws: RandomStream)
  {
    let stream = terms.scenario.labourMarket.vacancies[index]
    var draws = clock.stream(.candidates, UInt64(index), draw: streams[index].count)
    streams[index].count += 1
    let day = Double(SimulationClock.minutesPerDay)
    var days = stream.holdingDays
    if stream.competitionPerDay > 0 {
      let others = Exponential(rate: stream.competitionPerDay).sample(using: &draws)
      days = min(days, stream.headStartDays + others)
    }
    let place = add(
      Vacancy(
        stream: Int32(index),
        openUntil: Int32(min(SimulationClock.farthest, Double(clock.now) + days * day))))
    return (place, draws)
  }

  /// A client is put forward for a vacancy.
  mutating func putForward(vacancy: Int) { vacancies[vacancy].openMatches += 1 }

  /// A match has been worked on, whatever came of it.
  mutating func completeMatch(vacancy: Int) { vacancies[vacancy].openMatches -= 1 }

  /// A vacancy is filled.
  mutating func fill(vacancy: Int) { vacancies[vacancy].isFilled = true }

  /// Whether a vacancy is still open for a client who is put forward.
  func isOpen(_ vacancy: Int, at minute: Int) -> Bool {
    !vacancies[vacancy].isFilled && minute <= Int(vacancies[vacancy].openUntil)
  }

  /// Closes a vacancy on which nobody works any more.
  ///
  /// - Returns: Whether it was filled; `nil` when somebody still works on it.
  mutating func closeIfDone(_ vacancy: Int) -> Bool? {
    guard vacancies[vacancy].openMatches == 0 else { return nil }
    free.append(Int32(vacancy))
    return vacancies[vacancy].isFilled
  }

  /// Stores a vacancy.
  private mutating func add(_ vacancy: Vacancy) -> Int {
    if let place = free.popLast() {
      vacancies[Int(place)] = vacancy
      return Int(place)
    }
    vacancies.append(vacancy)
    return vacancies.count - 1
  }
}

extension Terms {
  /// The highest rate of vacancies of a stream over the business cycle, per minute.
  func highestVacancyRate(of index: Int) -> Double {
    let market = scenario.labourMarket
    return market.vacancies[index].perYear * market.demandIndex * (1 + market.cycleAmplitude)
      / SimulationClock.minutesPerYear
  }

  /// The rate of vacancies of a stream at a moment in minutes, per minute.
  func vacancyRate(of index: Int, at moment: Double) -> Double {
    let market = scenario.labourMarket
    guard market.cycleAmplitude > 0 else { return highestVacancyRate(of: index) }
    return market.vacancies[index].perYear * market.demandIndex * cycleFactor(at: moment)
      / SimulationClock.minutesPerYear
  }
}
