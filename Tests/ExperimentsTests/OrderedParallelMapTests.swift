import Foundation
import Testing

@testable import Experiments

@Suite struct OrderedParallelMapTests {
  @Test(arguments: [1, 2, 7, 64]) func resultsArriveInOrderOfTheirIndices(threads: Int) {
    var seen: [Int] = []
    OrderedParallelMap.run(3..<203, threads: threads) { index -> Int? in
      // Early indices take longest, so that they finish last.
      usleep(index < 20 ? 2_000 : 10)
      return index % 10 == 0 ? nil : index * index
    } consume: { index, result in
      #expect(result == index * index)
      seen.append(index)
    }
    #expect(seen == (3..<203).filter { $0 % 10 != 0 }, "threads \(threads)")
  }

  @Test func anEmptyRangeDoesNothing() {
    OrderedParallelMap.run(5..<5, threads: 2) {
      $0
    } consume: { _, _ in
      Issue.record("called")
    }
  }
}
