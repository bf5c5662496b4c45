import SimulationKernel

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
    let observation = Observation(
      chance: Knowledge.chance(
        ofLearning: information, skill: staff.workers[worker].skill),
      accuracy: accuracy,
      healthFactor: scenario.diagnosis.healthAccuracyFactor,
      fading: staff.workers[worker].memoryFading, store: store)
    let judgement = knowledge.learn(client, by: observation, at: clock.now, using: &draws)
    if let judgement, isIntake || scenario.diagnosis.reclassifyAtContacts {
      classify(client, judgement, on: isIntake ? .intake : .contact)
    }
  }

  /// At the intake expertise may be purchased; its result returns after a while.
  mutating func considerPurchasedDiagnosis(_ client: Int) {
    guard scenario.diagnosis.purchasedShare > 0 else { return }
    var draws = stream(
      .purchasedDiagnosis, clients.state[client].streamID,
      draw: 2 * UInt64(clients.state[client].spells))
    guard draws.uniform() < scenario.diagnosis.purchasedShare else { return }
    let price = scenario.diagnosis.purchasedPriceEuro
    observer.purchase(price: price)
    note(.expertiseBought, client: client, EventDetail(amount: price))
    let minutes = scenario.diagnosis.purchasedDelayDays * Double(SimulationClock.minutesPerDay)
    schedule(
      .diagnosisReturned, at: clock.now + SimulationClock.wholeMinutes(minutes), entity: client)
  }

  /// The result of purchased expertise goes to the register; health is no harder for an expert.
  mutating func receiveDiagnosis(_ client: Int) {
    var draws = stream(
      .purchasedDiagnosis, clients.state[client].streamID,
      draw: 2 * UInt64(clients.state[client].spells) + 1)
    advanceTruth(client)
    let accuracy = scenario.diagnosis.purchasedAccuracy
    for attribute in 0..<knowledge.attributeCount {
      let draw = draws.uniform()
      knowledge.record(
        client: client, attribute: attribute, at: clock.now, accuracy: accuracy,
        isCorrect: draw < accuracy)
      if attribute == 0 {
        let judgement = Judgement(isCorrect: draw < accuracy, draw: draw, accuracy: accuracy)
        classify(client, judgement, on: .intake)
      }
    }
    note(.expertiseReturned, client: client)
    moveToPool(client)
  }

  /// The worker puts the client in a group: the true one, or a neighbour when mistaken.
  ///
  /// What was learned of readiness just now is worth what that judgement is worth.
  mutating func classify(
    _ client: Int, _ judgement: Judgement, on occasion: JudgementOccasion
  ) {
    let truth = Int(clients.state[client].trueGroup)
    var believed = truth
    if groups.count > 1 {
      if !judgement.isCorrect {
        // The draw lies above the accuracy; its last digits decide the direction of the mistake.
        let goesUp = (judgement.draw * 1024) - Double(Int(judgement.draw * 1024)) < 0.5
        believed = judgedGroups.mistake(about: truth, goesUp: goesUp)
      }
      knowledge.revalue(
        client: client, attribute: 0, observedAt: clock.now,
        accuracy: judgedGroups.predictiveValue(
          of: believed, accuracy: judgement.accuracy, on: occasion))
      judgedGroups.note(truth, on: occasion)
    }
    believe(client, group: believed)
  }

  /// Changes the believed group and what follows from it.
  private mutating func believe(_ client: Int, group: Int) {
    let before = Int(clients.service[client].believedGroup)
    let rests = terms.restsByPolicy(clients.state[client], group: group)
    guard group != before || rests != clients.service[client].atRest else { return }
    let intervalBefore = contactInterval(client)
    if before != group {
      let cellsBefore = clients.cells(of: client)
      clients.believe(client, isOf: group)
      observer.move(
        client, from: cellsBefore, to: clients.cells(of: client),
        spellStart: Int(clients.state[client].spellStart), at: clock.now)
      note(.classified, client: client, EventDetail(subject: before))
    }
    clients.setRest(client, rests)
    followPolicy(client, intervalBefore: intervalBefore)
  }
}
