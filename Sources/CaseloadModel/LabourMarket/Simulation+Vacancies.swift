import SimulationKernel

// Vacancies: they arrive, clients who seem to fit are put forward, and at most one wins.
extension Simulation {
  /// Sets up the streams of vacancies and schedules the first of each.
  mutating func scheduleVacancies() {
    for index in scenario.labourMarket.vacancies.indices {
      labour.streams.append(
        VacancyStreamState(fromGroup: 0, toGroup: 0, arrivals: stream(.vacancy, UInt64(index))))
    }
    updateVacancies()
    for index in labour.streams.indices { scheduleVacancy(stream: index) }
  }

  /// Takes over the groups that vacancies ask for.
  mutating func updateVacancies() {
    let names = scenario.population.groups.map { $0.name }
    for (index, terms) in scenario.labourMarket.vacancies.enumerated() {
      guard let from = names.firstIndex(of: terms.fromGroup),
        let to = names.firstIndex(of: terms.toGroup)
      else { preconditionFailure("a vacancy names a group that does not exist") }
      labour.streams[index].fromGroup = from
      labour.streams[index].toGroup = to
    }
  }

  private mutating func scheduleVacancy(stream index: Int) {
    let rate =
      scenario.labourMarket.vacancies[index].perYear * scenario.labourMarket.demandIndex
      * cycleFactor
    guard rate > 0 else {
      // Nothing at present; look again in a month.
      let later = now + 30 * SimulationClock.minutesPerDay
      if later <= end && !changes.isEmpty { schedule(.vacancy, at: later, entity: index) }
      return
    }
    let gap = Exponential(rate: rate / SimulationClock.minutesPerYear)
      .sample(using: &labour.streams[index].arrivals)
    let moment = now + SimulationClock.wholeMinutes(gap)
    if moment <= end { schedule(.vacancy, at: moment, entity: index) }
  }

  /// A vacancy arrives: workers put forward clients of the believed groups, as far as they have any.
  mutating func receiveVacancy(stream index: Int) {
    defer { scheduleVacancy(stream: index) }
    let terms = scenario.labourMarket.vacancies[index]
    guard terms.perYear > 0 else { return }
    var draws = stream(.candidates, UInt64(index), draw: labour.streams[index].count)
    labour.streams[index].count += 1
    let day = Double(SimulationClock.minutesPerDay)
    var days = terms.holdingDays
    if terms.competitionPerDay > 0 {
      let others = Exponential(rate: terms.competitionPerDay).sample(using: &draws)
      days = min(days, terms.headStartDays + others)
    }
    let vacancy = labour.add(
      Vacancy(
        stream: Int32(index),
        openUntil: Int32(min(SimulationClock.farthest, Double(now) + days * day))))
    for _ in 0..<terms.candidates {
      guard let client = findCandidate(stream: index, using: &draws) else { break }
      labour.vacancies[vacancy].openMatches += 1
      addTask(
        .matching, for: client, worker: Int(clients.service[client].worker),
        minutes: terms.matchMinutes, vacancy: vacancy)
    }
    if labour.vacancies[vacancy].openMatches == 0 { close(vacancy) }
  }

  /// A client at random among those who seem to fit; `nil` when a fair search finds none.
  private mutating func findCandidate(stream index: Int, using draws: inout RandomStream) -> Int? {
    let terms = scenario.labourMarket.vacancies[index]
    let groups = labour.streams[index].fromGroup...labour.streams[index].toGroup
    guard clients.count > 0 else { return nil }
    for _ in 0..<100 {
      let client = draws.integer(below: clients.count)
      let state = clients.state[client]
      let service = clients.service[client]
      if state.inStock && service.worker >= 0 && service.intakeDone
        && groups.contains(Int(service.believedGroup))
        && (!terms.registerOnly || state.isRegistered)
      {
        return client
      }
    }
    return nil
  }

  /// A client has been put forward; the employer takes the client or not.
  ///
  /// What is not known of a client cannot be told to an employer, so the chance rises with currency
  /// (E-172, E-273).
  mutating func completeMatch(_ client: Int, vacancy: Int) {
    guard labour.vacancies.indices.contains(vacancy) else { return }
    let state = labour.vacancies[vacancy]
    labour.vacancies[vacancy].openMatches -= 1
    defer { closeIfDone(vacancy) }
    guard !state.isFilled, now <= Int(state.openUntil) else { return }
    let index = Int(state.stream)
    let terms = scenario.labourMarket.vacancies[index]
    var draws = stream(
      .match, clients.state[client].streamID,
      draw: UInt64(clients.state[client].lifeDraws.matches))
    clients.state[client].lifeDraws.matches &+= 1
    advanceTruth(client)
    let group = Int(clients.state[client].trueGroup)
    let fits = group >= labour.streams[index].fromGroup
    let currency = knowledge.level(ofClient: client, at: now).currency
    let chance = terms.acceptShare * currency * (fits ? 1 : terms.mismatchFactor)
    guard draws.uniform() < chance else { return }
    labour.vacancies[vacancy].isFilled = true
    leaveStock(
      client, terms.isSubsidised ? .subsidised : .work, relapseFactor: terms.relapseFactor)
  }

  /// A match lapses, because the client left or changed hands too often.
  mutating func dropMatch(vacancy: Int) {
    guard labour.vacancies.indices.contains(vacancy) else { return }
    labour.vacancies[vacancy].openMatches -= 1
    closeIfDone(vacancy)
  }

  private mutating func closeIfDone(_ vacancy: Int) {
    if labour.vacancies[vacancy].openMatches == 0 { close(vacancy) }
  }

  private mutating func close(_ vacancy: Int) {
    observer.vacancyEnded(isFilled: labour.vacancies[vacancy].isFilled)
    labour.free.append(Int32(vacancy))
  }
}
