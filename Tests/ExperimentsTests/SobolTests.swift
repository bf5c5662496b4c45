import CaseloadTestSupport
import Foundation
import Testing

@testable import Experiments

@Suite struct SobolTests {
  private static let isLong = ProcessInfo.processInfo.environment["CASELOAD_LONG_TESTS"] == "1"

  /// The indices of a function, without noise or with a simulator's noise.
  private func indices(
    _ function: ([Double]) -> Double, axes: Int, rows: Int, seed: UInt64, replications: Int = 1,
    resamples: Int = 0,
    noise: (inout SplitMix, [Double]) -> Double = { _, _ in 0 }
  ) -> SobolIndices {
    let design = SobolDesign(axes: axes, rows: rows, seed: seed)
    let outputs = design.rows.enumerated().map { number, row in
      row.map { point in
        (0..<replications).map { replication in
          var generator = SplitMix(
            seed: seed, replication: number * replications + replication, cell: 0)
          return function(point) + noise(&generator, point)
        }
      }
    }
    return SobolIndices(outputs: outputs, seed: seed, resamples: resamples)
  }

  @Test func rowsMixTwoIndependentPoints() {
    let design = SobolDesign(axes: 3, rows: 5, seed: 4)
    for row in design.rows {
      for axis in 0..<3 {
        for other in 0..<3 {
          #expect(row[axis + 2][other] == row[axis == other ? 1 : 0][other])
        }
      }
    }
    #expect(Set(design.rows.map { $0[0][0] }).count == 5)
    #expect(SobolDesign(axes: 3, rows: 9, seed: 4).rows.prefix(5) == design.rows[...])
  }

  @Test func ishigami() {
    let found = indices(KnownFunctions.ishigami, axes: 3, rows: 20_000, seed: 1)
    for axis in 0..<3 {
      #expect(abs(found.first[axis].value - KnownFunctions.ishigamiFirst[axis]) < 0.03)
      #expect(abs(found.total[axis].value - KnownFunctions.ishigamiTotal[axis]) < 0.03)
    }
    // The mean is a / 2, the variance 13.84.
    #expect(abs(found.mean - 3.5) < 0.08)
    #expect(abs(found.standardDeviation - 3.7206) < 0.06)
    #expect(found.noiseShare.isNaN)
  }

  @Test func sobolsG() {
    let known = KnownFunctions.gIndices
    let found = indices(KnownFunctions.g, axes: 4, rows: 20_000, seed: 2)
    for axis in 0..<4 {
      #expect(abs(found.first[axis].value - known.first[axis]) < 0.03)
      #expect(abs(found.total[axis].value - known.total[axis]) < 0.03)
    }
  }

  /// Chance that all points of a row share, and chance that grows with the third input.
  private func noisy(
    _ generator: inout SplitMix, _ point: [Double]
  ) -> Double {
    3 * generator.normal() + 3 * point[2] * generator.normal()
  }

  @Test func chanceIsTakenOutOfTheIndices() {
    let found = indices(
      KnownFunctions.ishigami, axes: 3, rows: 20_000, seed: 3, replications: 2, noise: noisy)
    for axis in 0..<3 {
      #expect(abs(found.first[axis].value - KnownFunctions.ishigamiFirst[axis]) < 0.04)
      #expect(abs(found.total[axis].value - KnownFunctions.ishigamiTotal[axis]) < 0.04)
    }
    // Chance: (9 + 9 / 3) / 2 replications, beside 13.84 from the inputs.
    #expect(abs(found.noiseShare - 6 / 19.84) < 0.03)
    // One replication per point: chance is part of all shares, so that they add up to less.
    let single = indices(
      KnownFunctions.ishigami, axes: 3, rows: 20_000, seed: 3, noise: noisy)
    #expect(abs(single.first[1].value - 0.4424 * 13.84 / 25.84) < 0.04)
    // The third input scales a chance of variance 9: half a squared step adds 9 / 12 to its total.
    #expect(abs(single.total[2].value - (0.2437 * 13.84 + 0.75) / 25.84) < 0.01)
  }

  /// The share of experiments whose intervals hold the known index, over all inputs.
  private func coverage(
    rows: Int, experiments: Int, replications: Int = 1,
    noise: (inout SplitMix, [Double]) -> Double = { _, _ in 0 }
  ) -> (first: Double, total: Double) {
    var held = (first: 0, total: 0)
    for seed in 0..<experiments {
      let found = indices(
        KnownFunctions.ishigami, axes: 3, rows: rows, seed: UInt64(seed) &+ 1_000,
        replications: replications, resamples: 300, noise: noise)
      for axis in 0..<3 {
        let (first, total) = (found.first[axis], found.total[axis])
        let known = (KnownFunctions.ishigamiFirst[axis], KnownFunctions.ishigamiTotal[axis])
        if first.low <= known.0 && known.0 <= first.high { held.first += 1 }
        if total.low <= known.1 && known.1 <= total.high { held.total += 1 }
      }
    }
    let all = Double(3 * experiments)
    return (Double(held.first) / all, Double(held.total) / all)
  }

  // 300 intervals of three inputs, which go together: three standard errors are at most 0.065.
  @Test func intervalsHoldWhatTheyShould() {
    let experiments = SobolTests.isLong ? 1_000 : 100
    let plain = coverage(rows: 200, experiments: experiments)
    #expect(plain.first > 0.88 && plain.first < 0.99, "first \(plain.first)")
    #expect(plain.total > 0.88 && plain.total < 0.99, "total \(plain.total)")
    let chance = coverage(
      rows: 200, experiments: experiments / 2, replications: 2, noise: noisy)
    #expect(chance.first > 0.87 && chance.first < 0.995, "first \(chance.first)")
    #expect(chance.total > 0.87 && chance.total < 0.995, "total \(chance.total)")
    if SobolTests.isLong { print("coverage of Sobol intervals: \(plain), with chance \(chance)") }
  }

  @Test func rowsThatAreNotDefinedAreLeftOut() {
    let design = SobolDesign(axes: 2, rows: 40, seed: 1)
    var outputs = design.rows.map { row in row.map { [$0[0] + 2 * $0[1]] } }
    let whole = SobolIndices(outputs: outputs, seed: 1)
    #expect(whole.first.allSatisfy { $0.low < $0.value && $0.value < $0.high })
    outputs.append([[1], [.nan], [1], [1]])
    let found = SobolIndices(outputs: outputs, seed: 1)
    #expect(found.rows == 40)
    #expect(found.first == whole.first)
  }

  @Test func anOutputThatNeverVariesHasNoIndices() {
    let found = indices({ _ in 7 }, axes: 2, rows: 30, seed: 1)
    #expect(found.mean == 7)
    #expect(found.first.allSatisfy { $0.value.isNaN && $0.low.isNaN })
    #expect(found.total.allSatisfy { $0.value.isNaN && $0.high.isNaN })
  }
}
