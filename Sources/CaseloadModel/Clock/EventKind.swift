/// The kinds of event that the engine schedules beside the clocks of clients (`ClientClock`), with what
/// `entity` stands for.
enum EventKind: UInt32 {
  /// The next application arrives; entity 0.
  case application
  /// A client who left comes back; entity = client.
  case relapse
  /// A client's next contact enters the worker's list; entity = client.
  case contactDue
  /// A client's request for a trajectory has been dealt with; entity = client.
  case trajectoryStart
  /// A client's trajectory ends; entity = client.
  case trajectoryEnd
  /// A working day of a worker begins; entity = worker.
  case shiftStart
  /// A worker finishes a task, reaches an appointment or the end of the day; entity = worker.
  case workerFree
  /// A worker leaves the organisation; entity = worker.
  case departure
  /// A vacancy is filled; entity = number of the vacancy.
  case hire
  /// A worker swaps part of the caseload; entity = worker.
  case swap
  /// The stock is observed; entity 0.
  case observation
  /// A granted client comes on benefit after a search period, a contract or an announcement;
  /// entity = client.
  case entry
  /// The result of purchased expertise returns; entity = client.
  case diagnosisReturned
  /// A talk on the progress of a trajectory is due; entity = client.
  case followUp
  /// The next vacancy of a stream arrives; entity = stream.
  case vacancy
  /// The register is audited; entity 0.
  case audit
  /// Parameters change; entity = number of the change in order of date.
  case change
  /// A campaign begins; entity = campaign.
  case campaignStart
  /// A campaign looks who has come into its scope; entity = campaign.
  case campaignRound
  /// A campaign ends; entity = campaign.
  case campaignEnd
  /// A reorganisation takes place; entity = reorganisation.
  case reorganisation
  /// A migration takes place; entity = migration.
  case migration
  /// The stock is classified; entity = classification.
  case classification
  /// The staff is adjusted to the stock; entity 0.
  case staffReview
  /// A client's referral to a vacancy is decided; entity = client.
  case referral
  /// A client who was called in leaves before the talk; entity = client.
  case leaveBeforeTalk
  /// What attention does to the chances of the whole stock is measured; entity 0.
  case rivalry
  /// The last month before an observation begins; entity 0.
  case lastMonth

  /// Whether the entity of the event is a client.
  var isOfClient: Bool {
    switch self {
    case .relapse, .contactDue, .trajectoryStart, .trajectoryEnd, .entry, .diagnosisReturned,
      .followUp, .referral, .leaveBeforeTalk:
      true
    case .application, .shiftStart, .workerFree, .departure, .hire, .swap, .observation, .vacancy,
      .audit, .change, .campaignStart, .campaignRound, .campaignEnd, .reorganisation, .migration,
      .classification, .staffReview, .rivalry, .lastMonth:
      false
    }
  }

  /// Whether the event comes whatever happens once it is on its way, so that it carries no number.
  ///
  /// What has a date of its own and nothing before it that could make it stale; and `workerFree`, which is
  /// taken back by its ticket.
  var isCertain: Bool {
    switch self {
    case .relapse, .entry, .workerFree, .observation, .change, .campaignStart, .campaignRound,
      .campaignEnd, .reorganisation, .migration, .classification, .lastMonth:
      true
    case .application, .contactDue, .trajectoryStart, .trajectoryEnd, .shiftStart, .departure,
      .hire,
      .swap, .diagnosisReturned, .followUp, .vacancy, .audit, .staffReview, .referral,
      .leaveBeforeTalk, .rivalry:
      false
    }
  }

  /// As what the event is told, where it concerns the organisation as a whole; `nil` for any other.
  var activity: Activity? {
    switch self {
    case .change: .termsChanged
    case .campaignStart: .campaignBegun
    case .campaignEnd: .campaignEnded
    case .reorganisation: .reorganised
    case .migration: .registerMigrated
    case .classification: .stockClassified
    case .audit: .registerAudited
    case .staffReview: .staffReviewed
    case .application, .relapse, .contactDue, .trajectoryStart, .trajectoryEnd, .shiftStart,
      .workerFree, .departure, .hire, .swap, .observation, .entry, .diagnosisReturned, .followUp,
      .vacancy, .campaignRound, .referral, .leaveBeforeTalk, .rivalry, .lastMonth:
      nil
    }
  }

  /// Order within one minute: a lower number goes first.
  ///
  /// The organisation changes before the day begins, the day begins before clients act, clients act
  /// before workers take up the next task, and the observation sees all of it.
  var priority: Int {
    switch self {
    case .departure, .hire, .swap, .change, .campaignStart, .campaignRound, .campaignEnd,
      .reorganisation, .migration, .classification, .staffReview, .audit, .rivalry:
      0
    case .shiftStart: 1
    case .application, .entry, .relapse, .leaveBeforeTalk: 2
    case .trajectoryEnd, .trajectoryStart, .diagnosisReturned, .vacancy, .referral: 3
    case .contactDue, .followUp: 4
    case .workerFree: 5
    case .observation, .lastMonth: 6
    }
  }
}
