import SimulationKernel
import Testing

/// Stations at the edges: without servers, with full lines, after cuts, and after a warm-up.
@Suite struct ServiceStationTests {
  @Test func withoutServersNobodyStarts() {
    for isPreemptive in [false, true] {
      var station = ServiceStation(capacity: 0, isPreemptive: isPreemptive)
      for item in 0..<5 as Range<UInt32> {
        let admission = station.arrive(item, priority: -Double(item), at: Double(item))
        #expect(admission == .queued)
      }
      #expect(station.inService == 0 && station.line.count == 5)
      #expect(station.busy.integral(to: 5) == 0)
      // A server comes: the most urgent one starts, and only that one.
      let started = station.setCapacity(1, at: 6)
      #expect(started == [4])
    }
  }

  /// The last server goes while it works: its service goes on, and nobody takes its place.
  @Test func anUrgentArrivalDoesNotStartWhereThereIsNoServer() {
    var station = ServiceStation(capacity: 1, isPreemptive: true)
    let first = station.arrive(1, priority: 5, at: 0)
    #expect(first == .started)
    let started = station.setCapacity(0, at: 1)
    #expect(started == [])
    let urgent = station.arrive(2, priority: 1, at: 2)
    #expect(urgent == .queued)
    #expect(station.inService == 1 && station.line.count == 1)
    let next = station.finish(1, at: 3)
    #expect(next == nil)
    #expect(station.inService == 0 && station.busy.integral(to: 9) == 3)
  }

  /// After a cut from three servers to one, the one server is for the most urgent item alone.
  @Test func servicesThatOutliveACutAreNoServersForOthers() {
    var station = ServiceStation(capacity: 3, isPreemptive: true)
    for (item, priority) in [(1, 4), (2, 5), (3, 6)] as [(UInt32, Double)] {
      _ = station.arrive(item, priority: priority, at: 0)
    }
    _ = station.setCapacity(1, at: 1)
    // One service is more urgent than this one, and there is one server.
    let middling = station.arrive(4, priority: 5, at: 2)
    #expect(middling == .queued)
    // None is more urgent than this one: the least urgent service makes room.
    let urgent = station.arrive(5, priority: 1, at: 3)
    #expect(urgent == .preempted(3))
    let second = station.arrive(6, priority: 2, at: 4)
    #expect(second == .queued)
    #expect(station.inService == 3)
    // Two services end before one of the line starts, the most urgent.
    let none = [station.finish(1, at: 5), station.finish(2, at: 6)]
    #expect(none == [nil, nil])
    let next = station.finish(5, at: 7)
    #expect(next == 6)
  }

  @Test func theLimitOfTheLineHoldsForInterruptedItems() {
    var station = ServiceStation(capacity: 1, lineLimit: 0, isPreemptive: true)
    let first = station.arrive(1, priority: 5, at: 0)
    let second = station.arrive(2, priority: 1, at: 1)
    let third = station.arrive(3, priority: 1, at: 2)
    #expect([first, second, third] == [.started, .preempted(1, goesAway: true), .refused])
    #expect(station.line.count == 0 && station.inService == 1)
    #expect(station.displacedCount == 1 && station.refusedCount == 1)
    let next = station.finish(2, at: 3)
    #expect(next == nil && station.inService == 0)
    #expect(station.busy.integral(to: 3) == 3)

    var roomy = ServiceStation(capacity: 1, lineLimit: 1, isPreemptive: true)
    _ = roomy.arrive(1, priority: 9, at: 0)
    let interrupted = roomy.arrive(2, priority: 5, at: 1)
    let displaced = roomy.arrive(3, priority: 1, at: 2)
    #expect([interrupted, displaced] == [.preempted(1), .preempted(2, goesAway: true)])
    #expect(roomy.line.first == 1 && roomy.line.count == 1)
  }

