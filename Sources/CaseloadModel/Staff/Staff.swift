import SimulationKernel

/// A time in which everybody is slower: after a reorganisation.
struct Slowdown {
  /// Minute up to which it lasts.
  var until: Int
  /// Factor on the speed of workers.
  var speed: Double
}

/// The people who work here, past and present: one array per aspect, indexed by worker number.
///
/// The room knows working days, agendas, tasks, posts and who has which client. It knows nothing of
/// what a client is or learns: the flows in `Simulation` ask it and tell it.
struct Staff: ~Copyable {
  /// Traits and state of each worker.
  var workers = Column<Worker>()
  /// The clients of each worker.
  var caseloads = Column<[Int32]>()
  /// Clients on each list for an appointment: one list per worker, or per team.
  var lists = Column<[DueEntry]>()
  /// Employed workers who work from each list.
  var listMembers = Column<Int>()
  /// Caseloads by pool: kinds of clients among caseworkers first, then roles with clients.
  var pools: [LoadIndex] = []
  /// The last list opened in each pool; -1 for none.
  var openLists: [Int32] = []
  /// Appointments of each worker, in order of time.
  var agendas = Column<Agenda>()
  /// Task numbers of each worker by priority.
  var queues = Column<PriorityQueue>()
  /// Days of planned leave of each worker, as days since the start of the run.
  var leave = Column<DaySet>()
  /// All tasks that are not done.
  var tasks = TaskTable()
  /// What roles do; role 0 is that of the caseworkers.
  var roles: RoleTable
  /// What was due in the period in progress, and what of it was not done or not in time.
  var dueWork = DueWork()
  /// Clients without a worker, oldest first.
  var unassigned: [Int32] = []
  /// Tasks for clients without a worker, which wait for whoever comes; oldest first.
  var parked: [Int32] = []
  /// Posts that are or were vacant, in the order in which they fell vacant.
  var vacancies: [PostVacancy] = []
  /// Employed and paid full-time equivalents over time.
  var payroll: Payroll
  /// How often the yearly adjustment to the stock has been planned; the stamp of its event.
  private(set) var reviewNumber: UInt32 = 0
  /// A worker found to do two things at a time; -1 for nobody.
  var overlapping = -1
  /// What slows everybody down for a while; those that run at the same time multiply.
  private(set) var slowdowns: [Slowdown] = []

  /// Makes an organisation in which nobody works yet.
  init(_ scenario: Scenario) {
    roles = RoleTable(scenario)
    payroll = Payroll(roleCount: roles.constants.count)
  }

  /// Everybody is slower up to a minute, by a factor on speed.
  mutating func slowDown(to speed: Double, until minute: Int, at now: Int) {
    slowdowns.removeAll { $0.until <= now }
    slowdowns.append(Slowdown(until: minute, speed: speed))
  }

  /// Another yearly adjustment is planned in place of the last one.
  mutating func planReview() { reviewNumber &+= 1 }

  /// The place of a client on a list; `nil` when the client is not on it.
  ///
  /// - Complexity: O(clients on the list).
  func place(of client: Int, onList list: Int) -> Int? {
    lists[list].firstIndex { $0.client == Int32(client) }
  }

  /// Opens a list.
  mutating func openNewList() -> Int32 {
    lists.append([])
    listMembers.append(0)
    return Int32(lists.count - 1)
  }
}
