extension Elementary {
  /// The logarithm of the gamma function of a positive number.
  ///
  /// The error is below 1e-14, relative where the result exceeds 1 and absolute elsewhere. Infinity
  /// for 0 and infinity, NaN below 0.
  ///
  /// Algorithm: Stirling's series after a shift to at least 10 (Abramowitz and Stegun 1964, 6.1.40).
  public static func logGamma(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? .infinity : .nan }
    guard x < .infinity else { return x }
    var shifted = x
    var product = 1.0
    while shifted < 10 {
      product *= shifted
      shifted += 1
    }
    let inverse = 1 / shifted
    let z = inverse * inverse
    let series =
      inverse
      * (1.0 / 12 + z
        * (-1.0 / 360 + z
          * (1.0 / 1_260 + z
            * (-1.0 / 1_680 + z * (1.0 / 1_188 + z * (-691.0 / 360_360 + z * (1.0 / 156)))))))
    let halfLogTwoPi = 0.918_938_533_204_672_8
    let main = (shifted - 0.5) * log(shifted) - shifted + halfLogTwoPi + series
    return product == 1 ? main : main - log(product)
  }

  /// The regularised lower incomplete gamma function P(a, x); error below 1e-13 for a up to 1,000.
  ///
  /// Algorithm: series below a + 1, continued fraction above (Gautschi 1979, doi:10.1145/355853.355863;
  /// evaluated after Lentz). Above a = 1e8, where both take too long, the cube root as a normal number
  /// (Wilson and Hilferty 1931, doi:10.1073/pnas.17.12.684), with an error of about 1e-9.
  ///
  /// - Precondition: `a > 0`, `x >= 0`.
  public static func gammaCumulative(_ a: Double, _ x: Double) -> Double {
    precondition(a > 0 && x >= 0, "gammaCumulative needs a > 0 and x >= 0")
    if x == 0 { return 0 }
    if x == .infinity { return 1 }
    if a > 1e8 {
      let ninth = 1 / (9 * a)
      return normalCumulative((pow(x / a, 1.0 / 3) - (1 - ninth)) / ninth.squareRoot())
    }
    let front = exp(a * log(x) - x - logGamma(a))
    return x < a + 1 ? front * gammaSeries(a, x) : 1 - front * gammaFraction(a, x)
  }

  private static func gammaSeries(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var n = a + 1
    while term > sum * 1e-17 {
      term *= x / n
      sum += term
      n += 1
    }
    return sum
  }

  private static func gammaFraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = 1e300
    var d = 1 / b
    var value = d
    var i = 1.0
    while i < 100_000 {
      let numerator = -i * (i - a)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      let factor = c * d
      value *= factor
      if (factor - 1).magnitude < 1e-16 { break }
      i += 1
    }
    return value
  }

  /// The chance that a standard normal number is at most `x`; relative error below 1e-13.
  public static func normalCumulative(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    let z = x * x / 2
    if z < 1.5 { return 0.5 + (x < 0 ? -0.5 : 0.5) * gammaCumulative(0.5, z) }
    if z > 750 { return x < 0 ? 0 : 1 }
    // The far tail directly, so that it keeps its relative precision.
    let tail = 0.5 * exp(-z) * z.squareRoot() * 0.564_189_583_547_756_3 * gammaFraction(0.5, z)
    return x < 0 ? tail : 1 - tail
  }

  /// The number below which a standard normal one lies with chance `p`; relative error below 2e-15.
  ///
  /// Minus infinity for 0, infinity for 1, NaN outside 0…1.
  ///
  /// Algorithm: Wichura 1988, AS 241, doi:10.2307/2347330.
  public static func normalQuantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
    let q = p - 0.5
    if q.magnitude <= 0.425 {
      let r = 0.180625 - q * q
      return q * ratio(r, NormalQuantileTable.centre)
    }
    let r = (-log(q < 0 ? p : 1 - p)).squareRoot()
    let size =
      r <= 5
      ? ratio(r - 1.6, NormalQuantileTable.shoulder) : ratio(r - 5, NormalQuantileTable.tail)
    return q < 0 ? -size : size
  }

  /// A ratio of two polynomials of degree seven, given from the constant on.
  private static func ratio(_ x: Double, _ table: (top: [Double], bottom: [Double])) -> Double {
    var top = 0.0
    var bottom = 0.0
    for index in (0..<8).reversed() {
      top = top * x + table.top[index]
      bottom = bottom * x + table.bottom[index]
    }
    return top / bottom
  }
}

/// The coefficients of Wichura's algorithm AS 241 (PPND16).
private enum NormalQuantileTable {
  /// For chances within 0.425 of the middle.
  static let centre: (top: [Double], bottom: [Double]) = (
    [
      3.387_132_872_796_366_608_0, 1.331_416_678_917_843_774_5e2, 1.971_590_950_306_551_442_7e3,
      1.373_169_376_550_946_112_5e4, 4.592_195_393_154_987_145_7e4, 6.726_577_092_700_870_085_3e4,
      3.343_057_558_358_812_810_5e4, 2.509_080_928_730_122_672_7e3,
    ],
    [
      1, 4.231_333_070_160_091_125_2e1, 6.871_870_074_920_579_083_0e2,
      5.394_196_021_424_751_107_7e3, 2.121_379_430_158_659_586_7e4, 3.930_789_580_009_271_061_0e4,
      2.872_908_573_572_194_267_4e4, 5.226_495_278_852_854_561_0e3,
    ]
  )
  /// For chances nearer to 0 or 1.
  static let shoulder: (top: [Double], bottom: [Double]) = (
    [
      1.423_437_110_749_683_577_34, 4.630_337_846_156_545_295_90, 5.769_497_221_460_691_405_50,
      3.647_848_324_763_204_605_04, 1.270_458_252_452_368_382_58, 2.417_807_251_774_506_117_70e-1,
      2.272_384_498_926_918_458_33e-2, 7.745_450_142_783_414_076_40e-4,
    ],
    [
      1, 2.053_191_626_637_758_821_87, 1.676_384_830_183_803_849_40,
      6.897_673_349_851_000_045_50e-1, 1.481_039_764_274_800_745_90e-1,
      1.519_866_656_361_645_719_66e-2, 5.475_938_084_995_344_946_00e-4,
      1.050_750_071_644_416_843_24e-9,
    ]
  )
  /// For chances nearest to 0 or 1.
  static let tail: (top: [Double], bottom: [Double]) = (
    [
      6.657_904_643_501_103_777_20, 5.463_784_911_164_114_369_90, 1.784_826_539_917_291_335_80,
      2.965_605_718_285_048_912_30e-1, 2.653_218_952_657_612_309_30e-2,
      1.242_660_947_388_078_438_60e-3, 2.711_555_568_743_487_578_15e-5,
      2.010_334_399_292_288_132_65e-7,
    ],
    [
      1, 5.998_322_065_558_879_376_90e-1, 1.369_298_809_227_358_053_10e-1,
      1.487_536_129_085_061_485_25e-2, 7.868_691_311_456_132_591_00e-4,
      1.846_318_317_510_054_681_80e-5, 1.421_511_758_316_445_888_70e-7,
      2.044_263_103_389_939_785_64e-15,
    ]
  )
}
