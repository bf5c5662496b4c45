/// The mean of a quantity over replications, with its 95 % confidence interval.
///
/// A quantity that is defined in no replication has a mean of NaN; one that is defined in fewer than
/// two has no spread, so the standard deviation and both bounds are NaN.
public struct Estimate: Sendable, Equatable {
  /// Replications in which the quantity is defined.
  public let count: Int
  /// The mean.
  public let mean: Double
  /// The standard deviation between replications, with `count - 1` degrees of freedom.
  public let standardDeviation: Double
  /// Half the width of the 95 % interval.
  public let halfWidth: Double

  /// The lower end of the 95 % interval.
  public var low: Double { mean - halfWidth }
  /// The upper end of the 95 % interval.
  public var high: Double { mean + halfWidth }
  /// The half-width as a share of the mean, without sign; NaN when it is not defined.
  public var relativeHalfWidth: Double { mean == 0 ? .nan : abs(halfWidth / mean) }

  /// The estimate of a quantity that was never defined.
  public static let undefined = Estimate(
    count: 0, mean: .nan, standardDeviation: .nan, halfWidth: .nan)

  /// Makes an estimate from its parts.
  public init(count: Int, mean: Double, standardDeviation: Double, halfWidth: Double) {
    self.count = count
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.halfWidth = halfWidth
  }

  /// Makes the estimate of the finite values, taken in order.
  ///
  /// - Parameter confidence: The coverage of the interval if the values were normal.
  public init(of values: some Sequence<Double>, confidence: Double = 0.95) {
    var moments = ColumnMoments(columns: 1)
    for value in values { moments.add(value, column: 0) }
    var quantiles = StudentQuantiles(confidence: confidence)
    self = moments.estimate(column: 0, quantiles: &quantiles)
  }
}
