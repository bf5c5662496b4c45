import SimulationKernel

/// Rivalry for vacancies: whoever is helped takes a vacancy that somebody else would have had.
///
/// With V vacancies a year, clients who search with an intensity of S together, and X others, a unit of
/// intensity finds work at V / (S + X). When help raises the clients' intensity to S (1 + M), that falls
/// to V / (S (1 + M) + X), by a factor of 1 / (1 + s M) with s = S / (S + X), the clients' share of all
/// who search. In so far as vacancies are not scarce, more search makes more matches: the share that
/// counts is s over the demand for labour, at most 1.
struct Rivalry {
  /// Mean gain over the clients in stock, each weighted with the work rate without help.
  private(set) var gain = 0.0
  /// Number of measurements so far.
  private(set) var count = 0
  /// Whether the next measurement is on its way: one that is comes, also when rivalry has ended meanwhile,
  /// and is the last then.
  private var isRunning = false

  /// Begins to measure, when there is rivalry.
  mutating func adopt(_ terms: Terms, on clock: inout Clock) {
    guard terms.scenario.labourMarket.rivalryShare > 0 else { return gain = 0 }
    guard !isRunning else { return }
    isRunning = true
    clock.scheduleCertain(.rivalry, at: clock.now)
  }

  /// The gain has been measured: the next time is scheduled, while there is rivalry.
  mutating func measured(_ gain: Double, under terms: Terms, on clock: inout Clock) {
    count += 1
    isRunning = terms.scenario.labourMarket.rivalryShare > 0
    guard isRunning else { return }
    self.gain = max(0, gain)
    let next = clock.now + terms.scenario.labourMarket.rivalryDays * SimulationClock.minutesPerDay
    if next <= clock.end { clock.scheduleCertain(.rivalry, at: next) }
  }
}

extension Terms {
  /// Factor of rivalry on exits to work, when clients have a mean gain, at a moment in minutes.
  func rivalryFactor(gain: Double, at moment: Double) -> Double {
    let share = scenario.labourMarket.rivalryShare
    guard share > 0, gain > 0 else { return 1 }
    let demand = scenario.labourMarket.demandIndex * cycleFactor(at: moment)
    let felt = share < demand ? share / demand : 1
    return 1 / (1 + felt * gain)
  }
}
