/// A line of waiting items: the lowest priority number first, and first come first served among equals.
///
/// Keeps its own statistics: the length over time, the waits of those who were served and of those who
/// gave up. ``restart(at:)`` forgets them and keeps whoever waits.
public struct WaitingLine: Sendable {
  private struct Place: Sendable {
    /// The item that waits.
    var item: UInt32
    /// Its priority; a lower number goes first.
    var priority: Double
    /// When this stay in the line began.
    var since: Double
    /// Whether the item was inserted ahead of its equals, as an item is whose service was interrupted.
    var isReturning: Bool
  }

  /// Numbers of places in the order in which they are served.
  private var order = PriorityQueue()
  /// The places, in use and free.
  private var places: [Place] = []
  /// Numbers of the places that are free.
  private var free: [UInt32] = []
  /// Length of the line over time.
  public private(set) var length: TimeWeightedStatistics
  /// Waits of the items that left the line for service for the first time.
  private(set) var firstWaits = RunningStatistics()
  /// Waits of the items that left the line for service after an interruption.
  private var laterWaits = RunningStatistics()
  /// Waits of the items that left without service.
  public private(set) var renegedWaits = RunningStatistics()

  /// Waits of the items that left the line for service; who never stood in line is not among them.
  public var waits: RunningStatistics {
    var all = firstWaits
    all.merge(laterWaits)
    return all
  }

  /// Number of items that left without service.
  public var renegedCount: Int { renegedWaits.count }

  /// Makes an empty line at a moment.
  public init(at time: Double = 0) { length = TimeWeightedStatistics(at: time, value: 0) }

  /// Number of waiting items.
  public var count: Int { order.count }

  /// Whether nobody waits.
  public var isEmpty: Bool { order.isEmpty }

  /// The item whose turn is next.
  public var first: UInt32? { order.first.map { places[Int($0)].item } }

  /// Adds an item at the end of its priority, or ahead of its equals.
  ///
  /// - Precondition: `priority` is not NaN, and `time` not before the last change of the line.
  /// - Complexity: O(log `count`).
  public mutating func insert(
    _ item: UInt32, priority: Double = 0, at time: Double, aheadOfEquals: Bool = false
  ) {
    let place = Place(
      item: item, priority: priority, since: time, isReturning: aheadOfEquals)
    let index: UInt32
    if let reused = free.popLast() {
      index = reused
      places[Int(reused)] = place
    } else {
      index = UInt32(places.count)
      places.append(place)
    }
    if aheadOfEquals {
      order.insertAhead(index, key: priority)
    } else {
      order.insert(index, key: priority)
    }
    length.change(to: Double(order.count), at: time)
  }

  /// Takes the next item for service; `nil` when nobody waits.
  ///
  /// - Complexity: O(log `count`).
  public mutating func removeFirst(at time: Double) -> (item: UInt32, priority: Double)? {
    guard let index = order.removeFirst() else { return nil }
    let place = places[Int(index)]
    free.append(index)
    length.change(to: Double(order.count), at: time)
    if place.isReturning {
      laterWaits.add(time - place.since)
    } else {
      firstWaits.add(time - place.since)
    }
    return (place.item, place.priority)
  }

  /// An item leaves the line without service; `false` when it does not wait.
  ///
  /// - Complexity: O(`count`).
  @discardableResult
  public mutating func renege(_ item: UInt32, at time: Double) -> Bool {
    for index in places.indices where places[index].item == item {
      // A free place may still name the item; only one that is in the order counts.
      if order.remove(UInt32(index)) {
        free.append(UInt32(index))
        length.change(to: Double(order.count), at: time)
        renegedWaits.add(time - places[index].since)
        return true
      }
    }
    return false
  }

  /// Forgets the statistics and keeps the state: the warm-up ends.
  ///
  /// Who waits counts with the whole wait when served.
  public mutating func restart(at time: Double) {
    length.restart(at: time)
    firstWaits = RunningStatistics()
    laterWaits = RunningStatistics()
    renegedWaits = RunningStatistics()
  }
}
