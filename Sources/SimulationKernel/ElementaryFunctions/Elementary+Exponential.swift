/// Elementary functions in IEEE basic operations only: the same bits on every processor.
///
/// The C library's versions differ between processors (fused operations, vendor code) and are not
/// there at all in Embedded Swift. Errors are stated in units in the last place (ulp) and checked
/// against values computed to 60 digits, see `scripts/check-elementary-accuracy`.
public enum Elementary {
  /// e to the power `x`; error below 0.54 ulp (1 ulp for subnormal results).
  ///
  /// Infinity above 709.78, zero below -745.13, NaN for NaN.
  ///
  /// Algorithm: Tang 1989, doi:10.1145/63522.214389 (table of 2^(j/64), polynomial of the rest).
  ///
  /// - Complexity: about 15 operations.
  public static func exp(_ x: Double) -> Double {
    guard x < 709.782_712_893_384 else { return x > 0 ? .infinity : x }
    guard x > -745.133_219_101_942 else { return x < 0 ? 0 : x }
    return scaledExp(x, 0)
  }

  /// e to the power `x + rest`, for x within the range of results and a tiny rest.
  static func scaledExp(_ x: Double, _ rest: Double) -> Double {
    // x = (64 n + j) ln2 / 64 + r, with the high part of the constant exact in the product.
    let steps = (x * 0x1.71547652b82fep6 + 0x1.8p52) - 0x1.8p52
    let r = (x - steps * 0x1.62e42fef80000p-7) - steps * 0x1.1cf79abc9e3b4p-42 + rest
    let whole = Int64(steps)
    let index = Int(whole & 63)
    let square = r * r
    let tail =
      r + square
      * (0.5 + r * (1.0 / 6) + square * (1.0 / 24 + r * (1.0 / 120) + square * (1.0 / 720)))
    let high = ElementaryTables.exponentialHigh[index]
    let value = high + (ElementaryTables.exponentialLow[index] + high * tail)
    return scaled(value, by: whole >> 6)
  }

  /// `value` times two to the power `n`, for a value between 1 and 2.
  private static func scaled(_ value: Double, by n: Int64) -> Double {
    if n > -1022 && n < 1023 {
      return value * Double(bitPattern: UInt64(bitPattern: 1023 + n) << 52)
    }
    // Two steps keep the factor normal; the last one rounds once.
    if n >= 1023 { return value * 0x1p1023 * Double(bitPattern: UInt64(bitPattern: n) << 52) }
    return value * Double(bitPattern: UInt64(bitPattern: 1023 + n + 1000) << 52) * 0x1p-1000
  }

  /// e to the power `x`, minus 1, without cancellation near 0; error below 2 ulp.
  public static func expm1(_ x: Double) -> Double {
    let size = x.magnitude
    if size < 0x1p-54 || x.isNaN { return x }
    guard size < 0.4 else { return x < -40 ? -1 : exp(x) - 1 }
    // The power series from its small end; 0.4^17 / 17! lies below the last place.
    var sum = 0.0
    var term = 16.0
    while term >= 3 {
      sum = (sum + 1) * x / term
      term -= 1
    }
    return x + x * x * 0.5 * (1 + sum)
  }
}
