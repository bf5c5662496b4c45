import SimulationKernel

/// Rows of points from which Sobol indices are estimated.
///
///     let design = SobolDesign(axes: 3, rows: 128, seed: 1)
///     design.rows[0].count  // 5: the points A and B, and A with one coordinate of B, three times
///
/// `A` and `B` are independent and uniform on the unit cube. Rows are independent, so that resampling
/// them gives honest intervals; a quasi-random sequence would estimate smooth functions more precisely
/// but leave no simple way to tell how precisely.
///
/// Source: Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018.
public struct SobolDesign: Sendable, Equatable {
  /// The points of each row, in 0…1.
  public let rows: [[[Double]]]

  /// Makes a design.
  ///
  /// Rows do not depend on each other: with more of them, the first ones stay as they are.
  ///
  /// - Precondition: There is at least one axis and one row.
  public init(axes: Int, rows count: Int, seed: UInt64) {
    precondition(axes >= 1 && count >= 1, "a design needs axes and rows")
    rows = (0..<count).map { number in
      var stream = DesignStream.sobol.stream(seed: seed, entity: number)
      let a = (0..<axes).map { _ in stream.uniform() }
      let b = (0..<axes).map { _ in stream.uniform() }
      return [a, b]
        + (0..<axes).map { axis in
          var mixed = a
          mixed[axis] = b[axis]
          return mixed
        }
    }
  }
}
