import SimulationKernel

// Whether and when somebody who left comes back.
//
// There are two kinds of return. An exit may not hold: the job ends in its first months, the partner
// leaves, the benefit had been ended on paper only; a Weibull time of short scale tells when. Or it holds,
// and a new loss of income brings the person back later, at a constant rate. Together they give a share
// that still rises after years, which one Weibull of short scale does not; the published figures (O-049a,
// O-049b) pin the first year alone, by reason.
extension Terms {
  /// Factor of a reason on the share who return in the long run; 0 when nobody does.
  func relapseFactor(_ reason: ExitReason) -> Double {
    switch reason {
    case .work, .subsidised: scenario.outflow.relapseFactorWork
    case .sanction: scenario.outflow.relapseFactorSanction
    case .other: 1
    case .limit: scenario.outflow.relapseFactorLimit
    case .pensionOrDeath, .transfer: 0
    }
  }

  /// Factor of work that comes too early: higher the further a client was from the highest group (E-096).
  func unreadyFactor(readiness: Double) -> Double {
    let short = max(0, (groups.last?.readinessFrom ?? 0) - readiness)
    return 1 + scenario.outflow.relapseUnreadyEffect * short
  }

  /// The chances to return because the exit did not hold, and to return later.
  func chancesOfReturn(after reason: ExitReason, factor: Double) -> (early: Double, late: Double) {
    let share = min(1, scenario.outflow.relapseShare * relapseFactor(reason) * factor)
    let late = share * scenario.outflow.relapseLateShare
    return (share - late, late)
  }

  /// The time after which an exit fails.
  var earlyReturn: Weibull {
    Weibull(shape: scenario.outflow.relapseShape, scale: scenario.outflow.relapseScaleDays)
  }

  /// Days until somebody who leaves comes back; `nil` when the person does not.
  func daysAway(
    after reason: ExitReason, factor: Double, using draws: inout RandomStream
  ) -> Double? {
    let chances = chancesOfReturn(after: reason, factor: factor)
    let chance = draws.uniform()
    if chance < chances.early { return earlyReturn.sample(using: &draws) }
    guard chance < chances.early + chances.late else { return nil }
    let days = scenario.outflow.relapseLateYears * SimulationClock.daysPerYear
    return Exponential(mean: days).sample(using: &draws)
  }
}
