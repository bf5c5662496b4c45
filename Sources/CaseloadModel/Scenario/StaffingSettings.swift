/// How the number of caseworkers follows.
public enum StaffingRule: Int, Sendable, Equatable, CaseIterable {
  /// From `fte`.
  case fte
  /// From a budget: as many as the money pays for.
  case budget
  /// From norm hours per client of each group, every year anew from the stock.
  case normHours
  /// From `caseload.normPerFte`: clients per full-time equivalent, every year anew from the stock.
  case caseloadNorm
}

/// Staff beside the caseworkers: labour experts, support, process supervisors, jobhunters, externals.
///
/// A role takes shares of kinds of work off the caseworkers, carries clients of its own, or both.
public struct StaffRole: Sendable, Equatable {
  /// The name of the role.
  public var name: String
  /// Full-time equivalents.
  public var fte: Double
  /// Price of one full-time equivalent, in euro a year.
  public var ftePerYearEuro: Double
  /// Share of time in office that administration claims.
  public var administrationShare: Double
  /// Share of time in office that coordination and side tasks claim.
  public var sideTaskShare: Double
  /// Whether the role has clients of its own.
  public var carriesCaseload: Bool
  /// Segments whose clients the role carries; none means all.
  public var segments: [String]
  /// Groups whose clients the role carries; none means all.
  public var groups: [String]
  /// Whether the role carries only clients whom the rest policy leaves alone.
  public var restOnly: Bool
  /// Share of those clients that the role carries; the rest goes to the caseworkers.
  public var clientShare: Double
  /// Share of caseworkers' general administration that the role takes over.
  public var administrationTaken: Double
  /// Share of registrations that the role takes over.
  public var registrationTaken: Double
  /// Share of clients' requests that the role answers.
  public var requestsTaken: Double
  /// Share of letters and e-mails that the role sends.
  public var emailsTaken: Double
  /// Share of requests for instruments that the role writes.
  public var trajectoryRequestsTaken: Double
  /// Share of assessments that the role makes.
  public var assessmentsTaken: Double
  /// Share of matching that the role does.
  public var matchingTaken: Double
  /// Share of enforcement that the role does.
  public var enforcementTaken: Double

  /// Makes a role.
  public init(
    name: String = "", fte: Double = 1, ftePerYearEuro: Double = 75_000,
    administrationShare: Double = 0.2, sideTaskShare: Double = 0.1, carriesCaseload: Bool = false,
    segments: [String] = [], groups: [String] = [], restOnly: Bool = false,
    clientShare: Double = 1,
    administrationTaken: Double = 0, registrationTaken: Double = 0, requestsTaken: Double = 0,
    emailsTaken: Double = 0, trajectoryRequestsTaken: Double = 0, assessmentsTaken: Double = 0,
    matchingTaken: Double = 0, enforcementTaken: Double = 0
  ) {
    self.name = name
    self.fte = fte
    self.ftePerYearEuro = ftePerYearEuro
    self.administrationShare = administrationShare
    self.sideTaskShare = sideTaskShare
    self.carriesCaseload = carriesCaseload
    self.segments = segments
    self.groups = groups
    self.restOnly = restOnly
    self.clientShare = clientShare
    self.administrationTaken = administrationTaken
    self.registrationTaken = registrationTaken
    self.requestsTaken = requestsTaken
    self.emailsTaken = emailsTaken
    self.trajectoryRequestsTaken = trajectoryRequestsTaken
    self.assessmentsTaken = assessmentsTaken
    self.matchingTaken = matchingTaken
    self.enforcementTaken = enforcementTaken
  }
}

/// Workers, hours, absence and turnover.
public struct StaffingSettings: Sendable, Equatable {
  /// Caseworkers, in full-time equivalents.
  public var fte: Double = 25
  /// How the number of caseworkers follows.
  public var rule: StaffingRule = .fte
  /// Money for caseworkers, in euro a year, when a budget sets their number.
  public var budgetPerYearEuro: Double = 2_375_000
  /// Staff beside the caseworkers.
  public var roles: [StaffRole] = []
  /// Hours a week of one full-time equivalent.
  public var fullTimeHoursPerWeek: Double = 36
  /// Contract hours a week of one worker.
  public var contractHoursPerWeek: Double = 36
  /// Leave, training and other planned absence, in days a year of a full-time worker.
  public var leaveDaysPerYear: Double = 45
  /// Share of working days lost to sickness.
  public var sicknessShare: Double = 0.06
  /// Sickness spells per worker and year.
  public var sicknessSpellsPerYear: Double = 1.3
  /// Coefficient of variation of the length of a sickness spell.
  public var sicknessLengthVariation: Double = 1.5
  /// Workers who leave, per worker and year.
  public var turnoverPerYear: Double = 0.10
  /// Days until a worker who left is replaced.
  public var hiringDelayDays: Double = 60
  /// Months until a new worker is as fast as the others.
  public var learningMonths: Double = 6
  /// Speed of a worker on the first day, as a share of that of an experienced one.
  public var learningStartSpeed: Double = 0.7
  /// Moments a year at which a worker swaps part of the caseload with a colleague.
  public var swapsPerYear: Double = 0.35
  /// Part of the caseload that changes hands at a swap.
  public var swapShare: Double = 0.2
  /// Share of time in office that administration claims, registration included.
  public var administrationShare: Double = 0.36
  /// Share of time in office that coordination and side tasks claim.
  public var sideTaskShare: Double = 0.20
  /// Standard deviation of skill between workers (mean 1).
  public var skillSpread: Double = 0.1
  /// Mean of the backlog, in working days, from which workers call the pressure high.
  public var pressureHighFromDays: Double = 2.57
  /// Coefficient of variation of that backlog between workers.
  public var pressureHighVariation: Double = 0.6

  /// Makes the default settings.
  public init() {}
}

/// How caseworkers divide kinds of clients among them.
public enum Specialisation: Int, Sendable, Equatable, CaseIterable {
  /// Everybody serves everybody.
  case generalist
  /// By segment.
  case segment
  /// By believed group; a client who moves to another group changes worker.
  case group
}

/// Assignment of clients to workers.
public struct CaseloadSettings: Sendable, Equatable {
  /// Clients per full-time equivalent that the organisation regards as normal.
  public var normPerFte: Double = 120
  /// Most clients per full-time equivalent; above it new clients wait for a worker (0: no cap).
  public var capPerFte: Double = 0
  /// Mean of the caseload per full-time equivalent that workers themselves call too large.
  public var tooLargeFrom: Double = 75
  /// Standard deviation of that caseload between workers.
  public var tooLargeSpread: Double = 10
  /// Workers per team that share a caseload; 1 means individual caseloads.
  public var teamSize: Int = 1
  /// Chance that a privately held item is known to a colleague of the team.
  public var teamKnowledgeShare: Double = 0.5
  /// How caseworkers divide kinds of clients among them.
  public var specialisation: Specialisation = .generalist
  /// Factor on the yield of a talk by a specialist.
  public var specialistYield: Double = 1.1

  /// Makes the default settings.
  public init() {}
}
