import SimulationKernel

// Contacts: appointments, letters, and requests by clients.
extension Simulation {
  /// Whether the appointment still stands.
  mutating func stands(_ appointment: Appointment, with worker: Int) -> Bool {
    let service = clients.service[Int(appointment.client)]
    return isServed(Int(appointment.client), by: worker) && service.stage == .booked
      && service.dueTicket == appointment.ticket
  }

  /// Whether a worker serves a client: as the client's own worker, or as the external of a campaign.
  private mutating func isServed(_ client: Int, by worker: Int) -> Bool {
    let service = clients.service[client]
    return service.visitor >= 0
      ? service.visitor == Int32(worker) : service.worker == Int32(worker)
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
    workers.state[worker].currentSpell = service.spell
    workers.state[worker].currentMode = appointment.mode
    let showDraw = draws.uniform()
    let length = current.talkLength.sample(using: &draws)
    let isReminded = getsReminder(client)
    let reminder = isReminded ? scenario.service.reminderMinutes : 0
    if showDraw < noShowChance(client, isReminded: isReminded) {
      workers.state[worker].activity = .missedAppointment
      return max(1, Int(scenario.service.noShowMinutes + reminder))
    }
    workers.state[worker].activity = .appointment
    var talk = meanMinutes(of: appointment.mode)
    if !service.intakeDone {
      talk = scenario.diagnosis.intakeMinutes
      if clients.state[client].isAnnounced {
        talk = max(0, talk - scenario.inflow.announcedMinutesSaved)
      }
      if usesTool(client) { talk += scenario.diagnosis.toolMinutes }
    }
    let minutes = scenario.service.preparationMinutes + talk * length + reminder
    return max(1, Int((minutes / speed(of: worker)).rounded()))
  }

  /// Whether the client gets a call the day before.
  private mutating func getsReminder(_ client: Int) -> Bool {
    guard scenario.service.reminderShare > 0 else { return false }
    var draws = stream(
      .reminder, clients.state[client].streamID,
      draw: UInt64(clients.service[client].contactDraws))
    return draws.uniform() < scenario.service.reminderShare
  }

  /// Chance that a client misses an appointment; it rises with the time unseen.
  private mutating func noShowChance(_ client: Int, isReminded: Bool) -> Double {
    let years =
      Double(now - Int(clients.service[client].lastContact)) / SimulationClock.minutesPerYear
    // Half of the rise is reached after a year unseen.
    let rise = years / (1 + years)
    let chance =
      scenario.service.noShowShare
      + (scenario.service.noShowShareUnseen - scenario.service.noShowShare) * rise
    guard chance > 0 && chance < 1 else { return chance }
    var odds = chance / (1 - chance) * Double(clients.state[client].missFactor)
    let campaign = Int(clients.service[client].campaign)
    if campaign > 0 { odds *= interventions.campaigns[campaign - 1].noShowFactor }
    if isReminded { odds *= scenario.service.reminderFactor }
    return odds < .infinity ? odds / (1 + odds) : 1
  }

  /// Whether the intake of the present spell is done with a diagnostic instrument.
  private mutating func usesTool(_ client: Int) -> Bool {
    var draws = stream(
      .clientTraits, clients.state[client].streamID, draw: 1 + UInt64(clients.state[client].spells))
    return draws.uniform() < scenario.diagnosis.toolShare
  }

