import SimulationKernel

/// What happens on a date: changes of parameters, campaigns, reorganisations, migrations.
public struct InterventionSettings: Sendable, Equatable {
  /// Dated changes of other parameters.
  public var changes: [DatedChange] = []
  /// Campaigns that call in clients who have not been seen for long.
  public var campaigns: [Campaign] = []
  /// Reorganisations in which part of the clients changes hands.
  public var reorganisations: [Reorganisation] = []
  /// Migrations to another registration system.
  public var migrations: [Migration] = []
  /// One-off classifications of the stock.
  public var classifications: [Classification] = []

  /// Makes settings without interventions.
  public init() {}

  /// The dated changes in the order in which they come: by date, and within a day as they are written.
  package var inOrderOfDate: [DatedChange] {
    changes.indices.sorted { lower, upper in
      (changes[lower].date.dayNumber, lower) < (changes[upper].date.dayNumber, upper)
    }.map { changes[$0] }
  }
}

/// A change of parameters from a date on.
public struct DatedChange: Sendable, Equatable {
  /// The name of the change.
  public var name: String
  /// The day from whose first minute the new values hold.
  public var date: CivilDate
  /// The values, by key path.
  public var set: [ParameterValue]
  /// The whole scenario as it holds from the date on, without interventions of its own.
  ///
  /// Worked out from `set` and earlier changes when the scenario is read; one element, or none before.
  public var result: [Scenario] = []

  /// Makes a change.
  public init(
    name: String = "", date: CivilDate = CivilDate(dayNumber: 14_610), set: [ParameterValue] = []
  ) {
    self.name = name
    self.date = date
    self.set = set
  }
}

/// A key path with the value to set, as JSON text.
public struct ParameterValue: Sendable, Equatable {
  /// The key path, for example `staffing.fte`.
  public var path: String
  /// The value as JSON text.
  public var json: String

  /// Makes a value.
  public init(path: String, json: String) {
    self.path = path
    self.json = json
  }
}

/// A campaign that calls in clients who have not been seen for long.
public struct Campaign: Sendable, Equatable {
  /// The name of the campaign.
  public var name: String
  /// Its first day.
  public var date: CivilDate
  /// Days over which the talks are spread.
  public var durationDays: Double
  /// Clients unseen for at least this many days are called in.
  public var unseenDays: Double
  /// Lowest believed group that is called in, by name; empty means all.
  public var fromGroup: String
  /// Highest believed group that is called in, by name; empty means all.
  public var toGroup: String
  /// Segments whose clients are called in; none means all.
  public var segments: [String]
  /// Share of those in scope who refuse to come.
  public var refusalShare: Double
  /// Days after which the lists are drawn up anew, for those who have come into the scope since.
  public var roundDays: Int
  /// External people who hold the talks, in full-time equivalents; 0 means the own workers do.
  public var externalFte: Double
  /// Price of one external full-time equivalent, in euro a year.
  public var externalFteEuro: Double
  /// Chance that what an external learns reaches the own register.
  public var transferShare: Double
  /// Factor on the odds of missing an appointment: a friendly letter and a call the day before.
  public var noShowFactor: Double
  /// Days between contacts with called-in clients afterwards; 0 means as the norm says.
  public var followUpDays: Double

  /// Makes a campaign.
  public init(
    name: String = "", date: CivilDate = CivilDate(dayNumber: 14_610), durationDays: Double = 365,
    unseenDays: Double = 182, fromGroup: String = "", toGroup: String = "",
    segments: [String] = [], refusalShare: Double = 0, roundDays: Int = 7, externalFte: Double = 0,
    externalFteEuro: Double = 110_000, transferShare: Double = 0.8, noShowFactor: Double = 0.3,
    followUpDays: Double = 0
  ) {
    self.name = name
    self.date = date
    self.durationDays = durationDays
    self.unseenDays = unseenDays
    self.fromGroup = fromGroup
    self.toGroup = toGroup
    self.segments = segments
    self.refusalShare = refusalShare
    self.roundDays = roundDays
    self.externalFte = externalFte
    self.externalFteEuro = externalFteEuro
    self.transferShare = transferShare
    self.noShowFactor = noShowFactor
    self.followUpDays = followUpDays
  }
}

/// A reorganisation in which part of the clients changes hands and workers learn new tasks.
public struct Reorganisation: Sendable, Equatable {
  /// The name of the reorganisation.
  public var name: String
  /// The day on which it takes place.
  public var date: CivilDate
  /// Share of clients who get another worker.
  public var clientShare: Double
  /// Days in which workers are slower.
  public var learningDays: Double
  /// Speed of workers in that time.
  public var learningSpeed: Double

  /// Makes a reorganisation.
  public init(
    name: String = "", date: CivilDate = CivilDate(dayNumber: 14_610), clientShare: Double = 0.5,
    learningDays: Double = 91, learningSpeed: Double = 0.85
  ) {
    self.name = name
    self.date = date
    self.clientShare = clientShare
    self.learningDays = learningDays
    self.learningSpeed = learningSpeed
  }
}

/// A migration to another registration system.
public struct Migration: Sendable, Equatable {
  /// The name of the migration.
  public var name: String
  /// The day on which it takes place.
  public var date: CivilDate
  /// Chance that a registered item is lost.
  public var lossShare: Double
  /// Minutes per client that workers spend on retyping and repair.
  public var minutesPerClient: Double

  /// Makes a migration.
  public init(
    name: String = "", date: CivilDate = CivilDate(dayNumber: 14_610), lossShare: Double = 0.2,
    minutesPerClient: Double = 5
  ) {
    self.name = name
    self.date = date
    self.lossShare = lossShare
    self.minutesPerClient = minutesPerClient
  }
}

/// A one-off classification of the whole stock from files or short talks.
public struct Classification: Sendable, Equatable {
  /// The name of the classification.
  public var name: String
  /// The day on which it takes place.
  public var date: CivilDate
  /// Share of clients who are classified.
  public var share: Double
  /// Chance that the class found is the true one.
  public var accuracy: Double
  /// Minutes per client.
  public var minutesPerClient: Double

  /// Makes a classification.
  public init(
    name: String = "", date: CivilDate = CivilDate(dayNumber: 14_610), share: Double = 1,
    accuracy: Double = 0.7, minutesPerClient: Double = 20
  ) {
    self.name = name
    self.date = date
    self.share = share
    self.accuracy = accuracy
    self.minutesPerClient = minutesPerClient
  }
}
