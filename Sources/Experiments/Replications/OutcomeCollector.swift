import CaseloadModel

/// Gathers outcomes in the order of their numbers.
struct OutcomeCollector {
  private let groupCount: Int
  private let keepsSeries: Bool
  private let keepsValues: Bool
  private let keepsSeriesValues: Bool
  private var finished: [Int] = []
  private var observationDays: [Int] = []
  private let values = ReplicationValueStore()
  private let seriesValues = ReplicationValueStore()
  private var moments: ColumnMoments
  private var seriesMoments: ColumnMoments?
  private var events = 0
  private var clientYears = 0.0

  init(
    groupCount: Int, keepsSeries: Bool = true, keepsValues: Bool = true,
    keepsSeriesValues: Bool = false
  ) {
    self.groupCount = groupCount
    self.keepsSeriesValues = keepsSeriesValues
    self.keepsSeries = keepsSeries
    self.keepsValues = keepsValues
    moments = ColumnMoments(columns: Metric.allCases.count * groupCount)
  }

  mutating func add(_ outcome: ReplicationOutcome) {
    precondition(
      outcome.groupCount == groupCount,
      "replication \(outcome.replication) has \(outcome.groupCount) groups, not \(groupCount)")
    if finished.isEmpty {
      observationDays = outcome.observationDays
      if keepsSeries { seriesMoments = ColumnMoments(columns: outcome.series.count) }
    }
    precondition(
      outcome.observationDays == observationDays,
      "replication \(outcome.replication) was observed on other days")
    finished.append(outcome.replication)
    if keepsValues { values.add(outcome.values) }
    if keepsSeriesValues { seriesValues.add(outcome.series) }
    moments.add(row: outcome.values)
    seriesMoments?.add(row: outcome.series)
    events += outcome.events
    clientYears += outcome.clientYears
  }

  func estimate(of metric: Metric) -> Estimate {
    var quantiles = StudentQuantiles()
    return moments.estimate(column: metric.rawValue * groupCount, quantiles: &quantiles)
  }

  func result(
    of experiment: Experiment, planned: Int, violation: InvariantViolation?
  ) -> ExperimentResult {
    var quantiles = StudentQuantiles()
    return ExperimentResult(
      scenarioName: experiment.scenario.name, scenarioDigest: experiment.digest,
      seed: experiment.seed, plannedReplications: planned, finishedReplications: finished,
      groupNames: experiment.scenario.metricGroupNames,
      observationDays: observationDays, estimates: moments.estimates(quantiles: &quantiles),
      series: seriesMoments?.estimates(quantiles: &quantiles) ?? [],
      values: ReplicationValues(values), seriesValues: ReplicationValues(seriesValues),
      events: events, clientYears: clientYears, violation: violation)
  }
}
