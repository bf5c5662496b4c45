import SimulationKernel

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
struct Worker {
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
  /// `ClientService.dueTicket` of the appointment in hand; the client may have changed hands since.
  var currentTicket: UInt32 = 0
  /// Working days as bits; bit 0 is Monday.
  var weekdays: UInt8
  /// Length of a working day, in minutes.
  var shiftMinutes: Int32
  /// Factor on what talks yield in knowledge; mean 1.
  var skill: Double
  /// How the worker's skill lies to the mean, in standard deviations.
  var skillDeviation: Double
  /// How the worker's registration discipline lies to the mean, in standard deviations.
  var disciplineDeviation: Double
  /// What the worker bears against the mean, as a factor on the backlog that is called high pressure.
  var pressureFactor: Double
  /// How the caseload that the worker calls too large lies to the mean, in standard deviations.
  var ownNormDeviation: Double
  /// How the worker's discretion lies to the mean, in standard deviations.
  var discretionDeviation = 0.0
  /// How often the clock of the departure has been set; keys its draws, and goes with its event as stamp.
  var departureNumber: UInt32 = 0
  /// How often the clock of swaps has been set; keys its draws, and goes with its event as stamp.
  var swapNumber: UInt32 = 0
  /// The minute that the present gap between swaps was drawn up to; a swap takes place at the midnight after it.
  var swapDrawnAt: Int32 = 0
  /// Another for whoever has left than for who works here; goes with the starts of working days as stamp.
  var shiftNumber: UInt32 = 0
  /// What the worker is doing.
  var activity: WorkerActivity = .off
  /// The worker's one pending event while at work.
  var wake = EventTicket.none
  /// The task in hand; -1 when none.
  var currentTask: Int32 = -1
  /// The client in hand; -1 when none.
  var currentClient: Int32 = -1
  /// Length of the talk in hand without preparation, in minutes.
  var currentTalk: Float = 0
  /// The mode of the contact in hand.
  var currentMode: ContactModeKind = .faceToFace
  /// Minute at which the present stretch of work began.
  var stretchStart: Int32 = 0
  /// Working minutes of the present stretch that are not booked yet.
  var stretchMinutes: Int32 = 0
  /// Minute at which the present stretch ends.
  var stretchEnd: Int32 = 0
  /// Minutes of the present stretch that lie before today and are booked.
  var stretchCarried: Int32 = 0
  /// What the present stretch does of the task in hand, in minutes of an experienced worker.
  var stretchContent: Double = 0
  /// Minute at which today's shift ends.
  var shiftEnd: Int32 = 0
  /// Work in the queue, in minutes of an experienced worker.
  var queuedMinutes: Double = 0
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
  /// Chance below which the next spell comes only under high pressure, 0…1; not above 0 once it has been
  /// judged.
  var sicknessChance: Float = 0
  /// Whether the worker was under high pressure at the start of the last day in office; kept while pressure
  /// has effects.
  var isUnderHighPressure = false
  /// Minutes in office, overtime included.
  var minutesPresent: Int = 0
  /// Minutes worked.
  var minutesWorked: Int = 0
  /// Minute of the last swap with a colleague.
  var lastSwap: Int32 = SimulationClock.past
  /// Number of changes of hands that brought clients to this worker by a swap.
  var swaps: Int = 0
}
