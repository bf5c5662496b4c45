import SimulationKernel

/// What a stretch of work came to.
enum WorkOutcome {
  /// Nothing that concerns others: a piece of a task, or the end of a time without work.
  case nothing
  /// The contact of an appointment was held, in `minutes`.
  case contactHeld(client: Int, ticket: UInt32, mode: ContactModeKind, minutes: Int)
  /// A client did not come to an appointment.
  case contactMissed(client: Int, ticket: UInt32)
  /// A task is done; `minutes` is the length of its last stretch. Its number is free, but its record
  /// stands until another takes its place.
  case taskDone(Int32, minutes: Int)
}

/// What a worker could take up next.
enum NextWork {
  /// Nothing: the worker waits for an appointment, or the day is over.
  case nothing
  /// An appointment that is due, taken out of the agenda.
  case appointment(Appointment)
  /// A task, taken out of the queue, to be worked on up to a minute.
  case task(Int32, until: Int)
}

// A working day: when it begins, what a worker takes up next, and when that is done.
extension Staff {
  /// Whether a worker's contract has a working day on a day on which the office is open.
  func hasShift(_ worker: Int, on day: Int, _ calendar: WorkingCalendar) -> Bool {
    let weekday = calendar.weekday(day: day)
    return workers[worker].weekdays & (1 << UInt8(weekday)) != 0 && calendar.isOpen(day: day)
  }

  /// Schedules the start of a worker's next working day, from a day on.
  func scheduleNextShift(_ worker: Int, from day: Int, on clock: inout Clock) {
    var next = day
    while next < clock.calendar.dayCount && !hasShift(worker, on: next, clock.calendar) {
      next += 1
    }
    guard next < clock.calendar.dayCount else { return }
    let minute = clock.calendar.openingMinute(day: next)
    guard minute <= clock.end else { return }
    clock.schedule(
      .shiftStart, at: minute, entity: worker, stamp: workers[worker].shiftNumber)
  }

  /// A working day begins: the worker is absent, or comes in.
  ///
  /// - Returns: Minutes of the working day; `nil` when the worker is on leave or ill.
  mutating func beginDay(
    _ worker: Int, under terms: Terms, on clock: inout Clock, observer: inout Observer
  ) -> Int? {
    let day = clock.day
    scheduleNextShift(worker, from: day + 1, on: &clock)
    let isOnLeave = leave[worker].contains(day)
    if isSick(worker, on: day, under: terms, on: clock) || isOnLeave {
      workers[worker].absentDay = Int32(day)
      return nil
    }
    carryOver(worker, on: &clock, observer: &observer)
    // No shift outlasts the day, whatever a contract says.
    let shift = min(
      Int(workers[worker].shiftMinutes),
      clock.workingMinutes(to: (day + 1) * SimulationClock.minutesPerDay))
    workers[worker].shiftEnd = Int32(clock.finish(ofWorkingMinutes: shift))
    workers[worker].minutesPresent += shift
    observer.present(minutes: shift, role: Int(workers[worker].role))
    return shift
  }

  /// Whether a worker is in the middle of a stretch of work.
  func isBusy(_ worker: Int) -> Bool {
    switch workers[worker].activity {
    case .task, .appointment, .missedAppointment: true
    case .gone, .off, .idle: false
    }
  }

  /// A stretch that is not done when the next working day begins goes on as work of that day; what lies
  /// before is booked as overtime.
  private mutating func carryOver(
    _ worker: Int, on clock: inout Clock, observer: inout Observer
  ) {
    guard isBusy(worker) else { return }
    // After closing time a stretch runs on without a break, so minutes on the clock are minutes of work.
    let left = max(0, Int(workers[worker].stretchEnd) - clock.now)
    let done = max(0, Int(workers[worker].stretchMinutes) - left)
    countWork(worker, minutes: done, on: &clock, observer: &observer)
    workers[worker].stretchCarried += Int32(done)
    workers[worker].stretchMinutes = Int32(left)
    guard left > 0 else { return }
    clock.takeBack(workers[worker].wake)
    schedule(worker, minutes: left, on: &clock)
  }

  /// The worker looks for work: an appointment that is due, else the first task.
  ///
  /// Without either the worker is idle until the next appointment or the end of the day.
  mutating func nextWork(of worker: Int, on clock: inout Clock) -> NextWork {
    let shiftEnd = Int(workers[worker].shiftEnd)
    if clock.now >= shiftEnd {
      workers[worker].activity = .off
      return .nothing
    }
    var limit = shiftEnd
    if let appointment = agendas[worker].first {
      if Int(appointment.start) <= clock.now {
        agendas[worker].removeFirst()
        return .appointment(appointment)
      }
      limit = min(limit, Int(appointment.start))
    }
    if let item = queues[worker].removeFirst() { return .task(Int32(item), until: limit) }
    workers[worker].activity = .idle
    workers[worker].queuedMinutes = 0
    workers[worker].wake = clock.scheduleCertain(.workerFree, at: limit, entity: worker)
    return .nothing
  }

