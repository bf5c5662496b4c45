/// A growing array of events without reference counting.
struct EventBuffer: ~Copyable {
  /// Where the events lie.
  var base: UnsafeMutablePointer<Event>
  /// Number of events.
  var count = 0
  /// Number of events that there is room for.
  var capacity: Int

  init(capacity: Int) {
    self.capacity = max(16, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Adds an event at the end.
  @inline(__always)
  mutating func append(_ event: Event) {
    if count == capacity { grow() }
    (base + count).initialize(to: event)
    count &+= 1
  }

  // Out of line, as it is rare and appending is not.
  @inline(never)
  mutating func grow() {
    let larger = UnsafeMutablePointer<Event>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }

  // MARK: - As a heap with four children per node, the earliest event first

  /// Adds an event to the heap.
  ///
  /// - Complexity: O(log `count`).
  mutating func push(_ event: Event) {
    append(event)
    siftUp(count - 1)
  }

  /// Takes the earliest event of the heap, which must not be empty.
  ///
  /// - Complexity: O(log `count`).
  mutating func popFirst() -> Event {
    let first = base[0]
    count -= 1
    if count > 0 {
      base[0] = base[count]
      siftDown(0)
    }
    return first
  }

  /// Makes a heap of events in any order.
  ///
  /// - Complexity: O(`count`).
  mutating func makeHeap() {
    guard count > 1 else { return }
    var index = (count - 2) / 4
    while index >= 0 {
      siftDown(index)
      index -= 1
    }
  }

  private func siftUp(_ start: Int) {
    var index = start
    let event = base[index]
    while index > 0 {
      let parent = (index - 1) >> 2
      guard event.precedes(base[parent]) else { break }
      base[index] = base[parent]
      index = parent
    }
    base[index] = event
  }

  private func siftDown(_ start: Int) {
    var index = start
    let event = base[index]
    while true {
      let firstChild = 4 * index + 1
      guard firstChild < count else { break }
      var least = firstChild
      let end = min(firstChild + 4, count)
      var child = firstChild + 1
      while child < end {
        if base[child].precedes(base[least]) { least = child }
        child += 1
      }
      guard base[least].precedes(event) else { break }
      base[index] = base[least]
      index = least
    }
    base[index] = event
  }
}

extension UnsafeMutablePointer<Event> {
  /// Puts an event among a number of events that are sorted, the latest first.
  @inlinable
  @inline(__always)
  func insertDescending(_ event: Event, count: Int) {
    var index = count
    while index > 0 && self[index &- 1].precedes(event) {
      self[index] = self[index &- 1]
      index &-= 1
    }
    self[index] = event
  }
}
