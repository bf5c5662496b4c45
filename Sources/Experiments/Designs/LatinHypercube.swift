import SimulationKernel

/// Points that spread over a unit cube so that every stratum of every axis holds exactly one.
///
///     let points = LatinHypercube.points(10, axes: 3, seed: 1)  // 10 points with 3 coordinates
///
/// Each axis is cut in as many strata as there are points; a random permutation per axis says which
/// point lies in which stratum, and a uniform number where in it. Means over the points are unbiased,
/// and for a function that is nearly a sum of functions of one coordinate they vary far less than
/// those over as many independent points.
///
/// Algorithm: McKay, Beckman and Conover 1979, doi:10.2307/1268522; permutations after Durstenfeld
/// 1964, doi:10.1145/364520.364540.
public enum LatinHypercube {
  /// Makes the points; the coordinates lie strictly between 0 and 1.
  ///
  /// The axes do not depend on each other: with one axis more, the others keep their coordinates.
  ///
  /// - Precondition: `count` is at least 1.
  /// - Complexity: O(`count` x `axes`).
  public static func points(_ count: Int, axes: Int, seed: UInt64) -> [[Double]] {
    precondition(count >= 1, "a Latin hypercube needs a point, not \(count)")
    var points = Array(repeating: Array(repeating: 0.0, count: axes), count: count)
    for axis in 0..<axes {
      var order = DesignStream.latinHypercubeOrder.stream(seed: seed, entity: axis)
      var place = DesignStream.latinHypercubePlace.stream(seed: seed, entity: axis)
      var strata = Array(0..<count)
      for last in stride(from: count - 1, to: 0, by: -1) {
        strata.swapAt(last, order.integer(below: last + 1))
      }
      for (point, stratum) in strata.enumerated() {
        points[point][axis] = (Double(stratum) + place.uniform()) / Double(count)
      }
    }
    return points
  }
}
