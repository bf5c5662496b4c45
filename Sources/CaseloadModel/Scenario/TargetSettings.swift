/// A figure of the user's that a fit is to reproduce; it changes nothing in a run.
public struct FitTarget: Sendable, Equatable {
  /// The name by which the target is told apart; a metric's id when `metric` is empty.
  public var name: String
  /// The id of the metric; empty means that the name is one.
  public var metric: String
  /// The group or segment; empty means all clients.
  public var group: String
  /// The year of the window, from 1; 0 means the whole window.
  public var year: Int
  /// The day at whose observation the metric is read, as `YYYY-MM-DD`; empty means a period.
  public var date: String
  /// The figure.
  public var value: Double
  /// How far from the figure a fit may be.
  public var tolerance: Double
  /// The scenario file, or the changes, that this scenario is compared with; empty means none.
  public var against: String
  /// What is compared.
  public var measure: FitMeasure
  /// Where the figure comes from.
  public var evidence: [String]

  /// Makes a target.
  public init(
    name: String = "", metric: String = "", group: String = "", year: Int = 0, date: String = "",
    value: Double = 0, tolerance: Double = 0, against: String = "", measure: FitMeasure = .value,
    evidence: [String] = []
  ) {
    self.name = name
    self.metric = metric
    self.group = group
    self.year = year
    self.date = date
    self.value = value
    self.tolerance = tolerance
    self.against = against
    self.measure = measure
    self.evidence = evidence
  }

  /// The id of the metric, whether it is given or the name.
  public var metricID: String { metric.isEmpty ? name : metric }
}

/// What of a metric a target is about.
public enum FitMeasure: CaseIterable, Sendable {
  /// The metric itself.
  case value
  /// The metric of this scenario over that of the other one.
  case ratio
  /// The metric of this scenario less that of the other one.
  case difference
}
