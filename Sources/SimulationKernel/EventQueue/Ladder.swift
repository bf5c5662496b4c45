/// The later events of an event queue: rungs of buckets over a far list.
///
/// Rung 0 spans a stretch of time up to `farFrom`; each further rung spans one bucket of the rung
/// above it.
///
/// The width of rung 0 comes from how close together the earlier half of the far list lies, and it has as
/// many buckets as the far list has events: most of what is scheduled while it is used up then falls
/// into the rung and not into the far list, from which it would have to be moved once more.
struct Ladder: ~Copyable {
  /// One rung: buckets of equal width from `base` on.
  struct Rung {
    /// The time at which the first bucket begins.
    var base = 0.0
    /// Buckets in one unit of time.
    var bucketsPerTime = 0.0
    /// The number of the last bucket, as a number that positions compare with.
    var lastBucket = 0.0
    /// Number of buckets.
    var bucketCount = 0
    /// The first bucket that is not used up.
    var current = 0
    /// The buckets, in order of time.
    var buckets: UnsafeMutablePointer<EventChain>
    /// Number of buckets that there is room for.
    var capacity = 0

    /// The bucket of a time, -1 before the rung: monotone in time, so that buckets are in order.
    @inline(__always)
    func bucket(of time: Double) -> Int {
      let position = (time - base) * bucketsPerTime
      guard position >= 0 else { return -1 }
      // Adding 2^52 rounds to a whole number in the low bits, without the checks of a conversion.
      let whole = (min(position, lastBucket) + 0x1p52).bitPattern
      return Int(truncatingIfNeeded: UInt32(truncatingIfNeeded: whole))
    }
  }

  /// The most rungs at a time.
  static let maximumRungs = 8
  /// Events that a bucket of rung 0 holds on average.
  private static let eventsPerBucket = 3.0
  /// Buckets up to this size are sorted; larger ones are divided once more.
  static let sortableSize = 40

  /// The rungs, rung 0 first.
  private let rungs: UnsafeMutablePointer<Rung>
  /// Number of rungs in use.
  private var rungCount = 0
  /// Events at or after this time are in the far list.
  private var farFrom = Double.infinity
  /// The far list: events in no order.
  private var far: EventBuffer
  /// Events at infinity, which come when nothing else is left; kept apart, as no width spans them.
  private var never: EventBuffer
  /// The events of all buckets.
  private var chains: EventChains
  /// Number of events in rungs and far list.
  private(set) var count = 0
  /// Whether later events belong here.
  private(set) var isActive = false

  init(minimumCapacity: Int) {
    rungs = .allocate(capacity: Ladder.maximumRungs)
    for index in 0..<Ladder.maximumRungs {
      (rungs + index).initialize(to: Rung(buckets: .allocate(capacity: 1)))
      rungs[index].capacity = 1
    }
    far = EventBuffer(capacity: minimumCapacity)
    never = EventBuffer(capacity: 16)
    chains = EventChains(minimumCapacity: minimumCapacity)
  }

  deinit {
    for index in 0..<Ladder.maximumRungs { rungs[index].buckets.deallocate() }
    rungs.deallocate()
  }

  /// Takes in an event, unless it goes before everything that the ladder still holds.
  @inline(__always)
  mutating func accept(_ event: Event) -> Bool {
    if event.time >= farFrom {
      if event.time == .infinity { never.append(event) } else { far.append(event) }
      count &+= 1
      return true
    }
    var rung = 0
    while rung < rungCount {
      let bucket = rungs[rung].bucket(of: event.time)
      if bucket >= rungs[rung].current {
        chains.add(event, to: rungs[rung].buckets + bucket)
        count &+= 1
        return true
      }
      rung &+= 1
    }
    return false
  }

