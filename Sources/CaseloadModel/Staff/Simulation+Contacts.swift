import SimulationKernel

// Planned contacts: appointments and letters that are held, missed or given up.
extension Simulation {
  /// Whether the appointment still stands.
  mutating func stands(_ appointment: Appointment, with worker: Int) -> Bool {
    let service = clients.service[Int(appointment.client)]
    return clients.isServed(Int(appointment.client), by: worker) && service.stage == .booked
      && service.dueTicket == appointment.ticket
  }

  /// The worker takes up an appointment: the client shows up, or not.
  ///
  /// - Returns: What the worker does, and for how many minutes.
  mutating func meet(_ appointment: Appointment, worker: Int) -> (WorkerActivity, Int) {
    let client = Int(appointment.client)
    let service = clients.service[client]
    var draws = stream(
      .contactShow, clients.state[client].streamID, draw: UInt64(service.contactDraws))
    noteContactTaken(client, worker: worker)
    staff.workers[worker].currentClient = Int32(client)
    staff.workers[worker].currentTicket = appointment.ticket
    staff.workers[worker].currentMode = appointment.mode
    let showDraw = draws.uniform()
    let length = terms.talkLength.sample(using: &draws)
    let isReminded = clients.getsReminder(client, under: terms, on: clock)
    let reminder = isReminded ? scenario.service.reminderMinutes : 0
    if showDraw < noShowChance(client, isReminded: isReminded) {
      let lost = (scenario.service.noShowMinutes + reminder).rounded()
      return (.missedAppointment, max(1, Int(lost)))
    }
    var talk = terms.mode(appointment.mode).minutes
    if !service.intakeDone {
      talk = scenario.diagnosis.intake(by: appointment.mode).minutes
      if clients.state[client].isAnnounced {
        talk = max(0, talk - scenario.inflow.announcedMinutesSaved)
      }
      if clients.usesTool(client, under: terms, on: clock) {
        talk += scenario.diagnosis.toolMinutes
      }
    }
    staff.workers[worker].currentTalk = Float(talk * length)
    let minutes = scenario.service.preparationMinutes + talk * length + reminder
    let speed = staff.speed(of: worker, under: terms, at: clock.now)
    return (.appointment, max(1, Int((minutes / speed).rounded())))
  }

