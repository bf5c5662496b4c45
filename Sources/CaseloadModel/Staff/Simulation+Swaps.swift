import SimulationKernel

// Colleagues who exchange clients.
extension Simulation {
  /// A worker exchanges part of the caseload with a colleague.
  mutating func swapClients(_ worker: Int) {
    guard staff.carriesCaseload(worker) else { return }
    var draws = stream(
      .swap, UInt64(worker), draw: 2 * UInt64(staff.workers[worker].swapNumber) + 1)
    staff.workers[worker].swapNumber &+= 1
    defer { staff.scheduleSwap(worker, under: terms, on: &clock) }
    let pool = Int(staff.workers[worker].pool)
    let colleagues = staff.pools[pool].colleagues(ofSlot: Int(staff.workers[worker].slot))
    guard !colleagues.isEmpty else { return }
    let colleague = Int(colleagues[draws.integer(below: colleagues.count)])
    let smaller = min(staff.caseloads[worker].count, staff.caseloads[colleague].count)
    let count = Int((Double(smaller) * scenario.staffing.swapShare).rounded())
    let mine = Staff.choose(count, from: staff.caseloads[worker], using: &draws)
    let theirs = Staff.choose(count, from: staff.caseloads[colleague], using: &draws)
    note(.swapped, worker: worker, EventDetail(otherWorker: colleague))
    for client in mine { handOver(Int(client), to: colleague) }
    for client in theirs { handOver(Int(client), to: worker) }
    staff.workers[worker].lastSwap = Int32(clock.now)
    staff.workers[colleague].lastSwap = Int32(clock.now)
    staff.workers[worker].swaps += 1
    staff.workers[colleague].swaps += 1
  }
}
