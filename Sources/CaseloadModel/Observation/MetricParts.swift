/// The parts of an organisation for which metrics are kept beside the whole.
///
/// Values of a metric stand in columns: the whole first, then every part in the order of `names`. A metric
/// is kept for one kind of part; its values for the others do not exist.
public struct MetricParts: Sendable, Equatable {
  /// The name of the role of those who are in no role of the scenario.
  public static let caseworkers = "caseworkers"
  /// Names that tables and logs give to workers who are in no role of the scenario.
  public static let reservedRoles = [caseworkers, caseworker, external]
  /// A worker who is in no role of the scenario.
  public static let caseworker = "caseworker"
  /// A worker who was hired for a campaign.
  public static let external = "external"

  /// Groups of clients as the organisation believes them, then segments when there are several.
  public let clients: [String]
  /// The caseworkers, then the roles beside them; empty when there are none beside them.
  public let roles: [String]
  /// The campaigns.
  public let campaigns: [String]

  /// Makes the parts of a scenario.
  init(_ scenario: Scenario) {
    let segments = scenario.population.segments.map { $0.name }
    clients =
      scenario.population.groups.map { $0.name } + (segments.count > 1 ? segments : [])
    let others = scenario.staffing.roles.map { $0.name }
    roles = others.isEmpty ? [] : [MetricParts.caseworkers] + others
    campaigns = scenario.interventions.campaigns.map { $0.name }
  }

  private init(clients: [String], roles: [String], campaigns: [String]) {
    self.clients = clients
    self.roles = roles
    self.campaigns = campaigns
  }

  /// The parts with some of the names, in the same order.
  public func kept(_ names: [String]) -> MetricParts {
    MetricParts(
      clients: clients.filter { names.contains($0) }, roles: roles.filter { names.contains($0) },
      campaigns: campaigns.filter { names.contains($0) })
  }

  /// Number of parts.
  public var count: Int { clients.count + roles.count + campaigns.count }

  /// The names of all parts.
  public var names: [String] { clients + roles + campaigns }

  /// The parts for which a metric is kept, with their columns.
  public func columns(of groups: MetricGroups) -> [(name: String, column: Int)] {
    let first: Int
    let kept: [String]
    switch groups {
    case .allTogether: (first, kept) = (1, [])
    case .perGroup, .byGroupAtIntake: (first, kept) = (1, clients)
    case .perRole: (first, kept) = (1 + clients.count, roles)
    case .perCampaign: (first, kept) = (1 + clients.count + roles.count, campaigns)
    }
    return kept.enumerated().map { ($0.element, first + $0.offset) }
  }
}

extension Scenario {
  /// The parts for which metrics are kept.
  public var metricParts: MetricParts { MetricParts(self) }
}
