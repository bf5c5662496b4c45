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
    let moment = max(now + 1, Int(clients.service[client].due) - lead)
    guard moment <= end else { return }
    clients.service[client].dueEvent = Int32(moment)
    schedule(.contactDue, at: moment, entity: client)
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
    workers.due[Int(service.worker)].append(
      DueEntry(key: priority(of: client), client: Int32(client)))
  }

  /// How a worker ranks a client: weights for what is known now, plus overdue time.
  ///
  /// Overdue time grows equally fast for everybody, so the order at any moment follows from a key
  /// that does not change: the weight of the rest minus the weight of the due moment.
  private func priority(of client: Int) -> Double {
    let weights = scenario.service.priorities
    let service = clients.service[client]
    let state = clients.state[client]
    let group = groups[Int(service.believedGroup)]
    let years = Double(service.due) / SimulationClock.minutesPerYear
    return (service.intakeDone ? 0 : weights.intake)
      + weights.readiness * (group.readinessFrom + group.readinessTo) / 2
      + weights.motivation * state.motivation
      + (service.asked ? weights.selfReported : 0)
      - weights.overduePerYear * years
  }

  /// Takes a client off the list of the worker.
  mutating func unlist(_ client: Int, of worker: Int) {
    if let index = workers.due[worker].firstIndex(where: { $0.client == Int32(client) }) {
      workers.due[worker].swapAt(index, workers.due[worker].count - 1)
      workers.due[worker].removeLast()
    }
    clients.service[client].stage = .none
  }

  /// A worker's backlog in working days: queued work plus the contacts that are overdue.
  func backlogDays(of worker: Int) -> Double {
    let state = workers.state[worker]
    var minutes = Double(state.queuedMinutes)
    for entry in workers.due[worker] where Int(clients.service[Int(entry.client)].due) < now {
      minutes += plannedMinutes(for: Int(entry.client), mode: .faceToFace)
    }
    return minutes / Double(max(1, state.shiftMinutes))
  }

  /// Minutes that an agenda reserves for a contact, preparation and wrap-up included.
  func plannedMinutes(for client: Int, mode: ContactModeKind) -> Double {
    let service = scenario.service
    let diagnosis = scenario.diagnosis
    guard clients.service[client].intakeDone else {
      return service.preparationMinutes + diagnosis.intakeMinutes
        + diagnosis.toolShare * diagnosis.toolMinutes
    }
    return service.preparationMinutes + meanMinutes(of: mode)
  }

  /// Mean length of a contact by its mode.
  func meanMinutes(of mode: ContactModeKind) -> Double {
    switch mode {
    case .faceToFace: scenario.service.faceToFace.minutes
    case .phone: scenario.service.phone.minutes
    case .video: scenario.service.video.minutes
    case .email: scenario.service.email.minutes
    }
  }

  /// Chance that a contact of a mode brings an attribute up to date.
  func information(of mode: ContactModeKind) -> Double {
    switch mode {
    case .faceToFace: scenario.service.faceToFace.information
    case .phone: scenario.service.phone.information
    case .video: scenario.service.video.information
    case .email: scenario.service.email.information
    }
  }
}
