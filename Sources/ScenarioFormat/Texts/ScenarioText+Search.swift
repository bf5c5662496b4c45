extension ScenarioText {
  /// Lists keys, metrics and facts that hold the words of a question, best first; `nil` when none does.
  ///
  /// Dutch words and some others are known by what they stand for:
  ///
  ///     ScenarioText.search("rust", among: [])  // service.restPolicy and all about clients left alone
  ///
  /// - Parameter metrics: The metrics, which other modules describe.
  public static func search(_ question: String, among metrics: [SearchTopic]) -> String? {
    let topics = TopicIndex(keyTopics + metrics + evidenceTopics)
    let (results, holdAll) = topics.matches(for: question)
    guard !results.isEmpty else { return nil }
    let shown = results.prefix(searchLimit)
    let width = shown.reduce(0) { max($0, $1.id.count) } + 2
    let shownQuestion = DiagnosticRenderer.printable(question)
    var text =
      holdAll
      ? "\(results.count) found for \"\(shownQuestion)\"\n\n"
      : "nothing holds all words of \"\(shownQuestion)\"; \(results.count) hold some of them\n\n"
    for topic in shown {
      let padding = String(repeating: " ", count: width - topic.id.count)
      let room = max(40, 98 - width)
      text += "  \(topic.id)\(padding)\(shortened(topic.title, to: room))\n"
    }
    if results.count > shown.count {
      text += "  and \(results.count - shown.count) more; another word makes them fewer\n"
    }
    return text + "\ncaseload explain ID tells more of each.\n"
  }

  /// The most results that are listed.
  private static let searchLimit = 20

  /// All keys and sections as topics.
  static var keyTopics: [SearchTopic] {
    (ParameterTable.entries + SectorTable.entries).map { entry in
      SearchTopic(
        id: entry.path, title: entry.parameter.meaning,
        detail: entry.parameter.unit + " " + ExplainText.range(entry.parameter.shape))
    }
  }

  /// All facts as topics.
  static var evidenceTopics: [SearchTopic] {
    EvidenceTable.all.map { evidence in
      SearchTopic(
        id: evidence.id, title: evidence.text,
        detail: evidence.topic.rawValue + " " + evidence.source + " " + (evidence.note ?? ""))
    }
  }

  private static func shortened(_ text: String, to length: Int) -> String {
    text.count <= length ? text : text.prefix(length - 1) + "…"
  }
}
