import SimulationKernel

/// Why a client gets another worker.
enum HandoverOccasion {
  /// The old worker leaves and cannot be asked any more.
  case departure
  /// Both workers stay.
  case swap

  /// Chance that a privately held item is lost.
  func lossShare(_ knowledge: KnowledgeSettings) -> Double {
    switch self {
    case .departure: knowledge.handoverLossShare
    case .swap: knowledge.swapLossShare
    }
  }

  /// Chance that agreements survive.
  func agreementsKept(_ knowledge: KnowledgeSettings) -> Double {
    switch self {
    case .departure: knowledge.agreementsKeptAtDepartureShare
    case .swap: knowledge.agreementsKeptAtSwapShare
    }
  }
}

// Which worker has which client, and what a change of worker costs.
extension Simulation {
  /// The pool to which a client belongs; one in which somebody is employed, unless nobody is at all.
  mutating func pool(of client: Int) -> Int {
    staff.pool(
      segment: Int(clients.state[client].segment),
      group: Int(clients.service[client].believedGroup), isAtRest: clients.service[client].atRest,
      roleDraw: clients.state[client].roleDraw, under: terms)
  }

  /// Gives a client a worker, or a place on the waiting list when all are at the cap.
  mutating func assign(_ client: Int) {
    let worker = staff.workerWithRoom(in: pool(of: client), under: terms)
    guard worker >= 0 else {
      staff.unassigned.append(Int32(client))
      observer.waitsForWorker(client, at: clock.now)
      note(.waitsForWorker, client: client)
      return
    }
    attach(client, to: worker)
    // The initial stock had its workers before the run.
    if clock.now > 0 {
      observer.getsWorker(client, cells(of: client), hasWaited: false, at: clock.now)
    }
    note(.assigned, client: client, worker: worker)
  }

  /// Gives waiting clients a worker while there is room, oldest first in each pool.
  mutating func serveWaitingClients() {
    guard !staff.unassigned.isEmpty else { return takeUpParkedTasks() }
    var isFull = [Bool](repeating: false, count: staff.pools.count)
    var fullCount = 0
    var waiting: [Int32] = []
    var served: [Int] = []
    for (place, entry) in staff.unassigned.enumerated() {
      if fullCount == isFull.count {
        waiting += staff.unassigned[place...]
        break
      }
      let client = Int(entry)
      let pool = pool(of: client)
      let worker = isFull[pool] ? -1 : staff.workerWithRoom(in: pool, under: terms)
      guard worker >= 0 else {
        if !isFull[pool] { fullCount += 1 }
        isFull[pool] = true
        waiting.append(entry)
        continue
      }
      attach(client, to: worker)
      observer.getsWorker(client, cells(of: client), hasWaited: true, at: clock.now)
      note(.assigned, client: client, worker: worker)
      served.append(client)
    }
    guard !served.isEmpty else { return takeUpParkedTasks() }
    staff.unassigned = waiting
    for client in served { resumeService(client) }
    takeUpParkedTasks()
  }

  /// What a client waits for is taken up by a new worker: an intake at once, a contact on its date.
  private mutating func resumeService(_ client: Int) {
    guard clients.service[client].stage == .none else { return }
    if clients.service[client].intakeDone {
      scheduleContactDue(client)
    } else {
      listForContact(client)
    }
  }

  private mutating func attach(_ client: Int, to worker: Int) {
    clients.give(client, to: worker, position: staff.caseloads[worker].count)
    staff.caseloads[worker].append(Int32(client))
    staff.noteSize(of: worker)
  }

  /// Whether an external of a campaign has the client on the list or in the agenda.
  private mutating func isSeenByExternal(_ client: Int) -> Bool {
    let visitor = Int(clients.service[client].visitor)
    return visitor >= 0 && staff.workers[visitor].campaign > 0
  }

  /// Takes a client from the worker; with `keepsPlace` the client stays on the list of an external.
  private mutating func detach(_ client: Int, keepsPlace: Bool = false) {
    let worker = Int(clients.service[client].worker)
    guard worker >= 0 else { return }
    let position = Int(clients.service[client].position)
    let moved = staff.caseloads[worker].removeLast()
    if Int(moved) != client {
      staff.caseloads[worker][position] = moved
      clients.move(Int(moved), toPosition: position)
    }
    staff.noteSize(of: worker)
    if !keepsPlace, clients.service[client].stage == .listed { unlist(client) }
    clients.takeFromWorker(client)
  }

  /// Takes a client who left away from the worker or the waiting list.
  ///
  /// The notes of the worker are lost: only the register waits for a return.
  mutating func unassign(_ client: Int) {
    if clients.service[client].worker >= 0 {
      detach(client)
    } else if let index = staff.unassigned.firstIndex(of: Int32(client)) {
      staff.unassigned.remove(at: index)
      // An external may have had the client on the list.
      if clients.service[client].stage == .listed { unlist(client) }
    }
    knowledge.loseNotes(client: client)
    serveWaitingClients()
  }

