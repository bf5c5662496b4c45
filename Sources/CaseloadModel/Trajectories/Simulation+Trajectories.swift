import SimulationKernel

// Instruments: proposal at a contact, request, waiting, start, and one of three ends.
extension Simulation {
  /// At a contact the worker may propose an instrument that fits what is believed of the client.
  mutating func considerInstrument(_ client: Int, worker: Int) {
    guard clients.service[client].trajectoryStage == .none else { return }
    let number = clients.takeProposalNumber(of: client)
    var draws = stream(.trajectory, clients.state[client].streamID, draw: UInt64(number))
    for index in trajectories.instruments.indices {
      let draw = draws.uniform()
      let proposalShare = trajectories.instruments[index].terms.proposalShare
      let isForNeed =
        draw >= proposalShare && draw < scenario.trajectories.offerShareForNeed
        && hasKnownNeed(client, servedBy: index)
      guard draw < proposalShare || isForNeed,
        trajectories.isEligible(clients.state[client], clients.service[client], for: index)
      else { continue }
      guard trajectories.hasBudget(for: index, in: year) else {
        clients.deny(index, to: client)
        continue
      }
      let terms = trajectories.instruments[index].terms
      clients.propose(index, to: client)
      observer.instrumentProposed(client, at: clock.now)
      note(.instrumentProposed, client: client, worker: worker, EventDetail(subject: index))
      if terms.assessmentMinutes > 0 {
        addTask(.assessment, for: client, worker: worker, minutes: terms.assessmentMinutes)
      } else {
        addTask(.trajectoryRequest, for: client, worker: worker, minutes: terms.requestMinutes)
      }
      return
    }
  }

  /// The calendar year of the present moment.
  var year: Int {
    clock.calendar.start.adding(days: clock.now / SimulationClock.minutesPerDay).year
  }

  /// An assessment is made; the request follows.
  mutating func requestAfterAssessment(_ client: Int) {
    let worker = Int(clients.service[client].worker)
    guard clients.service[client].trajectoryStage == .requested else { return }
    let terms = trajectories.instruments[Int(clients.service[client].instrument)].terms
    addTask(.trajectoryRequest, for: client, worker: worker, minutes: terms.requestMinutes)
  }

  /// The request is written: the client gets a place or waits for one.
  mutating func requestPlace(_ client: Int) {
    guard clients.service[client].trajectoryStage == .requested else { return }
    let instrument = Int(clients.service[client].instrument)
    guard trajectories.reserveBudget(instrument, in: year) else {
      // The money ran out while the request was being written.
      clients.deny(instrument, to: client)
      note(.instrumentRefused, client: client, EventDetail(subject: instrument))
      return
    }
    note(.instrumentRequested, client: client, EventDetail(subject: instrument))
    clients.request(client, budgetYear: year - clock.calendar.start.year)
    var draws = stream(
      .trajectoryWaiting, clients.state[client].streamID,
      draw: UInt64(clients.state[client].trajectoryDraws))
    let mean = trajectories.instruments[instrument].terms.waitingDays
    let days = mean > 0 ? mean * trajectoryLength.sample(using: &draws) : 0
    let minutes = days * Double(SimulationClock.minutesPerDay)
    schedule(
      .trajectoryStart, at: clock.now + SimulationClock.wholeMinutes(minutes), entity: client)
  }

  /// How times on and before trajectories spread around their mean.
  private var trajectoryLength: LogNormal {
    LogNormal(
      mean: 1, coefficientOfVariation: scenario.trajectories.lengthVariation)
  }

  /// A request has been dealt with: the client takes a place, or waits in line for one.
  ///
  /// A place is taken only while its client is on the instrument.
  mutating func takePlace(_ client: Int) {
    assert(clients.service[client].trajectoryStage == .pending, "no request is being dealt with")
    let instrument = Int(clients.service[client].instrument)
    clients.awaitPlace(client)
    switch trajectories.instruments[instrument].places.arrive(UInt32(client), at: Double(clock.now))
    {
    case .started, .preempted: startTrajectory(client)
    case .queued, .refused:
      note(.waitsForPlace, client: client, EventDetail(subject: instrument))
    }
  }

  /// A trajectory starts; its length and end are drawn.
  mutating func startTrajectory(_ client: Int) {
    let instrument = Int(clients.service[client].instrument)
    let terms = trajectories.instruments[instrument].terms
    var draws = stream(
      .trajectoryCourse, clients.state[client].streamID,
      draw: UInt64(clients.state[client].trajectoryDraws))
    let outcome = draws.uniform()
    var days = terms.durationDays * trajectoryLength.sample(using: &draws)
    var end = TrajectoryEnd.neutral
    if outcome < terms.dropOutShare {
      end = .dropOut
      days *= draws.uniform()
    } else if outcome < terms.dropOutShare + successChance(client, terms) {
      end = .success
    }
    clients.startTrajectory(client, endingIn: end)
    trajectories.spendReserve(instrument, of: budgetYear(of: client))
    observer.trajectoryStart(
      client, clients.cells(of: client), price: terms.priceEuro, at: clock.now)
    note(
      .trajectoryStarted, client: client,
      EventDetail(subject: instrument, amount: terms.priceEuro))
    scheduleFollowUp(client)
    let length = SimulationClock.wholeMinutes(days * Double(SimulationClock.minutesPerDay))
    schedule(.trajectoryEnd, at: clock.now + length, entity: client)
  }

