/// A group of clients by true distance to work, for example work, development and care clients.
public struct ClientGroup: Sendable, Equatable {
  /// The name by which other sections refer to the group.
  public var name: String
  /// Lowest readiness of the group; the group reaches up to the next one's lowest readiness.
  public var readinessFrom: Double
  /// Share of the initial stock.
  public var stockShare: Double
  /// Share of new applicants.
  public var inflowShare: Double

  /// Makes a group.
  public init(
    name: String = "", readinessFrom: Double = 0, stockShare: Double = 0, inflowShare: Double = 0
  ) {
    self.name = name
    self.readinessFrom = readinessFrom
    self.stockShare = stockShare
    self.inflowShare = inflowShare
  }
}

/// Who is in stock at the start, and how clients differ.
public struct PopulationSettings: Sendable, Equatable {
  /// Persons in stock at the start.
  public var clients: Int = 3_000
  /// Groups in order of rising readiness.
  public var groups: [ClientGroup] = [
    ClientGroup(name: "care", readinessFrom: 0, stockShare: 0.40, inflowShare: 0.22),
    ClientGroup(name: "development", readinessFrom: 0.40, stockShare: 0.36, inflowShare: 0.38),
    ClientGroup(name: "work", readinessFrom: 0.70, stockShare: 0.24, inflowShare: 0.40),
  ]
  /// Mean time on benefit of the initial stock, in years.
  public var initialDurationYears: Double = 4.5
  /// Coefficient of variation of the personal exit factor (mean 1, gamma, cut at 4).
  public var exitHeterogeneity: Double = 0.7
  /// Mean motivation of clients.
  public var motivationMean: Double = 0.6
  /// Standard deviation of motivation between clients.
  public var motivationSpread: Double = 0.2
  /// Standard deviation of one spontaneous change of readiness.
  public var readinessChangeSpread: Double = 0.10
  /// Loss of readiness at a spontaneous change when the client has been unattended.
  public var readinessDriftUnattended: Double = 0.03
  /// Pull of readiness back to the client's own level at a spontaneous change.
  public var readinessReversion: Double = 0.3
  /// Days without two-way contact after which a client counts as unattended.
  public var unattendedAfterDays: Double = 182
  /// Gain in readiness at a completed planned contact.
  public var readinessGainPerContact: Double = 0.006
  /// Share of clients aged 55 or more in the stock.
  public var olderShare: Double = 0.44

  /// Makes the default settings.
  public init() {}
}

/// New applications and the gate.
public struct InflowSettings: Sendable, Equatable {
  /// Applications a year by people without a benefit history in the model.
  public var applicationsPerYear: Double = 1_050
  /// Share of applications that is granted.
  public var grantedShare: Double = 0.667
  /// Relative height of the yearly peak (in January) above the mean.
  public var seasonalAmplitude: Double = 0

  /// Makes the default settings.
  public init() {}
}
