import SimulationKernel

/// Selects the best candidate that meets limits, replication by replication.
///
///     var selection = SequentialSelection(problem)
///     while selection.conclusion == nil {
///       selection.add(observations(of: selection.sampled))
///     }
///
/// Every decision is a sequential test on a sum of observations that starts after the first stage: the
/// sum of a limited quantity less its bound, or of the differences of the objective between two
/// candidates in the same replications. The test ends when the sum leaves a triangle whose size comes
/// from the variance of the first stage; for a mean that lies the tolerance (or the indifference) or more
/// away from zero it ends at the wrong side with a chance of at most `errorPerDecision`. A candidate that breaks a limit
/// is out; one that loses to another is out as soon as the other is known to meet all limits.
///
/// Ties are called ties, and one candidate of a tie is selected: the first of those with equal known
/// costs, and with a measured objective the one that wins while the observed means differ by less than
/// the indifference. All of a tie are judged by the limits, and those that meet them are named.
///
/// With a chance of at least the confidence, the selected candidate breaks no limit by the tolerance
/// or more and no better candidate meets all limits by the tolerance or more; with a measured
/// objective, if that candidate is better by the indifference or more than all others that do not
/// break a limit by the tolerance. Nothing is selected with that chance when all break one. At most
/// the tests that concern the best candidate (one per limit) and one test for every other candidate
/// can go wrong harmfully, so the chance of an error is shared out over those (Bonferroni), which
/// holds with common random numbers too. Observations are taken as normal and replications as
/// independent.
///
/// Source: comparisons by Kim and Nelson 2001, doi:10.1145/502109.502111 (KN, c = 1); feasibility by
/// Batur and Kim 2010, doi:10.1145/1842713.1842716; both at once by Andradóttir and Kim 2010,
/// doi:10.1002/nav.20408 (AK+), with several limits and correlated sampling as in Healey, Andradóttir
/// and Kim 2014, doi:10.1145/2567921.
public struct SequentialSelection: Sendable {
  /// The problem.
  public let problem: SelectionProblem
  /// What has been decided about each candidate.
  public private(set) var verdicts: [SelectionVerdict]
  /// How the selection ended; `nil` while it goes on.
  public private(set) var conclusion: SelectionConclusion?
  /// Replications that have been taken in.
  public private(set) var replications = 0

  /// The largest chance of an error of one test.
  public let errorPerDecision: Double
  private let eta: Double
  private var early: [[[Double]]]
  private var sums: [[Double]]
  /// Per candidate and limit whether it is met; `nil` before it is known.
  private var meets: [[Bool?]]
  /// Half the height of the triangles at their start, per candidate and limit.
  private var limitReach: [[Double]] = []
  /// The same, per pair of candidates.
  private var pairReach: [[Double]] = []
  /// How the first of a pair of candidates stands to the second; `nil` before it is known.
  private var standing: [[Standing?]]

  private struct Standing {
    /// Whether the first is the one to keep: the better one, or the first of a tie.
    var isKept: Bool
    /// Whether the two are as good.
    var isTie: Bool
  }

  /// Starts a selection.
  public init(_ problem: SelectionProblem) {
    self.problem = problem
    let count = problem.candidates
    verdicts = Array(repeating: .open, count: count)
    errorPerDecision =
      (1 - problem.confidence) / Double(max(1, count - 1 + problem.limits.count))
    let power = Elementary.pow(2 * errorPerDecision, -2 / Double(problem.firstStage - 1))
    eta = (power - 1) / 2
    early = Array(repeating: [], count: count)
    sums = Array(repeating: Array(repeating: 0, count: problem.quantityCount), count: count)
    meets = Array(repeating: Array(repeating: nil, count: problem.limits.count), count: count)
    standing = Array(repeating: Array(repeating: nil, count: count), count: count)
    if case .known(let costs) = problem.objective {
      for first in 0..<count {
        for second in 0..<count where first != second {
          standing[first][second] = Standing(
            isKept: (costs[first], first) < (costs[second], second),
            isTie: costs[first] == costs[second])
        }
      }
    }
  }

  /// Whether a candidate may still be selected.
  private func isAlive(_ candidate: Int) -> Bool {
    verdicts[candidate] == .open || verdicts[candidate] == .feasible
  }

  /// The candidates of which the next replication is needed, rising.
  public var sampled: [Int] {
    guard conclusion == nil else { return [] }
    return verdicts.indices.filter { candidate in
      guard isAlive(candidate) else { return false }
      if replications < problem.firstStage || verdicts[candidate] == .open { return true }
      return verdicts.indices.contains {
        $0 != candidate && isAlive($0) && standing[candidate][$0] == nil
      }
    }
  }

