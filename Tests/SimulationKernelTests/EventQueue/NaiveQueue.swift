@testable import SimulationKernel

/// The definition of an event queue, without any cleverness: a list that is searched.
struct NaiveQueue {
  struct Entry {
    var time: Double
    var priority: Int
    var sequence: Int
    var entity: UInt32
  }

  var entries: [Entry] = []
  var sequence = 0

  mutating func schedule(at time: Double, priority: Int, entity: UInt32) -> Int {
    entries.append(Entry(time: time, priority: priority, sequence: sequence, entity: entity))
    sequence += 1
    return sequence - 1
  }

  mutating func next() -> Entry? {
    guard var best = entries.indices.first else { return nil }
    for index in entries.indices {
      let a = entries[index]
      let b = entries[best]
      if (a.time, a.priority, a.sequence) < (b.time, b.priority, b.sequence) { best = index }
    }
    return entries.remove(at: best)
  }

  mutating func cancel(_ sequence: Int) -> Entry? {
    guard let index = entries.firstIndex(where: { $0.sequence == sequence }) else { return nil }
    return entries.remove(at: index)
  }
}
