/// What one role does.
struct RoleConstants {
  /// Share of time in office that administration claims.
  var administrationShare: Double
  /// Share of time in office that coordination and side tasks claim.
  var sideTaskShare: Double
  /// Price of one full-time equivalent, in euro a year.
  var ftePerYear: Double
  /// Whether the role has clients of its own.
  var carriesCaseload: Bool
  /// Whether it carries only clients at rest.
  var restOnly: Bool
  /// Share of the clients of its kinds that it carries.
  var clientShare: Double
  /// Segments whose clients it carries, as bits.
  var segmentMask: UInt64
  /// Groups whose clients it carries, as bits.
  var groupMask: UInt64
}

/// A share of one kind of task that a role takes over from the caseworkers.
struct Delegation {
  /// The role.
  var role: Int
  /// The share.
  var share: Double
  /// What the role has to come, in tasks; negative after a turn ahead of its share.
  var carried: Double
  /// Minutes of administration that the role has to come, less than one.
  var carriedMinutes = 0.0
}

/// Roles, their members, and the work that they take over.
struct RoleTable {
  /// The role of the caseworkers.
  static let caseworker = 0

  /// Constants by role: the caseworkers, the roles of the scenario, and externals of campaigns.
  private(set) var constants: [RoleConstants]
  /// Members by role, present and past.
  private var members: [[Int32]]
  /// Whose turn it is, by role.
  private var turn: [Int]
  /// Who takes which share over, by kind of task.
  private var delegations: [[Delegation]]

  /// The role of externals.
  var external: Int { constants.count - 1 }

  /// Gathers the roles of a scenario.
  init(_ scenario: Scenario) {
    constants = RoleTable.constants(of: scenario)
    members = Array(repeating: [], count: constants.count)
    turn = Array(repeating: 0, count: constants.count)
    delegations = RoleTable.delegations(of: scenario)
  }

  /// Takes over the terms of a changed scenario; members stay.
  mutating func update(_ scenario: Scenario) {
    constants = RoleTable.constants(of: scenario)
    let before = delegations
    delegations = RoleTable.delegations(of: scenario)
    // Turns go on where the shares of a kind of work are the same.
    for kind in delegations.indices {
      let isSame =
        before[kind].count == delegations[kind].count
        && before[kind].indices.allSatisfy {
          before[kind][$0].role == delegations[kind][$0].role
            && before[kind][$0].share == delegations[kind][$0].share
        }
      if isSame { delegations[kind] = before[kind] }
    }
  }

  private static func constants(of scenario: Scenario) -> [RoleConstants] {
    let staffing = scenario.staffing
    let own = RoleConstants(
      administrationShare: staffing.administrationShare, sideTaskShare: staffing.sideTaskShare,
      ftePerYear: scenario.costs.ftePerYearEuro, carriesCaseload: true, restOnly: false,
      clientShare: 1, segmentMask: .max, groupMask: .max)
    var table = [own]
    for role in staffing.roles {
      table.append(
        RoleConstants(
          administrationShare: role.administrationShare, sideTaskShare: role.sideTaskShare,
          ftePerYear: role.ftePerYearEuro, carriesCaseload: role.carriesCaseload,
          restOnly: role.restOnly, clientShare: role.clientShare,
          segmentMask: mask(role.segments, in: scenario.population.segments.map { $0.name }),
          groupMask: mask(role.groups, in: scenario.population.groups.map { $0.name })))
    }
    var external = own
    external.carriesCaseload = false
    table.append(external)
    return table
  }

  /// The bits of names in a list; no names stand for all.
  static func mask(_ names: [String], in all: [String]) -> UInt64 {
    guard !names.isEmpty else { return .max }
    var bits: UInt64 = 0
    for (index, name) in all.enumerated() where names.contains(name) { bits |= 1 << UInt64(index) }
    return bits
  }

  private static func delegations(of scenario: Scenario) -> [[Delegation]] {
    var table: [[Delegation]] = Array(repeating: [], count: TaskKind.count)
    for (index, role) in scenario.staffing.roles.enumerated() {
      for kind in TaskKind.allCases {
        guard let share = kind.rules.taken?(role), share > 0 else { continue }
        table[Int(kind.rawValue)].append(Delegation(role: index + 1, share: share, carried: 0))
      }
    }
    // Roles that want more than there is divide it in proportion.
    for kind in table.indices {
      var total = 0.0
      for delegation in table[kind] { total += delegation.share }
      guard total > 1 else { continue }
      for place in table[kind].indices { table[kind][place].share /= total }
    }
    return table
  }

  /// Notes a new member of a role.
  mutating func join(_ role: Int, worker: Int) { members[role].append(Int32(worker)) }

  /// The members of a role, present and past.
  func members(of role: Int) -> [Int32] { members[role] }

  /// Number of members of a role, present and past.
  func memberCount(of role: Int) -> Int { members[role].count }

  /// The member of a role whose turn it is; the turn passes to the next.
  ///
  /// - Precondition: the role has members.
  mutating func takeTurn(of role: Int) -> Int {
    let place = turn[role] % members[role].count
    turn[role] = (place + 1) % members[role].count
    return Int(members[role][place])
  }

  /// The role that takes over the next task of a kind, if one does.
  ///
  /// Shares are kept exactly, without chance: every task adds each role's share to what that role has to
  /// come; when that makes a whole task, it goes to the role with the most to come. Several roles take
  /// together what one with their whole share would, each its part.
  mutating func roleTaking(_ kind: TaskKind) -> Int? {
    let index = Int(kind.rawValue)
    guard !delegations[index].isEmpty else { return nil }
    var total = 0.0
    var most = 0
    for place in delegations[index].indices {
      delegations[index][place].carried += delegations[index][place].share
      total += delegations[index][place].carried
      if delegations[index][place].carried > delegations[index][most].carried { most = place }
    }
    guard total >= 1 - 1e-9 else { return nil }
    delegations[index][most].carried -= 1
    return delegations[index][most].role
  }

  /// Whole minutes of a duty that a role takes over, of which the fraction is kept for the next time.
  mutating func takeMinutes(_ minutes: Double, of kind: TaskKind, place: Int) -> Int {
    let index = Int(kind.rawValue)
    let total = delegations[index][place].carriedMinutes + minutes
    let whole = Int(total)
    delegations[index][place].carriedMinutes = total - Double(whole)
    return whole
  }

  /// The shares of a kind of work that roles take over.
  func shares(of kind: TaskKind) -> [Delegation] { delegations[Int(kind.rawValue)] }
}
