import CaseloadModel

/// How a variant differs from a base, replication by replication.
///
/// Both were run with the same seed, so replication `r` of one sees the same clients, applications
/// and illnesses as replication `r` of the other (common random numbers; Law 2015, "Simulation
/// Modeling and Analysis", section 11.2). The differences per replication are independent, and their mean has
/// an interval by Student's t distribution that is narrower the better the pairs go together.
public struct PairedComparison: Sendable {
  /// The difference in one metric and group.
  public struct Difference: Sendable, Equatable {
    /// The mean of the base over the pairs.
    public let base: Double
    /// The mean of the variant over the pairs.
    public let variant: Double
    /// Variant less base, with its 95 % interval.
    public let estimate: Estimate
    /// Half the width of the interval that holds together with those of all other comparisons.
    public let simultaneousHalfWidth: Double
    /// Part of the variance that pairing took away: 1 less that of the differences over that of
    /// unpaired ones; NaN when neither side varies.
    public let varianceReduction: Double

    /// The lower end of the simultaneous interval.
    public var simultaneousLow: Double { estimate.mean - simultaneousHalfWidth }
    /// The upper end of the simultaneous interval.
    public var simultaneousHigh: Double { estimate.mean + simultaneousHalfWidth }
    /// Whether the simultaneous interval leaves out zero.
    public var isShown: Bool { simultaneousLow > 0 || simultaneousHigh < 0 }
  }

  /// The result to compare with.
  public let base: ExperimentResult
  /// The result that is compared.
  public let variant: ExperimentResult
  /// Number of intervals that are to hold at the same time.
  public let comparisons: Int
  /// Numbers of the replications that both results have.
  public let pairs: [Int]
  private let differences: [Difference]

  /// Compares two results.
  ///
  /// The simultaneous intervals have the level `1 - 0.05 / comparisons`, so all of them hold
  /// together with a chance of at least 95 % (Bonferroni).
  ///
  /// - Precondition: Seed and groups are the same in both, and `comparisons` is positive.
  public init(base: ExperimentResult, variant: ExperimentResult, comparisons: Int) {
    precondition(base.seed == variant.seed, "pairs need one seed")
    precondition(base.groupNames == variant.groupNames, "pairs need the same groups")
    let columns = PairedComparison.columns(of: variant.parts, in: base.parts)
    precondition(comparisons >= 1, "comparisons must be at least 1, not \(comparisons)")
    self.base = base
    self.variant = variant
    self.comparisons = comparisons
    let positions = PairedComparison.pairs(base.finishedReplications, variant.finishedReplications)
    pairs = positions.map { base.finishedReplications[$0.base] }
    differences = PairedComparison.differences(
      positions.lazy.map {
        Pair(
          base: base.values[$0.base], baseWeights: base.weights[$0.base],
          variant: PairedComparison.picked(columns, of: variant.values[$0.variant]),
          variantWeights: PairedComparison.picked(columns, of: variant.weights[$0.variant]))
      },
      cells: base.estimates.count, comparisons: comparisons)
  }

  /// The columns of a variant in the order of those of the base, -1 where it has none: roles and campaigns may differ;
  /// `nil` when both have the same.
  private static func columns(of variant: MetricParts, in base: MetricParts) -> [Int]? {
    guard variant != base else { return nil }
    var columns = [0]
    for groups in [MetricGroups.perGroup, .perRole, .perCampaign] {
      let others = variant.columns(of: groups)
      for part in base.columns(of: groups) {
        columns.append(others.first { $0.name == part.name }?.column ?? -1)
      }
    }
    let width = variant.names.count + 1
    return Metric.allCases.flatMap { metric in
      columns.map { $0 < 0 ? -1 : metric.rawValue * width + $0 }
    }
  }

  /// The values of columns; those of a column that does not exist are none.
  private static func picked(_ columns: [Int]?, of row: [Double]) -> [Double] {
    columns.map { $0.map { $0 < 0 ? .nan : row[$0] } } ?? row
  }

  /// The difference in a metric; group 0 is all clients.
  public func difference(_ metric: Metric, group: Int = 0) -> Difference {
    differences[metric.rawValue * base.cellCount + group]
  }

  /// Whether no figure of any replication differs.
  package var isWithoutDifference: Bool {
    differences.allSatisfy { difference in
      (difference.base == difference.variant || difference.base.isNaN && difference.variant.isNaN)
        && !(difference.estimate.halfWidth > 0)
    }
  }

  /// Positions of the replications that stand in both lists, which rise.
  static func pairs(_ base: [Int], _ variant: [Int]) -> [(base: Int, variant: Int)] {
    var pairs: [(base: Int, variant: Int)] = []
    var other = 0
    for (position, replication) in base.enumerated() {
      while other < variant.count, variant[other] < replication { other += 1 }
      if other < variant.count, variant[other] == replication { pairs.append((position, other)) }
    }
    return pairs
  }

  /// The ratios of one replication in both results, with their denominators.
  struct Pair {
    let base: [Double]
    let baseWeights: [Double]
    let variant: [Double]
    let variantWeights: [Double]

    /// Whether a cell exists in both.
    func has(_ cell: Int) -> Bool {
      base[cell].isFinite && variant[cell].isFinite && baseWeights[cell] > 0
        && variantWeights[cell] > 0
    }
  }

  /// The differences of all cells, from pairs of rows in the order of their replications.
  ///
  /// Each side is a ratio of totals over the pairs; the spread is that of the differences of what the
  /// replications contribute to it.
  static func differences(
    _ pairs: some Sequence<Pair>, cells: Int, comparisons: Int
  ) -> [Difference] {
    var ratios = RatioMoments(columns: 2 * cells)
    for pair in pairs {
      for cell in 0..<cells where pair.has(cell) {
        ratios.add(pair.base[cell], weight: pair.baseWeights[cell], column: 2 * cell)
        ratios.add(pair.variant[cell], weight: pair.variantWeights[cell], column: 2 * cell + 1)
      }
    }
    var moments = ColumnMoments(columns: 3 * cells)
    for pair in pairs {
      for cell in 0..<cells where pair.has(cell) {
        let base = ratios.contribution(
          of: pair.base[cell], weight: pair.baseWeights[cell], column: 2 * cell)
        let variant = ratios.contribution(
          of: pair.variant[cell], weight: pair.variantWeights[cell], column: 2 * cell + 1)
        moments.add(base, column: 3 * cell)
        moments.add(variant, column: 3 * cell + 1)
        moments.add(variant - base, column: 3 * cell + 2)
      }
    }
    var quantiles = StudentQuantiles()
    var simultaneous = StudentQuantiles(confidence: 1 - 0.05 / Double(comparisons))
    return (0..<cells).map { cell in
      let base = moments.estimate(column: 3 * cell, quantiles: &quantiles)
      let variant = moments.estimate(column: 3 * cell + 1, quantiles: &quantiles)
      let difference = moments.estimate(column: 3 * cell + 2, quantiles: &quantiles)
      let wide = moments.estimate(column: 3 * cell + 2, quantiles: &simultaneous)
      let unpaired =
        base.standardDeviation * base.standardDeviation
        + variant.standardDeviation * variant.standardDeviation
      let paired = difference.standardDeviation * difference.standardDeviation
      return Difference(
        base: base.mean, variant: variant.mean, estimate: difference,
        simultaneousHalfWidth: wide.halfWidth,
        varianceReduction: unpaired > 0 ? 1 - paired / unpaired : .nan)
    }
  }
}
