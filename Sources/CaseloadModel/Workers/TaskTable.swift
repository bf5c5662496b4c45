/// The kinds of work in a worker's queue, in order of priority: a lower number goes first.
///
/// What happens at the end of a shift, at sickness (which begins at the start of a working day) and
/// at departure is stated per kind:
///
/// | kind | end of shift | sickness | departure |
/// |---|---|---|---|
/// | request, e-mail, group session | finished in overtime | waits for the worker | goes to the new worker; letters lapse |
/// | matching, trajectory request, assessment, progress talk, check, file review | continues next working day | waits | goes to the new worker |
/// | registration | continues next working day | waits | lost with the worker's notes |
/// | aftercare, warm handover, side task, administration | continues next working day | waits | lapses |
///
/// Appointments are finished in overtime; at sickness they are cancelled and the client returns to
/// the list; at departure the client's new worker makes a new appointment.
enum TaskKind: UInt8 {
  /// Answer to a client's request.
  case request
  /// Putting a client forward for a vacancy.
  case matching
  /// Writing a request for an instrument.
  case trajectoryRequest
  /// Assessment before a request.
  case assessment
  /// Talk on the progress of a trajectory.
  case followUp
  /// Planned contact by letter or e-mail.
  case email
  /// A client's part of a group session.
  case groupSession
  /// Taking over what the old worker tells.
  case handover
  /// Care after an exit to work.
  case aftercare
  /// Coordination, meetings, projects.
  case sideTask
  /// General administration: steering and accountability.
  case administration
  /// Check of the right to the benefit.
  case enforcement
  /// Review of the file of a client at rest.
  case fileReview
  /// Registration of one contact.
  case registration

  /// Number of kinds.
  static let count = 14

  /// Whether the task can be laid down and taken up again.
  var isDivisible: Bool {
    switch self {
    case .request, .email, .groupSession: false
    case .matching, .trajectoryRequest, .assessment, .followUp, .handover, .aftercare, .sideTask,
      .administration, .enforcement, .fileReview, .registration:
      true
    }
  }

  /// What the time goes to.
  var use: TimeUse {
    switch self {
    case .request, .email, .groupSession, .followUp, .aftercare: .contact
    case .registration, .administration: .administration
    case .matching, .trajectoryRequest, .assessment, .handover, .sideTask, .enforcement,
      .fileReview:
      .other
    }
  }

  /// Whether the task goes to the client's new worker when the client changes hands.
  var followsClient: Bool {
    switch self {
    case .request, .matching, .trajectoryRequest, .assessment, .followUp, .enforcement, .fileReview:
      true
    case .email, .groupSession, .handover, .aftercare, .sideTask, .administration, .registration:
      false
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
  /// Whether another than the client's worker does it.
  var isDelegated: Bool = false
  /// The vacancy; -1 when the task concerns none.
  var vacancy: Int32 = -1
  /// Minutes still to be worked.
  var remaining: Int32
  /// Minute at which the task was made; earlier tasks of a kind go first.
  var created: Int32
}

/// A store of tasks whose numbers are used again.
struct TaskTable: ~Copyable {
  private(set) var tasks = Column<WorkTask>()
  private var free = Column<Int32>()

  /// Reads or changes a task.
  subscript(number: Int32) -> WorkTask {
    @inline(__always) _read { yield tasks[Int(number)] }
    @inline(__always) nonmutating _modify { yield &tasks[Int(number)] }
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
