import SimulationKernel

// From a contact that is due to an appointment in an agenda.
extension Simulation {
  /// Schedules the moment at which a client's next contact enters the worker's list: the lead time
  /// before it is due.
  mutating func scheduleContactDue(_ client: Int) {
    guard clients.service[client].worker >= 0, clients.service[client].stage == .none else {
      return
    }
    clients.service[client].dueTicket &+= 1
    let lead = scenario.service.leadDays * SimulationClock.minutesPerDay
    var moment = max(now + 1, Int(clients.service[client].due) - lead)
    if scenario.service.planning == .sweep { moment = nextSweep(of: client, from: moment) }
    guard moment <= end else { return }
    clients.service[client].dueEvent = Int32(moment)
    schedule(.contactDue, at: moment, entity: client)
  }

  /// The first sweep through the caseload at or after a moment; workers take turns over the days.
  private mutating func nextSweep(of client: Int, from moment: Int) -> Int {
    let period = scenario.service.sweepDays
    let day = (moment + SimulationClock.minutesPerDay - 1) / SimulationClock.minutesPerDay
    let offset = Int(clients.service[client].worker) % period
    let rest = (day - offset) % period
    let wait = rest <= 0 ? -rest : period - rest
    return (day + wait) * SimulationClock.minutesPerDay
  }

  /// A client's contact is due: the client goes on the list of the worker.
  ///
  /// An event of an earlier plan finds another moment in `dueEvent` and does nothing.
  mutating func listForContact(_ client: Int) {
    let service = clients.service[client]
    guard clients.state[client].inStock, service.worker >= 0, service.stage == .none else { return }
    guard service.dueEvent == Int32(now) || service.dueEvent == SimulationClock.past else { return }
    clients.service[client].dueEvent = SimulationClock.past
    clients.service[client].stage = .listed
    observer.contactFellDue()
    let visitor = externalFor(client)
    clients.service[client].visitor = Int32(visitor)
    let holder = visitor >= 0 ? visitor : Int(service.worker)
    workers.due[Int(workers.state[holder].list)].append(
      DueEntry(key: priority(of: client), client: Int32(client)))
  }

  /// The list on which a client is.
  private mutating func list(of client: Int) -> Int {
    let service = clients.service[client]
    let holder = service.visitor >= 0 ? Int(service.visitor) : Int(service.worker)
    return Int(workers.state[holder].list)
  }

  /// How a worker ranks a client: weights for what is known now, plus overdue time.
  ///
  /// Overdue time grows equally fast for everybody, so the order at any moment follows from a key
  /// that does not change: the weight of the rest minus the weight of the due moment.
  private mutating func priority(of client: Int) -> Double {
    let service = clients.service[client]
    let state = clients.state[client]
    let own = workers.state[Int(service.worker)].ownWeights
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

  /// Takes a client off the list.
  mutating func unlist(_ client: Int) {
    let list = list(of: client)
    if let index = workers.due[list].firstIndex(where: { $0.client == Int32(client) }) {
      workers.due[list].swapAt(index, workers.due[list].count - 1)
      workers.due[list].removeLast()
    }
    clients.service[client].stage = .none
    clients.service[client].visitor = -1
  }

  /// A worker's backlog in working days: queued work plus the contacts that are overdue.
  mutating func backlogDays(of worker: Int) -> Double {
    let state = workers.state[worker]
    var overdue = 0.0
    let list = Int(state.list)
    let usual = scenario.service.preparationMinutes + meanMinutes(of: .faceToFace)
    for entry in workers.due[list] {
      let client = Int(entry.client)
      guard Int(clients.service[client].due) < now else { continue }
      overdue +=
        clients.service[client].intakeDone
        ? usual : plannedMinutes(for: client, mode: .faceToFace)
    }
    let minutes = Double(state.queuedMinutes) + overdue / Double(max(1, workers.listMembers[list]))
    return minutes / Double(max(1, state.shiftMinutes))
  }

  /// Minutes that an agenda reserves for a contact, preparation and wrap-up included.
  mutating func plannedMinutes(for client: Int, mode: ContactModeKind) -> Double {
    guard clients.service[client].intakeDone else {
      let saved =
        clients.state[client].isAnnounced ? scenario.inflow.announcedMinutesSaved : 0
      return scenario.service.preparationMinutes + max(0, scenario.diagnosis.intakeMinutes - saved)
        + scenario.diagnosis.toolShare * scenario.diagnosis.toolMinutes
    }
    // Participants of a group session share its preparation too.
    if mode == .group {
      return (scenario.service.preparationMinutes + scenario.service.group.minutes)
        / max(1, scenario.service.groupSize)
    }
    return scenario.service.preparationMinutes + meanMinutes(of: mode)
  }

  /// Mean length of a contact by its mode.
  mutating func meanMinutes(of mode: ContactModeKind) -> Double {
    switch mode {
    case .faceToFace: scenario.service.faceToFace.minutes
    case .phone: scenario.service.phone.minutes
    case .video: scenario.service.video.minutes
    case .email: scenario.service.email.minutes
    case .group: scenario.service.group.minutes
    }
  }

  /// Chance that a contact of a mode brings an attribute up to date.
  mutating func information(of mode: ContactModeKind) -> Double {
    switch mode {
    case .faceToFace: scenario.service.faceToFace.information
    case .phone: scenario.service.phone.information
    case .video: scenario.service.video.information
    case .email: scenario.service.email.information
    case .group: scenario.service.group.information
    }
  }
}
