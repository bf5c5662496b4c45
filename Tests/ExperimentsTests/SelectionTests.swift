import CaseloadTestSupport
import Foundation
import Testing

@testable import Experiments

@Suite struct SelectionTests {
  private static let isLong = ProcessInfo.processInfo.environment["CASELOAD_LONG_TESTS"] == "1"
  private static let trials = isLong ? 3_000 : 400

  /// A candidate with the means of its quantities.
  private typealias Means = [Double]

  /// One observation of a candidate; part of the chance is common to all candidates.
  private typealias Noise =
    @Sendable (
      _ common: inout SplitMix, _ own: inout SplitMix
    ) -> Double

  private static let normal: Noise = { common, own in
    0.8 * common.normal() + 0.6 * own.normal()
  }

  private func select(
    _ problem: SelectionProblem, _ means: [Means], seed: Int, noise: Noise = normal
  ) -> SequentialSelection {
    var selection = SequentialSelection(problem)
    while selection.conclusion == nil {
      var observations: [Int: [Double]] = [:]
      for candidate in selection.sampled {
        observations[candidate] = means[candidate].enumerated().map { quantity, mean in
          var common = SplitMix(
            seed: UInt64(seed), replication: selection.replications, cell: quantity)
          var own = SplitMix(
            seed: UInt64(seed), replication: selection.replications,
            cell: 1_000 + candidate * 10 + quantity)
          return mean + noise(&common, &own)
        }
      }
      selection.add(observations)
    }
    return selection
  }

  /// The share of trials in which the given answer came out.
  private func share(
    of answer: SelectionConclusion, _ problem: SelectionProblem, _ means: [Means],
    noise: Noise = normal
  ) -> (share: Double, replications: Double) {
    var correct = 0
    var replications = 0
    for seed in 0..<SelectionTests.trials {
      let selection = select(problem, means, seed: seed, noise: noise)
      if selection.conclusion == answer { correct += 1 }
      replications += selection.replications
    }
    let trials = Double(SelectionTests.trials)
    return (Double(correct) / trials, Double(replications) / trials)
  }

  /// The stated chance less three standard errors of an observed share.
  private func least(_ confidence: Double) -> Double {
    confidence
      - 3 * (confidence * (1 - confidence) / Double(SelectionTests.trials)).squareRoot()
  }

  private func upper(_ bound: Double, _ tolerance: Double = 0.25) -> SelectionProblem.Limit {
    SelectionProblem.Limit(isUpper: true, bound: bound, tolerance: tolerance)
  }

  /// The hardest case that is covered: all cheaper candidates break the limit by just the tolerance,
  /// and the best one meets it by just the tolerance.
  @Test(arguments: [0.9, 0.95]) func theSmallestThatMeetsALimitIsFound(confidence: Double) {
    let problem = SelectionProblem(
      candidates: 8, limits: [upper(0)], objective: .known((0..<8).map(Double.init)),
      confidence: confidence)
    let means: [Means] = (0..<8).map { [$0 < 5 ? 0.25 : -0.25] }
    let found = share(of: .selected(5), problem, means)
    #expect(found.share >= least(confidence), "\(found)")
    if SelectionTests.isLong { print("selection, one limit, \(confidence): \(found)") }
    // The first stage alone would not do: the mean of 20 values has a standard deviation of 0.22, so
    // that each of six candidates errs with a chance of 13 %.
    let hasty = SelectionProblem(
      candidates: 8, limits: [upper(0, 100)], objective: problem.objective,
      confidence: confidence)
    #expect(share(of: .selected(5), hasty, means).share < least(confidence))
  }

  @Test func severalLimitsInBothDirections() {
    let limits = [upper(2), SelectionProblem.Limit(isUpper: false, bound: 10, tolerance: 0.25)]
    let problem = SelectionProblem(
      candidates: 6, limits: limits, objective: .known([6, 5, 4, 3, 2, 1]))
    // Cheapest last: breaks the second, the first, both, then the best one, then two that cost more.
    let means: [Means] = [
      [1.75, 10.25], [1, 12], [1.75, 10.25], [2.25, 9.75], [2.25, 10.25], [1.75, 9.75],
    ]
    let found = share(of: .selected(2), problem, means)
    #expect(found.share >= least(0.95), "\(found)")
    if SelectionTests.isLong { print("selection, two limits: \(found)") }
  }

  @Test func theBestMeasuredCandidateWithinLimitsIsFound() {
    let problem = SelectionProblem(
      candidates: 6, limits: [upper(0)],
      objective: .measured(isLowBest: true, indifference: 0.25))
    // Two better ones break the limit, and all others are worse by just the indifference.
    let means: [Means] = [
      [-0.25, 3.25], [0.25, 2], [-0.25, 3], [0.25, 2.5], [-0.25, 3.25], [0.25, 3.25],
    ]
    let found = share(of: .selected(2), problem, means)
    #expect(found.share >= least(0.95), "\(found)")
    if SelectionTests.isLong { print("selection, measured: \(found)") }
  }

