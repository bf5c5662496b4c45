extension Elementary {
  /// The sine of an angle in radians; error below 0.8 ulp up to 2^20, see ``cos(_:)``.
  public static func sin(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    if x.magnitude < 0x1p-27 { return x }
    let angle = reducedAngle(x)
    switch angle.quarter & 3 {
    case 0: return sine(angle.high, angle.low)
    case 1: return cosine(angle.high, angle.low)
    case 2: return -sine(angle.high, angle.low)
    default: return -cosine(angle.high, angle.low)
    }
  }

  /// The cosine of an angle in radians; error below 0.8 ulp up to 2^20.
  ///
  /// Beyond that the angle is first reduced by the nearest `Double` to a full turn, so that the
  /// result, still in -1…1 and the same everywhere, drifts from the true one.
  public static func cos(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    let angle = reducedAngle(x)
    switch angle.quarter & 3 {
    case 0: return cosine(angle.high, angle.low)
    case 1: return -sine(angle.high, angle.low)
    case 2: return -cosine(angle.high, angle.low)
    default: return sine(angle.high, angle.low)
    }
  }

  /// x less whole quarter turns, in two parts.
  ///
  /// Algorithm: Cody and Waite 1980, "Software Manual for the Elementary Functions": a quarter turn in
  /// three parts of 33 bits, exact in products with up to 20 bits.
  private static func reducedAngle(_ x: Double) -> (high: Double, low: Double, quarter: Int) {
    let angle = x.magnitude <= 0x1p20 ? x : x.remainder(dividingBy: 2 * Double.pi)
    let quarters = (angle * 0x1.45f306dc9c883p-1).rounded()
    let first = angle - quarters * 0x1.921fb54400000p0
    let second = quarters * 0x1.0b4611a600000p-34
    // Either part may be the larger one (Knuth's exact sum).
    let upper = first - second
    let taken = first - upper
    let upperRest = (first - (upper + taken)) + (taken - second)
    let third = quarters * 0x1.3198a2e037073p-69
    let high = upper + (upperRest - third)
    return (high, (upper - high) + (upperRest - third), Int(quarters))
  }

  /// The sine of `x + rest` for |x| up to an eighth of a turn: the power series.
  private static func sine(_ x: Double, _ rest: Double) -> Double {
    let z = x * x
    let tail =
      z * z
      * (1.0 / 120 + z
        * (-1.0 / 5_040 + z
          * (1.0 / 362_880 + z
            * (-1.0 / 39_916_800 + z
              * (1.0 / 6_227_020_800 + z
                * (-1.0 / 1_307_674_368_000 + z / 355_687_428_096_000))))))
    return x + (rest * (1 - 0.5 * z) + x * (tail - z * (1.0 / 6)))
  }

  /// The cosine of `x + rest` for |x| up to an eighth of a turn: the power series.
  private static func cosine(_ x: Double, _ rest: Double) -> Double {
    let z = x * x
    let half = 0.5 * z
    let main = 1 - half
    let tail =
      z * z
      * (1.0 / 24 + z
        * (-1.0 / 720 + z
          * (1.0 / 40_320 + z
            * (-1.0 / 3_628_800 + z
              * (1.0 / 479_001_600 + z
                * (-1.0 / 87_178_291_200 + z / 20_922_789_888_000))))))
    return main + (((1 - main) - half) + (tail - x * rest))
  }
}
