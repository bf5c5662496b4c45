import ScenarioFormat

/// What is wrong with the way in which a file was read, whatever the file holds.
enum MutationVerdict {
  /// A complaint about what was read; `nil` when there is either a scenario or an error, and every message
  /// is fit to be shown.
  ///
  /// - Parameter rereads: Whether the resolved text has to read as the same scenario again.
  static func complaint(about document: ScenarioDocument, rereads: Bool) -> String? {
    let errors = document.diagnostics.filter { $0.severity == .error }
    guard (document.scenario == nil) == !errors.isEmpty else {
      return "\(errors.count) errors, but \(document.scenario == nil ? "no" : "a") scenario"
    }
    if document.diagnostics.count > 400 { return "\(document.diagnostics.count) messages" }
    for diagnostic in document.diagnostics {
      if let complaint = complaint(about: diagnostic) { return complaint }
    }
    let lines = DiagnosticRenderer.terminal(document.diagnostics)
    for scalar in lines.unicodeScalars where scalar != "\n" {
      if isUnsafe(scalar) { return "U+\(String(scalar.value, radix: 16)) reaches the terminal" }
    }
    guard rereads, let scenario = document.scenario else { return nil }
    let resolved = ScenarioText.resolved(scenario)
    let again = ScenarioDocument.read(Array(resolved.utf8), path: "resolved.json")
    return again.scenario == scenario ? nil : "the resolved text reads as another scenario"
  }

  private static func complaint(about diagnostic: Diagnostic) -> String? {
    let code = diagnostic.code.rawValue
    if diagnostic.line < 1 || diagnostic.column < 1 { return "\(code) has no place" }
    if diagnostic.expected.isEmpty || diagnostic.found.isEmpty { return "\(code) says nothing" }
    let length = DiagnosticRenderer.line(diagnostic).utf8.count
    return length > 4_000 ? "\(code) takes \(length) bytes" : nil
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
