import SimulationKernel

// Vacancies: they arrive, clients who seem to fit are put forward, and at most one wins.
extension Simulation {
  /// A vacancy arrives: workers put forward clients of the believed groups, as far as they have any.
  mutating func receiveVacancy(stream index: Int) {
    let arrival = labourMarket.receive(stream: index, under: terms, on: clock)
    var draws = arrival.draws
    let stream = scenario.labourMarket.vacancies[index]
    note(.vacancyOpened, EventDetail(subject: index, vacancy: arrival.vacancy))
    var forward: [Int] = []
    for _ in 0..<stream.candidates {
      guard let client = findCandidate(stream: index, apartFrom: forward, using: &draws) else {
        break
      }
      forward.append(client)
      labourMarket.putForward(vacancy: arrival.vacancy)
      note(.putForward, client: client, EventDetail(subject: index, vacancy: arrival.vacancy))
      addTask(
        .matching, for: client, worker: Int(clients.service[client].worker),
        minutes: stream.matchMinutes, vacancy: arrival.vacancy)
    }
    closeIfDone(arrival.vacancy)
  }

  /// Draws of clients at random before all are looked at; a matter of speed alone.
  private static let tries = 1_000

  /// A client at random among those who seem to fit and are not put forward yet, however few they are; `nil` when
  /// nobody does.
  ///
  /// - Complexity: O(clients) when hardly anybody fits.
  private mutating func findCandidate(
    stream index: Int, apartFrom others: [Int], using draws: inout RandomStream
  ) -> Int? {
    guard clients.count > 0 else { return nil }
    let isForRegistered = scenario.labourMarket.vacancies[index].registerOnly
    for _ in 0..<min(clients.count, Simulation.tries) {
      let client = draws.integer(below: clients.count)
      if seemsToFit(client, stream: index, isForRegistered: isForRegistered),
        !others.contains(client)
      {
        return client
      }
    }
    var fitting = 0
    var found: Int?
    for client in clients.state.indices
    where seemsToFit(client, stream: index, isForRegistered: isForRegistered)
      && !others.contains(client)
    {
      fitting += 1
      if draws.integer(below: fitting) == 0 { found = client }
    }
    return found
  }

  /// Whether a client can be put forward for vacancies of a stream.
  private mutating func seemsToFit(_ client: Int, stream index: Int, isForRegistered: Bool) -> Bool
  {
    let service = clients.service[client]
    let stream = labourMarket.streams[index]
    return clients.state[client].inStock && service.worker >= 0 && service.intakeDone
      && Int(service.believedGroup) >= stream.fromGroup
      && Int(service.believedGroup) <= stream.toGroup
      && (!isForRegistered || clients.state[client].isRegistered)
  }

  /// A client has been put forward; the employer takes the client or not.
  ///
  /// What is not known of a client cannot be told to an employer, so the chance rises with currency
  /// (E-172, E-273).
  mutating func completeMatch(_ client: Int, vacancy: Int) {
    guard labourMarket.vacancies.indices.contains(vacancy) else { return }
    let isOpen = labourMarket.isOpen(vacancy, at: clock.now)
    labourMarket.completeMatch(vacancy: vacancy)
    defer { closeIfDone(vacancy) }
    let index = Int(labourMarket.vacancies[vacancy].stream)
    guard isOpen else {
      return noteMatch(of: client, vacancy, stream: index, .tooLate)
    }
    let terms = scenario.labourMarket.vacancies[index]
    let number = clients.takeMatchNumber(of: client)
    var draws = stream(.match, clients.state[client].streamID, draw: UInt64(number))
    advanceTruth(client)
    let group = Int(clients.state[client].trueGroup)
    let fits = group >= labourMarket.streams[index].fromGroup
    let currency = knowledge.level(ofClient: client, at: clock.now).currency
    let chance = terms.acceptShare * currency * (fits ? 1 : terms.mismatchFactor)
    guard draws.uniform() < chance else {
      return noteMatch(of: client, vacancy, stream: index, .refused)
    }
    noteMatch(of: client, vacancy, stream: index, .accepted)
    labourMarket.fill(vacancy: vacancy)
    leaveStock(
      client, terms.isSubsidised ? .subsidised : .work, relapseFactor: terms.relapseFactor)
  }

  /// A match lapses, because the client left or changed hands too often.
  mutating func dropMatch(vacancy: Int) {
    guard labourMarket.vacancies.indices.contains(vacancy) else { return }
    labourMarket.completeMatch(vacancy: vacancy)
    closeIfDone(vacancy)
  }

  private mutating func closeIfDone(_ vacancy: Int) {
    if let isFilled = labourMarket.closeIfDone(vacancy) {
      observer.vacancyEnded(isFilled: isFilled)
      note(
        .vacancyClosed,
        EventDetail(vacancy: vacancy, outcome: isFilled ? .accepted : .refused))
    }
  }
}
