/// How far a client's next contact has come.
enum ContactStage: UInt8 {
  /// No contact is due.
  case none
  /// On the worker's list, waiting for an appointment.
  case listed
  /// In the worker's agenda, or an e-mail in the worker's queue.
  case booked
}

/// How far a client's trajectory has come.
enum TrajectoryStage: UInt8 {
  /// Nothing is asked for.
  case none
  /// The worker still has to write the request.
  case requested
  /// The request is being dealt with; no place is taken yet.
  case pending
  /// Waiting in line for a place.
  case waiting
  /// Running, in a place.
  case running
}

/// How a trajectory ends.
enum TrajectoryEnd: UInt8 {
  /// Given up before the end.
  case dropOut
  /// Completed without effect.
  case neutral
  /// Completed with the effect that it is meant to have.
  case success
}

/// The truth about a client, and the clocks of the client's own life.
///
/// 128 bytes: two cache lines, of which the first has what most events ask.
struct ClientState {
  /// The number that keys the client's random streams.
  var streamID: UInt64
  /// Readiness for work, 0…1.
  var readiness: Double
  /// Motivation, 0…1.
  var motivation: Double
  /// Factor on exits to work; mean 1 over clients, higher for those who come for a short time.
  var exitFactor: Float
  /// Factor on other exits, likewise.
  var otherFactor: Float = 1
  /// Upper bound of the client's total exit rate per minute by which the exit clock was set.
  var exitBound: Double = 0
  /// Minute at which the present spell on benefit began; may lie before the start of the run.
  var spellStart: Int32
  /// A minute before which no attribute of the client changes.
  var truthHoldsUntil: Int32 = 0
  /// Factor on the odds that the client misses an appointment; its logarithm has mean 0 over clients.
  var missFactor: Float = 1
  /// Events of the client that are still to come; a number is used again only when there are none.
  var pendingEvents: UInt16 = 0
  /// Number of spells so far; 0 for people who never were in stock.
  var spells: UInt16 = 0
  /// The true group.
  var trueGroup: UInt8 = 0
  /// The segment.
  var segment: UInt8 = 0
  /// Whether the client is in stock.
  var inStock: Bool = false
  /// Whether the person has left for good.
  var isGone: Bool = false
  /// Whether the client is in the register of restricted instruments and jobs.
  var isRegistered: Bool = false
  /// Whether the client works part time beside the benefit.
  var worksPartTime: Bool = false
  /// Whether an earlier agency has announced the client.
  var isAnnounced: Bool = false
  /// Whether the client is 55 or older.
  var isOlder: Bool = false
  /// The level that readiness tends to.
  var readinessHome: Double
  /// Factor on how often the client asks for contact; mean 1 over clients.
  var requestFactor: Float
  /// A fixed number in 0…1 that decides whether a rest policy touches the client.
  var restDraw: Float
  /// A fixed number in 0…1 that decides which of several roles carries the client.
  var roleDraw: Float = 0
  /// Number of proposals of an instrument so far; keys their draws, and is part of the stamp of the
  /// events of a trajectory.
  var trajectoryDraws: UInt16 = 0
  /// The calendar year whose budget pays the trajectory, as years since that of the start of the run.
  var budgetYear: UInt8 = 0
  /// The instrument that was offered last and could not be paid; `noInstrument` for none.
  var deniedInstrument = ClientState.noInstrument
  /// Factor on exits to work for a time after a trajectory.
  var helpFactor: Float = 1
  /// Minute until which that factor holds.
  var helpUntil: Int32 = SimulationClock.past
  /// How often each of the client's clocks has been set.
  var numbers = ClockNumbers()

  /// No number of an instrument.
  static let noInstrument = UInt8.max
}

