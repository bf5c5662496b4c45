import SimulationKernel

// Applications, the gate, and the beginning of a spell.
extension Simulation {
  /// An application arrives: it is granted or refused.
  mutating func receiveApplication() {
    if clients.inflow.receive(grantedShare: scenario.inflow.grantedShare) {
      passGate(addClient(streamID: clients.inflow.streamID, isInitial: false))
    }
  }

  /// What lies between a granted application and the benefit: a search period, a contract in place of
  /// the benefit, or the time since an earlier agency announced the client.
  private mutating func passGate(_ client: Int) {
    let inflow = scenario.inflow
    let state = clients.state[client]
    var draws = stream(.gate, state.streamID)
    let searchDraw = draws.uniform()
    let workFirstDraw = draws.uniform()
    let successDraw = draws.uniform()
    let announcedDraw = draws.uniform()
    var days = 0.0
    if segments[Int(state.segment)].hasSearchPeriod {
      if searchDraw < inflow.searchPeriodDropShare { return turnAway(client) }
      days += inflow.searchPeriodDays
    }
    if Int(state.trueGroup) >= terms.workFirstGroup && workFirstDraw < inflow.workFirstShare {
      observer.divertedToWork()
      note(.divertedToWork, client: client)
      if successDraw < inflow.workFirstSuccessShare { return turnAway(client) }
      days += inflow.workFirstDays
    } else if announcedDraw < inflow.announcedShare {
      clients.state[client].isAnnounced = true
      days +=
        inflow.announcedMonths * SimulationClock.minutesPerYear / 12
        / Double(SimulationClock.minutesPerDay)
    }
    guard days > 0 else { return enterAfterGate(client) }
    let minutes = SimulationClock.wholeMinutes(days * Double(SimulationClock.minutesPerDay))
    schedule(.entry, at: clock.now + minutes, entity: client)
  }

  /// An applicant who never comes on benefit.
  private mutating func turnAway(_ client: Int) {
    clients.leaveForGood(client)
  }

  /// A granted client comes on benefit after the gate.
  mutating func enterAfterGate(_ client: Int) {
    enterStock(client)
    if clients.state[client].isAnnounced { takeOverKnowledge(of: client) }
  }

  /// A warm handover by an earlier agency: part of what it knows reaches the register.
  private mutating func takeOverKnowledge(of client: Int) {
    var draws = stream(.gate, clients.state[client].streamID, draw: 1)
    advanceTruth(client)
    knowledge.receiveFile(
      client, knownShare: scenario.inflow.announcedKnowledgeShare,
      accuracy: scenario.diagnosis.accuracyWithoutTool, at: clock.now, using: &draws)
    note(.fileReceived, client: client)
  }

  /// Makes a person with traits of their own, not yet in stock.
  mutating func addClient(streamID: UInt64, isInitial: Bool) -> Int {
    let population = scenario.population
    var draws = stream(.clientTraits, streamID)
    let groupDraw = draws.uniform()
    let readinessDraw = draws.uniform()
    let olderDraw = draws.uniform()
    let restDraw = draws.uniform()
    var moreDraws = stream(.moreTraits, streamID)
    let segment = terms.segment(by: moreDraws.uniform(), isInitial: isInitial)
    let isRegistered = moreDraws.uniform() < segments[segment].registerShare
    let unreliability = Normal(mean: 0, standardDeviation: population.reliabilitySpread)
      .sample(using: &moreDraws)
    let roleDraw = moreDraws.uniform()
    let group = GroupShares.index(
      of: groupDraw,
      in: isInitial ? groupShares[segment].stock : groupShares[segment].inflow)
    let readiness =
      groups[group].readinessFrom
      + readinessDraw * (groups[group].readinessTo - groups[group].readinessFrom)
    let motivation = terms.motivation(using: &draws)
    var own = stream(.heterogeneity, streamID)
    let shortDraw = own.uniform()
    var frailty = terms.frailty(using: &draws, own: &own)
    // Whoever is here already did not come for a short time.
    if !isInitial { frailty = terms.shortened(frailty, draw: shortDraw) }
    let requestFactor = Gamma.factor(
      variation: scenario.service.requestHeterogeneity, using: &draws)
    // A uniform draw of those who come; of those who are here more lie low.
    let odds = isInitial ? population.initialRestOdds : 1
    let restPosition = restDraw / (odds - (odds - 1) * restDraw)
    var state = ClientState(
      streamID: streamID, readiness: readiness, motivation: motivation,
      exitFactor: Float(frailty.work), otherFactor: Float(frailty.other),
      spellStart: Int32(clock.now), readinessHome: readiness, requestFactor: Float(requestFactor),
      restDraw: Float(restPosition))
    state.trueGroup = UInt8(group)
    state.segment = UInt8(segment)
    state.isRegistered = isRegistered
    state.roleDraw = Float(roleDraw)
    state.missFactor = Float(Elementary.exp(unreliability))
    state.isOlder = olderDraw < segments[segment].olderShare
    return place(state)
  }

  /// Finds a place in the tables for a person and draws the truth about the attributes.
  private mutating func place(_ state: ClientState) -> Int {
    let client: Int
    if let reused = clients.reuse() {
      client = reused
      clients.state[client] = state
      // Only what tells this person's tasks and appointments from those of the last one stays.
      var service = ClientService()
      service.spell = clients.service[client].spell
      service.dueTicket = clients.service[client].dueTicket
      clients.service[client] = service
    } else {
      client = clients.count
      clients.state.append(state)
      clients.service.append(ClientService())
      clients.attention.append(ClientAttention())
      knowledge.addClient()
    }
    knowledge.begin(client, streamID: state.streamID, on: clock)
    observer.meet(client)
    return client
  }

  /// A person comes on benefit: gets a worker, and the clocks of a spell start.
  mutating func enterStock(_ client: Int) {
    advanceTruth(client)
    // Before the intake the organisation knows no better than the middle group, of two the lower.
    clients.enter(client, firstBelief: (groups.count - 1) / 2, at: clock.now)
    observer.enter(
      client, clients.cells(of: client), isReturn: clients.state[client].spells > 1, at: clock.now)
    observer.changeBenefits(by: benefit(of: client), at: clock.now)
    clients.startClocks(of: client, under: terms, on: &clock)
    note(clients.state[client].spells > 1 ? .returned : .entered, client: client)
    assign(client)
    if clients.service[client].worker >= 0 { listForContact(client) }
  }
}
