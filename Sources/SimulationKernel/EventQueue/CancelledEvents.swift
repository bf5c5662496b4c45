/// The orders of cancelled events that are still stored somewhere in the queue.
///
/// A hash set with linear probing and deletion by shifting back (Knuth, TAOCP 3, 6.4, algorithm R).
struct CancelledEvents: ~Copyable {
  /// The orders by hash; `empty` where there is none.
  private var slots: UnsafeMutablePointer<UInt64>
  /// The number of slots, a power of two, less 1.
  private var mask: Int
  /// Number of cancelled events.
  private(set) var count = 0

  private static var empty: UInt64 { .max }

  init() {
    mask = 63
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: CancelledEvents.empty, count: mask + 1)
  }

  deinit { slots.deallocate() }

  private func home(_ order: UInt64) -> Int {
    Int(truncatingIfNeeded: (order &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
  }

  /// Whether an event was cancelled.
  func contains(_ order: UInt64) -> Bool {
    var index = home(order)
    while slots[index] != CancelledEvents.empty {
      if slots[index] == order { return true }
      index = (index + 1) & mask
    }
    return false
  }

  /// Adds an event that is not in the set.
  mutating func insert(_ order: UInt64) {
    if count * 2 > mask { grow() }
    place(order)
    count += 1
  }

  private func place(_ order: UInt64) {
    var index = home(order)
    while slots[index] != CancelledEvents.empty { index = (index + 1) & mask }
    slots[index] = order
  }

  /// Removes an event; `false` when it is not in the set.
  mutating func remove(_ order: UInt64) -> Bool {
    var index = home(order)
    while slots[index] != order {
      if slots[index] == CancelledEvents.empty { return false }
      index = (index + 1) & mask
    }
    count -= 1
    var hole = index
    while true {
      index = (index + 1) & mask
      let moved = slots[index]
      if moved == CancelledEvents.empty { break }
      // A number may move to the hole unless its home lies cyclically after the hole.
      let distance = (index - home(moved)) & mask
      if distance >= (index - hole) & mask {
        slots[hole] = moved
        hole = index
      }
    }
    slots[hole] = CancelledEvents.empty
    return true
  }

  /// Removes all events.
  mutating func removeAll() {
    slots.update(repeating: CancelledEvents.empty, count: mask + 1)
    count = 0
  }

  private mutating func grow() {
    let old = slots
    let oldCount = mask + 1
    mask = oldCount * 2 - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: CancelledEvents.empty, count: mask + 1)
    for index in 0..<oldCount where old[index] != CancelledEvents.empty { place(old[index]) }
    old.deallocate()
  }
}
