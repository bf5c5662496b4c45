/// One aspect of all clients, workers or tasks of a run: a growing array that is never copied.
///
/// The event loop reads and writes a few fields of many records. An `Array` would ask at each write
/// whether it is shared, and at each read whether the index is right; a column has one owner, and its
/// indices are made by the engine. Debug builds check them.
struct Column<Element>: ~Copyable {
  /// Number of records.
  private(set) var count = 0
  /// Number of elements that there is room for.
  private var capacity: Int
  /// Where the elements lie.
  private var base: UnsafeMutablePointer<Element>

  /// Makes an empty column with room for a number of records.
  init(minimumCapacity: Int = 16) {
    capacity = max(16, minimumCapacity)
    base = Column.allocate(capacity)
  }

  /// Makes a column of equal records.
  init(repeating element: Element, count: Int) {
    self.init(minimumCapacity: count)
    base.initialize(repeating: element, count: count)
    self.count = count
  }

  /// Makes a column of the elements of an array.
  init(_ elements: [Element]) {
    self.init(minimumCapacity: elements.count)
    for element in elements { append(element) }
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  /// The indices of the records.
  var indices: Range<Int> { 0..<count }

  /// Reads or changes a record in place.
  ///
  /// - Complexity: O(1).
  subscript(index: Int) -> Element {
    @inline(__always) _read {
      assert(index >= 0 && index < count, "a column has no record of that index")
      yield base[index]
    }
    @inline(__always) _modify {
      assert(index >= 0 && index < count, "a column has no record of that index")
      yield &base[index]
    }
  }

  /// Adds a record.
  ///
  /// - Complexity: amortised O(1).
  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    (base + count).initialize(to: element)
    count += 1
  }

  /// Takes the last record; `nil` when there is none.
  @inline(__always)
  mutating func popLast() -> Element? {
    guard count > 0 else { return nil }
    count -= 1
    return (base + count).move()
  }

  /// Records of 64 bytes or a multiple begin where a cache line begins.
  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    UnsafeMutableRawPointer.allocate(
      byteCount: capacity * MemoryLayout<Element>.stride,
      alignment: max(64, MemoryLayout<Element>.alignment)
    ).bindMemory(to: Element.self, capacity: capacity)
  }

  @inline(never)
  private mutating func grow() {
    let larger = Column.allocate(capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}
