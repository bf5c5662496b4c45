import Foundation

/// What a result answers, and how far; it stands in `run.json`, so that a later run can tell whether it asks
/// the same.
package struct ResultQuestion: Sendable, Equatable {
  /// Everything that decides the figures: the command, the scenario, the seed and what was asked of them.
  package let text: String
  /// Replications behind the result.
  package let replications: Int
  /// Whether the work was stopped before it was complete.
  package let isPartial: Bool

  /// Makes a question.
  package init(_ text: String, replications: Int, isPartial: Bool) {
    self.text = text
    self.replications = replications
    self.isPartial = isPartial
  }

  /// The question of a result that was written before; `nil` when its `run.json` does not tell.
  init?(in folder: String) {
    let path = folder + "/run.json"
    guard let data = FileManager.default.contents(atPath: path),
      let root = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any],
      let text = root["question"] as? String, let replications = root["replications"] as? Int
    else { return nil }
    self.init(text, replications: replications, isPartial: root["partial"] as? Bool ?? false)
  }

  /// Whether a result of this question may take the place of an older one without losing anything.
  func replaces(_ older: ResultQuestion) -> Bool {
    text == older.text
      && (older.isPartial || (!isPartial && replications >= older.replications))
  }
}
