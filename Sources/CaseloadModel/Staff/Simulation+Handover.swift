import SimulationKernel

/// Why a client gets another worker.
enum HandoverOccasion {
  /// The old worker leaves and cannot be asked any more.
  case departure
  /// Both workers stay.
  case swap

  /// Chance that a privately held item is lost.
  func lossShare(_ knowledge: KnowledgeSettings) -> Double {
    switch self {
    case .departure: knowledge.handoverLossShare
    case .swap: knowledge.swapLossShare
    }
  }

  /// Chance that agreements survive.
  func agreementsKept(_ knowledge: KnowledgeSettings) -> Double {
    switch self {
    case .departure: knowledge.agreementsKeptAtDepartureShare
    case .swap: knowledge.agreementsKeptAtSwapShare
    }
  }
}

// What a change of worker costs.
extension Simulation {
  /// Gives a client another worker; part of what only the old one knew is lost, and perhaps what was agreed.
  mutating func handOver(_ client: Int, to worker: Int, at occasion: HandoverOccasion = .swap) {
    // What an external is to do goes on whoever the own worker is.
    let isExternals = isSeenByExternal(client)
    let wasListed = clients.service[client].stage != .none
    let before = Int(clients.service[client].worker)
    detach(client, keepsPlace: isExternals)
    let number = clients.takeHandoverNumber(of: client)
    var draws = stream(.handover, clients.state[client].streamID, draw: UInt64(number))
    // The draw for a warm handover follows those of the attributes, so it is looked up first.
    var ahead = draws
    for _ in 0..<knowledge.attributeCount { _ = ahead.uniform() }
    let isWarm = ahead.uniform() < scenario.knowledge.warmHandoverShare
    let lost = losePrivateKnowledge(
      of: client,
      share: isWarm
        ? scenario.knowledge.warmHandoverLossShare : occasion.lossShare(scenario.knowledge),
      using: &draws)
    note(
      .handedOver, client: client, worker: worker,
      EventDetail(otherWorker: before, outcome: isWarm ? .warm : .cold, amount: lost))
    considerAgreement(client, keptShare: occasion.agreementsKept(scenario.knowledge))
    if worker >= 0 {
      attach(client, to: worker)
    } else {
      staff.unassigned.append(Int32(client))
      observer.waitsForWorker(client, at: clock.now)
      note(.waitsForWorker, client: client)
    }
    if !isExternals {
      clients.planAnew(client)
      clients.setStage(of: client, .none)
      if wasListed { listForContact(client) } else { scheduleContactDue(client) }
    }
    if isWarm && worker >= 0 {
      addTask(
        .handover, for: client, worker: worker, minutes: scenario.knowledge.warmHandoverMinutes)
    }
  }

  /// What was agreed with a client survives the change of worker, or nobody knows of it any more.
  private mutating func considerAgreement(_ client: Int, keptShare: Double) {
    guard keptShare < 1, Int(clients.service[client].agreementUntil) >= clock.now else { return }
    var draws = stream(
      .agreement, clients.state[client].streamID,
      draw: UInt64(clients.service[client].handoverDraws))
    if draws.uniform() >= keptShare {
      clients.agree(with: client, until: SimulationClock.past)
    }
  }

  /// A colleague of the team takes a client for the next talk; what only the last one knew is partly
  /// known to the team.
  mutating func passWithinTeam(_ client: Int, to worker: Int) {
    let stage = clients.service[client].stage
    let before = Int(clients.service[client].worker)
    clients.setStage(of: client, .none)
    detach(client)
    let number = clients.takeHandoverNumber(of: client)
    var draws = stream(.handover, clients.state[client].streamID, draw: UInt64(number))
    let lost = losePrivateKnowledge(
      of: client, share: 1 - scenario.caseload.teamKnowledgeShare, using: &draws)
    attach(client, to: worker)
    note(
      .passedWithinTeam, client: client, worker: worker,
      EventDetail(otherWorker: before, amount: lost))
    clients.setStage(of: client, stage)
  }

  /// Each privately held item is lost with a chance.
  ///
  /// - Returns: The currency that is lost.
  private mutating func losePrivateKnowledge(
    of client: Int, share: Double, using draws: inout RandomStream
  ) -> Double {
    advanceTruth(client)
    let before = knowledge.level(ofClient: client, at: clock.now).currency
    for attribute in 0..<knowledge.attributeCount {
      let isLost = draws.uniform() < share
      if isLost { knowledge.loseNotes(client: client, attribute: attribute) }
    }
    let after = knowledge.level(ofClient: client, at: clock.now).currency
    observer.handover(clients.cells(of: client), currencyLost: max(0, before - after))
    return max(0, before - after)
  }
}
