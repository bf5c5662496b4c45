import CaseloadModel

/// What a metric means and how it is written.
public struct MetricDefinition: Sendable {
  /// The metric.
  public let metric: Metric
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
  /// Whether the metric is kept per group of clients as well.
  public let isPerGroup: Bool
  /// The exact definition, in one to three sentences.
  public let definition: String
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
    case .clients: "Cliënten en caseloads"
    case .contact: "Contact"
    case .knowledge: "Kennis"
    case .outflow: "Uitstroom en ontwikkeling"
    case .trajectories: "Trajecten"
    case .work: "Werk en tijd"
    case .money: "Geld"
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
  /// A validity between 0 and 1.
  case index
  /// One quantity over another of the same kind.
  case ratio
  /// Starts per year.
  case perYear = "per year"
  /// Euro per year.
  case euroPerYear = "euro per year"
  /// Euro.
  case euro
}

extension MetricDefinition {
  /// Whether tables write the value as a percentage.
  public var isPercent: Bool { unit == .share || metric.isExitRate }

  /// The unit as a table writes it.
  public var displayUnit: String {
    if metric.isExitRate { return "% per year" }
    return unit == .share ? "%" : unit.rawValue
  }

  /// The value as people read it: percent for shares, thousands set apart, a dash when undefined.
  public func formatted(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    return isPercent
      ? DecimalText.fixed(value * 100, decimals: decimals) + " %"
      : DecimalText.fixed(value, decimals: decimals)
  }
}

extension Metric {
  /// Whether the metric is a rate of exits, which people read as a percentage of the stock per year.
  var isExitRate: Bool {
    switch self {
    case .outflowTotal, .outflowWork, .outflowSubsidised, .outflowOther: true
    default: false
    }
  }

  /// The metric with the given id; `nil` when there is none.
  public init?(id: String) {
    guard let metric = Metric.allCases.first(where: { $0.id == id }) else { return nil }
    self = metric
  }
}
