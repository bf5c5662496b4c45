/// Whoever follows a replication event by event.
///
///     let recorder = Recorder { event in count += 1 }
///     let outcome = try simulate(scenario, seed: 1, replication: 0, recorder: recorder)
///
/// A recorder draws no random number and changes nothing: what a replication finds is the same with and
/// without one, to the bit. One recorder is for one replication.
public final class Recorder {
  /// Is told everything that happens, in order of time.
  let receive: (RecordedEvent) -> Void
  /// Is told of every client in stock at each observation after the warm-up.
  public var onClientReading: ((ClientReading) -> Void)?
  /// Is told of every worker at each observation after the warm-up.
  public var onWorkerReading: ((WorkerReading) -> Void)?
  /// Is told the sums of each period after the warm-up, at its end.
  public var onPeriod: ((PeriodReading) -> Void)?
  /// Is told how a client stood before and after every event of the engine that concerns a client who
  /// is followed; set before the run.
  public var onStep: ((ClientStep) -> Void)?
  /// The clients who are followed closely.
  public var followed: [Int] = []

  /// People in the initial stock, who have the first numbers.
  private var initialClients = 0
  /// The numbers of those who left before the run, by random stream.
  private var pastLeavers: [UInt64: Int] = [:]
  /// How many they are.
  private var pastLeaverCount = 0
  /// The vacancy in each place of the table; places are used again.
  private var vacancyNumbers: [Int] = []
  /// Vacancies so far.
  private var vacancyCount = 0
  /// Followed clients whom the event of the engine in hand concerns: number, and place in the tables.
  private var touched: [(number: Int, place: Int)] = []
  /// How followed clients stood at the end of the last event that concerned them.
  private var states: [Int: KeptClient] = [:]

  /// Makes a recorder.
  ///
  /// - Parameter receive: Is told everything that happens, in order of time.
  public init(_ receive: @escaping (RecordedEvent) -> Void) { self.receive = receive }

  /// Begins with a run.
  func begin(initialClients: Int) { self.initialClients = initialClients }

  /// Numbers somebody who left before the run: after the initial stock, before any applicant.
  func meetPastLeaver(_ streamID: UInt64) {
    pastLeaverCount += 1
    pastLeavers[streamID] = initialClients + pastLeaverCount
  }

  /// The number of a person with a random stream, without gaps: those of the initial stock first, then
  /// those who left before the run and may return in it, then applicants.
  func number(ofStream streamID: UInt64) -> Int {
    if streamID < Inflow.firstStream { return Int(streamID) + 1 }
    if streamID >= Inflow.firstPastLeaver { return pastLeavers[streamID] ?? 0 }
    return initialClients + pastLeaverCount + Int(streamID - Inflow.firstStream)
  }

  /// The number of the vacancy in a place; a new one when it has just come in.
  func number(ofVacancy place: Int, isNew: Bool) -> Int {
    while vacancyNumbers.count <= place { vacancyNumbers.append(0) }
    if isNew {
      vacancyCount += 1
      vacancyNumbers[place] = vacancyCount
    }
    return vacancyNumbers[place]
  }

  /// Notes that the event in hand concerns a client, if the client is followed.
  func touch(_ number: Int, place: Int) {
    guard followed.contains(number),
      !touched.contains(where: { $0.number == number })
    else { return }
    touched.append((number, place))
  }

  /// The followed clients whom the event in hand concerned, who are then forgotten.
  func takeTouched() -> [(number: Int, place: Int)] {
    guard !touched.isEmpty else { return [] }
    defer { touched.removeAll(keepingCapacity: true) }
    return touched
  }

  /// How a followed client stood when last looked at; `nil` when nobody has looked.
  func kept(_ number: Int) -> KeptClient? { states[number] }

  /// Keeps how a followed client stands.
  func keep(_ client: KeptClient, _ number: Int) { states[number] = client }
}

/// How a client stands: the state, and what is true and held of the client.
struct KeptClient {
  /// Who the client is.
  var state: ClientState
  /// How far service has come.
  var service: ClientService
  /// What is true and held, by attribute.
  var records: [AttributeRecord]
}

/// What an event of the engine did to a client who is followed.
public struct ClientStep: Sendable {
  /// The client.
  public var client: Int
  /// The minute.
  public var minute: Int
  /// How the client stood just before; `nil` at the client's first event.
  public var before: ClientSnapshot?
  /// How the client stands now.
  public var after: ClientSnapshot
}

/// How one client stands at a moment: what is true, and what the organisation knows and plans.
public struct ClientSnapshot: Sendable, Equatable {
  /// Whether the client is on benefit.
  public var isInStock: Bool
  /// True readiness for work, 0…1.
  public var readiness: Double
  /// The group that readiness falls in.
  public var trueGroup: Int
  /// The group that the organisation believes the client to be in.
  public var believedGroup: Int
  /// Expected validity of what is held, 0…1.
  public var currency: Double
  /// True validity of what is held, 0…1.
  public var accuracy: Double
  /// Part of the currency that only the worker's notes and memory hold.
  public var privateOnly: Double
  /// The worker; 0 for nobody.
  public var worker: Int
  /// Minute of the last two-way personal contact, or of the start of the spell.
  public var lastContact: Int
  /// Minute by which the next contact should take place.
  public var due: Int
  /// Minute until which agreements are current.
  public var agreementUntil: Int
  /// The attributes with which the client needs support.
  public var needs: [Int]
  /// Those of the needs that the organisation knows of.
  public var knownNeeds: [Int]
  /// Those of the needs that no running instrument meets.
  public var unmetNeeds: [Int]
  /// What is left of the attention that talks have given, in hours.
  public var attention: Double
  /// Clients on the list who go before this one; -1 when the client is on none.
  public var aheadOnList: Int
  /// Whether the rest policy leaves the client alone.
  public var isAtRest: Bool
  /// Whether the client works part time beside the benefit.
  public var worksPartTime: Bool
}
