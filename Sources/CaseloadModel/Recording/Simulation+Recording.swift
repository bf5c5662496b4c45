import SimulationKernel

// What a recorder is told. Nothing here changes a state or draws a number that the run goes on with.
extension Simulation {
  /// Tells the recorder, if there is one, that something happened.
  ///
  /// Without a recorder this is one branch that is never taken, and particulars are not even gathered.
  /// `client` and `worker` are places in the tables, -1 for none.
  @inline(__always)
  mutating func note(
    _ activity: Activity, client: Int = -1, worker: Int = -1,
    _ detail: @autoclosure () -> EventDetail = EventDetail()
  ) {
    if isRecorded { tell(activity, client, worker, detail()) }
  }

  /// Tells the recorder, if there is one, that something happened between a client and the client's own
  /// worker.
  @inline(__always)
  mutating func note(
    _ activity: Activity, withWorkerOf client: Int,
    _ detail: @autoclosure () -> EventDetail = EventDetail()
  ) {
    if isRecorded { tell(activity, client, Int(clients.service[client].worker), detail()) }
  }

  /// Tells that a worker is absent today.
  @inline(__always)
  mutating func noteAbsence(of worker: Int) {
    if isRecorded {
      let isOnLeave = staff.leave[worker].contains(clock.day)
      tell(.absent, -1, worker, EventDetail(outcome: isOnLeave ? .leave : .ill))
    }
  }

  @inline(never)
  private mutating func tell(
    _ activity: Activity, _ client: Int, _ worker: Int, _ detail: EventDetail
  ) {
    guard let recorder else { return }
    var event = RecordedEvent(activity, minute: clock.now)
    if detail.start != .min { event.start = detail.start }
    if client >= 0 {
      event.client = recorder.number(ofStream: clients.state[client].streamID)
      event.spell = Int(clients.state[client].spells)
      event.believedGroup = Int(clients.service[client].believedGroup)
      event.trueGroup = trueGroup(of: client)
      event.segment = Int(clients.state[client].segment)
      if isFollowing { recorder.touch(event.client, place: client) }
    }
    event.worker = worker + 1
    event.otherWorker = detail.otherWorker + 1
    event.minutes = detail.minutes
    event.mode = detail.mode
    event.task = detail.task
    event.subject = detail.subject
    if detail.vacancy >= 0 {
      event.vacancy = recorder.number(
        ofVacancy: detail.vacancy, isNew: activity == .vacancyOpened)
    }
    event.outcome = detail.outcome
    event.amount = detail.amount
    switch activity {
    case .worked:
      event.cost =
        Double(detail.minutes) * staff.pricePerMinute(of: worker, interventions, under: terms)
    case .trajectoryStarted, .expertiseBought: event.cost = detail.amount
    case .inStockAtStart, .left:
      event.start = Int(clients.state[client].spellStart)
      if activity == .inStockAtStart {
        event.amount = -Double(clients.service[client].lastContact) / minutesPerDay
      }
    default: break
    }
    recorder.receive(event)
  }

  private var minutesPerDay: Double { Double(SimulationClock.minutesPerDay) }

  /// Tells of the stretch of work that a worker is about to end.
  @inline(__always)
  mutating func noteStretch(_ worker: Int) {
    if isRecorded, staff.isBusy(worker) { tellStretch(worker) }
  }

  @inline(never)
  private mutating func tellStretch(_ worker: Int) {
    let state = staff.workers[worker]
    var detail = EventDetail()
    detail.minutes = Int(state.stretchMinutes) + Int(state.stretchCarried)
    detail.start = Int(state.stretchStart)
    var client = -1
    if state.activity == .task {
      let task = staff.tasks[state.currentTask]
      detail.task = task.kind
      if clients.isForCurrentSpell(task) { client = Int(task.client) }
    } else {
      detail.mode = state.currentMode
      if clients.isBooked(Int(state.currentClient), ticket: state.currentTicket) {
        client = Int(state.currentClient)
      }
    }
    tell(.worked, client, worker, detail)
  }

