/// The one place that turns diagnostics into text.
public enum DiagnosticRenderer {
  /// The longest part of a source line that is shown around the caret, in characters.
  static let excerptWidth = 100

  /// One line: `path:line:column: error: key.path: expected …, found … (hint)`.
  ///
  /// Control characters from files are escaped, so that no file can send sequences to a terminal.
  public static func line(_ diagnostic: Diagnostic) -> String {
    var text = printable(diagnostic.file)
    if diagnostic.line > 0 { text += ":\(diagnostic.line):\(diagnostic.column)" }
    text += ": \(diagnostic.severity.rawValue): "
    if !diagnostic.keyPath.isEmpty { text += printable(diagnostic.keyPath) + ": " }
    text += "expected \(printable(diagnostic.expected)), found \(printable(diagnostic.found))"
    if let hint = diagnostic.hint { text += "; \(printable(hint))" }
    return text + " [\(diagnostic.code.rawValue)]"
  }

  /// The line, and below it the source line with a caret when the place is known.
  public static func terminal(_ diagnostic: Diagnostic) -> String {
    guard let excerpt = diagnostic.excerpt, diagnostic.column > 0 else { return line(diagnostic) }
    // A tab takes one column here, so that the caret stands right on every terminal.
    let scalars = excerpt.unicodeScalars.map { $0 == "\t" ? " " : $0 }
    let caret = min(max(0, diagnostic.column - diagnostic.excerptColumn), scalars.count)
    let first = max(0, min(caret - excerptWidth / 2, scalars.count - excerptWidth))
    let last = min(scalars.count, first + excerptWidth)
    let before = printable(scalars[first..<caret])
    let after = caret < last ? printable(scalars[caret..<last]) : ""
    let lead = first > 0 || diagnostic.excerptColumn > 1 ? "… " : ""
    let trail = last < scalars.count ? " …" : ""
    let indent = String(repeating: " ", count: lead.count + before.unicodeScalars.count)
    return line(diagnostic) + "\n    \(lead)\(before)\(after)\(trail)\n    \(indent)^"
  }

  /// All diagnostics for a terminal, one after the other, with a line that counts them.
  public static func terminal(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    var counts: [String] = []
    if errors > 0 { counts.append("\(errors) error\(errors == 1 ? "" : "s")") }
    if warnings > 0 { counts.append("\(warnings) warning\(warnings == 1 ? "" : "s")") }
    return diagnostics.map { terminal($0) + "\n" }.joined() + counts.joined(separator: ", ") + "\n"
  }

  /// All diagnostics as a JSON array for editors, one object per line.
  public static func json(_ diagnostics: [Diagnostic]) -> String {
    var lines: [String] = []
    for diagnostic in diagnostics {
      var members: [(String, String)] = [
        ("severity", JSONText.quoted(diagnostic.severity.rawValue)),
        ("code", JSONText.quoted(diagnostic.code.rawValue)),
        ("file", JSONText.quoted(diagnostic.file)),
        ("line", String(diagnostic.line)),
        ("column", String(diagnostic.column)),
        ("key", JSONText.quoted(diagnostic.keyPath)),
        ("expected", JSONText.quoted(diagnostic.expected)),
        ("found", JSONText.quoted(diagnostic.found)),
      ]
      if let hint = diagnostic.hint { members.append(("hint", JSONText.quoted(hint))) }
      members.append(("message", JSONText.quoted(line(diagnostic))))
      lines.append("{" + members.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}")
    }
    return lines.isEmpty ? "[]\n" : "[\n  " + lines.joined(separator: ",\n  ") + "\n]\n"
  }

  /// The text with every control, format and line-breaking character written as an escape.
  public static func printable(_ text: some StringProtocol) -> String {
    printable(Array(text.unicodeScalars)[...])
  }

  static func printable(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in scalars {
      if isPrintable(scalar) {
        result.append(scalar)
      } else {
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      }
    }
    return String(result)
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      false
    default: true
    }
  }
}
