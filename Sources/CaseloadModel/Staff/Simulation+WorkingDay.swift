import SimulationKernel

// A working day of a worker through the rooms: the staff proposes, and what comes of it goes to those
// whom it concerns.
extension Simulation {
  /// A working day begins: the worker is absent, or plans ahead and starts to work.
  mutating func startShift(_ worker: Int) {
    let day = clock.day
    guard
      let shift = staff.beginDay(worker, under: terms, on: &clock, observer: &observer)
    else {
      noteAbsence(of: worker)
      return dealWithAppointments(of: worker, on: day)
    }
    note(.dayBegun, worker: worker, EventDetail(minutes: shift))
    // A talk that has lasted through the night goes on; the worker looks for work when it is over.
    let isBusy = staff.isBusy(worker)
    if !isBusy { staff.workers[worker].activity = .off }
    staff.addDailyDuties(worker, shift: shift, under: terms, on: &clock, observer: &observer)
    staff.workers[worker].backlog = backlogDays(of: worker)
    staff.workers[worker].memoryFading = staff.memoryFading(of: worker, under: terms)
    notePressure(on: worker)
    planAgenda(worker, today: day)
    if isBusy { return }
    staff.workers[worker].activity = .idle
    takeUpWork(worker)
  }

  /// The worker's event: a stretch of work ends, or the worker looks for work again.
  mutating func continueWork(_ worker: Int) {
    noteStretch(worker)
    switch staff.finishStretch(worker, on: &clock, observer: &observer) {
    case .nothing: break
    // An appointment that has lapsed in the meantime (the client left, or changed hands by night) is as
    // one that was not held.
    case .contactHeld(let client, let ticket, let mode, let minutes):
      if clients.isBooked(client, ticket: ticket) {
        completeContact(client, worker: worker, mode: mode, minutes: minutes)
      }
    case .contactMissed(let client, let ticket):
      if clients.isBooked(client, ticket: ticket) { missAppointment(client, worker: worker) }
    case .taskDone(let number, let minutes):
      let task = staff.tasks[number]
      noteDone(task, worker: worker)
      follow(task, worker: worker, minutes: minutes)
    }
    takeUpWork(worker)
  }

  /// The worker takes up the next thing: an appointment that still stands, else the first task that
  /// still makes sense.
  private mutating func takeUpWork(_ worker: Int) {
    while true {
      switch staff.nextWork(of: worker, on: &clock) {
      case .nothing: return
      case .appointment(let appointment):
        guard stands(appointment, with: worker) else { continue }
        let (activity, minutes) = meet(appointment, worker: worker)
        return staff.begin(activity, worker, minutes: minutes, on: &clock)
      case .task(let number, let limit):
        guard stands(number, with: worker) else { continue }
        return staff.takeUp(number, worker: worker, until: limit, under: terms, on: &clock)
      }
    }
  }

  /// Whether a task is still this worker's to do.
  ///
  /// Work for clients who left lapses; that for clients with another worker goes there.
  private mutating func stands(_ number: Int32, with worker: Int) -> Bool {
    let task = staff.tasks[number]
    guard task.client >= 0 else { return true }
    if clients.isCurrent(task) {
      let owner = Int(clients.service[Int(task.client)].worker)
      if task.kind.isPlannedContact && !clients.isBooked(Int(task.client), ticket: task.ticket) {
        lapse(number, of: worker)
        return false
      }
      if owner == worker || task.isDelegated || task.kind == .registration { return true }
      if task.kind.followsClient {
        staff.passOn(number, from: worker, to: owner, on: &clock)
        return false
      }
    }
    lapse(number, of: worker)
    return false
  }

  /// A task is given up; whoever waits for it is told.
  private mutating func lapse(_ number: Int32, of worker: Int) {
    let task = staff.tasks[number]
    noteLapse(of: task, worker: worker)
    dropMatch(vacancy: Int(task.vacancy))
    staff.removeTask(number, of: worker)
    guard task.client >= 0, task.kind.isPlannedContact, clients.isCurrent(task),
      clients.isBooked(Int(task.client), ticket: task.ticket)
    else { return }
    // The letter was not written: the contact is as due as before.
    relist(Int(task.client))
  }

  /// A task is done: in time, or later than it should be.
  private mutating func noteDone(_ task: WorkTask, worker: Int) {
    // Duties have no moment of their own: what is open of them counts at the end of a period.
    guard !task.kind.rules.isClaimOnTime else { return }
    guard task.kind.isPlannedContact else {
      return staff.dueWork.note(
        task.kind, worker: worker, isFailed: staff.isLate(task, under: terms, at: clock.now))
    }
    let client = Int(task.client)
    if clients.isCurrent(task), clients.isBooked(client, ticket: task.ticket) {
      noteContactTaken(client, worker: worker)
    }
  }

