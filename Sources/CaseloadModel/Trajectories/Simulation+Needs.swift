import SimulationKernel

/// How far support has come for a client who has a need that is not met.
public enum SupportGap: UInt8, Sendable {
  /// Every need is met, or there is none.
  case none
  /// The organisation does not know of any of the needs.
  case unknown
  /// It knows of one, and nothing has been offered.
  case notOffered
  /// An instrument was offered, and there is no place or no money for it.
  case noPlace
  /// An instrument was offered, and the request is to be written or is being dealt with.
  case waiting

  /// The name in files; empty when there is no gap.
  public var id: String {
    switch self {
    case .none: ""
    case .unknown: "unknown"
    case .notOffered: "notOffered"
    case .noPlace: "noPlace"
    case .waiting: "waiting"
    }
  }
}

// Needs for support: they arise and end with barriers, are known or not, and are met by instruments.
extension Simulation {
  /// The gap in the support of a client whose truth is up to the present.
  ///
  /// Of several needs that are not met the one for which support has come farthest counts. A refusal for want of
  /// money counts while there is none, for needs that the refused instrument serves.
  mutating func supportGap(_ client: Int) -> SupportGap {
    let base = client * knowledge.attributeCount
    let stage = clients.service[client].trajectoryStage
    var hasGap = false
    var isKnown = false
    var isAskedFor = false
    let denied = instrumentWithoutMoney(for: client)
    var isDenied = false
    for attribute in 1..<max(1, knowledge.attributeCount)
    where knowledge.records[base + attribute].isNeed {
      let isServed = stage != .none && serves(client, attribute: attribute)
      if stage == .running && isServed { continue }
      hasGap = true
      isAskedFor = isAskedFor || isServed
      if let denied { isDenied = isDenied || trajectories.serves(attribute, by: denied) }
      if !isKnown {
        isKnown = knowledge.knowsNeed(client, attribute: attribute, at: clock.now)
      }
    }
    guard hasGap else { return .none }
    if isAskedFor { return stage == .waiting ? .noPlace : .waiting }
    if isDenied { return .noPlace }
    return isKnown ? .notOffered : .unknown
  }

  /// The instrument that was refused a client for want of money, while there still is none.
  private mutating func instrumentWithoutMoney(for client: Int) -> Int? {
    let denied = clients.state[client].deniedInstrument
    guard denied != ClientState.noInstrument, !trajectories.hasBudget(for: Int(denied), in: year)
    else { return nil }
    return Int(denied)
  }

  /// Whether the instrument that a client is on, or waits for, serves a need: one that takes no barrier in
  /// particular away serves all.
  private mutating func serves(_ client: Int, attribute: Int) -> Bool {
    trajectories.serves(attribute, by: Int(clients.service[client].instrument))
  }

  /// Whether the organisation knows of a need that an instrument serves.
  mutating func hasKnownNeed(_ client: Int, servedBy instrument: Int) -> Bool {
    let base = client * knowledge.attributeCount
    for attribute in 1..<max(1, knowledge.attributeCount)
    where knowledge.records[base + attribute].isNeed
      && trajectories.serves(attribute, by: instrument)
    {
      if knowledge.knowsNeed(client, attribute: attribute, at: clock.now) { return true }
    }
    return false
  }

  /// A client who asks for contact may tell of needs.
  mutating func tellNeeds(_ client: Int, using draws: inout RandomStream) {
    let share = scenario.knowledge.toldAtRequestShare
    guard share > 0 else { return }
    let base = client * knowledge.attributeCount
    for attribute in 1..<max(1, knowledge.attributeCount)
    where knowledge.records[base + attribute].isNeed {
      guard draws.uniform() < share else { continue }
      if !knowledge.records[base + attribute].isTold {
        note(.needTold, withWorkerOf: client, EventDetail(subject: attribute))
      }
      knowledge.tell(client: client, attribute: attribute)
    }
  }

  /// An instrument has done what it was meant to: the needs that it serves end.
  mutating func endNeeds(_ client: Int, servedBy instrument: Int) {
    let base = client * knowledge.attributeCount
    for attribute in 1..<max(1, knowledge.attributeCount)
    where trajectories.serves(attribute, by: instrument) {
      if knowledge.records[base + attribute].isNeed {
        note(.needMet, client: client, EventDetail(subject: attribute))
      }
      knowledge.endNeed(client: client, attribute: attribute)
    }
  }

  /// The attributes with which a client needs support that no running instrument gives.
  mutating func unmetNeeds(of client: Int) -> [Int] {
    let isRunning = clients.service[client].trajectoryStage == .running
    return knowledge.needs(of: client).filter { !(isRunning && serves(client, attribute: $0)) }
  }

  /// Tells of needs that a client did not have before.
  @inline(never)
  mutating func noteNewNeeds(of client: Int, beside before: [Int]) {
    for attribute in knowledge.needs(of: client) where !before.contains(attribute) {
      note(.needArose, client: client, EventDetail(subject: attribute))
    }
  }
}
