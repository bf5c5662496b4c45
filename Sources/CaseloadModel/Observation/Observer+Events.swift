// What the rooms tell the observer, as it happens.
extension Observer {
  // MARK: - Clients

  /// An applicant gets a contract in place of a benefit.
  mutating func divertedToWork() { add(.diversions) }

  /// A client leaves; `daysToReturn` is `nil` for somebody who will not come back.
  mutating func leave(
    _ client: Int, _ cells: MetricCells, reason: ExitReason, spellMinutes: Int,
    daysToReturn: Double?, at minute: Int
  ) {
    leave(cells, at: minute)
    newcomers.change(course(of: client).newcomer) {
      $0.go(to: reason.isWork ? .atWork : .elsewhere, at: minute)
    }
    addExposure(
      cells, from: exposureBegins(client, spellStart: minute - spellMinutes), to: spellMinutes)
    add(SpellLength(minutes: spellMinutes).exits, cells)
    switch reason {
    case .work: add(.exitsToWork, cells)
    case .subsidised: add(.exitsToSubsidisedWork, cells)
    case .other, .sanction, .pensionOrDeath, .limit, .transfer:
      add(.exitsForOtherReasons, cells)
    }
    let returnsWithin = { (days: Double) in daysToReturn.map { $0 <= days } ?? false }
    if returnsWithin(182) { add(.exitsReturningIn6m, cells) }
    if returnsWithin(365) { add(.exitsReturningIn12m, cells) }
    if returnsWithin(30) { add(.exitsReturningIn1m, cells) }
    if returnsWithin(730) { add(.exitsReturningIn24m, cells) }
    if returnsWithin(1_826) { add(.exitsReturningIn60m, cells) }
    switch reason {
    case .work, .subsidised:
      add(returnsWithin(365) ? .workExitsReturningIn12m : .workExitsLasting12m, cells)
    case .other:
      add(.ownExits, cells)
      if returnsWithin(365) { add(.ownExitsReturningIn12m, cells) }
    case .sanction:
      add(.sanctionExits, cells)
      if returnsWithin(365) { add(.sanctionExitsReturningIn12m, cells) }
    case .limit:
      add(.limitExits, cells)
      if returnsWithin(365) { add(.limitExitsReturningIn12m, cells) }
    case .pensionOrDeath, .transfer: break
    }
    if Double(spellMinutes) < SimulationClock.minutesPerYear { add(.exitsUnder1y, cells) }
  }

  /// A client goes over to another law, counted in the parts of the stock that the client leaves.
  mutating func transfer(_ cells: MetricCells) { add(.transfers, cells) }

  /// A client's true readiness moves over rungs of the ladder of six.
  mutating func progress(_ cells: MetricCells, steps: Int) {
    if steps > 0 {
      add(.stepsUp, cells, Double(steps))
    } else {
      add(.stepsDown, cells, Double(-steps))
    }
  }

  // MARK: - Service and work

  /// A planned contact fell due.
  mutating func contactFellDue() { add(.tasksCreated) }

  /// A planned contact that fell due is due no more, because the policy has changed.
  mutating func contactWithdrawn() { add(.tasksCreated, -1) }

  /// A planned contact was held.
  mutating func contactDone() { add(.tasksDone) }

  /// A contact took place, with a client of a readiness of 0…1.
  mutating func contact(
    _ client: Int, _ cells: MetricCells, isTwoWay: Bool, isBegunByClient: Bool, minutes: Int,
    readiness: Double, at minute: Int
  ) {
    if isTwoWay {
      add(.contacts, cells)
      add(isBegunByClient ? .contactsBegunByClients : .contactsBegunByWorkers, cells)
    }
    add(.contactHours, cells, Double(minutes) / 60)
    remember(client) { $0.contact.add(minutes, at: minute) }
    addContactTime(Double(minutes), readiness: readiness)
  }

  /// The intake of a client who came in during the run is done.
  mutating func intake(_ client: Int, _ cells: MetricCells, isReturn: Bool) {
    newcomers.change(course(of: client).newcomer) {
      if $0.group == nil { $0.group = UInt8(cells.group) }
    }
    add(.entries, group: cells.group)
    if isReturn { add(.returns, group: cells.group) }
  }

