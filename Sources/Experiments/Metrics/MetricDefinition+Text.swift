import CaseloadModel

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
