/// Mean and variance over time of a quantity that changes in steps, such as the length of a line.
///
/// The variance is kept about the running mean, so that it does not cancel for a small spread around a
/// large value. Stretches without length count for the maximum alone.
///
/// Algorithm: West 1979, doi:10.1145/359146.359153, with lengths of time as weights.
@frozen
public struct TimeWeightedStatistics: Sendable, Equatable {
  /// The present value.
  public private(set) var value: Double
  /// The largest value so far, however short it lasted.
  public private(set) var maximum: Double
  /// The moment at which it started.
  private var start: Double
  /// The moment of the last change.
  private var last: Double
  /// The integral of the value up to the last change.
  private var area = 0.0
  /// The mean up to the last change, and the integral of the squared distances from it.
  private var centre: Double
  /// The integral of the squared distances from the mean.
  private var spread = 0.0

  /// Starts at a moment with a value.
  ///
  /// - Precondition: both are finite.
  public init(at time: Double, value: Double) {
    precondition(
      time.isFinite && value.isFinite,
      "time-weighted statistics need a finite time and value, not \(time) and \(value)")
    start = time
    last = time
    self.value = value
    maximum = value
    centre = value
  }

  /// The quantity takes another value.
  ///
  /// - Precondition: `time` is finite and not before the last change; the value is finite.
  public mutating func change(to newValue: Double, at time: Double) {
    precondition(
      time >= last && time < .infinity && newValue.isFinite,
      "time-weighted statistics cannot go from \(last) to the value \(newValue) at \(time)")
    let length = time - last
    if length > 0 {
      area += value * length
      (centre, spread) = moments(length)
      last = time
    }
    value = newValue
    if newValue > maximum { maximum = newValue }
  }

  /// Mean and spread once the present value has lasted for a further, positive length of time.
  private func moments(_ length: Double) -> (centre: Double, spread: Double) {
    guard last > start else { return (value, 0) }
    let gap = value - centre
    let moved = centre + gap * (length / (last - start + length))
    // Rounding may carry the mean past the value.
    return (moved, spread + max(0, gap * (value - moved)) * length)
  }

  /// Forgets the past and keeps the value: the warm-up ends.
  public mutating func restart(at time: Double) {
    change(to: value, at: time)
    start = time
    last = time
    area = 0
    centre = value
    spread = 0
    maximum = value
  }

  /// The integral of the value from the start to a moment.
  ///
  /// - Precondition: `time` is not before the last change; this holds for mean and variance too.
  public func integral(to time: Double) -> Double {
    precondition(time >= last, "time-weighted statistics cannot look back from \(last) to \(time)")
    return area + value * (time - last)
  }

  /// The mean over time up to a moment; NaN at the start itself.
  public func mean(to time: Double) -> Double { integral(to: time) / (time - start) }

  /// The variance over time up to a moment, never negative; NaN at the start itself.
  public func variance(to time: Double) -> Double {
    precondition(time >= last, "time-weighted statistics cannot look back from \(last) to \(time)")
    let length = time - last
    return (length > 0 ? moments(length).spread : spread) / (time - start)
  }
}
