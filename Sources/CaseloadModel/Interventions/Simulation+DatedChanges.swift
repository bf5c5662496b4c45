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
    case .benefits: adoptBenefits(before: before)
    case .unseen: adoptAttention(before: before)
    case .trajectories: adoptInstruments(before: before)
    case .staff: adoptStaff(before: before.scenario)
    case .roles: adoptRoles(before: before.scenario)
    case .audits: audits.adopt(terms, before: before, on: &clock)
    case .inflow: clients.adoptInflow(terms, on: &clock)
    case .labourMarket: labourMarket.adopt(terms, on: &clock)
    case .lifeClocks: clients.adopt(terms, before: before, on: &clock)
    case .contacts: adoptPolicy(before: before)
    case .lists: adoptPriorities(before: before.scenario)
    case .waitingClients: serveWaitingClients()
    }
  }
}
