import ScenarioFormat

/// How tables of separated values are written.
package enum CSVStyle: String, CaseIterable, Sendable {
  /// For programs: commas, decimal points, no byte order mark.
  case tidy
  /// For Excel with Dutch settings: semicolons, decimal commas and a byte order mark.
  case excelNL = "excel-nl"

  /// What stands between two fields.
  var separator: UInt8 { self == .tidy ? UInt8(ascii: ",") : UInt8(ascii: ";") }
}

/// Rows of comma-separated values (RFC 4180, doi:10.17487/RFC4180), with a header and CRLF line ends.
package struct CSVText: Sendable {
  /// The text so far, in UTF-8: adding bytes to an array is several times cheaper than text to text.
  private var bytes: [UInt8] = []
  private let style: CSVStyle

  /// Makes a table with the given column names.
  package init(header: [String], style: CSVStyle = .tidy) {
    self.style = style
    if style == .excelNL { bytes += "\u{FEFF}".utf8 }
    add(header)
  }

  /// The text so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a row; fields that hold a separator, a quote or a line break are quoted.
  package mutating func add(_ fields: [String]) {
    let separator = style.separator
    for index in fields.indices {
      if index > 0 { bytes.append(separator) }
      switch style {
      case .tidy: CSVText.write(fields[index], to: &bytes, separator: separator)
      case .excelNL:
        CSVText.write(CSVText.excelField(fields[index]), to: &bytes, separator: separator)
      }
    }
    endRow()
  }

  /// Adds fields as `written` gives them, without the end of the row.
  mutating func add(written fields: [UInt8]) { bytes += fields }

  /// Adds a field that needs no quotes, behind others of the row.
  mutating func add(plain field: String) {
    bytes.append(style.separator)
    bytes += field.utf8
  }

  /// Ends a row whose fields were added one by one.
  mutating func endRow() {
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  /// Fields that lead many rows, written once.
  func written(_ fields: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for field in fields {
      bytes.append(style.separator)
      CSVText.write(field, to: &bytes, separator: style.separator)
    }
    return bytes
  }

  /// A number with a decimal comma; anything else as text that a spreadsheet never takes for a formula.
  private static func excelField(_ field: String) -> String {
    if Double(field)?.isFinite == true { return String(field.map { $0 == "." ? "," : $0 }) }
    guard let first = field.first, "=+-@\t\r".contains(first) else { return field }
    return "'" + field
  }

  /// The text since the last call, which is forgotten, so that long tables can be written in pieces.
  package mutating func take() -> String {
    defer { bytes = [] }
    return text
  }

  /// A number in its shortest form; empty when it is not finite.
  package static func field(_ value: Double) -> String {
    value.isFinite ? JSONText.number(value) : ""
  }

  /// A field with quotes where it needs them.
  static func escaped(_ field: String, style: CSVStyle = .tidy) -> String {
    var bytes: [UInt8] = []
    write(field, to: &bytes, separator: style.separator)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a field with quotes where it needs them.
  private static func write(_ field: String, to bytes: inout [UInt8], separator: UInt8) {
    let start = bytes.count
    bytes += field.utf8
    let needsQuotes = bytes[start...].contains {
      $0 == separator || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else { return }
    bytes.removeSubrange(start...)
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
