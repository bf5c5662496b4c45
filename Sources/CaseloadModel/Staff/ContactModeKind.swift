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
  package static let ofNorms = ContactModeKind.allCases.filter { $0 != .email }

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

  /// What the mode is called in a diary.
  package var words: ContactModeWords {
    switch self {
    case .faceToFace:
      ContactModeWords(way: ("face to face", "in persoon"), contact: ("talk", "gesprek"))
    case .phone:
      ContactModeWords(way: ("by phone", "per telefoon"), contact: ("call", "belgesprek"))
    case .video:
      ContactModeWords(way: ("by video", "per video"), contact: ("video call", "beeldgesprek"))
    case .email:
      ContactModeWords(
        way: ("by letter or e-mail", "per brief of e-mail"), contact: ("letter", "brief"))
    case .group:
      ContactModeWords(
        way: ("in a group session", "in een groep"), contact: ("group session", "groepsbijeenkomst")
      )
    }
  }

  /// The kind of task that the contact is in the queue; `nil` for an appointment in the agenda.
  var task: TaskKind? {
    switch self {
    case .faceToFace, .phone, .video: nil
    case .email: .email
    case .group: .groupSession
    }
  }

  /// Whether the contact counts as two-way personal contact, which an appointment alone does.
  package var isTwoWay: Bool { task == nil }

  /// Length and yield of the mode as a scenario has them.
  package func setting(in service: ServiceSettings) -> ContactMode {
    switch self {
    case .faceToFace: service.faceToFace
    case .phone: service.phone
    case .video: service.video
    case .email: service.email
    case .group: service.group
    }
  }

  /// Minutes that a client takes of a worker, preparation and wrap-up included; those of a group session are
  /// shared by its participants.
  package func plannedMinutes(_ service: ServiceSettings) -> Double {
    let minutes = service.preparationMinutes + setting(in: service).minutes
    return self == .group ? minutes / max(1, service.groupSize) : minutes
  }

  /// What is particular to the mode under a scenario's service.
  func terms(_ service: ServiceSettings) -> ContactModeTerms {
    let setting = setting(in: service)
    return ContactModeTerms(
      minutes: setting.minutes, information: setting.information, attention: setting.attention,
      plannedMinutes: plannedMinutes(service), task: task)
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

/// What a mode of contact is called, in both languages.
package struct ContactModeWords: Sendable {
  /// How a contact takes place, in a sentence.
  package let way: (english: String, dutch: String)
  /// What a contact is called in an agenda.
  package let contact: (english: String, dutch: String)

  init(way: (String, String), contact: (String, String)) {
    self.way = (way.0, way.1)
    self.contact = (contact.0, contact.1)
  }
}

extension DiagnosisSettings {
  /// Length and yield of an intake in a mode; one by e-mail is one online.
  func intake(by mode: ContactModeKind) -> IntakeWay {
    switch mode {
    case .phone: intakePhone
    case .email: intakeOnline
    case .faceToFace, .video, .group: IntakeWay(minutes: intakeMinutes, information: 1)
    }
  }
}