  @Test func theHighestWithoutLimitsIsFound() {
    let problem = SelectionProblem(
      candidates: 10, limits: [], objective: .measured(isLowBest: false, indifference: 0.2),
      confidence: 0.9)
    let means: [Means] = (0..<10).map { [$0 == 7 ? 5.2 : 5] }
    let found = share(of: .selected(7), problem, means)
    #expect(found.share >= least(0.9), "\(found)")
    if SelectionTests.isLong { print("selection, highest of ten: \(found)") }
  }

  /// Common random numbers make the differences small, and so the selection short.
  @Test func commonRandomNumbersSaveReplications() {
    let problem = SelectionProblem(
      candidates: 5, limits: [], objective: .measured(isLowBest: true, indifference: 0.3))
    let means: [Means] = (0..<5).map { [Double($0) * 0.3] }
    let common = share(of: .selected(0), problem, means)
    let independent = share(of: .selected(0), problem, means) { _, own in own.normal() }
    #expect(common.share >= least(0.95))
    #expect(independent.share >= least(0.95))
    #expect(common.replications * 1.5 < independent.replications, "\(common) \(independent)")
  }

  /// Replications of a caseload are means over many clients and nearly normal; this is far from that.
  @Test func skewedObservationsAreSelectedFromToo() {
    let problem = SelectionProblem(
      candidates: 6, limits: [upper(0)], objective: .known([1, 2, 3, 4, 5, 6]))
    let means: [Means] = (0..<6).map { [$0 < 3 ? 0.25 : -0.25] }
    let found = share(of: .selected(3), problem, means) { _, own in
      let uniform = own.uniform()
      return 3 * (uniform * uniform - 1.0 / 3)
    }
    #expect(found.share >= least(0.95), "\(found)")
  }

  @Test func nothingIsSelectedWhenAllBreakALimit() {
    let problem = SelectionProblem(
      candidates: 5, limits: [upper(0), upper(0)], objective: .known([1, 2, 3, 4, 5]))
    let found = share(
      of: .nothingFeasible, problem,
      [[0.25, -0.25], [-3, 0.25], [0.25, 0.25], [0.25, -2], [0.25, 4]])
    #expect(found.share >= least(0.95), "\(found)")
  }

  @Test func theMostReplicationsEndASelection() {
    let problem = SelectionProblem(
      candidates: 3, limits: [upper(0, 0.01)], objective: .known([1, 2, 3]), maximum: 60)
    let selection = select(problem, [[0], [0], [-9]], seed: 1)
    #expect(selection.conclusion == .undecided)
    #expect(selection.replications == 60)
    #expect(selection.verdicts == [.open, .open, .feasible])
    #expect(selection.sampled.isEmpty)
  }

  @Test func aKnownObjectiveNeedsNoMoreOfWhatIsDecided() {
    let problem = SelectionProblem(
      candidates: 3, limits: [upper(0)], objective: .known([1, 2, 3]))
    var selection = SequentialSelection(problem)
    for replication in 0..<20 {
      #expect(selection.sampled == [0, 1, 2])
      let noise = replication % 2 == 0 ? 1.0 : -1.0
      selection.add([0: [0.01 + 3 * noise], 1: [-2 + noise], 2: [-2 + noise]])
    }
    // The first is open, the second meets the limit, and the third costs more than the second.
    #expect(selection.verdicts == [.open, .feasible, .beaten(by: 1)])
    #expect(selection.sampled == [0])
  }

