import CaseloadModel

/// What a run of a scenario found, ready to be reported.
public struct ExperimentResult: Sendable {
  /// The name of the scenario.
  public let scenarioName: String
  /// The SHA-256 of the resolved scenario, in hexadecimal digits.
  public let scenarioDigest: String
  /// The seed of all random numbers.
  public let seed: UInt64
  /// Replications that were planned.
  public let plannedReplications: Int
  /// Numbers of the replications that were finished, rising.
  public let finishedReplications: [Int]
  /// Names of the groups of clients, without the group of all clients.
  public let groupNames: [String]
  /// Day numbers (days since 1970-01-01) of the observations.
  public let observationDays: [Int]
  /// Estimates over the window; index `metric.rawValue * groupCount + group`, group 0 being all.
  public let estimates: [Estimate]
  /// Estimates per observation; index `(observation * metricCount + metric) * groupCount + group`.
  public let series: [Estimate]
  /// Values over the window per finished replication, in the layout of `estimates`; empty if not kept.
  public let values: ReplicationValues
  /// Values per observation and finished replication, in the layout of `series`; empty if not kept.
  public let seriesValues: ReplicationValues
  /// Events that the engine executed.
  public let events: Int
  /// Client-years simulated, warm-up included.
  public let clientYears: Double
  /// The conservation law that was broken, if one was; such a result is not to be used.
  public let violation: InvariantViolation?

  /// Number of groups, the group of all clients included.
  public var groupCount: Int { groupNames.count + 1 }
  /// Whether the run was stopped before all planned replications were finished.
  public var isPartial: Bool { finishedReplications.count < plannedReplications }

  /// The estimate of a metric over the window; group 0 is all clients.
  public func estimate(_ metric: Metric, group: Int = 0) -> Estimate {
    estimates[metric.rawValue * groupCount + group]
  }

  /// The estimate of a metric at one observation; group 0 is all clients.
  public func estimate(_ metric: Metric, group: Int = 0, observation: Int) -> Estimate {
    series[(observation * Metric.allCases.count + metric.rawValue) * groupCount + group]
  }

  /// The value of a metric in one finished replication, by position; group 0 is all clients.
  public func value(_ metric: Metric, group: Int = 0, position: Int) -> Double {
    values[position][metric.rawValue * groupCount + group]
  }

  /// The values of a metric in all finished replications, by position; group 0 is all clients.
  ///
  /// - Parameter observation: The observation, or `nil` for the whole window.
  /// - Precondition: The values are kept, over the window or per observation as is asked.
  public func values(_ metric: Metric, group: Int = 0, observation: Int? = nil) -> [Double] {
    let rows = observation == nil ? values : seriesValues
    precondition(
      rows.count == finishedReplications.count,
      "\(rows.count) replications are kept, not \(finishedReplications.count)")
    let row = (observation ?? 0) * Metric.allCases.count + metric.rawValue
    return rows.map { $0[row * groupCount + group] }
  }
}
