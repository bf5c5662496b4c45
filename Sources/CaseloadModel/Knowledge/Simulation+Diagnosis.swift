import SimulationKernel

/// Where what is learned about a client goes.
enum KnowledgeStore {
  /// To the notes and memory of the client's worker.
  case notes
  /// To the register, each item with a chance.
  case register(share: Double)
}

// What a contact tells the worker, and what the worker makes of it.
extension Simulation {
  /// The worker learns about a client: each attribute with chance `information`, right with a chance
  /// that depends on the tool and on the kind of attribute.
  ///
  /// `store` says where that goes: to the worker's notes, or with a chance straight to the register.
  mutating func learn(
    about client: Int, worker: Int, information: Double, accuracy: Double, isIntake: Bool = false,
    store: KnowledgeStore = .notes, using draws: inout RandomStream
  ) {
    advanceTruth(client)
    let chance = min(1, information * workers.state[worker].skill)
    let fading = workers.state[worker].memoryFading
    for attribute in 0..<knowledge.attributeCount {
      // Every attribute takes its three numbers, learned or not, so that a change of mode or skill
      // leaves the numbers of the others in place. Steps of 2^-21 are fine enough for shares, and one
      // word for three numbers spares two thirds of the cipher.
      let (learnedDraw, correctDraw, forgettingDraw) = draws.threeUniforms()
      let isLearned = learnedDraw < chance
      guard isLearned else { continue }
      let (expected, actual) = accuracyOf(
        attribute, client, full: accuracy, healthFactor: scenario.diagnosis.healthAccuracyFactor)
      let isCorrect = correctDraw < actual
      // The organisation knows how reliable such an observation is on average, not whether the
      // client has the barrier that makes it harder.
      switch store {
      case .notes:
        knowledge.observe(
          client: client, attribute: attribute, at: now, accuracy: expected, isCorrect: isCorrect,
          fading: fading, forgetting: forgettingDraw)
      case .register(let share):
        guard forgettingDraw < share else { continue }
        knowledge.record(
          client: client, attribute: attribute, at: now, accuracy: expected, isCorrect: isCorrect)
      }
      if attribute == 0, isIntake || scenario.diagnosis.reclassifyAtContacts {
        classify(client, isCorrect: isCorrect, draw: correctDraw)
      }
    }
  }

  /// Expected and actual chance that an observation of an attribute is right.
  private mutating func accuracyOf(
    _ attribute: Int, _ client: Int, full: Double, healthFactor: Double
  ) -> (expected: Double, actual: Double) {
    guard knowledge.isHealth[attribute] else { return (full, full) }
    let isHard = knowledge.records[client * knowledge.attributeCount + attribute].isBarrier
    return (
      full * (1 - knowledge.barrierShares[attribute] * (1 - healthFactor)),
      isHard ? full * healthFactor : full
    )
  }

  /// At the intake expertise may be purchased; its result returns after a while.
  mutating func considerPurchasedDiagnosis(_ client: Int) {
    guard scenario.diagnosis.purchasedShare > 0 else { return }
    var draws = stream(
      .purchasedDiagnosis, clients.state[client].streamID,
      draw: 2 * UInt64(clients.state[client].spells))
    guard draws.uniform() < scenario.diagnosis.purchasedShare else { return }
    observer.purchase(price: scenario.diagnosis.purchasedPriceEuro)
    let minutes = scenario.diagnosis.purchasedDelayDays * Double(SimulationClock.minutesPerDay)
    schedule(
      .diagnosisReturned, at: now + SimulationClock.wholeMinutes(minutes), entity: client)
  }

  /// The result of purchased expertise goes to the register; health is no harder for an expert.
  mutating func receiveDiagnosis(_ client: Int) {
    guard clients.state[client].inStock else { return }
    var draws = stream(
      .purchasedDiagnosis, clients.state[client].streamID,
      draw: 2 * UInt64(clients.state[client].spells) + 1)
    advanceTruth(client)
    let accuracy = scenario.diagnosis.purchasedAccuracy
    for attribute in 0..<knowledge.attributeCount {
      let draw = draws.uniform()
      knowledge.record(
        client: client, attribute: attribute, at: now, accuracy: accuracy,
        isCorrect: draw < accuracy)
      if attribute == 0 { classify(client, isCorrect: draw < accuracy, draw: draw) }
    }
  }

  /// The worker puts the client in a group: the true one, or a neighbour when mistaken.
  mutating func classify(_ client: Int, isCorrect: Bool, draw: Double) {
    let truth = Int(clients.state[client].trueGroup)
    var believed = truth
    if !isCorrect && groups.count > 1 {
      // The draw lies above the accuracy; its last digits decide the direction of the mistake.
      let goesUp = (draw * 1024) - Double(Int(draw * 1024)) < 0.5
      believed = goesUp ? truth + 1 : truth - 1
      if believed < 0 { believed = 1 }
      if believed >= groups.count { believed = groups.count - 2 }
    }
    believe(client, group: believed)
  }

  /// Changes the believed group and what follows from it.
  private mutating func believe(_ client: Int, group: Int) {
    let before = Int(clients.service[client].believedGroup)
    if before != group {
      let cellsBefore = cells(of: client)
      clients.service[client].believedGroup = UInt8(group)
      observer.move(from: cellsBefore, to: cells(of: client), at: now)
    }
    clients.service[client].atRest = restsByPolicy(client, group: group)
  }

  /// Whether the rest policy leaves a client of a believed group alone.
  mutating func restsByPolicy(_ client: Int, group: Int) -> Bool {
    guard scenario.service.restPolicy.enabled else { return false }
    if scenario.service.restPolicy.restOlderClients && clients.state[client].isOlder
      && group < groups.count - 1
    {
      return true
    }
    return Double(clients.state[client].restDraw) < groups[group].restShare
  }

  /// Minutes between contacts that the policy asks for a client.
  mutating func contactInterval(_ client: Int) -> Double {
    let service = clients.service[client]
    let segment = Int(clients.state[client].segment)
    if segments[segment].onRequestOnly { return SimulationClock.farthest }
    let day = Double(SimulationClock.minutesPerDay)
    let policy =
      service.atRest
      ? scenario.service.restPolicy.intervalDays * day
      : groups[Int(service.believedGroup)].interval
    let interval = policy * segments[segment].intervalFactor
    guard service.followUpCampaign > 0 else { return interval }
    let followUp = interventions.campaigns[Int(service.followUpCampaign) - 1].followUpDays
    return followUp > 0 ? min(interval, followUp * day) : interval
  }

  /// The minute at which agreements made at `minute` end.
  mutating func agreementEnd(from minute: Int) -> Int32 {
    let length = scenario.service.agreementMonths * SimulationClock.minutesPerYear / 12
    return Int32(min(SimulationClock.farthest, Double(minute) + length))
  }
}
