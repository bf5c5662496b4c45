import SimulationKernel

/// The clocks of a client's life: each rings while the client is on benefit, and lapses with the spell.
///
/// A clock is added here alone: as a case, and where the compiler then asks for it.
///
/// Every clock of a client holds a number: how often it has been set. The number keys the clock's
/// random draws and goes with its event as stamp, so that an event of an earlier setting is
/// recognised when it rings: after the end of a spell, and after a dated change of the rate.
///
/// Clocks with a rate are exponential, so chance has no memory: one that is set anew in the middle of
/// a gap goes on as if it had just rung.
enum ClientClock: UInt32, CaseIterable {
  /// A possible exit, thinned from a bound of all exit rates together.
  case exit
  /// The client may ask for contact.
  case request
  /// A shock in the client's life.
  case shock
  /// The client may start, or stops, working part time.
  case partTime
  /// The client's right to the benefit may be checked.
  case check
  /// The client's file may be reviewed.
  case fileReview
  /// The longest time in the client's segment ends.
  case segmentEnd
  /// The client may go over to another law.
  case transfer

  /// Number of clocks.
  static let count = 8

  /// The kinds of event of clocks lie above those of `EventKind`.
  static let firstEvent: UInt32 = 0x80

  /// When a clock rings next.
  enum Pace: Equatable {
    /// Not at all.
    case never
    /// After an exponentially distributed time, at a rate per minute.
    case rate(Double)
    /// At a minute.
    case moment(Int)
  }

  /// When the clock of a client rings, by the terms that hold.
  @inline(__always)
  func pace(of client: ClientState, under terms: Terms, at minute: Int) -> Pace {
    let scenario = terms.scenario
    switch self {
    case .exit: return .rate(terms.exitBound(of: client, at: minute))
    case .request:
      return .rate(
        scenario.service.requestsPerYear * Double(client.requestFactor)
          / SimulationClock.minutesPerYear)
    case .shock: return .rate(terms.shocksPerYear / SimulationClock.minutesPerYear)
    case .partTime:
      let perYear =
        client.worksPartTime
        ? scenario.outflow.partTimeEndsPerYear
        : scenario.outflow.partTimeStartsPerYear * terms.ceilings.partTimeStarts
      return .rate(perYear / SimulationClock.minutesPerYear)
    case .check:
      return .rate(scenario.service.enforcement.checksPerYear / SimulationClock.minutesPerYear)
    case .fileReview:
      return .rate(scenario.service.fileReview.perYear / SimulationClock.minutesPerYear)
    case .transfer: return .rate(terms.segments[Int(client.segment)].transferRate)
    case .segmentEnd:
      let limit = terms.segments[Int(client.segment)].maximumMinutes
      return limit > 0 ? .moment(max(minute + 1, Int(client.spellStart) + Int(limit))) : .never
    }
  }

  /// The purpose of the draws of gaps; `nil` for a clock without chance.
  var gaps: StreamPurpose? {
    switch self {
    case .exit: .exit
    case .request: .request
    case .shock: .shock
    case .partTime: .partTime
    case .check: .check
    case .fileReview: .fileReview
    case .transfer: .transfer
    case .segmentEnd: nil
    }
  }

  /// The purpose of the draws of what happens when the clock rings; `nil` when nothing is drawn.
  var decisions: StreamPurpose? {
    switch self {
    case .exit: .exitDecision
    case .shock: .shock
    case .partTime: .partTime
    case .transfer: .transfer
    case .request, .check, .fileReview, .segmentEnd: nil
    }
  }

  /// Draws per setting that gaps and decisions take from one purpose.
  private var stride: UInt64 {
    switch self {
    case .exit, .request, .segmentEnd: 1
    case .shock, .partTime, .check, .fileReview, .transfer: 2
    }
  }

  /// The draw of the gap of a setting.
  func gapDraw(_ number: UInt32) -> UInt64 { UInt64(number) * stride }

  /// The draw of what happens at the end of a setting.
  func decisionDraw(_ number: UInt32) -> UInt64 { UInt64(number) * stride + stride - 1 }

  /// Order within one minute, as in `EventKind`.
  var priority: Int {
    switch self {
    case .exit, .shock, .partTime, .segmentEnd, .transfer: 2
    case .request, .check, .fileReview: 4
    }
  }
}

