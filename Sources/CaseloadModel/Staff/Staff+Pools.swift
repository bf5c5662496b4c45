import SimulationKernel

// Which workers a client can belong to: kinds of clients among caseworkers, and roles of their own.
extension Staff {
  /// Pools among the caseworkers: one, or one per segment or group.
  static func kindCount(_ scenario: Scenario) -> Int {
    switch scenario.caseload.specialisation {
    case .generalist: 1
    case .segment: scenario.population.segments.count
    case .group: scenario.population.groups.count
    }
  }

  /// Makes the pools: those of the caseworkers, then those of roles with clients.
  mutating func preparePools(_ scenario: Scenario) {
    var count = Staff.kindCount(scenario)
    for role in roles.constants.dropFirst() where role.carriesCaseload { count += 1 }
    pools = Array(repeating: LoadIndex(), count: count)
    openLists = Array(repeating: -1, count: count)
  }

  /// The pool of a role; -1 when the role has no clients.
  func pool(ofRole role: Int, under terms: Terms) -> Int {
    guard role != RoleTable.caseworker, roles.constants[role].carriesCaseload else { return -1 }
    var pool = Staff.kindCount(terms.scenario)
    for other in 1..<role where roles.constants[other].carriesCaseload { pool += 1 }
    return pool
  }

  /// The pool of a kind of client; one in which somebody is employed, unless nobody is at all.
  ///
  /// `roleDraw` (0…1) decides which of several roles for one kind of client carries this one.
  func pool(
    segment: Int, group: Int, isAtRest: Bool, roleDraw: Float, under terms: Terms
  ) -> Int {
    // Roles that carry the same kinds of clients divide them by their shares, in order.
    var upTo = 0.0
    for role in roles.constants.indices.dropFirst() {
      let constants = roles.constants[role]
      guard constants.carriesCaseload, constants.segmentMask & (1 << UInt64(segment)) != 0,
        constants.groupMask & (1 << UInt64(group)) != 0, !constants.restOnly || isAtRest
      else { continue }
      upTo += constants.clientShare
      guard Double(roleDraw) < upTo else { continue }
      let pool = pool(ofRole: role, under: terms)
      if !pools[pool].isEmpty { return pool }
    }
    let kind: Int
    switch terms.scenario.caseload.specialisation {
    case .generalist: kind = 0
    case .segment: kind = segment
    case .group: kind = group
    }
    if !pools[kind].isEmpty { return kind }
    for pool in pools.indices where !pools[pool].isEmpty { return pool }
    return kind
  }

  /// The kind of clients for one of `count` caseworkers, so that kinds are divided in proportion to
  /// the initial stock.
  static func kindOfCaseworker(number: Int, of count: Int, _ scenario: Scenario) -> Int {
    let kindCount = kindCount(scenario)
    guard kindCount > 1 else { return 0 }
    let position = (Double(number) + 0.5) / Double(max(1, count))
    var cumulative = 0.0
    for kind in 0..<kindCount {
      cumulative +=
        scenario.caseload.specialisation == .segment
        ? scenario.population.segments[kind].stockShare
        : scenario.population.initialShare(ofGroup: kind)
      if position < cumulative { return kind }
    }
    return kindCount - 1
  }

  /// The kind of clients with the largest caseloads, for a caseworker who joins.
  func busiestKind(under terms: Terms) -> Int {
    var best = 0
    var highest = -1.0
    for kind in 0..<Staff.kindCount(terms.scenario) where pools[kind].meanLoad > highest {
      highest = pools[kind].meanLoad
      best = kind
    }
    return best
  }

  /// Whether a worker has clients of the own.
  func carriesCaseload(_ worker: Int) -> Bool { workers[worker].pool >= 0 }

  /// Clients per full-time equivalent of a worker.
  func load(of worker: Int) -> Double {
    Double(caseloads[worker].count) / workers[worker].fte
  }

  /// Whether one more client keeps a worker within the cap.
  func hasRoom(_ worker: Int, under terms: Terms) -> Bool {
    let cap = terms.scenario.caseload.capPerFte
    let size = Double(caseloads[worker].count)
    return cap <= 0 || size + 1 <= cap * workers[worker].fte
  }

  /// The worker of a pool with the smallest caseload who has room for one more client; -1 when nobody
  /// has.
  ///
  /// - Complexity: O(1) when the one with the smallest caseload has room, else O(workers of the pool).
  func workerWithRoom(in pool: Int, under terms: Terms) -> Int {
    let first = pools[pool].leastLoaded
    guard first >= 0, !hasRoom(first, under: terms) else { return first }
    // One with more hours may have room where a larger share of fewer hours has none.
    var best = -1
    for other in pools[pool].colleagues(ofSlot: Int(workers[first].slot)) {
      let worker = Int(other)
      guard hasRoom(worker, under: terms) else { continue }
      if best < 0 || load(of: worker) < load(of: best) { best = worker }
    }
    return best
  }

  /// Tells the pool how many clients a worker has.
  mutating func noteSize(of worker: Int) {
    let pool = Int(workers[worker].pool)
    guard pool >= 0, workers[worker].activity != .gone else { return }
    pools[pool].setSize(caseloads[worker].count, slot: Int(workers[worker].slot))
  }

  /// A present colleague of a team for a worker who is absent today: the one with the shortest queue.
  func presentColleague(of worker: Int, on day: Int, under terms: Terms) -> Int? {
    guard terms.scenario.caseload.teamSize > 1, workers[worker].absentDay == Int32(day) else {
      return nil
    }
    var best: Int?
    for other in workers.indices
    where workers[other].list == workers[worker].list && workers[other].activity != .gone
      && workers[other].absentDay != Int32(day)
    {
      if let known = best, workers[known].queuedMinutes <= workers[other].queuedMinutes { continue }
      best = other
    }
    return best
  }

  /// A random sample without replacement, by a partial Fisher-Yates shuffle.
  static func choose(_ count: Int, from all: [Int32], using draws: inout RandomStream) -> [Int32] {
    var pool = all
    for index in 0..<min(count, pool.count) {
      pool.swapAt(index, index + draws.integer(below: pool.count - index))
    }
    return Array(pool.prefix(count))
  }
}
