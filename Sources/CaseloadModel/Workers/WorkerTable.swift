import SimulationKernel

/// The kinds of work in a worker's queue, in order of priority: a lower number goes first.
///
/// What happens at the end of a shift, at sickness (which begins at the start of a working day) and
/// at departure is stated per kind:
///
/// | kind | end of shift | sickness | departure |
/// |---|---|---|---|
/// | request, e-mail | finished in overtime | waits for the worker | goes to the new worker |
/// | trajectory request | continues next working day | waits | goes to the new worker |
/// | registration | continues next working day | waits | lost with the worker's notes |
/// | side task, administration | continues next working day | waits | lapses |
///
/// Appointments are finished in overtime; at sickness they are cancelled and the client returns to
/// the list; at departure the client's new worker makes a new appointment.
enum TaskKind: UInt8 {
  /// Answer to a client's request.
  case request
  /// Writing a request for an instrument.
  case trajectoryRequest
  /// Planned contact by letter or e-mail.
  case email
  /// Coordination, meetings, projects.
  case sideTask
  /// General administration: steering and accountability.
  case administration
  /// Registration of one contact.
  case registration

  /// Whether the task can be laid down and taken up again.
  var isDivisible: Bool {
    switch self {
    case .request, .email: false
    case .trajectoryRequest, .sideTask, .administration, .registration: true
    }
  }
}

/// One piece of work in a worker's queue.
struct WorkTask {
  /// What is to be done.
  var kind: TaskKind
  /// The client; -1 when the task concerns none.
  var client: Int32
  /// The spell of the client when the task was made.
  var spell: UInt16
  /// Minutes still to be worked.
  var remaining: Int32
  /// Minute at which the task was made; earlier tasks of a kind go first.
  var created: Int32
}

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
  /// Working days as bits; bit 0 is Monday.
  var weekdays: UInt8
  /// Length of a working day, in minutes.
  var shiftMinutes: Int32
  /// Factor on the yield of talks; mean 1.
  var skill: Double
  /// Share of what a contact yields that the worker registers without pressure.
  var discipline: Double
  /// Backlog in working days from which the worker calls the pressure high.
  var pressureThreshold: Double
  /// Caseload per full-time equivalent that the worker calls too large.
  var ownNorm: Double
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
  /// Number of changes of hands that brought clients to this worker by a swap.
  var swaps: Int = 0
}

/// All workers, past and present, as one array per aspect, indexed by worker number.
struct WorkerTable {
  /// Traits and state.
  var state: [WorkerState] = []
  /// The clients of each worker.
  var clients: [[Int32]] = []
  /// Clients on the list for an appointment.
  var due: [[DueEntry]] = []
  /// Appointments, in order of time.
  var agenda: [Agenda] = []
  /// Task numbers by priority.
  var queue: [PriorityQueue] = []
  /// Days of planned leave, as days since the start of the run.
  var leave: [DaySet] = []

  /// Number of people who ever worked here.
  var count: Int { state.count }
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

/// A store of tasks whose numbers are used again.
struct TaskTable {
  private(set) var tasks: [WorkTask] = []
  private var free: [Int32] = []

  /// Reads or changes a task.
  subscript(number: Int32) -> WorkTask {
    get { tasks[Int(number)] }
    set { tasks[Int(number)] = newValue }
  }

  /// Stores a task and returns its number.
  mutating func insert(_ task: WorkTask) -> Int32 {
    if let number = free.popLast() {
      tasks[Int(number)] = task
      return number
    }
    tasks.append(task)
    return Int32(tasks.count - 1)
  }

  /// Gives a task's number free.
  mutating func remove(_ number: Int32) { free.append(number) }
}
