import SimulationKernel

/// Everything that one run depends on, with every default filled in.
///
/// A plain value: the scenario file format fills it, the model reads it. Rates are per calendar year,
/// shares lie in 0…1, and the unit of every other number is part of its name. Meaning, range, default
/// and source of each parameter stand in one table, `ParameterTable` of `ScenarioFormat`.
public struct Scenario: Sendable, Equatable {
  /// Most elements that a list can have: groups, segments and attributes are bits of one word, or parts
  /// of the number that keys a stream, and others are counted in a byte.
  public static let mostElements = 64
  /// A short name that also names the result folder.
  public var name: String = "scenario"
  /// What the scenario stands for, in a sentence or two.
  public var description: String = ""
  /// Evidence ids or literature that the scenario rests on.
  public var sources: [String] = []
  /// Start, warm-up and length of the run.
  public var time = TimeSettings()
  /// Number of independent replications.
  public var replications: Int = 30
  /// The seed of all random numbers.
  public var seed: UInt64 = 1
  /// Who is in stock at the start, and how clients differ.
  public var population = PopulationSettings()
  /// New applications and the gate.
  public var inflow = InflowSettings()
  /// What the organisation learns at intake.
  public var diagnosis = DiagnosisSettings()
  /// What is known of a client, and how it goes out of date.
  public var knowledge = KnowledgeSettings()
  /// Workers, hours, absence and turnover.
  public var staffing = StaffingSettings()
  /// Assignment of clients to workers.
  public var caseload = CaseloadSettings()
  /// Contacts, modes, priorities and the rest policy.
  public var service = ServiceSettings()
  /// Instruments that a client can be sent on.
  public var trajectories = TrajectorySettings()
  /// Demand for labour.
  public var labourMarket = LabourMarketSettings()
  /// Exits by reason, and relapse.
  public var outflow = OutflowSettings()
  /// Dated changes and campaigns.
  public var interventions = InterventionSettings()
  /// Prices.
  public var costs = CostSettings()
  /// Own figures that a fit is to reproduce; a run does not look at them.
  public var targets: [FitTarget] = []
  /// What the result holds; it changes no number.
  public var outputs = OutputSettings()

  /// Makes the default scenario: an average Dutch municipality.
  public init() {}

  /// Names of the parts for which metrics are kept beside the whole, in the order of their columns.
  public var metricGroupNames: [String] { metricParts.names }
}

/// Start, warm-up and length of a run.
public struct TimeSettings: Sendable, Equatable {
  /// The first simulated day.
  public var start: CivilDate = CivilDate(dayNumber: 14_610)
  /// Calendar months before observation begins.
  public var warmUpMonths: Int = 24
  /// Calendar months of observation, after the warm-up.
  public var durationMonths: Int = 60
  /// Calendar months between two observations of the stock.
  public var observationMonths: Int = 1
  /// In which years Liberation Day, 5 May, is a free day.
  public var liberationDay: LiberationDay = .everyFifthYear
  /// When the office is open on a working day.
  public var office = OfficeHours()
  /// Days on which the office is closed beside weekends and public holidays.
  public var closedDays: [ClosedDay] = []

  /// Makes the default settings.
  public init() {}

  /// The days between the end of the warm-up and the end of the run, counted from the start.
  public var windowDays: Range<Int> {
    let days = ObservationDays(self)
    return days.warmUpEnd..<days.end
  }
}

/// The hours in which the office is open, from Monday to Friday: two stretches with a break between them.
public struct OfficeHours: Sendable, Equatable {
  /// The hour of the day at which the office opens.
  public var opensAtHour: Double = 8.5
  /// Hours of work before the break.
  public var hoursBeforeBreak: Double = 4
  /// Hours of the break.
  public var breakHours: Double = 0.5
  /// Hours of work after the break.
  public var hoursAfterBreak: Double = 4

  /// Makes the default hours: 08:30 to 12:30 and 13:00 to 17:00.
  public init() {}

  /// Hours of work on an open day.
  public var hoursPerDay: Double { hoursBeforeBreak + hoursAfterBreak }

  /// Hours of work in a week without holidays.
  public var hoursPerWeek: Double { hoursPerDay * SimulationClock.workingDaysPerWeek }