  /// Gives a client another worker; part of what only the old one knew is lost, and perhaps what was agreed.
  mutating func handOver(_ client: Int, to worker: Int, at occasion: HandoverOccasion = .swap) {
    // What an external is to do goes on whoever the own worker is.
    let isExternals = isSeenByExternal(client)
    let wasListed = clients.service[client].stage != .none
    let before = Int(clients.service[client].worker)
    detach(client, keepsPlace: isExternals)
    let number = clients.takeHandoverNumber(of: client)
    var draws = stream(.handover, clients.state[client].streamID, draw: UInt64(number))
    // The draw for a warm handover follows those of the attributes, so it is looked up first.
    var ahead = draws
    for _ in 0..<knowledge.attributeCount { _ = ahead.uniform() }
    let isWarm = ahead.uniform() < scenario.knowledge.warmHandoverShare
    let lost = losePrivateKnowledge(
      of: client,
      share: isWarm
        ? scenario.knowledge.warmHandoverLossShare : occasion.lossShare(scenario.knowledge),
      using: &draws)
    note(
      .handedOver, client: client, worker: worker,
      EventDetail(otherWorker: before, outcome: isWarm ? .warm : .cold, amount: lost))
    considerAgreement(client, keptShare: occasion.agreementsKept(scenario.knowledge))
    if worker >= 0 {
      attach(client, to: worker)
    } else {
      staff.unassigned.append(Int32(client))
      observer.waitsForWorker(client, at: clock.now)
      note(.waitsForWorker, client: client)
    }
    if !isExternals {
      clients.planAnew(client)
      clients.setStage(of: client, .none)
      if wasListed { listForContact(client) } else { scheduleContactDue(client) }
    }
    if isWarm && worker >= 0 {
      addTask(
        .handover, for: client, worker: worker, minutes: scenario.knowledge.warmHandoverMinutes)
    }
  }

  /// What was agreed with a client survives the change of worker, or nobody knows of it any more.
  private mutating func considerAgreement(_ client: Int, keptShare: Double) {
    guard keptShare < 1, Int(clients.service[client].agreementUntil) >= clock.now else { return }
    var draws = stream(
      .agreement, clients.state[client].streamID,
      draw: UInt64(clients.service[client].handoverDraws))
    if draws.uniform() >= keptShare {
      clients.agree(with: client, until: SimulationClock.past)
    }
  }

  /// A colleague of the team takes a client for the next talk; what only the last one knew is partly
  /// known to the team.
  mutating func passWithinTeam(_ client: Int, to worker: Int) {
    let stage = clients.service[client].stage
    let before = Int(clients.service[client].worker)
    clients.setStage(of: client, .none)
    detach(client)
    let number = clients.takeHandoverNumber(of: client)
    var draws = stream(.handover, clients.state[client].streamID, draw: UInt64(number))
    let lost = losePrivateKnowledge(
      of: client, share: 1 - scenario.caseload.teamKnowledgeShare, using: &draws)
    attach(client, to: worker)
    note(
      .passedWithinTeam, client: client, worker: worker,
      EventDetail(otherWorker: before, amount: lost))
    clients.setStage(of: client, stage)
  }

  /// Each privately held item is lost with a chance.
  ///
  /// - Returns: The currency that is lost.
  private mutating func losePrivateKnowledge(
    of client: Int, share: Double, using draws: inout RandomStream
  ) -> Double {
    advanceTruth(client)
    let before = knowledge.level(ofClient: client, at: clock.now).currency
    for attribute in 0..<knowledge.attributeCount {
      let isLost = draws.uniform() < share
      if isLost { knowledge.loseNotes(client: client, attribute: attribute) }
    }
    let after = knowledge.level(ofClient: client, at: clock.now).currency
    observer.handover(cells(of: client), currencyLost: max(0, before - after))
    return max(0, before - after)
  }

  /// A worker exchanges part of the caseload with a colleague.
  mutating func swapClients(_ worker: Int) {
    guard staff.carriesCaseload(worker) else { return }
    var draws = stream(
      .swap, UInt64(worker), draw: 2 * UInt64(staff.workers[worker].swapNumber) + 1)
    staff.workers[worker].swapNumber &+= 1
    defer { staff.scheduleSwap(worker, under: terms, on: &clock) }
    let pool = Int(staff.workers[worker].pool)
    let colleagues = staff.pools[pool].colleagues(ofSlot: Int(staff.workers[worker].slot))
    guard !colleagues.isEmpty else { return }
    let colleague = Int(colleagues[draws.integer(below: colleagues.count)])
    let smaller = min(staff.caseloads[worker].count, staff.caseloads[colleague].count)
    let count = Int((Double(smaller) * scenario.staffing.swapShare).rounded())
    let mine = Staff.choose(count, from: staff.caseloads[worker], using: &draws)
    let theirs = Staff.choose(count, from: staff.caseloads[colleague], using: &draws)
    note(.swapped, worker: worker, EventDetail(otherWorker: colleague))
    for client in mine { handOver(Int(client), to: colleague) }
    for client in theirs { handOver(Int(client), to: worker) }
    staff.workers[worker].lastSwap = Int32(clock.now)
    staff.workers[colleague].lastSwap = Int32(clock.now)
    staff.workers[worker].swaps += 1
    staff.workers[colleague].swaps += 1
  }

  /// Gives a client who belongs to another pool by now a worker of that pool.
  mutating func moveToPool(_ client: Int) {
    guard staff.pools.count > 1, clients.state[client].inStock else { return }
    let worker = Int(clients.service[client].worker)
    guard worker >= 0 else { return }
    let pool = pool(of: client)
    guard Int(staff.workers[worker].pool) != pool else { return }
    let next = staff.workerWithRoom(in: pool, under: terms)
    if next >= 0 { handOver(client, to: next) }
  }
}
