import SimulationKernel

// What happens on a date: changes of parameters, reorganisations, migrations, classifications, audits.
extension Simulation {
  /// Schedules everything that has a date, and what comes back regularly.
  mutating func scheduleInterventions() {
    for (index, change) in changes.enumerated() { plan(.change, on: change.date, index) }
    for (index, campaign) in interventions.campaigns.enumerated() {
      plan(.campaignStart, on: campaign.date, index)
    }
    for (index, reorganisation) in interventions.reorganisations.enumerated() {
      plan(.reorganisation, on: reorganisation.date, index)
    }
    for (index, migration) in interventions.migrations.enumerated() {
      plan(.migration, on: migration.date, index)
    }
    for (index, classification) in interventions.classifications.enumerated() {
      plan(.classification, on: classification.date, index)
    }
    audits.scheduleNext(under: terms, on: &clock)
    scheduleStaffReview()
  }

  private mutating func plan(_ kind: EventKind, on date: CivilDate, _ index: Int) {
    let day = date.dayNumber - clock.calendar.start.dayNumber
    let minute = max(0, day) * SimulationClock.minutesPerDay
    if minute < clock.end { schedule(kind, at: minute, entity: index) }
  }

  // MARK: - Shocks to the organisation

  /// Part of the clients get another worker, and everybody is slower for a while.
  mutating func reorganise(_ index: Int) {
    let terms = interventions.reorganisations[index]
    let length = Int(terms.learningDays * Double(SimulationClock.minutesPerDay))
    staff.slowDown(to: terms.learningSpeed, until: clock.now + length, at: clock.now)
    var moving: [Int] = []
    for client in clients.state.indices
    where clients.state[client].inStock && clients.service[client].worker >= 0 {
      var draws = stream(.reorganisation, clients.state[client].streamID, draw: UInt64(index))
      if draws.uniform() < terms.clientShare { moving.append(client) }
    }
    // Everyone who moves goes to the worker of the next one of the same pool who moves, so that caseloads
    // keep their size; a client whose next worker is the same stays.
    var destinations = moving.map { clients.service[$0].worker }
    var first = [Int32](repeating: -1, count: staff.pools.count)
    var last = [Int](repeating: -1, count: staff.pools.count)
    for (place, client) in moving.enumerated() {
      let worker = clients.service[client].worker
      let pool = Int(staff.workers[Int(worker)].pool)
      if first[pool] < 0 { first[pool] = worker } else { destinations[last[pool]] = worker }
      last[pool] = place
    }
    for pool in first.indices where first[pool] >= 0 { destinations[last[pool]] = first[pool] }
    for (client, worker) in zip(moving, destinations) where clients.service[client].worker != worker
    {
      handOver(client, to: Int(worker))
    }
  }

  /// Registered items are lost, and workers spend time on retyping and repair.
  mutating func migrate(_ index: Int) {
    let terms = interventions.migrations[index]
    for client in clients.state.indices where !clients.state[client].isGone {
      var draws = stream(.migration, clients.state[client].streamID, draw: UInt64(index))
      for attribute in 0..<knowledge.attributeCount where draws.uniform() < terms.lossShare {
        knowledge.loseRegister(client: client, attribute: attribute)
      }
    }
    addWorkPerClient(.administration, minutes: terms.minutesPerClient)
  }

  /// The stock is put in classes, from files or short talks.
  mutating func classifyStock(_ index: Int) {
    let terms = interventions.classifications[index]
    for client in clients.state.indices where clients.state[client].inStock {
      var draws = stream(.classification, clients.state[client].streamID, draw: UInt64(index))
      let isReached = draws.uniform() < terms.share
      let draw = draws.uniform()
      guard isReached else { continue }
      advanceTruth(client, attribute: 0)
      let isCorrect = draw < terms.accuracy
      knowledge.record(
        client: client, attribute: 0, at: clock.now, accuracy: terms.accuracy, isCorrect: isCorrect)
      classify(
        client, Judgement(isCorrect: isCorrect, draw: draw, accuracy: terms.accuracy),
        on: .classification)
      moveToPool(client)
    }
    addWorkPerClient(.sideTask, minutes: terms.minutesPerClient * terms.share)
  }

  /// Adds work for every client to the duties of the client's worker.
  private mutating func addWorkPerClient(_ kind: TaskKind, minutes: Double) {
    for worker in staff.workers.indices where staff.workers[worker].activity != .gone {
      addDuty(
        kind, worker, minutes: Int((Double(staff.caseloads[worker].count) * minutes).rounded()))
    }
  }
}
