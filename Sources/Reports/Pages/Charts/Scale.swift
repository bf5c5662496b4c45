/// Values on a line of pixels, with round numbers at its ticks.
///
///     let scale = Scale(0...0.26, pixels: 100...300, most: 5)
///     scale.ticks     // 0, 0.1, 0.2, 0.3
///     scale.at(0.15)  // 200
struct Scale {
  /// The values at the ends.
  let domain: ClosedRange<Double>
  private let first: Double
  private let last: Double
  /// Round values, in ascending order.
  let ticks: [Double]
  /// Decimals that tell the ticks apart.
  let decimals: Int

  /// Makes a scale that holds all values of a range.
  ///
  /// - Parameters:
  ///   - first: The pixel of the lower end.
  ///   - last: The pixel of the upper end; below `first` for an axis that points up.
  ///   - most: The number of ticks that there is room for, at least two.
  ///   - isRound: Whether the ends move out to ticks.
  init(
    _ range: ClosedRange<Double>, from first: Double, to last: Double, most: Int,
    isRound: Bool = true
  ) {
    var (low, high) = (range.lowerBound, range.upperBound)
    if !(high > low) {
      let margin = low == 0 ? 1 : low.magnitude * 0.1
      (low, high) = (low - margin, high + margin)
    }
    let step = Scale.step(for: (high - low) / Double(max(1, most - 1)))
    let from = (low / step.size).rounded(isRound ? .down : .up)
    let to = (high / step.size).rounded(isRound ? .up : .down)
    ticks = stride(from: from, through: max(from, to), by: 1).map { tick in
      // A division keeps values such as 0.3 exact where the step is a power of ten below one.
      step.size < 1 ? tick * step.mantissa / step.divisor : tick * step.size
    }
    domain =
      isRound && ticks.count > 1 ? ticks[0]...ticks[ticks.count - 1] : low...high
    decimals = step.decimals
    self.first = first
    self.last = last
  }

  /// The pixel of a value.
  func at(_ value: Double) -> Double {
    let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    return first + min(max(share, 0), 1) * (last - first)
  }

  private static func step(
    for size: Double
  ) -> (size: Double, mantissa: Double, divisor: Double, decimals: Int) {
    var (power, divisor) = (1.0, 1.0)
    var decimals = 0
    if size >= 1 {
      while power * 10 <= size { power *= 10 }
    } else {
      while 1 / divisor > size, decimals < 12 {
        divisor *= 10
        decimals += 1
      }
    }
    let rest = size * divisor / power
    let mantissa: Double = rest <= 1.0001 ? 1 : rest <= 2.0001 ? 2 : rest <= 5.0001 ? 5 : 10
    let step = mantissa * power / divisor
    return (step, mantissa * power, divisor, mantissa == 10 ? max(0, decimals - 1) : decimals)
  }
}
