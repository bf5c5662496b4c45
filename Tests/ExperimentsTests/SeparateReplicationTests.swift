import CaseloadModel
import Experiments
import Foundation
import Testing

@Suite struct SeparateReplicationTests {
  @Test(arguments: [1, 3]) func aReplicationThatDoesNotHearIsLeftToItself(threads: Int) {
    let cancellation = Cancellation()
    var runner = ReplicationRunner(threads: threads, cancellation: cancellation)
    // Replication 0 is finished, the second one asks to stop and then hears nothing for a minute.
    runner.simulator = { (scenario, seed, replication, _) throws(InvariantViolation) in
      if replication >= 1 {
        cancellation.cancel()
        Thread.sleep(forTimeInterval: 60)
      }
      return ReplicationOutcome(
        replication: replication, cellCount: 1, observationCount: 0, observationDays: [],
        values: [1], series: [], events: 1, clientYears: 1)
    }
    var finished: [Int] = []
    let start = ContinuousClock.now
    let violation = runner.run(Scenario(), seed: 1, replications: 0..<9) {
      finished.append($0.replication)
    }
    #expect(violation == nil)
    #expect(finished == [0] || (threads > 1 && finished.isEmpty))
    // Half a second of patience; the rest is room for a busy machine, far below the minute.
    #expect(ContinuousClock.now - start < .seconds(30))
  }
}
