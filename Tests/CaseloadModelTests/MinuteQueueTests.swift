import SimulationKernel
import Testing

@testable import CaseloadModel

@Suite struct MinuteQueueTests {
  @Test func eventsComeByMinuteThenPriorityThenInsertion() {
    var queue = MinuteQueue()
    queue.schedule(at: 5_000, priority: 3, kind: 1, entity: 0)
    queue.schedule(at: 5_000, priority: 1, kind: 2, entity: 0)
    queue.schedule(at: 10, priority: 7, kind: 3, entity: 0)
    queue.schedule(at: 5_000, priority: 3, kind: 4, entity: 0)
    queue.schedule(at: 4_999, priority: 7, kind: 5, entity: 0)
    #expect(queue.nextMinute == 10)
    var kinds: [UInt32] = []
    while let event = queue.next() { kinds.append(event.kind) }
    #expect(kinds == [3, 5, 2, 1, 4])
    #expect(queue.now == 5_000)
    #expect(queue.nextMinute == nil)
  }

  @Test func whatIsScheduledInTheSameMinuteComesInItsTurn() {
    var queue = MinuteQueue()
    queue.schedule(at: 100, priority: 4, kind: 1, entity: 0)
    queue.schedule(at: 100, priority: 4, kind: 2, entity: 0)
    #expect(queue.next()?.kind == 1)
    // An earlier priority of the present minute goes before what is still to come of it.
    queue.schedule(at: 100, priority: 2, kind: 3, entity: 0)
    queue.schedule(at: 100, priority: 4, kind: 4, entity: 0)
    var kinds: [UInt32] = []
    while let event = queue.next() { kinds.append(event.kind) }
    #expect(kinds == [3, 2, 4])
  }

  @Test func anEventNeedsAMinuteThatIsNotOverAndAPriority() async {
    var queue = MinuteQueue(minimumCapacity: 1)
    for priority in [0, 7] { queue.schedule(at: 5, priority: priority, kind: 1, entity: 2) }
    #expect(queue.next()?.minute == 5)
    // The present minute is not over.
    queue.schedule(at: 5, priority: 0, kind: 1, entity: 3)
    #expect(queue.next()?.entity == 3)
    for (minute, priority) in [(4, 0), (6, -1), (6, 8)] {
      await #expect(processExitsWith: .failure) {
        [minute = minute as Int, priority = priority as Int] in
        var queue = MinuteQueue(minimumCapacity: 1)
        queue.schedule(at: 5, priority: 0, kind: 1, entity: 2)
        _ = queue.next()
        queue.schedule(at: minute, priority: priority, kind: 1, entity: 2)
      }
    }
  }

  @Test func cancelledEventsDoNotComeAndTicketsOfEventsThatCameDoNothing() {
    var queue = MinuteQueue()
    let first = queue.schedule(at: 1, priority: 0, kind: 1, entity: 0)
    let second = queue.schedule(at: 3_000, priority: 0, kind: 2, entity: 0)
    queue.schedule(at: 9_000, priority: 0, kind: 3, entity: 0)
    #expect(queue.next()?.kind == 1)
    queue.cancel(second)
    queue.cancel(second)
    // The place of the first event is used again, and its ticket names the new one no more.
    queue.schedule(at: 4_000, priority: 0, kind: 4, entity: 0)
    queue.cancel(first)
    queue.cancel(.none)
    #expect(queue.count == 2)
    #expect(queue.nextMinute == 4_000)
    #expect(queue.next()?.kind == 4)
    #expect(queue.next()?.kind == 3)
    #expect(queue.next() == nil)
    #expect(queue.executedCount == 3)
  }

  /// The wheel gives what the general queue gives, whatever is scheduled and cancelled on the way.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func theOrderIsThatOfTheGeneralQueue(seed: UInt64) {
    var draws = RandomStream(seed: seed, replication: 0, purpose: 1, entity: 0)
    var wheel = MinuteQueue()
    var general = EventQueue()
    var tickets: [(EventTicket, EventHandle)] = []
    var taken = 0
    for number in 0..<20_000 {
      let step = draws.uniform()
      if step < 0.5 || wheel.count == 0 {
        // Often soon, sometimes in the same minute, now and then years ahead.
        let spread = [1, 30, 1_440, 40_000, 2_000_000][draws.integer(below: 5)]
        let minute = wheel.now + draws.integer(below: spread)
        let priority = draws.integer(below: MinuteQueue.priorityCount)
        tickets.append(
          (
            wheel.schedule(
              at: minute, priority: priority, kind: UInt32(number), entity: UInt32(number)),
            general.schedule(
              at: Double(minute), priority: priority, kind: UInt32(number), entity: UInt32(number))
          ))
      } else if step < 0.6 {
        let (ticket, handle) = tickets[draws.integer(below: tickets.count)]
        wheel.cancel(ticket)
        general.cancel(handle)
      } else {
        let event = wheel.next()
        let expected = general.next()
        #expect(event?.kind == expected?.kind)
        #expect(event.map { Double($0.minute) } == expected?.time)
        taken += 1
      }
      #expect(wheel.count == general.count)
      #expect(wheel.nextMinute.map { Double($0) } == general.nextTime)
    }
    while let event = wheel.next() { #expect(event.kind == general.next()?.kind) }
    #expect(general.next() == nil)
    #expect(taken > 5_000)
    #expect(wheel.executedCount == general.executedCount)
  }
}