  /// Takes in the next replication of the candidates in `sampled`.
  ///
  /// - Parameter observations: The quantities per candidate: those of the limits, then that of the
  ///   objective if it is measured. Those of other candidates are not read.
  /// - Precondition: The selection is not concluded.
  public mutating func add(_ observations: [Int: [Double]]) {
    precondition(conclusion == nil, "the selection is concluded")
    let sampled = sampled
    for candidate in sampled {
      guard let values = observations[candidate] else {
        preconditionFailure("candidate \(candidate) has no observation")
      }
      precondition(
        values.count == problem.quantityCount,
        "an observation has \(values.count) quantities, not \(problem.quantityCount)")
      if let quantity = values.firstIndex(where: { !$0.isFinite }) {
        conclusion = .undefined(candidate: candidate, quantity: quantity)
        return
      }
      let oriented = oriented(values)
      for quantity in oriented.indices { sums[candidate][quantity] += oriented[quantity] }
      if replications < problem.firstStage { early[candidate].append(oriented) }
    }
    replications += 1
    guard replications >= problem.firstStage else { return }
    if replications == problem.firstStage { measureReaches() }
    judgeLimits(sampled)
    judgePairs(sampled)
    dropBeaten()
    conclude()
  }

  /// Quantities as distances from their limits, and the objective so that low is best.
  private func oriented(_ values: [Double]) -> [Double] {
    var oriented = values
    for (position, limit) in problem.limits.enumerated() {
      oriented[position] =
        limit.isUpper ? values[position] - limit.bound : limit.bound - values[position]
    }
    if case .measured(let isLowBest, _) = problem.objective, !isLowBest {
      oriented[problem.limits.count].negate()
    }
    return oriented
  }

  /// Half the height of a triangle at its start, from the first stage.
  private func reach(_ values: [Double], zone: Double) -> Double {
    eta * Double(problem.firstStage - 1) * RunningStatistics(values).variance / zone
  }

  private mutating func measureReaches() {
    limitReach = early.map { stage in
      problem.limits.enumerated().map { position, limit in
        reach(stage.map { $0[position] }, zone: limit.tolerance)
      }
    }
    if case .measured(_, let indifference) = problem.objective {
      let place = problem.limits.count
      pairReach = early.indices.map { first in
        early.indices.map { second in
          first < second
            ? reach(
              zip(early[first], early[second]).map { $0[place] - $1[place] }, zone: indifference)
            : 0
        }
      }
    }
    early = []
  }

  /// Whether a sum lies below zero (`true`) or above (`false`) its triangle; `nil` inside it.
  private func side(_ sum: Double, reach: Double, zone: Double) -> Bool? {
    let edge = max(0, reach - zone / 2 * Double(replications))
    return sum <= -edge ? true : sum >= edge ? false : nil
  }

  private mutating func judgeLimits(_ sampled: [Int]) {
    for candidate in sampled where verdicts[candidate] == .open {
      for (position, limit) in problem.limits.enumerated() where meets[candidate][position] == nil {
        meets[candidate][position] = side(
          sums[candidate][position], reach: limitReach[candidate][position], zone: limit.tolerance)
      }
      if let broken = meets[candidate].firstIndex(of: false) {
        verdicts[candidate] = .infeasible(limit: broken)
      } else if !meets[candidate].contains(nil) {
        verdicts[candidate] = .feasible
      }
    }
  }

  private mutating func judgePairs(_ sampled: [Int]) {
    guard case .measured(_, let indifference) = problem.objective else { return }
    let place = problem.limits.count
    for (index, first) in sampled.enumerated() where isAlive(first) {
      for second in sampled[(index + 1)...]
      where isAlive(second) && standing[first][second] == nil {
        let sum = sums[first][place] - sums[second][place]
        if let isFirst = side(sum, reach: pairReach[first][second], zone: indifference) {
          let isTie = sum.magnitude < indifference * Double(replications)
          standing[first][second] = Standing(isKept: isFirst, isTie: isTie)
          standing[second][first] = Standing(isKept: !isFirst, isTie: isTie)
        }
      }
    }
  }

  /// Drops candidates that lost to one that meets all limits and is still in.
  ///
  /// At a tie only those are dropped that are known to meet all limits too, so that the answer names
  /// every one of a tie.
  private mutating func dropBeaten() {
    for winner in verdicts.indices {
      for loser in verdicts.indices where verdicts[winner] == .feasible && isAlive(loser) {
        guard let standing = standing[winner][loser], standing.isKept else { continue }
        if !standing.isTie {
          verdicts[loser] = .beaten(by: winner)
        } else if verdicts[loser] == .feasible {
          verdicts[loser] = .tied(with: winner)
        }
      }
    }
  }

  /// The candidates that are tied with one that was selected, rising.
  public func tied(with candidate: Int) -> [Int] {
    verdicts.indices.filter { verdicts[$0] == .tied(with: candidate) }
  }

  private mutating func conclude() {
    let alive = verdicts.indices.filter(isAlive)
    if alive.isEmpty {
      conclusion = .nothingFeasible
    } else if alive.count == 1, verdicts[alive[0]] == .feasible {
      conclusion = .selected(alive[0])
    } else if replications == problem.maximum {
      // Of the others nothing but whether they meet the limits too may be open.
      let best = alive.first { candidate in
        verdicts[candidate] == .feasible
          && alive.allSatisfy { $0 == candidate || standing[candidate][$0]?.isTie == true }
      }
      conclusion = best.map { .selected($0) } ?? .undecided
    }
  }
}
