import SimulationKernel

// What the organisation's policy asks for a client: rest, and the time to the next contact.
extension Terms {
  /// Whether the rest policy leaves a client of a believed group alone.
  func restsByPolicy(_ client: ClientState, group: Int) -> Bool {
    guard scenario.service.restPolicy.enabled else { return false }
    if scenario.service.restPolicy.restOlderClients && client.isOlder && group < groups.count - 1 {
      return true
    }
    return Double(client.restDraw) < groups[group].restShare
  }

  /// Minutes between contacts that the policy asks for a client; `followUpDays` is what the last
  /// campaign asks, 0 for nothing.
  func contactInterval(
    segment: Int, believedGroup: Int, isAtRest: Bool, followUpDays: Double
  ) -> Double {
    if segments[segment].onRequestOnly { return SimulationClock.farthest }
    let day = Double(SimulationClock.minutesPerDay)
    let policy =
      isAtRest ? scenario.service.restPolicy.intervalDays * day : groups[believedGroup].interval
    let interval = policy * segments[segment].intervalFactor
    return followUpDays > 0 ? min(interval, followUpDays * day) : interval
  }

  /// The minute at which agreements made at `minute` end.
  func agreementEnd(from minute: Int) -> Int32 {
    let length = scenario.service.agreementMonths * SimulationClock.minutesPerYear / 12
    return Int32(min(SimulationClock.farthest, Double(minute) + length))
  }
}

extension Simulation {
  /// The policy asks another interval of a client than it did, `intervalBefore` minutes: the next contact is planned
  /// from the same moment as before, and whoever is on a list and no longer due comes off it.
  ///
  /// An appointment that is made stands, and so does the call of a campaign. With `hasNewEnds` agreements count
  /// otherwise than before.
  mutating func followPolicy(_ client: Int, intervalBefore: Double, hasNewEnds: Bool = false) {
    let service = clients.service[client]
    guard service.intakeDone, service.campaign == 0, service.stage != .booked else { return }
    guard contactInterval(client) != intervalBefore || hasNewEnds else { return }
    // The last contact that was held or given up; after an agreement the plan is shorter than the interval.
    let from = min(
      Double(clock.now), max(Double(service.lastContact), Double(service.due) - intervalBefore))
    let due = setDue(client, from: from)
    guard service.stage == .listed else { return scheduleContactDue(client) }
    let lead = Double(scenario.service.leadDays * SimulationClock.minutesPerDay)
    guard due - lead > Double(clock.now) else { return rankAnew(client) }
    unlist(client)
    if clients.closeCase(client) { observer.contactWithdrawn() }
    scheduleContactDue(client)
  }

  /// The next contact is due the interval of the policy after a moment in minutes, or when what is agreed ends if
  /// that comes first and counts.
  ///
  /// - Returns: The minute, fraction included.
  @discardableResult
  mutating func setDue(_ client: Int, from moment: Double) -> Double {
    var due = moment + contactInterval(client)
    let agreementUntil = Double(clients.service[client].agreementUntil)
    if scenario.service.workItemExpiry && agreementUntil > Double(clock.now) {
      due = min(due, agreementUntil)
    }
    clients.setDue(client, at: due)
    return due
  }

  /// Minutes between contacts that the policy asks for a client.
  mutating func contactInterval(_ client: Int) -> Double { contactInterval(client, under: terms) }

  /// Minutes between contacts that the policy of some terms asks for a client.
  mutating func contactInterval(_ client: Int, under terms: Terms) -> Double {
    let service = clients.service[client]
    let campaign = Int(service.followUpCampaign)
    return terms.contactInterval(
      segment: Int(clients.state[client].segment), believedGroup: Int(service.believedGroup),
      isAtRest: service.atRest,
      followUpDays: campaign > 0 ? interventions.campaigns[campaign - 1].followUpDays : 0)
  }

  /// Rest and dates of contacts follow the new policy, for those whom it concerns.
  mutating func adoptPolicy(before: Terms) {
    let (old, new) = (before.scenario.service, scenario.service)
    let isListedAnew =
      old.leadDays != new.leadDays || old.planning != new.planning
      || old.sweepDays != new.sweepDays
    let hasNewEnds = old.workItemExpiry != new.workItemExpiry
    var restsOtherwise: [Int] = []
    for client in clients.state.indices where clients.state[client].inStock {
      let service = clients.service[client]
      // Before the intake nobody rests, and the first talk is due whatever the norm.
      guard service.intakeDone else { continue }
      let intervalBefore = contactInterval(client, under: before)
      let group = Int(service.believedGroup)
      let rests = terms.restsByPolicy(clients.state[client], group: group)
      if rests != before.restsByPolicy(clients.state[client], group: group) {
        clients.setRest(client, rests)
        restsOtherwise.append(client)
      }
      followPolicy(client, intervalBefore: intervalBefore, hasNewEnds: hasNewEnds)
      if isListedAnew, clients.service[client].stage == .none, service.campaign == 0 {
        scheduleContactDue(client)
      }
    }
    // A role may carry those at rest alone.
    for client in restsOtherwise { moveToPool(client) }
  }
}
