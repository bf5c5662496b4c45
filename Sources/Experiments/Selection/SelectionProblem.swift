/// Candidates of which the best one that meets limits is wanted.
public struct SelectionProblem: Sendable, Equatable {
  /// A limit on the mean of one quantity.
  public struct Limit: Sendable, Equatable {
    /// Whether the mean may be at most the bound; otherwise it has to be at least the bound.
    public let isUpper: Bool
    /// The bound.
    public let bound: Double
    /// How far on either side of the bound the answer does not matter; above 0.
    public let tolerance: Double

    /// Makes a limit.
    public init(isUpper: Bool, bound: Double, tolerance: Double) {
      precondition(tolerance > 0, "a tolerance must be above 0, not \(tolerance)")
      self.isUpper = isUpper
      self.bound = bound
      self.tolerance = tolerance
    }
  }

  /// What makes one candidate better than another.
  public enum Objective: Sendable, Equatable {
    /// A cost per candidate that is known beforehand; the lowest is best, and equal costs are a tie.
    case known([Double])
    /// The mean of a quantity that is observed after those of the limits, best when low or when high.
    case measured(isLowBest: Bool, indifference: Double)
  }

  /// Number of candidates.
  public let candidates: Int
  /// The limits, in the order in which their quantities are observed.
  public let limits: [Limit]
  /// What makes a candidate better.
  public let objective: Objective
  /// The chance of a correct selection that is asked for.
  public let confidence: Double
  /// Replications of every candidate before the first decision.
  public let firstStage: Int
  /// Most replications of a candidate.
  public let maximum: Int

  /// Makes a problem.
  ///
  /// - Precondition: There are candidates, a cost for each when costs are known, a confidence between
  ///   a half and 1, and at least two replications before the first decision.
  public init(
    candidates: Int, limits: [Limit], objective: Objective, confidence: Double = 0.95,
    firstStage: Int = 20, maximum: Int = 1_000
  ) {
    precondition(candidates >= 1, "there must be candidates")
    precondition(
      confidence >= 0.5 && confidence < 1, "confidence must lie in 0.5..<1, not \(confidence)")
    precondition(
      firstStage >= 2 && firstStage <= maximum,
      "the first stage must lie in 2...\(maximum), not \(firstStage)")
    switch objective {
    case .known(let costs):
      precondition(costs.count == candidates, "there must be a cost per candidate")
    case .measured(_, let indifference):
      precondition(indifference > 0, "the indifference must be above 0, not \(indifference)")
    }
    self.candidates = candidates
    self.limits = limits
    self.objective = objective
    self.confidence = confidence
    self.firstStage = firstStage
    self.maximum = maximum
  }

  /// Quantities that an observation of a candidate consists of.
  public var quantityCount: Int {
    if case .measured = objective { return limits.count + 1 }
    return limits.count
  }
}

/// What has been decided about one candidate.
public enum SelectionVerdict: Sendable, Equatable {
  /// Not enough is known yet.
  case open
  /// It meets all limits.
  case feasible
  /// It breaks a limit, by position.
  case infeasible(limit: Int)
  /// Another candidate, by position, meets all limits and is better.
  case beaten(by: Int)
  /// It meets all limits, and so does another candidate, by position, which is as good.
  ///
  /// With known costs the costs are equal; with a measured objective the observed means differed by less
  /// than the indifference when the two were told apart.
  case tied(with: Int)
}

/// How a selection ended.
public enum SelectionConclusion: Sendable, Equatable {
  /// A candidate was selected; verdicts tell which others are tied with it.
  case selected(Int)
  /// No candidate meets the limits.
  case nothingFeasible
  /// The most replications were spent and several answers are still possible.
  case undecided
  /// A quantity has no value in a replication of a candidate, so that nothing can be decided.
  case undefined(candidate: Int, quantity: Int)
}
