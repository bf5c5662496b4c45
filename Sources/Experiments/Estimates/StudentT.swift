/// Student's t distribution for whole degrees of freedom, in basic operations only.
///
/// Algorithm: the finite trigonometric sums of Abramowitz and Stegun 1964, 26.7.3 and 26.7.4.
enum StudentT {
  /// The chance of a value between `-t` and `t`.
  ///
  /// - Complexity: O(`degreesOfFreedom`)
  static func centralProbability(_ t: Double, degreesOfFreedom: Int) -> Double {
    let freedom = Double(degreesOfFreedom)
    let root = (freedom + t * t).squareRoot()
    let sine = t / root
    let cosine = freedom.squareRoot() / root
    let isEven = degreesOfFreedom % 2 == 0
    var term = isEven ? 1 : cosine
    var sum = degreesOfFreedom == 1 ? 0 : term
    var factor = isEven ? 2 : 3
    while factor <= degreesOfFreedom - 2 {
      term *= cosine * cosine * Double(factor - 1) / Double(factor)
      sum += term
      factor += 2
    }
    if isEven { return sine * sum }
    return 2 / Double.pi * (arcTangent(t / freedom.squareRoot()) + sine * sum)
  }

  /// The value below which a share of `p` lies; `p` in 0.5..<1.
  static func quantile(_ p: Double, degreesOfFreedom: Int) -> Double {
    precondition(p >= 0.5 && p < 1, "p must lie in 0.5..<1, not \(p)")
    precondition(degreesOfFreedom >= 1, "degrees of freedom must be positive")
    let target = 2 * p - 1
    var low = 0.0
    var high = 1.0
    while centralProbability(high, degreesOfFreedom: degreesOfFreedom) < target { high *= 2 }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return high }
      if centralProbability(middle, degreesOfFreedom: degreesOfFreedom) < target {
        low = middle
      } else {
        high = middle
      }
    }
  }

  /// The arc tangent of a value that is not negative, by halving the angle and a power series.
  private static func arcTangent(_ value: Double) -> Double {
    var x = value
    var scale = 1.0
    while x > 0.1 {
      x = x / (1 + (1 + x * x).squareRoot())
      scale *= 2
    }
    var sum = 0.0
    for power in stride(from: 25, through: 1, by: -2) {
      sum = 1 / Double(power) - sum * x * x
    }
    return scale * x * sum
  }
}
