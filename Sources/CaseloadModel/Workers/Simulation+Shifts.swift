import SimulationKernel

// A working day: what a worker takes up next, and when it is done.
extension Simulation {
  /// Schedules the start of a worker's next working day, from a day on.
  mutating func scheduleNextShift(_ worker: Int, from day: Int) {
    var next = day
    while next < calendar.dayCount && !hasShift(worker, on: next) { next += 1 }
    guard next < calendar.dayCount else { return }
    let minute = calendar.openingMinute(day: next)
    guard minute <= end else { return }
    schedule(.shiftStart, at: minute, entity: worker)
  }

  /// A working day begins: the worker is absent, or plans ahead and starts to work.
  mutating func startShift(_ worker: Int) {
    guard workers.state[worker].activity != .gone else { return }
    let day = now / SimulationClock.minutesPerDay
    scheduleNextShift(worker, from: day + 1)
    let isOnLeave = workers.leave[worker].contains(day)
    if isSick(worker, on: day) || isOnLeave {
      workers.state[worker].absentDay = Int32(day)
      cancelAppointments(of: worker, on: day)
      return
    }
    // No shift outlasts the day, whatever a contract says.
    let shift = min(
      Int(workers.state[worker].shiftMinutes),
      calendar.workingMinutes(from: now, to: (day + 1) * SimulationClock.minutesPerDay))
    workers.state[worker].shiftEnd = Int32(
      calendar.finish(ofWorkingMinutes: shift, startingAt: now))
    workers.state[worker].minutesPresent += shift
    observer.present(minutes: shift)
    addDailyDuties(worker, shift: shift)
    workers.state[worker].backlog = backlogDays(of: worker)
    workers.state[worker].memoryFading = memoryFading(of: worker)
    planAgenda(worker, today: day)
    workers.state[worker].activity = .idle
    takeUpWork(worker)
  }

  /// Appointments on a day of sickness or leave lapse; the clients go back on the list.
  private mutating func cancelAppointments(of worker: Int, on day: Int) {
    let dayEnd = (day + 1) * SimulationClock.minutesPerDay
    while let appointment = workers.agenda[worker].first, Int(appointment.start) < dayEnd {
      workers.agenda[worker].removeFirst()
      if stands(appointment, with: worker) { relist(Int(appointment.client)) }
    }
  }

  /// The day's share of administration and side tasks joins the queue.
  ///
  /// Registration is a part of administration: what it took is not claimed a second time.
  private mutating func addDailyDuties(_ worker: Int, shift: Int) {
    let role = roles.constants[Int(workers.state[worker].role)]
    let claimed = Double(shift) * role.administrationShare
    workers.state[worker].administrationDebt += claimed * ownAdministration(worker)
    if workers.state[worker].role == 0 {
      for delegation in roles.shares(of: .administration) {
        addTo(.administration, ofRole: delegation.role, minutes: claimed * delegation.share)
      }
    }
    let administration = Int(workers.state[worker].administrationDebt)
    if Double(administration) >= scenario.service.administrationPieceMinutes {
      workers.state[worker].administrationDebt -= Double(administration)
      addDuty(.administration, worker, minutes: administration)
    }
    addDuty(.sideTask, worker, minutes: Int((Double(shift) * role.sideTaskShare).rounded()))
  }

  /// Adds to the open duty of a kind, of which a worker has at most one.
  mutating func addDuty(_ kind: TaskKind, _ worker: Int, minutes: Int) {
    guard minutes > 0 else { return }
    let isSide = kind == .sideTask
    let open = isSide ? workers.state[worker].sideTask : workers.state[worker].administrationTask
    if open >= 0 {
      extend(open, of: worker, by: minutes)
      return
    }
    let number = addTask(kind, for: -1, worker: worker, minutes: Double(minutes), isDelegated: true)
    if isSide {
      workers.state[worker].sideTask = number
    } else {
      workers.state[worker].administrationTask = number
    }
  }

