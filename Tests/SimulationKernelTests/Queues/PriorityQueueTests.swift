import SimulationKernel
import Testing

@Suite struct PriorityQueueTests {
  @Test func randomProgramsAgreeWithASortedList() {
    for seed in 1...20 as ClosedRange<UInt64> {
      var stream = RandomStream(seed: seed, replication: 0, purpose: 0, entity: 0)
      var queue = PriorityQueue()
      var list: [(key: Double, rank: Int, item: UInt32)] = []
      var rank = 0
      for item in 0..<600 as Range<UInt32> {
        let choice = stream.uniform()
        if choice < 0.5 {
          let key = Double(stream.integer(below: 5))
          rank += 1
          if choice < 0.1 {
            queue.insertAhead(item, key: key)
            list.append((key, -rank, item))
          } else {
            queue.insert(item, key: key)
            list.append((key, rank, item))
          }
        } else if choice < 0.6, !list.isEmpty {
          let index = stream.integer(below: list.count)
          let isThere = queue.remove(list[index].item)
          #expect(isThere, "seed \(seed)")
          list.remove(at: index)
          let isUnknown = queue.remove(100_000)
          #expect(!isUnknown)
        } else {
          list.sort { ($0.key, $0.rank) < ($1.key, $1.rank) }
          let expected = list.isEmpty ? nil : list.removeFirst().item
          #expect(queue.first == expected, "seed \(seed)")
          let found = queue.removeFirst()
          #expect(found == expected, "seed \(seed)")
        }
        #expect(queue.count == list.count)
        #expect(queue.isEmpty == list.isEmpty)
      }
    }
  }
}
