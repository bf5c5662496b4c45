import SimulationKernel

/// Who takes over changed terms, in the order in which they do.
///
/// Each looks only at what differs between the two terms, so that a change to the value that holds already
/// changes no bit. What is added here is asked for by the compiler in `Simulation.adopt`; a room of the
/// simulation that stands in none of them is found by `StaleEventTests`.
enum Adopter: CaseIterable {
  /// Prices of running benefits: first, while nothing else has moved.
  case benefits
  /// What fades or gathers unseen in clients: before anybody looks at it under the new terms.
  case unseen
  /// Instruments, their places and talks on progress.
  case trajectories
  /// Posts, prices and clocks of workers.
  case staff
  /// Which role carries which client: after the people whom the change brings have come.
  case roles
  /// Audits of the register.
  case audits
  /// Applications.
  case inflow
  /// Vacancies and rivalry.
  case labourMarket
  /// The clocks of clients' lives.
  case lifeClocks
  /// Rest and dates of contacts: after the clients have gone to who sees them from now on.
  case contacts
  /// Who goes first on the lists: after the dates, by which clients are ranked.
  case lists
  /// Clients without a worker: last, because all of the others may have made room.
  case waitingClients
}

// A dated change: new terms take the place of the old ones, and all adopt them.
extension Simulation {
  /// The values of a dated change come into force.
  ///
  /// What holds at the end of a day's changes holds from its first minute: of those of one day only the last
  /// is carried out, which has the values of the others in it.
  mutating func applyChange(_ index: Int) {
    guard let next = changes[index].result.first else { return }
    if index + 1 < changes.count, changes[index + 1].date == changes[index].date,
      !changes[index + 1].result.isEmpty
    {
      return
    }
    let before = terms
    terms = Terms(next)
    for adopter in Adopter.allCases { adopt(adopter, before: before) }
  }

  /// One of those whom changed terms concern takes them over.
  private mutating func adopt(_ adopter: Adopter, before: Terms) {
    switch adopter {
    case .benefits: revalueBenefits(before: before)
    case .unseen: bringAttentionUpToDate(under: before)
    case .trajectories: adoptInstruments(before: before)
    case .staff: adoptStaff(before: before.scenario)
    case .roles: adoptRoles(before: before.scenario)
    case .audits: audits.adopt(terms, before: before, on: &clock)
    case .inflow: clients.inflow.adopt(terms, on: &clock)
    case .labourMarket: labourMarket.adopt(terms, on: &clock)
    case .lifeClocks: clients.adopt(terms, before: before, on: &clock)
    case .contacts: planAnew(before: before)
    case .lists: rankAnew(before: before.scenario)
    case .waitingClients: serveWaitingClients()
    }
  }

  /// Instruments follow their new terms: places that are added go to those who wait, and talks on
  /// progress are planned anew.
  private mutating func adoptInstruments(before: Terms) {
    for index in trajectories.adopt(terms) {
      let places = scenario.trajectories.instruments[index].places
      for client in trajectories.instruments[index].places.setCapacity(
        places, at: Double(clock.now))
      {
        startTrajectory(Int(client))
      }
    }
    let instruments = scenario.trajectories.instruments
    let old = before.scenario.trajectories.instruments
    let changed = instruments.indices.filter {
      instruments[$0].followUpDays != old[$0].followUpDays
    }
    guard !changed.isEmpty else { return }
    for index in changed { trajectories.restartFollowUps(of: index) }
    for client in clients.state.indices
    where clients.state[client].inStock && clients.service[client].trajectoryStage == .running
      && changed.contains(Int(clients.service[client].instrument))
    {
      scheduleFollowUp(client)
    }
  }

  /// Clients go to the roles that carry them from now on.
  private mutating func adoptRoles(before: Scenario) {
    let isSame = zip(before.staffing.roles, scenario.staffing.roles).allSatisfy {
      $0.clientShare == $1.clientShare && $0.segments == $1.segments && $0.groups == $1.groups
        && $0.restOnly == $1.restOnly
    }
    guard !isSame else { return }
    for client in clients.state.indices { moveToPool(client) }
  }

  /// Rest and dates of contacts follow the new policy, for those whom it concerns.
  private mutating func planAnew(before: Terms) {
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
