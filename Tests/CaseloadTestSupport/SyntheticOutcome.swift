import CaseloadModel

extension ReplicationOutcome {
  /// An outcome whose cells come from a function of metric and group; group 0 is all clients.
  ///
  /// The series are the values, at each observation higher by `growth`.
  public static func synthetic(
    replication: Int, cellCount: Int, observationDays: [Int] = [15_372, 15_400],
    growth: Double = 0, events: Int = 10, clientYears: Double = 1, value: (Metric, Int) -> Double
  ) -> ReplicationOutcome {
    var values: [Double] = []
    for metric in Metric.allCases {
      for group in 0..<cellCount { values.append(value(metric, group)) }
    }
    var series: [Double] = []
    for observation in observationDays.indices {
      series += values.map { $0 + growth * Double(observation) }
    }
    return ReplicationOutcome(
      replication: replication, cellCount: cellCount, observationCount: observationDays.count,
      observationDays: observationDays, values: values, series: series, events: events,
      clientYears: clientYears)
  }
}
