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

  /// Order within one minute: a lower number goes first.
  ///
  /// The organisation changes before the day begins, the day begins before clients act, clients act
  /// before workers take up the next task, and the observation sees all of it.
  var priority: Int {
    switch self {
    case .departure, .hire, .swap: 0
    case .shiftStart: 1
    case .application, .relapse, .exitCandidate: 2
    case .trajectoryEnd, .trajectoryStart: 3
    case .request, .contactDue: 4
    case .workerFree: 5
    case .observation: 9
    }
  }
}