  /// The chance of success: higher when the client is well known, because the instrument then fits
  /// (E-215); `successShare` is that of a client who is just in view.
  private mutating func successChance(_ client: Int, _ terms: Instrument) -> Double {
    guard terms.knowledgeFit > 0 else { return terms.successShare }
    advanceTruth(client)
    let currency = knowledge.level(ofClient: client, at: clock.now).currency
    let fit = 1 + terms.knowledgeFit * (currency - scenario.knowledge.inViewThreshold)
    return min(1 - terms.dropOutShare, max(0, terms.successShare * fit))
  }

  /// A trajectory ends: in success, by dropping out, or in nothing.
  mutating func endTrajectory(_ client: Int) {
    assert(clients.service[client].trajectoryStage == .running, "no trajectory runs")
    let instrument = Int(clients.service[client].instrument)
    let terms = trajectories.instruments[instrument].terms
    let end = clients.service[client].trajectoryEnd
    observer.trajectoryEnd(clients.cells(of: client), isSuccess: end == .success)
    note(
      .trajectoryEnded, client: client,
      EventDetail(subject: instrument, outcome: RecordedOutcome(end)))
    clients.endTrajectory(client)
    givePlaceFree(client, instrument)
    if end == .success {
      endNeeds(client, servedBy: instrument)
      advanceTruth(client, attribute: 0)
      setReadiness(client, clients.state[client].readiness + terms.readinessGain)
      // Everybody knows that what was noted before does not hold any more.
      if terms.readinessGain > 0 { knowledge.lapse(client: client, attribute: 0) }
      let removed = trajectories.instruments[instrument].removedBarrier
      if removed >= 0 {
        advanceTruth(client, attribute: removed)
        knowledge.setBarrier(client: client, attribute: removed, false)
        knowledge.lapse(client: client, attribute: removed)
      }
      if terms.workFactorAfter != 1 {
        let length = terms.workFactorAfterDays * Double(SimulationClock.minutesPerDay)
        clients.help(client, factor: terms.workFactorAfter, until: clock.now + Int(length))
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
    if clients.service[client].stage == .none {
      clients.bringForward(client, to: clock.now)
      relist(client)
    }
  }

  /// A client who leaves gives up a place or a place in the queue.
  mutating func abandonTrajectory(_ client: Int, leavesForWork: Bool) {
    let instrument = Int(clients.service[client].instrument)
    let stage = clients.service[client].trajectoryStage
    clients.endTrajectory(client)
    switch stage {
    case .none, .requested: break
    case .pending: returnBudget(of: client)
    case .waiting:
      trajectories.instruments[instrument].places.renege(UInt32(client), at: Double(clock.now))
      returnBudget(of: client)
    case .running:
      observer.trajectoryAbandoned(clients.cells(of: client), leavesForWork: leavesForWork)
      note(
        .trajectoryAbandoned, client: client,
        EventDetail(subject: instrument, outcome: leavesForWork ? .work : .none))
      givePlaceFree(client, instrument)
    }
  }

  /// The money that was set aside for a start that is cancelled comes back.
  private mutating func returnBudget(of client: Int) {
    trajectories.returnBudget(
      Int(clients.service[client].instrument), of: budgetYear(of: client))
  }

  /// The calendar year whose budget pays a client's trajectory.
  private mutating func budgetYear(of client: Int) -> Int {
    clock.calendar.start.year + Int(clients.state[client].budgetYear)
  }

  private mutating func givePlaceFree(_ client: Int, _ instrument: Int) {
    if let next = trajectories.instruments[instrument].places.finish(
      UInt32(client), at: Double(clock.now))
    {
      startTrajectory(Int(next))
    }
  }

  // MARK: - Changed terms

  /// Instruments follow their new terms: places that are added go to those who wait, and talks on
  /// progress are planned anew.
  mutating func adoptInstruments(before: Terms) {
    for index in trajectories.adopt(terms) {
      for client in trajectories.openPlaces(on: index, at: clock.now) {
        startTrajectory(Int(client))
      }
    }
    let changed = trajectories.adoptFollowUps(before: before)
    guard !changed.isEmpty else { return }
    for client in clients.state.indices
    where clients.state[client].inStock && clients.service[client].trajectoryStage == .running
      && changed.contains(Int(clients.service[client].instrument))
    {
      scheduleFollowUp(client)
    }
  }
}
