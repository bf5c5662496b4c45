/// Something that happens in a minute: what (`kind`) and to whom (`entity`).
struct MinuteEvent {
  /// Whole minutes since the start of the run.
  let minute: Int
  /// What happens, with the stamp of whoever scheduled it in the upper bits.
  let kind: UInt32
  /// To whom.
  let entity: UInt32
}

/// Names one scheduled event, so that it can be cancelled.
struct EventTicket: Equatable {
  /// The slot of the event.
  fileprivate let slot: Int32
  /// Which use of the slot it is.
  fileprivate let use: UInt32

  /// A ticket of no event.
  static let none = EventTicket(slot: -1, use: 0)
}

/// The events to come, in order of minute, then priority, then insertion.
///
/// A wheel of days and minutes, which the general `EventQueue` cannot be, because its times are no whole
/// numbers. The events of a later day hang on one chain; when that day comes they are dealt out to the
/// minutes and priorities of the day, in the order in which they were scheduled. Nothing is compared and
/// nothing is moved twice: an event costs about a third of what it costs in the general queue.
///
/// - Complexity: O(1) per event, and O(1) per day that passes.
struct MinuteQueue: ~Copyable {
  /// Priorities lie below this number; a lower one goes first.
  static let priorityCount = 8
  /// Minutes of a day.
  private static let minutesPerDay = SimulationClock.minutesPerDay
  /// Buckets of a day: one for each minute and priority.
  private static let bucketCount = minutesPerDay * priorityCount
  /// Words of bits, one bit for each bucket.
  private static let wordCount = bucketCount / 64

  /// An event that is to come, or a free slot.
  struct Node {
    /// The next of the chain; -1 for none.
    var next: Int32
    /// How often the slot has been used; tells a ticket of an earlier use.
    var use: UInt32
    /// See `MinuteEvent.kind`.
    var kind: UInt32
    /// See `MinuteEvent.entity`.
    var entity: UInt32
    /// The minute of the day and the priority.
    var bucket: UInt16
    /// Whether it is taken out when its turn comes, without anything happening.
    var isCancelled: Bool
  }

  /// The events of one minute and priority of the present day, in order of insertion.
  struct Bucket {
    /// The slot of the first event; -1 for none.
    var first: Int32 = -1
    /// The slot of the last event; -1 for none.
    var last: Int32 = -1
  }

  /// Slots of events, in use and free.
  private var nodes: Column<Node>
  /// The first slot that is free; -1 for none.
  private var firstFree: Int32 = -1
  /// The events of each later day, the last that was scheduled first; -1 for none.
  private var days = Column<Int32>()
  /// The events of today, by minute and priority.
  private var buckets = Column(repeating: Bucket(), count: MinuteQueue.bucketCount)
  /// A bit for each bucket that holds something; 64 to a word.
  private var occupied = Column(repeating: UInt64(0), count: MinuteQueue.wordCount)
  /// The day whose events are in the buckets.
  private var today = 0
  /// All buckets of earlier words are empty.
  private var word = 0
  /// The minute of the last event taken; events cannot be scheduled before it.
  private(set) var now = 0
  /// Number of events taken so far, without those that were cancelled.
  private(set) var executedCount = 0
  /// Number of events to come.
  private(set) var count = 0

  /// Makes an empty queue at minute 0, with room for a number of events.
  init(minimumCapacity: Int = 0) { nodes = Column(minimumCapacity: minimumCapacity) }

  /// Schedules an event.
  ///
  /// - Parameters:
  ///   - minute: Not before `now`.
  ///   - priority: 0 to 7; a lower number goes first in the same minute.
  ///   - kind: What happens; the caller's numbering.
  ///   - entity: To whom; the caller's numbering.
  @discardableResult
  mutating func schedule(at minute: Int, priority: Int, kind: UInt32, entity: UInt32) -> EventTicket
  {
    precondition(
      minute >= now && priority >= 0 && priority < MinuteQueue.priorityCount,
      "an event needs a minute that is not over and a priority from 0 to 7")
    let day = minute / MinuteQueue.minutesPerDay
    let bucket =
      (minute &- day &* MinuteQueue.minutesPerDay) &* MinuteQueue.priorityCount &+ priority
    let slot = takeSlot()
    nodes[Int(slot)].kind = kind
    nodes[Int(slot)].entity = entity
    nodes[Int(slot)].bucket = UInt16(truncatingIfNeeded: bucket)
    nodes[Int(slot)].isCancelled = false
    count &+= 1
    if day == today {
      append(slot, to: bucket)
    } else {
      while days.count <= day { days.append(-1) }
      nodes[Int(slot)].next = days[day]
      days[day] = slot
    }
    return EventTicket(slot: slot, use: nodes[Int(slot)].use)
  }

