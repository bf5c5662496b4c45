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
      cancelAppointments(of: worker, on: day)
      return
    }
    let shift = Int(workers.state[worker].shiftMinutes)
    workers.state[worker].shiftEnd = Int32(
      calendar.finish(ofWorkingMinutes: shift, startingAt: now))
    workers.state[worker].minutesPresent += shift
    observer.present(minutes: shift)
    addDailyDuties(worker, shift: shift)
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
    let staffing = scenario.staffing
    workers.state[worker].administrationDebt += Double(shift) * staffing.administrationShare
    let administration = Int(workers.state[worker].administrationDebt)
    if administration >= 15 {
      workers.state[worker].administrationDebt -= Double(administration)
      let open = workers.state[worker].administrationTask
      if open >= 0 {
        extend(open, of: worker, by: administration)
      } else {
        workers.state[worker].administrationTask = addTask(
          .administration, for: -1, worker: worker, minutes: Double(administration))
      }
    }
    let side = Int((Double(shift) * staffing.sideTaskShare).rounded())
    guard side > 0 else { return }
    let open = workers.state[worker].sideTask
    if open >= 0 {
      extend(open, of: worker, by: side)
    } else {
      workers.state[worker].sideTask = addTask(
        .sideTask, for: -1, worker: worker, minutes: Double(side))
    }
  }

  private mutating func extend(_ task: Int32, of worker: Int, by minutes: Int) {
    tasks[task].remaining += Int32(minutes)
    workers.state[worker].queuedMinutes += Int32(minutes)
  }

  /// Puts a task in a worker's queue; a worker without work takes it up at once.
  @discardableResult
  mutating func addTask(
    _ kind: TaskKind, for client: Int, worker: Int, minutes: Double
  ) -> Int32 {
    let length = Int32(max(1, minutes.rounded()))
    let spell = client >= 0 ? clients.state[client].spells : 0
    let number = tasks.insert(
      WorkTask(
        kind: kind, client: Int32(client), spell: spell, remaining: length, created: Int32(now)))
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
    switch state.activity {
    case .gone, .off, .idle: break
    case .appointment:
      observer.worked(.contact, minutes: minutes)
      work(worker, minutes: minutes)
      completeContact(
        Int(state.currentClient), worker: worker, mode: state.currentMode, minutes: minutes)
    case .missedAppointment:
      observer.worked(.contact, minutes: minutes)
      work(worker, minutes: minutes)
      missAppointment(Int(state.currentClient), worker: worker)
    case .task:
      work(worker, minutes: minutes)
      finishStretch(ofTask: state.currentTask, worker: worker, minutes: minutes)
    }
  }

  private mutating func work(_ worker: Int, minutes: Int) {
    workers.state[worker].minutesWorked += minutes
    // Overtime: what was not worked within the shift counts as presence too.
    let shiftEnd = Int(workers.state[worker].shiftEnd)
    let start = Int(workers.state[worker].stretchStart)
    let within = start < shiftEnd ? calendar.workingMinutes(from: start, to: min(now, shiftEnd)) : 0
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
    switch task.kind {
    case .request, .email: observer.worked(.contact, minutes: minutes)
    case .registration:
      observer.worked(.administration, minutes: minutes)
      workers.state[worker].administrationDebt -= Double(minutes)
    case .administration: observer.worked(.administration, minutes: minutes)
    case .trajectoryRequest, .sideTask: observer.worked(.other, minutes: minutes)
    }
    if task.remaining > 0 {
      enqueue(number, worker: worker)
      return
    }
    removeTask(number, of: worker)
    observer.taskDone()
    let client = Int(task.client)
    switch task.kind {
    case .administration: workers.state[worker].administrationTask = -1
    case .sideTask: workers.state[worker].sideTask = -1
    case .request: completeRequest(client, worker: worker, minutes: minutes)
    case .email:
      if clients.service[client].stage == .booked {
        completeContact(client, worker: worker, mode: .email, minutes: minutes)
      }
    case .registration: completeRegistration(client, worker: worker)
    case .trajectoryRequest: requestPlace(client)
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
  /// Questions of clients who left lapse; those of clients with another worker go there.
  private mutating func nextTask(_ worker: Int) -> Int32? {
    while let item = workers.queue[worker].removeFirst() {
      let number = Int32(item)
      let task = tasks[number]
      guard task.client >= 0 else { return number }
      let client = Int(task.client)
      let isCurrent = clients.state[client].inStock && clients.state[client].spells == task.spell
      if isCurrent {
        let owner = Int(clients.service[client].worker)
        if owner == worker || task.kind == .registration { return number }
        passOn(task)
      }
      removeTask(number, of: worker)
    }
    return nil
  }

  /// Gives a task to the client's present worker.
  private mutating func passOn(_ task: WorkTask) {
    let client = Int(task.client)
    let owner = Int(clients.service[client].worker)
    // A letter lapses: the new worker has the client on the list already.
    guard owner >= 0, task.kind == .request || task.kind == .trajectoryRequest else { return }
    addTask(task.kind, for: client, worker: owner, minutes: Double(task.remaining))
  }

  /// Passes on what a departing worker leaves undone.
  mutating func passOnTasks(of worker: Int) {
    while let item = workers.queue[worker].removeFirst() {
      let number = Int32(item)
      let task = tasks[number]
      if task.client >= 0, clients.state[Int(task.client)].inStock,
        clients.state[Int(task.client)].spells == task.spell
      {
        passOn(task)
      }
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
    let inHours = min(minutes, calendar.workingMinutes(from: now, to: midnight))
    let finish =
      calendar.finish(ofWorkingMinutes: inHours, startingAt: now) + (minutes - inHours)
    workers.state[worker].wake = schedule(.workerFree, at: finish, entity: worker)
  }
}
