import CaseloadModel
import ScenarioFormat

/// Totals above and below the line of some organisations together, over the window and per observation.
struct PooledSums: Sendable {
  private var tops: [Double]
  private var bottoms: [Double]
  private var seriesTops: [Double]
  private var seriesBottoms: [Double]
  private let observationDays: [Int]
  private let observationCount: Int
  private var events: Int
  private var clientYears: Double

  /// How metrics are pooled, by metric.
  private static let poolings = MetricCatalog.all.map(\.pooling)

  /// The totals of one organisation.
  ///
  /// - Parameter groups: Positions of the parts of the stock that are pooled, all clients first.
  init(_ outcome: ReplicationOutcome, groups: [Int]) {
    (tops, bottoms) = PooledSums.sums(outcome.values, outcome.weights, outcome.cellCount, groups)
    (seriesTops, seriesBottoms) = PooledSums.sums(
      outcome.series, outcome.seriesWeights, outcome.cellCount, groups)
    observationDays = outcome.observationDays
    observationCount = outcome.observationCount
    events = outcome.events
    clientYears = outcome.clientYears
  }

  /// Totals of rows of metrics by part of the stock.
  private static func sums(
    _ values: [Double], _ weights: [Double], _ cellCount: Int, _ groups: [Int]
  ) -> (tops: [Double], bottoms: [Double]) {
    let rows = values.count / cellCount
    let metricCount = poolings.count
    let stockRow = Metric.stockClients.rawValue
    var tops = [Double](repeating: 0, count: rows * groups.count)
    var bottoms = tops
    for row in 0..<rows {
      let metric = row % metricCount
      let stock = (row - metric + stockRow) * cellCount
      for (place, group) in groups.enumerated() {
        let (value, weight) = (values[row * cellCount + group], weights[row * cellCount + group])
        guard value.isFinite, weight > 0 else { continue }
        let cell = row * groups.count + place
        switch poolings[metric] {
        case .ratio: (tops[cell], bottoms[cell]) = (value * weight, weight)
        case .total: (tops[cell], bottoms[cell]) = (value, weight)
        case .clientsPerStaff where value > 0:
          let clients = values[stock + group]
          (tops[cell], bottoms[cell]) = (clients, clients / value)
        case .clientsPerStaff, .none: continue
        }
      }
    }
    return (tops, bottoms)
  }

  /// Adds the totals of organisations that stand behind these.
  mutating func add(_ others: PooledSums) {
    precondition(
      others.observationDays == observationDays, "organisations were observed on other days")
    PooledSums.add(others.tops, to: &tops)
    PooledSums.add(others.seriesTops, to: &seriesTops)
    PooledSums.add(others.bottoms, to: &bottoms)
    PooledSums.add(others.seriesBottoms, to: &seriesBottoms)
    events += others.events
    clientYears += others.clientYears
  }

  private static func add(_ others: [Double], to sums: inout [Double]) {
    for cell in sums.indices { sums[cell] += others[cell] }
  }

  /// What the organisations found together.
  func outcome(replication: Int, cellCount: Int, organisations: Int) -> ReplicationOutcome {
    func ratios(_ tops: [Double], _ bottoms: [Double]) -> (values: [Double], weights: [Double]) {
      var values = tops
      var weights = bottoms
      for cell in tops.indices {
        let metric = cell / cellCount % PooledSums.poolings.count
        switch PooledSums.poolings[metric] {
        case .ratio, .clientsPerStaff: values[cell] = tops[cell] / bottoms[cell]
        case .total:
          // Below the line of a total is the time, which the organisations have in common.
          weights[cell] = bottoms[cell] / Double(organisations)
          if bottoms[cell] == 0 { values[cell] = .nan }
        case .none: values[cell] = .nan
        }
      }
      return (values, weights)
    }
    let window = ratios(tops, bottoms)
    let series = ratios(seriesTops, seriesBottoms)
    return ReplicationOutcome(
      replication: replication, cellCount: cellCount, observationCount: observationCount,
      observationDays: observationDays, values: window.values, weights: window.weights,
      series: series.values, seriesWeights: series.weights, events: events,
      clientYears: clientYears)
  }
}
