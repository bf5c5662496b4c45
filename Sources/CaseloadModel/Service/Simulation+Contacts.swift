import SimulationKernel

// Contacts: appointments, letters, and requests by clients.
extension Simulation {
  /// Whether the appointment still stands.
  func stands(_ appointment: Appointment, with worker: Int) -> Bool {
    let service = clients.service[Int(appointment.client)]
    return service.worker == Int32(worker) && service.stage == .booked
      && service.dueTicket == appointment.ticket
  }

  /// The worker takes up an appointment: the client shows up, or not.
  ///
  /// - Returns: The minutes of work that follow.
  mutating func meet(_ appointment: Appointment, worker: Int) -> Int {
    let client = Int(appointment.client)
    let service = clients.service[client]
    var draws = stream(
      .contactShow, clients.state[client].streamID, draw: UInt64(service.contactDraws))
    workers.state[worker].currentClient = Int32(client)
    workers.state[worker].currentMode = appointment.mode
    let lengthDraw = LogNormal(
      mean: 1, coefficientOfVariation: max(1e-9, scenario.service.lengthVariation))
    let showDraw = draws.uniform()
    let length = lengthDraw.sample(using: &draws)
    if showDraw < noShowChance(client) {
      workers.state[worker].activity = .missedAppointment
      return max(1, Int(scenario.service.noShowMinutes))
    }
    workers.state[worker].activity = .appointment
    var talk = meanMinutes(of: appointment.mode)
    if !service.intakeDone {
      talk = scenario.diagnosis.intakeMinutes
      if usesTool(client) { talk += scenario.diagnosis.toolMinutes }
    }
    return max(1, Int((scenario.service.preparationMinutes + talk * length).rounded()))
  }

  /// Chance that a client misses an appointment; it rises with the time unseen.
  private func noShowChance(_ client: Int) -> Double {
    let service = scenario.service
    let years =
      Double(now - Int(clients.service[client].lastContact)) / SimulationClock.minutesPerYear
    // Half of the rise is reached after a year unseen.
    let rise = years / (1 + years)
    return service.noShowShare + (service.noShowShareUnseen - service.noShowShare) * rise
  }

  /// Whether the intake of the present spell is done with a diagnostic instrument.
  private func usesTool(_ client: Int) -> Bool {
    var draws = stream(
      .clientTraits, clients.state[client].streamID, draw: 1 + UInt64(clients.state[client].spells))
    return draws.uniform() < scenario.diagnosis.toolShare
  }

  /// A planned contact has taken place.
  mutating func completeContact(_ client: Int, worker: Int, mode: ContactModeKind, minutes: Int) {
    guard clients.state[client].inStock, clients.service[client].worker == Int32(worker) else {
      return
    }
    let service = clients.service[client]
    var draws = stream(
      .contactYield, clients.state[client].streamID, draw: UInt64(service.contactDraws))
    clients.service[client].contactDraws += 1
    let isIntake = !service.intakeDone
    let agreementDraw = draws.uniform()
    let diagnosis = scenario.diagnosis
    let accuracy =
      isIntake && usesTool(client) ? diagnosis.accuracyWithTool : diagnosis.accuracyWithoutTool
    learn(
      about: client, worker: worker, information: isIntake ? 1 : information(of: mode),
      accuracy: accuracy, using: &draws)
    noteContact(client, isTwoWay: mode.isTwoWay, minutes: minutes)
    if mode != .email { observer.contactDone() }
    clients.service[client].intakeDone = true
    clients.service[client].missed = 0
    clients.service[client].asked = false
    if isIntake { clients.service[client].contactsAfterIntake = 0 }
    if mode.isTwoWay {
      if agreementDraw < scenario.service.agreementShare {
        clients.service[client].agreementUntil = agreementEnd(from: now)
      }
      setReadiness(
        client, clients.state[client].readiness + scenario.population.readinessGainPerContact)
      considerInstrument(client, worker: worker)
    }
    addTask(
      .registration, for: client, worker: worker, minutes: scenario.service.registrationMinutes)
    planNextContact(client)
  }

