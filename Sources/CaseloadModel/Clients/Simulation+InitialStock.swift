import SimulationKernel

// The initial stock.
extension Simulation {
  /// Puts the initial stock in place, with durations and knowledge as a running organisation has.
  mutating func fillInitialStock() {
    let population = scenario.population
    let yearMinutes = SimulationClock.minutesPerYear
    let survive = population.initialDurationYears < 0
    for number in 0..<population.clients {
      let client = addClient(streamID: UInt64(number), isInitial: true)
      var draws = stream(.initialState, UInt64(number))
      let years =
        survive
        ? clients.becomeSurvivor(client, under: terms, on: clock)
        : Exponential(rate: 1).sample(using: &draws) * population.initialDurationYears
      let spellStart = -Int32(min(SimulationClock.farthest, years * yearMinutes))
      clients.state[client].inStock = true
      clients.state[client].spells = 1
      clients.state[client].spellStart = max(
        spellStart, clients.earliestStart(of: client, under: terms))
      clients.service[client].spell = 1
      let group = initialBelief(of: client)
      clients.service[client].believedGroup = UInt8(group)
      clients.service[client].intakeDone = true
      clients.service[client].atRest = terms.restsByPolicy(clients.state[client], group: group)
      let interval = contactInterval(client)
      // Contacts of the past are spread evenly over the interval that the policy asks for.
      let time = Double(-clients.state[client].spellStart)
      let sinceContact = Int32(min(time, draws.uniform() * interval))
      clients.service[client].lastContact = -sinceContact
      clients.service[client].lastAnyContact = -sinceContact
      clients.service[client].contactsAfterIntake = Double(sinceContact) < time ? 1 : 0
      clients.service[client].due = Int32(
        min(SimulationClock.farthest, interval - Double(sinceContact)))
      if draws.uniform() < scenario.service.agreementShare {
        clients.service[client].agreementUntil = terms.agreementEnd(from: -Int(sinceContact))
      }
      rememberInitialKnowledge(client, observedAt: -Int(sinceContact), using: &draws)
      rememberInitialAttention(
        client, sinceContact: Int(sinceContact), interval: interval, time: time)
      rememberInitialCircumstances(
        client, sinceContact: Int(sinceContact), interval: interval, time: time)
      if survive { clients.settleSurvivor(client, under: terms, using: &draws) }
      observer.enterInitial(clients.cells(of: client))
      observer.changeBenefits(by: benefit(of: client), at: clock.now)
      clients.startClocks(of: client, under: terms, on: &clock)
      note(.inStockAtStart, client: client)
      assign(client)
      scheduleContactDue(client)
    }
    // After the last of those who are here, so that they have the first places.
    if survive { for client in 0..<population.clients { rememberPastLeavers(of: client) } }
  }

  /// The group for which the organisation takes a client of the initial stock.
  private mutating func initialBelief(of client: Int) -> Int {
    let truth = Int(clients.state[client].trueGroup)
    let (lower, higher) = terms.mistaken(inGroup: truth)
    guard lower + higher > 0 else { return truth }
    var draws = stream(.initialBelief, clients.state[client].streamID)
    let draw = draws.uniform()
    if draw < lower { return truth - 1 }
    return draw < lower + higher ? truth + 1 : truth
  }

  /// What register and notes hold of a client of the initial stock; readiness is known wrongly of those who
  /// are seen in another group.
  mutating func rememberInitialKnowledge(
    _ client: Int, observedAt minute: Int, using draws: inout RandomStream
  ) {
    let diagnosis = scenario.diagnosis
    let accuracy =
      diagnosis.toolShare * diagnosis.accuracyWithTool
      + (1 - diagnosis.toolShare) * diagnosis.accuracyWithoutTool
    let fading = scenario.knowledge.privateFadingPerYear / SimulationClock.minutesPerYear
    let truth = Int(clients.state[client].trueGroup)
    let isSeenRight = Int(clients.service[client].believedGroup) == truth
    let (lower, higher) = terms.mistaken(inGroup: truth)
    for attribute in 0..<knowledge.attributeCount {
      let isRegistered = draws.uniform() < scenario.knowledge.registrationCompleteness
      let correctDraw = draws.uniform()
      let stillTrue = Elementary.exp(knowledge.lapseRates[attribute] * Double(minute))
      let forgetting = draws.uniform()
      // In all as many are right about readiness as about anything else.
      let isRight =
        attribute == 0
        ? isSeenRight && correctDraw * (1 - lower - higher) < accuracy * stillTrue
        : correctDraw < accuracy * stillTrue
      knowledge.observe(
        client: client, attribute: attribute, at: minute, accuracy: accuracy,
        isCorrect: isRight, fading: fading, forgetting: forgetting)
      if isRegistered { knowledge.register(client: client, attribute: attribute) }
    }
  }
}
