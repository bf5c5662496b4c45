import CaseloadModel

/// Gathers outcomes in the order of their numbers.
struct OutcomeCollector {
  private let cellCount: Int
  private let keepsSeries: Bool
  private let keepsValues: Bool
  private let keepsSeriesValues: Bool
  private var finished: [Int] = []
  private var observationDays: [Int] = []
  private let values = ReplicationValueStore()
  private let weights = ReplicationValueStore()
  private let organisationValues = ReplicationValueStore()
  private let organisationWeights = ReplicationValueStore()
  private let seriesValues = ReplicationValueStore()
  private let seriesWeights = ReplicationValueStore()
  private var moments: RatioMoments
  private var seriesMoments: RatioMoments?
  private var events = 0
  private var clientYears = 0.0

  init(
    cellCount: Int, keepsSeries: Bool = true, keepsValues: Bool = true,
    keepsSeriesValues: Bool = false
  ) {
    self.cellCount = cellCount
    self.keepsSeriesValues = keepsSeriesValues
    self.keepsSeries = keepsSeries
    self.keepsValues = keepsValues
    moments = RatioMoments(columns: Metric.allCases.count * cellCount)
  }

  mutating func add(_ found: SectorOutcome) {
    let outcome = found.outcome
    precondition(
      outcome.cellCount == cellCount,
      "replication \(outcome.replication) has \(outcome.cellCount) groups, not \(cellCount)")
    if finished.isEmpty {
      observationDays = outcome.observationDays
      if keepsSeries { seriesMoments = RatioMoments(columns: outcome.series.count) }
    }
    precondition(
      outcome.observationDays == observationDays,
      "replication \(outcome.replication) was observed on other days")
    finished.append(outcome.replication)
    if keepsValues {
      values.add(outcome.values)
      weights.add(outcome.weights)
    }
    if keepsValues, let rows = found.organisations {
      organisationValues.add(rows.values)
      organisationWeights.add(rows.weights)
    }
    if keepsSeriesValues {
      seriesValues.add(outcome.series)
      seriesWeights.add(outcome.seriesWeights)
    }
    moments.add(row: outcome.values, weights: outcome.weights)
    seriesMoments?.add(row: outcome.series, weights: outcome.seriesWeights)
    events += outcome.events
    clientYears += outcome.clientYears
  }

  func estimate(of metric: Metric) -> Estimate {
    var quantiles = StudentQuantiles()
    return moments.estimate(
      column: metric.rawValue * cellCount, within: MetricCatalog[metric].bounds,
      quantiles: &quantiles)
  }

  func result(
    of experiment: Experiment, planned: Int, violation: InvariantViolation?
  ) -> ExperimentResult {
    var quantiles = StudentQuantiles()
    return ExperimentResult(
      scenarioName: experiment.scenario.name, scenarioDigest: experiment.digest,
      seed: experiment.seed, plannedReplications: planned, finishedReplications: finished,
      parts: experiment.parts,
      observationDays: observationDays,
      estimates: estimates(moments, &quantiles),
      series: seriesMoments.map { estimates($0, &quantiles) } ?? [],
      values: ReplicationValues(values), weights: ReplicationValues(weights),
      seriesValues: ReplicationValues(seriesValues),
      seriesWeights: ReplicationValues(seriesWeights),
      events: events, clientYears: clientYears, violation: violation,
      organisations: experiment.sector.map {
        OrganisationResults(
          sector: $0, values: ReplicationValues(organisationValues),
          weights: ReplicationValues(organisationWeights))
      })
  }

  /// The estimates of all metrics and groups, once or per observation.
  private func estimates(
    _ moments: RatioMoments, _ quantiles: inout StudentQuantiles
  ) -> [Estimate] {
    var estimates: [Estimate] = []
    while estimates.count < moments.count {
      for definition in MetricCatalog.all {
        for _ in 0..<cellCount {
          estimates.append(
            moments.estimate(
              column: estimates.count, within: definition.bounds, quantiles: &quantiles))
        }
      }
    }
    return estimates
  }
}
