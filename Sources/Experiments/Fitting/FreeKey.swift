import ScenarioFormat
import SimulationKernel

/// A key that a fit may move, and the range over which it does.
///
///     let key = FreeKey(try VariedRange("outflow.rates.work.workPerYear=0.1:0.4"))
///     key.value(at: 0.5)  // 0.2: halfway on the scale of ratios
package struct FreeKey: Sendable, Equatable {
  /// The key and its ends.
  package let range: VariedRange
  /// The name of the only scenario in which it is moved; `nil` means in all of them.
  package let scenario: String?
  /// Whether places are those of the logarithm, so that equal steps are equal ratios.
  package let isLogarithmic: Bool

  /// Where whole numbers have the five digits that fitted numbers keep, so that files can be read.
  private static let firstWhole = 1e4
  /// The ratio of the ends from which a range of positive numbers is one of ratios.
  static let logarithmicFrom = 2.0

  /// Makes a free key; a range of positive numbers whose ends differ by a factor of 2 or more has places of ratios.
  package init(_ range: VariedRange, scenario: String? = nil) {
    self.range = range
    self.scenario = scenario
    isLogarithmic =
      range.kind == .number && range.low > 0 && range.high / range.low >= FreeKey.logarithmicFrom
      && !FreeKey.isShare(range.key)
  }

  private static func isShare(_ key: String) -> Bool {
    guard case .number(let bounds)? = ParameterTable.parameter(at: key)?.shape else { return false }
    return bounds.highest <= 1
  }

  /// The key path.
  package var key: String { range.key }

  /// How the key is told apart: the path, behind the scenario if it is of one only.
  package var label: String { scenario.map { $0 + ":" + key } ?? key }

  /// The value at a place of 0…1, with few digits.
  package func value(at place: Double) -> Double {
    let place = min(1, max(0, place))
    guard range.kind == .number else { return range.value(atShare: min(place, 1)) }
    let value =
      isLogarithmic
      ? range.low * Elementary.exp(place * Elementary.log(range.high / range.low))
      : range.low + place * (range.high - range.low)
    return min(range.high, max(range.low, FreeKey.rounded(value)))
  }

  /// The place of a value, within 0…1.
  package func place(of value: Double) -> Double {
    let place: Double
    if range.kind != .number {
      place = (value - range.low + 0.5) / (range.high - range.low + 1)
    } else if isLogarithmic {
      place =
        value > 0 ? Elementary.log(value / range.low) / Elementary.log(range.high / range.low) : 0
    } else {
      place = (value - range.low) / (range.high - range.low)
    }
    return min(1, max(0, place))
  }

  /// The value at a place as an override writes it.
  package func text(at place: Double) -> String { range.text(of: value(at: place)) }

  /// A number with few significant digits.
  static func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite, value.magnitude > 1e-12 else { return value }
    var scale = 1.0
    while value.magnitude * scale < firstWhole { scale *= 10 }
    return (value * scale).rounded() / scale
  }
}
