import SimulationKernel

// Exits and returns.
//
// Exits are thinned (Lewis and Shedler 1979, doi:10.1002/nav.3800260304): every client has candidate
// moments at a constant rate that bounds all exit rates together, and one uniform number per
// candidate decides whether it becomes an exit and for which reason. The rates may then depend on
// anything, nothing is rescheduled when they change, and two scenarios see the same candidates.
extension Simulation {
  /// Rate per minute of exits to pension and by death.
  private var pensionRate: Double {
    scenario.outflow.pensionAndDeathPerYear / SimulationClock.minutesPerYear
  }

  /// Factor of motivation on exits to work.
  private func motivationFactor(_ motivation: Double) -> Double {
    max(
      0,
      1 + scenario.outflow.motivationEffectOnWork
        * (motivation - scenario.population.motivationMean))
  }

  /// An upper bound of a client's total exit rate, per minute, whatever group the client is in.
  func exitBound(exitFactor: Double, motivation: Double) -> Double {
    var highestOwn = 0.0
    var highestOther = 0.0
    for group in groups {
      highestOwn = max(
        highestOwn,
        group.workRate * (1 + max(0, group.contactEffectOnWork))
          * scenario.labourMarket.demandIndex * motivationFactor(motivation)
          + group.subsidisedRate)
      highestOther = max(
        highestOther, group.otherRate * (1 + max(0, group.contactEffectOnOther)))
    }
    return highestOwn * exitFactor + highestOther + pensionRate
  }

  /// Schedules the next candidate exit of a client.
  mutating func scheduleExitCandidate(_ client: Int) {
    let bound = clients.state[client].exitBound
    guard bound > 0 else { return }
    let draw = clients.state[client].exitDraws
    var draws = stream(.exit, clients.state[client].streamID, draw: UInt64(draw))
    let gap = Exponential(rate: bound).sample(using: &draws)
    schedule(.exitCandidate, at: now + SimulationClock.wholeMinutes(gap), entity: client)
  }

  /// Decides whether a candidate moment becomes an exit.
  mutating func considerExit(_ client: Int) {
    let state = clients.state[client]
    guard state.inStock else { return }
    var draws = stream(.exitDecision, state.streamID, draw: UInt64(state.exitDraws))
    clients.state[client].exitDraws += 1
    let position = draws.uniform() * state.exitBound
    advanceTruth(client, attribute: 0)
    let group = groups[Int(clients.state[client].trueGroup)]
    let fade = attentionLeft(client)
    // Reasons that policy hardly moves come first, so that a lever shifts as few exits as possible.
    var upTo = pensionRate
    if position < upTo { return leaveStock(client, .pensionOrDeath) }
    upTo += group.otherRate * (1 + group.contactEffectOnOther * fade)
    if position < upTo { return leaveStock(client, .other) }
    upTo += group.subsidisedRate * state.exitFactor
    if position < upTo { return leaveStock(client, .subsidised) }
    upTo +=
      group.workRate * state.exitFactor * scenario.labourMarket.demandIndex
      * motivationFactor(state.motivation) * (1 + group.contactEffectOnWork * fade)
      * durationFactor(spellStart: Int(state.spellStart)) * lockInFactor(client)
    if position < upTo { return leaveStock(client, .work) }
    scheduleExitCandidate(client)
  }

  /// What is left of the effect of the last contact, 0…1.
  private func attentionLeft(_ client: Int) -> Double {
    let service = clients.service[client]
    guard service.intakeDone else { return 0 }
    let age = Double(now - Int(service.lastContact))
    let halfLife =
      scenario.outflow.contactHalfLifeDays * Double(SimulationClock.minutesPerDay)
    guard halfLife > 0 else { return 0 }
    return Elementary.exp(-0.693_147_180_559_945_3 * age / halfLife)
  }

  /// Factor of time on benefit on exits to work: 1 up to half a year, lower at each doubling.
  private func durationFactor(spellStart: Int) -> Double {
    let halfYears = 2 * Double(now - spellStart) / SimulationClock.minutesPerYear
    let loss = scenario.outflow.durationEffectOnWork
    guard halfYears > 1, loss > 0 else { return 1 }
    guard loss < 1 else { return 0 }
    let doublings = Elementary.log(halfYears) * 1.442_695_040_888_963_4
    return Elementary.exp(Elementary.log(1 - loss) * doublings)
  }

  /// A client leaves; whether and when the client returns is drawn at once.
  mutating func leaveStock(_ client: Int, _ reason: ExitReason) {
    let state = clients.state[client]
    let outflow = scenario.outflow
    var draws = stream(.relapse, state.streamID, draw: UInt64(state.spells))
    let factor: Double
    switch reason {
    case .work, .subsidised: factor = outflow.relapseFactorWork
    case .sanction: factor = outflow.relapseFactorSanction
    case .other: factor = 1
    case .pensionOrDeath: factor = 0
    }
    let returns = draws.uniform() < outflow.relapseShare * factor
    let daysAway =
      Weibull(shape: outflow.relapseShape, scale: outflow.relapseScaleDays).sample(using: &draws)
    let group = Int(clients.service[client].believedGroup)
    observer.leave(
      group: group, reason: reason, spellMinutes: now - Int(state.spellStart),
      daysToReturn: returns ? daysAway : nil, at: now)
    clients.state[client].inStock = false
    abandonTrajectory(client, leavesForWork: reason.isWork)
    unassign(client)
    clients.service[client].stage = .none
    clients.service[client].dueTicket &+= 1
    if returns {
      let minutes = daysAway * Double(SimulationClock.minutesPerDay)
      schedule(.relapse, at: now + SimulationClock.wholeMinutes(minutes), entity: client)
    }
  }

  /// A client who left comes back, with the history and what the register still holds.
  mutating func returnToStock(_ client: Int) {
    enterStock(client)
  }
}
