import SimulationKernel

// What workers feel and fall short of: felt pressure, too large a caseload, and work that is not got to.
extension Simulation {
  /// Work that waits for a worker, in minutes.
  struct WaitingWork {
    /// What the queue takes at the worker's speed.
    var queued: Double
    /// What the overdue contacts of the worker's list take; those of a team in equal parts.
    var overdue: Double
  }

  /// The work that waits for a worker.
  mutating func waitingWork(of worker: Int) -> WaitingWork {
    var overdue = 0.0
    let list = Int(staff.workers[worker].list)
    let usual = scenario.service.preparationMinutes + terms.mode(.faceToFace).minutes
    for entry in staff.lists[list] {
      let client = Int(entry.client)
      guard Int(clients.service[client].due) < clock.now else { continue }
      overdue +=
        clients.service[client].intakeDone
        ? usual : plannedMinutes(for: client, mode: .faceToFace)
    }
    return WaitingWork(
      queued: staff.queuedTime(of: worker, under: terms, at: clock.now),
      overdue: overdue / Double(max(1, staff.listMembers[list])))
  }

  /// A worker's backlog in working days: queued work plus the contacts that are overdue.
  mutating func backlogDays(of worker: Int) -> Double {
    let work = waitingWork(of: worker)
    return (work.queued + work.overdue) / Double(max(1, staff.workers[worker].shiftMinutes))
  }

  /// The work that a worker means to get to, in working days.
  ///
  /// Workers triage: they scale the contacts that they attempt to the room of the days ahead, as far as their
  /// discretion goes. Of overdue contacts beyond that room they set a share aside, which are those that would
  /// not have been reached, because the most urgent come first on the list; whoever has room to spare takes on
  /// what comes due in those days as well (E-019, E-022).
  mutating func attemptedDays(of worker: Int) -> Double {
    let work = waitingWork(of: worker)
    let room =
      scenario.staffing.triage.roomDays * max(0, roomForContacts(worker))
    let coming = scenario.staffing.triage.roomDays * contactsComing(to: worker)
    let aim = min(room, work.overdue + coming)
    let scaled = staff.discretion(of: worker, under: terms) * (aim - work.overdue)
    return (work.queued + work.overdue + scaled)
      / Double(max(1, staff.workers[worker].shiftMinutes))
  }

  /// Notes whether a worker feels high pressure this morning, where that makes people ill or leave.
  mutating func notePressure(on worker: Int) {
    let staffing = scenario.staffing
    guard staffing.pressureEffectOnSickness > 0 || staffing.pressureEffectOnTurnover > 0 else {
      return
    }
    staff.workers[worker].isUnderHighPressure =
      staff.isUnderHighPressure(worker, attempted: attemptedDays(of: worker), under: terms)
  }

  /// Minutes of planned contacts that the policy asks of a worker per working day.
  private mutating func contactsComing(to worker: Int) -> Double {
    var perYear = 0.0
    for entry in staff.caseloads[worker] {
      let client = Int(entry)
      perYear +=
        SimulationClock.minutesPerYear / contactInterval(client)
        * groups[Int(clients.service[client].believedGroup)].contactMinutes
    }
    return perYear / staff.expectedDaysPerYear(of: worker, under: terms)
  }

  /// Minutes of a working day that are left for planned contacts beside duties and clients' requests.
  mutating func roomForContacts(_ worker: Int) -> Double {
    let role = staff.roles.constants[Int(staff.workers[worker].role)]
    let shift = Double(staff.workers[worker].shiftMinutes)
    let administration = role.administrationShare * staff.ownShare(of: .administration, worker)
    let other = shift * (administration + role.sideTaskShare)
    return shift - other - expectedRequestMinutes(worker)
  }

  /// Clients per full-time equivalent, each weighted with the work that the policy asks for, in as far as
  /// workers judge by work (E-021).
  mutating func feltLoad(of worker: Int) -> Double {
    let load = staff.load(of: worker)
    let share = scenario.caseload.tooLargeByWorkShare
    guard share > 0, terms.meanWork > 0 else { return load }
    var work = 0.0
    for entry in staff.caseloads[worker] {
      let client = Int(entry)
      work += terms.workPerYear(
        group: Int(clients.service[client].believedGroup), interval: contactInterval(client))
    }
    let weighted = work / terms.meanWork / staff.workers[worker].fte
    return load + share * (weighted - load)
  }

  // MARK: - Work that is not got to

  /// A planned contact is taken up by a worker: in time, or too long after it was due.
  ///
  /// A client who did not come to an earlier appointment is not the worker's delay.
  mutating func noteContactTaken(_ client: Int, worker: Int) {
    guard clients.service[client].missed == 0 else { return }
    staff.dueWork.noteContact(
      worker: worker, isFailed: clients.isContactLate(of: client, under: terms, at: clock.now))
  }

  /// Notes what still lies too long at the end of a period: tasks, duties, and contacts put off.
  mutating func noteOpenWork(sinceMinute start: Int) {
    for number in staff.tasks.tasks.indices {
      let task = staff.tasks.tasks[number]
      guard task.owner >= 0, !task.kind.rules.isClaimOnTime, !task.kind.isPlannedContact,
        staff.isLate(task, under: terms, at: clock.now)
      else { continue }
      staff.dueWork.note(task.kind, worker: Int(task.owner), isFailed: true)
    }
    let length = Double(clock.now - start) / Double(SimulationClock.minutesPerDay)
    let part = length > 0 ? scenario.staffing.lateness.taskDays / length : 1
    for worker in staff.workers.indices where staff.workers[worker].activity != .gone {
      for (kind, number) in [
        (TaskKind.administration, staff.workers[worker].administrationTask),
        (TaskKind.sideTask, staff.workers[worker].sideTask),
      ] {
        let open = number >= 0 ? staff.tasks[number].remaining : 0
        staff.dueWork.closeDuty(kind, worker: worker, open: open, part: part)
      }
    }
    for client in clients.state.indices where clients.state[client].inStock {
      let service = clients.service[client]
      guard service.stage != .none, service.missed == 0,
        clients.isContactLate(of: client, under: terms, at: clock.now)
      else { continue }
      let holder = service.visitor >= 0 ? service.visitor : service.worker
      guard holder >= 0 else { continue }
      staff.dueWork.noteContact(worker: Int(holder), isFailed: true)
    }
  }
}

extension Terms {
  /// Minutes of work a year that the policy asks for a client of a believed group: planned contacts at an
  /// interval with what they bring, and requests.
  func workPerYear(group: Int, interval: Double) -> Double {
    let service = scenario.service
    return SimulationClock.minutesPerYear / interval
      * (groups[group].contactMinutes + service.registrationMinutes)
      + service.requestsPerYear * service.request.minutes
  }
}
