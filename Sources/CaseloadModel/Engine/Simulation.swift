import SimulationKernel

/// One replication in progress: the state of the whole organisation and the events to come.
///
/// It holds one of each room, takes the next event and sends it where it belongs. What crosses rooms is
/// a flow: an extension beside the room where it begins, in a file named for what it does. A flow is
/// `mutating` even where it only reads: the compiler then reads tables in place, which a method that
/// borrows the whole replication does not always do (3 to 17 % of all instructions).
struct Simulation: ~Copyable {
  /// What holds at present.
  var terms: Terms
  /// What happens on a date, as the scenario says at the start.
  let interventions: InterventionSettings
  /// Dated changes in order of date.
  let changes: [DatedChange]
  /// Time: the present moment, the events to come, the calendar and the random streams.
  var clock: Clock
  /// The clients: who they are, what they live through, and how far service has come.
  var clients: Clients
  /// What is true of clients, and what the organisation holds of it.
  var knowledge: Knowledge
  /// Which groups clients were judged to belong to, and what a judgement is worth by that.
  var judgedGroups: JudgedGroups
  /// The people who work here, their agendas and tasks, and who has which client.
  var staff: Staff
  /// The instruments on which clients can be sent.
  var trajectories: Trajectories
  /// Vacancies.
  var labourMarket: LabourMarket
  /// Whom campaigns have met.
  var meetings: CampaignMeetings
  /// Audits of the register.
  var audits = Audits()
  /// What is counted and observed.
  var observer: Observer
  /// The first law of conservation that was broken; `nil` while all hold.
  var violation: InvariantViolation?
  /// Whether somebody follows the run event by event.
  let isRecorded: Bool
  /// Whether clients are followed step by step.
  let isFollowing: Bool
  /// Who follows the run.
  let recorder: Recorder?

  /// Sets up the organisation and its initial stock.
  init(_ scenario: Scenario, seed: UInt64, replication: Int, recorder: Recorder? = nil) {
    isRecorded = recorder != nil
    isFollowing = recorder?.onStep != nil
    self.recorder = recorder
    recorder?.begin(initialClients: scenario.population.clients)
    terms = Terms(scenario)
    clock = Clock(scenario, seed: seed, replication: UInt64(replication))
    interventions = scenario.interventions
    changes = scenario.interventions.inOrderOfDate
    staff = Staff(scenario)
    clients = Clients(minimumCapacity: scenario.population.clients * 5 / 4, on: clock)
    knowledge = Knowledge(scenario.knowledge, shocks: scenario.population.shocks)
    let shares = scenario.population.groupShares
    judgedGroups = JudgedGroups(inflow: shares.inflow, stock: shares.stock)
    let boundaries = ObservationDays(scenario.time)
    observer = Observer(
      groupCount: terms.groups.count, segmentCount: terms.segments.count,
      roleCount: scenario.staffing.roles.count + 1,
      campaignCount: interventions.campaigns.count, days: boundaries,
      keepsTallies: isRecorded)
    trajectories = Trajectories(scenario)
    labourMarket = LabourMarket()
    meetings = CampaignMeetings(campaignCount: interventions.campaigns.count)
    staff.preparePools(scenario)
    hireInitialWorkers()
    fillInitialStock()
    clients.adoptInflow(terms, on: &clock)
    labourMarket.start(under: terms, on: &clock)
    scheduleInterventions()
    scheduleObservation()
  }

  /// The parameters that hold at present.
  @inline(__always) var scenario: Scenario { terms.scenario }
  /// What depends on a group, at present.
  @inline(__always) var groups: [GroupConstants] { terms.groups }
  /// What depends on a segment, at present.
  @inline(__always) var segments: [SegmentConstants] { terms.segments }
  /// Cumulative shares of the groups, by segment, at present.
  @inline(__always) var groupShares: [GroupShares] { terms.groupShares }

  /// A stream for one draw of one purpose and entity.
  mutating func stream(_ purpose: StreamPurpose, _ entity: UInt64, draw: UInt64 = 0) -> RandomStream
  {
    clock.stream(purpose, entity, draw: draw)
  }

  /// Schedules an event; the entity's meaning depends on the kind.
  mutating func schedule(_ kind: EventKind, at minute: Int, entity: Int = 0) {
    if kind.isOfClient { clients.expectEvent(of: entity) }
    guard !kind.isCertain else {
      clock.scheduleCertain(kind, at: minute, entity: entity)
      return
    }
    clock.schedule(kind, at: minute, entity: entity, stamp: stamp(of: kind, entity))
  }

  /// The number that tells an event that has gone stale from one that still holds: that of whoever
  /// scheduled it, which goes up at every setting.
  mutating func stamp(of kind: EventKind, _ entity: Int) -> UInt32 {
    switch kind {
    case .application: clients.inflow.number
    case .vacancy: labourMarket.streams[entity].arrivals.number
    case .contactDue, .leaveBeforeTalk: clients.service[entity].dueTicket
    case .referral, .diagnosisReturned: clients.spellNumber(of: entity)
    case .trajectoryStart, .trajectoryEnd: clients.trajectoryNumber(of: entity)
    case .followUp:
      trajectories.followUpNumber(
        clients.trajectoryNumber(of: entity), on: Int(clients.service[entity].instrument))
    case .audit: audits.number
    case .shiftStart: staff.workers[entity].shiftNumber
    case .departure: staff.workers[entity].departureNumber
    case .swap: staff.workers[entity].swapNumber
    case .hire: staff.vacancies[entity].number
    case .staffReview: staff.reviewNumber
    case .rivalry: labourMarket.rivalry.number
    // Those of `EventKind.isCertain`.
    case .relapse, .entry, .workerFree, .observation, .change, .campaignStart, .campaignRound,
      .campaignEnd, .reorganisation, .migration, .classification, .lastMonth:
      0
    }
  }

