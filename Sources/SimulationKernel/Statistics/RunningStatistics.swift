/// Count, mean, variance and range of values as they come, without keeping them.
///
/// A value that is not a number makes mean, variance and range NaN, so that it cannot go unseen; an
/// infinite one makes the mean infinite or NaN and the variance NaN.
///
/// Algorithm: Welford 1962, doi:10.1080/00401706.1962.10490022; merging after Chan, Golub and LeVeque
/// 1983, doi:10.1080/00031305.1983.10483115. Relative error of the variance of order count x epsilon.
@frozen
public struct RunningStatistics: Sendable, Equatable {
  /// Number of values.
  public private(set) var count = 0
  /// The mean; NaN without values.
  public var mean: Double { count > 0 ? average : .nan }
  /// The smallest value; infinity without values, NaN when one was NaN.
  public private(set) var minimum = Double.infinity
  /// The largest value; minus infinity without values, NaN when one was NaN.
  public private(set) var maximum = -Double.infinity
  /// The mean so far; 0 without values.
  private var average = 0.0
  /// Sum of squared distances from the mean.
  private var squares = 0.0

  /// Makes statistics of no values.
  public init() {}

  /// Makes statistics of values in order.
  public init(_ values: [Double]) {
    for value in values { add(value) }
  }

  /// Makes statistics of one value a number of times.
  ///
  /// - Precondition: `count >= 0`.
  public init(repeating value: Double, count: Int) {
    precondition(count >= 0, "statistics need a number of values of at least 0, not \(count)")
    guard count > 0 else { return }
    add(value)
    self.count = count
  }

  /// Adds a value.
  ///
  /// - Complexity: O(1).
  public mutating func add(_ value: Double) {
    count += 1
    let gap = value - average
    average += gap / Double(count)
    squares += gap * (value - average)
    if !(value >= minimum) { minimum = lesser(value, minimum) }
    if !(value <= maximum) { maximum = -lesser(-value, -maximum) }
  }

  /// Adds the values behind other statistics.
  ///
  /// Merging in a fixed order gives the same bits whoever gathered the parts.
  public mutating func merge(_ other: RunningStatistics) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let total = Double(count + other.count)
    let gap = other.average - average
    squares += other.squares + gap * gap * (Double(count) * Double(other.count) / total)
    average += gap * Double(other.count) / total
    count += other.count
    minimum = lesser(minimum, other.minimum)
    maximum = -lesser(-maximum, -other.maximum)
  }

  /// The lesser of two numbers, NaN when one of them is.
  private func lesser(_ a: Double, _ b: Double) -> Double {
    a.isNaN || a < b ? a : b
  }

  /// The sample variance; NaN below two values.
  public var variance: Double { count > 1 ? squares / Double(count - 1) : .nan }

  /// The sample standard deviation; NaN below two values.
  public var standardDeviation: Double { variance.squareRoot() }

  /// The standard error of the mean; NaN below two values.
  public var standardError: Double { (variance / Double(count)).squareRoot() }
}
