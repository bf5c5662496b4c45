// M/M/2+M: patients come to two doctors, and whoever waits too long goes away again.
// An hour has 8 arrivals, a consultation takes a quarter of an hour, and patience half an hour, all on
// average and exponential. The first thousand hours are a warm-up that is forgotten.
// Prints the share that goes away and the mean length of the line; Palm's formulas confirm both.
import SimulationKernel

/// What can happen, as the numbers that events carry.
enum Kind {
  static let arrival: UInt32 = 0
  static let departure: UInt32 = 1
  static let endOfPatience: UInt32 = 2
}

func simulate() {
  var queue = EventQueue()
  var doctors = ServiceStation(capacity: 2)
  var arrivals = RandomStream(seed: 1, replication: 0, purpose: 1, entity: 0)
  let (gap, consultation, patience) = (
    Exponential(rate: 8), Exponential(rate: 4), Exponential(rate: 2)
  )
  var arrived = 0
  var isWarm = false

  // Each patient has streams of their own: another number of doctors sees the same patients.
  func draw(_ distribution: Exponential, _ purpose: UInt64, of patient: UInt32) -> Double {
    var stream = RandomStream(seed: 1, replication: 0, purpose: purpose, entity: UInt64(patient))
    return distribution.sample(using: &stream)
  }

  func begin(_ patient: UInt32, at time: Double) {
    queue.schedule(
      at: time + draw(consultation, 2, of: patient), kind: Kind.departure, entity: patient)
  }

  queue.schedule(at: gap.sample(using: &arrivals), kind: Kind.arrival)
  while let event = queue.next(), event.time < 200_000 {
    if !isWarm && event.time >= 1_000 {
      doctors.restart(at: event.time)
      arrived = 0
      isWarm = true
    }
    let patient = event.entity
    switch event.kind {
    case Kind.arrival:
      arrived += 1
      queue.schedule(
        at: event.time + gap.sample(using: &arrivals), kind: Kind.arrival, entity: patient &+ 1)
      if doctors.arrive(patient, at: event.time) == .started {
        begin(patient, at: event.time)
      } else {
        queue.schedule(
          at: event.time + draw(patience, 3, of: patient), kind: Kind.endOfPatience, entity: patient
        )
      }
    case Kind.departure:
      if let next = doctors.finish(patient, at: event.time) { begin(next, at: event.time) }
    default:
      // Too late for whoever has been called in.
      doctors.renege(patient, at: event.time)
    }
  }
  print("share gone", Double(doctors.line.renegedCount) / Double(arrived))
  print("mean line", doctors.line.length.mean(to: queue.now))
}

simulate()
