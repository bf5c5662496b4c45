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
    let group = Int(clients.service[client].believedGroup)
    for index in instruments.indices {
      let terms = scenario.trajectories.instruments[index]
      let isProposed = draws.uniform() < terms.proposalShare
      guard isProposed, group >= instruments[index].fromGroup, group <= instruments[index].toGroup
      else { continue }
      clients.service[client].trajectoryStage = .requested
      clients.service[client].instrument = UInt8(index)
      addTask(.trajectoryRequest, for: client, worker: worker, minutes: terms.requestMinutes)
      return
    }
  }

  /// The request is written: the client gets a place or waits for one.
  mutating func requestPlace(_ client: Int) {
    guard clients.service[client].trajectoryStage == .requested else { return }
    let instrument = Int(clients.service[client].instrument)
    switch instruments[instrument].places.arrive(UInt32(client), at: Double(now)) {
    case .started, .preempted: reservePlace(client, instrument)
    case .queued, .refused: clients.service[client].trajectoryStage = .waiting
    }
  }

  private mutating func reservePlace(_ client: Int, _ instrument: Int) {
    clients.service[client].trajectoryStage = .reserved
    let days = max(1, scenario.trajectories.instruments[instrument].waitingDays)
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
    let terms = scenario.trajectories.instruments[instrument]
    var draws = stream(
      .trajectoryCourse, clients.state[client].streamID,
      draw: UInt64(clients.state[client].trajectoryDraws))
    let outcome = draws.uniform()
    var days = LogNormal(mean: terms.durationDays, coefficientOfVariation: 0.3).sample(
      using: &draws)
    if outcome < terms.dropOutShare {
      clients.service[client].trajectoryEnd = .dropOut
      days *= draws.uniform()
    } else if outcome < terms.dropOutShare + terms.successShare {
      clients.service[client].trajectoryEnd = .success
    } else {
      clients.service[client].trajectoryEnd = .neutral
    }
    clients.service[client].trajectoryStage = .running
    observer.trajectoryStart(
      group: Int(clients.service[client].believedGroup), price: terms.priceEuro)
    scheduleTrajectoryEvent(
      .trajectoryEnd, client,
      after: SimulationClock.wholeMinutes(days * Double(SimulationClock.minutesPerDay)))
  }

  /// A trajectory ends: in success, by dropping out, or in nothing.
  mutating func endTrajectory(_ client: Int) {
    guard clients.service[client].trajectoryStage == .running,
      clients.service[client].trajectoryEvent == Int32(now)
    else { return }
    let instrument = Int(clients.service[client].instrument)
    let terms = scenario.trajectories.instruments[instrument]
    let end = clients.service[client].trajectoryEnd
    observer.trajectoryEnd(
      group: Int(clients.service[client].believedGroup), isSuccess: end == .success)
    clients.service[client].trajectoryStage = .none
    givePlaceFree(client, instrument)
    if end == .success {
      advanceTruth(client, attribute: 0)
      setReadiness(client, clients.state[client].readiness + terms.readinessGain)
      var draws = stream(
        .placement, clients.state[client].streamID,
        draw: UInt64(clients.state[client].trajectoryDraws))
      if draws.uniform() < terms.placementShare {
        leaveStock(client, .work)
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
      observer.trajectoryEnd(
        group: Int(clients.service[client].believedGroup), isSuccess: leavesForWork)
      givePlaceFree(client, instrument)
    }
  }

  private mutating func givePlaceFree(_ client: Int, _ instrument: Int) {
    if let next = instruments[instrument].places.finish(UInt32(client), at: Double(now)) {
      reservePlace(Int(next), instrument)
    }
  }

  /// Factor of a running trajectory on exits to work.
  func lockInFactor(_ client: Int) -> Double {
    guard clients.service[client].trajectoryStage == .running else { return 1 }
    return scenario.trajectories.instruments[Int(clients.service[client].instrument)].lockInFactor
  }
}
