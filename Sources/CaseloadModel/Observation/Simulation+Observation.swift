import SimulationKernel

// What is seen of the stock and the staff at the end of a month.
extension Simulation {
  /// Observes the stock, closes the period and schedules the next observation.
  mutating func observe() {
    if now > warmUpEnd {
      observeClients()
      observeWorkers()
    } else if now == warmUpEnd {
      beginWindow()
    }
    checkBalance()
    observer.closePeriod(
      at: now, staffCost: staffCost)
    let next = observer.nextObservation
    if next < observer.days.days.count {
      schedule(.observation, at: observer.days.days[next] * SimulationClock.minutesPerDay)
    }
  }

  /// Nobody looks before the end of the warm-up; what has happened until then is not counted after it.
  private mutating func beginWindow() {
    for client in clients.state.indices where clients.state[client].inStock {
      advanceTruth(client)
      _ = clients.service[client].takeContactMinutes()
    }
  }

  private mutating func observeClients() {
    var sinceContact = DayCounts()
    var contactBand = ReadinessBands()
    var tally = StockTally(groupCount: groups.count, segmentCount: segments.count)
    for client in clients.state.indices where clients.state[client].inStock {
      advanceTruth(client)
      let level = knowledge.level(ofClient: client, at: now)
      check(level, client)
      let unseenDays =
        (now - Int(clients.service[client].lastContact)) / SimulationClock.minutesPerDay
      sinceContact.add(unseenDays)
      tally.add(cells(of: client), flags(of: client, unseenDays: unseenDays, level), level)
      contactBand.add(
        readiness: clients.state[client].readiness,
        minutes: clients.service[client].takeContactMinutes())
    }
    tally.report(to: &observer)
    // One value per observation, so that the window holds the mean over observations.
    observer.observeStock()
    observer.add(
      .caseloadWaiting, Double(unassigned.count), Double(max(1, observer.stock[0])))
    if sinceContact.count > 0 {
      observer.add(.contactSinceLastP50, Double(sinceContact.quantile(0.5)), 1)
      observer.add(.contactSinceLastP90, Double(sinceContact.quantile(0.9)), 1)
    }
    let (top, bottom) = contactBand.meanOfTopAndBottomQuintile()
    observer.add(.equityContactHours, top, bottom)
  }

  /// What a client is and is not at an observation.
  private mutating func flags(
    of client: Int, unseenDays: Int, _ level: KnowledgeLevel
  ) -> ClientFlags {
    let day = SimulationClock.minutesPerDay
    let truth = Int(clients.state[client].trueGroup)
    let believed = Int(clients.service[client].believedGroup)
    let stage = clients.service[client].trajectoryStage
    var flags: ClientFlags = []
    if unseenDays >= 182 { flags.insert(.unseen6m) }
    if unseenDays >= 365 { flags.insert(.unseen12m) }
    if unseenDays >= 730 { flags.insert(.unseen24m) }
    if now - Int(clients.state[client].spellStart) >= 182 * day {
      flags.insert(.settled)
      if unseenDays >= 182 { flags.insert(.settledUnseen6m) }
    }
    if now - Int(clients.service[client].lastAnyContact) >= 182 * day {
      flags.insert(.unseen6mAnyChannel)
    }
    if clients.service[client].contactsAfterIntake == 0 { flags.insert(.unseenNever) }
    if Int(clients.service[client].agreementUntil) < now { flags.insert(.agreementsNone) }
    if Int(clients.service[client].due) < now { flags.insert(.contactOverdue) }
    if now - Int(clients.state[client].spellStart) >= 1_826 * day { flags.insert(.durationOver5y) }
    if stage == .waiting || stage == .requested { flags.insert(.serviceUnmet) }
    if stage == .running { flags.insert(.onTrajectory) }
    if believed == truth { flags.insert(.classificationCorrect) }
    if truth == groups.count - 1 && believed < truth { flags.insert(.potentialHidden) }
    if clients.state[client].worksPartTime { flags.insert(.workPartTime) }
    // Somebody who has not been spoken to cannot be judged, whatever a file from elsewhere says.
    if level.currency < scenario.knowledge.inViewThreshold || !clients.service[client].intakeDone {
      flags.insert(.notInView)
    }
    return flags
  }

  private mutating func check(_ level: KnowledgeLevel, _ client: Int) {
    if !(level.currency >= 0 && level.currency <= 1 + 1e-12) {
      violated(.knowledgeWithinUnit, entity: client, expected: 1, found: level.currency)
    }
    if !(level.accuracy >= 0 && level.accuracy <= 1 + 1e-12) {
      violated(.knowledgeWithinUnit, entity: client, expected: 1, found: level.accuracy)
    }
  }

  private mutating func observeWorkers() {
    var sizes: [Int] = []
    var fte = 0.0
    var pairs = PairMoments()
    for worker in workers.state.indices
    where workers.state[worker].activity != .gone && carriesCaseload(worker) {
      let state = workers.state[worker]
      sizes.append(workers.clients[worker].count)
      fte += state.fte
      let backlog = backlogDays(of: worker)
      let ownNorm =
        scenario.caseload.tooLargeFrom + state.ownNormDeviation * scenario.caseload.tooLargeSpread
      observer.add(.workloadBacklogDays, backlog, 1)
      observer.add(.workloadOverAWeek, backlog > 5 ? 1 : 0, 1)
      let sinceSwap = now - Int(state.lastSwap)
      observer.add(
        .workloadSwapped12m, Double(sinceSwap) < SimulationClock.minutesPerYear ? 1 : 0, 1)
      pairs.add(load(of: worker), backlog / max(1e-9, state.pressureFactor))
      observer.add(
        .workloadPressureHigh,
        backlog >= scenario.staffing.pressureHighFromDays * state.pressureFactor ? 1 : 0, 1)
      observer.add(.workloadTooLarge, load(of: worker) > ownNorm ? 1 : 0, 1)
    }
    guard !sizes.isEmpty else { return }
    if let correlation = pairs.correlation {
      observer.add(.workloadPressureByCaseload, correlation, 1)
    }
    sizes.sort()
    let held = sizes.reduce(0, +)
    observer.add(.caseloadPerWorkerMean, Double(held) / Double(sizes.count), 1)
    observer.add(.caseloadPerFte, Double(held) / fte, 1)
    let rank = { (share: Double) in
      Double(sizes[min(sizes.count - 1, Int(share * Double(sizes.count)))])
    }
    observer.add(.caseloadPerWorkerP10, rank(0.1), 1)
    observer.add(.caseloadPerWorkerP50, rank(0.5), 1)
    observer.add(.caseloadPerWorkerP90, rank(0.9), 1)
  }

  /// Initial stock plus inflow minus outflow is the stock.
  private mutating func checkBalance() {
    let expected = observer.initial + observer.entries - observer.exits
    if observer.stock[0] != expected {
      violated(
        .clientsBalance, entity: -1, expected: Double(expected), found: Double(observer.stock[0]))
    }
  }
}
