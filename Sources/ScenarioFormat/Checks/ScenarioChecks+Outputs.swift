import CaseloadModel

// What a result is to hold has to exist.
extension ScenarioChecks {
  /// The names of tables of one replication.
  static let tableNames = ["workers", "clients", "months"]

  mutating func checkOutputs() {
    let outputs = scenario.outputs
    let metrics = MetricCatalog.all.map { $0.id }
    for id in outputs.metrics where !metrics.contains(id) {
      add(
        .unknownReference, "outputs.metrics",
        expected: "ids of metrics ('caseload explain' lists all)",
        found: "\"\(id)\"", hint: Suggestion.hint(for: id, among: metrics))
    }
    for name in outputs.tables where !ScenarioChecks.tableNames.contains(name) {
      add(
        .unknownReference, "outputs.tables",
        expected: ScenarioChecks.tableNames.joined(separator: ", "), found: "\"\(name)\"",
        hint: Suggestion.hint(for: name, among: ScenarioChecks.tableNames))
    }
  }
}
