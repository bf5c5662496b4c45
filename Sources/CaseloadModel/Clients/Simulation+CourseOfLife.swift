import SimulationKernel

// What happens to clients apart from service: shocks, part-time work, and the end of a law.
extension Simulation {
  // MARK: - Shocks

  /// A shock: readiness falls, an attribute becomes a barrier, and the client may ask for contact.
  mutating func suffer(_ client: Int, number: UInt32) {
    var draws = clients.decision(.shock, of: client, number: number, on: clock)
    let shocks = scenario.population.shocks
    var position = draws.uniform() * terms.shocksPerYear
    var kind = 0
    while kind < shocks.count - 1 && position >= shocks[kind].perYear {
      position -= shocks[kind].perYear
      kind += 1
    }
    let asks = draws.uniform() < shocks[kind].requestShare
    advanceTruth(client)
    let needsBefore = isRecorded ? knowledge.needs(of: client) : []
    setReadiness(client, clients.state[client].readiness - shocks[kind].readinessLoss)
    if shocks[kind].readinessLoss > 0 { knowledge.change(client: client, attribute: 0) }
    for attribute in 1..<max(1, knowledge.attributeCount)
    where scenario.knowledge.attributes[attribute].name == shocks[kind].barrier {
      let needs = scenario.knowledge.attributes[attribute].supportShare
      knowledge.setBarrier(
        client: client, attribute: attribute, true, isNeed: draws.uniform() < needs)
      knowledge.change(client: client, attribute: attribute)
    }
    note(.setback, client: client, EventDetail(subject: kind))
    if isRecorded { noteNewNeeds(of: client, beside: needsBefore) }
    clients.set(.shock, of: client, under: terms, on: &clock)
    if asks { ask(client) }
  }

  // MARK: - Part-time work

  /// Part-time work starts, in proportion to readiness, or stops.
  mutating func considerPartTime(_ client: Int, number: UInt32) {
    var draws = clients.decision(.partTime, of: client, number: number, on: clock)
    let isStarting = !clients.state[client].worksPartTime
    advanceTruth(client, attribute: 0)
    let isPossible =
      clients.state[client].readiness
      >= segments[Int(clients.state[client].segment)].partTimeFromReadiness
    if !isStarting || (draws.uniform() < partTimeStartShare(client) && isPossible) {
      let before = benefit(of: client)
      clients.state[client].worksPartTime = isStarting
      observer.changeBenefits(by: benefit(of: client) - before, at: clock.now)
      note(isStarting ? .partTimeStarted : .partTimeEnded, client: client)
    }
    clients.set(.partTime, of: client, under: terms, on: &clock)
  }

  /// The share of candidate moments at which part-time work starts: readiness, and more with attention.
  private mutating func partTimeStartShare(_ client: Int) -> Double {
    let state = clients.state[client]
    let reach = attentionReach(client)
    guard reach > 0 else { return state.readiness / terms.ceilings.partTimeStarts }
    let gain = terms.attention.settings.partTime.gain(
      readiness: state.readiness, years: clients.yearsOnBenefit(of: client, at: clock.now), own: -1)
    return state.readiness * (1 + gain * reach) / terms.ceilings.partTimeStarts
  }

  // MARK: - The end of a law

  /// The client goes to the next segment or leaves.
  mutating func endSegment(_ client: Int) {
    let state = clients.state[client]
    let segment = segments[Int(state.segment)]
    // Each limit of a chain of laws has a draw of its own.
    let isFirst = clock.now == Int(state.spellStart) + Int(segment.maximumMinutes)
    let link = isFirst ? 0 : (UInt64(state.segment) + 1) << 32
    var draws = stream(.segmentEnd, state.streamID, draw: UInt64(state.spells) + link)
    guard segment.next >= 0, draws.uniform() < segment.nextShare else {
      return leaveStock(client, .limit)
    }
    move(client, toSegment: segment.next)
  }

  /// The client may go over to another law, or leave by it.
  mutating func considerTransfer(_ client: Int, number: UInt32) {
    var draws = clients.decision(.transfer, of: client, number: number, on: clock)
    advanceTruth(client, attribute: 0)
    let state = clients.state[client]
    var position = draws.uniform() * segments[Int(state.segment)].transferRate
    for transfer in terms.transfers
    where transfer.from == Int(state.segment)
      && (transfer.group < 0 || transfer.group == Int(state.trueGroup))
    {
      position -= transfer.rate
      guard position < 0 else { continue }
      observer.transfer(clients.cells(of: client))
      if transfer.to < 0 { return leaveStock(client, .transfer) }
      // The limit of the law that the client leaves no longer holds.
      clients.state[client].numbers[.segmentEnd] &+= 1
      return move(client, toSegment: transfer.to)
    }
    clients.set(.transfer, of: client, under: terms, on: &clock)
  }

  /// The client goes on in another segment, whose rules hold from now on.
  private mutating func move(_ client: Int, toSegment segment: Int) {
    let before = clients.cells(of: client)
    let benefitBefore = benefit(of: client)
    clients.attention[client].hidden.gather(until: clock.now, rate: changeRate(client))
    clients.state[client].segment = UInt8(segment)
    observer.move(
      client, from: before, to: clients.cells(of: client),
      spellStart: Int(clients.state[client].spellStart), at: clock.now)
    observer.changeBenefits(by: benefit(of: client) - benefitBefore, at: clock.now)
    note(.segmentChanged, client: client, EventDetail(subject: segment))
    // The new law counts its own time.
    let limit = segments[segment].maximumMinutes
    if limit > 0 { clients.set(.segmentEnd, of: client, at: clock.now + Int(limit), on: &clock) }
    clients.restart(.transfer, of: client, under: terms, on: &clock)
    moveToPool(client)
  }
}
