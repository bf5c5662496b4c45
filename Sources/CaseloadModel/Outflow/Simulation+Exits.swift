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
  private mutating func motivationFactor(_ motivation: Double, effect: Double) -> Double {
    max(0, 1 + effect * (motivation - scenario.population.motivationMean))
  }

  /// An upper bound of a client's total exit rate, per minute, whatever happens to the client.
  ///
  /// Rounded up to a power of two, so that a small change of a rate leaves the candidate moments where
  /// they are.
  mutating func exitBound(of client: ClientState) -> Double {
    let segment = segments[Int(client.segment)]
    let motivation = motivationFactor(client.motivation, effect: ceilings.motivationEffect)
    let bound =
      (ceilings.work * motivation * segment.workCeiling + ceilings.subsidised) * client.exitFactor
      + ceilings.other * segment.otherCeiling + ceilings.pension
    guard bound > 0 else { return 0 }
    return bound.significand > 1 ? bound.binade * 2 : bound
  }

  /// Factor of the business cycle on demand for labour.
  var cycleFactor: Double {
    guard scenario.labourMarket.cycleAmplitude > 0 else { return 1 }
    let phase = Double(now) / (scenario.labourMarket.cycleYears * SimulationClock.minutesPerYear)
    return 1 + scenario.labourMarket.cycleAmplitude
      * Elementary.sin(2 * Double.pi * (phase - phase.rounded(.down)))
  }

  /// Factor of the client's barriers, of part-time work and of help received on exits to work.
  private mutating func circumstanceFactor(_ client: Int) -> Double {
    let state = clients.state[client]
    var factor = knowledge.barrierScale
    let base = client * knowledge.attributeCount
    for attribute in 1..<max(1, knowledge.attributeCount)
    where knowledge.records[base + attribute].isBarrier {
      factor *= knowledge.workFactors[attribute]
    }
    if state.worksPartTime { factor *= scenario.outflow.partTimeWorkFactor }
    if now < Int(state.helpUntil) { factor *= Double(state.helpFactor) }
    return factor
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
    advanceTruth(client)
    let group = groups[Int(clients.state[client].trueGroup)]
    let segment = segments[Int(state.segment)]
    let fade = attentionLeft(client)
    // Reasons that policy hardly moves come first, so that a lever shifts as few exits as possible.
    var upTo = pensionRate
    if position < upTo { return leaveStock(client, .pensionOrDeath) }
    upTo += group.otherRate * segment.otherFactor * (1 + group.contactEffectOnOther * fade)
    if position < upTo { return leaveStock(client, .other) }
    upTo += group.subsidisedRate * state.exitFactor
    if position < upTo { return leaveStock(client, .subsidised) }
    upTo +=
      group.workRate * segment.workFactor * state.exitFactor
      * scenario.labourMarket.demandIndex * cycleFactor
      * motivationFactor(state.motivation, effect: scenario.outflow.motivationEffectOnWork)
      * (1 + group.contactEffectOnWork * fade) * circumstanceFactor(client)
      * durationFactor(spellStart: Int(state.spellStart)) * lockInFactor(client)
    if upTo > state.exitBound * (1 + 1e-12) {
      violated(.exitRateWithinBound, entity: client, expected: state.exitBound, found: upTo)
    }
    if position < upTo { return leaveStock(client, .work) }
    scheduleExitCandidate(client)
  }

  /// What is left of the effect of the last contact, 0…1.
  private mutating func attentionLeft(_ client: Int) -> Double {
    let service = clients.service[client]
    guard service.intakeDone else { return 0 }
    let age = Double(now - Int(service.lastContact))
    let halfLife =
      scenario.outflow.contactHalfLifeDays * Double(SimulationClock.minutesPerDay)
    guard halfLife > 0 else { return 0 }
    return Elementary.exp(-0.693_147_180_559_945_3 * age / halfLife)
  }

  /// Factor of time on benefit on exits to work: 1 up to half a year, lower at each doubling.
  private mutating func durationFactor(spellStart: Int) -> Double {
    let halfYears = 2 * Double(now - spellStart) / SimulationClock.minutesPerYear
    let loss = scenario.outflow.durationEffectOnWork
    guard halfYears > 1, loss > 0 else { return 1 }
    guard loss < 1 else { return 0 }
    let doublings = Elementary.log(halfYears) * 1.442_695_040_888_963_4
    return Elementary.exp(Elementary.log(1 - loss) * doublings)
  }

  /// A client leaves; whether and when the client returns is drawn at once.
  ///
  /// `relapseFactor` is that of the placement, when an instrument or a vacancy brought it.
  mutating func leaveStock(_ client: Int, _ reason: ExitReason, relapseFactor: Double = 1) {
    advanceTruth(client)
    let state = clients.state[client]
    var draws = stream(.relapse, state.streamID, draw: UInt64(state.spells))
    var factor: Double
    switch reason {
    case .work, .subsidised: factor = scenario.outflow.relapseFactorWork * relapseFactor
    case .sanction: factor = scenario.outflow.relapseFactorSanction
    case .other: factor = 1
    case .pensionOrDeath, .limit: factor = 0
    }
    if reason.isWork && receivesAftercare(client) {
      factor *= scenario.outflow.aftercareRelapseFactor
    }
    let returns = draws.uniform() < scenario.outflow.relapseShare * factor
    let daysAway =
      Weibull(shape: scenario.outflow.relapseShape, scale: scenario.outflow.relapseScaleDays)
      .sample(using: &draws)
    observer.leave(
      cells(of: client), reason: reason, spellMinutes: now - Int(state.spellStart),
      daysToReturn: returns ? daysAway : nil, at: now)
    observer.changeBenefits(by: -benefit(of: client), at: now)
    clients.state[client].inStock = false
    clients.state[client].worksPartTime = false
    abandonTrajectory(client, leavesForWork: reason.isWork)
    unassign(client)
    clients.service[client].stage = .none
    clients.service[client].campaign = 0
    clients.service[client].dueTicket &+= 1
    if returns {
      let minutes = daysAway * Double(SimulationClock.minutesPerDay)
      schedule(.relapse, at: now + SimulationClock.wholeMinutes(minutes), entity: client)
    } else {
      clients.state[client].isGone = true
      // While an event of the client is being executed, it is still pending.
      if clients.state[client].pendingEvents == 0 { clients.release(client) }
    }
  }

  /// Whether a client who leaves for work gets aftercare, which takes time of the worker.
  private mutating func receivesAftercare(_ client: Int) -> Bool {
    let worker = Int(clients.service[client].worker)
    guard scenario.outflow.aftercareShare > 0, worker >= 0 else { return false }
    var draws = stream(
      .aftercare, clients.state[client].streamID, draw: UInt64(clients.state[client].spells))
    guard draws.uniform() < scenario.outflow.aftercareShare else { return false }
    // The client is out of stock, so the work belongs to the worker alone.
    addTask(.aftercare, for: -1, worker: worker, minutes: scenario.outflow.aftercareMinutes)
    return true
  }

  /// A client who left comes back, with the history and what the register still holds.
  mutating func returnToStock(_ client: Int) {
    clients.state[client].isAnnounced = false
    enterStock(client)
  }
}
