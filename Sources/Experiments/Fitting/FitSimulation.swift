import CaseloadModel

/// What simulation found at one point of a fit.
package struct FitFigures: Sendable, Equatable {
  /// The figure of each goal.
  package let figures: [Double]
  /// The standard error by chance of each figure; NaN with one replication.
  package let errors: [Double]
  /// The figure of each goal in the first replication alone.
  package let first: [Double]

  /// Makes figures; those of the first replication are the figures themselves if not given.
  package init(figures: [Double], errors: [Double], first: [Double]? = nil) {
    self.figures = figures
    self.errors = errors
    self.first = first ?? figures
  }
}

/// Simulates the scenarios of several points with the same replications, and reads the goals.
///
/// All points share the seed and the numbers of the replications (common random numbers), so that what differs
/// between points differs by the keys. Only the goals' own figures are kept.
package struct FitSimulation: Sendable {
  /// Per point the scenarios that it needs, in the order of the goals' positions.
  package let points: [[Experiment]]
  /// What is read.
  package let goals: [FitGoal]
  /// Replications per scenario.
  package let replications: Int

  /// Makes a simulation.
  ///
  /// - Precondition: All points have the same number of scenarios.
  package init(points: [[Experiment]], goals: [FitGoal], replications: Int) {
    precondition(replications >= 1, "replications must be at least 1, not \(replications)")
    precondition(
      points.allSatisfy { $0.count == points[0].count }, "all points have the same scenarios")
    self.points = points
    self.goals = goals
    self.replications = replications
  }

  /// What came of it.
  package struct Outcome: Sendable {
    /// Per point what was found; `nil` for points that were not finished.
    package var points: [FitFigures?]
    /// Events that the engine executed.
    package var events = 0
    /// Client-years simulated, warm-up included.
    package var clientYears = 0.0
    /// The first broken conservation law, with its point and scenario.
    package var failure: (point: Int, world: Int, violation: InvariantViolation)?
  }

  /// Runs all replications of all points.
  package func run(with runner: ReplicationRunner) -> Outcome {
    var outcome = Outcome(points: Array(repeating: nil, count: points.count))
    guard let worlds = points.first?.count, worlds > 0 else { return outcome }
    let perPoint = worlds * replications
    var readings = Readings(goals: goals, replications: replications)
    let progress = ProgressCounter(
      planned: points.count * perPoint, start: .now, report: runner.onProgress)
    let failure = runner.run(0..<points.count * perPoint, progress: progress) { index in
      let experiment = points[index / perPoint][index % perPoint / replications]
      return ReplicationRunner.Job(
        point: index / replications, scenario: experiment.scenario, seed: experiment.seed,
        replication: index % replications, sector: experiment.sector)
    } consume: { index, result in
      outcome.events += result.outcome.events
      outcome.clientYears += result.outcome.clientYears
      let point = index / perPoint
      readings.add(result.outcome, point: point, world: index % perPoint / replications)
      if readings.isComplete(worlds: worlds) { outcome.points[point] = readings.figures }
    }
    outcome.failure = failure.map {
      ($0.index / perPoint, $0.index % perPoint / replications, $0.violation)
    }
    return outcome
  }
}

/// The readings of one point, replication by replication.
private struct Readings {
  let goals: [FitGoal]
  let replications: Int
  private var point = -1
  private var count = 0
  /// Per goal and side, the values and weights of the replications.
  private var values: [[[Double]]]
  private var weights: [[[Double]]]

  init(goals: [FitGoal], replications: Int) {
    self.goals = goals
    self.replications = replications
    values = goals.map { _ in [[], []] }
    weights = values
  }

  mutating func add(_ outcome: ReplicationOutcome, point: Int, world: Int) {
    if point != self.point {
      self = Readings(goals: goals, replications: replications)
      self.point = point
    }
    count += 1
    for (index, goal) in goals.enumerated() {
      for (side, wanted) in [goal.world, goal.other].enumerated() where wanted == world {
        let (value, weight) = goal.reading(of: outcome)
        values[index][side].append(value)
        weights[index][side].append(weight)
      }
    }
  }

  func isComplete(worlds: Int) -> Bool { count == worlds * replications }

  var figures: FitFigures {
    let all = figures(of: replications)
    return FitFigures(
      figures: all.figures, errors: all.errors,
      first: replications == 1 ? nil : figures(of: 1).figures)
  }

  private func figures(of count: Int) -> (figures: [Double], errors: [Double]) {
    var figures: [Double] = []
    var errors: [Double] = []
    for (index, goal) in goals.enumerated() {
      let sides = zip(values[index], weights[index]).map { values, weights in
        RatioContributions.of(Array(values.prefix(count)), weights: Array(weights.prefix(count)))
      }
      let own = sides[0]
      let mean = Readings.mean(own)
      guard goal.other != nil else {
        figures.append(mean)
        errors.append(Readings.standardError(own))
        continue
      }
      let theirs = sides[1]
      let base = Readings.mean(theirs)
      if goal.target.measure == .difference {
        figures.append(mean - base)
        errors.append(Readings.standardError(zip(own, theirs).map { $0 - $1 }))
      } else {
        let ratio = base == 0 ? .nan : mean / base
        figures.append(ratio)
        errors.append(Readings.standardError(zip(own, theirs).map { ($0 - ratio * $1) / base }))
      }
    }
    return (figures, errors)
  }

  private static func mean(_ values: [Double]) -> Double {
    let finite = values.filter(\.isFinite)
    return finite.isEmpty ? .nan : finite.reduce(0, +) / Double(finite.count)
  }

  private static func standardError(_ values: [Double]) -> Double {
    let finite = values.filter(\.isFinite)
    guard finite.count > 1 else { return .nan }
    let centre = mean(finite)
    let squares = finite.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    return (squares / Double(finite.count - 1) / Double(finite.count)).squareRoot()
  }
}
