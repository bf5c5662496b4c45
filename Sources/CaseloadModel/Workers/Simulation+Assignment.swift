import SimulationKernel

// Which worker has which client, and what a change of worker costs.
extension Simulation {
  /// Clients per full-time equivalent of a worker.
  func load(of worker: Int) -> Double {
    Double(workers.clients[worker].count) / workers.state[worker].fte
  }

  /// Clients with a worker per full-time equivalent present.
  func meanLoad() -> Double {
    var fte = 0.0
    var count = 0
    for worker in workers.state.indices where workers.state[worker].activity != .gone {
      fte += workers.state[worker].fte
      count += workers.clients[worker].count
    }
    return fte > 0 ? Double(count) / fte : 0
  }

  /// The employed worker with the smallest caseload per full-time equivalent; -1 when none.
  func leastLoadedWorker() -> Int {
    var best = -1
    var lowest = Double.infinity
    for worker in workers.state.indices where workers.state[worker].activity != .gone {
      let candidate = load(of: worker)
      if candidate < lowest {
        lowest = candidate
        best = worker
      }
    }
    return best
  }

  /// The employed worker with the largest caseload per full-time equivalent; -1 when none.
  func mostLoadedWorker() -> Int {
    var best = -1
    var highest = -1.0
    for worker in workers.state.indices where workers.state[worker].activity != .gone {
      let candidate = load(of: worker)
      if candidate > highest {
        highest = candidate
        best = worker
      }
    }
    return best
  }

  /// Gives a client a worker, or a place on the waiting list when all are at the cap.
  mutating func assign(_ client: Int) {
    let worker = leastLoadedWorker()
    guard worker >= 0, hasRoom(worker) else {
      unassigned.append(Int32(client))
      return
    }
    attach(client, to: worker)
  }

  private func hasRoom(_ worker: Int) -> Bool {
    let cap = scenario.caseload.capPerFte
    let size = Double(workers.clients[worker].count)
    return cap <= 0 || size + 1 <= cap * workers.state[worker].fte
  }

  /// Gives waiting clients a worker while there is room, oldest first.
  mutating func serveWaitingClients() {
    var served = 0
    while served < unassigned.count {
      let worker = leastLoadedWorker()
      guard worker >= 0, hasRoom(worker) else { break }
      let client = Int(unassigned[served])
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
    if clients.service[client].stage == .listed { unlist(client, of: worker) }
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
      knowledge.records[index].privateHeld = false
    }
    serveWaitingClients()
  }

  /// Gives a client another worker; part of what only the old one knew is lost.
  mutating func handOver(_ client: Int, to worker: Int) {
    let wasListed = clients.service[client].stage != .none
    detach(client)
    losePrivateKnowledge(of: client)
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
  }

  /// Each privately held item is lost with the chance that the scenario gives.
  private mutating func losePrivateKnowledge(of client: Int) {
    let state = clients.state[client]
    advanceTruth(client)
    let before = knowledge.level(ofClient: client, at: now).currency
    var draws = stream(
      .handover, state.streamID, draw: UInt64(clients.service[client].handoverDraws))
    clients.service[client].handoverDraws += 1
    let base = client * knowledge.attributeCount
    for attribute in 0..<knowledge.attributeCount {
      let isLost = draws.uniform() < scenario.knowledge.handoverLossShare
      if isLost { knowledge.records[base + attribute].privateHeld = false }
    }
    let after = knowledge.level(ofClient: client, at: now).currency
    observer.handover(
      group: Int(clients.service[client].believedGroup), currencyLost: max(0, before - after))
  }

  /// Schedules a worker's next swap.
  mutating func scheduleSwap(_ worker: Int) {
    let rate = scenario.staffing.swapsPerYear / SimulationClock.minutesPerYear
    guard rate > 0 else { return }
    var draws = stream(.swap, UInt64(worker), draw: 2 * UInt64(workers.state[worker].swapDraws))
    let gap = Exponential(rate: rate).sample(using: &draws)
    // At midnight, so that no client changes hands during a talk.
    let day = (now + SimulationClock.wholeMinutes(gap)) / SimulationClock.minutesPerDay + 1
    schedule(.swap, at: day * SimulationClock.minutesPerDay, entity: worker)
  }

  /// A worker exchanges part of the caseload with a colleague.
  mutating func swapClients(_ worker: Int) {
    guard workers.state[worker].activity != .gone else { return }
    var draws = stream(
      .swap, UInt64(worker), draw: 2 * UInt64(workers.state[worker].swapDraws) + 1)
    workers.state[worker].swapDraws += 1
    defer { scheduleSwap(worker) }
    var colleagues: [Int] = []
    for other in workers.state.indices
    where other != worker && workers.state[other].activity != .gone {
      colleagues.append(other)
    }
    guard !colleagues.isEmpty else { return }
    let colleague = colleagues[draws.integer(below: colleagues.count)]
    let smaller = min(workers.clients[worker].count, workers.clients[colleague].count)
    let count = Int((Double(smaller) * scenario.staffing.swapShare).rounded())
    let mine = choose(count, from: workers.clients[worker], using: &draws)
    let theirs = choose(count, from: workers.clients[colleague], using: &draws)
    for client in mine { handOver(Int(client), to: colleague) }
    for client in theirs { handOver(Int(client), to: worker) }
    workers.state[worker].swaps += 1
    workers.state[colleague].swaps += 1
  }

  /// A random sample without replacement, by a partial Fisher-Yates shuffle.
  private func choose(_ count: Int, from all: [Int32], using draws: inout RandomStream) -> [Int32] {
    var pool = all
    for index in 0..<min(count, pool.count) {
      pool.swapAt(index, index + draws.integer(below: pool.count - index))
    }
    return Array(pool.prefix(count))
  }
}
