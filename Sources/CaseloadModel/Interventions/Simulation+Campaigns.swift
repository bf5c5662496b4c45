import SimulationKernel

/// Whom a campaign is for.
struct CampaignScope {
  /// Believed groups.
  private let groups: ClosedRange<Int>
  /// Segments, as bits.
  private let segments: UInt64
  /// Minutes without two-way contact from which a client is called in.
  private let limit: Int

  /// Gathers the scope of a campaign.
  init(_ campaign: Campaign, in scenario: Scenario) {
    let names = scenario.population.groups.map { $0.name }
    let lowest = names.firstIndex(of: campaign.fromGroup) ?? 0
    groups = lowest...max(lowest, names.firstIndex(of: campaign.toGroup) ?? names.count - 1)
    segments = RoleTable.mask(
      campaign.segments, in: scenario.population.segments.map { $0.name })
    limit = Int(campaign.unseenDays * Double(SimulationClock.minutesPerDay))
  }

  /// Whether a client is one of those whom the campaign is for, seen or not: the intake is done, so that
  /// somebody has judged the group.
  func holds(_ client: ClientState, _ service: ClientService) -> Bool {
    client.inStock && service.intakeDone && groups.contains(Int(service.believedGroup))
      && segments & (1 << UInt64(client.segment)) != 0
  }

  /// Whether a client has not been seen for so long that the campaign calls in.
  func isUnseen(_ service: ClientService, at minute: Int) -> Bool {
    minute - Int(service.lastContact) >= limit
  }
}

// Campaigns that call in clients who have not been seen for long.
extension Simulation {
  /// A campaign begins: externals are hired when it has any, and everybody in its scope is called in, spread
  /// over its length.
  mutating func startCampaign(_ index: Int) {
    let terms = interventions.campaigns[index]
    var remaining = terms.externalFte
    while remaining > 1e-9 {
      let contract = min(1, remaining)
      addWorker(fte: contract, role: staff.roles.external, pool: -1, campaign: index + 1)
      remaining -= contract
    }
    let length = terms.durationDays * Double(SimulationClock.minutesPerDay)
    // The last invitations go out so early that the talks fall within the campaign.
    let lead = Double(scenario.service.leadDays * SimulationClock.minutesPerDay)
    callIn(for: index, spreadOver: max(0, length - lead))
    scheduleRound(of: index)
    let last = clock.now + SimulationClock.wholeMinutes(length)
    if last <= clock.end { schedule(.campaignEnd, at: last, entity: index) }
  }

  /// The lists are drawn up anew: who has come into the scope since is called in too.
  mutating func goRound(_ index: Int) {
    callIn(for: index, spreadOver: 0)
    scheduleRound(of: index)
  }

  private func campaignEnd(_ index: Int) -> Int {
    let campaign = interventions.campaigns[index]
    let first = max(0, campaign.date.dayNumber - clock.calendar.start.dayNumber)
    return first * SimulationClock.minutesPerDay
      + SimulationClock.wholeMinutes(
        campaign.durationDays * Double(SimulationClock.minutesPerDay))
  }

  private mutating func scheduleRound(of index: Int) {
    let next = clock.now + interventions.campaigns[index].roundDays * SimulationClock.minutesPerDay
    guard next < min(clock.end, campaignEnd(index)) else { return }
    schedule(.campaignRound, at: next, entity: index)
  }

  /// Calls in those in the scope of a campaign whom it has not called in before; some refuse.
  private mutating func callIn(for index: Int, spreadOver length: Double) {
    let terms = interventions.campaigns[index]
    let scope = CampaignScope(terms, in: scenario)
    for client in clients.state.indices {
      let service = clients.service[client]
      guard scope.holds(clients.state[client], service), scope.isUnseen(service, at: clock.now),
        service.campaign == 0, !meetings.hold(client, campaign: index, spell: service.spell)
      else { continue }
      var draws = stream(.campaign, clients.state[client].streamID, draw: UInt64(index))
      let wait = draws.uniform() * length
      // Who refuses does so whenever the same campaign asks again.
      guard draws.uniform() >= terms.refusalShare else { continue }
      clients.callIn(client, campaign: index, at: Double(clock.now) + wait)
      note(.calledIn, client: client, EventDetail(subject: index))
      if service.stage == .listed { unlist(client) }
      guard clients.service[client].stage == .none else { continue }
      scheduleContactDue(client)
    }
  }

  /// Counts who is in the scope of each campaign, and who of them is unseen.
  mutating func observeCampaigns() {
    for index in interventions.campaigns.indices {
      let scope = CampaignScope(interventions.campaigns[index], in: scenario)
      var found = (inScope: 0, unseen: 0)
      for client in clients.state.indices {
        let service = clients.service[client]
        guard scope.holds(clients.state[client], service) else { continue }
        found.inScope += 1
        if scope.isUnseen(service, at: clock.now) { found.unseen += 1 }
      }
      observer.add(campaign: index, inScope: found.inScope, unseen: found.unseen)
    }
  }

  /// A campaign has met a client it called in, at a talk or in vain: its follow-up holds from now on.
  mutating func closeCall(_ client: Int) {
    let service = clients.service[client]
    guard service.campaign > 0 else { return }
    meetings.note(client, campaign: Int(service.campaign) - 1, spell: service.spell)
    clients.closeCall(client)
  }

  /// A campaign ends: externals leave, and clients not reached fall back to the norm.
  mutating func endCampaign(_ index: Int) {
    for client in clients.state.indices where clients.service[client].campaign == UInt8(index + 1) {
      clients.dropCall(client)
      guard clients.state[client].inStock else { continue }
      let isVisited = clients.service[client].visitor >= 0
      if clients.service[client].stage == .listed { unlist(client) }
      if clients.service[client].stage == .none || isVisited { scheduleAfterCampaign(client) }
    }
    for worker in staff.workers.indices
    where staff.workers[worker].campaign == UInt8(index + 1)
      && staff.workers[worker].activity != .gone
    {
      leaveStaff(worker)
    }
  }

  private mutating func scheduleAfterCampaign(_ client: Int) {
    clients.clearContact(client)
    clients.planAnew(client)
    // A letter is a contact that the norm counts from, too.
    setDue(client, from: Double(clients.service[client].lastAnyContact))
    scheduleContactDue(client)
  }

  /// The external who is to see a client whom a campaign with externals calls in; -1 for none.
  ///
  /// The one with the shortest list is taken.
  mutating func externalFor(_ client: Int) -> Int {
    let campaign = clients.service[client].campaign
    guard campaign > 0 else { return -1 }
    var best = -1
    for member in staff.roles.members(of: staff.roles.external) {
      let worker = Int(member)
      guard staff.workers[worker].campaign == campaign, staff.workers[worker].activity != .gone
      else { continue }
      if best < 0
        || staff.lists[Int(staff.workers[worker].list)].count
          < staff.lists[Int(staff.workers[best].list)].count
      {
        best = worker
      }
    }
    return best
  }
}
