/// A JSON text with what messages need to point into it.
struct SourceText: Sendable {
  /// The file that overrides on the command line seem to come from.
  static let commandLine = "<command line>"

  /// The path of the file, as the user would write it.
  let path: String
  /// The tree.
  let document: JSONDocument
  /// For an override: its number, from 1, and the whole of it.
  var override: (number: Int, text: String, valueColumn: Int)?

  /// The last place that was asked for; most questions go on from there.
  private var known: TextPlace

  init(
    path: String, document: JSONDocument,
    override: (number: Int, text: String, valueColumn: Int)? = nil
  ) {
    self.path = path
    self.document = document
    self.override = override
    known = document.start
  }

  /// Where a byte of the document stands, and the part of its line around it.
  mutating func place(of offset: Int) -> DiagnosticPlace {
    known = document.place(of: offset, from: known)
    if let override {
      return DiagnosticPlace(
        line: override.number, column: known.column + override.valueColumn - 1,
        excerpt: override.text, excerptColumn: 1)
    }
    let (excerpt, column) = document.excerpt(around: known)
    return DiagnosticPlace(
      line: known.line, column: known.column, excerpt: excerpt, excerptColumn: column)
  }
}

/// A place as a diagnostic tells it.
struct DiagnosticPlace: Sendable {
  var line: Int
  var column: Int
  var excerpt: String
  /// The column of the first character of the excerpt.
  var excerptColumn: Int
}

/// A place in one of the texts that a scenario is made of.
struct SourcePlace: Sendable {
  var source: Int
  var offset: Int
}

extension JSONDocument {
  /// A value in a few words, for messages.
  func describe(_ node: Int) -> String {
    switch nodes[node].kind {
    case .object: "an object"
    case .array: "an array"
    case .string: "\"\(JSONReader.shortened(string(node)))\""
    case .number, .true, .false, .null, .invalid: JSONReader.shortened(source(node))
    }
  }
}
