import SimulationKernel

// Which workers a client can belong to: kinds of clients among caseworkers, and roles of their own.
extension Simulation {
  /// Pools among the caseworkers: one, or one per segment or group.
  private var kindCount: Int {
    switch scenario.caseload.specialisation {
    case .generalist: 1
    case .segment: segments.count
    case .group: groups.count
    }
  }

  /// All pools.
  var poolCount: Int {
    var count = kindCount
    for role in roles.constants.dropFirst() where role.carriesCaseload { count += 1 }
    return count
  }

  /// The pool of a role; -1 when the role has no clients.
  mutating func pool(ofRole role: Int) -> Int {
    guard role > 0, roles.constants[role].carriesCaseload else { return -1 }
    var pool = kindCount
    for other in 1..<role where roles.constants[other].carriesCaseload { pool += 1 }
    return pool
  }

  /// The pool to which a client belongs; one in which somebody is employed, unless nobody is at all.
  mutating func pool(of client: Int) -> Int {
    let segment = UInt64(clients.state[client].segment)
    let group = UInt64(clients.service[client].believedGroup)
    // Roles that carry the same kinds of clients divide them by their shares, in order.
    var upTo = 0.0
    for role in roles.constants.indices.dropFirst() {
      let terms = roles.constants[role]
      guard terms.carriesCaseload, terms.segmentMask & (1 << segment) != 0,
        terms.groupMask & (1 << group) != 0, !terms.restOnly || clients.service[client].atRest
      else { continue }
      upTo += terms.clientShare
      guard Double(clients.state[client].roleDraw) < upTo else { continue }
      let pool = pool(ofRole: role)
      if !workers.pools[pool].isEmpty { return pool }
    }
    let kind: Int
    switch scenario.caseload.specialisation {
    case .generalist: kind = 0
    case .segment: kind = Int(segment)
    case .group: kind = Int(group)
    }
    if !workers.pools[kind].isEmpty { return kind }
    for pool in workers.pools.indices where !workers.pools[pool].isEmpty { return pool }
    return kind
  }

  /// The kind of clients for a caseworker, so that kinds are divided in proportion to the stock.
  mutating func kindOfCaseworker(number: Int, of count: Int) -> Int {
    guard kindCount > 1 else { return 0 }
    let position = (Double(number) + 0.5) / Double(max(1, count))
    var cumulative = 0.0
    for kind in 0..<kindCount {
      cumulative += stockShare(ofKind: kind)
      if position < cumulative { return kind }
    }
    return kindCount - 1
  }

  private mutating func stockShare(ofKind kind: Int) -> Double {
    let population = scenario.population
    if scenario.caseload.specialisation == .segment { return population.segments[kind].stockShare }
    return initialShare(ofGroup: kind)
  }

  /// The part of the initial stock in a group, over all segments.
  mutating func initialShare(ofGroup group: Int) -> Double {
    var share = 0.0
    for (index, segment) in scenario.population.segments.enumerated() {
      let table = groupShares[index].stock
      share += segment.stockShare * (table[group] - (group > 0 ? table[group - 1] : 0))
    }
    return share
  }

  /// The kind of clients with the largest caseloads, for a caseworker who joins.
  mutating func busiestKind() -> Int {
    var best = 0
    var highest = -1.0
    for kind in 0..<kindCount where workers.pools[kind].meanLoad > highest {
      highest = workers.pools[kind].meanLoad
      best = kind
    }
    return best
  }

  /// Whether a worker has clients of the own.
  mutating func carriesCaseload(_ worker: Int) -> Bool { workers.state[worker].pool >= 0 }

  /// Gives a client who belongs to another pool by now a worker of that pool.
  mutating func moveToPool(_ client: Int) {
    guard workers.pools.count > 1, clients.state[client].inStock else { return }
    let worker = Int(clients.service[client].worker)
    guard worker >= 0 else { return }
    let pool = pool(of: client)
    guard Int(workers.state[worker].pool) != pool else { return }
    let next = workers.pools[pool].leastLoaded
    if next >= 0 { handOver(client, to: next) }
  }

  /// Factor of specialisation on what a worker's talks yield.
  mutating func specialistYield(_ worker: Int) -> Double {
    let isSpecialist =
      scenario.caseload.specialisation != .generalist && workers.state[worker].role == 0
    return isSpecialist ? scenario.caseload.specialistYield : 1
  }

  /// Speed of a worker against an experienced one in quiet times.
  mutating func speed(of worker: Int) -> Double {
    var speed = 1.0
    let hired = workers.state[worker].hired
    let learning = scenario.staffing.learningMonths * SimulationClock.minutesPerYear / 12
    if hired != SimulationClock.past && learning > 0 {
      let progress = min(1, Double(now - Int(hired)) / learning)
      speed =
        scenario.staffing.learningStartSpeed + (1 - scenario.staffing.learningStartSpeed) * progress
    }
    return now < slowUntil ? speed * slowSpeed : speed
  }
}