  /// The worker works on a task, as far as the time up to `limit` goes.
  mutating func takeUp(
    _ number: Int32, worker: Int, until limit: Int, under terms: Terms, on clock: inout Clock
  ) {
    let task = tasks[number]
    let rules = task.kind.rules
    let speed = rules.isClaimOnTime ? 1 : speed(of: worker, under: terms, at: clock.now)
    let needed = max(1, Int((task.remaining / speed).rounded()))
    let window = clock.workingMinutes(to: limit)
    let minutes = rules.atShiftEnd == .continued ? min(needed, window) : needed
    guard minutes > 0 else {
      // A break lies between now and the limit.
      enqueue(number, worker: worker)
      workers[worker].wake = clock.scheduleCertain(.workerFree, at: limit, entity: worker)
      return
    }
    workers[worker].currentTask = number
    workers[worker].stretchContent =
      minutes == needed ? task.remaining : min(task.remaining, Double(minutes) * speed)
    begin(.task, worker, minutes: minutes, on: &clock)
  }

  /// The worker is busy for a number of working minutes from now on.
  mutating func begin(
    _ activity: WorkerActivity, _ worker: Int, minutes: Int, on clock: inout Clock
  ) {
    if isBusy(worker) || Int(workers[worker].stretchEnd) > clock.now { overlapping = worker }
    // A stretch that outlasts the run is not seen to its end, however long it is.
    let minutes = min(minutes, clock.end - clock.now + SimulationClock.minutesPerDay)
    workers[worker].activity = activity
    workers[worker].stretchCarried = 0
    workers[worker].stretchMinutes = Int32(minutes)
    schedule(worker, minutes: minutes, on: &clock)
  }

  /// Schedules the end of a stretch that goes on from now.
  private mutating func schedule(_ worker: Int, minutes: Int, on clock: inout Clock) {
    workers[worker].stretchStart = Int32(clock.now)
    // What does not fit before closing time is worked on without a break, the same evening.
    let midnight = (clock.day + 1) * SimulationClock.minutesPerDay
    var finish = clock.finish(ofWorkingMinutes: minutes)
    if finish > midnight {
      let inHours = clock.workingMinutes(to: midnight)
      finish =
        clock.finish(ofWorkingMinutes: inHours)
        + (minutes - inHours)
    }
    workers[worker].stretchEnd = Int32(finish)
    workers[worker].wake = clock.scheduleCertain(.workerFree, at: finish, entity: worker)
  }

  /// Books the stretch of work that ends now.
  mutating func finishStretch(
    _ worker: Int, on clock: inout Clock, observer: inout Observer
  ) -> WorkOutcome {
    let state = workers[worker]
    workers[worker].wake = .none
    workers[worker].stretchMinutes = 0
    workers[worker].stretchCarried = 0
    workers[worker].activity = .idle
    workers[worker].currentTask = -1
    switch state.activity {
    case .gone, .off, .idle: return .nothing
    case .appointment, .missedAppointment, .task: break
    }
    countWork(worker, minutes: Int(state.stretchMinutes), on: &clock, observer: &observer)
    let minutes = Int(state.stretchMinutes) + Int(state.stretchCarried)
    guard state.activity == .task else {
      observer.worked(.contact, minutes: minutes)
      let client = Int(state.currentClient)
      return state.activity == .appointment
        ? .contactHeld(
          client: client, ticket: state.currentTicket, mode: state.currentMode, minutes: minutes)
        : .contactMissed(client: client, ticket: state.currentTicket)
    }
    return finishStretch(
      ofTask: state.currentTask, worker: worker, minutes: minutes, content: state.stretchContent,
      observer: &observer)
  }

  private mutating func finishStretch(
    ofTask number: Int32, worker: Int, minutes: Int, content: Double, observer: inout Observer
  ) -> WorkOutcome {
    tasks[number].remaining -= content
    workers[worker].queuedMinutes -= content
    let task = tasks[number]
    observer.worked(task.kind.rules.use, minutes: minutes)
    if task.kind == .registration {
      // It is a part of the administration of whom it was taken from, whoever does it.
      let payer = task.isDelegated && task.takenFrom >= 0 ? Int(task.takenFrom) : worker
      workers[payer].administrationDebt -= Double(minutes)
    }
    if task.remaining > 0 {
      enqueue(number, worker: worker)
      return .nothing
    }
    removeTask(number, of: worker)
    if !task.kind.isPlannedContact { observer.taskDone() }
    if number == workers[worker].administrationTask { workers[worker].administrationTask = -1 }
    if number == workers[worker].sideTask { workers[worker].sideTask = -1 }
    return .taskDone(number, minutes: minutes)
  }

  /// Adds a stretch to what was worked; what lies beyond the shift is overtime, and presence too.
  private mutating func countWork(
    _ worker: Int, minutes: Int, on clock: inout Clock, observer: inout Observer
  ) {
    workers[worker].minutesWorked += minutes
    let shiftEnd = Int(workers[worker].shiftEnd)
    guard clock.now > shiftEnd else { return }
    let start = Int(workers[worker].stretchStart)
    let within = start < shiftEnd ? clock.calendar.workingMinutes(from: start, to: shiftEnd) : 0
    let overtime = minutes - within
    if overtime > 0 {
      workers[worker].minutesPresent += overtime
      observer.present(minutes: overtime, role: Int(workers[worker].role))
    }
  }
}
