import SimulationKernel

// Instruments: proposal at a contact, request, waiting, start, and one of three ends.
extension Simulation {
  /// At a contact the worker may propose an instrument that fits what is believed of the client.
  mutating func considerInstrument(_ client: Int, worker: Int) {
    guard clients.service[client].trajectoryStage == .none else { return }
    var draws = stream(
      .trajectory, clients.state[client].streamID,
      draw: UInt64(clients.state[client].trajectoryDraws))
    clients.state[client].trajectoryDraws += 1
    for index in instruments.indices {
      let terms = instruments[index].terms
      let isProposed = draws.uniform() < terms.proposalShare
      guard isProposed, isEligible(client, for: index) else { continue }
      clients.service[client].trajectoryStage = .requested
      clients.service[client].instrument = UInt8(index)
      if terms.assessmentMinutes > 0 {
        addTask(.assessment, for: client, worker: worker, minutes: terms.assessmentMinutes)
      } else {
        addTask(.trajectoryRequest, for: client, worker: worker, minutes: terms.requestMinutes)
      }
      return
    }
  }

  /// Whether a client may start an instrument, as far as the organisation can tell.
  private mutating func isEligible(_ client: Int, for index: Int) -> Bool {
    let terms = instruments[index].terms
    let state = clients.state[client]
    let service = clients.service[client]
    let group = Int(service.believedGroup)
    return group >= instruments[index].fromGroup && group <= instruments[index].toGroup
      && instruments[index].segmentMask & (1 << UInt64(state.segment)) != 0
      && (!terms.registerOnly || state.isRegistered)
      && (terms.limitPerSpell == 0 || Int(service.trajectoryStarts) < terms.limitPerSpell)
      && (terms.budgetPerYearEuro == 0
        || spentThisYear(index) + terms.priceEuro <= terms.budgetPerYearEuro)
  }

  /// The calendar year of the present moment.
  private var year: Int { calendar.start.adding(days: now / SimulationClock.minutesPerDay).year }

  private mutating func spentThisYear(_ index: Int) -> Double {
    instruments[index].spentYear == year ? instruments[index].spent : 0
  }

  /// An assessment is made; the request follows.
  mutating func requestAfterAssessment(_ client: Int) {
    let worker = Int(clients.service[client].worker)
    guard clients.service[client].trajectoryStage == .requested, worker >= 0 else { return }
    let terms = instruments[Int(clients.service[client].instrument)].terms
    addTask(.trajectoryRequest, for: client, worker: worker, minutes: terms.requestMinutes)
  }

  /// The request is written: the client gets a place or waits for one.
  mutating func requestPlace(_ client: Int) {
    guard clients.service[client].trajectoryStage == .requested else { return }
    let instrument = Int(clients.service[client].instrument)
    guard reserveBudget(instrument) else {
      // The money ran out while the request was being written.
      clients.service[client].trajectoryStage = .none
      return
    }
    switch instruments[instrument].places.arrive(UInt32(client), at: Double(now)) {
    case .started, .preempted: reservePlace(client, instrument)
    case .queued, .refused: clients.service[client].trajectoryStage = .waiting
    }
  }

  /// Sets the price of one start aside, when the year's budget has room.
  private mutating func reserveBudget(_ index: Int) -> Bool {
    let terms = instruments[index].terms
    guard terms.budgetPerYearEuro > 0 else { return true }
    let spent = spentThisYear(index)
    guard spent + terms.priceEuro <= terms.budgetPerYearEuro else { return false }
    instruments[index].spent = spent + terms.priceEuro
    instruments[index].spentYear = year
    return true
  }

  mutating func reservePlace(_ client: Int, _ instrument: Int) {
    clients.service[client].trajectoryStage = .reserved
    let days = max(1, instruments[instrument].terms.waitingDays)
    let minutes = days * Double(SimulationClock.minutesPerDay)
    scheduleTrajectoryEvent(.trajectoryStart, client, after: SimulationClock.wholeMinutes(minutes))
  }

  private mutating func scheduleTrajectoryEvent(
    _ kind: EventKind, _ client: Int, after minutes: Int
  ) {
    clients.service[client].trajectoryEvent = Int32(now + minutes)
    schedule(kind, at: now + minutes, entity: client)
  }

  /// A trajectory starts; its length and end are drawn.
  mutating func startTrajectory(_ client: Int) {
    guard clients.service[client].trajectoryStage == .reserved,
      clients.service[client].trajectoryEvent == Int32(now)
    else { return }
    let instrument = Int(clients.service[client].instrument)
    let terms = instruments[instrument].terms
    var draws = stream(
      .trajectoryCourse, clients.state[client].streamID,
      draw: UInt64(clients.state[client].trajectoryDraws))
    let outcome = draws.uniform()
    var days = LogNormal(
      mean: terms.durationDays,
      coefficientOfVariation: max(1e-9, scenario.trajectories.lengthVariation)
    ).sample(using: &draws)
    if outcome < terms.dropOutShare {
      clients.service[client].trajectoryEnd = .dropOut
      days *= draws.uniform()
    } else if outcome < terms.dropOutShare + successChance(client, terms) {
      clients.service[client].trajectoryEnd = .success
    } else {
      clients.service[client].trajectoryEnd = .neutral
    }
    clients.service[client].trajectoryStage = .running
    clients.service[client].trajectoryStarts &+= 1
    observer.trajectoryStart(cells(of: client), price: terms.priceEuro)
    scheduleFollowUp(client)
    scheduleTrajectoryEvent(
      .trajectoryEnd, client,
      after: SimulationClock.wholeMinutes(days * Double(SimulationClock.minutesPerDay)))
  }

