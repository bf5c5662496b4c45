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
    scheduleAudit()
    scheduleStaffReview()
  }

  private mutating func plan(_ kind: EventKind, on date: CivilDate, _ index: Int) {
    let day = date.dayNumber - calendar.start.dayNumber
    let minute = max(0, day) * SimulationClock.minutesPerDay
    if minute <= end { schedule(kind, at: minute, entity: index) }
  }

  // MARK: - Changes of parameters

  /// The values of a dated change come into force.
  mutating func applyChange(_ index: Int) {
    guard let next = changes[index].result.first else { return }
    let before = scenario
    current = CurrentScenario(next)
    groups = GroupConstants.table(of: scenario)
    segments = SegmentConstants.table(of: scenario)
    groupShares = GroupShares.table(of: scenario.population)
    roles.update(scenario)
    updateInstruments()
    if before.staffing.fte != scenario.staffing.fte
      || before.staffing.rule != scenario.staffing.rule
      || before.staffing.budgetPerYearEuro != scenario.staffing.budgetPerYearEuro
      || before.costs.ftePerYearEuro != scenario.costs.ftePerYearEuro
      || before.caseload.normPerFte != scenario.caseload.normPerFte
    {
      adjustStaff(
        role: RoleTable.caseworker,
        to: caseworkerFte(stock: Array(observer.stock[1...groups.count])))
      if before.staffing.rule == .fte || before.staffing.rule == .budget { scheduleStaffReview() }
    }
    for (index, role) in scenario.staffing.roles.enumerated()
    where before.staffing.roles[index].fte != role.fte {
      adjustStaff(role: index + 1, to: role.fte)
    }
    if before.knowledge.auditsPerYear == 0 { scheduleAudit() }
    if !isApplicationPending { scheduleNextApplication() }
    updateVacancies()
    restartStaffClocks(before)
    restartClocks(before)
    if before.service != scenario.service
      || before.population.segments != scenario.population.segments
    {
      planAnew()
    }
    serveWaitingClients()
  }

  /// Departures and swaps follow new rates from now on; chance has no memory, so they are drawn anew.
  private mutating func restartStaffClocks(_ before: Scenario) {
    for worker in workers.state.indices where workers.state[worker].activity != .gone {
      let isStaff = workers.state[worker].campaign == 0
      if before.staffing.turnoverPerYear != scenario.staffing.turnoverPerYear && isStaff {
        scheduleDeparture(worker)
      }
      if before.staffing.swapsPerYear != scenario.staffing.swapsPerYear && carriesCaseload(worker) {
        scheduleSwap(worker)
      }
    }
  }

  private mutating func updateInstruments() {
    let terms = InstrumentState.table(of: scenario)
    for index in instruments.indices {
      instruments[index].terms = terms[index].terms
      instruments[index].fromGroup = terms[index].fromGroup
      instruments[index].toGroup = terms[index].toGroup
      instruments[index].segmentMask = terms[index].segmentMask
      instruments[index].removedBarrier = terms[index].removedBarrier
      let places = scenario.trajectories.instruments[index].places
      guard places != instruments[index].places.capacity else { continue }
      for client in instruments[index].places.setCapacity(places, at: Double(now)) {
        reservePlace(Int(client), index)
      }
    }
  }

  /// Clocks of clients follow new rates from now on; chance has no memory, so they are drawn anew.
  private mutating func restartClocks(_ before: Scenario) {
    let service = scenario.service
    let outflow = scenario.outflow
    let isNew = (
      request: before.service.requestsPerYear != service.requestsPerYear,
      check: before.service.enforcement.checksPerYear != service.enforcement.checksPerYear,
      review: before.service.fileReview.perYear != service.fileReview.perYear,
      partTime: before.outflow.partTimeStartsPerYear != outflow.partTimeStartsPerYear
        || before.outflow.partTimeEndsPerYear != outflow.partTimeEndsPerYear
    )
    guard isNew.request || isNew.check || isNew.review || isNew.partTime else { return }
    if isNew.request { clockSettings.request &+= 1 }
    if isNew.check { clockSettings.check &+= 1 }
    if isNew.review { clockSettings.fileReview &+= 1 }
    if isNew.partTime { clockSettings.partTime &+= 1 }
    for client in clients.state.indices where clients.state[client].inStock {
      // A new number, because that of the running clock tells how long it was going to run.
      if isNew.request { scheduleRequest(client) }
      if isNew.check {
        clients.state[client].lifeDraws.checks &+= 1
        scheduleCheck(client)
      }
      if isNew.review {
        clients.state[client].lifeDraws.fileReviews &+= 1
        scheduleFileReview(client)
      }
      if isNew.partTime {
        clients.state[client].lifeDraws.partTimeChanges &+= 1
        schedulePartTime(client)
      }
    }
  }

  /// Clients at rest and dates of contacts follow the new policy.
  private mutating func planAnew() {
    for client in clients.state.indices where clients.state[client].inStock {
      let service = clients.service[client]
      clients.service[client].atRest = restsByPolicy(client, group: Int(service.believedGroup))
      guard service.intakeDone, service.stage == .none, service.campaign == 0 else { continue }
      var due = Double(service.lastContact) + contactInterval(client)
      if scenario.service.workItemExpiry && Int(service.agreementUntil) > now {
        due = min(due, Double(service.agreementUntil))
      }
      clients.service[client].due = Int32(min(SimulationClock.farthest, due))
      scheduleContactDue(client)
    }
  }

  // MARK: - Audits

  private mutating func scheduleAudit() {
    let perYear = scenario.knowledge.auditsPerYear
    guard perYear > 0 else { return }
    let gap = SimulationClock.wholeMinutes(SimulationClock.minutesPerYear / perYear)
    if now + gap <= end { schedule(.audit, at: now + gap) }
  }

  /// The register is audited: for a while more is registered.
  mutating func audit() {
    let length = scenario.knowledge.auditDays * Double(SimulationClock.minutesPerDay)
    auditUntil = now + Int(length)
    scheduleAudit()
  }

  // MARK: - Shocks to the organisation

  /// Part of the clients get another worker, and everybody is slower for a while.
  mutating func reorganise(_ index: Int) {
    let terms = interventions.reorganisations[index]
    slowUntil = now + Int(terms.learningDays * Double(SimulationClock.minutesPerDay))
    slowSpeed = terms.learningSpeed
    var moving: [Int] = []
    for client in clients.state.indices
    where clients.state[client].inStock && clients.service[client].worker >= 0 {
      var draws = stream(.reorganisation, clients.state[client].streamID, draw: UInt64(index))
      if draws.uniform() < terms.clientShare { moving.append(client) }
    }
    // Everyone who moves goes to the worker of the next one who moves, so that caseloads keep their
    // size; a client whose next worker is the same stays.
    var destinations = moving.map { clients.service[$0].worker }
    if let first = destinations.first {
      destinations.removeFirst()
      destinations.append(first)
    }
    for (client, worker) in zip(moving, destinations)
    where clients.service[client].worker != worker
      && workers.state[Int(worker)].pool
        == workers.state[Int(clients.service[client].worker)].pool
    {
      handOver(client, to: Int(worker))
    }
  }

  /// Registered items are lost, and workers spend time on retyping and repair.
  mutating func migrate(_ index: Int) {
    let terms = interventions.migrations[index]
    for client in clients.state.indices where !clients.state[client].isGone {
      var draws = stream(.migration, clients.state[client].streamID, draw: UInt64(index))
      let base = client * knowledge.attributeCount
      for attribute in 0..<knowledge.attributeCount where draws.uniform() < terms.lossShare {
        knowledge.records[base + attribute].loseRegister()
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
        client: client, attribute: 0, at: now, accuracy: terms.accuracy, isCorrect: isCorrect)
      classify(client, isCorrect: isCorrect, draw: draw)
    }
    addWorkPerClient(.sideTask, minutes: terms.minutesPerClient * terms.share)
  }

  /// Adds work for every client to the duties of the client's worker.
  private mutating func addWorkPerClient(_ kind: TaskKind, minutes: Double) {
    for worker in workers.state.indices where workers.state[worker].activity != .gone {
      addDuty(
        kind, worker, minutes: Int((Double(workers.clients[worker].count) * minutes).rounded()))
    }
  }
}
