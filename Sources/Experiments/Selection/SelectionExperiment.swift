import CaseloadModel

/// A selection among scenarios.
///
/// All candidates are run with the same seed, so that replication by replication they see the same
/// clients (common random numbers).
public struct SelectionExperiment: Sendable {
  /// The candidates.
  public let scenarios: [Scenario]
  /// The limits and the objective; its quantities are those of `metrics`.
  public let problem: SelectionProblem
  /// The metric behind each quantity, over all clients.
  public let metrics: [Metric]
  /// The seed of all random numbers.
  public let seed: UInt64

  /// Replications, all candidates together, that are run between two looks after the first stage.
  private static let batch = 32

  /// Makes an experiment.
  public init(
    scenarios: [Scenario], problem: SelectionProblem, metrics: [Metric], seed: UInt64
  ) {
    precondition(scenarios.count == problem.candidates, "there is a scenario per candidate")
    precondition(metrics.count == problem.quantityCount, "there is a metric per quantity")
    self.scenarios = scenarios
    self.problem = problem
    self.metrics = metrics
    self.seed = seed
  }

  /// Runs replications until the selection is concluded.
  ///
  /// Decisions are taken replication by replication whatever the size of the batches, so the outcome
  /// is the same with any number of threads. When the runner is cancelled, there is no conclusion.
  public func run(with runner: ReplicationRunner) -> SelectionResult {
    var selection = SequentialSelection(problem)
    var result = SelectionResult(selection: selection, candidates: scenarios.count)
    var done = 0
    let progress = ProgressCounter(planned: 0, start: .now, report: runner.onProgress)
    while selection.conclusion == nil, !runner.cancellation.isCancelled {
      let sampled = selection.sampled
      let first = selection.replications
      let count =
        first == 0
        ? problem.firstStage
        : min(problem.maximum - first, max(1, SelectionExperiment.batch / sampled.count))
      var rows = Array(repeating: [Int: [Double]](), count: count)
      let before = done
      let planned = before + count * sampled.count
      progress.plan(planned, forecast: nil)
      let failure = runner.run(before..<planned, progress: progress) { index in
        let place = index - before
        let candidate = sampled[place % sampled.count]
        return ReplicationRunner.Job(
          point: candidate, scenario: scenarios[candidate], seed: seed,
          replication: first + place / sampled.count)
      } consume: { index, outcome in
        let place = index - before
        rows[place / sampled.count][sampled[place % sampled.count]] = metrics.map { outcome[$0, 0] }
        result.events += outcome.events
        result.clientYears += outcome.clientYears
      }
      done = planned
      if let failure {
        result.failure = (sampled[(failure.index - before) % sampled.count], failure.violation)
        break
      }
      for row in rows where selection.conclusion == nil {
        let needed = selection.sampled
        guard needed.allSatisfy({ row[$0] != nil }) else { break }
        selection.add(row)
        for candidate in needed { result.add(row[candidate] ?? [], candidate: candidate) }
      }
    }
    result.selection = selection
    return result
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
  /// The first broken conservation law, with its candidate.
  public fileprivate(set) var failure: (candidate: Int, violation: InvariantViolation)?
  private var moments: [ColumnMoments]
  private let quantityCount: Int
  /// Replications that decisions rest on, per candidate.
  public private(set) var replications: [Int]

  fileprivate init(selection: SequentialSelection, candidates: Int) {
    self.selection = selection
    quantityCount = selection.problem.quantityCount
    moments = Array(repeating: ColumnMoments(columns: quantityCount), count: candidates)
    replications = Array(repeating: 0, count: candidates)
  }

  fileprivate mutating func add(_ values: [Double], candidate: Int) {
    moments[candidate].add(row: values)
    replications[candidate] += 1
  }

  /// The means of the quantities of a candidate over the replications that decisions rest on.
  ///
  /// A candidate that was dropped early has a wide interval; because the number of replications
  /// depends on what they showed, intervals cover a little less often than 95 %.
  public func estimates(candidate: Int) -> [Estimate] {
    var quantiles = StudentQuantiles()
    return moments[candidate].estimates(quantiles: &quantiles)
  }
}
