// What is seen of the stock and the staff at an observation; nothing is changed by it but the observer.
extension Simulation {
  /// Reads the stock, whose truth is up to the present.
  mutating func observeClients() {
    var stock = ObservedStock(groupCount: groups.count, segmentCount: segments.count)
    let isRead = isRecorded && recorder?.onClientReading != nil
    for client in clients.state.indices where clients.state[client].inStock {
      let level = knowledge.level(ofClient: client, at: clock.now)
      check(level, client)
      stock.add(reading(of: client, level))
      let start = Int(clients.state[client].spellStart)
      observer.addExposure(
        clients.cells(of: client), from: observer.exposureBegins(client, spellStart: start),
        to: clock.now - start)
      if isRead { note(reading(of: client, level), of: client) }
    }
    stock.closeBatch()
    observer.add(stock, withoutWorker: staff.unassigned.count)
  }

  private mutating func reading(of client: Int, _ level: KnowledgeLevel) -> ObservedClient {
    let day = SimulationClock.minutesPerDay
    let truth = Int(clients.state[client].trueGroup)
    let intakeDone = clients.service[client].intakeDone
    let daysInStock = (clock.now - Int(clients.state[client].spellStart)) / day
    return ObservedClient(
      believedGroup: Int(clients.service[client].believedGroup), trueGroup: truth,
      segment: Int(clients.state[client].segment),
      daysInStock: daysInStock,
      contactHours: min(daysInStock, clock.day) < 366
        ? .unknown
        : ContactHours(minutes: observer.course(of: client).contact.inAYear(upTo: clock.now)),
      daysUnseen: (clock.now - Int(clients.service[client].lastContact)) / day,
      daysWithoutAnyContact: (clock.now - Int(clients.service[client].lastAnyContact)) / day,
      contactsAfterIntake: Int(clients.service[client].contactsAfterIntake),
      hasAgreements: Int(clients.service[client].agreementUntil) >= clock.now,
      isOverdue: Int(clients.service[client].due) < clock.now,
      worksPartTime: clients.state[client].worksPartTime,
      isTrulyReadiest: truth == groups.count - 1,
      // Somebody who has not been spoken to cannot be judged, whatever a file from elsewhere says.
      isInView: level.currency >= terms.scenario.knowledge.inViewThreshold && intakeDone,
      trajectoryStage: clients.service[client].trajectoryStage,
      supportGap: supportGap(client), level: level,
      readiness: clients.state[client].readiness,
      attention: attentionLeft(client))
  }

  /// What is left of the attention that talks have given a client, in hours.
  mutating func attentionLeft(_ client: Int) -> Double {
    let attention = clients.attention[client]
    let age = Double(clock.now - Int(attention.minute))
    return Double(attention.stock) * knowledge.faded(terms.attention.fading * age)
  }

  private mutating func check(_ level: KnowledgeLevel, _ client: Int) {
    if !(level.currency >= 0 && level.currency <= 1 + 1e-12) {
      violated(.knowledgeWithinUnit, entity: client, expected: 1, found: level.currency)
    }
    if !(level.accuracy >= 0 && level.accuracy <= 1 + 1e-12) {
      violated(.knowledgeWithinUnit, entity: client, expected: 1, found: level.accuracy)
    }
  }

  /// Reads those who work here, whose open work has been noted.
  mutating func observeWorkers() {
    var observed = ObservedStaff()
    for worker in staff.workers.indices
    where staff.workers[worker].activity != .gone && staff.workers[worker].campaign == 0 {
      let found = reading(ofWorker: worker)
      if found.carriesCaseload { observed.add(found) }
      observer.add(found)
    }
    observed.sort()
    observer.add(observed)
  }

  /// What is seen of a worker.
  mutating func reading(ofWorker worker: Int) -> ObservedWorker {
    let state = staff.workers[worker]
    let load = staff.load(of: worker)
    let attempted = attemptedDays(of: worker)
    let ownNorm =
      scenario.caseload.tooLargeFrom + state.ownNormDeviation * scenario.caseload.tooLargeSpread
    let sinceSwap = Double(clock.now - Int(state.lastSwap))
    return ObservedWorker(
      role: Int(state.role), carriesCaseload: staff.carriesCaseload(worker),
      clients: staff.caseloads[worker].count, fte: state.fte, load: load,
      backlogDays: backlogDays(of: worker), attemptedDays: attempted,
      pressureFactor: state.pressureFactor,
      isUnderHighPressure: staff.isUnderHighPressure(worker, attempted: attempted, under: terms),
      hasTooLargeCaseload: feltLoad(of: worker) > ownNorm,
      hasSwappedWithinAYear: sinceSwap < SimulationClock.minutesPerYear,
      fallsShort: staff.dueWork.fallsShort(worker, share: scenario.staffing.lateness.share))
  }

  /// Initial stock plus inflow minus outflow is the stock.
  mutating func checkBalance() {
    let expected = observer.initial + observer.entries - observer.exits
    if observer.stock[0] != expected {
      violated(
        .clientsBalance, entity: -1, expected: Double(expected), found: Double(observer.stock[0]))
    }
  }
}

extension Clients {
  /// The metric cells of a client.
  func cells(of client: Int) -> MetricCells {
    MetricCells(
      group: Int(service[client].believedGroup),
      segment: Int(state[client].segment))
  }
}