/// How often each clock of a client has been set.
struct ClockNumbers {
  // As many as there are clocks; a test keeps the two equal.
  /// Number of settings, by clock.
  private var numbers: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) =
    (0, 0, 0, 0, 0, 0, 0, 0)

  /// The number of a clock.
  subscript(clock: ClientClock) -> UInt32 {
    @inline(__always) get {
      withUnsafeBytes(of: numbers) {
        $0.load(fromByteOffset: Int(clock.rawValue) * 4, as: UInt32.self)
      }
    }
    @inline(__always) set {
      withUnsafeMutableBytes(of: &numbers) {
        $0.storeBytes(of: newValue, toByteOffset: Int(clock.rawValue) * 4, as: UInt32.self)
      }
    }
  }
}

extension Clients {
  /// Sets a clock of a client, at the number that it holds.
  ///
  /// Inlined, so that what depends on the clock is settled where it is known which one it is.
  @inline(__always)
  mutating func set(_ life: ClientClock, of client: Int, under terms: Terms, on clock: inout Clock)
  {
    switch life.pace(of: state[client], under: terms, at: clock.now) {
    case .never: return
    case .moment(let minute): set(life, of: client, at: minute, on: &clock)
    case .rate(let rate):
      if life == .exit { state[client].exitBound = rate }
      guard rate > 0, let purpose = life.gaps else { return }
      let number = state[client].numbers[life]
      var draws = clock.stream(purpose, state[client].streamID, draw: life.gapDraw(number))
      let gap = Exponential(rate: rate).sample(using: &draws)
      set(life, of: client, at: clock.now + SimulationClock.wholeMinutes(gap), on: &clock)
    }
  }

  /// Sets a clock of a client to ring at a minute.
  mutating func set(_ life: ClientClock, of client: Int, at minute: Int, on clock: inout Clock) {
    guard minute <= clock.end else { return }
    state[client].pendingEvents &+= 1
    clock.schedule(life, at: minute, client: client, number: state[client].numbers[life])
  }

  /// Sets a clock anew, because what it depends on has changed; what it would still have brought is stale.
  mutating func restart(
    _ life: ClientClock, of client: Int, under terms: Terms, on clock: inout Clock
  ) {
    state[client].numbers[life] &+= 1
    set(life, of: client, under: terms, on: &clock)
  }

  /// Sets all clocks of a client who comes on benefit.
  mutating func startClocks(of client: Int, under terms: Terms, on clock: inout Clock) {
    for life in ClientClock.allCases { set(life, of: client, under: terms, on: &clock) }
  }

  /// Stops all clocks of a client: what they still bring is stale.
  mutating func stopClocks(of client: Int) {
    for life in ClientClock.allCases { state[client].numbers[life] &+= 1 }
  }

  /// Sets the clocks anew whose rate is another than it was under the terms `before`.
  ///
  /// - Complexity: O(clients).
  mutating func adopt(_ terms: Terms, before: Terms, on clock: inout Clock) {
    for client in state.indices where state[client].inStock {
      for life in ClientClock.allCases {
        // An end at a moment was promised when the client came in.
        guard life != .segmentEnd,
          life.pace(of: state[client], under: terms, at: clock.now)
            != life.pace(of: state[client], under: before, at: clock.now)
        else { continue }
        // A new number, because that of the running clock tells how long it was going to run.
        state[client].numbers[life] &+= 1
        set(life, of: client, under: terms, on: &clock)
      }
    }
  }

  /// A clock rings: whether it is the present setting that does, and the number of that setting.
  ///
  /// The number goes up, so that the next setting has draws of its own.
  @inline(__always)
  mutating func ring(_ life: ClientClock, of client: Int, stamp: UInt32) -> UInt32? {
    let number = state[client].numbers[life]
    guard number & MinuteEvent.stampMask == stamp else { return nil }
    state[client].numbers[life] = number &+ 1
    return number
  }

  /// The stream for what happens when a clock rings at the end of a setting.
  func decision(_ life: ClientClock, of client: Int, number: UInt32, on clock: borrowing Clock)
    -> RandomStream
  {
    guard let purpose = life.decisions else {
      preconditionFailure("a clock without decisions has no stream for them")
    }
    return clock.stream(purpose, state[client].streamID, draw: life.decisionDraw(number))
  }
}
