/// The kinds of event that the engine schedules, with what `entity` stands for.
enum EventKind: UInt32 {
  /// The next application arrives; entity 0.
  case application
  /// A possible exit of a client; entity = client.
  case exitCandidate
  /// A client who left comes back; entity = client.
  case relapse
  /// A client may ask for contact; entity = client.
  case request
  /// A client's next contact enters the worker's list; entity = client.
  case contactDue
  /// A client's trajectory starts; entity = client.
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
  /// A shock in a client's life; entity = client.
  case shock
  /// A client may start or stop part-time work; entity = client.
  case partTime
  /// A client's right to the benefit may be checked; entity = client.
  case check
  /// The file of a client at rest may be reviewed; entity = client.
  case fileReview
  /// A client reaches the longest time in the segment; entity = client.
  case segmentEnd
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

  /// Whether the entity of the event is a client.
  var isOfClient: Bool {
    switch self {
    case .exitCandidate, .relapse, .request, .contactDue, .trajectoryStart, .trajectoryEnd, .entry,
      .shock, .partTime, .check, .fileReview, .segmentEnd, .diagnosisReturned, .followUp:
      true
    case .application, .shiftStart, .workerFree, .departure, .hire, .swap, .observation, .vacancy,
      .audit, .change, .campaignStart, .campaignEnd, .reorganisation, .migration, .classification,
      .staffReview:
      false
    }
  }

  /// Whether the event belongs to a client's spell on benefit and lapses with it.
  var isOfSpell: Bool {
    switch self {
    case .exitCandidate, .request, .shock, .partTime, .check, .fileReview, .followUp: true
    default: false
    }
  }

  /// Order within one minute: a lower number goes first.
  ///
  /// The organisation changes before the day begins, the day begins before clients act, clients act
  /// before workers take up the next task, and the observation sees all of it.
  var priority: Int {
    switch self {
    case .departure, .hire, .swap, .change, .campaignStart, .campaignEnd, .reorganisation,
      .migration, .classification, .staffReview, .audit:
      0
    case .shiftStart: 1
    case .application, .entry, .relapse, .exitCandidate, .shock, .partTime, .segmentEnd: 2
    case .trajectoryEnd, .trajectoryStart, .diagnosisReturned, .vacancy: 3
    case .request, .contactDue, .check, .fileReview, .followUp: 4
    case .workerFree: 5
    case .observation: 9
    }
  }
}
