import CaseloadModel
import Experiments
import ScenarioFormat

/// Finds what `caseload explain` answers to a topic that is no metric.
enum ExplainAnswer {
  /// The explanation of a key, message or fact, or a list of what the words of the topic find.
  ///
  /// A topic with a dot and no blank is meant as a key path, and one such as `E-999` as an id: when it is
  /// wrong, a near one helps more than a list. Returns `nil` when nothing is found.
  static func text(for topic: String) -> String? {
    if let text = ScenarioText.explain(topic) { return text }
    let isPath = topic.contains(".") && !topic.contains(" ")
    return isPath || EvidenceTable.isID(topic)
      ? nil : ScenarioText.search(topic, among: metricTopics)
  }

  /// All metrics as topics of a search.
  static let metricTopics: [SearchTopic] = MetricCatalog.all.map { definition in
    SearchTopic(
      id: definition.metric.id, title: definition.title, otherTitle: definition.dutchTitle,
      detail: definition.definition)
  }
}
