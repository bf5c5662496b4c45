import SimulationKernel

// Where knowledge and clients meet: the first attribute is readiness, which belongs to the client.
extension Simulation {
  /// Brings the truth of one attribute up to the present.
  @inline(__always)
  mutating func advanceTruth(_ client: Int, attribute: Int) {
    // Nearly always nothing has changed since the last look.
    guard clock.now >= Int(clients.state[client].truthHoldsUntil) else { return }
    changeTruth(client, attribute: attribute)
  }

  private mutating func changeTruth(_ client: Int, attribute: Int) {
    while knowledge.isBehind(client, attribute: attribute, on: clock) {
      var change = knowledge.takeChange(
        client, attribute: attribute, streamID: clients.state[client].streamID, on: clock)
      guard attribute == 0 else { continue }
      setReadiness(
        client,
        clients.driftedReadiness(of: client, at: change.minute, under: terms, using: &change.draws))
    }
  }

  /// Brings the truth of all attributes of a client up to the present.
  @inline(__always)
  mutating func advanceTruth(_ client: Int) {
    guard clock.now >= Int(clients.state[client].truthHoldsUntil) else { return }
    changeTruth(client)
  }

  private mutating func changeTruth(_ client: Int) {
    for attribute in 0..<knowledge.attributeCount
    where knowledge.isBehind(client, attribute: attribute, on: clock) {
      changeTruth(client, attribute: attribute)
    }
    clients.holdTruth(of: client, until: knowledge.holds(until: client))
  }

  /// Sets a client's readiness, keeps it within 0…1 and counts steps on the ladder.
  mutating func setReadiness(_ client: Int, _ value: Double) {
    let readiness = min(1, max(0, value))
    let before = clients.state[client].readiness
    clients.setReadiness(
      of: client, readiness, group: GroupConstants.index(ofReadiness: readiness, in: groups))
    guard clients.state[client].inStock else { return }
    let steps = ReadinessLadder.rung(of: readiness) - ReadinessLadder.rung(of: before)
    if steps != 0 {
      observer.progress(clients.cells(of: client), steps: steps)
      note(.readinessMoved, client: client, EventDetail(amount: Double(steps)))
    }
  }

  /// A talk brings a client a little closer to work; what was known before it is out of date in as far
  /// as that is another rung of the ladder.
  ///
  /// `factor` is what the talk yields against a first talk by an average worker.
  mutating func gainReadiness(_ client: Int, contact number: UInt32, factor: Double) {
    let gain = scenario.population.readinessGainPerContact * factor
    guard gain > 0 else { return }
    advanceTruth(client, attribute: 0)
    setReadiness(client, clients.state[client].readiness + gain)
    var draws = stream(.contactGain, clients.state[client].streamID, draw: UInt64(number))
    knowledge.disturb(
      client: client, attribute: 0, chance: ReadinessLadder.chanceOfAnother(gain: gain),
      draw: draws.uniform())
  }
}