  /// Takes the next event; `nil` when there is none.
  mutating func next() -> MinuteEvent? {
    while count > 0 {
      while word < MinuteQueue.wordCount && occupied[word] == 0 { word &+= 1 }
      guard word < MinuteQueue.wordCount else {
        beginNextDay()
        continue
      }
      let bucket = word &* 64 &+ occupied[word].trailingZeroBitCount
      let slot = buckets[bucket].first
      let node = nodes[Int(slot)]
      buckets[bucket].first = node.next
      if node.next < 0 { occupied[word] &= occupied[word] &- 1 }
      nodes[Int(slot)].next = firstFree
      nodes[Int(slot)].use &+= 1
      firstFree = slot
      if node.isCancelled { continue }
      count &-= 1
      executedCount &+= 1
      now = today &* MinuteQueue.minutesPerDay &+ bucket / MinuteQueue.priorityCount
      return MinuteEvent(minute: now, kind: node.kind, entity: node.entity)
    }
    return nil
  }

  /// Cancels an event; nothing happens when it was taken or cancelled before.
  mutating func cancel(_ ticket: EventTicket) {
    let slot = Int(ticket.slot)
    guard slot >= 0, nodes[slot].use == ticket.use, !nodes[slot].isCancelled else { return }
    nodes[slot].isCancelled = true
    count -= 1
  }

  /// The minute of the next event; `nil` when there is none.
  ///
  /// - Complexity: O(events up to it), those cancelled included.
  var nextMinute: Int? {
    guard count > 0 else { return nil }
    for bucket in (word * 64)..<MinuteQueue.bucketCount {
      var slot = buckets[bucket].first
      while slot >= 0 {
        let node = nodes[Int(slot)]
        if !node.isCancelled {
          return today * MinuteQueue.minutesPerDay + bucket / MinuteQueue.priorityCount
        }
        slot = node.next
      }
    }
    for day in (today + 1)..<max(today + 1, days.count) {
      var least = Int.max
      var slot = days[day]
      while slot >= 0 {
        let node = nodes[Int(slot)]
        if !node.isCancelled { least = min(least, Int(node.bucket)) }
        slot = node.next
      }
      if least < .max {
        return day * MinuteQueue.minutesPerDay + least / MinuteQueue.priorityCount
      }
    }
    return nil
  }

  /// A slot for one more event.
  @inline(__always)
  private mutating func takeSlot() -> Int32 {
    guard firstFree < 0 else {
      let slot = firstFree
      firstFree = nodes[Int(slot)].next
      return slot
    }
    nodes.append(Node(next: -1, use: 0, kind: 0, entity: 0, bucket: 0, isCancelled: false))
    return Int32(nodes.count - 1)
  }

  /// Puts an event of the present day behind those of its minute and priority.
  @inline(__always)
  private mutating func append(_ slot: Int32, to bucket: Int) {
    nodes[Int(slot)].next = -1
    if buckets[bucket].first < 0 {
      buckets[bucket] = Bucket(first: slot, last: slot)
      occupied[bucket >> 6] |= 1 << UInt64(bucket & 63)
    } else {
      nodes[Int(buckets[bucket].last)].next = slot
      buckets[bucket].last = slot
    }
    // Minutes of one word may come in any order of priority.
    word = min(word, bucket >> 6)
  }

  /// Goes on to the next day with events, and deals them out to its minutes.
  ///
  /// A chain of a day has its last event first, so that putting each before those of its bucket leaves them
  /// in the order in which they were scheduled.
  private mutating func beginNextDay() {
    today += 1
    while today < days.count && days[today] < 0 { today += 1 }
    precondition(today < days.count, "an event that is to come stands in no day")
    var slot = days[today]
    days[today] = -1
    while slot >= 0 {
      let following = nodes[Int(slot)].next
      let bucket = Int(nodes[Int(slot)].bucket)
      nodes[Int(slot)].next = buckets[bucket].first
      if buckets[bucket].first < 0 {
        buckets[bucket].last = slot
        occupied[bucket >> 6] |= 1 << UInt64(bucket & 63)
      }
      buckets[bucket].first = slot
      slot = following
    }
    word = 0
  }
}
