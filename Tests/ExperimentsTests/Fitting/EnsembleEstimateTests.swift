import SimulationKernel
import Testing

@testable import Experiments

@Suite("Estimates over an ensemble")
struct EnsembleEstimateTests {
  @Test("Sets that differ without chance give the parameters' part alone")
  func parametersAlone() {
    let estimate = EnsembleEstimate([[1, 1], [2, 2], [3, 3]])
    #expect(estimate.mean == 2)
    #expect(estimate.chanceHalfWidth == 0)
    // The variance of the means is 1, widened by 4/3; t with 2 degrees of freedom is 4.3027.
    #expect(abs(estimate.parameterHalfWidth - 4.302_653 * (4.0 / 3).squareRoot()) < 1e-4)
    #expect(abs(estimate.high - 2 - estimate.parameterHalfWidth) < 1e-12)
    #expect(estimate.lowest == 1 && estimate.highest == 3)
    #expect(estimate.above == 3 && estimate.below == 0)
  }

  @Test("Chance that all sets share gives the part of chance alone")
  func chanceAlone() {
    let estimate = EnsembleEstimate([[0, 2, 4], [0, 2, 4]])
    #expect(estimate.parameterHalfWidth == 0)
    // The variance over replications is 4, of their mean 4/3.
    #expect(abs(estimate.chanceHalfWidth - 4.302_653 * (4.0 / 3).squareRoot()) < 1e-4)
    #expect(abs(estimate.high - 2 - estimate.chanceHalfWidth) < 1e-9)
  }

  @Test("With replications of its own in every set, the parts come from the analysis of variance")
  func ownReplications() {
    let estimate = EnsembleEstimate(independent: [[0, 2], [4, 6], [8, 10]])
    #expect(estimate.mean == 5 && estimate.setMeans == [1, 5, 9])
    // Within sets the variance is 2, of the mean of six 1/3; between them 32, so 15 of the parameters, times 4/3.
    #expect(abs(estimate.chanceHalfWidth - 3.182_446 * (1.0 / 3).squareRoot()) < 1e-4)
    #expect(abs(estimate.parameterHalfWidth - 4.302_653 * 20.0.squareRoot()) < 1e-4)
    // One standard error above the 15 is more than the variance 16 of the means as they are, so these count, times 4/3.
    let (few, fewChance) = (16 * 4.0 / 3, 1.0 / 3)
    let fewTotal = few + fewChance
    let fewFreedom = fewTotal * fewTotal / (few * few / 2 + fewChance * fewChance / 3)
    let fewQuantile = Elementary.studentTQuantile(0.975, degreesOfFreedom: fewFreedom)
    #expect(abs(estimate.high - 5 - fewQuantile * fewTotal.squareRoot()) < 1e-9)
    #expect(abs(estimate.blur - 1.0 / 16) < 1e-12 && !estimate.isBlurred)
    // With more sets the standard error is smaller, but so is what chance adds: the means as they are count again.
    let more = EnsembleEstimate(independent: (0..<31).map { [Double($0) - 1, Double($0) + 1] })
    let (spread, chance) = (248.0 / 3 * 32 / 31, 2.0 / 62)
    let total = spread + chance
    let freedom = total * total / (spread * spread / 30 + chance * chance / 31)
    let quantile = Elementary.studentTQuantile(0.975, degreesOfFreedom: freedom)
    #expect(abs(more.high - more.mean - quantile * total.squareRoot()) < 1e-6)
    let single = EnsembleEstimate(independent: [[1], [3], [.nan]])
    #expect(single.mean == 2 && single.low.isNaN && single.setMeans == [1, 3])
  }

  @Test("The whole is never narrower than chance alone, however few the replications")
  func wholeHoldsItsParts() {
    for values in [[[0, 2], [0.1, 2.2], [-0.1, 1.8]], [[0.0, 5, 1, 2], [1, 6, 2, 3]]] {
      let estimate = EnsembleEstimate(values)
      let half = (estimate.high - estimate.low) / 2
      #expect(half >= estimate.chanceHalfWidth && half >= estimate.parameterHalfWidth)
    }
  }

  @Test(
    "Sets that differ by chance alone are told to be blurred, and the whole still counts what parameters may make"
  )
  func blurredSets() {
    var stream = DesignStream.fitWalk.stream(seed: 5)
    let rows = (0..<20).map { _ in
      (0..<3).map { _ in Elementary.normalQuantile(min(1 - 1e-12, max(1e-12, stream.uniform()))) }
    }
    let estimate = EnsembleEstimate(rows)
    #expect(estimate.isBlurred && estimate.blur <= 1)
    let half = (estimate.high - estimate.low) / 2
    #expect(half > 1.2 * max(estimate.chanceHalfWidth, estimate.parameterHalfWidth), "\(estimate)")
    #expect(!EnsembleEstimate([[1, 1], [2, 2], [3, 3]]).isBlurred)
    #expect(
      EnsembleEstimate([[1.0], [3]]).blur.isNaN && !EnsembleEstimate([[1.0], [3]]).isBlurred)
  }

  @Test(
    "The interval holds its 95 of 100 where parameters are as small as the chance within a set too")
  func coverageOfSmallParts() {
    for (replications, sets) in [(3, 30), (4, 10), (8, 30)] {
      var stream = DesignStream.fitWalk.stream(seed: 29)
      func normal() -> Double {
        Elementary.normalQuantile(min(1 - 1e-12, max(1e-12, stream.uniform())))
      }
      let own = 0.7 / Double(replications).squareRoot()
      var held = 0
      let trials = 400
      for _ in 0..<trials {
        let rows = (0..<sets).map { _ in
          let part = own * normal()
          return (0..<replications).map { _ in part + normal() }
        }
        let estimate = EnsembleEstimate(rows)
        let truth = own * normal()
        if truth >= estimate.low, truth <= estimate.high { held += 1 }
      }
      #expect(held >= trials * 94 / 100, "\(held) of \(trials) with \(replications) replications")
    }
  }

  @Test("Intervals stay within bounds, and replications without a value are left out in all sets")
  func boundsAndGaps() {
    let estimate = EnsembleEstimate([[0.1, 0.2, .nan], [0.9, 0.8, 0.5]], within: 0...1)
    #expect(estimate.low == 0 && estimate.high == 1)
    #expect(abs(estimate.mean - 0.5) < 1e-12)
    #expect(EnsembleEstimate([[.nan], [1]]).mean.isNaN)
    #expect(EnsembleEstimate([[1.0], [3]]).mean == 2)
    #expect(EnsembleEstimate([[1.0], [3]]).low.isNaN)
  }

  @Test("The interval holds the value of a further set in about 95 of 100 cases")
  func coverage() {
    var stream = DesignStream.fitWalk.stream(seed: 11)
    func normal() -> Double {
      Elementary.normalQuantile(min(1 - 1e-12, max(1e-12, stream.uniform())))
    }
    var held = 0
    let trials = 600
    for _ in 0..<trials {
      let shared = (0..<6).map { _ in normal() }
      let rows = (0..<20).map { _ in
        let own = 0.5 * normal()
        return shared.map { 10 + own + $0 + 0.3 * normal() }
      }
      let estimate = EnsembleEstimate(rows)
      let truth = 10 + 0.5 * normal()
      if truth >= estimate.low, truth <= estimate.high { held += 1 }
    }
    #expect(held > trials * 92 / 100 && held < trials * 99 / 100, "\(held) of \(trials)")
  }
}
