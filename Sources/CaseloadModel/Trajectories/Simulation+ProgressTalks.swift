import SimulationKernel

// Talks on the progress of a trajectory: planned at its start, held by phone, and planned again.
extension Simulation {
  /// Schedules the next talk on progress, when the instrument asks for them.
  mutating func scheduleFollowUp(_ client: Int) {
    let terms = trajectories.instruments[Int(clients.service[client].instrument)].terms
    guard terms.followUpDays > 0 else { return }
    // No more than one a day, or the queue would fill with talks that nobody can hold.
    let minutes = max(1, terms.followUpDays) * Double(SimulationClock.minutesPerDay)
    schedule(.followUp, at: clock.now + SimulationClock.wholeMinutes(minutes), entity: client)
  }

  /// A talk on progress is due.
  mutating func considerFollowUp(_ client: Int) {
    let service = clients.service[client]
    assert(service.trajectoryStage == .running, "no trajectory runs")
    scheduleFollowUp(client)
    guard service.worker >= 0 else { return }
    let terms = trajectories.instruments[Int(service.instrument)].terms
    addTask(
      .followUp, for: client, worker: Int(service.worker), minutes: terms.followUpMinutes)
  }

  /// A talk on the progress of a trajectory has been held, by phone.
  mutating func completeFollowUp(_ client: Int, worker: Int, minutes: Int) {
    let number = clients.takeContactNumber(of: client)
    var draws = stream(.requestYield, clients.state[client].streamID, draw: UInt64(number))
    let talk = Talk(
      yield: scenario.service.phone.attention,
      minutes: trajectories.followUpMinutes(clients.service[client]),
      hasNotes: clients.service[client].worker == Int32(worker))
    attend(to: client, talk, by: worker)
    learn(
      about: client, worker: worker, information: scenario.service.phone.information,
      accuracy: scenario.diagnosis.accuracyWithoutTool, using: &draws)
    noteContact(client, isTwoWay: true, isBegunByClient: false, minutes: minutes)
    note(.progressTalkHeld, client: client, worker: worker, EventDetail(minutes: minutes))
    takeConsequences(of: talk, with: client, by: worker, number: number)
    moveToPool(client)
  }
}