  /// Tells that a task for a client is given up.
  @inline(__always)
  mutating func noteLapse(of task: WorkTask, worker: Int) {
    if isRecorded, clients.isForCurrentSpell(task) {
      note(.taskLapsed, client: Int(task.client), worker: worker, EventDetail(task: task.kind))
    }
  }

  /// Tells what an employer decides about a client who is put forward.
  @inline(__always)
  mutating func noteMatch(
    of client: Int, _ vacancy: Int, stream: Int, _ outcome: RecordedOutcome
  ) {
    note(
      .matchDecided, withWorkerOf: client,
      EventDetail(subject: stream, vacancy: vacancy, outcome: outcome))
  }

  /// Tells of an event of the engine that concerns the organisation as a whole, before it takes place.
  @inline(never)
  mutating func noteOrganisation(_ event: MinuteEvent) {
    guard let kind = EventKind(rawValue: event.kind & 0xFF) else { return }
    guard let activity = kind.activity,
      event.stamp == stamp(of: kind, Int(event.entity)) & MinuteEvent.stampMask
    else { return }
    var detail = EventDetail()
    if activity.definition.subject != .none { detail.subject = Int(event.entity) }
    note(activity, detail)
  }
}

// MARK: - Clients who are followed

extension Simulation {
  /// Tells what the event of the engine that is over did to clients who are followed.
  @inline(never)
  mutating func noteSteps() {
    guard let recorder else { return }
    for (number, place) in recorder.takeTouched() {
      let before = recorder.kept(number).map { snapshot(of: place, as: $0) }
      let after = snapshot(of: place)
      recorder.onStep?(
        ClientStep(client: number, minute: clock.now, before: before, after: after))
      recorder.keep(kept(place), number)
    }
  }

  private mutating func kept(_ client: Int) -> KeptClient {
    let base = client * knowledge.attributeCount
    var records: [AttributeRecord] = []
    for index in base..<(base + knowledge.attributeCount) {
      records.append(knowledge.records[index])
    }
    return KeptClient(
      state: clients.state[client], service: clients.service[client], records: records)
  }

  private mutating func put(_ kept: KeptClient, in client: Int) {
    clients.put(kept.state, kept.service, in: client)
    knowledge.put(kept.records, client: client)
  }

  /// How a client would stand at present if nothing but time had passed since `earlier`.
  private mutating func snapshot(of client: Int, as earlier: KeptClient) -> ClientSnapshot {
    let present = kept(client)
    put(earlier, in: client)
    var snapshot = snapshot(of: client)
    put(present, in: client)
    // What is on which list is not kept.
    snapshot.aheadOnList = -1
    return snapshot
  }

  /// How a client stands at present.
  ///
  /// The truth is brought up to the present for this look alone: the run itself does so later, at the same
  /// draws.
  private mutating func snapshot(of client: Int) -> ClientSnapshot {
    let present = kept(client)
    lookAhead(client)
    let level = knowledge.level(ofClient: client, at: clock.now)
    let state = clients.state[client]
    let needs = knowledge.needs(of: client)
    let known = needs.filter { knowledge.knowsNeed(client, attribute: $0, at: clock.now) }
    let unmet = unmetNeeds(of: client)
    put(present, in: client)
    let service = clients.service[client]
    return ClientSnapshot(
      isInStock: state.inStock, readiness: state.readiness, trueGroup: Int(state.trueGroup),
      believedGroup: Int(service.believedGroup), currency: level.currency,
      accuracy: level.accuracy, privateOnly: level.privateOnly, worker: Int(service.worker) + 1,
      lastContact: Int(service.lastContact), due: Int(service.due),
      agreementUntil: Int(service.agreementUntil), needs: needs, knownNeeds: known,
      unmetNeeds: unmet, attention: attentionLeft(client), aheadOnList: aheadOnList(client),
      isAtRest: service.atRest, worksPartTime: state.worksPartTime)
  }

  /// The group that a client's readiness falls in at present.
  private mutating func trueGroup(of client: Int) -> Int {
    guard knowledge.isBehind(client, attribute: 0, on: clock) else {
      return Int(clients.state[client].trueGroup)
    }
    let present = kept(client)
    lookAhead(client)
    let group = Int(clients.state[client].trueGroup)
    put(present, in: client)
    return group
  }

