/// How one group of clients is served.
public struct ServiceNorm: Sendable, Equatable {
  /// The group, by name.
  public var group: String
  /// Days between contacts that the organisation aims at.
  public var intervalDays: Double
  /// Share of contacts face to face.
  public var faceToFaceShare: Double
  /// Share of contacts by phone.
  public var phoneShare: Double
  /// Share of contacts by video; what remains goes by e-mail.
  public var videoShare: Double
  /// Share of contacts in a group.
  public var groupShare: Double
  /// Share of the group that the rest policy leaves alone.
  public var restShare: Double
  /// Hours a year per client, by which a norm-hours rule sets the number of caseworkers.
  public var normHoursPerYear: Double

  /// Makes a norm.
  public init(
    group: String = "", intervalDays: Double = 120, faceToFaceShare: Double = 0.6,
    phoneShare: Double = 0.3, videoShare: Double = 0, groupShare: Double = 0,
    restShare: Double = 0, normHoursPerYear: Double = 6
  ) {
    self.group = group
    self.intervalDays = intervalDays
    self.faceToFaceShare = faceToFaceShare
    self.phoneShare = phoneShare
    self.videoShare = videoShare
    self.groupShare = groupShare
    self.restShare = restShare
    self.normHoursPerYear = normHoursPerYear
  }

  /// The share of planned contacts by a mode, 0…1; what no other mode takes goes by e-mail.
  package func share(of mode: ContactModeKind) -> Double {
    switch mode {
    case .faceToFace: faceToFaceShare
    case .phone: phoneShare
    case .video: videoShare
    case .group: groupShare
    case .email: max(0, 1 - faceToFaceShare - phoneShare - videoShare - groupShare)
    }
  }
}

/// Length and yield of one mode of contact.
public struct ContactMode: Sendable, Equatable {
  /// Mean length of the contact itself, in minutes.
  public var minutes: Double
  /// Chance that the contact brings an attribute up to date.
  public var information: Double
  /// What it adds to a client's attention, against as long a talk in one room.
  public var attention: Double

  /// Makes a mode.
  public init(minutes: Double = 60, information: Double = 1, attention: Double = 1) {
    self.minutes = minutes
    self.information = information
    self.attention = attention
  }
}

/// The rest policy: part of the clients is deliberately left alone.
public struct RestPolicy: Sendable, Equatable {
  /// Whether the organisation has a rest policy.
  public var enabled: Bool = true
  /// Days between contacts with a client at rest.
  public var intervalDays: Double = 912
  /// Whether everyone of 55 and over who is not in the highest group is at rest.
  public var restOlderClients: Bool = false

  /// Makes the default policy.
  public init() {}
}

/// How workers plan contacts.
public enum PlanningStyle: Int, Sendable, Equatable, CaseIterable {
  /// Every client has a date for the next contact.
  case dates
  /// The caseload is gone through every so often, and who is due by then is listed.
  case sweep
}

/// Checks whether a client still has a right to the benefit.
public struct Enforcement: Sendable, Equatable {
  /// Signals and checks per client and year.
  public var checksPerYear: Double = 0.05
  /// Minutes of one check.
  public var minutes: Double = 60
  /// Share of checks that end the benefit.
  public var exitShare: Double = 0.05

  /// Makes the default settings.
  public init() {}
}

/// Reviews of files of clients at rest.
public struct FileReview: Sendable, Equatable {
  /// Reviews per client at rest and year.
  public var perYear: Double = 0
  /// Minutes of one review.
  public var minutes: Double = 30
  /// Share of reviews that lead to a talk.
  public var talkShare: Double = 0.2

  /// Makes the default settings.
  public init() {}
}

/// Weights by which workers choose which client to invite first.
public struct PriorityWeights: Sendable, Equatable {
  /// Weight of an intake that is still to be done.
  public var intake: Double = 5
  /// Weight of believed readiness, 0…1.
  public var readiness: Double = 1
  /// Weight of motivation, 0…1.
  public var motivation: Double = 1
  /// Weight of each year that a contact is overdue.
  public var overduePerYear: Double = 1
  /// Weight of a client who asked for contact.
  public var selfReported: Double = 1
  /// Weight of each hour that a contact takes, counted against it.
  public var costPerHour: Double = 0.2
  /// Weight of a client of a campaign.
  public var campaign: Double = 2
  /// Factor on readiness and motivation by which targets for outflow steer.
  public var targetStrength: Double = 1
  /// Spread between workers of their own weights (coefficient of variation).
  public var ownSpread: Double = 0.4