  /// What follows from a task that is done.
  private mutating func follow(_ task: WorkTask, worker: Int, minutes: Int) {
    let client = Int(task.client)
    guard client >= 0 else { return }
    // The client may have left since the task was taken up.
    guard clients.isCurrent(task),
      task.isDelegated || !task.kind.followsClient
        || clients.service[client].worker == Int32(worker)
    else { return dropMatch(vacancy: Int(task.vacancy)) }
    switch task.kind {
    case .request:
      completeRequest(client, worker: worker, minutes: minutes, isDelegated: task.isDelegated)
    case .email, .groupSession:
      if let mode = ContactModeKind(task.kind), clients.isBooked(client, ticket: task.ticket) {
        completeContact(
          client, worker: worker, mode: mode, minutes: minutes,
          isDelegated: task.isDelegated)
      }
    case .registration: completeRegistration(client, worker: worker)
    case .trajectoryRequest: requestPlace(client)
    case .assessment: requestAfterAssessment(client)
    case .followUp: completeFollowUp(client, worker: worker, minutes: minutes)
    case .matching: completeMatch(client, vacancy: Int(task.vacancy))
    case .enforcement: completeCheck(client)
    case .fileReview: completeFileReview(client)
    case .handover, .aftercare, .administration, .sideTask: break
    }
  }

  /// Puts a task in a worker's queue, or in that of a role that takes it over.
  ///
  /// `worker` is -1 while the client has none: the task waits for whoever comes. `isDelegated` says that
  /// the worker has been chosen already, and need not be the client's own.
  @discardableResult
  mutating func addTask(
    _ kind: TaskKind, for client: Int, worker: Int, minutes: Double, isDelegated: Bool = false,
    vacancy: Int = -1
  ) -> Int32 {
    let hasClient = client >= 0
    note(
      .taskCreated, client: client, worker: worker,
      EventDetail(minutes: Int(minutes.rounded()), task: kind))
    return staff.addTask(
      WorkTask(
        kind: kind, client: Int32(client), spell: hasClient ? clients.service[client].spell : 0,
        isDelegated: isDelegated, vacancy: Int32(vacancy),
        ticket: hasClient ? clients.service[client].dueTicket : 0, remaining: minutes,
        created: Int32(clock.now)),
      worker: worker, on: &clock, observer: &observer)
  }

  /// Adds to the open duty of a kind, of which a worker has at most one.
  mutating func addDuty(_ kind: TaskKind, _ worker: Int, minutes: Int) {
    staff.addDuty(kind, worker, minutes: minutes, on: &clock, observer: &observer)
  }

  /// Passes on what a departing worker leaves undone, as the kind of task says.
  mutating func passOnTasks(of worker: Int) {
    if staff.workers[worker].currentTask >= 0, staff.isInHand(worker) {
      // In hand when the worker was called away: what is left of it is passed on like the rest.
      staff.enqueue(staff.workers[worker].currentTask, worker: worker)
    }
    while let item = staff.queues[worker].removeFirst() {
      let number = Int32(item)
      let task = staff.tasks[number]
      switch task.kind.rules.atDeparture {
      case .followsClient where task.client >= 0 && clients.isCurrent(task):
        let owner = Int(clients.service[Int(task.client)].worker)
        staff.passOn(number, from: worker, to: owner == worker ? -1 : owner, on: &clock)
      case .goesToColleague:
        staff.passOn(
          number, from: worker, to: staff.anybody(in: Int(staff.workers[worker].pool)), on: &clock)
      case .lapses where isOfOthers(task, worker):
        passOnDelegated(number, of: worker)
      case .followsClient, .lapses: lapse(number, of: worker)
      }
    }
    staff.workers[worker].administrationTask = -1
    staff.workers[worker].sideTask = -1
  }

  /// Whether a task of a worker was taken over from others, whose work it is whoever leaves.
  private mutating func isOfOthers(_ task: WorkTask, _ worker: Int) -> Bool {
    guard !task.kind.isPlannedContact, staff.workers[worker].role != RoleTable.caseworker else {
      return false
    }
    if task.client >= 0 { return task.isDelegated && clients.isCurrent(task) }
    return staff.roles.shares(of: task.kind).contains { $0.role == Int(staff.workers[worker].role) }
  }

  /// What a worker took over from others goes to the next of the role, or else back to those who would have
  /// done it.
  private mutating func passOnDelegated(_ number: Int32, of worker: Int) {
    let client = Int(staff.tasks[number].client)
    if let member = staff.nextMember(of: Int(staff.workers[worker].role)) {
      staff.passOn(number, from: worker, to: member, on: &clock)
      staff.tasks[number].isDelegated = true
    } else {
      staff.passOn(
        number, from: worker,
        to: client >= 0 ? Int(clients.service[client].worker) : staff.anybody(in: 0), on: &clock)
    }
  }

  /// Tasks that waited for somebody go to the present workers of their clients.
  mutating func takeUpParkedTasks() {
    guard !staff.parked.isEmpty else { return }
    let waiting = staff.parked
    staff.parked = []
    for number in waiting {
      let task = staff.tasks[number]
      guard task.client >= 0 else {
        staff.give(number, to: staff.anybody(in: 0), on: &clock)
        continue
      }
      guard clients.isCurrent(task) else {
        noteLapse(of: task, worker: -1)
        dropMatch(vacancy: Int(task.vacancy))
        staff.tasks.remove(number)
        continue
      }
      staff.give(number, to: Int(clients.service[Int(task.client)].worker), on: &clock)
    }
  }
}
