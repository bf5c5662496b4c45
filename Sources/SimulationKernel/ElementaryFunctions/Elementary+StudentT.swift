extension Elementary {
  /// The regularised incomplete beta function I(x; a, b); error below 1e-12.
  ///
  /// Algorithm: continued fraction after Lentz (Abramowitz and Stegun 1964, 26.5.8).
  ///
  /// - Precondition: `a > 0`, `b > 0`, `0 <= x <= 1`.
  public static func betaCumulative(_ x: Double, _ a: Double, _ b: Double) -> Double {
    precondition(a > 0 && b > 0 && x >= 0 && x <= 1, "betaCumulative needs a, b > 0 and x in 0...1")
    if x == 0 || x == 1 { return x }
    if x > (a + 1) / (a + b + 2) { return 1 - betaCumulative(1 - x, b, a) }
    let front = exp(
      a * log(x) + b * log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b))
    return front * betaFraction(x, a, b) / a
  }

  private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var value = d
    var m = 1.0
    while m < 10_000 {
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / kept(1 + even * d)
      c = kept(1 + even / c)
      value *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / kept(1 + odd * d)
      c = kept(1 + odd / c)
      value *= d * c
      if (d * c - 1).magnitude < 1e-16 { break }
      m += 1
    }
    return value
  }

  /// The chance that a number of Student's t distribution is at most `t`; NaN for NaN.
  ///
  /// Above a million degrees of freedom, where logarithms of the gamma function cancel, it is that of
  /// a normal number with an error below 1e-12 (Abramowitz and Stegun 1964, 26.7.8).
  ///
  /// - Precondition: the degrees of freedom are positive.
  public static func studentTCumulative(_ t: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0, "degrees of freedom must be positive")
    if t.isNaN || degreesOfFreedom == .infinity { return normalCumulative(t) }
    let square = t * t
    if degreesOfFreedom > 1e6 {
      let root = (1 + square / (2 * degreesOfFreedom)).squareRoot()
      return normalCumulative(t * (1 - 1 / (4 * degreesOfFreedom)) / root)
    }
    let tail =
      0.5
      * betaCumulative(degreesOfFreedom / (degreesOfFreedom + square), degreesOfFreedom / 2, 0.5)
    return t < 0 ? tail : 1 - tail
  }

  /// The number below which a share `p` of Student's t distribution lies; relative error below 1e-10.
  ///
  /// By halving an interval until it holds no other number: slow but sure.
  ///
  /// - Precondition: `0 < p < 1`, and the degrees of freedom are positive.
  public static func studentTQuantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    precondition(p > 0 && p < 1, "studentTQuantile needs a share between 0 and 1")
    precondition(degreesOfFreedom > 0, "degrees of freedom must be positive")
    if p == 0.5 { return 0 }
    if degreesOfFreedom == .infinity { return normalQuantile(p) }
    if p < 0.5 { return -studentTQuantile(1 - p, degreesOfFreedom: degreesOfFreedom) }
    var low = 0.0
    var high = 1.0
    while high < 1e300 && studentTCumulative(high, degreesOfFreedom: degreesOfFreedom) < p {
      low = high
      high *= 2
    }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return high }
      if studentTCumulative(middle, degreesOfFreedom: degreesOfFreedom) < p {
        low = middle
      } else {
        high = middle
      }
    }
  }
}