  /// Chance that a client misses an appointment; it rises with the time unseen.
  private mutating func noShowChance(_ client: Int, isReminded: Bool) -> Double {
    let years =
      Double(clock.now - Int(clients.service[client].lastContact)) / SimulationClock.minutesPerYear
    let rise = years / (scenario.service.noShowHalfYears + years)
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

  /// A planned contact has taken place.
  mutating func completeContact(
    _ client: Int, worker: Int, mode: ContactModeKind, minutes: Int, isDelegated: Bool = false
  ) {
    guard clients.state[client].inStock, isDelegated || clients.isServed(client, by: worker) else {
      return
    }
    let service = clients.service[client]
    let number = clients.takeContactNumber(of: client)
    var draws = stream(.contactYield, clients.state[client].streamID, draw: UInt64(number))
    let isIntake = !service.intakeDone
    let agreementDraw = draws.uniform()
    let contact = terms.mode(mode)
    let talk = Talk(
      yield: contact.attention,
      minutes: contact.isTwoWay ? Double(staff.workers[worker].currentTalk) : contact.minutes,
      isTwoWay: contact.isTwoWay, hasNotes: service.worker == Int32(worker),
      checksAgreement: contact.isTwoWay && Int(service.agreementUntil) >= clock.now)
    let yield = attend(to: client, talk, by: worker)
    if contact.isTwoWay {
      gainReadiness(client, contact: number, factor: yield)
    }
    learnAtContact(
      client, worker: worker, mode: mode, isIntake: isIntake, isDelegated: isDelegated,
      using: &draws)
    noteContact(
      client, isTwoWay: terms.mode(mode).isTwoWay, isBegunByClient: false, minutes: minutes)
    if terms.mode(mode).isTwoWay {
      observer.appointment(isMissed: false, ofCampaign: service.campaign > 0)
    }
    clients.completeContact(client)
    closeCall(client)
    if isIntake {
      if clients.state[client].spellStart > 0 {
        observer.intake(
          client, clients.cells(of: client), isReturn: clients.state[client].spells > 1)
      }
      clients.beginCountingContacts(client)
      considerPurchasedDiagnosis(client)
    }
    if terms.mode(mode).isTwoWay {
      if agreementDraw < scenario.service.agreementShare {
        clients.agree(with: client, until: terms.agreementEnd(from: clock.now))
      }
      let owner = Int(clients.service[client].worker)
      if owner >= 0 { considerInstrument(client, worker: owner) }
    }
    note(
      isIntake ? .intakeHeld : .contactHeld, client: client, worker: worker,
      EventDetail(minutes: minutes, mode: mode))
    closeCase(client)
    takeConsequences(of: talk, with: client, by: worker, number: number)
    // Of somebody who has left there is nothing more to plan or to write down.
    guard clients.state[client].inStock else { return }
    if staff.isSubstitute(worker, for: service) {
      // The substitute writes down what was said; it is part of the own administration.
      staff.workers[worker].administrationDebt -= scenario.service.registrationMinutes
      addDuty(.administration, worker, minutes: Int(scenario.service.registrationMinutes.rounded()))
    } else if !isDelegated && service.visitor < 0 {
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
  /// once; what a substitute learns and registers is there for the own worker, and the rest is lost to
  /// both; the result of an instrument goes where the scenario says.
  private mutating func learnAtContact(
    _ client: Int, worker: Int, mode: ContactModeKind, isIntake: Bool, isDelegated: Bool,
    using draws: inout RandomStream
  ) {
    let isWithTool = isIntake && mode != .email && clients.usesTool(client, under: terms, on: clock)
    let toolCounts = isWithTool && scenario.diagnosis.toolStore != .elsewhere
    var store = KnowledgeStore.notes
    let campaign = Int(staff.workers[worker].campaign)
    if campaign > 0 {
      store = .register(share: interventions.campaigns[campaign - 1].transferShare)
    } else if staff.isSubstitute(worker, for: clients.service[client]) {
      store = .register(share: staff.registrationShare(of: worker, under: terms))
    } else if isDelegated || (isWithTool && scenario.diagnosis.toolStore == .register) {
      store = .register(share: 1)
    }
    learn(
      about: client, worker: worker,
      information: isIntake
        ? scenario.diagnosis.intake(by: mode).information
        : terms.mode(mode).information * staff.specialistYield(worker, under: terms),
      accuracy: toolCounts
        ? scenario.diagnosis.accuracyWithTool : scenario.diagnosis.accuracyWithoutTool,
      isIntake: isIntake, store: store, using: &draws)
  }

  /// Notes that there was contact; knowledge is dealt with elsewhere.
  mutating func noteContact(
    _ client: Int, isTwoWay: Bool, isBegunByClient: Bool, minutes: Int
  ) {
    if !clients.state[client].inStock {
      violated(.contactWithClientInStock, entity: client, expected: 1, found: 0)
    }
    clients.meet(client, isTwoWay: isTwoWay, at: clock.now)
    advanceTruth(client, attribute: 0)
    observer.contact(
      client, clients.cells(of: client), isTwoWay: isTwoWay, isBegunByClient: isBegunByClient,
      minutes: minutes, readiness: clients.state[client].readiness, at: clock.now)
  }

  /// Closes the case of the contact that was held or given up, sets when the next one is due, and
  /// schedules its listing.
  private mutating func planNextContact(_ client: Int) {
    clients.clearContact(client)
    closeCase(client)
    setDue(client, from: Double(clock.now))
    scheduleContactDue(client)
  }

  /// The contact that was due has been had, if one was.
  mutating func closeCase(_ client: Int) {
    if clients.closeCase(client) { observer.contactDone() }
  }

  /// A contact is dropped: the next one comes on its norm date.
  mutating func giveUpContact(_ client: Int) {
    // It counts as work that was not done.
    _ = clients.closeCase(client)
    planNextContact(client)
  }

  /// A client did not show up: the worker tries again, and after some attempts lets it rest.
  mutating func missAppointment(_ client: Int, worker: Int) {
    guard clients.state[client].inStock, clients.isServed(client, by: worker) else { return }
    let number = clients.takeContactNumber(of: client)
    var draws = stream(.contactYield, clients.state[client].streamID, draw: UInt64(number))
    observer.appointment(isMissed: true, ofCampaign: clients.service[client].campaign > 0)
    note(.appointmentMissed, client: client, worker: worker)
    let missed = clients.missAppointment(client)
    if missed < scenario.service.noShowAttempts
      || !clients.service[client].intakeDone
    {
      relist(client)
      return
    }
    clients.restAfterMissing(client)
    // A campaign calls nobody in twice, and follows up those who did not come as well.
    closeCall(client)
    if draws.uniform() < scenario.service.noShowSanctionShare {
      leaveStock(client, .sanction)
      return
    }
    note(.contactGivenUp, client: client, worker: worker)
    planNextContact(client)
  }

  /// Puts a client back on the list at once.
  mutating func relist(_ client: Int) {
    clients.clearContact(client)
    listForContact(client)
  }
}