  /// Makes the default weights.
  public init() {}
}

/// Contacts, modes, priorities and the rest policy.
public struct ServiceSettings: Sendable, Equatable {
  /// Contact norms per group.
  public var norms: [ServiceNorm] = [
    ServiceNorm(
      group: "care", intervalDays: 182, faceToFaceShare: 0.5, phoneShare: 0.4, restShare: 0.477),
    ServiceNorm(
      group: "development", intervalDays: 84, faceToFaceShare: 0.6, phoneShare: 0.3,
      restShare: 0.151),
    ServiceNorm(group: "work", intervalDays: 42, faceToFaceShare: 0.6, phoneShare: 0.3),
  ]
  /// The rest policy.
  public var restPolicy = RestPolicy()
  /// Weights by which the next client is chosen.
  public var priorities = PriorityWeights()
  /// A talk at the office.
  public var faceToFace = ContactMode(minutes: 75, information: 0.9)
  /// A phone call.
  public var phone = ContactMode(minutes: 30, information: 0.5, attention: 0.6)
  /// A video call.
  public var video = ContactMode(minutes: 45, information: 0.75, attention: 0.8)
  /// A letter or e-mail, which is no two-way contact.
  public var email = ContactMode(minutes: 12, information: 0.12, attention: 0)
  /// A group session; its minutes are shared by the participants, and it is no personal contact.
  public var group = ContactMode(minutes: 120, information: 0.15, attention: 0.1)
  /// Participants of a group session.
  public var groupSize: Double = 10
  /// Coefficient of variation of the length of any contact.
  public var lengthVariation: Double = 0.3
  /// Preparation and wrap-up of a planned contact, in minutes.
  public var preparationMinutes: Double = 25
  /// Minutes to register one contact.
  public var registrationMinutes: Double = 20
  /// Days between an invitation and its appointment.
  public var leadDays: Int = 10
  /// Chance that a client who was seen recently misses an appointment.
  public var noShowShare: Double = 0.10
  /// Chance that a client who has not been seen for years misses an appointment.
  public var noShowShareUnseen: Double = 0.35
  /// Years unseen after which the chance lies half-way between the two.
  public var noShowHalfYears: Double = 1
  /// Minutes of a missed appointment that are lost.
  public var noShowMinutes: Double = 15
  /// Missed appointments in a row after which the worker waits for the next norm date.
  public var noShowAttempts: Int = 3
  /// The most that `noShowAttempts` may be: they are counted in a byte.
  package static let mostNoShowAttempts = 100
  /// Chance that a benefit is ended after that many missed appointments.
  public var noShowSanctionShare: Double = 0.02
  /// Requests by a client for contact, per client and year.
  public var requestsPerYear: Double = 0.8
  /// Coefficient of variation between clients of how often they ask (mean 1, gamma).
  public var requestHeterogeneity: Double = 1.5
  /// The answer to a client's request, by phone.
  public var request = ContactMode(minutes: 15, information: 0.2, attention: 0.6)
  /// Months that agreements made with a client stay current.
  public var agreementMonths: Double = 6
  /// Share of completed contacts at which agreements are made.
  public var agreementShare: Double = 0.85
  /// Working days of backlog above which face-to-face contacts become calls.
  public var substitutionBacklogDays: Double = 5
  /// Working days of backlog above which checks are dropped.
  public var enforcementBacklogDays: Double = 3
  /// How workers plan contacts.
  public var planning: PlanningStyle = .dates
  /// Days between two sweeps through a caseload.
  public var sweepDays: Int = 91
  /// Whether the end of agreements makes a contact due by itself.
  public var workItemExpiry: Bool = false
  /// Working days of work in the queue beyond which a worker plans to work off what has piled up.
  public var catchUpFromDays: Double = 0.5
  /// Working days in which a worker plans to work off what has piled up.
  public var catchUpDays: Double = 20
  /// Share of contract days that a worker expects to be present.
  public var presenceShare: Double = 0.85
  /// Administration is taken up in pieces of at least this many minutes.
  public var administrationPieceMinutes: Double = 15
  /// Checks whether a client still has a right to the benefit.
  public var enforcement = Enforcement()
  /// Reviews of files of clients at rest.
  public var fileReview = FileReview()
  /// Share of appointments announced by a call the day before.
  public var reminderShare: Double = 0
  /// Factor of such a call on the odds of missing an appointment.
  public var reminderFactor: Double = 0.4
  /// Minutes of such a call.
  public var reminderMinutes: Double = 5

  /// Makes the default settings.
  public init() {}
}
