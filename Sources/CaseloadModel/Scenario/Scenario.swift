import SimulationKernel

/// Everything that one run depends on, with every default filled in.
///
/// A plain value: the scenario file format fills it, the model reads it. Rates are per calendar year,
/// shares lie in 0…1, and the unit of every other number is part of its name. Meaning, range, default
/// and source of each parameter stand in one table, `ScenarioFormat.parameterTable`.
public struct Scenario: Sendable, Equatable {
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
  /// Prices.
  public var costs = CostSettings()

  /// Makes the default scenario: an average Dutch municipality.
  public init() {}
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

  /// Makes the default settings.
  public init() {}
}

/// Demand for labour.
public struct LabourMarketSettings: Sendable, Equatable {
  /// Factor on all exits to work; 1 is the labour market of the calibration years.
  public var demandIndex: Double = 1

  /// Makes the default settings.
  public init() {}
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
