import SimulationKernel

/// Time in a replication: the present moment, the events to come, the calendar and the random streams.
///
/// Rooms of the model get the clock as an `inout` argument, in place of the whole simulation.
struct Clock: ~Copyable {
  /// The seed of the run.
  let seed: UInt64
  /// The replication, from 0.
  let replication: UInt64
  /// What seed and replication make of all random streams.
  private let key: RandomStream.Key
  /// Working days and office hours, with a tail beyond the end of the run.
  let calendar: WorkingCalendar
  /// Minutes from New Year of the first year to the start of the run, for seasons.
  let sinceNewYear: Double
  /// Minute at which observation begins.
  let warmUpEnd: Int
  /// Minute at which the run ends.
  let end: Int
  /// The present moment, in minutes since the start.
  var now = 0
  /// The events to come.
  var queue: MinuteQueue
  /// The stretch of opening hours that was asked for last; most that is asked lies in it.
  private var stretch = 0...0

  /// Starts a clock at minute 0 of a scenario.
  init(_ scenario: Scenario, seed: UInt64, replication: UInt64) {
    self.seed = seed
    self.replication = replication
    key = RandomStream.Key(seed: seed, replication: replication)
    let boundaries = ObservationDays(scenario.time)
    let start = scenario.time.start
    let newYear = CivilDate(year: start.year, month: 1, day: 1) ?? start
    sinceNewYear = Double((start.dayNumber - newYear.dayNumber) * SimulationClock.minutesPerDay)
    warmUpEnd = boundaries.warmUpEnd * SimulationClock.minutesPerDay
    end = boundaries.end * SimulationClock.minutesPerDay
    // A tail beyond the end, so that planning ahead and late returns stay inside the calendar.
    calendar = WorkingCalendar(
      start: scenario.time.start, dayCount: boundaries.end + 400,
      openingHours: scenario.time.office.openingHours,
      holidays: .dutch, liberationDay: scenario.time.liberationDay,
      closedDates: scenario.time.closedDays.map { $0.date })
    queue = MinuteQueue(minimumCapacity: scenario.population.clients * 4)
  }

  /// Takes the next event, and moves the present moment there.
  ///
  /// - Returns: The event; `nil` when none comes before the end of the run.
  @inline(__always)
  mutating func next() -> MinuteEvent? {
    guard let event = queue.next(), event.minute <= end else { return nil }
    now = event.minute
    return event
  }

  /// Moves the present moment to the end of the run.
  mutating func finish() { now = end }

  /// The present day, counted from the start.
  var day: Int { now / SimulationClock.minutesPerDay }

  /// The minute at which a number of working minutes have passed from now on.
  mutating func finish(ofWorkingMinutes minutes: Int) -> Int {
    if minutes > 0 && reaches(now + minutes) { return now + minutes }
    return calendar.finish(ofWorkingMinutes: minutes, startingAt: now)
  }

  /// Working minutes from now to a minute.
  mutating func workingMinutes(to minute: Int) -> Int {
    if minute >= now && reaches(minute) { return minute - now }
    return calendar.workingMinutes(from: now, to: minute)
  }

  /// Whether the office is open without a break from now to a minute that is to come.
  private mutating func reaches(_ minute: Int) -> Bool {
    if now < stretch.lowerBound || now >= stretch.upperBound {
      guard let present = calendar.stretch(at: now) else { return false }
      stretch = present
    }
    return minute <= stretch.upperBound
  }

  /// A stream for one draw of one purpose and entity.
  func stream(_ purpose: StreamPurpose, _ entity: UInt64, draw: UInt64 = 0) -> RandomStream {
    RandomStream(key: key, purpose: purpose.rawValue, entity: entity, block: draw)
  }

  /// Schedules an event; the entity's meaning depends on the kind.
  ///
  /// `stamp` is the number that tells an event that has gone stale from one that still holds: whoever
  /// schedules holds it, and `Simulation.stamp` finds it again when the event rings.
  mutating func schedule(_ kind: EventKind, at minute: Int, entity: Int, stamp: UInt32) {
    assert(!kind.isCertain, "an event that cannot go stale needs no number")
    queue.schedule(
      at: minute, priority: kind.priority,
      kind: kind.rawValue | stamp << MinuteEvent.stampShift, entity: UInt32(entity))
  }

  /// Schedules an event that comes whatever happens (`EventKind.isCertain`).
  ///
  /// - Returns: The ticket with which it can be taken back.
  @discardableResult
  mutating func scheduleCertain(_ kind: EventKind, at minute: Int, entity: Int = 0) -> EventTicket {
    assert(kind.isCertain, "an event that can go stale needs a number")
    return queue.schedule(
      at: minute, priority: kind.priority, kind: kind.rawValue, entity: UInt32(entity))
  }

  /// Takes back an event that is to come.
  @inline(__always)
  mutating func takeBack(_ ticket: EventTicket) { queue.cancel(ticket) }

  /// Schedules the ring of a client's clock; `number` is that of the setting.
  @inline(__always)
  mutating func schedule(_ life: ClientClock, at minute: Int, client: Int, number: UInt32) {
    queue.schedule(
      at: minute, priority: life.priority,
      kind: ClientClock.firstEvent + life.rawValue | number << MinuteEvent.stampShift,
      entity: UInt32(client))
  }
}

// A stale event is recognised in one way: whoever schedules it holds a number, which goes up at every
// setting, and the event carries the last bits of that number beside its kind. One event is taken back
// instead: that by which a worker looks for work (`Worker.wake`). A worker has it all day and moves it
// whenever an appointment or a task comes in, so that stale ones would be most of the queue.
extension MinuteEvent {
  /// Bits of `kind` below the stamp.
  static let stampShift: UInt32 = 8
  /// The bits of a number that fit in a stamp.
  static let stampMask: UInt32 = 0xFF_FFFF

  /// The last bits of the number that the event was scheduled with.
  @inline(__always) var stamp: UInt32 { kind >> MinuteEvent.stampShift }
}
