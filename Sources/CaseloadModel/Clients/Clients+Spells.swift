import SimulationKernel

// Spells on benefit: they begin, and they end.
extension Clients {
  /// A spell begins: what keys random draws and the last belief outlive the one before, the rest starts afresh.
  ///
  /// `firstBelief` is the group for which the organisation takes somebody of whom it knows nothing.
  mutating func enter(_ client: Int, firstBelief: Int, at minute: Int) {
    state[client].inStock = true
    state[client].deniedInstrument = ClientState.noInstrument
    state[client].spells += 1
    state[client].spellStart = Int32(minute)
    let attended = service[client]
    var next = ClientService()
    next.contactDraws = attended.contactDraws
    next.handoverDraws = attended.handoverDraws
    next.checkOutcomes = attended.checkOutcomes
    next.reviewOutcomes = attended.reviewOutcomes
    next.matches = attended.matches
    next.dueTicket = attended.dueTicket &+ 1
    next.spell = attended.spell &+ 1
    next.believedGroup =
      state[client].spells == 1 ? UInt8(firstBelief) : attended.believedGroup
    next.lastContact = Int32(minute)
    next.lastAnyContact = Int32(minute)
    next.due = Int32(minute)
    service[client] = next
    attention[client] = ClientAttention()
    attention[client].hidden = HiddenChange(from: minute)
  }

  /// Somebody who left is about to enter again, in the segment for those who come back.
  mutating func comeBack(_ client: Int, toSegment segment: Int) {
    state[client].isAnnounced = false
    state[client].segment = UInt8(segment)
  }

  /// A spell ends: whatever the clocks of the client's life still bring is stale.
  mutating func leave(_ client: Int) {
    state[client].inStock = false
    stopClocks(of: client)
    state[client].worksPartTime = false
  }

  /// Nobody serves a client who has left: what was planned is stale, and no campaign calls.
  mutating func endService(of client: Int) {
    service[client].stage = .none
    service[client].campaign = 0
    planAnew(client)
  }

  /// Somebody will not come back: the place is free, unless events of the person are still to come or one is
  /// being executed, which gives it free then.
  mutating func leaveForGood(_ client: Int) {
    state[client].isGone = true
    if state[client].pendingEvents == 0 { release(client) }
  }

  // MARK: - Events to come

  /// An event of a client is to come.
  @inline(__always)
  mutating func expectEvent(of client: Int) { state[client].pendingEvents &+= 1 }

  /// An event of a client has been executed; the place of a person who is gone is free after the last one.
  @inline(__always)
  mutating func settleEvent(of client: Int) {
    state[client].pendingEvents &-= 1
    if state[client].pendingEvents == 0 && state[client].isGone { release(client) }
  }

  // MARK: - The truth

  /// A client's readiness, 0…1, and the group in which that puts the client.
  @inline(__always)
  mutating func setReadiness(of client: Int, _ readiness: Double, group: Int) {
    state[client].readiness = readiness
    state[client].trueGroup = UInt8(group)
  }

  /// The truth about a client does not change before a minute.
  @inline(__always)
  mutating func holdTruth(of client: Int, until minute: Int32) {
    state[client].truthHoldsUntil = minute
  }

  // MARK: - Looking without touching

  /// Puts a client back as the client was before somebody looked.
  mutating func put(_ state: ClientState, _ service: ClientService, in client: Int) {
    self.state[client] = state
    self.service[client] = service
  }

  /// Years since the present spell began.
  func yearsOnBenefit(of client: Int, at minute: Int) -> Double {
    Double(minute - Int(state[client].spellStart)) / SimulationClock.minutesPerYear
  }

  /// The earliest start of a spell in a segment with a longest time.
  func earliestStart(of client: Int, under terms: Terms) -> Int32 {
    let limit = terms.segments[Int(state[client].segment)].maximumMinutes
    return limit > 0 ? -Int32(min(SimulationClock.farthest, limit)) + 1 : .min
  }

  /// Readiness after a spontaneous change: a shock, a pull to the own level, a loss without attention.
  func driftedReadiness(
    of client: Int, at moment: Int, under terms: Terms, using draws: inout RandomStream
  ) -> Double {
    let spread = terms.scenario.population.readinessChangeSpread
    let shock = Normal(mean: 0, standardDeviation: spread).sample(using: &draws)
    let state = self.state[client]
    var readiness =
      state.readiness + shock
      + terms.scenario.population.readinessReversion * (state.readinessHome - state.readiness)
    let sinceContact = moment - Int(service[client].lastContact)
    if state.inStock
      && Double(sinceContact)
        > terms.scenario.population.unattendedAfterDays * Double(SimulationClock.minutesPerDay)
    {
      readiness -= terms.scenario.population.readinessDriftUnattended
    }
    return readiness
  }
}
