import SimulationKernel

// How a worker fills the agenda, a lead time ahead.
extension Simulation {
  /// Fills the agenda of a worker for the days up to the lead time that are not planned yet.
  mutating func planAgenda(_ worker: Int, today: Int) {
    let from = max(Int(workers.state[worker].plannedThrough), today) + 1
    let through = today + max(1, scenario.service.leadDays)
    guard from <= through else { return }
    workers.state[worker].plannedThrough = Int32(through)
    let backlog = workers.state[worker].backlog
    for day in from...through
    where day < calendar.dayCount && hasShift(worker, on: day)
      && !workers.leave[worker].contains(day)
    {
      fill(worker, day: day, backlog: backlog)
    }
  }

  /// Makes the appointments of one day.
  ///
  /// The worker keeps room for what a day brings besides: administration, side tasks, requests of
  /// clients, and a part of the work that has piled up. What room is left over carries over, so
  /// that a worker with little room per day still makes an appointment every few days.
  private mutating func fill(_ worker: Int, day: Int, backlog: Double) {
    let role = roles.constants[Int(workers.state[worker].role)]
    let shift = Double(workers.state[worker].shiftMinutes)
    let list = Int(workers.state[worker].list)
    let other = shift * (role.administrationShare * ownAdministration(worker) + role.sideTaskShare)
    let catchUp =
      max(0, Double(workers.state[worker].queuedMinutes) - shift / 2) / scenario.service.catchUpDays
    let room = max(0, shift - other - expectedRequestMinutes(worker) - catchUp)
    let budget = min(workers.state[worker].bookingCarry, shift) + room
    var left = budget
    var booked = 0.0
    while left > 0 && !workers.due[list].isEmpty {
      let index = mostUrgent(workers.due[list])
      let client = Int(workers.due[list][index].client)
      let mode = plannedMode(for: client, backlog: backlog)
      let minutes = plannedMinutes(for: client, mode: mode)
      // The last appointment may use up room that the next days still have to bring, and one that is
      // longer than a working day has a day to itself.
      guard mode.isTask || booked == 0 || booked + minutes <= shift else { break }
      workers.due[list].swapAt(index, workers.due[list].count - 1)
      workers.due[list].removeLast()
      left -= minutes
      clients.service[client].stage = .booked
      clients.service[client].dueTicket &+= 1
      let isVisit = workers.state[worker].campaign > 0
      if !isVisit && clients.service[client].worker != Int32(worker) {
        passWithinTeam(client, to: worker)
      }
      if mode.isTask {
        addTask(
          mode == .email ? .email : .groupSession, for: client, worker: worker, minutes: minutes)
        continue
      }
      let start = calendar.finish(
        ofWorkingMinutes: Int(booked), startingAt: calendar.openingMinute(day: day))
      booked += minutes
      workers.agenda[worker].append(
        Appointment(
          start: Int32(start), client: Int32(client), ticket: clients.service[client].dueTicket,
          mode: mode))
    }
    workers.state[worker].bookingCarry = left
  }

  /// The list position of the client with the highest key; the one listed first among equals.
  private mutating func mostUrgent(_ list: [DueEntry]) -> Int {
    var best = 0
    for index in list.indices {
      let isBetter =
        list[index].key > list[best].key
        || (list[index].key == list[best].key && list[index].client < list[best].client)
      if isBetter { best = index }
    }
    return best
  }

  /// Part of the general administration that is left to the worker.
  mutating func ownAdministration(_ worker: Int) -> Double {
    guard workers.state[worker].role == 0 else { return 1 }
    var share = 1.0
    for delegation in roles.shares(of: .administration) { share -= delegation.share }
    return max(0, share)
  }

  /// Minutes a working day that clients' requests take, by the worker's experience.
  private mutating func expectedRequestMinutes(_ worker: Int) -> Double {
    let perYear =
      Double(workers.clients[worker].count) * scenario.service.requestsPerYear
      * scenario.service.request.minutes
    let workingDays = 52 * Double(workers.state[worker].weekdays.nonzeroBitCount)
    return perYear / (workingDays * max(0.01, scenario.service.presenceShare))
  }

  /// The mode in which a contact is planned: the usual mix, shifted to calls under backlog.
  private mutating func plannedMode(for client: Int, backlog: Double) -> ContactModeKind {
    let service = clients.service[client]
    // Intakes and talks of a campaign are in person.
    guard service.intakeDone, service.campaign == 0 else { return .faceToFace }
    var draws = stream(
      .contactMode, clients.state[client].streamID, draw: UInt64(service.contactDraws))
    let draw = draws.uniform()
    let group = groups[Int(service.believedGroup)]
    if draw < group.faceToFaceUpTo {
      return backlog > scenario.service.substitutionBacklogDays ? .phone : .faceToFace
    }
    if draw < group.phoneUpTo { return .phone }
    if draw < group.videoUpTo { return .video }
    return draw < group.groupUpTo ? .group : .email
  }
}
