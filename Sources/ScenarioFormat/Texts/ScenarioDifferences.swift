import CaseloadModel

/// A key that has one value in one scenario and another, or none, in the other.
package struct KeyChange: Sendable, Equatable {
  /// The key path, with names of list elements, for example `service.norms.care.intervalDays`.
  package let key: String
  /// The value before, as JSON; `nil` when there was none.
  package let before: String?
  /// The value after, as JSON; `nil` when there is none.
  package let after: String?

  /// The change in words, for example `staffing.fte 25 -> 30`.
  package var words: String { "\(key) \(before ?? "none") -> \(after ?? "none")" }
}

/// The values of a resolved scenario by key path, in the order of the text.
///
///     ScenarioDifferences.between(base, variant)  // [staffing.fte 25 -> 30]
package enum ScenarioDifferences {
  /// The keys by which a scenario differs from another, without what only names and describes it.
  package static func between(_ before: Scenario, _ after: Scenario) -> [KeyChange] {
    let changes = between(ScenarioText.canonical(before), ScenarioText.canonical(after)) ?? []
    return changes.filter { !["name", "description", "sources"].contains($0.key) }
  }

  /// The keys by which a resolved scenario differs from another, both as text; `nil` when one is no JSON.
  ///
  /// - Complexity: O(n) in the length of the texts.
  package static func between(_ before: String, _ after: String) -> [KeyChange]? {
    guard let old = values(of: before), let new = values(of: after) else { return nil }
    let oldByKey = byKey(old)
    let newByKey = byKey(new)
    var changes: [KeyChange] = []
    for (key, value) in new where oldByKey[key] != value {
      changes.append(KeyChange(key: key, before: oldByKey[key], after: value))
    }
    for (key, value) in old where newByKey[key] == nil {
      changes.append(KeyChange(key: key, before: value, after: nil))
    }
    return changes
  }

  /// The values of a scenario by key path, as JSON.
  package static func values(of scenario: Scenario) -> [String: String] {
    byKey(values(of: ScenarioText.canonical(scenario)) ?? [])
  }

  /// Values by key path; of keys that stand twice the first one counts.
  private static func byKey(_ values: [(String, String)]) -> [String: String] {
    var first: [String: String] = [:]
    for (key, value) in values where first[key] == nil { first[key] = value }
    return first
  }

  private static func values(of text: String) -> [(String, String)]? {
    let document = JSONReader.read(Array(text.utf8))
    guard document.problems.isEmpty, let root = document.root else { return nil }
    var values: [(String, String)] = []
    collect(root, document, path: "", into: &values)
    return values
  }

  private static func collect(
    _ node: Int, _ document: JSONDocument, path: String, into values: inout [(String, String)]
  ) {
    func joined(_ key: String) -> String { path.isEmpty ? key : path + "." + key }
    switch document.nodes[node].kind {
    case .object:
      for (key, value) in document.members(of: node) {
        collect(value, document, path: joined(document.string(key)), into: &values)
      }
    case .array:
      let elements = document.elements(of: node)
      guard elements.contains(where: { document.nodes[$0].kind == .object }) else {
        let texts = elements.map { document.source($0) }
        return values.append((path, "[" + texts.joined(separator: ", ") + "]"))
      }
      for (position, element) in elements.enumerated() {
        // Elements of lists are told apart by their first member, which is their name.
        let members = document.members(of: element)
        let name = members.first.flatMap {
          document.nodes[$0.value].kind == .string ? document.string($0.value) : nil
        }
        guard !members.contains(where: { document.string($0.key) == "remove" }) else { continue }
        collect(element, document, path: joined(name ?? "\(position)"), into: &values)
      }
    default: values.append((path, document.source(node)))
    }
  }
}
