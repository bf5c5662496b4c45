/// Everything that is to be known of an activity: its names, whom it is about, and how it is told.
public struct ActivityDefinition: Sendable {
  /// The activity.
  public let activity: Activity
  /// The name in files, for example `contact.held`.
  public let id: String
  /// A short name in plain words.
  public let title: String
  /// The short name in Dutch.
  public let dutchTitle: String
  /// Whose history it belongs to.
  public let about: CaseKind
  /// The transition of the standard life cycle of XES (IEEE 1849-2016).
  public let lifecycle: String
  /// What `RecordedEvent.subject` numbers.
  public let subject: SubjectKind
  /// What `RecordedEvent.amount` counts.
  public let amount: AmountKind
  /// How a diary tells it; words in braces are filled in.
  public let sentence: String
  /// How a diary tells it in Dutch.
  public let dutchSentence: String

  init(
    _ activity: Activity, _ id: String, _ title: String, _ dutchTitle: String,
    about: CaseKind = .client, lifecycle: String = "complete", subject: SubjectKind = .none,
    amount: AmountKind = .none, _ sentence: String, _ dutchSentence: String
  ) {
    self.activity = activity
    self.id = id
    self.title = title
    self.dutchTitle = dutchTitle
    self.about = about
    self.lifecycle = lifecycle
    self.subject = subject
    self.amount = amount
    self.sentence = sentence
    self.dutchSentence = dutchSentence
  }

  /// The records of all activities, in their order.
  public static let all: [ActivityDefinition] = inOrder(
    ofClients + ofContact + ofTalks + ofTasks + ofNeeds + ofKnowledge + ofInstruments + ofStaff
      + ofOrganisation)

  /// Puts records in the order of the cases; traps when one is missing or stands twice.
  private static func inOrder(_ definitions: [ActivityDefinition]) -> [ActivityDefinition] {
    let sorted = definitions.sorted { $0.activity.rawValue < $1.activity.rawValue }
    precondition(
      sorted.map { $0.activity.rawValue } == Activity.allCases.map { $0.rawValue },
      "every activity needs one record")
    return sorted
  }
}

extension Activity {
  /// The activity's record.
  public var definition: ActivityDefinition { ActivityDefinition.all[Int(rawValue)] }

  /// Whose history the activity belongs to, without a copy of the record.
  public var about: CaseKind { Activity.abouts[Int(rawValue)] }

  /// Whose history each activity belongs to, by number of the activity.
  private static let abouts: [CaseKind] = ActivityDefinition.all.map { $0.about }
}

/// Whose history an event belongs to: the case of an event log.
public enum CaseKind: UInt8, CaseIterable, Sendable {
  /// A client.
  case client
  /// A worker.
  case worker
  /// A vacancy.
  case vacancy
  /// The organisation as a whole.
  case organisation

  /// The name in files.
  public var id: String {
    switch self {
    case .client: "client"
    case .worker: "worker"
    case .vacancy: "vacancy"
    case .organisation: "organisation"
    }
  }
}

/// What the subject of an event numbers, in the order of the scenario.
public enum SubjectKind: UInt8, CaseIterable, Sendable {
  /// Nothing.
  case none
  /// An instrument of `trajectories.instruments`.
  case instrument
  /// A shock of `population.shocks`.
  case shock
  /// A campaign of `interventions.campaigns`.
  case campaign
  /// A stream of `labourMarket.vacancies`.
  case vacancies
  /// A role: the caseworkers, those of `staffing.roles`, externals.
  case role
  /// A segment of `population.segments`.
  case segment
  /// A group of `population.groups`: the one before.
  case group
  /// An attribute of `knowledge.attributes`.
  case attribute
  /// A dated change, in order of date.
  case change
  /// A reorganisation of `interventions.reorganisations`.
  case reorganisation
  /// A migration of `interventions.migrations`.
  case migration
  /// A classification of `interventions.classifications`.
  case classification

  /// The names of what is numbered, in that order; empty where a number says it.
  package func names(in scenario: Scenario) -> [String] {
    switch self {
    case .none, .change: []
    case .instrument: scenario.trajectories.instruments.map { $0.name }
    case .shock: scenario.population.shocks.map { $0.name }
    case .campaign: scenario.interventions.campaigns.map { $0.name }
    case .vacancies: scenario.labourMarket.vacancies.map { $0.name }
    case .role:
      [MetricParts.caseworker] + scenario.staffing.roles.map { $0.name } + [MetricParts.external]
    case .segment: scenario.population.segments.map { $0.name }
    case .group: scenario.population.groups.map { $0.name }
    case .attribute: scenario.knowledge.attributes.map { $0.name }
    case .reorganisation: scenario.interventions.reorganisations.map { $0.name }
    case .migration: scenario.interventions.migrations.map { $0.name }
    case .classification: scenario.interventions.classifications.map { $0.name }
    }
  }
}

/// What the amount of an event counts.
public enum AmountKind: UInt8, Sendable {
  /// Nothing.
  case none
  /// Euro.
  case euro
  /// Rungs of the ladder of six; negative downwards.
  case steps
  /// Full-time equivalents.
  case fte
  /// Currency of knowledge that is lost, 0…1.
  case currency
  /// Currency of what is known, 0…1.
  case known
  /// Days.
  case days
  /// Days since the last two-way personal contact.
  case daysSinceContact
  /// Days until the client comes back, which nobody knows at the time; 0 for somebody who will not.
  case daysToReturn
}