  /// Of two classes of priority in a loss system with preemption, the urgent one is lost as if it were
  /// alone, and the station is idle as if there were one class: Erlang's loss formula for both.
  @Test func preemptiveLossAgreesWithErlang() {
    let model = QueueModel(
      classes: [
        CustomerClass(arrivals: 0.6, priority: 0) { Exponential.standard(using: &$0) },
        CustomerClass(arrivals: 0.9, priority: 1) { Exponential.standard(using: &$0) },
      ], servers: 1, lineLimit: 0, isPreemptive: true)
    var busy = RunningStatistics()
    var urgent = RunningStatistics()
    for seed in 1...30 as ClosedRange<UInt64> {
      let outcome = model.run(customers: 4_000, warmUp: 0, seed: seed)
      #expect(outcome.littleGap.magnitude < 1e-6 * outcome.totalStay)
      // Busy time per time: all stays are services, as nobody waits.
      busy.add(outcome.totalStay / outcome.end)
      urgent.add(Double(outcome.sojourns[0].count) / outcome.end)
    }
    let isBusy = ConfidenceInterval(busy, level: 0.999)
    #expect(isBusy.contains(1.5 / 2.5), "\(isBusy.low) to \(isBusy.high)")
    let served = ConfidenceInterval(urgent, level: 0.999)
    #expect(served.contains(0.6 / 1.6), "\(served.low) to \(served.high)")
  }

  @Test func waitsWithAndWithoutThoseWhoDidNotWait() {
    var station = ServiceStation(capacity: 2)
    for item in 1...3 as ClosedRange<UInt32> { _ = station.arrive(item, at: 0) }
    _ = station.finish(1, at: 4)
    #expect(station.waits.count == 3)
    #expect((station.waits.mean - 4.0 / 3).magnitude < 1e-15)
    #expect(station.waits.minimum == 0 && station.waits.maximum == 4)
    #expect(station.immediateCount == 2)
    #expect(station.line.waits.count == 1 && station.line.waits.mean == 4)
  }

  @Test func aStayAfterAnInterruptionIsAWaitOfTheLineAlone() {
    var station = ServiceStation(capacity: 1, isPreemptive: true)
    _ = station.arrive(1, priority: 5, at: 0)
    _ = station.arrive(2, priority: 1, at: 1)
    let again = station.finish(2, at: 3)
    #expect(again == 1)
    #expect(station.line.waits.count == 1 && station.line.waits.mean == 2)
    // Both items started without a wait.
    #expect(station.waits.count == 2 && station.waits.mean == 0)
  }

  @Test func whoGivesUpIsCountedApart() {
    var station = ServiceStation(capacity: 1)
    for item in 1...3 as ClosedRange<UInt32> { _ = station.arrive(item, at: 0) }
    let waited = [station.renege(2, at: 5), station.renege(2, at: 6), station.renege(1, at: 6)]
    #expect(waited == [true, false, false])
    #expect(station.line.renegedCount == 1 && station.line.renegedWaits.mean == 5)
    #expect(station.line.waits.count == 0 && station.line.waits.mean.isNaN)
  }

  @Test func theWarmUpIsForgottenAndTheStateKept() {
    var station = ServiceStation(capacity: 1, lineLimit: 2)
    for item in 1...4 as ClosedRange<UInt32> { _ = station.arrive(item, at: 0) }
    station.renege(3, at: 2)
    station.restart(at: 10)
    #expect(station.inService == 1 && station.line.count == 1 && station.capacity == 1)
    #expect(station.refusedCount == 0 && station.line.renegedCount == 0)
    #expect(
      station.waits.count == 0 && station.busy.maximum == 1 && station.line.length.maximum == 1)
    // The one who waits counts with the whole wait, from 0 to 14.
    let next = station.finish(1, at: 14)
    #expect(next == 2)
    #expect(station.waits.count == 1 && station.waits.mean == 14)
    _ = station.finish(2, at: 15)
    // Since 10: busy for 5 of 10, one waits for 4 of 10.
    #expect(station.busy.mean(to: 20) == 0.5)
    #expect(station.line.length.mean(to: 20) == 0.4)
  }

  @Test func misuseStops() async {
    await #expect(processExitsWith: .failure) {
      var station = ServiceStation(capacity: 1)
      _ = station.arrive(1, at: 5)
      _ = station.arrive(2, at: 4)
    }
    await #expect(processExitsWith: .failure) {
      var station = ServiceStation(capacity: 1)
      _ = station.arrive(1, priority: .nan, at: 5)
    }
    await #expect(processExitsWith: .failure) {
      var station = ServiceStation(capacity: 1)
      _ = station.arrive(1, at: .nan)
    }
    await #expect(processExitsWith: .failure) {
      var station = ServiceStation(capacity: 1, isPreemptive: true)
      _ = station.arrive(1, at: 0)
      _ = station.finish(2, at: 1)
    }
  }
}