  /// Starts the ladder with the events of a buffer that lie after a time.
  ///
  /// The others, and those that cannot be spread, stay in the buffer, as a heap. Whatever the ladder
  /// holds lies strictly later than everything before it, so that ties never straddle the border.
  mutating func start(with events: inout EventBuffer, after time: Double) {
    isActive = true
    // Nothing lies after infinity: no comparison with NaN holds.
    farFrom = time < .infinity ? time.nextUp : .nan
    var kept = 0
    for index in 0..<events.count where !accept(events.base[index]) {
      events.base[kept] = events.base[index]
      kept += 1
    }
    events.count = kept
    events.makeHeap()
    if kept == 0 && far.count > 0 { spreadFar(near: &events) }
  }

  /// Stops the ladder, which must be empty.
  mutating func stop() {
    isActive = false
    rungCount = 0
    farFrom = .infinity
  }

  /// Moves the earliest bucket to the front, the latest event first, or to the heap when it cannot be divided.
  ///
  /// Nothing moves when the ladder is empty; it is then inactive.
  ///
  /// - Returns: The number of events put in the front.
  mutating func nextBucket(
    front: UnsafeMutablePointer<Event>, near: inout EventBuffer
  ) -> Int {
    while count > 0 {
      guard rungCount > 0 else {
        if far.count == 0 {
          for index in 0..<never.count { near.append(never.base[index]) }
          near.makeHeap()
          never.count = 0
          count = 0
          // Compares with nothing: whatever comes now belongs in the heap with these.
          farFrom = .nan
          return 0
        }
        if far.count <= Ladder.sortableSize && never.count == 0 {
          let moved = far.count
          for index in 0..<moved { front.insertDescending(far.base[index], count: index) }
          far.count = 0
          count = 0
          stop()
          return moved
        }
        spreadFar(near: &near)
        if near.count > 0 { return 0 }
        continue
      }
      let deepest = rungCount - 1
      var current = rungs[deepest].current
      let end = rungs[deepest].bucketCount
      let buckets = rungs[deepest].buckets
      while current < end && buckets[current].count == 0 { current &+= 1 }
      guard current < end else {
        rungCount -= 1
        continue
      }
      rungs[deepest].current = current + 1
      let size = Int(buckets[current].count)
      if size <= Ladder.sortableSize {
        chains.empty(buckets + current, into: front)
        count -= size
        return size
      }
      if !divide(rung: deepest, bucket: current) {
        moveToHeap(rung: deepest, bucket: current, near: &near)
        return 0
      }
    }
    if isActive { stop() }
    return 0
  }

  // MARK: - Rungs

  /// Spreads the earlier part of the far list over rung 0.
  private mutating func spreadFar(near: inout EventBuffer) {
    var least = far.base[0].time
    for index in 1..<far.count where far.base[index].time < least { least = far.base[index].time }
    let width = (sampleMedian() - least) * (2 * Ladder.eventsPerBucket / Double(far.count))
    let wanted = max(16, far.count)
    let perTime = 1 / width
    let cut = least + width * Double(wanted)
    guard width > 0, perTime > 0, perTime.isFinite, cut > least else {
      takeFirstInstant(least, near: &near)
      return
    }
    open(rung: 0, base: least, perTime: perTime, buckets: wanted)
    rungCount = 1
    farFrom = cut
    var kept = 0
    for index in 0..<far.count {
      let event = far.base[index]
      if event.time < cut {
        chains.add(event, to: rungs[0].buckets + rungs[0].bucket(of: event.time))
      } else {
        far.base[kept] = event
        kept += 1
      }
    }
    far.count = kept
  }

  /// Half of a sample of the far list lie before this time.
  private func sampleMedian() -> Double {
    var sample: (count: Int, values: InlineTimes) = (0, InlineTimes())
    let step = max(1, far.count / InlineTimes.capacity)
    var index = 0
    while index < far.count && sample.count < InlineTimes.capacity {
      sample.values.insert(far.base[index].time, count: sample.count)
      sample.count += 1
      index += step
    }
    return sample.values[sample.count / 2]
  }

  /// Most of the far list lies at one instant: those go to the heap as they are.
  private mutating func takeFirstInstant(_ least: Double, near: inout EventBuffer) {
    var kept = 0
    for index in 0..<far.count {
      let event = far.base[index]
      if event.time > least {
        far.base[kept] = event
        kept += 1
      } else {
        near.append(event)
      }
    }
    count -= far.count - kept
    far.count = kept
    near.makeHeap()
    // What comes at this instant belongs with them.
    farFrom = least.nextUp
  }

