import SimulationKernel

// What a contact tells the worker, and what the worker makes of it.
extension Simulation {
  /// The worker learns about a client: each attribute with chance `information`, right with a chance
  /// that depends on the tool and on the kind of attribute.
  mutating func learn(
    about client: Int, worker: Int, information: Double, accuracy: Double,
    using draws: inout RandomStream
  ) {
    advanceTruth(client)
    let chance = min(1, information * workers.state[worker].skill)
    for attribute in 0..<knowledge.attributeCount {
      // Every attribute takes its three numbers, learned or not, so that a change of mode or skill
      // leaves the numbers of the others in place.
      let isLearned = draws.uniform() < chance
      let correctDraw = draws.uniform()
      let forgetting = -Elementary.log(draws.uniform())
      guard isLearned else { continue }
      let index = client * knowledge.attributeCount + attribute
      let settings = scenario.knowledge.attributes[attribute]
      let isHard = settings.isHealth && knowledge.records[index].isBarrier
      let expected =
        settings.isHealth
        ? accuracy
          * (1 - settings.barrierShare * (1 - scenario.diagnosis.healthAccuracyFactor))
        : accuracy
      let actual = isHard ? accuracy * scenario.diagnosis.healthAccuracyFactor : accuracy
      let isCorrect = correctDraw < actual
      // The organisation knows how reliable such an observation is on average, not whether the
      // client has the barrier that makes it harder.
      knowledge.observe(
        client: client, attribute: attribute, at: now, accuracy: expected, isCorrect: isCorrect,
        forgetting: forgetting)
      if attribute == 0 { classify(client, isCorrect: isCorrect, draw: correctDraw) }
    }
  }

  /// The worker puts the client in a group: the true one, or a neighbour when mistaken.
  private mutating func classify(_ client: Int, isCorrect: Bool, draw: Double) {
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
      observer.reclassify(from: before, to: group, at: now)
      clients.service[client].believedGroup = UInt8(group)
    }
    clients.service[client].atRest = restsByPolicy(client, group: group)
  }

  /// Whether the rest policy leaves a client of a believed group alone.
  func restsByPolicy(_ client: Int, group: Int) -> Bool {
    let policy = scenario.service.restPolicy
    guard policy.enabled else { return false }
    if policy.restOlderClients && clients.state[client].isOlder && group < groups.count - 1 {
      return true
    }
    return clients.state[client].restDraw < groups[group].restShare
  }

  /// Minutes between contacts that the policy asks for a client.
  func contactInterval(_ client: Int) -> Double {
    if clients.service[client].atRest {
      return scenario.service.restPolicy.intervalDays * Double(SimulationClock.minutesPerDay)
    }
    return groups[Int(clients.service[client].believedGroup)].interval
  }

  /// The minute at which agreements made at `minute` end.
  func agreementEnd(from minute: Int) -> Int32 {
    let length = scenario.service.agreementMonths * SimulationClock.minutesPerYear / 12
    return Int32(min(SimulationClock.farthest, Double(minute) + length))
  }
}
