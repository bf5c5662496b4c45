import ScenarioFormat
import SimulationKernel

/// One or both ends of a range.
package enum RangeEnds: String, Sendable {
  /// The lower end.
  case low
  /// The upper end.
  case high
  /// Both ends.
  case both

  /// The ends that are named; `nil` when none is.
  init?(low: Bool, high: Bool) {
    guard low || high else { return nil }
    self = low ? (high ? .both : .low) : .high
  }
}

// What lies beyond the range that was tried, within what the key may be.
extension FreeKey {
  private var shape: Parameter.Shape? { ParameterTable.parameter(at: key)?.shape }

  /// Whether the key may be lower than the range has it.
  package var mayGoLower: Bool {
    switch shape {
    case .number(let bounds): range.low > bounds.lowest
    case .integer(let whole): range.low > Double(whole.lowerBound)
    case .flag: false
    default: true
    }
  }

  /// Whether the key may be higher than the range has it.
  package var mayGoHigher: Bool {
    switch shape {
    case .number(let bounds): range.high < bounds.highest
    case .integer(let whole): range.high < Double(whole.upperBound)
    case .flag: false
    default: true
    }
  }

  /// A range that goes on by half of this one beyond the given ends, as far as the key may, as `KEY=low:high`.
  ///
  ///     FreeKey(try VariedRange("staffing.fte=10:18")).wider(at: .high)  // "staffing.fte=10:22"
  package func wider(at ends: RangeEnds) -> String {
    let low = ends == .high || !mayGoLower ? range.low : beyond(range.low, isLow: true)
    let high = ends == .low || !mayGoHigher ? range.high : beyond(range.high, isLow: false)
    return "\(label)=\(range.text(of: low)):\(range.text(of: high))"
  }

  /// A value half a range beyond an end, or halfway to the limit of the key where that is nearer and cannot be reached.
  private func beyond(_ end: Double, isLow: Bool) -> Double {
    let step = isLogarithmic ? (range.high / range.low).squareRoot() : (range.high - range.low) / 2
    var value =
      isLogarithmic ? (isLow ? end / step : end * step) : (isLow ? end - step : end + step)
    if case .number(let bounds)? = shape, !bounds.contains(value) {
      let limit = isLow ? bounds.lowest : bounds.highest
      value = bounds.contains(limit) ? limit : (end + limit) / 2
    }
    if case .integer(let whole)? = shape {
      value = min(Double(whole.upperBound), max(Double(whole.lowerBound), value.rounded()))
    }
    let short = FreeKey.rounded(value, toDigits: 3)
    let isFurther = isLow ? short < end : short > end
    if case .number(let bounds)? = shape, !bounds.contains(short) { return value }
    return isFurther && range.kind == .number ? short : value
  }

  private static func rounded(_ value: Double, toDigits digits: Int) -> Double {
    guard value != 0, value.isFinite, value.magnitude > 1e-12 else { return value }
    var scale = 1.0
    for _ in 1..<digits { scale *= 10 }
    var unit = 1.0
    while value.magnitude / unit >= scale * 10 { unit *= 10 }
    while value.magnitude / unit < scale { unit /= 10 }
    return unit >= 1
      ? (value / unit).rounded() * unit : (value / unit).rounded() / (1 / unit).rounded()
  }
}