  /// Executes events until the end of the run, a violation or a cancellation.
  ///
  /// - Returns: Whether the run reached its end.
  mutating func run(isCancelled: () -> Bool) -> Bool {
    var untilCheck = 0
    while step() {
      untilCheck += 1
      if untilCheck == 65_536 {
        untilCheck = 0
        if isCancelled() { return false }
      }
    }
    clock.finish()
    return violation == nil
  }

  /// Executes the next event.
  ///
  /// - Returns: Whether there was one before the end of the run, and no law was broken.
  mutating func step() -> Bool {
    guard let event = clock.next() else { return false }
    if isRecorded { executeAndTell(event) } else { execute(event) }
    return violation == nil
  }

  /// Executes an event of which somebody is told.
  @inline(never)
  private mutating func executeAndTell(_ event: MinuteEvent) {
    noteOrganisation(event)
    execute(event)
    if isFollowing { noteSteps() }
  }

  private mutating func execute(_ event: MinuteEvent) {
    let entity = Int(event.entity)
    let number = event.kind & 0xFF
    if number >= ClientClock.firstEvent {
      guard let life = ClientClock(rawValue: number - ClientClock.firstEvent) else {
        preconditionFailure("unknown clock of a client")
      }
      if let setting = clients.ring(life, of: entity, stamp: event.stamp) {
        ring(life, entity, number: setting)
      }
      return clients.settleEvent(of: entity)
    }
    guard let kind = EventKind(rawValue: number) else {
      preconditionFailure("unknown kind of event")
    }
    let isCurrent = event.stamp == stamp(of: kind, entity) & MinuteEvent.stampMask
    if isCurrent { take(kind, entity) }
    if kind.isOfClient { clients.settleEvent(of: entity) }
  }

  /// What happens at an event that still holds.
  private mutating func take(_ kind: EventKind, _ entity: Int) {
    switch kind {
    case .application:
      if clients.ringForApplication(under: terms, on: &clock) { receiveApplication() }
    case .relapse: returnToStock(entity)
    case .contactDue: listForContact(entity)
    case .trajectoryStart: takePlace(entity)
    case .trajectoryEnd: endTrajectory(entity)
    case .shiftStart: startShift(entity)
    case .workerFree: continueWork(entity)
    case .departure: depart(entity)
    case .hire: hireReplacement(vacancy: entity)
    case .swap: swapClients(entity)
    case .observation: observe()
    case .entry: enterAfterGate(entity)
    case .diagnosisReturned: receiveDiagnosis(entity)
    case .followUp: considerFollowUp(entity)
    case .vacancy:
      if labourMarket.ring(stream: entity, under: terms, on: &clock) {
        receiveVacancy(stream: entity)
      }
    case .audit: audits.takePlace(under: terms, on: &clock)
    case .change: applyChange(entity)
    case .campaignStart: startCampaign(entity)
    case .campaignRound: goRound(entity)
    case .campaignEnd: endCampaign(entity)
    case .reorganisation: reorganise(entity)
    case .migration: migrate(entity)
    case .classification: classifyStock(entity)
    case .staffReview: reviewStaff()
    case .referral: decideReferral(entity)
    case .leaveBeforeTalk: leaveBeforeTalk(entity)
    case .rivalry: measureRivalry()
    case .lastMonth: staff.startDueWork(at: clock.now)
    }
  }

  /// What happens when a clock of a client rings; `number` is that of the setting that has ended.
  private mutating func ring(_ life: ClientClock, _ client: Int, number: UInt32) {
    switch life {
    case .exit: considerExit(client, number: number)
    case .request: considerRequest(client)
    case .shock: suffer(client, number: number)
    case .partTime: considerPartTime(client, number: number)
    case .check: considerCheck(client)
    case .fileReview: considerFileReview(client)
    case .segmentEnd: endSegment(client)
    case .transfer: considerTransfer(client, number: number)
    }
  }

  /// Records that a conservation law was broken; the first one stops the run.
  mutating func violated(
    _ law: InvariantViolation.Law, entity: Int, expected: Double, found: Double
  ) {
    guard violation == nil else { return }
    violation = InvariantViolation(
      law: law, seed: clock.seed, replication: Int(clock.replication), minute: clock.now,
      entity: entity,
      expected: expected, found: found)
  }
}

extension Simulation {
  /// What the finished run found.
  var outcome: ReplicationOutcome {
    ReplicationOutcome(
      replication: Int(clock.replication), cellCount: observer.cellCount,
      observationCount: observer.observed.count, observationDays: observer.observed,
      values: observer.values, weights: observer.weights, series: observer.series,
      seriesWeights: observer.seriesWeights, events: clock.queue.executedCount,
      clientYears: observer.clientYears)
  }
}
