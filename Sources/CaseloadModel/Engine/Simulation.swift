import SimulationKernel

/// Holds the parameters that hold at present, and what follows from them alone.
final class CurrentScenario {
  let value: Scenario
  /// The length of a talk against the mean of its kind.
  let talkLength: LogNormal
  /// The lowest group that is offered a contract in place of a benefit.
  let workFirstGroup: Int

  init(_ value: Scenario) {
    self.value = value
    talkLength = LogNormal(
      mean: 1, coefficientOfVariation: max(1e-9, value.service.lengthVariation))
    let groups = value.population.groups
    workFirstGroup =
      groups.firstIndex { $0.name == value.inflow.workFirstFrom } ?? groups.count - 1
  }
}

/// One replication in progress: the state of the whole organisation and the events to come.
///
/// The behaviour of each part stands in an extension beside that part: inflow and life events under
/// `Clients`, diagnosis and decay under `Knowledge`, agendas, tasks, absence and handover under
/// `Workers`, contacts and lists under `Service`, and so on.
struct Simulation: ~Copyable {
  /// The parameters that hold at present, kept in one place so that reading one of them copies
  /// nothing else.
  var current: CurrentScenario
  /// What happens on a date, as the scenario says at the start.
  let interventions: InterventionSettings
  /// Dated changes in order of date.
  let changes: [DatedChange]
  var groups: [GroupConstants]
  var segments: [SegmentConstants]
  var groupShares: [GroupShares]
  /// What roles do; role 0 is that of the caseworkers.
  var roles: RoleTable
  /// Highest exit rates over all changes, so that thinning stays right.
  let ceilings: ExitCeilings
  let seed: UInt64
  let replication: UInt64
  let calendar: WorkingCalendar
  /// Minute at which observation begins.
  let warmUpEnd: Int
  /// Minute at which the run ends.
  let end: Int

  var queue: EventQueue
  /// The present moment, in minutes since the start.
  var now = 0
  var clients: ClientTable
  var knowledge: KnowledgeTable
  var workers = WorkerTable()
  var tasks = TaskTable()
  var instruments: [InstrumentState] = []
  /// Clients without a worker, oldest first.
  var unassigned: [Int32] = []
  var labour: LabourMarketState
  /// Full-time equivalents of posts that are vacant and will be filled.
  var openPosts = 0.0
  /// Minute until which an audit is felt.
  var auditUntil = 0
  /// Minute until which a reorganisation slows workers down.
  var slowUntil = 0
  /// Speed of workers until then.
  var slowSpeed = 1.0
  var applications: RandomStream
  /// The moment of the last application drawn, in continuous minutes.
  var applicationTime = 0.0
  /// How often dated changes have set the clocks of clients anew, by clock.
  var clockSettings = ClockSettings()
  /// Whether the next application is scheduled.
  var isApplicationPending = false
  /// Number of applications so far; keys the traits of applicants.
  var applicationCount: UInt64 = 0
  var observer: Observer
  var violation: InvariantViolation?

  /// Sets up the organisation and its initial stock.
  init(_ scenario: Scenario, seed: UInt64, replication: Int) {
    current = CurrentScenario(scenario)
    self.seed = seed
    self.replication = UInt64(replication)
    interventions = scenario.interventions
    changes = scenario.interventions.inOrderOfDate
    groups = GroupConstants.table(of: scenario)
    segments = SegmentConstants.table(of: scenario)
    groupShares = GroupShares.table(of: scenario.population)
    roles = RoleTable(scenario)
    ceilings = ExitCeilings(scenario)
    labour = LabourMarketState(scenario)
    let time = scenario.time
    let boundaries = ObservationDays(time)
    warmUpEnd = boundaries.warmUpEnd * SimulationClock.minutesPerDay
    end = boundaries.end * SimulationClock.minutesPerDay
    // A tail beyond the end, so that planning ahead and late returns stay inside the calendar.
    calendar = WorkingCalendar(
      start: time.start, dayCount: boundaries.end + 400, openingHours: .office, holidays: .dutch)
    queue = EventQueue(minimumCapacity: scenario.population.clients * 4)
    clients = ClientTable(minimumCapacity: scenario.population.clients * 5 / 4)
    knowledge = KnowledgeTable(scenario.knowledge)
    applications = RandomStream(
      seed: seed, replication: UInt64(replication),
      purpose: StreamPurpose.application.rawValue, entity: 0)
    observer = Observer(
      groupCount: groups.count, segmentCount: segments.count, days: boundaries)
    instruments = InstrumentState.table(of: scenario)
    workers.preparePools(count: poolCount)
    hireInitialWorkers()
    fillInitialStock()
    scheduleNextApplication()
    scheduleVacancies()
    scheduleInterventions()
    schedule(.observation, at: boundaries.first * SimulationClock.minutesPerDay)
  }

