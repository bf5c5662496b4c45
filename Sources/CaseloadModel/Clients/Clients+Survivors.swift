import SimulationKernel

// Those who are here at the start are what is left of past inflow.
extension Clients {
  /// Draws of a person before the last one is taken as it is; few need more than a hundred.
  private static let survivorAttempts = 10_000

  /// Makes somebody of the initial stock a survivor of past inflow: frailty, motivation and time on
  /// benefit are drawn together, by how likely such a person is still here.
  ///
  /// - Returns: The years on benefit.
  mutating func becomeSurvivor(
    _ client: Int, under terms: Terms, on clock: borrowing Clock
  ) -> Double {
    let limit = terms.segments[Int(state[client].segment)].maximumMinutes
    var longest = terms.longestYears
    if limit > 0 { longest = min(longest, limit / SimulationClock.minutesPerYear) }
    let ofLikes = terms.typicalExits(ofLikesOf: state[client])
    var exits = ofLikes
    var years = 0.0
    for attempt in 0..<Clients.survivorAttempts {
      var draws = clock.stream(.survivor, state[client].streamID, draw: UInt64(attempt) << 8)
      var own = clock.stream(.survivor, state[client].streamID, draw: UInt64(attempt) << 8 + 128)
      let position = draws.uniform()
      let shortDraw = draws.uniform()
      let chance = draws.uniform()
      state[client].motivation = terms.motivation(using: &draws)
      let frailty = terms.shortened(
        terms.frailty(using: &draws, own: &own), draw: shortDraw)
      state[client].exitFactor = Float(frailty.work)
      state[client].otherFactor = Float(frailty.other)
      exits.work = ofLikes.work * terms.motivationFactor(state[client].motivation)
      // Pension and death come to all alike, so that time is drawn by them and kept by the rest.
      let spent = exits.pension * longest
      years =
        spent > 1e-9
        ? -Elementary.log1p(position * Elementary.expm1(-spent)) / exits.pension
        : position * longest
      if chance < Elementary.exp(-exits.hazard(frailty, through: years)) { return years }
    }
    return years
  }

  /// What a survivor does beside the benefit.
  mutating func settleSurvivor(
    _ client: Int, under terms: Terms, using draws: inout RandomStream
  ) {
    state[client].worksPartTime =
      draws.uniform() < terms.partTimeShare(of: state[client])
  }
}
