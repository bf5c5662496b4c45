/// The ways in which a worker and a client are in contact.
public enum ContactModeKind: UInt8, CaseIterable, Sendable {
  /// A talk in one room.
  case faceToFace
  /// A phone call.
  case phone
  /// A video call.
  case video
  /// A letter or e-mail.
  case email
  /// A session with other clients.
  case group

  /// The modes with a share of their own in a norm, in the order in which a draw is held against the shares;
  /// what is left goes by e-mail.
  static let ofNorms = ContactModeKind.allCases.filter { $0 != .email }

  /// The name in files.
  public var id: String {
    switch self {
    case .faceToFace: "faceToFace"
    case .phone: "phone"
    case .video: "video"
    case .email: "email"
    case .group: "group"
    }
  }

  /// What is particular to the mode under a scenario's service.
  func terms(_ service: ServiceSettings) -> ContactModeTerms {
    let preparation = service.preparationMinutes
    switch self {
    case .faceToFace: return ContactModeTerms(talk: service.faceToFace, preparation: preparation)
    case .phone: return ContactModeTerms(talk: service.phone, preparation: preparation)
    case .video: return ContactModeTerms(talk: service.video, preparation: preparation)
    case .email:
      return ContactModeTerms(
        minutes: service.email.minutes, information: service.email.information,
        attention: service.email.attention,
        plannedMinutes: preparation + service.email.minutes, task: .email)
    case .group:
      // Participants of a group session share its preparation too.
      return ContactModeTerms(
        minutes: service.group.minutes, information: service.group.information,
        attention: service.group.attention,
        plannedMinutes: (preparation + service.group.minutes) / max(1, service.groupSize),
        task: .groupSession)
    }
  }

  /// The mode of a contact that is a task in the queue; `nil` for other kinds of task.
  init?(_ task: TaskKind) {
    switch task {
    case .email: self = .email
    case .groupSession: self = .group
    default: return nil
    }
  }
}

/// Length and yield of a mode of contact.
struct ContactModeTerms {
  /// Mean length of the contact itself, in minutes.
  var minutes: Double
  /// Chance that the contact brings an attribute up to date.
  var information: Double
  /// What the contact adds to a client's attention, against as long a talk in one room.
  var attention: Double
  /// Minutes that an agenda reserves, preparation and wrap-up included.
  var plannedMinutes: Double
  /// The kind of task that the contact is in the queue; `nil` for an appointment in the agenda, which
  /// alone is two-way personal contact.
  var task: TaskKind?

  /// Whether the contact counts as two-way personal contact.
  @inline(__always) var isTwoWay: Bool { task == nil }
}

extension ContactModeTerms {
  /// A talk by appointment.
  fileprivate init(talk: ContactMode, preparation: Double) {
    self.init(
      minutes: talk.minutes, information: talk.information, attention: talk.attention,
      plannedMinutes: preparation + talk.minutes, task: nil)
  }
}
