import CaseloadModel
import ScenarioFormat

/// What each organisation of a sector found, over all its clients and the window.
package struct OrganisationResults: Sendable {
  /// The sector.
  package let sector: Sector
  /// Values per finished replication, by organisation, then metric.
  let values: ReplicationValues
  /// Denominators, in the layout of `values`.
  let weights: ReplicationValues

  /// Number of organisations.
  package var count: Int { sector.organisations.count }
  /// Whether values are kept.
  package var isKept: Bool { values.count > 0 }

  /// The values of metrics, read once.
  ///
  /// - Complexity: O(replications x organisations x metrics)
  package func table() -> OrganisationTable { OrganisationTable(self) }
}

/// Values by metric, organisation and replication.
package struct OrganisationTable: Sendable {
  /// The sector.
  package let sector: Sector
  /// Number of finished replications.
  package let replications: Int
  private let values: [Double]
  private let weights: [Double]

  init(_ results: OrganisationResults) {
    sector = results.sector
    replications = results.values.count
    let organisations = results.count
    let metrics = Metric.allCases.count
    var values = [Double](repeating: .nan, count: metrics * organisations * replications)
    var weights = values
    for replication in 0..<replications {
      let row = results.values[replication]
      let denominators = results.weights[replication]
      for organisation in 0..<organisations {
        for metric in 0..<metrics {
          let cell = (metric * organisations + organisation) * replications + replication
          values[cell] = row[organisation * metrics + metric]
          weights[cell] = denominators[organisation * metrics + metric]
        }
      }
    }
    self.values = values
    self.weights = weights
  }

  private func cells(_ metric: Metric, _ organisation: Int) -> Range<Int> {
    let start = (metric.rawValue * sector.organisations.count + organisation) * replications
    return start..<start + replications
  }

  /// The values of one organisation, by replication; NaN where the metric does not exist.
  package func values(_ metric: Metric, organisation: Int) -> ArraySlice<Double> {
    values[cells(metric, organisation)]
  }

  /// The estimate of a metric in one organisation: the ratio of totals over replications.
  package func estimate(
    _ metric: Metric, organisation: Int, confidence: Double = 0.95
  ) -> Estimate {
    let cells = cells(metric, organisation)
    return Estimate(
      ofRatios: cells.map { (values[$0], weight: weights[$0]) }, confidence: confidence,
      bounds: MetricCatalog[metric].bounds)
  }

  // MARK: - Between organisations

  /// How a metric is distributed between organisations, each counting once.
  package func distribution(_ metric: Metric) -> SectorDistributionEstimate {
    var means: [Double] = []
    var quantiles: [[Double]] = [[], [], []]
    for replication in 0..<replications {
      let found = sector.organisations.indices.map {
        values[cells(metric, $0).lowerBound + replication]
      }.filter(\.isFinite).sorted()
      guard !found.isEmpty else { continue }
      means.append(found.reduce(0, +) / Double(found.count))
      for (place, share) in [0.1, 0.5, 0.9].enumerated() {
        quantiles[place].append(OrganisationTable.quantile(found, share))
      }
    }
    let bounds = MetricCatalog[metric].bounds
    return SectorDistributionEstimate(
      mean: Estimate(of: means, bounds: bounds), p10: Estimate(of: quantiles[0], bounds: bounds),
      p50: Estimate(of: quantiles[1], bounds: bounds),
      p90: Estimate(of: quantiles[2], bounds: bounds), variance: variance(metric))
  }

  /// A quantile of sorted numbers, between neighbours in proportion.
  ///
  /// Source: definition 7 of Hyndman and Fan 1996, doi:10.1080/00031305.1996.10473566.
  static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let low = Int(place)
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
  }

  /// The share of organisations that meet a condition, per replication; organisations in which the metric does
  /// not exist do not count.
  package func shares(_ metric: Metric, _ condition: SectorCondition) -> [Double] {
    (0..<replications).map { replication in
      let found = sector.organisations.indices.map {
        values[cells(metric, $0).lowerBound + replication]
      }.filter(\.isFinite)
      return Double(found.count(where: condition.holds)) / Double(found.count)
    }
  }

  /// The share of organisations that meet a condition on a metric or on a draw, per replication.
  package func shares(meeting condition: SectorCondition) -> [Double] {
    if let metric = Metric(id: condition.quantity) { return shares(metric, condition) }
    let known = sector.organisations.compactMap { $0.quantity(condition.quantity) }
    let share = Double(known.count(where: condition.holds)) / Double(known.count)
    return Array(repeating: share, count: replications)
  }

  /// The share of organisations that a sector tells, per replication.
  package func shares(_ share: Sector.Share) -> [Double] {
    if let condition = share.condition, let metric = Metric(id: condition.quantity) {
      return shares(metric, condition)
    }
    let part = Double(share.positions.count) / Double(sector.organisations.count)
    return Array(repeating: part, count: replications)
  }

  /// The variance between organisations and that from replication to replication within them.
  ///
  /// Algorithm: the analysis of variance of one random factor (Searle, Casella and McCulloch 1992, "Variance
  /// Components", section 3.6); a negative component between organisations counts as 0.
  package func variance(_ metric: Metric) -> VarianceParts {
    var rows: [[Double]] = []
    for organisation in sector.organisations.indices {
      let found = values(metric, organisation: organisation)
      if found.allSatisfy(\.isFinite) { rows.append(Array(found)) }
    }
    guard rows.count > 1, replications > 1 else {
      return VarianceParts(between: .nan, within: .nan)
    }
    let count = Double(replications)
    let means = rows.map { $0.reduce(0, +) / count }
    let mean = means.reduce(0, +) / Double(means.count)
    var within = 0.0
    for (row, own) in zip(rows, means) {
      for value in row { within += (value - own) * (value - own) }
    }
    within /= Double(rows.count) * (count - 1)
    var between = 0.0
    for own in means { between += (own - mean) * (own - mean) }
    between /= Double(rows.count - 1)
    return VarianceParts(between: max(0, between - within / count), within: within)
  }

  // MARK: - Ranks

  /// The rank of every organisation by a metric, the lowest value first, with intervals that hold together.
  ///
  /// An organisation ranks above all whose interval ends below its own, and below all whose interval begins
  /// above it; with intervals of 1 - 0.05 / n each, all ranks lie within theirs in 95 % of studies. Without two
  /// replications nothing is known of the ranks.
  ///
  /// Source: Klein, Wright and Wieczorek 2020, doi:10.1111/rssc.12402.
  /// - Complexity: O(n log n)
  package func ranks(_ metric: Metric) -> [OrganisationRank?] {
    let estimates = sector.organisations.indices.map {
      estimate(
        metric, organisation: $0, confidence: 1 - 0.05 / Double(sector.organisations.count))
    }
    let ranked = estimates.indices.filter { estimates[$0].mean.isFinite }
    func low(_ index: Int) -> Double {
      estimates[index].halfWidth.isFinite ? estimates[index].low : -.infinity
    }
    func high(_ index: Int) -> Double {
      estimates[index].halfWidth.isFinite ? estimates[index].high : .infinity
    }
    let means = ranked.map { estimates[$0].mean }.sorted()
    let lows = ranked.map(low).sorted()
    let highs = ranked.map(high).sorted()
    return estimates.indices.map { index in
      guard estimates[index].mean.isFinite else { return nil }
      let below = OrganisationTable.count(highs) { $0 < low(index) }
      let above = lows.count - OrganisationTable.count(lows) { $0 <= high(index) }
      return OrganisationRank(
        rank: OrganisationTable.count(means) { $0 < estimates[index].mean } + 1, low: below + 1,
        high: ranked.count - above)
    }
  }

  /// How many of some sorted numbers, the first ones, pass a test.
  private static func count(_ sorted: [Double], _ test: (Double) -> Bool) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if test(sorted[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// How a metric is distributed between organisations.
package struct SectorDistributionEstimate: Sendable {
  /// The mean over organisations, each counting once.
  package let mean: Estimate
  /// The value that a tenth of the organisations does not exceed.
  package let p10: Estimate
  /// The value that half of the organisations does not exceed.
  package let p50: Estimate
  /// The value that nine tenths of the organisations do not exceed.
  package let p90: Estimate
  /// The variance between and within organisations.
  package let variance: VarianceParts
}

/// Two parts of a variance.
public struct VarianceParts: Sendable, Equatable {
  /// The variance between what organisations have in the long run.
  public let between: Double
  /// The variance from replication to replication within an organisation.
  public let within: Double

  /// The part of the variance that lies between organisations.
  public var shareBetween: Double { between / (between + within) }
}

/// The rank of an organisation and the ranks that it may have.
package struct OrganisationRank: Sendable, Equatable {
  /// The rank by its mean, from 1.
  package let rank: Int
  /// The lowest rank that it may have.
  package let low: Int
  /// The highest rank that it may have.
  package let high: Int
}
