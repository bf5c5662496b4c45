import CaseloadModel

/// What the numbers in recorded events stand for in one scenario.
package struct RecordNames: Sendable {
  /// Groups of clients.
  package let groups: [String]
  /// Segments of clients.
  package let segments: [String]
  /// Attributes of what is known of clients.
  package let attributes: [String]
  /// Roles of workers.
  package let roles: [String]
  private var subjects: [SubjectKind: [String]] = [:]

  /// Gathers the names of a scenario.
  package init(_ scenario: Scenario) {
    groups = scenario.population.groups.map(\.name)
    segments = scenario.population.segments.map(\.name)
    roles = SubjectKind.role.names(in: scenario)
    attributes = scenario.knowledge.attributes.map(\.name)
    for kind in SubjectKind.allCases { subjects[kind] = kind.names(in: scenario) }
  }

  /// The name of what an event is about beside client and worker; a number when it has no name.
  package func subject(of event: RecordedEvent) -> String {
    let kind = event.activity.definition.subject
    guard kind != .none, event.subject >= 0 else { return "" }
    let names = subjects[kind] ?? []
    return names.indices.contains(event.subject) ? names[event.subject] : String(event.subject + 1)
  }

  /// The name of a group; empty for none.
  package func group(_ number: Int) -> String {
    groups.indices.contains(number) ? groups[number] : ""
  }

  /// The name of an attribute; empty for none.
  package func attribute(_ number: Int) -> String {
    attributes.indices.contains(number) ? attributes[number] : ""
  }

  /// The name of a segment; empty for none.
  package func segment(_ number: Int) -> String {
    segments.indices.contains(number) ? segments[number] : ""
  }

  /// The name of a role.
  package func role(_ number: Int) -> String {
    roles.indices.contains(number) ? roles[number] : ""
  }
}

extension RecordedEvent {
  /// Whose history the event belongs to: work for a client belongs to the client's.
  package var caseKind: CaseKind {
    let about = activity.about
    return about == .worker && client > 0 ? .client : about
  }

  /// The number of that client, worker or vacancy; 0 for the organisation.
  package var caseNumber: Int { number(of: caseKind) }

  /// The number of the client, worker or vacancy of the event; 0 for the organisation.
  @inline(__always)
  func number(of kind: CaseKind) -> Int {
    switch kind {
    case .client: client
    case .worker: worker
    case .vacancy: vacancy
    case .organisation: 0
    }
  }
}