  /// Adds work that a role takes over to the member whose turn it is.
  private mutating func addTo(_ kind: TaskKind, ofRole role: Int, minutes: Double) {
    if let member = nextMember(of: role) {
      addDuty(kind, member, minutes: Int(minutes.rounded()))
    }
  }

  /// The employed member of a role whose turn it is.
  private mutating func nextMember(of role: Int) -> Int? {
    for _ in 0..<roles.memberCount(of: role) {
      let worker = roles.takeTurn(of: role)
      if workers.state[worker].activity != .gone { return worker }
    }
    return nil
  }

  /// Rate per minute at which a worker's memory fades: faster with a larger caseload.
  private mutating func memoryFading(of worker: Int) -> Double {
    let base = scenario.knowledge.privateFadingPerYear / SimulationClock.minutesPerYear
    let load = load(of: worker)
    guard base > 0, scenario.knowledge.memoryCaseloadExponent > 0, load > 0 else { return base }
    return base
      * Elementary.pow(
        load / scenario.knowledge.memoryCaseload, scenario.knowledge.memoryCaseloadExponent)
  }

  private mutating func extend(_ task: Int32, of worker: Int, by minutes: Int) {
    tasks[task].remaining += Int32(minutes)
    workers.state[worker].queuedMinutes += Int32(minutes)
  }

  /// Puts a task in a worker's queue, or in that of a role that takes it over; a worker without work
  /// takes it up at once.
  ///
  /// `isDelegated` says that the worker has been chosen already, and need not be the client's own.
  @discardableResult
  mutating func addTask(
    _ kind: TaskKind, for client: Int, worker owner: Int, minutes: Double,
    isDelegated: Bool = false, vacancy: Int = -1
  ) -> Int32 {
    var worker = owner
    var isDelegated = isDelegated
    if !isDelegated, workers.state[owner].role == 0, let role = roles.roleTaking(kind),
      let member = nextMember(of: role)
    {
      worker = member
      isDelegated = true
    }
    let spell = client >= 0 ? clients.service[client].spell : 0
    let length = Int32(max(1, (minutes / speed(of: worker)).rounded()))
    let number = tasks.insert(
      WorkTask(
        kind: kind, client: Int32(client), spell: spell, isDelegated: isDelegated,
        vacancy: Int32(vacancy), remaining: length, created: Int32(now)))
    enqueue(number, worker: worker)
    workers.state[worker].queuedMinutes += length
    observer.taskCreated()
    if workers.state[worker].activity == .idle && workers.state[worker].wake != .none {
      queue.cancel(workers.state[worker].wake)
      workers.state[worker].wake = schedule(.workerFree, at: now, entity: worker)
    }
    return number
  }

  /// Earlier kinds first, then earlier tasks: one number orders both.
  private mutating func enqueue(_ number: Int32, worker: Int) {
    let task = tasks[number]
    workers.queue[worker].insert(
      UInt32(number), key: Double(task.kind.rawValue) * 1e10 + Double(task.created))
  }

  /// The worker's event: a stretch of work ends, or the worker looks for work again.
  mutating func continueWork(_ worker: Int) {
    finishStretch(worker)
    takeUpWork(worker)
  }

  /// Books the stretch of work that ends now, with its effects.
  private mutating func finishStretch(_ worker: Int) {
    let state = workers.state[worker]
    let minutes = Int(state.stretchMinutes)
    workers.state[worker].wake = .none
    workers.state[worker].stretchMinutes = 0
    workers.state[worker].activity = .idle
    workers.state[worker].currentTask = -1
    switch state.activity {
    case .gone, .off, .idle: break
    case .appointment:
      observer.worked(.contact, minutes: minutes)
      work(worker, minutes: minutes)
      if isSameSpell(worker) {
        completeContact(
          Int(state.currentClient), worker: worker, mode: state.currentMode, minutes: minutes)
      }
    case .missedAppointment:
      observer.worked(.contact, minutes: minutes)
      work(worker, minutes: minutes)
      if isSameSpell(worker) { missAppointment(Int(state.currentClient), worker: worker) }
    case .task:
      work(worker, minutes: minutes)
      finishStretch(ofTask: state.currentTask, worker: worker, minutes: minutes)
    }
  }

