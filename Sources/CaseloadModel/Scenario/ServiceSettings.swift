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
  /// Share of the group that the rest policy leaves alone.
  public var restShare: Double

  /// Makes a norm.
  public init(
    group: String = "", intervalDays: Double = 120, faceToFaceShare: Double = 0.6,
    phoneShare: Double = 0.3, videoShare: Double = 0, restShare: Double = 0
  ) {
    self.group = group
    self.intervalDays = intervalDays
    self.faceToFaceShare = faceToFaceShare
    self.phoneShare = phoneShare
    self.videoShare = videoShare
    self.restShare = restShare
  }
}

/// Length and yield of one mode of contact.
public struct ContactMode: Sendable, Equatable {
  /// Mean length of the contact itself, in minutes.
  public var minutes: Double
  /// Chance that the contact brings an attribute up to date.
  public var information: Double

  /// Makes a mode.
  public init(minutes: Double = 60, information: Double = 1) {
    self.minutes = minutes
    self.information = information
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

  /// Makes the default weights.
  public init() {}
}

/// Contacts, modes, priorities and the rest policy.
public struct ServiceSettings: Sendable, Equatable {
  /// Contact norms per group.
  public var norms: [ServiceNorm] = [
    ServiceNorm(
      group: "care", intervalDays: 182, faceToFaceShare: 0.5, phoneShare: 0.4, restShare: 0.5),
    ServiceNorm(
      group: "development", intervalDays: 84, faceToFaceShare: 0.6, phoneShare: 0.3,
      restShare: 0.15),
    ServiceNorm(group: "work", intervalDays: 42, faceToFaceShare: 0.6, phoneShare: 0.3),
  ]
  /// The rest policy.
  public var restPolicy = RestPolicy()
  /// Weights by which the next client is chosen.
  public var priorities = PriorityWeights()
  /// A talk at the office.
  public var faceToFace = ContactMode(minutes: 75, information: 0.9)
  /// A phone call.
  public var phone = ContactMode(minutes: 30, information: 0.5)
  /// A video call.
  public var video = ContactMode(minutes: 45, information: 0.75)
  /// A letter or e-mail, which is no two-way contact.
  public var email = ContactMode(minutes: 12, information: 0.12)
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
  /// Minutes of a missed appointment that are lost.
  public var noShowMinutes: Double = 15
  /// Missed appointments in a row after which the worker waits for the next norm date.
  public var noShowAttempts: Int = 3
  /// Chance that a benefit is ended after that many missed appointments.
  public var noShowSanctionShare: Double = 0.02
  /// Requests by a client for contact, per client and year.
  public var requestsPerYear: Double = 0.8
  /// Coefficient of variation between clients of how often they ask (mean 1, gamma).
  public var requestHeterogeneity: Double = 1.5
  /// The answer to a client's request, by phone.
  public var request = ContactMode(minutes: 15, information: 0.2)
  /// Months that agreements made with a client stay current.
  public var agreementMonths: Double = 6
  /// Share of completed contacts at which agreements are made.
  public var agreementShare: Double = 0.85
  /// Working days of backlog above which face-to-face contacts become calls.
  public var substitutionBacklogDays: Double = 5

  /// Makes the default settings.
  public init() {}
}