  /// The chance of success: higher when the client is well known, because the instrument then fits
  /// (E-215); `successShare` is that of a client who is just in view.
  private mutating func successChance(_ client: Int, _ terms: InstrumentTerms) -> Double {
    guard terms.knowledgeFit > 0 else { return terms.successShare }
    advanceTruth(client)
    let currency = knowledge.level(ofClient: client, at: now).currency
    let fit = 1 + terms.knowledgeFit * (currency - scenario.knowledge.inViewThreshold)
    return min(1 - terms.dropOutShare, max(0, terms.successShare * fit))
  }

  /// Schedules the next talk on progress, when the instrument asks for them.
  private mutating func scheduleFollowUp(_ client: Int) {
    let terms = instruments[Int(clients.service[client].instrument)].terms
    guard terms.followUpDays > 0 else { return }
    let minutes = terms.followUpDays * Double(SimulationClock.minutesPerDay)
    schedule(.followUp, at: now + SimulationClock.wholeMinutes(minutes), entity: client)
  }

  /// A talk on progress is due, if the trajectory still runs.
  mutating func considerFollowUp(_ client: Int) {
    let service = clients.service[client]
    guard clients.state[client].inStock, service.trajectoryStage == .running, service.worker >= 0
    else { return }
    let terms = instruments[Int(service.instrument)].terms
    addTask(
      .followUp, for: client, worker: Int(service.worker), minutes: terms.followUpMinutes)
    scheduleFollowUp(client)
  }

  /// A trajectory ends: in success, by dropping out, or in nothing.
  mutating func endTrajectory(_ client: Int) {
    guard clients.service[client].trajectoryStage == .running,
      clients.service[client].trajectoryEvent == Int32(now)
    else { return }
    let instrument = Int(clients.service[client].instrument)
    let terms = instruments[instrument].terms
    let end = clients.service[client].trajectoryEnd
    observer.trajectoryEnd(cells(of: client), isSuccess: end == .success)
    clients.service[client].trajectoryStage = .none
    givePlaceFree(client, instrument)
    if end == .success {
      advanceTruth(client, attribute: 0)
      setReadiness(client, clients.state[client].readiness + terms.readinessGain)
      if instruments[instrument].removedBarrier >= 0 {
        advanceTruth(client, attribute: instruments[instrument].removedBarrier)
        knowledge.setBarrier(
          client: client, attribute: instruments[instrument].removedBarrier, false)
      }
      if terms.workFactorAfter != 1 {
        clients.state[client].helpFactor = Float(terms.workFactorAfter)
        clients.state[client].helpUntil = Int32(now + Int(SimulationClock.minutesPerYear))
      }
      var draws = stream(
        .placement, clients.state[client].streamID,
        draw: UInt64(clients.state[client].trajectoryDraws))
      if draws.uniform() < terms.placementShare {
        observer.trajectoryPlacement()
        leaveStock(
          client, terms.isSubsidised ? .subsidised : .work, relapseFactor: terms.relapseFactor)
        return
      }
    }
    // The end of a trajectory is a reason to talk, whatever the norm says.
    if clients.service[client].stage == .none, clients.service[client].worker >= 0 {
      clients.service[client].due = min(clients.service[client].due, Int32(now))
      relist(client)
    }
  }

  /// A client who leaves gives up a place or a place in the queue.
  mutating func abandonTrajectory(_ client: Int, leavesForWork: Bool) {
    let instrument = Int(clients.service[client].instrument)
    let stage = clients.service[client].trajectoryStage
    clients.service[client].trajectoryStage = .none
    switch stage {
    case .none, .requested: break
    case .waiting:
      instruments[instrument].places.renege(UInt32(client), at: Double(now))
    case .reserved: givePlaceFree(client, instrument)
    case .running:
      observer.trajectoryEnd(cells(of: client), isSuccess: leavesForWork)
      givePlaceFree(client, instrument)
    }
  }

  private mutating func givePlaceFree(_ client: Int, _ instrument: Int) {
    if let next = instruments[instrument].places.finish(UInt32(client), at: Double(now)) {
      reservePlace(Int(next), instrument)
    }
  }

  /// Factor of a running trajectory on exits to work.
  mutating func lockInFactor(_ client: Int) -> Double {
    guard clients.service[client].trajectoryStage == .running else { return 1 }
    return instruments[Int(clients.service[client].instrument)].terms.lockInFactor
  }
}
