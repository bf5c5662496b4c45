import SimulationKernel

/// How much, and how evenly, an output reacts to one input: the elementary effects of that input.
///
/// An elementary effect is the change of the output over one step, divided by the step as a part of
/// the range: the change over the whole range, if the output were linear. One trajectory gives one
/// effect per input. Trajectories are independent, and so are their effects.
public struct MorrisEffects: Sendable, Equatable {
  /// The mean of the effects (mu), with its 95 % interval by Student's t distribution.
  public let mean: Estimate
  /// The mean of their sizes (mu*), with its 95 % interval by Student's t distribution.
  ///
  /// Source: Campolongo, Cariboni and Saltelli 2007, doi:10.1016/j.envsoft.2006.10.004.
  public let size: Estimate
  /// The lower end of the 95 % interval of the standard deviation; NaN when it has none.
  public let spreadLow: Double
  /// The upper end of the 95 % interval of the standard deviation; NaN when it has none.
  public let spreadHigh: Double
  /// The standard deviation that chance alone would give the effects; NaN with one replication.
  ///
  /// The square of the standard deviation of the effects is that of their true values plus the square
  /// of this.
  public let noise: Double

  /// The standard deviation of the effects (sigma).
  public var spread: Double { mean.standardDeviation }

  /// The effects of each input.
  ///
  /// - Parameters:
  ///   - trajectories: Per trajectory the points, as positions in the ranges. Neighbours differ in one
  ///     coordinate, and each coordinate changes once; steps may differ, as with whole numbers.
  ///   - outputs: Per trajectory and point the outputs of all replications, which are the same ones for
  ///     all points of a trajectory. A trajectory with an output that is not finite is left out.
  /// - Returns: One element per input.
  /// - Complexity: O(trajectories x inputs x replications)
  public static func estimate(
    trajectories: [[[Double]]], outputs: [[[Double]]]
  ) -> [MorrisEffects] {
    precondition(trajectories.count == outputs.count, "every trajectory has outputs")
    let axes = trajectories.first?.first?.count ?? 0
    var effects = Array(repeating: [Double](), count: axes)
    var variances = Array(repeating: [Double](), count: axes)
    for (points, values) in zip(trajectories, outputs)
    where values.allSatisfy({ $0.allSatisfy(\.isFinite) }) {
      for position in 1..<points.count {
        let (before, after) = (points[position - 1], points[position])
        guard let axis = before.indices.first(where: { before[$0] != after[$0] }) else {
          preconditionFailure("point \(position) of a trajectory is the one before it")
        }
        let step = after[axis] - before[axis]
        let effect = RunningStatistics(
          zip(values[position - 1], values[position]).map { ($1 - $0) / step })
        effects[axis].append(effect.mean)
        variances[axis].append(effect.variance / Double(effect.count))
      }
    }
    return zip(effects, variances).map { MorrisEffects(effects: $0, variances: $1) }
  }

  /// Summarizes the effects of one input, with the variance that chance gives each of them.
  private init(effects: [Double], variances: [Double]) {
    mean = Estimate(of: effects)
    size = Estimate(of: effects.map(\.magnitude))
    noise = RunningStatistics(variances).mean.squareRoot()
    (spreadLow, spreadHigh) = MorrisEffects.spreadInterval(effects)
  }

  /// The 95 % interval of a standard deviation, by the jackknife of the logarithm of the variance.
  ///
  /// It does not need normal values. Values that are all the same give an interval without width; there
  /// is none when leaving out a single value takes all variance away.
  ///
  /// Source: Miller 1968, doi:10.1214/aoms/1177698418.
  static func spreadInterval(_ values: [Double]) -> (low: Double, high: Double) {
    let count = values.count
    guard count >= 3 else { return (.nan, .nan) }
    let whole = RunningStatistics(values).variance
    if whole == 0 { return (0, 0) }
    let pseudo = values.indices.map { left -> Double in
      var rest = RunningStatistics()
      for (index, value) in values.enumerated() where index != left { rest.add(value) }
      return Double(count) * Elementary.log(whole) - Double(count - 1)
        * Elementary.log(rest.variance)
    }
    guard pseudo.allSatisfy(\.isFinite) else { return (.nan, .nan) }
    let estimate = Estimate(of: pseudo)
    return (Elementary.exp(estimate.low / 2), Elementary.exp(estimate.high / 2))
  }
}
