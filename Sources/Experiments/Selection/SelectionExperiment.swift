import CaseloadModel
import ScenarioFormat

/// A selection among scenarios.
///
/// All candidates are run with the same seed, so that replication by replication they see the same
/// clients (common random numbers). A metric is a ratio of totals over replications; what decisions look
/// at is what each replication contributes to it, about the ratio of the first stage.
///
/// With the sets of an ensemble a candidate has a scenario per set, and the replications go through the sets in turn: their
/// spread then holds chance and parameters, and the mean that is decided about is that over all sets.
public struct SelectionExperiment: Sendable {
  /// The candidates; with sets, those of the first candidate, then those of the second one and so on.
  public let scenarios: [Scenario]
  /// Number of scenarios that a candidate has, one per set; 1 without an ensemble.
  public let sets: Int
  /// The sectors of the scenarios; empty when each is one organisation.
  public let sectors: [Sector?]
  /// The limits and the objective; its quantities are those of `metrics`.
  public let problem: SelectionProblem
  /// The metric behind each quantity, over all clients.
  public let metrics: [Metric]
  /// Metrics that decide nothing and are reported as well.
  public let reported: [Metric]
  /// The seed of all random numbers.
  public let seed: UInt64

  /// Replications, all candidates together, that are run between two looks after the first stage.
  private static let batch = 32

  /// Makes an experiment.
  public init(
    scenarios: [Scenario], sectors: [Sector?] = [], sets: Int = 1, problem: SelectionProblem,
    metrics: [Metric], reported: [Metric] = [], seed: UInt64
  ) {
    precondition(sets >= 1, "a candidate has a set at least")
    precondition(
      scenarios.count == problem.candidates * sets, "there is a scenario per candidate and set")
    precondition(metrics.count == problem.quantityCount, "there is a metric per quantity")
    self.scenarios = scenarios
    self.sets = sets
    self.sectors = sectors
    self.problem = problem
    self.metrics = metrics
    self.reported = reported
    self.seed = seed
  }

  /// Runs replications until the selection is concluded.
  ///
  /// Decisions are taken replication by replication whatever the size of the batches, so the outcome
  /// is the same with any number of threads. When the runner is cancelled, there is no conclusion.
  public func run(with runner: ReplicationRunner) -> SelectionResult {
    var selection = SequentialSelection(problem)
    let columns = metrics + reported
    var result = SelectionResult(
      selection: selection, candidates: problem.candidates, columns: columns, sets: sets)
    var done = 0
    var stage: [Int: [LinearisedRatio]] = [:]
    let progress = ProgressCounter(planned: 0, start: .now, report: runner.onProgress)
    while selection.conclusion == nil, !runner.cancellation.isCancelled {
      let sampled = selection.sampled
      let first = selection.replications
      let count =
        first == 0
        ? problem.firstStage
        : min(problem.maximum - first, max(1, SelectionExperiment.batch / sampled.count))
      var rows = Array(repeating: [Int: [Ratio]](), count: count)
      let before = done
      let planned = before + count * sampled.count
      progress.plan(planned, forecast: nil)
      let failure = runner.run(before..<planned, progress: progress) { index in
        let place = index - before
        let replication = first + place / sampled.count
        let point = sampled[place % sampled.count] * sets + replication % sets
        return ReplicationRunner.Job(
          point: point, scenario: scenarios[point], seed: seed, replication: replication,
          sector: sectors.isEmpty ? nil : sectors[point])
      } consume: { index, found in
        let outcome = found.outcome
        let place = index - before
        rows[place / sampled.count][sampled[place % sampled.count]] = columns.map { metric in
          Ratio(
            value: outcome[metric, 0],
            weight: outcome.weights[metric.rawValue * outcome.cellCount])
        }
        result.events += outcome.events
        result.clientYears += outcome.clientYears
      }
      done = planned
      if let failure {
        let candidate = sampled[(failure.index - before) % sampled.count]
        let set = (first + (failure.index - before) / sampled.count) % sets
        result.failure = (candidate, candidate * sets + set, failure.violation)
        break
      }
      if first == 0 { stage = linearised(rows) }
      for row in rows where selection.conclusion == nil {
        let needed = selection.sampled
        guard needed.allSatisfy({ row[$0] != nil }) else { break }
        selection.add(contributions(row, about: stage))
        for candidate in needed { result.add(row[candidate] ?? [], candidate: candidate) }
      }
    }
    result.selection = selection
    return result
  }