  /// Notes that there was contact; knowledge is dealt with elsewhere.
  private mutating func noteContact(_ client: Int, isTwoWay: Bool, minutes: Int) {
    if !clients.state[client].inStock {
      violated(.contactWithClientInStock, entity: client, expected: 1, found: 0)
    }
    clients.service[client].lastAnyContact = Int32(now)
    clients.service[client].contactMinutes += Int32(minutes)
    if isTwoWay {
      clients.service[client].lastContact = Int32(now)
      clients.service[client].contactsAfterIntake &+= 1
    }
    observer.contact(group: Int(clients.service[client].believedGroup), isTwoWay: isTwoWay)
  }

  /// Sets when the next contact is due, and schedules its listing.
  private mutating func planNextContact(_ client: Int) {
    clients.service[client].stage = .none
    let due = Double(now) + contactInterval(client)
    clients.service[client].due = Int32(min(SimulationClock.farthest, due))
    scheduleContactDue(client)
  }

  /// A client did not show up: the worker tries again, and after some attempts lets it rest.
  mutating func missAppointment(_ client: Int, worker: Int) {
    guard clients.state[client].inStock, clients.service[client].worker == Int32(worker) else {
      return
    }
    var draws = stream(
      .contactYield, clients.state[client].streamID,
      draw: UInt64(clients.service[client].contactDraws))
    clients.service[client].contactDraws += 1
    clients.service[client].missed &+= 1
    clients.service[client].stage = .none
    if Int(clients.service[client].missed) < scenario.service.noShowAttempts
      || !clients.service[client].intakeDone
    {
      relist(client)
      return
    }
    clients.service[client].missed = 0
    if draws.uniform() < scenario.service.noShowSanctionShare {
      leaveStock(client, .sanction)
      return
    }
    planNextContact(client)
  }

  /// Puts a client back on the list at once.
  mutating func relist(_ client: Int) {
    clients.service[client].stage = .none
    clients.service[client].dueEvent = SimulationClock.past
    listForContact(client)
  }

  /// Schedules the next moment at which a client asks for contact.
  mutating func scheduleRequest(_ client: Int) {
    let state = clients.state[client]
    let rate =
      scenario.service.requestsPerYear * state.requestFactor / SimulationClock.minutesPerYear
    guard rate > 1e-12 else { return }
    var draws = stream(.request, state.streamID, draw: UInt64(state.requestDraws))
    clients.state[client].requestDraws += 1
    let gap = Exponential(rate: rate).sample(using: &draws)
    let moment = now + SimulationClock.wholeMinutes(gap)
    guard moment <= end else { return }
    schedule(.request, at: moment, entity: client)
  }

  /// A client asks for contact: the question goes to the worker's queue.
  mutating func considerRequest(_ client: Int) {
    guard clients.state[client].inStock else { return }
    scheduleRequest(client)
    clients.service[client].asked = true
    let worker = Int(clients.service[client].worker)
    guard worker >= 0, clients.service[client].intakeDone else { return }
    addTask(.request, for: client, worker: worker, minutes: scenario.service.request.minutes)
  }

  /// A client's question has been answered by phone.
  mutating func completeRequest(_ client: Int, worker: Int, minutes: Int) {
    guard clients.state[client].inStock, clients.service[client].worker == Int32(worker) else {
      return
    }
    var draws = stream(
      .requestYield, clients.state[client].streamID,
      draw: UInt64(clients.service[client].contactDraws))
    clients.service[client].contactDraws += 1
    learn(
      about: client, worker: worker, information: scenario.service.request.information,
      accuracy: scenario.diagnosis.accuracyWithoutTool, using: &draws)
    noteContact(client, isTwoWay: true, minutes: minutes)
    clients.service[client].asked = false
  }

  /// A contact has been registered: each item reaches the register with the worker's completeness.
  mutating func completeRegistration(_ client: Int, worker: Int) {
    guard clients.state[client].inStock else { return }
    var draws = stream(
      .registration, clients.state[client].streamID,
      draw: UInt64(clients.service[client].contactDraws))
    let weeks = backlogDays(of: worker) / 5
    let completeness =
      workers.state[worker].discipline
      * Elementary.exp(-scenario.knowledge.registrationPressureEffect * weeks)
    for attribute in 0..<knowledge.attributeCount where draws.uniform() < completeness {
      knowledge.register(client: client, attribute: attribute)
    }
  }
}
