import SimulationKernel

// Which worker has which client, and what a change of worker costs.
extension Simulation {
  /// Clients per full-time equivalent of a worker.
  mutating func load(of worker: Int) -> Double {
    Double(workers.clients[worker].count) / workers.state[worker].fte
  }

  /// Gives a client a worker, or a place on the waiting list when all are at the cap.
  mutating func assign(_ client: Int) {
    let worker = workers.pools[pool(of: client)].leastLoaded
    guard worker >= 0, hasRoom(worker) else {
      unassigned.append(Int32(client))
      return
    }
    attach(client, to: worker)
  }

  private mutating func hasRoom(_ worker: Int) -> Bool {
    let cap = scenario.caseload.capPerFte
    let size = Double(workers.clients[worker].count)
    return cap <= 0 || size + 1 <= cap * workers.state[worker].fte
  }

  /// Gives waiting clients a worker while there is room, oldest first.
  mutating func serveWaitingClients() {
    guard !unassigned.isEmpty else { return }
    var served = 0
    while served < unassigned.count {
      let client = Int(unassigned[served])
      let worker = workers.pools[pool(of: client)].leastLoaded
      guard worker >= 0, hasRoom(worker) else { break }
      served += 1
      attach(client, to: worker)
      listForContact(client)
    }
    if served > 0 { unassigned.removeFirst(served) }
  }

  private mutating func attach(_ client: Int, to worker: Int) {
    clients.service[client].worker = Int32(worker)
    clients.service[client].position = Int32(workers.clients[worker].count)
    workers.clients[worker].append(Int32(client))
    noteSize(of: worker)
  }

  /// Tells the pool how many clients a worker has.
  private mutating func noteSize(of worker: Int) {
    let state = workers.state[worker]
    guard state.pool >= 0, state.activity != .gone else { return }
    workers.pools[Int(state.pool)].setSize(
      workers.clients[worker].count, slot: Int(state.slot))
  }

  private mutating func detach(_ client: Int) {
    let worker = Int(clients.service[client].worker)
    guard worker >= 0 else { return }
    let position = Int(clients.service[client].position)
    let moved = workers.clients[worker].removeLast()
    if Int(moved) != client {
      workers.clients[worker][position] = moved
      clients.service[Int(moved)].position = Int32(position)
    }
    noteSize(of: worker)
    if clients.service[client].stage == .listed { unlist(client) }
    clients.service[client].worker = -1
    clients.service[client].position = -1
  }

  /// Takes a client who left away from the worker or the waiting list.
  ///
  /// The notes of the worker are lost: only the register waits for a return.
  mutating func unassign(_ client: Int) {
    if clients.service[client].worker >= 0 {
      detach(client)
    } else if let index = unassigned.firstIndex(of: Int32(client)) {
      unassigned.remove(at: index)
    }
    let base = client * knowledge.attributeCount
    for index in base..<(base + knowledge.attributeCount) {
      knowledge.records[index].loseNotes()
    }
    serveWaitingClients()
  }

  /// Gives a client another worker; part of what only the old one knew is lost.
  mutating func handOver(_ client: Int, to worker: Int) {
    let wasListed = clients.service[client].stage != .none
    detach(client)
    var draws = stream(
      .handover, clients.state[client].streamID,
      draw: UInt64(clients.service[client].handoverDraws))
    clients.service[client].handoverDraws += 1
    // The draw for a warm handover follows those of the attributes, so it is looked up first.
    var ahead = draws
    for _ in 0..<knowledge.attributeCount { _ = ahead.uniform() }
    let isWarm = ahead.uniform() < scenario.knowledge.warmHandoverShare
    losePrivateKnowledge(
      of: client,
      share: isWarm
        ? scenario.knowledge.warmHandoverLossShare : scenario.knowledge.handoverLossShare,
      using: &draws)
    clients.service[client].dueTicket &+= 1
    if worker >= 0 {
      attach(client, to: worker)
    } else {
      unassigned.append(Int32(client))
    }
    clients.service[client].stage = .none
    if wasListed {
      if worker >= 0 { listForContact(client) }
    } else {
      scheduleContactDue(client)
    }
    if isWarm && worker >= 0 {
      addTask(
        .handover, for: client, worker: worker, minutes: scenario.knowledge.warmHandoverMinutes)
    }
  }