  /// The stretches of a week, in whole minutes.
  var openingHours: OpeningHours {
    let minute = { (hour: Double) in Int((hour * 60).rounded()) }
    let opens = minute(opensAtHour)
    let breakFrom = opens + max(1, minute(hoursBeforeBreak))
    let breakUntil = breakFrom + minute(breakHours)
    let closes = breakUntil + max(1, minute(hoursAfterBreak))
    let day = [
      OpeningHours.Stretch(start: opens, end: breakFrom),
      OpeningHours.Stretch(start: breakUntil, end: closes),
    ]
    return OpeningHours(weekdays: [day, day, day, day, day, [], []])
  }
}

/// A day on which the office is closed: a local feast, a bridging day.
public struct ClosedDay: Sendable, Equatable {
  /// The name of the day.
  public var name: String
  /// The day.
  public var date: CivilDate

  /// Makes a closed day.
  public init(name: String = "", date: CivilDate = CivilDate(dayNumber: 14_610)) {
    self.name = name
    self.date = date
  }
}

/// Demand for labour.
public struct LabourMarketSettings: Sendable, Equatable {
  /// Factor on all exits to work; 1 is the labour market of the calibration years.
  public var demandIndex: Double = 1
  /// Height of the business cycle above the mean, as a share of demand.
  public var cycleAmplitude: Double = 0
  /// Length of the business cycle, in years.
  public var cycleYears: Double = 8
  /// The clients' share of all who search for the same work; 0 means that nobody takes another's vacancy.
  public var rivalryShare: Double = 0.3
  /// Days between two measurements of how much more the clients look for work than without help.
  public var rivalryDays: Int = 28
  /// Streams of vacancies that clients are matched with.
  public var vacancies: [VacancyStream] = []

  /// Makes the default settings.
  public init() {}
}

/// Vacancies of one kind and source: an employer desk, an own network, guarantee jobs.
public struct VacancyStream: Sendable, Equatable {
  /// The name of the stream.
  public var name: String
  /// Vacancies a year.
  public var perYear: Double
  /// Lowest believed group that is considered, by name.
  public var fromGroup: String
  /// Highest believed group that is considered, by name.
  public var toGroup: String
  /// Whether only clients in the register of restricted jobs are considered.
  public var registerOnly: Bool
  /// Clients considered for one vacancy.
  public var candidates: Int
  /// Minutes of work per client considered.
  public var matchMinutes: Double
  /// Days for which the vacancy is held.
  public var holdingDays: Double
  /// Days for which no other agency may fill it.
  public var headStartDays: Double
  /// Rate per day at which others fill it after that.
  public var competitionPerDay: Double
  /// Chance that an employer takes a client who is known and fits.
  public var acceptShare: Double
  /// Factor on that chance when the client does not fit.
  public var mismatchFactor: Double
  /// Factor on the chance to return after such a placement.
  public var relapseFactor: Double
  /// Whether the placement counts as subsidised work.
  public var isSubsidised: Bool

  /// Makes a stream of vacancies.
  public init(
    name: String = "", perYear: Double = 0, fromGroup: String = "", toGroup: String = "",
    registerOnly: Bool = false, candidates: Int = 3, matchMinutes: Double = 30,
    holdingDays: Double = 14, headStartDays: Double = 3, competitionPerDay: Double = 0.1,
    acceptShare: Double = 0.3, mismatchFactor: Double = 0.1, relapseFactor: Double = 1,
    isSubsidised: Bool = false
  ) {
    self.name = name
    self.perYear = perYear
    self.fromGroup = fromGroup
    self.toGroup = toGroup
    self.registerOnly = registerOnly
    self.candidates = candidates
    self.matchMinutes = matchMinutes
    self.holdingDays = holdingDays
    self.headStartDays = headStartDays
    self.competitionPerDay = competitionPerDay
    self.acceptShare = acceptShare
    self.mismatchFactor = mismatchFactor
    self.relapseFactor = relapseFactor
    self.isSubsidised = isSubsidised
  }
}

/// Prices.
public struct CostSettings: Sendable, Equatable {
  /// One full-time caseworker, fully loaded, in euro a year.
  public var ftePerYearEuro: Double = 95_000
  /// One person's benefit, in euro a year.
  public var benefitPerYearEuro: Double = 14_200

  /// Makes the default settings.
  public init() {}
}
