import CaseloadModel
import Experiments
import ScenarioFormat
import SimulationKernel

/// A file of published figures.
package struct ValidationTargets: Sendable, Equatable {
  /// The format that this version reads.
  package static let format = "caseload-targets/1"

  /// The figures, in the order of the report.
  package let targets: [ValidationTarget]

  /// Why a file of targets cannot be used; every problem, in the order of the file.
  package struct Problems: Error, Sendable, Equatable {
    /// The place, what was expected and what was found, one by one.
    package let diagnostics: [Diagnostic]
  }

  /// Reads targets from JSON and checks them.
  ///
  /// - Parameter path: The file, as messages name it.
  /// - Throws: `Problems` with every key that is missing, unknown or of the wrong kind, every metric
  ///   that does not exist and every range that is empty.
  package static func read(_ bytes: [UInt8], path: String) throws(Problems) -> ValidationTargets {
    var reader = TargetReader(RecordReader(bytes, path: path))
    let targets = reader.targets()
    let problems = reader.records.sortedProblems
    guard problems.isEmpty else { throw Problems(diagnostics: problems) }
    return ValidationTargets(targets: targets)
  }
}

/// Reads the members of targets.
private struct TargetReader {
  private typealias Record = RecordReader.Record

  private static let readingKeys = ["scenario", "set", "metric", "group", "at", "organisations"]
  private static let limitKeys = ["low", "above", "high", "below"]
  private static let targetKeys =
    readingKeys + ["figure", "published", "less", "per"] + limitKeys + [
      "use", "evidence", "comment",
    ]
  /// The group that stands for all clients; no scenario may give it to one of its own.
  private static let allClients = "all"

  private(set) var records: RecordReader

  init(_ records: RecordReader) { self.records = records }

  mutating func targets() -> [ValidationTarget] {
    guard let root = records.root() else { return [] }
    records.expectOnly(["format", "targets"], in: root)
    let format = ValidationTargets.format
    if let found = records.text("format", of: root, isRequired: true), found != format {
      records.report(
        .outOfRange, "format", of: root, expected: "\"\(format)\"", found: "\"\(found)\"")
    }
    return records.records("targets", of: root).compactMap { target($0) }
  }

  private mutating func target(_ record: Record) -> ValidationTarget? {
    records.expectOnly(TargetReader.targetKeys, in: record)
    let scenario = records.text("scenario", of: record, isRequired: true)
    let figure = records.text("figure", of: record, isRequired: true)
    let published = records.text("published", of: record, isRequired: true)
    let use = use(record)
    let evidence = records.texts("evidence", of: record)
    let comment = records.text("comment", of: record)
    guard let scenario, let figure, let published, let use else { return nil }
    let quantity = quantity(record, scenario)
    let range = range(record)
    if !records.has("metric", in: record), !records.has("organisations", in: record) {
      expectReason(record, comment)
    } else if range.low == nil, range.high == nil {
      records.report(
        .missingReference, "metric", of: record, expected: "low, above, high or below with it",
        found: "none of them")
    }
    return ValidationTarget(
      scenario: scenario, figure: figure, quantity: quantity, published: published, range: range,
      use: use, evidence: evidence, comment: comment)
  }

  /// A figure that nothing expresses has a reason, and nothing that would be read or judged.
  private mutating func expectReason(_ record: Record, _ comment: String?) {
    if (comment ?? "").isEmpty {
      records.report(
        .missingReference, "comment", of: record,
        expected: "the reason why no metric expresses the figure", found: "none")
    }
    for key in ["set", "group", "at", "less", "per"] + TargetReader.limitKeys
    where records.has(key, in: record) {
      records.report(
        .impossible, key, of: record, expected: "a metric beside it", found: "none")
    }
  }

  private mutating func use(_ record: Record) -> ValidationTarget.Use? {
    guard let text = records.text("use", of: record, isRequired: true) else { return nil }
    if let use = ValidationTarget.Use(rawValue: text) { return use }
    let words = ValidationTarget.Use.allCases.map(\.rawValue).joined(separator: ", ")
    records.report(
      .outOfRange, "use", of: record, expected: "one of \(words)", found: "\"\(text)\"")
    return nil
  }

  // MARK: - Quantities

