import SimulationKernel

/// An appointment in a worker's agenda.
struct Appointment {
  /// Minute at which it starts.
  var start: Int32
  /// The client.
  var client: Int32
  /// `ClientService.dueTicket` when it was made; another value means that it has lapsed.
  var ticket: UInt32
  /// The mode in which the contact is planned.
  var mode: ContactModeKind
}

/// A client whose contact is due and who waits for an appointment.
struct DueEntry {
  /// Who goes first: the highest key.
  var key: Double
  /// The client.
  var client: Int32
}

/// What a worker is doing.
enum WorkerActivity: UInt8 {
  /// Not employed (any more).
  case gone
  /// Outside working hours or absent.
  case off
  /// At work without a task.
  case idle
  /// At work on a task of the queue.
  case task
  /// With a client.
  case appointment
  /// Waiting for a client who does not show up.
  case missedAppointment
}

/// Traits and state of one worker.
struct WorkerState {
  /// Contract hours as a share of full time.
  var fte: Double
  /// The role.
  var role: UInt8 = 0
  /// The pool from which clients come; -1 when the role has none.
  var pool: Int16 = -1
  /// The place in that pool.
  var slot: Int32 = -1
  /// The list of clients who are due: the worker's own, or that of the team.
  var list: Int32 = -1
  /// The campaign of an external, from 1; 0 for staff.
  var campaign: UInt8 = 0
  /// Minute at which the worker was hired; `past` for the staff of the first day.
  var hired: Int32 = SimulationClock.past
  /// Last day on which the worker was absent.
  var absentDay: Int32 = -1
  /// Backlog in working days at the start of the present working day.
  var backlog: Double = 0
  /// Rate per minute at which the worker's memory fades, at the present caseload.
  var memoryFading: Double = 0
  /// The worker's own factors on the organisation's weights of readiness, motivation and overdue time.
  var ownWeights: (readiness: Double, motivation: Double, overdue: Double) = (1, 1, 1)
  /// The spell of the client in hand.
  var currentSpell: UInt16 = 0
  /// Working days as bits; bit 0 is Monday.
  var weekdays: UInt8
  /// Length of a working day, in minutes.
  var shiftMinutes: Int32
  /// Factor on the yield of talks; mean 1.
  var skill: Double
  /// How the worker's registration discipline lies to the mean, in standard deviations.
  var disciplineDeviation: Double
  /// What the worker bears against the mean, as a factor on the backlog that is called high pressure.
  var pressureFactor: Double
  /// How the caseload that the worker calls too large lies to the mean, in standard deviations.
  var ownNormDeviation: Double
  /// Minute of the planned departure, so that an outdated event is recognised.
  var departureEvent: Int32 = SimulationClock.never
  /// Minute of the planned swap, so that an outdated event is recognised.
  var swapEvent: Int32 = SimulationClock.never
  /// Number of departures drawn.
  var departureDraws: UInt32 = 0
  /// What the worker is doing.
  var activity: WorkerActivity = .off
  /// The worker's one pending event while at work.
  var wake: EventHandle = .none
  /// The task in hand; -1 when none.
  var currentTask: Int32 = -1
  /// The client in hand; -1 when none.
  var currentClient: Int32 = -1
  /// The mode of the contact in hand.
  var currentMode: ContactModeKind = .faceToFace
  /// Minute at which the present stretch of work began.
  var stretchStart: Int32 = 0
  /// Working minutes of the present stretch.
  var stretchMinutes: Int32 = 0
  /// Minute at which today's shift ends.
  var shiftEnd: Int32 = 0
  /// Minutes of work in the queue.
  var queuedMinutes: Int32 = 0
  /// Administration that has built up and is not yet in the queue, in minutes; negative after much
  /// registration.
  var administrationDebt: Double = 0
  /// Task number of the open administration task; -1 when none.
  var administrationTask: Int32 = -1
  /// Task number of the open side task; -1 when none.
  var sideTask: Int32 = -1
  /// Room for appointments that is left over from earlier days, in minutes.
  var bookingCarry: Double = 0
  /// Last day for which the agenda has been filled.
  var plannedThrough: Int32 = -1
  /// First day of the present or next sickness spell.
  var sickFrom: Int32 = -1
  /// First day after that spell.
  var sickUntil: Int32 = -1
  /// Number of sickness spells drawn.
  var sicknessDraws: UInt32 = 0
  /// Number of swaps drawn.
  var swapDraws: UInt32 = 0
  /// Minutes in office, overtime included.
  var minutesPresent: Int = 0
  /// Minutes worked.
  var minutesWorked: Int = 0
  /// Minute of the last swap with a colleague.
  var lastSwap: Int32 = SimulationClock.past
  /// Number of changes of hands that brought clients to this worker by a swap.
  var swaps: Int = 0
}

/// All workers, past and present, as one array per aspect, indexed by worker number.
struct WorkerTable: ~Copyable {
  /// Traits and state.
  var state = Column<WorkerState>()
  /// The clients of each worker.
  var clients = Column<[Int32]>()
  /// Clients on each list for an appointment: one list per worker, or per team.
  var due = Column<[DueEntry]>()
  /// Employed workers who work from each list.
  var listMembers = Column<Int>()
  /// Caseloads by pool: kinds of clients among caseworkers first, then roles with clients.
  var pools: [LoadIndex] = []
  /// The last list opened in each pool; -1 for none.
  var openList: [Int32] = []
  /// Appointments, in order of time.
  var agenda = Column<Agenda>()
  /// Task numbers by priority.
  var queue = Column<PriorityQueue>()
  /// Days of planned leave, as days since the start of the run.
  var leave = Column<DaySet>()

  /// Number of people who ever worked here.
  var count: Int { state.count }

  /// Makes the pools.
  mutating func preparePools(count: Int) {
    pools = Array(repeating: LoadIndex(), count: count)
    openList = Array(repeating: -1, count: count)
  }

  /// Opens a list.
  mutating func openNewList() -> Int32 {
    due.append([])
    listMembers.append(0)
    return Int32(due.count - 1)
  }
}

/// Appointments of one worker in order of time: a queue that grows at the end.
struct Agenda {
  private var appointments: [Appointment] = []
  private var head = 0

  /// The next appointment.
  var first: Appointment? { head < appointments.count ? appointments[head] : nil }

  /// Adds an appointment that starts no earlier than any other.
  mutating func append(_ appointment: Appointment) {
    if head > 64 && head * 2 > appointments.count {
      appointments.removeFirst(head)
      head = 0
    }
    appointments.append(appointment)
  }

  /// Takes the next appointment.
  mutating func removeFirst() { head += 1 }
}
