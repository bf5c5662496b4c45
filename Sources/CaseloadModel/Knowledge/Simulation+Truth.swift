import SimulationKernel

// The truth about clients changes whether anybody looks or not.
//
// Changes are drawn from the client's own streams and worked out when somebody needs them. Because
// every change is keyed by client, attribute and version, the result does not depend on when that is.
extension Simulation {
  /// The minute of the first change of an attribute after `minute`.
  mutating func nextChange(of attribute: Int, after minute: Int, using draws: inout RandomStream)
    -> Int32
  {
    let rate = knowledge.changeRates[attribute]
    guard rate > 0 else { return SimulationClock.never }
    let gap = Exponential(rate: rate).sample(using: &draws)
    return Int32(min(Int(SimulationClock.farthest), minute + SimulationClock.wholeMinutes(gap)))
  }

  /// Brings the truth of one attribute up to the present.
  mutating func advanceTruth(_ client: Int, attribute: Int) {
    let index = client * knowledge.attributeCount + attribute
    while knowledge.records[index].nextChange <= now {
      let moment = Int(knowledge.records[index].nextChange)
      knowledge.records[index].version &+= 1
      var draws = stream(
        .truth, clients.state[client].streamID * 64 + UInt64(attribute),
        draw: UInt64(knowledge.records[index].version))
      let change = draws.uniform()
      knowledge.records[index].nextChange = nextChange(
        of: attribute, after: moment, using: &draws)
      if attribute == 0 {
        let spread = scenario.population.readinessChangeSpread
        driftReadiness(
          client, at: moment,
          shock: Normal(mean: 0, standardDeviation: spread).sample(using: &draws))
      } else {
        knowledge.records[index].isBarrier =
          change < knowledge.barrierShares[attribute]
      }
    }
  }

  /// Brings the truth of all attributes of a client up to the present.
  mutating func advanceTruth(_ client: Int) {
    // Nearly always nothing has changed since the last look.
    guard now >= Int(clients.state[client].truthHoldsUntil) else { return }
    var next = SimulationClock.never
    let base = client * knowledge.attributeCount
    for attribute in 0..<knowledge.attributeCount {
      advanceTruth(client, attribute: attribute)
      next = min(next, knowledge.records[base + attribute].nextChange)
    }
    clients.state[client].truthHoldsUntil = next
  }

  /// A spontaneous change of readiness: a shock, a pull to the own level, a loss without attention.
  private mutating func driftReadiness(_ client: Int, at moment: Int, shock: Double) {
    let state = clients.state[client]
    var readiness =
      state.readiness + shock
      + scenario.population.readinessReversion * (state.readinessHome - state.readiness)
    let sinceContact = moment - Int(clients.service[client].lastContact)
    if state.inStock
      && Double(sinceContact)
        > scenario.population.unattendedAfterDays * Double(SimulationClock.minutesPerDay)
    {
      readiness -= scenario.population.readinessDriftUnattended
    }
    setReadiness(client, readiness)
  }

  /// Sets a client's readiness, keeps it within 0…1 and counts steps on the ladder of six.
  mutating func setReadiness(_ client: Int, _ value: Double) {
    let readiness = min(1, max(0, value))
    let before = clients.state[client].readiness
    clients.state[client].readiness = readiness
    clients.state[client].trueGroup = UInt8(
      GroupConstants.index(ofReadiness: readiness, in: groups))
    guard clients.state[client].inStock else { return }
    let steps = min(5, Int(readiness * 6)) - min(5, Int(before * 6))
    if steps != 0 {
      observer.progress(cells(of: client), steps: steps)
    }
  }
}
