import SimulationKernel

// Clients who ask for contact, and what becomes of that.
extension Simulation {
  /// A client asks for contact: the question goes to the worker's queue.
  mutating func considerRequest(_ client: Int) {
    clients.set(.request, of: client, under: terms, on: &clock)
    ask(client)
  }

  /// A client asks for contact now.
  mutating func ask(_ client: Int) {
    clients.setAsked(client, true)
    note(.requestMade, withWorkerOf: client)
    let service = clients.service[client]
    // An intake answers what a new client asks.
    guard service.intakeDone else { return }
    let colleague =
      service.worker >= 0
      ? staff.presentColleague(of: Int(service.worker), on: clock.day, under: terms) : nil
    addTask(
      .request, for: client, worker: colleague ?? Int(service.worker),
      minutes: scenario.service.request.minutes, isDelegated: colleague != nil)
  }

  /// A client's question has been answered by phone.
  mutating func completeRequest(_ client: Int, worker: Int, minutes: Int, isDelegated: Bool) {
    let number = clients.takeContactNumber(of: client)
    var draws = stream(.requestYield, clients.state[client].streamID, draw: UInt64(number))
    let request = scenario.service.request
    let talk = Talk(
      yield: request.attention, minutes: request.minutes, isByClient: true,
      hasNotes: clients.service[client].worker == Int32(worker))
    attend(to: client, talk, by: worker)
    learn(
      about: client, worker: worker, information: request.information,
      accuracy: scenario.diagnosis.accuracyWithoutTool,
      store: isDelegated ? .register(share: 1) : .notes, using: &draws)
    tellNeeds(client, using: &draws)
    noteContact(client, isTwoWay: true, isBegunByClient: true, minutes: minutes)
    note(.requestAnswered, client: client, worker: worker, EventDetail(minutes: minutes))
    clients.setAsked(client, false)
    if segments[Int(clients.state[client].segment)].onRequestOnly {
      considerInstrument(client, worker: Int(clients.service[client].worker))
    }
    takeConsequences(of: talk, with: client, by: worker, number: number)
    moveToPool(client)
  }
}
