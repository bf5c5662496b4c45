import SimulationKernel

// What becomes of the appointments of a worker who is not there.
extension Simulation {
  /// The appointments on a day of sickness or leave: colleagues of the pool take over a share, some lapse, and
  /// the rest is put off: those clients go back on the list.
  mutating func dealWithAppointments(of worker: Int, on day: Int) {
    let dayEnd = (day + 1) * SimulationClock.minutesPerDay
    while let appointment = staff.agendas[worker].first, Int(appointment.start) < dayEnd {
      staff.agendas[worker].removeFirst()
      guard stands(appointment, with: worker) else { continue }
      let client = Int(appointment.client)
      // What a colleague or an external was to do is no appointment of the own worker.
      guard clients.service[client].visitor < 0 else {
        putOff(client, worker: worker)
        continue
      }
      decide(appointment, of: worker, on: day)
    }
  }

  private mutating func decide(_ appointment: Appointment, of worker: Int, on day: Int) {
    let client = Int(appointment.client)
    let staffing = scenario.staffing
    guard staffing.absenceTakeOverShare > 0 || staffing.absenceLapseShare > 0 else {
      return putOff(client, worker: worker)
    }
    var draws = stream(
      .absence, clients.state[client].streamID, draw: UInt64(clients.service[client].contactDraws))
    let isTaken = draws.uniform() < staffing.absenceTakeOverShare
    let lapses = draws.uniform() < staffing.absenceLapseShare
    if isTaken, let colleague = staff.substitute(for: worker, on: day, under: terms, on: clock) {
      return takeOver(appointment, by: colleague)
    }
    // A first talk is put off, but never dropped.
    guard lapses, clients.service[client].intakeDone else {
      return putOff(client, worker: worker)
    }
    note(.appointmentLapsed, client: client, worker: worker)
    staff.dueWork.noteContact(worker: worker, isFailed: true)
    giveUpContact(client)
  }

  private mutating func putOff(_ client: Int, worker: Int) {
    note(.appointmentLapsed, client: client, worker: worker)
    relist(client)
  }

  /// A colleague sees the client at the same hour; the colleague's own clients get less time later.
  private mutating func takeOver(_ appointment: Appointment, by colleague: Int) {
    let client = Int(appointment.client)
    clients.visit(client, by: colleague)
    staff.agendas[colleague].insert(appointment)
    staff.workers[colleague].bookingCarry -= plannedMinutes(for: client, mode: appointment.mode)
    staff.wakeUp(colleague, on: &clock)
  }

  /// What a worker who leaves was to do for absent colleagues is put off.
  mutating func returnSubstitutions(of worker: Int) {
    while let appointment = staff.agendas[worker].first {
      staff.agendas[worker].removeFirst()
      let client = Int(appointment.client)
      if stands(appointment, with: worker), staff.isSubstitute(worker, for: clients.service[client])
      {
        relist(client)
      }
    }
  }
}
