import CaseloadTestSupport
import SimulationKernel
import Testing

@testable import Experiments

@Suite struct MorrisTests {
  private func effects(
    axes: Int, trajectories: Int, seed: UInt64, replications: Int = 1,
    _ function: ([Double], inout SplitMix) -> Double
  ) -> [MorrisEffects] {
    let design = MorrisDesign(axes: axes, trajectories: trajectories, seed: seed)
    let outputs = design.trajectories.enumerated().map { number, points in
      points.map { point in
        (0..<replications).map { replication in
          var generator = SplitMix(
            seed: seed, replication: number * replications + replication, cell: 0)
          return function(point, &generator)
        }
      }
    }
    return MorrisEffects.estimate(trajectories: design.trajectories, outputs: outputs)
  }

  @Test func trajectoriesChangeEachCoordinateOnce() {
    let design = MorrisDesign(axes: 4, trajectories: 400, seed: 3)
    var starts = Array(repeating: 0, count: MorrisDesign.levels)
    var firstMoves = Array(repeating: 0, count: 4)
    for points in design.trajectories {
      #expect(points.count == 5)
      var moved: [Int] = []
      for (before, after) in zip(points, points.dropFirst()) {
        let changed = before.indices.filter { before[$0] != after[$0] }
        #expect(changed.count == 1)
        #expect(abs(abs(after[changed[0]] - before[changed[0]]) - 2.0 / 3) < 1e-12)
        moved.append(changed[0])
      }
      #expect(moved.sorted() == [0, 1, 2, 3])
      #expect(points.joined().allSatisfy { $0 >= 0 && $0 <= 1 })
      starts[Int((points[0][0] * 3).rounded())] += 1
      firstMoves[moved[0]] += 1
    }
    // 100 expected in each; three standard errors are 26.
    #expect(starts.allSatisfy { (70...130).contains($0) }, "\(starts)")
    #expect(firstMoves.allSatisfy { (70...130).contains($0) }, "\(firstMoves)")
    #expect(
      MorrisDesign(axes: 4, trajectories: 5, seed: 3).trajectories[...]
        == design.trajectories.prefix(5))
  }

  @Test func aLinearFunctionHasOneEffectPerInput() {
    let found = effects(axes: 3, trajectories: 10, seed: 1) { point, _ in
      5 * point[0] - 2 * point[1] + 1
    }
    for (effect, slope) in zip(found, [5.0, -2, 0]) {
      #expect(abs(effect.mean.mean - slope) < 1e-12)
      #expect(abs(effect.size.mean - abs(slope)) < 1e-12)
      #expect(effect.spread < 1e-12)
      #expect(effect.mean.count == 10)
      #expect(effect.noise.isNaN)
    }
    #expect(found[2].spreadLow == 0 && found[2].spreadHigh == 0)
  }

  @Test func bentAndInteractingInputsHaveSpread() {
    // Steps of 2/3 of (2 x - 1)² between 0 and 2/3 or 1/3 and 1 give -4/3 and 4/3: they cancel in
    // the mean but not in the size. The effect of each factor of a product is the other factor.
    let found = effects(axes: 3, trajectories: 1_000, seed: 2) { point, _ in
      (2 * point[0] - 1) * (2 * point[0] - 1) + point[1] * point[2]
    }
    #expect(abs(found[0].mean.mean) < 0.14)
    #expect(abs(found[0].size.mean - 4.0 / 3) < 1e-9)
    #expect(abs(found[0].spread - 4.0 / 3) < 0.02)
    // The other factor is uniform on 0, 1/3, 2/3 and 1: standard deviation sqrt(5) / 6.
    #expect(abs(found[1].mean.mean - 0.5) < 0.04)
    #expect(abs(found[1].spread - 5.0.squareRoot() / 6) < 0.02)
  }

  @Test func stepsOfWholeNumbersAreTakenAsTheyAre() {
    let trajectories = [[[0.0], [0.5]], [[1.0], [0.5]], [[0.0], [1.0]]]
    let outputs = trajectories.map { $0.map { [3 * $0[0]] } }
    let found = MorrisEffects.estimate(trajectories: trajectories, outputs: outputs)
    #expect(found[0].mean.mean == 3)
    #expect(found[0].spread == 0)
  }

  /// Chance that all points of a trajectory share drops out; what depends on the input stays as noise.
  @Test func chanceIsToldApartFromSpread() {
    let found = effects(axes: 2, trajectories: 2_000, seed: 5, replications: 4) { point, chance in
      2 * point[0] + 10 * chance.normal() + point[1] * chance.normal()
    }
    #expect(found[0].noise < 1e-9)
    #expect(found[0].spread < 1e-9)
    #expect(abs(found[1].noise - 0.5) < 0.02)
    #expect(abs(found[1].spread - 0.5) < 0.03)
    #expect(abs(found[1].mean.mean) < 0.04)
  }

  // 500 experiments: three standard errors of a share of 0.95 are 0.03. Sizes are skewed, which costs
  // their intervals a few points.
  @Test(arguments: [10, 30]) func intervalsHoldWhatTheyShould(trajectories: Int) {
    var held = (mean: 0, size: 0, spread: 0)
    let experiments = 500
    for seed in 0..<experiments {
      let found = effects(
        axes: 3, trajectories: trajectories, seed: UInt64(seed) &+ 77, replications: 2
      ) { point, chance in
        point[0] * (point[1] + point[2]) + 0.3 * point[0] * chance.normal()
      }[0]
      // The effect is the sum of two levels plus noise: mean 1, variance 10 / 36 + 0.09 / 2.
      let spread = (10.0 / 36 + 0.045).squareRoot()
      if found.mean.low <= 1 && 1 <= found.mean.high { held.mean += 1 }
      // The sum is hardly ever below 0, so the mean of the sizes is a little above 1.
      if found.size.low <= 1.005 && 1.005 <= found.size.high { held.size += 1 }
      if found.spreadLow <= spread && spread <= found.spreadHigh { held.spread += 1 }
    }
    for (name, count) in [("mu", held.mean), ("mu*", held.size), ("sigma", held.spread)] {
      let share = Double(count) / Double(experiments)
      #expect(share > 0.90 && share < 0.99, "\(name): \(share)")
    }
  }

  @Test func threeEffectsHaveAnIntervalOfTheirSpread() {
    // Variance 7/3 of all, 2, 9/2 and 1/2 without one: pseudo-values 3 log(7/3) - 2 log of those.
    let found = MorrisEffects.spreadInterval([1, 2, 4])
    let pseudo = Estimate(
      of: [2, 4.5, 0.5].map { 3 * Elementary.log(7.0 / 3) - 2 * Elementary.log($0) })
    #expect(abs(found.low / Elementary.exp(pseudo.low / 2) - 1) < 1e-9)
    #expect(abs(found.high / Elementary.exp(pseudo.high / 2) - 1) < 1e-9)
    #expect(MorrisEffects.spreadInterval([1, 2]).low.isNaN)
    #expect(MorrisEffects.spreadInterval([3, 3, 3]) == (0, 0))
    // Without the one that differs nothing varies.
    #expect(MorrisEffects.spreadInterval([3, 3, 3, 4]).high.isNaN)
  }

  @Test func trajectoriesThatAreNotDefinedAreLeftOut() {
    let trajectories = [[[0.0], [1.0]], [[0.0], [1.0]], [[1.0], [0.0]]]
    let found = MorrisEffects.estimate(
      trajectories: trajectories, outputs: [[[1], [2]], [[.nan], [2]], [[5], [3]]])
    #expect(found[0].mean.count == 2)
    #expect(found[0].mean.mean == 1.5)
  }
}
