import SimulationKernel

// What happens to clients apart from service: shocks, part-time work, and the end of a law.
extension Simulation {
  /// The metric cells of a client.
  mutating func cells(of client: Int) -> MetricCells {
    MetricCells(
      group: Int(clients.service[client].believedGroup),
      segment: Int(clients.state[client].segment))
  }

  /// What the client's benefit costs at present, in euro a year.
  mutating func benefit(of client: Int) -> Double {
    let state = clients.state[client]
    let full = segments[Int(state.segment)].benefitPerYear
    return state.worksPartTime ? full * scenario.outflow.partTimeBenefitShare : full
  }

  /// The moment of the next event of a client's clock with a rate per year, or `nil` when it does not
  /// come within the run.
  private mutating func next(
    _ purpose: StreamPurpose, _ client: Int, number: UInt16, perYear: Double
  ) -> Int? {
    guard perYear > 0 else { return nil }
    var draws = stream(purpose, clients.state[client].streamID, draw: UInt64(number) * 2)
    let gap = Exponential(rate: perYear / SimulationClock.minutesPerYear).sample(using: &draws)
    let moment = now + SimulationClock.wholeMinutes(gap)
    return moment <= end ? moment : nil
  }

  /// The stream for what happens at event `number` of a client's clock.
  private mutating func decision(_ purpose: StreamPurpose, _ client: Int, number: UInt16)
    -> RandomStream
  {
    stream(purpose, clients.state[client].streamID, draw: UInt64(number) * 2 + 1)
  }

  // MARK: - Shocks

  /// Schedules the next shock in a client's life.
  mutating func scheduleShock(_ client: Int) {
    var rate = 0.0
    for shock in scenario.population.shocks { rate += shock.perYear }
    if let moment = next(
      .shock, client, number: clients.state[client].lifeDraws.shocks, perYear: rate)
    {
      schedule(.shock, at: moment, entity: client)
    }
  }

  /// A shock: readiness falls, an attribute becomes a barrier, and the client may ask for contact.
  mutating func suffer(_ client: Int) {
    guard clients.state[client].inStock else { return }
    var draws = decision(.shock, client, number: clients.state[client].lifeDraws.shocks)
    clients.state[client].lifeDraws.shocks &+= 1
    let shocks = scenario.population.shocks
    var total = 0.0
    for shock in shocks { total += shock.perYear }
    var position = draws.uniform() * total
    var kind = 0
    while kind < shocks.count - 1 && position >= shocks[kind].perYear {
      position -= shocks[kind].perYear
      kind += 1
    }
    let asks = draws.uniform() < shocks[kind].requestShare
    advanceTruth(client)
    setReadiness(client, clients.state[client].readiness - shocks[kind].readinessLoss)
    for attribute in 0..<knowledge.attributeCount
    where scenario.knowledge.attributes[attribute].name == shocks[kind].barrier {
      knowledge.setBarrier(client: client, attribute: attribute, true)
    }
    scheduleShock(client)
    if asks { ask(client) }
  }

  // MARK: - Part-time work

  /// Schedules the next moment at which a client may start, or stops, working part time.
  mutating func schedulePartTime(_ client: Int) {
    guard scenario.outflow.partTimeStartsPerYear > 0 else { return }
    let rate =
      clients.state[client].worksPartTime
      ? scenario.outflow.partTimeEndsPerYear : scenario.outflow.partTimeStartsPerYear
    if let moment = next(
      .partTime, client, number: clients.state[client].lifeDraws.partTimeChanges, perYear: rate)
    {
      schedule(.partTime, at: moment, entity: client)
    }
  }

  /// Part-time work starts, in proportion to readiness, or stops.
  mutating func considerPartTime(_ client: Int) {
    guard clients.state[client].inStock else { return }
    var draws = decision(.partTime, client, number: clients.state[client].lifeDraws.partTimeChanges)
    clients.state[client].lifeDraws.partTimeChanges &+= 1
    let isStarting = !clients.state[client].worksPartTime
    advanceTruth(client, attribute: 0)
    if !isStarting || draws.uniform() < clients.state[client].readiness {
      let before = benefit(of: client)
      clients.state[client].worksPartTime = isStarting
      observer.changeBenefits(by: benefit(of: client) - before, at: now)
    }
    schedulePartTime(client)
  }

  // MARK: - The end of a law