  /// The parameters that hold at present.
  @inline(__always) var scenario: Scenario { current.value }

  /// A stream for one draw of one purpose and entity.
  mutating func stream(_ purpose: StreamPurpose, _ entity: UInt64, draw: UInt64 = 0) -> RandomStream
  {
    RandomStream(
      seed: seed, replication: replication, purpose: purpose.rawValue, entity: entity, block: draw)
  }

  /// Schedules an event; the entity's meaning depends on the kind.
  ///
  /// An event of a client's spell carries the number of the spell, so that the clocks of an earlier
  /// spell, or those that ran at a rate of before a dated change, are recognised when they ring.
  @discardableResult
  mutating func schedule(_ kind: EventKind, at minute: Int, entity: Int = 0) -> EventHandle {
    if kind.isOfClient { clients.state[entity].pendingEvents &+= 1 }
    let stamp = kind.isOfSpell ? spellStamp(kind, entity) : 0
    return queue.schedule(
      at: Double(minute), priority: kind.priority, kind: kind.rawValue | stamp,
      entity: UInt32(entity))
  }

  /// What an event of a client's present spell carries beside its kind: the number of the spell, and
  /// how often the clock has been set anew.
  private mutating func spellStamp(_ kind: EventKind, _ client: Int) -> UInt32 {
    let settings: UInt8
    switch kind {
    case .request: settings = clockSettings.request
    case .check: settings = clockSettings.check
    case .fileReview: settings = clockSettings.fileReview
    case .partTime: settings = clockSettings.partTime
    case .followUp: settings = clients.service[client].trajectoryStarts
    default: settings = 0
    }
    return UInt32(clients.state[client].spells) << 16 | UInt32(settings) << 8
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
    now = end
    return violation == nil
  }

  /// Executes the next event.
  ///
  /// - Returns: Whether there was one before the end of the run, and no law was broken.
  mutating func step() -> Bool {
    guard let event = queue.next() else { return false }
    let minute = Int(event.time)
    guard minute <= end else { return false }
    now = minute
    execute(event)
    return violation == nil
  }

  private mutating func execute(_ event: Event) {
    let entity = Int(event.entity)
    guard let kind = EventKind(rawValue: event.kind & 0xFF) else {
      preconditionFailure("unknown kind of event")
    }
    if kind.isOfSpell && event.kind & ~0xFF != spellStamp(kind, entity) { return settle(entity) }
    switch kind {
    case .application: receiveApplication()
    case .exitCandidate: considerExit(entity)
    case .relapse: returnToStock(entity)
    case .request: considerRequest(entity)
    case .contactDue: listForContact(entity)
    case .trajectoryStart: startTrajectory(entity)
    case .trajectoryEnd: endTrajectory(entity)
    case .shiftStart: startShift(entity)
    case .workerFree: continueWork(entity)
    case .departure: depart(entity)
    case .hire: hireReplacement(vacancy: entity)
    case .swap: swapClients(entity)
    case .observation: observe()
    case .entry: enterAfterGate(entity)
    case .shock: suffer(entity)
    case .partTime: considerPartTime(entity)
    case .check: considerCheck(entity)
    case .fileReview: considerFileReview(entity)
    case .segmentEnd: endSegment(entity)
    case .diagnosisReturned: receiveDiagnosis(entity)
    case .followUp: considerFollowUp(entity)
    case .vacancy: receiveVacancy(stream: entity)
    case .audit: audit()
    case .change: applyChange(entity)
    case .campaignStart: startCampaign(entity)
    case .campaignEnd: endCampaign(entity)
    case .reorganisation: reorganise(entity)
    case .migration: migrate(entity)
    case .classification: classifyStock(entity)
    case .staffReview: reviewStaff()
    }
    if kind.isOfClient { settle(entity) }
  }

  /// Counts an executed event of a client down, and gives the place of a person who is gone free.
  private mutating func settle(_ client: Int) {
    clients.state[client].pendingEvents &-= 1
    if clients.state[client].pendingEvents == 0 && clients.state[client].isGone {
      clients.release(client)
    }
  }

  /// Records that a conservation law was broken; the first one stops the run.
  mutating func violated(
    _ law: InvariantViolation.Law, entity: Int, expected: Double, found: Double
  ) {
    guard violation == nil else { return }
    violation = InvariantViolation(
      law: law, seed: seed, replication: Int(replication), minute: now, entity: entity,
      expected: expected, found: found)
  }
}

extension Simulation {
  /// What the finished run found.
  var outcome: ReplicationOutcome {
    ReplicationOutcome(
      replication: Int(replication), groupCount: observer.groupCount,
      observationCount: observer.observed.count, observationDays: observer.observed,
      values: observer.values, series: observer.series, events: queue.executedCount,
      clientYears: observer.clientYears)
  }
}
