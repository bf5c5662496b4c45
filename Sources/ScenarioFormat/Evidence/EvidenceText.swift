/// Writes evidence for people: one fact, the facts behind a key or a metric, and the page of all of them.
enum EvidenceText {
  /// What a fact says, where it stands, and what rests on it.
  static func explanation(_ evidence: Evidence) -> String {
    var text = evidence.id + "\n\n" + ExplainText.wrapped(evidence.text, indent: "  ") + "\n"
    text += ExplainText.row("source", evidence.source)
    text += ExplainText.row("place", evidence.place)
    text += ExplainText.row("status", evidence.status.rawValue)
    if let note = evidence.note { text += ExplainText.row("note", note) }
    let keys = EvidenceTable.keys(restingOn: evidence.id)
    text += ExplainText.row(
      "keys", keys.isEmpty ? "none: no default rests on it" : keys.joined(separator: ", "))
    let figures = EvidenceTargets.figures(restingOn: evidence.id).map(figure)
    text += ExplainText.row(
      "figures",
      figures.isEmpty
        ? "none: no result is set beside it" : figures.joined(separator: "; "))
    return text
  }

  /// A line for each fact, with its source: rows of an explanation; empty when there is no fact.
  static func rows(_ ids: [String]) -> String {
    var text = ""
    for evidence in ids.compactMap({ EvidenceTable.evidence(id: $0) }) {
      let label = text.isEmpty ? "evidence" : ""
      text += ExplainText.row(label, "\(evidence.id) (\(evidence.shortSource)): \(evidence.text)")
    }
    return text
  }

  /// Ids with their sources and places in a few words, for the schema and the reference page.
  static func citations(_ ids: [String]) -> String {
    ids.map { id in EvidenceTable.evidence(id: id).map { $0.citation } ?? id }.joined(
      separator: ", ")
  }

  /// The page of all evidence, by subject, in Markdown.
  static func page() -> String {
    var text = """
      # Evidence

      What published reports and studies say, in the words of this project, and what rests on it.

      ## Overview

      Defaults of scenario keys name the facts they rest on, and published figures are set beside results.
      Ids that begin with E come from five Dutch reports, those with O from elsewhere. Lines are those of
      the plain text of a report. `caseload explain E-086` prints one fact with all that is known of it,
      `caseload explain evidence` this page.

      | report | in short |
      |---|---|

      """
    for report in EvidenceReport.allCases { text += "| \(report.title) | \(report.shortTitle) |\n" }
    for topic in EvidenceTopic.allCases {
      text += "\n## \(topic.rawValue)\n\n"
      text += "| id | what it says | where | keys and metrics |\n|---|---|---|---|\n"
      for evidence in EvidenceTable.all where evidence.topic == topic { text += pageRow(evidence) }
    }
    return text
  }

  private static func pageRow(_ evidence: Evidence) -> String {
    var words = evidence.text
    if let note = evidence.note { words += " *\(note)*" }
    var place = "\(evidence.shortSource), \(evidence.place)"
    if evidence.status != .read { place += "; \(evidence.status.rawValue)" }
    var uses = EvidenceTable.keys(restingOn: evidence.id)
    for figure in EvidenceTargets.figures(restingOn: evidence.id) {
      if let metric = figure.metric, !uses.contains(metric) { uses.append(metric) }
    }
    let list = uses.map { "`\($0)`" }.joined(separator: ", ")
    return "| \(evidence.id) | \(words) | \(place) | \(list) |\n"
  }

  /// A figure with its scenario, metric and use.
  private static func figure(_ figure: EvidenceTargets.Figure) -> String {
    let metric = figure.metric.map { "\($0), " } ?? ""
    return "\(figure.figure) of \(figure.scenario) (\(metric)\(figure.use))"
  }
}
