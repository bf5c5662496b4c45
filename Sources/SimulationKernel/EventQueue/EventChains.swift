/// The events of one bucket: a chain of chunks, of which the head is the one that is being filled.
struct EventChain {
  /// The chunk at the head; -1 for none.
  var head: Int32 = -1
  /// Number of events.
  var count: Int32 = 0
}

/// Where the events of all buckets are kept: chunks of a few events, which are used again.
///
/// Chunks keep the events of a bucket together, and the bucket itself to eight bytes.
struct EventChains: ~Copyable {
  /// Number of events in a chunk.
  private static let chunkSize = 4

  /// The events, chunk after chunk.
  private var chunks: UnsafeMutablePointer<Event>
  /// The chunk that follows each in its chain, or among the free ones; -1 for none.
  private var links: UnsafeMutablePointer<Int32>
  /// Number of chunks that there is room for.
  private var capacity: Int
  /// Number of chunks that have been in use.
  private var made = 0
  /// The first chunk that is free again; -1 for none.
  private var firstFree: Int32 = -1

  init(minimumCapacity: Int) {
    capacity = max(64, minimumCapacity / 2)
    chunks = .allocate(capacity: capacity * EventChains.chunkSize)
    links = .allocate(capacity: capacity)
  }

  deinit {
    chunks.deallocate()
    links.deallocate()
  }

  /// Adds an event to a chain.
  @inline(__always)
  mutating func add(_ event: Event, to chain: UnsafeMutablePointer<EventChain>) {
    let count = chain.pointee.count
    let filled = Int(count) & (EventChains.chunkSize &- 1)
    var head = chain.pointee.head
    if filled == 0 {
      let chunk = newChunk()
      links[Int(chunk)] = head
      head = chunk
      chain.pointee.head = head
    }
    chain.pointee.count = count &+ 1
    (chunks + (Int(head) &* EventChains.chunkSize &+ filled)).initialize(to: event)
  }

  /// Takes the event that was put in a chain last.
  mutating func takeLast(_ chain: inout EventChain) -> Event {
    chain.count -= 1
    let filled = Int(chain.count) & (EventChains.chunkSize - 1)
    let event = chunks[Int(chain.head) * EventChains.chunkSize + filled]
    if filled == 0 {
      let chunk = chain.head
      chain.head = links[Int(chunk)]
      release(chunk)
    }
    return event
  }

  func forEach(_ chain: EventChain, _ body: (Event) -> Void) {
    var chunk = chain.head
    var left = Int(chain.count)
    var filled = (left - 1) & (EventChains.chunkSize - 1) + 1
    while left > 0 {
      for index in 0..<filled { body(chunks[Int(chunk) * EventChains.chunkSize + index]) }
      left -= filled
      filled = EventChains.chunkSize
      chunk = links[Int(chunk)]
    }
  }

  /// Moves the events of a chain to a buffer, the latest first, by insertion: a bucket holds a handful.
  mutating func empty(
    _ chain: UnsafeMutablePointer<EventChain>, into sorted: UnsafeMutablePointer<Event>
  ) {
    var chunk = chain.pointee.head
    var left = Int(chain.pointee.count)
    chain.pointee = EventChain()
    var count = 0
    var filled = (left &- 1) & (EventChains.chunkSize &- 1) &+ 1
    while left > 0 {
      let events = chunks + Int(chunk) &* EventChains.chunkSize
      var index = 0
      while index < filled {
        sorted.insertDescending(events[index], count: count)
        count &+= 1
        index &+= 1
      }
      left &-= filled
      filled = EventChains.chunkSize
      let next = links[Int(chunk)]
      release(chunk)
      chunk = next
    }
  }

  @inline(__always)
  private mutating func release(_ chunk: Int32) {
    links[Int(chunk)] = firstFree
    firstFree = chunk
  }

  @inline(__always)
  private mutating func newChunk() -> Int32 {
    guard firstFree >= 0 else { return makeChunk() }
    let chunk = firstFree
    firstFree = links[Int(chunk)]
    return chunk
  }

  @inline(never)
  private mutating func makeChunk() -> Int32 {
    if made == capacity { grow() }
    made &+= 1
    return Int32(made &- 1)
  }

  private mutating func grow() {
    let larger = capacity * 2
    let moreChunks = UnsafeMutablePointer<Event>.allocate(capacity: larger * EventChains.chunkSize)
    moreChunks.moveInitialize(from: chunks, count: capacity * EventChains.chunkSize)
    chunks.deallocate()
    chunks = moreChunks
    let moreLinks = UnsafeMutablePointer<Int32>.allocate(capacity: larger)
    moreLinks.moveInitialize(from: links, count: capacity)
    links.deallocate()
    links = moreLinks
    capacity = larger
  }
}
