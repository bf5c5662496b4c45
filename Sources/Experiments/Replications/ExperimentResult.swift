import CaseloadModel

/// What a run of a scenario found, ready to be reported.
public struct ExperimentResult: Sendable {
  /// The name of the scenario.
  public let scenarioName: String
  /// The SHA-256 of the resolved scenario, in hexadecimal digits.
  public var scenarioDigest: String
  /// The seed of all random numbers.
  public let seed: UInt64
  /// Replications that were planned.
  public let plannedReplications: Int
  /// Numbers of the replications that were finished, rising.
  public let finishedReplications: [Int]
  /// The parts for which metrics are kept beside the whole.
  public let parts: MetricParts
  /// Day numbers (days since 1970-01-01) of the observations.
  public let observationDays: [Int]
  /// Estimates over the window; index `metric.rawValue * cellCount + group`, group 0 being the whole.
  public let estimates: [Estimate]
  /// Estimates per observation; index `(observation * metricCount + metric) * cellCount + group`.
  public let series: [Estimate]
  /// Values over the window per finished replication, in the layout of `estimates`; empty if not kept.
  public let values: ReplicationValues
  /// Denominators of `values`, in their layout.
  public let weights: ReplicationValues
  /// Values per observation and finished replication, in the layout of `series`; empty if not kept.
  public let seriesValues: ReplicationValues
  /// Denominators of `seriesValues`, in their layout.
  public let seriesWeights: ReplicationValues
  /// Events that the engine executed.
  public let events: Int
  /// Client-years simulated, warm-up included.
  public let clientYears: Double
  /// The conservation law that was broken, if one was; such a result is not to be used.
  public let violation: InvariantViolation?
  /// What each organisation of a sector found; `nil` for a scenario of one organisation.
  package var organisations: OrganisationResults?

  /// Names of the groups of clients, without the group of all clients.
  public var groupNames: [String] { parts.clients }
  /// Number of columns of a metric: the whole and every part.
  public var cellCount: Int { parts.count + 1 }
  /// Whether the run was stopped before all planned replications were finished.
  public var isPartial: Bool { finishedReplications.count < plannedReplications }

  /// The estimate of a metric over the window; group 0 is all clients.
  public func estimate(_ metric: Metric, group: Int = 0) -> Estimate {
    estimates[metric.rawValue * cellCount + group]
  }

  /// The estimate of a metric at one observation; group 0 is all clients.
  public func estimate(_ metric: Metric, group: Int = 0, observation: Int) -> Estimate {
    series[(observation * Metric.allCases.count + metric.rawValue) * cellCount + group]
  }

  /// The value of a metric in one finished replication, by position; group 0 is all clients.
  public func value(_ metric: Metric, group: Int = 0, position: Int) -> Double {
    values[position][metric.rawValue * cellCount + group]
  }

  /// What each finished replication, by position, contributes to the estimate of a metric; group 0 is
  /// all clients.
  ///
  /// The mean of the contributions that exist is the ratio of totals over replications, and their spread
  /// that of the estimate: the ratio of the totals plus the replication's residual over the mean weight.
  /// Where all replications have the same denominator they are the values themselves.
  ///
  /// - Parameter observation: The observation, or `nil` for the whole window.
  /// - Precondition: The values are kept, over the window or per observation as is asked.
  public func contributions(
    _ metric: Metric, group: Int = 0, observation: Int? = nil
  ) -> [Double] {
    let rows = observation == nil ? values : seriesValues
    precondition(
      rows.count == finishedReplications.count,
      "\(rows.count) replications are kept, not \(finishedReplications.count)")
    let row = (observation ?? 0) * Metric.allCases.count + metric.rawValue
    let column = row * cellCount + group
    let others = observation == nil ? weights : seriesWeights
    return RatioContributions.of(rows.map { $0[column] }, weights: others.map { $0[column] })
  }
}
