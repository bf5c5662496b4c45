/// What each replication contributes to a ratio of totals.
enum RatioContributions {
  /// The contributions, in order; NaN for a replication without a denominator.
  ///
  /// Their mean is the ratio of the totals, and their standard deviation that of the estimate:
  ///
  ///     RatioContributions.of([0.5, 0], weights: [2, 1])  // [0.555…, 0.111…], of mean 1/3
  static func of(_ values: [Double], weights: [Double]) -> [Double] {
    var moments = RatioMoments(columns: 1)
    for (value, weight) in zip(values, weights) {
      moments.add(value, weight: weight, column: 0)
    }
    return zip(values, weights).map { moments.contribution(of: $0, weight: $1, column: 0) }
  }
}

/// A ratio of totals as a mean: what each replication contributes, about the ratio of a first stage.
///
/// A procedure that takes replications one by one and compares means can so decide on ratios. The mean of
/// the contributions differs from the ratio of all totals by the product of two small things: how far the
/// first stage was off in the ratio, and in the denominator.
struct LinearisedRatio {
  private let ratio: Double
  private let meanWeight: Double

  /// Takes the ratio and the mean denominator of a first stage.
  init(values: [Double], weights: [Double]) {
    var top = 0.0
    var bottom = 0.0
    for (value, weight) in zip(values, weights) {
      top += value * weight
      bottom += weight
    }
    ratio = top / bottom
    meanWeight = bottom / Double(values.count)
  }

  /// What a replication contributes; not a number without a denominator.
  func contribution(of value: Double, weight: Double) -> Double {
    weight == meanWeight ? value : ratio + weight * (value - ratio) / meanWeight
  }
}
