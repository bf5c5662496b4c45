import SimulationKernel

// How a worker fills the agenda, a lead time ahead.
extension Simulation {
  /// Fills the agenda of a worker for the days up to the lead time that are not planned yet.
  mutating func planAgenda(_ worker: Int, today: Int) {
    let from = max(Int(staff.workers[worker].plannedThrough), today) + 1
    let through = today + max(1, scenario.service.leadDays)
    guard from <= through else { return }
    staff.workers[worker].plannedThrough = Int32(through)
    let backlog = staff.workers[worker].backlog
    for day in from...through
    where day < clock.calendar.dayCount && staff.hasShift(worker, on: day, clock.calendar)
      && !staff.leave[worker].contains(day)
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
    let shift = Double(staff.workers[worker].shiftMinutes)
    let list = Int(staff.workers[worker].list)
    let catchUp =
      max(
        0,
        staff.queuedTime(of: worker, under: terms, at: clock.now)
          - shift * scenario.service.catchUpFromDays)
      / scenario.service.catchUpDays
    let room = max(0, roomForContacts(worker) - catchUp)
    let budget = min(staff.workers[worker].bookingCarry, shift) + room
    var left = budget
    var booked = 0.0
    while left > 0 && !staff.lists[list].isEmpty {
      guard let index = mostUrgent(of: list, for: worker) else { break }
      let client = Int(staff.lists[list][index].client)
      let mode = plannedMode(for: client, backlog: backlog)
      let minutes = plannedMinutes(for: client, mode: mode)
      // The last appointment may use up room that the next days still have to bring, and one that is
      // longer than a working day has a day to itself.
      guard terms.mode(mode).task != nil || booked == 0 || booked + minutes <= shift else { break }
      staff.lists[list].swapAt(index, staff.lists[list].count - 1)
      staff.lists[list].removeLast()
      left -= minutes
      clients.book(client)
      let isVisit = staff.workers[worker].campaign > 0
      if !isVisit && clients.service[client].worker != Int32(worker) {
        passWithinTeam(client, to: worker)
      }
      if let task = terms.mode(mode).task {
        note(.contactBooked, client: client, worker: worker, EventDetail(mode: mode))
        addTask(task, for: client, worker: worker, minutes: minutes)
        continue
      }
      let start = clock.calendar.finish(
        ofWorkingMinutes: Int(booked), startingAt: clock.calendar.openingMinute(day: day))
      note(.contactBooked, client: client, worker: worker, EventDetail(start: start, mode: mode))
      booked += minutes
      staff.agendas[worker].append(
        Appointment(
          start: Int32(start), client: Int32(client), ticket: clients.service[client].dueTicket,
          mode: mode))
      callIn(client, talkAt: start)
    }
    staff.workers[worker].bookingCarry = left
  }

  /// The list position of the client with the highest key whom a worker can serve; among equals the one
  /// with the lowest number.
  ///
  /// In a team a worker at the cap serves own clients only, because a talk makes a client one's own.
  private mutating func mostUrgent(of list: Int, for worker: Int) -> Int? {
    let isOpen = staff.workers[worker].campaign > 0 || staff.hasRoom(worker, under: terms)
    var best = -1
    var highest = DueEntry(key: -.infinity, client: .max)
    for index in staff.lists[list].indices {
      let entry = staff.lists[list][index]
      guard isOpen || clients.service[Int(entry.client)].worker == Int32(worker) else { continue }
      let isBetter =
        best < 0 || entry.key > highest.key
        || (entry.key == highest.key && entry.client < highest.client)
      if isBetter { (best, highest) = (index, entry) }
    }
    return best < 0 ? nil : best
  }

  /// Minutes a working day that clients' requests take, by the worker's experience; those that a role takes over
  /// take none.
  mutating func expectedRequestMinutes(_ worker: Int) -> Double {
    let perYear =
      Double(staff.caseloads[worker].count) * scenario.service.requestsPerYear
      * scenario.service.request.minutes * staff.ownShare(of: .request, worker)
    return perYear / staff.expectedDaysPerYear(of: worker, under: terms)
  }

  /// The mode in which a contact is planned: the usual mix, shifted to calls under backlog.
  mutating func plannedMode(for client: Int, backlog: Double) -> ContactModeKind {
    let service = clients.service[client]
    // Talks of a campaign are in person.
    guard service.campaign == 0 || !service.intakeDone else { return .faceToFace }
    let diagnosis = scenario.diagnosis
    if !service.intakeDone && diagnosis.intakePhoneShare + diagnosis.intakeOnlineShare == 0 {
      return .faceToFace
    }
    var draws = stream(
      .contactMode, clients.state[client].streamID, draw: UInt64(service.contactDraws))
    let draw = draws.uniform()
    guard service.intakeDone else {
      if draw < diagnosis.intakeOnlineShare { return .email }
      return draw < diagnosis.intakeOnlineShare + diagnosis.intakePhoneShare ? .phone : .faceToFace
    }
    let mode = groups[Int(service.believedGroup)].mode(by: draw)
    guard mode == .faceToFace, backlog > scenario.service.substitutionBacklogDays else {
      return mode
    }
    return .phone
  }
}
