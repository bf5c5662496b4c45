import CaseloadModel

/// What one worker did in a month, or in all of them.
struct WorkerMonth: Sendable {
  /// Two-way personal contacts.
  var contacts = 0
  /// Minutes worked, by what they go to.
  var minutes = [0, 0, 0]
  /// Minutes in office, overtime included.
  var minutesPresent = 0
  /// Exchanges of clients with a colleague.
  var swaps = 0
  /// Clients taken over.
  var clientsReceived = 0
  /// Clients handed over.
  var clientsGiven = 0
  /// Working days ill.
  var daysIll = 0
  /// Working days on leave.
  var daysOnLeave = 0

  mutating func add(_ other: WorkerMonth) {
    contacts += other.contacts
    for use in minutes.indices { minutes[use] += other.minutes[use] }
    minutesPresent += other.minutesPresent
    swaps += other.swaps
    clientsReceived += other.clientsReceived
    clientsGiven += other.clientsGiven
    daysIll += other.daysIll
    daysOnLeave += other.daysOnLeave
  }

  /// Whether nothing was done at all.
  var isEmpty: Bool {
    contacts == 0 && minutes == [0, 0, 0] && minutesPresent == 0 && swaps == 0
      && clientsReceived == 0 && clientsGiven == 0 && daysIll == 0 && daysOnLeave == 0
  }
}

/// All workers of a replication, gathered from events and readings.
struct WorkerLedger {
  /// One worker: who it is, and sums after the warm-up.
  struct Record {
    var number = 0
    var role = 0
    var fte = 0.0
    var hired = 0
    var left: Int?
    /// Observations at which the worker was employed.
    var months = 0
    var clientMonths = 0
    var backlogSum = 0.0
    var monthsUnderHighPressure = 0
    var monthsWithTooLargeCaseload = 0
    var total = WorkerMonth()
    /// The month in progress.
    var current = WorkerMonth()
    var presentBefore = 0

    /// Whether the worker was there after the warm-up.
    var isHeard: Bool { months > 0 || !total.isEmpty }
  }

  /// The workers, by number.
  private(set) var all: [Record] = []
  private let windowStart: Int

  init(windowStart: Int) { self.windowStart = windowStart }

  private mutating func change(_ worker: Int, _ body: (inout Record) -> Void) {
    guard worker > 0 else { return }
    while all.count < worker {
      all.append(Record())
      all[all.count - 1].number = all.count
    }
    body(&all[worker - 1])
  }

  mutating func add(_ event: RecordedEvent) {
    switch event.activity {
    case .workerHired:
      change(event.worker) {
        $0.role = event.subject
        $0.fte = event.amount
        $0.hired = event.minute
      }
    case .workerLeft: change(event.worker) { $0.left = event.minute }
    case .intakeHeld, .contactHeld, .requestAnswered, .progressTalkHeld:
      if SpellRecord.isTwoWay(event) { change(event.worker) { $0.current.contacts += 1 } }
    case .worked:
      let use = event.task?.use ?? .contact
      change(event.worker) { $0.current.minutes[use.rawValue] += event.minutes }
    case .swapped:
      for worker in [event.worker, event.otherWorker] { change(worker) { $0.current.swaps += 1 } }
    case .handedOver, .passedWithinTeam:
      change(event.worker) { $0.current.clientsReceived += 1 }
      change(event.otherWorker) { $0.current.clientsGiven += 1 }
    case .absent:
      change(event.worker) {
        if event.outcome == .ill { $0.current.daysIll += 1 } else { $0.current.daysOnLeave += 1 }
      }
    default: break
    }
  }

  /// Closes the month of a worker at an observation.
  ///
  /// - Returns: What was done in it; `nil` in the warm-up, and when somebody who has left did nothing.
  mutating func closeMonth(of reading: WorkerReading) -> WorkerMonth? {
    var closed: WorkerMonth?
    let windowStart = windowStart
    change(reading.worker) { worker in
      worker.current.minutesPresent = reading.minutesPresent - worker.presentBefore
      worker.presentBefore = reading.minutesPresent
      let month = worker.current
      worker.current = WorkerMonth()
      guard reading.minute > windowStart, reading.isEmployed || !month.isEmpty else { return }
      closed = month
      worker.total.add(month)
      guard reading.isEmployed else { return }
      worker.months += 1
      worker.clientMonths += reading.clients
      worker.backlogSum += reading.backlogDays
      if reading.isUnderHighPressure { worker.monthsUnderHighPressure += 1 }
      if reading.hasTooLargeCaseload { worker.monthsWithTooLargeCaseload += 1 }
    }
    return closed
  }
}
