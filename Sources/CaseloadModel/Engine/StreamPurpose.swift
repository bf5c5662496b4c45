/// The purposes of random streams; together with the entity they keep all draws apart.
///
/// A draw is keyed by (seed, replication, purpose, entity, draw number), never by the order in which
/// the engine happens to ask. Two scenarios that differ in one lever therefore see the same
/// applicants, illnesses and life events (common random numbers). Raw values are part of the
/// contract on reproducibility: never reuse or renumber one.
enum StreamPurpose: UInt64 {
  /// Times and outcomes of applications; entity 0.
  case application = 1
  /// Traits of a client at entry; entity = client stream id.
  case clientTraits = 2
  /// State of a client of the initial stock; entity = client stream id.
  case initialState = 3
  /// Changes of the truth of one attribute; entity = client stream id x 64 + attribute.
  case truth = 4
  /// Candidate exits; entity = client stream id.
  case exit = 5
  /// Return after an exit; entity = client stream id, draw = spell.
  case relapse = 6
  /// Requests by a client; entity = client stream id.
  case request = 7
  /// Mode of a planned contact; entity = client stream id, draw = contact number.
  case contactMode = 8
  /// What one registration keeps; entity = client stream id, draw = contact number.
  case registration = 9
  /// Proposal of an instrument; entity = client stream id, draw = number of the proposal.
  case trajectory = 10
  /// What survives a change of worker; entity = client stream id, draw = handover number.
  case handover = 11
  /// Skill, discipline and style of a worker; entity = worker.
  case workerTraits = 12
  /// Leave of a worker; entity = worker, draw = calendar year.
  case leave = 13
  /// Sickness spells of a worker; entity = worker.
  case sickness = 14
  /// Departure of a worker; entity = worker.
  case departure = 15
  /// Swaps of clients between workers; entity = worker.
  case swap = 16
  /// Clients that a new worker takes over; entity = worker.
  case takeover = 17
  /// Whether a candidate exit becomes one, and why; entity = client stream id.
  case exitDecision = 18
  /// Show-up and length of a contact; entity = client stream id, draw = contact number.
  case contactShow = 19
  /// What a contact yields; entity = client stream id, draw = contact number.
  case contactYield = 20
  /// What a client's request yields; entity = client stream id, draw = contact number.
  case requestYield = 21
  /// Length and end of a trajectory; entity = client stream id, draw = number of the proposal.
  case trajectoryCourse = 22
  /// Placement at the end of a trajectory; entity = client stream id, draw = as before.
  case placement = 23
}
