/// What each worker had to do in the period in progress, by kind of work, and how much of it was dropped or
/// came too late.
///
/// Counted as it happens, so that whoever asks at the end of a period sees what was done late as well as what
/// still lies there.
struct DueWork: ~Copyable {
  /// Kinds of work: those of tasks, and planned contacts.
  private static let kindCount = TaskKind.count + 1
  /// The place of planned contacts behind the kinds of task.
  private static let contacts = TaskKind.count

  /// Minute at which the period began.
  private(set) var periodStart = 0
  /// Work that was due, by worker and kind.
  private var due = Column<Int32>()
  /// Part of it that was dropped or came too late.
  private var failed = Column<Int32>()
  /// Minutes that duties claimed, by worker: administration, then side tasks.
  private var claimed = Column<Double>()

  /// Makes room for one more worker.
  mutating func addWorker() {
    for _ in 0..<DueWork.kindCount {
      due.append(0)
      failed.append(0)
    }
    claimed.append(0)
    claimed.append(0)
  }

  /// A task of a worker was done, dropped, or still lies there too long.
  mutating func note(_ kind: TaskKind, worker: Int, isFailed: Bool) {
    note(place: Int(kind.rawValue), worker, isFailed)
  }

  /// A planned contact of a worker was taken up, given up, or is put off for too long.
  mutating func noteContact(worker: Int, isFailed: Bool) {
    note(place: DueWork.contacts, worker, isFailed)
  }

  private mutating func note(place: Int, _ worker: Int, _ isFailed: Bool) {
    due[worker * DueWork.kindCount + place] += 1
    if isFailed { failed[worker * DueWork.kindCount + place] += 1 }
  }

  /// A duty of a worker claims minutes.
  mutating func claim(_ kind: TaskKind, worker: Int, minutes: Int) {
    claimed[2 * worker + (kind == .sideTask ? 1 : 0)] += Double(minutes)
  }

  /// What is open of a duty at the end of a period: too much when it is more than what came in over a part of
  /// the period.
  mutating func closeDuty(_ kind: TaskKind, worker: Int, open: Double, part: Double) {
    let claim = claimed[2 * worker + (kind == .sideTask ? 1 : 0)]
    guard claim > 0 || open > 0 else { return }
    note(kind, worker: worker, isFailed: open > part * claim)
  }

  /// Whether more than a share of the due work of some kind was dropped or came too late.
  func fallsShort(_ worker: Int, share: Double) -> Bool {
    for place in (worker * DueWork.kindCount)..<((worker + 1) * DueWork.kindCount)
    where Double(failed[place]) > share * Double(due[place]) {
      return true
    }
    return false
  }

  /// A new period begins.
  mutating func startPeriod(at minute: Int) {
    periodStart = minute
    for place in due.indices {
      due[place] = 0
      failed[place] = 0
    }
    for place in claimed.indices { claimed[place] = 0 }
  }
}

extension Staff {
  /// What is due, and what of it is not done, is counted from now on.
  mutating func startDueWork(at minute: Int) { dueWork.startPeriod(at: minute) }

  /// Whether a task is done later than it should be.
  func isLate(_ task: WorkTask, under terms: Terms, at minute: Int) -> Bool {
    let limit = terms.scenario.staffing.lateness.taskDays * Double(SimulationClock.minutesPerDay)
    return Double(minute - Int(task.created)) > limit
  }
}
