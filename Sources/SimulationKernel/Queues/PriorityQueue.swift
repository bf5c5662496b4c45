/// Items in order of a key: the lowest key first, and among equal keys the one inserted first.
///
/// A binary heap in one array; items are numbers that mean something to the caller.
public struct PriorityQueue: Sendable {
  @usableFromInline
  struct Entry: Sendable {
    /// The lowest goes first.
    @usableFromInline let key: Double
    /// Order among equal keys.
    @usableFromInline let sequence: Int64
    /// The caller's number.
    @usableFromInline let item: UInt32

    @usableFromInline
    init(key: Double, sequence: Int64, item: UInt32) {
      self.key = key
      self.sequence = sequence
      self.item = item
    }

    @inlinable
    func precedes(_ other: Entry) -> Bool {
      key < other.key || (key == other.key && sequence < other.sequence)
    }
  }

  /// A binary heap: the first to go is at the root.
  @usableFromInline var entries: [Entry] = []
  /// The sequence of the next item that is inserted.
  @usableFromInline var nextSequence: Int64 = 0
  /// The sequence of the next item that is inserted ahead.
  @usableFromInline var firstSequence: Int64 = -1

  /// Makes an empty queue.
  public init() {}

  /// Number of items.
  @inlinable public var count: Int { entries.count }

  /// Whether there is no item.
  @inlinable public var isEmpty: Bool { entries.isEmpty }

  /// The item with the lowest key.
  @inlinable public var first: UInt32? { entries.first?.item }

  /// Adds an item.
  ///
  /// - Precondition: `key` is not NaN.
  /// - Complexity: O(log `count`).
  @inlinable
  public mutating func insert(_ item: UInt32, key: Double) {
    precondition(key == key, "a priority queue needs keys that can be ordered, not \(key)")
    entries.append(Entry(key: key, sequence: nextSequence, item: item))
    nextSequence += 1
    siftUp(entries.count - 1)
  }

  /// Adds an item that goes before all others with the same key.
  ///
  /// - Precondition: `key` is not NaN.
  /// - Complexity: O(log `count`).
  @inlinable
  public mutating func insertAhead(_ item: UInt32, key: Double) {
    precondition(key == key, "a priority queue needs keys that can be ordered, not \(key)")
    entries.append(Entry(key: key, sequence: firstSequence, item: item))
    firstSequence -= 1
    siftUp(entries.count - 1)
  }

  /// Takes the item with the lowest key; `nil` when there is none.
  ///
  /// - Complexity: O(log `count`).
  @inlinable
  public mutating func removeFirst() -> UInt32? {
    guard let first = entries.first else { return nil }
    remove(at: 0)
    return first.item
  }

  /// Takes an item away, wherever it stands; `false` when it is not there.
  ///
  /// - Complexity: O(`count`).
  @inlinable
  public mutating func remove(_ item: UInt32) -> Bool {
    guard let index = entries.firstIndex(where: { $0.item == item }) else { return false }
    remove(at: index)
    return true
  }

  @usableFromInline
  mutating func remove(at index: Int) {
    let last = entries.removeLast()
    guard index < entries.count else { return }
    entries[index] = last
    siftDown(index)
    if index > 0 { siftUp(index) }
  }

  // The loops below run over the array's memory: checking each index again would take longer than
  // the comparisons.

  @usableFromInline
  mutating func siftUp(_ start: Int) {
    entries.withUnsafeMutableBufferPointer { entries in
      var index = start
      let entry = entries[index]
      while index > 0 {
        let parent = (index &- 1) >> 1
        guard entry.precedes(entries[parent]) else { break }
        entries[index] = entries[parent]
        index = parent
      }
      entries[index] = entry
    }
  }

  @usableFromInline
  mutating func siftDown(_ start: Int) {
    entries.withUnsafeMutableBufferPointer { entries in
      let count = entries.count
      var index = start
      let entry = entries[index]
      while true {
        var child = 2 &* index &+ 1
        guard child < count else { break }
        if child &+ 1 < count && entries[child &+ 1].precedes(entries[child]) { child &+= 1 }
        guard entries[child].precedes(entry) else { break }
        entries[index] = entries[child]
        index = child
      }
      entries[index] = entry
    }
  }
}
