import SimulationKernel

/// A class of customers of a queue.
struct CustomerClass {
  var arrivals: Double
  var priority: Double = 0
  var service: (inout RandomStream) -> Double
  /// Rate at which a waiting customer gives up; 0 for endless patience.
  var impatience: Double = 0
}

/// One station fed by Poisson streams, run on the kernel until all customers are gone.
struct QueueModel {
  var classes: [CustomerClass]
  var servers: Int
  var lineLimit = Int.max
  var isPreemptive = false

  /// What a run found, the customers of the warm-up left out.
  struct Outcome {
    /// Time in the line, per class, of customers who were served.
    var waits: [[Double]]
    /// Time in the system, per class, of customers who were served.
    var sojourns: [[Double]]
    var refused = 0
    /// One entry per customer who came in, in order of leaving: 1 for who gave up, 0 for who was served.
    var gaveUp: [Double] = []
    var arrived = 0
    /// Time-integral of the number in the system less the sum of all stays: zero by Little's law.
    var littleGap = 0.0
    var totalStay = 0.0
    /// When the last customer left.
    var end = 0.0
  }

  private struct Customer {
    var kind: Int
    var arrived: Double
    var need: Double
    var started = -1.0
    var left: Double
    var handle = EventHandle.none
    var patience = EventHandle.none
    var waited = 0.0
    var lineSince = 0.0
  }

  private enum Kind {
    static let arrival: UInt32 = 0
    static let departure: UInt32 = 1
    static let giveUp: UInt32 = 2
  }

  func run(customers: Int, warmUp: Int, seed: UInt64) -> Outcome {
    var queue = EventQueue()
    var station = ServiceStation(
      capacity: servers, lineLimit: lineLimit, isPreemptive: isPreemptive)
    var streams: [RandomStream] = []
    var services: [RandomStream] = []
    for index in classes.indices {
      streams.append(
        RandomStream(seed: seed, replication: 0, purpose: 1, entity: UInt64(index)))
      services.append(
        RandomStream(seed: seed, replication: 0, purpose: 2, entity: UInt64(index)))
    }
    var all: [Customer] = []
    var inSystem = TimeWeightedStatistics(at: 0, value: 0)
    var outcome = Outcome(
      waits: Array(repeating: [], count: classes.count),
      sojourns: Array(repeating: [], count: classes.count))
    for index in classes.indices {
      let gap = Exponential(rate: classes[index].arrivals).sample(using: &streams[index])
      queue.schedule(at: gap, kind: Kind.arrival, entity: UInt32(index))
    }

    func begin(_ number: UInt32, at time: Double) {
      let index = Int(number)
      all[index].waited += time - all[index].lineSince
      all[index].started = time
      queue.cancel(all[index].patience)
      all[index].handle = queue.schedule(
        at: time + all[index].left, kind: Kind.departure, entity: number)
    }
    func leave(_ index: Int, at time: Double) {
      inSystem.change(to: inSystem.value - 1, at: time)
      outcome.totalStay += time - all[index].arrived
    }

    while let event = queue.next() {
      let time = event.time
      switch event.kind {
      case Kind.arrival:
        let kind = Int(event.entity)
        if outcome.arrived < customers {
          outcome.arrived += 1
          let need = classes[kind].service(&services[kind])
          let number = UInt32(all.count)
          all.append(
            Customer(kind: kind, arrived: time, need: need, left: need, lineSince: time))
          inSystem.change(to: inSystem.value + 1, at: time)
          switch station.arrive(number, priority: classes[kind].priority, at: time) {
          case .started: begin(number, at: time)
          case .preempted(let other, goesAway: false):
            all[Int(other)].left -= time - all[Int(other)].started
            all[Int(other)].lineSince = time
            queue.cancel(all[Int(other)].handle)
            begin(number, at: time)
          case .preempted(let other, goesAway: true):
            queue.cancel(all[Int(other)].handle)
            leave(Int(other), at: time)
            begin(number, at: time)
          case .queued:
            if classes[kind].impatience > 0 {
              let patience = Exponential(rate: classes[kind].impatience)
                .sample(using: &services[kind])
              all[Int(number)].patience = queue.schedule(
                at: time + patience, kind: Kind.giveUp, entity: number)
            }
          case .refused:
            if outcome.arrived > warmUp { outcome.refused += 1 }
            leave(Int(number), at: time)
          }
          let gap = Exponential(rate: classes[kind].arrivals).sample(using: &streams[kind])
          queue.schedule(at: time + gap, kind: Kind.arrival, entity: event.entity)
        }
      case Kind.departure:
        let index = Int(event.entity)
        leave(index, at: time)
        if index >= warmUp {
          outcome.gaveUp.append(0)
          outcome.waits[all[index].kind].append(all[index].waited)
          outcome.sojourns[all[index].kind].append(time - all[index].arrived)
        }
        if let next = station.finish(event.entity, at: time) { begin(next, at: time) }
      default:
        let index = Int(event.entity)
        if station.renege(event.entity, at: time) {
          leave(index, at: time)
          if index >= warmUp { outcome.gaveUp.append(1) }
        }
      }
    }
    outcome.end = queue.now
    outcome.littleGap = inSystem.integral(to: queue.now) - outcome.totalStay
    return outcome
  }
}
