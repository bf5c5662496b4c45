import Testing

@testable import SimulationKernel

@Suite struct EventQueueTests {
  /// How far ahead a random program schedules: each pattern is hard for some kind of queue.
  enum Pattern: UInt64, CaseIterable {
    case spread
    case oneInstant
    case fewInstants
    case skewed
    case hugeRange
    case mostlyNever
    case farCluster
    case denormal

    func gap(_ draws: inout RandomStream) -> Double {
      let u = draws.uniform()
      switch self {
      case .spread: return u
      case .oneInstant: return 0
      case .fewInstants: return Double(draws.integer(below: 3))
      case .skewed: return u * u * u * u * u * u * u * u * 1e6
      case .hugeRange: return draws.integer(below: 4) == 0 ? u * 1e300 : u
      case .mostlyNever: return draws.integer(below: 5) == 0 ? u : .infinity
      case .farCluster: return draws.integer(below: 3) == 0 ? u : 1e6
      case .denormal: return u * 1e-155 * 1e-155
      }
    }
  }

  @Test(arguments: Pattern.allCases)
  func randomProgramsAgreeWithTheDefinition(pattern: Pattern) {
    for seed in 1...12 as ClosedRange<UInt64> {
      var draws = RandomStream(seed: seed, replication: 0, purpose: pattern.rawValue, entity: 0)
      var queue = EventQueue()
      var naive = NaiveQueue()
      var handles: [(EventHandle, Int)] = []
      var entity: UInt32 = 0
      // Growth, steady state and collapse.
      for (operations, growth) in [(700, 0.75), (500, 0.5), (900, 0.3)] {
        for _ in 0..<operations {
          let choice = draws.uniform()
          if choice < growth {
            let time = queue.now + pattern.gap(&draws)
            let priority = draws.integer(below: 3)
            entity += 1
            let handle = queue.schedule(at: time, priority: priority, kind: 7, entity: entity)
            handles.append((handle, naive.schedule(at: time, priority: priority, entity: entity)))
          } else if choice < growth + 0.08, !handles.isEmpty {
            // Half of the handles are stale by now.
            let index = draws.integer(below: handles.count)
            let expected = naive.cancel(handles[index].1) != nil
            let contained = queue.contains(handles[index].0)
            #expect(contained == expected, "\(pattern), seed \(seed)")
            let done = queue.cancel(handles[index].0)
            #expect(done == expected, "\(pattern), seed \(seed)")
          } else if choice < growth + 0.14, !handles.isEmpty {
            let index = draws.integer(below: handles.count)
            let time = queue.now + pattern.gap(&draws)
            let old = naive.cancel(handles[index].1)
            let moved = queue.reschedule(handles[index].0, at: time)
            #expect((moved != nil) == (old != nil), "\(pattern), seed \(seed)")
            if let moved, let old {
              handles[index] = (
                moved, naive.schedule(at: time, priority: old.priority, entity: old.entity)
              )
            }
          } else {
            let expected = naive.next()
            let time = queue.nextTime
            #expect(time == expected?.time, "\(pattern), seed \(seed)")
            let found = queue.next()
            #expect(found?.entity == expected?.entity, "\(pattern), seed \(seed)")
            #expect(found?.time == expected?.time, "\(pattern), seed \(seed)")
            #expect(found?.priority == expected?.priority, "\(pattern), seed \(seed)")
          }
          let count = queue.count
          #expect(count == naive.entries.count, "\(pattern), seed \(seed)")
        }
      }
    }
  }

  /// Large queues are compared by what order means: never back in time, ties by priority, then age.
  @Test(arguments: Pattern.allCases)
  func largeQueuesComeOutInOrder(pattern: Pattern) {
    var draws = RandomStream(seed: 3, replication: 0, purpose: pattern.rawValue, entity: 1)
    var queue = EventQueue()
    let size = 20_000
    for entity in 0..<size {
      queue.schedule(
        at: pattern.gap(&draws), priority: draws.integer(below: 2), kind: 0, entity: UInt32(entity))
    }
    var last: Event?
    var taken = 0
    var added = 0
    while let event = queue.next() {
      if let last {
        let inOrder =
          last.time < event.time
          || (last.time == event.time && last.priority < event.priority)
          || (last.time == event.time && last.priority == event.priority
            && last.entity < event.entity)
        #expect(inOrder, "\(pattern): \(last) before \(event)")
      }
      last = event
      taken += 1
      // A hold phase: every event brings a new one, of the last priority so that ties are in order.
      if added < size {
        queue.schedule(
          at: event.time + pattern.gap(&draws), priority: 2, kind: 0, entity: UInt32(size + added))
        added += 1
      }
    }
    #expect(taken == size + added)
    let (isEmpty, executed) = (queue.isEmpty, queue.executedCount)
    #expect(isEmpty)
    #expect(executed == taken)
  }

