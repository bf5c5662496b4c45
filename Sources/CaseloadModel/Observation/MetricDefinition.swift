/// Everything that is to be known of a metric: what it means, how it is written and how it comes about.
public struct MetricDefinition: Sendable {
  /// The metric.
  public let metric: Metric
  /// The name in files and on the command line, for example `unseen.6m.share`.
  public let id: String
  /// A short name in plain words.
  public let title: String
  /// The short name in Dutch.
  public let dutchTitle: String
  /// The subject under which tables show the metric.
  public let section: MetricSection
  /// The unit of the values.
  public let unit: MetricUnit
  /// Digits after the decimal point in tables, after conversion to percent for shares.
  public let decimals: Int
  /// Whether the default table shows the metric.
  public let isHeadline: Bool
  /// For which parts of the stock the metric is kept.
  public let groups: MetricGroups
  /// The values that the metric can have at all.
  public let bounds: ClosedRange<Double>
  /// How values come about.
  let accrual: Accrual
  /// The exact definition, in one to three sentences.
  public let definition: String

  init(
    _ metric: Metric, id: String, title: String, dutchTitle: String, section: MetricSection,
    unit: MetricUnit, decimals: Int, isHeadline: Bool, groups: MetricGroups, accrual: Accrual,
    bounds: ClosedRange<Double>? = nil,
    definition: String
  ) {
    self.metric = metric
    self.id = id
    self.title = title
    self.dutchTitle = dutchTitle
    self.section = section
    self.unit = unit
    self.decimals = decimals
    self.isHeadline = isHeadline
    self.groups = groups
    self.accrual = accrual
    self.bounds = bounds ?? unit.bounds
    self.definition = definition
  }

  /// Whether the metric is kept per group of clients as well.
  public var isPerGroup: Bool { groups == .perGroup || groups == .byGroupAtIntake }

  /// How values come about, in plain words.
  public var accrualText: String { accrual.kind.text }
}

/// For which parts of the stock a metric is kept.
public enum MetricGroups: Sendable {
  /// For all clients together only.
  case allTogether
  /// For all clients, for each group as the organisation believes it, and for each segment.
  case perGroup
  /// Likewise, but with the group that the intake finds, because none is known before.
  case byGroupAtIntake
  /// For all staff that it counts, and for each role when there are roles beside the caseworkers.
  case perRole
  /// For all campaigns together, and for each.
  case perCampaign

  /// The rule in plain words.
  public var text: String {
    switch self {
    case .allTogether: "for all together"
    case .perGroup: "for all clients and per group"
    case .byGroupAtIntake: "for all clients and by the group found at the intake"
    case .perRole: "for all together and per role"
    case .perCampaign: "for all together and per campaign"
    }
  }
}

/// The subjects under which tables show metrics, in order.
public enum MetricSection: Int, CaseIterable, Sendable {
  case clients
  case contact
  case knowledge
  case outflow
  case trajectories
  case work
  case money

  /// The heading of the section.
  public var title: String {
    switch self {
    case .clients: "Clients and caseloads"
    case .contact: "Contact"
    case .knowledge: "Knowledge"
    case .outflow: "Outflow and progress"
    case .trajectories: "Trajectories"
    case .work: "Work and time"
    case .money: "Money"
    }
  }

  /// The heading of the section in Dutch.
  public var dutchTitle: String {
    switch self {
    case .clients: "Klanten en caseload"
    case .contact: "Contact"
    case .knowledge: "Klantkennis"
    case .outflow: "Uitstroom en stappen vooruit"
    case .trajectories: "Trajecten"
    case .work: "Werkdruk en tijd"
    case .money: "Kosten"
    }
  }
}

/// The units of metrics.
public enum MetricUnit: String, CaseIterable, Sendable {
  /// A number of persons.
  case persons
  /// Persons per year.
  case personsPerYear = "persons per year"
  /// Clients of one worker.
  case clientsPerWorker = "clients per worker"
  /// Clients per full-time equivalent.
  case clientsPerFte = "clients per fte"
  /// A part of a whole, 0…1.
  case share
  /// Events per client and year of stock.
  case perClientYear = "per client and year"
  /// Calendar days.
  case days
  /// Working days of the worker concerned.
  case workingDays = "working days"
  /// Hours of a worker's attention.
  case hours
  /// Hours per year.
  case hoursPerYear = "hours per year"
  /// Full-time equivalents.
  case fte
  /// A validity between 0 and 1.
  case index
  /// One quantity over another of the same kind.
  case ratio
  /// Events per year.
  case perYear = "per year"
  /// Euro per year.
  case euroPerYear = "euro per year"
  /// Euro.
  case euro

  /// The values that quantities of the unit have, unless a metric says otherwise.
  var bounds: ClosedRange<Double> {
    switch self {
    case .share, .index: 0...1
    case .persons, .personsPerYear, .clientsPerWorker, .clientsPerFte, .perClientYear, .days,
      .workingDays, .hours, .hoursPerYear, .fte, .ratio, .perYear, .euroPerYear, .euro:
      0...Double.infinity
    }
  }
}