/// What the organisation does with a client and believes of the client, in 64 bytes.
struct ClientService {
  /// The worker; -1 while the client has none.
  var worker: Int32 = -1
  /// Position in the worker's list of clients.
  var position: Int32 = -1
  /// Minute of the last two-way personal contact of this spell; the start of the spell when none.
  var lastContact: Int32 = 0
  /// Minute of the last contact by any channel; the start of the spell when none.
  var lastAnyContact: Int32 = 0
  /// Minute by which the next contact should have taken place.
  var due: Int32 = SimulationClock.never
  /// Minute until which agreements are current.
  var agreementUntil: Int32 = SimulationClock.past
  /// Who has the client on the list in place of the client's own worker: an external worker of a campaign, or a
  /// colleague of somebody absent; -1 for nobody.
  var visitor: Int32 = -1
  /// Number of contacts tried so far; numbers the random draws.
  var contactDraws: UInt32 = 0
  /// Counts plans and appointments, so that one that has lapsed is recognised: the stamp of events of
  /// the next contact.
  var dueTicket: UInt32 = 0
  /// Numbers spells; never used twice, not even by another person in the same place.
  var spell: UInt16 = 0
  /// Number of changes of worker so far; numbers the random draws.
  var handoverDraws: UInt16 = 0
  /// Two-way contacts after the intake in this spell.
  var contactsAfterIntake: UInt32 = 0
  /// Trajectories started in this spell.
  var trajectoryStarts: UInt16 = 0
  /// Number of outcomes of checks so far; numbers the random draws.
  var checkOutcomes: UInt16 = 0
  /// Number of outcomes of file reviews so far; numbers the random draws.
  var reviewOutcomes: UInt16 = 0
  /// Number of matches with vacancies so far; numbers the random draws.
  var matches: UInt16 = 0
  /// Number of the campaign that calls the client in, from 1; 0 for none.
  var campaign: UInt8 = 0
  /// Number of the campaign whose follow-up interval holds, from 1; 0 for none.
  var followUpCampaign: UInt8 = 0
  /// Missed appointments in a row.
  var missed: UInt8 = 0
  /// The believed group.
  var believedGroup: UInt8 = 0
  /// Stage of the next contact.
  var stage: ContactStage = .none
  /// Whether the intake of this spell is done.
  var intakeDone: Bool = false
  /// Whether the rest policy leaves the client alone.
  var atRest: Bool = false
  /// Whether the next contact has fallen due and is counted among the work to be done.
  var isCaseOpen: Bool = false
  /// Whether the client has asked for contact since the last one.
  var asked: Bool = false
  /// Stage of the trajectory.
  var trajectoryStage: TrajectoryStage = .none
  /// How the running trajectory will end.
  var trajectoryEnd: TrajectoryEnd = .neutral
  /// The instrument; meaningful unless the stage is `none`.
  var instrument: UInt8 = 0
}

/// All clients, as one array per aspect, indexed by client number.
///
/// Fields that one event needs together share a record (and a cache line or two); the rest is kept
/// apart. A client who may come back keeps the number, because the register keeps what it holds.
struct Clients: ~Copyable {
  /// Truth and life clocks.
  var state: Column<ClientState>
  /// Service and belief.
  var service: Column<ClientService>
  /// Attention had in the present spell.
  var attention: Column<ClientAttention>

  /// Applications by new people.
  var inflow: Inflow

  /// Places of people who will not come back, to be used again.
  private var free = Column<Int32>()

  /// Makes an empty table with room for a number of clients.
  init(minimumCapacity: Int, on clock: borrowing Clock) {
    inflow = Inflow(on: clock)
    state = Column(minimumCapacity: minimumCapacity)
    service = Column(minimumCapacity: minimumCapacity)
    attention = Column(minimumCapacity: minimumCapacity)
  }

  /// Number of places for people known to the model.
  var count: Int { state.count }

  /// The number of what a client lives through: another in each spell, and another after it.
  ///
  /// The stamp of what is under way for somebody in stock and lapses with the spell.
  @inline(__always)
  func spellNumber(of client: Int) -> UInt32 {
    UInt32(service[client].spell) << 1 | (state[client].inStock ? 0 : 1)
  }

  /// The number of the step that a client's trajectory has come to: another at each stage of each proposal.
  ///
  /// The stamp of the events of a trajectory; whoever leaves is back at the stage `none`.
  @inline(__always)
  func trajectoryNumber(of client: Int) -> UInt32 {
    UInt32(state[client].trajectoryDraws) << 3 | UInt32(service[client].trajectoryStage.rawValue)
  }

  /// Takes a place that is free, if there is one.
  mutating func reuse() -> Int? { free.popLast().map { Int($0) } }

  /// Gives a place free.
  mutating func release(_ client: Int) { free.append(Int32(client)) }
}
