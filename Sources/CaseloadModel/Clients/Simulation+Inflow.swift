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
    // The process runs in continuous time: rounding each gap would make a large inflow too small.
    applicationTime = max(applicationTime, Double(now) - 1)
    repeat {
      applicationTime += gap.sample(using: &applications)
      let phase = applicationTime / SimulationClock.minutesPerYear
      let season = 1 + inflow.seasonalAmplitude * Elementary.cos(2 * Double.pi * phase)
      if applications.uniform() * peak <= season { break }
    } while applicationTime < SimulationClock.farthest
    isApplicationPending = true
    let minute = min(SimulationClock.farthest, applicationTime.rounded(.up))
    schedule(.application, at: max(now, Int(minute)))
  }

  /// An application arrives: it is granted or refused, and the next one is scheduled.
  mutating func receiveApplication() {
    isApplicationPending = false
    applicationCount += 1
    let isGranted = applications.uniform() < scenario.inflow.grantedShare
    if isGranted {
      // Stream ids of applicants lie above those of any initial stock.
      let client = addClient(streamID: (1 << 32) + applicationCount, isInitial: false)
      passGate(client)
    }
    scheduleNextApplication()
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
    if Int(state.trueGroup) >= current.workFirstGroup && workFirstDraw < inflow.workFirstShare {
      observer.divertedToWork()
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
    schedule(.entry, at: now + minutes, entity: client)
  }

  /// An applicant who never comes on benefit.
  private mutating func turnAway(_ client: Int) {
    clients.state[client].isGone = true
    clients.release(client)
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
    let accuracy = scenario.diagnosis.accuracyWithoutTool
    for attribute in 0..<knowledge.attributeCount {
      let isKnown = draws.uniform() < scenario.inflow.announcedKnowledgeShare
      let isCorrect = draws.uniform() < accuracy
      guard isKnown else { continue }
      knowledge.record(
        client: client, attribute: attribute, at: now, accuracy: accuracy, isCorrect: isCorrect)
    }
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
    let segment = drawSegment(moreDraws.uniform(), isInitial: isInitial)
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
    let motivation = min(
      1,
      max(
        0,
        Normal(mean: population.motivationMean, standardDeviation: population.motivationSpread)
          .sample(using: &draws)))
    let exitFactor = min(
      population.exitFactorCut,
      gammaFactor(variation: population.exitHeterogeneity, using: &draws))
    let requestFactor = gammaFactor(
      variation: scenario.service.requestHeterogeneity, using: &draws)
    var state = ClientState(
      streamID: streamID, readiness: readiness, motivation: motivation, exitFactor: exitFactor,
      spellStart: Int32(now), readinessHome: readiness, requestFactor: requestFactor,
      restDraw: Float(restDraw))
    state.trueGroup = UInt8(group)
    state.segment = UInt8(segment)
    state.isRegistered = isRegistered
    state.roleDraw = Float(roleDraw)
    state.missFactor = Float(Elementary.exp(unreliability))
    state.isOlder = olderDraw < segments[segment].olderShare
    state.exitBound = exitBound(of: state)
    return place(state)
  }

  private mutating func drawSegment(_ draw: Double, isInitial: Bool) -> Int {
    guard segments.count > 1 else { return 0 }
    var cumulative = 0.0
    for index in scenario.population.segments.indices {
      let segment = scenario.population.segments[index]
      cumulative += isInitial ? segment.stockShare : segment.inflowShare
      if draw < cumulative { return index }
    }
    return segments.count - 1
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
      knowledge.addClient()
    }
    for attribute in 0..<knowledge.attributeCount {
      var truth = stream(.truth, state.streamID * 64 + UInt64(attribute))
      var record = AttributeRecord(
        nextChange: nextChange(of: attribute, after: now, using: &truth))
      record.isBarrier = truth.uniform() < knowledge.barrierShares[attribute]
      knowledge.records[client * knowledge.attributeCount + attribute] = record
    }
    return client
  }

  /// A factor with mean 1 and the given coefficient of variation, gamma distributed.
  private mutating func gammaFactor(variation: Double, using draws: inout RandomStream) -> Double {
    guard variation > 0 else { return 1 }
    let shape = 1 / (variation * variation)
    return Gamma(shape: shape, scale: 1 / shape).sample(using: &draws)
  }

  /// A person comes on benefit: gets a worker, and the clocks of a spell start.
  mutating func enterStock(_ client: Int) {
    advanceTruth(client)
    clients.state[client].inStock = true
    clients.state[client].spells += 1
    clients.state[client].spellStart = Int32(now)
    let attended = clients.service[client]
    var service = ClientService()
    // What keys random draws and the last belief outlive a spell; the rest starts afresh.
    service.contactDraws = attended.contactDraws
    service.handoverDraws = attended.handoverDraws
    service.dueTicket = attended.dueTicket &+ 1
    service.spell = attended.spell &+ 1
    service.believedGroup = attended.believedGroup
    service.lastContact = Int32(now)
    service.lastAnyContact = Int32(now)
    service.due = Int32(now)
    if clients.state[client].spells == 1 {
      // Before the intake the organisation knows no better than the middle group, of two the lower.
      service.believedGroup = UInt8((groups.count - 1) / 2)
    }
    clients.service[client] = service
    observer.enter(cells(of: client), isReturn: clients.state[client].spells > 1, at: now)
    observer.changeBenefits(by: benefit(of: client), at: now)
    if clients.state[client].spells > 1 { takeNewLifeDraws(client) }
    startLifeClocks(client)
    assign(client)
    if clients.service[client].worker >= 0 { listForContact(client) }
  }

  /// Clocks of an earlier spell have lapsed while they ran; that they had not rung tells something of
  /// their draws, so the new spell takes new ones.
  private mutating func takeNewLifeDraws(_ client: Int) {
    clients.state[client].exitDraws &+= 1
    clients.state[client].lifeDraws.shocks &+= 1
    clients.state[client].lifeDraws.partTimeChanges &+= 1
    clients.state[client].lifeDraws.checks &+= 1
    clients.state[client].lifeDraws.fileReviews &+= 1
  }

  /// Starts the clocks of a client who is in stock.
  private mutating func startLifeClocks(_ client: Int) {
    scheduleExitCandidate(client)
    scheduleRequest(client)
    scheduleShock(client)
    schedulePartTime(client)
    scheduleCheck(client)
    scheduleFileReview(client)
    scheduleSegmentEnd(client)
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
      clients.state[client].spellStart = max(spellStart, earliestStart(of: client))
      clients.service[client].spell = 1
      let group = clients.state[client].trueGroup
      clients.service[client].believedGroup = group
      clients.service[client].intakeDone = true
      clients.service[client].atRest = restsByPolicy(client, group: Int(group))
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
        clients.service[client].agreementUntil = agreementEnd(from: -Int(sinceContact))
      }
      rememberInitialKnowledge(client, observedAt: -Int(sinceContact), using: &draws)
      observer.enterInitial(cells(of: client))
      observer.changeBenefits(by: benefit(of: client), at: now)
      startLifeClocks(client)
      assign(client)
      scheduleContactDue(client)
    }
  }

  /// The earliest start of a spell in a segment with a longest time.
  private mutating func earliestStart(of client: Int) -> Int32 {
    let limit = segments[Int(clients.state[client].segment)].maximumMinutes
    return limit > 0 ? -Int32(min(SimulationClock.farthest, limit)) + 1 : .min
  }

  /// What register and notes hold of a client of the initial stock.
  private mutating func rememberInitialKnowledge(
    _ client: Int, observedAt minute: Int, using draws: inout RandomStream
  ) {
    let diagnosis = scenario.diagnosis
    let accuracy =
      diagnosis.toolShare * diagnosis.accuracyWithTool
      + (1 - diagnosis.toolShare) * diagnosis.accuracyWithoutTool
    let fading = scenario.knowledge.privateFadingPerYear / SimulationClock.minutesPerYear
    for attribute in 0..<knowledge.attributeCount {
      let isRegistered = draws.uniform() < scenario.knowledge.registrationCompleteness
      let correctDraw = draws.uniform()
      let stillTrue = Elementary.exp(knowledge.changeRates[attribute] * Double(minute))
      let forgetting = draws.uniform()
      knowledge.observe(
        client: client, attribute: attribute, at: minute, accuracy: accuracy,
        isCorrect: correctDraw < accuracy * stillTrue, fading: fading, forgetting: forgetting)
      if isRegistered { knowledge.register(client: client, attribute: attribute) }
    }
  }
}
