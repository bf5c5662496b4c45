/// Mean and variance over time of a quantity that changes in steps, such as the length of a line.
@frozen
public struct TimeWeightedStatistics: Sendable, Equatable {
  /// The present value.
  public private(set) var value: Double
  /// The largest value so far.
  public private(set) var maximum: Double
  private var start: Double
  private var last: Double
  private var area = 0.0
  private var squareArea = 0.0

  /// Starts at a moment with a value.
  public init(at time: Double, value: Double) {
    start = time
    last = time
    self.value = value
    maximum = value
  }

  /// The quantity takes another value.
  ///
  /// - Precondition: `time` is not before the last change.
  public mutating func change(to newValue: Double, at time: Double) {
    precondition(time >= last, "time-weighted statistics can not go back from \(last) to \(time)")
    area += value * (time - last)
    squareArea += value * value * (time - last)
    last = time
    value = newValue
    if newValue > maximum { maximum = newValue }
  }

  /// Forgets the past: the warm-up ends.
  public mutating func restart(at time: Double) {
    change(to: value, at: time)
    start = time
    area = 0
    squareArea = 0
    maximum = value
  }

  /// The integral of the value from the start to a moment.
  public func integral(to time: Double) -> Double { area + value * (time - last) }

  /// The mean over time up to a moment; NaN at the start itself.
  public func mean(to time: Double) -> Double { integral(to: time) / (time - start) }

  /// The variance over time up to a moment.
  public func variance(to time: Double) -> Double {
    let mean = mean(to: time)
    return (squareArea + value * value * (time - last)) / (time - start) - mean * mean
  }
}
