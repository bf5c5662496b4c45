import SimulationKernel

/// A Poisson process whose rate moves below a bound: applications, vacancies.
///
/// It runs in continuous time, so that no rate is too high for whole minutes. Every candidate moment is
/// an event, and whether it counts is decided when it comes, by the rate of that moment (thinning; Lewis
/// and Shedler 1979, doi:10.1002/nav.3800260304). A change of the bound stretches what is left of the
/// gap: what is drawn is the hazard to be run through, and chance has no memory, so the process goes on
/// exactly as one that had the new rate.
struct Arrivals {
  /// What the events of the process are.
  private let kind: EventKind
  /// What `entity` of the events is.
  private let entity: Int
  /// The stream of gaps and decisions.
  private var draws: RandomStream
  /// The moment from which `left` counts: that of the last candidate or of the last change, in minutes.
  private var from = 0.0
  /// The hazard that is left to run through from there to the next candidate.
  private var left: Double
  /// The bound that holds since then, per minute.
  private var bound = 0.0
  /// How often the process has been set; the stamp of its event.
  private(set) var number: UInt32 = 0

  /// Makes a process that has not begun.
  init(_ kind: EventKind, entity: Int, draws: RandomStream) {
    self.kind = kind
    self.entity = entity
    self.draws = draws
    left = 0
    left = hazard()
  }

  /// The hazard up to the next candidate: exponential with mean 1.
  private mutating func hazard() -> Double { Exponential(rate: 1).sample(using: &draws) }

  /// The moment of the next candidate, in minutes.
  private var next: Double { from + left / bound }

  /// Goes on at another bound from the present moment; at the bound that holds, nothing changes.
  mutating func adopt(bound new: Double, on clock: inout Clock) {
    guard new != bound else { return }
    let now = Double(clock.now)
    if bound > 0 {
      // A candidate of the minute that ends now has come; its event follows.
      guard next > now else { return }
      left = max(0, left - (now - from) * bound)
    }
    from = now
    bound = new
    number &+= 1
    schedule(on: &clock)
  }

  /// A candidate has come: the next one is scheduled, at a bound that holds from now on.
  ///
  /// - Returns: Whether the candidate counts, at the rate `rate` of its moment in minutes.
  mutating func ring(
    bound new: Double, on clock: inout Clock, rate: (_ moment: Double) -> Double
  ) -> Bool {
    let moment = next
    let counts = draws.uniform() * bound < rate(moment)
    from = moment
    left = hazard()
    bound = new
    number &+= 1
    schedule(on: &clock)
    return counts
  }

  /// A draw that goes with the candidate, 0…1.
  mutating func uniform() -> Double { draws.uniform() }

  private mutating func schedule(on clock: inout Clock) {
    guard bound > 0, next <= Double(clock.end) else { return }
    clock.schedule(
      kind, at: max(clock.now, Int(next.rounded(.up))), entity: entity, stamp: number)
  }
}
