/// What becomes of a task at the end of a shift.
enum TaskAtShiftEnd {
  /// It is finished in overtime.
  case finished
  /// It is laid down, and taken up again on the next working day.
  case continued
}

/// What becomes of a task when the worker is ill; sickness begins at the start of a working day.
enum TaskAtSickness {
  /// It waits for the worker.
  case waits
}

/// What becomes of a task when the worker leaves, or when its client changes hands.
enum TaskAtDeparture {
  /// It goes to the client's new worker.
  case followsClient
  /// It goes to a colleague.
  case goesToColleague
  /// It lapses with the worker, or with the worker's notes.
  case lapses
}

/// All that is particular to a kind of task.
struct TaskRules {
  /// At the end of a shift.
  var atShiftEnd: TaskAtShiftEnd
  /// At sickness of the worker.
  var atSickness: TaskAtSickness = .waits
  /// At departure of the worker, and when the client changes hands.
  var atDeparture: TaskAtDeparture
  /// What the time goes to.
  var use: TimeUse
  /// Whether the minutes are a claim on time in office, whatever the worker's speed, and no amount of
  /// work.
  var isClaimOnTime = false
  /// The share of such tasks that a role takes off the caseworkers; `nil` when none can.
  var taken: (@Sendable (StaffRole) -> Double)?
}

/// The kinds of work in a worker's queue, in order of priority: a lower number goes first.
///
/// Appointments are no tasks: they are finished in overtime; at sickness they are cancelled and the
/// client returns to the list; at departure the client's new worker makes a new appointment.
public enum TaskKind: UInt8, CaseIterable, Sendable {
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

  /// What the time goes to.
  public var use: TimeUse { rules.use }

  /// The name in files.
  public var id: String {
    switch self {
    case .request: "request"
    case .matching: "matching"
    case .trajectoryRequest: "trajectoryRequest"
    case .assessment: "assessment"
    case .followUp: "followUp"
    case .email: "email"
    case .groupSession: "groupSession"
    case .handover: "handover"
    case .aftercare: "aftercare"
    case .sideTask: "sideTask"
    case .administration: "administration"
    case .enforcement: "enforcement"
    case .fileReview: "fileReview"
    case .registration: "registration"
    }
  }

  /// What the kind is called in a diary, in both languages.
  package var words: (english: String, dutch: String) {
    switch self {
    case .request: ("a client's question", "vraag van een klant")
    case .matching: ("a match with a vacancy", "match met een vacature")
    case .trajectoryRequest: ("the request for an instrument", "aanvraag van een instrument")
    case .assessment: ("an assessment", "diagnose")
    case .followUp: ("a talk on progress", "voortgangsgesprek")
    case .email: ("a letter or e-mail", "brief of e-mail")
    case .groupSession: ("a group session", "groepsbijeenkomst")
    case .handover: ("taking over a client", "overdracht")
    case .aftercare: ("aftercare", "nazorg")
    case .sideTask: ("meetings and side tasks", "overleg en nevenwerk")
    case .administration: ("administration", "administratie")
    case .enforcement: ("a check of the benefit", "controle van de uitkering")
    case .fileReview: ("a review of a file", "dossier doornemen")
    case .registration: ("registration of a contact", "registratie van een contact")
    }
  }

  /// Number of kinds.
  static let count = 14

  /// What is particular to the kind.
  var rules: TaskRules {
    @inline(__always) get {
      switch self {
      case .request:
        TaskRules(
          atShiftEnd: .finished, atDeparture: .followsClient, use: .contact,
          taken: { $0.requestsTaken })
      case .matching:
        TaskRules(
          atShiftEnd: .continued, atDeparture: .followsClient, use: .other,
          taken: { $0.matchingTaken })
      case .trajectoryRequest:
        TaskRules(
          atShiftEnd: .continued, atDeparture: .followsClient, use: .other,
          taken: { $0.trajectoryRequestsTaken })
      case .assessment:
        TaskRules(
          atShiftEnd: .continued, atDeparture: .followsClient, use: .other,
          taken: { $0.assessmentsTaken })
      case .followUp:
        TaskRules(atShiftEnd: .continued, atDeparture: .followsClient, use: .contact)
      case .email:
        TaskRules(
          atShiftEnd: .finished, atDeparture: .lapses, use: .contact, taken: { $0.emailsTaken })
      case .groupSession:
        TaskRules(atShiftEnd: .finished, atDeparture: .lapses, use: .contact)
      case .handover: TaskRules(atShiftEnd: .continued, atDeparture: .lapses, use: .other)
      case .aftercare:
        TaskRules(atShiftEnd: .continued, atDeparture: .goesToColleague, use: .contact)
      case .sideTask:
        TaskRules(
          atShiftEnd: .continued, atDeparture: .lapses, use: .other, isClaimOnTime: true)
      case .administration:
        TaskRules(
          atShiftEnd: .continued, atDeparture: .lapses, use: .administration, isClaimOnTime: true,
          taken: { $0.administrationTaken })
      case .enforcement:
        TaskRules(
          atShiftEnd: .continued, atDeparture: .followsClient, use: .other,
          taken: { $0.enforcementTaken })
      case .fileReview:
        TaskRules(atShiftEnd: .continued, atDeparture: .followsClient, use: .other)
      case .registration:
        TaskRules(
          atShiftEnd: .continued, atDeparture: .lapses, use: .administration,
          taken: { $0.registrationTaken })
      }
    }
  }

  /// Whether the task goes to the client's new worker when the client changes hands.
  @inline(__always) var followsClient: Bool { rules.atDeparture == .followsClient }

  /// Whether the task is a planned contact by another way than an appointment.
  @inline(__always) var isPlannedContact: Bool { self == .email || self == .groupSession }
}