  /// An appointment was kept or missed.
  mutating func appointment(isMissed: Bool, ofCampaign: Bool) {
    add(.appointments)
    if isMissed { add(.appointmentsMissed) }
    if ofCampaign {
      add(.campaignAppointments)
      if !isMissed { add(.campaignAppointmentsKept) }
    }
  }

  /// A task came into a queue.
  mutating func taskCreated() { add(.tasksCreated) }

  /// A task was done.
  mutating func taskDone() { add(.tasksDone) }

  /// Minutes in office of a worker of a role.
  mutating func present(minutes: Int, role: Int) {
    add(.minutesPresent, Double(minutes))
    add(.hoursPresent, Double(minutes) / 60, role: role)
  }

  /// Minutes worked.
  mutating func worked(_ use: TimeUse, minutes: Int) {
    switch use {
    case .contact: add(.minutesOfContact, Double(minutes))
    case .administration: add(.minutesOfAdministration, Double(minutes))
    case .other: add(.minutesOfOtherWork, Double(minutes))
    }
  }

  /// A client changed hands.
  mutating func handover(_ cells: MetricCells, currencyLost: Double) {
    add(.currencyLost, cells, currencyLost)
  }

  /// A client begins to wait for a worker.
  mutating func waitsForWorker(_ client: Int, at minute: Int) {
    remember(client) { $0.withoutWorkerSince = Int32(minute) }
  }

  /// A client gets a worker, after a wait or at once.
  mutating func getsWorker(_ client: Int, _ cells: MetricCells, hasWaited: Bool, at minute: Int) {
    add(.workersGiven, cells)
    guard hasWaited else { return }
    let minutes = minute - Int(course(of: client).withoutWorkerSince)
    add(.daysWaitedForWorker, cells, Double(minutes) / Double(SimulationClock.minutesPerDay))
  }

  // MARK: - What talks and invitations lead to

  /// A talk found that the right to the benefit had ended.
  mutating func foundChange(_ cells: MetricCells) { add(.exitsFound, cells) }

  /// Somebody who was called in leaves before the talk.
  mutating func leftBeforeTalk(_ cells: MetricCells) { add(.exitsBeforeTalk, cells) }

  /// A talk leads to a referral to a vacancy.
  mutating func referred(_ cells: MetricCells) { add(.referrals, cells) }

  /// An employer takes a client who was referred.
  mutating func hiredByReferral(_ cells: MetricCells) { add(.referralsHired, cells) }

  // MARK: - Trajectories, vacancies and money

  /// An instrument is proposed to a client.
  mutating func instrumentProposed(_ client: Int, at minute: Int) {
    remember(client) { $0.instrumentProposedAt = Int32(minute) }
  }

  /// A trajectory started, at a price in euro.
  mutating func trajectoryStart(_ client: Int, _ cells: MetricCells, price: Double, at minute: Int)
  {
    add(.trajectoryStarts, cells)
    let minutes = minute - Int(course(of: client).instrumentProposedAt)
    add(.daysWaitedForInstrument, cells, Double(minutes) / Double(SimulationClock.minutesPerDay))
    purchase(price: price)
  }

  /// A trajectory ended.
  mutating func trajectoryEnd(_ cells: MetricCells, isSuccess: Bool) {
    add(.trajectoryEnds, cells)
    if isSuccess { add(.trajectorySuccesses, cells) }
  }

  /// A client left during a trajectory, which did not end as it was meant to.
  mutating func trajectoryAbandoned(_ cells: MetricCells, leavesForWork: Bool) {
    add(.trajectoryEnds, cells)
    if leavesForWork { add(.trajectoriesLeftForWork, cells) }
  }

  /// A trajectory ended in a placement.
  mutating func trajectoryPlacement() { add(.placements) }

  /// A vacancy is filled by a client, or is gone.
  mutating func vacancyEnded(isFilled: Bool) {
    add(.vacanciesEnded)
    if isFilled { add(.vacanciesFilled) }
  }

  /// Something is bought for a client, in euro.
  mutating func purchase(price: Double) { add(.purchasesEuro, price) }
}
