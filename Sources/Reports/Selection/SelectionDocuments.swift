import CaseloadModel
import Experiments
import ScenarioFormat

/// A selection among scenarios as documents for programs and people.
public struct SelectionDocuments: Sendable {
  /// The name of the format of `results.json`.
  public static let format = "caseload-optimisation/1"

  /// What was asked for, in the words of the command line.
  public struct Question: Sendable {
    /// The keys that vary.
    public let keys: [String]
    /// The values of the keys, per candidate.
    public let points: [[String]]
    /// The limits.
    public let limits: [MetricLimit]
    /// The key or metric that is to be small or large.
    public let objective: String
    /// Whether it is to be small.
    public let isLowBest: Bool
    /// The name of the scenario.
    public let scenarioName: String
    /// The SHA-256 of the resolved scenario without any of the keys varied.
    public let scenarioDigest: String

    /// Makes a question.
    public init(
      keys: [String], points: [[String]], limits: [MetricLimit], objective: String,
      isLowBest: Bool, scenarioName: String, scenarioDigest: String
    ) {
      self.keys = keys
      self.points = points
      self.limits = limits
      self.objective = objective
      self.isLowBest = isLowBest
      self.scenarioName = scenarioName
      self.scenarioDigest = scenarioDigest
    }
  }

  let question: Question
  let experiment: SelectionExperiment
  let result: SelectionResult

  /// Makes the documents.
  public init(_ question: Question, experiment: SelectionExperiment, result: SelectionResult) {
    self.question = question
    self.experiment = experiment
    self.result = result
  }

  /// The values of the keys of a candidate, as overrides write them.
  public func label(candidate: Int) -> String {
    zip(question.keys, question.points[candidate]).map { "\($0)=\($1)" }.joined(separator: ", ")
  }

  /// The files of the result folder, in order.
  public func files(record: RunRecord) -> [ResultFile] {
    [
      ResultFile(name: "results.json", text: json),
      ResultFile(name: "run.json", text: record.json),
      ResultFile(name: "candidates.csv", text: csv),
    ]
  }

  /// The conclusion in one word.
  var conclusionWord: String {
    switch result.selection.conclusion {
    case nil: "stopped"
    case .selected: "selected"
    case .nothingFeasible: "nothing feasible"
    case .undecided: "undecided"
    case .undefined: "undefined"
    }
  }

  /// A verdict as a word with what it refers to.
  func words(for verdict: SelectionVerdict, candidate: Int) -> String {
    switch verdict {
    case .open: "open"
    case .feasible:
      result.selection.conclusion == .selected(candidate) ? "selected" : "meets the limits"
    case .infeasible(let limit): "breaks \(question.limits[limit].text)"
    case .beaten(let other): "worse than \(question.points[other].joined(separator: ", "))"
    }
  }

  /// Positions of the quantities that stand in tables: one per metric.
  var shownQuantities: [Int] {
    experiment.metrics.indices.filter { position in
      experiment.metrics.firstIndex(of: experiment.metrics[position]) == position
    }
  }

  /// All decisions as JSON: the same bytes for the same scenario, seed and question.
  public var json: String {
    let problem = experiment.problem
    var members: [(String, JSONValue)] = [
      ("format", .string(SelectionDocuments.format)),
      (
        "scenario",
        .object([
          ("name", .string(question.scenarioName)), ("sha256", .string(question.scenarioDigest)),
        ])
      ),
      ("seed", .unsigned(experiment.seed)),
      (question.isLowBest ? "minimise" : "maximise", .string(question.objective)),
    ]
    if case .measured(_, let indifference) = problem.objective {
      members.append(("indifference", .number(indifference)))
    }
    let limits = question.limits.map { limit in
      JSONValue.object([
        ("limit", .string(limit.text)), ("metric", .string(limit.metric.id)),
        ("bound", .number(limit.limit.bound)), ("tolerance", .number(limit.limit.tolerance)),
      ])
    }
    members += [
      ("limits", .array(limits)), ("confidence", .number(problem.confidence)),
      ("firstStage", .integer(Int64(problem.firstStage))),
      ("maximumReplications", .integer(Int64(problem.maximum))),
      ("conclusion", .string(conclusionWord)),
    ]
    if result.selection.conclusion == nil { members.append(("partial", .boolean(true))) }
    if case .selected(let candidate)? = result.selection.conclusion {
      members.append(("selected", values(candidate: candidate)))
    }
    members.append(("candidates", .array(question.points.indices.map { value(candidate: $0) })))
    return JSONValue.object(members).text()
  }

  private func values(candidate: Int) -> JSONValue {
    .object(zip(question.keys, question.points[candidate]).map { ($0, .string($1)) })
  }

  private func value(candidate: Int) -> JSONValue {
    let estimates = result.estimates(candidate: candidate)
    let metrics = shownQuantities.map { position in
      let estimate = estimates[position]
      let figures: [(String, JSONValue)] = [
        ("mean", .finite(estimate.mean)), ("sd", .finite(estimate.standardDeviation)),
        ("low95", .finite(estimate.low)), ("high95", .finite(estimate.high)),
      ]
      return (experiment.metrics[position].id, JSONValue.object(figures))
    }
    return .object([
      ("values", values(candidate: candidate)),
      (
        "verdict",
        .string(words(for: result.selection.verdicts[candidate], candidate: candidate))
      ),
      ("replications", .integer(Int64(result.replications[candidate]))),
      ("metrics", .object(metrics)),
    ])
  }

  /// One row per candidate and metric.
  public var csv: String {
    var table = CSVText(
      header: ["candidate"] + question.keys + [
        "verdict", "metric", "unit", "n", "mean", "sd", "low95", "high95",
      ])
    for (candidate, point) in question.points.enumerated() {
      let estimates = result.estimates(candidate: candidate)
      let verdict = words(for: result.selection.verdicts[candidate], candidate: candidate)
      for position in shownQuantities {
        let estimate = estimates[position]
        let metric = experiment.metrics[position]
        table.add(
          [String(candidate)] + point + [
            verdict, metric.id, MetricCatalog[metric].unit.rawValue, String(estimate.count),
            CSVText.field(estimate.mean), CSVText.field(estimate.standardDeviation),
            CSVText.field(estimate.low), CSVText.field(estimate.high),
          ])
      }
    }
    return table.text
  }
}