  /// Whether the client in hand is still the one with whom the talk began.
  private mutating func isSameSpell(_ worker: Int) -> Bool {
    let state = workers.state[worker]
    return clients.service[Int(state.currentClient)].spell == state.currentSpell
  }

  private mutating func work(_ worker: Int, minutes: Int) {
    workers.state[worker].minutesWorked += minutes
    // Overtime: what was not worked within the shift counts as presence too.
    let shiftEnd = Int(workers.state[worker].shiftEnd)
    guard now > shiftEnd else { return }
    let start = Int(workers.state[worker].stretchStart)
    let within = start < shiftEnd ? calendar.workingMinutes(from: start, to: shiftEnd) : 0
    let overtime = minutes - within
    if overtime > 0 {
      workers.state[worker].minutesPresent += overtime
      observer.present(minutes: overtime)
    }
  }

  private mutating func finishStretch(ofTask number: Int32, worker: Int, minutes: Int) {
    tasks[number].remaining -= Int32(minutes)
    workers.state[worker].queuedMinutes -= Int32(minutes)
    let task = tasks[number]
    observer.worked(task.kind.use, minutes: minutes)
    if task.kind == .registration {
      workers.state[worker].administrationDebt -= Double(minutes)
    }
    if task.remaining > 0 {
      enqueue(number, worker: worker)
      return
    }
    removeTask(number, of: worker)
    observer.taskDone()
    finish(task, worker: worker, minutes: minutes)
  }

  /// What follows from a task that is done.
  private mutating func finish(_ task: WorkTask, worker: Int, minutes: Int) {
    let client = Int(task.client)
    if client >= 0 {
      // The client may have left since the task was taken up.
      guard clients.state[client].inStock, clients.service[client].spell == task.spell,
        task.isDelegated || !task.kind.followsClient
          || clients.service[client].worker == Int32(worker)
      else {
        dropMatch(vacancy: Int(task.vacancy))
        return
      }
    }
    switch task.kind {
    case .administration: workers.state[worker].administrationTask = -1
    case .sideTask: workers.state[worker].sideTask = -1
    case .request:
      completeRequest(client, worker: worker, minutes: minutes, isDelegated: task.isDelegated)
    case .email, .groupSession:
      if clients.service[client].stage == .booked {
        completeContact(
          client, worker: worker, mode: task.kind == .email ? .email : .group, minutes: minutes,
          isDelegated: task.isDelegated)
      }
    case .registration: completeRegistration(client, worker: worker)
    case .trajectoryRequest: requestPlace(client)
    case .assessment: requestAfterAssessment(client)
    case .followUp: completeFollowUp(client, worker: worker, minutes: minutes)
    case .matching: completeMatch(client, vacancy: Int(task.vacancy))
    case .enforcement: completeCheck(client)
    case .fileReview: completeFileReview(client)
    case .handover, .aftercare: break
    }
  }

  private mutating func removeTask(_ number: Int32, of worker: Int) {
    workers.state[worker].queuedMinutes -= tasks[number].remaining
    tasks.remove(number)
  }

