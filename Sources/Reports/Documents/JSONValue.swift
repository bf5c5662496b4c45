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

  /// A value of a scenario as its text writes it; null when there is none.
  static func written(_ text: String?) -> JSONValue {
    guard let text else { return .null }
    if text == "true" || text == "false" { return .boolean(text == "true") }
    if let whole = Int64(text) { return .integer(whole) }
    if let seed = UInt64(text) { return .unsigned(seed) }
    if let number = Double(text), number.isFinite { return .number(number) }
    guard text.hasPrefix("\""), text.hasSuffix("\""), text.count >= 2, !text.contains("\\") else {
      return .string(text)
    }
    return .string(String(text.dropFirst().dropLast()))
  }

  /// The value as text of a file, with a line break at the end.
  ///
  /// Values that fit in `width` columns stand on one line; others have a line per member, indented by
  /// two spaces. Numbers are the shortest that read back as the same value, so equal values give equal bytes.
  package func text(width: Int = 100) -> String {
    var output: [UInt8] = []
    write(to: &output, indent: 0, column: 0, width: width)
    output.append(UInt8(ascii: "\n"))
    return String(decoding: output, as: UTF8.self)
  }

  /// The value on one line.
  package var line: String {
    var output: [UInt8] = []
    writeLine(to: &output, upTo: .max)
    return String(decoding: output, as: UTF8.self)
  }

  /// Writes the value on one line.
  ///
  /// - Returns: `false` as soon as the output is longer than `limit`; what was written is then of no use.
  @discardableResult
  private func writeLine(to output: inout [UInt8], upTo limit: Int) -> Bool {
    switch self {
    case .null: output += "null".utf8
    case .boolean(let value): output += (value ? "true" : "false").utf8
    case .integer(let value): output += String(value).utf8
    case .unsigned(let value): output += String(value).utf8
    case .number(let value): output += JSONText.number(value).utf8
    case .string(let value): JSONText.writeQuoted(value, to: &output)
    case .array(let values):
      output.append(UInt8(ascii: "["))
      for index in values.indices {
        if index > 0 { output += ", ".utf8 }
        guard values[index].writeLine(to: &output, upTo: limit) else { return false }
      }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for index in members.indices {
        if index > 0 { output += ", ".utf8 }
        JSONText.writeQuoted(members[index].0, to: &output)
        output += ": ".utf8
        guard members[index].1.writeLine(to: &output, upTo: limit) else { return false }
      }
      output.append(UInt8(ascii: "}"))
    }
    return output.count <= limit
  }

  private var isEmptyOrScalar: Bool {
    switch self {
    case .array(let values): values.isEmpty
    case .object(let members): members.isEmpty
    default: true
    }
  }

  private func write(to output: inout [UInt8], indent: Int, column: Int, width: Int) {
    let start = output.count
    if isEmptyOrScalar {
      writeLine(to: &output, upTo: .max)
      return
    }
    if indent > 0 {
      if writeLine(to: &output, upTo: start + width - column) { return }
      output.removeSubrange(start...)
    }
    switch self {
    case .array(let values):
      output.append(UInt8(ascii: "["))
      for index in values.indices {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        JSONValue.breakLine(in: &output, indent: indent + 2)
        values[index].write(to: &output, indent: indent + 2, column: indent + 3, width: width)
      }
      JSONValue.breakLine(in: &output, indent: indent)
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for index in members.indices {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        JSONValue.breakLine(in: &output, indent: indent + 2)
        let keyStart = output.count
        JSONText.writeQuoted(members[index].0, to: &output)
        output += ": ".utf8
        let column = indent + 3 + output.count - keyStart
        members[index].1.write(to: &output, indent: indent + 2, column: column, width: width)
      }
      JSONValue.breakLine(in: &output, indent: indent)
      output.append(UInt8(ascii: "}"))
    case .null, .boolean, .integer, .unsigned, .number, .string: break
    }
  }

  private static func breakLine(in output: inout [UInt8], indent: Int) {
    output.append(UInt8(ascii: "\n"))
    output += repeatElement(UInt8(ascii: " "), count: indent)
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
