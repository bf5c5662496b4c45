import ScenarioFormat

/// A JSON value whose objects keep their members in order.
///
///     JSONValue.object([("mean", 0.25), ("sd", .null)]).text  // {"mean": 0.25, "sd": null}
package enum JSONValue: Sendable, Equatable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case unsigned(UInt64)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// A number, or null when it is not finite.
  package static func finite(_ value: Double) -> JSONValue {
    value.isFinite ? .number(value) : .null
  }

  /// The value as text of a file, with a line break at the end.
  ///
  /// Values that fit in `width` columns stand on one line; others have a line per member, indented by
  /// two spaces. Numbers are the shortest that read back as the same value, so equal values give equal bytes.
  package func text(width: Int = 100) -> String {
    var output = ""
    write(to: &output, indent: 0, column: 0, width: width)
    return output + "\n"
  }

  /// The value on one line.
  package var line: String {
    switch self {
    case .null: return "null"
    case .boolean(let value): return value ? "true" : "false"
    case .integer(let value): return String(value)
    case .unsigned(let value): return String(value)
    case .number(let value): return JSONText.number(value)
    case .string(let value): return JSONText.quoted(value)
    case .array(let values): return "[" + values.map(\.line).joined(separator: ", ") + "]"
    case .object(let members):
      let texts = members.map { JSONText.quoted($0.0) + ": " + $0.1.line }
      return "{" + texts.joined(separator: ", ") + "}"
    }
  }

  private var isEmptyOrScalar: Bool {
    switch self {
    case .array(let values): values.isEmpty
    case .object(let members): members.isEmpty
    default: true
    }
  }

  private func write(to output: inout String, indent: Int, column: Int, width: Int) {
    let line = line
    if isEmptyOrScalar || column + line.utf8.count <= width && indent > 0 {
      output += line
      return
    }
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .array(let values):
      output += "["
      for (index, value) in values.enumerated() {
        output += (index > 0 ? "," : "") + "\n" + inner
        value.write(to: &output, indent: indent + 2, column: indent + 3, width: width)
      }
      output += "\n" + outer + "]"
    case .object(let members):
      output += "{"
      for (index, member) in members.enumerated() {
        let key = JSONText.quoted(member.0) + ": "
        output += (index > 0 ? "," : "") + "\n" + inner + key
        member.1.write(
          to: &output, indent: indent + 2, column: indent + 3 + key.utf8.count, width: width)
      }
      output += "\n" + outer + "}"
    default: output += line
    }
  }

  package static func == (a: JSONValue, b: JSONValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.boolean(let x), .boolean(let y)): x == y
    case (.integer(let x), .integer(let y)): x == y
    case (.unsigned(let x), .unsigned(let y)): x == y
    case (.number(let x), .number(let y)): x == y
    case (.string(let x), .string(let y)): x == y
    case (.array(let x), .array(let y)): x == y
    case (.object(let x), .object(let y)):
      x.count == y.count && zip(x, y).allSatisfy { $0.0 == $1.0 && $0.1 == $1.1 }
    default: false
    }
  }
}
