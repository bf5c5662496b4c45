/// Workers, hours, absence and turnover.
public struct StaffingSettings: Sendable, Equatable {
  /// Caseworkers, in full-time equivalents.
  public var fte: Double = 25
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
  /// Workers who leave, per worker and year.
  public var turnoverPerYear: Double = 0.10
  /// Days until a worker who left is replaced.
  public var hiringDelayDays: Double = 60
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
  public var pressureHighFromDays: Double = 5
  /// Coefficient of variation of that backlog between workers.
  public var pressureHighVariation: Double = 0.6

  /// Makes the default settings.
  public init() {}
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

  /// Makes the default settings.
  public init() {}
}
