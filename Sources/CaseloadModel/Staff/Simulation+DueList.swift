import SimulationKernel

// From a contact that is due to an appointment in an agenda.
extension Simulation {
  /// Schedules the moment at which a client's next contact enters the worker's list: the lead time
  /// before it is due.
  mutating func scheduleContactDue(_ client: Int) {
    guard isServed(client), clients.service[client].stage == .none else { return }
    clients.planAnew(client)
    let lead = scenario.service.leadDays * SimulationClock.minutesPerDay
    var moment = max(clock.now + 1, Int(clients.service[client].due) - lead)
    if scenario.service.planning == .sweep {
      moment = clients.nextSweep(of: client, from: moment, under: terms)
    }
    guard moment <= clock.end else { return }
    schedule(.contactDue, at: moment, entity: client)
  }

  /// Whether there is somebody to see a client: the own worker, or an external of the campaign that calls the
  /// client in.
  private mutating func isServed(_ client: Int) -> Bool {
    clients.service[client].worker >= 0 || externalFor(client) >= 0
  }

  /// A client's contact is due: the client goes on the list of the worker, unless there already.
  mutating func listForContact(_ client: Int) {
    assert(clients.state[client].inStock, "nobody is called who is not in stock")
    let service = clients.service[client]
    guard service.stage == .none else { return }
    let visitor = externalFor(client)
    let holder = visitor >= 0 ? visitor : Int(service.worker)
    guard holder >= 0 else { return }
    if clients.list(client, visitor: visitor) { observer.contactFellDue() }
    staff.lists[Int(staff.workers[holder].list)].append(
      DueEntry(key: priority(of: client), client: Int32(client)))
    note(.contactListed, client: client, worker: holder)
  }

  /// The list on which a client is.
  mutating func list(of client: Int) -> Int {
    let service = clients.service[client]
    let holder = service.visitor >= 0 ? Int(service.visitor) : Int(service.worker)
    return Int(staff.workers[holder].list)
  }

  /// How a worker ranks a client: weights for what is known now, plus overdue time.
  ///
  /// Overdue time grows equally fast for everybody, so the order at any moment follows from a key
  /// that does not change: the weight of the rest minus the weight of the due moment.
  mutating func priority(of client: Int) -> Double {
    let service = clients.service[client]
    let state = clients.state[client]
    // Whoever has no worker yet is ranked by the external.
    let ranker = service.worker >= 0 ? service.worker : service.visitor
    let own = staff.workers[Int(ranker)].ownWeights
    let group = groups[Int(service.believedGroup)]
    let years = Double(service.due) / SimulationClock.minutesPerYear
    let prospects =
      scenario.service.priorities.readiness * own.readiness
      * (group.readinessFrom + group.readinessTo) / 2
      + scenario.service.priorities.motivation * own.motivation * state.motivation
    return (service.intakeDone ? 0 : scenario.service.priorities.intake)
      + scenario.service.priorities.targetStrength * prospects
      + (service.asked ? scenario.service.priorities.selfReported : 0)
      + (service.campaign > 0 ? scenario.service.priorities.campaign : 0)
      - scenario.service.priorities.costPerHour * plannedMinutes(for: client, mode: .faceToFace)
      / 60
      - scenario.service.priorities.overduePerYear * own.overdue * years
  }

  /// Gives a client on a list the rank of the present.
  mutating func rankAnew(_ client: Int) {
    let list = list(of: client)
    if let place = staff.place(of: client, onList: list) {
      staff.lists[list][place].key = priority(of: client)
    }
  }

  /// Clients who are on a list are ranked by new priorities.
  mutating func adoptPriorities(before: Scenario) {
    guard before.service.priorities != scenario.service.priorities else { return }
    for list in staff.lists.indices {
      for place in staff.lists[list].indices {
        staff.lists[list][place].key = priority(of: Int(staff.lists[list][place].client))
      }
    }
  }

  /// Takes a client off the list.
  mutating func unlist(_ client: Int) {
    let list = list(of: client)
    if let place = staff.place(of: client, onList: list) {
      staff.lists[list].swapAt(place, staff.lists[list].count - 1)
      staff.lists[list].removeLast()
    }
    clients.clearContact(client)
  }

  /// Minutes that an agenda reserves for a contact, preparation and wrap-up included.
  mutating func plannedMinutes(for client: Int, mode: ContactModeKind) -> Double {
    guard clients.service[client].intakeDone else {
      let saved =
        clients.state[client].isAnnounced ? scenario.inflow.announcedMinutesSaved : 0
      let tools =
        mode == .email ? 0 : scenario.diagnosis.toolShare * scenario.diagnosis.toolMinutes
      return scenario.service.preparationMinutes
        + max(0, scenario.diagnosis.intake(by: mode).minutes - saved) + tools
    }
    return terms.mode(mode).plannedMinutes
  }
}