  /// A planned contact has taken place.
  mutating func completeContact(
    _ client: Int, worker: Int, mode: ContactModeKind, minutes: Int, isDelegated: Bool = false
  ) {
    guard clients.state[client].inStock, isDelegated || isServed(client, by: worker) else {
      return
    }
    let service = clients.service[client]
    var draws = stream(
      .contactYield, clients.state[client].streamID, draw: UInt64(service.contactDraws))
    clients.service[client].contactDraws += 1
    let isIntake = !service.intakeDone
    let agreementDraw = draws.uniform()
    learnAtContact(
      client, worker: worker, mode: mode, isIntake: isIntake, isDelegated: isDelegated,
      using: &draws)
    noteContact(client, isTwoWay: mode.isTwoWay, minutes: minutes)
    if !mode.isTask {
      observer.contactDone()
      observer.appointment(isMissed: false, ofCampaign: service.campaign > 0)
    }
    clients.service[client].intakeDone = true
    clients.service[client].missed = 0
    clients.service[client].asked = false
    clients.service[client].visitor = -1
    if service.campaign > 0 {
      clients.service[client].followUpCampaign = service.campaign
      clients.service[client].campaign = 0
    }
    if isIntake {
      clients.service[client].contactsAfterIntake = 0
      considerPurchasedDiagnosis(client)
    }
    if mode.isTwoWay {
      if agreementDraw < scenario.service.agreementShare {
        clients.service[client].agreementUntil = agreementEnd(from: now)
      }
      advanceTruth(client, attribute: 0)
      setReadiness(
        client, clients.state[client].readiness + scenario.population.readinessGainPerContact)
      let owner = Int(clients.service[client].worker)
      if owner >= 0 { considerInstrument(client, worker: owner) }
    }
    if !isDelegated && service.visitor < 0 {
      addTask(
        .registration, for: client, worker: worker,
        minutes: scenario.service.registrationMinutes)
    }
    planNextContact(client)
    moveToPool(client)
  }

  /// What a contact tells, and where that goes.
  ///
  /// What an external learns reaches the register in part; what support staff learn is registered at
  /// once; the result of an instrument goes where the scenario says.
  private mutating func learnAtContact(
    _ client: Int, worker: Int, mode: ContactModeKind, isIntake: Bool, isDelegated: Bool,
    using draws: inout RandomStream
  ) {
    let isWithTool = isIntake && usesTool(client)
    let toolCounts = isWithTool && scenario.diagnosis.toolStore != .elsewhere
    var store = KnowledgeStore.notes
    let campaign = Int(workers.state[worker].campaign)
    if campaign > 0 {
      store = .register(share: interventions.campaigns[campaign - 1].transferShare)
    } else if isDelegated || (isWithTool && scenario.diagnosis.toolStore == .register) {
      store = .register(share: 1)
    }
    learn(
      about: client, worker: worker,
      information: isIntake ? 1 : information(of: mode) * specialistYield(worker),
      accuracy: toolCounts
        ? scenario.diagnosis.accuracyWithTool : scenario.diagnosis.accuracyWithoutTool,
      isIntake: isIntake, store: store, using: &draws)
  }

  /// Notes that there was contact; knowledge is dealt with elsewhere.
  private mutating func noteContact(_ client: Int, isTwoWay: Bool, minutes: Int) {
    if !clients.state[client].inStock {
      violated(.contactWithClientInStock, entity: client, expected: 1, found: 0)
    }
    clients.service[client].lastAnyContact = Int32(now)
    clients.service[client].addContact(minutes: minutes)
    if isTwoWay {
      clients.service[client].lastContact = Int32(now)
      clients.service[client].contactsAfterIntake &+= 1
    }
    observer.contact(cells(of: client), isTwoWay: isTwoWay)
  }

  /// Sets when the next contact is due, and schedules its listing.
  private mutating func planNextContact(_ client: Int) {
    clients.service[client].stage = .none
    clients.service[client].visitor = -1
    var due = Double(now) + contactInterval(client)
    let agreementUntil = Double(clients.service[client].agreementUntil)
    if scenario.service.workItemExpiry && agreementUntil > Double(now) {
      due = min(due, agreementUntil)
    }
    clients.service[client].due = Int32(min(SimulationClock.farthest, due))
    scheduleContactDue(client)
  }

  /// A client did not show up: the worker tries again, and after some attempts lets it rest.
  mutating func missAppointment(_ client: Int, worker: Int) {
    guard clients.state[client].inStock, isServed(client, by: worker) else { return }
    var draws = stream(
      .contactYield, clients.state[client].streamID,
      draw: UInt64(clients.service[client].contactDraws))
    clients.service[client].contactDraws += 1
    observer.appointment(isMissed: true, ofCampaign: clients.service[client].campaign > 0)
    clients.service[client].missed &+= 1
    clients.service[client].stage = .none
    if Int(clients.service[client].missed) < scenario.service.noShowAttempts
      || !clients.service[client].intakeDone
    {
      relist(client)
      return
    }
    clients.service[client].missed = 0
    clients.service[client].campaign = 0
    if draws.uniform() < scenario.service.noShowSanctionShare {
      leaveStock(client, .sanction)
      return
    }
    planNextContact(client)
  }

