/// Running ratios of totals of many quantities at once, one per column, with what an interval needs.
///
/// Replication `i` gives a ratio `x[i] = y[i] / w[i]`. Estimated is the ratio of the totals,
/// `R = sum y / sum w`, the mean of the ratios weighted by `w`; its standard error comes from the residuals
/// `w[i] (x[i] - R)`, whose sum is 0 (linearisation; Cochran 1977, "Sampling Techniques", third edition,
/// section 6.3). With equal weights this is the mean with the usual standard error.
///
/// Algorithm: weighted updating, West 1979, doi:10.1145/359146.359153; the residuals are kept about their
/// own weighted mean, so that nothing cancels and equal ratios leave a spread of exactly 0. The result
/// depends on the order of the values, so callers add replications in the order of their numbers.
struct RatioMoments: Sendable {
  private struct Column {
    /// Replications in which the ratio exists.
    var count = 0
    /// Sum of the weights.
    var weight = 0.0
    /// The ratio of the totals.
    var ratio = 0.0
    /// Sum of the squared weights.
    var square = 0.0
    /// Mean of the ratios by squared weight.
    var centre = 0.0
    /// Sum over replications of the squared weight times the squared distance from `centre`.
    var spread = 0.0
  }

  private var columns: [Column]

  /// Makes empty columns.
  init(columns: Int) { self.columns = Array(repeating: Column(), count: columns) }

  /// Number of columns.
  var count: Int { columns.count }

  /// Adds one ratio per column, in order; one without a denominator leaves its column as it is.
  ///
  /// - Complexity: O(`values.count`)
  mutating func add(row values: [Double], weights: [Double]) {
    precondition(
      values.count == columns.count && weights.count == columns.count,
      "a row has \(values.count) values and \(weights.count) weights, not \(columns.count)")
    for column in values.indices { add(values[column], weight: weights[column], column: column) }
  }

  /// Adds one ratio to a column; one without a denominator leaves it as it is.
  mutating func add(_ value: Double, weight: Double, column index: Int) {
    guard value.isFinite, weight > 0 else { return }
    var column = columns[index]
    column.count += 1
    column.weight += weight
    column.ratio += weight * (value - column.ratio) / column.weight
    let squared = weight * weight
    let difference = value - column.centre
    column.square += squared
    column.centre += squared * difference / column.square
    column.spread += squared * difference * (value - column.centre)
    columns[index] = column
  }

  /// The estimate of one column; the interval stays within the bounds of the quantity.
  func estimate(
    column index: Int, within bounds: ClosedRange<Double>, quantiles: inout StudentQuantiles
  ) -> Estimate {
    let column = columns[index]
    guard column.count > 0 else { return .undefined }
    guard column.count > 1 else {
      return Estimate(
        count: column.count, mean: column.ratio, standardDeviation: .nan, halfWidth: .nan)
    }
    let shift = column.centre - column.ratio
    let squares = column.spread + column.square * shift * shift
    let count = Double(column.count)
    let deviation = (squares / (count - 1)).squareRoot() / (column.weight / count)
    let halfWidth = quantiles.value(count: column.count) * deviation / count.squareRoot()
    return Estimate(
      count: column.count, mean: column.ratio, standardDeviation: deviation, halfWidth: halfWidth,
      bounds: bounds)
  }

  /// What a replication contributes to the estimate of a column.
  ///
  /// That is the ratio of the totals plus its residual over the mean weight. The contributions have the mean and the spread of the estimate; with
  /// equal weights they are the ratios themselves.
  ///
  /// Source: the linearised variate of Särndal, Swensson and Wretman 1992, "Model Assisted Survey
  /// Sampling", section 5.5.
  func contribution(of value: Double, weight: Double, column index: Int) -> Double {
    let column = columns[index]
    guard value.isFinite, weight > 0, column.count > 0 else { return .nan }
    let meanWeight = column.weight / Double(column.count)
    if weight == meanWeight { return value }
    return column.ratio + weight * (value - column.ratio) / meanWeight
  }
}
