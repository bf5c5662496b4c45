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
  /// Gain in readiness at success.
  public var readinessGain: Double
  /// Factor on exits to work while it runs.
  public var lockInFactor: Double
  /// Chance of an exit to work directly at success.
  public var placementShare: Double

  /// Makes an instrument.
  public init(
    name: String = "", fromGroup: String = "", toGroup: String = "", proposalShare: Double = 0.1,
    places: Int = 100, requestMinutes: Double = 180, priceEuro: Double = 4_000,
    waitingDays: Double = 30, durationDays: Double = 180, dropOutShare: Double = 0.25,
    successShare: Double = 0.3, readinessGain: Double = 0.1, lockInFactor: Double = 0.7,
    placementShare: Double = 0
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
    self.readinessGain = readinessGain
    self.lockInFactor = lockInFactor
    self.placementShare = placementShare
  }
}

/// Instruments that a client can be sent on.
public struct TrajectorySettings: Sendable, Equatable {
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

  /// Makes the default settings.
  public init() {}
}
