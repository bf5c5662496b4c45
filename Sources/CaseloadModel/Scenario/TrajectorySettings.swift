/// One instrument of the typed instrument table.
public struct Instrument: Sendable, Equatable {
  /// The name of the instrument.
  public var name: String
  /// Lowest believed group that may start it, by name.
  public var fromGroup: String
  /// Highest believed group that may start it, by name.
  public var toGroup: String
  /// Chance per completed contact that the worker proposes it to an eligible client.
  public var proposalShare: Double
  /// Clients who can be on it at the same time.
  public var places: Int
  /// Minutes of a worker's time to request it.
  public var requestMinutes: Double
  /// Price of one start, in euro.
  public var priceEuro: Double
  /// Mean days from request to start, apart from waiting for a place.
  public var waitingDays: Double
  /// Mean length, in days.
  public var durationDays: Double
  /// Share that drops out early.
  public var dropOutShare: Double
  /// Share that ends in success.
  public var successShare: Double
  /// How strongly success follows what is known at the start: relative change of `successShare` per
  /// unit of currency above the threshold of being in view.
  public var knowledgeFit: Double
  /// Gain in readiness at success.
  public var readinessGain: Double
  /// Factor on exits to work while it runs.
  public var lockInFactor: Double
  /// Chance of an exit to work directly at success.
  public var placementShare: Double
  /// Whether a placement counts as subsidised work.
  public var isSubsidised: Bool
  /// Segments that may start it; none means all.
  public var segments: [String]
  /// Whether it is open only to clients in the register of restricted instruments.
  public var registerOnly: Bool
  /// Starts per client in one spell; 0 means no limit.
  public var limitPerSpell: Int
  /// Money for it, in euro a calendar year; 0 means no limit.
  public var budgetPerYearEuro: Double
  /// Minutes of an assessment before the request.
  public var assessmentMinutes: Double
  /// Days between talks on progress while it runs; 0 means none.
  public var followUpDays: Double
  /// Minutes of one talk on progress.
  public var followUpMinutes: Double
  /// Factor on exits to work for a while after success.
  public var workFactorAfter: Double
  /// Days for which that factor holds.
  public var workFactorAfterDays: Double
  /// Factor on the chance to return after a placement.
  public var relapseFactor: Double
  /// The attribute whose barrier it takes away at success; empty for none.
  public var removesBarrier: String

  /// Makes an instrument.
  public init(
    name: String = "", fromGroup: String = "", toGroup: String = "", proposalShare: Double = 0.1,
    places: Int = 100, requestMinutes: Double = 180, priceEuro: Double = 4_000,
    waitingDays: Double = 30, durationDays: Double = 180, dropOutShare: Double = 0.25,
    successShare: Double = 0.3, knowledgeFit: Double = 0.5, readinessGain: Double = 0.1,
    lockInFactor: Double = 0.7,
    placementShare: Double = 0, isSubsidised: Bool = false, segments: [String] = [],
    registerOnly: Bool = false, limitPerSpell: Int = 0, budgetPerYearEuro: Double = 0,
    assessmentMinutes: Double = 0, followUpDays: Double = 0, followUpMinutes: Double = 20,
    workFactorAfter: Double = 1, workFactorAfterDays: Double = 365.25, relapseFactor: Double = 1,
    removesBarrier: String = ""
  ) {
    self.name = name
    self.fromGroup = fromGroup
    self.toGroup = toGroup
    self.proposalShare = proposalShare
    self.places = places
    self.requestMinutes = requestMinutes
    self.priceEuro = priceEuro
    self.waitingDays = waitingDays
    self.durationDays = durationDays
    self.dropOutShare = dropOutShare
    self.successShare = successShare
    self.knowledgeFit = knowledgeFit
    self.readinessGain = readinessGain
    self.lockInFactor = lockInFactor
    self.placementShare = placementShare
    self.isSubsidised = isSubsidised
    self.segments = segments
    self.registerOnly = registerOnly
    self.limitPerSpell = limitPerSpell
    self.budgetPerYearEuro = budgetPerYearEuro
    self.assessmentMinutes = assessmentMinutes
    self.followUpDays = followUpDays
    self.followUpMinutes = followUpMinutes
    self.workFactorAfter = workFactorAfter
    self.workFactorAfterDays = workFactorAfterDays
    self.relapseFactor = relapseFactor
    self.removesBarrier = removesBarrier
  }
}

/// Instruments that a client can be sent on.
public struct TrajectorySettings: Sendable, Equatable {
  /// Least chance that an instrument which serves a known need is proposed at a contact.
  public var offerShareForNeed: Double = 0
  /// The instrument table.
  public var instruments: [Instrument] = [
    Instrument(
      name: "reintegrationTrajectory", fromGroup: "development", toGroup: "work",
      proposalShare: 0.08, places: 150, requestMinutes: 180, priceEuro: 4_000, waitingDays: 30,
      durationDays: 240, dropOutShare: 0.25, successShare: 0.30, readinessGain: 0.12,
      lockInFactor: 0.7, placementShare: 0.35),
    Instrument(
      name: "socialActivation", fromGroup: "care", toGroup: "development",
      proposalShare: 0.08, places: 200, requestMinutes: 90, priceEuro: 1_500, waitingDays: 30,
      durationDays: 300, dropOutShare: 0.3, successShare: 0.35, readinessGain: 0.10,
      lockInFactor: 0.9, placementShare: 0),
  ]

  /// Coefficient of variation of the length of a trajectory.
  public var lengthVariation: Double = 0.3

  /// Makes the default settings.
  public init() {}
}
