import CaseloadModel
import Experiments
import ScenarioFormat

/// What a study found, for people and for programs; each form is written by `DocumentExporter` alone.
package protocol ResultDocument {
  /// Everything, as JSON.
  var jsonValue: JSONValue { get }
  /// One row per figure.
  var rows: DataTable { get }
  /// The figures that matter, as people read them.
  func table(_ layout: TableLayout) -> String
}

/// The forms in which a result is printed.
package enum DocumentFormat: String, CaseIterable, Sendable {
  /// A table for people.
  case table
  /// JSON.
  case json
  /// Comma-separated values.
  case csv
}

/// Writes results; one writer per form.
package enum DocumentExporter {
  /// The text of a result in one form.
  package static func text(
    of document: some ResultDocument, as format: DocumentFormat, _ layout: TableLayout,
    csv style: CSVStyle = .tidy
  ) -> String {
    switch format {
    case .table: document.table(layout)
    case .json: document.jsonValue.text()
    case .csv: document.rows.csv(style)
    }
  }
}

/// Rows of fields under named columns.
package struct DataTable {
  /// The names of the columns.
  package let columns: [String]
  private let content: AnySequence<[String]>

  /// Makes a table whose rows are made when they are read.
  package init(_ columns: [String], rows: some Sequence<[String]>) {
    self.columns = columns
    content = AnySequence(rows)
  }

  /// The table as comma-separated values.
  package var csv: String { csv(.tidy) }

  /// The table in a style.
  package func csv(_ style: CSVStyle) -> String {
    var text = CSVText(header: columns, style: style)
    for row in content { text.add(row) }
    return text.text
  }
}

// MARK: - What result documents share

/// The members with which every result document begins.
package struct DocumentHeader {
  /// The name and number of the format.
  let format: String
  /// The scenario, under the key that the document gives it.
  let scenarioKey: String
  let scenarioName: String
  let scenarioDigest: String
  let seed: UInt64

  init(
    _ format: String, _ scenarioName: String, _ scenarioDigest: String, seed: UInt64,
    scenarioKey: String = "scenario"
  ) {
    self.format = format
    self.scenarioKey = scenarioKey
    self.scenarioName = scenarioName
    self.scenarioDigest = scenarioDigest
    self.seed = seed
  }

  /// The members in order; `more` stands behind the format.
  func members(_ more: [(String, JSONValue)] = []) -> [(String, JSONValue)] {
    [("format", .string(format))] + more + [
      (scenarioKey, DocumentHeader.scenario(scenarioName, scenarioDigest)),
      ("seed", .unsigned(seed)),
    ]
  }

  /// A scenario by its name and the hash of its meaning.
  static func scenario(_ name: String, _ digest: String) -> JSONValue {
    .object([("name", .string(name)), ("sha256", .string(digest))])
  }
}

/// Every metric with every group for which it is kept, that of all clients first, in the order of the catalog.
package struct MetricRows: Sequence {
  /// One metric in one group.
  package struct Row {
    /// The metric.
    package let definition: MetricDefinition
    /// The group; 0 is all clients.
    package let group: Int
    /// The name of the group.
    package let groupName: String

    /// The fields that lead the row of any table: metric, group and unit.
    var fields: [String] { [definition.metric.id, groupName, definition.unit.rawValue] }
  }

  private let parts: MetricParts
  private let definitions: [MetricDefinition]

  /// Names of the leading fields of a row.
  static let columns = ["metric", "group", "unit"]

  /// The rows of a scenario with the given parts: of all metrics, or of those with some ids.
  package init(_ parts: MetricParts, metrics ids: [String] = []) {
    self.parts = parts
    definitions = MetricRows.definitions(ids)
  }

  /// The metrics with some ids in the order of the catalogue; all for none.
  static func definitions(_ ids: [String]) -> [MetricDefinition] {
    MetricCatalog.all.filter { ids.isEmpty || ids.contains($0.id) }
  }

  package func makeIterator() -> some IteratorProtocol<Row> {
    definitions.lazy.flatMap { [parts] definition in
      ([("all", 0)] + parts.columns(of: definition.groups)).map {
        Row(definition: definition, group: $0.column, groupName: $0.name)
      }
    }.makeIterator()
  }

  /// Every metric as a member of a JSON object, with its groups inside.
  static func members(
    _ parts: MetricParts, metrics ids: [String] = [],
    of figures: (MetricDefinition, Int) -> [(String, JSONValue)]
  ) -> JSONValue {
    .object(
      definitions(ids).map { definition in
        var members = [("unit", JSONValue.string(definition.unit.rawValue))]
        members += figures(definition, 0)
        let kept = parts.columns(of: definition.groups)
        if !kept.isEmpty {
          let groups = kept.map { ($0.name, JSONValue.object(figures(definition, $0.column))) }
          members.append(("groups", .object(groups)))
        }
        return (definition.metric.id, .object(members))
      })
  }
}

extension Estimate {
  /// The columns of an estimate in tables.
  static let columns = ["n", "mean", "sd", "low95", "high95"]

  /// The fields of an estimate in tables.
  var fields: [String] {
    [String(count)] + [mean, standardDeviation, low, high].map { CSVText.field($0) }
  }

  /// The figures of an estimate in JSON, without their number.
  var figures: [(String, JSONValue)] {
    [
      ("mean", .finite(mean)), ("sd", .finite(standardDeviation)), ("low95", .finite(low)),
      ("high95", .finite(high)),
    ]
  }

  /// The figures of an estimate in JSON.
  var members: [(String, JSONValue)] { figures + [("n", .integer(Int64(count)))] }
}
