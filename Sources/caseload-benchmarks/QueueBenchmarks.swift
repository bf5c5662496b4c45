import Foundation
import SimulationKernel

/// Queues of the textbook, each checked against its known mean.
enum QueueBenchmarks {
  static let all: [Benchmark] = [
    Benchmark(name: "mm1", unit: "event") { markovian(servers: 1, load: 0.9, events: 20_000_000) },
    Benchmark(name: "mm8", unit: "event") { markovian(servers: 8, load: 7.2, events: 10_000_000) },
  ]

  /// M/M/c by two kinds of event and a number in the system.
  private static func markovian(servers: Int, load: Double, events: Int) -> Benchmark.Work {
    var queue = EventQueue()
    var stream = RandomStream(seed: 1, replication: 0, purpose: 1, entity: 0)
    let arrival = Exponential(rate: load)
    let service = Exponential(rate: 1)
    queue.schedule(at: arrival.sample(using: &stream), kind: 0)
    var inSystem = 0
    var area = 0.0
    var last = 0.0
    for _ in 0..<events {
      guard let event = queue.next() else { break }
      area += Double(inSystem) * (event.time - last)
      last = event.time
      if event.kind == 0 {
        queue.schedule(at: last + arrival.sample(using: &stream), kind: 0)
        inSystem += 1
        if inSystem <= servers {
          queue.schedule(at: last + service.sample(using: &stream), kind: 1)
        }
      } else {
        inSystem -= 1
        if inSystem >= servers {
          queue.schedule(at: last + service.sample(using: &stream), kind: 1)
        }
      }
    }
    let mean = area / last
    let expected = meanNumber(servers: servers, load: load)
    return Benchmark.Work(
      count: events, isRight: (mean / expected - 1).magnitude < 0.05,
      outcome: String(format: "mean number %.3f, expected %.3f", mean, expected))
  }

  /// Mean number in M/M/c (Erlang C).
  private static func meanNumber(servers: Int, load: Double) -> Double {
    var blocked = 1.0
    for server in 1...servers { blocked = load * blocked / (Double(server) + load * blocked) }
    let utilisation = load / Double(servers)
    let waits = blocked / (1 - utilisation * (1 - blocked))
    return load + waits * utilisation / (1 - utilisation)
  }
}

/// The hold model: each event is replaced by one an exponential gap later.
enum HoldBenchmarks {
  static let all: [Benchmark] = [1_000, 10_000, 100_000, 1_000_000].map { size in
    Benchmark(name: "hold-\(size)", unit: "pop and push") { hold(size) }
  }

  private static func hold(_ size: Int) -> Benchmark.Work {
    var queue = EventQueue(minimumCapacity: size)
    var stream = RandomStream(seed: 1, replication: 0, purpose: 2, entity: 0)
    let gaps = (0..<65_536).map { _ in Exponential.standard(using: &stream) }
    for entity in 0..<size {
      queue.schedule(at: gaps[entity & 65_535], kind: 0, entity: UInt32(entity))
    }
    let operations = max(4_000_000, 4 * size)
    var previous = 0.0
    var isOrdered = true
    for index in 0..<operations {
      guard let event = queue.next() else { break }
      if event.time < previous { isOrdered = false }
      previous = event.time
      queue.schedule(
        at: event.time + gaps[(index &* 7_919) & 65_535], kind: 0, entity: event.entity)
    }
    return Benchmark.Work(
      count: operations, isRight: isOrdered && queue.count == size,
      outcome: String(format: "%d pending at time %.3f", queue.count, previous))
  }
}

/// Many clients per worker: contacts of clients, workers who serve one at a time, exits and arrivals.
enum CaseloadToyBenchmark {
  static let all: [Benchmark] = [
    Benchmark(name: "toy-1000x30", unit: "event") { run(workers: 1_000, clients: 30) }
  ]

  private static func run(workers: Int, clients: Int) -> Benchmark.Work {
    var queue = EventQueue(minimumCapacity: workers * clients)
    var stream = RandomStream(seed: 1, replication: 0, purpose: 3, entity: 0)
    var waiting = [Int32](repeating: 0, count: workers)
    let request = Exponential(rate: 1)
    let service = Exponential(rate: 60)
    let exit = 0.05
    for client in 0..<(workers * clients) {
      queue.schedule(at: request.sample(using: &stream), kind: 0, entity: UInt32(client))
    }
    var contacts = 0
    var exits = 0
    let events = 6_000_000
    for _ in 0..<events {
      guard let event = queue.next() else { break }
      let worker = Int(event.entity) % workers
      if event.kind == 0 {
        waiting[worker] += 1
        if waiting[worker] == 1 {
          queue.schedule(
            at: event.time + service.sample(using: &stream), kind: 1, entity: UInt32(worker))
        }
        queue.schedule(
          at: event.time + request.sample(using: &stream), kind: 0, entity: event.entity)
      } else {
        contacts += 1
        waiting[worker] -= 1
        if stream.uniform() < exit { exits += 1 }
        if waiting[worker] > 0 {
          queue.schedule(
            at: event.time + service.sample(using: &stream), kind: 1, entity: event.entity)
        }
      }
    }
    let share = Double(exits) / Double(contacts)
    return Benchmark.Work(
      count: events, isRight: (share - exit).magnitude < 0.002 && contacts > events / 3,
      outcome: "\(contacts) contacts, \(exits) exits")
  }
}
