import SimulationKernel

// Applications, the gate, and the initial stock.
extension Simulation {
  /// Schedules the next application: a Poisson process, thinned for the season.
  mutating func scheduleNextApplication() {
    let inflow = scenario.inflow
    guard inflow.applicationsPerYear > 0 else { return }
    let peak = 1 + inflow.seasonalAmplitude
    let gap = Exponential(
      rate: inflow.applicationsPerYear * peak / SimulationClock.minutesPerYear)
    var minutes = 0.0
    repeat {
      minutes += gap.sample(using: &applications)
      let phase = (Double(now) + minutes) / SimulationClock.minutesPerYear
      let season = 1 + inflow.seasonalAmplitude * Elementary.cos(2 * Double.pi * phase)
      if applications.uniform() * peak <= season { break }
    } while minutes < SimulationClock.farthest
    schedule(.application, at: now + SimulationClock.wholeMinutes(minutes))
  }

  /// An application arrives: it is granted or refused, and the next one is scheduled.
  mutating func receiveApplication() {
    applicationCount += 1
    let isGranted = applications.uniform() < scenario.inflow.grantedShare
    if isGranted {
      // Stream ids of applicants lie above those of any initial stock.
      let client = addClient(streamID: (1 << 32) + applicationCount, isInitial: false)
      enterStock(client)
    }
    scheduleNextApplication()
  }

  /// Makes a person with traits of their own, not yet in stock.
  mutating func addClient(streamID: UInt64, isInitial: Bool) -> Int {
    let population = scenario.population
    var draws = stream(.clientTraits, streamID)
    let groupDraw = draws.uniform()
    let readinessDraw = draws.uniform()
    let isOlder = draws.uniform() < population.olderShare
    let restDraw = draws.uniform()
    var group = groups.count - 1
    var cumulative = 0.0
    for index in population.groups.indices {
      let shares = population.groups[index]
      cumulative += isInitial ? shares.stockShare : shares.inflowShare
      if groupDraw < cumulative {
        group = index
        break
      }
    }
    let readiness =
      groups[group].readinessFrom
      + readinessDraw * (groups[group].readinessTo - groups[group].readinessFrom)
    let motivation = min(
      1,
      max(
        0,
        Normal(mean: population.motivationMean, standardDeviation: population.motivationSpread)
          .sample(using: &draws)))
    let exitFactor = min(
      4, gammaFactor(variation: population.exitHeterogeneity, using: &draws))
    let requestFactor = gammaFactor(
      variation: scenario.service.requestHeterogeneity, using: &draws)
    let client = clients.count
    clients.state.append(
      ClientState(
        streamID: streamID, exitFactor: exitFactor,
        exitBound: exitBound(exitFactor: exitFactor, motivation: motivation),
        requestFactor: requestFactor, readiness: readiness, readinessHome: readiness,
        motivation: motivation, restDraw: restDraw, spellStart: Int32(now),
        trueGroup: UInt8(group), isOlder: isOlder))
    clients.service.append(ClientService())
    for attribute in 0..<knowledge.attributeCount {
      var truth = stream(.truth, streamID * 64 + UInt64(attribute))
      let settings = scenario.knowledge.attributes[attribute]
      var record = AttributeRecord(
        nextChange: nextChange(of: attribute, after: now, using: &truth))
      record.isBarrier = truth.uniform() < settings.barrierShare
      knowledge.records.append(record)
    }
    return client
  }

  /// A factor with mean 1 and the given coefficient of variation, gamma distributed.
  private func gammaFactor(variation: Double, using draws: inout RandomStream) -> Double {
    guard variation > 0 else { return 1 }
    let shape = 1 / (variation * variation)
    return Gamma(shape: shape, scale: 1 / shape).sample(using: &draws)
  }

  /// A person comes on benefit: gets a worker, and the clocks of a spell start.
  mutating func enterStock(_ client: Int) {
    clients.state[client].inStock = true
    clients.state[client].spells += 1
    clients.state[client].spellStart = Int32(now)
    let attended = clients.service[client]
    var service = ClientService()
    // What keys random draws and the last belief outlive a spell; the rest starts afresh.
    service.contactDraws = attended.contactDraws
    service.handoverDraws = attended.handoverDraws
    service.dueTicket = attended.dueTicket &+ 1
    service.believedGroup = attended.believedGroup
    service.lastContact = Int32(now)
    service.lastAnyContact = Int32(now)
    service.due = Int32(now)
    if clients.state[client].spells == 1 {
      // Before the intake the organisation knows no better than the middle group.
      service.believedGroup = UInt8(groups.count / 2)
    }
    clients.service[client] = service
    observer.enter(
      group: Int(service.believedGroup), isReturn: clients.state[client].spells > 1, at: now)
    scheduleExitCandidate(client)
    scheduleRequest(client)
    assign(client)
    if clients.service[client].worker >= 0 { listForContact(client) }
  }

  /// Puts the initial stock in place, with durations and knowledge as a running organisation has.
  mutating func fillInitialStock() {
    let population = scenario.population
    let yearMinutes = SimulationClock.minutesPerYear
    for number in 0..<population.clients {
      let client = addClient(streamID: UInt64(number), isInitial: true)
      var draws = stream(.initialState, UInt64(number))
      let duration =
        Exponential(rate: 1 / (population.initialDurationYears * yearMinutes))
        .sample(using: &draws)
      let spellStart = -Int32(min(1_000_000_000, duration))
      clients.state[client].inStock = true
      clients.state[client].spells = 1
      clients.state[client].spellStart = spellStart
      let group = clients.state[client].trueGroup
      clients.service[client].believedGroup = group
      clients.service[client].intakeDone = true
      clients.service[client].atRest = restsByPolicy(client, group: Int(group))
      let interval = contactInterval(client)
      // Contacts of the past are spread evenly over the interval that the policy asks for.
      let sinceContact = Int32(min(duration, draws.uniform() * interval))
      clients.service[client].lastContact = -sinceContact
      clients.service[client].lastAnyContact = -sinceContact
      clients.service[client].contactsAfterIntake = Double(sinceContact) < duration ? 1 : 0
      clients.service[client].due = Int32(
        min(SimulationClock.farthest, interval - Double(sinceContact)))
      if draws.uniform() < scenario.service.agreementShare {
        clients.service[client].agreementUntil = agreementEnd(from: -Int(sinceContact))
      }
      rememberInitialKnowledge(client, observedAt: -Int(sinceContact), using: &draws)
      observer.enterInitial(group: Int(group))
      scheduleExitCandidate(client)
      scheduleRequest(client)
      assign(client)
      scheduleContactDue(client)
    }
  }

  /// What register and notes hold of a client of the initial stock.
  private mutating func rememberInitialKnowledge(
    _ client: Int, observedAt minute: Int, using draws: inout RandomStream
  ) {
    let diagnosis = scenario.diagnosis
    let accuracy =
      diagnosis.toolShare * diagnosis.accuracyWithTool
      + (1 - diagnosis.toolShare) * diagnosis.accuracyWithoutTool
    for attribute in 0..<knowledge.attributeCount {
      let isRegistered = draws.uniform() < scenario.knowledge.registrationCompleteness
      let correctDraw = draws.uniform()
      let stillTrue = Elementary.exp(knowledge.changeRates[attribute] * Double(minute))
      let forgetting = Exponential(rate: 1).sample(using: &draws)
      knowledge.observe(
        client: client, attribute: attribute, at: minute, accuracy: accuracy,
        isCorrect: correctDraw < accuracy * stillTrue, forgetting: forgetting)
      if isRegistered { knowledge.register(client: client, attribute: attribute) }
    }
  }
}
