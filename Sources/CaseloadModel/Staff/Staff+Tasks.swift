import SimulationKernel

// The queue of a worker: what comes in, who takes it over, and in which order it is done.
extension Staff {
  /// Puts a task in a worker's queue, or in that of a role that takes it over; a worker without work
  /// takes it up at once.
  ///
  /// `worker` is -1 when the client has none: the task then waits for whoever comes.
  /// `task.isDelegated` says that the worker has been chosen already, and need not be the client's own.
  /// - Returns: The number of the task.
  @discardableResult
  mutating func addTask(
    _ task: WorkTask, worker owner: Int, on clock: inout Clock, observer: inout Observer
  ) -> Int32 {
    var worker = owner
    var task = task
    if !task.isDelegated, owner < 0 || workers[owner].role == RoleTable.caseworker,
      let role = roles.roleTaking(task.kind), let member = nextMember(of: role)
    {
      worker = member
      task.isDelegated = true
      task.takenFrom = Int32(owner)
    }
    let number = tasks.insert(task)
    // A planned contact is counted when it falls due, whatever its mode.
    if !task.kind.isPlannedContact { observer.taskCreated() }
    give(number, to: worker, on: &clock)
    return number
  }

  /// Puts a task that nobody has in a worker's queue; -1 stands for nobody yet.
  mutating func give(_ number: Int32, to worker: Int, on clock: inout Clock) {
    tasks[number].owner = Int32(worker)
    guard worker >= 0 else { return parked.append(number) }
    enqueue(number, worker: worker)
    workers[worker].queuedMinutes += tasks[number].remaining
    wakeUp(worker, on: &clock)
  }

  /// A worker who waits without work looks for work now.
  mutating func wakeUp(_ worker: Int, on clock: inout Clock) {
    guard workers[worker].activity == .idle && workers[worker].wake != .none else { return }
    clock.takeBack(workers[worker].wake)
    workers[worker].wake = clock.scheduleCertain(.workerFree, at: clock.now, entity: worker)
  }

  /// A task changes hands: it keeps its number, its age and what is left to do.
  mutating func passOn(_ number: Int32, from worker: Int, to owner: Int, on clock: inout Clock) {
    workers[worker].queuedMinutes -= tasks[number].remaining
    tasks[number].isDelegated = false
    give(number, to: owner, on: &clock)
  }

  /// Earlier kinds first, then earlier tasks: one number orders both.
  mutating func enqueue(_ number: Int32, worker: Int) {
    let task = tasks[number]
    queues[worker].insert(
      UInt32(number), key: Double(task.kind.rawValue) * 1e10 + Double(task.created))
  }

  /// Gives a task's number free; its minutes leave the worker's queue.
  mutating func removeTask(_ number: Int32, of worker: Int) {
    workers[worker].queuedMinutes -= tasks[number].remaining
    tasks.remove(number)
  }

  /// Adds to the open duty of a kind, of which a worker has at most one.
  mutating func addDuty(
    _ kind: TaskKind, _ worker: Int, minutes: Int, on clock: inout Clock, observer: inout Observer
  ) {
    guard minutes > 0 else { return }
    dueWork.claim(kind, worker: worker, minutes: minutes)
    let isSide = kind == .sideTask
    let open = isSide ? workers[worker].sideTask : workers[worker].administrationTask
    if open >= 0 {
      tasks[open].remaining += Double(minutes)
      workers[worker].queuedMinutes += Double(minutes)
      return
    }
    let number = addTask(
      WorkTask(
        kind: kind, client: -1, spell: 0, isDelegated: true, remaining: Double(minutes),
        created: Int32(clock.now)),
      worker: worker, on: &clock, observer: &observer)
    if isSide {
      workers[worker].sideTask = number
    } else {
      workers[worker].administrationTask = number
    }
  }

  /// The day's share of administration and side tasks joins the queue.
  ///
  /// Registration is a part of administration: what it took is not claimed a second time.
  mutating func addDailyDuties(
    _ worker: Int, shift: Int, under terms: Terms, on clock: inout Clock,
    observer: inout Observer
  ) {
    let role = roles.constants[Int(workers[worker].role)]
    let claimed = Double(shift) * role.administrationShare
    workers[worker].administrationDebt += claimed * ownShare(of: .administration, worker)
    if workers[worker].role == RoleTable.caseworker {
      for (place, delegation) in roles.shares(of: .administration).enumerated() {
        // While nobody of the role is employed, caseworkers do it themselves.
        guard let member = nextMember(of: delegation.role) else { continue }
        let minutes = roles.takeMinutes(
          claimed * delegation.share, of: .administration, place: place)
        addDuty(.administration, member, minutes: minutes, on: &clock, observer: &observer)
      }
    }
    let administration = Int(workers[worker].administrationDebt)
    if Double(administration) >= terms.scenario.service.administrationPieceMinutes {
      workers[worker].administrationDebt -= Double(administration)
      addDuty(
        .administration, worker, minutes: administration, on: &clock,
        observer: &observer)
    }
    addDuty(
      .sideTask, worker, minutes: Int((Double(shift) * role.sideTaskShare).rounded()), on: &clock,
      observer: &observer)
  }

  /// Part of the tasks of a kind that is left to the worker: what roles take over they take while somebody of them
  /// is employed.
  func ownShare(of kind: TaskKind, _ worker: Int) -> Double {
    guard workers[worker].role == RoleTable.caseworker else { return 1 }
    var share = 1.0
    for delegation in roles.shares(of: kind) where employedFte(ofRole: delegation.role) > 0 {
      share -= delegation.share
    }
    return max(0, share)
  }

  /// The employed member of a role whose turn it is; `nil` when nobody of the role is employed.
  mutating func nextMember(of role: Int) -> Int? {
    for _ in 0..<roles.memberCount(of: role) {
      let worker = roles.takeTurn(of: role)
      if workers[worker].activity != .gone { return worker }
    }
    return nil
  }

  /// Whether a worker has a task in hand of which something is left.
  func isInHand(_ worker: Int) -> Bool {
    workers[worker].stretchMinutes > 0 || workers[worker].stretchCarried > 0
  }

  /// Somebody who works here, of a pool when there is anybody; -1 for nobody.
  func anybody(in pool: Int) -> Int {
    if pool >= 0, pools[pool].leastLoaded >= 0 { return pools[pool].leastLoaded }
    for other in pools.indices where pools[other].leastLoaded >= 0 {
      return pools[other].leastLoaded
    }
    return -1
  }
}