  /// A metric in one replication.
  fileprivate struct Ratio {
    /// The ratio.
    let value: Double
    /// Its denominator.
    let weight: Double
  }

  /// What the first stage says of the quantities of each candidate.
  private func linearised(_ rows: [[Int: [Ratio]]]) -> [Int: [LinearisedRatio]] {
    var stage: [Int: [LinearisedRatio]] = [:]
    for candidate in 0..<problem.candidates {
      let own = rows.compactMap { $0[candidate] }
      stage[candidate] = metrics.indices.map { quantity in
        LinearisedRatio(
          values: own.map { $0[quantity].value }, weights: own.map { $0[quantity].weight })
      }
    }
    return stage
  }

  private func contributions(
    _ row: [Int: [Ratio]], about stage: [Int: [LinearisedRatio]]
  ) -> [Int: [Double]] {
    var contributions: [Int: [Double]] = [:]
    for (candidate, ratios) in row {
      contributions[candidate] = zip(ratios, stage[candidate] ?? []).map { ratio, linearised in
        linearised.contribution(of: ratio.value, weight: ratio.weight)
      }
    }
    return contributions
  }
}

/// How a selection among scenarios came out.
public struct SelectionResult: Sendable {
  /// The selection with its verdicts and conclusion; without one, the run was stopped.
  public fileprivate(set) var selection: SequentialSelection
  /// Events that the engine executed.
  public fileprivate(set) var events = 0
  /// Client-years simulated, warm-up included.
  public fileprivate(set) var clientYears = 0.0
  /// The first broken conservation law, with its candidate and the position of its scenario.
  public fileprivate(set) var failure:
    (candidate: Int, scenario: Int, violation: InvariantViolation)?
  private var moments: [RatioMoments]
  /// Per candidate the rows of its replications in order; empty without sets, when nobody asks for them.
  private var rows: [[[SelectionExperiment.Ratio]]]
  private let sets: Int
  private let bounds: [ClosedRange<Double>]
  /// Replications that decisions rest on, per candidate.
  public private(set) var replications: [Int]

  fileprivate init(
    selection: SequentialSelection, candidates: Int, columns: [Metric], sets: Int
  ) {
    self.selection = selection
    self.sets = sets
    rows = Array(repeating: [], count: candidates)
    bounds = columns.map { MetricCatalog[$0].bounds }
    moments = Array(repeating: RatioMoments(columns: columns.count), count: candidates)
    replications = Array(repeating: 0, count: candidates)
  }

  fileprivate mutating func add(_ ratios: [SelectionExperiment.Ratio], candidate: Int) {
    for (column, ratio) in ratios.enumerated() {
      moments[candidate].add(ratio.value, weight: ratio.weight, column: column)
    }
    replications[candidate] += 1
    if sets > 1 { rows[candidate].append(ratios) }
  }

  /// The candidate whose worst limit is broken least, in tolerances, so that units do not matter.
  public func nearestCandidate(_ limits: [MetricLimit]) -> Int? {
    let worst = moments.indices.map { candidate -> Double in
      let estimates = estimates(candidate: candidate)
      return limits.enumerated().map {
        $1.excess(of: estimates[$0].mean) / $1.limit.tolerance
      }.max() ?? 0
    }
    return worst.indices.min { worst[$0] < worst[$1] }
  }

  /// The estimate of a quantity of a candidate over the sets, with what parameters and chance add; `nil` without sets.
  ///
  /// With fewer than two replications of each set the two parts cannot be told apart, and are NaN.
  package func ensembleEstimate(candidate: Int, column: Int) -> EnsembleEstimate? {
    guard sets > 1 else { return nil }
    let own = rows[candidate].map { $0[column] }
    let contributions = RatioContributions.of(own.map(\.value), weights: own.map(\.weight))
    let bySet = (0..<sets).map { set in
      stride(from: set, to: contributions.count, by: sets).map { contributions[$0] }
    }
    return EnsembleEstimate(independent: bySet, within: bounds[column])
  }

  /// The ratios of totals of the quantities of a candidate, then of the metrics that are reported as well, over the
  /// replications that decisions rest on.
  ///
  /// A candidate that was dropped early has a wide interval; because the number of replications
  /// depends on what they showed, intervals cover a little less often than 95 %.
  public func estimates(candidate: Int) -> [Estimate] {
    var quantiles = StudentQuantiles()
    return bounds.indices.map { column in
      moments[candidate].estimate(column: column, within: bounds[column], quantiles: &quantiles)
    }
  }
}
