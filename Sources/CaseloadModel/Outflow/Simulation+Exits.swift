import SimulationKernel

// Exits and returns.
//
// Exits are thinned (Lewis and Shedler 1979, doi:10.1002/nav.3800260304): every client has candidate
// moments at a constant rate that bounds all exit rates together, and one uniform number per
// candidate decides whether it becomes an exit and for which reason. The rates may then depend on
// anything, nothing is rescheduled when they change, and two scenarios see the same candidates.
extension Simulation {
  /// Factor of the client's barriers, of part-time work and of help received on exits to work.
  private mutating func circumstanceFactor(_ client: Int) -> Double {
    let state = clients.state[client]
    let own = ownCircumstanceFactor(client)
    return clock.now < Int(state.helpUntil) ? own * Double(state.helpFactor) : own
  }

  /// Factor of the client's barriers and of part-time work on exits to work.
  mutating func ownCircumstanceFactor(_ client: Int) -> Double {
    let state = clients.state[client]
    var factor = knowledge.barrierScale
    let base = client * knowledge.attributeCount
    for attribute in 1..<max(1, knowledge.attributeCount)
    where knowledge.records[base + attribute].isBarrier {
      factor *= knowledge.workFactors[attribute]
    }
    if state.worksPartTime { factor *= scenario.outflow.partTimeWorkFactor }
    return factor
  }

  /// Decides whether a candidate moment becomes an exit.
  mutating func considerExit(_ client: Int, number: UInt32) {
    let state = clients.state[client]
    var draws = clients.decision(.exit, of: client, number: number, on: clock)
    let position = Terms.position(of: draws.uniform(), bound: state.exitBound)
    advanceTruth(client)
    if position < terms.presentExitBound(of: clients.state[client], at: clock.now) {
      let reason = exitReason(client, at: position)
      if let reason { return leaveStock(client, reason) }
    }
    clients.set(.exit, of: client, under: terms, on: &clock)
  }

  /// The reason for which a candidate at a position up to the bound becomes an exit; `nil` for none.
  mutating func exitReason(_ client: Int, at position: Double) -> ExitReason? {
    let state = clients.state[client]
    let group = groups[Int(state.trueGroup)]
    let segment = segments[Int(state.segment)]
    let attention = terms.attention.settings
    let reach = attentionReach(client)
    let years = reach > 0 ? clients.yearsOnBenefit(of: client, at: clock.now) : 0
    let readiness = state.readiness
    // Reasons that policy hardly moves come first, so that a lever shifts as few exits as possible.
    var upTo = terms.pensionRate
    if position < upTo { return .pensionOrDeath }
    let minutes = clock.now - Int(state.spellStart)
    var otherRate =
      group.otherRate * segment.otherFactor * Double(state.otherFactor)
      * terms.durationFactor(minutes: minutes, loss: scenario.outflow.durationEffectOnOther)
    if reach > 0 {
      otherRate *=
        1 + reach
        * attention.other.gain(
          readiness: readiness, years: years, own: group.contactEffectOnOther)
    }
    upTo += otherRate
    if position < upTo { return .other }
    upTo += group.subsidisedRate * Double(state.exitFactor)
    if position < upTo { return .subsidised }
    var workRate =
      group.workRate * segment.workFactor * Double(state.exitFactor)
      * scenario.labourMarket.demandIndex * terms.cycleFactor(at: Double(clock.now))
      * terms.motivationFactor(state.motivation)
      * circumstanceFactor(client) * rivalryFactor()
      * terms.durationFactor(minutes: minutes, loss: scenario.outflow.durationEffectOnWork)
      * trajectories.lockInFactor(clients.service[client])
    if reach > 0 {
      workRate *=
        1 + reach
        * attention.work.gain(readiness: readiness, years: years, own: group.contactEffectOnWork)
    }
    upTo += workRate
    if upTo > state.exitBound * (1 + 1e-12) {
      violated(.exitRateWithinBound, entity: client, expected: state.exitBound, found: upTo)
    }
    return position < upTo ? .work : nil
  }

  /// A client leaves; whether and when the client returns is drawn at once.
  ///
  /// `relapseFactor` is that of the placement, when an instrument or a vacancy brought it.
  mutating func leaveStock(_ client: Int, _ reason: ExitReason, relapseFactor: Double = 1) {
    advanceTruth(client)
    let state = clients.state[client]
    var draws = stream(.relapse, state.streamID, draw: UInt64(state.spells))
    var factor =
      reason.isWork
      ? relapseFactor * terms.unreadyFactor(readiness: state.readiness) : 1
    if reason.isWork && receivesAftercare(client) {
      factor *= scenario.outflow.aftercareRelapseFactor
    }
    let daysAway = terms.daysAway(after: reason, factor: factor, using: &draws)
    observer.leave(
      client, clients.cells(of: client), reason: reason,
      spellMinutes: clock.now - Int(state.spellStart),
      daysToReturn: daysAway, at: clock.now)
    observer.changeBenefits(by: -benefit(of: client), at: clock.now)
    note(
      .left, withWorkerOf: client,
      EventDetail(outcome: RecordedOutcome(reason), amount: daysAway ?? 0))
    clients.leave(client)
    abandonTrajectory(client, leavesForWork: reason.isWork)
    unassign(client)
    clients.endService(of: client)
    if let daysAway {
      let minutes = daysAway * Double(SimulationClock.minutesPerDay)
      schedule(.relapse, at: clock.now + SimulationClock.wholeMinutes(minutes), entity: client)
    } else {
      clients.leaveForGood(client)
    }
  }

  /// Whether a client who leaves for work gets aftercare, which takes time of the worker.
  private mutating func receivesAftercare(_ client: Int) -> Bool {
    let worker = Int(clients.service[client].worker)
    guard scenario.outflow.aftercareShare > 0 else { return false }
    var draws = stream(
      .aftercare, clients.state[client].streamID, draw: UInt64(clients.state[client].spells))
    guard draws.uniform() < scenario.outflow.aftercareShare else { return false }
    // The client is out of stock, so the work belongs to the worker alone.
    addTask(.aftercare, for: -1, worker: worker, minutes: scenario.outflow.aftercareMinutes)
    return true
  }

  /// A client who left comes back, with the history and what the register still holds.
  mutating func returnToStock(_ client: Int) {
    clients.comeBack(
      client, toSegment: segments[Int(clients.state[client].segment)].returnSegment)
    enterStock(client)
  }
}
