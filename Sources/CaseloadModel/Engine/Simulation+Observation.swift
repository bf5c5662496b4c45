import SimulationKernel

// An observation through the rooms: each brings up to date what is to be seen of it, then the observer reads.
extension Simulation {
  /// Observes the stock and the staff, closes the period and schedules the next observation.
  mutating func observe() {
    // Nobody looks before the end of the warm-up; what has changed until then is not counted after it.
    if clock.now >= clock.warmUpEnd { bringTruthUpToDate() }
    if clock.now > clock.warmUpEnd {
      observeClients()
      noteOpenWork(sinceMinute: staff.dueWork.periodStart)
      observeWorkers()
      observeCampaigns()
    }
    if isRecorded { noteWorkers() }
    staff.startDueWork(at: clock.now)
    checkBalance()
    observer.closePeriod(at: clock.now, payroll: staff.closePayroll(at: clock.now))
    if isRecorded { notePeriod() }
    scheduleObservation()
  }

  /// Brings the truth about everybody in stock up to the present.
  private mutating func bringTruthUpToDate() {
    for client in clients.state.indices where clients.state[client].inStock { advanceTruth(client) }
  }

  /// Schedules the next observation, and the start of the month before it: what is due and not done is told of
  /// the last month, however far observations lie apart.
  mutating func scheduleObservation() {
    let next = observer.nextObservation
    guard next < observer.days.days.count else { return }
    schedule(.observation, at: observer.days.days[next] * SimulationClock.minutesPerDay)
    let month = observer.days.lastMonths[next] * SimulationClock.minutesPerDay
    if month > clock.now { schedule(.lastMonth, at: month) }
  }
}
