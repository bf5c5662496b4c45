import SimulationKernel

/// Which part of the variance of an output each input explains, alone and with others.
///
/// The output of a point is the mean over its replications. Two or more replications per point tell
/// apart what chance does to that mean: the indices are then shares of the variance of the expected
/// output, and do not depend on the number of replications apart from their precision. With a single
/// replication chance counts as one more input that is not listed: first-order indices are shares of a variance
/// that includes chance, and total ones include interactions with it.
public struct SobolIndices: Sendable, Equatable {
  /// An index with its 95 % interval.
  public struct Index: Sendable, Equatable {
    /// The estimate; chance may carry it out of 0…1, where every share lies.
    public let value: Double
    /// The lower end of the interval; NaN when there is none.
    public let low: Double
    /// The upper end of the interval; NaN when there is none.
    public let high: Double

    /// Whether the estimate is one that no share can have, so that it needs more rows.
    public var isOutsideRange: Bool { value < 0 || value > 1 }
  }

  /// Per input the share of the variance that it explains on its own.
  public let first: [Index]
  /// Per input the share that would remain if all other inputs were known.
  public let total: [Index]
  /// Rows that were used.
  public let rows: Int
  /// The mean of the output over the ranges.
  public let mean: Double
  /// The standard deviation of the (expected) output over the ranges.
  public let standardDeviation: Double
  /// The part of the variance of an output that is chance; NaN with one replication.
  public let noiseShare: Double

  /// Estimates the indices.
  ///
  /// First-order indices by Saltelli et al. 2010 (doi:10.1016/j.cpc.2009.09.018, table 2 b), total ones
  /// by Jansen 1999 (doi:10.1016/S0010-4655(98)00154-4), with outputs taken from their mean. Intervals
  /// are percentiles of estimates from rows that are drawn with replacement (Archer, Saltelli and Sobol
  /// 1997, doi:10.1080/00949659708811825).
  ///
  /// - Parameters:
  ///   - outputs: Per row and point of a `SobolDesign` the outputs of all replications, which are the
  ///     same ones for all points of a row. A row with an output that is not finite is left out.
  ///   - seed: The seed of the resampling.
  ///   - resamples: Resamples behind the intervals; with 0 there are none.
  /// - Complexity: O(rows x inputs x (replications + `resamples`))
  public init(outputs: [[[Double]]], seed: UInt64, resamples: Int = 1_000) {
    let used = outputs.filter { $0.allSatisfy { $0.allSatisfy(\.isFinite) } }
    let axes = (outputs.first?.count ?? 2) - 2
    rows = used.count
    let level = RunningStatistics(
      used.flatMap { $0.prefix(2).map { RunningStatistics($0).mean } }
    ).mean
    let sums = used.map { SobolSums(row: $0, level: level) }
    let all = SobolSums.total(of: sums, axes: axes)
    let moments = SobolMoments(all, rows: rows)
    mean = level + moments.mean
    standardDeviation = moments.variance.squareRoot()
    let replications = used.first?.first?.count ?? 0
    noiseShare = replications > 1 ? moments.noise / (moments.variance + moments.noise) : .nan
    var firsts = Array(repeating: [Double](), count: axes)
    var totals = Array(repeating: [Double](), count: axes)
    for resample in 0..<(rows > 1 ? resamples : 0) {
      var stream = DesignStream.bootstrap.stream(seed: seed, entity: resample)
      var drawn = SobolSums(axes: axes)
      for _ in 0..<rows { drawn.add(sums[stream.integer(below: rows)]) }
      let moments = SobolMoments(drawn, rows: rows)
      for axis in 0..<axes {
        firsts[axis].append(moments.first[axis])
        totals[axis].append(moments.total[axis])
      }
    }
    first = (0..<axes).map { SobolIndices.index(moments.first[$0], firsts[$0]) }
    total = (0..<axes).map { SobolIndices.index(moments.total[$0], totals[$0]) }
  }

  private static func index(_ value: Double, _ resampled: [Double]) -> Index {
    let finite = resampled.filter(\.isFinite)
    guard value.isFinite, finite.count == resampled.count, !finite.isEmpty else {
      return Index(value: value, low: .nan, high: .nan)
    }
    return Index(
      value: value, low: sampleQuantile(finite, 0.025), high: sampleQuantile(finite, 0.975))
  }
}

/// Sums over rows of everything that the indices need, so that resampling only adds.
private struct SobolSums {
  /// Outputs at A and B.
  var values = 0.0
  /// Their squares.
  var squares = 0.0
  /// The variance that chance gives each of them.
  var noise = 0.0
  /// Per input: B times the change from A to the mixed point, less what chance adds to it.
  var products: [Double]
  /// Per input: the change from A to the mixed point.
  var changes: [Double]
  /// Per input: half the square of that change, less what chance adds to it.
  var halfSquares: [Double]

  init(axes: Int) {
    products = Array(repeating: 0, count: axes)
    changes = Array(repeating: 0, count: axes)
    halfSquares = Array(repeating: 0, count: axes)
  }

  /// The contribution of one row, with outputs taken from `level`.
  init(row: [[Double]], level: Double) {
    self.init(axes: row.count - 2)
    let count = Double(row[0].count)
    let means = row.map { RunningStatistics($0).mean - level }
    values = means[0] + means[1]
    squares = means[0] * means[0] + means[1] * means[1]
    noise = (SobolSums.covariance(row[0], row[0]) + SobolSums.covariance(row[1], row[1])) / count
    for axis in products.indices {
      let change = means[axis + 2] - means[0]
      let changesByReplication = zip(row[axis + 2], row[0]).map { $0 - $1 }
      changes[axis] = change
      products[axis] =
        means[1] * change - SobolSums.covariance(row[1], changesByReplication) / count
      halfSquares[axis] =
        (change * change
          - SobolSums.covariance(changesByReplication, changesByReplication) / count) / 2
    }
  }

  static func total(of rows: [SobolSums], axes: Int) -> SobolSums {
    var sum = SobolSums(axes: axes)
    for row in rows { sum.add(row) }
    return sum
  }

  mutating func add(_ other: SobolSums) {
    values += other.values
    squares += other.squares
    noise += other.noise
    for axis in products.indices {
      products[axis] += other.products[axis]
      changes[axis] += other.changes[axis]
      halfSquares[axis] += other.halfSquares[axis]
    }
  }

  /// The covariance over replications; 0 with a single one, so that nothing is taken off.
  private static func covariance(_ x: [Double], _ y: [Double]) -> Double {
    guard x.count > 1 else { return 0 }
    let (meanX, meanY) = (RunningStatistics(x).mean, RunningStatistics(y).mean)
    let sum = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    return sum / Double(x.count - 1)
  }
}

/// Mean, variances and indices that follow from sums over rows.
private struct SobolMoments {
  let mean: Double
  let variance: Double
  let noise: Double
  let first: [Double]
  let total: [Double]

  init(_ sums: SobolSums, rows: Int) {
    let count = Double(rows)
    let mean = sums.values / (2 * count)
    let noise = sums.noise / (2 * count)
    let variance = (sums.squares - 2 * count * mean * mean) / (2 * count - 1) - noise
    self.mean = mean
    self.noise = noise
    self.variance = variance > 0 ? variance : .nan
    let divisor = self.variance * count
    first = sums.products.indices.map { (sums.products[$0] - mean * sums.changes[$0]) / divisor }
    total = sums.halfSquares.map { $0 / divisor }
  }
}
