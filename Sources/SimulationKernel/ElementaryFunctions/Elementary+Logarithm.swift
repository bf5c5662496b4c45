extension Elementary {
  /// The natural logarithm; error below 0.57 ulp.
  ///
  /// Minus infinity for 0, NaN below 0 and for NaN, infinity for infinity.
  ///
  /// Algorithm: Tang 1990, doi:10.1145/98267.98294 (table of reciprocals, polynomial of the rest).
  ///
  /// - Complexity: about 25 operations.
  public static func log(_ x: Double) -> Double {
    guard x > 0, x < .infinity else {
      if x == 0 { return -.infinity }
      return x > 0 ? x : .nan
    }
    let parts = reduced(x)
    let r = parts.r
    let square = r * r
    let tail =
      square
      * (-0.5 + r * (1.0 / 3) + square
        * (-0.25 + r * 0.2 + square * (-1.0 / 6 + r * (1.0 / 7) - square * 0.125)))
    // The larger part is exact or zero, so its sum with r loses what `rest` recovers.
    let high = parts.high + r
    let rest = (parts.high - high) + r
    return high + (rest + parts.low + tail)
  }

  /// x = 2^e z with log(x) = high + low + log(1 + r), and |r| below 2^-6.9.
  private static func reduced(_ x: Double) -> (high: Double, low: Double, r: Double, rest: Double) {
    var bits = x.bitPattern
    var shift: Int64 = 0
    if bits < 0x0010_0000_0000_0000 {
      bits = (x * 0x1p54).bitPattern
      shift = -54
    }
    let offset = bits &- 0x3fe6_0000_0000_0000
    let index = Int(truncatingIfNeeded: offset >> 45) & 127
    let exponent = Int64(bitPattern: offset) >> 52
    let z = Double(bitPattern: bits &- (UInt64(bitPattern: exponent) << 52))
    let e = Double(exponent + shift)
    let inverse = ElementaryTables.logarithmInverse[index]
    // Both products are exact: 32 and 21 bits times ten bits.
    let upper = Double(bitPattern: z.bitPattern & 0xffff_ffff_ffe0_0000)
    let main = upper * inverse - 1
    let small = (z - upper) * inverse
    let r = main + small
    return (
      e * 0x1.62e42fefa3800p-1 + ElementaryTables.logarithmHigh[index],
      e * 0x1.ef35793c76730p-45 + ElementaryTables.logarithmLow[index], r, (main - r) + small
    )
  }

  /// The natural logarithm of `1 + x`, without cancellation near 0; error below 2 ulp.
  ///
  /// Minus infinity for -1 and NaN below.
  public static func log1p(_ x: Double) -> Double {
    if x.magnitude < 0x1p-54 { return x }
    let sum = 1 + x
    guard sum > 0, sum < .infinity else { return log(sum) }
    // What the sum lost, relative to it, is the first order of the correction.
    let lost = sum >= 2 ? 1 - (sum - x) : x - (sum - 1)
    return log(sum) + lost / sum
  }

  /// `x` to the power `y`; error below 1 ulp for results that are not subnormal.
  ///
  /// Special cases as in IEEE 754: `pow(x, 0)` and `pow(1, y)` are 1; a negative x needs a whole y.
  ///
  /// - Complexity: one logarithm to about 68 bits and one exponential.
  public static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    let isWhole = y.rounded(.towardZero) == y
    let isOdd = isWhole && y.magnitude < 0x1p53 && (y / 2).rounded(.towardZero) * 2 != y
    let sign: Double = (x.sign == .minus && isOdd) ? -1 : 1
    let size = x.magnitude
    if size == 0 || size == .infinity {
      return sign * ((size == 0) == (y > 0) ? 0 : .infinity)
    }
    if y.isInfinite {
      if size == 1 { return 1 }
      return (size > 1) == (y > 0) ? .infinity : 0
    }
    if x < 0 && !isWhole { return .nan }
    let logarithm = preciseLog(size)
    let high = y * logarithm.high
    guard high < 709.79 else { return sign * .infinity }
    guard high > -745.14 else { return sign * 0 }
    let low = productError(y, logarithm.high, high) + y * logarithm.low
    if high >= 709.782_712_893_384 && low >= 0 { return sign * .infinity }
    return sign * scaledExp(high, low)
  }

  /// The logarithm of a positive finite number in two parts, to about 68 bits.
  private static func preciseLog(_ x: Double) -> (high: Double, low: Double) {
    let parts = reduced(x)
    let r = parts.r
    let square = r * r
    let squareError = productError(r, r, square)
    let tail =
      square * r
      * (1.0 / 3 + r * -0.25 + square
        * (0.2 + r * (-1.0 / 6) + square * (1.0 / 7 + r * -0.125 + square * (1.0 / 9))))
    let first = parts.high + r
    let firstRest = (parts.high - first) + r
    let second = first - 0.5 * square
    let secondRest = (first - second) - 0.5 * square
    let rest =
      firstRest + secondRest + parts.low + parts.rest * (1 - r) - 0.5 * squareError + tail
    let high = second + rest
    return (high, (second - high) + rest)
  }

  /// What rounding took from the product of two numbers.
  ///
  /// Algorithm: Dekker 1971, doi:10.1007/BF01397083; exact unless a part over- or underflows.
  private static func productError(_ a: Double, _ b: Double, _ product: Double) -> Double {
    let a1 = Double(bitPattern: a.bitPattern & 0xffff_ffff_f800_0000)
    let b1 = Double(bitPattern: b.bitPattern & 0xffff_ffff_f800_0000)
    let a2 = a - a1
    let b2 = b - b1
    return ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2
  }
}
