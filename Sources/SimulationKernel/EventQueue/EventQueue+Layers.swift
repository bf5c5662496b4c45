// How events move between the front, the near heap and the ladder.
extension EventQueue {
  /// Near events from which the ladder takes over.
  private static let ladderFrom = 96
  /// Events that are moved from the heap to the front at a time.
  private static let refillSize = 24

  @usableFromInline
  mutating func insertBeyondFront(_ event: Event) {
    // Whatever falls into a bucket that is still to come lies after the front and the heap.
    if ladder.isActive && ladder.accept(event) { return }
    insertBeforeLadder(event)
  }

  @inline(never)
  private mutating func insertBeforeLadder(_ event: Event) {
    if frontCount > 0 && event.precedes(front[0]) {
      // It belongs among the front; the latest of a full front makes room.
      if frontCount == EventQueue.frontCapacity {
        dropLatestOfFront()
        isFrontOnly = false
        if !event.precedes(front[0]) {
          near.push(event)
          return
        }
      }
      insertInFront(event)
      return
    }
    isFrontOnly = false
    if near.count == 0 && frontCount < EventQueue.frontCapacity {
      insertInFront(event)
      return
    }
    near.push(event)
    if near.count >= EventQueue.ladderFrom && !ladder.isActive {
      ladder.start(with: &near, after: frontCount > 0 ? front[0].time : -.infinity)
    }
  }

  /// Moves the later half of a full front to the heap.
  private mutating func dropLatestOfFront() {
    let half = EventQueue.frontCapacity / 2
    for index in 0..<half { near.push(front[index]) }
    for index in half..<frontCount { front[index - half] = front[index] }
    frontCount -= half
  }

  /// Fills the empty front with the earliest events; `false` when there are none.
  @usableFromInline
  mutating func refillFront() -> Bool {
    while true {
      if near.count > 0 {
        let size = min(near.count, EventQueue.refillSize)
        var index = size
        while index > 0 {
          index -= 1
          front[index] = near.popFirst()
        }
        frontCount = size
        isFrontOnly = near.count == 0 && !ladder.isActive
        return true
      }
      guard ladder.count > 0 else {
        if ladder.isActive { ladder.stop() }
        isFrontOnly = true
        return false
      }
      let size = ladder.nextBucket(front: front, near: &near)
      if size > 0 {
        frontCount = size
        isFrontOnly = !ladder.isActive
        return true
      }
    }
  }
}

// Cancelling is lazy: the event stays where it is and is skipped when its turn comes.
extension EventQueue {
  /// Whether an event is still to come.
  ///
  /// - Complexity: O(1), except at the instant at which the event is due: then O(events of that
  ///   instant).
  public func contains(_ handle: EventHandle) -> Bool {
    let event = handle.event
    if event.time < now || event.order == EventHandle.none.event.order { return false }
    if cancelled.count > 0 && cancelled.contains(event.order) { return false }
    if event.time > now || executedCount == 0 { return true }
    // Due at this very instant: it has been taken, or it is in the front or the heap, where all
    // events of the present instant are.
    for index in 0..<frontCount where front[index].order == event.order { return true }
    for index in 0..<near.count where near.base[index].order == event.order { return true }
    return ladder.holdsPresent(event)
  }

  /// Cancels an event; `false` when it was taken or cancelled before.
  ///
  /// - Complexity: amortised O(1), see ``contains(_:)``.
  @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Bool {
    guard contains(handle) else { return false }
    cancelled.insert(handle.event.order)
    cancelledCount += 1
    if cancelledCount > 256 && cancelledCount > count { discardCancelled() }
    return true
  }

  /// Moves an event to another time; `nil` when it was taken or cancelled before.
  ///
  /// The event keeps priority, kind and entity and counts as newly inserted among ties. The old
  /// handle is void.
  ///
  /// - Complexity: as ``cancel(_:)`` and ``schedule(at:priority:kind:entity:)`` together.
  @discardableResult
  public mutating func reschedule(_ handle: EventHandle, at time: Double) -> EventHandle? {
    guard time >= now else { refuse(time) }
    guard cancel(handle) else { return nil }
    let event = handle.event
    return schedule(at: time, priority: event.priority, kind: event.kind, entity: event.entity)
  }

  /// Throws out all cancelled events once they outnumber the others.
  private mutating func discardCancelled() {
    var all = EventBuffer(capacity: count + cancelledCount)
    for index in 0..<frontCount { all.append(front[index]) }
    for index in 0..<near.count { all.append(near.base[index]) }
    frontCount = 0
    near.count = 0
    ladder.drain(into: &all)
    for index in 0..<all.count {
      if cancelled.contains(all.base[index].order) {
        skipped.append(all.base[index])
      } else {
        near.append(all.base[index])
      }
    }
    cancelledCount = 0
    releaseSkipped()
    isFrontOnly = false
    near.makeHeap()
    if near.count >= EventQueue.ladderFrom { ladder.start(with: &near, after: -.infinity) }
  }

  /// Lets go of the skipped events whose time has come.
  ///
  /// - Complexity: O(skipped events), and as many are added between two times.
  @inline(never)
  mutating func releaseSkipped() {
    var kept = 0
    for index in 0..<skipped.count {
      let event = skipped.base[index]
      if isOver(event) {
        _ = cancelled.remove(event.order)
      } else {
        skipped.base[kept] = event
        kept += 1
      }
    }
    skipped.count = kept
    releaseSkippedFrom = max(64, 2 * kept)
  }
}
