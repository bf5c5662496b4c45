import SimulationKernel

// What talks bring to light and lead to, and what an invitation does before the talk.
extension Simulation {
  /// Rate per minute at which circumstances change unseen, so that the right to the benefit ends.
  mutating func changeRate(_ client: Int) -> Double { terms.changeRate(of: clients.state[client]) }

  /// Factor of the labour market on leaving for work otherwise than at the client's own rate, with the
  /// segment's.
  private mutating func marketFactor(_ client: Int) -> Double {
    segments[Int(clients.state[client].segment)].workFactor * scenario.labourMarket.demandIndex
      * terms.cycleFactor(at: Double(clock.now))
  }

  /// What follows a talk: an ended right is found, a sanction, or a referral to a vacancy.
  ///
  /// It is the last thing at a contact, because the client may leave.
  ///
  /// `number` is that of the contact, `worker` who held it.
  mutating func takeConsequences(
    of talk: Talk, with client: Int, by worker: Int, number: UInt32
  ) {
    let events = scenario.outflow.atContact
    let finds = events.changesPerYear > 0 && events.detectionShare > 0
    let isPlanned = talk.isTwoWay && !talk.isByClient
    guard finds || (isPlanned && (events.sanctionShare > 0 || events.referralShare > 0)) else {
      return
    }
    var draws = stream(.contactEvent, clients.state[client].streamID, draw: UInt64(number))
    let (findDraw, sanctionDraw) = (draws.uniform(), draws.uniform())
    if finds {
      let initiative = talk.isByClient ? min(1, scenario.outflow.attention.clientInitiative) : 1
      let found = events.detectionShare * min(1, talk.yield) * initiative
      let rate = changeRate(client)
      let odds = clients.attention[client].hidden.odds(at: clock.now, rate: rate)
      if findDraw < HiddenChange.chance(odds: odds, found: found) {
        observer.foundChange(clients.cells(of: client))
        note(.changeFound, client: client, worker: worker)
        return leaveStock(client, .other)
      }
      clients.attention[client].hidden.pass(at: clock.now, odds: odds, found: found)
    }
    guard isPlanned else { return }
    if sanctionDraw < events.sanctionShare {
      note(.sanctionedAtTalk, client: client, worker: worker)
      return leaveStock(client, .sanction)
    }
    guard events.referralShare > 0, clients.service[client].trajectoryStage != .running else {
      return
    }
    advanceTruth(client, attribute: 0)
    let referralDraw = draws.uniform()
    // The highest chance first: it decides most.
    let highest = events.referralShare * exitSkill(of: worker)
    guard referralDraw < highest,
      referralDraw < highest
        * terms.attention.settings.work.shape(readiness: clients.state[client].readiness)
    else { return }
    observer.referred(clients.cells(of: client))
    let days =
      events.referralDays > 0
      ? Exponential(mean: events.referralDays).sample(using: &draws) : 0
    let minutes = SimulationClock.wholeMinutes(days * Double(SimulationClock.minutesPerDay))
    note(.referred, client: client, worker: worker, EventDetail(amount: days))
    schedule(.referral, at: clock.now + minutes, entity: client)
  }

  /// A referral to a vacancy is decided; what is not known of a client cannot be told to an employer.
  mutating func decideReferral(_ client: Int) {
    let state = clients.state[client]
    // Each decision of each spell has a draw of its own.
    let number = UInt64(state.spells) << 16 | UInt64(clients.attention[client].referrals)
    var draws = stream(.referral, state.streamID, draw: number)
    clients.attention[client].referrals &+= 1
    advanceTruth(client)
    let currency = knowledge.currency(ofClient: client, at: clock.now)
    let chance =
      scenario.outflow.atContact.referralAcceptShare * currency * marketFactor(client)
      * rivalryFactor()
    let isHired = draws.uniform() < chance
    note(
      .referralDecided, withWorkerOf: client,
      EventDetail(outcome: isHired ? .accepted : .refused, amount: currency))
    guard isHired else { return }
    observer.hiredByReferral(clients.cells(of: client))
    leaveStock(client, .work)
  }

  /// A client is called in for a talk at a minute: some leave before it.
  ///
  /// The draws are keyed by spell and invitation; the more often a client has been called in, the less
  /// it does.
  mutating func callIn(_ client: Int, talkAt minute: Int) {
    clients.attention[client].countInvitation()
    let invitation = scenario.outflow.atInvitation
    guard invitation.workShare > 0 || invitation.otherShare > 0 else { return }
    let state = clients.state[client]
    let number = Int(clients.attention[client].invitations)
    var draws = stream(
      .invitation, state.streamID, draw: UInt64(state.spells) << 16 | UInt64(number))
    let draw = draws.uniform()
    let repetition = terms.attention.repetition(number)
    advanceTruth(client, attribute: 0)
    let highest = invitation.workShare * repetition * marketFactor(client)
    let other =
      invitation.otherShare * repetition * segments[Int(state.segment)].otherFactor
    // The highest chance first: it decides most.
    guard draw < highest + other else { return }
    let work =
      highest * terms.attention.settings.work.shape(readiness: clients.state[client].readiness)
    guard draw < work + other else { return }
    clients.attention[client].leavesForWork = draw < work
    let wait = max(1, minute - clock.now)
    let moment = clock.now + 1 + min(wait - 1, Int(draws.uniform() * Double(wait)))
    if moment <= clock.end { schedule(.leaveBeforeTalk, at: moment, entity: client) }
  }

  /// A client who was called in leaves before the talk.
  mutating func leaveBeforeTalk(_ client: Int) {
    observer.leftBeforeTalk(clients.cells(of: client))
    let isForWork = clients.attention[client].leavesForWork
    note(
      .leftBeforeTalk, withWorkerOf: client, EventDetail(outcome: isForWork ? .work : .other))
    // Being called in was what there was to do.
    closeCase(client)
    leaveStock(client, isForWork ? .work : .other)
  }

  /// What talks of the past have not found of a client of the initial stock.
  mutating func rememberInitialCircumstances(
    _ client: Int, sinceContact: Int, interval: Double, time: Double
  ) {
    let events = scenario.outflow.atContact
    guard events.changesPerYear > 0 else { return }
    clients.attention[client].hidden = HiddenChange(
      from: Int(clients.state[client].spellStart))
    guard Double(sinceContact) < time else { return }
    // Talks an interval apart back to the start of the spell; the first one came within an interval of it.
    let before = time - Double(sinceContact)
    let step = max(1, interval)
    let later = (before / step).rounded(.down)
    let group = groups[Int(clients.service[client].believedGroup)]
    clients.attention[client].hidden.pass(
      firstAfter: before - later * step, later: later, interval: step, rate: changeRate(client),
      found: events.detectionShare * group.usualMode, last: clock.now - sinceContact)
  }
}

extension Terms {
  /// Rate per minute at which a client's circumstances change unseen, so that the right to the benefit ends.
  func changeRate(of client: ClientState) -> Double {
    scenario.outflow.atContact.changesPerYear * segments[Int(client.segment)].otherFactor
      / SimulationClock.minutesPerYear
  }
}
