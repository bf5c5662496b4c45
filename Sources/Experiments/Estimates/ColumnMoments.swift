/// Running mean and variance of many quantities at once, one per column.
///
/// Algorithm: Welford 1962, doi:10.1080/00401706.1962.10490022. The result depends on the order of
/// the values, so callers add replications in the order of their numbers.
struct ColumnMoments: Sendable {
  private var counts: [Int]
  private var means: [Double]
  private var squares: [Double]

  /// Makes empty columns.
  init(columns: Int) {
    counts = Array(repeating: 0, count: columns)
    means = Array(repeating: 0, count: columns)
    squares = Array(repeating: 0, count: columns)
  }

  /// Adds one value per column, in order; one that is not finite leaves its column as it is.
  ///
  /// - Complexity: O(`values.count`)
  mutating func add(row values: [Double]) {
    precondition(
      values.count == means.count, "a row has \(values.count) values, not \(means.count)")
    for column in values.indices { add(values[column], column: column) }
  }

  /// Adds one value to a column; one that is not finite leaves it as it is.
  mutating func add(_ value: Double, column: Int) {
    guard value.isFinite else { return }
    counts[column] += 1
    let difference = value - means[column]
    means[column] += difference / Double(counts[column])
    squares[column] += difference * (value - means[column])
  }

  /// The estimate of one column.
  func estimate(column: Int, quantiles: inout StudentQuantiles) -> Estimate {
    let count = counts[column]
    guard count > 0 else { return .undefined }
    guard count > 1 else {
      return Estimate(
        count: count, mean: means[column], standardDeviation: .nan, halfWidth: .nan)
    }
    let deviation = (squares[column] / Double(count - 1)).squareRoot()
    let halfWidth = quantiles.value(count: count) * deviation / Double(count).squareRoot()
    return Estimate(
      count: count, mean: means[column], standardDeviation: deviation, halfWidth: halfWidth)
  }

  /// The estimates of all columns.
  func estimates(quantiles: inout StudentQuantiles) -> [Estimate] {
    means.indices.map { estimate(column: $0, quantiles: &quantiles) }
  }
}
