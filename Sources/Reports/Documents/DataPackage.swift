import CaseloadModel
import Experiments

/// The description of the tables of a result, by which programs read them with the right types.
///
/// The form is that of a tabular data package (Frictionless Data, https://specs.frictionlessdata.io).
struct DataPackage {
  /// A column: its name, its type in the words of the form, and what it holds.
  struct Field {
    let name: String
    let type: String
    let meaning: String
    /// The unit; empty when there is none.
    let unit: String
    /// Whether every row has a value.
    let isRequired: Bool
    let minimum: Double?
    let maximum: Double?

    init(
      _ name: String, _ type: String, _ meaning: String, unit: String = "",
      isRequired: Bool = true, minimum: Double? = nil, maximum: Double? = nil
    ) {
      self.name = name
      self.type = type
      self.meaning = meaning
      self.unit = unit
      self.isRequired = isRequired
      self.minimum = minimum
      self.maximum = maximum
    }
  }

  /// A table: its file, its columns, the columns that tell its rows apart, and tables that they name.
  struct Table {
    let file: String
    let fields: [Field]
    let key: [String]
    var references: [(fields: [String], table: String, key: [String])] = []

    /// The name of the table in the package.
    var name: String { String(file.prefix { $0 != "." }) }
  }

  /// The name of the package, in small letters, digits, points, hyphens and underscores.
  let name: String
  /// What people call it.
  let title: String
  /// The tables.
  let tables: [Table]

  /// The description as JSON.
  var json: String {
    let present = Set(tables.map(\.name))
    return JSONValue.object([
      ("profile", .string("tabular-data-package")), ("name", .string(name.lowercased())),
      ("title", .string(title)),
      ("resources", .array(tables.map { DataPackage.value(of: $0, among: present) })),
      (
        "metrics",
        .array(
          MetricCatalog.all.map { metric in
            .object([
              ("name", .string(metric.id)), ("title", .string(metric.title)),
              ("unit", .string(metric.unit.rawValue)),
            ])
          })
      ),
    ]).text()
  }

  private static func value(of table: Table, among present: Set<String>) -> JSONValue {
    var schema: [(String, JSONValue)] = [
      ("fields", .array(table.fields.map(value))),
      ("missingValues", .array([.string("")])),
      ("primaryKey", .array(table.key.map { .string($0) })),
    ]
    let references = table.references.filter { present.contains($0.table) }
    if !references.isEmpty {
      schema.append(
        (
          "foreignKeys",
          .array(
            references.map { reference in
              .object([
                ("fields", .array(reference.fields.map { .string($0) })),
                (
                  "reference",
                  .object([
                    ("resource", .string(reference.table)),
                    ("fields", .array(reference.key.map { .string($0) })),
                  ])
                ),
              ])
            })
        ))
    }
    return .object([
      ("name", .string(table.name)), ("path", .string(table.file)),
      ("profile", .string("tabular-data-resource")), ("format", .string("csv")),
      ("encoding", .string("utf-8")), ("schema", .object(schema)),
    ])
  }

  private static func value(of field: Field) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .string(field.name)), ("type", .string(field.type)),
      ("description", .string(field.meaning)),
    ]
    if !field.unit.isEmpty { members.append(("unit", .string(field.unit))) }
    var limits: [(String, JSONValue)] = []
    if field.isRequired { limits.append(("required", .boolean(true))) }
    if let minimum = field.minimum { limits.append(("minimum", .number(minimum))) }
    if let maximum = field.maximum { limits.append(("maximum", .number(maximum))) }
    if !limits.isEmpty { members.append(("constraints", .object(limits))) }
    return .object(members)
  }
}