  @Test func equalCostsAreATie() {
    let problem = SelectionProblem(
      candidates: 5, limits: [upper(0)], objective: .known([2, 1, 1, 1, 3]))
    // The cheapest break the limit or meet it, and one of them needs longer to show it.
    let found = select(problem, [[-9], [9], [-0.3], [-9], [-9]], seed: 1)
    #expect(found.conclusion == .selected(2))
    #expect(found.tied(with: 2) == [3])
    #expect(
      found.verdicts == [
        .beaten(by: 3), .infeasible(limit: 0), .feasible, .tied(with: 2), .beaten(by: 0),
      ])
  }

  /// One of two at the same cost never shows whether it meets the limit: the other one is selected.
  @Test func anOpenTieDoesNotStandInTheWay() {
    let problem = SelectionProblem(
      candidates: 2, limits: [upper(0, 0.01)], objective: .known([1, 1]), maximum: 60)
    let found = select(problem, [[0], [-9]], seed: 1)
    #expect(found.conclusion == .selected(1))
    #expect(found.verdicts == [.open, .feasible] && found.replications == 60)
  }

  /// Two that give the same in every replication, and one that differs by less than matters.
  @Test func measuredDifferencesBelowTheIndifferenceAreATie() {
    let problem = SelectionProblem(
      candidates: 4, limits: [], objective: .measured(isLowBest: true, indifference: 1))
    let same = select(problem, [[2], [2], [2.5], [3]], seed: 1) { common, _ in common.normal() }
    #expect(same.conclusion == .selected(0))
    #expect(same.verdicts == [.feasible, .tied(with: 0), .tied(with: 0), .beaten(by: 0)])
    #expect(same.tied(with: 0) == [1, 2])
    let high = SelectionProblem(
      candidates: 2, limits: [], objective: .measured(isLowBest: false, indifference: 1))
    #expect(
      select(high, [[2], [2.9]], seed: 1) { _, _ in 0 }.verdicts == [.tied(with: 1), .feasible])
    // A tie is one only with a candidate that meets the limits.
    let limited = SelectionProblem(
      candidates: 2, limits: [upper(0)],
      objective: .measured(isLowBest: true, indifference: 1))
    let broken = select(limited, [[5, 2], [-5, 2]], seed: 1) { common, _ in common.normal() }
    #expect(broken.verdicts == [.infeasible(limit: 0), .feasible])
  }

  @Test func anUndefinedQuantityEndsASelection() {
    let problem = SelectionProblem(
      candidates: 2, limits: [upper(0)],
      objective: .measured(isLowBest: true, indifference: 1))
    var selection = SequentialSelection(problem)
    selection.add([0: [1, 1], 1: [1, .nan]])
    #expect(selection.conclusion == .undefined(candidate: 1, quantity: 1))
  }

  @Test func quantitiesWithoutChanceAreDecidedAtOnce() {
    let problem = SelectionProblem(
      candidates: 3, limits: [upper(1)],
      objective: .measured(isLowBest: true, indifference: 1))
    let selection = select(problem, [[1, 4], [2, 1], [0, 5]], seed: 1) { _, _ in 0 }
    #expect(selection.conclusion == .selected(0))
    #expect(selection.replications == 20)
    #expect(selection.verdicts == [.feasible, .infeasible(limit: 0), .beaten(by: 0)])
  }

  @Test func theChanceOfAnErrorIsSharedOut() {
    let problem = SelectionProblem(
      candidates: 9, limits: [upper(0), upper(1)], objective: .known(Array(repeating: 1, count: 9)),
      confidence: 0.9)
    #expect(abs(SequentialSelection(problem).errorPerDecision - 0.01) < 1e-12)
    let alone = SelectionProblem(candidates: 1, limits: [], objective: .known([1]))
    #expect(select(alone, [[]], seed: 1).conclusion == .selected(0))
  }

  @Test func theFirstStageMayBeAllThereIs() async {
    // Two replications are the fewest; the most may be spent before the first decision.
    for (first, most) in [(2, 2), (2, 100), (20, 20)] {
      let problem = SelectionProblem(
        candidates: 1, limits: [.init(isUpper: true, bound: 3, tolerance: 1)],
        objective: .known([1]), confidence: 0.5, firstStage: first, maximum: most)
      #expect(problem.firstStage == first && problem.quantityCount == 1)
    }
    let measured = SelectionProblem(
      candidates: 1, limits: [.init(isUpper: true, bound: 3, tolerance: 1)],
      objective: .measured(isLowBest: true, indifference: 1))
    #expect(measured.quantityCount == 2)
    await #expect(processExitsWith: .failure) {
      _ = SelectionProblem(candidates: 1, limits: [], objective: .known([1]), firstStage: 1)
    }
    await #expect(processExitsWith: .failure) {
      _ = SelectionProblem(
        candidates: 1, limits: [], objective: .known([1]), firstStage: 21, maximum: 20)
    }
    await #expect(processExitsWith: .failure) {
      _ = SelectionProblem(candidates: 1, limits: [], objective: .known([1]), confidence: 0.49)
    }
    await #expect(processExitsWith: .failure) {
      _ = SelectionProblem(candidates: 1, limits: [], objective: .known([1]), confidence: 1)
    }
    await #expect(processExitsWith: .failure) {
      _ = SelectionProblem(candidates: 2, limits: [], objective: .known([1]))
    }
    await #expect(processExitsWith: .failure) {
      _ = SelectionProblem(
        candidates: 1, limits: [], objective: .measured(isLowBest: true, indifference: 0))
    }
    await #expect(processExitsWith: .failure) {
      _ = SelectionProblem.Limit(isUpper: true, bound: 3, tolerance: 0)
    }
  }
}
