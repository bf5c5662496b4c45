/// What an observation reads of one client in stock.
public struct ClientReading: Sendable {
  /// The minute of the observation.
  public var minute: Int
  /// The client.
  public var client: Int
  /// Which spell on benefit of the client, from 1.
  public var spell: Int
  /// The worker; 0 for nobody.
  public var worker: Int
  /// The group that the organisation believes the client to be in.
  public var believedGroup: Int
  /// The group that the client's readiness falls in.
  public var trueGroup: Int
  /// The segment.
  public var segment: Int
  /// Whole days in stock in this spell.
  public var daysInStock: Int
  /// Whole days since the last two-way personal contact, or since the start of the spell.
  public var daysUnseen: Int
  /// Whole days since the last contact through any channel, or since the start of the spell.
  public var daysWithoutAnyContact: Int
  /// Two-way contacts after the intake in this spell.
  public var contactsAfterIntake: Int
  /// Whether agreements are current.
  public var hasAgreements: Bool
  /// Whether the next contact should have taken place already.
  public var isOverdue: Bool
  /// Whether the client works part time beside the benefit.
  public var worksPartTime: Bool
  /// Whether the client has been spoken to, and what is known is current enough to rely on.
  public var isInView: Bool
  /// Whether a trajectory is asked for and has not started.
  public var waitsForTrajectory: Bool
  /// How far support has come for a need that is not met.
  public var supportGap: SupportGap
  /// The class of the hours of contact in the last year.
  public var contactHours: ContactHours
  /// What is left of the attention that talks have given, in hours.
  public var attention: Double
  /// Whether a trajectory runs.
  public var isOnTrajectory: Bool
  /// Expected validity of what is held, 0…1.
  public var currency: Double
  /// True validity of what is held, 0…1.
  public var accuracy: Double
  /// Part of the currency that only the worker's notes and memory hold.
  public var privateOnly: Double
  /// True readiness for work, 0…1.
  public var readiness: Double
}

/// What an observation reads of one worker, during the warm-up too.
public struct WorkerReading: Sendable {
  /// The minute of the observation.
  public var minute: Int
  /// The worker.
  public var worker: Int
  /// The role: 0 for caseworkers, then those of the scenario, then externals.
  public var role: Int
  /// Full-time equivalents.
  public var fte: Double
  /// Whether the worker is still employed.
  public var isEmployed: Bool
  /// Minutes in office since the start of the run, overtime included.
  public var minutesPresent: Int
  /// Whether the worker carries a caseload, and so counts in metrics of workers.
  public var carriesCaseload: Bool
  /// Clients.
  public var clients: Int
  /// Clients per full-time equivalent.
  public var load: Double
  /// Time that the waiting work takes, in the worker's own working days.
  public var backlogDays: Double
  /// The part of it that the worker means to get to, in the worker's own working days.
  public var attemptedDays: Double
  /// How much more backlog than the mean worker this one bears, as a factor.
  public var pressureFactor: Double
  /// Whether the backlog reaches the worker's own threshold for high pressure.
  public var isUnderHighPressure: Bool
  /// Whether the load exceeds the worker's own norm.
  public var hasTooLargeCaseload: Bool
  /// Whether the worker exchanged clients with a colleague in the last year.
  public var hasSwappedWithinAYear: Bool
  /// Whether some kind of due work was dropped or came too late in the period.
  public var fallsShort: Bool
}

/// The sums of one period for one part of the stock.
public struct PeriodReading: Sendable {
  /// The minute at which the period ends.
  public var minute: Int
  /// The part of the stock: 0 for all clients, then groups, then segments when there are several.
  public var cell: Int
  /// The sums, in the order of `PeriodReading.names`.
  public var sums: [Double]

  /// What the sums are of.
  public static var names: [String] { Tally.allCases.map { $0.name } }
}