  /// Schedules the end of the longest time in the client's segment.
  mutating func scheduleSegmentEnd(_ client: Int) {
    let limit = segments[Int(clients.state[client].segment)].maximumMinutes
    clients.state[client].segmentEnd = SimulationClock.never
    guard limit > 0 else { return }
    let moment = max(now + 1, Int(clients.state[client].spellStart) + Int(limit))
    guard moment <= end else { return }
    clients.state[client].segmentEnd = Int32(moment)
    schedule(.segmentEnd, at: moment, entity: client)
  }

  /// The client goes to the next segment or leaves.
  mutating func endSegment(_ client: Int) {
    let state = clients.state[client]
    guard state.inStock, state.segmentEnd == Int32(now) else { return }
    let segment = segments[Int(state.segment)]
    // Each limit of a chain of laws has a draw of its own.
    let isFirst = now == Int(state.spellStart) + Int(segment.maximumMinutes)
    let link = isFirst ? 0 : (UInt64(state.segment) + 1) << 32
    var draws = stream(.segmentEnd, state.streamID, draw: UInt64(state.spells) + link)
    guard segment.next >= 0, draws.uniform() < segment.nextShare else {
      return leaveStock(client, .limit)
    }
    let before = cells(of: client)
    let benefitBefore = benefit(of: client)
    clients.state[client].segment = UInt8(segment.next)
    observer.move(from: before, to: cells(of: client), at: now)
    observer.changeBenefits(by: benefit(of: client) - benefitBefore, at: now)
    // The new law counts its own time.
    clients.state[client].segmentEnd = SimulationClock.never
    let limit = segments[segment.next].maximumMinutes
    if limit > 0, now + Int(limit) <= end {
      clients.state[client].segmentEnd = Int32(now + Int(limit))
      schedule(.segmentEnd, at: now + Int(limit), entity: client)
    }
    moveToPool(client)
  }

  // MARK: - Checks and reviews

  /// Schedules the next check of a client's right to the benefit.
  mutating func scheduleCheck(_ client: Int) {
    if let moment = next(
      .check, client, number: clients.state[client].lifeDraws.checks,
      perYear: scenario.service.enforcement.checksPerYear)
    {
      schedule(.check, at: moment, entity: client)
    }
  }

  /// A signal comes in: the worker checks the right to the benefit, unless too much has piled up.
  mutating func considerCheck(_ client: Int) {
    guard clients.state[client].inStock else { return }
    clients.state[client].lifeDraws.checks &+= 1
    scheduleCheck(client)
    let worker = Int(clients.service[client].worker)
    guard worker >= 0 else { return }
    guard workers.state[worker].backlog <= scenario.service.enforcementBacklogDays else {
      // Dropped: it counts as work that was not done.
      observer.taskCreated()
      return
    }
    addTask(
      .enforcement, for: client, worker: worker, minutes: scenario.service.enforcement.minutes)
  }

  /// A check has been made; it may end the benefit.
  mutating func completeCheck(_ client: Int) {
    var draws = decision(.checkOutcome, client, number: clients.state[client].lifeDraws.outcomes)
    clients.state[client].lifeDraws.outcomes &+= 1
    if draws.uniform() < scenario.service.enforcement.exitShare { leaveStock(client, .sanction) }
  }

  /// Schedules the next moment at which a client's file may be reviewed.
  mutating func scheduleFileReview(_ client: Int) {
    if let moment = next(
      .fileReview, client, number: clients.state[client].lifeDraws.fileReviews,
      perYear: scenario.service.fileReview.perYear)
    {
      schedule(.fileReview, at: moment, entity: client)
    }
  }

  /// The file of a client at rest is put on the worker's desk.
  mutating func considerFileReview(_ client: Int) {
    guard clients.state[client].inStock else { return }
    clients.state[client].lifeDraws.fileReviews &+= 1
    scheduleFileReview(client)
    let service = clients.service[client]
    guard service.atRest, service.worker >= 0 else { return }
    addTask(
      .fileReview, for: client, worker: Int(service.worker),
      minutes: scenario.service.fileReview.minutes)
  }

  /// A file has been reviewed; it may lead to a talk.
  mutating func completeFileReview(_ client: Int) {
    var draws = decision(
      .fileReviewOutcome, client, number: clients.state[client].lifeDraws.reviewOutcomes)
    clients.state[client].lifeDraws.reviewOutcomes &+= 1
    guard draws.uniform() < scenario.service.fileReview.talkShare,
      clients.service[client].stage == .none
    else { return }
    clients.service[client].due = min(clients.service[client].due, Int32(now))
    relist(client)
  }
}
