// M/M/3: clients come 2.4 times a minute to three desks that take a minute each on average.
// Prints the mean wait, of those who did not wait too; Erlang's formula gives 1.0787 minutes.
import SimulationKernel

var queue = EventQueue()
var desks = ServiceStation(capacity: 3)
var stream = RandomStream(seed: 1, replication: 0, purpose: 0, entity: 0)
let (gap, talk) = (Exponential(rate: 2.4), Exponential(rate: 1))
queue.schedule(at: gap.sample(using: &stream), kind: 0, entity: 0)
while let event = queue.next(), event.time < 2_000_000 {
  let client = event.entity
  var starts: UInt32?
  if event.kind == 0 {
    queue.schedule(at: event.time + gap.sample(using: &stream), kind: 0, entity: client &+ 1)
    if desks.arrive(client, at: event.time) == .started { starts = client }
  } else {
    starts = desks.finish(client, at: event.time)
  }
  guard let starts else { continue }
  queue.schedule(at: event.time + talk.sample(using: &stream), kind: 1, entity: starts)
}
print("mean wait", desks.waits.mean)
