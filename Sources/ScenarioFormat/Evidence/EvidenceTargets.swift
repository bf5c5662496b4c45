/// The published figures that simulated results are set beside, and the evidence they come from.
package enum EvidenceTargets {
  /// One published figure that rests on one fact.
  package struct Figure: Sendable, Equatable {
    /// The id of the evidence.
    package let evidence: String
    /// What the figure is used for: calibrated, validated or input.
    package let use: String
    /// The id of the metric that expresses it; `nil` when none does.
    package let metric: String?
    /// The scenario under which it is reported.
    package let scenario: String
    /// The figure in plain words.
    package let figure: String

    /// Makes a figure.
    package init(evidence: String, use: String, metric: String?, scenario: String, figure: String) {
      self.evidence = evidence
      self.use = use
      self.metric = metric
      self.scenario = scenario
      self.figure = figure
    }
  }

  /// All figures, in the order of the file of targets; one stands once for each fact it rests on.
  package static let all: [Figure] = {
    var figures: [Figure] = []
    for line in table.split(separator: "\n") {
      let words: [Substring] = line.split(separator: " ", maxSplits: 4)
      guard words.count == 5 else { continue }
      figures.append(
        Figure(
          evidence: String(words[0]), use: String(words[1]),
          metric: words[2] == "-" ? nil : String(words[2]), scenario: String(words[3]),
          figure: String(words[4])))
    }
    return figures
  }()

  /// The figures that rest on a fact.
  static func figures(restingOn id: String) -> [Figure] { all.filter { $0.evidence == id } }

  /// The ids of the facts with which a metric is compared, each once, in order.
  static func evidence(forMetric metric: String) -> [String] {
    var ids: [String] = []
    for figure in all where figure.metric == metric && !ids.contains(figure.evidence) {
      ids.append(figure.evidence)
    }
    return ids
  }
}
