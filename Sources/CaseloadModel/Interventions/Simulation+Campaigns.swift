import SimulationKernel

// Campaigns that call in clients who have not been seen for long.
extension Simulation {
  /// A campaign begins: clients unseen for long are called in, spread over its length, and externals
  /// are hired when it has any.
  mutating func startCampaign(_ index: Int) {
    let terms = interventions.campaigns[index]
    let day = Double(SimulationClock.minutesPerDay)
    let highest = groups.indices.last { scenario.population.groups[$0].name == terms.toGroup }
    let unseen = Int(terms.unseenDays * day)
    var remaining = terms.externalFte
    while remaining > 1e-9 {
      let contract = min(1, remaining)
      addWorker(fte: contract, role: roles.external, pool: -1, campaign: index + 1)
      remaining -= contract
    }
    for client in clients.state.indices {
      let service = clients.service[client]
      guard clients.state[client].inStock, service.worker >= 0, service.intakeDone,
        now - Int(service.lastContact) >= unseen,
        Int(service.believedGroup) <= highest ?? groups.count - 1
      else { continue }
      var draws = stream(.campaign, clients.state[client].streamID, draw: UInt64(index))
      let wait = draws.uniform() * terms.durationDays * day
      clients.service[client].campaign = UInt8(index + 1)
      clients.service[client].due = Int32(min(SimulationClock.farthest, Double(now) + wait))
      if service.stage == .listed { unlist(client) }
      guard clients.service[client].stage == .none else { continue }
      scheduleContactDue(client)
    }
    let end = now + SimulationClock.wholeMinutes(terms.durationDays * day)
    if end <= self.end { schedule(.campaignEnd, at: end, entity: index) }
  }

  /// A campaign ends: externals leave, and clients not reached fall back to the norm.
  mutating func endCampaign(_ index: Int) {
    for client in clients.state.indices where clients.service[client].campaign == UInt8(index + 1) {
      clients.service[client].campaign = 0
      guard clients.state[client].inStock else { continue }
      let isVisited = clients.service[client].visitor >= 0
      if clients.service[client].stage == .listed { unlist(client) }
      if clients.service[client].stage == .none || isVisited { scheduleAfterCampaign(client) }
    }
    for worker in workers.state.indices
    where workers.state[worker].campaign == UInt8(index + 1)
      && workers.state[worker].activity != .gone
    {
      leaveStaff(worker)
    }
  }

  private mutating func scheduleAfterCampaign(_ client: Int) {
    clients.service[client].stage = .none
    clients.service[client].visitor = -1
    clients.service[client].dueTicket &+= 1
    let due = Double(clients.service[client].lastContact) + contactInterval(client)
    clients.service[client].due = Int32(min(SimulationClock.farthest, due))
    scheduleContactDue(client)
  }

  /// The external who is to see a client whom a campaign with externals calls in; -1 for none.
  ///
  /// The one with the shortest list is taken.
  mutating func externalFor(_ client: Int) -> Int {
    let campaign = clients.service[client].campaign
    guard campaign > 0 else { return -1 }
    var best = -1
    for member in roles.members(of: roles.external) {
      let worker = Int(member)
      guard workers.state[worker].campaign == campaign, workers.state[worker].activity != .gone
      else { continue }
      if best < 0
        || workers.due[Int(workers.state[worker].list)].count
          < workers.due[Int(workers.state[best].list)].count
      {
        best = worker
      }
    }
    return best
  }
}