  /// The worker takes up the next thing: an appointment that is due, else the first task.
  private mutating func takeUpWork(_ worker: Int) {
    let shiftEnd = Int(workers.state[worker].shiftEnd)
    while true {
      if now >= shiftEnd {
        workers.state[worker].activity = .off
        return
      }
      var limit = shiftEnd
      if let appointment = workers.agenda[worker].first {
        if Int(appointment.start) <= now {
          workers.agenda[worker].removeFirst()
          guard stands(appointment, with: worker) else { continue }
          let minutes = meet(appointment, worker: worker)
          stretch(worker, minutes: minutes)
          return
        }
        limit = min(limit, Int(appointment.start))
      }
      guard let number = nextTask(worker) else {
        // Nothing to do before the next appointment or the end of the day.
        workers.state[worker].activity = .idle
        workers.state[worker].wake = schedule(.workerFree, at: limit, entity: worker)
        return
      }
      let task = tasks[number]
      let window = calendar.workingMinutes(from: now, to: limit)
      let minutes = task.kind.isDivisible ? min(Int(task.remaining), window) : Int(task.remaining)
      guard minutes > 0 else {
        // A break lies between now and the limit.
        enqueue(number, worker: worker)
        workers.state[worker].wake = schedule(.workerFree, at: limit, entity: worker)
        return
      }
      workers.state[worker].activity = .task
      workers.state[worker].currentTask = number
      stretch(worker, minutes: minutes)
      return
    }
  }

  /// Takes the first task that still makes sense from the queue.
  ///
  /// Work for clients who left lapses; that for clients with another worker goes there.
  private mutating func nextTask(_ worker: Int) -> Int32? {
    while let item = workers.queue[worker].removeFirst() {
      let number = Int32(item)
      let task = tasks[number]
      guard task.client >= 0 else { return number }
      if isCurrent(task) {
        let owner = Int(clients.service[Int(task.client)].worker)
        if owner == worker || task.isDelegated || task.kind == .registration { return number }
        // A letter lapses: the new worker has the client on the list already.
        if owner >= 0 && task.kind.followsClient {
          passOn(task, to: owner)
          removeTask(number, of: worker)
          continue
        }
      }
      dropMatch(vacancy: Int(task.vacancy))
      removeTask(number, of: worker)
    }
    return nil
  }

  /// Whether the client of a task is still in the spell in which it was made.
  private mutating func isCurrent(_ task: WorkTask) -> Bool {
    let client = Int(task.client)
    return clients.state[client].inStock && clients.service[client].spell == task.spell
  }

  /// Gives a task to the client's present worker.
  private mutating func passOn(_ task: WorkTask, to owner: Int) {
    addTask(
      task.kind, for: Int(task.client), worker: owner, minutes: Double(task.remaining),
      vacancy: Int(task.vacancy))
  }

  /// Passes on what a departing worker leaves undone.
  mutating func passOnTasks(of worker: Int) {
    if workers.state[worker].currentTask >= 0, workers.state[worker].stretchMinutes > 0 {
      // In hand when the worker was called away: what is left of it is passed on like the rest.
      enqueue(workers.state[worker].currentTask, worker: worker)
    }
    while let item = workers.queue[worker].removeFirst() {
      let number = Int32(item)
      let task = tasks[number]
      var isPassedOn = false
      if task.client >= 0, task.kind.followsClient, isCurrent(task) {
        let owner = Int(clients.service[Int(task.client)].worker)
        isPassedOn = owner >= 0 && owner != worker
        if isPassedOn { passOn(task, to: owner) }
      }
      if !isPassedOn { dropMatch(vacancy: Int(task.vacancy)) }
      removeTask(number, of: worker)
    }
    workers.state[worker].administrationTask = -1
    workers.state[worker].sideTask = -1
  }

  private mutating func stretch(_ worker: Int, minutes: Int) {
    workers.state[worker].stretchStart = Int32(now)
    workers.state[worker].stretchMinutes = Int32(minutes)
    // What does not fit before closing time is worked on without a break, the same evening.
    let midnight = (now / SimulationClock.minutesPerDay + 1) * SimulationClock.minutesPerDay
    var finish = calendar.finish(ofWorkingMinutes: minutes, startingAt: now)
    if finish > midnight {
      let inHours = calendar.workingMinutes(from: now, to: midnight)
      finish = calendar.finish(ofWorkingMinutes: inHours, startingAt: now) + (minutes - inHours)
    }
    workers.state[worker].wake = schedule(.workerFree, at: finish, entity: worker)
  }
}
