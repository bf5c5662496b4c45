// Spells on benefit: they begin, and they end.
extension Clients {
  /// A spell begins: what keys random draws and the last belief outlive the one before, the rest starts afresh.
  ///
  /// `firstBelief` is the group for which the organisation takes somebody of whom it knows nothing.
  mutating func enter(_ client: Int, firstBelief: Int, at minute: Int) {
    state[client].inStock = true
    state[client].isDenied = false
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
}
