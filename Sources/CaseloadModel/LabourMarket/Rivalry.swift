import SimulationKernel

/// Rivalry for vacancies: whoever is helped takes a vacancy that somebody else would have had.
///
/// With V vacancies a year, clients who search with an intensity of S together, and X others, a unit of
/// intensity finds work at V / (S + X). When help raises the clients' intensity to S (1 + M), that falls
/// to V / (S (1 + M) + X), by a factor of 1 / (1 + s M) with s = S / (S + X), the clients' share of all
/// who search. In so far as vacancies are not scarce, more search makes more matches: the share that
/// counts is s over the demand for labour, at most 1.
struct Rivalry {
  /// Mean gain over the clients in stock, each weighted with the own chance of work without help.
  private(set) var gain = 0.0
  /// How often the measurement has been set; the stamp of its event.
  private(set) var number: UInt32 = 0
  /// Days between measurements by which the next one is scheduled; 0 when none is.
  private var days = 0

  /// Measures at once when there is rivalry and was none, or when the days between measurements are others.
  mutating func adopt(_ terms: Terms, on clock: inout Clock) {
    let market = terms.scenario.labourMarket
    let wanted = market.rivalryShare > 0 ? market.rivalryDays : 0
    if wanted == 0 { gain = 0 }
    guard wanted != days else { return }
    days = wanted
    number &+= 1
    if wanted > 0 { clock.schedule(.rivalry, at: clock.now, entity: 0, stamp: number) }
  }

  /// The gain has been measured: the next time is scheduled.
  mutating func measured(_ gain: Double, on clock: inout Clock) {
    self.gain = max(0, gain)
    number &+= 1
    let next = clock.now + days * SimulationClock.minutesPerDay
    if next <= clock.end { clock.schedule(.rivalry, at: next, entity: 0, stamp: number) }
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
