/// The events to come, in order of time, then priority, then insertion.
///
/// ```swift
/// var queue = EventQueue()
/// queue.schedule(at: 2, kind: 1)
/// let reminder = queue.schedule(at: 1, kind: 2)
/// queue.cancel(reminder)
/// queue.next()?.kind  // 1
/// ```
///
/// Three layers, each earlier than the next:
/// - the *front*, a short sorted array from whose end events are taken;
/// - the *near* heap with four children per node, the exact fallback for whatever cannot be spread;
/// - the *ladder*: rungs of buckets, each rung one bucket of the one above, and a *far* list.
///
/// Small queues live in the front alone. A large queue spreads its far list over a rung when the
/// rungs are used up, and sorts one bucket at a time into the front. The width of buckets is taken from
/// a sample of the far list, so that a few events in the far future do not spoil it. A bucket
/// that cannot be divided (all events at one instant) goes to the heap. The layers move only the
/// events; their order is total, so none of this can be seen from outside.
///
/// - Complexity: amortised O(1) to schedule, take, cancel and reschedule when times are spread;
///   O(log n) at worst, as a heap. Nothing is allocated per event. An event that is cancelled at the
///   very instant at which it is due is searched among those of that instant.
///
/// Source: the ladder queue of Tang, Goh and Thng 2005, doi:10.1145/1103323.1103324; the sorted front
/// and the heap fallback differ from it.
public struct EventQueue: ~Copyable {
  /// Time of the last event taken; events cannot be scheduled before it.
  @inlinable public var now: Double { time }
  /// Number of events taken so far.
  @inlinable public var executedCount: Int { taken }

  /// See `now`.
  @usableFromInline var time = 0.0
  /// See `executedCount`.
  @usableFromInline var taken = 0

  /// Number of events that the front has room for.
  @usableFromInline static let frontCapacity = 64
  /// Descending: the earliest event is the last.
  @usableFromInline let front: UnsafeMutablePointer<Event>
  /// Number of events in the front.
  @usableFromInline var frontCount = 0
  /// Whether the near heap and the ladder are empty, so that all events are in the front.
  @usableFromInline var isFrontOnly = true
  /// Number of cancelled events that are still stored.
  @usableFromInline var cancelledCount = 0
  // The layers behind the front are out of sight of code that is inlined elsewhere.
  /// Early events that are not in the front: a heap.
  var near: EventBuffer
  /// Later events.
  var ladder: Ladder
  /// Orders of cancelled events that are still stored.
  var cancelled = CancelledEvents()
  /// Cancelled events that have been taken out before their time.
  var skipped: EventBuffer
  /// Number of skipped events from which those whose time has come are let go.
  var releaseSkippedFrom = 64
  /// The order of the next event that is scheduled.
  @usableFromInline var nextSequence: UInt64 = 0

  /// Makes an empty queue at time 0, with room for a number of events.
  public init(minimumCapacity: Int = 0) {
    front = .allocate(capacity: EventQueue.frontCapacity)
    near = EventBuffer(capacity: 64)
    skipped = EventBuffer(capacity: 16)
    ladder = Ladder(minimumCapacity: minimumCapacity)
  }

  deinit { front.deallocate() }

  /// Number of events to come.
  public var count: Int { frontCount + near.count + ladder.count - cancelledCount }

  /// Whether no event is to come.
  public var isEmpty: Bool { count == 0 }

  /// Time of the next event; `nil` when there is none.
  public var nextTime: Double? {
    mutating get {
      while frontCount > 0 || refillFront() {
        let event = front[frontCount - 1]
        if cancelledCount == 0 || !cancelled.contains(event.order) { return event.time }
        frontCount -= 1
        _ = forget(event)
      }
      return nil
    }
  }

  /// Schedules an event.
  ///
  /// - Parameters:
  ///   - time: Not before `now`, and a number.
  ///   - priority: 0 to 4095; a lower number goes first among events at the same time.
  ///   - kind: What happens; the caller's numbering.
  ///   - entity: To whom; the caller's numbering.
  /// - Returns: A handle with which the event can be cancelled or moved.
  @inlinable
  @discardableResult
  public mutating func schedule(
    at time: Double, priority: Int = 0, kind: UInt32, entity: UInt32 = 0
  ) -> EventHandle {
    guard time >= now else { refuse(time) }
    precondition(
      priority >= 0 && priority < Event.priorityCount,
      "an event's priority lies in 0...4095, not at \(priority)")
    let event = Event(
      time: time, order: UInt64(priority) << Event.sequenceBits | nextSequence, kind: kind,
      entity: entity)
    nextSequence &+= 1
    insert(event)
    return EventHandle(event)
  }

  /// Takes the next event and moves the clock to it; `nil` when there is none.
  @inlinable
  public mutating func next() -> Event? {
    while frontCount > 0 || refillFront() {
      frontCount &-= 1
      let event = front[frontCount]
      if cancelledCount != 0 && forget(event) { continue }
      time = event.time
      taken &+= 1
      return event
    }
    return nil
  }

  @inlinable
  @inline(__always)
  mutating func insert(_ event: Event) {
    if isFrontOnly && frontCount < EventQueue.frontCapacity {
      insertInFront(event)
    } else {
      insertBeyondFront(event)
    }
  }

  /// Shifts what goes before the event one place up and puts the event below it.
  @inlinable
  @inline(__always)
  mutating func insertInFront(_ event: Event) {
    front.insertDescending(event, count: frontCount)
    frontCount &+= 1
  }

  /// Skips a cancelled event that has been taken out; `false` when the event was not cancelled.
  ///
  /// Its order stays among the cancelled ones until its time has come: until then its handle could be
  /// taken for that of an event to come.
  @usableFromInline
  mutating func forget(_ event: Event) -> Bool {
    guard cancelled.contains(event.order) else { return false }
    cancelledCount -= 1
    skipped.append(event)
    if skipped.count >= releaseSkippedFrom { releaseSkipped() }
    return true
  }

  /// Whether the time of an event has come, so that ``contains(_:)`` finds it by search alone.
  func isOver(_ event: Event) -> Bool { event.time < now || (event.time == now && taken > 0) }

  @usableFromInline
  func refuse(_ time: Double) -> Never {
    // Not a number is refused here too: it compares with nothing.
    fatalError("an event was scheduled at \(time), before the present time \(now)")
  }
}
