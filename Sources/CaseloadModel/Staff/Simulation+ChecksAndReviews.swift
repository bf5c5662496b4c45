import SimulationKernel

// Work on a client's file: checks of the right to the benefit, and reviews of clients at rest.
extension Simulation {
  /// A signal comes in: the worker checks the right to the benefit, unless too much has piled up.
  mutating func considerCheck(_ client: Int) {
    clients.set(.check, of: client, under: terms, on: &clock)
    let worker = Int(clients.service[client].worker)
    guard
      worker < 0
        || staff.workers[worker].backlog <= scenario.service.enforcementBacklogDays
    else {
      // Dropped: it counts as work that was not done.
      observer.taskCreated()
      note(.checkDropped, client: client, worker: worker)
      staff.dueWork.note(.enforcement, worker: worker, isFailed: true)
      return
    }
    addTask(
      .enforcement, for: client, worker: worker, minutes: scenario.service.enforcement.minutes)
  }

  /// A check has been made; it may end the benefit.
  mutating func completeCheck(_ client: Int) {
    let number = clients.takeCheckNumber(of: client)
    var draws = stream(
      .checkOutcome, clients.state[client].streamID, draw: UInt64(number) * 2 + 1)
    note(.checkMade, withWorkerOf: client)
    if draws.uniform() < scenario.service.enforcement.exitShare { leaveStock(client, .sanction) }
  }

  /// The file of a client at rest is put on the worker's desk.
  mutating func considerFileReview(_ client: Int) {
    clients.set(.fileReview, of: client, under: terms, on: &clock)
    let service = clients.service[client]
    guard service.atRest else { return }
    addTask(
      .fileReview, for: client, worker: Int(service.worker),
      minutes: scenario.service.fileReview.minutes)
  }

  /// A file has been reviewed; it may lead to a talk.
  mutating func completeFileReview(_ client: Int) {
    let number = clients.takeReviewNumber(of: client)
    var draws = stream(
      .fileReviewOutcome, clients.state[client].streamID, draw: UInt64(number) * 2 + 1)
    note(.fileReviewed, withWorkerOf: client)
    guard draws.uniform() < scenario.service.fileReview.talkShare,
      clients.service[client].stage == .none
    else { return }
    clients.bringForward(client, to: clock.now)
    relist(client)
  }
}
