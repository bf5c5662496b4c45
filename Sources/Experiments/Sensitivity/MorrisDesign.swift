import SimulationKernel

/// Trajectories through a grid of levels on which one coordinate changes at a time.
///
///     let design = MorrisDesign(axes: 3, trajectories: 10, seed: 1)
///     design.trajectories[0].count  // 4: a start and a step along each axis
///
/// Every coordinate starts at one of four levels, all equally likely, and moves once, by two thirds of
/// its range, in the direction in which there is room; the order of the axes is random.
///
/// Algorithm: Morris 1991, doi:10.1080/00401706.1991.10484804, with p = 4 and a step of p / (2 (p - 1)).
public struct MorrisDesign: Sendable, Equatable {
  /// Levels of each coordinate.
  public static let levels = 4

  /// The points of each trajectory, as positions in 0…1.
  public let trajectories: [[[Double]]]

  /// Makes a design.
  ///
  /// Trajectories do not depend on each other: with more of them, the first ones stay as they are.
  ///
  /// - Precondition: There is at least one axis and one trajectory.
  public init(axes: Int, trajectories count: Int, seed: UInt64) {
    precondition(axes >= 1 && count >= 1, "a design needs axes and trajectories")
    trajectories = (0..<count).map { number in
      var stream = DesignStream.morris.stream(seed: seed, entity: number)
      let top = MorrisDesign.levels - 1
      let step = MorrisDesign.levels / 2
      var place = (0..<axes).map { _ in stream.integer(below: MorrisDesign.levels) }
      var order = Array(0..<axes)
      for last in stride(from: axes - 1, to: 0, by: -1) {
        order.swapAt(last, stream.integer(below: last + 1))
      }
      var points = [place]
      for axis in order {
        place[axis] += place[axis] + step <= top ? step : -step
        points.append(place)
      }
      return points.map { $0.map { Double($0) / Double(top) } }
    }
  }
}
