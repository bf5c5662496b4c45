// Which worker has which client, and who waits for one.
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
      observer.getsWorker(client, clients.cells(of: client), hasWaited: false, at: clock.now)
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
      observer.getsWorker(client, clients.cells(of: client), hasWaited: true, at: clock.now)
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

  /// A client is one of a worker's from now on.
  mutating func attach(_ client: Int, to worker: Int) {
    clients.give(client, to: worker, position: staff.caseloads[worker].count)
    staff.caseloads[worker].append(Int32(client))
    staff.noteSize(of: worker)
  }

  /// Whether an external of a campaign has the client on the list or in the agenda.
  mutating func isSeenByExternal(_ client: Int) -> Bool {
    let visitor = Int(clients.service[client].visitor)
    return visitor >= 0 && staff.workers[visitor].campaign > 0
  }

  /// Takes a client from the worker; with `keepsPlace` the client stays on the list of an external.
  mutating func detach(_ client: Int, keepsPlace: Bool = false) {
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
