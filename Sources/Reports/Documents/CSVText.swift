import ScenarioFormat

/// Rows of comma-separated values (RFC 4180, doi:10.17487/RFC4180), with a header and CRLF line ends.
package struct CSVText: Sendable {
  /// The text so far.
  package private(set) var text = ""

  /// Makes a table with the given column names.
  package init(header: [String]) { add(header) }

  /// Adds a row; fields that hold a comma, a quote or a line break are quoted.
  package mutating func add(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { text += "," }
      text += CSVText.escaped(field)
    }
    text += "\r\n"
  }

  /// The text since the last call, which is forgotten, so that long tables can be written in pieces.
  package mutating func take() -> String {
    defer { text = "" }
    return text
  }

  /// A number in its shortest form; empty when it is not finite.
  package static func field(_ value: Double) -> String {
    value.isFinite ? JSONText.number(value) : ""
  }

  private static func escaped(_ field: String) -> String {
    let needsQuotes = field.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else { return field }
    var quoted = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