  /// Puts a client back on the list at once.
  mutating func relist(_ client: Int) {
    clients.service[client].stage = .none
    clients.service[client].visitor = -1
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
    ask(client)
  }

  /// A client asks for contact now.
  mutating func ask(_ client: Int) {
    clients.service[client].asked = true
    let service = clients.service[client]
    guard service.worker >= 0, service.intakeDone else { return }
    let colleague = presentColleague(of: Int(service.worker))
    addTask(
      .request, for: client, worker: colleague ?? Int(service.worker),
      minutes: scenario.service.request.minutes, isDelegated: colleague != nil)
  }

  /// A present colleague of a team for a worker who is absent today.
  private mutating func presentColleague(of worker: Int) -> Int? {
    guard scenario.caseload.teamSize > 1 else { return nil }
    let day = Int32(now / SimulationClock.minutesPerDay)
    guard workers.state[worker].absentDay == day else { return nil }
    var best: Int?
    for other in workers.state.indices
    where workers.state[other].list == workers.state[worker].list
      && workers.state[other].activity != .gone && workers.state[other].absentDay != day
    {
      if let known = best, workers.state[known].queuedMinutes <= workers.state[other].queuedMinutes
      {
        continue
      }
      best = other
    }
    return best
  }

  /// A client's question has been answered by phone.
  mutating func completeRequest(_ client: Int, worker: Int, minutes: Int, isDelegated: Bool) {
    var draws = stream(
      .requestYield, clients.state[client].streamID,
      draw: UInt64(clients.service[client].contactDraws))
    clients.service[client].contactDraws += 1
    learn(
      about: client, worker: worker, information: scenario.service.request.information,
      accuracy: scenario.diagnosis.accuracyWithoutTool,
      store: isDelegated ? .register(share: 1) : .notes, using: &draws)
    noteContact(client, isTwoWay: true, minutes: minutes)
    clients.service[client].asked = false
    if segments[Int(clients.state[client].segment)].onRequestOnly {
      considerInstrument(client, worker: Int(clients.service[client].worker))
    }
  }

  /// A talk on the progress of a trajectory has been held, by phone.
  mutating func completeFollowUp(_ client: Int, worker: Int, minutes: Int) {
    var draws = stream(
      .requestYield, clients.state[client].streamID,
      draw: UInt64(clients.service[client].contactDraws))
    clients.service[client].contactDraws += 1
    learn(
      about: client, worker: worker, information: scenario.service.phone.information,
      accuracy: scenario.diagnosis.accuracyWithoutTool, using: &draws)
    noteContact(client, isTwoWay: true, minutes: minutes)
  }

  /// Share of what a contact yields that a worker registers without pressure.
  mutating func discipline(of worker: Int) -> Double {
    let share =
      scenario.knowledge.registrationCompleteness
      + workers.state[worker].disciplineDeviation * scenario.knowledge.registrationSpread
    return min(1, max(0, share))
  }

  /// Share of what a contact yields that a worker registers, at the present backlog.
  mutating func registrationShare(of worker: Int) -> Double {
    let weeks = workers.state[worker].backlog / 5
    return discipline(of: worker) * scenario.knowledge.systemUsability
      * Elementary.exp(-scenario.knowledge.registrationPressureEffect * weeks)
  }

  /// A contact has been registered: each item reaches the register with the worker's completeness.
  mutating func completeRegistration(_ client: Int, worker: Int) {
    guard clients.state[client].inStock else { return }
    var draws = stream(
      .registration, clients.state[client].streamID,
      draw: UInt64(clients.service[client].contactDraws))
    var completeness = registrationShare(of: worker)
    if now < auditUntil { completeness += (1 - completeness) * scenario.knowledge.auditEffect }
    var left = (0.0, 0.0, 0.0)
    for attribute in 0..<knowledge.attributeCount {
      // Three attributes share a word.
      if attribute % 3 == 0 { left = draws.threeUniforms() }
      let draw = attribute % 3 == 0 ? left.0 : attribute % 3 == 1 ? left.1 : left.2
      if draw < completeness { knowledge.register(client: client, attribute: attribute) }
    }
  }
}