  /// Divides a bucket over a new rung; `false` when the times do not allow it.
  private mutating func divide(rung: Int, bucket: Int) -> Bool {
    guard rungCount < Ladder.maximumRungs else { return false }
    var least = Double.infinity
    var greatest = -Double.infinity
    chains.forEach(rungs[rung].buckets[bucket]) { event in
      least = min(least, event.time)
      greatest = max(greatest, event.time)
    }
    let size = Int(rungs[rung].buckets[bucket].count)
    let wanted = size / 3
    let perTime = Double(wanted) / (greatest - least)
    guard greatest > least, perTime.isFinite, perTime > 0 else { return false }
    let child = rungCount
    open(rung: child, base: least, perTime: perTime, buckets: wanted)
    rungCount += 1
    var chain = rungs[rung].buckets[bucket]
    rungs[rung].buckets[bucket] = EventChain()
    while chain.count > 0 {
      let event = chains.takeLast(&chain)
      chains.add(event, to: rungs[child].buckets + rungs[child].bucket(of: event.time))
    }
    return true
  }

  private mutating func open(rung: Int, base: Double, perTime: Double, buckets: Int) {
    if rungs[rung].capacity < buckets {
      rungs[rung].buckets.deallocate()
      rungs[rung].capacity = max(buckets, rungs[rung].capacity * 2)
      rungs[rung].buckets = .allocate(capacity: rungs[rung].capacity)
    }
    rungs[rung].base = base
    rungs[rung].bucketsPerTime = perTime
    rungs[rung].lastBucket = Double(buckets - 1)
    rungs[rung].bucketCount = buckets
    rungs[rung].current = 0
    rungs[rung].buckets.initialize(repeating: EventChain(), count: buckets)
  }

  /// Moves the events of a bucket that cannot be divided to the heap.
  private mutating func moveToHeap(rung: Int, bucket: Int, near: inout EventBuffer) {
    var chain = rungs[rung].buckets[bucket]
    rungs[rung].buckets[bucket] = EventChain()
    count -= Int(chain.count)
    while chain.count > 0 { near.append(chains.takeLast(&chain)) }
    near.makeHeap()
  }

  /// Whether an event that is due now is still in the ladder.
  func holdsPresent(_ event: Event) -> Bool {
    for rung in 0..<rungCount {
      let bucket = rungs[rung].bucket(of: event.time)
      guard bucket >= rungs[rung].current else { continue }
      var isFound = false
      chains.forEach(rungs[rung].buckets[bucket]) { if $0.order == event.order { isFound = true } }
      return isFound
    }
    for index in 0..<far.count where far.base[index].order == event.order { return true }
    for index in 0..<never.count where never.base[index].order == event.order { return true }
    return false
  }

  /// Moves everything to a buffer and stops the ladder.
  mutating func drain(into buffer: inout EventBuffer) {
    for rung in 0..<rungCount {
      for bucket in rungs[rung].current..<max(rungs[rung].current, rungs[rung].bucketCount) {
        var chain = rungs[rung].buckets[bucket]
        rungs[rung].buckets[bucket] = EventChain()
        while chain.count > 0 { buffer.append(chains.takeLast(&chain)) }
      }
    }
    for index in 0..<far.count { buffer.append(far.base[index]) }
    for index in 0..<never.count { buffer.append(never.base[index]) }
    far.count = 0
    never.count = 0
    count = 0
    stop()
  }
}

/// A small sorted list of times.
private struct InlineTimes {
  /// Number of times that there is room for.
  static let capacity = 65
  /// The times, the earliest first.
  private var values = [Double](repeating: 0, count: InlineTimes.capacity)

  subscript(index: Int) -> Double { values[index] }

  mutating func insert(_ time: Double, count: Int) {
    var index = count
    while index > 0 && values[index - 1] > time {
      values[index] = values[index - 1]
      index -= 1
    }
    values[index] = time
  }
}
