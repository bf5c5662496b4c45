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
  /// What happens between application and entry; entity = client stream id.
  case gate = 24
  /// Shocks in a client's life; entity = client stream id, draw = number of the shock.
  case shock = 25
  /// Part-time work beside the benefit; entity = client stream id, draw = number of the candidate.
  case partTime = 26
  /// Checks of the right to the benefit; entity = client stream id, draw = number of the check.
  case check = 27
  /// Reviews of a client's file; entity = client stream id, draw = number of the review.
  case fileReview = 28
  /// End of the time in a segment; entity = client stream id, draw = spell.
  case segmentEnd = 29
  /// Purchased expertise; entity = client stream id, draw = spell.
  case purchasedDiagnosis = 30
  /// Arrival of vacancies; entity = stream of vacancies.
  case vacancy = 31
  /// Candidates for a vacancy and its other takers; entity = stream, draw = number of the vacancy.
  case candidates = 32
  /// Whether an employer takes a client; entity = client stream id, draw = number of the match.
  case match = 33
  /// Place of a client in a campaign; entity = client stream id, draw = campaign.
  case campaign = 34
  /// Change of worker at a reorganisation; entity = client stream id, draw = reorganisation.
  case reorganisation = 35
  /// Loss at a migration; entity = client stream id, draw = migration.
  case migration = 36
  /// One-off classification; entity = client stream id, draw = classification.
  case classification = 37
  /// Aftercare at an exit; entity = client stream id, draw = spell.
  case aftercare = 38
  /// What a worker makes of the organisation's priorities; entity = worker.
  case workerPriorities = 39
  /// Reminder of an appointment; entity = client stream id, draw = contact number.
  case reminder = 40
  /// Traits of a client beside those of `clientTraits`; entity = client stream id.
  case moreTraits = 41
  /// Outcome of a check; entity = client stream id, draw = number of the outcome.
  case checkOutcome = 42
  /// Outcome of a review; entity = client stream id, draw = number of the outcome.
  case fileReviewOutcome = 43
  /// Time until a request for a trajectory is dealt with; entity = client stream id, draw = number of
  /// the proposal.
  case trajectoryWaiting = 44
  /// Whether a contact makes what was known of readiness out of date; entity = client stream id,
  /// draw = contact number.
  case contactGain = 45
  /// Discretion of a worker; entity = worker.
  case workerStyle = 70
  /// What becomes of an appointment of an absent worker; entity = client stream id, draw = contact number.
  case absence = 71
  /// Whether agreements survive a change of worker; entity = client stream id, draw = handover number.
  case agreement = 72
  /// Transfers between laws; entity = client stream id.
  case transfer = 80
  /// Heterogeneity of exits beside that of `clientTraits`; entity = client stream id.
  case heterogeneity = 81
  /// People of the initial stock as survivors of past inflow; entity = client stream id, draw = attempt.
  case survivor = 82
  /// People who left before the run and return in it; entity = client stream id.
  case pastLeaver = 83
  /// The group for which the organisation takes somebody of the initial stock; entity = client stream id.
  case initialBelief = 84
  /// What a talk brings to light and leads to; entity = client stream id, draw = contact number.
  case contactEvent = 60
  /// Whether an employer takes a client who is referred; entity = client stream id, draw = spell and
  /// number of the decision.
  case referral = 61
  /// Whether and when a client who is called in leaves before the talk; entity = client stream id,
  /// draw = spell and number of the invitation.
  case invitation = 62
  /// Whether a departure that was drawn at the rate under high pressure takes place; entity = worker,
  /// draw = number of the departure.
  case pressure = 90
}