  /// A cancelled event stays cancelled when it has been skipped before its time.
  @Test func whatWasCancelledIsNeverToComeAgain() {
    var queue = EventQueue()
    let alone = queue.schedule(at: 5, kind: 0)
    let now = queue.schedule(at: 0, kind: 0)
    let (isAlone, isNow) = (queue.cancel(alone), queue.cancel(now))
    #expect(isAlone && isNow)
    #expect(queue.nextTime == nil)
    #expect(queue.next() == nil)
    for handle in [alone, now] {
      let (contained, again) = (queue.contains(handle), queue.cancel(handle))
      let moved = queue.reschedule(handle, at: 7)
      #expect(!contained && !again && moved == nil)
    }
    let count = queue.count
    #expect(count == 0)

    // So many that they are thrown out at once.
    let handles = (0..<2_000).map { queue.schedule(at: Double(10 + $0), kind: 0) }
    for handle in handles {
      let done = queue.cancel(handle)
      #expect(done)
    }
    let stillThere = handles.filter { queue.contains($0) }.count
    #expect(stillThere == 0)
    // What has been skipped is let go when its time has come.
    queue.schedule(at: 1e6, kind: 0)
    let last = queue.next()
    #expect(last?.time == 1e6)
    var taken = 0
    for time in 0..<4_000 {
      let handle = queue.schedule(at: 1e6 + 1 + Double(time), kind: 0)
      let done = queue.cancel(handle)
      #expect(done && queue.nextTime == nil)
      queue.schedule(at: 1e6 + 1.5 + Double(time), kind: 0)
      if queue.next() != nil { taken += 1 }
    }
    #expect(taken == 4_000)
    let (left, kept) = (queue.skipped.count, queue.cancelled.count)
    #expect(left <= 128 && kept == left)
  }

  @Test func cancellingMostEventsKeepsTheRest() {
    var draws = RandomStream(seed: 5, replication: 0, purpose: 1, entity: 1)
    var queue = EventQueue()
    var handles: [EventHandle] = []
    for entity in 0..<30_000 {
      handles.append(queue.schedule(at: draws.uniform(), kind: 0, entity: UInt32(entity)))
    }
    for index in handles.indices where index % 10 != 0 {
      let done = queue.cancel(handles[index])
      #expect(done)
    }
    let left = queue.count
    #expect(left == 3_000)
    var previous = -1.0
    var taken = 0
    while let event = queue.next() {
      #expect(event.entity % 10 == 0)
      #expect(event.time >= previous)
      previous = event.time
      taken += 1
    }
    #expect(taken == 3_000)
  }

  @Test func anEventOfThePresentInstantCanBeCancelledOnce() {
    var queue = EventQueue()
    let first = queue.schedule(at: 1, kind: 1)
    let second = queue.schedule(at: 1, kind: 2)
    _ = queue.next()
    let late = queue.schedule(at: 1, priority: 0, kind: 3)
    let staleCancel = queue.cancel(first)
    #expect(!staleCancel)
    let firstCancel = queue.cancel(second)
    #expect(firstCancel)
    let secondCancel = queue.cancel(second)
    #expect(!secondCancel)
    let kind = queue.next()?.kind
    #expect(kind == 3)
    let goneCancel = queue.cancel(late)
    #expect(!goneCancel)
    let noneCancel = queue.cancel(.none)
    #expect(!noneCancel)
    let isEmpty = queue.isEmpty
    #expect(isEmpty)
  }

  @Test func misuseStopsWithTheValues() async {
    await #expect(processExitsWith: .failure) {
      var queue = EventQueue()
      queue.schedule(at: 5, kind: 0)
      _ = queue.next()
      queue.schedule(at: 4, kind: 0)
    }
    await #expect(processExitsWith: .failure) {
      var queue = EventQueue()
      queue.schedule(at: .nan, kind: 0)
    }
    await #expect(processExitsWith: .failure) {
      var queue = EventQueue()
      queue.schedule(at: 1, priority: 4_096, kind: 0)
    }
  }
}