  /// Brings the truth about a client up to the present without telling anybody.
  private mutating func lookAhead(_ client: Int) {
    for attribute in 0..<knowledge.attributeCount {
      while knowledge.isBehind(client, attribute: attribute, on: clock) {
        var change = knowledge.takeChange(
          client, attribute: attribute, streamID: clients.state[client].streamID, on: clock)
        guard attribute == 0 else { continue }
        let drifted = clients.driftedReadiness(
          of: client, at: change.minute, under: terms, using: &change.draws)
        let readiness = min(1, max(0, drifted))
        clients.setReadiness(
          of: client, readiness, group: GroupConstants.index(ofReadiness: readiness, in: groups))
      }
    }
  }

  /// Clients on the list of a client who go before; -1 when the client is on none.
  private mutating func aheadOnList(_ client: Int) -> Int {
    guard clients.state[client].inStock, clients.service[client].stage == .listed else { return -1 }
    let list = list(of: client)
    guard let own = staff.lists[list].first(where: { $0.client == Int32(client) }) else {
      return -1
    }
    var ahead = 0
    for entry in staff.lists[list]
    where entry.key > own.key || (entry.key == own.key && entry.client < own.client) { ahead += 1 }
    return ahead
  }
}

// MARK: - Observations

extension Simulation {
  /// Tells what an observation reads of a client.
  @inline(never)
  mutating func note(_ reading: ObservedClient, of client: Int) {
    guard let recorder, let tell = recorder.onClientReading else { return }
    tell(
      ClientReading(
        minute: clock.now,
        client: recorder.number(ofStream: clients.state[client].streamID),
        spell: Int(clients.state[client].spells),
        worker: Int(clients.service[client].worker) + 1, believedGroup: reading.believedGroup,
        trueGroup: reading.trueGroup, segment: reading.segment, daysInStock: reading.daysInStock,
        daysUnseen: reading.daysUnseen, daysWithoutAnyContact: reading.daysWithoutAnyContact,
        contactsAfterIntake: reading.contactsAfterIntake, hasAgreements: reading.hasAgreements,
        isOverdue: reading.isOverdue, worksPartTime: reading.worksPartTime,
        isInView: reading.isInView,
        waitsForTrajectory: reading.waitsForTrajectory, supportGap: reading.supportGap,
        contactHours: reading.contactHours, attention: reading.attention,
        isOnTrajectory: reading.trajectoryStage == .running, currency: reading.level.currency,
        accuracy: reading.level.accuracy, privateOnly: reading.level.privateOnly,
        readiness: reading.readiness))
  }

  /// Tells what an observation reads of everybody who works here or has worked here.
  @inline(never)
  mutating func noteWorkers() {
    guard let tell = recorder?.onWorkerReading else { return }
    for worker in staff.workers.indices {
      let found = reading(ofWorker: worker)
      tell(
        WorkerReading(
          minute: clock.now, worker: worker + 1, role: Int(staff.workers[worker].role),
          fte: found.fte, isEmployed: staff.workers[worker].activity != .gone,
          minutesPresent: staff.workers[worker].minutesPresent,
          carriesCaseload: staff.carriesCaseload(worker), clients: found.clients,
          load: found.load, backlogDays: found.backlogDays, attemptedDays: found.attemptedDays,
          pressureFactor: found.pressureFactor,
          isUnderHighPressure: found.isUnderHighPressure,
          hasTooLargeCaseload: found.hasTooLargeCaseload,
          hasSwappedWithinAYear: found.hasSwappedWithinAYear, fallsShort: found.fallsShort))
    }
  }

  /// Tells the sums of the period that has been closed.
  @inline(never)
  mutating func notePeriod() {
    guard let tell = recorder?.onPeriod, clock.now > clock.warmUpEnd else { return }
    for cell in 0..<observer.cellCount {
      tell(PeriodReading(minute: clock.now, cell: cell, sums: observer.tallies(ofCell: cell)))
    }
  }
}
