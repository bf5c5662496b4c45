import SimulationKernel

/// The odds that a client's circumstances have changed so that the right to the benefit has ended, and
/// that nobody has found it.
///
/// Changes come at a constant rate, and a talk finds one that is there with a chance. What the talks of
/// the past did not find is thereby less likely to be there: the odds are those after all of them (Bayes),
/// so that no change has to be drawn, and somebody unseen for long has much to be found.
struct HiddenChange {
  /// The odds at `minute`, after the last talk.
  private(set) var odds: Float = 0
  /// The minute that the odds are of.
  private(set) var minute: Int32 = 0

  /// The highest odds that are told apart; beyond them a change is as good as certain.
  private static let highest = 1e6

  /// Nothing has changed at the start of a spell.
  init(from minute: Int) { self.minute = Int32(minute) }

  /// The odds at a minute, when changes come at a rate per minute.
  func odds(at now: Int, rate: Double) -> Double {
    let grown = (1 + Double(odds)) * Elementary.exp(rate * Double(max(0, now - Int(minute)))) - 1
    return min(HiddenChange.highest, grown)
  }

  /// What has come up to a minute at a rate that holds no longer.
  mutating func gather(until now: Int, rate: Double) {
    odds = Float(odds(at: now, rate: rate))
    minute = Int32(now)
  }

  /// The chance that a talk finds a change, when it finds one that is there with a chance `found`.
  func chance(at now: Int, rate: Double, found: Double) -> Double {
    HiddenChange.chance(odds: odds(at: now, rate: rate), found: found)
  }

  /// The chance that a talk finds a change at some odds.
  static func chance(odds: Double, found: Double) -> Double {
    found * odds / (1 + odds)
  }

  /// A talk has found nothing.
  mutating func pass(at now: Int, rate: Double, found: Double) {
    pass(at: now, odds: odds(at: now, rate: rate), found: found)
  }

  /// A talk has found nothing, at the odds of that moment.
  mutating func pass(at now: Int, odds present: Double, found: Double) {
    odds = Float(present * (1 - found))
    minute = Int32(now)
  }

  /// The odds after a first talk some minutes after the start of a spell and `later` talks an interval of
  /// minutes apart that all found nothing.
  ///
  /// Each talk takes odds o to (1 - found) ((1 + o) e - 1), with e the growth since the last one: a
  /// geometric series from the second talk on.
  mutating func pass(
    firstAfter first: Double, later: Double, interval: Double, rate: Double, found: Double,
    last: Int
  ) {
    let missed = 1 - found
    let growth = Elementary.exp(min(40, rate * interval))
    let factor = missed * growth
    let step = missed * (growth - 1)
    let power =
      factor > 0 ? Elementary.exp(min(40, Elementary.log(factor) * later)) : later > 0 ? 0 : 1
    let start = missed * Elementary.expm1(min(40, rate * first))
    let sum =
      start * power + (abs(factor - 1) < 1e-9 ? step * later : step * (power - 1) / (factor - 1))
    odds = Float(min(HiddenChange.highest, max(0, sum)))
    minute = Int32(last)
  }
}