  private mutating func quantity(_ record: Record, _ scenario: String) -> ValidationQuantity? {
    let condition = condition(record)
    guard let metric = condition?.metric ?? metric(record) else { return nil }
    let first = ValidationReading(
      run: ValidationRun(
        scenario: scenario, changes: records.overrides("set", of: record) ?? []),
      metric: metric, group: group(record), date: records.date("at", of: record),
      organisations: condition?.condition)
    let less = records.record("less", of: record).flatMap { reading($0, after: first) }
    let per = records.record("per", of: record).flatMap { reading($0, after: first) }
    switch (less, per) {
    case (let less?, nil): return .difference(first, less: less)
    case (nil, let per?): return .ratio(first, per: per)
    case (nil, nil): return .value(first)
    case (_?, _?):
      records.report(
        .impossible, "per", of: record, expected: "less or per, and not both", found: "both")
      return nil
    }
  }

  /// A reading that is like the first one in everything that it leaves out; another scenario comes
  /// without the changes of the first.
  private mutating func reading(
    _ record: Record, after first: ValidationReading
  ) -> ValidationReading? {
    records.expectOnly(TargetReader.readingKeys, in: record)
    let scenario = records.text("scenario", of: record)
    let changes = records.overrides("set", of: record)
    let condition = condition(record)
    let metric =
      records.has("metric", in: record) ? metric(record) : condition?.metric ?? first.metric
    let group = records.has("group", in: record) ? group(record) : first.group
    let date = records.has("at", in: record) ? records.date("at", of: record) : first.date
    guard let metric else { return nil }
    let second = ValidationReading(
      run: ValidationRun(
        scenario: scenario ?? first.run.scenario,
        changes: changes ?? (scenario == nil ? first.run.changes : [])),
      metric: metric, group: group, date: date,
      organisations: condition?.condition ?? first.organisations)
    if second == first {
      records.report(
        .impossible, "scenario", of: record,
        expected: "another scenario, set, metric, group or day than that of the target",
        found: "the same")
    }
    return second
  }

  private mutating func metric(_ record: Record) -> Metric? {
    guard let id = records.text("metric", of: record) else { return nil }
    if let metric = Metric(id: id) { return metric }
    let near = Suggestion.nearest(to: id, among: Metric.allCases.map(\.id))
    records.report(
      .unknownReference, "metric", of: record, expected: "a metric", found: "\"\(id)\"",
      hint: near.map { "did you mean \"\($0)\"?" })
    return nil
  }

  /// The condition whose share of organisations is read, with the metric that it is about; one about the start
  /// stands with the number of clients.
  private mutating func condition(
    _ record: Record
  ) -> (condition: SectorCondition, metric: Metric)? {
    guard let text = records.text("organisations", of: record) else { return nil }
    for key in ["metric", "group", "at"] where records.has(key, in: record) {
      records.report(
        .impossible, key, of: record, expected: "organisations or \(key), and not both",
        found: "both")
    }
    guard let condition = SectorCondition(text) else {
      records.report(
        .wrongType, "organisations", of: record,
        expected: "quantity > limit, with >, >=, <, <= or =", found: "\"\(text)\"")
      return nil
    }
    return (condition, Metric(id: condition.quantity) ?? .stockClients)
  }

  private mutating func group(_ record: Record) -> String? {
    let name = records.text("group", of: record)
    return name == TargetReader.allClients ? nil : name
  }

  // MARK: - Ranges

  private mutating func range(_ record: Record) -> ValidationRange {
    let low = limit("low", "above", record)
    let high = limit("high", "below", record)
    if let low, let high {
      let isEmpty =
        low.value > high.value
        || low.value == high.value && !(low.isAccepted && high.isAccepted)
      if isEmpty {
        records.report(
          .impossible, records.has("low", in: record) ? "low" : "above", of: record,
          expected: "less than the upper limit, \(JSONText.number(high.value))",
          found: JSONText.number(low.value))
      }
    }
    return ValidationRange(low: low, high: high)
  }

  /// A limit that is accepted itself, or one that is not.
  private mutating func limit(
    _ accepted: String, _ excluded: String, _ record: Record
  ) -> ValidationRange.Limit? {
    let inner = records.number(accepted, of: record)
    let outer = records.number(excluded, of: record)
    if inner != nil, outer != nil {
      records.report(
        .impossible, excluded, of: record, expected: "\(accepted) or \(excluded), and not both",
        found: "both")
    }
    if let inner { return ValidationRange.Limit(inner) }
    return outer.map { ValidationRange.Limit($0, isAccepted: false) }
  }
}
