/// One thing that is wrong with a scenario file or that deserves advice, as data.
///
/// `DiagnosticRenderer` turns it into prose for terminals or into JSON for editors; nothing else does.
public struct Diagnostic: Sendable, Equatable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// The scenario cannot be used.
    case error
    /// The scenario can be used; the message gives advice.
    case warning
  }

  /// The kind of problem; `DiagnosticCode.explanation` describes it.
  public var code: DiagnosticCode
  /// The path of the file as the user gave it, or `<command line>` for `--set`.
  public var file: String
  /// The line, from 1; 0 when the problem is the file as a whole.
  public var line: Int
  /// The column in Unicode scalars, from 1; 0 when the problem is the file as a whole.
  public var column: Int
  /// The key path, for example `staffing.fte`; empty for the file as a whole.
  public var keyPath: String
  /// What a correct file would have here.
  public var expected: String
  /// What the file has.
  public var found: String
  /// A way to mend it, when one is likely.
  public var hint: String?
  /// The source line, or the part of a long one around the column, for the caret of a terminal message.
  public var excerpt: String?
  /// The column of the first character of `excerpt`.
  public var excerptColumn: Int

  /// Makes a diagnostic.
  public init(
    code: DiagnosticCode, file: String, line: Int = 0, column: Int = 0, keyPath: String = "",
    expected: String, found: String, hint: String? = nil, excerpt: String? = nil,
    excerptColumn: Int = 1
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.keyPath = keyPath
    self.expected = expected
    self.found = found
    self.hint = hint
    self.excerpt = excerpt
    self.excerptColumn = excerptColumn
  }

  /// How bad it is, which follows from the code.
  public var severity: Severity { code.severity }
}

extension Diagnostic {
  /// Sorts by file in order of first use, then by position, then by code; the order is total.
  static func sorted(_ diagnostics: [Diagnostic], files: [String]) -> [Diagnostic] {
    func rank(_ file: String) -> Int { files.firstIndex(of: file) ?? files.count }
    return diagnostics.enumerated().sorted { a, b in
      let (left, right) = (a.element, b.element)
      let (leftRank, rightRank) = (rank(left.file), rank(right.file))
      if leftRank != rightRank { return leftRank < rightRank }
      if left.line != right.line { return left.line < right.line }
      if left.column != right.column { return left.column < right.column }
      return a.offset < b.offset
    }.map(\.element)
  }
}
