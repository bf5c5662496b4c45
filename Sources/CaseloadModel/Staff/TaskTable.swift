/// One piece of work in a worker's queue.
struct WorkTask {
  /// What is to be done.
  var kind: TaskKind
  /// The client; -1 when the task concerns none.
  var client: Int32
  /// The spell of the client when the task was made.
  var spell: UInt16
  /// Whether another than the client's worker does it.
  var isDelegated: Bool = false
  /// The vacancy; -1 when the task concerns none.
  var vacancy: Int32 = -1
  /// `ClientService.dueTicket` when the task was made; another value means that a letter has lapsed.
  var ticket: UInt32 = 0
  /// What is still to be done, in minutes of an experienced worker; it stays what it is when the task
  /// changes hands.
  var remaining: Double
  /// Minute at which the task was made; earlier tasks of a kind go first.
  var created: Int32
  /// The worker from whom a role took the task over; -1 for nobody.
  var takenFrom: Int32 = -1
  /// The worker who has the task in the queue or in hand; -1 for nobody.
  var owner: Int32 = -1
}

/// A store of tasks whose numbers are used again.
struct TaskTable: ~Copyable {
  /// Tasks by number, with those that are done until their number is used again.
  private(set) var tasks = Column<WorkTask>()
  /// Numbers that are free.
  private var free = Column<Int32>()

  /// Reads or changes a task.
  subscript(number: Int32) -> WorkTask {
    @inline(__always) _read { yield tasks[Int(number)] }
    @inline(__always) _modify { yield &tasks[Int(number)] }
  }

  /// Stores a task and returns its number.
  mutating func insert(_ task: WorkTask) -> Int32 {
    if let number = free.popLast() {
      tasks[Int(number)] = task
      return number
    }
    tasks.append(task)
    return Int32(tasks.count - 1)
  }

  /// Gives a task's number free.
  mutating func remove(_ number: Int32) {
    tasks[Int(number)].owner = -1
    free.append(number)
  }
}
