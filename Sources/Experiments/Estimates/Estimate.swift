/// The mean of a quantity over replications, with its 95 % confidence interval.
///
/// For a ratio the mean is the ratio of totals over replications, and the standard deviation that of its
/// residuals; see `RatioMoments`.
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

  /// The values that the quantity can have; the interval is cut there, which takes nothing from its
  /// coverage.
  public let bounds: ClosedRange<Double>

  /// The lower end of the 95 % interval, within the bounds.
  public var low: Double {
    let end = mean - halfWidth
    return end < bounds.lowerBound ? bounds.lowerBound : end
  }
  /// The upper end of the 95 % interval, within the bounds.
  public var high: Double {
    let end = mean + halfWidth
    return end > bounds.upperBound ? bounds.upperBound : end
  }
  /// The half-width as a share of the mean, without sign; NaN when it is not defined.
  public var relativeHalfWidth: Double { mean == 0 ? .nan : abs(halfWidth / mean) }

  /// The estimate of a quantity that was never defined.
  public static let undefined = Estimate(
    count: 0, mean: .nan, standardDeviation: .nan, halfWidth: .nan)

  /// Makes an estimate from its parts.
  public init(
    count: Int, mean: Double, standardDeviation: Double, halfWidth: Double,
    bounds: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) {
    self.count = count
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.halfWidth = halfWidth
    self.bounds = bounds
  }

  /// Makes the estimate of the finite values, taken in order.
  ///
  /// - Parameters:
  ///   - confidence: The coverage of the interval if the values were normal.
  ///   - bounds: The values that the quantity can have.
  public init(
    of values: some Sequence<Double>, confidence: Double = 0.95,
    bounds: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) {
    let pairs = values.map { ($0, weight: 1.0) }
    self.init(ofRatios: pairs, confidence: confidence, bounds: bounds)
  }

  /// Makes the estimate of a ratio of totals from the ratios and their denominators, taken in order.
  ///
  ///     Estimate(ofRatios: [(0.5, weight: 2), (0, weight: 1)]).mean  // 1/3
  public init(
    ofRatios ratios: some Sequence<(Double, weight: Double)>, confidence: Double = 0.95,
    bounds: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) {
    var moments = RatioMoments(columns: 1)
    for (value, weight) in ratios { moments.add(value, weight: weight, column: 0) }
    var quantiles = StudentQuantiles(confidence: confidence)
    self = moments.estimate(column: 0, within: bounds, quantiles: &quantiles)
  }
}
