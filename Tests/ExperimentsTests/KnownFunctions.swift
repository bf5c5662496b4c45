import SimulationKernel

/// Functions on the unit cube whose sensitivity indices are known.
enum KnownFunctions {
  /// Ishigami and Homma 1990 with a = 7 and b = 0.1 (doi:10.1109/ISUMA.1990.151285).
  static func ishigami(_ point: [Double]) -> Double {
    let x = point.map { (2 * $0 - 1) * Double.pi }
    let sine = Elementary.sin(x[1])
    return Elementary.sin(x[0]) * (1 + 0.1 * x[2] * x[2] * x[2] * x[2]) + 7 * sine * sine
  }

  static let ishigamiFirst = [0.3139, 0.4424, 0]
  static let ishigamiTotal = [0.5576, 0.4424, 0.2437]

  static let gCoefficients = [0.0, 1, 4.5, 9]

  /// The g function of Saltelli and Sobol 1995 (doi:10.1016/0951-8320(95)00099-2).
  static func g(_ point: [Double]) -> Double {
    zip(point, gCoefficients).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
  }

  /// First and total indices of the g function, from the variances 1 / (3 (1 + a)²) of its factors.
  static var gIndices: (first: [Double], total: [Double]) {
    let parts = gCoefficients.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let product = parts.reduce(1) { $0 * (1 + $1) }
    return (
      parts.map { $0 / (product - 1) }, parts.map { $0 * product / (1 + $0) / (product - 1) }
    )
  }
}
