/// Servers with one waiting line before them: who is served, who waits, who is turned away.
///
/// The station holds state and statistics and tells the caller who starts; the caller draws service
/// times and schedules events. The capacity may change over time, items may renege, a limit on the
/// line makes items balk, and a preemptive station interrupts the least urgent service for a more
/// urgent arrival. What an interrupted item still needs is the caller's to remember.
///
/// An arrival interrupts only when fewer services than the capacity are at least as urgent as it is:
/// a station without servers starts nobody, and services that go on after a cut are no servers for
/// others. Interruption happens at an arrival and at no other moment; after a cut an urgent item may
/// therefore wait while a less urgent service goes on to its end. The limit of the line holds for
/// interrupted items too: without a free place they go away.
///
/// ```swift
/// var desk = ServiceStation(capacity: 1)
/// desk.arrive(7, at: 0)      // .started
/// desk.arrive(8, at: 1)      // .queued
/// desk.finish(7, at: 3)      // 8 starts
/// desk.waits.mean            // 1, over both items
/// desk.line.waits.mean       // 2, over the one that waited
/// ```
public struct ServiceStation: Sendable {
  /// What becomes of an arrival.
  public enum Admission: Sendable, Equatable {
    /// Service begins at once.
    case started
    /// The item waits.
    case queued
    /// The line is full: the item goes away.
    case refused
    /// Service begins at once and interrupts that of the given item, which waits again, or goes away
    /// when the line is full.
    case preempted(UInt32, goesAway: Bool = false)
  }

  private struct Service: Sendable {
    /// The item in service.
    var item: UInt32
    /// Its priority; a lower number goes first.
    var priority: Double
  }

  /// Number of servers.
  public private(set) var capacity: Int
  /// Most items that may wait.
  public let lineLimit: Int
  /// Whether urgent arrivals interrupt less urgent services.
  public let isPreemptive: Bool
  /// Those who wait.
  public private(set) var line: WaitingLine
  /// Servers at work over time.
  public private(set) var busy: TimeWeightedStatistics
  /// Waits of all items until their service first begins, 0 for those who did not wait.
  ///
  /// The waits of those who stood in line alone are `line.waits`, where a stay after an interruption
  /// counts as a wait of its own.
  public var waits: RunningStatistics {
    var all = RunningStatistics(repeating: 0, count: immediateCount)
    all.merge(line.firstWaits)
    return all
  }

  /// Number of items whose service began as they arrived.
  public private(set) var immediateCount = 0
  /// Number of arrivals that were turned away.
  public private(set) var refusedCount = 0
  /// Number of items whose service was interrupted and that went away because the line was full.
  public private(set) var displacedCount = 0
  /// Number of items in service.
  public private(set) var inService = 0
  /// Who is in service; kept by preemptive stations only, the others need no more than a number.
  private var services: [Service] = []
  /// Time of the last call.
  private var now: Double

  /// Makes an idle station.
  ///
  /// - Precondition: `capacity >= 0` and `lineLimit >= 0`.
  public init(
    capacity: Int, lineLimit: Int = .max, isPreemptive: Bool = false, at time: Double = 0
  ) {
    precondition(capacity >= 0, "a station needs a capacity of at least 0, not \(capacity)")
    precondition(
      lineLimit >= 0, "a station needs a limit of the line of at least 0, not \(lineLimit)")
    self.capacity = capacity
    self.lineLimit = lineLimit
    self.isPreemptive = isPreemptive
    line = WaitingLine(at: time)
    busy = TimeWeightedStatistics(at: time, value: 0)
    now = time
  }

  /// An item arrives; a lower priority number is more urgent.
  ///
  /// - Precondition: The item is neither in service nor in line, `priority` is not NaN, and `time` lies
  ///   not before that of an earlier call; this holds for all calls with a time.
  /// - Complexity: O(log waiting); O(servers) for a preemptive station.
  public mutating func arrive(
    _ item: UInt32, priority: Double = 0, at time: Double
  ) -> Admission {
    precondition(priority == priority, "a station needs priorities that can be ordered, not NaN")
    move(to: time)
    if inService < capacity {
      start(item, priority, at: time)
      immediateCount += 1
      return .started
    }
    if isPreemptive, let least = leastUrgent(below: priority) {
      let displaced = services[least]
      services[least] = Service(item: item, priority: priority)
      immediateCount += 1
      guard line.count < lineLimit else {
        displacedCount += 1
        return .preempted(displaced.item, goesAway: true)
      }
      line.insert(
        displaced.item, priority: displaced.priority, at: time, aheadOfEquals: true)
      return .preempted(displaced.item)
    }
    guard line.count < lineLimit else {
      refusedCount += 1
      return .refused
    }
    line.insert(item, priority: priority, at: time)
    return .queued
  }

  /// An item's service ends.
  ///
  /// - Returns: The item whose service begins now, if one waits and there is room.
  /// - Precondition: The item is in service; a station that is not preemptive knows only how many are.
  /// - Complexity: O(log waiting); O(servers) more for a preemptive station.
  public mutating func finish(_ item: UInt32, at time: Double) -> UInt32? {
    precondition(inService > 0, "item \(item) is not in service and cannot finish")
    move(to: time)
    if isPreemptive {
      guard let index = services.firstIndex(where: { $0.item == item }) else {
        preconditionFailure("item \(item) is not in service and cannot finish")
      }
      services.swapAt(index, services.count - 1)
      services.removeLast()
    }
    inService -= 1
    busy.change(to: Double(inService), at: time)
    return startNext(at: time)
  }

  /// An item leaves the line without service; `false` when it does not wait.
  @discardableResult
  public mutating func renege(_ item: UInt32, at time: Double) -> Bool {
    move(to: time)
    return line.renege(item, at: time)
  }

  /// Changes the number of servers; services in progress go on even when there are too many.
  ///
  /// - Returns: Items whose service begins now.
  public mutating func setCapacity(_ servers: Int, at time: Double) -> [UInt32] {
    precondition(servers >= 0, "a station needs a capacity of at least 0, not \(servers)")
    move(to: time)
    capacity = servers
    var started: [UInt32] = []
    while let item = startNext(at: time) { started.append(item) }
    return started
  }

  /// Forgets the statistics and keeps the state: the warm-up ends.
  ///
  /// Who waits counts with the whole wait when served.
  public mutating func restart(at time: Double) {
    move(to: time)
    line.restart(at: time)
    busy.restart(at: time)
    immediateCount = 0
    refusedCount = 0
    displacedCount = 0
  }

  private mutating func move(to time: Double) {
    precondition(time >= now, "a station cannot go from \(now) back to \(time)")
    now = time
  }

  private mutating func startNext(at time: Double) -> UInt32? {
    guard inService < capacity, let next = line.removeFirst(at: time) else { return nil }
    start(next.item, next.priority, at: time)
    return next.item
  }

  private mutating func start(_ item: UInt32, _ priority: Double, at time: Double) {
    if isPreemptive { services.append(Service(item: item, priority: priority)) }
    inService += 1
    busy.change(to: Double(inService), at: time)
  }

  /// The service to interrupt for an arrival: the highest priority number, the latest among equals.
  ///
  /// `nil` when as many services as there are servers are at least as urgent as the arrival.
  private func leastUrgent(below priority: Double) -> Int? {
    var least: Int?
    var kept = 0
    for index in services.indices {
      if services[index].priority <= priority {
        kept += 1
      } else if let known = least, services[index].priority < services[known].priority {
        continue
      } else {
        least = index
      }
    }
    return kept < capacity ? least : nil
  }
}