  /// A colleague of the team takes a client for the next talk; what only the last one knew is partly
  /// known to the team.
  mutating func passWithinTeam(_ client: Int, to worker: Int) {
    let stage = clients.service[client].stage
    clients.service[client].stage = .none
    detach(client)
    var draws = stream(
      .handover, clients.state[client].streamID,
      draw: UInt64(clients.service[client].handoverDraws))
    clients.service[client].handoverDraws += 1
    losePrivateKnowledge(
      of: client, share: 1 - scenario.caseload.teamKnowledgeShare, using: &draws)
    attach(client, to: worker)
    clients.service[client].stage = stage
  }

  /// Each privately held item is lost with a chance.
  private mutating func losePrivateKnowledge(
    of client: Int, share: Double, using draws: inout RandomStream
  ) {
    advanceTruth(client)
    let before = knowledge.level(ofClient: client, at: now).currency
    let base = client * knowledge.attributeCount
    for attribute in 0..<knowledge.attributeCount {
      let isLost = draws.uniform() < share
      if isLost { knowledge.records[base + attribute].loseNotes() }
    }
    let after = knowledge.level(ofClient: client, at: now).currency
    observer.handover(cells(of: client), currencyLost: max(0, before - after))
  }

  /// Schedules a worker's next swap.
  mutating func scheduleSwap(_ worker: Int) {
    workers.state[worker].swapEvent = SimulationClock.never
    let rate = scenario.staffing.swapsPerYear / SimulationClock.minutesPerYear
    guard rate > 0 else { return }
    var draws = stream(.swap, UInt64(worker), draw: 2 * UInt64(workers.state[worker].swapDraws))
    let gap = Exponential(rate: rate).sample(using: &draws)
    // At midnight, so that no client changes hands during a talk.
    let day = (now + SimulationClock.wholeMinutes(gap)) / SimulationClock.minutesPerDay + 1
    guard day * SimulationClock.minutesPerDay <= end else { return }
    workers.state[worker].swapEvent = Int32(day * SimulationClock.minutesPerDay)
    schedule(.swap, at: day * SimulationClock.minutesPerDay, entity: worker)
  }

  /// A worker exchanges part of the caseload with a colleague.
  mutating func swapClients(_ worker: Int) {
    guard workers.state[worker].activity != .gone, carriesCaseload(worker),
      workers.state[worker].swapEvent == Int32(now)
    else { return }
    var draws = stream(
      .swap, UInt64(worker), draw: 2 * UInt64(workers.state[worker].swapDraws) + 1)
    workers.state[worker].swapDraws += 1
    defer { scheduleSwap(worker) }
    let pool = Int(workers.state[worker].pool)
    let colleagues = workers.pools[pool].colleagues(ofSlot: Int(workers.state[worker].slot))
    guard !colleagues.isEmpty else { return }
    let colleague = Int(colleagues[draws.integer(below: colleagues.count)])
    let smaller = min(workers.clients[worker].count, workers.clients[colleague].count)
    let count = Int((Double(smaller) * scenario.staffing.swapShare).rounded())
    let mine = choose(count, from: workers.clients[worker], using: &draws)
    let theirs = choose(count, from: workers.clients[colleague], using: &draws)
    for client in mine { handOver(Int(client), to: colleague) }
    for client in theirs { handOver(Int(client), to: worker) }
    workers.state[worker].lastSwap = Int32(now)
    workers.state[colleague].lastSwap = Int32(now)
    workers.state[worker].swaps += 1
    workers.state[colleague].swaps += 1
  }

  /// A random sample without replacement, by a partial Fisher-Yates shuffle.
  private mutating func choose(_ count: Int, from all: [Int32], using draws: inout RandomStream)
    -> [Int32]
  {
    var pool = all
    for index in 0..<min(count, pool.count) {
      pool.swapAt(index, index + draws.integer(below: pool.count - index))
    }
    return Array(pool.prefix(count))
  }
}
