import CaseloadModel
import Experiments
import ScenarioFormat

/// A selection among scenarios as documents for programs and people.
package struct SelectionDocuments: Sendable, ResultDocument {
  /// The name of the format of `results.json`.
  package static let format = "caseload-optimisation/1"

  /// What was asked for, in the words of the command line.
  package struct Question: Sendable {
    /// The keys that vary.
    package let keys: [String]
    /// The values of the keys, per candidate.
    package let points: [[String]]
    /// The limits.
    package let limits: [MetricLimit]
    /// The key or metric that is to be small or large.
    package let objective: String
    /// Whether it is to be small.
    package let isLowBest: Bool
    /// The name of the scenario.
    package let scenarioName: String
    /// The SHA-256 of the resolved scenario without any of the keys varied.
    package let scenarioDigest: String
    /// What tables call the scenario.
    package let title: String

    /// Makes a question.
    package init(
      keys: [String], points: [[String]], limits: [MetricLimit], objective: String,
      isLowBest: Bool, scenarioName: String, scenarioDigest: String, title: String
    ) {
      self.title = title
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
  /// What other keys would do where nothing meets the limits; `nil` when that was not asked.
  let screening: DecisionScreening?

  /// Makes the documents.
  package init(
    _ question: Question, experiment: SelectionExperiment, result: SelectionResult,
    screening: DecisionScreening? = nil
  ) {
    self.question = question
    self.experiment = experiment
    self.result = result
    self.screening = screening
  }

  /// The values of the keys of a candidate, as overrides write them.
  package func label(candidate: Int) -> String {
    zip(question.keys, question.points[candidate]).map { "\($0)=\($1)" }.joined(separator: ", ")
  }

  /// The files of the result folder, in order.
  package func files(record: RunRecord, scenario: Scenario) -> [ResultFile] {
    [
      ResultFile(name: "scenario.json", text: ScenarioText.resolved(scenario)),
      ResultFile(name: "results.json", text: jsonValue.text()),
      ResultFile(name: "run.json", text: record.json),
      ResultFile(name: "candidates.csv", text: rows.csv),
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
  func words(
    for verdict: SelectionVerdict, candidate: Int, in language: PageLanguage = .en
  ) -> String {
    func point(_ other: Int) -> String { question.points[other].joined(separator: ", ") }
    let words: Bilingual =
      switch verdict {
      case .open: Bilingual("open", "open")
      case .feasible:
        result.selection.conclusion == .selected(candidate)
          ? Bilingual("gekozen", "selected") : Bilingual("haalt de grenzen", "meets the limits")
      case .infeasible(let limit):
        Bilingual(
          "breekt \(question.limits[limit].text)", "breaks \(question.limits[limit].text)")
      case .beaten(let other):
        Bilingual("minder goed dan \(point(other))", "worse than \(point(other))")
      case .tied(let other):
        Bilingual("even goed als \(point(other))", "tied with \(point(other))")
      }
    return words[language]
  }

  /// The metric of every estimate of a candidate.
  var columns: [Metric] { experiment.metrics + experiment.reported }

  /// Positions of the quantities that stand in tables: one per metric.
  var shownQuantities: [Int] {
    experiment.metrics.indices.filter { columns.firstIndex(of: columns[$0]) == $0 }
  }

  /// Positions of everything that is known of a candidate: one per metric.
  var allQuantities: [Int] {
    columns.indices.filter { columns.firstIndex(of: columns[$0]) == $0 }
  }

  /// The net cost of a candidate in euro per year; NaN when a part of it has no value.
  func netCost(candidate: Int) -> Double {
    let estimates = result.estimates(candidate: candidate)
    return experiment.reported.indices.reduce(0) {
      $0 + estimates[experiment.metrics.count + $1].mean
    }
  }

  /// All decisions as JSON: the same bytes for the same scenario, seed and question.
  package var jsonValue: JSONValue {
    let problem = experiment.problem
    var members =
      DocumentHeader(
        SelectionDocuments.format, question.scenarioName, question.scenarioDigest,
        seed: experiment.seed
      ).members() + [(question.isLowBest ? "minimise" : "maximise", .string(question.objective))]
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
      let tied = result.selection.tied(with: candidate).map { values(candidate: $0) }
      if !tied.isEmpty { members.append(("tied", .array(tied))) }
    }
    members.append(("candidates", .array(question.points.indices.map { value(candidate: $0) })))
    if let screening { members.append(("screening", screening.jsonValue(question.limits))) }
    return .object(members)
  }

  private func values(candidate: Int) -> JSONValue {
    .object(zip(question.keys, question.points[candidate]).map { ($0, .string($1)) })
  }

  private func value(candidate: Int) -> JSONValue {
    let estimates = result.estimates(candidate: candidate)
    let metrics = allQuantities.map { position in
      (columns[position].id, JSONValue.object(estimates[position].figures))
    }
    let members: [(key: String, value: JSONValue)] = [
      ("values", values(candidate: candidate)),
      (
        "verdict",
        .string(words(for: result.selection.verdicts[candidate], candidate: candidate))
      ),
      ("replications", .integer(Int64(result.replications[candidate]))),
      ("netCost", .finite(netCost(candidate: candidate))),
      ("metrics", .object(metrics)),
    ]
    return .object(members + setMembers(candidate: candidate))
  }

  /// What the sets of an ensemble say of the limits; empty without sets.
  private func setMembers(candidate: Int) -> [(key: String, value: JSONValue)] {
    guard experiment.sets > 1 else { return [] }
    let limits = question.limits.enumerated().compactMap { position, limit -> JSONValue? in
      guard
        let estimate = result.ensembleEstimate(candidate: candidate, column: position)
      else { return nil }
      return .object([
        ("limit", .string(limit.text)), ("mean", .finite(estimate.mean)),
        ("low95", .finite(estimate.low)), ("high95", .finite(estimate.high)),
        ("chanceHalfWidth", .finite(estimate.chanceHalfWidth)),
        ("parameterHalfWidth", .finite(estimate.parameterHalfWidth)),
        ("setLowest", .finite(estimate.lowest)), ("setHighest", .finite(estimate.highest)),
        ("setsThatMeetIt", .integer(Int64(estimate.setMeans.count { limit.isMet(by: $0) }))),
        ("sets", .integer(Int64(estimate.setMeans.count))),
      ])
    }
    return [("limitsOverSets", .array(limits))]
  }

  /// One row per candidate and metric.
  package var rows: DataTable {
    DataTable(
      ["candidate"] + question.keys + ["verdict", "metric", "unit"] + Estimate.columns,
      rows: question.points.enumerated().lazy.flatMap { candidate, point in
        let estimates = result.estimates(candidate: candidate)
        let verdict = words(for: result.selection.verdicts[candidate], candidate: candidate)
        return allQuantities.map { position in
          let metric = columns[position]
          return [String(candidate)] + point
            + [verdict, metric.id, MetricCatalog[metric].unit.rawValue] + estimates[position].fields
        }
      })
  }

  /// Heading, a row per candidate, and the conclusion in words.
  package func table(_ layout: TableLayout) -> String {
    SelectionTable(self, layout).text
  }
}

extension DecisionScreening {
  /// The changes that help, as JSON.
  fileprivate func jsonValue(_ limits: [MetricLimit]) -> JSONValue {
    .object([
      ("candidate", .integer(Int64(candidate))),
      ("changes", .integer(Int64(changes.count))),
      ("replications", .integer(Int64(DecisionScreening.replications))),
      (
        "helpful",
        .array(
          helpful.map { effect in
            .object([
              ("key", .string(effect.change.key)), ("from", .string(effect.change.from)),
              ("to", .string(effect.change.to)),
              ("limit", .string(limits[effect.limit].text)),
              ("difference", .finite(effect.difference.estimate.mean)),
              ("low", .finite(effect.difference.simultaneousLow)),
              ("high", .finite(effect.difference.simultaneousHigh)),
              ("mean", .finite(effect.difference.variant)),
              ("meetsLimit", .boolean(limits[effect.limit].isMet(by: effect.difference.variant))),
            ])
          })
      ),
    ])
  }
}
