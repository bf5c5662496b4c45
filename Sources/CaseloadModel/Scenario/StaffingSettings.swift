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

/// How workers scale what they attempt to the time that they have.
public struct Triage: Sendable, Equatable {
  /// How far workers scale the contacts that they attempt to the room of the days ahead; mean, 0…1.
  public var discretion: Double = 0.8
  /// Standard deviation of that between workers.
  public var discretionSpread: Double = 0.15
  /// Working days ahead whose room for contacts a worker looks at.
  public var roomDays: Double = 5

  /// Makes the default settings.
  public init() {}
}

/// From when due work counts as not got to.
public struct Lateness: Sendable, Equatable {
  /// Days after its date from which a planned contact counts as put off too long.
  public var contactDays: Double = 28
  /// Days from which a task counts as left too long.
  public var taskDays: Double = 14
  /// Share of the due work of a kind above which a worker does not get to that kind.
  public var share: Double = 0.1

  /// Makes the default settings.
  public init() {}
}

/// When in the year leave is taken; days beyond these weeks lie anywhere.
public struct LeavePattern: Sendable, Equatable {
  /// Weeks in a row in summer.
  public var summerWeeks: Int = 3
  /// The month from which summer leave can begin, 1 for January.
  public var summerMonth: Int = 7
  /// Weeks from the beginning of that month on over which the beginnings of summer leave are spread.
  public var summerStartWeeks: Int = 6
  /// Single weeks at any time of the year.
  public var singleWeeks: Int = 2

  /// Makes the default pattern.
  public init() {}
}

/// Workers, hours, absence and turnover.
public struct StaffingSettings: Sendable, Equatable {
  /// Whatever comes together, nobody is slower than this: a worker who takes a hundred times as long as
  /// another gets nothing done, and minutes of work stay numbers that a run can count.
  public static let lowestSpeed = 0.01
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
  /// When in the year that leave is taken.
  public var leavePattern = LeavePattern()
  /// Smallest contract that is made for a remainder of full-time equivalents, as a share of the usual one.
  public var smallestContractShare: Double = 0.25
  /// Share of working days lost to sickness.
  public var sicknessShare: Double = 0.06
  /// Sickness spells per worker and year.
  public var sicknessSpellsPerYear: Double = 1.3
  /// Coefficient of variation of the length of a sickness spell.
  public var sicknessLengthVariation: Double = 1.5
  /// Share of the appointments of an absent worker that colleagues take over.
  public var absenceTakeOverShare: Double = 0.3
  /// Share of the rest that lapses: the next contact then comes on its norm date.
  public var absenceLapseShare: Double = 0
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
  /// Standard deviation between workers of what their talks yield in knowledge (mean 1).
  public var skillSpread: Double = 0.1
  /// Standard deviation between workers of the logarithm of what their talks yield in exits and steps
  /// (mean 1).
  public var skillSpreadExits: Double = 1.3
  /// Standard deviations at which a worker's skill is cut to either side.
  public var skillCut: Double = 2
  /// Standard deviations by which all workers are more skilled.
  public var skillShift: Double = 0
  /// Mean of the backlog, in working days, from which workers call the pressure high.
  public var pressureHighFromDays: Double = 2.65
  /// Coefficient of variation of that backlog between workers.
  public var pressureHighVariation: Double = 0.6
  /// Rise of the rate of sickness spells while a worker is under high pressure, as a share of the rate.
  public var pressureEffectOnSickness: Double = 0
  /// Rise of the rate at which workers leave while under high pressure, as a share of the rate.
  public var pressureEffectOnTurnover: Double = 0
  /// How workers scale what they attempt to the time that they have.
  public var triage = Triage()
  /// From when due work counts as not got to.
  public var lateness = Lateness()

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
  /// How far workers judge their caseload by the work that its clients ask for: 0 by their number.
  public var tooLargeByWorkShare: Double = 1
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
